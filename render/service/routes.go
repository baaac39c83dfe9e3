package service

import (
	"net/http"
	"slices"
	"strings"
)

// route is one way of asking the service.
type route struct {
	method, path string // the path as OpenAPI has it
	handle       http.HandlerFunc
	describe     func() operation
}

// pattern is the path as a mux has it: what is packed in an address may hold slashes.
func (r route) pattern() string {
	path := strings.Replace(r.path, "{"+packed+"}", "{"+packed+"...}", 1)
	if path == "/" {
		path = "/{$}"
	}
	return path
}

// table has all routes but those of health.go.
func (s *Service) table() []route {
	routes := []route{
		{http.MethodGet, "/", s.about, aboutOperation},
		{http.MethodGet, "/openapi.json", s.openAPI(), openAPIOperation},
	}
	for _, e := range endpoints() {
		routes = append(routes, route{http.MethodPost, e.path, s.serve(e), e.operation})
	}
	return append(routes, s.krokiRoutes()...)
}

// routes registers all that is answered. What a path does not take is answered with
// what it takes.
func (s *Service) routes(mux *http.ServeMux) {
	s.health(mux)
	var paths []string
	allowed := map[string][]string{}
	for _, r := range s.table() {
		mux.HandleFunc(r.method+" "+r.pattern(), r.handle)
		allowed[r.pattern()] = append(allowed[r.pattern()], r.method)
		if !slices.Contains(paths, r.path) {
			paths = append(paths, r.path)
		}
	}
	for pattern, methods := range allowed {
		if slices.Contains(methods, http.MethodGet) {
			methods = append(methods, http.MethodHead)
		}
		slices.Sort(methods)
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", strings.Join(methods, ", "))
			s.fail(w, r, bad(http.StatusMethodNotAllowed, "this path takes %s", strings.Join(methods, ", ")))
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, bad(http.StatusNotFound, "nothing is here; there are: %s", strings.Join(paths, ", ")))
	})
}
