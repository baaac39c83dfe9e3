// Package wire is what roadmapviz and the program roadmapviz-graphviz say to
// each other: one [Request] on that program's standard input and one [Response]
// on its standard output, both as JSON. Standard input stays open until the
// response is there; when it closes before, nobody waits for the response any
// more, and the program ends.
package wire

import "encoding/json"

// Request asks for the layout of one graph.
type Request struct {
	Engine string `json:"engine"` // a name that Graphviz's option -K takes
	DOT    string `json:"dot"`    // exactly one graph
	// Memory is about the most bytes that the program may use; 0 does not bound it.
	Memory int64 `json:"memory,omitempty"`
}

// Response holds either a layout or an error.
type Response struct {
	// Layout is the graph with its positions, in Graphviz's format json0.
	Layout json.RawMessage `json:"layout,omitempty"`
	Error  *Error          `json:"error,omitempty"`
	// Version is the version of roadmapviz that the program is built of, "(devel)" if it
	// does not know.
	Version string `json:"version,omitempty"`
}

// Error says why there is no layout.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string { return e.Message }

// Code is a kind of error.
type Code string

// The kinds of error.
const (
	BadRequest Code = "bad-request" // the request is not of this protocol
	BadGraph   Code = "bad-graph"   // the DOT is empty or malformed
	Failed     Code = "failed"      // Graphviz gave up
	TooMuch    Code = "memory"      // it takes more memory than it may
)
