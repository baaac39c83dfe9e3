// Package graph holds a course as a dependency graph: its parts, sections,
// topics and resources, and the edges between them. It knows nothing of
// Markdown, of drawing, or of files; every other package speaks in its terms.
package graph

import "github.com/roadmapviz/roadmapviz/internal/tongue"

// Kind says what a [Node] stands for.
type Kind string

// The kinds of node, outermost first. A part holds sections, a section holds
// topics, a topic may hold sub-topics, and any of them may hold resources.
const (
	Course   Kind = "course"   // the document as a whole; the first node
	Part     Kind = "part"     // "The LLM Engineer"
	Section  Kind = "section"  // "1. Running LLMs"
	Topic    Kind = "topic"    // "LLM APIs"
	Resource Kind = "resource" // a link to learn from
)

// EdgeKind says why one node comes before another.
type EdgeKind string

// The kinds of edge. Every edge points in learning direction: from what comes
// first (or from what holds) to what comes after (or to what is held).
const (
	Contains EdgeKind = "contains" // part → section → topic → resource
	Next     EdgeKind = "next"     // a section to the one after it, a part to the part after it
	Requires EdgeKind = "requires" // a declared prerequisite, from the prerequisite to what needs it
	// Leads is an edge of a plain graph that says nothing of order: one that
	// closes a cycle, which the edges of no other kind do.
	Leads EdgeKind = "leads"
)

// Form says what a [Graph] was, where it was no course: a plain graph of nodes,
// and edges between them, of which others or nobody said what they stand for.
// Its nodes are topics, its clusters sections and parts.
type Form string

// The forms of graphs.
const (
	CourseForm Form = ""
	Digraph    Form = "digraph" // its edges lead from one node to the other
	Undirected Form = "graph"   // its edges join two nodes
)

// Status is how far a learner is with a node.
type Status string

// The states of progress. The zero value says that the course does not tell.
const (
	Unknown Status = ""
	Todo    Status = "todo"
	Doing   Status = "doing"
	Done    Status = "done"
	Skipped Status = "skipped" // it is not needed, or the learner does without it
)

// Position is a place in a source document. Line and Column count from 1,
// Column in characters (Unicode code points) of the file as it is on disk.
// The zero Position means that a thing stands nowhere in the text.
type Position struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// Node is one element of the course.
type Node struct {
	// ID is the path of GitHub-style slugs from the part down, such as
	// "engineer/running-llms/llm-apis". It is unique in its graph and does
	// not change when a neighbour is added. The course's own ID is "course".
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	// Parent is the ID of the node that holds this one; empty for the course.
	Parent string `json:"parent,omitempty"`
	// Title is the plain text of the heading, lead or link, without markup,
	// number or emoji.
	Title string `json:"title"`
	// Label is drawn instead of Title where the author gave a shorter one.
	Label string `json:"label,omitempty"`
	// Number is the author's own numbering, such as "1" or "2.3".
	Number string `json:"number,omitempty"`
	// Icon is an emoji or the name of an icon; empty when the author gave none.
	Icon string `json:"icon,omitempty"`
	// Summary is the plain text that explains the node.
	Summary string `json:"summary,omitempty"`
	// URL is what the node links to: a resource's address, or a "#fragment"
	// of its own document for a heading.
	URL string `json:"url,omitempty"`
	// Author is who made a resource, where the course names them.
	Author   string `json:"author,omitempty"`
	Optional bool   `json:"optional,omitempty"`
	// Implied tells, in a plain graph, that no cluster of it is this node: it
	// was made to hold what stands nowhere, and is not drawn where graphs are
	// drawn as such.
	Implied bool   `json:"implied,omitempty"`
	Status  Status `json:"status,omitempty"`
	// Side asks for the "left" or "right" column; empty leaves it to the layout.
	Side string `json:"side,omitempty"`
	// Excluded says why the node is no part of the curriculum; empty for
	// what is drawn. What an excluded node holds is excluded with it.
	Excluded string `json:"excluded,omitempty"`
	// Attributes are the course table's further columns by lower-case name,
	// such as "duration" and "effort". A title's "(45 min)" is a duration, too,
	// and its "(weeks 1-2)" is "when". So is what the lists of several headings
	// say of each: "Owner: Ada".
	Attributes map[string]string `json:"attributes,omitempty"`
	Source     Position          `json:"source,omitzero"`
	// IconSource is the comment that names the icon, if one does.
	IconSource Position `json:"iconSource,omitzero"`
}

// Text is what a figure shows for the node: its Label, or else its Title.
func (n Node) Text() string {
	if n.Label != "" {
		return n.Label
	}
	return n.Title
}

// Edge joins two nodes by their IDs, in learning direction.
type Edge struct {
	From string   `json:"from"`
	To   string   `json:"to"`
	Kind EdgeKind `json:"kind"`
	// Reason says in words where the edge comes from, such as
	// `column "Prerequisites"`; empty for edges that follow from the order.
	Reason string `json:"reason,omitempty"`
	// Guess is what the text calls the prerequisite where that is not its
	// name, as "Algorithms Part 1" for "Algorithms: Design, Part 1"; empty for
	// what is certain.
	Guess  string   `json:"guess,omitempty"`
	Source Position `json:"source,omitzero"`
	// Label is what a plain graph writes on the edge.
	Label string `json:"label,omitempty"`
}

// Image is a picture that a course or a part shows. Node is the ID of the
// node whose text holds it.
//
// What a page may show in its place follows it as an image with the same Source
// and Alt: Mode is "light" or "dark" where that is for such pages.
type Image struct {
	Node   string   `json:"node"`
	URL    string   `json:"url"`
	Alt    string   `json:"alt,omitempty"`
	Mode   string   `json:"mode,omitempty"`
	Source Position `json:"source,omitzero"`
}

// Graph is a course. Nodes stand in document order, each after its parent;
// Edges stand in the document order of their targets. A Graph is plain data:
// it may be read by many goroutines as long as none changes it.
type Graph struct {
	// Language is the BCP 47 tag of the document's language; empty if unknown.
	Language string `json:"language,omitempty"`
	// Form is empty for a course.
	Form   Form    `json:"form,omitempty"`
	Nodes  []Node  `json:"nodes"`
	Edges  []Edge  `json:"edges"`
	Images []Image `json:"images,omitempty"`
}

// IsPlain tells a plain graph from a course.
func (g *Graph) IsPlain() bool { return g.Form != CourseForm }

// Spoken is the language of the course: the one that it says, or else that the titles of
// its parts, sections and topics are in; "" if neither tells.
func (g *Graph) Spoken() string {
	if g.Language != "" {
		return g.Language
	}
	titles, left := make([]string, 0, min(len(g.Nodes), tongue.Enough)), map[string]bool{}
	for i := range g.Nodes {
		switch n := &g.Nodes[i]; {
		case len(titles) == tongue.Enough:
			return tongue.Of(titles)
		case n.Excluded != "" || left[n.Parent]:
			left[n.ID] = true
		case n.Kind != Resource:
			titles = append(titles, n.Text())
		}
	}
	return tongue.Of(titles)
}

// CourseID is the ID of the course node, the root of every graph.
const CourseID = "course"

// IDs are the IDs of nodes, in their order.
func IDs(nodes []Node) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.ID
	}
	return list
}
