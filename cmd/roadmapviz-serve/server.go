package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// How long clients may take, beside what an answer takes to make.
const (
	headerTime = 5 * time.Second  // to send a request's header
	bodyTime   = 15 * time.Second // to send a request
	answerTime = 30 * time.Second // to receive an answer
	idleTime   = 60 * time.Second // between two requests
	grace      = 20 * time.Second // to end requests that have begun, when the program ends
	mostHeader = 64 << 10         // bytes of a request's header, and with it of its address
)

// server answers requests until a context ends.
type server struct {
	http.Server
	stop  func()        // it is going to end
	drain time.Duration // from then on, until no more requests are taken
}

// newServer makes one whose answers are made within a time, 0 being any.
func newServer(h http.Handler, made time.Duration, connections *connections, log *slog.Logger) *server {
	s := &server{Server: http.Server{
		Handler:           connections.receiving(h),
		ConnContext:       withConnection,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       bodyTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    mostHeader,
		ConnState:         connections.changed,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}}
	if made > 0 {
		s.WriteTimeout = bodyTime + made + answerTime
	}
	return s
}

// run answers the requests of a listener until the context ends, and then those that
// have begun.
func (s *server) run(ctx context.Context, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	if s.stop != nil {
		s.stop()
	}
	time.Sleep(s.drain)
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := s.Shutdown(ending); err != nil {
		return errors.Join(errors.New("requests were cut off that did not end in time"), s.Close())
	}
	return nil
}
