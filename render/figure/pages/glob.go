package pages

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/gitignore"
)

// Glob is the Markdown files that a pattern names, sorted: as in [path.Match], and
// "**" is any number of folders. What [Walk] leaves out is not looked into by
// wildcards. The error is [path.ErrBadPattern].
func Glob(fsys fs.FS, pattern string) ([]string, error) {
	g := globber{fsys: fsys, seen: map[place]bool{}}
	pieces := strings.Split(path.Clean(pattern), "/")
	for _, p := range pieces {
		if _, err := path.Match(p, ""); err != nil {
			return nil, err
		}
	}
	g.folder(".", slices.Compact(pieces), nil)
	slices.Sort(g.found)
	return g.found, nil
}

type globber struct {
	fsys  fs.FS
	found []string
	seen  map[place]bool // so that it takes a time linear in the files
}

// A place is a folder, and what of a pattern is for it.
type place struct {
	folder string
	pieces int
}

func (g *globber) folder(at string, pieces []string, rules *gitignore.Rules) {
	here := place{at, len(pieces)}
	entries, err := fs.ReadDir(g.fsys, at)
	if err != nil || g.seen[here] {
		return
	}
	g.seen[here] = true
	rules, _ = withRules(rules, g.fsys, at, at)
	any := pieces[0] == "**"
	if any && len(pieces) > 1 {
		g.folder(at, pieces[1:], rules)
	}
	for _, e := range entries {
		name := path.Join(at, e.Name())
		fits, _ := path.Match(pieces[0], e.Name())
		literal := pieces[0] == e.Name()
		switch {
		case !any && !fits && !literal, !literal && rules.Ignore(name, e.IsDir()):
		case !e.IsDir():
			if last := len(pieces) == 1; last && (literal || !strings.HasPrefix(e.Name(), ".")) && isMarkdown(e.Name()) {
				g.found = append(g.found, name)
			}
		case literal && len(pieces) > 1:
			g.folder(name, pieces[1:], rules)
		case isLeft(e.Name()):
		case any:
			g.folder(name, pieces, rules)
		case len(pieces) > 1:
			g.folder(name, pieces[1:], rules)
		}
	}
}

func isMarkdown(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".markdown"
}
