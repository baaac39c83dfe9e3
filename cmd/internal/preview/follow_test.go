package preview_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// times makes a page note when it shows another figure or problem.
const times = `(() => {
	window.shownAt = [];
	const note = () => shownAt.push(performance.timeOrigin + performance.now());
	new MutationObserver(note).observe(document.getElementById('rv:figure'), {attributeFilter: ['data-shown']});
	new MutationObserver(note).observe(document.getElementById('rv:problem'), {childList: true});
	return true;
})()`

const problemText = `document.getElementById('rv:problem').textContent`

// However a document is saved, the page follows, and what is wrong with it is told over
// the last figure.
func TestFollowsSaves(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	browser.Eval[bool](p, times)
	var delays []time.Duration
	follow := func(how string, edit func(), until string) {
		t.Helper()
		browser.Eval[bool](p, `(shownAt.length = 0, true)`)
		edit()
		begin := time.Now()
		p.Soon(until)
		p.Soon(`shownAt.length > 0`)
		at := browser.Eval[float64](p, `shownAt[0]`)
		delay := time.Duration((at - float64(begin.UnixNano())/1e6) * float64(time.Millisecond)).Round(time.Millisecond)
		delays = append(delays, delay)
		t.Logf("%s: shown %v after the save", how, delay)
	}
	follow("written in place", func() { save(t, "README.md", strings.Replace(boats, "Resin", "Epoxy", 1)) }, shows("Epoxy"))
	follow("another file renamed", func() {
		save(t, ".README.md.swp", strings.Replace(boats, "Resin", "Casein", 1))
		if err := os.Rename(".README.md.swp", "README.md"); err != nil {
			t.Fatal(err)
		}
	}, shows("Casein"))
	follow("cut off, then written", func() {
		if err := os.Truncate("README.md", 0); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Millisecond)
		save(t, "README.md", strings.Replace(boats, "Resin", "Hide glue", 1))
	}, shows("Hide"))
	follow("a cycle", func() {
		save(t, "README.md", strings.Replace(boats, "Long", "", 1)+"\n## Last\n\n### Knots\n\nRequires: Ropes\n\n- a\n- b\n\n### Ropes\n\nRequires: Knots\n\n- c\n- d\n")
	},
		problemText+`.includes('cannot come before')`)
	if !browser.Eval[bool](p, shows("Hide")) {
		t.Error("the last good figure is gone")
	}
	if got := browser.Eval[string](p, `document.querySelector('.findings .error .place').textContent + ' ' + document.querySelector('.findings .error blockquote').textContent`); !strings.Contains(got, "README.md:") || !strings.Contains(got, "Requires: ") {
		t.Errorf("the cycle is found at %q", got)
	}
	follow("mended", func() { save(t, "README.md", strings.Replace(boats, "Resin", "Tar", 1)) }, problemText+` === '' && `+shows("Tar"))
	follow("deleted", func() {
		if err := os.Remove("README.md"); err != nil {
			t.Fatal(err)
		}
	}, problemText+`.includes('no such file')`)
	if !browser.Eval[bool](p, shows("Tar")) {
		t.Error("the last good figure is gone")
	}
	follow("there again", func() { save(t, "README.md", strings.Replace(boats, "Resin", "Pitch", 1)) }, problemText+` === '' && `+shows("Pitch"))
	follow("no course", func() { save(t, "README.md", "# Boats\n\nSoon.\n") }, problemText+`.includes('nothing to draw')`)
	follow("empty", func() { save(t, "README.md", "") }, problemText+`.includes('the file is empty')`)
	follow("a course again", func() { save(t, "README.md", boats) }, problemText+` === '' && `+shows("Resin"))
	slices.Sort(delays)
	t.Logf("between %v and %v, of which 100 ms wait for the end of the save", delays[0], delays[len(delays)-1])
}

