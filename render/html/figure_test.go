package html_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/evanw/esbuild/pkg/api"
)

// told is a page that lets tests set states: "app" is what its parts share.
func told(t *testing.T, src string) page {
	t.Helper()
	made := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{ResolveDir: "page", Contents: `
			import {createApp} from './app.js';
			import {startFigure} from './figure.js';
			startFigure(globalThis.app = createApp());
			app.$ = (id) => app.course.byID.get('wood/' + id);`},
		Bundle: true, Format: api.FormatIIFE,
	})
	for _, wrong := range made.Errors {
		t.Fatal(wrong.Text)
	}
	p := newPage(t)
	p.openFigure(t.TempDir()+"/ships.html", src, "")
	eval[bool](p, string(made.OutputFiles[0].Contents)+"; true")
	return p
}

// Boxes look and are named as far as the learner is, by classes that take the place of
// those they were drawn with; marks and bars follow, and nothing else is touched.
func TestStatesOfBoxes(t *testing.T) {
	p := told(t, strings.NewReplacer("- Sawing", "- [x] Sawing", "- Keel", "- [ ] Keel", "- Ribs", "- [ ] Ribs").Replace(ships))
	check := func(what, want string) {
		t.Helper()
		if got := eval[string](p, what); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	const named = `.querySelector('a').getAttribute('aria-label')`
	check(`box('planks/sawing').getAttribute('class')`, "topic done")
	check(`box('planks/sawing')`+named, "Sawing, done")
	p.soon(`svg.querySelector('.fold') !== null`) // which are made when there is time
	eval[bool](p, `{
		window.touched = new Set();
		new MutationObserver((all) => all.forEach(({target}) => touched.add(target.closest('g[id]:not([id^=n_])').id))).observe(svg, {subtree: true, attributes: true, childList: true, characterData: true});
		app.store.set([app.$('planks/sawing')], 'doing');
		app.store.set([app.$('planks/drying')], 'done');
		true;
	}`)
	check(`box('planks/sawing').getAttribute('class')`, "topic doing")
	check(`box('planks/drying')`+named, "Drying, done")
	check(`box('planks')`+named, "Planks, Section, 1 of 3 done")
	check(`[...touched].filter((id) => id !== 'n0').sort().join()`, eval[string](p, `[box('planks'), box('planks/sawing'), box('planks/drying')].map((g) => g.id).sort().join()`))
	// Marks are those that the figure would be drawn with.
	check(`[...box('planks/drying').querySelectorAll('use.mark')].map((use) => use.getAttribute('href')).join()`, eval[string](p, `'#' + app.marks.topic.done.id`))
	if eval[bool](p, `!document.getElementById(app.marks.topic.done.id)`) {
		t.Error("the figure does not hold the mark")
	}
	// The bar counts.
	check(`box('planks').querySelector('.figures').textContent`, "1/3")
	if !eval[bool](p, `(() => {
		const [track, doing, done] = ['track', 'doing', 'done'].map((name) => box('planks').querySelector('rect.' + name).getBBox());
		const near = (a, b) => Math.abs(a - b) < .01;
		return near(done.x, track.x) && near(done.width, track.width / 3) && near(doing.width, track.width * 2 / 3);
	})()`) {
		t.Error("the bar does not count")
	}
	// Of what nothing was begun, nothing was drawn.
	const stretches = `[...box('hull').querySelectorAll('rect.track, rect.doing, rect.done')].map((rect) => rect.getAttribute('class') + ' ' + (rect.getBBox().width > 0)).join()`
	check(stretches, "track true")
	eval[bool](p, `(app.store.set([app.$('hull/keel')], 'doing'), app.store.set([app.$('hull/ribs')], 'done'), true)`)
	check(stretches, "track true,doing true,done true")
	eval[bool](p, `(app.store.set([app.$('planks/sawing'), app.$('planks/drying')], ''), true)`)
	check(`box('planks/sawing').getAttribute('class')`, "topic")
	check(`String(box('planks/sawing').querySelector('.mark'))`, "null")
	check(`box('planks/sawing')`+named, "Sawing")
}

// In documents that are written from right to left, bars fill from there, and marks are on
// the other side.
func TestBarsFromTheRight(t *testing.T) {
	p := told(t, "---\nlang: ar\n---\n# "+"قوارب"+"\n\n## Wood\n\n### Planks\n\n- [x] Sawing\n- [ ] Drying\n")
	if !eval[bool](p, `(() => {
		const bars = [...svg.querySelectorAll('.section')].map((g) => ['track', 'done'].map((name) => g.querySelector('rect.' + name).getBBox()));
		return bars.length > 0 && bars.every(([track, done]) => Math.abs(done.x + done.width - track.x - track.width) < .01 && Math.abs(done.width - track.width / 2) < .01);
	})()`) {
		t.Error("the bar fills from the left")
	}
	if !eval[bool](p, `(() => {
		app.store.set([app.course.items.at(-1)], 'done'); // the other was drawn so
		const topics = [...svg.querySelectorAll('.topic')];
		return topics.length === 2 && topics.every((g) => {
			const [box, mark] = ['rect.box', 'use.mark'].map((name) => g.querySelector(name).getBoundingClientRect());
			return Math.abs(mark.x + mark.width / 2 - box.x) < 3 && Math.abs(mark.y + mark.height / 2 - box.y) < 3;
		});
	})()`) {
		t.Error("marks are not on the left corners")
	}
}

// What search and filters leave out steps back in the figure.
func TestOthersAreDimmed(t *testing.T) {
	p := figured(t, "")
	p.press("/")
	p.do(chromedp.KeyEvent("sawing"))
	p.soon(`box('glue/resin').matches('.dimmed') && !box('planks/sawing').matches('.dimmed')`)
	p.key(kb.Escape, kb.Escape)
	p.soon(`!svg.querySelector('.dimmed')`)
}

// Pointing at a box, and moving the focus to it, lights up what comes before it, by
// itself and with its section, and more quietly what it leads to.
func TestWayIsLit(t *testing.T) {
	p := figured(t, "")
	x, y := p.at("planks/drying")
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	p.soon(`svg.matches('.lit')`)
	if before, after := eval[string](p, `lit('before')`), eval[string](p, `lit('after')`); before != "sawing" || after != "glue" {
		t.Errorf("before it comes %q, after it %q", before, after)
	}
	if got := eval[int](p, `svg.querySelectorAll('.edge.before').length`); got != 1 {
		t.Errorf("%d lines are lit", got)
	}
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, 8, 300))
	p.soon(`!svg.matches('.lit') && !svg.querySelector('.before, .after, .here, .around')`)

	eval[bool](p, `(box('hull/keel').querySelector('a').focus({focusVisible: true}), true)`)
	p.soon(`svg.matches('.lit')`)
	if before := eval[string](p, `lit('before')`); before != "planks sawing drying oiling glue resin clamps" {
		t.Errorf("before it comes %q", before)
	}
	if around := eval[string](p, `lit('around')`); !strings.Contains(around, "hull") {
		t.Errorf("its section steps back; %q do not", around)
	}
	eval[bool](p, `(document.activeElement.blur(), true)`)
	p.soon(`!svg.matches('.lit')`)
}

