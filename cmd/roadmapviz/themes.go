package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/themes"
)

func newThemesCmd(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "themes",
		Short: "List, show, begin and check themes",
		Long: `A theme says how figures look: the colours and lines of each role and state.
THEME is the name of a built-in theme, or a theme's file.`,
		Example: `  roadmapviz themes list
  roadmapviz themes new brand
  roadmapviz themes check brand.yaml`,
		Args: cobra.NoArgs,
	}
	cmd.AddCommand(newThemesListCmd(s), newThemesShowCmd(s), newThemesNewCmd(s), newThemesCheckCmd(s))
	return cmd
}

// themeOptions name a built-in theme or that of a file.
func themeOptions(name string) (o figure.Options, err error) {
	theme, _ := figure.Lookup("theme")
	err = flags.Figure{Option: &theme, Options: &o}.Set(name)
	return o, err
}

// openTheme is that theme.
func openTheme(name string) (*themes.Theme, error) {
	o, err := themeOptions(name)
	if err != nil {
		return nil, err
	}
	t, err := o.OpenTheme()
	return t, flags.AsFlag(err)
}

// completeThemes proposes the built-in themes, and files.
func completeThemes(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []cobra.Completion
	for _, name := range themes.Names() {
		names = append(names, cobra.CompletionWithDesc(name, themes.About(name)))
	}
	return names, cobra.ShellCompDirectiveDefault
}

func newThemesListCmd(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the built-in themes",
		Long:    "Print the built-in themes: what pages they are for, their twins, and what they are like.",
		Example: `  roadmapviz themes list`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, name := range themes.Names() {
				t, _ := themes.Lookup(name)
				kind := "light"
				if t.Dark {
					kind = "dark"
				}
				if err := terminal.Print(s.out, "%-14s %-6s twin %-14s %s", name, kind, cmp.Or(t.Twin, "derived"), themes.About(name)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func newThemesShowCmd(s *streams) *cobra.Command {
	format := "yaml"
	cmd := &cobra.Command{
		Use:   "show THEME",
		Short: "Print a theme with all that it extends",
		Long: `Print every role of a theme with the value of each key, and what the states change,
as a file that stands alone: what the theme extends has been put in.`,
		Example: `  roadmapviz themes show contrast
  roadmapviz themes show brand.yaml --format json`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeThemes,
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := openTheme(args[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return markup.JSON(s.out, t)
			}
			_, err = s.out.Write(t.YAML())
			return err
		},
	}
	addFormat(cmd, &format, []string{"json", "yaml"}, "format: yaml or json")
	return cmd
}

// newThemeOptions are the flags of themes new.
type newThemeOptions struct {
	from   string
	dark   bool
	twin   bool // --dark was given
	output string
}

func newThemesNewCmd(s *streams) *cobra.Command {
	var o newThemeOptions
	cmd := &cobra.Command{
		Use:   "new NAME",
		Short: "Write the file of a new theme, to be changed",
		Long: `Write NAME.yaml: the colours of a theme by role and state, with comments. A file that
is there is never written over.

With --dark, of a light theme without a twin, the twin is derived: the same hues on
a dark page, with checked contrast. --dark=false does the same the other way round.`,
		Example: `  roadmapviz themes new brand
  roadmapviz themes new brand-dark --from brand.yaml --dark`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.twin = cmd.Flags().Changed("dark")
			return newTheme(s, args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.from, "from", themes.Default, "theme to begin with")
	f.BoolVar(&o.dark, "dark", false, "for dark pages: the twin, if the theme is light")
	f.StringVarP(&o.output, "output", "o", "", "file to write, or - for stdout (default NAME.yaml)")
	cmd.RegisterFlagCompletionFunc("from", completeThemes)
	return cmd
}

func newTheme(s *streams, name string, o newThemeOptions) error {
	if _, taken := themes.Lookup(name); taken {
		return flags.Usagef("%s is a built-in theme: choose another name", name)
	}
	if ext := filepath.Ext(name); ext != ".yaml" && ext != ".yml" {
		name += ".yaml"
	}
	out := cmp.Or(o.output, name)
	if _, err := os.Lstat(out); err == nil && out != "-" {
		return fmt.Errorf("%s is there already, and is left as it is; -o names another file, -o - prints", filepath.ToSlash(out))
	}
	t, err := openTheme(o.from)
	if err != nil {
		return err
	}
	file := ""
	if theme, _ := figure.Lookup("theme"); theme.NamesFile(o.from) {
		file = filepath.Clean(o.from)
	}
	twin := o.twin && t.Dark != o.dark
	switch {
	case twin && file == "":
		t = t.Counterpart()
	case twin:
		t = t.Derive()
	}
	t.Twin = ""
	if twin && file != "" {
		if t.Twin, err = relativeTo(filepath.Dir(out), file); err != nil {
			return err
		}
	}
	if err := writeOutput(out, s.out, t.Starter()); err != nil || out == "-" {
		return err
	}
	terminal.Print(s.err, "wrote %s", filepath.ToSlash(out))
	if twin && file != "" {
		back, err := relativeTo(filepath.Dir(file), out)
		if err != nil {
			return err
		}
		terminal.Print(s.err, "name it in %s: twin: %s", filepath.ToSlash(file), back)
	}
	return nil
}

func newThemesCheckCmd(s *streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check THEME…",
		Short: "Find mistakes in themes, and colours that cannot be read",
		Long: `Find mistakes in themes' files, marks without an icon, and colours that stand out too
little from what they lie on, by the measure of WCAG 2.2, level AA: text needs a
contrast of 4.5, titles, lines and the outlines of states one of 3.

The exit status is 3 when anything is found.`,
		Example:           `  roadmapviz themes check brand.yaml brand-dark.yaml`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeThemes,
		RunE: func(_ *cobra.Command, args []string) error {
			found := []figure.ThemeFinding{} // a list, even if it is empty
			for _, name := range args {
				o, err := themeOptions(name)
				if err != nil {
					return err
				}
				more, err := figure.CheckTheme(filepath.ToSlash(name), o)
				if err != nil {
					return flags.AsFlag(err)
				}
				found = append(found, more...)
			}
			if err := printAll(s, format, found); err != nil {
				return err
			}
			if len(found) > 0 {
				return differsError{errors.New(words.Count(len(found), "finding"))}
			}
			return nil
		},
	}
	addFormat(cmd, &format, textOrJSON, "format: text or json")
	return cmd
}
