package page

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// A tag is one HTML tag. Attributes are looked up when asked for.
type tag struct {
	name   string // lower-case; "" if there was no tag
	closes bool
	inside string // what stands between name and ">"
}

// nextTag reads the tag that begins at s[i] == '<' and gives the offset behind
// it. For what is no tag it gives a tag without name and the offset behind "<".
func nextTag(s string, i int) (tag, int) {
	var t tag
	j := i + 1
	if j < len(s) && s[j] == '/' {
		t.closes = true
		j++
	}
	start := j
	for j < len(s) && IsAlphanumeric(s[j]) {
		j++
	}
	if j == start || s[start] >= '0' && s[start] <= '9' {
		return tag{}, i + 1
	}
	name := s[start:j]
	end := tagEnd(s, j)
	if end < 0 {
		return tag{}, i + 1
	}
	t.name, t.inside = strings.ToLower(name), s[j:end]
	return t, end + 1
}

// tagEnd is the offset of the ">" that closes a tag, not one in quotes, or −1.
// It gives up after a few thousand bytes, so that many "<" cost no more.
func tagEnd(s string, i int) int {
	var quote byte
	for limit := min(len(s), i+4096); i < limit; i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

// attr is the value of an attribute, with entities resolved; "" without it.
func (t tag) attr(name string) string {
	value, _ := t.lookup(name)
	return value
}

// has says whether a tag has an attribute, with or without a value.
func (t tag) has(name string) bool {
	_, ok := t.lookup(name)
	return ok
}

func (t tag) lookup(name string) (value string, ok bool) {
	s := t.inside
	for s != "" {
		s = strings.TrimLeft(s, " \t\n/")
		n := strings.IndexAny(s, "= \t\n/")
		if n < 0 {
			return "", strings.EqualFold(s, name)
		}
		key := s[:n]
		s = strings.TrimLeft(s[n:], " \t\n")
		value := ""
		if rest, ok := strings.CutPrefix(s, "="); ok {
			value, s = attrValue(strings.TrimLeft(rest, " \t\n"))
		} else {
			s = strings.TrimPrefix(s, "/")
		}
		if strings.EqualFold(key, name) {
			return string(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(value)))), true
		}
	}
	return "", false
}

func attrValue(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		if n := strings.IndexByte(s[1:], q); n >= 0 {
			return s[1 : 1+n], s[n+2:]
		}
		return s[1:], ""
	}
	if n := strings.IndexAny(s, " \t\n"); n >= 0 {
		return s[:n], s[n:]
	}
	return s, ""
}
