package html_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/browser"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

// grown is a course of a number of topics, eight in a section and ten sections in a
// part, of which each third topic and most sections have prerequisites.
func grown(topics int) *graph.Graph {
	var b strings.Builder
	b.WriteString("# A long course\n")
	for t, s := 0, 0; t < topics; s++ {
		if s%10 == 0 {
			fmt.Fprintf(&b, "\n## Part %d\n", s/10+1)
		}
		fmt.Fprintf(&b, "\n### %d. Section %d\n\n", s+1, s+1)
		if s > 1 {
			fmt.Fprintf(&b, "Requires: Section %d\n\n", s-1)
		}
		for i := 0; i < 8 && t < topics; i++ {
			t++
			fmt.Fprintf(&b, "- **Topic %d**: what there is to learn of it. [A text](https://example.org/%d)\n", t, t)
		}
	}
	g, _ := markdown.Parse([]byte(b.String()), markdown.Options{File: "README.md"})
	return g
}

var growth = []int{100, 1_000, 10_000}

// BenchmarkEncode writes pages: how long that takes, and how large they get.
func BenchmarkEncode(b *testing.B) {
	for _, topics := range growth {
		g := grown(topics)
		engine, _ := engines.Lookup(engines.Default)
		d, _, err := engines.Layout(b.Context(), engine, g, layout.Options{})
		if err != nil {
			b.Fatal(err)
		}
		theme, _ := themes.Lookup("course")
		b.Run(fmt.Sprint(topics), func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := html.Encode(b.Context(), &out, d, theme, html.Options{Graph: g}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len())/1000, "kB")
		})
	}
}

// acts are what a learner does with a page, as functions that a script calls. Each waits
// until the next frame is shown.
var acts = []struct{ name, script string }{
	{"panel", clicked("#n6 a")},
	{"next-panel", clicked("#n16 a")},
	{"mark", `document.querySelector('#rv\\:panel input[value=done]').click()`},
	{"close", pressed("Escape")},
	{"zoom", pressed("+")},
	{"arrow", `document.querySelector('#n16 a').focus(), document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}))`},
	{"scroll", `document.querySelector('#rv\\:figure').scrollBy({top: 600, behavior: 'instant'})`},
	{"fold", clicked("#n1 .fold")},
	{"unfold", clicked("#n1 .fold")},
	{"fold-all", pressed("F")},
	{"unfold-all", pressed("U")},
	{"search", searched("topic 99")},
	{"clear", searched("")},
	{"to-list", pressed("l")},
	{"list-panel", clicked(`li[data-n="6"] a.title`)},
	{"list-mark", clicked(`li[data-n="7"] .state`)},
	{"list-scroll", `scrollTo({top: document.body.scrollHeight / 2, behavior: 'instant'})`},
	{"list-search", searched("topic 98")},
	{"list-clear", searched("")},
	{"to-figure", pressed("l")},
}

func clicked(selector string) string {
	return "document.querySelector('" + selector + "').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
}

func pressed(key string) string {
	return "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '" + key + "', bubbles: true}))"
}

func searched(query string) string {
	return `(field => {field.value = '` + query + `'; field.dispatchEvent(new Event('input'))})(document.querySelector('#rv\\:search'))`
}

