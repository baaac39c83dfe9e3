package settings

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

const (
	schemaFile        = "../../../docs/roadmapviz.schema.json"
	configurationPage = "../../../docs/configuration.md"
)

// keyPaths are the paths of all keys that a type takes, in the form of [key].
func keyPaths(t reflect.Type, prefix string) []string {
	var paths []string
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			key, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			switch {
			case rest == "inline":
				paths = append(paths, keyPaths(f.Type, prefix)...)
			case key != "" && key != "-":
				paths = append(paths, prefix+key)
				paths = append(paths, keyPaths(f.Type, prefix+key+".")...)
			}
		}
	case reflect.Map:
		paths = append(paths, prefix+"*")
		paths = append(paths, keyPaths(t.Elem(), prefix+"*.")...)
	}
	return paths
}

func TestEveryKeyIsASetting(t *testing.T) {
	var documented []string
	for _, s := range table() {
		documented = append(documented, s.path)
		if s.about == "" || !strings.HasSuffix(s.about, ".") {
			t.Errorf("%s: %q is no sentence", s.path, s.about)
		}
	}
	if keys := keyPaths(reflect.TypeFor[Settings](), ""); !slices.Equal(keys, documented) {
		t.Errorf("the keys are\n%v\nthe settings are\n%v", keys, documented)
	}
}

// schemaOf is the JSON Schema of a type whose settings stand below path.
func schemaOf(t reflect.Type, path string) map[string]any {
	s := map[string]any{}
	at := slices.IndexFunc(table(), func(s key) bool { return s.path == path })
	if at >= 0 {
		known := table()[at]
		s["description"] = known.about
		if known.fallback != "" {
			s["description"] = known.about + " Without it: " + known.fallback + "."
		}
		if known.values != nil {
			s["enum"] = known.values
		}
		if known.kind == figure.Ratio {
			s["oneOf"] = []any{map[string]any{"type": "string", "pattern": "^[0-9.]+(:[0-9.]+)?$"}, map[string]any{"type": "number", "exclusiveMinimum": 0}}
			return s
		}
		if known.kind == figure.Sides {
			s["pattern"] = "^[0-9]+[xX×][0-9]+$"
		}
		if t.Kind() == reflect.Int || t.Kind() == reflect.Float64 {
			s["minimum"] = known.least
			if known.most > 0 {
				s["maximum"] = known.most
			}
		}
	}
	if t == reflect.TypeFor[Inputs]() {
		s["oneOf"] = []any{map[string]any{"type": "string"}, map[string]any{"type": "array", "items": map[string]any{"type": "string"}}}
		return s
	}
	below := func(key string) string { return strings.TrimPrefix(path+"."+key, ".") }
	switch t.Kind() {
	case reflect.String:
		s["type"] = "string"
	case reflect.Bool:
		s["type"] = "boolean"
	case reflect.Int:
		s["type"] = "integer"
	case reflect.Float64:
		s["type"] = "number"
	case reflect.Slice:
		s["type"], s["items"] = "array", map[string]any{"type": "string"}
	case reflect.Map:
		s["type"], s["additionalProperties"] = "object", schemaOf(t.Elem(), below("*"))
		if path == "lint" {
			s["propertyNames"] = map[string]any{"enum": codes.Names()}
		}
	case reflect.Struct:
		properties := map[string]any{}
		addProperties(properties, t, below)
		s["type"], s["additionalProperties"], s["properties"] = "object", false, properties
	}
	return s
}

func addProperties(properties map[string]any, t reflect.Type, below func(string) string) {
	for i := range t.NumField() {
		f := t.Field(i)
		key, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if rest == "inline" {
			addProperties(properties, f.Type, below)
		} else if key != "" && key != "-" {
			properties[key] = schemaOf(f.Type, below(key))
		}
	}
}

func configSchema() map[string]any {
	s := schemaOf(reflect.TypeFor[Settings](), "")
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["$id"] = "https://raw.githubusercontent.com/roadmapviz/roadmapviz/main/docs/roadmapviz.schema.json"
	s["title"] = "roadmapviz.yaml"
	return s
}

