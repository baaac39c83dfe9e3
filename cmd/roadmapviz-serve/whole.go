package main

import (
	"net"
	"net/http"
)

// whole lets answers leave in one piece: either nothing of an answer is on its way or,
// as long as the system takes it at once, all of it. So a proxy in front that loses this
// program in the middle of its work has not begun to pass an answer on, and can ask
// another.
type whole struct {
	net.Listener
	out *outgoing
}

func (l whole) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		tcp.SetWriteBuffer(mostHeld) // or as much as the system gives
	}
	return &holding{Conn: conn, out: l.out}, nil
}

// mostHeld bounds what is held back of an answer, in bytes.
const mostHeld = 1 << 20

// holding is a connection that holds back what is written, while it is told to. One
// goroutine writes.
type holding struct {
	net.Conn
	out   *outgoing
	holds bool
	held  []byte
}

func (c *holding) Write(b []byte) (int, error) {
	if c.holds && len(c.held)+len(b) <= mostHeld {
		c.held = append(c.held, b...)
		return len(b), nil
	}
	if err := c.release(); err != nil {
		return 0, err
	}
	return c.out.write(c.Conn, b)
}

// release writes what was held back, and holds no more.
func (c *holding) release() error {
	c.holds = false
	held := c.held
	c.held = nil
	if len(held) == 0 {
		return nil
	}
	_, err := c.out.write(c.Conn, held)
	return err
}

// inOnePiece holds the answers of a handler back until they are complete.
func inOnePiece(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, ok := r.Context().Value(connection{}).(*holding)
		if !ok {
			h.ServeHTTP(w, r)
			return
		}
		defer c.release()
		h.ServeHTTP(&inPiece{w, c}, r)
		if w.Header().Get("Content-Length") != "" { // or flushing would make pieces of it
			http.NewResponseController(w).Flush()
		}
	})
}

// inPiece holds back from the answer's beginning on, for before that a client may be
// told to go on sending.
type inPiece struct {
	http.ResponseWriter
	conn *holding
}

func (w *inPiece) WriteHeader(status int) {
	w.conn.holds = w.conn.holds || status >= 200
	w.ResponseWriter.WriteHeader(status)
}

func (w *inPiece) Write(b []byte) (int, error) {
	w.conn.holds = true
	return w.ResponseWriter.Write(b)
}

// Unwrap is for [http.ResponseController].
func (w *inPiece) Unwrap() http.ResponseWriter { return w.ResponseWriter }
