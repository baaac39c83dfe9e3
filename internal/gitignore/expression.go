package gitignore

import (
	"fmt"
	"regexp"
	"strings"
)

// expression is a pattern as a regular expression for [wide] texts: "*" and "?"
// stop at slashes, and "**" between slashes is any number of folders. A pattern that
// is not finished matches nothing.
func expression(pattern string) (string, bool) {
	var b strings.Builder
	b.WriteString(`(?s)^`)
	for i := 0; i < len(pattern); {
		switch c := pattern[i]; c {
		case '*':
			end := i
			for end < len(pattern) && pattern[end] == '*' {
				end++
			}
			atStart := i == 0 || pattern[i-1] == '/'
			switch isLong := end-i > 1 && atStart; {
			case isLong && end == len(pattern):
				b.WriteString(`.*`)
			case isLong && pattern[end] == '/':
				b.WriteString(`(?:.*/)?`)
				end++
			default:
				b.WriteString(`[^/]*`)
			}
			i = end
		case '?':
			b.WriteString(`[^/]`)
			i++
		case '[':
			set, size, ok := class(pattern[i:])
			if !ok {
				return "", false
			}
			b.WriteString(set)
			i += size
		case '\\':
			if i++; i == len(pattern) {
				return "", false
			}
			b.WriteString(regexp.QuoteMeta(wide(pattern[i : i+1])))
			i++
		default:
			b.WriteString(regexp.QuoteMeta(wide(pattern[i : i+1])))
			i++
		}
	}
	b.WriteByte('$')
	return b.String(), true
}

// class is the set of bytes that a pattern begins with, "[a-z]", and its length.
func class(pattern string) (expression string, size int, ok bool) {
	var in [256]bool
	i := 1
	negated := i < len(pattern) && (pattern[i] == '!' || pattern[i] == '^')
	if negated {
		i++
	}
	for first := true; ; first = false {
		if i >= len(pattern) {
			return "", 0, false
		}
		if pattern[i] == ']' && !first {
			i++
			break
		}
		if strings.HasPrefix(pattern[i:], "[:") {
			name, _, closed := strings.Cut(pattern[i+2:], "]")
			if !closed {
				return "", 0, false
			}
			if named, isClass := strings.CutSuffix(name, ":"); isClass {
				among, err := regexp.Compile("[[:" + named + ":]]")
				if err != nil || named == "word" || named == "ascii" || strings.HasPrefix(named, "^") {
					return "", 0, false // git has no such class
				}
				for c := range 128 {
					in[c] = in[c] || among.MatchString(string(rune(c)))
				}
				i += len("[:") + len(name) + len("]")
				continue
			}
		}
		from, next, ok := member(pattern, i)
		if !ok {
			return "", 0, false
		}
		to := from
		if next+1 < len(pattern) && pattern[next] == '-' && pattern[next+1] != ']' {
			if to, next, ok = member(pattern, next+1); !ok {
				return "", 0, false
			}
		}
		for c := int(from); c <= int(to); c++ {
			in[c] = true
		}
		i = next
	}
	var b strings.Builder
	for c := range in {
		if in[c] != negated && c != '/' {
			fmt.Fprintf(&b, `\x%02x`, c)
		}
	}
	if b.Len() == 0 {
		return "", 0, false
	}
	return "[" + b.String() + "]", i, true
}

// member is the byte at a place in a set, and where the next one is.
func member(pattern string, i int) (c byte, next int, ok bool) {
	if pattern[i] == '\\' {
		i++
	}
	if i >= len(pattern) {
		return 0, 0, false
	}
	return pattern[i], i + 1, true
}
