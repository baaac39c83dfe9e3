package figure

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/grid"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

const cooking = "# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**\n- **Chopping, slowly**\n\n### Heat\n\n- **Frying** <!-- roadmap: requires=Sharpening -->\n\n## Baking\n\n### Dough\n\n- **Kneading**\n- **Resting**\n"

func course(t *testing.T, text string) *graph.Graph {
	t.Helper()
	g, found := markdown.Parse([]byte(text), markdown.Options{File: "README.md"})
	for _, d := range found {
		if d.Severity == graph.Error {
			t.Fatal(d)
		}
	}
	return g
}

// What Get gives, Set takes, and the two come to the same options.
func TestEveryOptionGoesRound(t *testing.T) {
	values := map[string][]string{
		"part": {"a"}, "theme": {"contrast", "auto", "./brand.yaml"}, "mode": {"light", "dark", "auto"}, "page": {"none"}, "layout": {"tree", "dot"},
		"width": {"1", "900", "1000.5"}, "max-topics": {"0", "1", "200"}, "depth": {"0", "2", "9"}, "direction": {"right", "down", "both"},
		"columns": {"1", "7"}, "compact": {"true"}, "aspect": {"1.5", "0.25"}, "max-width": {"900"}, "first-side": {"right"}, "reduce": {"false"},
		"prerequisites": {"lines", "chips", "none"},
		"highlight":     {"a/b\n", "a\nb, c\n"}, "focus": {"a"}, "hops": {"0", "2"}, "icons": {"false"}, "legend": {"none"}, "label": {"learnt"}, "progress": {"me.yaml"}, "base-url": {"https://example.org/a", "../x.md"},
		"font": {"a/B.ttf", "B.otf\nC.ttc"}, "title": {"none", "Rockets: in ten weeks"},
		"home": {"../README.md"}, "scale": {"2", "3"}, "text": {"system", "paths"}, "id-prefix": {"a-"},
		"preset": {"card", "a4-landscape"}, "size": {"1200x630"}, "paper": {"a4", "letter-landscape"}, "margin": {"15mm", "0.5in"}, "figures": {"x_{part}.svg"}, "index": {"../x.svg"}, "sheet": {"2/3"},
	}
	for _, option := range Table() {
		if option.Get(&Options{}) != "" {
			t.Errorf("%s: the zero value is %q", option.Name, option.Get(&Options{}))
		}
		if values[option.Name] == nil {
			t.Errorf("%s has no values here", option.Name)
		}
		for _, value := range values[option.Name] {
			var o, again Options
			if err := o.Set(option.Name, value); err != nil {
				t.Error(err)
				continue
			}
			if reflect.DeepEqual(o, Options{}) {
				t.Errorf("%s=%q sets nothing", option.Name, value)
			}
			if got := option.Get(&o); got != value {
				t.Errorf("%s is %q, want %q", option.Name, got, value)
			}
			if err := option.Set(&again, option.Get(&o)); err != nil || !reflect.DeepEqual(o, again) {
				t.Errorf("%s=%q comes back as %+v (%v)", option.Name, value, again, err)
			}
		}
		if n, err := values[option.Name], option.Check(option.Default); option.Values != nil && len(n) > 0 && slices.Contains(option.Values, option.Default) && err != nil {
			t.Errorf("%s does not take its default: %v", option.Name, err)
		}
	}
}

