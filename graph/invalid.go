package graph

import (
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// Element says which list of a [Graph] an [InvalidError] speaks of.
type Element string

// The elements of a graph.
const (
	NodeElement  Element = "node"
	EdgeElement  Element = "edge"
	ImageElement Element = "image"
)

// InvalidError says what is wrong with one element of a graph.
type InvalidError struct {
	Element Element
	Index   int    // in Nodes, Edges or Images
	ID      string // of the node, or of the edge as "from → to"
	Message string
	Hint    string // what to do, such as the nearest name; may be empty
	Source  Position
}

// Error is one line, with the position where the element has one.
func (e *InvalidError) Error() string {
	text := fmt.Sprintf("%s %d (%s): %s", e.Element, e.Index, e.ID, e.Message)
	if e.Hint != "" {
		text += " (" + e.Hint + ")"
	}
	if p := e.Source.String(); p != "" {
		text = p + ": " + text
	}
	return text
}

// Check tells whether the graph keeps the rules that the rest of the program
// relies on: the course comes first and alone has no parent, IDs are unique,
// each node stands after its parent and is of an inner kind, edges and images
// name nodes that exist, kinds and states are known ones, and there is no
// cycle. The error is an [*InvalidError] for the first broken rule, or a
// [*CycleError]. Linear time.
func (g *Graph) Check() error {
	if len(g.Nodes) == 0 {
		return &InvalidError{Element: NodeElement, ID: CourseID, Message: "the graph has no nodes", Hint: "its first node is the course"}
	}
	if g.Form != CourseForm && !slices.Contains(forms, string(g.Form)) {
		return &InvalidError{Element: NodeElement, ID: CourseID, Message: fmt.Sprintf("there is no form %q", g.Form), Hint: nearest.Choice(string(g.Form), forms)}
	}
	seen := make(map[string]Kind, len(g.Nodes))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if message, hint := g.checkNode(i, seen); message != "" {
			return &InvalidError{NodeElement, i, n.ID, message, hint, n.Source}
		}
		seen[n.ID] = n.Kind
	}
	for i, e := range g.Edges {
		message, hint := "", ""
		switch {
		case !slices.Contains(edgeKinds, string(e.Kind)):
			message, hint = fmt.Sprintf("there is no kind %q", e.Kind), nearest.Choice(string(e.Kind), edgeKinds)
		case seen[e.From] == "":
			message, hint = fmt.Sprintf("starts at %q, which is not in the graph", e.From), g.nearestID(e.From)
		case seen[e.To] == "":
			message, hint = fmt.Sprintf("ends at %q, which is not in the graph", e.To), g.nearestID(e.To)
		}
		if message != "" {
			return &InvalidError{EdgeElement, i, e.From + " → " + e.To, message, hint, e.Source}
		}
	}
	for i, m := range g.Images {
		if seen[m.Node] == "" {
			return &InvalidError{ImageElement, i, m.URL, fmt.Sprintf("belongs to %q, which is not in the graph", m.Node), g.nearestID(m.Node), m.Source}
		}
	}
	if cycles := g.Cycles(); cycles != nil {
		return &CycleError{cycles}
	}
	return nil
}

// checkNode says what is wrong with node i, and what to do; seen holds the
// nodes before it.
func (g *Graph) checkNode(i int, seen map[string]Kind) (message, hint string) {
	n := &g.Nodes[i]
	parent, known := seen[n.Parent]
	_, twice := seen[n.ID]
	switch {
	case n.ID == "":
		return "has no id", "every node needs one"
	case twice:
		return "the id is used twice", "ids are unique"
	case depthOf(n.Kind) < 0:
		return fmt.Sprintf("there is no kind %q", n.Kind), nearest.Choice(string(n.Kind), kinds)
	case (i == 0) != (n.Kind == Course) || i == 0 && n.ID != CourseID:
		return "is not the course", fmt.Sprintf("the first node, and no other, is the course, with the id %q", CourseID)
	case i > 0 && n.Parent == "":
		return "has no parent", "only the course has none"
	case i == 0 && n.Parent != "":
		return "the course has a parent", ""
	case i > 0 && !known:
		return fmt.Sprintf("its parent %q does not stand before it", n.Parent), g.nearestID(n.Parent)
	case i > 0 && depthOf(parent) >= depthOf(n.Kind) && !(n.Kind == Topic && parent == Topic):
		return fmt.Sprintf("a %s cannot hold a %s", parent, n.Kind), ""
	case n.Status != Unknown && !slices.Contains(statuses, string(n.Status)):
		return fmt.Sprintf("there is no status %q", n.Status), nearest.Choice(string(n.Status), statuses)
	case n.Side != "" && !slices.Contains(sides, n.Side):
		return fmt.Sprintf("there is no side %q", n.Side), nearest.Choice(n.Side, sides)
	}
	return "", ""
}

// depthOf is 0 for the course, 4 for a resource, −1 for what is no kind.
func depthOf(k Kind) int { return slices.Index(kinds, string(k)) }

func (g *Graph) nearestID(id string) string {
	names := make([]string, len(g.Nodes))
	for i := range g.Nodes {
		names[i] = g.Nodes[i].ID
	}
	return nearest.Hint(id, slices.DeleteFunc(names, func(name string) bool { return name == id }))
}
