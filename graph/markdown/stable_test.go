package markdown

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// realDocuments are the documents of testdata, and those of the reference data where
// that stands beside the module.
func realDocuments(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	add := func(path string) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.ToSlash(path)] = src
	}
	for _, dir := range caseDirs(t) {
		add(filepath.Join(dir, "README.md"))
	}
	for _, folder := range []string{"corpus", "courses"} {
		paths, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", folder, "*__*.md"))
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 {
			t.Logf("no documents in ../shared/%s: only those of testdata are tried", folder)
		}
		for _, path := range paths {
			add(path)
		}
	}
	return out
}

// An edit is a change of one element of a document.
type edit struct {
	what string
	src  []byte
	text string // of the element and of what stands below it, folded
}

// edits makes n edits of a document, by chance but always the same.
func edits(src []byte, n int) []edit {
	if strings.ContainsRune(string(src), '\r') {
		return nil
	}
	d := page.Read(src, page.Options{File: "README.md"})
	lines := strings.SplitAfter(string(src), "\n")
	all := editable(d, lines)
	rng := rand.New(rand.NewPCG(uint64(len(src)), 8))
	var out []edit
	for i := range min(n, len(all)) {
		e := all[rng.IntN(len(all))]
		at := d.Position(e.At).Line - 1
		end := blockEnd(lines, at)
		const name = "Omega"
		block := strings.Join(lines[at:end], "")
		if !strings.HasSuffix(block, "\n") {
			block += "\n"
		}
		renamed := strings.Replace(block, e.Title, name, 1)
		x := edit{text: page.Fold(block + renamed)}
		var with string
		switch (i + len(src)) % 3 {
		case 0:
			x.what, with = "delete", ""
		case 1:
			x.what, with = "add", block+renamed
		case 2:
			x.what, with = "rename", renamed
		}
		x.what += fmt.Sprintf(" %v %q in line %d", e.Kind, e.Title, at+1)
		x.src = []byte(strings.Join(lines[:at], "") + with + strings.Join(lines[end:], ""))
		out = append(out, x)
	}
	return out
}

// editable are the elements of a document that stand in a line of their own with
// their name.
func editable(d *page.Document, lines []string) []*page.Element {
	var all []*page.Element
	d.Root.Each(func(e *page.Element) {
		if e.Title == "" || strings.Contains(e.Title, page.Untitled) {
			return
		}
		line := lines[d.Position(e.At).Line-1]
		text := strings.TrimLeft(line, " \t>")
		switch {
		case !strings.Contains(line, e.Title), strings.HasSuffix(line, "#\n"): // closed: what follows would be its name
		case e.Kind == page.Heading && text[0] == '#', e.Kind == page.Item && strings.ContainsRune("-*+0123456789", rune(text[0])), e.Kind == page.Row && text[0] == '|':
			all = append(all, e)
		}
	})
	return all
}

// blockEnd is the line behind what belongs to a line: of a heading all up to the
// next of its level, of an item what is indented more.
func blockEnd(lines []string, at int) int {
	first := lines[at]
	level := func(s string) int { return len(s) - len(strings.TrimLeft(s, "#")) }
	indent := func(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }
	end := at + 1
	for ; end < len(lines); end++ {
		s := lines[end]
		switch {
		case first[0] == '#':
			if n := level(s); n > 0 && n <= level(first) {
				return end
			}
		case strings.HasPrefix(strings.TrimLeft(first, " \t>"), "|"):
			return end
		case strings.TrimSpace(s) == "" || indent(s) <= indent(first):
			return end
		}
	}
	return end
}

// rolesOf are the kinds that drawn nodes have, by title; those below a topic
// have none.
func rolesOf(g *graph.Graph) map[string][]graph.Kind {
	out := map[string][]graph.Kind{}
	kind := map[string]graph.Kind{}
	for _, n := range g.Drawn().Nodes {
		kind[n.ID] = n.Kind
		if n.Kind == graph.Course || n.Kind == graph.Resource || n.Kind == graph.Topic && kind[n.Parent] == graph.Topic {
			continue
		}
		out[n.Title] = append(out[n.Title], n.Kind)
	}
	return out
}

// changedRoles counts the nodes that have another role in one of two graphs,
// but for those that stand in some text, and says which.
func changedRoles(before, after *graph.Graph, but string) (changed int, which []string) {
	a, b := rolesOf(before), rolesOf(after)
	titles := map[string]bool{}
	for t := range a {
		titles[t] = true
	}
	for t := range b {
		titles[t] = true
	}
	for t := range titles {
		if strings.Contains(but, page.Fold(t)) || t == before.Nodes[0].Title {
			continue
		}
		if n := max(missing(a[t], b[t]), missing(b[t], a[t])); n > 0 {
			changed += n
			which = append(which, fmt.Sprintf("%q %v→%v", t, a[t], b[t]))
		}
	}
	slices.Sort(which)
	return changed, which
}

// missing counts what of a is not in b.
func missing(a, b []graph.Kind) int {
	rest := slices.Clone(b)
	n := 0
	for _, k := range a {
		if i := slices.Index(rest, k); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			n++
		}
	}
	return n
}

// changes counts the edits that change something else.
type changes struct{ edits, reached, roles int }

func (c *changes) add(roles int) {
	c.edits++
	c.roles += roles
	if roles > 0 {
		c.reached++
	}
}

// editsPerDocument is how many edits are tried. With 12 a document, when this was
// written, 192 of 3000 edits changed 1352 of 121,713 other roles where the
// document was read anew, and 87 changed 221 with what it was read as before.
// Most of these take a heading away that held the course.
const editsPerDocument = 1

// An edit of one element changes no role elsewhere, if the course is read with
// what it was read as before, unless it must.
func TestSmallEdits(t *testing.T) {
	docs := realDocuments(t)
	roles, unsteady := 0, 0
	var anew, after changes
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		was, _ := Parse(docs[name], Options{File: name})
		prior := was.Drawn().Nodes
		for _, e := range edits(docs[name], editsPerDocument) {
			roles += len(prior)
			g, _ := Parse(e.src, Options{File: name})
			n, _ := changedRoles(was, g, e.text)
			anew.add(n)
			g, _ = Parse(e.src, Options{File: name, Prior: prior})
			n, which := changedRoles(was, g, e.text)
			if after.add(n); n > 0 {
				t.Logf("%s: %s: %.300s", name, e.what, strings.Join(which, "; "))
			}
		}
		again, _ := Parse(docs[name], Options{File: name, Prior: prior})
		if n, which := changedRoles(was, again, ""); n > 0 {
			unsteady++
			t.Logf("%s: no edit: %.300s", name, strings.Join(which, "; "))
		}
	}
	t.Logf("%d roles; read anew %+v, with the prior %+v; %d documents change without an edit", roles, anew, after, unsteady)
	most := 200
	if len(docs) == len(caseDirs(t)) {
		most = 100 // in documents of a few lines, most headings hold all
	}
	if after.reached*20 > after.edits || after.roles*most > roles || after.roles > anew.roles {
		t.Errorf("an edit of one element changes too much elsewhere: more than one edit in 20, or one role in %d", most)
	}
	if unsteady*100 > len(docs) {
		t.Error("documents are read otherwise than before without an edit")
	}
}
