package html_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// onEachOther are the elements of a selector of which two lie on each other, or that are
// out of the window.
const onEachOther = `(selector => {
	const all = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
	const out = [];
	all.forEach((e, i) => {
		const a = e.getBoundingClientRect();
		if (a.left < 0 || a.right > innerWidth + 0.5) out.push('out: ' + e.outerHTML.slice(0, 80));
		for (const f of all.slice(i + 1)) {
			const b = f.getBoundingClientRect();
			if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) out.push(e.outerHTML.slice(0, 80) + ' / ' + f.outerHTML.slice(0, 80));
		}
	});
	return out.join('\n');
})`

// The bar has one row, two or three, whatever the course is called.
func TestBarHasRows(t *testing.T) {
	p := newPage(t)
	long := strings.Replace(course, "# Boats", "# Boats, and all that goes with them on the seven seas", 1)
	for _, src := range []string{course, long, arabic} {
		p.do(chromedp.EmulateViewport(1280, 800))
		p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
		for _, shows := range []string{"figure", "list"} {
			for width, rows := range map[int64]int{320: 3, 390: 3, 500: 3, 700: 3, 820: 2, 1100: 2, 1280: 1, 1920: 1} {
				p.do(chromedp.EmulateViewport(width, 800))
				what := fmt.Sprintf("%s, %d px", shows, width)
				p.want(what, onEachOther+`('#rv\\:bar > .course, #rv\\:bar :is(button, input, summary, .count)')`, "")
				if got := eval[int](p, `new Set([...document.querySelectorAll('#rv\\:bar > *')].filter((e) => e.checkVisibility())
					.map((e) => Math.round((e.getBoundingClientRect().top + e.getBoundingClientRect().bottom) / 2 / 8))).size`); got != rows {
					t.Errorf("%s: the bar has %d rows, want %d", what, got, rows)
				}
				p.must(what, `document.documentElement.scrollWidth <= innerWidth`)
				p.must(what, `Math.abs(document.getElementById('rv:bar').offsetHeight - 16 * parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--bar'))) < 6`)
			}
			p.press("l")
		}
	}
}

// In the list nothing lies on anything else, also beside a topic that is shown and holds
// others.
func TestListIsTidy(t *testing.T) {
	p := newPage(t)
	holding := strings.Replace(course, "- **Drying**: takes years.", "- **Drying**: takes years, and has a title that is as long as what it is about, since it wraps.\n  - In air\n  - In a kiln", 1)
	for _, src := range []string{holding, strings.Replace(arabic, "- **التجفيف**: يستغرق سنوات.", "- **التجفيف**: يستغرق سنوات.\n  - في الهواء\n  - في الفرن", 1)} {
		p.do(chromedp.EmulateViewport(1280, 800))
		p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
		p.showList()
		eval[bool](p, `([...document.querySelectorAll('#rv\\:list li.topic:has(li) > a.title')].forEach((a) => a.click()), true)`)
		p.soon(`document.querySelector('#rv\\:list .topic[aria-current]:has(li)') !== null`)
		for _, width := range []int64{320, 390, 820, 1280} {
			p.do(chromedp.EmulateViewport(width, 4000))
			p.want(fmt.Sprintf("%d px", width), onEachOther+`('#rv\\:list :is(.state, summary, h1, h2, h3, .title:not(:is(h2, h3) > *), .count, .badge, p)')`, "")
		}
	}
}

// The states to choose from in the panel are in one row, or two and two.
func TestStatesAreTidy(t *testing.T) {
	p := newPage(t)
	for _, src := range []string{course, "# Die Kunst, Boote zu bauen\n\n## Das Holz\n\n### 1. Die Planken\n\n- **Sägen**: der Länge nach, und mit Geduld.\n- **Trocknen**\n"} {
		p.do(chromedp.EmulateViewport(1280, 800))
		p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
		p.showList()
		eval[bool](p, `(document.querySelector('#rv\\:list .topic a.title').click(), true)`)
		p.soon(`document.querySelector('.states').getClientRects().length > 0`)
		for width, want := range map[int64]string{320: "2 2", 390: "4", 820: "2 2", 1280: "4"} {
			p.do(chromedp.EmulateViewport(width, 800))
			p.want(fmt.Sprintf("%d px", width), `Object.values(Object.groupBy(document.querySelectorAll('.states label'), (e) => e.getBoundingClientRect().top)).map((row) => row.length).join(' ')`, want)
			p.must(fmt.Sprintf("%d px", width), `[...document.querySelectorAll('.states label')].every((e) => e.scrollWidth <= e.clientWidth)`)
		}
	}
}

