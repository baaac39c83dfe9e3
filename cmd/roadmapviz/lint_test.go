package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
)

const lintPage = "../../docs/lint.md"

func TestLintPageListsTheCodes(t *testing.T) {
	var b strings.Builder
	b.WriteString("| code | severity | what it says |\n|---|---|---|\n")
	for _, r := range codes.All() {
		fmt.Fprintf(&b, "| [%s](../graph/codes/pages/%s.md) | %s | %s |\n", r.Code, r.Code, r.Severity, r.Title)
	}
	goldenSection(t, lintPage, "codes", b.String())
}

var someFindings = []graph.Diagnostic{
	{Position: graph.Position{File: "my course/100%.md", Line: 3, Column: 5}, Severity: graph.Error, Code: "RV005", Message: "A needs B:\nwhy", Hint: "100% <sure>"},
	{Position: graph.Position{File: "a,b:c.md", Line: 4}, Severity: graph.Info, Code: "RV003", Message: "no topics"},
	{Severity: graph.Warning, Code: "RV106", Message: "tall"},
}

func TestSARIFQuotesNoLinks(t *testing.T) {
	var b bytes.Buffer
	found := []graph.Diagnostic{{Severity: graph.Info, Code: "RV003", Message: `section "[here](https://evil.example)" has no topics`}}
	if err := writeSARIF(&b, found); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "](https://evil") || !strings.Contains(b.String(), `[here] (https://evil.example)`) {
		t.Errorf("%s", b.String())
	}
}

func TestGitHubAnnotationsAreEscaped(t *testing.T) {
	var b bytes.Buffer
	if err := writeGitHub(&b, someFindings); err != nil {
		t.Fatal(err)
	}
	want := "::error file=my course/100%25.md,line=3,col=5,title=RV005::A needs B:%0Awhy (100%25 <sure>)\n" +
		"::notice file=a%2Cb%3Ac.md,line=4,title=RV003::no topics\n" +
		"::warning title=RV106::tall\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestSARIFHoldsWhatCodeScanningNeeds(t *testing.T) {
	var b bytes.Buffer
	if err := writeSARIF(&b, someFindings); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	d := json.NewDecoder(&b)
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(log.Runs) != 1 || len(run.Results) != len(someFindings) {
		t.Fatalf("got %+v", log)
	}
	for i, r := range run.Results {
		if rule := run.Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID || r.RuleID != someFindings[i].Code || rule.Help.Text == "" || rule.Short.Text == "" {
			t.Errorf("result %d has the rule %+v", i, rule)
		}
		if !strings.Contains("note warning error", r.Level) || r.Message.Text == "" {
			t.Errorf("result %d: %+v", i, r)
		}
	}
	place := run.Results[0].Locations[0].Physical
	if place.Artifact.URI != "my%20course/100%25.md" || *place.Region != (sarifRegion{3, 5}) {
		t.Errorf("got %+v", place)
	}
	if run.Results[2].Locations != nil {
		t.Error("a finding without a place has a location")
	}
}

func TestSmallTextIsMeasuredInGitHubsColumn(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "s", Source: graph.Position{Line: 7}}}}
	box := layout.Box{ID: "s", Role: layout.TopicRole, Lines: []layout.Line{{Size: 10}, {Size: 9}}}
	for width, want := range map[float64]int{830: 0, 900: 1, 2000: 1} {
		found := smallText(g, &layout.Diagram{Width: width, Boxes: []layout.Box{box, box}})
		if len(found) != want {
			t.Errorf("%v px: %d findings, want %d", width, len(found), want)
		}
		if len(found) > 0 && found[0].Position.Line != 7 {
			t.Errorf("%v px: at %v", width, found[0].Position)
		}
	}
}

func TestDiffLines(t *testing.T) {
	before := []byte("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15")
	after := bytes.ReplaceAll(bytes.ReplaceAll(before, []byte("2\n3"), []byte("2\nthree")), []byte("15"), []byte("fifteen"))
	got := string(diffLines("f", before, after))
	want := "--- a/f\n+++ b/f\n" +
		"@@ -1,6 +1,6 @@\n 1\n 2\n-3\n+three\n 4\n 5\n 6\n" +
		"@@ -12,4 +12,4 @@\n 12\n 13\n 14\n-15\n\\ No newline at end of file\n+fifteen\n\\ No newline at end of file\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// Changes with up to six lines between them share a hunk.
	if n := bytes.Count(diffLines("f", []byte("a\n2\n3\n4\n5\n6\n7\nb\n"), []byte("A\n2\n3\n4\n5\n6\n7\nB\n")), []byte("@@ -")); n != 1 {
		t.Errorf("%d hunks", n)
	}
}
