package figure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/layout"
)

// pagesOf are the pages of a course on paper.
func pagesOf(t *testing.T, g *graph.Graph, o Options) (*Figure, []*layout.Diagram) {
	t.Helper()
	f, err := New(g, o)
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := f.Pages(t.Context())
	if err != nil {
		t.Fatalf("%+v: %v", o, err)
	}
	return f, pages
}

// topics are lines of topics that differ.
func topics(tick, name string, section, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- %s**%s %d.%d**: x\n", tick, name, section, i)
	}
	return b.String()
}

// topicsOf are the IDs of the topics that pages show, by page.
func topicsOf(f *Figure, pages []*layout.Diagram) (ids [][]string) {
	x := graph.NewIndex(f.Graph)
	for _, d := range pages {
		var shown []string
		for _, b := range d.Boxes {
			if n, ok := x.Node(b.ID); ok && n.Kind == graph.Topic {
				shown = append(shown, b.ID)
			}
		}
		ids = append(ids, shown)
	}
	return ids
}

// holdPaper holds pages to their paper: exactly as large, nothing in the margins or
// beside the header, no text too small, and the number of each at the side where
// lines end.
func holdPaper(t *testing.T, f *Figure, pages []*layout.Diagram) {
	t.Helper()
	const slack = 0.6 // text stands on whole pixels
	paper, _ := f.options.paper()
	for i, d := range pages {
		if d.Width != float64(paper.Width) || d.Height != float64(paper.Height) {
			t.Fatalf("page %d is %g by %g px, and not %v", i+1, d.Width, d.Height, paper.Size)
		}
		body := *d
		top := paper.Margin
		if len(pages) > 1 {
			top += headRoom
			last := len(d.Boxes) - 1
			number := d.Boxes[last]
			if want := fmt.Sprintf("%d/%d", i+1, len(pages)); number.Label != want || number.Role != layout.LegendRole {
				t.Fatalf("page %d ends with %q, want %q", i+1, number.Label, want)
			}
			at := d.View.Point(layout.Point{X: number.Lines[0].X, Y: number.Lines[0].Y})
			side := d.Width - paper.Margin
			if layout.RightToLeft(d.Language) {
				side = paper.Margin
			}
			if half := d.View.Length(number.Lines[0].Width) / 2; max(at.X-side, side-at.X) > half+slack || at.Y > top-headText {
				t.Fatalf("page %d: the number is at %v, and ends at %g", i+1, at, side)
			}
			for last > 0 && d.Boxes[last-1].Role == layout.LegendRole {
				last--
			}
			body.Boxes = d.Boxes[:last]
		}
		all, text := onPage(d)
		if text < paper.Text {
			t.Fatalf("page %d: text is %g px, and %g are the least", i+1, text, paper.Text)
		}
		for _, p := range all {
			if p.X < paper.Margin-slack || p.Y < paper.Margin-slack || p.X > d.Width-paper.Margin+slack || p.Y > d.Height-paper.Margin+slack {
				t.Fatalf("page %d: %v is outside of the margins", i+1, p)
			}
		}
		inside, _ := onPage(&body)
		for _, p := range inside {
			if p.Y < top-slack {
				t.Fatalf("page %d: %v is in the header", i+1, p)
			}
		}
	}
}

func TestPagesOfPaper(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	several, cut := 0, 0
	for range 24 {
		text := randomCourse(r)
		if r.IntN(2) == 0 { // with a section that no page holds
			text += "\n### Much\n\n" + topics("", "A topic of many words, some of them longer than others,", 0, 20+r.IntN(30))
		}
		g := course(t, text)
		papers := Papers()
		o := Options{Paper: papers[r.IntN(12)].Name, Margin: []string{"", "5mm", "0.75in"}[r.IntN(3)], Layout: []string{"", "", "grid", "tree", "layered", "timeline"}[r.IntN(6)]}
		if r.IntN(2) == 0 {
			o.MaxTopics = []int{3, 12, AllTopics}[r.IntN(3)]
		}
		f, pages := pagesOf(t, g, o)
		holdPaper(t, f, pages)
		var shown []string
		for _, ids := range topicsOf(f, pages) {
			slices.Sort(ids) // their order on a page is the layout's
			shown = append(shown, ids...)
		}
		want := map[string]int{}
		x := graph.NewIndex(f.Graph)
		for _, section := range x.Nodes(graph.Section) {
			for _, topic := range shownTopics(x, f.Graph.Nodes[section].ID, f.options.layout().MaxTopics) {
				want[f.Graph.Nodes[topic].ID] = 1
			}
		}
		for _, id := range shown {
			if want[id]--; want[id] != 0 {
				t.Fatalf("%+v: %s is not to be there, or twice", o, id)
			}
		}
		if len(shown) != len(want) {
			t.Fatalf("%+v: %d topics are shown, and not %d", o, len(shown), len(want))
		}
		// Pages go on where the one before has ended.
		last := -1
		for i, ids := range topicsOf(f, pages) {
			least, most := len(f.Graph.Nodes), -1
			for _, id := range ids {
				least, most = min(least, x.At(id)), max(most, x.At(id))
			}
			if len(ids) > 0 && least <= last {
				t.Fatalf("%+v: page %d begins before the one before it ends", o, i+1)
			}
			last = max(last, most)
		}
		if len(pages) > 1 {
			several++
		}
		if slices.ContainsFunc(pages, func(d *layout.Diagram) bool {
			return slices.ContainsFunc(d.Boxes, func(b layout.Box) bool { return strings.HasSuffix(b.Label, " (2)") })
		}) {
			cut++
		}
	}
	if several < 8 || cut < 3 {
		t.Errorf("only %d courses have several pages, and %d a section that goes on", several, cut)
	}
}

