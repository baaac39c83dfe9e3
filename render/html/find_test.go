package html_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// opened is a tab with the page of a course.
func opened(t *testing.T, src string) page {
	t.Helper()
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
	return p
}

const listedTopics = `[...document.querySelectorAll('#rv\\:list li.topic')].filter(li => !li.closest('[hidden]')).map(li => li.id.split('/').pop()).join(' ')`

// "/" leads to the field, the hits stand below it, and Enter opens the best one; the
// list has nothing else meanwhile.
func TestSearch(t *testing.T) {
	p := opened(t, course)
	p.press("/")
	p.do(chromedp.KeyEvent("oIl"))
	p.soon(`document.querySelectorAll('#rv\\:hits li').length === 1`)
	if got := eval[string](p, listedTopics); got != "oiling" {
		t.Errorf("the list has %q", got)
	}
	p.do(chromedp.KeyEvent(kb.Enter))
	p.soon(`location.hash === '#wood/planks/oiling'`)
}

// What is found in a title stands before what is found in texts, and all words must
// be there. Accents and case do not matter.
func TestSearchRanks(t *testing.T) {
	p := opened(t, "# C\n\n## P\n\n### S\n\n- **Alpha**: after the café.\n- **Café**: drinks.\n- **Old Cafés**: many.\n")
	const hits = `[...document.querySelectorAll('#rv\\:hits li')].map(li => li.firstChild.data).join('|')`
	for query, want := range map[string]string{"cafe": "Café|Old Cafés|Alpha", "CAFE old": "Old Cafés", "nothing": ""} {
		eval[string](p, `(field => { field.focus(); field.select(); return '' })(document.getElementById('rv:search'))`)
		p.press(query)
		if got := eval[string](p, hits); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

// The arrows choose among the hits; Escape first closes them and then empties the
// field.
func TestSearchKeys(t *testing.T) {
	p := opened(t, course)
	p.press("/")
	p.do(chromedp.KeyEvent("in"), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	if got := eval[string](p, `document.getElementById('rv:search').getAttribute('aria-activedescendant')`); got != "rv:hit1" {
		t.Errorf("%s is chosen", got)
	}
	p.do(chromedp.KeyEvent(kb.Escape))
	if eval[string](p, `document.getElementById('rv:search').value`) != "in" || !eval[bool](p, `document.getElementById('rv:hits').hidden`) {
		t.Error("Escape does not close the hits first")
	}
	p.do(chromedp.KeyEvent(kb.Escape))
	if eval[string](p, `document.getElementById('rv:search').value`) != "" || eval[string](p, listedTopics) != "sawing drying oiling resin clamps cotton dacron" {
		t.Error("Escape does not empty the field then")
	}
}

// Filters leave topics by their state, by being optional and by part.
func TestFilter(t *testing.T) {
	p := opened(t, "# Boats\n\n## Wood\n\n### Planks\n\n- [x] Sawing\n- [ ] Drying\n- [ ] Oiling (optional)\n\n## Sails\n\n### Cloth\n\n- [x] Cotton\n- [ ] Dacron\n")
	left := func(after, want string) {
		t.Helper()
		if got := eval[string](p, listedTopics); got != want {
			t.Errorf("%s: %q, want %q", after, got, want)
		}
	}
	choose := func(which int, value string) {
		eval[bool](p, fmt.Sprintf(`(() => {
			const field = document.querySelectorAll('#rv\\:filter select')[%d];
			field.value = %q;
			return field.dispatchEvent(new Event('change', {bubbles: true}));
		})()`, which, value))
	}
	p.do(chromedp.Click(chromedp.CSS("#rv\\:filter > summary")), chromedp.Click(chromedp.CSS("#rv\\:filter input[value=done]")))
	left("without what is done", "drying oiling dacron")
	choose(1, "no")
	left("nor what is optional", "drying dacron")
	choose(0, "0")
	left("nor other parts", "drying")
	p.do(chromedp.Click(chromedp.CSS("#rv\\:filter button")))
	left("all", "sawing drying oiling cotton dacron")
}

// "?" tells the keys, and lets those of one letter be turned off, for good.
func TestHelp(t *testing.T) {
	p := opened(t, course)
	p.press("?")
	p.soon(`document.querySelector('#rv\\:help').open && document.querySelectorAll('#rv\\:help dt').length > 2`)
	p.do(chromedp.Click(chromedp.CSS("#rv\\:help input")), chromedp.KeyEvent(kb.Escape))
	p.press("/")
	if eval[string](p, `document.activeElement.id`) == "rv:search" {
		t.Error("a key that is turned off works")
	}
	p.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.press("/")
	if eval[string](p, `document.activeElement.id`) == "rv:search" {
		t.Error("and again after reloading")
	}
}
