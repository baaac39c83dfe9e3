package preview_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// frames is what the pages in frames tell, of which scripts outside see nothing.
const frames = `(() => {
	window.told = [];
	addEventListener('message', (e) => told.push(e.data));
	window.ask = () => new Promise((done) => {
		addEventListener('message', (e) => e.data.place && done(e.data.place), {once: true});
		document.querySelector('iframe').contentWindow.postMessage('', '*');
	});
	return true;
})()`

// A page that follows another is where that was: its view, its place, and what it keeps.
func TestPageKeepsItsPlace(t *testing.T) {
	var long strings.Builder
	long.WriteString("# Long\n\n## Part\n")
	for _, name := range []string{"Ants", "Bees", "Cats", "Dogs", "Elks", "Foxes", "Gnus", "Hens"} {
		long.WriteString("\n### " + name + "\n\n- One of " + name + "\n- [Two](https://example.org) of " + name + "\n- Three of " + name + "\n")
	}
	s := start(t, long.String(), preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "?format=html")
	browser.Eval[bool](p, frames)
	p.Do(chromedp.Click(chromedp.CSS("iframe")))
	p.Press("++")
	p.Press(strings.Repeat(kb.ArrowDown, 8))
	const place = `ask().then(({kept, fragment, scale, figure}) => JSON.stringify([kept, fragment, scale.toFixed(3), figure.map(Math.round)]))`
	p.Soon(`ask().then(({scale, figure}) => scale > 1.1 && figure[1] > 300)`)
	p.Do(chromedp.Sleep(500 * time.Millisecond)) // in which it comes to rest
	before := browser.Eval[string](p, place)
	shown := browser.Eval[string](p, `document.getElementById('rv:figure').dataset.shown`)
	save(t, "README.md", strings.ReplaceAll(long.String(), "Three", "Trois"))
	p.Soon(`document.getElementById('rv:figure').dataset.shown !== '` + shown + `' && document.querySelectorAll('iframe').length === 1`)
	if got := browser.Eval[string](p, place); got != before {
		t.Errorf("the page was at %s and is at %s", before, got)
	}
	t.Log(before)
}
