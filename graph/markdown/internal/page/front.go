package page

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
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
	if len(front) > maxFront {
		d.Report(codes.BadFrontMatter, graph.Position{File: d.File, Line: 1, Column: 1}, "", "the front matter is too long and is not read")
	} else {
		d.readFront(front)
	}
	d.blank(end)
}

// readFront reads the front matter, which is for other programs too: strictly
// what is for this one, and then what it says of the document.
func (d *Document) readFront(front string) {
	own, before := cutRoadmap(front)
	right := own == "" || d.readRoadmap(own, before)
	for _, m := range strictyaml.Decode([]byte(front), &d.front, strictyaml.Options{Others: true}) {
		if right { // else the same mistake may have been told
			m.Message = "the front matter is not the YAML it should be: " + m.Message
			d.mistake(codes.BadFrontMatter, m, 1)
		}
	}
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

// readRoadmap reads the configuration in the front matter, strictly, and says
// whether it is without a mistake.
func (d *Document) readRoadmap(own string, before int) bool {
	var read struct {
		Roadmap Config `yaml:"roadmap"`
	}
	found := strictyaml.Decode([]byte(own), &read, strictyaml.Options{
		Values: map[string][]string{
			"roadmap.structure.columns.*": ColumnRoles(),
			"roadmap.nodes.*.status":      graph.Statuses(),
			"roadmap.nodes.*.side":        graph.Sides(),
			"roadmap.nodes.*.level":       levelNames,
		},
		Check: map[string]func(string) error{"roadmap.structure.level": strictyaml.Within("level", 0, DeepestLevel)},
	})
	for _, m := range found {
		d.mistake(codes.BadFrontMatter.As(graph.Error), m, before)
	}
	d.front.roadmap, d.front.own, d.front.before = read.Roadmap, own, before
	return len(found) == 0
}

// mistake reports one in the front matter, so many lines of the document
// before which it is read.
func (d *Document) mistake(c codes.Code, m strictyaml.Mistake, before int) {
	at := graph.Position{File: d.File, Line: 1, Column: 1}
	if m.Line > 0 {
		at.Line, at.Column = m.Line+before, m.Column
	}
	d.Report(c, at, m.Hint, "%s", m.Message)
}
