// Package strictyaml reads settings from YAML and says of every mistake in
// them where it stands and what may have been meant.
package strictyaml

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// Options say what is allowed beyond what Go's types say. Paths are keys with
// dots between; "*" stands for any key of a map and any element of a list:
// "nodes.*.status".
type Options struct {
	File string     // for positions
	Code codes.Code // of the diagnostics
	// Values are the values that a key can take.
	Values map[string][]string
	// Keys are the keys that a map can have. A map without an entry takes any.
	Keys map[string][]string
	// Most are the largest numbers that keys can take, which begin at 0.
	Most map[string]float64
}

// Decode reads YAML into a struct, by its yaml tags, and reports every unknown
// key and value, or else the first mistake of another kind, as errors. What
// could be read is set all the same. An empty document sets nothing.
func Decode(src []byte, into any, o Options) []graph.Diagnostic {
	c := checker{Options: o}
	if at, message := beyondBounds(src); message != "" {
		c.report(&token.Token{Position: &at}, "", "%s", message)
		return c.found
	}
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		c.syntax(err)
		return c.found
	}
	for _, d := range file.Docs {
		if d.Body != nil {
			c.check(d.Body, reflect.TypeOf(into).Elem(), nil)
		}
	}
	if err := yaml.Unmarshal(src, into); err != nil && len(c.found) == 0 {
		c.syntax(err)
	}
	return c.found
}

// Locate is the position of a key, by the path of keys that leads to it, or of an
// element of a list, by its number from 0 as the last key; the position has no
// line if there is none.
func Locate(src []byte, file string, path ...string) graph.Position {
	at := graph.Position{File: file}
	if _, message := beyondBounds(src); message != "" {
		return at
	}
	parsed, err := parser.ParseBytes(src, 0)
	if err != nil || len(parsed.Docs) == 0 {
		return at
	}
	node := parsed.Docs[0].Body
	for _, key := range path {
		found := false
		for _, e := range entries(node) {
			if keyOf(e) == key {
				at, node, found = position(e.Key.GetToken(), file), e.Value, true
				break
			}
		}
		if list, ok := node.(*ast.SequenceNode); ok {
			if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(list.Values) {
				at, node, found = position(list.Values[i].GetToken(), file), list.Values[i], true
			}
		}
		if !found {
			return graph.Position{File: file}
		}
	}
	return at
}

type checker struct {
	Options
	found []graph.Diagnostic
}

func (c *checker) report(t *token.Token, hint, message string, args ...any) {
	c.found = append(c.found, c.Code.As(graph.Error).At(position(t, c.File), hint, message, args...))
}

// syntax reports a mistake that the YAML library found.
func (c *checker) syntax(err error) {
	var wrong *yaml.TypeError
	if errors.As(err, &wrong) {
		c.report(wrong.Token, "", "%s is needed here", kindOf(wrong.DstType))
		return
	}
	var y yaml.Error
	if errors.As(err, &y) {
		c.report(y.GetToken(), "", "%s", y.GetMessage())
		return
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	c.report(nil, "", "%s", first)
}

// kindOf is what a type is called in YAML.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Float64:
		return "a number"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "a mapping of keys"
	case reflect.Pointer:
		return kindOf(t.Elem())
	}
	return "a text"
}

// check compares a node with the type that it is read into.
func (c *checker) check(n ast.Node, t reflect.Type, path []string) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	c.checkValue(n, path)
	switch t.Kind() {
	case reflect.Struct:
		fields := fieldsOf(t)
		for _, e := range entries(n) {
			key := keyOf(e)
			i := slices.IndexFunc(fields, func(f field) bool { return f.key == key })
			if i < 0 {
				c.unknown(e, key, keysOf(fields))
				continue
			}
			c.check(e.Value, fields[i].typ, append(path, key))
		}
	case reflect.Map:
		known, bounded := c.Keys[strings.Join(path, ".")]
		for _, e := range entries(n) {
			if key := keyOf(e); bounded && !slices.Contains(known, key) {
				c.unknown(e, key, known)
				continue
			}
			c.check(e.Value, t.Elem(), append(path, "*"))
		}
	case reflect.Slice:
		if list, ok := n.(*ast.SequenceNode); ok {
			for _, v := range list.Values {
				c.check(v, t.Elem(), append(path, "*"))
			}
		}
	}
}

// checkValue compares a scalar with the values that its key can take.
func (c *checker) checkValue(n ast.Node, path []string) {
	key := strings.Join(path, ".")
	scalar, ok := n.(ast.ScalarNode)
	if !ok {
		return
	}
	if most, bounded := c.Most[key]; bounded {
		if x, err := strconv.ParseFloat(fmt.Sprint(scalar.GetValue()), 64); err == nil && (x < 0 || x > most) {
			c.report(n.GetToken(), fmt.Sprintf("write a number from 0 to %g", most), "%g is out of range", x)
		}
	}
	known, bounded := c.Values[key]
	if !bounded {
		return
	}
	if value := fmt.Sprint(scalar.GetValue()); !slices.Contains(known, value) {
		what := path[len(path)-1]
		if what == "*" {
			what = "value"
		}
		c.report(n.GetToken(), nearest.Choice(value, known), "there is no %s %q", what, value)
	}
}

func (c *checker) unknown(e *ast.MappingValueNode, name string, known []string) {
	c.report(e.Key.GetToken(), nearest.Choice(name, known), "there is no key %q", name)
}

// entries are the entries of a mapping, or nothing.
func entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	case *ast.AnchorNode:
		return entries(n.Value)
	}
	return nil
}

// keyOf is the key of an entry without its quotes.
func keyOf(e *ast.MappingValueNode) string {
	if t := e.Key.GetToken(); t != nil {
		return t.Value
	}
	return ""
}

func position(t *token.Token, file string) graph.Position {
	if t == nil || t.Position == nil {
		return graph.Position{File: file}
	}
	return graph.Position{File: file, Line: t.Position.Line, Column: t.Position.Column}
}

// A field is a struct's field as YAML knows it.
type field struct {
	key string
	typ reflect.Type
}

func keysOf(fields []field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// fieldsOf are the fields of a struct with those of its inlined structs.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		key, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case strings.Contains(rest, "inline"):
			fields = append(fields, fieldsOf(f.Type)...)
		case key != "" && key != "-":
			fields = append(fields, field{key, f.Type})
		}
	}
	return fields
}
