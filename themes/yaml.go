package themes

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxDepth bounds the nesting of a theme file: role, state, shadow, dx, and
// some dots more.
const maxDepth = 8

// readYAML flattens any YAML document of mappings to entries in source order.
func readYAML(data []byte) ([]entry, error) {
	if err := refuseTangle(data); err != nil {
		return nil, err
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, yamlError(err)
	}
	var f flattener
	for i, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if i > 0 {
			return nil, fail(placeOf(doc.Body.GetToken()), "a theme is one document: remove the ---")
		}
		if err := f.node(doc.Body, nil); err != nil {
			return nil, err
		}
	}
	return f.entries, nil
}

// What no theme needs and what the YAML reader takes minutes for, its cost
// growing with the square of the depth.
const (
	maxBrackets = 32
	maxLine     = 1000
)

// refuseTangle guards the YAML reader against files that are nested too deeply,
// by brackets or, in one line, by "- - - -".
func refuseTangle(data []byte) error {
	at, depth := place{1, 0}, 0
	for _, c := range data {
		at.column++
		switch c {
		case '\n':
			at = place{at.line + 1, 0}
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxBrackets || at.column > maxLine {
			return fail(at, "not a theme: nested too deeply, or a line of more than %d characters", maxLine)
		}
	}
	return nil
}

// yamlError turns the YAML reader's own error into ours.
func yamlError(err error) error {
	at := FileError{Message: "not a YAML file"}
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		at.Message = syntax.GetMessage()
		if t := syntax.GetToken(); t != nil {
			at.Line, at.Column = t.Position.Line, t.Position.Column
		}
	}
	return &at
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