// What steps back can still be read.
func TestTheRestStaysReadable(t *testing.T) {
	p := figured(t, "#wood/rigging/wire")
	p.soon(`svg.matches('.lit')`)
	if got := eval[float64](p, `Number(getComputedStyle(box('sails/cotton')).opacity)`); got < 0.7 || got == 1 {
		t.Errorf("opacity %g", got)
	}
}

// The figure is one stop of the Tab key. In it arrows go to the next box in their
// direction, Home and End to the first and the last in document order, Enter opens,
// and Escape leaves. What has the focus is in view.
func TestKeysInTheFigure(t *testing.T) {
	p := figured(t, "")
	stops, inside := 0, false
	for range 20 {
		p.key(kb.Tab)
		before := inside
		if inside = eval[bool](p, `svg.contains(document.activeElement)`); inside {
			stops++
			if before {
				t.Error("the figure has two stops")
			}
		}
	}
	if stops == 0 {
		t.Error("the figure cannot be reached")
	}
	eval[bool](p, `(svg.querySelector('a[tabindex="0"]').focus(), true)`)
	const here = `decodeURIComponent(focused()).split('/').pop()`
	for _, step := range []struct{ key, want string }{
		{kb.Home, "#wood"}, {kb.ArrowDown, "sawing"}, {kb.ArrowLeft, "planks"}, {kb.ArrowRight, "drying"}, {kb.ArrowUp, "sawing"}, {kb.ArrowDown, "drying"}, {kb.ArrowDown, "oiling"},
		{kb.ArrowLeft, "planks"}, {kb.End, "wire"}, {kb.Home, "#wood"}, {kb.End, "wire"},
	} {
		p.key(step.key)
		if got := eval[string](p, here); got != step.want {
			t.Errorf("the key leads to %q, not to %q", got, step.want)
		}
	}
	p.soon(`seen('rigging/wire')`)
	if got := eval[int](p, `svg.querySelectorAll('a[tabindex="0"]').length`); got != 1 {
		t.Errorf("there are %d stops", got)
	}
	p.key(kb.Enter)
	p.soon(`location.hash === '#wood/rigging/wire' && box('rigging/wire').querySelector('a').getAttribute('aria-current') === 'true'`)
	eval[bool](p, `(box('rigging/wire').querySelector('a').focus(), true)`)
	p.key(kb.Escape)
	p.soon(`!svg.contains(document.activeElement)`)
}

