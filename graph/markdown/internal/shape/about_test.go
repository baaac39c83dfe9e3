package shape

import (
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Every feature is about what it says. The judge asks it once for all that is the same to it,
// so that one that looks at more would have the answer of something else.
func TestFeaturesAreAboutWhatTheySay(t *testing.T) {
	x := inspect(t, keepFeatures, topicFeatures, memberFeatures)
	x.members.report(t, "keepFeatures")
	x.choices.report(t, "topicFeatures")
	x.singles.report(t, "memberFeatures")
	if t.Failed() {
		t.FailNow() // what these look at may not be there when the judge asks
	}
	inspectDrawings(t, rankFeatures).report(t, "rankFeatures")
	for _, f := range spotFeatures.features {
		if f.about != byItself {
			t.Errorf("spotFeatures: %q is about more than the spot, and is asked of each", f.name)
		}
	}
}

// Features that look at more than they say are found.
func TestLiarsAreFound(t *testing.T) {
	x := inspect(t,
		newTable([]feature[*member]{
			{"how many peers, by itself", byItself, 99, 1, func(m *member, _ *answers) int { return len(m.peers.nodes) }},
			{"its place, by itself", byItself, 99, 1, func(m *member, _ *answers) int { return m.at }},
			{"part or section, by itself", byItself, 99, 1, func(m *member, _ *answers) int { return int(m.as) }},
			{"its selector, among peers", amongPeers, 99, 1, func(m *member, _ *answers) int { return int(m.s.selector(m.as)) }},
			{"its region, among peers", amongPeers, 999, 1, func(m *member, _ *answers) int { return m.s.Region.Index }},
			{"its leaves, in the region", inRegion, 99, 1, func(m *member, _ *answers) int { return m.n.Leaves }},
			{"its selector, in the region", inRegion, 99, 1, func(m *member, _ *answers) int { return int(m.s.selector(m.as)) }},
			{"its title, by selector", bySelector, 99, 1, func(m *member, _ *answers) int { return len(m.n.Title) }},
			{"how many peers, by selector", bySelector, 99, 1, func(m *member, _ *answers) int { return len(m.peers.nodes) }},
			{"nothing, of a mode", ofMode, 1, 1, func(m *member, _ *answers) int { return 0 }},
		}),
		newTable([]feature[*choice]{
			{"how deep, by itself", byItself, 99, 1, func(c *choice, _ *answers) int { return c.depth }},
			{"the section, by itself", byItself, 99, 1, func(c *choice, _ *answers) int { return c.section.Leaves }},
			{"how many, of its kind", ofKind, 99, 1, func(c *choice, _ *answers) int { return len(c.u.Members) }},
			{"the section, of its kind", ofKind, 99, 1, func(c *choice, _ *answers) int { return int(c.section.class) }},
			{"nothing, among peers", amongPeers, 1, 1, func(c *choice, _ *answers) int { return 0 }},
		}),
		newTable([]feature[*single]{
			{"how deep, by itself", byItself, 99, 1, func(x *single, _ *answers) int { return x.c.depth }},
			{"the section, by itself", byItself, 99, 1, func(x *single, _ *answers) int { return x.c.section.Leaves }},
			{"nothing, below a section", belowSection, 1, 1, func(x *single, _ *answers) int { return 0 }},
		}),
	)
	x.members.allLie(t)
	x.choices.allLie(t)
	x.singles.allLie(t)
	inspectDrawings(t, newTable([]feature[*drawing]{
		{"the mode, of what is kept", ofKept, 99, 1, func(d *drawing, _ *answers) int { return int(d.mode) }},
		{"topics, of what is kept", ofKept, 99, 1, func(d *drawing, _ *answers) int { return d.topics }},
		{"how sure, of what is kept", ofKept, 999, 1, func(d *drawing, _ *answers) int { return d.sure }},
		{"sections, of the mode", ofMode, 99, 1, func(d *drawing, _ *answers) int { return len(d.sections) }},
		{"topics, of the mode", ofMode, 99, 1, func(d *drawing, _ *answers) int { return d.topics }},
		{"nothing, in the region", inRegion, 1, 1, func(d *drawing, _ *answers) int { return 0 }},
	})).allLie(t)
}

// An inspection looks at all nodes and units that are asked about.
type inspection struct {
	members *witnessed[*member]
	choices *witnessed[*choice]
	singles *witnessed[*single]
}

// inspect asks features about all nodes and units of all samples. By what the judge keeps an
// answer things share it; by nil, where each has its own.
func inspect(t *testing.T, keep *table[*member], topic *table[*choice], one *table[*single]) inspection {
	t.Helper()
	x := inspection{
		listen(keep, map[about]func(*member) any{
			byItself:   func(m *member) any { return m.n },
			amongPeers: func(m *member) any { return [2]any{m.n, m.peers} },
			inRegion:   func(m *member) any { return [2]any{m.n.Parent, m.s.Region} },
			bySelector: func(m *member) any { return [3]any{m.as, m.s.selector(m.as), m.n.Leaves == 0} },
		}),
		listen(topic, map[about]func(*choice) any{
			byItself:     func(c *choice) any { return c.u },
			ofKind:       func(c *choice) any { return c.kind() },
			belowSection: nil,
		}),
		listen(one, map[about]func(*single) any{
			byItself: func(x *single) any { return x.n },
		}),
	}
	for _, s := range samples(t, 120) {
		x.inspect(NewTree(s.doc))
	}
	return x
}

func (x *inspection) inspect(t *Tree) {
	clear(x.members.heard)
	clear(x.choices.heard)
	clear(x.singles.heard)
	for _, s := range t.Schemes() {
		for _, as := range [...]Role{Part, Section} {
			for _, n := range s.peers(as).nodes {
				m := t.memberOf(s, n, as)
				x.members.ask(&m)
			}
		}
	}
	for _, section := range t.Nodes {
		if section.Kind != page.List && section.Kind != page.Table {
			x.below(t, section, section, 0)
		}
	}
}

// below asks about all units below a section, and their members.
func (x *inspection) below(t *Tree, section, base *Node, depth int) {
	if depth > 3 {
		return
	}
	for _, u := range base.units {
		c := t.choiceOf(section, u)
		x.choices.ask(&c)
		for i, n := range u.Members {
			x.singles.ask(&single{&c, n, i})
			x.below(t, section, n, depth+1)
		}
	}
}

// inspectDrawings asks features about all that may be drawn of all samples.
func inspectDrawings(t *testing.T, rank *table[*drawing]) *witnessed[*drawing] {
	t.Helper()
	x := listen(rank, map[about]func(*drawing) any{
		byItself: nil,
		ofMode:   func(d *drawing) any { return d.mode },
		ofKept:   func(d *drawing) any { return [2]any{d.Scheme, d.keeps} },
	})
	for _, s := range samples(t, 120) {
		clear(x.heard)
		tree := NewTree(s.doc)
		j := tree.Judge(learnt())
		for _, s := range tree.Schemes() {
			for _, w := range ways {
				x.ask(j.draw(s, w))
			}
		}
	}
	return x
}

// witnessed are the features of a table, and what they answered.
type witnessed[C any] struct {
	table  *table[C]
	shares map[about]func(C) any // what things have in common that share an answer, see inspect
	heard  map[statement]vector
	shared []int  // by feature: how often an answer was shared
	lies   []bool // by feature
}

// A statement is what a feature says of all things that have something in common.
type statement struct {
	feature int
	about   any
}

func listen[C any](t *table[C], shares map[about]func(C) any) *witnessed[C] {
	n := len(t.features)
	return &witnessed[C]{t, shares, map[statement]vector{}, make([]int, n), make([]bool, n)}
}

// ask asks all features about a thing, and hears whether any of them says of it what it did
// not say of one that has in common with it what the feature is about.
func (x *witnessed[C]) ask(c C) {
	for i, f := range x.table.features {
		of, isAsked := x.shares[f.about]
		if of == nil {
			x.lies[i] = !isAsked
			continue
		}
		only := table[C]{questions: x.table.questions[i : i+1]}
		what, v := statement{i, of(c)}, only.vector(c)
		said, known := x.heard[what]
		if !known {
			x.heard[what] = v
			continue
		}
		x.shared[i]++
		x.lies[i] = x.lies[i] || !slices.Equal(said, v)
	}
}

func (x *witnessed[C]) report(t *testing.T, name string) {
	t.Helper()
	for i, f := range x.table.features {
		of, isAsked := x.shares[f.about]
		switch {
		case !isAsked:
			t.Errorf("%s: %q is about what nothing in this table is asked about", name, f.name)
		case x.lies[i]:
			t.Errorf("%s: %q looks at more than it says that it is about", name, f.name)
		case x.shared[i] == 0 && of != nil:
			t.Errorf("%s: no sample tells what %q is about", name, f.name)
		}
	}
}

func (x *witnessed[C]) allLie(t *testing.T) {
	t.Helper()
	for i, f := range x.table.features {
		if !x.lies[i] {
			t.Errorf("%q is believed", f.name)
		}
	}
}
