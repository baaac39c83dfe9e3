package source

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// Left collects what [build.Builder.Build] leaves out of the graph of a file.
type Left struct {
	Data    []byte
	Builder *build.Builder
	Offsets []int // of the nodes
	codes.Reporter
}

// Report reports a link whose mark is its offset in the file, or which follows
// from the order of the nodes.
func (r *Left) Report(l build.Link, cycle []int) {
	code, message, hint := codes.Cycle, "prerequisites form a cycle", "take one of the prerequisites away"
	from, to := r.Builder.Graph.Nodes[l.From].ID, r.Builder.Graph.Nodes[l.To].ID
	switch {
	case r.Builder.Graph.IsPlain() && l.At != build.Nowhere:
		if l.From == l.To {
			return // a loop, which is drawn as one
		}
		code, message, hint = code.As(graph.Info), "the edges form a cycle", "it is drawn, this edge against the others"
	case l.From == l.To:
		// What nobody can mean harms nobody.
		code, message, hint = code.As(graph.Warning), fmt.Sprintf("%q comes before itself", from), "take the edge away"
	case l.Kind == graph.Next:
		code, message, hint = codes.AgainstOrder, fmt.Sprintf("%q comes before %q but needs what comes after it", from, to), "change the order, or take the prerequisite away"
	}
	if l.From != l.To && cycle != nil {
		message += ": " + r.Builder.Chain(cycle)
	}
	if r.Full(code) {
		return
	}
	at := l.At
	if at == build.Nowhere {
		at = r.Offsets[l.To]
	}
	r.Reporter.Report(code, Position(r.Data, at), hint, "%s", message)
}
