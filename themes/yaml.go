package themes

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// maxDepth bounds the nesting of a theme file: role, state, shadow, dx, and
// some dots more.
const maxDepth = 8

// readYAML flattens any YAML document of mappings to entries in source order.
func readYAML(data []byte) ([]entry, error) {
	doc, wrong := strictyaml.Parse(data)
	switch {
	case wrong != nil && wrong.Hint != "":
		return nil, fail(place{wrong.Line, wrong.Column}, "%s (%s)", wrong.Message, wrong.Hint)
	case wrong != nil:
		return nil, fail(place{wrong.Line, wrong.Column}, "%s", wrong.Message)
	case doc.Root == nil:
		return nil, nil
	}
	var f flattener
	err := f.node(doc.Root, nil)
	return f.entries, err
}

// flattener collects the entries of a tree of YAML nodes.
type flattener struct{ entries []entry }

func placeOf(t *token.Token) place { return place{t.Position.Line, t.Position.Column} }

func (f *flattener) node(n ast.Node, above []key) error {
	at := placeOf(n.GetToken())
	if len(above) > maxDepth {
		return fail(at, "nested too deeply")
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			if err := f.pair(v, above); err != nil {
				return err
			}
		}
		return nil
	case *ast.MappingValueNode:
		return f.pair(n, above)
	}
	value, ok := scalar(n)
	if !ok {
		return fail(at, "a theme holds keys with plain values or lists: no %s", strings.ToLower(n.Type().String()))
	}
	if len(above) == 0 {
		return fail(at, "not a theme: write keys with values, such as page: \"#ffffff\"")
	}
	f.entries = append(f.entries, entry{keys: above, value: value, at: at})
	return nil
}

func (f *flattener) pair(v *ast.MappingValueNode, above []key) error {
	at := placeOf(v.Key.GetToken())
	name, ok := v.Key.(*ast.StringNode)
	if !ok {
		return fail(at, "bad key %s: write a word", v.Key)
	}
	keys := above[:len(above):len(above)]
	for part := range strings.SplitSeq(name.Value, ".") {
		keys = append(keys, key{part, at})
	}
	return f.node(v.Value, keys)
}

// scalar is a plain value as text, or the items of a list with spaces between.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.NullNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	case *ast.SequenceNode:
		items := make([]string, len(n.Values))
		for i, item := range n.Values {
			text, ok := scalar(item)
			if _, nested := item.(*ast.SequenceNode); nested || !ok || strings.ContainsAny(text, " \t\n") {
				return "", false
			}
			items[i] = text
		}
		return strings.Join(items, " "), true
	}
	return "", false
}
