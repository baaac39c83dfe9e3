package themes

import "strings"

// readPlain flattens a built-in theme. It reads the plain part of YAML that
// these are written in: one level of nesting by lines, more by braces, no
// escapes, no braces or commas in strings. The full reader would need 0.5 ms of
// each start of the program; a test holds this one to it.
func readPlain(text string) []entry {
	count := strings.Count(text, ":")
	r := plainReader{entries: make([]entry, 0, count), keys: make([]key, 0, 4*count)}
	var above []key
	for line := range strings.Lines(text) {
		r.rest = strings.TrimSpace(line)
		if r.rest == "" || r.rest[0] == '#' {
			continue
		}
		if line[0] != ' ' {
			above = nil
		}
		keys := r.key(above)
		if r.rest == "" {
			above = keys
			continue
		}
		r.value(keys)
	}
	return r.entries
}

// plainReader takes keys and values off the front of a line.
type plainReader struct {
	rest    string
	entries []entry
	keys    []key // of all entries
}

// key takes a key and its colon; the result is the way to it from above.
func (r *plainReader) key(above []key) []key {
	name, rest, _ := strings.Cut(r.rest, ":")
	r.rest = strings.TrimLeft(rest, " ")
	from := len(r.keys)
	r.keys = append(r.keys, above...)
	for part := range strings.SplitSeq(name, ".") {
		r.keys = append(r.keys, key{name: part})
	}
	return r.keys[from:]
}

// value takes a string, a word, a list or a mapping.
func (r *plainReader) value(keys []key) {
	switch r.rest[0] {
	case '{':
		for r.rest[0] != '}' {
			r.rest = r.rest[1:] // the brace or comma
			r.rest = strings.TrimLeft(r.rest, " ")
			r.value(r.key(keys))
		}
		r.rest = r.rest[1:]
		return
	case '[':
		list, rest, _ := strings.Cut(r.rest[1:], "]")
		r.rest = rest
		r.add(keys, strings.ReplaceAll(list, ",", ""))
	case '"':
		word, rest, _ := strings.Cut(r.rest[1:], `"`)
		r.rest = rest
		r.add(keys, word)
	default:
		end := strings.IndexAny(r.rest, ",}#")
		if end < 0 {
			end = len(r.rest)
		}
		r.add(keys, strings.TrimSpace(r.rest[:end]))
		r.rest = r.rest[end:]
	}
}

func (r *plainReader) add(keys []key, value string) {
	r.entries = append(r.entries, entry{keys: keys, value: value})
}
