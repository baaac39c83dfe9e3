package figure

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// Member is one of the figures that the name of a file with placeholders stands for.
type Member struct {
	Options Options
	// Paged tells that each of the figure's [Figure.Sheets] has a file.
	Paged bool
	name  string
	words map[string]string // what stands for the placeholders
}

// placeholders are what names of files can have in them.
var placeholders = []string{"{part}", "{section}", "{slug}", "{page}"}

var placeholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{[^{}]*\}`) })

// Series are the figures of a course that the name of a file stands for: one for
// each part where it holds {part}, or for each section where it holds {section}.
// {slug} stands for the title of what is drawn, and {page} for the number of a sheet.
// Of several parts there is one more figure, the last, in which they are boxes that
// lead to the others, whose titles lead back. The name has slashes. The error is
// an [*OptionError] or [ErrNothing].
func Series(g *graph.Graph, o Options, name string) ([]Member, error) {
	for _, p := range placeholder().FindAllString(name, -1) {
		if !slices.Contains(placeholders, p) {
			return nil, badOutput(name, nearest.Unknown("placeholder", p, placeholders))
		}
	}
	chosen, err := Choose(g, o.Parts)
	if err != nil {
		return nil, err
	}
	m := Member{Options: o, Paged: strings.Contains(name, "{page}"), name: name}
	bySection := strings.Contains(name, "{section}")
	if bySection {
		chosen = sectionsOf(g, chosen)
	} else if !strings.Contains(name, "{part}") {
		title := g.Nodes[0].Title
		if len(chosen) == 1 {
			title = chosen[0].Title
		}
		m.words = map[string]string{"{slug}": cmp.Or(graph.Slug(title), "roadmap")}
		return []Member{m}, nil
	}
	var members []Member
	onlyParts := true
	for _, n := range chosen {
		m.words = wordsOf(n)
		if bySection {
			m.words["{part}"], _, _ = strings.Cut(n.ID, "/")
		}
		m.Options.Parts = []string{n.ID}
		members = append(members, m)
		onlyParts = onlyParts && n.Kind == graph.Part
	}
	if onlyParts && len(members) > 1 && o.Focus == "" {
		m.Options, m.words = o, nil
		return withIndex(members, m)
	}
	return members, nil
}

// withIndex puts the figure that leads to the others behind them.
func withIndex(members []Member, index Member) ([]Member, error) {
	word := "index"
	if slices.ContainsFunc(members, func(m Member) bool { return m.words["{part}"] == word }) {
		word = "index-of-parts"
	}
	index.words = map[string]string{"{part}": word, "{slug}": word}
	file, err := index.File(1)
	if err != nil {
		return nil, err
	}
	index.Options.Figures = seenFrom(file, index.name)
	for i, m := range members {
		from, err := m.File(1)
		if err != nil {
			return nil, err
		}
		members[i].Options.Index = seenFrom(from, file)
	}
	return append(members, index), nil
}

// File is the name of the file of the figure, or of one of its sheets, of which the
// first is 1. The error is an [*OptionError].
func (m Member) File(sheet int) (string, error) { return fileName(m.name, m.words, sheet) }

// sectionsOf are the sections that are drawn of some parts and sections.
func sectionsOf(g *graph.Graph, chosen []graph.Node) []graph.Node {
	drawn := g.Drawn()
	x := graph.NewIndex(drawn)
	var sections []graph.Node
	for _, n := range chosen {
		if n.Kind == graph.Section {
			sections = append(sections, n)
			continue
		}
		for _, s := range x.Children(x.At(n.ID), graph.Section) {
			sections = append(sections, drawn.Nodes[s])
		}
	}
	return sections
}

// wordsOf are what stands for the placeholders in the name of a node's figure.
func wordsOf(n graph.Node) map[string]string {
	last := path.Base(n.ID)
	return map[string]string{"{part}": last, "{section}": last, "{slug}": graph.Slug(n.Title)}
}

// fileName puts words in the places of the placeholders. They come from the course,
// so they are no paths, begin no hidden files and look as they are; and what becomes of
// the name is one on every system.
func fileName(name string, words map[string]string, sheet int) (filled string, err error) {
	filled = placeholder().ReplaceAllStringFunc(name, func(p string) string {
		if p == "{page}" {
			return strconv.Itoa(sheet)
		}
		word := words[p]
		if err == nil && (strings.HasPrefix(word, ".") || files.Hidden(word) != nil || word == "" || strings.Contains(word, "/") || terminal.Escape(word) != word) {
			err = badOutput(name, p+" would be "+strconv.Quote(word)+", which is no name for a file; draw the part by itself, into a file that you name")
		}
		return word
	})
	if err != nil {
		return "", err
	}
	given := strings.Split(name, "/")
	for i, element := range strings.Split(filled, "/") {
		if element == given[i] {
			continue // as the user has it
		}
		if err := cmp.Or(files.Hidden(element), files.Portable(element)); err != nil {
			return "", badOutput(name, err.Error()+"; draw the part by itself, into a file that you name")
		}
	}
	return filled, nil
}

// seenFrom is the path of a file as seen from the folder of another. The two lie in
// the same folder but for what stands for placeholders.
func seenFrom(from, to string) string {
	a, b := strings.Split(path.Clean(from), "/"), strings.Split(path.Clean(to), "/")
	for len(a) > 1 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)-1) + strings.Join(b, "/")
}

func badOutput(name, problem string) error {
	return &OptionError{Option: "output", Message: name + ": " + problem}
}
