package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

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

func TestMarkdownCallsNobodyAndLinksOnlyToPages(t *testing.T) {
	var b bytes.Buffer
	found := append(someFindings,
		graph.Diagnostic{Position: graph.Position{File: "a`b.md", Line: 1}, Severity: graph.Info, Code: "[x](//evil)", Message: `section "@all <b>#1" has no topics`})
	if err := writeMarkdown(&b, found); err != nil {
		t.Fatal(err)
	}
	want := "- `my course/100%.md:3:5`: error [RV005](" + pageURL("RV005") + "): `A needs B:\\nwhy (100% <sure>)`\n" +
		"- `a,b:c.md:4`: info [RV003](" + pageURL("RV003") + "): no topics\n" +
		"- warning [RV106](" + pageURL("RV106") + "): tall\n" +
		"- ``a`b.md:1``: info `[x](//evil)`: section `@all <b>#1` has no topics\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := writeMarkdown(&b, nil); err != nil || b.String() != "Nothing is odd.\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestTextIsALineEach(t *testing.T) {
	var b bytes.Buffer
	if err := writeText(&b, someFindings); err != nil {
		t.Fatal(err)
	}
	want := "my course/100%.md:3:5: error RV005: A needs B:\\nwhy (100% <sure>)\n" +
		"a,b:c.md:4: info RV003: no topics\n" +
		"warning RV106: tall\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestFormatsAreFoundByTheirNames(t *testing.T) {
	if got := strings.Join(Names(), " "); got != "github json markdown sarif text" {
		t.Error(got)
	}
	for _, name := range Names() {
		var b bytes.Buffer
		if write, ok := Lookup(name); !ok || write(&b, someFindings) != nil || b.Len() == 0 {
			t.Errorf("%s: %v, %q", name, ok, b.String())
		}
	}
	if _, ok := Lookup("xml"); ok {
		t.Error("xml was found")
	}
}
