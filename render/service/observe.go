package service

import (
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	texts "github.com/roadmapviz/roadmapviz/layout/text"
)

// observed wraps a mux: each request gets an ID, is logged and counted, and a fault of
// the program ends that request and no other.
func (s *Service) observed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		id := requestID(r)
		w.Header().Set("X-Request-Id", id)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		seen := &answer{ResponseWriter: w}
		_, route := mux.Handler(r)
		if route == "" {
			route = "none"
		}
		log := s.config.Log.With("id", id, "method", texts.Shorten(r.Method, 20), "route", route, "from", r.RemoteAddr)
		defer func() {
			fault := recover()
			half := seen.wrote
			if fault != nil && fault != http.ErrAbortHandler {
				s.metrics.panics.Inc()
				log.Error("fault", "fault", fault, "stack", string(debug.Stack()))
				if seen.status == 0 {
					s.fail(seen, r, errFault)
				}
			}
			took := time.Since(start)
			status := seen.status
			switch {
			case r.Context().Err() != nil && status == 0:
				status = statusGone
			case status == 0:
				status = http.StatusOK
			}
			s.metrics.answered(route, status, took)
			log.LogAttrs(r.Context(), level(status), "request",
				slog.Int("status", status), slog.Int64("bytes", seen.bytes), slog.Duration("took", took))
			if fault != nil && half { // nobody may take the answer for a whole one
				panic(http.ErrAbortHandler)
			}
		}()
		mux.ServeHTTP(seen, r)
	})
}

// statusGone is what is logged of a client that did not wait for the answer, as nginx
// has it.
const statusGone = 499

func level(status int) slog.Level {
	switch {
	case status >= 500 && status != http.StatusServiceUnavailable:
		return slog.LevelError
	case status == http.StatusServiceUnavailable, status == http.StatusTooManyRequests:
		return slog.LevelWarn
	}
	return slog.LevelInfo
}

// tooLarge is the reason where a course or a figure has too much of something.
const tooLarge = "size"

// refuse counts an error that is a refusal, if it is one.
func (m *metrics) refuse(err error) {
	if r := new(refusal); errors.As(err, &r) {
		m.refused.WithLabelValues(r.reason).Inc()
	} else if errors.As(err, new(*graph.LimitError)) {
		m.refused.WithLabelValues(tooLarge).Inc()
	}
}

// requestID is the one that a proxy has given, or a new one.
func requestID(r *http.Request) string {
	id := r.Header.Get("X-Request-Id")
	if id == "" || len(id) > 64 {
		return rand.Text()
	}
	for _, c := range []byte(id) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.') {
			return rand.Text()
		}
	}
	return id
}

// answer remembers what was answered.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int64
	wrote  bool
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	a.wrote = true
	return n, err
}

// Unwrap is for [http.ResponseController].
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }
