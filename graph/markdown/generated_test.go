package markdown

import (
	"reflect"
	"testing"
)

func TestComments(t *testing.T) {
	src := "a <!-- one --> b <!--two-->\r\n" +
		"```md\n<!-- in code -->\n```\n" +
		"``not a fence`` <!-- three -->\n" +
		"~~~~\n~~~\n<!-- in code -->\n~~~~\n" +
		"<!-- open\n-->\n<!-- four -->"
	var got []string
	for _, c := range Comments([]byte(src)) {
		got = append(got, c.Text)
		if line := src[c.LineStart:c.LineEnd]; c.Text == "four" && (line != "<!-- four -->" || c.Line != 12) {
			t.Errorf("%q in line %d", line, c.Line)
		}
	}
	if want := []string{"one", "two", "three", "four"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

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
		t.Errorf("%v", d)
	}
}

func FuzzComments(f *testing.F) {
	f.Add([]byte("a <!-- one --> b\n```\n<!-- two -->\n```\n<!-- roadmapviz:begin -->\r\nx\r\n<!-- roadmapviz:end -->\r\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, c := range Comments(src) {
			if c.LineStart < 0 || c.LineEnd > len(src) || c.LineStart >= c.LineEnd || c.Line < 1 {
				t.Fatalf("%+v", c)
			}
		}
		pairs, _ := Generated(src)
		for _, p := range pairs {
			if p[0].LineStart > p[1].LineStart {
				t.Fatalf("%+v", p)
			}
		}
		if got := blankGenerated(src); len(got) != len(src) {
			t.Fatal("another length")
		}
	})
}
