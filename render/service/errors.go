package service

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/layout"
	texts "github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// problem is an error that says how it is answered.
type problem struct {
	status int
	detail string
	found  []graph.Diagnostic // what is wrong with the document
}

func (p *problem) Error() string { return p.detail }

// bad is the problem of a request.
func bad(status int, format string, args ...any) error {
	return &problem{status: status, detail: fmt.Sprintf(format, args...)}
}

// statusOf is the status that an error is answered with. What is not known here is a
// fault of the service.
func statusOf(err error) int {
	var p *problem
	var r *refusal
	var limit *graph.LimitError
	switch {
	case errors.As(err, &p):
		return p.status
	case errors.As(err, &r):
		return r.status
	case errors.As(err, &limit) && limit.What == "bytes": // of what was posted
		return http.StatusRequestEntityTooLarge
	case limit != nil:
		return http.StatusUnprocessableEntity
	case errors.As(err, new(*figure.OptionError)), errors.As(err, new(*course.FormatError)):
		return http.StatusBadRequest
	case errors.As(err, new(*graph.SyntaxError)), errors.Is(err, course.ErrEmpty), errors.Is(err, figure.ErrNothing), errors.Is(err, layout.ErrEmpty):
		return http.StatusUnprocessableEntity
	case errors.Is(err, context.Canceled):
		return statusGone
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// errFault is what is answered where the program has panicked, which is logged there.
var errFault = errors.New("fault")

// undrawable is the error of a document, or of a text that came with it, of which
// nothing can be made, with what its reader has found. What is wrong with the request
// or the service stays as it is.
func undrawable(err error, found []graph.Diagnostic) error {
	if status := statusOf(err); status != http.StatusInternalServerError && status != http.StatusUnprocessableEntity {
		return err
	}
	if errors.As(err, new(*refusal)) || errors.As(err, new(*graph.LimitError)) {
		return err
	}
	detail := err.Error()
	if errors.Is(err, figure.ErrNothing) {
		detail += " (POST /list?all=true shows what was read)"
	}
	return &problem{http.StatusUnprocessableEntity, detail, found}
}

// failure is how an error is answered.
type failure struct {
	Type        string             `json:"type"`
	Title       string             `json:"title"`
	Status      int                `json:"status"`
	Detail      string             `json:"detail"`
	Option      string             `json:"option,omitempty"`
	Diagnostics []graph.Diagnostic `json:"diagnostics,omitempty"`
}

// mostDetail bounds what is said of an error, in characters.
const mostDetail = 4000

// failed is what is answered about an error, after the header fields that go with it
// are set. It is nil where nobody waits for an answer.
func (s *Service) failed(w http.ResponseWriter, r *http.Request, err error) *failure {
	status := statusOf(err)
	if status == statusGone && r.Context().Err() != nil {
		return nil
	}
	s.metrics.refuse(err)
	f := &failure{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: err.Error()}
	var p *problem
	var option *figure.OptionError
	var refused *refusal
	switch {
	case status == statusGone || status == http.StatusInternalServerError:
		if err != errFault {
			s.config.Log.ErrorContext(r.Context(), "no answer", "error", err)
		}
		f.Status, f.Title = http.StatusInternalServerError, http.StatusText(http.StatusInternalServerError)
		f.Detail = "this is a fault of the service, whose log knows more"
	case errors.As(err, &p):
		f.Diagnostics = p.found
	case errors.As(err, &option):
		f.Option = option.Option
	case errors.As(err, &refused) && refused.again:
		w.Header().Set("Retry-After", retryAfter)
	}
	f.Detail = texts.Shorten(f.Detail, mostDetail) // which quotes what was sent
	w.Header().Set("Cache-Control", "no-store")
	return f
}

// fail answers with an error, as RFC 9457 has it.
func (s *Service) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := s.failed(w, r, err)
	if f == nil {
		return
	}
	secure(w.Header(), problemType)
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(f.Status)
	if r.Method != http.MethodHead {
		markup.JSON(w, f)
	}
}

const problemType = "application/problem+json"
