package enginetest

import (
	"fmt"
	"math/rand"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Course builds a course of parts, each a list of topic counts, one a section.
// Parts have the IDs p0, p1, …; sections p0/s0, …; topics p0/s0/t0, ….
func Course(label func() string, parts ...[]int) *graph.Graph {
	g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}}}
	for p, sections := range parts {
		part := add(g, graph.Part, graph.CourseID, fmt.Sprintf("p%d", p), label())
		for s, topics := range sections {
			section := add(g, graph.Section, part, fmt.Sprintf("%s/s%d", part, s), label())
			g.Nodes[len(g.Nodes)-1].Number = fmt.Sprint(s + 1)
			for i := range topics {
				add(g, graph.Topic, section, fmt.Sprintf("%s/t%d", section, i), label())
			}
		}
	}
	return g
}

func add(g *graph.Graph, kind graph.Kind, parent, id, title string) string {
	g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: kind, Parent: parent, Title: title, URL: "#" + id})
	g.Edges = append(g.Edges, graph.Edge{From: parent, To: id, Kind: graph.Contains})
	return id
}

// Require adds n prerequisites between random sections and topics, each from
// an earlier to a later node.
func Require(rnd *rand.Rand, g *graph.Graph, n int) {
	var ids []string
	for _, node := range g.Nodes {
		if node.Kind == graph.Topic && strings.Count(node.ID, "/") == 2 || node.Kind == graph.Section {
			ids = append(ids, node.ID)
		}
	}
	for len(ids) > 1 && n > 0 {
		from, to := rnd.Intn(len(ids)), rnd.Intn(len(ids))
		if from < to {
			g.Edges = append(g.Edges, graph.Edge{From: ids[from], To: ids[to], Kind: graph.Requires, Reason: "for a test"})
			n--
		}
	}
}

// Label is a source of labels that are all alike.
func Label(s string) func() string { return func() string { return s } }

// Labels is a source of labels from one letter to 200 characters.
func Labels(rnd *rand.Rand) func() string {
	words := strings.Fields("a of data Vector snake_case_identifier HttpServletRequest learning Übersetzung Основы representation antidisestablishmentarianism и")
	return func() string {
		n := 1 + rnd.Intn(4)
		if rnd.Intn(10) == 0 {
			n = 25
		}
		var b strings.Builder
		for range n {
			b.WriteString(words[rnd.Intn(len(words))] + " ")
		}
		label := []rune(strings.TrimSpace(b.String()))
		return string(label[:min(len(label), 200)])
	}
}

// Plain is a source of labels as courses have them: two words and a number.
func Plain() func() string {
	words := strings.Fields("Vector Sparse Neural Causal Robust caching retrieval decoding routing training")
	i := 0
	return func() string {
		i++
		return fmt.Sprintf("%s %s %d", words[i%5], words[5+i/7%5], i)
	}
}

// Random is a course of up to three parts of up to eight sections of up to 60
// topics, with sub-topics, icons, wished sides and prerequisites here and there.
func Random(rnd *rand.Rand) *graph.Graph {
	parts := make([][]int, 1+rnd.Intn(3))
	for p := range parts {
		parts[p] = make([]int, 1+rnd.Intn(8))
		for s := range parts[p] {
			parts[p][s] = rnd.Intn(8)
			if rnd.Intn(10) == 0 {
				parts[p][s] = rnd.Intn(61)
			}
		}
	}
	label := Labels(rnd)
	g := Course(label, parts...)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if n.Kind == graph.Section && rnd.Intn(12) == 0 {
			n.Side = []string{"left", "right"}[rnd.Intn(2)]
		}
		if rnd.Intn(6) == 0 {
			n.Icon = "🚀"
		}
		if rnd.Intn(9) == 0 {
			n.Attributes = map[string]string{"duration": []string{"2 weeks", "90 min", "3", "some time or other"}[rnd.Intn(4)]}
		}
	}
	for _, n := range g.Nodes[:len(g.Nodes):len(g.Nodes)] {
		if n.Kind == graph.Topic && rnd.Intn(8) == 0 {
			for u := range 1 + rnd.Intn(4) {
				add(g, graph.Topic, n.ID, fmt.Sprintf("%s/u%d", n.ID, u), label())
			}
		}
	}
	Require(rnd, g, rnd.Intn(12))
	return g
}
