package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// What flags are for, as titles in the help.
const (
	ofBoth    = "Flags:"
	ofPreview = "Flags of the preview:"
	ofService = "Flags of the service, with --api:"
)

// groupKey is the annotation of a flag that says what it is for.
const groupKey = "group"

// group puts the flags that are in no group yet into one.
func group(set *pflag.FlagSet, name string) {
	set.VisitAll(func(f *pflag.Flag) {
		if groupOf(f) == "" {
			set.SetAnnotation(f.Name, groupKey, []string{name})
		}
	})
}

func groupOf(f *pflag.Flag) string { return strings.Join(f.Annotations[groupKey], "") }

// misplaced is the mistake of a flag that is for the preview where there is a service,
// or the other way about.
func misplaced(set *pflag.FlagSet, api bool) (err error) {
	set.Visit(func(f *pflag.Flag) {
		_, isOption := figure.Lookup(f.Name)
		switch of := groupOf(f); {
		case err != nil:
		case api && of == ofPreview && (isOption || f.Name == "from"):
			err = flags.Usagef("--%s is for the preview: with --api it comes with each request, which may have another", f.Name)
		case api && of == ofPreview:
			err = flags.Usagef("--%s is for the preview: leave it out, or leave out --api", f.Name)
		case !api && of == ofService:
			err = flags.Usagef("--%s is for the service: leave it out, or add --api", f.Name)
		}
	})
	return err
}

// usage is what the help says of how the program is called.
func usage(cmd *cobra.Command) error {
	var b strings.Builder
	b.WriteString("Usage:\n  " + cmd.Use + " [flags]\n\nExamples:\n" + cmd.Example + "\n")
	for _, name := range []string{ofBoth, ofPreview, ofService} {
		of := pflag.NewFlagSet("", pflag.ContinueOnError)
		of.SortFlags = false
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if groupOf(f) == name && isListed(f) {
				of.AddFlag(f)
			}
		})
		b.WriteString("\n" + name + "\n" + of.FlagUsages())
		if name == ofPreview {
			b.WriteString("      and all other options of figures: see 'roadmapviz render --help'\n")
		}
	}
	_, err := io.WriteString(cmd.OutOrStderr(), b.String())
	return err
}

// isListed tells whether the help lists a flag: of the options of figures those that
// are given most.
func isListed(f *pflag.Flag) bool {
	_, isOption := figure.Lookup(f.Name)
	return !isOption || slices.Contains([]string{"part", "theme", "layout", "width", "progress"}, f.Name)
}

// again are the flags of some names that the user has set, as a command line has them.
func again(set *pflag.FlagSet, names ...string) (words []string) {
	set.VisitAll(func(f *pflag.Flag) {
		switch {
		case !f.Changed || !slices.Contains(names, f.Name):
		case f.Value.Type() == "bool" && f.Value.String() == "true":
			words = append(words, "--"+f.Name)
		default:
			words = append(words, "--"+f.Name+"="+f.Value.String())
		}
	})
	return words
}
