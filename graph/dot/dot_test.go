package dot

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	gonum "gonum.org/v1/gonum/graph/formats/dot"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
	"github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func encoded(t testing.TB, g *graph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kept is the part of a graph that DOT can hold.
func kept(g *graph.Graph) *graph.Graph {
	c := *g
	c.Images = nil
	return &c
}

func samples() []*graph.Graph {
	graphs := []*graph.Graph{graphtest.Sample()}
	for seed := range uint64(30) {
		graphs = append(graphs, graphtest.Random(30, seed))
	}
	return graphs
}

func TestRoundTrip(t *testing.T) {
	for i, g := range samples() {
		text := encoded(t, g)
		got, _, err := Decode(t.Context(), bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%d: %v\n%s", i, err, text)
		}
		if !reflect.DeepEqual(got, kept(g)) {
			for j := range min(len(got.Nodes), len(g.Nodes)) {
				if !reflect.DeepEqual(got.Nodes[j], g.Nodes[j]) {
					t.Fatalf("%d: node %d is\n%+v, want\n%+v", i, j, got.Nodes[j], g.Nodes[j])
				}
			}
			t.Errorf("%d: edges %+v,\nwant  %+v", i, got.Edges, g.Edges)
		}
	}
}

// Another parser of DOT reads what we write.
func TestGonumReadsIt(t *testing.T) {
	for i, g := range samples() {
		if _, err := gonum.ParseBytes(encoded(t, g)); err != nil {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// tool runs a program of Graphviz, and skips the test where it is not there.
func tool(t *testing.T, stdin []byte, name string, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(name, " is not installed")
	}
	cmd := exec.Command(path, args...)
	cmd.Stdin = bytes.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || strings.Contains(stderr.String(), "rror") {
		t.Fatalf("%s: %v: %s", name, err, stderr.String())
	}
	return out
}

// courses are some samples, the example, and the reference course where it lies
// beside the repository.
func courses(t *testing.T) []*graph.Graph {
	t.Helper()
	graphs := samples()[:5]
	for _, file := range []string{"../../examples/llm-course/README.md", "../../../shared/course/README.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Logf("without %s: %v", file, err)
			continue
		}
		g, _ := markdown.Parse(text, markdown.Options{File: "README.md"})
		graphs = append(graphs, g.Drawn())
	}
	return graphs
}

// Graphviz counts as many nodes and edges as we do, and sees the attributes.
func TestGvpr(t *testing.T) {
	const count = `BEG_G { printf("%d %d\n", nNodes($G), nEdges($G)); } N [kind == "topic"] { printf("t\n"); }`
	for i, g := range courses(t) {
		out := strings.SplitN(string(tool(t, encoded(t, g), "gvpr", count)), "\n", 2)
		if want := strconv.Itoa(len(g.Nodes)) + " " + strconv.Itoa(len(g.Edges)); out[0] != want {
			t.Errorf("%d: gvpr counts %q, want %q", i, out[0], want)
		}
		if got, want := strings.Count(out[1], "t"), len(graph.NewIndex(g).Nodes(graph.Topic)); got != want {
			t.Errorf("%d: gvpr sees %d topics, want %d", i, got, want)
		}
	}
}

// What gvpr writes has another order of statements, and is read as the same
// course all the same.
func TestGvprKeepsTheOrder(t *testing.T) {
	for i, g := range courses(t)[5:] {
		got, _, err := Decode(t.Context(), bytes.NewReader(tool(t, encoded(t, g), "gvpr", "-c", "N {}")))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Nodes, g.Nodes) {
			t.Errorf("%d: the nodes differ:\n%s\nwant\n%s", i, graphtest.Outline(got), graphtest.Outline(g))
		}
	}
}

// The SVG that Graphviz draws is XML, whatever the titles and links hold.
func TestGraphvizDraws(t *testing.T) {
	for _, g := range courses(t) {
		tool(t, tool(t, encoded(t, g), "dot", "-Tsvg"), "xmllint", "--noout", "-")
	}
}

var update = flag.Bool("update", false, "write what the tests make over what they expect")

// Each file of testdata is DOT as other programs and people write it.
func TestFiles(t *testing.T) { graphtest.Files(t, ".dot", *update, Decode) }

