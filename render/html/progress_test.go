package html_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// li is an expression for an item of the list.
func li(id string) string { return fmt.Sprintf("document.getElementById(%q)", id) }

// state is what the list shows of an item.
func (p page) state(id string) string {
	p.Helper()
	return eval[string](p, li(id)+".dataset.state || ''")
}

func (p page) shows(id, state string) {
	p.Helper()
	if got := p.state(id); got != state {
		p.Errorf("%s is %q, want %q", id, got, state)
	}
}

// told is what the page said last.
func (p page) told() string {
	return eval[string](p, `document.getElementById('rv:status').textContent`)
}

// box is the selector of an item's box.
func box(id string) string { return fmt.Sprintf(`[id="%s"] .state`, id) }

// again writes the page of a course that was changed, and opens it. Browsers hand what is
// kept to the process of another page when they get round to it: a tab beside this one
// shows that it is there.
func (p page) again(file, markdown string) {
	p.Helper()
	const all = `JSON.stringify(Object.entries(localStorage).sort())`
	kept := eval[string](p, all)
	ctx, cancel := chromedp.NewContext(p.ctx)
	defer cancel()
	beside := page{p.T, ctx}
	empty := file + ".empty.html"
	if err := os.WriteFile(empty, nil, 0o666); err != nil {
		p.Fatal(err)
	}
	beside.do(chromedp.Navigate("file://" + empty))
	beside.soon(fmt.Sprintf(`%s === %q`, all, kept))
	p.open(file, markdown, "")
}

func boats(t *testing.T) (page, string) {
	t.Helper()
	p := newPage(t)
	file := filepath.Join(t.TempDir(), "boats.html")
	p.open(file, course, "")
	p.showList()
	return p, file
}

// showList shows the list, if it is not shown.
func (p page) showList() {
	p.Helper()
	if eval[string](p, "document.documentElement.dataset.view") != "list" {
		p.press("l")
	}
}

// middle is the middle of an element in the window.
func (p page) middle(expression string) (x, y float64) {
	p.Helper()
	at := eval[[]float64](p, fmt.Sprintf(`(async () => {
		const e = %s;
		e.scrollIntoViewIfNeeded();
		for (let was = '', now = ' '; was !== now;) { // what is being laid out moves
			was = now;
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			now = JSON.stringify(e.getBoundingClientRect());
		}
		const r = e.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`, expression))
	return at[0], at[1]
}

// A click on the box of a topic marks it done, a second one to do; the bars and what
// comes next follow; it is so after the page is loaded again.
func TestMarkAndReload(t *testing.T) {
	p, _ := boats(t)
	total := func() string { return eval[string](p, `document.querySelector('#rv\\:progress .count').textContent`) }
	next := func() string { return eval[string](p, `document.querySelector('#rv\\:progress .next').textContent`) }
	if total() != "0 of 7" || next() != "Continue: Sawing" {
		t.Errorf("at first: %s, %s", total(), next())
	}
	p.click(box("wood/planks/sawing"))
	p.shows("wood/planks/sawing", "done")
	p.shows("wood/planks", "doing")
	if got := p.told(); got != "Sawing: done. Undo" {
		t.Errorf("the page says %q", got)
	}
	if total() != "1 of 7" || next() != "Continue: Drying" {
		t.Errorf("after one: %s, %s", total(), next())
	}
	p.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.shows("wood/planks/sawing", "done")
	if total() != "1 of 7" || next() != "Continue: Drying" {
		t.Errorf("loaded again: %s, %s", total(), next())
	}
	if got := eval[string](p, li("wood/planks")+`.querySelector('.count').getAttribute('aria-valuetext')`); got != "1 of 3" {
		t.Errorf("the bar of the section says %q", got)
	}
	p.click(box("wood/planks/sawing"))
	p.shows("wood/planks/sawing", "todo")
	p.click("#rv\\:progress .next")
	p.soon(`document.querySelector('#rv\\:panel h2').textContent === 'Sawing'`)
}

