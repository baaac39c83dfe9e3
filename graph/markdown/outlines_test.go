package markdown

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A fit is how well the parser reads documents whose outline is known: the
// share that is read exactly right.
type fit struct {
	Cases float64 `json:"cases"`
}

// TestOutlines reads testdata/**/README.md and compares parts, sections, topics
// and their prerequisites with want.txt beside it. No rule can be right in every
// case, for the weights are learned: what counts is how many are, and that they
// are no fewer than when the weights were learned.
func TestOutlines(t *testing.T) {
	data, err := os.ReadFile("testdata/fit.json")
	if err != nil {
		t.Fatal(err)
	}
	var want fit
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, dir := range caseDirs(t) {
		text, err := os.ReadFile(filepath.Join(dir, "want.txt"))
		if err != nil {
			continue
		}
		src, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		g, _ := Parse(src, Options{File: filepath.ToSlash(dir) + "/README.md"})
		got := drawnLines(g)
		all++
		if fits(wantedLines(string(text)), got) {
			right++
			continue
		}
		t.Logf("%s is read as\n%s\nand not as\n%s", dir, strings.Join(got, "\n"), text)
	}
	if share := float64(right) / float64(all); share < want.Cases-0.005 {
		t.Errorf("%d of %d cases are right (%.3f), want %.3f", right, all, share, want.Cases)
	} else {
		t.Logf("%d of %d cases are right", right, all)
	}
}

// drawnLines is the outline of what is drawn of a graph, as in a want.txt.
func drawnLines(g *graph.Graph) []string {
	g = g.Drawn()
	before := map[string][]string{}
	title := map[string]graph.Node{}
	for _, n := range g.Nodes {
		title[n.ID] = n
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			before[e.To] = append(before[e.To], title[e.From].Title)
		}
	}
	depth := map[graph.Kind]string{graph.Part: "", graph.Section: "  ", graph.Topic: "    "}
	var out []string
	for _, n := range g.Nodes {
		indent, ok := depth[n.Kind]
		if !ok || n.Kind == graph.Topic && title[n.Parent].Kind == graph.Topic {
			continue
		}
		line := indent + strings.TrimSpace(n.Title)
		if b := before[n.ID]; len(b) > 0 {
			line += " <- " + strings.Join(b, "; ")
		}
		out = append(out, line)
	}
	return out
}

// wantedLines are the lines of a want.txt without remarks.
func wantedLines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n")
		if line != "" && strings.TrimLeft(line, " ")[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// fits says whether an outline is the wanted one. Prerequisites count where any
// are wanted; lines that end in "(optional)" may be missing.
func fits(want, got []string) bool {
	needs := slices.ContainsFunc(want, func(s string) bool { return strings.Contains(s, " <- ") })
	i := 0
	for _, w := range want {
		w, optional := strings.CutSuffix(w, " (optional)")
		if i < len(got) && lineKey(w, needs) == lineKey(got[i], needs) {
			i++
		} else if !optional {
			return false
		}
	}
	return i == len(got)
}

// lineKey is what lines are compared by: without case, the marks of code and
// emphasis, and the stop at the end; prerequisites in any order.
func lineKey(s string, needs bool) string {
	title, after, _ := strings.Cut(s, " <- ")
	key := len(title) - len(strings.TrimLeft(title, " "))
	name := strings.TrimRight(strings.Join(strings.Fields(strings.NewReplacer("`", "", "*", "", "_", "", "\ufe0f", "").Replace(strings.ToLower(title))), " "), " :.")
	if !needs {
		after = ""
	}
	before := strings.Split(strings.ToLower(after), "; ")
	slices.Sort(before)
	return strings.Repeat(" ", key) + name + " <- " + strings.Join(before, "; ")
}
