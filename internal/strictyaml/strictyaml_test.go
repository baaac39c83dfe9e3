package strictyaml_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
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
	Values: map[string][]string{"more.roles.*": {"topic", "ignore"}},
	Keys:   map[string][]string{"more.roles": {"Name", "Link"}},
	Check:  map[string]func(string) error{"more.level": strictyaml.Within("level", 0, 6)},
}

func TestMistakesHaveTheirPlaceAndTheNearestName(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"nothing":         {"", nil},
		"comment":         {"# nothing\n", nil},
		"all right":       {"title: x\nwidth: 3\nmore: {level: 2, names: [a], roles: {Name: topic}}\nnodes:\n  a/b: {level: 1}\n", nil},
		"unknown":         {"titel: x\n", []string{`1:1: there is no key "titel" (did you mean "title"?)`}},
		"unknown, far":    {"zzzzzz: x\n", []string{`1:1: there is no key "zzzzzz" (there are: title, more, nodes, width)`}},
		"inner":           {"title: x\nmore:\n  levle: 2\n", []string{`3:3: there is no key "levle" (did you mean "level"?)`}},
		"inner of a map":  {"nodes:\n  a.b/c:\n    lvel: 2\n", []string{`3:5: there is no key "lvel" (did you mean "level"?)`}},
		"several":         {"a: 1\nmore: {b: 2}\n", []string{`1:1:`, `2:8:`}},
		"value":           {"more: {roles: {Name: topics}}\n", []string{`1:22: there is no value "topics" (did you mean "topic"?)`}},
		"key of a map":    {"more: {roles: {Nam: topic}}\n", []string{`1:16: there is no key "Nam" (did you mean "Name"?)`}},
		"largest":         {"more: {level: 6}\n", nil},
		"too large":       {"more: {level: 258}\n", []string{`1:15: level is from 0 to 6, not 258`}},
		"too small":       {"more: {level: -1}\n", []string{`1:15: level is from 0 to 6, not -1`}},
		"no value":        {"more: {level: }\n", []string{`1:14: a value is needed here (write one, or remove the key)`}},
		"wrong type":      {"width: wide\n", []string{"1:8: a number is needed here"}},
		"not YAML":        {"title: [\n", []string{"1:"}},
		"key twice":       {"title: a\ntitle: b\n", []string{`2:1: the key "title" stands there twice`}},
		"not a mapping":   {"- a\n", []string{"1:1: "}},
		"single entry":    {"more:\n  leve: 1\n", []string{"2:3:"}},
		"tag":             {"more: !x\n  leve: 1\n", []string{"2:3:"}},
		"tag of nothing":  {"more:\n  names: !x\n", nil},
		"tag, wrong type": {"more:\n  names: !x y\n", []string{"2:12: a list is needed here"}},
		"tag in a list":   {"more:\n  names: [!x a, !!str 1]\n", nil},
		"anchor":          {"title: x\nmore: &m\n  level: 1\n", []string{"2:7: anchors, aliases and merge keys are not read (write the value out where it is meant)"}},
		"alias":           {"title: *x\n", []string{"1:8: anchors"}},
		"merge key":       {"more:\n  <<: {level: 1}\n", []string{"2:3: anchors"}},
		"two documents":   {"title: x\n---\nwidth: 3\n", []string{"3:6: a second document begins here (remove the line with --- before it)"}},
		"byte order mark": {"\ufefftitel: x\n", []string{`1:1: there is no key "titel"`}},
		"UTF-16":          {"\xff\xfet\x00i\x00", []string{"1:1: the text is UTF-16, not UTF-8 (save it as UTF-8, or convert it with: iconv -f UTF-16 -t UTF-8)"}},
		"UTF-16, no mark": {"t\x00i\x00", []string{"1:2: the text is not UTF-8 (save the file as UTF-8)"}},
		"Latin 1":         {"width: 3\ntitle: \xe9t\xe9\n", []string{"2:8: the text is not UTF-8"}},
	} {
		t.Run(name, func(t *testing.T) {
			var s settings
			var got []string
			for _, m := range strictyaml.Decode([]byte(c.src), &s, options) {
				got = append(got, shown(m))
			}
			if !slices.EqualFunc(got, c.want, strings.HasPrefix) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// shown is a mistake as diagnostics are shown.
func shown(m strictyaml.Mistake) string {
	s := fmt.Sprintf("%d:%d: %s", m.Line, m.Column, m.Message)
	if m.Hint != "" {
		s += " (" + m.Hint + ")"
	}
	return s
}

func TestDecodeTakesAByteOrderMark(t *testing.T) {
	var s settings
	if found := strictyaml.Decode([]byte("\ufefftitle: x\n"), &s, options); found != nil || s.Title != "x" {
		t.Errorf("got %+v and %v", s, found)
	}
}

func TestDecodeLeavesOthersKeysAlone(t *testing.T) {
	o := options
	o.Others = true
	var s settings
	found := strictyaml.Decode([]byte("layout: post\ntitle: x\ntags: [a, {b: c}]\n"), &s, o)
	if found != nil || s.Title != "x" {
		t.Errorf("got %+v and %v", s, found)
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
	var keys strings.Builder
	for i := range 12_000 {
		fmt.Fprintf(&keys, "k%d: x\n", i)
	}
	for src, line := range map[string]int{
		"title: x\nmore: " + strings.Repeat("[", 1<<16): 2,
		strings.Repeat("{a: ", 1<<14):                   1,
		"title: x\n\n" + strings.Repeat("- ", 1<<16):    3,
		strings.Repeat("title: x\n", 1<<18):             1,
		keys.String():                                   6667,
	} {
		var s settings
		found := strictyaml.Decode([]byte(src), &s, options)
		if len(found) != 1 || found[0].Line != line {
			t.Errorf("%.20q…: %v, want one mistake in line %d", src, found, line)
		}
	}
}

func TestLocate(t *testing.T) {
	doc, wrong := strictyaml.Parse([]byte("title: x\nnodes:\n  'a/b':\n    level: 1\n"))
	if wrong != nil {
		t.Fatal(wrong)
	}
	if line, column := doc.Locate("nodes", "a/b"); line != 3 || column != 3 {
		t.Errorf("got %d:%d", line, column)
	}
	if line, column := doc.Locate("nodes", "c"); line != 0 || column != 0 {
		t.Errorf("got %d:%d", line, column)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: x\nmore: {level: 2}\n"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("more: {names: !0 [!x a], roles: !y {a: !!str b}}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var s settings
		for _, m := range strictyaml.Decode(src, &s, options) {
			if m.Message == "" || m.Line < 0 || strings.Contains(m.Message, "\n") {
				t.Errorf("no message, place or more than a line: %+v", m)
			}
		}
	})
}
