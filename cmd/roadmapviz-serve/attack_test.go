package main

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// heavy lets the attacks be as large as they can be on a machine, and print what came of
// each: .ci/attack.
var heavy = flag.Bool("attack", false, "attack the service with all that this machine has, and print a table")

// times is a number of attackers: a few, or with -attack very many.
func times(few, many int) int {
	if *heavy {
		return many
	}
	return few
}

// victim is a service that is attacked.
type victim struct {
	t       *testing.T
	address string
	before  state
}

// state is what a service says of itself.
type state struct{ goroutines, resident, works, bytes int64 }

func attacked(t *testing.T, flags ...string) *victim { return attackedIn(t, nil, flags...) }

// attackedIn is a service that a program starts.
func attackedIn(t *testing.T, starter []string, flags ...string) *victim {
	address, _ := replicaIn(t, starter, flags...)
	v := &victim{t: t, address: address}
	v.answers("before")
	v.before = v.state()
	return v
}

func (v *victim) state() (s state) {
	v.t.Helper()
	r, err := http.Get("http://" + v.address + "/metrics")
	if err != nil {
		v.t.Fatal(err)
	}
	defer r.Body.Close()
	said, _ := io.ReadAll(r.Body)
	for name, into := range map[string]*int64{
		"go_goroutines": &s.goroutines, "process_resident_memory_bytes": &s.resident, "roadmapviz_work_running": &s.works, "roadmapviz_work_bytes": &s.bytes,
	} {
		if found := regexp.MustCompile(`(?m)^` + name + ` (\S+)$`).FindSubmatch(said); found != nil {
			value, _ := strconv.ParseFloat(string(found[1]), 64)
			*into = int64(value)
		}
	}
	if s.goroutines == 0 {
		v.t.Fatalf("the service says nothing of its goroutines: %.200s", said)
	}
	return s
}

