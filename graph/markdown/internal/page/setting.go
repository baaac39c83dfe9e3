package page

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Setting is a key in a comment, with its value if it has one.
type Setting struct {
	Key      string // in small letters
	Value    string // without its quotation marks
	HasValue bool   // it may be an empty one
	Unclosed bool   // no quotation mark closes the value, which is the rest of the comment
	Position graph.Position
}

// Bool is what a setting says whose key needs no value. The key alone says yes,
// and so does a value that says neither yes nor no, for which ok is false.
func (s Setting) Bool() (yes, ok bool) {
	switch strings.ToLower(s.Value) {
	case "true", "yes":
		return true, true
	case "false", "no":
		return false, true
	}
	return true, !s.HasValue
}

// quotes are the marks that a value may stand between: the one that opens it,
// and those of which the first closes it.
var quotes = [...]struct{ open, close string }{
	{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}, {"„", "“”"}, {"‚", "‘’"}, {"«", "»"}, {"»", "«"}, {"”", "”"}, {"’", "’"},
}

// settings reads what a comment says: settings with their offsets, without
// positions. The grammar is written down in the documentation of package markdown.
func settings(s string) iter.Seq2[int, Setting] {
	return func(yield func(int, Setting) bool) {
		for i := skip(s, 0, isBetween); i < len(s); i = skip(s, i, isBetween) {
			found, next := nextSetting(s, i)
			if !yield(i, found) {
				return
			}
			i = next
		}
	}
}

// nextSetting reads the setting that begins at s[i], and gives the offset behind.
func nextSetting(s string, i int) (Setting, int) {
	end := skip(s, i, func(c rune) bool { return c != '=' && !isBetween(c) })
	found := Setting{Key: strings.ToLower(s[i:end])}
	equals := skip(s, end, isSpace)
	if equals == len(s) || s[equals] != '=' {
		return found, end
	}
	found.HasValue = true
	i = skip(s, equals+1, isSpace)
	for _, q := range quotes {
		text, ok := strings.CutPrefix(s[i:], q.open)
		if !ok {
			continue
		}
		i += len(q.open)
		n := strings.IndexAny(text, q.close)
		if found.Unclosed = n < 0; found.Unclosed {
			found.Value = squeeze(text)
			return found, len(s)
		}
		if found.Value = text[:n]; strings.IndexByte(found.Value, '\n') >= 0 {
			found.Value = squeeze(found.Value)
		}
		_, size := utf8.DecodeRuneInString(text[n:])
		return found, i + n + size
	}
	end = skip(s, i, func(c rune) bool { return !isSpace(c) })
	if i > equals+1 && strings.IndexByte(s[i:end], '=') >= 0 {
		return found, equals + 1 // "label= icon=x" gives label no value
	}
	found.Value = strings.TrimRight(s[i:end], ",")
	return found, end
}

// isBetween says whether a character may stand between settings.
func isBetween(c rune) bool { return c == ',' || isSpace(c) }

// skip is the first offset from i on of what does not belong.
func skip(s string, i int, belongs func(rune) bool) int {
	if n := strings.IndexFunc(s[i:], func(c rune) bool { return !belongs(c) }); n >= 0 {
		return i + n
	}
	return len(s)
}
