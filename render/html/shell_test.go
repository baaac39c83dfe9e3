package html_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/roadmapviz/roadmapviz/graph/dot"
)

// Names of what the tests look at.
const (
	focused = `(e => e.getAttribute('href') ?? (e.id || e.tagName))(document.activeElement)`
	panel   = `document.getElementById('rv:panel')`
	title   = `document.getElementById('rv:heading').textContent`
	isShown = `(name => document.getElementById('rv:' + name).getClientRects().length > 0)`
)

func (p page) want(after, expression, want string) {
	p.Helper()
	if got := eval[string](p, expression); got != want {
		p.Errorf("%s: %s is %q, want %q", after, expression, got, want)
	}
}

func (p page) must(after, expression string) {
	p.Helper()
	if !eval[bool](p, expression) {
		p.Errorf("%s: not %s", after, expression)
	}
}

// media lets the browser say what the reader's system prefers.
func (p page) media(name, value string) {
	p.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: name, Value: value}},
	})
	if err != nil {
		p.Fatal(err)
	}
}

func (p page) phone() {
	p.Helper()
	p.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch))
}

func (p page) click(selector string) {
	p.Helper()
	p.do(chromedp.WaitVisible(chromedp.CSS(selector)))
	x, y := p.middle(fmt.Sprintf("document.querySelector(%q)", selector))
	p.do(chromedp.MouseClickXY(x, y))
}

func (p page) reload() {
	p.Helper()
	p.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html.ready")))
}

// The figure can be switched off and on, which is remembered; what is not shown is not
// laid out. On small screens the list is first.
func TestViews(t *testing.T) {
	p := opened(t, course)
	p.must("opened", isShown+`('figure') && !`+isShown+`('list')`)
	p.must("the page has one heading of its level", `document.querySelector('#rv\\:bar .course').role === 'heading'`)
	p.click("#rv\\:bar .views button:last-child")
	p.must("switched", isShown+`('list') && !`+isShown+`('figure') && !document.querySelector('#rv\\:bar .course').role`)
	p.reload()
	p.must("reloaded", isShown+`('list') && !`+isShown+`('figure')`)
	p.press("l")
	p.must("by key", isShown+`('figure') && !`+isShown+`('list')`)

	p = newPage(t)
	p.phone()
	p.open(filepath.Join(t.TempDir(), "boats.html"), course, "")
	p.must("on a phone", isShown+`('list') && !`+isShown+`('figure')`)
	p.do(chromedp.Tap(chromedp.CSS("#rv\\:bar .views button")))
	p.soon(isShown + `('figure')`)
	p.reload()
	p.must("reloaded", isShown+`('figure')`)
}

// A box opens its panel and leads into it; Escape closes it, and the focus is back at
// the box. The address follows without a jump.
func TestPanelFocus(t *testing.T) {
	p := opened(t, course)
	p.do(chromedp.Focus(chromedp.CSS("#n2 a")), chromedp.KeyEvent(kb.Enter))
	p.soon(`!` + panel + `.hidden`)
	p.want("opened", title, "Sawing")
	p.want("opened", focused, "rv:heading")
	p.want("opened", `decodeURI(location.hash)`, "#wood/planks/sawing")
	p.want("opened", `document.title`, "Sawing · Boats")
	p.press(kb.Escape)
	p.must("closed", panel+`.hidden`)
	p.want("closed", focused, "#wood/planks/sawing")
	p.must("closed", `document.activeElement instanceof SVGElement && !location.href.includes('#')`)
	p.want("closed", `document.title`, "Boats")

	// Who went on in the panel comes back to where that led.
	p.press(kb.Enter)
	p.click("#rv\\:panel .next")
	p.want("next", title, "Drying")
	p.want("next", focused, "rv:heading")
	p.press(kb.Escape)
	p.want("closed", focused, "#wood/planks/drying")
}

