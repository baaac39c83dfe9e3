package main

import (
	"container/list"
	"net"
	"net/http"
	"sync"
)

// connections keeps the number of open connections within bounds: for one more than the
// most, the one that has been without a request for longest is closed, or, where all
// have one, the new one.
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