// BenchmarkOpen opens pages in a browser and does what learners do. It tells ms, the
// least of all rounds: of scripts, styles and layouts until all is ready (what scripts
// wait for is among them), when something is painted first and when scripts have
// started, and of each act up to the frame that shows it. The first are times of the
// processor, which others that use the machine do not make longer.
func BenchmarkOpen(b *testing.B) {
	parent, err := browser.Open()
	if err != nil {
		b.Skipf("no chromium here: %v", err)
	}
	for _, topics := range growth {
		file := filepath.Join(b.TempDir(), "page.html")
		if err := os.WriteFile(file, encodedGraph(b, grown(topics)), 0o666); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(topics), func(b *testing.B) {
			least := map[string]float64{}
			for b.Loop() {
				for name, ms := range opening(b, parent, file) {
					if before, known := least[name]; !known || ms < before {
						least[name] = ms
					}
				}
			}
			for name, ms := range least {
				b.ReportMetric(ms, name+"-ms")
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

func opening(b *testing.B, parent context.Context, file string) map[string]float64 {
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	defer stop()
	took := map[string]float64{}
	run := func(steps ...chromedp.Action[chromedp.Void]) {
		if err := chromedp.Do(ctx, steps...); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{TimeDomain: "threadTicks"}); err != nil {
		b.Fatal(err)
	}
	run(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector('.fold') !== null`)); err != nil {
		b.Fatal(err)
	}
	got, err := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range got.Metrics {
		switch m.Name {
		case "ScriptDuration", "LayoutDuration", "RecalcStyleDuration", "TaskDuration":
			took[strings.ToLower(strings.TrimSuffix(m.Name, "Duration"))] = m.Value * 1000
		}
	}
	for name, of := range map[string]string{
		"paint": "performance.getEntriesByType('paint')[0]?.startTime ?? 0",
		"ready": "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd",
	} {
		if took[name], err = chromedp.Run(ctx, chromedp.Evaluate[float64](of)); err != nil {
			b.Fatal(err)
		}
	}
	for _, act := range acts {
		ms, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`new Promise(done => requestAnimationFrame(() => {
			const start = performance.now();
			`+act.script+`;
			requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
		}))`, chromedp.EvalAwaitPromise))
		if err != nil {
			b.Fatalf("%s: %v", act.name, err)
		}
		took[act.name] = ms
	}
	return took
}

// Of a figure of thousands of boxes a page lays out those near to what is seen, and a
// fold changes no others, whatever was done before; what is seen is what would be if all
// were there. Its typefaces are there before its writing, which is laid out once.
func TestLargeFigure(t *testing.T) {
	p := newPage(t)
	p.load(filepath.Join(t.TempDir(), "page.html"), encodedGraph(t, grown(2_100)), "")
	if !eval[bool](p, `document.fonts.size > 0 && [...document.fonts].every(face => face.status === 'loaded')`) {
		t.Error("typefaces are not loaded")
	}
	p.soon(`document.querySelector('.fold') !== null`)
	eval[any](p, `window.touched = new Set(), new MutationObserver(all => all.forEach(m => touched.add(m.target))).observe(document.querySelector('#rv\\:figure svg'), {subtree: true, attributes: true}), null`)
	const scrolled = `document.querySelector('#rv\\:figure').scrollTo({top: %d, behavior: 'instant'})`
	for _, act := range []struct {
		name, script string
		least        int // boxes that are seen
	}{
		{"open", "0", 5},
		{"half way", fmt.Sprintf(scrolled, 100_000), 5},
		{"back", fmt.Sprintf(scrolled, 0), 5},
		{"fold", clicked("#n1 .fold"), 5},
		{"half way, folded", fmt.Sprintf(scrolled, 90_000), 5},
		{"fold all", pressed("F"), 0},
		{"up, folded", fmt.Sprintf(scrolled, 4_000), 2},
		{"unfold all", pressed("U"), 5},
		{"search", searched("topic 99"), 5},
		{"clear", searched(""), 5},
		{"open one", "location.hash = '#part-20/section-200'", 5},
	} {
		eval[any](p, `touched.clear(), Promise.resolve((`+act.script+`)).then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100, null)))))`)
		const boxes = `[...document.querySelectorAll('#rv\\:figure g[id^="n"][class]')].map(g => g.querySelector('.box, text').getBoundingClientRect()).filter(r => r.width > 0)`
		if laid := eval[int](p, boxes+`.length`); laid > 250 {
			t.Errorf("%s: %d boxes are laid out", act.name, laid)
		}
		if n := eval[int](p, `touched.size`); strings.Contains(act.name, "fold") && n > 2_000 {
			t.Errorf("%s: %d elements are changed", act.name, n)
		}
		const seen = boxes + `.filter(r => r.bottom > 0 && r.top < innerHeight).map(r => [r.left, r.top, r.right, r.bottom].map(Math.round).join()).sort()`
		before := eval[[]string](p, seen)
		if len(before) < act.least {
			t.Errorf("%s: %d boxes are seen", act.name, len(before))
		}
		all := eval[[]string](p, `(() => {
			dispatchEvent(new Event('beforeprint'));
			const far = document.querySelectorAll('.band:not(.near)');
			for (const band of far) band.classList.add('near');
			const all = `+seen+`;
			for (const band of far) band.classList.remove('near');
			return all;
		})()`)
		if !slices.Equal(before, all) {
			t.Errorf("%s: of %d boxes %d are seen", act.name, len(all), len(before))
		}
	}
}

// Arrows lead from band to band of a large figure, End to its end, and print has all.
func TestLargeFigureByKeys(t *testing.T) {
	p := newPage(t)
	p.load(filepath.Join(t.TempDir(), "page.html"), encodedGraph(t, grown(2_100)), "")
	p.do(chromedp.Focus(chromedp.CSS("#n1 a")))
	for range 60 {
		p.do(chromedp.KeyEvent(kb.ArrowDown))
	}
	if at := eval[int](p, `Number(document.activeElement.closest('g').id.slice(1))`); at < 40 {
		t.Errorf("sixty arrows lead to item %d", at)
	}
	p.do(chromedp.KeyEvent(kb.End))
	if id := eval[string](p, `document.activeElement.closest('g')?.id ?? ''`); id != eval[string](p, `[...document.querySelectorAll('#rv\\:figure g[id^="n"] > a')].pop().parentNode.id`) {
		t.Errorf("End leads to %s", id)
	}
	p.do(chromedp.KeyEvent(kb.Home))
	if id := eval[string](p, `document.activeElement.closest('g')?.id ?? ''`); id != "n0" {
		t.Errorf("Home leads to %s", id)
	}
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}))
	if n := eval[int](p, `[...document.querySelectorAll('.band')].filter(band => getComputedStyle(band).display === 'none').length`); n > 0 {
		t.Errorf("%d bands are not printed", n)
	}
}