// The figure and its boxes have names and roles.
func TestFigureIsNamed(t *testing.T) {
	p := figured(t, "")
	if role := eval[string](p, `svg.getAttribute('role')`); role != "group" {
		t.Errorf("the role is %q", role)
	}
	if name := eval[string](p, `svg.getAttribute('aria-label')`); !strings.Contains(name, "Wood") {
		t.Errorf("the name is %q", name)
	}
	if name := eval[string](p, `box('planks').querySelector('a').getAttribute('aria-label')`); name != "Planks, Section, 0 of 3 done" {
		t.Errorf("a section is called %q", name)
	}
}

// Without scripts links of boxes lead to the titles of their items in the list; scripts
// make them last as long as the course has these.
func TestBoxesLeadIntoTheList(t *testing.T) {
	file := string(encoded(t, ships))
	boxes := regexp.MustCompile(`<g id=n(\d+) class="?\w+[^>]*><a href=#(rv:\d+)>`).FindAllStringSubmatch(file, -1)
	if len(boxes) < 10 {
		t.Fatalf("there are %d links", len(boxes))
	}
	for _, box := range boxes {
		item, _, found := strings.Cut(file, " id="+box[2]+">")
		item = item[max(0, strings.LastIndex(item, "<li")):]
		if !found || box[2] != "rv:"+box[1] || !strings.HasSuffix(item, "<a class=title") {
			t.Errorf("%s leads to %q", box[0], item)
		}
	}
	p := figured(t, "")
	p.must("links", `[...svg.querySelectorAll('g[id] > a')].every((a) => document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1))).matches('[data-n="' + a.parentNode.id.slice(1) + '"]'))`)
	p.must("titles", `document.querySelector('a.title[id]') === null`)
}

// Links of boxes are links: with Ctrl they open elsewhere.
func TestBoxesAreLinks(t *testing.T) {
	p := figured(t, "")
	x, y := p.at("planks")
	eval[bool](p, `(addEventListener('click', (e) => { window.prevented = e.defaultPrevented; e.preventDefault() }), true)`)
	p.do(
		chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1), chromedp.ButtonModifiers(chromedp.ModifierCtrl)),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1), chromedp.ButtonModifiers(chromedp.ModifierCtrl)),
	)
	p.soon(`window.prevented === false`)
}
