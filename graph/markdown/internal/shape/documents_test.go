package shape

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A sample is a document that is read, and maybe was before.
type sample struct {
	name   string
	doc    *page.Document
	before func() Prior // nil of most
}

// again is the tree of a sample that is read with what it was read as before.
func (s sample) again() *Tree {
	t := NewTree(s.doc)
	if s.before != nil {
		t.was = s.before()
	}
	return t
}

// samples are the repository's own documents, and some that are made up. Those with more
// than so many nodes are left out.
func samples(t *testing.T, most int) []sample {
	t.Helper()
	var out []sample
	add := func(s sample) {
		if size(s.doc.Root) <= most {
			out = append(out, s)
		}
	}
	for _, root := range []string{"../../testdata", "../../../../docs"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".md") {
				return err
			}
			src, err := os.ReadFile(path)
			add(sample{name: path, doc: page.Read(src, page.Options{})})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for seed := range 60 {
		add(madeUp(uint64(seed)))
	}
	return out
}

// madeUp is a document with all kinds of elements by chance. In some the author says what
// elements are, in a comment or a setting, and some were read before.
func madeUp(seed uint64) sample {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 1)), speaks: seed%3 == 1}
	w.text.WriteString("# A course\n\n")
	for range 3 + w.IntN(8) {
		w.heading(2)
	}
	src := []byte(w.text.String())
	o := page.Options{}
	if seed%5 == 2 {
		o.Config.Structure.Level = 2 + w.IntN(2)
	}
	if seed%5 == 4 {
		o.Config.Structure.Exclude, o.Config.Structure.Include = []string{"*a*e*"}, []string{"*in*"}
	}
	s := sample{name: fmt.Sprintf("made up, %d", seed), doc: page.Read(src, o)}
	if seed%4 == 3 {
		s.before = func() Prior { return w.remember(Read(page.Read(src, page.Options{}), Prior{})) }
	}
	return s
}

// A writer writes a document by chance.
type writer struct {
	*rand.Rand
	text   strings.Builder
	speaks bool // with words of the author
}

var titles = []string{"Week 1", "Week 2: Sorting", "1. Basics", "2. Trees", "License", "Contents", "Resources", "Projects", "Introduction", "Advanced topics", "What is a graph?", "Part I", "Prerequisites", "About the authors", "第3章 排序", "Exercises", "Sets and maps", "It is said that whoever reads all of this knows it by heart."}

func (w *writer) title() string { return titles[w.IntN(len(titles))] }

func (w *writer) heading(level int) {
	fmt.Fprintf(&w.text, "%s %s\n\n", strings.Repeat("#", level), w.title())
	w.word()
	for range w.IntN(3) {
		w.block()
	}
	if level < 4 {
		for range w.IntN(4) {
			w.heading(level + 1)
		}
	}
}

// word writes a comment about what stands before it.
func (w *writer) word() {
	if words := []string{"skip", "part", "section", "topic", "optional"}; w.speaks && w.IntN(12) == 0 {
		fmt.Fprintf(&w.text, "<!-- roadmap: %s -->\n\n", words[w.IntN(len(words))])
	}
}

func (w *writer) block() {
	switch w.IntN(7) {
	case 0:
		w.text.WriteString("Some words about it, and some more.\n\n")
	case 1:
		fmt.Fprintf(&w.text, "**%s**\n\n", w.title())
		w.list("", 1+w.IntN(3))
	case 2:
		fmt.Fprintf(&w.text, "%s:\n\n", w.title())
		w.list("", 1+w.IntN(3))
	case 3:
		w.text.WriteString("| Week | Topic | Links |\n|---|---|---|\n")
		for i := range 2 + w.IntN(4) {
			fmt.Fprintf(&w.text, "| %d | %s | [%s](https://example.org/%d) |\n", i+1, w.title(), w.title(), i)
		}
		w.text.WriteByte('\n')
	case 4:
		fmt.Fprintf(&w.text, "<details><summary>%s</summary>\n\n", w.title())
		w.list("", 1+w.IntN(3))
		w.text.WriteString("</details>\n\n")
	default:
		w.list("", 1+w.IntN(5))
	}
}

func (w *writer) list(indent string, items int) {
	leads := []string{"%s", "**%s**: more of it", "[%s](https://example.org)", "[ ] %s", "[%s](#basics)", "[%s](week.md) - what it is"}
	lead, mixed := leads[w.IntN(len(leads))], w.IntN(3) == 0
	for range items {
		if mixed {
			lead = leads[w.IntN(len(leads))]
		}
		fmt.Fprintf(&w.text, "%s- "+lead+"\n", indent, w.title())
		if len(indent) < 4 && w.IntN(5) == 0 {
			w.list(indent+"  ", 1+w.IntN(3))
		}
	}
	if indent == "" {
		w.text.WriteByte('\n')
		w.word()
	}
}

// remember is what an outline was read as, with some of it forgotten and some of it wrong.
func (w *writer) remember(o *Outline) Prior {
	was := Prior{Roles: map[string]Counts{}, Whole: w.IntN(2) == 0}
	for i, n := range o.Nodes {
		role := o.Roles[i]
		if w.IntN(10) == 0 {
			role = Role(w.IntN(int(Topic) + 1))
		}
		if n.Title == "" || n.IsView || role == Through || w.IntN(8) == 0 {
			continue
		}
		c := was.Roles[page.Fold(n.Title)]
		c[role]++
		was.Roles[page.Fold(n.Title)] = c
	}
	return was
}

// chanceWeights are weights by which every answer counts, and many decisions are close.
func chanceWeights(seed uint64) *Weights {
	chance := rand.New(rand.NewPCG(seed, 2))
	w := &Weights{}
	for _, m := range w.models() {
		odds := make([]float64, m.Size())
		for i := range odds {
			odds[i] = chance.NormFloat64() / 3
		}
		*m.row = m.Row(odds)
	}
	return w
}
