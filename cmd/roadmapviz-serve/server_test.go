package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// started is a server with a handler, which ends when the test does or is told.
func started(t *testing.T, h http.HandlerFunc, most int) (s *server, address string, end func() error) {
	t.Helper()
	return startedWith(t, h, newConnections(most))
}

func startedWith(t *testing.T, h http.HandlerFunc, c *connections) (s *server, address string, end func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s = newServer(h, time.Minute, c, slog.New(slog.DiscardHandler))
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.run(ctx, l) }()
	end = func() error { cancel(); return <-done }
	t.Cleanup(cancel)
	return s, l.Addr().String(), end
}

// idle is a connection on which one request was answered.
func idle(t *testing.T, address string) *bufio.ReadWriter {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	c := bufio.NewReadWriter(bufio.NewReader(conn), bufio.NewWriter(conn))
	if err := ask(c); err != nil {
		t.Fatal(err)
	}
	return c
}

// ask makes a request on a connection.
func ask(c *bufio.ReadWriter) error {
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	if err := c.Flush(); err != nil {
		return err
	}
	r, err := http.ReadResponse(c.Reader, nil)
	if err == nil {
		_, err = io.Copy(io.Discard, r.Body)
	}
	return err
}

// Idle connections make room for new ones, the longest first, and whoever asks is
// answered.
func TestIdleConnectionsMakeRoom(t *testing.T) {
	open := newConnections(3)
	_, address, _ := startedWith(t, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "ok") }, open)
	next := func() *bufio.ReadWriter {
		c := idle(t, address)
		for range 5000 { // the client has its answer before the connection is idle
			open.mu.Lock()
			whole := open.idle.Len() == open.open
			open.mu.Unlock()
			if whole {
				break
			}
			time.Sleep(time.Millisecond)
		}
		return c
	}
	first, second, third, fourth := next(), next(), next(), next()
	if err := ask(first); err == nil {
		t.Error("the connection that was idle for longest is still open")
	}
	for i, c := range []*bufio.ReadWriter{second, third, fourth} {
		if err := ask(c); err != nil {
			t.Errorf("connection %d, which there is room for, is closed: %v", i+2, err)
		}
	}
}

// Where all connections have a request, it is the new one that is closed.
func TestBusyConnectionsStay(t *testing.T) {
	entered, release := make(chan bool), make(chan bool)
	_, address, _ := started(t, func(w http.ResponseWriter, r *http.Request) { entered <- true; <-release }, 2)
	answers := make(chan error)
	for range 2 {
		go func() {
			r, err := http.Get("http://" + address)
			if err == nil {
				r.Body.Close()
			}
			answers <- err
		}()
		<-entered
	}
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	if n, err := conn.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("a third connection gets %d bytes, %v", n, err)
	}
	close(release)
	for range 2 {
		if err := <-answers; err != nil {
			t.Error(err)
		}
	}
}

// What has begun when the program is to end is answered, and it says first that
// nothing more is to be sent.
func TestStopEndsWhatHasBegun(t *testing.T) {
	entered, release := make(chan bool), make(chan bool)
	s, address, end := started(t, func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-release
		io.WriteString(w, "whole")
	}, 10)
	said := make(chan bool)
	s.stop = func() { close(said) }
	answer := make(chan string)
	go func() {
		r, err := http.Get("http://" + address)
		if err != nil {
			answer <- err.Error()
			return
		}
		b, _ := io.ReadAll(r.Body)
		answer <- string(b)
	}()
	<-entered
	ended := make(chan error)
	go func() { ended <- end() }()
	<-said
	close(release)
	if got := <-answer; got != "whole" {
		t.Errorf("a request that had begun gets %q", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSizes(t *testing.T) {
	for value, want := range map[string]string{"1GiB": "1GiB", "1024MiB": "1GiB", "1500 KiB": "1500KiB", "7B": "7B"} {
		var s size
		if err := s.Set(value); err != nil || s.String() != want {
			t.Errorf("%s is %s, %v", value, s.String(), err)
		}
	}
	for _, value := range []string{"", "1", "0B", "-1MiB", "1 MB", "MiB", "9999999999GiB"} {
		var s size
		if err := s.Set(value); err == nil || !strings.Contains(err.Error(), "512MiB") {
			t.Errorf("%q is a size, %v", value, err)
		}
	}
}
