package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
)

func encoded(t testing.TB, g *graph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	graphs := []*graph.Graph{graphtest.Sample()}
	for seed := range uint64(30) {
		graphs = append(graphs, graphtest.Random(30, seed))
	}
	schema := compile(t)
	for i, g := range graphs {
		text := encoded(t, g)
		got, _, err := Decode(t.Context(), bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%d: %v\n%s", i, err, text)
		}
		if !reflect.DeepEqual(got, g) {
			t.Errorf("%d: something is lost\n%s", i, text)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%d: against the schema: %v", i, err)
		}
	}
}

var update = flag.Bool("update", false, "write what the tests make over what they expect")

// Each file of testdata is a graph as other programs and people write it.
func TestFiles(t *testing.T) { graphtest.Files(t, ".json", *update, Decode) }

func compile(t *testing.T) *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("schema.json")
}

// The schema has the fields of the Go types, no more and no fewer.
func TestSchemaNamesEveryField(t *testing.T) {
	var schema struct {
		Defs map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema, &schema); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]any{"node": Node{}, "edge": graph.Edge{}, "image": graph.Image{}, "position": graph.Position{}} {
		fields := map[string]bool{}
		for _, f := range reflect.VisibleFields(reflect.TypeOf(value)) {
			if f.Anonymous {
				continue
			}
			field, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			fields[field] = true
			if schema.Defs[name].Properties[field] == nil {
				t.Errorf("the schema lacks %s.%s", name, field)
			}
		}
		for field := range schema.Defs[name].Properties {
			if !fields[field] {
				t.Errorf("the schema has %s.%s, which does not exist", name, field)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	const head = "{\"roadmapviz\": 1, \"nodes\": [\n"
	const course = ` {"id": "course", "kind": "course", "title": "C"}`
	for text, want := range map[string]string{
		"":                                   "the file is empty",
		"[]":                                 `1:1: expected "{"`,
		"{}":                                 "1:1: this JSON is no roadmapviz graph",
		`{"roadmapviz": 2}`:                  "1:2: unknown version 2",
		`{"roadmapviz": "1"}`:                "1:16: expected a whole number, not a string",
		"{\"roadmapviz\": 1,\n\"node\": []}": `2:1: there is no field "node" (did you mean "nodes"?)`,
		`{"roadmapviz": 1, "nodes": []}`:     `the graph has no nodes (its first node is the course)`,
		head + `{"id": "course", "kind": "course", "titel": "C"}]}`:                                `2:36: there is no field "titel" (did you mean "title"?)`,
		head + course + ",\n" + ` {"id": "a", "kind": "part", "parent": "cours", "title": ""}]}`:   `3:2: node "a": its parent "cours" is not in the graph (did you mean "course"?)`,
		head + course + `], "edges": [` + "\n" + `{"from": "x", "to": "course", "kind": "next"}]}`: `3:1: edge "x → course"`,
		head + course + ",\n {\"id\": 3}]}":                                                        `3:9: "id" takes a string, not a number`,
		head + course + ",\n {\"id\" 3}]}":                                                         "3:8: unexpected '3'",
		head + course:                                                                              "the file ends too early",
		head + course + "]} x":                                                                     "something stands behind",
		head + course + "], \"nodes\": []}":                                                        "twice",
		"{\"roadmapviz\": 1, \xff":                                                                 "1:19: the text is not UTF-8",
	} {
		_, _, err := Decode(t.Context(), strings.NewReader(text))
		var syntax *graph.SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngives %v,\nwant  %s", text, err, want)
		}
	}
}

func TestEncodeError(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	if err := Encode(w, graphtest.Random(2000, 1)); err == nil {
		t.Error("a closed pipe is no error")
	}
}

func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := Encode(&b, graphtest.Sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"roadmapviz": 1, "nodes": [{"id": "course", "kind": "course", "title": "C", "attributes": {"a": "b"}}], "edges": []}`))
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

func BenchmarkEncode(b *testing.B) {
	g := graphtest.Random(10_000, 1)
	b.ReportAllocs()
	for b.Loop() {
		if err := Encode(io.Discard, g); err != nil {
			b.Fatal(err)
		}
	}
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
