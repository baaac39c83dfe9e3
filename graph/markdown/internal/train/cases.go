package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// caseFolders reads the case folders of the repository as documents: README.md with
// the outline in want.txt, or in want.json as the parser's tests keep it.
func caseFolders(root string) ([]*document, error) {
	var out []*document
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.Name() != "README.md" {
			return err
		}
		dir := filepath.Dir(path)
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		l, err := caseLabel(dir)
		if err != nil || l == nil {
			return err
		}
		name, _ := filepath.Rel(root, dir)
		out = append(out, &document{name: "case " + filepath.ToSlash(name), owner: "case " + filepath.Base(dir), src: src, labels: []*label{l}, weight: 1})
		return nil
	})
	return out, err
}

func caseLabel(dir string) (*label, error) {
	if text, err := os.ReadFile(filepath.Join(dir, "want.txt")); err == nil {
		return wantLabel(string(text)), nil
	}
	data, err := os.ReadFile(filepath.Join(dir, "want.json"))
	if err != nil {
		return nil, nil // not a case of structure
	}
	var want struct{ Graph graph.Graph }
	if err := json.Unmarshal(data, &want); err != nil {
		return nil, err
	}
	return graphLabel(&want.Graph), nil
}

// wantLabel reads a want.txt: parts, below them sections, below them topics,
// two blanks a level.
func wantLabel(text string) *label {
	l := &label{Labelled: "all"}
	for line := range strings.Lines(text) {
		name := strings.TrimSpace(line)
		if name == "" || name[0] == '#' {
			continue
		}
		name, _, _ = strings.Cut(name, " <- ")
		name, optional := strings.CutSuffix(strings.TrimSpace(name), "(optional)")
		l.put((len(line)-len(strings.TrimLeft(line, " ")))/2, strings.TrimSpace(name), optional)
	}
	return l
}

// graphLabel is the label that a graph draws.
func graphLabel(g *graph.Graph) *label {
	l := &label{Labelled: "all"}
	x := graph.NewIndex(g.Drawn())
	nodes := x.Graph().Nodes
	var walk func(i, depth int)
	walk = func(i, depth int) {
		for _, k := range x.Children(i, graph.Part, graph.Section, graph.Topic) {
			if depth < 3 {
				l.put(depth, nodes[k].Title, false)
				walk(k, depth+1)
			}
		}
	}
	if len(nodes) > 0 {
		l.Title = nodes[0].Title
		walk(0, 0)
	}
	return l
}

// put appends a node to a label.
func (l *label) put(depth int, title string, optional bool) {
	n := named{Title: title, Optional: optional}
	switch depth {
	case 0:
		l.Parts = append(l.Parts, n)
	case 1:
		if len(l.Parts) > 0 {
			p := &l.Parts[len(l.Parts)-1]
			p.Sections = append(p.Sections, n)
		}
	case 2:
		if len(l.Parts) > 0 && len(l.Parts[len(l.Parts)-1].Sections) > 0 {
			s := l.Parts[len(l.Parts)-1].Sections
			s[len(s)-1].Topics = append(s[len(s)-1].Topics, n)
		}
	}
}
