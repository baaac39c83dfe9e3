package html_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
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
			fmt.Fprintf(&b, "- **Topic %d**: what there is to learn of it. [A text](https://example.org/%d)", t, t)
			if t > 5 && t%3 == 0 {
				fmt.Fprintf(&b, " Requires: Topic %d", t-5)
			}
			b.WriteByte('\n')
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
	{"fold", `document.querySelector('#n1 .fold').dispatchEvent(new MouseEvent('click', {bubbles: true}))`},
	{"unfold", `document.querySelector('#n1 .fold').dispatchEvent(new MouseEvent('click', {bubbles: true}))`},
	{"fold-all", `document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'F', bubbles: true}))`},
	{"unfold-all", `document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'U', bubbles: true}))`},
	{"search", `(field => {field.value = 'topic 99'; field.dispatchEvent(new Event('input'))})(document.querySelector('#rv\\:search'))`},
	{"clear", `(field => {field.value = ''; field.dispatchEvent(new Event('input'))})(document.querySelector('#rv\\:search'))`},
	{"scroll", `scrollBy(0, innerHeight), document.querySelector('#rv\\:figure').scrollBy(0, 600)`},
}

// BenchmarkOpen opens pages in a browser and does what learners do. It tells ms: of
// scripts, styles and layouts until all is ready, and of each act up to the frame
// that shows it.
func BenchmarkOpen(b *testing.B) {
	parent, err := browser()
	if err != nil {
		b.Skipf("no chromium here: %v", err)
	}
	for _, topics := range growth {
		file := filepath.Join(b.TempDir(), "page.html")
		if err := os.WriteFile(file, encodedGraph(b, grown(topics)), 0o666); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(topics), func(b *testing.B) {
			sums := map[string]float64{}
			rounds := 0.
			for b.Loop() {
				rounds++
				for name, ms := range opening(b, parent, file) {
					sums[name] += ms
				}
			}
			for name, sum := range sums {
				b.ReportMetric(sum/rounds, name+"-ms")
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
	if _, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{}); err != nil {
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
