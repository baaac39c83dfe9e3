package source

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// The codes of what a file says and its graph cannot hold.
const (
	codeCycle = "RV005"
	codeOrder = "RV006"
)

// maxSame is how many diagnostics of one code are reported. A file with more
// has one mistake, not thousands.
const maxSame = 200

// Left collects what [build.Builder.Build] leaves out of the graph of a file.
type Left struct {
	Data    []byte
	Builder *build.Builder
	Offsets []int // of the nodes
	found   []graph.Diagnostic
	count   map[string]int
}

// Report reports a link whose mark is its offset in the file, or which follows
// from the order of the nodes.
func (r *Left) Report(l build.Link, cycle []int) {
	code, message, hint := codeCycle, "prerequisites form a cycle", "take one of the prerequisites away"
	from, to := r.Builder.Graph.Nodes[l.From].ID, r.Builder.Graph.Nodes[l.To].ID
	switch {
	case l.From == l.To:
		message, hint = fmt.Sprintf("%q comes before itself", from), "take the edge away"
	case l.Kind == graph.Next:
		code, message, hint = codeOrder, fmt.Sprintf("%q comes before %q but needs what comes after it", from, to), "change the order, or take the prerequisite away"
	}
	if l.From != l.To && cycle != nil {
		message += ": " + r.Builder.Chain(cycle)
	}
	if r.count == nil {
		r.count = map[string]int{}
	}
	if r.count[code]++; r.count[code] > maxSame {
		return
	}
	at := l.At
	if at == build.Nowhere {
		at = r.Offsets[l.To]
	}
	d := graph.Diagnostic{Position: Position(r.Data, at), Severity: graph.Warning, Code: code, Message: message, Hint: hint}
	if rule, ok := codes.Lookup(code); ok && l.From != l.To { // what nobody can mean harms nobody
		d.Severity = rule.Severity
	}
	r.found = append(r.found, d)
}

// Sorted are the diagnostics in the order of their places, which lack the file.
func (r *Left) Sorted() []graph.Diagnostic {
	slices.SortStableFunc(r.found, func(a, b graph.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return r.found
}
