package figure

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// joinedCourse is a course whose topics need others, most of them in other sections.
func joinedCourse(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("# Course\n")
	n := 0
	for part := range 1 + r.IntN(3) {
		fmt.Fprintf(&b, "\n## Part %d\n", part)
		for section := range 2 + r.IntN(3) {
			fmt.Fprintf(&b, "\n### Section %d %d\n\n", part, section)
			for range 2 + r.IntN(12) + 40*(r.IntN(8)/7) { // now and then more than a sheet holds
				fmt.Fprintf(&b, "- **Topic %d with some words**: x", n)
				if n > 0 && r.IntN(3) == 0 {
					fmt.Fprintf(&b, ` <!-- roadmap: requires="Topic %d with some words, Topic %d with some words" -->`, r.IntN(n), r.IntN(n))
				}
				b.WriteString("\n")
				n++
			}
		}
	}
	return b.String()
}

// shownAt counts what is shown to come first, as lines and in chips, by what needs it.
func shownAt(pages ...*layout.Diagram) map[string]int {
	shown := map[string]int{}
	for _, d := range pages {
		for _, e := range d.Edges {
			if e.Kind == string(graph.Requires) {
				shown[e.To]++
			}
		}
		for _, b := range d.Boxes {
			for _, c := range b.Chips {
				more, isNumber := strings.CutPrefix(c.Label, "+")
				n, err := strconv.Atoi(more)
				if !isNumber || err != nil {
					n = 1
				}
				shown[b.ID] += n
			}
		}
	}
	return shown
}

// needs counts the prerequisites of a course by what needs them.
func needs(g *graph.Graph) map[string]int {
	all := map[string]int{}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			all[e.To]++
		}
	}
	return all
}

// TestNothingIsLostBetweenSheets: every prerequisite is a line or a chip, on whichever
// sheets its ends are, and chips name the sheet.
func TestNothingIsLostBetweenSheets(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 4))
	numbered, cut := 0, 0
	for range 16 {
		g := course(t, joinedCourse(r))
		o := Options{Paper: []string{"a5", "a4", "a4-landscape"}[r.IntN(3)], MaxTopics: AllTopics, Layout: []string{"", "grid", "tree", "layered", "timeline"}[r.IntN(5)]}
		f, pages := pagesOf(t, g, o)
		holdPaper(t, f, pages)
		if got, want := shownAt(pages...), needs(f.content().Graph()); !maps.Equal(got, want) {
			t.Fatalf("%+v: on %d sheets there is %v, want %v", o, len(pages), got, want)
		}
		on := map[string]int{}
		for i, d := range pages {
			for _, b := range d.Boxes {
				on[b.ID] = i + 1
			}
			cut += strings.Count(fmt.Sprint(graph.IDs(nodesOf(d))), layout.MoreSuffix)
		}
		for i, d := range pages {
			for _, b := range d.Boxes {
				for _, c := range b.Chips {
					if c.Target == "" {
						continue
					}
					numbered++
					if page := on[c.Target]; page == i+1 || !strings.HasSuffix(c.Label, fmt.Sprintf("(p. %d)", page)) || !strings.HasSuffix(c.Lines[0].Text, fmt.Sprintf("(p. %d)", page)) {
						t.Fatalf("on page %d a chip says %q, and shows %q, of %s on page %d", i+1, c.Label, c.Lines[0].Text, c.Target, page)
					}
				}
			}
		}
	}
	if numbered < 100 || cut == 0 {
		t.Errorf("only %d chips had a number, and %d sections were cut", numbered, cut)
	}
}

func nodesOf(d *layout.Diagram) (nodes []graph.Node) {
	for _, b := range d.Boxes {
		nodes = append(nodes, graph.Node{ID: b.ID})
	}
	return nodes
}

// The same holds of pictures, each of some sections or of a part; but they have no
// numbers.
func TestNothingIsLostBetweenPictures(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 4))
	chips := 0
	for range 6 {
		g := course(t, joinedCourse(r))
		whole, err := New(g, Options{Preset: "a4", MaxTopics: AllTopics, Prerequisites: "chips"})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := whole.Sheets(t.Context())
		if err != nil {
			continue // a section that is too long for any
		}
		members, err := Series(g, Options{MaxTopics: AllTopics}, "{section}.svg")
		if err != nil {
			t.Fatal(err)
		}
		var parts []*Figure
		for _, m := range members {
			part, err := New(g, m.Options)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, part)
		}
		for _, figures := range [][]*Figure{sheets, parts} {
			var pages []*layout.Diagram
			for _, f := range figures {
				d, _, err := f.Layout(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				again, err := New(g, f.Options()) // as 'check' and 'sync' do
				if err != nil {
					t.Fatal(err)
				}
				if same, _, err := again.Layout(t.Context()); err != nil || fmt.Sprint(same.Boxes) != fmt.Sprint(d.Boxes) {
					t.Fatalf("drawn again it is another picture, %v", err)
				}
				pages = append(pages, d)
			}
			if got, want := shownAt(pages...), needs(whole.content().Graph()); !maps.Equal(got, want) {
				t.Fatalf("in %d pictures there is %v, want %v", len(pages), got, want)
			}
			for _, d := range pages {
				for _, b := range d.Boxes {
					for _, c := range b.Chips {
						if chips++; strings.Contains(c.Label, "(p. ") {
							t.Fatalf("%q", c.Label)
						}
					}
				}
			}
		}
	}
	if chips < 50 {
		t.Errorf("only %d chips", chips)
	}
}

