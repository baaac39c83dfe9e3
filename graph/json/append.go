package json

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// What follows writes elements as package encoding/json does by their tags, which the
// tests compare, without the memory and the time that this takes to find its way: a
// figure is written with its whole graph.

func appendNode(b []byte, n *graph.Node) []byte {
	b = appendString(append(b, `{"id":`...), n.ID)
	b = appendString(append(b, `,"kind":`...), string(n.Kind))
	b = appendField(b, "parent", n.Parent)
	b = appendString(append(b, `,"title":`...), n.Title)
	b = appendField(b, "label", n.Label)
	b = appendField(b, "number", n.Number)
	b = appendField(b, "icon", n.Icon)
	b = appendField(b, "summary", n.Summary)
	linked := graph.SafeLink(n.URL) == n.URL
	if linked {
		b = appendField(b, "url", n.URL)
	}
	b = appendField(b, "author", n.Author)
	b = appendTrue(b, "optional", n.Optional)
	b = appendTrue(b, "implied", n.Implied)
	b = appendField(b, "status", string(n.Status))
	b = appendField(b, "side", n.Side)
	b = appendField(b, "excluded", n.Excluded)
	b = appendAttributes(b, n.Attributes)
	b = appendPosition(b, "source", n.Source)
	b = appendPosition(b, "iconSource", n.IconSource)
	if !linked {
		b = appendField(b, "unlinked", n.URL)
	}
	return append(b, '}')
}

func appendEdge(b []byte, e *graph.Edge) []byte {
	b = appendString(append(b, `{"from":`...), e.From)
	b = appendString(append(b, `,"to":`...), e.To)
	b = appendString(append(b, `,"kind":`...), string(e.Kind))
	b = appendField(b, "reason", e.Reason)
	b = appendField(b, "guess", e.Guess)
	b = appendPosition(b, "source", e.Source)
	b = appendField(b, "label", e.Label)
	return append(b, '}')
}

func appendImage(b []byte, i *graph.Image) []byte {
	b = appendString(append(b, `{"node":`...), i.Node)
	b = appendString(append(b, `,"url":`...), i.URL)
	b = appendField(b, "alt", i.Alt)
	b = appendField(b, "mode", i.Mode)
	b = appendPosition(b, "source", i.Source)
	return append(b, '}')
}

// appendName begins a field that is not the first one.
func appendName(b []byte, name string) []byte {
	return append(append(append(b, `,"`...), name...), `":`...)
}

// appendField appends a field that is left out where it is empty.
func appendField(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	return appendString(appendName(b, name), value)
}

func appendTrue(b []byte, name string, value bool) []byte {
	if !value {
		return b
	}
	return append(appendName(b, name), "true"...)
}

func appendAttributes(b []byte, attributes map[string]string) []byte {
	if len(attributes) == 0 {
		return b
	}
	b = appendName(b, "attributes")
	separator := byte('{')
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		b = append(appendString(append(b, separator), name), ':')
		b = appendString(b, attributes[name])
		separator = ','
	}
	return append(b, '}')
}

func appendPosition(b []byte, name string, p graph.Position) []byte {
	if p == (graph.Position{}) {
		return b
	}
	b = append(appendName(b, name), '{')
	start := len(b)
	b = appendField(b, "file", p.File)
	b = appendInt(b, "line", p.Line)
	b = appendInt(b, "column", p.Column)
	b = slices.Delete(b, start, start+1) // the comma before the first
	return append(b, '}')
}

func appendInt(b []byte, name string, value int) []byte {
	if value == 0 {
		return b
	}
	return strconv.AppendInt(appendName(b, name), int64(value), 10)
}

// appendString appends a text in quotes. Broken UTF-8 becomes U+FFFD, and what ends
// lines in JavaScript is escaped.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0 // of what stands as it is
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			escaped := ""
			switch {
			case r == utf8.RuneError && size == 1:
				escaped = `\ufffd`
			case r == '\u2028':
				escaped = `\u2028`
			case r == '\u2029':
				escaped = `\u2029`
			}
			if escaped != "" {
				b = append(append(b, s[from:i]...), escaped...)
				from = i + size
			}
			i += size
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(append(b, s[from:i]...), '\\')
		switch c {
		case '"', '\\':
			b = append(b, c)
		case '\b':
			b = append(b, 'b')
		case '\f':
			b = append(b, 'f')
		case '\n':
			b = append(b, 'n')
		case '\r':
			b = append(b, 'r')
		case '\t':
			b = append(b, 't')
		default:
			b = append(b, 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}
