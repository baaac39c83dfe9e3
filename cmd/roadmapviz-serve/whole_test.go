package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"testing"
	"time"
)

// counted counts what is written to its connections.
type counted struct {
	net.Listener
	writes chan []byte
}

func (l counted) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	return writes{c, l.writes}, err
}

type writes struct {
	net.Conn
	each chan []byte
}

func (c writes) Write(b []byte) (int, error) {
	c.each <- bytes.Clone(b)
	return c.Conn.Write(b)
}

func TestAnswersLeaveInOnePiece(t *testing.T) {
	body := bytes.Repeat([]byte("figure "), 30_000)
	for name, want := range map[string]int{"": 1, "?long": 2} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		seen := make(chan []byte, 1000)
		s := http.Server{ConnContext: withConnection, Handler: inOnePiece(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body := body
			if r.URL.RawQuery == "long" {
				body = make([]byte, mostHeld+1)
			}
			w.Header().Set("Content-Length", strconv.Itoa(len(body)))
			w.Write(body)
		}))}
		go s.Serve(whole{counted{l, seen}, &outgoing{most: 1 << 30}})
		r, err := http.Get("http://" + l.Addr().String() + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		got.ReadFrom(r.Body)
		r.Body.Close()
		s.Close()
		if int64(got.Len()) != r.ContentLength {
			t.Errorf("%d of %d bytes arrive", got.Len(), r.ContentLength)
		}
		if name == "" && (len(seen) != want || !bytes.HasSuffix(<-seen, body)) {
			t.Errorf("an answer leaves in %d pieces", len(seen)+1)
		}
		if name != "" && len(seen) < want {
			t.Errorf("an answer of %d bytes was held back", got.Len())
		}
	}
}

// Who asks whether to send a body is told before the answer is there.
func TestClientsAreToldToGoOn(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := http.Server{ConnContext: withConnection, Handler: inOnePiece(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Write(body)
	}))}
	go s.Serve(whole{l, &outgoing{most: 1 << 30}})
	defer s.Close()
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n")
	answer := bufio.NewReader(conn)
	if line, err := answer.ReadString('\n'); line != "HTTP/1.1 100 Continue\r\n" {
		t.Fatalf("the client is told %q, %v", line, err)
	}
	answer.ReadString('\n')
	fmt.Fprint(conn, "soup")
	r, err := http.ReadResponse(answer, nil)
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(r.Body); string(body) != "soup" {
		t.Errorf("the answer is %q", body)
	}
}
