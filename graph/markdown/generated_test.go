package markdown

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

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
	blocks, odd := Comments([]byte(src), "a.md")
	if len(blocks) != 2 || src[blocks[0].Inside[0]:blocks[0].Inside[1]] != "![x](y.svg)\n\n- **Ghost**: no\n" || blocks[1].Inside != [2]int{} {
		t.Errorf("blocks %v", blocks)
	}
	if len(odd) != 1 || odd[0].Position.Line != 15 || odd[0].Code != codes.UnreadComment.ID {
		t.Errorf("odd %v", odd)
	}
}

// The rest of a comment about a figure is for the figure.
func TestFigureComment(t *testing.T) {
	_, found := Parse([]byte("# C\n\n## P\n\n<!-- roadmap: figure theme=contrast width=800 -->\n![x](y.svg)\n\n### 1. S\n\n- **T**: yes\n"), Options{})
	for _, d := range found {
		if d.Code != codes.Doubt.ID {
			t.Errorf("%v", d)
		}
	}
}
