// Package service is roadmapviz as an HTTP service: it draws and exports courses that
// are posted to it, and answers in the protocol of Kroki (https://kroki.io). It keeps no
// state, opens no file and asks no network.
package service

import (
	"context"
	"net/http"

	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Config is what a service takes from its surroundings.
type Config struct {
	// Machine has the fonts and engines that figures are drawn with. Without an engine
	// for the layouts of Graphviz these are unknown.
	Machine figure.Machine
	// Version is that of the program, and part of every ETag.
	Version string
	Limits  Limits
}

// Limits bound what a request may cost. The zero value has the defaults.
type Limits struct{}

// Service answers requests. It is safe for concurrent use.
type Service struct {
	config Config
	mux    *http.ServeMux
}

// New makes a service.
func New(c Config) *Service {
	s := &Service{config: c, mux: http.NewServeMux()}
	return s
}

func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// admitted does work that costs about so many bytes of memory, as soon as there is room
// for it and within the time that a request may take. The error is that of the work, or
// says why it was not done.
func (s *Service) admitted(ctx context.Context, bytes int64, work func(context.Context) error) error {
	return work(ctx)
}
