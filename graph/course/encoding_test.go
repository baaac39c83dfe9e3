package course

import (
	"encoding/binary"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/roadmapviz/roadmapviz/graph"
)

// wide is a text in UTF-16.
func wide(order binary.AppendByteOrder, text string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// Files in UTF-16 are read in every format, with the places of their text.
func TestUTF16(t *testing.T) {
	const readme = "\ufeff# Züge 🚆\r\n\r\n## Bahnhöfe\r\n\r\n### 東京\r\n\r\n- **Gleise**: viele\r\n- **Uhren**: genau\r\n"
	const table = `{"roadmapviz": 1, "nodes": [{"id":"course","kind":"course","title":"Züge"},{"id":"p","kind":"part","parent":"course","title":"東京"}], "edges": []}`
	fsys := fstest.MapFS{
		"README.md": {Data: wide(binary.LittleEndian, readme)},
		"b/big.md":  {Data: wide(binary.BigEndian, readme)},
		"c.json":    {Data: wide(binary.LittleEndian, "\ufeff"+table)},
		"bare.md":   {Data: wide(binary.LittleEndian, strings.TrimPrefix(readme, "\ufeff"))},
		"nul.md":    {Data: []byte("# A\x00b")},
	}
	for _, names := range [][]string{{"README.md"}, {"b/big.md"}, {"README.md", "b/big.md"}} {
		c, err := Open(t.Context(), fsys, names, Options{})
		if err != nil {
			t.Fatal(names, err)
		}
		n, err := c.Graph.Find("Uhren", graph.Topic)
		if err != nil && len(names) == 1 {
			t.Fatal(names, err)
		}
		if len(names) == 1 && (n.Source.Line != 8 || n.Source.Column != 1 || c.Graph.Nodes[0].Title != "Züge" || len(c.Diagnostics) > 0) {
			t.Errorf("%v: %+v %v", names, n, c.Diagnostics)
		}
	}
	c, err := Open(t.Context(), fsys, []string{"c.json"}, Options{})
	if err != nil || c.Graph.Nodes[1].Title != "東京" {
		t.Error(err)
	}
	for name, want := range map[string]string{"bare.md": "iconv -f UTF-16LE -t UTF-8", "nul.md": "binary"} {
		for _, names := range [][]string{{name}, {"README.md", name}} {
			if _, err := Open(t.Context(), fsys, names, Options{}); err == nil || !strings.Contains(err.Error(), name+": ") || !strings.Contains(err.Error(), want) {
				t.Errorf("%v: %v", names, err)
			}
		}
	}
}
