package main

import (
	"container/list"
	"net"
	"sync"
)

// outgoing keeps what is on its way to clients within bounds, so that those who ask for
// large answers and do not read them cannot fill the memory: where there is too much, the
// answer is cut off that has been on its way for longest.
type outgoing struct {
	most    int64 // bytes
	mu      sync.Mutex
	bytes   int64
	sending list.List // of *sent, the longest first
}

// sent is an answer that is being written to a connection.
type sent struct {
	conn  net.Conn
	bytes int64
}

// write writes to a connection until the client has it, or is cut off.
func (o *outgoing) write(conn net.Conn, b []byte) (int, error) {
	defer o.forget(o.remember(&sent{conn, int64(len(b))}))
	return conn.Write(b)
}

// remember adds an answer, and cuts off those before it that there is no room for.
func (o *outgoing) remember(s *sent) *list.Element {
	o.mu.Lock()
	defer o.mu.Unlock()
	last := o.sending.PushBack(s)
	o.bytes += s.bytes
	for o.bytes > o.most && o.sending.Front() != last {
		first := o.sending.Front()
		first.Value.(*sent).conn.Close()
		o.remove(first)
	}
	return last
}

func (o *outgoing) forget(e *list.Element) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.remove(e)
}

// remove takes an answer out, once.
func (o *outgoing) remove(e *list.Element) {
	if s := e.Value.(*sent); s.bytes > 0 {
		o.bytes -= s.bytes
		s.bytes = 0
		o.sending.Remove(e)
	}
}