// A part's title stands over it once; where it goes on, the header says it.
func TestHeadersSayWhatGoesOn(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Course\n")
	for _, part := range []string{"Sea", "Land"} {
		fmt.Fprintf(&b, "\n## %s\n", part)
		for i := range 14 {
			fmt.Fprintf(&b, "\n### %s section %d\n\n%s", part, i, topics("", part, i, 6))
		}
	}
	g := course(t, b.String())
	_, pages := pagesOf(t, g, Options{Paper: "a4"})
	titles := map[string]int{}
	for i, d := range pages {
		head, over := "", ""
		for _, b := range d.Boxes {
			switch {
			case b.Role == layout.TitleRole:
				over = b.Label
				titles[over]++
			case b.Role == layout.LegendRole && !strings.Contains(b.Label, "/"):
				head = b.Label
			}
		}
		if head == over || head == "" && over == "" {
			t.Errorf("page %d has the header %q and the title %q", i+1, head, over)
		}
	}
	if titles["Sea Roadmap"] != 1 || titles["Land Roadmap"] != 1 || len(titles) != 2 {
		t.Errorf("titles are %v", titles)
	}
	for _, o := range []Options{{Paper: "a4", Title: "All of it"}, {Paper: "a4", Title: NoTitle}} {
		_, pages := pagesOf(t, g, o)
		first := pages[1].Boxes[len(pages[1].Boxes)-2]
		if has := first.Label == o.Title && first.Role == layout.LegendRole; has != (o.Title != NoTitle) {
			t.Errorf("title %s: the second page is headed with %q", o.Title, first.Label)
		}
	}
}

// What is explained once is not explained again, and what a learner has done of a
// section is said of the whole of it.
func TestPagesExplainOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Course\n\n## Part\n")
	for i := range 8 {
		fmt.Fprintf(&b, "\n### Section %d\n\n%s%s", i, topics("[x] ", "Known", i, 4), topics("[ ] ", "New", i, 10*(1+i%2)))
	}
	_, pages := pagesOf(t, course(t, b.String()), Options{Paper: "a5"})
	words := map[string]int{}
	var bars []string
	for _, d := range pages {
		for _, k := range d.Legend {
			words[k.Text.Text]++
		}
		for _, b := range d.Boxes {
			if strings.HasPrefix(b.Label, "Section 1") {
				bars = append(bars, b.Bar.Figures.Text)
			}
		}
	}
	if len(words) != 2 || words["done"] != 1 || words["to do"] != 1 {
		t.Errorf("explained are %v", words)
	}
	if bars = slices.Compact(bars); !slices.Equal(bars, []string{"4/24"}) {
		t.Errorf("the section says %q", bars)
	}
}

// What the limit leaves out of a section is counted once, where it ends.
func TestPagesCountTheRest(t *testing.T) {
	g := course(t, "# Course\n\n## Part\n\n### Section\n\n"+topics("", "Topic", 0, 50))
	f, pages := pagesOf(t, g, Options{Paper: "a5"})
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	topics := 0
	for i, d := range pages {
		topics += len(topicsOf(f, pages)[i])
		at := slices.IndexFunc(d.Boxes, func(b layout.Box) bool { return b.Role == layout.MoreRole })
		if (at >= 0) != (i == len(pages)-1) || at >= 0 && d.Boxes[at].Label != "+20 more" {
			t.Errorf("page %d: %d", i+1, at)
		}
	}
	if topics != DefaultTopics {
		t.Errorf("%d topics", topics)
	}
}

// What can be read on one sheet is on one: a poster, without a header.
func TestPosters(t *testing.T) {
	_, pages := pagesOf(t, course(t, cooking), Options{Paper: "a3"})
	if len(pages) != 1 || pages[0].View.Scale > poster || pages[0].View.Scale <= 1 {
		t.Fatalf("%d pages, %+v", len(pages), pages[0].View)
	}
	if last := pages[0].Boxes[len(pages[0].Boxes)-1]; last.Role == layout.LegendRole {
		t.Errorf("it is headed with %q", last.Label)
	}
	_, fit := pagesOf(t, course(t, cooking), Options{})
	if len(fit) != 1 || fit[0].View != (layout.View{}) {
		t.Errorf("without paper it is %+v", fit[0].View)
	}
}

// A graph that cannot be cut says on which paper it can be read.
func TestPaperThatIsTooSmall(t *testing.T) {
	var b strings.Builder
	for i := range 150 {
		fmt.Fprintf(&b, "n%d -> n%d;", i/7, i+1)
	}
	g, _, err := dot.Decode(t.Context(), strings.NewReader("digraph { "+b.String()+" }"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(g, Options{Paper: "a5"})
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = f.Pages(t.Context())
	if err == nil || !strings.HasPrefix(err.Error(), "paper a5 is too small: text would be ") || !strings.Contains(err.Error(), "what fits: paper ") {
		t.Errorf("%v", err)
	}
}
