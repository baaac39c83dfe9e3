package html_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// wrongRecords are what another page of the same address may have left where progress
// is kept.
func wrongRecords() map[string]string {
	var deep strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&deep, `["/x",2,"x",%d,2],`, i-1)
	}
	return map[string]string{
		"array":   `[]`,
		"null":    `null`,
		"kind":    `{"roadmapviz":1,"course":"Boats","entries":[["wood","length","Wood",-1,2]]}`,
		"state":   `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood",-1,"map"]]}`,
		"states":  `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood",-1,"length"]]}`,
		"parent":  `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood",-1,2],["/x",2,"x","length",2]]}`,
		"method":  `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood","map",2]]}`,
		"itself":  `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood",0,2]]}`,
		"before":  `{"roadmapviz":1,"course":"Boats","entries":[["wood",0,"Wood",-2,2]]}`,
		"entries": `{"roadmapviz":1,"course":"Boats","entries":{"length":1e9}}`,
		"proto":   `{"roadmapviz":1,"course":"__proto__","entries":[["__proto__",0,"<img src=x onerror=window.evil=1>",-1,2]],"__proto__":{"x":1}}`,
		"deep":    `{"roadmapviz":1,"course":"Boats","entries":[` + strings.TrimSuffix(deep.String(), ",") + `]}`,
		"nesting": strings.Repeat("[", 1_000_000),
		"zeros":   strings.Repeat("\x00", 1_000),
	}
}

// Whatever stands where progress is kept, the page opens, and keeps what is marked.
func TestWrongRecords(t *testing.T) {
	p, file := boats(t)
	for name, text := range wrongRecords() {
		const key = "rv:course:Boats"
		eval[bool](p, fmt.Sprintf(`(localStorage.clear(), localStorage.setItem(%q, %s), localStorage.setItem('rv:folded:Boats', %[2]s), localStorage.setItem('rv:view', %[2]s), true)`, key, quoted(text)))
		p.again(file, course)
		p.showList()
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('[id="wood/planks/sawing"] .state').click()`))
		if p.state("wood/planks/sawing") != "done" {
			t.Errorf("%s: nothing can be marked", name)
		}
		p.again(file, course)
		if p.state("wood/planks/sawing") != "done" {
			t.Errorf("%s: what was marked is not kept", name)
		}
	}
	if eval[bool](p, `'evil' in window`) {
		t.Error("a stranger's script ran")
	}
}

// quoted is a text for a script.
func quoted(text string) string {
	q, _ := json.Marshal(text)
	return string(q)
}

// What is imported is read soon, however it is written: no pattern is tried in more
// steps than the text warrants.
func TestWrongImports(t *testing.T) {
	p, _ := boats(t)
	p.section("Import")
	p.soon(`document.querySelector('#rv\\:learned details[open] textarea') !== null`)
	for name, text := range map[string]string{
		"spaces":       strings.Repeat("a"+strings.Repeat(" ", 16_000)+"b\n", 50),
		"colons":       strings.Repeat(strings.Repeat(": done", 2_000)+"\n", 50),
		"trailing":     strings.Repeat("a: done"+strings.Repeat(" ", 16_000)+"b\n", 50),
		"headings":     "- [x] a\n" + strings.Repeat("# a"+strings.Repeat(" ", 16_000)+"b\n", 50),
		"hashes":       "- [x] a\n" + strings.Repeat("# a"+strings.Repeat("#", 16_000)+"b\n", 50),
		"comments":     "- [x] a\n" + strings.Repeat("- [x] "+strings.Repeat("<!--", 4_000)+"\n", 50),
		"statuses":     "- [x] a\n" + strings.Repeat(strings.Repeat("<!--roadmap:", 1_300)+"\n", 50),
		"quotes":       strings.Repeat(`"`+strings.Repeat(`\"`, 8_000)+"\n", 50),
		"singles":      strings.Repeat(strings.Repeat(`'`, 16_000)+"\n", 50),
		"long line":    strings.Repeat("a ", 1_000_000),
		"JSON":         strings.Repeat("[", 1_000_000),
		"YAML":         "a: &a [x]\n" + strings.Repeat("b: [*a, *a]\n", 1_000),
		"zeros":        strings.Repeat("\x00", 1_000_000),
		"a link":       "file:///x#rv:progress=" + strings.Repeat("A", 1_000_000),
		"short link":   "#rv:progress=AA",
		"wrong link":   "#rv:progress=%00<script>",
		"names":        `{"__proto__": "done", "constructor": "done", "toString": "doing"}`,
		"markup":       `{"<img src=x onerror=window.evil=1>": "done"}`,
		"deep tasks":   strings.Repeat(" ", 8_000) + "- [x] a\n" + strings.Repeat("> ", 8_000) + "- [x] b\n",
		"many missing": strings.Repeat("x: done\n", 100_000),
	} {
		before := time.Now()
		eval[bool](p, fmt.Sprintf(`(document.querySelector('#rv\\:learned details[open] textarea').value = %s, true)`, quoted(text)))
		eval[bool](p, `([...document.querySelectorAll('#rv\\:learned button')].find((e) => e.textContent === 'Show what changes').click(), true)`)
		if got := eval[string](p, `document.querySelector('#rv\\:learned .wrong, #rv\\:learned .preview')?.className ?? ''`); got == "" {
			t.Errorf("%s: nothing is said", name)
		}
		if took := time.Since(before); took > 10*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
	}
	if eval[bool](p, `'evil' in window`) {
		t.Error("a stranger's script ran")
	}
}

