package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// UnknownError says that no node answers to a name.
type UnknownError struct {
	Name string
	// Candidates are the nodes that could have been meant, in document order:
	// those that share the most words with the name, or else the outermost ones,
	// and none that is excluded if there are others. Nearest is the title, or
	// the ID, of one that is nearly the name; it may be empty.
	Candidates []Node
	Nearest    string
}

// Error names the nearest title, or else the candidates.
func (e *UnknownError) Error() string {
	text := fmt.Sprintf("nothing is named %q", e.Name)
	if e.Nearest != "" {
		return text + "; " + nearest.Hint(e.Nearest, []string{e.Nearest})
	}
	if len(e.Candidates) > 0 {
		text += "; there is " + listing(e.Candidates, Node.Text)
	}
	return text
}

// AmbiguousError says that several nodes answer to a name equally well.
type AmbiguousError struct {
	Name       string
	Candidates []Node // in document order
}

// Error lists the candidates' IDs, which are never ambiguous.
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q could be %s", e.Name, listing(e.Candidates, func(n Node) string { return n.ID }))
}

// listing is "a, b, c and 7 more".
func listing(nodes []Node, name func(Node) string) string {
	const most = 8
	var names []string
	for _, n := range nodes[:min(len(nodes), most)] {
		names = append(names, fmt.Sprintf("%q", name(n)))
	}
	text := strings.Join(names, ", ")
	if more := len(nodes) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// Find is the node that a person means by name, among the nodes of the given
// kinds (by default all but resources, and these if nothing else answers).
// The first rule that some node meets decides:
//
//   - its ID, also as it was before long ones were shortened, or its "#fragment";
//   - its title or label, in any case and punctuation, with or without a
//     leading "the", "a" or "an";
//   - the last element of its ID, its number, or its icon;
//   - a run of whole words of its title;
//   - the beginning of its title or of a word of it.
//
// What is not found is looked for again without regard to accents. Where
// several nodes meet a rule, those that are not excluded win; if there are
// still several, the error is an [*AmbiguousError]. If none meets any, it is
// an [*UnknownError].
func (g *Graph) Find(name string, kinds ...Kind) (Node, error) {
	if len(kinds) == 0 {
		n, err := g.Find(name, Course, Part, Section, Topic)
		if _, unknown := err.(*UnknownError); unknown {
			if n, err := g.Find(name, Resource); err == nil {
				return n, nil
			}
		}
		return n, err
	}
	wanted := newQuery(name)
	if wanted.id != wanted.name {
		wanted.id = cmp.Or(g.LongIDs()[wanted.name], wanted.id)
	}
	for _, strip := range []bool{false, true} {
		found, best := []Node(nil), noMatch
		for i := range g.Nodes {
			n := &g.Nodes[i]
			if !slices.Contains(kinds, n.Kind) {
				continue
			}
			rule := wanted.match(n, strip)
			if rule < best {
				found, best = found[:0], rule
			}
			if rule == best && rule != noMatch {
				found = append(found, *n)
			}
		}
		if len(found) > 1 {
			found = g.preferDrawn(found)
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return Node{}, &AmbiguousError{name, found}
		}
	}
	return Node{}, g.unknown(name, kinds)
}

// noMatch is one more than the last rule of [Graph.Find].
const noMatch = 9

// query is a name in the forms that nodes are compared with.
type query struct {
	name, id, slug, plain, bare string
}

func newQuery(name string) query {
	name = strings.TrimSpace(name)
	slug := key(name)
	return query{name: name, id: ShortID(name), slug: slug, plain: stripAccents(slug), bare: bareIcon(name)}
}

// match is the first rule by which n answers to the query, or noMatch. With
// strip, accents do not count.
func (q query) match(n *Node, strip bool) int {
	switch {
	case n.ID == q.name:
		return 0
	case n.ID == q.id, strings.HasPrefix(q.name, "#") && n.URL == q.name:
		return 1
	}
	slug, title, label := q.slug, key(n.Title), key(n.Label)
	if strip {
		slug, title, label = q.plain, stripAccents(title), stripAccents(label)
	}
	last := n.ID[strings.LastIndexByte(n.ID, '/')+1:]
	if slug == "" {
		if q.bare != "" && bareIcon(n.Icon) == q.bare {
			return 4
		}
		return noMatch
	}
	switch {
	case title == slug || label == slug:
		return 2
	case withoutArticle(title) == withoutArticle(slug):
		return 3
	case last == slug || n.Number != "" && strings.TrimRight(q.name, ".") == n.Number || bareIcon(n.Icon) == q.bare:
		return 4
	case strings.Contains("-"+title+"-", "-"+slug+"-"):
		return 5
	case strings.HasPrefix(title, slug) || strings.HasPrefix(withoutArticle(title), slug):
		return 6
	case strings.HasPrefix(n.ID, q.name) || strings.HasPrefix(last, slug):
		return 7
	case strings.Contains("-"+title, "-"+slug):
		return 8
	}
	return noMatch
}

// key is the slug of s with single hyphens, and none at the ends.
func key(s string) string {
	slug := Slug(s)
	for strings.Contains(slug, "--") {
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	return strings.Trim(slug, "-\ufe0f")
}

// withoutArticle cuts a leading English article off a title or a slug.
func withoutArticle(s string) string {
	for _, article := range []string{"the", "an", "a"} {
		if len(s) > len(article)+1 && strings.EqualFold(s[:len(article)], article) && strings.IndexByte(" -", s[len(article)]) >= 0 {
			return s[len(article)+1:]
		}
	}
	return s
}

// bareIcon is an emoji without the selectors that only choose its form.
func bareIcon(icon string) string { return strings.Trim(icon, "\ufe0e\ufe0f ") }

// stripAccents takes the combining marks off Latin, Greek and Cyrillic
// letters. It leaves other scripts alone, where marks are letters.
func stripAccents(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	base := rune(0)
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			base = r
		} else if unicode.In(base, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