// Settings and files that are named later are followed, too, and a folder that comes
// back.
func TestFollowsWhatIsNamed(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	before := browser.Eval[string](p, `document.getElementById('rv:figure').dataset.shown`)
	save(t, "roadmapviz.yaml", "layout: tree\n")
	p.Soon(`document.getElementById('rv:option-layout').options[0].text === 'default: tree' && document.getElementById('rv:figure').dataset.shown !== '` + before + `'`)
	save(t, "roadmapviz.yaml", "layout: ladder\n")
	p.Soon(problemText + `.includes('ladder')`)
	if err := os.Remove("roadmapviz.yaml"); err != nil {
		t.Fatal(err)
	}
	p.Soon(problemText + ` === '' && document.getElementById('rv:figure').dataset.shown === '` + before + `'`)

	p.Do(chromedp.Navigate(s.address + "/?progress=me.yaml"))
	p.Soon(problemText + `.includes('me.yaml')`)
	save(t, "me.yaml", "Cotton: done\n")
	p.Soon(problemText + ` === '' && ` + isShown)
	one := browser.Eval[string](p, `document.getElementById('rv:figure').dataset.shown`)
	save(t, "me.yaml", "Dacron: done\n")
	p.Soon(`document.getElementById('rv:figure').dataset.shown !== '` + one + `'`)

	p.Do(chromedp.Navigate(s.address + "/?progress=of/me/too.yaml"))
	p.Soon(problemText + `.includes('too.yaml')`)
	if err := os.MkdirAll("of/me", 0o777); err != nil {
		t.Fatal(err)
	}
	save(t, "of/me/too.yaml", "Dacron: done\n")
	p.Soon(problemText + ` === '' && ` + isShown)
}

// A course in a folder that is removed as a whole is followed when it returns.
func TestFolderReturns(t *testing.T) {
	s := start(t, "", preview.Config{Args: []string{"course/README.md"}})
	s.stop()
	if err := os.Mkdir("course", 0o777); err != nil {
		t.Fatal(err)
	}
	save(t, "course/README.md", boats)
	s.serve("127.0.0.1:0", preview.Config{Args: []string{"course/README.md"}})
	p := browser.New(t)
	s.open(p, "")
	if err := os.RemoveAll("course"); err != nil {
		t.Fatal(err)
	}
	p.Soon(problemText + `.includes('no such file')`)
	if err := os.Mkdir("course", 0o777); err != nil {
		t.Fatal(err)
	}
	save(t, "course/README.md", strings.Replace(boats, "Resin", "Tar", 1))
	p.Soon(problemText + ` === '' && ` + shows("Tar"))
}

// Tabs are of one course, and each has a choice of its own; all follow.
func TestTwoTabs(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	one, two := browser.New(t), browser.New(t)
	s.open(one, "")
	s.open(two, "?part=Sails&layout=tree")
	if !browser.Eval[bool](one, shows("Clamps")) || browser.Eval[bool](two, shows("Clamps")) {
		t.Error("the tabs do not show what each has chosen")
	}
	save(t, "README.md", strings.Replace(boats, "Cotton", "Flax", 1))
	one.Soon(shows("Flax"))
	two.Soon(shows("Flax"))
}

// A preview that is started again is found by pages that are open.
func TestRestart(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	p.Allow("ERR_")
	s.open(p, "")
	s.stop()
	p.Soon(`document.getElementById('rv:status').textContent.includes('has stopped')`)
	save(t, "README.md", strings.Replace(boats, "Cotton", "Flax", 1))
	s.serve(strings.TrimPrefix(s.address, "http://"), preview.Config{Args: []string{"README.md"}})
	p.Soon(shows("Flax"))
	p.Soon(`!document.getElementById('rv:status').textContent.includes('has stopped')`)
}

