package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// checkFormats refuses a flag that is about formats in which nothing is written.
func checkFormats(set *pflag.FlagSet, outputs []string, format string) error {
	var written []string
	for _, out := range outputs {
		f, err := formatOf(out, format)
		if err != nil {
			return err
		}
		written = append(written, f.Name)
	}
	if option, found := flags.ForNone(set, written); found {
		return flags.Usagef("--%s is for %s files, and none is written: leave it out, or add -o NAME.%s", option.Name, words.Either(option.Formats), option.Formats[0])
	}
	return nil
}

// formatOf is the format of an output: by its extension, or --format for
// stdout and for names whose extension says nothing. The two must not
// contradict each other, for a PNG in a file called .svg helps nobody.
func formatOf(output, name string) (formats.Format, error) {
	switch byExt, known := formats.ByExtension(output); {
	case known && name != "" && name != byExt.Name:
		return byExt, flags.Usagef("--format %s does not fit the name %s", name, output)
	case known:
		return byExt, nil
	case name == "" && output == "-":
		name = "svg"
	case name == "" && filepath.Ext(output) == "":
		return formats.Format{}, flags.Usagef("%s has no extension to tell the format by; add %s, or give --format", output, words.Either(extensions()))
	case name == "":
		name = strings.ToLower(filepath.Ext(output)[1:])
	}
	if f, ok := formats.Lookup(name); ok {
		return f, nil
	}
	return formats.Format{}, flags.Unknown("format", name, formats.Names())
}

// extensions are those of the formats of figures.
func extensions() (all []string) {
	for _, f := range formats.All() {
		all = append(all, f.Extensions[0])
	}
	return all
}
