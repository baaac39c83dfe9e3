package json

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// odd are texts that have to be escaped, or must not be.
var odd = []string{
	"", "plain", `"quoted" \ /`, "\x00\x01\x1f\x7f", "\b\f\n\r\t\v", "<a href='x'>&amp;", "é ✓ 😀", "\u2028 \u2029 \ufffd",
	"broken \xff\xc3( \xe2\x28", "https://example.org/?a=1&b=2", "javascript:alert(1)", "  spaced  ",
}

// fill gives fields values at random, or leaves them as they are.
func fill(v reflect.Value, r *rand.Rand) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), r)
		}
	case reflect.String:
		v.SetString(odd[r.IntN(len(odd))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) > 0)
	case reflect.Int:
		v.SetInt(int64(r.IntN(3) * r.IntN(1000)))
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{}))
		for range r.IntN(4) {
			v.SetMapIndex(reflect.ValueOf(odd[r.IntN(len(odd)-4)]), reflect.ValueOf(odd[r.IntN(len(odd))]))
		}
	default:
		panic("a field of a kind that nothing here writes: " + v.Kind().String())
	}
}

// What is written is what package encoding/json makes of the tags of every field.
func TestElementsAreWrittenByTheirTags(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var n graph.Node
		var e graph.Edge
		var i graph.Image
		for _, v := range []any{&n, &e, &i} {
			fill(reflect.ValueOf(v).Elem(), r)
		}
		for _, c := range []struct {
			got []byte
			of  any
		}{{appendNode(nil, &n), NodeOf(n)}, {appendEdge(nil, &e), e}, {appendImage(nil, &i), i}} {
			var want bytes.Buffer
			usual := json.NewEncoder(&want)
			usual.SetEscapeHTML(false)
			if err := usual.Encode(c.of); err != nil {
				t.Fatal(err)
			}
			if got := string(c.got) + "\n"; got != want.String() {
				t.Fatalf("%T\n%s%s", c.of, got, want.String())
			}
		}
	}
}

// Every byte at every place of a text is written as package encoding/json does.
func TestAppendString(t *testing.T) {
	for at := range 20 {
		for c := range 256 {
			s := []byte("twenty letters, and more"[:20])
			s[at] = byte(c)
			var want bytes.Buffer
			usual := json.NewEncoder(&want)
			usual.SetEscapeHTML(false)
			if err := usual.Encode(string(s)); err != nil {
				t.Fatal(err)
			}
			if got := string(appendString(nil, string(s))) + "\n"; got != want.String() {
				t.Errorf("%q: %s, want %s", s, got, want.String())
			}
		}
	}
}
