package html_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

// onPaper shows a page as it is printed, as far as scripts and style sheets make it, and
// screen as it was before.
func (p page) onPaper() {
	p.Helper()
	eval[any](p, `dispatchEvent(new Event('beforeprint')), null`)
	p.as("print")
}

func (p page) onScreen() {
	p.Helper()
	p.as("")
	eval[any](p, `dispatchEvent(new Event('afterprint')), null`)
}

func (p page) as(media string) {
	p.Helper()
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media}); err != nil {
		p.Fatal(err)
	}
}

// sheets tells what is wrong with the sheets of the figure, one thing a line: boxes that
// are not all on one, or on several; sheets that are longer than paper; a drawing
// that is not on any.
const sheets = `(() => {
	const svg = document.querySelector('#rv\\:figure > svg');
	const sheets = [...document.querySelectorAll('.sheets > svg')];
	const wrong = [], seen = new Map();
	const isWide = document.documentElement.dataset.paper === 'lying';
	if (svg.getBoundingClientRect().height > 1) wrong.push('the figure itself is there');
	sheets.forEach((sheet, i) => {
		const all = sheet.getBoundingClientRect();
		const {width, height} = sheet.viewBox.baseVal;
		if (sheets.length > 1 && height / width > (isWide ? 182 / 269 : 11 * 25.4 - 28) / (isWide ? 1 : 8.5 * 25.4 - 28)) wrong.push('sheet ' + i + ' is too long: ' + height / width);
		for (const g of sheet.querySelectorAll('g[id^="n"][class], g.legend, g.chip, g.title')) {
			const r = (g.querySelector('rect.box') ?? g.querySelector('text, g[transform]') ?? g).getBoundingClientRect();
			if (r.top < all.top || r.bottom > all.bottom || r.left < all.left || r.right > all.right) wrong.push(g.id + ' is cut on sheet ' + i);
			if (g.matches('.gone')) wrong.push(g.id + ' is hidden, and on sheet ' + i);
			if (g.id && seen.has(g.id)) wrong.push(g.id + ' is there twice');
			seen.set(g.id, i);
		}
		if (!sheet.querySelector('g[id^="n"][class]')) wrong.push('nothing is on sheet ' + i);
		if ([...sheet.querySelectorAll('.fold')].some(f => f.getBoundingClientRect().width)) wrong.push('handles are on sheet ' + i);
	});
	const boxes = [...svg.querySelectorAll('g[id^="n"][class]:not(.gone)')].filter(g => g.querySelector('rect, text'));
	for (const {id} of boxes) if (!seen.has(id)) wrong.push(id + ' is nowhere');
	return wrong.join('\n');
})()`

const countSheets = `document.querySelectorAll('.sheets > svg').length`

// A figure is cut for paper so that each box is on one sheet, also where something is
// folded, and afterwards all is as it was.
func TestSheets(t *testing.T) {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	courses := map[string]string{"the example": string(src), "nested": nested, "from the right": "---\nlang: ar\n---\n" + string(src)}
	for name, src := range courses {
		for _, of := range foldLayouts {
			t.Run(name+"/"+of, func(t *testing.T) {
				p := newPage(t)
				p.openLaidOut(src, of, layout.Options{})
				p.do(chromedp.MouseEvent(chromedp.MouseMoved, 2, 2))
				for _, act := range []string{"open", "fold", "unfold"} {
					if act != "open" {
						eval[any](p, clicked("#n1 .fold")+`, null`)
						p.soon(isSeen + `(2) === ` + fmt.Sprint(act == "unfold"))
					}
					eval[any](p, `window.before = document.documentElement.outerHTML, null`)
					p.onPaper()
					if wrong := eval[string](p, sheets); wrong != "" {
						t.Errorf("%s: %s", act, wrong)
					}
					if n := eval[int](p, countSheets); n == 0 || name == "nested" && of != "roadmap" && n > 1 {
						t.Errorf("%s: %d sheets", act, n)
					}
					p.onScreen()
					p.soon(`document.documentElement.outerHTML === before`) // once what watches its size has seen it
				}
			})
		}
	}
}

// A sheet of a figure needs one sheet of paper, of both usual sizes, which lies so that
// the writing is larger; two short ones can share one.
func TestSheetsInPDF(t *testing.T) {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ layout, a4, letter string }{
		{"roadmap", "7 of 596 x 842", "7 of 612 x 792"},
		{"grid", "3 of 596 x 842", "3 of 612 x 792"},
		{"layered", "2 of 596 x 842", "3 of 612 x 792"},
		{"timeline", "3 of 596 x 842", "3 of 612 x 792"},
		{"tree", "3 of 842 x 596", "3 of 792 x 612"},
	} {
		p := newPage(t)
		p.openLaidOut(string(src), c.layout, layout.Options{})
		before := eval[string](p, drawn)
		for _, of := range []struct {
			size chromedp.PaperSize
			want string
		}{{chromedp.PaperA4, c.a4}, {chromedp.PaperLetter, c.letter}} {
			if got := p.pages(of.size); got != of.want {
				t.Errorf("%s: got %s, want %s", c.layout, got, of.want)
			}
		}
		if eval[bool](p, `document.querySelector('.sheets') !== null`) || eval[string](p, drawn) != before {
			t.Errorf("%s: not as it was", c.layout)
		}
	}
}

