package markdown

import (
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/roadmapviz/roadmapviz/graph"
)

// frontMatter is what a document says about itself in the YAML before its text.
type frontMatter struct {
	Title    string `yaml:"title"`
	Lang     string `yaml:"lang"`
	Language string `yaml:"language"`
	Roadmap  Config `yaml:"roadmap"`
}

// takeFront reads the front matter and blanks it in the text, so that offsets
// stay. A document that begins with a rule has none.
func (d *document) takeFront() {
	rest, ok := strings.CutPrefix(d.text, "---\n")
	if !ok {
		return
	}
	end, next := -1, 0
	for i := 0; i < len(rest); {
		n := strings.IndexByte(rest[i:], '\n')
		if n < 0 {
			n = len(rest) - i
		}
		if line := strings.TrimRight(rest[i:i+n], " \t"); line == "---" || line == "..." {
			end, next = i, min(i+n, len(rest))
			break
		}
		i += n + 1
	}
	if end < 0 || !strings.Contains(rest[:end], ":") {
		return
	}
	if end > maxFront || deepest(rest[:end]) > maxDepth {
		d.report(BadFrontMatter, graph.Position{File: d.file, Line: 1, Column: 1}, "", "the front matter is too long or too deep and is not read")
	} else if err := yaml.Unmarshal([]byte(rest[:end]), &d.front); err != nil {
		d.report(BadFrontMatter, graph.Position{File: d.file, Line: 1, Column: 1}, firstLine(err.Error()), "the front matter is not the YAML it should be")
	}
	blank := []byte(d.text[:4+next])
	for i, c := range blank {
		if c != '\n' {
			blank[i] = ' '
		}
	}
	d.text = string(blank) + d.text[4+next:]
}

// maxFront bounds the front matter, in bytes.
const maxFront = 1 << 16

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

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
