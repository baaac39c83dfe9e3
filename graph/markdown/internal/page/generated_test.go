package page

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
