package page

import (
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/strictyaml"
)

// frontMatter is what a document says about itself in the YAML before its text.
type frontMatter struct {
	Title    string `yaml:"title"`
	Lang     string `yaml:"lang"`
	Language string `yaml:"language"`
	roadmap  Config
	own      string // the part about the roadmap
	before   int    // lines of the document before it
}

// maxFront bounds the front matter, in bytes.
const maxFront = 1 << 16

// takeFront reads the front matter and blanks it in the text, so that offsets
// stay. A document that begins with a rule has none.
func (d *Document) takeFront() {
	if end := d.takeTOML(); end > 0 {
		d.blank(end)
		return
	}
	front, end := cutFront(d.text)
	if front == "" {
		return
	}
	at := graph.Position{File: d.File, Line: 1, Column: 1}
	switch {
	case len(front) > maxFront || deepest(front) > maxDepth:
		d.Report(codes.BadFrontMatter, at, "", "the front matter is too long or too deep and is not read")
	case hasAlias(front):
		d.Report(codes.BadFrontMatter, at, "write the value out where it is meant", "the front matter has YAML anchors, aliases or merge keys and is not read")
	default:
		own, line := cutRoadmap(front)
		if err := yaml.Unmarshal([]byte(front), &d.front); err != nil && own == "" {
			d.Report(codes.BadFrontMatter, at, firstLine(err.Error()), "the front matter is not the YAML it should be")
		}
		d.readRoadmap(own, line)
	}
	d.blank(end)
}

// blank makes spaces of the text up to an offset, so that offsets stay.
func (d *Document) blank(end int) {
	blank := []byte(d.text[:end])
	for i, c := range blank {
		if c != '\n' {
			blank[i] = ' '
		}
	}
	d.text = string(blank) + d.text[end:]
	d.clean = []byte(d.text)
}

// takeTOML reads the title in front matter of TOML, between lines of "+++", and
// gives where it ends, or 0.
func (d *Document) takeTOML() int {
	const mark = "+++\n"
	rest, ok := strings.CutPrefix(d.text, mark)
	if !ok {
		return 0
	}
	at := len(mark)
	table := false
	for line := range strings.Lines(rest) {
		trimmed := strings.TrimSpace(line)
		switch key, value, pair := strings.Cut(trimmed, "="); {
		case trimmed == "+++":
			return at + len("+++")
		case strings.HasPrefix(trimmed, "["):
			table = true
		case pair && !table && strings.TrimSpace(key) == "title":
			d.front.Title = strings.Trim(strings.TrimSpace(value), `"'`)
		}
		if at += len(line); at > maxFront {
			break
		}
	}
	d.front.Title = ""
	return 0
}

// cutFront finds the front matter at the beginning of a text, and where it
// ends with its closing line.
func cutFront(text string) (front string, end int) {
	const mark = "---\n"
	rest, ok := strings.CutPrefix(text, mark)
	if !ok {
		return "", 0
	}
	i := 0
	for line := range strings.Lines(rest) {
		if l := strings.TrimRight(line, " \t\n"); l == "---" || l == "..." {
			if !strings.Contains(rest[:i], ":") && !isComments(rest[:i]) {
				return "", 0
			}
			return rest[:i], len(mark) + i + len(l)
		}
		i += len(line)
	}
	return "", 0
}

// isComments says whether a text holds comments of YAML and nothing else.
func isComments(s string) bool {
	some := false
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			return false
		}
		some = some || line != ""
	}
	return some
}

// cutRoadmap is the part of the front matter that is about the roadmap, and
// how many lines of the document stand before it.
func cutRoadmap(front string) (own string, before int) {
	before = 1
	i, start, number := 0, -1, 0
	for line := range strings.Lines(front) {
		number++
		if start >= 0 && line[0] != ' ' && line[0] != '\t' && line[0] != '\n' && line[0] != '#' {
			return front[start:i], before
		}
		if start < 0 && strings.HasPrefix(line, "roadmap:") {
			start, before = i, number
		}
		i += len(line)
	}
	if start < 0 {
		return "", 0
	}
	return front[start:], before
}

// readRoadmap reads the configuration in the front matter, strictly.
func (d *Document) readRoadmap(own string, before int) {
	if own == "" {
		return
	}
	var columns []string
	for _, r := range roleNames {
		columns = append(columns, r.name)
	}
	var read struct {
		Roadmap Config `yaml:"roadmap"`
	}
	found := strictyaml.Decode([]byte(own), &read, strictyaml.Options{
		File: d.File, Code: codes.BadFrontMatter,
		Values: map[string][]string{
			"roadmap.structure.columns.*": columns,
			"roadmap.nodes.*.status":      statusValues,
			"roadmap.nodes.*.side":        sideValues,
			"roadmap.nodes.*.level":       LevelValues,
		},
		Most: map[string]float64{"roadmap.structure.level": 6},
	})
	for _, f := range found {
		if f.Position.Line > 0 {
			f.Position.Line += before
		}
		d.Report(codes.BadFrontMatter.As(f.Severity), f.Position, f.Hint, "%s", f.Message)
	}
	d.front.roadmap, d.front.own, d.front.before = read.Roadmap, own, before
}

// deepest is how deeply brackets are nested.
func deepest(s string) int {
	depth, most := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '[', '{':
			depth++
			most = max(most, depth)
		case ']', '}':
			depth--
		}
	}
	return most
}

// hasAlias says whether YAML names a value to use it again. A few lines of that
// can stand for more than any machine holds.
func hasAlias(s string) bool {
	if strings.Contains(s, "<<") {
		return true
	}
	for line := range strings.Lines(s) {
		quote := byte(0)
		for i := 0; i < len(line); i++ {
			c := line[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case (c == '&' || c == '*') && i+1 < len(line) && (IsAlphanumeric(line[i+1]) || line[i+1] == '_'):
				before := strings.TrimRight(line[:i], " \t")
				if before == "" || len(before) < i && strings.IndexByte(":-?", before[len(before)-1]) >= 0 || strings.IndexByte("[{,", before[len(before)-1]) >= 0 {
					return true
				}
			}
		}
	}
	return false
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