// A section is done with all in it, and no more when a topic is open again; undo and
// redo take back and do again.
func TestMarkSection(t *testing.T) {
	p, _ := boats(t)
	p.click(`[id="wood/planks"] > .state`)
	for _, id := range []string{"wood/planks", "wood/planks/sawing", "wood/planks/drying", "wood/planks/oiling"} {
		p.shows(id, "done")
	}
	p.click(box("wood/planks/drying"))
	p.shows("wood/planks", "doing")
	p.shows("wood/planks/drying", "todo")
	p.shows("wood/planks/sawing", "done")
	p.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	p.shows("wood/planks", "done")
	p.shows("wood/planks/drying", "done")
	p.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	p.shows("wood/planks/sawing", "todo")
	p.do(chromedp.KeyEvent("y", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	p.shows("wood/planks/sawing", "done")
	p.click("#rv\\:status button")
	p.shows("wood/planks/sawing", "todo")
	if !eval[bool](p, li("wood/planks")+".querySelector('details').open") {
		t.Error("a click on the box of a section folds it")
	}
}

// The menu of an item opens by a right click, in list and figure, by a long press, by
// the arrow beside it and by keys, and marks it.
func TestStateMenu(t *testing.T) {
	p, _ := boats(t)
	right := func(expression string) {
		t.Helper()
		x, y := p.middle(expression)
		p.do(chromedp.MouseClickXY(x, y, chromedp.ButtonRight))
		p.soon(`document.querySelector('#rv\\:states').matches(':popover-open')`)
	}
	choose := func(state string) {
		t.Helper()
		p.click(`#rv\:states [data-state="` + state + `"]`)
		p.soon(`!document.querySelector('#rv\\:states').matches(':popover-open')`)
	}
	right(li("wood/planks/sawing") + ".querySelector('.title')")
	choose("doing")
	p.shows("wood/planks/sawing", "doing")
	p.press("l")
	number := eval[string](p, li("wood/planks/drying")+".dataset.n")
	right("document.getElementById('n" + number + "')")
	choose("skipped")
	p.press("l")
	p.shows("wood/planks/drying", "skipped")

	x, y := p.middle(li("wood/glue/resin") + ".querySelector('.title')")
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	p.click(`[id="wood/glue/resin"] > .more`)
	p.soon(`document.querySelector('#rv\\:states').matches(':popover-open')`)
	choose("done")
	p.shows("wood/glue/resin", "done")

	// A long press of a finger opens it, and does not follow the link.
	hash := eval[string](p, "location.hash")
	x, y = p.middle(li("wood/glue/clamps") + ".querySelector('.title')")
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		t.Helper()
		if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: touchPoints(points)}); err != nil {
			t.Fatal(err)
		}
	}
	touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})
	p.soon(`document.querySelector('#rv\\:states').matches(':popover-open')`)
	touch(input.DispatchTouchEventTypeTouchEnd)
	if got := eval[string](p, "location.hash"); got != hash {
		t.Errorf("a long press leads to %q", got)
	}
	choose("doing")
	p.shows("wood/glue/clamps", "doing")
}

func touchPoints(points []*input.TouchPoint) []*input.TouchPoint {
	if points == nil {
		return []*input.TouchPoint{}
	}
	return points
}

// Everything about progress works by keys: mark what has the focus, open the menu, go
// through it, and the dialog.
func TestProgressByKeys(t *testing.T) {
	p, _ := boats(t)
	focus := func(id string) { eval[bool](p, li(id)+".querySelector('.title').focus(); true") }
	focus("wood/planks/sawing")
	for _, c := range []struct{ key, state string }{{"d", "done"}, {"i", "doing"}, {"s", "skipped"}, {"t", "todo"}, {" ", "done"}, {" ", "todo"}} {
		p.press(c.key)
		if got := p.state("wood/planks/sawing"); got != c.state {
			t.Errorf("after %q it is %q", c.key, got)
		}
	}
	p.press("m")
	p.soon(`document.activeElement.closest('#rv\\:states') !== null`)
	p.press(kb.ArrowDown)
	p.press(kb.Enter)
	p.shows("wood/planks/sawing", "doing")
	if got := eval[string](p, "document.activeElement.closest('li').id"); got != "wood/planks/sawing" {
		t.Errorf("the focus is at %q after the menu", got)
	}
	p.press("m")
	p.press("d")
	p.shows("wood/planks/sawing", "done")
	p.press("m")
	p.press(kb.Escape)
	p.soon(`!document.querySelector('#rv\\:states').matches(':popover-open')`)

	// In the panel there is a radio group.
	focus("wood/planks/drying")
	p.press(kb.Enter)
	p.soon(`document.querySelector('#rv\\:panel h2').textContent === 'Drying'`)
	eval[bool](p, `document.querySelector('#rv\\:state input:checked').focus(); true`)
	p.press(kb.ArrowDown)
	p.shows("wood/planks/drying", "doing")
	if got := eval[string](p, `document.querySelector('#rv\\:state input:checked').value`); got != "doing" {
		t.Errorf("the panel says %q", got)
	}

	p.press("p")
	p.soon(`document.querySelector('#rv\\:learned').open`)
	p.press(kb.Escape)
	p.soon(`!document.querySelector('#rv\\:learned').open`)

	// The box is a button, which the tabulator reaches.
	eval[bool](p, fmt.Sprintf("document.querySelector('%s').focus(); true", box("sails/cloth/cotton")))
	p.press(" ")
	p.shows("sails/cloth/cotton", "done")
	p.press(kb.Tab)
	p.press(kb.Tab)
	if got := eval[string](p, "document.activeElement.className"); got != "more" {
		t.Errorf("after the box and the title comes %q", got)
	}
}

