package dot

import (
	"context"
	"maps"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// The statements of a DOT file as Graphviz understands them: defaults are
// applied, chains of edges are taken apart, names are unescaped.
type (
	file struct {
		graphs []*subgraph // mostly one
		nodes  []*node
		edges  []edge
		// named says that some node was named before the statement with its
		// attributes. Encode writes that, Graphviz's own tools never do.
		named bool
	}
	node struct {
		id    string
		attrs map[string]string
		in    []*subgraph // that name it
		at    int
		order int  // among nodes and subgraphs, by their first attributes or else name
		told  bool // its attributes have been read
	}
	edge struct {
		from, to *node
		attrs    map[string]string
		at       int
	}
)

// maxDepth bounds the nesting of subgraphs, and with it the recursion.
const maxDepth = 200

// parser reads one file by recursive descent. See
// https://graphviz.org/doc/info/lang.html for the grammar.
type parser struct {
	ctx   context.Context
	scan  scanner
	tok   token
	file  file
	named map[string]*subgraph // those of the graph at hand
	count int                  // of nodes and subgraphs that have been told of
}

// scope is what a subgraph inherits: the default attributes.
type scope struct {
	*subgraph
	nodes, edges map[string]string
	depth        int
	members      *[]*node // collects the nodes of a subgraph that edges join
}

func parse(ctx context.Context, data []byte) (*file, error) {
	p := &parser{ctx: ctx, scan: scanner{data: data}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	for first := true; first || p.tok.kind != "end"; first = false {
		if err := p.graph(); err != nil {
			return nil, err
		}
	}
	return &p.file, nil
}

func (p *parser) tick() int {
	p.count++
	return p.count
}

func (p *parser) advance() (err error) {
	p.tok, err = p.scan.next()
	return err
}

func (p *parser) keyword(word string) bool {
	return p.tok.kind == "id" && !p.tok.quoted && strings.EqualFold(p.tok.text, word)
}

func (p *parser) fail(wanted string) error {
	found := p.tok.kind
	if found == "id" {
		found = p.tok.text
	}
	if found == "end" {
		return source.Errorf(p.scan.data, p.tok.at, "", "the file ends where %s should stand", wanted)
	}
	return source.Errorf(p.scan.data, p.tok.at, "", "found %q where %s should stand", found, wanted)
}

func (p *parser) expect(kind string) error {
	if p.tok.kind != kind {
		return p.fail(`"` + kind + `"`)
	}
	return p.advance()
}

// graph reads one graph. Files may hold several, one behind the other.
func (p *parser) graph() error {
	if p.keyword("strict") {
		if err := p.advance(); err != nil {
			return err
		}
	}
	if !p.keyword("digraph") && !p.keyword("graph") {
		return p.fail("digraph or graph")
	}
	directed := p.keyword("digraph")
	if err := p.advance(); err != nil {
		return err
	}
	g := &subgraph{directed: directed, attrs: map[string]string{}, nodes: map[string]*node{}, at: p.tok.at, order: p.tick()}
	if p.tok.kind == "id" {
		g.id = p.tok.text
		if err := p.advance(); err != nil {
			return err
		}
	}
	p.file.graphs = append(p.file.graphs, g)
	p.named = map[string]*subgraph{}
	return p.block(scope{subgraph: g, nodes: map[string]string{}, edges: map[string]string{}})
}

// block reads statements in braces.
func (p *parser) block(s scope) error {
	if s.depth > maxDepth {
		return source.Errorf(p.scan.data, p.tok.at, "", "subgraphs are nested deeper than %d", maxDepth)
	}
	if err := p.expect("{"); err != nil {
		return err
	}
	for p.tok.kind != "}" {
		if err := p.statement(s); err != nil {
			return err
		}
		if p.tok.kind == ";" || p.tok.kind == "," {
			if err := p.advance(); err != nil {
				return err
			}
		}
	}
	return p.advance()
}

func (p *parser) statement(s scope) error {
	until.Check(p.ctx)
	switch {
	case p.keyword("graph"):
		return p.defaults(s.attrs)
	case p.keyword("node"):
		return p.defaults(s.nodes)
	case p.keyword("edge"):
		return p.defaults(s.edges)
	}
	first := p.tok
	var ends []*node
	if first.kind == "id" && !p.keyword("subgraph") {
		if err := p.advance(); err != nil {
			return err
		}
		if p.tok.kind == "=" {
			return p.assignment(first.text, s)
		}
		n, err := p.port(first, s)
		if err != nil {
			return err
		}
		ends = []*node{n}
	} else {
		var err error
		if ends, err = p.end(s); err != nil {
			return err
		}
	}
	switch p.tok.kind {
	case "->", "--":
		return p.edges(ends, s)
	case "[":
		own := map[string]string{}
		if err := p.attributes(own); err != nil {
			return err
		}
		for _, n := range ends {
			maps.Copy(n.attrs, own)
			if !n.told {
				p.file.named = p.file.named || n.at < first.at
				n.told, n.order = true, p.tick()
			}
		}
	}
	return nil
}

// defaults reads what stands behind "graph", "node" or "edge".
func (p *parser) defaults(into map[string]string) error {
	if err := p.advance(); err != nil {
		return err
	}
	if p.tok.kind != "[" {
		return p.fail(`"["`)
	}
	return p.attributes(into)
}

// assignment reads the rest of "name = value".
func (p *parser) assignment(name string, s scope) error {
	if err := p.advance(); err != nil {
		return err
	}
	if p.tok.kind != "id" {
		return p.fail("a value")
	}
	s.attrs[name] = p.tok.text
	return p.advance()
}

// attributes reads lists in brackets.
func (p *parser) attributes(into map[string]string) error {
	for p.tok.kind == "[" {
		if err := p.advance(); err != nil {
			return err
		}
		for p.tok.kind != "]" {
			if err := p.attribute(into); err != nil {
				return err
			}
		}
		if err := p.advance(); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) attribute(into map[string]string) error {
	if p.tok.kind != "id" {
		return p.fail("the name of an attribute")
	}
	name := p.tok.text
	if err := p.advance(); err != nil {
		return err
	}
	value := "true"
	if p.tok.kind == "=" {
		if err := p.advance(); err != nil {
			return err
		}
		if p.tok.kind != "id" {
			return p.fail("a value")
		}
		value = p.tok.text
		if err := p.advance(); err != nil {
			return err
		}
		for p.tok.kind == "+" { // strings in pieces
			if err := p.advance(); err != nil {
				return err
			}
			if p.tok.kind != "id" {
				return p.fail("a string")
			}
			value += p.tok.text
			if err := p.advance(); err != nil {
				return err
			}
		}
	}
	into[name] = value
	if p.tok.kind == ";" || p.tok.kind == "," {
		return p.advance()
	}
	return nil
}

// edges reads a chain of edges whose first ends are given.
func (p *parser) edges(from []*node, s scope) error {
	first := len(p.file.edges)
	for p.tok.kind == "->" || p.tok.kind == "--" {
		at := p.tok.at
		if err := p.advance(); err != nil {
			return err
		}
		to, err := p.end(s)
		if err != nil {
			return err
		}
		if len(from)*len(to) > maxJoined {
			return source.Errorf(p.scan.data, at, "", "joins more than %d nodes at once", maxJoined)
		}
		for _, a := range from {
			for _, b := range to {
				p.file.edges = append(p.file.edges, edge{a, b, maps.Clone(s.edges), at})
			}
		}
		from = to
	}
	own := map[string]string{}
	if err := p.attributes(own); err != nil {
		return err
	}
	for i := first; i < len(p.file.edges); i++ {
		maps.Copy(p.file.edges[i].attrs, own)
	}
	return nil
}

// maxJoined bounds the edges of one arrow between two subgraphs.
const maxJoined = 10_000

// end reads one end of an edge, or a subgraph that stands alone.
func (p *parser) end(s scope) ([]*node, error) {
	if p.tok.kind == "{" || p.keyword("subgraph") {
		return p.subgraph(s)
	}
	if p.tok.kind != "id" {
		return nil, p.fail("a statement")
	}
	name := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.port(name, s)
	return []*node{n}, err
}

// port reads what may stand behind a node's name and says nothing about the
// graph.
func (p *parser) port(name token, s scope) (*node, error) {
	for p.tok.kind == ":" {
		if err := p.advance(); err != nil {
			return nil, err
		}
		if err := p.expect("id"); err != nil {
			return nil, err
		}
	}
	return p.node(name, s), nil
}

func (p *parser) node(name token, s scope) *node {
	names := s.outermost().nodes
	n := names[name.text]
	if n == nil {
		n = &node{id: name.text, attrs: maps.Clone(s.nodes), at: name.at, order: p.tick()}
		names[name.text] = n
		p.file.nodes = append(p.file.nodes, n)
	}
	if last := len(n.in) - 1; last < 0 || n.in[last] != s.subgraph {
		n.in = append(n.in, s.subgraph)
	}
	if s.members != nil {
		*s.members = append(*s.members, n)
	}
	return n
}

// subgraph reads a subgraph and returns the nodes that it names.
func (p *parser) subgraph(s scope) ([]*node, error) {
	inner := &subgraph{attrs: map[string]string{}, parent: s.subgraph, at: p.tok.at}
	if p.keyword("subgraph") {
		if err := p.advance(); err != nil {
			return nil, err
		}
		if p.tok.kind == "id" {
			inner.id = p.tok.text
			if err := p.advance(); err != nil {
				return nil, err
			}
		}
	}
	if begun := p.named[inner.id]; begun != nil {
		inner = begun
	} else {
		inner.order = p.tick()
		if inner.id != "" {
			p.named[inner.id] = inner
		}
	}
	var members []*node
	err := p.block(scope{inner, maps.Clone(s.nodes), maps.Clone(s.edges), s.depth + 1, &members})
	if err != nil {
		return nil, err
	}
	if s.members != nil {
		*s.members = append(*s.members, members...)
	}
	return members, nil
}
