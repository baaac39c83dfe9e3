package html

import "bytes"

// terse leaves out of markup what HTML reads without: the quotes of attributes whose
// values need none, the breaks of lines between tags, and the end tags of items and
// paragraphs, each of which is followed by another one or by the end of what holds it.
// Markup has all attributes in double quotes, and ">" as text is escaped.
func terse(markup []byte) []byte {
	out := make([]byte, 0, len(markup))
	for len(markup) > 0 {
		switch {
		case bytes.HasPrefix(markup, []byte("</li>")), bytes.HasPrefix(markup, []byte("</p>")):
			markup = markup[bytes.IndexByte(markup, '>')+1:]
		case markup[0] == '<':
			end := bytes.IndexByte(markup, '>') + 1
			out = appendTag(out, markup[:end])
			markup = markup[end:]
		default:
			end := bytes.IndexByte(markup, '<')
			if end < 0 {
				end = len(markup)
			}
			if text := markup[:end]; string(text) != "\n" {
				out = append(out, text...)
			}
			markup = markup[end:]
		}
	}
	return out
}

// appendTag appends a tag. Before the slash of an element without content stands a
// space where it would be taken for the end of a value.
func appendTag(out, tag []byte) []byte {
	for {
		before, rest, more := bytes.Cut(tag, []byte(`="`))
		out = append(out, before...)
		if !more {
			return out
		}
		value, after, _ := bytes.Cut(rest, []byte{'"'})
		tag = after
		switch {
		case len(value) == 0:
		case bytes.ContainsAny(value, " \t\n\f\r'=<>`"):
			out = append(append(append(out, `="`...), value...), '"')
		default:
			out = append(append(out, '='), value...)
			if after[0] == '/' {
				out = append(out, ' ')
			}
		}
	}
}
