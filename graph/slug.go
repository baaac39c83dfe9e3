package graph

import (
	"strconv"
	"strings"
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

// MaxElement is how many characters of a title's slug make an element of an ID.
// The slug of a sentence is nothing that anybody types, and file names are made
// of IDs. (Anchors are no IDs: they are as long as GitHub makes them.)
const MaxElement = 60

// Shorten cuts a slug to so many characters: between words where one ends in
// the second half, else between letters, with their marks. The result depends on nothing but the slug.
func Shorten(slug string, most int) string {
	if len(slug) <= most || utf8.RuneCountInString(slug) <= most {
		return slug
	}
	end := 0
	for range most {
		_, n := utf8.DecodeRuneInString(slug[end:])
		end += n
	}
	if word := strings.LastIndexByte(slug[:end+1], '-'); word > end/2 {
		end = word
	}
	for whole := end; end > 0; {
		if r, _ := utf8.DecodeRuneInString(slug[end:]); !unicode.Is(unicode.M, r) {
			break
		}
		_, n := utf8.DecodeLastRuneInString(slug[:end])
		if end -= n; end == 0 { // nothing but marks
			end = whole
			break
		}
	}
	return strings.TrimRight(slug[:end], "-")
}

// ShortID is an ID with each of its elements shortened. Earlier versions of the
// program, which shortened nothing, gave the node of ShortID(id) the ID id, unless
// another one begins with the same words: see [Graph.LongIDs].
func ShortID(id string) string {
	if len(id) <= MaxElement {
		return id
	}
	elements := strings.Split(id, "/")
	for i, e := range elements {
		elements[i] = Shorten(e, MaxElement)
	}
	return strings.Join(elements, "/")
}

// LongIDs are the IDs that nodes had before those of long titles were shortened, each
// with the one that its node has now; only of nodes for which the two differ.
func (g *Graph) LongIDs() map[string]string {
	was := map[string]string{}  // by the ID of today
	long := map[string]string{} // the other way round
	for _, n := range g.Nodes {
		last := n.ID[strings.LastIndexByte(n.ID, '/')+1:]
		if len(n.Title) > MaxElement {
			slug := strings.Trim(Slug(strings.TrimSpace(n.Title)), "-")
			if short := Shorten(slug, MaxElement); short != slug && strings.HasPrefix(last, short) {
				last = slug
			}
		}
		above, moved := was[n.Parent]
		switch {
		case moved:
			last = above + "/" + last
		case strings.Contains(n.ID, "/"):
			last = n.Parent + "/" + last
		}
		if last != n.ID {
			was[n.ID], long[last] = last, n.ID
		}
	}
	return long
}
