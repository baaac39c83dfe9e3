package preview_test

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// frames is what the pages in frames tell, of which scripts outside see nothing.
const frames = `(() => {
	window.ask = () => new Promise((done) => {
		addEventListener('message', (e) => e.data.place && done(e.data.place));
		const frame = document.querySelector('iframe');
		const post = () => frame.contentWindow.postMessage('', '*');
		frame.addEventListener('load', post); // where there is no page yet
		post();
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
	before := browser.Eval[string](p, `ask().then(JSON.stringify)`)
	shown := browser.Eval[string](p, `document.getElementById('rv:figure').dataset.shown`)
	save(t, "README.md", strings.ReplaceAll(long.String(), "Three", "Trois"))
	p.Soon(`document.getElementById('rv:figure').dataset.shown !== '` + shown + `' && document.querySelectorAll('iframe').length === 1`)
	if got := browser.Eval[string](p, `document.querySelector('iframe').name`); got != before {
		t.Errorf("the page was at %s, and the next one begins at %s", before, got)
	}
	browser.Eval[bool](p, `(() => {
		const frame = document.querySelector('iframe');
		const next = frame.cloneNode();
		next.name = JSON.stringify({kept: {'rv:mode': 'dark'}, scale: 1.5, figure: [200, 400], page: [0, 0]});
		next.removeAttribute('src');
		frame.replaceWith(next);
		next.getBoundingClientRect(); // as where pages are shown
		next.src = frame.src;
		return true;
	})()`)
	p.Soon(`ask().then(({kept, scale, figure}) => kept?.['rv:mode'] === 'dark' && Math.abs(scale - 1.5) < 0.01 && Math.abs(figure[0] - 200) < 2 && Math.abs(figure[1] - 400) < 2)`)
}