// A progress file as the program or other programs write it is read in one line, too.
func TestImportOfLongLine(t *testing.T) {
	p, _ := boats(t)
	long := map[string]string{"Sawing": "done"}
	for i := range 2_000 {
		long[fmt.Sprintf("other topic %d", i)] = "done"
	}
	text, err := json.Marshal(long)
	if err != nil {
		t.Fatal(err)
	}
	p.paste(string(text))
	p.click("#rv\\:learned .take")
	p.shows("wood/planks/sawing", "done")
}

// An item is found by its link and shown as another, if its ID is one of the page's own
// or of the figure's, and if it has signs that no page may hold. The item that the
// figure does not draw has no box in it.
func TestOddIDs(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "C"}, {ID: "p", Kind: graph.Part, Parent: graph.CourseID, Title: "P"}, {ID: "s", Kind: graph.Section, Parent: "p", Title: "S"}}}
	for i := range 60 { // more than are drawn
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("n%d", i), Kind: graph.Topic, Parent: "s", Title: fmt.Sprintf("T%d", i)})
	}
	for _, id := range append([]string{"a\x01b", "c\xffd", "e\rf", strings.Repeat("x", 10_000), "*", "/", "..", "a#b", "\ufffe!"}, names...) {
		if strings.HasPrefix(id, "n") || strings.HasPrefix(id, "rv:") {
			continue
		}
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: graph.Topic, Parent: "s", Title: fmt.Sprintf("%.20q", id)})
	}
	for _, n := range g.Nodes[1:] {
		g.Edges = append(g.Edges, graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
	}
	p := newPage(t)
	p.load(filepath.Join(t.TempDir(), "odd.html"), encodedGraph(t, g), "")
	p.showList()
	if got := eval[string](p, `(async () => {
		const wrong = [];
		for (const li of document.querySelectorAll('#rv\\:list li[data-n]')) {
			const link = li.querySelector('a.title');
			link.click();
			const shown = document.querySelector('#rv\\:panel h2')?.textContent;
			if (shown !== link.textContent) wrong.push(li.id.slice(0, 20) + ' shows ' + shown);
			li.querySelector('.state').click();
			if (li.dataset.state !== 'done') wrong.push(li.id.slice(0, 20) + ' is ' + li.dataset.state);
			li.querySelector('.state').click();
			await new Promise((done) => setTimeout(done));
		}
		return wrong.join('; ');
	})()`); got != "" {
		t.Error(got)
	}
}

// Whatever a link holds behind its "#", the page opens, and the learner's progress is
// as it was.
func TestWrongFragments(t *testing.T) {
	p, file := boats(t)
	p.click(box("wood/planks/sawing"))
	all := append([]string{
		"rv:progress=", "rv:progress=A", "rv:progress=AAAA", "rv:progress=%00", "rv:progress=<script>window.evil=1</script>", "rv:progress=" + strings.Repeat("_", 300_000),
		"rv:progress=AQP__________w", "rv:list", "rv:data", "rv:x", "rv:", "%", "%E0%A4%A", "%ff", "%00", "n0", strings.Repeat("x", 100_000), ":~:text=a", "<img src=x onerror=window.evil=1>",
	}, names...)
	for _, fragment := range all {
		eval[bool](p, fmt.Sprintf(`(location.hash = %s, true)`, quoted("#"+fragment)))
		p.soon(`document.querySelector('html.ready') !== null`)
	}
	for _, fragment := range []string{"rv:progress=AAAA", "%E0%A4%A", "rv:list", "__proto__", "%00"} {
		p.load(file, encoded(t, course), "#"+fragment)
		p.shows("wood/planks/sawing", "done")
	}
	if eval[bool](p, `'evil' in window`) {
		t.Error("a stranger's script ran")
	}
}
