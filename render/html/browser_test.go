package html_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/browser"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

func TestMain(m *testing.M) { browser.Main(m) }

// page is a tab in a browser, whose storage is empty at first.
type page struct {
	*testing.T
	ctx context.Context
}

// newPage is an empty tab. What its pages complain of fails the test.
func newPage(t *testing.T) page {
	t.Helper()
	return page{t, browser.New(t).Context}
}

func (p page) tab() browser.Page { return browser.Page{T: p.T, Context: p.ctx} }

// do does things in the browser.
func (p page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	p.tab().Do(steps...)
}

// press presses keys as a keyboard does: what scripts prevent is not typed.
func (p page) press(keys string) {
	p.Helper()
	p.tab().Press(keys)
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
	return browser.Eval[T](p.tab(), expression)
}

// soon waits until an expression is true.
func (p page) soon(expression string) {
	p.Helper()
	p.tab().Soon(expression)
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