// The panel tells where an item stands, what there is to say of it, what it needs and
// leads to and what comes before and after it, with their states.
func TestPanelTells(t *testing.T) {
	p := opened(t, strings.Replace(course, "- **Clamps**", "- [x] **Clamps**", 1))
	select_ := func(id string) {
		t.Helper()
		eval[string](p, fmt.Sprintf(`location.hash = '#%s'`, id))
		p.soon(fmt.Sprintf(`document.title.startsWith(document.getElementById('%s').querySelector('a').lastChild.data.trim())`, id))
	}
	const texts = `(of => [...document.querySelectorAll('#rv\\:panel ' + of)].map(e => e.textContent).join('|'))`
	select_("wood/planks/sawing")
	p.want("topic", texts+`('.path a')`, "Wood|1 Planks")
	p.want("topic", texts+`('p:not([class])')`, "along the grain. How to saw")
	p.want("topic", texts+`('.resources a')`, "How to saw")
	p.must("topic", `document.querySelector('#rv\\:panel .resources a').href === 'https://example.org/saw'`)
	eval[bool](p, `(addEventListener('click', (e) => e.preventDefault()), true)`)
	p.click("#rv\\:panel .resources a")
	p.soon(`document.querySelector('#rv\\:panel .resources a').target === '_blank'`)
	p.must("topic", `document.querySelector('#rv\\:panel .source a').href.endsWith('#L9')`)
	p.want("topic", texts+`('.pager a')`, "Next: Drying")
	select_("wood/glue")
	p.want("section", texts+`('h2')`, "2 Glue")
	p.want("section", texts+`('h3')`, "Needs first|Topics")
	p.want("section", texts+`('.items a')`, "1 Planks|Resin|Clamps, done")
	p.must("section", `document.querySelector('#rv\\:panel [data-state=done]').textContent.startsWith('Clamps')`)
	select_("wood/planks")
	p.want("what leads on", texts+`('h3')`, "Leads to|Topics")
	select_("wood/planks/oiling")
	p.want("optional", texts+`('.badge')`, "optional")
	p.want("the middle", texts+`('.pager a')`, "Previous: Drying|Next: Resin")
}

// Links within the page are history: back closes the panel, and an address that names
// nothing is told. The names may be of any letters.
func TestRoute(t *testing.T) {
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "boats.html"), "# C\n\n## Über 50 % & mehr\n\n### \"S\" 船\n\n- **A**: a\n- **B**: b\n", "#no/such%20thing")
	p.must("unknown", panel+`.hidden`)
	p.want("unknown", `document.getElementById('rv:status').textContent`, "Nothing in this course is called “no/such thing”.")
	all := eval[[]string](p, `[...document.querySelectorAll('#rv\\:list a.title')].map(a => a.getAttribute('href'))`)
	if len(all) != 4 {
		t.Fatalf("the course has %q", all)
	}
	for i, href := range all {
		eval[bool](p, fmt.Sprintf(`(document.querySelectorAll('#rv\\:list a.title')[%d].click(), true)`, i))
		p.must(href, fmt.Sprintf(`document.getElementById(decodeURIComponent(location.hash.slice(1))).dataset.n === '%d' && !%s.hidden`, i, panel))
	}
	p.do(chromedp.NavigateBack())
	p.soon(title + `=== 'A'`)
	p.do(chromedp.NavigateForward())
	p.soon(title + `=== 'B'`)
	eval[string](p, `location.hash = '#rv:progress=x'`)
	p.must("the fragments of others", `!`+panel+`.hidden && location.hash === '#rv:progress=x'`)
}

