package preview_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// before serves a preview of a folder behind a handler.
func before(t *testing.T, readme string, wrap func(http.Handler) http.Handler) string {
	t.Helper()
	t.Chdir(t.TempDir())
	save(t, "README.md", readme)
	p := preview.New(preview.Config{Args: []string{"README.md"}})
	ctx, stop := context.WithCancel(t.Context())
	watched := make(chan error)
	go func() { watched <- p.Watch(ctx) }()
	server := httptest.NewServer(wrap(p))
	t.Cleanup(func() {
		stop()
		<-watched
		server.CloseClientConnections()
		server.Close()
	})
	return server.URL
}

const statusText = `document.getElementById('rv:status').textContent`

// A figure that takes long is said to be drawn, and nothing can be done with it before;
// what fails on the way is asked for again.
func TestWaiting(t *testing.T) {
	var asked atomic.Int32
	drawn := make(chan bool)
	address := before(t, boats, func(p http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/state" {
				if asked.Add(1) == 1 {
					<-drawn
					http.Error(w, "a failure", http.StatusInternalServerError)
					return
				}
			}
			p.ServeHTTP(w, r)
		})
	})
	p := browser.New(t)
	p.Allow("status of 500")
	p.Do(chromedp.Navigate(address))
	const busy = `getComputedStyle(document.getElementById('rv:busy')).visibility`
	p.Soon(busy + ` === 'visible'`)
	if browser.Eval[bool](p, `!!document.querySelector('#rv\\:zoom button:enabled, #rv\\:side:not([hidden])')`) {
		t.Error("there is something to press before there is a figure")
	}
	close(drawn)
	p.Soon(statusText + `.includes('trying again')`)
	p.Soon(isShown)
	p.Soon(busy + ` === 'hidden' && ` + statusText + ` === '' && !document.querySelector('#rv\\:zoom button:disabled')`)
}

// A page for which there is no stream any more says so, and follows all the same.
func TestTooManyPages(t *testing.T) {
	var isFull atomic.Bool
	isFull.Store(true)
	address := before(t, boats, func(p http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/events" && isFull.Load() {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			p.ServeHTTP(w, r)
		})
	})
	p := browser.New(t)
	p.Allow("status of 503")
	p.Do(chromedp.Navigate(address))
	p.Soon(isShown)
	p.Soon(statusText + `.includes('Many pages')`)
	save(t, "README.md", strings.Replace(boats, "Resin", "Tar", 1))
	p.Soon(shows("Tar"))
	isFull.Store(false)
	p.Soon(statusText + ` === 'The preview is there again'`)
	begin := time.Now()
	save(t, "README.md", strings.Replace(boats, "Resin", "Pitch", 1))
	p.Soon(shows("Pitch"))
	t.Logf("it follows after %v again", time.Since(begin).Round(time.Millisecond))
}

// Options that the layout does not take are not to be chosen; those that are chosen
// already can be taken back.
func TestRefusedOptions(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "?layout=tree")
	p.Soon(`document.getElementById('rv:option-width').disabled && document.getElementById('rv:option-width').placeholder === 'not in this layout' && !document.getElementById('rv:option-direction').disabled`)
	s.open(p, "?layout=grid")
	p.Soon(`document.getElementById('rv:option-direction').disabled && !document.getElementById('rv:option-columns').disabled`)
	p.Do(chromedp.Navigate(s.address + "/?layout=tree&width=700"))
	p.Soon(problemText + `.includes('width')`)
	if browser.Eval[bool](p, `document.getElementById('rv:option-width').disabled`) {
		t.Error("a width that is wrong cannot be taken back")
	}
	if got := browser.Eval[string](p, `[...document.querySelectorAll('#rv\\:keep > :not([hidden])')].map(e => e.textContent).join()`); got != "There is no such figure to keep." {
		t.Errorf("what is wrong would be kept with %q", got)
	}
}
