package themes

import (
	"slices"
	"strings"
)

// Word is a word of theme files.
type Word struct {
	Name   string
	About  string // what it means: a phrase, or sentences with full stops
	Values string // what it takes, of keys; "" for roles and states
}

// Vocabulary are the words of theme files. Each list is in the order of the
// documentation, which is made of it.
type Vocabulary struct {
	Top    []Word // keys that stand alone at the top of a file
	Roles  []Word // and families of roles
	States []Word
	Keys   []Word // of the style of a role
}

// Words are all the words that a theme file can use.
func Words() Vocabulary {
	return Vocabulary{
		Top: slices.Clone(topKeys[:]), Roles: slices.Clone(subjects[:]),
		States: slices.Clone(states[:]), Keys: slices.Clone(styleKeys[:]),
	}
}

// The families of roles: what a theme says of a family holds for all its roles.
const (
	boxFamily  = "box"
	edgeFamily = "edge"
)

// Kinds of values, in words.
const (
	colorValue = `"#rgb", "#rrggbb", "#rrggbbaa" or none`
	pxValue    = "px"
	flagValue  = "true or false"
)

var topKeys = [...]Word{
	{"extends", "The built-in theme to start from: what the file does not say is as there.", "a built-in theme"},
	{"dark", "Meant for dark pages. Without it, that goes by the page's colour.", flagValue},
	{"twin", "The same design for the other kind of page. Without it, one is derived.", "a built-in theme, or a file as seen from this one"},
	{"icons", "The colours of icons: their own, or shades of grey.", "colour or grey"},
	{"page", "The background of the figure.", `"#rgb" or "#rrggbb"`},
}

// subjects are what a theme file may say something of: the families, then the
// roles.
var subjects = [...]Word{
	{boxFamily, "all boxes but title, legend, chip and group", ""},
	{edgeFamily, "all lines", ""},
	{"title", "the title of a part, which stands on the page", ""},
	{"part", "a part, or the course, where it is a box like the others; looks like section in themes that do not mention it", ""},
	{"section", "a section of a part", ""},
	{"topic", "a topic of a section", ""},
	{"subtopic", "a topic below a topic", ""},
	{"more", "stands for the topics that a limit left out", ""},
	{"legend", "the words of the legend and of a badge, which stand on the page; look like the title in themes that do not mention it", ""},
	{"chip", "a prerequisite, told in the box of what needs it", ""},
	{"group", "a panel behind boxes that belong together", ""},
	{"edge.next", "the curve from a section to the next one", ""},
	{"edge.contains", "the line from a section to its topic", ""},
	{"edge.requires", "the line from a prerequisite to what needs it", ""},
	{"edge.leads", "an edge of a graph that is no course", ""},
	{"edge.joins", "such an edge without a direction", ""},
}

// roles are the subjects that are no family.
func roles() []Word { return subjects[2:] }

// states are in the order in which a box that has several has them.
var states = [...]Word{
	{"optional", "it may be left out", ""},
	{"todo", "it is still to be learned", ""},
	{"doing", "it is being learned", ""},
	{"done", "it has been learned", ""},
	{"skipped", "it need not be learned", ""},
	{"way1", "a line of the first of several prerequisites; so to way6, which tell lines apart", ""},
	{"way2", "the second", ""},
	{"way3", "the third", ""},
	{"way4", "the fourth", ""},
	{"way5", "the fifth", ""},
	{"way6", "the sixth", ""},
	{"guessed", "a prerequisite that the course does not call by its name; of lines only", ""},
	{"added", "it is new, in a figure of differences", ""},
	{"removed", "it is gone, in a figure of differences", ""},
	{"renamed", "it has another name, in a figure of differences", ""},
	{"moved", "it has another place, in a figure of differences", ""},
	{"highlighted", "it is part of an answer, such as a path", ""},
	{"dimmed", "it is no part of an answer, where there is one", ""},
}

var styleKeys = [...]Word{
	{"fill", "the inside of a box", colorValue},
	{"text", "the writing", colorValue},
	{"stroke", "the outline of a box, or the line of an edge", colorValue},
	{"width", "of the outline or line; 0 draws none", pxValue},
	{"dash", "of the outline or line: on, off, …; [] is solid", "a list of px"},
	{"radius", "of a box's corners", pxValue},
	{"arrow", "an edge has an arrowhead where it ends", flagValue},
	{"fade", "how far the icons of a box step back: 0 not at all, 1 they cannot be seen", "a number from 0 to 1"},
	{"mark", "the icon on a box's upper corner that tells its state", "an icon's name or none"},
	{"shadow.dx", "how far a box's shadow lies to the right", pxValue},
	{"shadow.dy", "how far it lies below", pxValue},
	{"shadow.sigma", "how blurred it is: the standard deviation, half of CSS's blur radius", pxValue},
	{"shadow.color", "its colour", colorValue},
	{"textShadow.dx", "the same of the writing", pxValue},
	{"textShadow.dy", "", pxValue},
	{"textShadow.sigma", "", pxValue},
	{"textShadow.color", "", colorValue},
}

// Roles are the roles that a theme styles.
func Roles() []string { return names(roles()) }

// States are the states that a theme can style, in the order in which a box
// that has several has them.
func States() []string { return names(states[:]) }

func names(words []Word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Name
	}
	return all
}

// isWay tells whether a state is one of those that tell lines apart.
func isWay(state string) bool { return strings.HasPrefix(state, "way") }

// familyOf is the family of a role. Titles and legends, which have neither fill nor
// outline, the panels of groups, which have no text, and chips, which lie on boxes,
// stay outside.
func familyOf(role string) string {
	switch {
	case role == "title" || role == "legend" || role == "group" || role == "chip":
		return ""
	case strings.HasPrefix(role, "edge."):
		return edgeFamily
	}
	return boxFamily
}
