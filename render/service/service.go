// Package service is roadmapviz as an HTTP service: it draws and exports courses that
// are posted to it, and answers in the protocol of Kroki (https://kroki.io). It keeps no
// state, opens no file and asks no network.
package service

import (
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

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
	// Log is told of every request; nil is [slog.Default].
	Log *slog.Logger
	// Metrics takes the service's metrics, and is what /metrics shows; nil is a new
	// registry of this service alone.
	Metrics *prometheus.Registry
}

// Service answers requests. It is safe for concurrent use.
type Service struct {
	config   Config
	gate     *gate
	metrics  *metrics
	handler  http.Handler
	stopping atomic.Bool
}

// New makes a service.
func New(c Config) *Service {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Metrics == nil {
		c.Metrics = prometheus.NewRegistry()
	}
	c.Limits = c.Limits.withDefaults()
	s := &Service{config: c, gate: newGate(c.Limits)}
	s.metrics = newMetrics(c.Metrics, s.gate)
	mux := http.NewServeMux()
	s.routes(mux)
	s.handler = s.observed(mux)
	return s
}

// ServeHTTP answers a request; see the package for the routes.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Stop lets /readyz say that no more requests are to be sent here. Those that come
// nevertheless are answered as ever.
func (s *Service) Stop() { s.stopping.Store(true) }
