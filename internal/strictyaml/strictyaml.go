// Package strictyaml reads settings from YAML and says of every mistake in
// them where it stands and what may have been meant.
package strictyaml

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// Options say what is allowed beyond what Go's types say. Paths are keys with
// dots between; "*" stands for any key of a map and any element of a list:
// "nodes.*.status". The zero value allows what the types do.
type Options struct {
	// Values are the values that a key can take.
	Values map[string][]string
	// Keys are the keys that a map can have. A map without an entry takes any.
	Keys map[string][]string
	// Check says of a key's value what is wrong with it, in a sentence.
	Check map[string]func(value string) error
	// Others says that a struct's keys are not all: more are for other programs.
	Others bool
}

// Within is a check of numbers that bounds them.
func Within(key string, least, most float64) func(value string) error {
	return func(value string) error {
		if x, err := strconv.ParseFloat(value, 64); err == nil && (x < least || x > most) {
			return fmt.Errorf("%s is %s, not %s", key, words.Range(least, most), value)
		}
		return nil // what is no number has another mistake
	}
}

// Decode parses a text and decodes it.
func Decode(src []byte, into any, o Options) []Mistake {
	doc, wrong := Parse(src)
	if wrong != nil {
		return []Mistake{*wrong}
	}
	return doc.Decode(into, o)
}

// Decode reads a document into what a pointer points to, structs by their yaml
// tags, and returns every unknown key and value, or else the first mistake of
// another kind. What could be read is set all the same. An empty document sets
// nothing.
func (d Document) Decode(into any, o Options) []Mistake {
	if d.Root == nil {
		return nil
	}
	c := checker{Options: o}
	c.check(d.Root, reflect.TypeOf(into).Elem(), nil)
	if err := yaml.NodeToValue(d.Root, into); err != nil && len(c.found) == 0 {
		c.found = append(c.found, *syntax(err))
	}
	return c.found
}

// Locate is the place of a key, by the path of keys that leads to it, or of an
// element of a list, by its number from 0 as the last key; the line is 0 if there
// is none.
func (d Document) Locate(path ...string) (line, column int) {
	node := d.Root
	var at *token.Token
	for _, key := range path {
		if list, ok := node.(*ast.SequenceNode); ok {
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(list.Values) {
				return 0, 0
			}
			at, node = list.Values[i].GetToken(), list.Values[i]
			continue
		}
		all := Entries(node)
		i := slices.IndexFunc(all, func(e *ast.MappingValueNode) bool { return KeyOf(e) == key })
		if i < 0 {
			return 0, 0
		}
		at, node = all[i].Key.GetToken(), all[i].Value
	}
	m := mistake(at, "", "")
	return m.Line, m.Column
}

type checker struct {
	Options
	found []Mistake
}

func (c *checker) report(t *token.Token, hint, message string, args ...any) {
	c.found = append(c.found, *mistake(t, fmt.Sprintf(message, args...), hint))
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
		for _, e := range Entries(n) {
			key := KeyOf(e)
			i := slices.IndexFunc(fields, func(f field) bool { return f.key == key })
			if i < 0 {
				if !c.Others {
					c.unknown(e, key, keysOf(fields))
				}
				continue
			}
			c.check(e.Value, fields[i].typ, append(path, key))
		}
	case reflect.Map:
		known, bounded := c.Keys[strings.Join(path, ".")]
		for _, e := range Entries(n) {
			if key := KeyOf(e); bounded && !slices.Contains(known, key) {
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
	value := fmt.Sprint(scalar.GetValue())
	known, bounded := c.Values[key]
	switch check := c.Check[key]; {
	case scalar.GetValue() == nil && (bounded || check != nil):
		c.report(n.GetToken(), "write one, or remove the key", "a value is needed here")
	case bounded && !slices.Contains(known, value):
		what := path[len(path)-1]
		if what == "*" {
			what = "value"
		}
		c.report(n.GetToken(), nearest.Choice(value, known), "there is no %s %q", what, value)
	case check != nil:
		if err := check(value); err != nil {
			c.report(n.GetToken(), "", "%s", err)
		}
	}
}

func (c *checker) unknown(e *ast.MappingValueNode, name string, known []string) {
	c.report(e.Key.GetToken(), nearest.Choice(name, known), "there is no key %q", name)
}

// Entries are the entries of a mapping, or nothing.
func Entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// KeyOf is the key of an entry without its quotes.
func KeyOf(e *ast.MappingValueNode) string {
	if t := e.Key.GetToken(); t != nil {
		return t.Value
	}
	return ""
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
