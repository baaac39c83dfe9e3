package themes

import (
	"bytes"
	"encoding/json"
	"testing"
)

// What is written is read as the same theme.
func TestWrittenThemesComeBack(t *testing.T) {
	for _, theme := range samples(t) {
		for _, theme := range []*Theme{theme, theme.Derive()} {
			for form, text := range map[string][]byte{"YAML": theme.YAML(), "starter": theme.Starter()} {
				back, err := Load(bytes.NewReader(text), theme.Name+".yaml")
				if err != nil {
					t.Fatalf("%s: %v\n%s", theme.Name, err, text)
				}
				if back.Dark != theme.Dark || back.Page != theme.Page || back.GreyIcons != theme.GreyIcons {
					t.Errorf("%s, %s: dark %v, page %v, grey icons %v", theme.Name, form, back.Dark, back.Page, back.GreyIcons)
				}
				for _, r := range roles() {
					for _, states := range stateSets(r.Name) {
						if got, want := back.Style(r.Name, states...), theme.Style(r.Name, states...); !equal(got, want) {
							t.Errorf("%s, %s: %s %v is\n%+v, want\n%+v", theme.Name, form, r.Name, states, got, want)
						}
					}
				}
			}
		}
	}
}

// Strings of strangers are quoted, and nothing of them reaches a terminal as it is.
func TestYAMLQuotes(t *testing.T) {
	const mark = "a\"\x1b]52;\n\u202e#: b"
	theme := &Theme{Twin: mark, Page: lightPage, styles: map[string]Style{"topic": {Mark: mark}}}
	back, err := Load(bytes.NewReader(theme.YAML()), "x.yaml")
	if err == nil || bytes.ContainsAny(theme.YAML(), "\x1b\u202e") {
		t.Fatalf("%v %q", back, theme.YAML())
	}
	theme.Twin = ""
	if back, err = Load(bytes.NewReader(theme.YAML()), "x.yaml"); err != nil || back.Style("topic").Mark != mark {
		t.Errorf("%v: %q comes back as %+v", err, theme.YAML(), back)
	}
}

func TestJSON(t *testing.T) {
	theme, _ := Lookup("course")
	text, err := json.Marshal(theme)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Name, Twin, Page string
		Styles           map[string]struct {
			Fill, Stroke, Mark string
			Dash               []float64
			Shadow             struct{ DX float64 }
		}
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	section := got.Styles["section"]
	if got.Name != "course" || got.Page != "#ffffff" || section.Fill != "#3b70fe" || section.Stroke != "none" || section.Shadow.DX != 5.75 ||
		got.Styles["box.done"].Mark != "mark-done" || len(got.Styles["edge.contains"].Dash) != 2 {
		t.Errorf("%s", text)
	}
}