// In the list the page does not jump: not by opening and not by closing. It may be scrolled
// further where what stands above is drawn for the first time and is higher than was held
// free for it; what is looked at stays where it is.
func TestNoJump(t *testing.T) {
	p := opened(t, numbered(60))
	p.press("l")
	p.do(chromedp.ScrollIntoView(chromedp.CSS("[data-n='30'] > a")))
	// Two frames later all is drawn that is to be seen.
	const at = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(` +
		`document.querySelector("[data-n='30'] > a").getBoundingClientRect().top))))`
	before := eval[float64](p, at)
	if scrolled := eval[float64](p, `scrollY`); scrolled < 100 {
		t.Fatalf("the list is at %v", scrolled)
	}
	p.click("[data-n='30'] > a")
	p.soon(`!` + panel + `.hidden`)
	p.press(kb.Escape)
	p.soon(panel + `.hidden`)
	if after := eval[float64](p, at); after != before {
		t.Errorf("the item was at %v and is at %v", before, after)
	}
}

// numbered is a course of so many topics.
func numbered(n int) string {
	var b strings.Builder
	b.WriteString("# Numbers\n")
	for i := range n {
		if i%100 == 0 {
			fmt.Fprintf(&b, "\n## The %d hundred\n", i/100+1)
		}
		if i%10 == 0 {
			fmt.Fprintf(&b, "\n### Ten from %d\n\nA few more.\n\n", i)
		}
		fmt.Fprintf(&b, "- **Number x%d**: it comes after the one before it.\n", i)
	}
	return b.String()
}

// The reader's choice of light and dark holds for the page and its figure, and is
// remembered; without one the system's does.
func TestMode(t *testing.T) {
	p := newPage(t)
	p.media("prefers-color-scheme", "light")
	p.open(filepath.Join(t.TempDir(), "boats.html"), course, "")
	const (
		page = `getComputedStyle(document.documentElement).backgroundColor`
		text = `getComputedStyle(document.querySelector('#rv\\:figure svg text')).fill`
	)
	light, lightText := eval[string](p, page), eval[string](p, text)
	choose := func(which string) {
		p.click("#rv\\:bar .menu .tool")
		p.soon(`document.activeElement.role === 'menuitem'`)
		for range 9 {
			if eval[bool](p, `document.activeElement.textContent === '`+which+`'`) {
				break
			}
			p.press(kb.ArrowDown)
		}
		p.press(kb.Enter)
		p.soon(`!document.querySelector(':popover-open')`)
	}
	choose("Dark")
	dark, darkText := eval[string](p, page), eval[string](p, text)
	if dark == light || darkText == lightText {
		t.Errorf("dark is %s and %s as light", dark, darkText)
	}
	p.want("dark", `getComputedStyle(document.documentElement).colorScheme`, "dark")
	p.reload()
	p.want("reloaded", page, dark)
	choose("As the system")
	p.want("as the system", page, light)
	p.media("prefers-color-scheme", "dark")
	p.want("as the system", page, dark)
	p.want("as the system", text, darkText)
	choose("Light")
	p.want("light", page, light)
	p.want("light", text, lightText)
}

// The menu goes by the keys of menus.
func TestMenu(t *testing.T) {
	p := opened(t, course)
	p.do(chromedp.Focus(chromedp.CSS("#rv\\:bar .menu .tool")))
	p.press(kb.ArrowDown)
	p.soon(`document.activeElement.role === 'menuitem'`)
	p.must("open", `document.querySelector('#rv\\:bar .menu .tool').ariaExpanded === 'true'`)
	first := eval[string](p, `document.activeElement.textContent`)
	p.press(kb.ArrowUp)
	p.want("up", `document.activeElement.textContent`, "Dark")
	p.press(kb.ArrowDown)
	p.want("around", `document.activeElement.textContent`, first)
	p.press(kb.End)
	p.want("end", `document.activeElement.textContent`, "Dark")
	p.press(kb.Escape)
	p.soon(`!document.querySelector(':popover-open') && document.activeElement.matches('.menu .tool')`)
}

// The first stop of the keyboard leads past the bar.
func TestSkip(t *testing.T) {
	p := opened(t, course)
	p.press(kb.Tab)
	p.must("tab", `document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0`)
	p.press(kb.Enter)
	p.want("enter", focused, "rv:figure")
}

// Nothing is wider than the window: phones, and pages at 400 %, in which long words
// are broken.
func TestNarrow(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrt", 8)
	src := "# " + long + "\n\n## P " + long + "\n\n### 1. S " + long + "\n\n- **T " + long + "**: " + long + " [" + long + "](https://example.org/" + long + ")\n- **U**\n"
	for _, src := range []string{course, arabic, src} {
		for _, width := range []int64{390, 320} {
			p := newPage(t)
			p.do(chromedp.EmulateViewport(width, 640))
			p.open(filepath.Join(t.TempDir(), "boats.html"), src, "")
			for range 2 {
				p.must("closed", `document.documentElement.scrollWidth <= innerWidth`)
				eval[bool](p, `(document.querySelector('#rv\\:list .topic a.title').click(), true)`)
				p.must("open", `document.documentElement.scrollWidth <= innerWidth && `+panel+`.getBoundingClientRect().width <= innerWidth`)
				p.must("open", `[...document.querySelectorAll('#rv\\:bar button, #rv\\:panel button')].every(b => !b.getClientRects().length || b.getBoundingClientRect().height >= 24 && b.getBoundingClientRect().right <= innerWidth + 1)`)
				p.press(kb.Escape)
				p.press("l")
			}
		}
	}
}

// The page of a course that is written from right to left is laid out so.
func TestRightToLeft(t *testing.T) {
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "boats.html"), "<!-- roadmapviz: lang=ar -->\n"+arabic, "")
	if eval[string](p, `document.documentElement.dir`) != "rtl" {
		t.Fatal("the course is not known to be Arabic")
	}
	eval[bool](p, `(document.querySelector('#rv\\:list .topic a.title').click(), true)`)
	p.must("the panel is at the left", panel+`.getBoundingClientRect().left === 0`)
	p.must("the title is at the right", `document.querySelector('#rv\\:bar .course').getBoundingClientRect().right > innerWidth - 40`)
}

// A page without scripts is the figure and the course, with all that it says.
func TestWithoutScripts(t *testing.T) {
	p := newPage(t)
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "boats.html")
	if err := os.WriteFile(file, encoded(t, course), 0o666); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate("file://" + file))
	p.must("without scripts", isShown+`('figure') && `+isShown+`('list') && ![...document.querySelectorAll('button, input')].some(e => e.checkVisibility())`)
	p.must("without scripts", `[...document.querySelectorAll('#rv\\:list li, #rv\\:list a')].every(e => e.checkVisibility())`)
	p.do(chromedp.Click(chromedp.CSS("#n2 a")))
	p.soon(`document.querySelector(':target').closest('li').id === 'wood/planks/sawing'`)
}

// A page works on a server below any path, and in a frame that may do nothing but run
// scripts.
func TestWhereItIsOpened(t *testing.T) {
	file := encoded(t, course)
	mux := http.NewServeMux()
	mux.HandleFunc("/a/path/boats.html", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(file) })
	quoted := strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(string(file))
	for name, attributes := range map[string]string{
		"free": `src="a/path/boats.html"`, "scripts": `sandbox="allow-scripts" src="a/path/boats.html"`, "srcdoc": `sandbox="allow-scripts" srcdoc="` + quoted + `"`,
	} {
		mux.HandleFunc("/"+name, func(w http.ResponseWriter, _ *http.Request) {
			_, _ = fmt.Fprintf(w, `<!DOCTYPE html><title>Frame</title><iframe %s width=1000 height=700></iframe>`, attributes)
		})
	}
	mux.HandleFunc("/favicon.ico", func(http.ResponseWriter, *http.Request) {})
	server := httptest.NewServer(mux)
	defer server.Close()

	p := newPage(t)
	p.do(chromedp.Navigate(server.URL+"/a/path/boats.html#wood/planks/sawing"), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.soon(title + ` === 'Sawing'`)
	p.press(kb.Escape)
	p.want("closed", `location.pathname + location.hash`, "/a/path/boats.html")

	p.do(chromedp.Navigate(server.URL + "/free"))
	p.soon(`!!frames[0].document.querySelector('html.ready')`)
	p.must("in a frame", `(page => {
		page.document.querySelector('#n2 a').dispatchEvent(new page.MouseEvent('click', {bubbles: true, cancelable: true}));
		return page.document.getElementById('rv:heading').textContent === 'Sawing' && page.location.hash === '#wood/planks/sawing' && !location.hash;
	})(frames[0])`)
	for _, name := range []string{"scripts", "srcdoc"} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t)
			p.do(chromedp.Navigate(server.URL + "/" + name))
			frame := p.frame()
			frame.do(chromedp.WaitReady(chromedp.CSS("html.ready")))
			eval[bool](frame, `(document.querySelector('#n2 a').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})), true)`)
			frame.soon(title + ` === 'Sawing'`)
			eval[bool](frame, `(document.querySelector('.views button:last-child').click(), true)`)
			frame.must("list", isShown+`('list')`)
			eval[bool](frame, `(document.querySelector('#rv\\:panel button').click(), true)`)
			frame.must("closed", panel+`.hidden`)
		})
	}
}

// frame is the frame in a page, which is of another origin.
func (p page) frame() page {
	p.Helper()
	infos, err := chromedp.Targets(p.ctx)
	if err != nil {
		p.Fatal(err)
	}
	for _, info := range infos {
		if info.Type == "iframe" {
			ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
			p.Cleanup(cancel)
			return page{p.T, ctx}
		}
	}
	p.Fatal("the page has no frame")
	return page{}
}

// printed is what a page looks like on paper: its words and its number of pages.
func (p page) printed(file string) string {
	p.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(file, pdf, 0o666); err != nil {
		p.Fatal(err)
	}
	text, err := exec.CommandContext(context.Background(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		p.Skipf("no pdftotext here: %v", err)
	}
	return string(text)
}

// What is printed is the view that is shown, without the bar and the panel, and on
// white paper also of a dark page.
func TestPrint(t *testing.T) {
	p := newPage(t)
	p.media("prefers-color-scheme", "dark")
	folder := t.TempDir()
	p.open(filepath.Join(folder, "boats.html"), course, "#wood/planks/sawing")
	figure := p.printed(filepath.Join(folder, "figure.pdf"))
	for _, not := range []string{"Search", "Figure", "along the grain", "How to saw"} {
		if strings.Contains(figure, not) {
			t.Errorf("the printed figure says %q", not)
		}
	}
	p.press("l")
	list := p.printed(filepath.Join(folder, "list.pdf"))
	for _, want := range []string{"Boats", "1 Planks", "Sawing", "along the grain", "How to saw https://example.org/saw", "Dacron"} {
		if !strings.Contains(list, want) {
			t.Errorf("the printed list does not say %q:\n%s", want, list)
		}
	}
	for _, not := range []string{"Search", "README.md", "Next"} {
		if strings.Contains(list, not) {
			t.Errorf("the printed list says %q", not)
		}
	}
	p.want("printed", `document.title`, "Sawing · Boats")
	for _, name := range []string{"figure", "list"} {
		file := filepath.Join(folder, name)
		if out, err := exec.Command("pdftoppm", "-r", "40", "-singlefile", file+".pdf", file).CombinedOutput(); err != nil {
			t.Skipf("no pdftoppm here: %v %s", err, out)
		}
		pixels, err := os.ReadFile(file + ".ppm")
		if err != nil {
			t.Fatal(err)
		}
		if corner := pixels[len(pixels)-3:]; string(corner) != "\xff\xff\xff" {
			t.Errorf("the %s is printed on %x", name, corner)
		}
	}
	info, err := exec.Command("pdfinfo", filepath.Join(folder, "list.pdf")).Output()
	if err == nil && !strings.Contains(string(info), "Boats") {
		t.Errorf("the paper has no title:\n%s", info)
	}
}

// A plain graph is a list of its nodes: what only holds them is not among them.
func TestPlainGraph(t *testing.T) {
	g, _, err := dot.Decode(t.Context(), strings.NewReader("digraph G { a -> b; subgraph cluster_x { label=Cluster; c; d } b -> c }"))
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.load(filepath.Join(t.TempDir(), "graph.html"), encodedGraph(t, g), "")
	p.want("the list", `[...document.querySelectorAll('#rv\\:list a.title')].map(a => a.textContent).join()`, "a,b,Cluster,c,d")
	eval[bool](p, `(document.querySelectorAll('#rv\\:list a.title')[1].click(), true)`)
	p.want("the panel", `[...document.querySelectorAll('#rv\\:panel :is(h2, h3, .items a, .pager a)')].map(e => e.textContent).join()`, "b,Needs first,a,Leads to,c,Previous: a,Next: c")
}
