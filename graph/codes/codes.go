// Package codes is the register of diagnostics: every code that the program
// reports, with its severity, its title and a page that explains it. A
// diagnostic is made of its code:
//
//	codes.NoTopics.At(node.Source, "", "the section %q has no topics", node.Title)
//
// Codes are stable: one is never used again for something else. RV0xx are about
// the document, RV1xx about the figure, RV2xx about how the program is used.
package codes

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Code is a kind of [graph.Diagnostic].
type Code struct {
	ID       string         // "RV" and three digits: [graph.Diagnostic.Code]
	Severity graph.Severity // as long as a configuration does not change it
	Title    string         // one phrase, without a full stop
}

// The codes of what is odd about a document.
var (
	NoCourse       = Code{"RV001", graph.Warning, "the document holds no course"}
	ImageOnly      = Code{"RV002", graph.Warning, "the curriculum is only a picture"}
	NoTopics       = Code{"RV003", graph.Info, "a section has no topics"}
	Unresolved     = Code{"RV004", graph.Warning, "a prerequisite names nothing in the course"}
	Cycle          = Code{"RV005", graph.Error, "prerequisites form a cycle"}
	AgainstOrder   = Code{"RV006", graph.Warning, "a prerequisite comes after what needs it"}
	UnknownKey     = Code{"RV007", graph.Warning, "an annotation has a key that does not exist"}
	BadValue       = Code{"RV008", graph.Warning, "an annotation has a value that its key cannot take"}
	DuplicateTitle = Code{"RV009", graph.Info, "neighbours have the same title"}
	HeadingJump    = Code{"RV010", graph.Info, "a heading skips a level"}
	DeadAnchor     = Code{"RV011", graph.Info, "a link points to no heading"}
	TooDeep        = Code{"RV012", graph.Warning, "text is nested too deeply and was left out"}
	TooLong        = Code{"RV013", graph.Warning, "a line is too long and was cut"}
	BadFrontMatter = Code{"RV014", graph.Warning, "the front matter cannot be read"}
	Damaged        = Code{"RV015", graph.Warning, "text was decoded with the wrong table and has been repaired"}
	UnknownNode    = Code{"RV016", graph.Warning, "the configuration names a node that does not exist"}
	External       = Code{"RV017", graph.Info, "a prerequisite lies outside the course"}
	DuplicateID    = Code{"RV018", graph.Warning, "two nodes ask for the same ID"}
	Doubt          = Code{"RV019", graph.Info, "the document can as well be read otherwise"}
	Guessed        = Code{"RV020", graph.Info, "a prerequisite is taken for what has another name"}
	Lost           = Code{"RV021", graph.Info, "much of the lists and tables is no topic"}
	Unlinked       = Code{"RV022", graph.Info, "an address becomes no link"}
	UnreadComment  = Code{"RV023", graph.Warning, "a comment for roadmapviz is not read"}
	NoHeading      = Code{"RV024", graph.Warning, "a pattern of the configuration matches no heading"}
	RoughMath      = Code{"RV025", graph.Info, "mathematics is shown as plain text"}
)

// The codes of what is odd about a figure.
var (
	Shortened    = Code{"RV101", graph.Info, "a label is too long for its box"}
	MissingGlyph = Code{"RV102", graph.Warning, "no font has a character of a label"}
	UnknownIcon  = Code{"RV103", graph.Warning, "an icon does not exist"}
	SmallText    = Code{"RV104", graph.Warning, "text is too small in GitHub's column"}
	ManyTopics   = Code{"RV105", graph.Warning, "a section has too many topics for a figure"}
	TallFigure   = Code{"RV106", graph.Warning, "the figure is very tall"}
	DerivedTheme = Code{"RV108", graph.Warning, "the theme has no twin for light or dark pages"}
	LeftOut      = Code{"RV109", graph.Warning, "a picture of a given size leaves something out"}
	OneMode      = Code{"RV110", graph.Info, "the format has one kind of page"}
)

// The codes of what is odd about how the program is used.
var (
	BadConfig    = Code{"RV201", graph.Error, "the configuration has a mistake"}
	NoFile       = Code{"RV202", graph.Warning, "a file of the course cannot be read"}
	CourseCut    = Code{"RV203", graph.Warning, "a course of several files was cut at a limit"}
	NoCache      = Code{"RV204", graph.Warning, "the cache folder for Graphviz is not used"}
	TooLarge     = Code{"RV205", graph.Warning, "an export is larger than those who show it take"}
	UnreadConfig = Code{"RV206", graph.Warning, "settings are not read"}
	OtherVersion = Code{"RV207", graph.Warning, "a helper is of another version"}
)

// all are the codes in their order.
var all = [...]Code{
	NoCourse, ImageOnly, NoTopics, Unresolved, Cycle, AgainstOrder, UnknownKey, BadValue, DuplicateTitle,
	HeadingJump, DeadAnchor, TooDeep, TooLong, BadFrontMatter, Damaged, UnknownNode, External, DuplicateID,
	Doubt, Guessed, Lost, Unlinked, UnreadComment, NoHeading, RoughMath,
	Shortened, MissingGlyph, UnknownIcon, SmallText, ManyTopics, TallFigure, DerivedTheme, LeftOut, OneMode,
	BadConfig, NoFile, CourseCut, NoCache, TooLarge, UnreadConfig, OtherVersion,
}

//go:embed pages/*.md
var pages embed.FS

// All are the codes in their order. The slice is the caller's.
func All() []Code { return slices.Clone(all[:]) }

// Names are the IDs of the codes, sorted.
func Names() []string {
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = c.ID
	}
	return names
}

// Lookup finds a code by its ID.
func Lookup(id string) (Code, bool) {
	i, ok := slices.BinarySearchFunc(all[:], id, func(c Code, id string) int { return strings.Compare(c.ID, id) })
	if !ok {
		return Code{}, false
	}
	return all[i], true
}

// At is a diagnostic of the code. The message is formatted as by [fmt.Sprintf]
// and has no full stop; the hint may be empty.
func (c Code) At(at graph.Position, hint, message string, args ...any) graph.Diagnostic {
	return graph.Diagnostic{Position: at, Severity: c.Severity, Code: c.ID, Message: fmt.Sprintf(message, args...), Hint: hint}
}

// As is the code for what is milder or graver than most of its kind.
func (c Code) As(s graph.Severity) Code {
	c.Severity = s
	return c
}

// Page is the explanation of the code, as Markdown without a heading.
func (c Code) Page() string {
	page, err := pages.ReadFile("pages/" + c.ID + ".md")
	if err != nil {
		return "" // a test sees to it that every code has its page
	}
	return string(page)
}
