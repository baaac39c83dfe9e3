package html_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

// nested is a course whose topics hold topics, with prerequisites: Planks is item 1, its
// topic Drying is item 3.
const nested = `# Boats

## Wood

### Planks

- **Sawing**: along the grain.
- **Drying**: takes years.
  - Kiln
  - Air
- Oiling
- Bending

### Glue

Requires: Planks

- Resin
- Clamps (requires: Resin)
- Epoxy

### Frames

- Ribs
- Keel

## Sails

### Cloth

- Cotton
- Dacron

### Ropes

- Hemp
- Knots
  - Bowline
  - Hitch
`

// openLaidOut opens the page of a course in a layout, and waits for the handles.
func (p page) openLaidOut(src, name string, o layout.Options) {
	p.Helper()
	g, _ := markdown.Parse([]byte(src), markdown.Options{File: "README.md"})
	if strings.Contains(src, "lang: ") {
		g.Language = "ar"
	}
	engine, ok := engines.Lookup(name)
	if !ok {
		p.Fatalf("no layout %s", name)
	}
	d, _, err := engines.Layout(p.Context(), engine, g, o)
	if err != nil {
		p.Fatal(err)
	}
	theme, _ := themes.Lookup("course")
	var b bytes.Buffer
	if err := html.Encode(p.Context(), &b, d, theme.WithNight(theme.Counterpart()), html.Options{Graph: g}); err != nil {
		p.Fatal(err)
	}
	file := filepath.Join(p.TempDir(), name+".html")
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		p.Fatal(err)
	}
	p.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.soon(`document.querySelector('.fold') !== null`)
}

var foldLayouts = []string{"roadmap", "tree", "grid", "timeline", "layered"}

// The drawn figure, apart from the handles; what is seen of it; whether the list shows
// an item.
const (
	drawn = `(() => {
		const copy = document.querySelector('#rv\\:figure svg').cloneNode(true);
		for (const e of copy.querySelectorAll('.fold')) e.remove();
		for (const e of copy.querySelectorAll('[aria-expanded]')) e.removeAttribute('aria-expanded');
		return copy.outerHTML;
	})()`
	heightOf = `Number(document.querySelector('#rv\\:figure svg').getAttribute('height'))`
	isSeen   = `(n => document.querySelector('#n' + n).getBoundingClientRect().width > 0)`
	isListed = `(n => !document.querySelector('[data-n="' + n + '"]').closest('details:not([open])'))`
)

// overlaps are the visible boxes that lie upon each other or off the page; empty for none.
const overlaps = `(() => {
	const svg = document.querySelector('#rv\\:figure svg');
	const [w, h] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
	const off = svg.getBoundingClientRect(), k = off.width / w;
	const boxes = [...svg.querySelectorAll('g[id^="n"][class]')].map(g => [g.id, (g.querySelector('rect') ?? g.querySelector('text')).getBoundingClientRect()]).filter(([, r]) => r.width > 0);
	const wrong = [];
	for (const [id, r] of boxes) {
		if (r.left < off.left - 1 || r.top < off.top - 1 || r.right > off.right + 1 || r.bottom > off.bottom + 1) wrong.push(id + ' is off the page');
		for (const [other, q] of boxes) {
			if (id < other && r.left < q.right - .5 && q.left < r.right - .5 && r.top < q.bottom - .5 && q.top < r.bottom - .5) wrong.push(id + ' lies on ' + other);
		}
	}
	return wrong.join(', ');
})()`

