package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/git"
)

// tracking are documents whose figures git should have. It is asked about all of them
// at once, for it takes longer to start than to answer. Nil tracks none.
type tracking struct {
	figures []trackedFigure
	paths   map[string][]string // by the folder that they are seen from
}

type trackedFigure struct {
	folder         string
	path, document string // seen from the folder
	name           string
	at             graph.Position
}

func newTracking(wanted bool) *tracking {
	if !wanted {
		return nil
	}
	return &tracking{paths: map[string][]string{}}
}

func (t *tracking) add(d document) {
	if t == nil {
		return
	}
	folder, inner := d.Root, ""
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		if root, at := git.Root(real); root != "" { // which documents have in common
			folder, inner = root, at
		}
	}
	document := path.Join(inner, d.FilePath(0))
	t.paths[folder] = append(t.paths[folder], document)
	for _, f := range d.Figures {
		at := path.Join(inner, f.Path)
		t.paths[folder] = append(t.paths[folder], at)
		t.figures = append(t.figures, trackedFigure{folder, at, document, f.Name, f.At})
	}
}

// untracked are errors about the figures that git does not have; none about those of a
// document that it does not have itself.
func (t *tracking) untracked(ctx context.Context) (problems []error, err error) {
	if t == nil {
		return nil, nil
	}
	unknown := map[string]map[string]bool{}
	for _, folder := range slices.Sorted(maps.Keys(t.paths)) {
		of, wrong := git.Untracked(ctx, folder, t.paths[folder])
		unknown[folder], err = of, errors.Join(err, wrong)
	}
	for _, f := range t.figures {
		if of := unknown[f.folder]; of[f.path] && !of[f.document] {
			problems = append(problems, fmt.Errorf("%s: %s is new: git add %s", f.at, f.name, git.Word(f.name)))
		}
	}
	return problems, err
}
