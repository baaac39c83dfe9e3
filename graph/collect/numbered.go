package collect

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// numbered is the course of a folder of files and folders with numbers in
// front of their names, such as "01-loops.md" and "week 2/README.md".
func (c *collector) numbered(folder string) (*markdown.Entry, error) {
	steps := c.steps(folder)
	if len(steps) < 2 {
		return nil, nil
	}
	title := c.options.Title
	if folder != "." {
		title = titleOf(folder)
	}
	root := markdown.NewCourse(title)
	if readme, ok := c.readme(folder); ok {
		c.main = readme
		p, err := c.read(readme)
		if err != nil {
			return nil, err
		}
		root, p.used = p.document.Course(), true
	} else {
		c.main = path.Join(folder, "README.md") // what links are relative to
	}
	for _, s := range steps {
		k, err := c.step(s, 1)
		if err != nil {
			return nil, err
		}
		if k != nil {
			root.Add(k)
		}
	}
	root.Settle()
	return root, nil
}

// A step is a numbered file or folder.
type step struct {
	name   string
	folder bool
	word   string // before the number: "week"
	number int
}

// steps are the numbered files and folders in a folder, in their order.
func (c *collector) steps(folder string) []step {
	entries, err := fs.ReadDir(c.fsys, folder)
	if err != nil {
		return nil
	}
	var steps []step
	for _, e := range entries {
		s := step{name: path.Join(folder, e.Name()), folder: e.IsDir()}
		var ok bool
		s.word, s.number, _, ok = splitName(e.Name())
		if ok && (s.folder || isMarkdown(e.Name())) {
			steps = append(steps, s)
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.number, b.number), cmp.Compare(a.name, b.name))
	})
	return steps
}

// step reads a numbered file, or the README and the numbered files of a
// numbered folder. A folder without either is no step.
func (c *collector) step(s step, depth int) (*markdown.Entry, error) {
	if !s.folder {
		return c.file(s.name)
	}
	e := markdown.NewCourse(titleOf(s.name))
	readme, ok := c.readme(s.name)
	if ok {
		var err error
		if e, err = c.file(readme); err != nil || e == nil {
			return nil, err
		}
	}
	if len(e.Entries()) == 0 && depth < maxLinks {
		for _, inner := range c.steps(s.name) {
			k, err := c.step(inner, depth+1)
			if err != nil {
				return nil, err
			}
			if k != nil {
				e.Add(k)
			}
		}
	}
	if !ok && len(e.Entries()) == 0 {
		return nil, nil
	}
	return e, nil
}

// file is a file as an element of the course.
func (c *collector) file(name string) (*markdown.Entry, error) {
	p, err := c.read(name)
	if err == errLimit {
		c.limit(graph.Position{File: c.shown(name)})
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return p.entry(), nil
}

// splitName takes a file's name apart: "week-02_loops.md" is "week", 2 and "loops".
func splitName(name string) (word string, number int, rest string, ok bool) {
	name = strings.TrimSuffix(name, path.Ext(name))
	i := strings.IndexFunc(name, unicode.IsDigit)
	if i < 0 {
		return "", 0, name, false
	}
	word = strings.ToLower(strings.TrimRight(name[:i], "-_. "))
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return "", 0, name, false // more than one word: a title with a number in it
	}
	j := i
	for j < len(name) && j < i+6 && name[j] >= '0' && name[j] <= '9' {
		number = number*10 + int(name[j]-'0')
		j++
	}
	if j == i {
		return "", 0, name, false
	}
	return word, number, strings.TrimLeft(name[j:], "-_. "), true
}

// titleOf makes a title of a file's or folder's name.
func titleOf(name string) string {
	base := path.Base(name)
	if word, _, rest, ok := splitName(base); ok {
		if rest != "" {
			base = rest
		} else if word == "" {
			base = strings.TrimSuffix(base, path.Ext(base))
		}
	}
	if isMarkdown(base) {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	return strings.NewReplacer("-", " ", "_", " ").Replace(base)
}
