package html_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

// ships is a course whose figure is larger than a window.
const ships = `# Ships

## Wood

### 1. Planks

- Sawing
- **Drying**: takes years. Requires: Sawing
- Oiling (optional)

### 2. Glue

Requires: Planks

- Resin
- **Clamps**: hold. Requires: Resin

### 3. Hull

Requires: Glue

- Keel
- Ribs
- **Skin**: is thin. Requires: Ribs

### 4. Sails

- Cotton
- Dacron

### 5. Rigging

Requires: Hull

- Rope
- Wire
`

// What tests ask of the figure: how large it is shown, where it is scrolled to, the box
// of an item, and whether all of that is seen.
const asks = `
	const figure = document.getElementById('rv:figure'), svg = figure.querySelector('svg');
	const scale = () => new DOMMatrix(getComputedStyle(svg).transform).a;
	const box = (id) => document.getElementById('n' + document.getElementById('wood/' + id).dataset.n);
	const middle = (id) => { const r = box(id).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; };
	const seen = (id) => {
		const a = box(id).getBoundingClientRect(), b = figure.getBoundingClientRect();
		return a.width > 0 && a.left >= b.left - 1 && a.top >= b.top - 1 && a.right <= b.right + 1 && a.bottom <= b.bottom + 1;
	};
	const lit = (name) => [...svg.querySelectorAll('g[id].' + name)].map((g) => document.querySelector('li[data-n="' + g.id.slice(1) + '"]').id.split('/').pop()).join(' ');
	const focused = () => document.activeElement.getAttribute('href') ?? document.activeElement.tagName;
`

// figured is a tab with the figure of a course that is larger than the window.
func figured(t *testing.T, fragment string) page {
	t.Helper()
	p := newPage(t)
	p.openFigure(filepath.Join(t.TempDir(), "ships.html"), ships, fragment)
	return p
}

func (p page) openFigure(file, src, fragment string) {
	p.Helper()
	p.open(file, src, fragment)
	p.asked()
}

// asked waits until the figure has found its place, and lets tests ask about it.
func (p page) asked() {
	p.Helper()
	p.soon(`document.querySelector('#rv\\:figure svg').style.transform !== ''`)
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](asks+"true")); err != nil {
		p.Fatal(err)
	}
}

// at is the middle of a box on the screen.
func (p page) at(id string) (x, y float64) {
	p.Helper()
	xy := eval[[]float64](p, `middle('`+id+`')`)
	return xy[0], xy[1]
}

func (p page) scale() float64 { p.Helper(); return eval[float64](p, `scale()`) }

// wheel turns the wheel of a mouse by so many px.
func (p page) wheel(x, y, dx, dy float64, held ...chromedp.Modifier) {
	p.Helper()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, x, y, chromedp.ButtonModifiers(held...), func(e *input.DispatchMouseEventParams) {
		e.DeltaX, e.DeltaY = dx+1e-9, dy+1e-9 // 0 is not sent
	}))
}

// drag drags the mouse from one place to another.
func (p page) drag(fromX, fromY, toX, toY float64) {
	p.Helper()
	p.do(
		chromedp.MouseEvent(chromedp.MouseMoved, fromX, fromY),
		chromedp.MouseEvent(chromedp.MousePressed, fromX, fromY, chromedp.ButtonLeft, chromedp.ClickCount(1)),
	)
	for i := 1.0; i <= 5; i++ {
		p.do(chromedp.MouseEvent(chromedp.MouseMoved, fromX+(toX-fromX)*i/5, fromY+(toY-fromY)*i/5, chromedp.ButtonLeft, func(e *input.DispatchMouseEventParams) { e.Buttons = 1 }))
	}
	p.do(chromedp.MouseEvent(chromedp.MouseReleased, toX, toY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// touch puts fingers on the screen, moves or, with none, lifts them.
func (p page) touch(kind input.DispatchTouchEventType, points ...[2]float64) {
	p.Helper()
	e := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{}}
	for i, at := range points {
		e.TouchPoints = append(e.TouchPoints, &input.TouchPoint{X: at[0], Y: at[1], ID: new(float64(i))})
	}
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, e)
		return err
	}))
}

// still waits until the figure does not move.
func (p page) still() {
	p.Helper()
	eval[bool](p, `new Promise((done) => {
		let at = -1;
		const look = () => at === (at = figure.scrollTop) ? done(true) : setTimeout(look, 200);
		look();
	})`)
}

// key presses a key by its code in package kb, or a character.
func (p page) key(keys ...string) {
	p.Helper()
	for _, k := range keys {
		p.do(chromedp.KeyEvent(k))
	}
}

func near(a, b, within float64) bool { return a-b <= within && b-a <= within }

