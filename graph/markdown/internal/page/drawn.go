package page

import (
	"path"
	"slices"
	"strings"
)

// figureLink says whether a paragraph is but a link to a page or PDF that roadmapviz
// draws: one that is called a roadmap, or that a comment before it says to be a figure.
// It shows the course, and is no piece of it.
func (r *reader) figureLink(spans []span) bool {
	links := linksOf(spans)
	if len(links) != 1 || !IsLocal(links[0].URL) || squeeze(textOf(spans)) != squeeze(links[0].Text) {
		return false
	}
	file, _, _ := strings.Cut(links[0].URL, "#")
	switch strings.ToLower(path.Ext(file)) {
	case ".html", ".htm", ".pdf":
	default:
		return false
	}
	if is, says := r.figureMark(links[0].At); says {
		return is
	}
	return strings.Contains(strings.ToLower(path.Base(file)+" "+links[0].Text), "roadmap")
}

// figureMark is what a comment right before a link, or behind it in its line, says about
// the figure there.
func (r *reader) figureMark(at int) (is, says bool) {
	text, all := r.source.text, r.Document.comments
	next, _ := slices.BinarySearchFunc(all, at, func(c comment, at int) int { return c.at - at })
	if next > 0 && strings.Trim(text[min(all[next-1].end, at):at], "[* \t\n") == "" {
		next--
	}
	line, _, _ := strings.Cut(text[at:], "\n")
	for _, c := range all[next:] {
		if c.at > at+len(line) {
			break
		}
		if c.kind == Figure {
			for _, s := range settings(c.says) {
				is, _ = s.Bool() // the first one is the word itself
				return is, true
			}
		}
	}
	return false, false
}
