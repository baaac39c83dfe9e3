package formats

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/roadmapviz/roadmapviz/graph"
)

// unsafe are addresses that must not become links, by any way of reading them.
var unsafe = []string{
	"javascript:evil", "JavaScript:evil", " javascript:evil", "java\tscript:evil", "java\nscript:evil", "\x01javascript:evil",
	"javascript&#58;evil", "javascript&colon;evil", "&#x6a;avascript:evil", "java&Tab;script:evil", "javascript&amp;colon;evil",
	"data:text/html,evil", "vbscript:evil", "file:///evil", "//evil", `\\evil`, `/\evil`, "&sol;/evil",
}

// linked is a course all of whose nodes have the same address.
func linked(address string) *graph.Graph {
	g := &graph.Graph{Edges: []graph.Edge{}}
	parent := ""
	for _, kind := range []graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic, graph.Resource} {
		id := string(kind)
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: kind, Parent: parent, Title: "Title", URL: address})
		if parent != "" {
			g.Edges = append(g.Edges, graph.Edge{From: parent, To: id, Kind: graph.Contains})
		}
		parent = id
	}
	return g
}

// No format hands on an address that must not be followed, but JSON, which
// does not call it a link.
func TestUnsafeLinks(t *testing.T) {
	for _, address := range unsafe {
		g := linked(address)
		for _, f := range All() {
			if f.Encode == nil {
				continue
			}
			text := string(encoded(t, f, g))
			if f.Name == "json" {
				kept, _ := json.Marshal(address)
				text = strings.ReplaceAll(text, `"unlinked":`+string(kept), "")
				text = strings.ReplaceAll(text, `"unlinked":"`+address+`"`, "")
			}
			if strings.Contains(text, "evil") {
				t.Errorf("%s hands on %q:\n%s", f.Name, address, text)
			}
		}
	}
}

// What a title or an icon holds is text in Markdown: no link, no HTML.
func TestTitlesAreNoMarkup(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	tags := regexp.MustCompile(`</?[a-z0-9]+[^>]*>`)
	harmless := regexp.MustCompile(`^</?(h[1-6]|p|ul|li|strong|em)>$`)
	for _, title := range []string{
		"[x](javascript:evil)", "![x](javascript:evil)", "<script>evil</script>", "<javascript:evil>", "`x` <b>y</b>", `\[x](javascript:evil)`,
		"[x][y]\n\n[y]: javascript:evil", "x\n<img src=x onerror=evil>",
	} {
		g := linked("")
		for i := range g.Nodes {
			g.Nodes[i].Title, g.Nodes[i].Icon, g.Nodes[i].Number, g.Nodes[i].Summary = title, "é"+title, title, title
		}
		var texts []string
		for _, name := range []string{"markdown", "tasks"} {
			f, _ := Lookup(name)
			texts = append(texts, string(encoded(t, f, g)))
		}
		var canvas struct {
			Nodes []struct {
				Text string `json:"text"`
			} `json:"nodes"`
		}
		f, _ := Lookup("jsoncanvas")
		if err := json.Unmarshal(encoded(t, f, g), &canvas); err != nil {
			t.Fatal(err)
		}
		for _, n := range canvas.Nodes {
			texts = append(texts, n.Text)
		}
		for _, text := range texts {
			var page bytes.Buffer
			if err := md.Convert([]byte(text), &page); err != nil {
				t.Fatal(err)
			}
			for _, tag := range tags.FindAllString(page.String(), -1) {
				if !harmless.MatchString(tag) && !strings.HasPrefix(tag, "<input") {
					t.Errorf("%q becomes %s:\n%s", title, tag, text)
				}
			}
		}
	}
}

// Nor does an address live in what Graphviz makes of our DOT, whose values it
// expands ("\N" is the name of the node) and whose entities it resolves.
func TestUnsafeLinksInGraphviz(t *testing.T) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("dot is not installed")
	}
	hostile := append([]string{`\N`, `\G`, `\L`, `javascript\N`}, unsafe...)
	for _, address := range hostile {
		g := linked(address)
		g.Nodes[4].ID, g.Edges[3].To = "javascript:evil", "javascript:evil"
		for i := range g.Nodes {
			g.Nodes[i].Label = address
		}
		f, _ := Lookup("dot")
		cmd := exec.Command(dot, "-Tsvg")
		cmd.Stdin = bytes.NewReader(encoded(t, f, g))
		svg, err := cmd.Output()
		if err != nil {
			t.Fatalf("%q: %v", address, err)
		}
		decoder := xml.NewDecoder(bytes.NewReader(svg))
		decoder.Strict = false
		for {
			token, err := decoder.RawToken()
			if err != nil {
				break
			}
			start, _ := token.(xml.StartElement)
			for _, a := range start.Attr {
				if a.Name.Local == "href" && graph.SafeLink(a.Value) != a.Value || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("%q: the SVG has %s=%q", address, a.Name.Local, a.Value)
				}
			}
		}
	}
}
