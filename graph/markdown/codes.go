package markdown

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Code identifies a kind of [graph.Diagnostic]. Codes are stable: one is never
// used again for something else.
type Code string

// The codes of what the parser finds.
const (
	NoCourse       Code = "RV001"
	ImageOnly      Code = "RV002"
	NoTopics       Code = "RV003"
	Unresolved     Code = "RV004"
	Cycle          Code = "RV005"
	AgainstOrder   Code = "RV006"
	UnknownKey     Code = "RV007"
	BadValue       Code = "RV008"
	DuplicateTitle Code = "RV009"
	HeadingJump    Code = "RV010"
	DeadAnchor     Code = "RV011"
	TooDeep        Code = "RV012"
	TooLong        Code = "RV013"
	BadFrontMatter Code = "RV014"
	Damaged        Code = "RV015"
	UnknownNode    Code = "RV016"
	External       Code = "RV017"
	DuplicateID    Code = "RV018"
)

// A Rule is what is known about a [Code].
type Rule struct {
	Code     Code
	Severity graph.Severity // as long as a configuration does not change it
	Title    string
}

// Rules are all codes, in order. The slice is new at each call.
func Rules() []Rule {
	return []Rule{
		{NoCourse, graph.Warning, "the document holds no course"},
		{ImageOnly, graph.Warning, "the curriculum is only a picture"},
		{NoTopics, graph.Info, "a section has no topics"},
		{Unresolved, graph.Warning, "a prerequisite names nothing in the course"},
		{Cycle, graph.Error, "prerequisites form a cycle"},
		{AgainstOrder, graph.Warning, "a prerequisite comes after what needs it"},
		{UnknownKey, graph.Warning, "an annotation has a key that does not exist"},
		{BadValue, graph.Warning, "an annotation has a value that its key cannot take"},
		{DuplicateTitle, graph.Info, "neighbours have the same title"},
		{HeadingJump, graph.Info, "a heading skips a level"},
		{DeadAnchor, graph.Info, "a link points to no heading"},
		{TooDeep, graph.Warning, "text is nested too deeply and was left out"},
		{TooLong, graph.Warning, "a line is too long and was cut"},
		{BadFrontMatter, graph.Warning, "the front matter cannot be read"},
		{Damaged, graph.Info, "text was decoded with the wrong table and has been repaired"},
		{UnknownNode, graph.Warning, "the configuration names a node that does not exist"},
		{External, graph.Info, "a prerequisite lies outside the course"},
		{DuplicateID, graph.Warning, "two nodes ask for the same ID"},
	}
}

// severity is that of the code's rule.
func (c Code) severity() graph.Severity {
	for _, r := range Rules() {
		if r.Code == c {
			return r.Severity
		}
	}
	return graph.Warning
}

// A reporter collects diagnostics.
type reporter struct {
	found []graph.Diagnostic
}

// report adds a diagnostic. The message has no full stop; hint may be empty.
func (r *reporter) report(c Code, at graph.Position, hint, message string, args ...any) {
	r.tell(c.severity(), c, at, hint, message, args...)
}

// tell is report for what is milder than most of its kind.
func (r *reporter) tell(s graph.Severity, c Code, at graph.Position, hint, message string, args ...any) {
	r.found = append(r.found, graph.Diagnostic{
		Position: at, Severity: s, Code: string(c), Message: fmt.Sprintf(message, args...), Hint: hint,
	})
}
