package layout

import (
	"cmp"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// SectionIcon is the icon that a section is drawn with, and why.
type SectionIcon struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"`
	Source graph.Position `json:"source,omitzero"`
	icons.Choice
}

// String is a line that says where the section stands, and why it has its icon.
func (s SectionIcon) String() string {
	return fmt.Sprintf("%v: %s: %s (%v)", s.Source, s.Title, cmp.Or(s.Icon, "no icon"), s.Choice)
}

// SectionIcons chooses icons for the sections of a course that is drawn, in the
// order of its parts; see [icons.Choose].
func SectionIcons(x *graph.Index) []SectionIcon {
	var sections []SectionIcon
	var headings []icons.Heading
	for _, part := range x.Nodes(graph.Part) {
		for _, at := range x.Children(part, graph.Section) {
			n := x.Graph().Nodes[at]
			sections = append(sections, SectionIcon{ID: n.ID, Title: n.Title, Source: n.Source})
			headings = append(headings, icons.Heading{Title: n.Title, Icon: n.Icon})
		}
	}
	for i, choice := range icons.Choose(headings) {
		sections[i].Choice = choice
	}
	return sections
}