// A click on the handle of a box hides what it holds, in the figure and in the list, and
// the gap closes; another click brings back all as it was drawn.
func TestFoldByHandle(t *testing.T) {
	for _, name := range foldLayouts {
		for _, direction := range []string{"ltr", "rtl"} {
			t.Run(name+"/"+direction, func(t *testing.T) {
				p := newPage(t)
				src := nested
				if direction == "rtl" {
					src = "---\nlang: ar\n---\n" + nested
				}
				p.openLaidOut(src, name, layout.Options{})
				before := eval[string](p, drawn)
				height := eval[float64](p, heightOf)
				p.do(chromedp.Click(chromedp.CSS("#n1 .fold")))
				p.soon(`!` + isSeen + `(2)`)
				if eval[bool](p, isListed+`(2)`) {
					t.Error("the list does not follow")
				}
				if got := eval[string](p, `document.querySelector('#n1 .fold').getAttribute('aria-expanded') + document.querySelector('#n1 .fold text').textContent`); got != "false+6" {
					t.Errorf("the handle says %s", got)
				}
				if wrong := eval[string](p, overlaps); wrong != "" {
					t.Error(wrong)
				}
				if name != "grid" && eval[float64](p, heightOf) >= height {
					t.Error("the gap does not close")
				}
				if n := eval[int](p, `[...document.querySelectorAll('.edge:not(.gone)')].filter(e => ['from', 'to'].some(k => document.getElementById(e.dataset[k])?.classList.contains('gone'))).length`); n > 0 {
					t.Errorf("%d lines lead to nothing", n)
				}
				p.do(chromedp.Click(chromedp.CSS("#n1 .fold")))
				p.soon(isSeen + `(2)`)
				p.do(chromedp.MouseEvent(chromedp.MouseMoved, 2, 2)) // what is pointed at is lit
				p.soon(`!document.querySelector('#rv\\:figure .lit')`)
				if after := eval[string](p, drawn); after != before {
					t.Errorf("not as it was:\n%s", firstDifference(before, after))
				}
			})
		}
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return fmt.Sprintf("%q\n%q", a[from:min(len(a), i+80)], b[from:min(len(b), i+80)])
}

// Whatever is folded, no box comes to lie on another.
func TestFoldAnything(t *testing.T) {
	for _, name := range foldLayouts {
		for _, columns := range []int{1, 3} {
			t.Run(fmt.Sprint(name, columns), func(t *testing.T) {
				p := newPage(t)
				o := layout.Options{}
				if columns > 1 {
					if name != "roadmap" {
						t.Skip("has no columns")
					}
					o.Columns = columns
				}
				p.openLaidOut(nested, name, o)
				before := eval[string](p, drawn)
				for _, items := range [][]int{{0}, {1}, {3}, {1, 3, 8}, {8, 12}, {15, 16, 19}, {0, 15}, {1, 8, 12, 16, 19}} {
					for _, n := range items {
						eval[bool](p, fmt.Sprintf(`document.querySelector('#n%d .fold')?.dispatchEvent(new MouseEvent('click', {bubbles: true}))`, n)+` ?? true`)
					}
					if wrong := eval[string](p, overlaps); wrong != "" {
						t.Errorf("%v folded: %s", items, wrong)
					}
					p.do(chromedp.KeyEvent("U"))
					if eval[string](p, drawn) != before {
						t.Errorf("%v unfolded: not as it was", items)
					}
				}
			})
		}
	}
}

// What is folded in the list is folded in the figure.
func TestFoldInList(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	if eval[bool](p, `document.querySelector('#n3 .fold') !== null`) {
		t.Error("a topic can be folded whose sub-topics the figure does not show")
	}
	for _, n := range []int{3, 1} { // a topic, then its section
		p.press("l")
		p.do(chromedp.Click(chromedp.CSS(fmt.Sprintf(`[data-n="%d"] > details > summary`, n))))
		p.soon(fmt.Sprintf(`!%s(%d)`, isListed, n+1))
		p.press("l")
		p.soon(fmt.Sprintf(`%s(%d)`, isSeen, n))
	}
	p.soon(`!` + isSeen + `(2)`)
}

// Keys fold what has the focus or what holds it, and everything.
func TestFoldKeys(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	p.do(chromedp.Focus(chromedp.CSS("#n2 a")), chromedp.KeyEvent("f"))
	p.soon(`!` + isSeen + `(2)`)
	if got := eval[string](p, `document.activeElement.parentElement.id`); got != "n1" {
		t.Errorf("the focus is on %s", got)
	}
	if got := eval[string](p, `document.activeElement.getAttribute('aria-expanded')`); got != "false" {
		t.Errorf("aria-expanded is %s", got)
	}
	p.do(chromedp.KeyEvent("f"))
	p.soon(isSeen + `(2)`)
	p.do(chromedp.KeyEvent("F"))
	p.soon(`[2, 9, 13, 17].every(n => !` + isSeen + `(n)) && [0, 1, 8].every(` + isSeen + `)`)
	p.do(chromedp.KeyEvent("F"))
	p.soon(`!` + isSeen + `(1) && ` + isSeen + `(0)`)
	p.do(chromedp.KeyEvent("U"))
	p.soon(isSeen + `(2)`)
	if got := eval[int](p, `document.querySelectorAll('.fold[tabindex="0"], .fold:not([tabindex]), .fold:not([aria-label])').length`); got > 0 {
		t.Errorf("%d handles are stops of the tab key, or have no name", got)
	}
}

// Folds are remembered, for their course alone.
func TestFoldIsRemembered(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	p.do(chromedp.Click(chromedp.CSS("#n1 .fold")))
	p.soon(`!` + isSeen + `(2)`)
	p.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.soon(`!` + isSeen + `(2) && !` + isListed + `(2)`)
	p.openLaidOut(strings.Replace(nested, "Boats", "Ships", 1), "roadmap", layout.Options{})
	p.soon(isSeen + `(2)`)
}

// A link to something that is folded away, and a search for it, unfold what holds it.
func TestFoldedIsFound(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	p.do(chromedp.KeyEvent("F"), chromedp.KeyEvent("F"))
	p.soon(`!` + isSeen + `(1)`)
	eval[string](p, `location.hash = '#wood/planks/sawing'`)
	p.soon(isSeen + `(2) && ` + isListed + `(2) && !` + isSeen + `(9)`)
	p.press("/")
	p.do(chromedp.KeyEvent("resin"))
	p.soon(isSeen + `(9) && ` + isListed + `(9)`)
	p.do(chromedp.KeyEvent("\b\b\b\b\b"))
	p.soon(`!` + isSeen + `(9)`)
	p.do(chromedp.KeyEvent("resin\r"))
	p.soon(`document.querySelector('#rv\\:search') !== document.activeElement && ` + isSeen + `(9)`)
}

// A box whose handle is clicked stays where it is on the screen.
func TestFoldStays(t *testing.T) {
	p := newPage(t)
	p.openLaidOut(nested, "roadmap", layout.Options{})
	eval[string](p, `document.querySelector('#n1 .fold').dispatchEvent(new MouseEvent('click', {bubbles: true})), ''`)
	eval[float64](p, `(f => f.scrollTop = 300)(document.querySelector('#rv\\:figure'))`)
	const top = `document.querySelector('#n8').getBoundingClientRect().top`
	before := eval[float64](p, top)
	at := eval[[]float64](p, `(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector('#n8 .fold').getBoundingClientRect())`)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	p.soon(`!` + isSeen + `(9)`)
	if after := eval[float64](p, top); math.Abs(after-before) > 1 {
		t.Errorf("it was at %v and is at %v", before, after)
	}
}

// squeezed is the value of an expression about the functions of frame.js and squeeze.js.
func squeezed[T any](p page, expression string) T {
	made := api.Build(api.BuildOptions{Stdin: &api.StdinOptions{Contents: `export * from "./frame.js"; export * from "./squeeze.js"`, ResolveDir: "page"}, Bundle: true, Format: api.FormatIIFE, GlobalName: "lib"})
	if len(made.Errors) > 0 {
		p.Fatal(made.Errors)
	}
	return eval[T](p, `(() => {`+string(made.OutputFiles[0].Contents)+`; const box = (x, y, panel = false) => ({x, y, panel}); return `+expression+`})()`)
}

// Heights of boxes one below the other, two columns, a panel, by numbers.
func TestSqueeze(t *testing.T) {
	p := newPage(t)
	for name, c := range map[string]struct{ expression, want string }{
		"nothing hidden": {`lib.squeeze(lib.frameOf([box([0, 10], [10, 20]), box([0, 10], [40, 50])], [], 100, 100), [false, false], new Map())`,
			`[[10,20],[40,50]] 100`},
		"the largest gap stays": {`lib.squeeze(lib.frameOf([box([0, 10], [10, 20]), box([0, 10], [40, 60]), box([0, 10], [90, 95])], [], 100, 100), [false, true, false], new Map())`,
			`[[10,20],[50,55]] 60`},
		"a column by itself": {`lib.squeeze(lib.frameOf([box([0, 10], [10, 90]), box([50, 60], [10, 20]), box([50, 60], [20, 60]), box([50, 60], [60, 90])], [], 100, 100), [false, false, true, false], new Map())`,
			`[[10,90],[10,20],[48,78]] 100`},
		"what is joined stays side by side": {`lib.squeeze(lib.frameOf([box([0, 10], [40, 60]), box([50, 60], [10, 30]), box([50, 60], [40, 60]), box([50, 60], [70, 90])], [[0, 1], [0, 2], [0, 3]], 100, 100), [false, true, false, true], new Map())`,
			`[[28,48],[28,48]] 76`},
		"a panel keeps its rim": {`lib.squeeze(lib.frameOf([box([0, 100], [0, 100], true), box([10, 90], [10, 20]), box([10, 90], [30, 90])], [], 100, 100), [false, false, true], new Map())`,
			`[[0,30],[10,20]] 30`},
	} {
		got := squeezed[string](p, `(q => JSON.stringify(q.boxes.map((b, i) => b.y)) + ' ' + q.height)(`+strings.Replace(c.expression, "lib.squeeze(", "((f, h, c) => {const q = lib.squeeze(f, h, c); return {...q, boxes: q.boxes.filter((_, i) => !h[i])}})(", 1)+`)`)
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// A title that is drawn as outlines has its handle behind it, as others have.
func TestFoldOutlinedTitle(t *testing.T) {
	p := opened(t, arabic)
	p.soon(`!!document.querySelector('g.title .fold')`)
	if got := eval[string](p, `(() => {
		const title = document.querySelector('g.title');
		const handle = title.querySelector('.fold').getBoundingClientRect();
		const words = title.querySelector('a, g[transform]').getBoundingClientRect();
		const middle = handle.top + handle.height / 2;
		return handle.right < words.left && handle.right > words.left - 30 && middle > words.top && middle < words.bottom ? '' : JSON.stringify([handle, words]);
	})()`); got != "" {
		t.Errorf("the handle is elsewhere: %s", got)
	}
}

// What a section or a topic requires of elsewhere stands in its box, and moves with it.
func TestFoldMovesChips(t *testing.T) {
	p := newPage(t)
	p.openLaidOut("# Boats\n\n## Wood\n\n- Sawing\n- Drying\n- Oiling\n\n## Glue\n\n- Resin\n- Clamps\n\n## Sails\n\nRequires: Wood\n\n- Cotton\n- Dacron\n", "grid", layout.Options{Page: layout.Page{Columns: 1}})
	if eval[int](p, `document.querySelectorAll('g.chip').length`) == 0 {
		t.Fatal("the figure has no chips")
	}
	const inside = `[...document.querySelectorAll('g.chip')].every(chip => {
		const [a, b] = [chip, chip.previousElementSibling].map(g => g.querySelector('rect').getBoundingClientRect());
		return a.top >= b.top && a.bottom <= b.bottom;
	})`
	height := eval[float64](p, heightOf)
	p.do(chromedp.Click(chromedp.CSS("#n0 .fold")))
	p.soon(`!` + isSeen + `(1)`)
	if eval[float64](p, heightOf) >= height || !eval[bool](p, inside) {
		t.Error("chips are not in their boxes")
	}
}
