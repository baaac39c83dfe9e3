package html_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

// browser is one Chromium for all tests of the package; each of them has a profile of
// its own in it.
var browser = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	ctx, _ := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800)))
	return ctx, chromedp.Do(ctx)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if ctx, err := browser(); err == nil {
		_ = chromedp.Cancel(ctx)
	}
	os.Exit(code)
}

// page is a tab in a browser, whose storage is empty at first.
type page struct {
	*testing.T
	ctx context.Context
}

// newPage is an empty tab. What its pages complain of fails the test: errors and
// warnings of the console, which tells of violations of the policy, too.
func newPage(t *testing.T) page {
	t.Helper()
	parent, err := browser()
	if err != nil {
		t.Skipf("no chromium here: %v", err)
	}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	var mu sync.Mutex
	var complaints []string
	complain := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		complaints = append(complaints, text)
	}
	err = chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if kind := string(e.Type); kind == "error" || kind == "warning" || kind == "assert" {
				complain(fmt.Sprintf("%s: %s", kind, e.Args[0].Value))
			}
		case *runtime.EventExceptionThrown:
			complain("exception: " + e.ExceptionDetails.Text + " " + e.ExceptionDetails.Exception.Description)
		case *log.EventEntryAdded:
			if e.Entry.Level == "error" || e.Entry.Level == "warning" {
				complain(e.Entry.Text)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		cancel()
		mu.Lock()
		defer mu.Unlock()
		for _, c := range complaints {
			t.Errorf("the page complains: %s", c)
		}
	})
	return page{t, ctx}
}

// do does things in the browser.
func (p page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// press presses a key as a keyboard does: what scripts prevent is not typed.
func (p page) press(key string) {
	p.Helper()
	for _, r := range key {
		var text string
		for _, k := range slices.Backward(kb.Encode(r)) {
			if k.Type == kb.KeyChar {
				text = k.Text
			}
		}
		for _, k := range kb.Encode(r) {
			switch k.Type {
			case kb.KeyChar:
				continue
			case kb.KeyDown:
				k.Type, k.Text = "keyDown", text
			}
			p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
				_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, *k)
				return err
			}))
		}
	}
}

// open writes the page of a course to a file, opens it at a fragment, "" or "#…", and
// waits for its scripts.
func (p page) open(file, markdown, fragment string) {
	p.Helper()
	p.load(file, encoded(p.T, markdown), fragment)
}

func (p page) load(file string, page []byte, fragment string) {
	p.Helper()
	if err := os.WriteFile(file, page, 0o666); err != nil {
		p.Fatal(err)
	}
	p.do(chromedp.Navigate("file://"+file+fragment), chromedp.WaitReady(chromedp.CSS("html.ready")))
}

// eval is the value of an expression in the page, or what a promise comes to.
func eval[T any](p page, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return value
}

// soon waits until an expression is true.
func (p page) soon(expression string) {
	p.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression)); err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
}

// encoded is the page of a course in Markdown.
func encoded(t *testing.T, src string) []byte {
	t.Helper()
	g, _ := markdown.Parse([]byte(src), markdown.Options{File: "README.md"})
	return encodedGraph(t, g)
}

func encodedGraph(t testing.TB, g *graph.Graph) []byte {
	t.Helper()
	engine, _ := engines.Lookup(engines.Default)
	d, _, err := engines.Layout(t.Context(), engine, g, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	theme, _ := themes.Lookup("course")
	var b bytes.Buffer
	if err := html.Encode(t.Context(), &b, d, theme.WithNight(theme.Counterpart()), html.Options{Graph: g, Document: "https://github.com/o/r/blob/main/README.md"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const course = `# Boats

## Wood

### 1. Planks

Long and thin.

- **Sawing**: along the grain. [How to saw](https://example.org/saw)
- **Drying**: takes years.
- **Oiling** (optional)

### 2. Glue

Requires: Planks

- **Resin**: sticks.
- **Clamps**: hold. Requires: Resin

## Sails

### Cloth

- Cotton
- Dacron
`

// A link to a topic opens its panel; back and forward follow.
func TestDeepLink(t *testing.T) {
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "boats.html"), course, "#wood/planks/sawing")
	const shows = `document.querySelector('#rv\\:panel h2').textContent === `
	p.soon(shows + `'Sawing'`)
	eval[string](p, `location.hash = '#wood/planks/drying'`)
	p.soon(shows + `'Drying'`)
	p.do(chromedp.NavigateBack())
	p.soon(shows + `'Sawing'`)
	p.do(chromedp.NavigateForward())
	p.soon(shows + `'Drying'`)
}
