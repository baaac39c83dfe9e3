package page

import (
	"bytes"
	"strings"
)

// A Comment is an HTML comment of a document that stands in one line, outside
// of fenced code.
type Comment struct {
	Text string // between "<!--" and "-->", without spaces around
	Line int    // from 1
	// LineStart and LineEnd are the offsets of the line that holds it, its line
	// break included.
	LineStart, LineEnd int
}

// Comments finds the comments of a document in its bytes as they are on disk.
func Comments(src []byte) []Comment {
	if !bytes.Contains(src, []byte("<!--")) {
		return nil
	}
	var found []Comment
	fence := ""
	at, number := 0, 0
	for at < len(src) {
		end := len(src)
		if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		number++
		line := src[at:end]
		wasInFence := fence != ""
		fence = fenceAfter(fence, line)
		for rest := line; !wasInFence && fence == ""; {
			_, behind, ok := bytes.Cut(rest, []byte("<!--"))
			if !ok {
				break
			}
			text, after, closed := bytes.Cut(behind, []byte("-->"))
			if !closed {
				break
			}
			found = append(found, Comment{strings.TrimSpace(string(text)), number, at, end})
			rest = after
		}
		at = end
	}
	return found
}

// fenceAfter is the fence of the code block that is open behind a line, given
// the one that is open before it; "" is none.
func fenceAfter(open string, line []byte) string {
	text := bytes.TrimLeft(line, " ")
	if len(line)-len(text) > 3 || len(text) < 3 || text[0] != '`' && text[0] != '~' {
		return open
	}
	n := len(text) - len(bytes.TrimLeft(text, string(text[0])))
	switch {
	case n < 3:
	case open == "" && !(text[0] == '`' && bytes.IndexByte(text[n:], '`') >= 0):
		return string(text[:n])
	case open != "" && open[0] == text[0] && n >= len(open) && len(bytes.TrimSpace(text[n:])) == 0:
		return ""
	}
	return open
}

// The comments around what roadmapviz itself writes into a document.
const (
	GeneratedBegin = "roadmapviz:begin"
	GeneratedEnd   = "roadmapviz:end"
)

// Generated pairs the comments around what roadmapviz itself wrote. The error
// position of a begin without an end is the comment in unclosed.
func Generated(src []byte) (pairs [][2]Comment, unclosed []Comment) {
	if !bytes.Contains(src, []byte(GeneratedBegin)) {
		return nil, nil
	}
	var begin *Comment
	for _, c := range Comments(src) {
		word, _, _ := strings.Cut(c.Text, " ")
		switch {
		case word == GeneratedBegin:
			if begin != nil {
				unclosed = append(unclosed, *begin)
			}
			begin = &c
		case word == GeneratedEnd && begin != nil:
			pairs = append(pairs, [2]Comment{*begin, c})
			begin = nil
		}
	}
	if begin != nil {
		unclosed = append(unclosed, *begin)
	}
	return pairs, unclosed
}

// blankGenerated blanks what roadmapviz wrote into the document, which is no
// part of what the author says. Lines stay where they are.
func blankGenerated(src []byte) []byte {
	pairs, _ := Generated(src)
	if pairs == nil {
		return src
	}
	out := bytes.Clone(src)
	for _, p := range pairs {
		for i := p[0].LineEnd; i < p[1].LineStart; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	return out
}
