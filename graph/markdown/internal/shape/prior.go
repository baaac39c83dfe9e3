package shape

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A Prior is how a course was read before.
type Prior struct {
	// Roles says how many elements had each role, by folded title. Out stands for
	// what was there as something else: as a resource, or below a topic.
	Roles map[string]Counts
	// Whole says that it is all of the course, so that nothing else was drawn.
	Whole bool
}

// Counts are numbers of elements by role.
type Counts [Topic + 1]int

// drawn is how many elements had a role of the course's own.
func (c Counts) drawn() int { return c[Part] + c[Section] + c[Topic] }

// The weights of what was read before. Among the readings of most documents, the
// last is about eight units of log-odds behind the first: so much costs it to
// turn all over, which the text alone outweighs only where it is clear. To draw
// what was not drawn before costs less, for it may be new, and least where it
// stands beside all that was drawn: a course gets parts. A single decision that
// leaves an element as it was has the half of it.
const (
	priorAny      = 3 * Scale // to change anything at all
	priorRank     = 8 * Scale
	priorStranger = 6 * Scale
	priorBeside   = 2 * Scale
	priorLean     = 4 * Scale
)

// earlier is what of a prior a tree still has.
type earlier struct {
	titles []earlierTitle
	whole  bool    // the prior was all of the course
	byNode []int   // by node, the title that it has, or −1 for what is new
	inside []bool  // by node: what stood there is known
	known  float64 // drawn elements of the prior that are still there
	share  float64 // of all that the prior drew
}

// An earlierTitle is a title that was there before, with the nodes that have it.
type earlierTitle struct {
	was    Counts
	nodes  []*Node
	places int // of the nodes in the text: the views of a table share theirs
}

// earlier looks for what was read before in a tree. Where the author has said
// since that an element is something else, the earlier reading was wrong, and
// all is read anew.
func (t *Tree) earlier(c constraints) *earlier {
	was := t.was
	if len(was.Roles) == 0 {
		return nil
	}
	e := &earlier{whole: was.Whole, byNode: make([]int, len(t.Nodes)), inside: make([]bool, len(t.Nodes))}
	e.byNode[0] = -1
	index := map[string]int{}
	last := map[int]int{} // by title, where the last node of it stands
	for _, n := range t.Nodes[1:] {
		e.byNode[n.Index] = -1
		e.inside[n.Index] = e.inside[n.Parent.Index]
		if n.Title == "" || n.IsView {
			continue
		}
		name := page.Fold(n.Title)
		roles, ok := was.Roles[name]
		if !ok {
			continue
		}
		if r, fixed := c.fixed[n.Element]; fixed && r >= Part && roles[r] == 0 {
			return nil
		}
		i, ok := index[name]
		if !ok {
			i = len(e.titles)
			index[name] = i
			e.titles = append(e.titles, earlierTitle{was: roles})
		}
		x := &e.titles[i]
		x.nodes = append(x.nodes, n)
		if at, had := last[i]; !had || at != n.At {
			x.places++
			last[i] = n.At
		}
		e.byNode[n.Index] = i
		e.inside[n.Index] = e.inside[n.Index] || roles[Part]+roles[Section] > 0
	}
	if c.level > 0 && e.deniesLevel(c.level) {
		return nil
	}
	all := 0
	for _, roles := range was.Roles {
		all += roles.drawn()
	}
	for _, x := range e.titles {
		e.known += float64(min(x.was.drawn(), x.places))
	}
	if e.known == 0 {
		return nil
	}
	e.share = e.known / float64(all)
	return e
}

// deniesLevel says whether none of the headings of a level that are known were
// parts.
func (e *earlier) deniesLevel(level uint8) bool {
	known := false
	for _, x := range e.titles {
		for _, n := range x.nodes {
			if n.Kind == page.Heading && n.Level == level {
				if known = true; x.was[Part] > 0 {
					return false
				}
			}
		}
	}
	return known
}

// rank is what a reading loses by the elements that have another role in it than
// before, and by those that had none. Of many the first weigh most, for the root
// of their share counts: so a reading that keeps all is told from one that
// keeps nearly all. Where much of what was read is gone, all this weighs less.
func (e *earlier) rank(r *Reading) int {
	if e == nil {
		return 0
	}
	changed, strangers := 0, 0
	for i := range e.titles {
		x := &e.titles[i]
		var is Counts
		for _, n := range x.nodes {
			role := r.Roles[n.Index]
			if role == Through {
				role = Out
			}
			is[role]++
		}
		kept, want := 0, 0
		for role, n := range x.was {
			kept += min(n, is[role])
			want += n
		}
		changed += max(0, min(want, x.places)-kept)
		strangers += max(0, is.drawn()-max(want, x.was.drawn()))
	}
	beside := 0
	for i, role := range r.Roles {
		switch {
		case role < Part || e.byNode[i] >= 0:
		case e.inside[i]:
			strangers++
		case e.whole:
			beside++
		}
	}
	root := func(n int) float64 { return math.Sqrt(min(1, float64(n)/e.known)) }
	loss := priorBeside * root(beside)
	if changed+strangers > 0 {
		loss += priorAny + priorRank*root(changed) + priorStranger*root(strangers)
	}
	return -int(e.share * loss)
}

// lean is how much the earlier roles of what is called as a node speak for the
// roles, from -priorLean to priorLean. Of a title that stands in many more places
// than were drawn nobody knows which is which.
func (e *earlier) lean(n *Node, roles ...Role) int {
	if e == nil || e.byNode[n.Index] < 0 {
		return 0
	}
	x := &e.titles[e.byNode[n.Index]]
	all, speaks := 0, -x.was[Out]
	for _, k := range x.was {
		all += k
	}
	for _, r := range roles {
		speaks += x.was[r]
	}
	if 4*all < 3*x.places {
		return 0
	}
	return priorLean * speaks / max(all, x.places)
}

// leanTopics is the mean of what speaks for it that the members of a unit are
// topics, and the same of what stands right below them.
func (e *earlier) leanTopics(u *Unit) (members, below int) {
	if e == nil {
		return 0, 0
	}
	kids := 0
	for _, m := range u.Members {
		members += e.lean(m, Topic)
		for _, v := range m.Units() {
			for _, k := range v.Members {
				below += e.lean(k, Topic)
				kids++
			}
		}
	}
	return members / max(1, len(u.Members)), below / max(1, kids)
}
