package main

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// asProgram makes the test binary the program.
const asProgram = "ROADMAPVIZ_SERVE"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// replica starts the program as a service and returns its address.
func replica(t *testing.T, flags ...string) (address string, process *os.Process) {
	t.Helper()
	return replicaIn(t, nil, flags...)
}

// replicaIn lets another program start it, which gets its command line as arguments.
func replicaIn(t *testing.T, starter []string, flags ...string) (address string, process *os.Process) {
	t.Helper()
	line := slices.Concat(starter, []string{os.Args[0], "--api", "--listen", "127.0.0.1:0"}, flags)
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if found := regexp.MustCompile(`msg=listening address=(\S+)`).FindStringSubmatch(lines.Text()); found != nil {
			go io.Copy(io.Discard, log)
			return found[1], cmd.Process
		}
	}
	t.Fatal("the service does not say where it listens")
	return "", nil
}

// freeAddress is one that nothing listens at.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// proxied starts nginx with the configuration of docs/deploy before replicas, and
// returns its address.
func proxied(t *testing.T, replicas [2]string) string {
	t.Helper()
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		t.Skip("there is no nginx on this machine")
	}
	config, err := os.ReadFile("../../docs/deploy/nginx.conf")
	if err != nil {
		t.Fatal(err)
	}
	folder, address := t.TempDir(), freeAddress(t)
	text := string(config)
	for _, change := range [][2]string{
		{"replica-1:8300", replicas[0]}, {"replica-2:8300", replicas[1]},
		{"listen 443 ssl;", "listen " + address + ";"},
		{"/run/nginx.pid", folder + "/pid"}, {"/var/cache/nginx", folder},
		{"rate=50r/s", "rate=100000r/s"}, // or what this test asks would be refused
		{"http {", "http {\n  client_body_temp_path " + folder + "/body;\n  proxy_temp_path " + folder + "/proxy;\n  fastcgi_temp_path " + folder + "/f;\n  uwsgi_temp_path " + folder + "/u;\n  scgi_temp_path " + folder + "/s;"},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("docs/deploy/nginx.conf says nothing of %q", change[0])
		}
		text = strings.ReplaceAll(text, change[0], change[1])
	}
	text = regexp.MustCompile(`(?m)^ *ssl_.*\n`).ReplaceAllString(text, "")
	file := filepath.Join(folder, "nginx.conf")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	ways := "daemon off;"
	if os.Geteuid() == 0 { // nobody else may see the folders of tests
		ways += " user root;"
	}
	cmd := exec.Command(nginx, "-p", folder, "-c", file, "-e", "stderr", "-g", ways)
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		if t.Failed() {
			t.Logf("nginx says: %s", said.String())
		}
	})
	for range 200 {
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			return address
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("nginx does not listen: %s", said.String())
	return ""
}

const smallCourse = "# Cooking\n\n## Soups\n\n- Stock\n- Broth\n\n## Cakes\n\n- Dough\n- Oven %d\n"

// krokiPath is the address of a figure by Kroki's recipe: deflated, in base64 of URLs.
func krokiPath(format, source string) string {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, 9)
	io.WriteString(w, source)
	w.Close()
	return "/roadmapviz/" + format + "/" + base64.URLEncoding.EncodeToString(b.Bytes())
}

// What is asked for by address is drawn once for all replicas.
func TestProxyCaches(t *testing.T) {
	first, _ := replica(t)
	second, _ := replica(t)
	proxy := "http://" + proxied(t, [2]string{first, second})
	path := krokiPath("svg", fmt.Sprintf(smallCourse, 1))
	var bodies [][]byte
	for i, want := range []string{"MISS", "HIT", "HIT"} {
		r, err := http.Get(proxy + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if r.StatusCode != 200 || r.Header.Get("X-Cache") != want || !bytes.Contains(body, []byte("<svg")) {
			t.Errorf("request %d gets %s, %s of the cache and %d bytes", i+1, r.Status, r.Header.Get("X-Cache"), len(body))
		}
		bodies = append(bodies, body)
	}
	if !bytes.Equal(bodies[0], bodies[1]) {
		t.Error("what comes from the cache is something else")
	}
	r, err := http.Get(proxy + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	if r.Body.Close(); r.StatusCode != http.StatusForbidden {
		t.Errorf("the proxy shows the metrics to all: %s", r.Status)
	}
}

// Nobody notices that a replica is killed under load, neither who asks by address nor
// who posts.
func TestReplicaIsKilled(t *testing.T) {
	first, victim := replica(t)
	second, _ := replica(t)
	proxy := "http://" + proxied(t, [2]string{first, second})
	const clients, each = 8, 40
	var done atomic.Int64
	killed := make(chan bool)
	go func() {
		for done.Load() < clients*each/4 {
			time.Sleep(time.Millisecond)
		}
		victim.Kill()
		close(killed)
	}()
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			for i := range each {
				source := fmt.Sprintf(smallCourse, c*each+i)
				var r *http.Response
				var err error
				if i%2 == 0 {
					r, err = http.Get(proxy + krokiPath("svg", source))
				} else {
					r, err = http.Post(proxy+"/render?format=svg", "text/markdown", strings.NewReader(source))
				}
				if err != nil {
					t.Error(err)
					return
				}
				body, err := io.ReadAll(r.Body)
				r.Body.Close()
				if err != nil || r.StatusCode != 200 || !bytes.HasSuffix(bytes.TrimSpace(body), []byte("</svg>")) {
					t.Errorf("a request gets %s, %v: %.200s", r.Status, err, body)
				}
				done.Add(1)
			}
		})
	}
	all.Wait()
	<-killed
}