// Every layout opens at its beginning, as wide as the window, with writing that can be
// read, and can be moved and scaled.
func TestEveryLayoutOpens(t *testing.T) {
	theme, _ := themes.Lookup("course")
	g, _ := markdown.Parse([]byte(ships), markdown.Options{File: "README.md"})
	for _, name := range []string{"roadmap", "tree", "layered", "grid", "timeline"} {
		engine, ok := engines.Lookup(name)
		if !ok {
			t.Fatalf("there is no layout %s", name)
		}
		d, _, err := engines.Layout(t.Context(), engine, g, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := html.Encode(t.Context(), &b, d, theme.WithNight(theme.Counterpart()), html.Options{Graph: g}); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			p := newPage(t)
			p.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
			p.asked()
			if size := eval[float64](p, `scale() * parseFloat(getComputedStyle(svg.querySelector('.topic text')).fontSize)`); size < 9 {
				t.Errorf("topics are written %g px high", size)
			}
			if !eval[bool](p, `(() => { const b = svg.querySelector('g[id] > a').getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight && b.left >= 0 && b.right <= innerWidth })()`) {
				t.Error("the first box is not seen")
			}
			before := p.scale()
			p.press("+")
			if got := p.scale(); !near(got, before*1.25, 0.01) {
				t.Errorf("+ scales %g to %g", before, got)
			}
			p.press("9")
			if !eval[bool](p, `figure.scrollWidth <= figure.clientWidth && figure.scrollHeight <= figure.clientHeight`) {
				t.Error("9 does not show all of it")
			}
			p.do(chromedp.Click(chromedp.CSS("#" + eval[string](p, `box('glue/clamps').id`) + " a")))
			p.soon(`location.hash === '#wood/glue/clamps'`)
		})
	}
}

// The mouse drags the figure. What was dragged was not clicked.
func TestDrag(t *testing.T) {
	p := figured(t, "")
	x, y := p.at("planks")
	top := eval[float64](p, `figure.scrollTop`)
	p.drag(x, y, x-30, y-200)
	if got := eval[float64](p, `figure.scrollTop`); !near(got, top+200, 1) {
		t.Errorf("dragged by 200 px, the figure is %g px further down", got-top)
	}
	if hash := eval[string](p, `location.hash`); hash != "" {
		t.Errorf("what was dragged was clicked: %s", hash)
	}
	x, y = p.at("planks")
	p.do(chromedp.MouseClickXY(x, y))
	p.soon(`location.hash === '#wood/planks'`)
	if !eval[bool](p, `box('planks').matches('.current')`) {
		t.Error("what is selected does not look so")
	}
}

// The wheel scrolls the figure; with Ctrl, as fingers on a touchpad do, it scales what
// is under the pointer, within limits.
func TestWheel(t *testing.T) {
	p := figured(t, "")
	p.do(chromedp.EmulateViewport(800, 600))
	p.soon(`scale() < 1`)
	p.press("1")
	x, y := p.at("planks")
	p.wheel(x, y, 0, 150)
	p.soon(`figure.scrollTop > 100`)
	x, y = p.at("glue/resin")
	before := p.scale()
	p.wheel(x, y, 0, -100, chromedp.ModifierCtrl)
	p.soon(fmt.Sprintf(`scale() > %g`, before*1.2))
	for range 4 {
		p.wheel(x, y, 0, -3.7, chromedp.ModifierCtrl)
		p.wheel(x, y, 0, 40, chromedp.ModifierCtrl)
		p.wheel(x, y, 0, -40, chromedp.ModifierCtrl)
	}
	if nowX, nowY := p.at("glue/resin"); !near(nowX, x, 2) || !near(nowY, y, 2) {
		t.Errorf("what was at %g,%g is at %g,%g", x, y, nowX, nowY)
	}
	for range 12 {
		p.wheel(x, y, 0, -100, chromedp.ModifierCtrl)
	}
	p.soon(`scale() === 4`)
	for range 40 {
		p.wheel(x, y, 0, 100, chromedp.ModifierCtrl)
	}
	p.soon(`scale() <= .25 && scale() > .01`)
}

// Keys and buttons scale, show all of the width, all of the figure and its full size.
func TestZoomKeysAndButtons(t *testing.T) {
	p := figured(t, "")
	first := p.scale()
	steps := []struct {
		what string
		do   func()
		want string
	}{
		{"+", func() { p.press("+") }, `near(scale(), first * 1.25)`},
		{"−", func() { p.press("-") }, `near(scale(), first)`},
		{"9", func() { p.press("9") }, `svg.getBoundingClientRect().height <= figure.clientHeight + 1 && scale() < 1`},
		{"1", func() { p.press("1") }, `scale() === 1`},
		{"0", func() { p.press("0") }, `near(scale(), Math.min(1, figure.clientWidth / svg.viewBox.baseVal.width))`},
		{"the button +", func() { p.do(chromedp.Click(chromedp.CSS(`#rv\:bar [aria-label="Zoom in"]`))) }, `near(scale(), first * 1.25)`},
		{"the button −", func() { p.do(chromedp.Click(chromedp.CSS(`#rv\:bar [aria-label="Zoom out"]`))) }, `near(scale(), first)`},
		{"− twice", func() { p.press("--") }, `near(scale(), first / 1.25 ** 2)`},
		{"the button of all its width", func() { p.do(chromedp.Click(chromedp.CSS(`#rv\:bar [aria-label="Fit the width"]`))) }, `near(scale(), first)`},
	}
	eval[bool](p, fmt.Sprintf(`(window.first = %g, window.near = (a, b) => Math.abs(a - b) < 1e-6, true)`, first))
	for _, step := range steps {
		step.do()
		if !eval[bool](p, step.want) {
			t.Errorf("after %s the scale is %g", step.what, p.scale())
		}
	}
	// Where nothing has the focus, arrows move the figure.
	eval[bool](p, `(document.activeElement.blur(), figure.scrollTo(0, 0), true)`)
	p.key(kb.ArrowDown, kb.ArrowDown)
	p.soon(`figure.scrollTop === 160`)
	p.key(kb.ArrowUp)
	p.soon(`figure.scrollTop === 80`)
}

