package html_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// injections are what people write who want a page to run or to load something.
var injections = []string{
	`</script><script>window.evil=1</script>`,
	`<img src=x onerror=window.evil=1>`,
	`"><svg onload=window.evil=1>`,
	`' autofocus onfocus=window.evil=1 '`,
	`</title></style></template></textarea><script>window.evil=1</script>`,
	`]]><script>window.evil=1</script>`,
	`--><script>window.evil=1</script><!--`,
	`<!--<script>`,
	`<![CDATA[<script>window.evil=1</script>`,
	`<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>`,
	`<meta http-equiv=refresh content=0;url=//evil.example/>`,
	`<iframe srcdoc="<script>parent.evil=1</script>"></iframe>`,
	`<a href="javascript:window.evil=1">x</a>`,
	"&lt;script&gt;window.evil=1&lt;/script&gt;&#60;script&#62;",
	"{{constructor.constructor('window.evil=1')()}}${window.evil=1}",
	"\u2028\u2029\u202e\x00\x1b\ufffe\ufdd0\xff\xed\xa0\x80",
	`@import url(//evil.example/x.css); } * { background: url(//evil.example/x) }`,
}

// links lead where no click may.
var links = []string{
	"javascript:window.evil=1", "JaVaScRiPt:window.evil=1", " javascript:window.evil=1", "java\tscript:window.evil=1", "javascript&colon;window.evil=1",
	"data:text/html,<script>window.evil=1</script>", "vbscript:x", "//evil.example/x", `\\evil.example\x`, `https://ok.example/"onclick="window.evil=1`, "blob:x", "file:///etc/passwd",
}

// names are IDs that mean something to browsers and scripts.
var names = []string{
	"rv:list", "rv:data", "rv:panel", "rv:figure", "rv:search", "n0", "n1", "__proto__", "constructor", "toString", "hidden", "cookie", "body", "head", "forms",
	`"><script>window.evil=1</script>`, "a b", "%2e%2e/", "%", "#", "?x", "a&b", "\u202e",
}

// hostileCourse is a course of which every text is an injection.
func hostileCourse() *graph.Graph {
	all := append(append(append([]string{}, injections...), links...), names...)
	g := &graph.Graph{Language: `en"><script>window.evil=1</script>`, Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: injections[0]}}}
	add := func(n graph.Node) {
		g.Nodes = append(g.Nodes, n)
		g.Edges = append(g.Edges, graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
	}
	node := func(i int, kind graph.Kind, id, parent string) graph.Node {
		text := all[i%len(all)]
		return graph.Node{
			ID: id, Kind: kind, Parent: parent, Title: text, Label: text, Number: text, Summary: text, Author: text, Icon: text,
			URL: links[i%len(links)], Attributes: map[string]string{text: text}, Source: graph.Position{File: text, Line: i + 1}, Status: graph.Status(all[(i+1)%len(all)]),
		}
	}
	add(node(1, graph.Part, `part"><script>window.evil=1</script>`, graph.CourseID))
	add(node(2, graph.Section, "section", g.Nodes[1].ID))
	for i := range all {
		id := all[i]
		if strings.TrimSpace(id) == "" || id == graph.CourseID {
			continue
		}
		add(node(i, graph.Topic, id, "section"))
		add(node(i, graph.Resource, id+"/resource", id))
		if i > 0 {
			g.Edges = append(g.Edges, graph.Edge{From: all[i-1], To: id, Kind: graph.Requires, Reason: all[i]})
		}
	}
	return g
}

// A page runs nothing that strangers wrote, tries to load nothing, and shows it as it
// is; whatever is done in it.
func TestNothingIsObeyed(t *testing.T) {
	data := encodedGraph(t, hostileCourse())
	for _, tag := range []string{"<script>window", "<img", "<iframe", "<base", "<link", "onload=window.evil=1>\n"} {
		if bytes.Contains(data, []byte(tag)) {
			t.Errorf("the page has %s", tag)
		}
	}
	file := filepath.Join(t.TempDir(), "evil.html")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
	n := eval[int](p, `document.querySelectorAll('#rv\\:list li[data-n]').length`)
	if want := 2 + len(injections) + len(links) + len(names); n != want {
		t.Errorf("%d of %d items are listed", n, want)
	}
	// Each item is opened by its link, as those who click do.
	eval[int](p, `(async () => {
		for (const link of document.querySelectorAll('#rv\\:list a.title')) {
			link.click();
			await new Promise((done) => setTimeout(done, 5));
		}
		return 1;
	})()`)
	p.press("/")
	p.press("evil")
	if got := eval[string](p, `[...document.querySelectorAll('a[href], a')].map(a => a.protocol || a.href.baseVal || '').filter(p => p && !/^(https?:|mailto:|file:|#)/.test(p)).join(' ')`); got != "" {
		t.Errorf("links lead to %s", got)
	}
	if got := eval[string](p, `[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on')).join(' ')`); got != "" {
		t.Errorf("elements have %s", got)
	}
	if got := eval[string](p, `[...document.querySelectorAll('script, style, link, base, meta, iframe, object, embed, img, form, foreignObject')].map(e => e.localName).sort().join(' ')`); strings.Contains(got, "iframe") ||
		strings.Contains(got, "img") || strings.Contains(got, "link") || strings.Contains(got, "base") || strings.Count(got, "script") != 2 {
		t.Errorf("the page has the elements %s", got)
	}
	if eval[bool](p, `'evil' in window`) {
		t.Error("a stranger's script ran")
	}
}

// The figure, taken out of a page, is a well-formed picture.
func TestFigureIsWellFormed(t *testing.T) {
	p := newPage(t)
	for name, data := range map[string][]byte{"boats": encoded(t, course), "hostile": encodedGraph(t, hostileCourse())} {
		p.load(filepath.Join(t.TempDir(), name+".html"), data, "")
		elements, err := elementsIn(p.figure())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if elements < 10 {
			t.Errorf("%s: %d elements", name, elements)
		}
	}
}
