package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/themes"
)

const themesPage = "../../docs/themes.md"

// The page has every word of theme files, and every built-in theme.
func TestThemesPageListsTheWords(t *testing.T) {
	words := themes.Words()
	table := func(section, what string, list []themes.Word, values bool) {
		var b strings.Builder
		head, rule := "| "+what+" | what it means |", "|---|---|"
		if values {
			head, rule = head+" values |", rule+"---|"
		}
		b.WriteString(head + "\n" + rule + "\n")
		for _, w := range list {
			fmt.Fprintf(&b, "| `%s` | %s |", w.Name, w.About)
			if values {
				fmt.Fprintf(&b, " %s |", w.Values)
			}
			b.WriteString("\n")
		}
		golden.Section(t, themesPage, section, b.String())
	}
	table("top", "key", words.Top, true)
	table("roles", "role", words.Roles, false)
	table("states", "state", words.States, false)
	table("keys", "key", words.Keys, true)

	var b strings.Builder
	b.WriteString("| theme | what it is like | twin | |\n|---|---|---|---|\n")
	for _, name := range themes.Names() {
		theme, _ := themes.Lookup(name)
		twin := "derived"
		if theme.Twin != "" {
			twin = "`" + theme.Twin + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | <img src=\"img/themes/%s.svg\" width=\"260\" alt=\"A small course in the theme %s\"> |\n", name, themes.About(name), twin, name, name)
	}
	golden.Section(t, themesPage, "themes", b.String())
}

// mostPicture is what a picture of the page may weigh, in bytes.
const mostPicture = 40 << 10

// The commands of the page, run in a folder of their own, say what the page says
// that they say, and draw its pictures. A file is written where the page shows it:
// a block of YAML or Markdown belongs to the last name in the sentence before it.
func TestThemesPageIsTrue(t *testing.T) {
	page, err := os.ReadFile(themesPage)
	if err != nil {
		t.Fatal(err)
	}
	pictures, err := filepath.Abs("../../docs/img/themes")
	if err != nil {
		t.Fatal(err)
	}
	path, err := filepath.Abs(themesPage)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	block := regexp.MustCompile("(?s)([^\n]*)\n\n```(markdown|yaml|console)\n(.*?)```")
	name := regexp.MustCompile("`([^`]*)`")
	before, story, _ := strings.Cut(string(page), "## A brand's theme")
	story, after, ok := strings.Cut(story, "## Light and dark")
	if !ok {
		t.Fatal("the page has no story")
	}
	commands := 0
	story = block.ReplaceAllStringFunc(story, func(text string) string {
		m := block.FindStringSubmatch(text)
		if m[2] != "console" {
			names := name.FindAllStringSubmatch(m[1], -1)
			if names == nil {
				t.Fatalf("no file's name in %q", m[1])
			}
			if err := os.WriteFile(names[len(names)-1][1], []byte(m[3]), 0o666); err != nil {
				t.Fatal(err)
			}
			return text
		}
		var said strings.Builder
		for line := range strings.Lines(m[3]) {
			command, ok := strings.CutPrefix(line, "$ roadmapviz ")
			if !ok {
				continue
			}
			said.WriteString(line)
			run(strings.Fields(command), nil, &said, &said)
			commands++
		}
		return strings.Replace(text, m[3], said.String(), 1)
	})
	if commands < 6 {
		t.Errorf("only %d commands were run", commands)
	}
	golden.File(t, path, []byte(before+"## A brand's theme"+story+"## Light and dark"+after))

	drawn := map[string]string{"brand": "img/roadmap.svg", "brand-dark": "img/roadmap-dark.svg"}
	for _, theme := range themes.Names() {
		drawn[theme] = theme + ".svg"
		draw(t, "README.md", "--theme", theme, "-o", theme+".svg")
	}
	for theme, from := range drawn {
		holdFigure(t, from, filepath.Join(pictures, theme+".svg"))
		if text, err := os.ReadFile(from); err != nil || len(text) > mostPicture || !bytes.Contains(page, []byte("img/themes/"+theme+".svg")) {
			t.Errorf("%s: %d bytes, or the page does not show it (%v)", from, len(text), err)
		}
	}
}
