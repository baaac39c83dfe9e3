package themes

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed builtin/*.yaml
var builtin embed.FS

// Default is the name of the theme that is used when none is asked for.
const Default = "course"

// Names are the names of the built-in themes, sorted.
func Names() []string {
	files, err := builtin.ReadDir("builtin")
	if err != nil {
		panic(err) // the directory is part of the program
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(f.Name(), ".yaml")
	}
	slices.Sort(names) // "course-dark.yaml" stands before "course.yaml"
	return names
}

// About is what a built-in theme is like, in a sentence: the comment that its file
// opens with. It is "" when there is no such theme.
func About(name string) string {
	data, err := builtin.ReadFile("builtin/" + name + ".yaml")
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimPrefix(first, "# ")
}

// built are the built-in themes that were asked for before, by their names. All their
// tables are only read.
var built sync.Map // string → Theme

// Lookup is the built-in theme of that name. It makes a new Theme each time. It is safe
// for concurrent use.
func Lookup(name string) (*Theme, bool) {
	if t, ok := built.Load(name); ok {
		again := t.(Theme)
		return &again, true
	}
	entries := builtinEntries(name)
	if entries == nil {
		return nil, false
	}
	t, err := build(name, entries, builtinEntries)
	if err != nil {
		panic(err) // a built-in theme that the tests have not read
	}
	built.Store(name, *t)
	return t, true
}

// builtinEntries reads the file of a built-in theme; nil when there is none.
func builtinEntries(name string) []entry {
	data, err := builtin.ReadFile("builtin/" + name + ".yaml")
	if err != nil {
		return nil
	}
	return readPlain(string(data))
}
