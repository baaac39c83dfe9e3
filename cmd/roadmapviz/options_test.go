package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

const smallCourse = "# C\n\n## P\n\n### S\n\n- **a**: x\n- **b**: y\n"

// sample is a value of an option that is not its default.
func sample(option figure.Option) string {
	switch {
	case option.Values != nil && option.Values[0] != option.Default:
		return option.Values[0]
	case option.Values != nil:
		return option.Values[1]
	case option.Name == "margin":
		return "15mm"
	case option.Kind == figure.Switch:
		return map[string]string{"true": "false", "false": "true"}[option.Default]
	}
	return map[figure.Kind]string{
		figure.Number: "900", figure.Integer: "2", figure.Ratio: "1.5", figure.Text: "p", figure.Sides: "900x600", figure.List: "p",
	}[option.Kind]
}

// Every option of figures is a flag of render, a key of comments, and unless it is
// about one figure alone, a key of configurations and of their schema.
func TestEveryOptionIsEverywhere(t *testing.T) {
	flags := newRenderCmd(&streams{}).Flags()
	schema := schemaProperties(t)
	for _, option := range figure.Table() {
		t.Run(option.Name, func(t *testing.T) {
			value := sample(option)
			if err := option.Check(value); err != nil {
				t.Fatal(err)
			}
			holdFlag(t, flags.Lookup(option.Name), option)

			doc := strings.Replace(smallCourse, "### S", fmt.Sprintf("<!-- roadmap: figure %s=%s -->\n![Roadmap](a.svg)\n\n### S", option.Name, value), 1)
			d, err := pages.Open(t.Context(), fstest.MapFS{"README.md": {Data: []byte(doc)}}, []string{"README.md"}, pages.Options{})
			if err != nil || len(d.Figures) != 1 {
				t.Errorf("a comment does not take it: %v", err)
			}

			s, err := settings.Parse([]byte(option.Name+": "+value+"\n"), "roadmapviz.yaml")
			property, inSchema := schema[option.Name]
			if inSchema == option.Single || (err == nil) == option.Single {
				t.Fatalf("single: %v, in the schema: %v, in a configuration: %v", option.Single, inSchema, err)
			}
			if option.Single {
				return
			}
			var o figure.Options
			if err := s.Apply(&o, func(string) bool { return false }); err != nil {
				t.Error(err)
			}
			if got := option.Get(&o); got != value {
				t.Errorf("a configuration sets %q, want %q", got, value)
			}
			if about := property["description"].(string); !strings.EqualFold(about[:len(option.About)], option.About) {
				t.Errorf("the schema says %q, want %q", about, option.About)
			}
		})
	}
}

