package report

import (
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/markup"
)

// The parts of SARIF 2.1.0 that a list of findings needs.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Results    []sarifResult `json:"results"`
		ColumnKind string        `json:"columnKind"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Home  string      `json:"informationUri"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Help    sarifText `json:"help"`
		HelpURI string    `json:"helpUri"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)

func sarifLevel(s graph.Severity) string {
	switch s {
	case graph.Info:
		return "note"
	case graph.Warning:
		return "warning"
	}
	return "error"
}

// writeSARIF writes a log of one run, for code scanning. The rules are those
// that have findings.
func writeSARIF(w io.Writer, found []graph.Diagnostic) error {
	run := sarifRun{Results: []sarifResult{}, ColumnKind: "unicodeCodePoints"}
	run.Tool.Driver = sarifDriver{Name: "roadmapviz", Home: home, Rules: []sarifRule{}}
	rules := &run.Tool.Driver.Rules
	for _, d := range found {
		index := slices.IndexFunc(*rules, func(r sarifRule) bool { return r.ID == d.Code })
		if index < 0 {
			index = len(*rules)
			*rules = append(*rules, newSARIFRule(d.Code))
		}
		r := sarifResult{RuleID: d.Code, RuleIndex: index, Level: sarifLevel(d.Severity), Message: sarifText{Text: unlinkedText(sentence(d))}}
		if d.Position.File != "" {
			r.Locations = []sarifLocation{newSARIFLocation(d.Position)}
		}
		run.Results = append(run.Results, r)
	}
	return markup.JSON(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

// unlinkedText is text without links, which messages have as Markdown does:
// [text](address).
func unlinkedText(s string) string { return strings.ReplaceAll(s, "](", "] (") }

func newSARIFRule(code string) sarifRule {
	rule, _ := codes.Lookup(code)
	r := sarifRule{
		ID: code, Short: sarifText{Text: rule.Title}, Help: sarifText{Text: rule.Page(), Markdown: rule.Page()},
		HelpURI: pageURL(code),
	}
	r.Default.Level = sarifLevel(rule.Severity)
	return r
}

func newSARIFLocation(p graph.Position) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: p.File}).String()
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, p.Column}
	}
	return l
}
