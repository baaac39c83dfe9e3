package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// names finds nodes by what authors call them: the title, the title without
// its bracket or what follows its colon, the bracket alone ("NLP"), the
// beginning of the title, the title with words cut short ("Math" for
// "Mathematics").
type names struct {
	b      *builder
	exact  map[string][]int
	begins map[string][]int // by the first letters of the title
	keys   []string         // of the titles, by node
	titles []string
}

func newNames(b *builder) *names {
	n := &names{b: b, exact: map[string][]int{}, begins: map[string][]int{}, keys: make([]string, len(b.g.Nodes))}
	for i, node := range b.g.Nodes {
		if node.Kind == graph.Course || node.Kind == graph.Resource || b.made.Excluded(i) {
			continue
		}
		n.titles = append(n.titles, node.Title)
		key := nameKey(node.Title)
		n.keys[i] = key
		n.begins[opening(key)] = append(n.begins[opening(key)], i)
		n.exact[key] = append(n.exact[key], i)
		for _, other := range aliases(node) {
			if k := nameKey(other); k != "" && k != key {
				n.exact[k] = append(n.exact[k], i)
			}
		}
	}
	return n
}

// nameKey is what names are compared by: folded, without "and" and articles.
func nameKey(s string) string {
	key := page.Fold(s)
	if !strings.Contains(key, "and") && !strings.Contains(key, "the ") {
		return key
	}
	parts := strings.Fields(key)
	kept := parts[:0]
	for _, p := range parts {
		if p != "and" && p != "the" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// opening is the key's first two characters: names that can stand for each
// other share them.
func opening(key string) string { return page.FirstRunes(key, 2) }

// aliases are the other names of a node.
func aliases(n graph.Node) []string {
	var out []string
	if n.Label != "" {
		out = append(out, n.Label)
	}
	if n.Number != "" {
		out = append(out, n.Number+" "+n.Title)
	}
	if open := page.TrailingBracket(n.Title); open > 0 {
		out = append(out, n.Title[:open], strings.Trim(n.Title[open:], "()[]（）【】"))
	}
	if name := page.BeforeColon(n.Title); name != "" {
		out = append(out, name)
	}
	return out
}

// find is the node that a name means for the node that wants it, or −1. Topics
// come before sections and these before parts; then the nearest wins: in the
// same section, in the same part, above rather than below. within, if not nil,
// restricts the search.
func (n *names) find(name string, wants int, within func(int) bool) int {
	key := nameKey(name)
	if key == "" {
		return -1
	}
	best, rank := -1, 1<<30
	consider := func(candidates []int, fits func(string) bool, grade int) {
		for _, i := range candidates {
			if i == wants || within != nil && !within(i) || fits != nil && !fits(n.keys[i]) {
				continue
			}
			if r := grade + n.distance(i, wants); r < rank {
				best, rank = i, r
			}
		}
	}
	if consider(n.exact[key], nil, 0); best >= 0 {
		return best
	}
	bucket := n.begins[opening(key)]
	bucket = bucket[:min(len(bucket), maxSimilar)]
	if len(key) >= minLone || len(key) >= 4 && strings.Contains(key, " ") {
		consider(bucket, func(title string) bool { return strings.HasPrefix(title, key+" ") }, 0)
	}
	if best < 0 {
		consider(bucket, func(title string) bool { return isShort(key, title) || isIn(key, title) }, 0)
	}
	return best
}

// distance grades a candidate: by kind, then by how near it is.
func (n *names) distance(i, wants int) int {
	grade := 0
	switch n.b.g.Nodes[i].Kind {
	case graph.Section:
		grade = 100
	case graph.Part:
		grade = 200
	}
	switch p := n.b.made.Parent; {
	case p(i) == p(wants):
	case p(max(p(i), 0)) == p(max(p(wants), 0)):
		grade += 10
	default:
		grade += 20
	}
	if i > wants {
		grade++
	}
	return grade
}

// minLone is the length, in bytes, from which on one word may stand for a longer
// name: "Calculus" for "Calculus 1A". A shorter one is only meant if it is all.
const minLone = 7

// isIn says whether the words of a name, with a number or letter at its end,
// stand in a title in their order: "Algorithms Part 1" in "Algorithms: Design
// and Analysis, Part 1".
func isIn(name, title string) bool {
	a, b := strings.Fields(name), strings.Fields(title)
	if len(a) < 2 || len(b) <= len(a) || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] || len(a[len(a)-1]) > 2 {
		return false
	}
	for _, w := range b {
		if w == a[0] {
			a = a[1:]
		}
		if len(a) == 0 {
			return true
		}
	}
	return false
}

// isShort says whether name is title with some words cut short.
func isShort(name, title string) bool {
	a, b := strings.Fields(name), strings.Fields(title)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !(len(a[i]) >= 3 && strings.HasPrefix(b[i], a[i])) && !(len(b[i]) >= 3 && strings.HasPrefix(a[i], b[i])) {
			return false
		}
	}
	return true
}

// maxSimilar bounds the titles that a name which is none of them is compared
// with, so that a long course with many unknown names takes linear time.
const maxSimilar = 2000

// maxNearest bounds the titles that a hint is looked for in.
const maxNearest = 2000

func (n *names) nearest(name string) string {
	return graph.Nearest(name, n.titles[:min(len(n.titles), maxNearest)])
}
