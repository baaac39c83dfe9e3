package preview

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/git"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// output is the file that the figure would be written to, beside the course, as seen
// from the working folder.
func output(c *workspace.Course, parts []string, format formats.Format) string {
	name := "roadmap"
	if len(parts) == 1 {
		if slug := graph.Slug(path.Base(parts[0])); slug != "" {
			name += "_" + slug
		}
	}
	file := c.Path(path.Join(c.Folder, name+format.Extensions[0]))
	if slices.Contains(c.Paths(), file) { // a figure is previewed
		file = strings.TrimSuffix(file, format.Extensions[0]) + "-2" + format.Extensions[0]
	}
	return filepath.ToSlash(file)
}

// forFormat are those of some options that are about figures of a format.
func forFormat(said []saying, format formats.Format) []saying {
	return slices.DeleteFunc(slices.Clone(said), func(s saying) bool { return s.Formats != nil && !slices.Contains(s.Formats, format.Name) })
}

// command is the command line that draws the figure.
func (p *Preview) command(said []saying, output string) string {
	words := []string{"roadmapviz", "render"}
	for _, arg := range p.config.Args {
		if strings.HasPrefix(arg, "-") {
			arg = "./" + arg // which is no flag
		}
		words = append(words, arg)
	}
	words = append(words, p.config.Flags...)
	for _, s := range said {
		for _, value := range s.values {
			switch {
			case s.Kind == figure.Switch && value == "true":
				words = append(words, "--"+s.Name)
			case s.Kind == figure.Switch || strings.HasPrefix(value, "-"):
				words = append(words, "--"+s.Name+"="+value)
			default:
				words = append(words, "--"+s.Name, value)
			}
		}
	}
	words = append(words, "-o", output)
	for i, word := range words {
		// What begins with a hyphen is quoted where it need not.
		if rest, isFlag := strings.CutPrefix(word, "--"); !isFlag || git.Word(rest) != rest {
			if word != "-o" {
				words[i] = git.Word(word)
			}
		}
	}
	return strings.Join(words, " ")
}

// comment is the line above an image, and the image, that make sync draw the figure; ""
// if no comment can say it.
func (p *Preview) comment(c *workspace.Course, said []saying, output string, format formats.Format) string {
	if !slices.ContainsFunc(c.Files, func(f courseFile) bool { return f.IsMarkdown() }) {
		return ""
	}
	main := c.Path(path.Join(c.Folder, c.Main))
	folder := filepath.Dir(main)
	if c.Main == "" {
		folder = main
	}
	var b strings.Builder
	b.WriteString("<!-- roadmap: figure")
	for _, s := range said {
		if len(s.values) > 1 {
			return "" // which a comment does not say
		}
		value, ok := inComment(seenFrom(folder, s.Option, s.values[0]))
		if !ok {
			return ""
		}
		b.WriteString(" " + s.Name + "=" + value)
	}
	mark := "!"
	if format.Opens {
		mark = ""
	}
	fmt.Fprintf(&b, " -->\n%s[Roadmap](%s)", mark, markdownPath(fromFolder(folder, output)))
	return b.String()
}

// seenFrom is the value of an option; a file as seen from a folder.
func seenFrom(folder string, option figure.Option, value string) string {
	if !option.NamesFile(value) {
		return value
	}
	file := fromFolder(folder, value)
	if option.Name == "theme" && !strings.ContainsAny(file, "./") {
		file = "./" + file
	}
	return file
}

func fromFolder(folder, file string) string {
	at, err1 := filepath.Abs(folder)
	abs, err2 := filepath.Abs(filepath.FromSlash(file))
	rel, err3 := filepath.Rel(at, abs)
	if err1 != nil || err2 != nil || err3 != nil {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}

// markdownPath is a path as the address of an image.
func markdownPath(name string) string {
	if strings.ContainsAny(name, " ()<>") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(name) + ">"
	}
	return name
}

var bare = regexp.MustCompile(`^[\pL\pN_./:#@+-]+$`)

// inComment is a value as a comment has it, if one can.
func inComment(value string) (string, bool) {
	if value = strings.Join(strings.Fields(value), " "); strings.Contains(value, "--") {
		return "", false // which may end it
	}
	if bare.MatchString(value) {
		return value, true
	}
	for _, quotes := range []string{`""`, `''`, "“”", "«»"} {
		pair := []rune(quotes)
		if !strings.ContainsAny(value, quotes) {
			return string(pair[0]) + value + string(pair[1]), true
		}
	}
	return "", false
}

// settings are the lines of roadmapviz.yaml that say how figures look from now on; ""
// for none.
func (p *Preview) settings(c *workspace.Course, said []saying) string {
	var b strings.Builder
	for _, s := range said {
		if s.Single {
			continue
		}
		var values []string
		for _, value := range s.values {
			values = append(values, inYAML(s.Option, seenFrom(c.Config.Folder, s.Option, value)))
		}
		text := values[0]
		if s.Kind == figure.List {
			text = "[" + strings.Join(values, ", ") + "]"
		}
		fmt.Fprintf(&b, "%s: %s\n", s.Name, text)
	}
	return b.String()
}

// inYAML is a value as settings have it.
func inYAML(option figure.Option, value string) string {
	switch {
	case option.Kind == figure.Number || option.Kind == figure.Integer || option.Kind == figure.Switch || slices.Contains(option.Values, value):
		return value
	}
	var b strings.Builder
	e := json.NewEncoder(&b) // whose strings are YAML's, too
	e.SetEscapeHTML(false)
	_ = e.Encode(value)
	return strings.TrimSpace(b.String())
}
