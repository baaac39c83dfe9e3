package markdown

import (
	"slices"
	"testing"
)

// Codes of courses count, whatever letters they have; names of things do not.
func TestCodesOfCourses(t *testing.T) {
	src := "# Degree\n\n## Year 1\n\n- CS50: Introduction\n- LinM99: Linear methods\n- MatA201 - Calculus\n- Vue3: Components\n- WebGL2: Shaders\n- Python3: Loops\n- Area51: Legends\n"
	g, _ := Parse([]byte(src), Options{File: "README.md"})
	var got []string
	for _, n := range g.Nodes[3:] {
		got = append(got, n.Number+"|"+n.Title)
	}
	want := []string{"CS50|Introduction", "LinM99|Linear methods", "MatA201|Calculus", "|Vue3: Components", "|WebGL2: Shaders", "|Python3: Loops", "|Area51: Legends"}
	if !slices.Equal(got, want) {
		t.Errorf("read are %q, want %q", got, want)
	}
}
