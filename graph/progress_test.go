package graph

import "testing"

// counted is a course of one part with sections of topics in these states; a state
// with a bar in it is a topic with sub-topics in these.
func counted(sections ...[]Node) *Graph {
	g := &Graph{Nodes: []Node{{ID: CourseID, Kind: Course}, {ID: "p", Kind: Part, Parent: CourseID}}}
	for i, s := range sections {
		id := "p/" + string(rune('a'+i))
		s[0].ID, s[0].Kind, s[0].Parent = id, Section, "p"
		g.Nodes = append(g.Nodes, s[0])
		last := ""
		for j, n := range s[1:] {
			if n.Kind == "" {
				n.Kind, n.Parent, n.ID = Topic, id, id+"/"+string(rune('a'+j))
				last = n.ID
			} else {
				n.Parent, n.ID = last, last+"/"+string(rune('a'+j))
			}
			g.Nodes = append(g.Nodes, n)
		}
	}
	return g
}

func TestProgressCounts(t *testing.T) {
	is := func(s Status) Node { return Node{Status: s} }
	sub := func(s Status) Node { return Node{Kind: Topic, Status: s} }
	for name, c := range map[string]struct {
		section []Node
		want    Progress
	}{
		"nothing told":                 {[]Node{{}, is(""), is("")}, Progress{}},
		"no topics":                    {[]Node{is(Done)}, Progress{}},
		"one told":                     {[]Node{{}, is(""), is(Done), is("")}, Progress{Done: 1, Total: 3}},
		"all to do":                    {[]Node{{}, is(Todo), is(Todo)}, Progress{Total: 2}},
		"skipped is not needed":        {[]Node{{}, is(Skipped), is(Done), is(Doing)}, Progress{Done: 1, Doing: 1, Total: 2, Skipped: 1}},
		"the section is done":          {[]Node{is(Done), is(""), is("")}, Progress{Done: 2, Total: 2}},
		"but for what says more":       {[]Node{is(Done), is(""), is(Todo)}, Progress{Done: 1, Total: 2}},
		"the section is skipped":       {[]Node{is(Skipped), is(""), is("")}, Progress{Skipped: 2}},
		"the section is begun":         {[]Node{is(Doing), is("")}, Progress{}},
		"as the sub-topics are":        {[]Node{{}, is(""), sub(Done), sub(Done), is(""), sub(Done), sub(Todo)}, Progress{Done: 1, Doing: 1, Total: 2}},
		"sub-topics that are given up": {[]Node{{}, is(""), sub(Done), sub(Skipped), is(""), sub(Skipped), is(""), sub(Todo)}, Progress{Done: 1, Total: 2, Skipped: 1}},
		"a topic's own word":           {[]Node{{}, is(Todo), sub(Done)}, Progress{Total: 1}},
		"what is left out":             {[]Node{{}, is(Done), {Status: Todo, Excluded: "aside"}}, Progress{Done: 1, Total: 1}},
	} {
		// A section that tells nothing does not count in the whole.
		g := counted(c.section, []Node{{}, {}, {}})
		got := NewIndex(g).Progress()
		if got[2] != c.want || got[0] != c.want || got[1] != c.want {
			t.Errorf("%s: %+v, part %+v, course %+v, want %+v", name, got[2], got[1], got[0], c.want)
		}
		all := NewIndex(g).ProgressOfAll()
		untold := Progress{Total: 2} // the other section
		if untold.Add(all[2]); c.want != (Progress{}) && all[2] != c.want || all[0] != untold {
			t.Errorf("%s: of all %+v, course %+v, want %+v", name, all[2], all[0], untold)
		}
	}
}

func TestSkippedTopicsAreNotNext(t *testing.T) {
	g := counted([]Node{{}, {Status: Skipped}, {}}, []Node{{Status: Skipped}, {}})
	g.Edges = []Edge{{From: "p/a/a", To: "p/a/b", Kind: Requires}}
	if open := g.NextOpen(); len(open) != 1 || open[0].ID != "p/a/b" {
		t.Errorf("next are %v", IDs(open))
	}
}
