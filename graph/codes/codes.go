// Package codes is the register of diagnostics: every code that the program
// reports, with its severity, its title and a page that explains it.
//
// Codes are stable: one is never used again for something else. RV0xx are about
// the document, RV1xx about the figure, RV2xx about how the program is used.
package codes

import (
	"embed"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Rule is what is known about a code.
type Rule struct {
	Code     string
	Severity graph.Severity // as long as a configuration does not change it
	Title    string         // one phrase, without a full stop
}

// rules stand in the order of their codes.
var rules = [...]Rule{
	{"RV001", graph.Warning, "the document holds no course"},
	{"RV002", graph.Warning, "the curriculum is only a picture"},
	{"RV003", graph.Info, "a section has no topics"},
	{"RV004", graph.Warning, "a prerequisite names nothing in the course"},
	{"RV005", graph.Error, "prerequisites form a cycle"},
	{"RV006", graph.Warning, "a prerequisite comes after what needs it"},
	{"RV007", graph.Warning, "an annotation has a key that does not exist"},
	{"RV008", graph.Warning, "an annotation has a value that its key cannot take"},
	{"RV009", graph.Info, "neighbours have the same title"},
	{"RV010", graph.Info, "a heading skips a level"},
	{"RV011", graph.Info, "a link points to no heading"},
	{"RV012", graph.Warning, "text is nested too deeply and was left out"},
	{"RV013", graph.Warning, "a line is too long and was cut"},
	{"RV014", graph.Warning, "the front matter cannot be read"},
	{"RV015", graph.Warning, "text was decoded with the wrong table and has been repaired"},
	{"RV016", graph.Warning, "the configuration names a node that does not exist"},
	{"RV017", graph.Info, "a prerequisite lies outside the course"},
	{"RV018", graph.Warning, "two nodes ask for the same ID"},
	{"RV019", graph.Info, "the document can as well be read otherwise"},
	{"RV020", graph.Info, "a prerequisite is taken for what has another name"},
	{"RV021", graph.Info, "much of the lists and tables is no topic"},
	{"RV022", graph.Info, "an address becomes no link"},
	{"RV101", graph.Info, "a label is too long for its box"},
	{"RV102", graph.Warning, "no font has a character of a label"},
	{"RV103", graph.Warning, "an icon does not exist"},
	{"RV104", graph.Warning, "text is too small in GitHub's column"},
	{"RV105", graph.Warning, "a section has too many topics for a figure"},
	{"RV106", graph.Warning, "the figure is very tall"},
	{"RV107", graph.Warning, "the layout does not draw prerequisites"},
	{"RV201", graph.Error, "the configuration has a mistake"},
	{"RV202", graph.Warning, "a file of the course cannot be read"},
	{"RV203", graph.Warning, "a course of several files was cut at a limit"},
	{"RV204", graph.Warning, "the cache folder for Graphviz is not used"},
}

//go:embed pages/*.md
var pages embed.FS

// All are the rules in the order of their codes. The slice is the caller's.
func All() []Rule { return slices.Clone(rules[:]) }

// Names are the codes, sorted.
func Names() []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Code
	}
	return names
}

// Lookup finds the rule of a code.
func Lookup(code string) (Rule, bool) {
	i, ok := slices.BinarySearchFunc(rules[:], code, func(r Rule, code string) int { return strings.Compare(r.Code, code) })
	if !ok {
		return Rule{}, false
	}
	return rules[i], true
}

// Page is the explanation of the rule, as Markdown without a heading.
func (r Rule) Page() string {
	page, err := pages.ReadFile("pages/" + r.Code + ".md")
	if err != nil {
		return "" // a test sees to it that every rule has its page
	}
	return string(page)
}