// The notice of shared progress is above figure and panel, which keep their places.
func TestNoticeIsAboveTheFigure(t *testing.T) {
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "course.html"), course, "")
	p.click("#n1 a")
	p.soon(`!` + panel + `.hidden`)
	p.press("d")
	p.press("p")
	p.section("Share a link")
	p.soon(`document.querySelector('#rv\\:learned input[readonly]') !== null`)
	eval[bool](p, `(link => (document.getElementById('rv:learned').close(), location.hash = link.replace(/.*#/, '#'), true))(document.querySelector('#rv\\:learned input[readonly]').value)`)
	p.press("u")
	for _, size := range [][2]int64{{1280, 800}, {390, 844}} {
		p.do(chromedp.EmulateViewport(size[0], size[1]))
		p.want(fmt.Sprint(size), onEachOther+`('#rv\\:bar, #rv\\:shared, #rv\\:figure, #rv\\:panel')`, "")
		p.must(fmt.Sprint(size), isShown+`('panel') && document.getElementById('rv:figure').getBoundingClientRect().left === 0`)
	}
}

// The handle of a title stands close behind its writing, and on the page.
func TestHandleOfTitle(t *testing.T) {
	p := newPage(t)
	long := strings.Replace(course, "## Wood", "## Wood and all that one has to know of it before one begins to build anything at all with it", 1)
	for _, src := range []string{course, long} {
		p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
		p.soon(`document.querySelector("#n0 .fold") !== null`)
		p.want("opened", `(() => {
			const boxes = [...document.querySelectorAll('#n0 > :not(.fold), #n0 > a > *')].map((e) => e.getBBox());
			const end = Math.max(...boxes.map((b) => b.x + b.width));
			const [x, y] = document.querySelector('#n0 .fold').getAttribute('transform').match(/[\d.]+/g).map(Number);
			const top = Math.min(...boxes.map((b) => b.y)), bottom = Math.max(...boxes.map((b) => b.y + b.height));
			return x - 13 >= end && x - 13 < end + 30 && x + 13 < 960 && y > top && y < bottom ? 'behind' : [x, y, end, top, bottom].join(' ');
		})()`, "behind")
	}
}

// The arrow at what is pointed at comes and goes, and moves nothing.
func TestArrowMovesNothing(t *testing.T) {
	for _, width := range []int64{390, 1280} {
		p := opened(t, strings.Replace(course, "- **Drying**", "- **Drying all the wood that is needed for a boat of this length** (optional)", 1))
		p.do(chromedp.EmulateViewport(width, 4000))
		p.showList()
		p.middle(`document.querySelector('#rv\\:list .topic:last-child .state')`) // until it is laid out
		eval[bool](p, `(window.places = () => [...document.querySelectorAll('#rv\\:list :is(.state, .title, .badge, .count, p)')].map((e) => (r => e.outerHTML.slice(0, 60) + [r.x, r.y, r.width, r.height])(e.getBoundingClientRect())), window.were = places(), true)`)
		for _, id := range []string{"wood", "wood/planks", "wood/planks/drying-all-the-wood-that-is-needed-for-a-boat-of-this-length", "sails/cloth"} {
			x, y := p.middle(fmt.Sprintf("document.querySelector('[id=%q] .state')", id))
			p.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y))
			p.soon(fmt.Sprintf("document.querySelector('[id=%q] > .more, [id=%[1]q] > :is(h2, h3) .more') !== null", id))
			p.want(id, `places().filter((at, i) => at !== were[i]).join('\n')`, "")
		}
	}
}
