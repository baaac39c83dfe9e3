package dot

import (
	"html"
	"strings"
)

// text is a label as one line: without Graphviz's line breaks and entities, and
// of a record without its frames and ports.
func text(label, shape string) string {
	if shape == "record" || shape == "Mrecord" {
		label = record(label)
	}
	return oneLine(entities(label))
}

// record is the text in the fields of a record, as it is read.
// https://graphviz.org/doc/info/shapes.html#record
func record(label string) string {
	var b strings.Builder
	port := false
	for i := 0; i < len(label); i++ {
		switch c := label[i]; {
		case c == '\\' && i+1 < len(label) && !port:
			i++
			b.WriteByte(label[i])
		case c == '<':
			port = true
		case c == '>':
			port = false
			b.WriteByte(' ')
		case port:
		case c == '{' || c == '}' || c == '|':
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// oneLine undoes the breaking of a label into lines.
func oneLine(label string) string {
	return strings.Join(strings.FieldsFunc(label, func(r rune) bool { return r == '\n' }), " ")
}

// longestEntity bounds the search for the end of an entity.
const longestEntity = 32

// entities resolves what Graphviz resolves in shown text: complete entities,
// and no bare "&".
func entities(s string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, '&')
		if start < 0 {
			return b.String() + s
		}
		end := strings.IndexByte(s[start:min(len(s), start+longestEntity)], ';')
		if end < 0 || strings.ContainsAny(s[start+1:start+end], "& \t\n") {
			b.WriteString(s[:start+1])
			s = s[start+1:]
			continue
		}
		b.WriteString(s[:start] + html.UnescapeString(s[start:start+end+1]))
		s = s[start+end+1:]
	}
}
