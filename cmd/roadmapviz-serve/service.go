package main

import (
	"context"
	"log/slog"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/render/figure"
	api "github.com/roadmapviz/roadmapviz/render/service"
)

// service are the flags of --api.
type service struct {
	body, memory size
	limits       api.Limits
	connections  int
	drain        time.Duration
}

func (o *service) addFlags(f *pflag.FlagSet) {
	l := api.DefaultLimits()
	o.body, o.memory = size(l.Body), size(l.Memory)
	f.Var(&o.body, "max-body", "the largest document")
	f.IntVar(&o.limits.Elements, "max-elements", l.Elements, "the most elements of a course")
	f.Int64Var(&o.limits.Pixels, "max-pixels", l.Pixels, "the most pixels of a PNG")
	f.DurationVar(&o.limits.Time, "max-time", l.Time, "the longest that a request may be worked at")
	f.DurationVar(&o.limits.Wait, "max-wait", l.Wait, "the longest that it may wait before")
	f.IntVar(&o.limits.Queue, "queue", l.Queue, "the most requests that may wait")
	f.IntVar(&o.limits.Parallel, "parallel", l.Parallel, "how many are worked at at a time")
	f.Var(&o.memory, "memory", "memory that all requests together may use, about")
	f.IntVar(&o.connections, "connections", 4096, "the most open connections")
	f.DurationVar(&o.drain, "drain", 0, "how long requests are still taken after the signal to end, while /readyz says no")
}

// mostHelper is what a layout of Graphviz's may take, in bytes: many times what is needed
// for a figure that can be read.
const mostHelper = 192 << 20

// otherFiles are those that the program may have open beside connections: fonts, and
// the ends of its helpers.
const otherFiles = 64

// besides is what the program takes beside works and documents, in bytes: fonts, word
// lists and connections.
const besides = 128 << 20

// run is the service, until the context ends.
func (o service) run(ctx context.Context, listen string, flagged flags.Machine, log *slog.Logger) error {
	for _, f := range []struct {
		name  string
		value int64
	}{
		{"max-elements", int64(o.limits.Elements)}, {"max-pixels", o.limits.Pixels}, {"max-time", int64(o.limits.Time)}, {"max-wait", int64(o.limits.Wait)},
		{"queue", int64(o.limits.Queue)}, {"parallel", int64(o.limits.Parallel)}, {"connections", int64(o.connections)},
	} {
		if f.value <= 0 {
			return flags.Usagef("--%s must be more than 0", f.name)
		}
	}
	if o.drain < 0 {
		return flags.Usagef("--drain must not be less than 0")
	}
	o.limits.Body, o.limits.Memory = int64(o.body), int64(o.memory)
	if os.Getenv("GOMEMLIMIT") == "" { // or who runs it knows better
		debug.SetMemoryLimit(o.limits.Memory*3/2 + besides)
	}
	if os.Getenv("GOGC") == "" { // garbage is collected half as often as usual: there is room for it
		debug.SetGCPercent(200)
	}
	machine := figure.Machine{EngineBytes: min(mostHelper, o.limits.Memory/2)}
	flagged.Set(&machine)
	s := api.New(api.Config{Machine: machine, Version: version.Here(), Limits: o.limits, Log: log})
	if most := mostOpen(); most > 0 { // beyond that nobody could be let in
		o.connections = min(o.connections, max(1, most-otherFiles))
	}
	l, err := listenAt(ctx, listen)
	if err != nil {
		return err
	}
	log.Info("listening", "address", l.Addr().String(), "version", version.Here(), "parallel", o.limits.Parallel, "memory", o.memory.String(), "connections", o.connections)
	server := newServer(inOnePiece(s), o.limits.Wait+o.limits.Time, newConnections(o.connections), log)
	server.stop, server.drain = s.Stop, o.drain
	err = server.run(ctx, whole{l, &outgoing{most: o.limits.Memory / 4}})
	log.Info("stopped")
	return err
}