// pages are the number and the size of the pages of what is printed, in points.
func (p page) pages(size chromedp.PaperSize) string {
	p.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(size), chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		p.Fatal(err)
	}
	file := filepath.Join(p.TempDir(), "figure.pdf")
	if err := os.WriteFile(file, pdf, 0o666); err != nil {
		p.Fatal(err)
	}
	info, err := exec.CommandContext(p.ctx, "pdfinfo", file).Output()
	if err != nil {
		p.Skipf("no pdfinfo here: %v", err)
	}
	var n int
	var width, height float64
	for line := range strings.Lines(string(info)) {
		if of, is := strings.CutPrefix(line, "Pages:"); is {
			fmt.Sscan(of, &n)
		} else if of, is := strings.CutPrefix(line, "Page size:"); is {
			fmt.Sscanf(strings.TrimSpace(of), "%f x %f", &width, &height)
		}
	}
	return fmt.Sprintf("%d of %.0f x %.0f", n, width, height)
}

// Of a figure that is too long or too wide for paper the list is printed; one that stands
// in bands has all of them on its sheets, also what was folded far from what is seen.
func TestSheetsOfLargeFigures(t *testing.T) {
	const isList = `document.documentElement.dataset.paper === 'list' && document.querySelector('#rv\\:figure').offsetHeight === 0 && document.querySelector('#rv\\:list').offsetHeight > 0`
	p := newPage(t)
	p.load(filepath.Join(t.TempDir(), "long.html"), encodedGraph(t, grown(10_000)), "")
	if ms := eval[float64](p, `(() => {const from = performance.now(); dispatchEvent(new Event('beforeprint')); return performance.now() - from})()`); ms > 5_000 {
		t.Errorf("printing takes %.0f ms to begin", ms)
	}
	p.as("print")
	if !eval[bool](p, isList) {
		t.Error("it is not the list that is printed")
	}
	p.onScreen()
	if !eval[bool](p, `document.querySelector('#rv\\:figure').offsetHeight > 0`) {
		t.Error("the figure is not there again")
	}
	var wide strings.Builder
	wide.WriteString("# Wide\n")
	for i := range 40 {
		fmt.Fprintf(&wide, "\n## Section %d\n\n- One\n- Two\n", i+1)
	}
	p.openLaidOut(wide.String(), "timeline", layout.Options{Page: layout.Page{Direction: "right"}})
	p.onPaper()
	if !eval[bool](p, isList) {
		t.Error("a wide figure is printed")
	}
	p.onScreen()

	q := newPage(t)
	g := grown(1_850)
	engine, _ := engines.Lookup("grid")
	d, _, err := engines.Layout(t.Context(), engine, g, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	theme, _ := themes.Lookup("course")
	var b bytes.Buffer
	if err := html.Encode(t.Context(), &b, d, theme, html.Options{Graph: g}); err != nil {
		t.Fatal(err)
	}
	q.load(filepath.Join(t.TempDir(), "grid.html"), b.Bytes(), "")
	for _, act := range []string{"0", pressed("F"), pressed("U")} {
		eval[any](q, act+`, null`)
		from := eval[float64](q, `performance.now()`)
		q.onPaper()
		if ms := eval[float64](q, `performance.now()`) - from; ms > 20_000 {
			t.Errorf("printing takes %.0f ms to begin", ms)
		}
		t.Logf("%s: %d sheets, %.0f ms", act, eval[int](q, countSheets), eval[float64](q, `performance.now()`)-from)
		if wrong := eval[string](q, sheets); wrong != "" {
			t.Errorf("%s: %.500s", act, wrong)
		}
		q.onScreen()
	}
}

// States and what is selected are on paper, which is white also for those who
// like it dark.
func TestSheetsShowProgress(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	eval[any](p, `location.hash = '#wood/planks/sawing', null`)
	p.soon(`document.querySelector('#n2.current') !== null`)
	eval[any](p, `document.querySelector('#n9 a').focus(), null`)
	p.press("d")
	p.soon(`document.querySelector('#n9.done') !== null`)
	p.onPaper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: "print", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := eval[string](p, `getComputedStyle(document.querySelector('.sheets rect')).fill`); got != "rgb(255, 255, 255)" {
		t.Errorf("paper is %s", got)
	}
	for _, of := range []string{"#n2.current", "#n9.done"} {
		if !eval[bool](p, `document.querySelector('.sheets `+of+`') !== null`) {
			t.Errorf("%s is not on paper", of)
		}
	}
	p.onScreen()
}
