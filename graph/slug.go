package graph

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Slug is the anchor that GitHub gives to a heading with this text:
// lower-case, without what is neither letter, mark, digit, "_", space nor
// hyphen, and with hyphens for spaces. Letters of all scripts stay. Nothing is
// trimmed: "🧩 Basics" gives "-basics", as on GitHub.
//
// The kept characters are those of Ruby's \p{Word}, which GitHub's
// html-pipeline uses, and of npm's github-slugger.
func Slug(title string) string {
	var buffer [64]byte
	return string(AppendSlug(buffer[:0], title))
}

// AppendSlug appends the [Slug] of a title to b.
func AppendSlug(b []byte, title string) []byte {
	for _, r := range title {
		switch {
		case r == ' ' || r == '-':
			b = append(b, '-')
		case r == 'İ': // the one letter whose lower case is two code points
			b = append(b, "i\u0307"...)
		case isWord(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

func isWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc, unicode.Other_Alphabetic)
}

// Slugger hands out the anchors of one document: the second heading of the
// same text gets "-1", the third "-2". The zero Slugger is ready to use; it is
// not safe for concurrent use.
type Slugger struct {
	used map[string]int
}

// Slug is the anchor of the next heading with this text.
func (s *Slugger) Slug(title string) string {
	return s.Unique(Slug(title))
}

// Unique is slug itself, or the first of slug-1, slug-2, … that was not
// handed out yet.
func (s *Slugger) Unique(slug string) string {
	if s.used == nil {
		s.used = map[string]int{}
	}
	unique := slug
	for {
		if _, taken := s.used[unique]; !taken {
			break
		}
		s.used[slug]++
		unique = slug + "-" + strconv.Itoa(s.used[slug])
	}
	s.used[unique] = 0
	return unique
}