// answers tells whether others are served.
func (v *victim) answers(when string) {
	v.t.Helper()
	client := http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	for i := range 3 {
		r, err := client.Post("http://"+v.address+"/render?format=svg", "text/markdown", strings.NewReader(fmt.Sprintf(smallCourse, i)))
		if err != nil {
			v.t.Errorf("%s: %v", when, err)
			return
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil || r.StatusCode != 200 || !bytes.HasSuffix(bytes.TrimSpace(body), []byte("</svg>")) {
			v.t.Errorf("%s: others get %s, %v", when, r.Status, err)
		}
	}
}

// recovers tells whether nothing is left of an attack, and says what it took.
func (v *victim) recovers(attack string, during state) {
	v.t.Helper()
	var after state
	for range 100 {
		http.DefaultClient.CloseIdleConnections()
		if after = v.state(); after.goroutines <= v.before.goroutines+4 && after.works == 0 && after.bytes == 0 {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if after.goroutines > v.before.goroutines+4 || after.works != 0 || after.bytes != 0 {
		v.t.Errorf("%s: of %+v before, %+v is left", attack, v.before, after)
	}
	if *heavy {
		fmt.Printf("| %s | %d, %d, %d | %d, %d, %d |\n", attack, v.before.goroutines, during.goroutines, after.goroutines,
			v.before.resident>>20, during.resident>>20, after.resident>>20)
	}
}

// opened are connections on which a beginning was sent. What the service closes of them
// meanwhile is no failure.
func (v *victim) opened(n int, beginning string) (all []net.Conn) {
	v.t.Helper()
	for range n {
		conn, err := net.Dial("tcp", v.address)
		if err != nil {
			v.t.Fatal(err)
		}
		io.WriteString(conn, beginning)
		all = append(all, conn)
	}
	return all
}

const (
	getting = "GET /healthz HTTP/1.1\r\nHost: x\r\n"
	posting = "POST /render HTTP/1.1\r\nHost: x\r\nContent-Type: text/markdown\r\n"
)

// Whoever holds connections open, in whatever state, keeps nobody out.
func TestAttackWithConnections(t *testing.T) {
	n := times(300, 10_000)
	v := attacked(t, "--connections", strconv.Itoa(times(100, 4096)))
	for _, attack := range []struct{ name, beginning string }{
		{"that say nothing", ""},
		{"that are idle after a request", getting + "\r\n"},
		{"with half a header", getting},
		{"with a body that does not come", posting + "Content-Length: 4000\r\n\r\n# Cook"},
		{"with a chunk that does not come", posting + "Transfer-Encoding: chunked\r\n\r\nfff\r\n# Cook"},
		{"that wait to be told to go on", posting + "Content-Length: 4000\r\nExpect: 100-continue\r\n\r\n"},
	} {
		name := fmt.Sprintf("%d connections %s", n, attack.name)
		all := v.opened(n, attack.beginning)
		v.answers(name)
		during := v.state()
		for _, conn := range all {
			conn.Close()
		}
		v.recovers(name, during)
	}
}

// The system's limit of open files is none that can be used to keep others out.
func TestAttackWithFewFiles(t *testing.T) {
	if mostOpen() == 0 {
		t.Skip("this system does not say how many files may be open")
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell to set a limit with")
	}
	v := attackedIn(t, []string{shell, "-c", `ulimit -n 128; exec "$0" "$@"`})
	all := v.opened(200, getting+"\r\n")
	v.answers("with 200 connections where 128 files may be open")
	for _, conn := range all {
		conn.Close()
	}
	v.recovers("200 connections where 128 files may be open", v.state())
}

// Who sends too much is told before he has sent it, and it is not kept.
func TestAttackWithLargeBodies(t *testing.T) {
	v := attacked(t)
	const most = 100 << 20
	for name, header := range map[string]string{"": fmt.Sprintf("Content-Length: %d\r\n\r\n", most), " without a length": "Transfer-Encoding: chunked\r\n\r\n"} {
		for range times(2, 20) {
			conn := v.opened(1, posting+header)[0]
			conn.SetDeadline(time.Now().Add(30 * time.Second))
			status := make(chan string, 1)
			go func() {
				line, err := bufio.NewReader(conn).ReadString('\n')
				status <- fmt.Sprintf("%s %v", strings.TrimSpace(line), err)
			}()
			piece := bytes.Repeat([]byte("# Cooking\n"), 6553)
			sent := 0
			for err := error(nil); err == nil && sent < most; sent += len(piece) {
				if name != "" {
					fmt.Fprintf(conn, "%x\r\n", len(piece))
				}
				if _, err = conn.Write(piece); err == nil && name != "" {
					_, err = io.WriteString(conn, "\r\n")
				}
			}
			if got := <-status; got != "HTTP/1.1 413 Request Entity Too Large <nil>" || sent > 32<<20 {
				t.Errorf("a body of 100 MiB%s: %s after %d bytes", name, got, sent)
			}
			conn.Close()
		}
	}
	var bomb bytes.Buffer
	w, _ := zlib.NewWriterLevel(&bomb, 9)
	w.Write(make([]byte, 40<<20))
	w.Close()
	for range times(5, 500) {
		r, err := http.Get("http://" + v.address + "/roadmapviz/svg/" + base64.URLEncoding.EncodeToString(bomb.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if r.Body.Close(); r.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("an address that unpacks to 40 MiB: %s", r.Status)
		}
	}
	during := v.state()
	if grown := during.resident - v.before.resident; grown > 128<<20 {
		t.Errorf("%d MiB more are used", grown>>20)
	}
	v.recovers("bodies of 100 MiB, addresses that unpack to 40", during)
	v.answers("after large bodies")
}

// largeCourse takes some time to draw.
func largeCourse(sections int) string {
	var b strings.Builder
	b.WriteString("# Cooking\n")
	for i := range sections {
		fmt.Fprintf(&b, "\n## Dish %d\n\n- Shopping %[1]d\n- Chopping %[1]d\n- Eating %[1]d\n", i)
	}
	return b.String()
}

// Nothing is left of clients that leave, whatever they were waiting for.
func TestAttackOfClientsThatLeave(t *testing.T) {
	v := attacked(t)
	course := largeCourse(times(150, 700))
	whole := fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(course), course)
	for _, format := range []string{"svg", "png", "html", "pdf"} {
		header := strings.Replace(posting, "/render", "/render?format="+format, 1)
		var all sync.WaitGroup
		for i := range times(24, 200) {
			all.Go(func() {
				conn, err := net.Dial("tcp", v.address)
				if err != nil {
					t.Error(err)
					return
				}
				defer conn.Close()
				if i%4 == 0 { // while it sends
					io.WriteString(conn, header+whole[:len(whole)/2])
					return
				}
				io.WriteString(conn, header+whole)
				if i%4 == 3 { // while it receives
					conn.SetReadDeadline(time.Now().Add(20 * time.Second))
					conn.Read(make([]byte, 10))
					return
				}
				time.Sleep(time.Duration(i) * 7 * time.Millisecond) // while it waits
			})
		}
		all.Wait()
		v.recovers("clients that leave, "+format, v.state())
	}
	v.answers("after clients have left")
}

// What is on its way to those who do not read does not fill the memory: the longest is
// cut off.
func TestSlowReadersAreCutOff(t *testing.T) {
	o := &outgoing{most: 1000}
	ends := make(chan error, 3)
	send := func(n int) net.Conn {
		here, there := net.Pipe()
		t.Cleanup(func() { here.Close(); there.Close() })
		o.mu.Lock()
		waiting := o.sending.Len()
		o.mu.Unlock()
		go func() {
			_, err := o.write(here, make([]byte, n))
			ends <- err
		}()
		for range 1000 {
			time.Sleep(time.Millisecond)
			o.mu.Lock()
			begun := o.sending.Len() > waiting || n == 1001
			o.mu.Unlock()
			if begun {
				break
			}
		}
		return there
	}
	send(400)
	second := send(600)
	if o.bytes != 1000 || len(ends) != 0 {
		t.Errorf("%d bytes are on their way, and %d answers have ended", o.bytes, len(ends))
	}
	third := send(1001) // more than there may be at all, and alone
	for range 2 {
		if err := <-ends; err == nil {
			t.Error("an answer that nobody reads has been sent")
		}
	}
	if _, err := io.ReadFull(third, make([]byte, 1001)); err != nil {
		t.Errorf("the last answer: %v", err)
	}
	if err := <-ends; err != nil {
		t.Errorf("the last answer: %v", err)
	}
	if n, err := second.Read(make([]byte, 1)); err == nil {
		t.Errorf("%d bytes come of an answer that was cut off", n)
	}
	if o.bytes != 0 || o.sending.Len() != 0 {
		t.Errorf("%d bytes in %d answers are left", o.bytes, o.sending.Len())
	}
}

// What is no request is none, and what is one is answered once.
func TestAttackWithShapes(t *testing.T) {
	v := attacked(t)
	const course = "# A\n\n## B\n- c"
	one := "POST /list?format=text HTTP/1.1\r\nHost: x\r\nContent-Length: 13\r\nContent-Type: text/markdown\r\n\r\n" + course
	last := "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
	for name, test := range map[string]struct {
		send string
		want []string // statuses
	}{
		"pipelined":             {strings.Repeat(one, 50) + last, strings.Fields(strings.Repeat("200 ", 51))},
		"HTTP/1.0":              {"GET /healthz HTTP/1.0\r\n\r\n", []string{"200"}},
		"HTTP/0.9":              {"GET /healthz\r\n\r\n", []string{"400"}},
		"HTTP/2 without TLS":    {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", []string{"400"}},
		"no host":               {"GET /healthz HTTP/1.1\r\n\r\n", []string{"400"}},
		"two hosts":             {"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", []string{"400"}},
		"two lengths":           {posting + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde" + last, []string{"400"}},
		"a length below zero":   {posting + "Content-Length: -1\r\n\r\nabcd" + last, []string{"400"}},
		"a signed length":       {posting + "Content-Length: +4\r\n\r\nabcd" + last, []string{"400"}},
		"an unknown coding":     {posting + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + last, []string{"501"}},
		"two codings":           {posting + "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n" + last, []string{"501"}},
		"a space before colons": {posting + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + last, []string{"400"}},
		"a chunk of no size":    {posting + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n" + last, []string{"400"}},
		"a huge chunk":          {posting + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc", []string{"400"}},
		"a zero in the path":    {"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", []string{"400"}},
		"a path out":            {"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", []string{"404"}},
		"a long address":        {"GET /" + strings.Repeat("a", 200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", []string{"431"}},
		"a long header":         {getting + "If-None-Match: " + strings.Repeat(`"a",`, 1<<18) + "\r\n\r\n", []string{"431"}},
		"many fields":           {getting + strings.Repeat("A: b\r\n", 1<<16) + "\r\n", []string{"431"}},
		"a tunnel":              {"CONNECT evil:80 HTTP/1.1\r\nHost: evil:80\r\nConnection: close\r\n\r\n", []string{"405"}},
		"an upgrade":            {getting + "Connection: Upgrade, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n", []string{"200"}},
		"what is not expected":  {posting + "Expect: 200-maybe\r\nContent-Length: 4\r\n\r\nabcd", []string{"417"}},
		"TLS":                   {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\x7f\n", 50), []string{"400"}},
	} {
		conn := v.opened(1, test.send)[0]
		conn.SetDeadline(time.Now().Add(10 * time.Second))
		got, _ := io.ReadAll(conn) // which may be reset behind an answer
		conn.Close()
		var statuses []string
		for _, found := range regexp.MustCompile(`(?m)^HTTP/1\.[01] (\d{3})`).FindAllSubmatch(got, -1) {
			statuses = append(statuses, string(found[1]))
		}
		if strings.Join(statuses, " ") != strings.Join(test.want, " ") {
			t.Errorf("%s: %s, not %s", name, statuses, test.want)
		}
	}
	v.recovers("requests that are none", v.state())
}

// Who asks for more than can be done at a time is told to come back.
func TestAttackWithMoreThanCanBeDone(t *testing.T) {
	v := attacked(t, "--parallel", "1", "--queue", "2", "--max-wait", "200ms")
	course := largeCourse(times(300, 700))
	seen := map[int]int{}
	var mu sync.Mutex
	var all sync.WaitGroup
	for range times(16, 400) {
		all.Go(func() {
			r, err := http.Post("http://"+v.address+"/render?format=html", "text/markdown", strings.NewReader(course))
			if err != nil {
				t.Error(err)
				return
			}
			io.Copy(io.Discard, r.Body)
			r.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			seen[r.StatusCode]++
			if again := r.Header.Get("Retry-After"); (r.StatusCode != 200) != (again != "") {
				t.Errorf("%s is to be asked again after %q s", r.Status, again)
			}
		})
	}
	all.Wait()
	if seen[200] == 0 || seen[429] == 0 || seen[200]+seen[429]+seen[503] != times(16, 400) {
		t.Errorf("the answers are %v", seen)
	}
	v.recovers(fmt.Sprintf("more than can be done: %v", seen), v.state())
	v.answers("after too much")
}

// A request that has begun is answered although the program is told to end, which says
// first that it is going to.
func TestAttackWhileItEnds(t *testing.T) {
	address, process := replica(t, "--drain", "1s")
	course := fmt.Sprintf(smallCourse, 1)
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(conn, "%sContent-Length: %d\r\n\r\n%s", posting, len(course), course[:20])
	process.Signal(syscall.SIGTERM)
	ready := 0
	for range 100 {
		r, err := http.Get("http://" + address + "/readyz")
		if err != nil {
			t.Fatalf("it does not answer any more, and has not said that it ends: %v", err)
		}
		r.Body.Close()
		if ready = r.StatusCode; ready == http.StatusServiceUnavailable {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	if ready != http.StatusServiceUnavailable {
		t.Errorf("/readyz says %d", ready)
	}
	for range 200 {
		refused, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		refused.Close()
		time.Sleep(20 * time.Millisecond)
	}
	io.WriteString(conn, course[20:])
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(r.Body); err != nil || r.StatusCode != 200 || !bytes.Contains(body, []byte("</svg>")) {
		t.Errorf("a request that had begun gets %s, %v", r.Status, err)
	}
	conn.Close()
	if ended, err := process.Wait(); err != nil || ended.ExitCode() != 0 {
		t.Errorf("it ends with %v, %v", ended, err)
	}
}
