package dot

import "strings"

// A subgraph is a graph or a part of one in braces. Only clusters group nodes;
// of others only the defaults are local.
type subgraph struct {
	directed bool // of a whole graph
	id       string
	attrs    map[string]string
	parent   *subgraph
	nodes    map[string]*node // of a whole graph: all by name
	group    bool             // a whole graph, which is one of several
	at       int
	order    int
	holds    bool // other clusters

	inner *subgraph // see cluster
	known bool
}

// outermost is the whole graph.
func (s *subgraph) outermost() *subgraph {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// isCluster says what Graphviz draws in a box: by the name, or since version 7
// by an attribute.
func (s *subgraph) isCluster() bool {
	if s.parent == nil {
		return s.group
	}
	switch strings.ToLower(s.attrs["cluster"]) {
	case "true", "yes", "1":
		return true
	}
	return strings.HasPrefix(s.id, "cluster")
}

// cluster is the subgraph itself or the innermost one around it that is a
// cluster; nil if there is none.
func (s *subgraph) cluster() *subgraph {
	if s == nil {
		return nil
	}
	if !s.known {
		s.known = true
		if s.inner = s; !s.isCluster() {
			s.inner = s.parent.cluster()
		}
	}
	return s.inner
}

// around is the cluster that a cluster stands in.
func (s *subgraph) around() *subgraph { return s.parent.cluster() }

// cluster is the one that a node stands in: the first that names it, or one in
// that which names it too.
func (n *node) cluster() *subgraph {
	var home *subgraph
	for _, s := range n.in {
		c := s.cluster()
		for up := c; up != nil; up = up.around() {
			if home == nil || up == home {
				home = c
				break
			}
		}
	}
	return home
}