const twoParts = "# Course\n\n## Sums\n\n### Adding\n\n- **Twos**: x\n- **Threes**: x\n\n## Products <!-- roadmap: requires=\"Sums\" -->\n\n### Times\n\n- **Fours**: x <!-- roadmap: requires=\"Twos\" -->\n- **Fives**: x\n\n### Powers\n\n- **Squares**: x <!-- roadmap: requires=\"Fours\" -->\n"

// chipsOf are what the chips of a figure say, each behind the ID of its box.
func chipsOf(t *testing.T, g *graph.Graph, o Options) (said []string) {
	t.Helper()
	f, err := New(g, o)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := f.Layout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Boxes {
		for _, c := range b.Chips {
			said = append(said, b.ID+": "+c.Label)
		}
	}
	return said
}

func TestBeyondAPart(t *testing.T) {
	g := course(t, twoParts)
	for _, c := range []struct {
		o    Options
		want []string
	}{
		{Options{Parts: []string{"products"}}, []string{"products/times: after Sums", "products/times/fours: after Twos"}},
		{Options{Parts: []string{"powers"}}, []string{"products/powers: after Sums", "products/powers/squares: after Fours"}},
		{Options{Parts: []string{"sums"}}, nil},
		{Options{Parts: []string{"products"}, Prerequisites: "none"}, nil},
		{Options{Parts: []string{"products", "sums"}}, nil},
		{Options{Focus: "fours", Hops: NoHops}, nil}, // which is to show no more
		{Options{Parts: []string{"products"}, Layout: Badge}, nil},
	} {
		if got := chipsOf(t, g, c.o); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
	}
}

// TestRememberedBeyond: a figure of a part is out of date when what its chips say is,
// and only then.
func TestRememberedBeyond(t *testing.T) {
	svg, _ := formats.Lookup("svg")
	record := func(text string, o Options) (*Figure, metadata.Record) {
		f, err := New(course(t, text), o)
		if err != nil {
			t.Fatal(err)
		}
		file, _, err := f.Draw(t.Context(), svg)
		if err != nil {
			t.Fatal(err)
		}
		old, err := metadata.Find(file)
		if err != nil {
			t.Fatal(err)
		}
		return f, old
	}
	at := graph.Position{File: "README.md", Line: 3}
	told := []changes.Change{{Kind: graph.Changed, Text: "what has to come first in the rest of the course changed", File: "README.md", Line: 3}}
	for _, c := range []struct {
		o        Options
		old, new string
		want     []changes.Change
	}{
		{Options{Parts: []string{"products"}}, "Twos", "Pairs", told},
		{Options{Parts: []string{"products"}}, "Threes", "Triples", nil},
		{Options{Parts: []string{"products"}}, ` <!-- roadmap: requires="Twos" -->`, "", told},
		{Options{Parts: []string{"powers"}}, "Twos", "Pairs", nil},
		{Options{Parts: []string{"products"}, Prerequisites: "none"}, "Twos", "Pairs", nil},
	} {
		_, old := record(twoParts, c.o)
		f, _ := record(strings.ReplaceAll(twoParts, c.old, c.new), c.o)
		d, err := f.Compare(old, svg, at)
		if err != nil || !slices.Equal(d.Changes, c.want) || (len(d.Reasons) > 0) != (c.want != nil) || d.Options != "" {
			t.Errorf("%+v, %q for %q: %+v, %v", c.o, c.new, c.old, d, err)
		}
	}
}

// TestMergedBeyond: what happened to a prerequisite, its chip says, also where nothing
// else of the part changed that it is in.
func TestMergedBeyond(t *testing.T) {
	old := strings.Replace(twoParts, `requires="Sums"`, `optional`, 1)
	m := graph.Merge(course(t, old), course(t, strings.Replace(old, `requires="Twos"`, `requires="Threes"`, 1)))
	m.Graph = withChanges(m)
	around := m.Graph
	m.Graph = changedParts(m)
	f, err := New(m.Graph, Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.beyond = layout.NewBeyond(around)
	pages, err := f.layOutMerged(t.Context(), m, false)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, b := range pages[0].Boxes {
		for _, c := range b.Chips {
			said = append(said, c.Label)
		}
	}
	slices.Sort(said)
	if want := []string{"Twos – removed", "after Threes – added"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
}

// Where another layout has room for all, there is one picture, which has no number.
func TestOneSheetHasNoNumber(t *testing.T) {
	for _, seed := range []uint64{5, 11} {
		f, err := New(course(t, joinedCourse(rand.New(rand.NewPCG(seed, 4)))), Options{Size: Size{780, 700}, MaxTopics: 6})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := f.Sheets(t.Context())
		if err != nil || len(sheets) != 1 || sheets[0] == f || sheets[0].options.Layout == "" {
			t.Fatalf("there are %d pictures, and not one in another layout, %v", len(sheets), err)
		}
		d, found, err := sheets[0].Layout(t.Context())
		if err != nil || len(found) > 0 || strings.Contains(d.Title, "1/1") || len(sheets[0].Parts) > 0 {
			t.Errorf("%q: %v, %v", d.Title, found, err)
		}
	}
}
