package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

const course = "# Boats\n\n## Building\n\n### Wood\n\n- **Oak**: hard.\n\n### [Pine](pine.md)\n\n### Sails\n\n- **Cotton**: old.\n"

// inCourse makes a working folder with a course, and a theme.
func inCourse(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "README.md", course)
	write(t, "pine.md", "# Pine\n\n- **Scots pine**: red.\n- **Stone pine**: wide.\n")
	write(t, "look/my.yaml", "extends: course\nsection: {fill: \"#7c3aed\"}\n")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// ends runs a command line that ends by itself.
func ends(t *testing.T, line string) (code int, out, errs string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var o, e bytes.Buffer
	code = run(ctx, strings.Fields(line), &o, &e)
	if ctx.Err() != nil {
		t.Errorf("%s: it does not end; %s", line, e.String())
	}
	return code, o.String(), e.String()
}

// What is wrong with a command line is said as roadmapviz says it, and nothing is
// served.
func TestWrongCommandLines(t *testing.T) {
	inCourse(t)
	write(t, "empty/notes.txt", "x")
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	taken := busy.Addr().String()
	for line, want := range map[string]string{
		"--layuot tree":                   `there is no option "--layuot"; did you mean "--layout"?`,
		"--layout tre":                    `there is no layout "tre"; did you mean "tree"?`,
		"--width wide":                    `--width takes a number, not "wide"`,
		"--layout tree --width 300":       "--width is not for the tree layout",
		"--part Wod":                      `README.md: --part: nothing is named "Wod"`,
		"--from markdwn":                  `there is no format to read "markdwn"; did you mean "markdown"?`,
		"--graphviz mine":                 `--graphviz is helper or system, not "mine"`,
		"--log xml":                       `--log is text or json, not "xml"`,
		"--no-open=perhaps":               `--no-open takes true or false, not "perhaps"`,
		"--paper a4":                      "--paper is for pdf files, which are not shown here",
		"-":                               "name a file instead of -",
		"--api --layout tree":             "--layout is for the preview: with --api it comes with each request",
		"--api --from dot":                "--from is for the preview: with --api it comes with each request",
		"--api --follow":                  "--follow is for the preview: leave it out, or leave out --api",
		"--api --no-open":                 "--no-open is for the preview: leave it out, or leave out --api",
		"--api README.md":                 "leave out README.md",
		"--max-body 1MiB":                 "--max-body is for the service: leave it out, or add --api",
		"--api --max-body 1":              "--max-body: want a size such as 512MiB",
		"--api --max-time 10":             `--max-time takes a time such as 30s or 2m, not "10"`,
		"--api --max-pixels many":         `--max-pixels takes a number, not "many"`,
		"--api --queue 0":                 "--queue must be more than 0",
		"--listen 8300":                   `--listen takes an address with a port, such as 127.0.0.1:8300, or :8300 for all addresses of this machine, not "8300"`,
		"--api --listen localhost:http":   `not "localhost:http"`,
		"--listen :99999":                 `not ":99999"`,
		"failed: --listen 192.0.2.1:8300": "192.0.2.1 is no address of this machine: say --listen :8300",
		"failed: --listen " + taken:       "another program listens at " + taken + " already: end it, or say another port, such as --listen 127.0.0.1:",
		"failed: --api --listen " + taken: "another program listens at " + taken,
		"failed: nosuch.md":               "nosuch.md: no such file",
		"failed: README.md nosuch.md":     "nosuch.md: no such file",
		"failed: empty":                   "no README.md in empty",
		"failed: --theme look/none.yaml":  "look/none.yaml: no such file",
		"failed: --progress me.yaml":      "me.yaml: no such file",
	} {
		args, failed := strings.CutPrefix(line, "failed: ")
		code, out, errs := ends(t, args)
		wantCode := exitUsage
		if failed {
			wantCode = exitFailed
		}
		if code != wantCode || out != "" || !strings.HasPrefix(errs, "roadmapviz: ") || !strings.Contains(errs, want) || strings.Contains(errs, "see the options") == failed {
			t.Errorf("%s: exit status %d, %s", line, code, errs)
		}
	}
}

// The help has a place for each flag, those of the service apart.
func TestHelp(t *testing.T) {
	code, out, errs := ends(t, "--help")
	if code != exitOK || errs != "" {
		t.Fatalf("exit status %d, %s", code, errs)
	}
	groups := regexp.MustCompile(`(?s)\n` + ofBoth + `\n(.*)\n` + ofPreview + `\n(.*)\n` + ofService + `\n(.*)`).FindStringSubmatch(out)
	if groups == nil {
		t.Fatalf("the help has other groups:\n%s", out)
	}
	newCmd(io.Discard).Flags().VisitAll(func(f *pflag.Flag) {
		at := map[string]int{ofBoth: 1, ofPreview: 2, ofService: 3}[groupOf(f)]
		if at == 0 || strings.Contains(groups[max(at, 1)], "--"+f.Name+" ") != (isListed(f) && !f.Hidden) {
			t.Errorf("--%s is in the group %q", f.Name, groupOf(f))
		}
	})
}

// Shells complete flags, also those that the help only points to, and parts.
func TestCompletion(t *testing.T) {
	inCourse(t)
	for line, want := range map[string]string{
		"--layout t":     "\ntree\n",
		"--colum":        "--columns\t",
		"--part boats/w": "boats/wood\tWood\n",
		"--api --max-bo": "--max-body\t",
		"--graphviz s":   "system\n:4\n",
		"README.md REA":  ":0\n",
	} {
		if code, out, _ := ends(t, "__complete "+line); code != exitOK || !strings.Contains("\n"+out, want) {
			t.Errorf("%s: exit status %d, %s", line, code, out)
		}
	}
}

