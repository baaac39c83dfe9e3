package markdown

import "testing"

// What roadmapviz wrote into a document is not read as the course.
func TestGeneratedIsNotTheCourse(t *testing.T) {
	src := "# C\n\n## P\n\n<!-- roadmapviz:begin -->\n![x](y.svg)\n\n- **Ghost**: no\n<!-- roadmapviz:end -->\n\n### 1. S\n\n- **T**: yes\n\n<!-- roadmapviz:begin open -->\n"
	g, _ := Parse([]byte(src), Options{})
	if len(g.Images) > 0 {
		t.Errorf("images: %v", g.Images)
	}
	for _, n := range g.Nodes {
		if n.Title == "Ghost" {
			t.Error("the list of the block is read as topics")
		}
		if n.Title == "T" && n.Source.Line != 13 {
			t.Errorf("T is in line %d, want 13", n.Source.Line)
		}
	}
	pairs, unclosed := Generated([]byte(src))
	if len(pairs) != 1 || len(unclosed) != 1 || unclosed[0].Line != 15 {
		t.Errorf("pairs %v, unclosed %v", pairs, unclosed)
	}
}

// The rest of a comment about a figure is for the figure.
func TestFigureComment(t *testing.T) {
	_, found := Parse([]byte("# C\n\n## P\n\n<!-- roadmap: figure theme=contrast width=800 -->\n![x](y.svg)\n\n### 1. S\n\n- **T**: yes\n"), Options{})
	for _, d := range found {
		if d.Code != string(Doubt) {
			t.Errorf("%v", d)
		}
	}
}
