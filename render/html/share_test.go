package html_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	chrome "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// section opens a section of the dialog of progress.
func (p page) section(title string) {
	p.Helper()
	eval[bool](p, `document.querySelector('#rv\\:learned').open || document.querySelector('#rv\\:progress button').click(), true`)
	p.clickText("#rv\\:learned summary", title)
}

// clickText clicks the element of a selector that has a text.
func (p page) clickText(selector, text string) {
	p.Helper()
	x, y := p.middle(fmt.Sprintf("[...document.querySelectorAll(%q)].find((e) => e.textContent === %q)", selector, text))
	p.do(chromedp.MouseClickXY(x, y))
}

// field is the text of a field of the dialog.
func (p page) field(name string) string {
	p.Helper()
	p.soon(fmt.Sprintf(`document.querySelector('#rv\\:learned [aria-label=%q]') !== null`, name))
	return eval[string](p, fmt.Sprintf(`document.querySelector('#rv\\:learned [aria-label=%q]').value`, name))
}

// paste puts text into the field of the import and looks at what it would change.
func (p page) paste(text string) {
	p.Helper()
	p.section("Import")
	p.soon(`document.querySelector('#rv\\:learned details[open] textarea') !== null`)
	eval[bool](p, fmt.Sprintf(`document.querySelector('#rv\\:learned details[open] textarea').value = %q, true`, text))
	p.clickText("#rv\\:learned button", "Show what changes")
}

const overlay = "Sawing: done\nwood/planks/drying: doing\n\"wood/planks/oiling\": 'skipped'  # not for me\nsails: done\n"

// topicStates are the states of the topics in the page.
func (p page) topicStates() string {
	return eval[string](p, `[...document.querySelectorAll('li.topic')].map((li) => li.querySelector('.title').textContent + '=' + (li.dataset.state || 'todo')).join(' ')`)
}

// graphStates are those of a course.
func graphStates(g *graph.Graph) string {
	var all []string
	for i, s := range graph.NewIndex(g).States() {
		if n := g.Nodes[i]; n.Kind == graph.Topic {
			if s == graph.Unknown {
				s = graph.Todo
			}
			all = append(all, n.Title+"="+string(s))
		}
	}
	return strings.Join(all, " ")
}

const learned = "Sawing=done Drying=doing Oiling=skipped Resin=todo Clamps=todo Cotton=done Dacron=done"

// Progress comes in by an overlay and leaves as one, and as task lists, which the program
// reads as the same; both come in again in another browser.
func TestExportAndImport(t *testing.T) {
	p, _ := boats(t)
	p.paste(overlay + "Nowhere: done\n")
	if got := eval[string](p, `document.querySelector('#rv\\:learned .preview').innerText`); !strings.Contains(got, "Not in this course: 1") || !strings.Contains(got, "Sawing: to do → done") {
		t.Errorf("the preview is %q", got)
	}
	p.click("#rv\\:learned .take")
	if got := p.topicStates(); got != learned {
		t.Fatalf("imported: %s", got)
	}
	p.section("Export")
	asJSON, asTasks := p.field("progress.json"), p.field("progress.md")

	g, _ := markdown.Parse([]byte(course), markdown.Options{File: "README.md"})
	if got := graphStates(apply(t, g, []byte(asJSON))); got != learned {
		t.Errorf("the program reads the overlay as %s\n%s", got, asJSON)
	}
	of, _ := markdown.Parse([]byte(asTasks), markdown.Options{File: "README.md"})
	if got := graphStates(of); got != learned {
		t.Errorf("the program reads the task list as %s\n%s", got, asTasks)
	}

	for _, text := range []string{asJSON, asTasks, "{Sawing: done,\nwood/planks/drying: doing,\nOiling: skipped, \nCloth: done}"} {
		q, _ := boats(t)
		q.paste(text)
		q.click("#rv\\:learned .take")
		if got := q.topicStates(); got != learned {
			t.Errorf("%s\nis imported as %s", text, got)
		}
		q.click("#rv\\:status button")
		if got := q.topicStates(); strings.Contains(got, "done") {
			t.Errorf("undone it is %s", got)
		}
	}
	q, _ := boats(t)
	q.click(box("wood/glue/resin"))
	q.paste(asJSON)
	q.clickText("#rv\\:learned label", "Replace mine")
	q.click("#rv\\:learned .take")
	if got := q.topicStates(); got != learned {
		t.Errorf("replaced it is %s", got)
	}
	q.section("Reset")
	q.click("#rv\\:learned .reset")
	if got := q.topicStates(); strings.Contains(got, "done") {
		t.Errorf("reset it is %s", got)
	}
	q.paste("what is this?")
	if got := eval[string](q, `document.querySelector('#rv\\:learned .wrong').textContent`); !strings.Contains(got, "neither") {
		t.Errorf("of nonsense the page says %q", got)
	}
}

