package service

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics are what /metrics shows, beside what Go and the process tell of themselves.
type metrics struct {
	requests *prometheus.CounterVec   // route, code
	duration *prometheus.HistogramVec // route
	refused  *prometheus.CounterVec   // reason
	panics   prometheus.Counter
}

func newMetrics(r prometheus.Registerer, g *gate) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "roadmapviz_http_requests_total", Help: "Requests answered, by route and status.",
		}, []string{"route", "code"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "roadmapviz_http_request_duration_seconds", Help: "Time from a request's header to the end of its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "roadmapviz_refused_total", Help: "Requests that were not done for what they cost, by reason.",
		}, []string{"reason"}),
		panics: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "roadmapviz_panics_total", Help: "Requests that ended in a fault of the program.",
		}),
	}
	gauge := func(name, help string, value func() int64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(value()) })
	}
	r.MustRegister(m.requests, m.duration, m.refused, m.panics,
		gauge("roadmapviz_work_running", "Works that are being done.", g.running.Load),
		gauge("roadmapviz_work_waiting", "Works that wait for others.", g.waiting.Load),
		gauge("roadmapviz_work_parallel", "Most works that are done at a time.", func() int64 { return int64(g.limits.Parallel) }),
		gauge("roadmapviz_work_bytes", "Memory that works are thought to use.", g.taken.Load),
		gauge("roadmapviz_work_bytes_limit", "Most memory that works may be thought to use.", func() int64 { return g.limits.Memory }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), collectors.NewBuildInfoCollector())
	for _, e := range []*refusal{errQueue, errWaited, errBodies, errTime, errMemory, errBody} {
		m.refused.WithLabelValues(e.reason) // so that each is there before it happens
	}
	m.refused.WithLabelValues(tooLarge)
	return m
}

// answered counts a request.
func (m *metrics) answered(route string, code int, took time.Duration) {
	m.requests.WithLabelValues(route, strconv.Itoa(code)).Inc()
	m.duration.WithLabelValues(route).Observe(took.Seconds())
}