func TestValuesThatMakeNoSense(t *testing.T) {
	for _, c := range []struct{ name, value, want string }{
		{"width", "wide", `width takes a number, not "wide"`}, {"width", "0", "width is at least 1, not 0"}, {"width", "-5", "width is at least 1, not -5"},
		{"width", "NaN", "width is at least 1, not NaN"}, {"max-width", "Inf", "max-width is at least 1, not +Inf"},
		{"max-topics", "-1", "max-topics is at least 0, not -1"}, {"max-topics", "1.5", `max-topics takes a whole number, not "1.5"`},
		{"depth", "-1", "depth is at least 0, not -1"}, {"hops", "-1", "hops is at least 0, not -1"}, {"columns", "-1", "columns is at least 0, not -1"},
		{"scale", "0", "scale is from 1 to 3, not 0"}, {"scale", "4", "scale is from 1 to 3, not 4"},
		{"aspect", "16:0", `aspect is a shape such as 16:9, not "16:0"`}, {"aspect", "-1", `aspect is a shape such as 16:9, not "-1"`}, {"aspect", "", `aspect is a shape such as 16:9, not ""`},
		{"mode", "dim", `mode is light, dark or auto, not "dim"`}, {"page", "#fff", `page is theme or none, not "#fff"`}, {"direction", "up", `direction is right, down or both, not "up"`},
		{"first-side", "top", `first-side is left or right, not "top"`}, {"text", "path", `text is embed, system or paths, not "path"`},
		{"icons", "maybe", `icons takes true or false, not "maybe"`},
		{"base-url", "javascript:alert(1)", `base-url is an address that a click may lead to`},
		{"size", "wide", `size is a width and a height in px such as 1200x630, not "wide"`}, {"size", "50x800", `size has sides of 100 to 20000 px, not "50x800"`},
		{"size", "99999x800", `size has sides of`}, {"preset", "crad", "preset is card, slide,"},
		{"paper", "a44", "paper is fit, a4,"}, {"margin", "15", `margin is a length such as 10mm, 0.5in or 38px, not "15"`}, {"margin", "-1mm", "margin is a length"},
		{"tehme", "x", "tehme is no option (there are: part, theme,"},
	} {
		o := Options{Width: 900, MaxTopics: 5, Depth: 2, Hops: 2, Scale: 2, Aspect: 1}
		was := o
		err := o.Set(c.name, c.value)
		var option *OptionError
		if !errors.As(err, &option) || option.Option != c.name || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s=%q: %v, want %s", c.name, c.value, err, c.want)
		}
		if !reflect.DeepEqual(o, was) {
			t.Errorf("%s=%q: the options are changed", c.name, c.value)
		}
	}
}

// New refuses what Set would have refused, and what the course and the layout do.
func TestNewRefuses(t *testing.T) {
	g := course(t, cooking)
	for _, c := range []struct {
		o            Options
		option, want string
	}{
		{Options{Scale: 9}, "scale", "scale is from 1 to 3, not 9"}, {Options{Scale: -1}, "scale", "scale is from 1 to 3, not -1"},
		{Options{Depth: -2}, "depth", "depth is at least 0, not -2"}, {Options{MaxTopics: -2}, "max-topics", "max-topics is at least 0, not -2"},
		{Options{Hops: -2}, "hops", "hops is at least 0, not -2"}, {Options{Width: -1}, "width", "width is at least 1, not -1"},
		{Options{Width: math.NaN()}, "width", "width is at least 1, not NaN"}, {Options{Layout: "grid", Aspect: -1}, "aspect", "aspect is a positive number, not -1"},
		{Options{Text: "x"}, "text", "text is embed"}, {Options{BaseURL: "javascript:x"}, "base-url", "base-url is an address"},
		{Options{Layout: "tere"}, "layout", `there is no layout "tere"; did you mean "tree"?`}, {Options{Layout: "dot"}, "layout", "layout dot needs Graphviz"},
		{Options{Paper: "a4", Margin: "100mm"}, "margin", "margin of 100mm leaves no room on a4"},
		{Options{Columns: 3, Layout: "tree"}, "columns", "columns is not for the tree layout, but for grid, layered, roadmap"},
		{Options{Theme: "contrats"}, "theme", `there is no theme "contrats"; did you mean "contrast"?`},
		{Options{Theme: "./brand.yaml"}, "theme", "theme brand.yaml is a file, and none can be read here"},
		{Options{Parts: []string{"Boiling"}}, "part", `part: `}, {Options{Focus: "Boiling"}, "focus", "focus: "},
		{Options{Highlight: []string{"Boiling"}}, "highlight", "highlight: "}, {Options{Highlight: []string{"Heat, Boiling"}}, "highlight", "highlight: "},
	} {
		_, err := New(g, c.o)
		var option *OptionError
		if !errors.As(err, &option) || option.Option != c.option || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.o, err, c.want)
		}
	}
	if _, err := New(course(t, "# Cooking\n"), Options{}); !errors.Is(err, ErrNothing) {
		t.Errorf("an empty course: %v", err)
	}
	if _, _, err := Draw(t.Context(), g, Options{}, "sgv"); err == nil || !strings.Contains(err.Error(), `did you mean "svg"?`) {
		t.Error(err)
	}
}