// A figure that is drawn anew is seen where the one before was, as large; also if it has
// grown above.
func TestKeepsPlaceAndZoom(t *testing.T) {
	var long strings.Builder
	long.WriteString("# Long\n\n## Part\n")
	for i := range 12 {
		fmt.Fprintf(&long, "\n### Section %d\n\n- One of %d\n- Two of %d\n- Three of %d\n", i, i, i, i)
	}
	s := start(t, long.String(), preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	p.Do(chromedp.Click(chromedp.CSS("#rv\\:figure"), chromedp.AtLeast(0)))
	p.Press("++")
	browser.Eval[bool](p, `(document.getElementById('rv:figure').scrollTo(60, 1500), true)`)
	const where = `(() => {
		const figure = document.getElementById('rv:figure');
		const link = [...figure.firstChild.shadowRoot.querySelectorAll('a')].find(a => a.getAttribute('href').endsWith('section-7')).getBoundingClientRect();
		return [figure.querySelector('.sheet').style.width, document.querySelector('output').textContent, Math.round(link.left), Math.round(link.top)].join(' ');
	})()`
	before := browser.Eval[string](p, where)
	if percent := browser.Eval[float64](p, `parseInt(document.querySelector('output').textContent)`); percent < 110 {
		t.Fatalf("it is not larger: %v %%", percent)
	}
	save(t, "README.md", long.String()+"- Four of 11\n")
	p.Soon(shows("Four"))
	if got := browser.Eval[string](p, where); got != before {
		t.Errorf("the figure was at %s and is at %s", before, got)
	}
	save(t, "README.md", strings.Replace(long.String(), "- Two of 1\n", "- Two of 1\n- New\n- More\n- Yet more\n", 1))
	p.Soon(shows("Yet more"))
	if got := browser.Eval[string](p, where); got != before {
		t.Errorf("the figure was at %s, has grown above, and is at %s", before, got)
	}
	p.Press("0")
	p.Soon(`document.querySelector('.sheet').getBoundingClientRect().width <= document.getElementById('rv:figure').clientWidth`)
}

// The mouse moves the figure and scales it, but where there is writing that is no link:
// that is selected.
func TestMouse(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	p.Do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, 300, 400, chromedp.ButtonModifiers(chromedp.ModifierCtrl), func(e *input.DispatchMouseEventParams) { e.DeltaX, e.DeltaY = 1e-9, -100 }))
	p.Soon(`parseInt(document.querySelector('output').textContent) > 110`)
	drag := func(fromX, fromY, toX, toY float64) {
		p.Do(chromedp.MouseEvent(chromedp.MouseMoved, fromX, fromY),
			chromedp.MouseEvent(chromedp.MousePressed, fromX, fromY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
		for i := 1.0; i <= 5; i++ {
			p.Do(chromedp.MouseEvent(chromedp.MouseMoved, fromX+(toX-fromX)*i/5, fromY+(toY-fromY)*i/5, chromedp.ButtonLeft, func(e *input.DispatchMouseEventParams) { e.Buttons = 1 }))
		}
		p.Do(chromedp.MouseEvent(chromedp.MouseReleased, toX, toY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
	}
	const at = `document.getElementById('rv:figure').scrollTop`
	before := browser.Eval[float64](p, at)
	drag(20, 500, 20, 400)
	if got := browser.Eval[float64](p, at); got != before+100 {
		t.Errorf("dragged by 100 px it moved from %v to %v", before, got)
	}
	type point struct{ X, Y float64 }
	text := browser.Eval[point](p, `(() => {
		const texts = [...document.querySelector('.sheet').shadowRoot.querySelectorAll('text')].filter(t => t.textContent === 'Resin' && !t.closest('a'));
		texts[0].scrollIntoView({block: 'center', inline: 'center'});
		const {left, top, height} = texts[0].getBoundingClientRect();
		return {X: left + 1, Y: top + height / 2};
	})()`)
	before = browser.Eval[float64](p, at)
	drag(text.X, text.Y, text.X+40, text.Y)
	if got := browser.Eval[float64](p, at); got != before {
		t.Errorf("dragging writing moved the figure from %v to %v", before, got)
	}
	if got := browser.Eval[string](p, `getSelection().toString()`); !strings.HasPrefix("Resin", got) || len(got) < 3 {
		t.Errorf("%q is selected", got)
	}
}
