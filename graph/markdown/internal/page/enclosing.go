package page

import "bytes"

// blankEnclosing blanks the lines that only open or close a block of HTML whose
// author asks for its inside to be read as Markdown, `<div markdown="1">`, as the
// generators of course sites do. CommonMark would take it for HTML.
func blankEnclosing(src []byte) []byte {
	if !bytes.Contains(src, []byte(" markdown")) {
		return src
	}
	var out []byte
	fence := ""
	var asked []bool // of the blocks that are open
	for at := 0; at < len(src); {
		end := len(src)
		if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
			end = at + n
		}
		line := src[at:end]
		if fence = fenceAfter(fence, line); fence == "" {
			t := tag{}
			if text := bytes.TrimSpace(line); len(text) > 2 && text[0] == '<' && text[len(text)-1] == '>' {
				var behind int
				if t, behind = nextTag(string(text), 0); behind < len(text) {
					t = tag{}
				}
			}
			blank := false
			switch {
			case t.name != "div" && t.name != "section":
			case !t.closes:
				blank = t.has("markdown") && t.attr("markdown") != "0"
				asked = append(asked, blank)
			case len(asked) > 0:
				blank = asked[len(asked)-1]
				asked = asked[:len(asked)-1]
			}
			if blank {
				if out == nil {
					out = bytes.Clone(src)
				}
				for i := at; i < end; i++ {
					out[i] = ' '
				}
			}
		}
		at = end + 1
	}
	if out == nil {
		return src
	}
	return out
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