func TestForeignDOT(t *testing.T) {
	for name, c := range map[string]struct{ dot, want string }{
		"flat": {
			"digraph \"My course\" { a -> b -> {c d} [color=red]; e [label=\"Long\\nlabel &amp; more\"] /* end */ }",
			"course \"My course\"\n  part \"My course\"\n    section \"My course\"\n      topic \"a\"\n      topic \"b\"\n      topic \"c\"\n      topic \"d\"\n      topic \"e\"→\"Long label & more\"\n",
		},
		"clusters": {
			"// a comment\n# another\nstrict digraph { label=Course; node [shape=box]\nsubgraph cluster_0 { label = \"First\"; a; b }\nsubgraph cluster_1 { label=<<b>Second</b> one>; c:n -> d:w:sw } b -> c }",
			"course \"Course\"\n  part \"Course\"\n    section \"First\"\n      topic \"a\"\n      topic \"b\"\n    section \"Second one\"\n      topic \"c\"\n      topic \"d\"\n",
		},
		"nested clusters": {
			"graph { subgraph cluster_p { label=P subgraph cluster_s { label=S x -- y } } subgraph cluster_q { label=Q subgraph cluster_t { z } } }",
			"course \"Course\"\n  part \"P\"\n    section \"S\"\n      topic \"x\"\n      topic \"y\"\n  part \"Q\"\n    section \"cluster_t\"\n      topic \"z\"\n",
		},
	} {
		g, _, err := Decode(t.Context(), strings.NewReader(c.dot))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := strings.ReplaceAll(c.want, "\"e\"→", "")
		if got := graphtest.Outline(g); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// What somebody adds to an exported file by hand finds its place.
func TestEditedByHand(t *testing.T) {
	text := string(encoded(t, graphtest.Sample()))
	text = strings.Replace(text, `"the-basics/python" [`, `"new" [label="A new topic"]; "the-basics/python" [`, 1)
	text = strings.Replace(text, "\n}\n", "\n  new -> \"the-engineer-b/running-llms----a-b\";\n}\n", 1)
	g, _, err := Decode(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err, "\n", text)
	}
	n, err := g.Find("A new topic")
	if err != nil || n.Parent != "the-basics/python" || n.Kind != graph.Topic {
		t.Errorf("%+v, %v", n, err)
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "the file is empty",
		"digraph {\n a -> ": "2:7: the file ends where a statement should stand",
		"digraph {\n a [b":  "the file ends where the name of an attribute should stand",
		"digraph { a } b":   `1:15: found "b" where digraph or graph should stand`,
		"tree { a }":        `1:1: found "tree" where digraph or graph should stand`,
		"digraph { \"a }":   "1:11: the quotes have no end",
		"digraph { /* }":    "1:11: the comment has no end",
		"digraph { a; ? }":  `1:14: unexpected '?'`,
		"digraph { b [kind=part]\n a [kind=chapter]\n}":                            `2:2: node "a": there is no kind "chapter"`,
		"digraph { b [kind=part]\n a -> b [kind=before]\n}":                        `2:4: edge "a → b": there is no kind "before"`,
		"digraph { b [kind=topic] a [optional=perhaps] }":                          "1:26: node \"a\": unknown value",
		"digraph { edge [kind=contains]; a -> c;\n b -> a; a -> b }":               `"b" stands in what it holds`,
		"digraph { edge [kind=contains]; a -> b;\n c -> b }":                       `2:4: "c" holds "b", which stands in "a"`,
		"digraph { edge [kind=contains]; course [kind=course]; a;\n a -> course }": `2:4: "a" holds the course`,
		"digraph " + strings.Repeat("{", 300):                                      "nested deeper",
		"digraph { = }":                                                            "a statement should stand",
		"digraph { {a b} = c }":                                                    "a statement should stand",
	} {
		_, _, err := Decode(t.Context(), strings.NewReader(text))
		var syntax *graph.SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s\ngives %v,\nwant  %s", text, err, want)
		}
	}
}

func TestStyle(t *testing.T) {
	var b bytes.Buffer
	style := Style{Nodes: map[graph.Kind]NodeStyle{graph.Topic: {Fill: "#123456"}}}
	if err := EncodeStyle(&b, graphtest.Sample(), style); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `fillcolor="#123456" color="#31c387"`) || !strings.Contains(b.String(), "#3b70fe") {
		t.Error("the style does not take effect, or takes away the defaults")
	}
	if d := DefaultStyle(); d.Nodes[graph.Topic].Fill != "#31c387" {
		t.Error("the default style has changed")
	}
}

func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := Encode(&b, graphtest.Sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("strict graph { subgraph cluster_0 { label=<<b>x</b>>; a:n -- {b c} [k=v] } x=y; \"a\" + \"b\" }"))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, _, err := Decode(t.Context(), bytes.NewReader(text))
		if err != nil {
			return
		}
		once := encoded(t, g)
		again, _, err := Decode(t.Context(), bytes.NewReader(once))
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if twice := encoded(t, again); !bytes.Equal(once, twice) {
			t.Errorf("first\n%s\nthen\n%s", once, twice)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	text := encoded(b, graphtest.Random(10_000, 1))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Decode(b.Context(), bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPlainGraphs: what is read of other DOT is a plain graph, and stays one, with
// its cycles and labels, in DOT and JSON of ours.
func TestPlainGraphs(t *testing.T) {
	files, err := filepath.Glob("testdata/*.dot")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	plain := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, _, err := Decode(t.Context(), bytes.NewReader(src))
		if err != nil || !g.IsPlain() {
			continue
		}
		plain++
		for name, again := range map[string]func(*graph.Graph) (*graph.Graph, error){"dot": throughDOT, "json": throughJSON} {
			got, err := again(g)
			if err != nil {
				t.Fatalf("%s through %s: %v", file, name, err)
			}
			if got.Form != g.Form || !slices.Equal(got.Edges, g.Edges) || graphtest.Outline(got) != graphtest.Outline(g) {
				t.Errorf("%s through %s: %s %v\nwant %s %v", file, name, got.Form, got.Edges, g.Form, g.Edges)
			}
			for i := range got.Nodes {
				if got.Nodes[i].Implied != g.Nodes[i].Implied {
					t.Errorf("%s through %s: %s is implied: %t", file, name, g.Nodes[i].ID, got.Nodes[i].Implied)
				}
			}
		}
	}
	if plain < 8 {
		t.Errorf("%d of the files are plain graphs", plain)
	}
}

func throughDOT(g *graph.Graph) (*graph.Graph, error) {
	var b bytes.Buffer
	if err := Encode(&b, g); err != nil {
		return nil, err
	}
	again, _, err := Decode(context.Background(), &b)
	return again, err
}

func throughJSON(g *graph.Graph) (*graph.Graph, error) {
	var b bytes.Buffer
	if err := json.Encode(&b, g); err != nil {
		return nil, err
	}
	again, _, err := json.Decode(context.Background(), &b)
	return again, err
}
