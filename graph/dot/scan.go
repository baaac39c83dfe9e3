package dot

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/internal/source"
)

// token is a piece of DOT: punctuation with its own text as kind, an
// identifier, or the end.
type token struct {
	kind   string // "{", "->", "id", "end", …
	text   string // of an identifier, unescaped
	quoted bool   // so that it is no keyword
	at     int
}

// scanner cuts DOT into tokens.
type scanner struct {
	data []byte
	at   int
}

// next is the next token; comments and lines that begin with "#" are skipped.
func (s *scanner) next() (token, error) {
	if err := s.skip(); err != nil {
		return token{}, err
	}
	start := s.at
	if start >= len(s.data) {
		return token{kind: "end", at: start}, nil
	}
	rest := s.data[start:]
	c := rest[0]
	switch {
	case bytes.HasPrefix(rest, []byte("->")), bytes.HasPrefix(rest, []byte("--")):
		s.at += 2
		return token{kind: string(rest[:2]), at: start}, nil
	case strings.IndexByte("{}[]=;,:+", c) >= 0:
		s.at++
		return token{kind: string(c), at: start}, nil
	case c == '"':
		text, err := s.quoted()
		return token{"id", text, true, start}, err
	case c == '<':
		text, err := s.html()
		return token{"id", text, true, start}, err
	case isName(c):
		for s.at < len(s.data) && isName(s.data[s.at]) {
			s.at++
		}
		return token{"id", string(s.data[start:s.at]), false, start}, nil
	case c == '-' && len(rest) > 1 && (isDigit(rest[1]) || rest[1] == '.'):
		s.at++
		for s.at < len(s.data) && (isDigit(s.data[s.at]) || s.data[s.at] == '.') {
			s.at++
		}
		return token{"id", string(s.data[start:s.at]), false, start}, nil
	}
	r, _ := utf8.DecodeRune(rest)
	return token{}, source.Errorf(s.data, start, "names with other characters stand in quotes", "unexpected %q", r)
}

// skip moves behind white space and comments.
func (s *scanner) skip() error {
	for s.at < len(s.data) {
		rest := s.data[s.at:]
		newLine := s.at == 0 || s.data[s.at-1] == '\n'
		switch {
		case strings.IndexByte(" \t\r\n\f\v", rest[0]) >= 0:
			s.at++
		case rest[0] == '#' && newLine, len(rest) > 1 && rest[0] == '/' && rest[1] == '/':
			for s.at < len(s.data) && s.data[s.at] != '\n' {
				s.at++
			}
		case len(rest) > 1 && rest[0] == '/' && rest[1] == '*':
			end := bytes.Index(rest, []byte("*/"))
			if end < 0 {
				return source.Errorf(s.data, s.at, "", "the comment has no end")
			}
			s.at += end + 2
		default:
			return nil
		}
	}
	return nil
}

// quoted reads a string. A backslash escapes a quote or itself, and \n, \l and
// \r end a line; a backslash before the end of a line joins two.
func (s *scanner) quoted() (string, error) {
	start := s.at
	var b strings.Builder
	for s.at++; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		if c == '"' {
			s.at++
			return controlReplacer.Replace(b.String()), nil
		}
		if c != '\\' || s.at+1 == len(s.data) {
			b.WriteByte(c)
			continue
		}
		s.at++
		switch c = s.data[s.at]; c {
		case 'n', 'l', 'r':
			b.WriteByte('\n')
		case '\n':
		case '\\', '"':
			b.WriteByte(c)
		default:
			b.WriteByte('\\')
			b.WriteByte(c)
		}
	}
	return "", source.Errorf(s.data, start, "", "the quotes have no end")
}

// controlReplacer changes control characters as Encode does.
var controlReplacer = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "")

// inline are the tags that do not part what stands before and behind them.
var inline = map[string]bool{"b": true, "font": true, "i": true, "o": true, "s": true, "sub": true, "sup": true, "u": true}

// html reads an HTML string; its text is what stands between the tags.
func (s *scanner) html() (string, error) {
	start, depth, tag := s.at, 0, 0
	var b strings.Builder
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case bytes.HasPrefix(s.data[s.at:], []byte("<!--")):
			end := bytes.Index(s.data[s.at:], []byte("-->"))
			if end < 0 {
				return "", source.Errorf(s.data, s.at, "", "the comment has no end")
			}
			s.at += end + len("-->") - 1
		case c == '<':
			if depth++; depth == 2 {
				tag = s.at
			}
		case c == '>':
			if depth--; depth == 0 {
				s.at++
				return strings.Join(strings.Fields(b.String()), " "), nil
			}
			if depth == 1 && !inline[tagName(s.data[tag:s.at])] {
				b.WriteByte(' ')
			}
		case depth == 1:
			b.WriteByte(c)
		}
	}
	return "", source.Errorf(s.data, start, "", "the HTML string has no end")
}

// tagName is the name in "<name …" or "</name".
func tagName(tag []byte) string {
	name := strings.TrimLeft(string(tag), "</")
	if end := strings.IndexAny(name, " \t\r\n/"); end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(name)
}

// isName tells whether c can be part of a name without quotes, or of a number.
func isName(c byte) bool {
	return c == '_' || c == '.' || isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