// Names become IDs, and a layout may be the caller's own.
func TestNewFindsWhatIsNamed(t *testing.T) {
	g := course(t, cooking)
	f, err := New(g, Options{Parts: []string{"basics"}, Highlight: []string{"Chopping, slowly", "frying, Frying"}, Layout: "mine", Machine: Machine{
		Engine: func(name string) (layout.Engine, error) { return grid.Engine{}, nil },
	}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"basics/knives/chopping-slowly", "basics/heat/frying"}; !slices.Equal(f.Options().Highlight, want) {
		t.Errorf("highlighted are %q, want %q", f.Options().Highlight, want)
	}
	if !slices.Equal(f.Parts, []string{"basics"}) || f.Graph.Nodes[len(f.Graph.Nodes)-1].ID != "basics/heat/frying" {
		t.Errorf("drawn is %v of %v", graph.IDs(f.Graph.Nodes), f.Parts)
	}
	if near, err := New(g, Options{Focus: "frying", Hops: NoHops}); err != nil || slices.Contains(graph.IDs(near.Graph.Nodes), "basics/knives/sharpening") {
		t.Errorf("nothing but frying is drawn: %v (%v)", graph.IDs(near.Graph.Nodes), err)
	}
	if near, err := New(g, Options{Focus: "frying"}); err != nil || !slices.Contains(graph.IDs(near.Graph.Nodes), "basics/knives/sharpening") {
		t.Errorf("what frying requires is drawn: %v", err)
	}
}

// A figure that was drawn says in what it differs from what it should be.
func TestCompare(t *testing.T) {
	svg, _ := formats.Lookup("svg")
	png, _ := formats.Lookup("png")
	page, _ := formats.Lookup("html")
	pdf, _ := formats.Lookup("pdf")
	const lines = "https://example.org/blob/main/README.md"
	draw := func(text string, o Options, format formats.Format) metadata.Record {
		t.Helper()
		data, _, err := Draw(t.Context(), course(t, text), o, format.Name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := metadata.Find(data)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	themeFile := func(extends string) Machine {
		return Machine{Files: fstest.MapFS{"a.yaml": {Data: []byte("extends: " + extends + "\n")}}}
	}
	renamed := strings.Replace(cooking, "**Kneading**", "**Folding**", 1)
	told := strings.Replace(cooking, "**Kneading**", "**Kneading**: long. [Film](https://example.org/film)", 1)
	moved := strings.Replace(cooking, "# Cooking\n", "# Cooking\n\n\n", 1)
	for name, c := range map[string]struct {
		old             metadata.Record
		text            string
		o               Options
		format          formats.Format
		reasons         []Reason
		options, change string
	}{
		"same":            {draw(cooking, Options{}, svg), cooking, Options{}, svg, nil, "", ""},
		"prose":           {draw(cooking, Options{}, svg), cooking + "\nEnjoy.\n", Options{}, svg, nil, "", ""},
		"text":            {draw(cooking, Options{}, svg), renamed, Options{}, svg, []Reason{TextChanged}, "", `topic "Kneading" renamed to "Folding"`},
		"options":         {draw(cooking, Options{}, svg), cooking, Options{MaxTopics: 1}, svg, []Reason{OptionsChanged}, "max-topics was the default and is 1", ""},
		"both":            {draw(cooking, Options{Theme: "contrast"}, svg), renamed, Options{}, svg, []Reason{OptionsChanged, TextChanged}, "theme was contrast and is the default", `topic "Kneading" renamed to "Folding"`},
		"highlight":       {draw(cooking, Options{Highlight: []string{"heat", "dough"}}, svg), cooking, Options{}, svg, []Reason{OptionsChanged}, "highlight was basics/heat, baking/dough and is the default", ""},
		"a theme's file":  {draw(cooking, Options{Theme: "a.yaml", Machine: themeFile("course")}, svg), cooking, Options{Theme: "a.yaml", Machine: themeFile("contrast")}, svg, []Reason{OptionsChanged}, "the theme a.yaml was changed", ""},
		"a file for none": {draw(cooking, Options{}, svg), cooking, Options{Theme: "a.yaml", Machine: themeFile("contrast")}, svg, []Reason{OptionsChanged}, "theme was the default and is a.yaml", ""},
		"scale in SVG":    {draw(cooking, Options{}, svg), cooking, Options{Scale: 2}, svg, nil, "", ""},
		"scale in PNG":    {draw(cooking, Options{}, png), cooking, Options{Scale: 2}, png, []Reason{OptionsChanged}, "scale was the default and is 2", ""},
		"a part":          {draw(cooking, Options{Parts: []string{"baking"}}, svg), renamed, Options{Parts: []string{"baking"}}, svg, []Reason{TextChanged}, "", `topic "Kneading" renamed to "Folding"`},
		"told in PDF":     {draw(cooking, Options{}, pdf), told, Options{}, pdf, nil, "", ""},
		"told in a page":  {draw(cooking, Options{}, page), told, Options{}, page, []Reason{TextChanged}, "", `summary of topic "Kneading" changed`},
		"a page's text":   {draw(cooking, Options{}, page), renamed, Options{}, page, []Reason{TextChanged}, "", `topic "Kneading" renamed to "Folding"`},
		"lines":           {draw(cooking, Options{}, page), moved, Options{}, page, nil, "", ""},
		"lines of a page": {draw(cooking, Options{BaseURL: lines}, page), moved, Options{BaseURL: lines}, page, []Reason{TextChanged}, "", "lines of the document moved, to which topics lead"},
		"lines in SVG":    {draw(cooking, Options{BaseURL: lines}, svg), moved, Options{BaseURL: lines}, svg, nil, "", ""},
		"an address":      {draw(cooking, Options{}, page), moved, Options{BaseURL: lines}, page, []Reason{OptionsChanged}, "base-url was the default and is https://example.org/blob/main/README.md", ""},
		"a page's mode":   {draw(cooking, Options{}, page), cooking, Options{Mode: "light"}, page, []Reason{OptionsChanged}, "mode was the default and is light", ""},
		"a page's home":   {draw(cooking, Options{Home: "../a.md"}, page), cooking, Options{}, page, []Reason{OptionsChanged}, "home was ../a.md and is the default", ""},
		"another part":    {draw(cooking, Options{Parts: []string{"basics"}}, svg), renamed, Options{Parts: []string{"basics"}}, svg, nil, "", ""},
	} {
		f, err := New(course(t, c.text), c.o.For(c.format))
		if err != nil {
			t.Fatal(err)
		}
		d, err := f.Compare(c.old, c.format, graph.Position{File: "README.md", Line: 1})
		if err != nil || !slices.Equal(d.Reasons, c.reasons) || d.Options != c.options {
			t.Errorf("%s: %v, %q (%v)", name, d.Reasons, d.Options, err)
		}
		if (c.change != "") != (len(d.Changes) > 0) || c.change != "" && d.Changes[0].Text != c.change {
			t.Errorf("%s: %v", name, d.Changes)
		}
		if c.reasons != nil {
			continue
		}
		var again Options // what a figure remembers draws the same
		if err := again.Adopt(c.old.Options, nil, Place{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var o Options
	if err := o.Adopt(map[string]string{"layout": "tree", "theme": "contrast"}, func(name string) bool { return name == "theme" }, Place{}); err != nil || o.Layout != "tree" || o.Theme != "" {
		t.Errorf("%+v (%v)", o, err)
	}
	if err := o.Adopt(map[string]string{"scale": "9"}, nil, Place{}); err == nil || !strings.Contains(err.Error(), "scale=9, which this program does not take") {
		t.Error(err)
	}
}

// A theme's file is told from others by its content, and its twin is found.
func TestThemes(t *testing.T) {
	fsys := fstest.MapFS{
		"themes/brand.yaml":     {Data: []byte("extends: course\ntopic: {fill: \"#0f766e\"}\n")},
		"themes/pair.yaml":      {Data: []byte("extends: course\ntwin: ./pair-dark.yaml\n")},
		"themes/pair-dark.yaml": {Data: []byte("extends: course-dark\ntwin: ./pair.yaml\n")},
		"broken.yaml":           {Data: []byte("topic: {fil: x}\n")},
	}
	g := course(t, cooking)
	for _, c := range []struct {
		theme, mode, want string
		digest, derived   bool
		mistake           string
	}{
		{"", "", "", false, false, ""}, {"course", "", "", false, false, ""}, {"contrast", "light", "contrast", false, false, ""},
		{"", "dark", "course-dark", false, false, ""}, {"course-dark", "dark", "course-dark", false, false, ""}, {"course-dark", "light", "", false, false, ""},
		{"brand.yaml", "", "brand.yaml", true, false, ""}, {"./brand.yaml", "light", "brand.yaml", true, false, ""}, {`.\brand.yaml`, "", "brand.yaml", true, false, ""},
		{"brand.yaml", "dark", "brand.yaml", true, true, ""}, {"pair.yaml", "dark", "pair-dark.yaml", true, false, ""},
		{"../broken.yaml", "", "", false, false, "x/broken.yaml:1:9: "}, {"none.yaml", "", "", false, false, "theme x/themes/none.yaml: "},
		{"../../secret.yaml", "", "", false, false, "theme ../../secret.yaml: "}, {"/etc/passwd.yaml", "", "", false, false, "theme /etc/passwd.yaml: "},
	} {
		o := Options{Mode: c.mode}
		err := o.SetTheme(c.theme, Place{fsys, "x", "themes"})
		var f *Figure
		if err == nil {
			f, err = New(g, o)
		}
		if c.mistake != "" {
			if err == nil || !strings.HasPrefix(err.Error(), c.mistake) {
				t.Errorf("%s: %v, want %s", c.theme, err, c.mistake)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.theme, err)
			continue
		}
		svg, _ := formats.Lookup("svg")
		said := f.Record(svg).Options
		if said["theme"] != c.want || (said[digestOption] != "") != c.digest {
			t.Errorf("%s, %s: the figure says %v", c.theme, c.mode, said)
		}
		if f.theme.Derived != c.derived || c.mode != "" && f.theme.Dark != (c.mode == "dark") {
			t.Errorf("%s, %s: derived %v, dark %v", c.theme, c.mode, f.theme.Derived, f.theme.Dark)
		}
		_, notes, err := f.Layout(t.Context())
		if told := slices.ContainsFunc(notes, func(n graph.Diagnostic) bool { return strings.Contains(n.Message, "has no dark twin") }); err != nil || told != c.derived {
			t.Errorf("%s, %s: notes are %v (%v)", c.theme, c.mode, notes, err)
		}
	}
	var outside *files.OutsideError
	if err := (&Options{}).SetTheme("../x.yaml", Place{FS: fsys}); !errors.As(err, &outside) {
		t.Errorf("a theme outside: %v", err)
	}
	if _, err := (Options{Theme: "./none.yaml", Machine: Machine{Files: fsys}}).OpenTheme(); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// A graph that is no course has nothing but what would be left out.
func TestPlainGraphsHaveADepth(t *testing.T) {
	g := &graph.Graph{Form: graph.Digraph, Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course}}}
	if _, err := New(g, Options{Depth: NoTopics}); err == nil || !strings.HasPrefix(err.Error(), "depth is at least 1 for a graph that is no course") {
		t.Error(err)
	}
}

// TestTableIsTheCallers: who is given options may change what describes them.
func TestTableIsTheCallers(t *testing.T) {
	before := fmt.Sprintf("%q %q", Layouts(), Names())
	for i, option := range Table() {
		again, _ := Lookup(option.Name)
		for _, list := range [][]string{option.Values, option.Formats, again.Values, again.Formats} {
			for k := range list {
				list[k] = "another"
			}
		}
		option.Name = "another"
		if now := Table()[i]; now.Name == "another" || slices.Contains(now.Values, "another") || slices.Contains(now.Formats, "another") {
			t.Errorf("%s is %q, of %q", again.Name, now.Values, now.Formats)
		}
	}
	if err := new(Options).Set("mode", "another"); err == nil {
		t.Error("a mode that somebody else has made is taken")
	}
	if after := fmt.Sprintf("%q %q", Layouts(), Names()); after != before {
		t.Errorf("%s became %s", before, after)
	}
}
