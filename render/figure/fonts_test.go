package figure

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

func georgian() *graph.Graph {
	return &graph.Graph{
		Nodes: []graph.Node{
			{ID: "course", Kind: graph.Course, Title: "კურსი"}, {ID: "p", Kind: graph.Part, Parent: "course", Title: "კურსი"},
			{ID: "p/s", Kind: graph.Section, Parent: "p", Title: "საქართველო"}, {ID: "p/s/t", Kind: graph.Topic, Parent: "p/s", Title: "კურსი"},
		},
		Edges: []graph.Edge{{From: "course", To: "p", Kind: graph.Contains}, {From: "p", To: "p/s", Kind: graph.Contains}, {From: "p/s", To: "p/s/t", Kind: graph.Contains}},
	}
}

// TestFonts draws with a font that is named, which travels with the figure and is
// remembered by what it holds.
func TestFonts(t *testing.T) {
	regular, err := os.ReadFile("../../layout/text/testdata/Georgian-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Machine: Machine{Files: fstest.MapFS{"fonts/g.ttf": {Data: regular}, "x.ttf": {Data: []byte("x")}}, Prefix: "docs"}}
	if err := o.Set("font", "fonts/g.ttf"); err != nil {
		t.Fatal(err)
	}
	svg, found, err := Draw(t.Context(), georgian(), o, "svg")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	if again, _, _ := Draw(t.Context(), georgian(), o, "svg"); !bytes.Equal(svg, again) {
		t.Error("two figures differ")
	}
	// It stands in for the weight of sections too, which no browser is to look for elsewhere.
	for _, weight := range []string{"400", "500"} {
		if !bytes.Contains(svg, []byte("@font-face{font-family:rv-Noto Sans Georgian;font-weight:"+weight+";")) {
			t.Errorf("there is no weight %s of the font", weight)
		}
	}
	if !bytes.Contains(svg, []byte(">საქართველო</text>")) {
		t.Error("the font is not in the figure")
	}
	record, err := metadata.Find(svg)
	if err != nil {
		t.Fatal(err)
	}
	format, _ := formats.Lookup("svg")
	compare := func(o Options) string {
		f, err := New(georgian(), o)
		if err != nil {
			t.Fatal(err)
		}
		d, err := f.Compare(record, format, graph.Position{})
		if err != nil {
			t.Fatal(err)
		}
		return d.Options
	}
	if got := compare(o); got != "" {
		t.Errorf("the same options differ: %s", got)
	}
	if got, want := compare(Options{}), "font was g.ttf and is the default"; got != want {
		t.Errorf("without the font: %q, want %q", got, want)
	}
	changed := o
	changed.Files = fstest.MapFS{"fonts/g.ttf": {Data: append(append([]byte{}, regular...), 0, 0, 0, 0)}}
	if got, want := compare(changed), "a font was changed (g.ttf)"; got != want {
		t.Errorf("with another font: %q, want %q", got, want)
	}

	for name, want := range map[string]string{"no.ttf": "font docs/no.ttf: ", "x.ttf": "font docs/x.ttf: " + text.ErrNoFont.Error(), "../x.ttf": "font x.ttf: "} {
		wrong := Options{Machine: o.Machine}
		wrong.Set("font", name)
		if _, err := New(georgian(), wrong); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	nowhere := Options{FontFiles: []File{{Path: "a.ttf"}}}
	if _, err := New(georgian(), nowhere); err == nil || err.Error() != "font a.ttf is a file, and none can be read here" {
		t.Error(err)
	}
	named := Options{Theme: "./my.yaml", Progress: "me.yaml", FontFiles: []File{{Path: "a.ttf"}, {"b.ttf", Place{FS: o.Files, Prefix: "y"}}}, Machine: Machine{Prefix: "x", Learner: Place{Prefix: "z"}}}
	if got, want := fmt.Sprint(named.NamedFiles()), "[x/my.yaml z/me.yaml x/a.ttf y/b.ttf]"; got != want {
		t.Errorf("%s are named, want %s", got, want)
	}
	font, _ := Lookup("font")
	var outside *files.OutsideError
	if err := font.SetAt(&Options{}, "../../a.ttf", Place{FS: o.Files, Prefix: "x", Folder: "fonts"}); !errors.As(err, &outside) {
		t.Errorf("a document takes a font from elsewhere: %v", err)
	}
	var in Options
	if err := font.SetAt(&in, "g.ttf\n../x.ttf", Place{FS: o.Files, Prefix: "x", Folder: "fonts"}); err != nil || font.Get(&in) != "fonts/g.ttf\nx.ttf" {
		t.Errorf("%q (%v)", font.Get(&in), err)
	}
}

// TestReordered draws words in which a vowel stands before the letter that it follows in
// the text. A browser moves it there, so it is never to be given glyphs that have been moved.
func TestReordered(t *testing.T) {
	data, err := os.ReadFile("../../docs/gallery/fonts/NotoSansDevanagari-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	g := georgian()
	g.Nodes[2].Title, g.Nodes[3].Title = "बुनियाद", "अपन"
	svg, _, err := Draw(t.Context(), g, Options{Machine: Machine{Files: fstest.MapFS{"d.ttf": {Data: data}}}, FontFiles: []File{{Path: "d.ttf"}}}, "svg")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(svg, []byte(">बुनियाद</text>")) {
		t.Error("a browser would move the vowel once more")
	}
	if !bytes.Contains(svg, []byte(">अपन</text>")) {
		t.Error("letters that stand as they are written are no text")
	}
}
