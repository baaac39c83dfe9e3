package opml

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
)

var update = flag.Bool("update", false, "write what the tests make over what they expect")

// Each file of testdata is an outline as some program writes it.
func TestFiles(t *testing.T) {
	graphtest.Files(t, ".opml", *update, func(ctx context.Context, r io.Reader) (*graph.Graph, []graph.Diagnostic, error) {
		g, err := Decode(ctx, r)
		return g, nil, err
	})
}

func TestForeignOutline(t *testing.T) {
	const text = `<opml version="1.0"><head><title>Reading</title></head><body>
<outline text="Part"><outline text="Section"><outline text="Topic &amp; more" _status="checked"><outline text="Link" url="https://example.org"/><outline text="Sub"/></outline></outline></outline>
</body></opml>`
	g, err := Decode(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	const want = "course \"Reading\"\n  part \"Part\"\n    section \"Section\"\n      topic \"Topic & more\"\n        resource \"Link\"\n        topic \"Sub\"\n"
	if got := graphtest.Outline(g); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if g.Nodes[3].Status != graph.Done {
		t.Error("a checked item is not done")
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "empty",
		"<html/>":                    "1:1: this XML is no OPML",
		"plain text":                 "no OPML",
		"<opml>\n<outline text='a'>": "2:",
		"<opml>" + strings.Repeat("<outline text='a'>", 1200): "nested deeper",
	} {
		_, err := Decode(t.Context(), strings.NewReader(text))
		var syntax *graph.SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s\ngives %v,\nwant  %s", text, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := Encode(&b, graphtest.Sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := Decode(t.Context(), bytes.NewReader(text))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := Encode(&b, g); err != nil {
			t.Fatal(err)
		}
		again, err := Decode(t.Context(), bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if got, want := graphtest.Outline(again), graphtest.Outline(g); strings.Count(got, "\n") != strings.Count(want, "\n") {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	})
}
