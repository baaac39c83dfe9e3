package markdown

import (
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// doubt reports that a document can as well be read otherwise, how, and, if it
// is asked for, which line settles it.
func (d *Document) doubt(o *shape.Outline) {
	if !isDoubtful(o) {
		return
	}
	most := 1
	if d.options.Settle {
		most = mostOthers
	}
	this := o.Roles
	others := otherwise(o, this, most)
	if len(others) == 0 {
		return
	}
	other, hint := others[0], "roadmapviz lint names the line that settles it"
	if d.options.Settle {
		hint = "no single line settles it: docs/annotations.md tells what comments can say"
		if roles, line := d.settle(o, this, others); line != nil {
			other, hint = roles, "for the latter, "+line.String()
		}
	}
	d.Report(codes.Doubt, d.Position(max(d.TitleAt, 0)), hint, "it is read as %s; it can as well be read as %s", amounts(o, this), d.unlike(o, this, other))
}

// isDoubtful says whether a document can as well be read otherwise.
func isDoubtful(o *shape.Outline) bool {
	return o.Reading != nil && o.Other != nil && o.Agreement < shape.Sure
}

// mostOthers bounds the other readings that are looked at for one that a line
// settles.
const mostOthers = 5

// otherwise are the likeliest readings that draw something else, best first: the
// first, and those that are nearly as likely, up to a number.
func otherwise(o *shape.Outline, this []shape.Role, most int) [][]shape.Role {
	out := [][]shape.Role{this}
	all, near := o.Others()
	for i, roles := range all {
		if len(out) > most || len(out) > 1 && i >= near {
			break
		}
		if !slices.ContainsFunc(out, func(r []shape.Role) bool { return o.Alike(r, roles) == 1 }) {
			out = append(out, roles)
		}
	}
	return out[1:]
}

// amounts tells how much a reading draws. Beside parts, sections that stand in
// none get parts of their own.
func amounts(o *shape.Outline, roles []shape.Role) string {
	var n [shape.Topic + 1]int
	own, whole := 0, 0
	inPart := make([]bool, len(roles))
	for i, r := range roles {
		n[r]++
		if p := o.Nodes[i].Parent; p != nil {
			inPart[i] = inPart[p.Index]
		}
		switch {
		case r == shape.Part:
			inPart[i] = true
		case r != shape.Section || inPart[i]:
		case o.Nodes[i].Element.Kind == page.Heading:
			own++
		default:
			whole = 1
		}
	}
	s := fmt.Sprintf("%s and %s", words.Count(n[shape.Section], "section"), words.Count(n[shape.Topic], "topic"))
	if parts := n[shape.Part] + own + whole; n[shape.Part] > 0 && parts > 1 {
		s = fmt.Sprintf("%d parts, %s", parts, s)
	}
	return s
}

// unlike tells how much another reading draws, and the first element that it
// reads otherwise.
func (d *Document) unlike(o *shape.Outline, this, other []shape.Role) string {
	s := amounts(o, other)
	for i, n := range o.Nodes {
		if a, b := this[i], other[i]; n.Title != "" && a != b && max(a, b) >= shape.Part {
			return fmt.Sprintf("%s, with %q in line %d %s and not %s", s, n.Title, d.Position(n.At).Line, roleWords[b], roleWords[a])
		}
	}
	return s
}

// roleWords are the roles in sentences.
var roleWords = [...]string{shape.Out: "left out", shape.Through: "what only holds others", shape.Part: "a part", shape.Section: "a section", shape.Topic: "a topic"}
