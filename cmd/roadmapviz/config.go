package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/strictyaml"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// configName is the file that holds a project's settings.
const configName = "roadmapviz.yaml"

// mostConfig bounds that file, in bytes.
const mostConfig = 1 << 20

// config is the content of a roadmapviz.yaml. A key that is named as a flag
// is that flag's default. The table of settings says what each key means.
type config struct {
	Input           inputs  `yaml:"input"`
	Follow          bool    `yaml:"follow"`
	Theme           string  `yaml:"theme"`
	Layout          string  `yaml:"layout"`
	Width           float64 `yaml:"width"`
	MaxTopics       int     `yaml:"max-topics"`
	BaseURL         string  `yaml:"base-url"`
	markdown.Config `yaml:",inline"`
	Lint            map[string]string `yaml:"lint"` // severities by code

	settle  bool           // look for the line that settles a doubt
	from    string         // the format of the input, by --from; "" goes by its extension
	prior   []graph.Node   // of the course as it was read before
	written map[string]any // the keys that the file has
	src     []byte
	name    string // of the file, as shown in messages; "" without one
	folder  string // where the file lies
}

// inputs are file names, written as one string or as a list.
type inputs []string

// UnmarshalYAML takes a string for a list of one.
func (in *inputs) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if unmarshal(&one) == nil {
		*in = inputs{one}
		return nil
	}
	return unmarshal((*[]string)(in))
}

// findConfig reads the roadmapviz.yaml of a folder or of the nearest one above
// it. Without one the configuration is empty.
func findConfig(folder string) (config, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return config{}, err
	}
	for ; ; at = filepath.Dir(at) {
		path := filepath.Join(at, configName)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			if at == filepath.Dir(at) {
				return config{}, nil
			}
			continue
		}
		// Messages and positions name the file as the user would.
		shown := at
		if here, err := filepath.Abs("."); err == nil {
			if rel, err := filepath.Rel(here, at); err == nil {
				shown = rel
			}
		}
		name := filepath.ToSlash(filepath.Join(shown, configName))
		src, err := files.ReadWithin(at, path, mostConfig)
		if err != nil {
			return config{}, fmt.Errorf("%s: %w", name, withoutPath(err))
		}
		c, err := parseConfig(src, name)
		c.folder = shown
		return c, err
	}
}

// parseConfig reads a configuration. The error joins one for each mistake.
func parseConfig(src []byte, name string) (config, error) {
	c := config{src: src, name: name}
	var mistakes []error
	for _, d := range strictyaml.Decode(src, &c, schema(name)) {
		mistakes = append(mistakes, errors.New(d.String()))
	}
	if mistakes != nil {
		return c, errors.Join(mistakes...)
	}
	return c, yaml.Unmarshal(src, &c.written)
}

// configure finds the configuration and makes it the default of the command's
// flags.
func configure(cmd *cobra.Command) (config, error) {
	c, err := findConfig(".")
	if err != nil {
		return c, err
	}
	if err := c.setFlags(cmd.Flags()); err != nil {
		return c, err
	}
	if follow, err := cmd.Flags().GetBool("follow"); err == nil {
		c.Follow = follow
	}
	if from := cmd.Flags().Lookup("from"); from != nil {
		c.from = from.Value.String()
	}
	return c, nil
}

// addCourseFlags adds the flags of all commands that read a course.
func addCourseFlags(cmd *cobra.Command) {
	cmd.Flags().Bool("follow", false, "read the Markdown files that the course links to, too, within its folder")
	cmd.Flags().String("from", "", "format of the input: "+strings.Join(readableNames(), ", ")+" (default by its extension, else markdown)")
	cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(readableNames(), cobra.ShellCompDirectiveNoFileComp))
}

// flagKeys are the keys that stand for flags of the same name.
var flagKeys = [...]string{"follow", "theme", "layout", "width", "max-topics", "base-url"}

func (c config) setFlags(flags *pflag.FlagSet) error {
	for _, key := range flagKeys {
		value, set := c.written[key]
		f := flags.Lookup(key)
		if !set || f == nil || f.Changed {
			continue
		}
		text := fmt.Sprint(value)
		err := error(nil)
		if theme, ok := f.Value.(*themeName); ok {
			f.Changed = true
			err = theme.setWithin(c.folder, c.folder, text)
		} else {
			if err = flags.Set(key, text); err != nil {
				err = fmt.Errorf("%s: %w", key, err)
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", c.locateKey(key), err)
		}
	}
	return nil
}

// locateKey is where the configuration has a key.
func (c config) locateKey(key string) graph.Position { return strictyaml.Locate(c.src, c.name, key) }

// relativePath is a path that cannot be taken for a name.
func relativePath(folder, path string) string {
	path = filepath.Join(folder, filepath.FromSlash(path))
	if filepath.IsAbs(path) {
		return path
	}
	return "." + string(filepath.Separator) + path
}

// inputPaths are the configured documents, as seen from the working folder.
func (c config) inputPaths() []string {
	var paths []string
	for _, name := range c.Input {
		paths = append(paths, filepath.Join(c.folder, filepath.FromSlash(name)))
	}
	return paths
}

// document is what the configuration says about the documents at the paths.
// What it says about structure and nodes is meant for its own input, and only
// if it names none for any document.
func (c config) document(paths []string) markdown.Config {
	if len(c.Input) == 0 {
		return c.Config
	}
	own := c.inputPaths()
	for _, p := range paths {
		if sameFile(p, own) == "" {
			return markdown.Config{}
		}
	}
	return c.Config
}

// codeConfig is the code of a mistake in a configuration file.
const codeConfig = "RV201"

// judge gives diagnostics the severities that the configuration wants, and
// those about its own nodes their places in it.
func (c config) judge(found []graph.Diagnostic) []graph.Diagnostic {
	var judged []graph.Diagnostic
	for _, d := range found {
		switch s := c.Lint[d.Code]; s {
		case severityOff:
			continue
		case "":
		default:
			d.Severity = graph.Severity(s)
		}
		if d.Code == string(markdown.UnknownNode) {
			c.locate(&d)
		}
		judged = append(judged, d)
	}
	return judged
}

// locate places a diagnostic that quotes the ID of a configured node.
func (c config) locate(d *graph.Diagnostic) {
	for id := range c.Nodes { // at most one is quoted
		if strings.Contains(d.Message, strconv.Quote(id)) {
			d.Position = strictyaml.Locate(c.src, c.name, "nodes", id)
		}
	}
}