func schemaProperties(t *testing.T) map[string]map[string]any {
	text, err := os.ReadFile("../../docs/roadmapviz.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct{ Properties map[string]map[string]any }
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	return schema.Properties
}

func holdFlag(t *testing.T, f *pflag.Flag, option figure.Option) {
	t.Helper()
	if f == nil {
		t.Fatal("there is no flag")
	}
	if f.Shorthand != option.Short || !strings.HasPrefix(f.Usage, option.About) || !strings.Contains(f.Usage, "(default "+option.Default+")") {
		t.Errorf("the flag is -%s, %q", f.Shorthand, f.Usage)
	}
	if option.Values == nil {
		return
	}
	cmd := newRenderCmd(&streams{})
	complete, ok := cmd.GetFlagCompletionFunc(option.Name)
	if !ok {
		t.Fatal("its values are not completed")
	}
	if proposed, _ := complete(cmd, nil, ""); !slices.Equal(proposed, option.Values) {
		t.Errorf("completed are %v, want %v", proposed, option.Values)
	}
}

// The tables of options in the pages are those of the program.
func TestPagesListTheOptions(t *testing.T) {
	golden.Section(t, "../../README.md", "options", table("option of `render`|meaning|default", flagRows()))

	var figures, blocks, layouts [][]string
	for _, option := range figure.Table() {
		figures = append(figures, []string{"`" + option.Name + "`", meaning(option), option.Default})
		if taken := layoutsThatTake(t, option); len(taken) > 0 && len(taken) < len(engines.Names()) {
			layouts = append(layouts, []string{"`--" + option.Name + "`", meaning(option), "`" + strings.Join(taken, "`, `") + "`"})
		}
	}
	for _, key := range pages.BlockKeys() {
		blocks = append(blocks, []string{"`" + key.Name + "`", key.About, key.Default})
	}
	golden.Section(t, "../../docs/annotations.md", "figures", table("key|what it says|without it", figures))
	golden.Section(t, "../../docs/annotations.md", "blocks", table("key|what it says|without it", blocks))
	var presets [][]string
	for _, p := range figure.Presets() {
		presets = append(presets, []string{"`" + p.Name + "`", p.For, fmt.Sprintf("%d × %d", p.Width, p.Height), fmt.Sprint(p.Margin), fmt.Sprint(p.Text)})
	}
	golden.Section(t, "../../docs/sizes.md", "presets", table("preset|for|size, px|margin, px|least text, px", presets))
	var papers [][]string
	for _, p := range figure.Papers() {
		if !strings.HasSuffix(p.Name, "-landscape") {
			papers = append(papers, []string{"`" + p.Name + "`, `" + p.Name + "-landscape`", p.For, fmt.Sprint(p.Text)})
		}
	}
	golden.Section(t, "../../docs/sizes.md", "papers", table("paper|size|least text, px", papers))
	golden.Section(t, "../../docs/layouts.md", "options", table("option|meaning|layouts", layouts))
}

// meaning is what an option is, with its values.
func meaning(option figure.Option) string {
	if option.Values == nil {
		return option.About
	}
	return option.About + ": `" + strings.Join(option.Values, "` `") + "`"
}

// flagRows are the rows of all flags of render, in their order.
func flagRows() [][]string {
	flags := newRenderCmd(&streams{}).Flags()
	flags.SortFlags = false
	var rows [][]string
	flags.VisitAll(func(f *pflag.Flag) {
		name := "`--" + f.Name + "`"
		if f.Shorthand != "" {
			name = "`-" + f.Shorthand + "`, " + name
		}
		about, fallback := f.Usage, f.DefValue
		if at := strings.LastIndex(about, " (default "); at >= 0 {
			about, fallback = about[:at], strings.TrimSuffix(about[at+len(" (default "):], ")")
		}
		if option, ok := figure.Lookup(f.Name); ok {
			about = meaning(option)
			if option.Kind == figure.List {
				about += " (repeatable)"
			}
		}
		rows = append(rows, []string{name, about, fallback})
	})
	return rows
}

// layoutsThatTake are the layouts of the program that take an option: a number, or
// more than one of its values.
func layoutsThatTake(t *testing.T, option figure.Option) []string {
	g, _ := markdown.Parse([]byte(smallCourse), markdown.Options{})
	var names []string
	for _, name := range engines.Names() {
		values := option.Values
		if values == nil {
			values = []string{sample(option)}
		}
		taken := 0
		for _, value := range values {
			o := figure.Options{Layout: name}
			if err := o.Set(option.Name, value); err != nil {
				t.Fatal(err)
			}
			if _, err := figure.New(g, o); err == nil {
				taken++
			}
		}
		if taken > 1 || taken == len(values) {
			names = append(names, name)
		}
	}
	return names
}

// table is one of Markdown.
func table(head string, rows [][]string) string {
	names := strings.Split(head, "|")
	text := "| " + strings.Join(names, " | ") + " |\n|" + strings.Repeat("---|", len(names)) + "\n"
	for _, row := range rows {
		text += "| " + strings.Join(row, " | ") + " |\n"
	}
	return text
}
