package page

import (
	"maps"
	"slices"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// Config is what a configuration file, or a document's front matter under
// "roadmap:", may say about a course.
type Config struct {
	Structure Structure       `yaml:"structure,omitempty"`
	Nodes     map[string]Note `yaml:"nodes,omitempty"` // by node ID
}

// DeepestLevel is the level of the deepest headings.
const DeepestLevel = 6

// Structure says where the course is in a document.
type Structure struct {
	// Level is the heading level of the parts, 1 to [DeepestLevel]; the level below
	// holds the sections. 0 finds it by what the headings hold.
	Level int `yaml:"level,omitempty"`
	// Columns gives columns of tables their roles by header name: one of
	// [ColumnRoles].
	Columns map[string]string `yaml:"columns,omitempty"`
	// Include and Exclude are heading patterns with "*" for any characters,
	// compared without case, emoji and punctuation. What matches Include is
	// kept whatever it seems to be; Exclude is stronger.
	Include []string `yaml:"include,omitempty"`
	Exclude []string `yaml:"exclude,omitempty"`
}

// levelNames are what a note can say that something is.
var levelNames = []string{string(graph.Part), string(graph.Section), string(graph.Topic)}

// Levels are what a note can say that something is, outermost first.
func Levels() []string { return slices.Clone(levelNames) }

// Note is what a comment such as
//
//	<!-- roadmap: label="Implement an MLP" requires="Linear Algebra, #calculus" -->
//
// or a configuration says about one node.
type Note struct {
	ID       string `yaml:"id,omitempty"`       // the last element of the node's ID
	Label    string `yaml:"label,omitempty"`    // drawn instead of the title
	Icon     string `yaml:"icon,omitempty"`     // emoji, or name of an icon
	Requires string `yaml:"requires,omitempty"` // titles, "#anchors" or IDs, with commas between
	After    string `yaml:"after,omitempty"`    // the same, for order without need
	Status   string `yaml:"status,omitempty"`   // one of [graph.Statuses]
	Optional bool   `yaml:"optional,omitempty"`
	Side     string `yaml:"side,omitempty"`  // one of [graph.Sides]
	Level    string `yaml:"level,omitempty"` // one of [Levels]
	Skip     bool   `yaml:"skip,omitempty"`  // leave it out
	Figure   bool   `yaml:"figure,omitempty"`
	Outline  bool   `yaml:"-"` // of the title: the document's levels are what they are
	At       int    `yaml:"-"` // of a comment: its offset in the text
}

// under is the configuration with what a document's front matter says laid
// over it.
func (c Config) under(front Config) Config {
	s := &c.Structure
	if front.Structure.Level != 0 {
		s.Level = front.Structure.Level
	}
	if len(front.Structure.Columns) > 0 {
		s.Columns = front.Structure.Columns
	}
	s.Include = append(slices.Clip(s.Include), front.Structure.Include...)
	s.Exclude = append(slices.Clip(s.Exclude), front.Structure.Exclude...)
	if len(front.Nodes) > 0 {
		nodes := maps.Clone(c.Nodes)
		if nodes == nil {
			nodes = map[string]Note{}
		}
		maps.Copy(nodes, front.Nodes)
		c.Nodes = nodes
	}
	return c
}

// A Pattern is one of Include or Exclude.
type Pattern struct {
	Key, Text string
	Own       bool           // it stands in the document's front matter
	Position  graph.Position // there; of others only the document's file
}

// Patterns are those that hold for a document, in their order.
func (d *Document) Patterns() []Pattern {
	var all []Pattern
	own, _ := strictyaml.Parse([]byte(d.front.own))
	add := func(key string, texts []string, given int) {
		for i, text := range texts {
			p := Pattern{Key: key, Text: text, Own: i >= given, Position: graph.Position{File: d.File}}
			if p.Own {
				if line, column := own.Locate("roadmap", "structure", key, strconv.Itoa(i-given)); line > 0 {
					p.Position.Line, p.Position.Column = line+d.front.before, column
				}
			}
			all = append(all, p)
		}
	}
	s := d.Config.Structure
	add("include", s.Include, len(s.Include)-len(d.front.roadmap.Structure.Include))
	add("exclude", s.Exclude, len(s.Exclude)-len(d.front.roadmap.Structure.Exclude))
	return all
}
