package dot

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
)

// group finds what the clusters are: the graphs of a file of several too.
func (d *decoder) group() {
	for _, g := range d.file.graphs {
		g.group = len(d.file.graphs) > 1
	}
	for _, n := range d.file.nodes {
		for c := n.cluster(); c != nil; {
			if c = c.around(); c != nil {
				c.holds = true
			}
		}
	}
}

// hold gives nodes the parents that contains edges say.
func (d *decoder) hold() error {
	for _, e := range d.file.edges {
		kind, err := d.kind(e)
		if err != nil {
			return err
		}
		if kind != graph.Contains {
			continue
		}
		from, to := d.made[e.from], d.made[e.to]
		switch {
		case to == d.course:
			return source.Errorf(d.data, e.at, "", "%q holds the course", from.ID)
		case to.parent != nil && to.parent != from:
			return source.Errorf(d.data, e.at, "a node stands in one place", "%q holds %q, which stands in %q", from.ID, to.ID, to.parent.ID)
		}
		to.parent = from
	}
	return nil
}

// home is what holds a node that no edge puts anywhere; nil if nothing does.
func (d *decoder) home(n *node) *made {
	if c := n.cluster(); c != nil {
		switch inner := d.container(c); {
		case inner == d.made[n]: // the node that stands for the cluster
			return d.outside(c)
		case inner.Kind == graph.Part && (d.made[n].Kind == graph.Topic || d.made[n].Kind == graph.Resource):
			return d.besides(inner)
		default:
			return inner
		}
	}
	if d.made[n].Kind == graph.Part {
		return d.course
	}
	return nil
}

// container is the node that stands for a cluster: the one in its name, or a
// new one.
func (d *decoder) container(c *subgraph) *made {
	if m := d.clusters[c]; m != nil {
		return m
	}
	if m := d.made[c.outermost().nodes[strings.TrimPrefix(c.id, "cluster_")]]; m != nil && m.Kind != graph.Topic && m.Kind != graph.Resource {
		return m
	}
	kind := graph.Section
	if c.holds && c.around() == nil {
		kind = graph.Part
	}
	m := &made{Node: graph.Node{Kind: kind, Title: d.heading(c, "Graph"), URL: entities(c.attrs["URL"])}, at: c.at, order: c.order}
	d.clusters[c] = m
	d.order = append(d.order, m)
	if m.parent = d.outside(c); kind == graph.Section && m.parent == d.course {
		m.parent = nil // sections stand in parts
	}
	return m
}

// besides is the section for what stands in a part's cluster and in none of
// those in it: figures show no topics that stand in no section.
func (d *decoder) besides(part *made) *made {
	if d.loose[part] == nil {
		d.loose[part] = &made{Node: graph.Node{Kind: graph.Section, Title: part.Title, Implied: d.builder.Graph.IsPlain()}, parent: part, at: part.at, order: part.order}
		d.order = append(d.order, d.loose[part])
	}
	return d.loose[part]
}

// outside is what holds a cluster. Sections do not nest, so a cluster in a
// section's cluster belongs to the same part.
func (d *decoder) outside(c *subgraph) *made {
	around := c.around()
	if around == nil {
		return d.course
	}
	m := d.container(around)
	if m.Kind == graph.Section {
		return m.parent
	}
	return m
}

// heading is the title of a graph or cluster: its label, or else its name.
func (d *decoder) heading(s *subgraph, otherwise string) string {
	label := strings.ReplaceAll(s.attrs["label"], `\G`, s.id)
	return or(text(label, ""), or(oneLine(s.id), otherwise))
}
