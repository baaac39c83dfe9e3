package graph

import (
	"fmt"
	"strings"
	"testing"
)

// outlineGraph makes a graph of lines such as "a/b/c Title".
func outlineGraph(lines ...string) *Graph {
	g := &Graph{Nodes: []Node{{ID: CourseID, Kind: Course, Title: "Course"}}, Edges: []Edge{}}
	kinds := []Kind{Part, Section, Topic, Topic}
	for _, line := range lines {
		id, title, _ := strings.Cut(line, " ")
		parent := CourseID
		if i := strings.LastIndexByte(id, '/'); i >= 0 {
			parent = id[:i]
		}
		g.Nodes = append(g.Nodes, Node{ID: id, Kind: kinds[strings.Count(id, "/")], Parent: parent, Title: title})
	}
	return g
}

func TestMerge(t *testing.T) {
	old := outlineGraph("p Part", "p/s First section", "p/s/a Algebra", "p/s/b Geometry of space", "p/s/c Calculus", "p/g Obsolete", "p/g/x Inner", "p/t Third section", "p/t/y Moved topic")
	old.Edges = append(old.Edges, Edge{From: "p/s/a", To: "p/t", Kind: Requires})
	new := outlineGraph("p Part", "p/s First section", "p/s/y Moved topic", "p/s/a Algebra", "p/s/c2 Calculus one", "p/t Third section", "p/n Deployment", "p/n/z Fresh")
	new.Edges = append(new.Edges, Edge{From: "p/s/c2", To: "p/n", Kind: Requires})
	m := Merge(old, new)
	if err := m.Graph.Check(); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, n := range m.Graph.Nodes {
		fmt.Fprintln(&got, strings.TrimSpace(fmt.Sprint(n.ID, " ", m.Nodes[n.ID], " ", m.Was[n.ID])))
	}
	want := `course []
p []
p/s []
p/s/y [moved]
p/s/a []
p/s/b [removed]
p/s/c2 [renamed] Calculus
p/g [removed]
p/g/x [removed]
p/t []
p/n [added]
p/n/z [added]
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	if len(m.Edges) != 2 || m.Edges[[2]string{"p/s/a", "p/t"}] != EdgeRemoved || m.Edges[[2]string{"p/s/c2", "p/n"}] != EdgeAdded {
		t.Errorf("edges: %v", m.Edges)
	}
}

// A removed node whose ID is taken by another gets one of its own.
func TestMergeKeepsIDsApart(t *testing.T) {
	old := outlineGraph("p Part", "p/s Section", "p/s/a Quite another thing", "p/s/b Stays")
	new := outlineGraph("p Part", "p/s Section", "p/s/b Stays", "p/s/a Zzzz")
	m := Merge(old, new)
	if err := m.Graph.Check(); err != nil {
		t.Fatal(err)
	}
	if len(m.Nodes["p/s/a~"]) != 1 || m.Nodes["p/s/a"][0] != Added {
		t.Errorf("%v", m.Nodes)
	}
}

// Equal graphs have nothing to show.
func TestMergeOfEquals(t *testing.T) {
	g := outlineGraph("p Part", "p/s Section", "p/s/a A")
	if m := Merge(g, g); len(m.Nodes)+len(m.Edges) > 0 || len(m.Graph.Nodes) != 4 {
		t.Errorf("%+v", m)
	}
}