// said is what a program says while it runs.
type said struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *said) Write(text []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(text)
}

// soon waits until it says something, and returns what a group of the pattern matches.
func (s *said) soon(t *testing.T, pattern string) string {
	t.Helper()
	for range 1000 {
		s.mu.Lock()
		text := s.text.String()
		s.mu.Unlock()
		if found := regexp.MustCompile(pattern).FindStringSubmatch(text); found != nil {
			return found[len(found)-1]
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("it does not say %q but %s", pattern, s.text.String())
	return ""
}

// goesOn runs a command line until the test ends.
func goesOn(t *testing.T, args ...string) *said {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := new(said)
	done := make(chan int, 1)
	go func() { done <- run(ctx, args, io.Discard, s) }()
	t.Cleanup(func() {
		cancel()
		if code := <-done; code != exitOK {
			t.Errorf("%q: exit status %d, %s", args, code, s.text.String())
		}
	})
	return s
}

const addressIs = `the roadmap is at (http://\S+/); stop`

func get(t *testing.T, address string) []byte {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v %s", address, answer.Status, err, body)
	}
	return body
}

// The flags of figures, of courses and of the machine hold in the preview, stand in the
// command that it shows, and what they name is watched.
func TestPreviewTakesFlags(t *testing.T) {
	inCourse(t)
	s := goesOn(t, "--no-open", "--listen", "127.0.0.1:0", "README.md", "--layout", "tree", "--theme", "look/my.yaml", "--follow", "--system-fonts", "never", "--scale", "2")
	address := s.soon(t, addressIs)
	var state struct {
		Command string
		Settled map[string]string
	}
	if err := json.Unmarshal(get(t, address+"state"), &state); err != nil {
		t.Fatal(err)
	}
	if want := "roadmapviz render README.md --system-fonts=never --follow --theme look/my.yaml --layout tree -o roadmap.svg"; state.Command != want {
		t.Errorf("the command is\n%s, not\n%s", state.Command, want)
	}
	if state.Settled["layout"] != "tree" || state.Settled["theme"] != "look/my.yaml" || state.Settled["scale"] != "2" {
		t.Errorf("the page shows %v", state.Settled)
	}
	svg := get(t, address+"figure/roadmap.svg")
	if !bytes.Contains(svg, []byte("#7c3aed")) {
		t.Error("the theme is not used")
	}
	if !bytes.Contains(svg, []byte("Scots pine")) {
		t.Error("the links are not followed")
	}
	write(t, "look/my.yaml", "extends: course\nsection: {fill: \"#00543d\"}\n")
	for range 500 {
		if bytes.Contains(get(t, address+"figure/roadmap.svg"), []byte("#00543d")) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("a theme that is saved is not seen")
}

// A text with errors, or with nothing to draw, is no reason not to begin.
func TestPreviewOfUnfinishedText(t *testing.T) {
	inCourse(t)
	write(t, "README.md", "# Nothing yet\n")
	write(t, "roadmapviz.yaml", "themee: x\n")
	s := goesOn(t, "--no-open", "--listen", "127.0.0.1:0", "--part", "Sails")
	var state struct{ Problem struct{ Message string } }
	if err := json.Unmarshal(get(t, s.soon(t, addressIs)+"state"), &state); err != nil || !strings.Contains(state.Problem.Message, "themee") {
		t.Errorf("the page says %q (%v)", state.Problem.Message, err)
	}
}

// Where nobody says a port, a preview takes the next one that is free.
func TestNextFreePort(t *testing.T) {
	inCourse(t)
	first, second := goesOn(t, "--no-open"), goesOn(t, "--no-open")
	if a, b := first.soon(t, addressIs), second.soon(t, addressIs); a == b {
		t.Errorf("both are at %s", a)
	}
}

// An address for all machines is shown as the browser of this one asks for it, and
// that others see the preview is said.
func TestAddressOfAllMachines(t *testing.T) {
	inCourse(t)
	s := goesOn(t, "--no-open", "--listen", ":0")
	address := s.soon(t, addressIs)
	s.soon(t, "whoever reaches this machine sees it too")
	if !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Errorf("the address is %s", address)
	}
	get(t, address)
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	port := address[strings.LastIndex(address, ":"):]
	for _, a := range addresses {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.To4() != nil && !ip.IP.IsLoopback() {
			get(t, "http://"+ip.IP.String()+port)
		}
	}
}

// The browser is opened where there is a display, and where not, the preview goes on.
func TestOpensTheBrowser(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("xdg-open is of Linux")
	}
	inCourse(t)
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	t.Setenv("BROWSER", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", "")
	goesOn(t, "--listen", "127.0.0.1:0").soon(t, `no browser was opened \(there is no display here\)`)
	t.Setenv("DISPLAY", ":0")
	goesOn(t, "--listen", "127.0.0.1:0").soon(t, `no browser was opened \(there is no xdg-open here\)`)
	opened := filepath.Join(t.TempDir(), "opened")
	program := filepath.Join(bin, "xdg-open")
	if err := os.WriteFile(program, []byte("#!/bin/sh\necho \"$1\" >>'"+opened+"'\nexit 3\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	s := goesOn(t, "--listen", "127.0.0.1:0")
	address := s.soon(t, addressIs)
	s.soon(t, `no browser was opened \(xdg-open: exit status 3\)`)
	if text, err := os.ReadFile(opened); strings.TrimSpace(string(text)) != address {
		t.Errorf("opened is %q, and not %s: %v", text, address, err)
	}
	get(t, goesOn(t, "--listen", "127.0.0.1:0", "--no-open").soon(t, addressIs))
	if text, _ := os.ReadFile(opened); strings.Count(string(text), "\n") != 1 {
		t.Errorf("--no-open opens: %s", text)
	}
}
