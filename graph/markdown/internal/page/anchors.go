package page

import (
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// DeadAnchors reports the links within a document, "[text](#anchor)", that
// point to no heading and to no id. It looks at all of the document, which
// [Parse] does not, and takes about as long.
func DeadAnchors(src []byte, o Options) []graph.Diagnostic {
	r := &Reporter{}
	d, tree := parse(src, o)
	links := d.anchorLinks(tree)
	d.read(tree)
	var known []string
	for _, l := range links {
		fragment := anchorOf(l.URL[1:])
		if fragment == "" || fragment == "top" || d.Anchors[fragment] {
			continue
		}
		if r.Full(codes.DeadAnchor) {
			break
		}
		if known == nil {
			known = d.anchors()
		}
		r.Report(codes.DeadAnchor, d.Position(l.At), nearest.Hint("#"+fragment, known), "no heading has the anchor %q", l.URL)
	}
	return r.Sorted()
}

// anchorOf is the anchor that the fragment of an address names.
func anchorOf(fragment string) string {
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	return strings.ToLower(fragment)
}

// maxNearest bounds the anchors that a hint is looked for in.
const maxNearest = 2000

// anchors are the anchors of a document as links name them, sorted.
func (d *Document) anchors() []string {
	var names []string
	for a := range d.Anchors {
		if a != "" {
			names = append(names, "#"+a)
		}
	}
	slices.Sort(names)
	return names[:min(len(names), maxNearest)]
}

// anchorLinks are the links to anchors in all of a document, in HTML too. On the way
// it adds the ids of HTML elements to the document's anchors.
func (d *Document) anchorLinks(tree ast.Node) []Ref {
	d.Anchors = map[string]bool{}
	var found []Ref
	ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if to := string(n.Destination); strings.HasPrefix(to, "#") {
				found = append(found, Ref{URL: to, At: startOf(n)})
			}
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				found = d.attributes(found, n.Segments.At(i))
			}
		case *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				found = d.attributes(found, n.Lines().At(i))
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}

// startOf is the offset of a link's text, or of the block that holds it.
func startOf(n ast.Node) int {
	for k := n.FirstChild(); k != nil; k = k.FirstChild() {
		if t, ok := k.(*ast.Text); ok {
			return t.Segment.Start
		}
	}
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

// attributes reads the ids and the links to anchors in a piece of HTML.
func (d *Document) attributes(found []Ref, s text.Segment) []Ref {
	html := d.text[s.Start:s.Stop]
	for i := 0; i < len(html); i++ {
		eq := strings.IndexByte(html[i:], '=')
		if eq < 0 || i+eq+1 >= len(html) {
			return found
		}
		start := i + eq + 1
		name := html[i : i+eq]
		name = strings.ToLower(name[strings.LastIndexAny(name, " \t\n<\"'")+1:])
		value := html[start:]
		if q := value[0]; q == '"' || q == '\'' {
			value, start = value[1:], start+1
			value, _, _ = strings.Cut(value, string(q))
		} else if end := strings.IndexAny(value, " \t\n>"); end >= 0 {
			value = value[:end]
		}
		switch {
		case name == "id" || name == "name":
			d.Anchors[strings.ToLower(value)] = true
		case name == "href" && strings.HasPrefix(value, "#"):
			found = append(found, Ref{URL: value, At: s.Start + start})
		}
		i = start + len(value)
	}
	return found
}