// Titles with signs of Markdown go round as task lists, in all scripts.
func TestTaskListOfOddTitles(t *testing.T) {
	text := "---\nlang: en\n---\n# *A* \\<b>\n\n## Part: 1\n\n### 1. C++ & C\\#\n\n- **`a[0]`_x_**\n- \\- minus\n- a: b\n- Да\n\n## 帆 #\n\n### \\[x\\] y\n\n- \\[x\\] z\n- $x \\| y$\n"
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "odd.html"), text, "")
	p.showList()
	n := eval[int](p, `document.querySelectorAll('li.topic > .state').length`)
	for i := range n {
		if i%3 != 2 {
			eval[bool](p, fmt.Sprintf(`document.querySelectorAll('li.topic > .state')[%d].click(), true`, i))
		}
	}
	want := p.topicStates()
	p.section("Export")
	tasks := p.field("progress.md")
	of, _ := markdown.Parse([]byte(tasks), markdown.Options{File: "README.md"})
	if got := graphStates(of); got != want {
		t.Errorf("the program reads\n%s\nwant\n%s\n%s", got, want, tasks)
	}
	p.section("Reset")
	p.click("#rv\\:learned .reset")
	p.paste(tasks)
	p.click("#rv\\:learned .take")
	if got := p.topicStates(); got != want {
		t.Errorf("the page reads\n%s\nwant\n%s\n%s", got, want, tasks)
	}
}

