package pages

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/inorder"
)

// A Change is a file that is to be written.
type Change struct {
	Path string // in the file system
	Name string // as shown in messages
	// Old is what the file held when it was read, and nil if there was none. A
	// file that holds something else by now is better left alone.
	Old, New []byte
	// Figure is what is drawn; nil for a text, whose blocks begin in Lines, and those
	// that are new in it in Inserted.
	Figure          *Figure
	Lines, Inserted []int
}

// Sentences say what was written, or with dryRun what would be, a line each. Names in
// them are others' words.
func (c Change) Sentences(dryRun bool) (lines []string) {
	if c.Figure != nil {
		lines = append(lines, fmt.Sprintf("%s: %s: %s", c.Name, Verb("drawn", dryRun), c.Figure.Sentence()))
	}
	for _, line := range c.Lines {
		lines = append(lines, fmt.Sprintf("%s: %s: the block in line %d", c.Name, Verb("written", dryRun), line))
	}
	for _, line := range c.Inserted {
		lines = append(lines, fmt.Sprintf("%s: %s: a block in line %d, which sync keeps up to date", c.Name, Verb("put in", dryRun), line))
	}
	return lines
}

// Verb is what was done to something, or with dryRun would be: "would be drawn".
func Verb(past string, dryRun bool) string {
	if dryRun {
		return "would be " + past
	}
	return past
}

// Stale are the figures that can be drawn again, and should be.
func (d *Document) Stale() []*Figure {
	return slices.DeleteFunc(slices.Clone(d.Figures), func(p *Figure) bool {
		return !p.IsStale() || p.is(Undrawable) || p.is(Foreign) && !d.options.Adopt
	})
}

// Changes are what makes the document's figures and blocks what they should be:
// first the figures, in the order of the text, then the texts. The error joins one
// for each figure that cannot be drawn, or must not be; the others are there all
// the same. Each function is called whenever a figure is drawn, at any time.
func (d *Document) Changes(ctx context.Context, tell ...func()) ([]Change, error) {
	changes, refused := d.Outline()
	var reading *metadata.Reading
	if refused == nil && len(changes) > 0 {
		reading = d.reading()
	}
	failed := inorder.Each(ctx, len(changes), func(i int) (err error) {
		c := &changes[i]
		if c.Figure == nil {
			return nil
		}
		drawn := *c.Figure.figure
		drawn.Reading = reading
		if c.New, err = c.Figure.draw(ctx, &drawn); err != nil {
			return err
		}
		for _, told := range tell {
			told()
		}
		return nil
	})
	changes = slices.DeleteFunc(changes, func(c Change) bool { return c.New == nil })
	return changes, errors.Join(refused, failed)
}

// Outline are the same changes, without what takes time: New is nil for figures.
func (d *Document) Outline() ([]Change, error) {
	var problems []error
	for _, p := range d.Figures {
		switch {
		case p.is(Undrawable):
			problems = append(problems, fmt.Errorf("%s: %s: %s", p.At, p.Name, p.Why))
		case p.is(Foreign) && !d.options.Adopt:
			problems = append(problems, foreign(p.At, p))
		}
	}
	var changes []Change
	for _, p := range d.Stale() {
		changes = append(changes, Change{Path: p.Path, Name: p.Name, Old: p.old, Figure: p})
	}
	return append(changes, d.texts()...), errors.Join(problems...)
}

// texts are the files of the document whose blocks are to be written.
func (d *Document) texts() []Change {
	var changes []Change
	for _, f := range d.Course.Files {
		text := f.Source
		var lines, inserted []int
		for _, b := range slices.Backward(d.Blocks) { // so that offsets stay good
			if b.File != f.Name || b.Why != "" || !b.IsStale() {
				continue
			}
			text = slices.Concat(text[:b.start], b.want, text[b.end:])
			if b.isNew {
				inserted = append(inserted, b.Line)
			} else {
				lines = append(lines, b.Line)
			}
		}
		if lines != nil || inserted != nil {
			slices.Reverse(lines)
			slices.Reverse(inserted)
			changes = append(changes, Change{Path: d.path(f), Name: f.Name, Old: f.Source, New: text, Lines: lines, Inserted: inserted})
		}
	}
	return changes
}