// What is done stays done when topics are renamed, moved, deleted and written again, and
// when the course gets another name. What is new is to do, also in a section that was done.
func TestCourseChanges(t *testing.T) {
	p, file := boats(t)
	p.click(box("wood/planks/sawing"))
	p.click(box("sails/cloth/cotton"))
	p.click(box("wood/glue/clamps"))
	p.click(box("wood/glue/resin"))
	p.shows("wood/glue", "done")
	change := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(course) }

	p.again(file, change("**Sawing**", "**Sawing planks**", "- Dacron\n", "- Dacron\n- Nylon\n"))
	p.shows("wood/planks/sawing-planks", "done")
	p.shows("sails/cloth/cotton", "done")
	p.shows("sails/cloth/nylon", "")

	p.again(file, change("- **Sawing**: along the grain. [How to saw](https://example.org/saw)\n", "", "- Cotton\n", "- Sawing planks\n"))
	p.shows("sails/cloth/sawing-planks", "done") // moved
	p.click("#rv\\:progress button")
	const unplaced = `[...document.querySelectorAll('#rv\\:learned summary')].some((s) => s.textContent === 'Marked, but not in this course any more: 1')`
	p.soon(unplaced)

	p.again(file, change("- **Sawing**: along", "- **Sawing planks**: along"))
	p.shows("wood/planks/sawing-planks", "done")
	p.shows("sails/cloth/cotton", "done") // came back
	p.again(file, course)
	p.shows("wood/planks/sawing", "done")

	p.again(file, change("- **Resin**: sticks.", "- **Epoxy**: sticks.\n- **Brushes**", "Requires: Resin", "Requires: Epoxy"))
	p.shows("wood/glue/clamps", "done")
	p.shows("wood/glue/brushes", "todo") // new in a section that was done
	p.shows("wood/glue", "doing")

	p.again(file, course)
	p.again(file, change("# Boats", "# Ships", "## Wood", "## Timber"))
	p.shows("timber/planks/sawing", "done")
	p.shows("sails/cloth/cotton", "done")
}

// Two courses of one name, and two parts of one course, do not harm each other.
func TestSameName(t *testing.T) {
	p, file := boats(t)
	p.click(box("wood/planks/sawing"))
	var other strings.Builder
	other.WriteString("# Boats\n\n## Wood\n\n### 1. Planks\n\n")
	for i := range 12 {
		fmt.Fprintf(&other, "- Other%c\n", 'A'+i)
	}
	dir := t.TempDir()
	p.again(filepath.Join(dir, "other.html"), other.String())
	p.shows("wood/planks/othera", "")
	p.click(box("wood/planks/otherb"))
	p.again(file, course)
	p.shows("wood/planks/sawing", "done")
	p.again(filepath.Join(dir, "other.html"), other.String())
	p.shows("wood/planks/otherb", "done")
}

// A page of one part keeps its progress with that of the others.
func TestPages(t *testing.T) {
	p := newPage(t)
	dir := t.TempDir()
	g, _ := markdown.Parse([]byte(course), markdown.Options{File: "README.md"})
	show := func(part string) {
		t.Helper()
		of := g
		if part != "" {
			var err error
			if of, err = g.Select(part); err != nil {
				t.Fatal(err)
			}
		}
		file := filepath.Join(dir, part+"page.html")
		if err := os.WriteFile(file, encodedGraph(t, of), 0o666); err != nil {
			t.Fatal(err)
		}
		p.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
		p.showList()
	}
	show("wood")
	p.click(box("wood/planks/sawing"))
	show("sails")
	p.click(box("sails/cloth/cotton"))
	show("")
	p.shows("wood/planks/sawing", "done")
	p.shows("sails/cloth/cotton", "done")
	show("wood")
	p.shows("wood/planks/sawing", "done")
}

// Two tabs follow each other, and neither undoes what the other did.
func TestTwoTabs(t *testing.T) {
	p, file := boats(t)
	ctx, cancel := chromedp.NewContext(p.ctx)
	defer cancel()
	q := page{t, ctx}
	q.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.click(box("wood/planks/sawing"))
	q.soon(li("wood/planks/sawing") + ".dataset.state === 'done'")
	q.click(box("wood/planks/drying"))
	p.soon(li("wood/planks/drying") + ".dataset.state === 'done'")
	p.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	q.soon(li("wood/planks/sawing") + ".dataset.state === 'todo'")
	q.shows("wood/planks/drying", "done")
}

// What cannot be read is left alone, and progress is kept beside it.
func TestBrokenRecord(t *testing.T) {
	for _, broken := range []string{`{"roadmapviz":1`, `{"roadmapviz":99,"course":"Boats","entries":[]}`, `[]`, `null`, `{"roadmapviz":1,"course":"Boats","entries":[[1,2,3]]}`, `{"roadmapviz":1,"course":"Boats","entries":[["a",0,"A",7,2]]}`} {
		p, file := boats(t)
		eval[bool](p, fmt.Sprintf("localStorage.setItem('rv:course:Boats', %q), true", broken))
		p.again(file, course)
		if !strings.Contains(p.told(), "cannot read") {
			t.Errorf("%s: the page says %q", broken, p.told())
		}
		p.click(box("wood/planks/sawing"))
		p.again(file, course)
		p.shows("wood/planks/sawing", "done")
		if got := eval[string](p, "localStorage.getItem('rv:course:Boats')"); got != broken {
			t.Errorf("%s became %s", broken, got)
		}
	}
}