// A double click beside the boxes shows what is there closer.
func TestDoubleClick(t *testing.T) {
	p := figured(t, "")
	p.do(chromedp.MouseClickXY(40, 300), chromedp.MouseClickXY(40, 300, chromedp.ClickCount(2)))
	p.soon(`scale() === 2`)
	p.do(chromedp.MouseClickXY(40, 300), chromedp.MouseClickXY(40, 300, chromedp.ClickCount(2)))
	p.soon(`scale() === 1`)
}

// On a phone one finger scrolls, two scale and move, and a tap selects.
func TestFingers(t *testing.T) {
	p := newPage(t)
	p.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch))
	p.open(filepath.Join(t.TempDir(), "ships.html"), ships, "")
	p.do(chromedp.Click(chromedp.CSS(`#rv\:bar [aria-pressed=false]`))) // phones see the list first
	p.asked()
	if got := eval[float64](p, `scale() * 24`); got < 9 {
		t.Errorf("writing is %g px high", got)
	}
	p.press("1")
	p.touch("touchStart", [2]float64{200, 600})
	for y := 590.0; y >= 400; y -= 10 {
		p.touch("touchMove", [2]float64{200, y})
	}
	p.touch("touchEnd")
	p.soon(`figure.scrollTop > 100`)
	p.still()
	eval[bool](p, `(box('glue/resin').scrollIntoView({block: 'center', inline: 'center'}), true)`)
	before := p.scale()
	x, y := p.at("glue/resin")
	p.touch("touchStart", [2]float64{x - 30, y}, [2]float64{x + 30, y})
	for i := 1.0; i <= 8; i++ {
		p.touch("touchMove", [2]float64{x - 30 - 5*i, y + 4*i}, [2]float64{x + 30 + 5*i, y + 4*i})
	}
	p.touch("touchEnd")
	if got := p.scale(); !near(got/before, 140.0/60, 0.05) {
		t.Errorf("fingers that are apart 140 px instead of 60 scale by %g", got/before)
	}
	if eval[float64](p, `visualViewport.scale`) != 1 {
		t.Error("the whole page is scaled")
	}
	if _, nowY := p.at("glue/resin"); !near(nowY, y+32, 3) {
		t.Errorf("the box between the fingers went from %g to %g, not with them", y, nowY)
	}
	p.press("0")
	x, y = p.at("planks")
	p.do(chromedp.TapXY(x, y))
	p.soon(`location.hash === '#wood/planks'`)
}

// A link to a topic shows its box amid others; so do links in the page, and a window of
// another size leaves it in view.
func TestSelectedIsSeen(t *testing.T) {
	p := figured(t, "#wood/hull/ribs")
	p.soon(`seen('hull/ribs')`)
	eval[string](p, `location.hash = '#wood/planks/sawing'`)
	p.soon(`seen('planks/sawing')`)
	eval[string](p, `location.hash = '#wood/rigging/wire'`)
	p.soon(`seen('rigging/wire')`)
	p.do(chromedp.EmulateViewport(900, 500))
	p.soon(`seen('rigging/wire') && scale() < 1`)
	p.do(chromedp.NavigateBack())
	p.soon(`seen('planks/sawing')`)
}

// A window of another size shows the same part of the figure.
func TestResizeKeepsThePlace(t *testing.T) {
	p := figured(t, "")
	eval[bool](p, `(figure.scrollTo(0, 500), true)`)
	p.soon(`figure.scrollTop === 500`)
	const top = `(figure.scrollTop / scale())`
	before := eval[float64](p, top)
	p.do(chromedp.EmulateViewport(700, 600))
	p.soon(`scale() < 1`)
	if got := eval[float64](p, top); !near(got, before, 3) {
		t.Errorf("the upper edge is at %g, was at %g", got, before)
	}
	p.do(chromedp.EmulateViewport(1280, 800))
	p.soon(`scale() === 1`)
	if got := eval[float64](p, top); !near(got, before, 3) {
		t.Errorf("the upper edge is at %g, was at %g", got, before)
	}
}

// Where motion is to be reduced, what is selected is there at once.
func TestReducedMotion(t *testing.T) {
	p := figured(t, "")
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
		return err
	}))
	if !eval[bool](p, `new Promise((done) => {
		addEventListener('hashchange', () => requestAnimationFrame(() => done(seen('rigging/wire'))), {once: true});
		location.hash = '#wood/rigging/wire';
	})`) {
		t.Error("it still moves")
	}
}