// A file is saved, and one is read.
func TestFiles(t *testing.T) {
	p, _ := boats(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "me.yaml")
	if err := os.WriteFile(file, []byte(overlay), 0o666); err != nil {
		t.Fatal(err)
	}
	p.section("Import")
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#rv\\:learned input[type=file]"), []string{file}))
	p.click("#rv\\:learned .take")
	if got := p.topicStates(); got != learned {
		t.Errorf("imported: %s", got)
	}
	saved := t.TempDir()
	if _, err := chromedp.CallBrowser(p.ctx, chrome.SetDownloadBehavior, chrome.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: saved, BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID}); err != nil {
		t.Fatal(err)
	}
	p.section("Export")
	want := p.field("progress.json")
	p.clickText("#rv\\:learned button", "Save as file")
	var got []byte
	for range 50 {
		if got, _ = os.ReadFile(filepath.Join(saved, "progress.json")); string(got) == want {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("saved is %q, want %q", got, want)
}

// A link shows progress in another browser, beside what is there, and leaves that as it
// is until it is taken over.
func TestShareLink(t *testing.T) {
	p, file := boats(t)
	p.paste(overlay)
	p.click("#rv\\:learned .take")
	p.section("Share a link")
	link := p.field("Share a link")
	if len(link) > len("file://"+file)+120 {
		t.Errorf("the link is long: %s", link)
	}

	q := newPage(t)
	q.open(file, course, "")
	q.showList()
	q.click(box("wood/glue/resin"))
	q.do(chromedp.Navigate("about:blank"), chromedp.Navigate(link), chromedp.WaitReady(chromedp.CSS("html.ready")))
	q.soon(`!document.querySelector('#rv\\:shared').hidden`)
	if got := q.topicStates(); got != learned {
		t.Errorf("shown is %s", got)
	}
	q.click(box("wood/glue/clamps"))
	if got := q.topicStates(); got != learned || !strings.Contains(q.told(), "shared progress") {
		t.Errorf("marked while looking: %s, %q", got, q.told())
	}
	// Links to topics work meanwhile.
	eval[string](q, `location.hash = '#wood/planks/drying'`)
	q.soon(`document.querySelector('#rv\\:panel h2').textContent === 'Drying'`)
	if got := q.topicStates(); got != learned {
		t.Errorf("after a link to a topic: %s", got)
	}
	q.clickText("#rv\\:shared button", "Back to mine")
	q.shows("wood/glue/resin", "done")
	q.shows("wood/planks/sawing", "todo")

	q.do(chromedp.Navigate("about:blank"), chromedp.Navigate(link), chromedp.WaitReady(chromedp.CSS("html.ready")))
	q.clickText("#rv\\:shared button", "Take it over …")
	q.click("#rv\\:learned .take")
	q.shows("wood/glue/resin", "done")
	q.shows("wood/planks/sawing", "done")
	if got := eval[string](q, "location.hash"); got != "" {
		t.Errorf("the address still has %s", got)
	}
	q.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html.ready")))
	q.shows("wood/planks/sawing", "done")
	q.shows("wood/glue/resin", "done")
}

// Links that are broken or of another course are refused with a word.
func TestWrongLinks(t *testing.T) {
	p, file := boats(t)
	p.click(box("wood/planks/sawing"))
	p.section("Share a link")
	link := p.field("Share a link")
	code := link[strings.IndexByte(link, '=')+1:]
	for _, wrong := range []string{"", "A", "!!", "%00", code[:len(code)-2], "B" + code[1:], code + "AAAA", strings.Repeat("A", 3_000_000), "AQP__w", "{}", "<script>"} {
		q := newPage(t)
		if err := os.WriteFile(file, encoded(t, course), 0o666); err != nil {
			t.Fatal(err)
		}
		if len(wrong) > 1_000_000 { // more than an address holds
			q.open(file, course, "")
			eval[bool](q, fmt.Sprintf("location.hash = '#rv:progress=' + 'A'.repeat(%d), true", len(wrong)))
		} else {
			q.open(file, course, "#rv:progress="+wrong)
		}
		q.soon(`document.getElementById('rv:status').textContent.includes('cannot be read') && document.getElementById('rv:shared').hidden`)
		if strings.Contains(q.topicStates(), "done") {
			t.Errorf("%.40q: %s", wrong, q.topicStates())
		}
	}
	q := newPage(t)
	q.open(filepath.Join(t.TempDir(), "other.html"), "# Other\n\n## A\n\n- x\n- y\n", "#rv:progress="+code)
	if !strings.Contains(q.told(), "another course") {
		t.Errorf("of another course's link the page says %q", q.told())
	}
}

// Where storage is full or refused, the page works, and says once that it keeps nothing.
func TestStorageRefused(t *testing.T) {
	p, _ := boats(t)
	eval[bool](p, `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }, true`)
	p.click(box("wood/planks/sawing"))
	p.shows("wood/planks/sawing", "done")
	if !strings.Contains(p.told(), "keeps nothing") {
		t.Errorf("the page says %q", p.told())
	}
	p.click(box("wood/planks/drying"))
	p.shows("wood/planks/drying", "done")
	if strings.Contains(p.told(), "keeps nothing") {
		t.Errorf("the page says again %q", p.told())
	}

	// In a frame that may not even ask, likewise.
	mux := http.NewServeMux()
	page := encoded(t, course)
	mux.HandleFunc("/boats.html", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(page) })
	mux.HandleFunc("/favicon.ico", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `<!DOCTYPE html><iframe sandbox="allow-scripts" src="boats.html" width="1200" height="700"></iframe>`)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	q := newPage(t)
	q.do(chromedp.Navigate(server.URL))
	frame := q.frame()
	frame.do(chromedp.WaitReady(chromedp.CSS("html.ready")))
	eval[bool](frame, fmt.Sprintf("document.querySelector('%s').click(), true", box("wood/planks/sawing")))
	frame.shows("wood/planks/sawing", "done")
	if !strings.Contains(frame.told(), "keeps nothing") {
		t.Errorf("in a frame the page says %q", frame.told())
	}
}
