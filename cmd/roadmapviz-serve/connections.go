package main

import (
	"container/list"
	"context"
	"io"
	"net"
	"net/http"
	"sync"
)

// connections keeps the number of open connections within bounds: for one more than the
// most, the one that has been without a whole request for longest is closed, or, where
// all have one, the new one. So nobody keeps others out who holds connections open, be it
// in silence or with requests that never end.
type connections struct {
	most int
	mu   sync.Mutex
	open int
	idle list.List // of net.Conn, the longest first
	at   map[net.Conn]*list.Element
}

func newConnections(most int) *connections {
	return &connections{most: most, at: map[net.Conn]*list.Element{}}
}

// changed is told of every connection by [http.Server.ConnState].
func (c *connections) changed(conn net.Conn, state http.ConnState) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch state {
	case http.StateNew:
		c.open++
		c.wait(conn)
		if c.open > c.most {
			longest := c.idle.Front().Value.(net.Conn) // which may be this one
			c.wake(longest)
			longest.Close()
		}
	case http.StateIdle:
		c.wait(conn)
	case http.StateActive:
		c.wake(conn)
	case http.StateClosed, http.StateHijacked:
		c.wake(conn)
		c.open--
	}
}

// receiving tells of requests when their bodies have arrived. Until then they are none.
func (c *connections) receiving(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, known := r.Context().Value(connection{}).(net.Conn)
		if known && r.Body != http.NoBody {
			c.mu.Lock()
			c.wait(conn)
			c.mu.Unlock()
			r.Body = &arriving{r.Body, func() {
				c.mu.Lock()
				defer c.mu.Unlock()
				c.wake(conn)
			}}
		}
		h.ServeHTTP(w, r)
	})
}

// arriving is a body, and what is to be done when it is there.
type arriving struct {
	io.ReadCloser
	done func()
}

func (b *arriving) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil {
		b.done()
	}
	return n, err
}

// connection is the key of a request's connection in its context.
type connection struct{}

// withConnection is for [http.Server.ConnContext].
func withConnection(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connection{}, c)
}

// wait puts a connection behind the others that have no request.
func (c *connections) wait(conn net.Conn) {
	c.wake(conn)
	c.at[conn] = c.idle.PushBack(conn)
}

// wake takes a connection out of those.
func (c *connections) wake(conn net.Conn) {
	if e, waits := c.at[conn]; waits {
		c.idle.Remove(e)
		delete(c.at, conn)
	}
}
