package preview_test

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

func TestMain(m *testing.M) { browser.Main(m) }

const boats = `# Boats

How to build and to sail them.

## Wood

### 1. Planks

- **Sawing**: along the grain. [How to saw](https://example.org/saw)
- **Drying**: takes years.
- **Oiling** (optional)

### 2. Glue

Requires: Planks

- **Resin**: sticks.
- **Clamps**: hold.

## Sails

### 1. Cloth

- Cotton
- Dacron
`

// session is a preview of a folder of its own, which is the working folder.
type session struct {
	*testing.T
	address string // with the scheme
	stop    func()
}

// start previews README.md with a text, or "" without one.
func start(t *testing.T, readme string, config preview.Config) *session {
	t.Helper()
	t.Chdir(t.TempDir())
	if readme != "" {
		save(t, "README.md", readme)
	}
	s := &session{T: t}
	s.serve("127.0.0.1:0", config)
	return s
}

// serve answers at an address until the test ends, or stop is called.
func (s *session) serve(address string, config preview.Config) {
	s.Helper()
	listener, err := net.Listen("tcp", address)
	if err != nil {
		s.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	config.Log = slog.New(slog.DiscardHandler)
	p := preview.New(config)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		p.Watch(ctx)
	}()
	server := &http.Server{Handler: p}
	go server.Serve(listener)
	s.address = "http://" + listener.Addr().String()
	s.stop = func() {
		cancel()
		<-watched
		server.Close()
	}
	s.Cleanup(func() { s.stop() })
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const isShown = `!!document.getElementById('rv:figure').dataset.shown`

// open opens a page of the preview, with a query or "", and waits for its figure.
func (s *session) open(p browser.Page, query string) {
	s.Helper()
	p.Do(chromedp.Navigate(s.address + "/" + query))
	p.Soon(isShown)
}

// shows tells in scripts whether the figure has a word.
func shows(word string) string {
	return `!!document.querySelector('.sheet')?.shadowRoot?.querySelector('svg').textContent.includes('` + word + `')`
}
