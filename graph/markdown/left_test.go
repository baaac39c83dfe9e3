package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What of a document is no element is told of in its place, with its reason.
func TestNothingIsLostWithoutAWord(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"exams among lessons": {
			"# Weaving\n\n## Looms\n\n| Week | Topic |\n|---|---|\n| 1 | Warp |\n| 2 | Midterm |\n| 3 | Weft |\n| 4 | Final exam |\n",
			"Midterm: an exam or a day off, not a lesson; Final exam: an exam or a day off, not a lesson",
		},
		"a table of exams": {
			"# Weaving\n\n## Looms\n\n- Warp\n- Weft\n\n| Topic |\n|---|\n| Midterm |\n| Final exam |\n",
			"Midterm: an exam or a day off, not a lesson; Final exam: an exam or a day off, not a lesson",
		},
		"a row without a name": {
			"# Weaving\n\n## Looms\n\n| Lesson | Date |\n|---|---|\n| Warp | 1 Sep |\n| | 8 Sep |\n| Weft | 15 Sep |\n",
			"8 Sep: has no name where the rows beside it have one",
		},
		"a row over none": {
			"# Weaving\n\n## Looms\n\n| Lesson | How long |\n|---|---|\n| **Cloth** | |\n| Warp | 1 h |\n| Weft | 2 h |\n| **Rugs** | |\n| Knot | 1 h |\n| Pile | 2 h |\n| **Carpets** | |\n",
			"Carpets: no row stands below it",
		},
		"headings that are none": {
			"# Weaving\n\n## Looms\n\n- Warp\n\n  It is long.\n\n  #### Threads\n\n- Weft\n\n> ### By the way\n> It is short.\n",
			"Threads: a heading amid the text of an item; By the way: stands in a quotation",
		},
		"headings without a text": {
			"# Weaving\n\n## Looms\n\n- Warp\n- Weft\n\n##\n\n- Wool\n\n## <img src=\"https://img.shields.io/a.svg\">\n\n- Silk\n",
			"…: a heading without a text; …: a heading without a text",
		},
		"a sentence over hyphens": {
			"# Weaving\n\n## Looms\n\n- Warp\n- Weft\n\nThis is what we know of looms, and of all that can be made with them.\n---\n",
			"This is what we know of looms, and of all that can be made with them.: a sentence with a line below it, not a heading",
		},
		"a link to the roadmap": {
			"# Weaving\n\n[Roadmap](roadmap.html)\n\n## Looms\n\n- Warp\n- Weft\n\n## Yarn\n\n[As a PDF](img/roadmap_yarn.pdf)\n\n- Wool\n- Silk\n",
			"Roadmap: leads to a figure of the course; As a PDF: leads to a figure of the course",
		},
	} {
		x, _ := Explain(t.Context(), []byte(c.src), Options{File: "README.md"})
		got := ""
		for i, r := range x.Elements {
			if r.ID == "" && slices.Contains(whyLeft[:], r.Excluded) && r.Role == roleOut {
				if got != "" {
					got += "; "
				}
				got += fmt.Sprintf("%s: %s", r.Title, r.Excluded)
			}
			if i > 1 && r.Source.Line < x.Elements[i-1].Source.Line {
				t.Errorf("%s: %q is told of behind what follows it", name, r.Title)
			}
		}
		if got != c.want {
			t.Errorf("%s: told of %q, want %q", name, got, c.want)
		}
	}
}

// A row that is called as an exam is called is a topic if something has to be known
// before it, or its author says so.
func TestProofsAreNoExam(t *testing.T) {
	for _, src := range []string{
		"# Matemática\n\n| Etapa | Aulas | Pré-requisitos |\n|---|---|---|\n| 1 | Lógica | - |\n| 2 | Provas | Lógica |\n| 2 | Prova | - |\n| 3 | Redes | Provas |\n",
		"# Matemática\n\n| Etapa | Aulas |\n|---|---|\n| 1 | Lógica |\n| 2 | Provas <!-- roadmap: topic --> |\n| 2 | Prova |\n| 3 | Redes |\n",
	} {
		g, _ := Parse([]byte(src), Options{File: "README.md"})
		var got []string
		for _, n := range g.Drawn().Nodes {
			got = append(got, n.Title)
		}
		if !slices.Contains(got, "Provas") || slices.Contains(got, "Prova") {
			t.Errorf("%s\ndraws %q", src, got)
		}
	}
}

// What stands behind a mark that only says what it is for is a name, and what stands in
// an item without one is not forgotten.
func TestMarksNameNothing(t *testing.T) {
	src := "# Weaving\n\n## Looms\n\n- ✔️: The warp is stretched between two beams and does not move\n- ![A loom](loom.png)\n\n  | Lesson | How long |\n  |---|---|\n  | Weft | 1 h |\n  | Reed | 2 h |\n"
	x, _ := Explain(t.Context(), []byte(src), Options{File: "README.md"})
	var got []string
	for _, r := range x.Elements {
		got = append(got, r.Title)
	}
	for _, want := range []string{"The warp is stretched between two beams and does not move", "Weft", "Reed"} {
		if !slices.Contains(got, want) {
			t.Errorf("nothing is told of %q: %q", want, got)
		}
	}
}

// A link to a figure changes nothing about how a document is read, wherever it stands.
func TestLinksToFiguresAreNoItems(t *testing.T) {
	lines := []string{"# Weaving", "", "## Looms", "", "- Warp", "- Weft", "", "## Yarn", "", "- Wool", "- Silk", ""}
	drawn := func(lines []string) string {
		g, _ := Parse([]byte(strings.Join(lines, "\n")), Options{File: "README.md"})
		out := ""
		for _, n := range g.Drawn().Nodes {
			out += string(n.Kind) + " " + n.Title + "\n"
		}
		return out
	}
	want := drawn(lines)
	for link, same := range map[string]bool{
		"[Roadmap](roadmap.html)": true, "**[The roadmap](docs/x.pdf)**": true, "<!-- roadmap: figure theme=contrast -->\n[Interactive](course.htm)": true,
		"[Interactive](course.html) <!-- roadmap: figure -->": true,
		"[Knots](knots.html)": false, "<!-- roadmap: figure=false -->\n[Roadmap](roadmap.html)": false,
	} {
		others := 0
		for i, line := range lines {
			if line == "" && drawn(slices.Insert(slices.Clone(lines), i, "", link)) != want {
				others++
			}
		}
		if same != (others == 0) {
			t.Errorf("with %s, %d of the ways to put it in are read otherwise", link, others)
		}
	}
}