func TestSchemaFile(t *testing.T) {
	text, err := json.MarshalIndent(configSchema(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden.File(t, schemaFile, append(text, '\n'))
}

func TestConfigurationPageListsTheSettings(t *testing.T) {
	var b strings.Builder
	b.WriteString("| key | what it says | values | without it |\n|---|---|---|---|\n")
	for _, s := range table() {
		values := ""
		if s.values != nil {
			values = "`" + strings.Join(s.values, "` `") + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", s.path, s.about, values, s.fallback)
	}
	golden.Section(t, configurationPage, "keys", b.String())
}

// fences are the YAML examples of a page.
func fences(t *testing.T, path string) []string {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, m := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(page, -1) {
		found = append(found, string(m[1]))
	}
	return found
}

func TestExamplesAreRight(t *testing.T) {
	examples := fences(t, configurationPage)
	if len(examples) < 5 {
		t.Fatalf("only %d examples in %s", len(examples), configurationPage)
	}
	root, err := os.ReadFile("../../../roadmapviz.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range append(examples, string(root)) {
		if _, err := Parse([]byte(e), Names()[0]); err != nil {
			t.Errorf("%v\n%s", err, e)
		}
		if wrong := validate(t, e); wrong != "" {
			t.Errorf("the schema refuses %s\n%s", wrong, e)
		}
	}
}

// What the program refuses, the schema refuses too.
func TestSchemaAndReaderAgreeOnMistakes(t *testing.T) {
	for _, src := range []string{
		"inptu: x\n", "width: wide\n", "structure: {levle: 2}\n", "structure: {columns: {Name: topics}}\n",
		"nodes: {a/b: {labl: x}}\n", "nodes: {a/b: {status: finished}}\n", "lint: {RV010: loud}\n", "lint: {RV999: off}\n",
		"scale: 9\n", "scale: 0\n", "depth: -1\n", "depth: 1.5\n", "max-topics: -1\n", "width: -5\n", "width:\n",
		"aspect: wide\n", "size: 800\n", "size: wide\n", "preset: crad\n", "aspect: 0\n", "aspect: 16:x\n", "icons: sometimes\n", "text: path\n", "mode: dim\n", "structure: {level: 7}\n",
		"layout: [a]\n", "structure: {include: {a: b}}\n", "follow: sometimes\n", "input: {a: b}\n",
	} {
		if _, err := Parse([]byte(src), Names()[0]); err == nil || !strings.HasPrefix(err.Error(), Names()[0]+":1:") {
			t.Errorf("%q: the reader says %v", src, err)
		}
		if validate(t, src) == "" {
			t.Errorf("%q: the schema takes it", src)
		}
	}
}

// validate says where a YAML text breaks the published schema, or "".
func validate(t *testing.T, src string) string {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	asJSON, err := yaml.YAMLToJSON([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(asJSON, &value); err != nil {
		t.Fatal(err)
	}
	if value == nil {
		value = map[string]any{} // only comments
	}
	return violation(schema, value, "$")
}

// violation finds the first place where a value breaks a schema of the few
// words that ours is made of.
func violation(schema map[string]any, v any, at string) string {
	if all, ok := schema["oneOf"].([]any); ok {
		matching := 0
		for _, one := range all {
			if violation(one.(map[string]any), v, at) == "" {
				matching++
			}
		}
		if matching != 1 {
			return at
		}
		return ""
	}
	if values, ok := schema["enum"].([]any); ok && !slices.Contains(values, v) {
		return at
	}
	switch v := v.(type) {
	case string:
		pattern, _ := schema["pattern"].(string)
		return unless((schema["type"] == nil || schema["type"] == "string") && regexp.MustCompile(pattern).MatchString(v), at)
	case bool:
		return unless(schema["type"] == "boolean", at)
	case float64:
		least, hasLeast := schema["minimum"].(float64)
		most, hasMost := schema["maximum"].(float64)
		if above, has := schema["exclusiveMinimum"].(float64); has && v <= above {
			return at
		}
		ok := schema["type"] == "number" || schema["type"] == "integer" && v == float64(int(v))
		return unless(ok && (!hasLeast || v >= least) && (!hasMost || v <= most), at)
	case []any:
		for i, e := range v {
			items, ok := schema["items"].(map[string]any)
			if !ok {
				return at
			}
			if wrong := violation(items, e, fmt.Sprintf("%s[%d]", at, i)); wrong != "" {
				return wrong
			}
		}
		return unless(schema["type"] == "array", at)
	case map[string]any:
		if schema["type"] != "object" {
			return at
		}
		names, _ := schema["propertyNames"].(map[string]any)
		for key, e := range v {
			if names != nil && violation(names, key, at) != "" {
				return at + "." + key
			}
			properties, _ := schema["properties"].(map[string]any)
			below, ok := properties[key].(map[string]any)
			if !ok {
				below, ok = schema["additionalProperties"].(map[string]any)
			}
			if !ok {
				return at + "." + key
			}
			if wrong := violation(below, e, at+"."+key); wrong != "" {
				return wrong
			}
		}
		return ""
	}
	return at
}

func unless(ok bool, at string) string {
	if ok {
		return ""
	}
	return at
}
