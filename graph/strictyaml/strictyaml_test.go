package strictyaml_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/strictyaml"
)

type inner struct {
	Level int               `yaml:"level"`
	Names []string          `yaml:"names"`
	Roles map[string]string `yaml:"roles"`
}

type settings struct {
	Title string           `yaml:"title"`
	More  inner            `yaml:"more"`
	Nodes map[string]inner `yaml:"nodes"`
	Flat  `yaml:",inline"`
}

// Flat is inlined.
type Flat struct {
	Width float64 `yaml:"width"`
}

var options = strictyaml.Options{
	File: "s.yaml", Code: codes.Code{ID: "RV999"},
	Values: map[string][]string{"more.roles.*": {"topic", "ignore"}},
	Keys:   map[string][]string{"more.roles": {"Name", "Link"}},
	Most:   map[string]float64{"more.level": 6},
}

func TestMistakesHaveTheirPlaceAndTheNearestName(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"nothing":         {"", nil},
		"comment":         {"# nothing\n", nil},
		"all right":       {"title: x\nwidth: 3\nmore: {level: 2, names: [a], roles: {Name: topic}}\nnodes:\n  a/b: {level: 1}\n", nil},
		"unknown":         {"titel: x\n", []string{`s.yaml:1:1: error RV999: there is no key "titel" (did you mean "title"?)`}},
		"unknown, far":    {"zzzzzz: x\n", []string{`s.yaml:1:1: error RV999: there is no key "zzzzzz" (there are: title, more, nodes, width)`}},
		"inner":           {"title: x\nmore:\n  levle: 2\n", []string{`s.yaml:3:3: error RV999: there is no key "levle" (did you mean "level"?)`}},
		"inner of a map":  {"nodes:\n  a.b/c:\n    lvel: 2\n", []string{`s.yaml:3:5: error RV999: there is no key "lvel" (did you mean "level"?)`}},
		"several":         {"a: 1\nmore: {b: 2}\n", []string{`s.yaml:1:1:`, `s.yaml:2:8:`}},
		"value":           {"more: {roles: {Name: topics}}\n", []string{`s.yaml:1:22: error RV999: there is no value "topics" (did you mean "topic"?)`}},
		"key of a map":    {"more: {roles: {Nam: topic}}\n", []string{`s.yaml:1:16: error RV999: there is no key "Nam" (did you mean "Name"?)`}},
		"largest":         {"more: {level: 6}\n", nil},
		"too large":       {"more: {level: 258}\n", []string{`s.yaml:1:15: error RV999: 258 is out of range (write a number from 0 to 6)`}},
		"too small":       {"more: {level: -1}\n", []string{`s.yaml:1:15: error RV999: -1 is out of range (write a number from 0 to 6)`}},
		"wrong type":      {"width: wide\n", []string{"s.yaml:1:8: error RV999: a number is needed here"}},
		"not YAML":        {"title: [\n", []string{"s.yaml:1:"}},
		"key twice":       {"title: a\ntitle: b\n", []string{"s.yaml:2:1: error RV999: "}},
		"not a mapping":   {"- a\n", []string{"s.yaml:1:1: error RV999: "}},
		"single entry":    {"more:\n  leve: 1\n", []string{"s.yaml:2:3:"}},
		"anchor, unknown": {"more: &m\n  leve: 1\n", []string{"s.yaml:2:3:"}},
	} {
		t.Run(name, func(t *testing.T) {
			var s settings
			var got []string
			for _, d := range strictyaml.Decode([]byte(c.src), &s, options) {
				got = append(got, d.String())
			}
			if !slices.EqualFunc(got, c.want, strings.HasPrefix) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDecodeSetsWhatItCan(t *testing.T) {
	var s settings
	found := strictyaml.Decode([]byte("title: x\nwidth: 3\nunknown: 1\nnodes: {a/b: {level: 2}}\n"), &s, options)
	if len(found) != 1 || s.Title != "x" || s.Width != 3 || s.Nodes["a/b"].Level != 2 {
		t.Errorf("got %+v and %v", s, found)
	}
}

func TestDecodeRefusesTangles(t *testing.T) {
	for src, line := range map[string]int{
		"title: x\nmore: " + strings.Repeat("[", 1<<16): 2,
		strings.Repeat("{a: ", 1<<14):                   1,
		"title: x\n\n" + strings.Repeat("- ", 1<<16):    3,
		strings.Repeat("title: x\n", 1<<18):             1,
	} {
		var s settings
		found := strictyaml.Decode([]byte(src), &s, options)
		if len(found) != 1 || found[0].Position.Line != line {
			t.Errorf("%.20q…: %v, want one diagnostic in line %d", src, found, line)
		}
	}
}

func TestLocate(t *testing.T) {
	src := []byte("title: x\nnodes:\n  'a/b':\n    level: 1\n")
	if got := strictyaml.Locate(src, "s.yaml", "nodes", "a/b"); got != (graph.Position{File: "s.yaml", Line: 3, Column: 3}) {
		t.Errorf("got %v", got)
	}
	if got := strictyaml.Locate(src, "s.yaml", "nodes", "c"); got != (graph.Position{File: "s.yaml"}) {
		t.Errorf("got %v", got)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: x\nmore: {level: 2}\n"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var s settings
		for _, d := range strictyaml.Decode(src, &s, options) {
			if d.Message == "" || d.Position.File == "" {
				t.Errorf("a diagnostic without message or file: %+v", d)
			}
		}
	})
}
