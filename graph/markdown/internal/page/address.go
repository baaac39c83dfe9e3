package page

import (
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// mendLinks makes links of "[text](a file.md)" and "[text] (file.md)", which are
// none for the space in them, and takes the brackets off "[[a page]]".
func (run *run) mendLinks() {
	for i := 0; i < len(run.spans); i++ {
		s := run.spans[i]
		if s.url != "" || s.style&(picture|code) != 0 {
			continue
		}
		open := strings.IndexByte(s.text, '[')
		if open < 0 {
			continue
		}
		if strings.HasPrefix(s.text[open:], "[[") {
			run.spans[i].text = s.text[:open] + namesOfPages(s.text[open:])
			continue
		}
		run.joinBare(i)
		s = run.spans[i]
		middle, gap := strings.Index(s.text[open:], "]("), 0
		if middle < 0 {
			middle, gap = strings.Index(s.text[open:], "] ("), 1
		}
		if middle < 2 {
			continue
		}
		middle += open
		end := strings.IndexByte(s.text[middle:], ')')
		if end < 3 {
			continue
		}
		end += middle
		address := s.text[middle+2+gap : end]
		if gap > 0 && !isAddress(address) {
			continue
		}
		link := span{text: s.text[open+1 : middle], url: strings.ReplaceAll(address, " ", "%20"), at: s.at + open + 1, style: s.style}
		var parts []span
		if open > 0 {
			parts = append(parts, span{text: s.text[:open], at: s.at, style: s.style})
		}
		parts = append(parts, link)
		if end+1 < len(s.text) {
			parts = append(parts, span{text: s.text[end+1:], at: s.at + end + 1, style: s.style})
		}
		run.spans = slices.Replace(run.spans, i, i+1, parts...)
		i += len(parts) - 1
		if end+1 < len(s.text) {
			i-- // the rest may hold more
		}
	}
}

// namesOfPages takes the brackets off "[[a page]]" and "[[page|as it is called here]]".
func namesOfPages(s string) string {
	var b strings.Builder
	for {
		before, behind, opens := strings.Cut(s, "[[")
		name, rest, closes := strings.Cut(behind, "]]")
		if !opens || !closes || name == "" {
			return b.String() + s
		}
		if _, label, ok := strings.Cut(name, "|"); ok {
			name = label
		}
		b.WriteString(before)
		b.WriteString(name)
		s = rest
	}
}

// joinBare makes one text again of "[text] (http://…)", whose address has
// become a link by itself.
func (run *run) joinBare(i int) {
	if i+2 >= len(run.spans) || !strings.HasSuffix(run.spans[i].text, "] (") {
		return
	}
	s, link, tail := &run.spans[i], run.spans[i+1], run.spans[i+2]
	if isBare(link) && strings.HasPrefix(tail.text, ")") && tail.url == "" {
		s.text += link.text + tail.text
		run.spans = slices.Delete(run.spans, i+1, i+3)
	}
}

// isAddress says whether a text in brackets is an address, and no remark.
func isAddress(s string) bool {
	return !strings.Contains(s, " ") && (strings.Contains(s, "://") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "./") || isFileName(s))
}

// linkInBox reads "[x](address)", which the syntax takes for a ticked box. It
// gives the last node that it has read, or nil if it is none.
func (r *reader) linkInBox(run *run, n *east.TaskCheckBox, st style) ast.Node {
	t, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return nil
	}
	start := t.Segment.Start
	line := r.src[start:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	end := strings.IndexByte(line, ')')
	if !strings.HasPrefix(line, "(") || end < 2 || start < 3 || r.src[start-1] != ']' {
		return nil
	}
	name, address, behind := r.src[start-2:start-1], line[1:end], start+end+1
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && t.Segment.Stop >= behind {
			run.add(name, address, start-2, st)
			rest := *t
			rest.Segment = t.Segment.WithStart(behind)
			r.text(run, &rest, st, "")
			return c
		}
	}
	return nil
}

// address is a link's destination with its escapes and entities resolved.
func (r *reader) address(b []byte) string {
	s := r.sourced(b)
	if strings.IndexByte(s, '\\') >= 0 || strings.IndexByte(s, '&') >= 0 {
		return unescape(s)
	}
	return s
}

// isFootnote says whether a link is the mark of a footnote, whose note the
// syntax takes for an address.
func isFootnote(r *reader, n *ast.Link) bool {
	t, ok := n.FirstChild().(*ast.Text)
	return ok && t.Segment.Len() > 1 && r.src[t.Segment.Start] == '^'
}

// bare adds text with the addresses in it as links, as GitHub shows them.
func (r *reader) bare(run *run, s string, at int, st style) {
	for s != "" {
		start, end := bareAddress(s)
		if start < 0 {
			run.add(unescape(s), "", at, st)
			return
		}
		if start > 0 {
			run.add(unescape(s[:start]), "", at, st)
			r.join(run)
		}
		url := s[start:end]
		if strings.HasPrefix(url, "www.") {
			url = "http://" + url
		}
		run.add(s[start:end], url, at+start, st)
		s, at = s[end:], at+end
	}
}

// bareAddress finds the first address in a text, without the punctuation
// behind it, or −1.
func bareAddress(s string) (start, end int) {
	start = -1
	for _, begin := range [...]string{"https://", "http://", "www."} {
		if i := strings.Index(s, begin); i >= 0 && (start < 0 || i < start) && (i == 0 || !IsAlphanumeric(s[i-1])) && i+len(begin) < len(s) && IsAlphanumeric(s[i+len(begin)]) {
			start = i
		}
	}
	if start < 0 {
		return -1, -1
	}
	end = start
	for end < len(s) && s[end] > ' ' && s[end] != '<' && s[end] < 0x80 {
		end++
	}
	for end > start && strings.IndexByte("?!.,:*_~'\";", s[end-1]) >= 0 {
		end--
	}
	for end > start && s[end-1] == ')' && strings.Count(s[start:end], ")") > strings.Count(s[start:end], "(") {
		end--
	}
	return start, end
}

// IsPath says whether a name is that of a file with its extension, or of a folder.
func IsPath(s string) bool {
	if strings.ContainsAny(s, " :") {
		return false
	}
	name, folder := strings.CutSuffix(s, "/")
	return folder && name != "" || len(path.Ext(s)) > 1 && len(path.Ext(s)) < 7 && path.Ext(s) != s
}
