package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// frames are in how many pages of a course something stands. Headings such as "How" and
// "Exercises" that most pages have say of none what it teaches.
type frames struct {
	times map[frame]int
	pages int
}

// A frame is a title with how deep it stands in its page.
type frame struct {
	depth int
	title string // folded
}

const (
	fewestPages = 3 // show that something recurs
	manyPages   = 6 // of one pattern are not about the same of several things
)

// leaveFrames leaves out what most pages of a course hold alike. What holds anything else
// stays, with all in it, and so does what has a comment.
func (e *Entry) leaveFrames() {
	pages := e.pages()
	if len(pages) < fewestPages {
		return
	}
	f := frames{map[frame]int{}, len(pages)}
	for _, p := range pages {
		f.count(p, 1, map[frame]bool{})
	}
	for _, p := range pages {
		f.leave(p, 1)
	}
}

// pages are the entries that stand for documents which hold something.
func (e *Entry) pages() (all []*Entry) {
	for _, k := range e.Entries() {
		if k.isPage() && len(k.Entries()) > 0 {
			all = append(all, k)
		}
		all = append(all, k.pages()...)
	}
	return all
}

// isPage says whether an entry stands for a document.
func (e *Entry) isPage() bool {
	return slices.ContainsFunc(e.has().stands, func(s *Entry) bool { return s.kind == graph.Course })
}

// own are the entries right below one that are of the same page.
func (e *Entry) own() []*Entry { return slices.DeleteFunc(e.Entries(), (*Entry).isPage) }

func (f *frames) count(e *Entry, depth int, seen map[frame]bool) {
	for _, k := range e.own() {
		if at := (frame{depth, page.Fold(k.Title)}); !seen[at] {
			seen[at] = true
			f.times[at]++
		}
		f.count(k, depth+1, seen)
	}
}

func (f *frames) leave(e *Entry, depth int) {
	own := e.own()
	if depth == 1 && f.pages < manyPages && len(own) >= fewestPages && !slices.ContainsFunc(own, func(k *Entry) bool { return !f.areAll(k, depth) }) {
		return // all that it holds: a few such pages teach the same of several things
	}
	for _, k := range own {
		switch {
		case !f.recurs(k, depth):
			f.leave(k, depth+1)
		case f.areAll(k, depth):
			k.why = whyFrame
		}
	}
}

func (f *frames) recurs(e *Entry, depth int) bool {
	return 4*f.times[frame{depth, page.Fold(e.Title)}] >= 3*f.pages
}

// areAll says whether an entry and all that it holds recurs, without links of its own.
func (f *frames) areAll(e *Entry, depth int) bool {
	return e.Note == nil && f.recurs(e, depth) && len(e.Links()) == 1 &&
		!slices.ContainsFunc(e.Entries(), func(k *Entry) bool { return k.isPage() || !f.areAll(k, depth+1) })
}
