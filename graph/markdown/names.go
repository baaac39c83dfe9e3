package markdown

import (
	"bytes"
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// names finds nodes by what authors call them.
type names struct {
	b      *builder
	whole  calls            // by title, label and number with title
	pieces calls            // by a piece of the title that can stand for it
	codes  calls            // by a number or another column's code: "3", "CS-101"
	urls   map[string]int   // by address, −1 where several have it; see at
	begins map[string][]int // by the first letters of the title, so many as are looked at
	ends   map[string][]int // by its last words, when they are first asked for; see ending
	keys   []string         // of the titles, by node
	titles []string         // so many as are looked at
	name   string           // that was looked up last, and its key
	key    []byte
	// The last word that was looked up as one for what a course counts, and whether it is.
	word      string
	isCounted bool
}

// calls are the nodes that are called something, in document order.
type calls struct {
	by   map[string]called
	list []call
}

// called is where the nodes of one name stand in the list, the first and the last,
// and how many they are.
type called struct{ first, last, n int32 }

type call struct{ node, next int32 }

func (c *calls) add(key string, node int) {
	x, known := c.by[key]
	if key == "" || x.n == maxSimilar {
		return
	}
	at := int32(len(c.list))
	c.list = append(c.list, call{node: int32(node)})
	if !known {
		x.first = at
	} else {
		c.list[x.last].next = at
	}
	c.by[key] = called{x.first, at, x.n + 1}
}

func newNames(b *builder) *names {
	many := len(b.g.Nodes)
	n := &names{
		b: b, begins: map[string][]int{}, keys: make([]string, many),
		whole:  calls{make(map[string]called, many), make([]call, 0, many)},
		pieces: calls{by: map[string]called{}}, codes: calls{by: map[string]called{}},
	}
	for i := range b.g.Nodes {
		node := &b.g.Nodes[i]
		if node.Kind == graph.Course || node.Kind == graph.Resource || b.made.Excluded(i) {
			continue
		}
		key := nameKey(node.Title)
		n.keys[i] = key
		if len(n.titles) < maxNearest {
			n.titles = append(n.titles, node.Title)
		}
		if o := opening(key); len(n.begins[o]) < maxSimilar {
			n.begins[o] = append(n.begins[o], i)
		}
		n.whole.add(key, i)
		if node.Label != "" && node.Label != node.Title {
			n.whole.add(nameKey(node.Label), i)
		}
		if rest := behindLabel(node.Title); rest != "" {
			n.whole.add(nameKey(rest), i)
		}
		if node.Number != "" {
			n.whole.add(nameKey(node.Number+" "+node.Title), i)
			n.codes.add(nameKey(numberOf(node.Number)), i)
		}
		for _, piece := range pieces(node.Title) {
			n.pieces.add(nameKey(piece), i)
		}
		for _, value := range node.Attributes {
			if isCode(value) {
				n.codes.add(nameKey(value), i)
			}
		}
	}
	return n
}

// nameKey is what names are compared by: folded, without "and" and articles,
// Roman numbers as others, and the marks that tell "C", "C++" and "C#" apart as
// letters.
func nameKey(s string) string { return string(appendNameKey(make([]byte, 0, len(s)), s)) }

func appendNameKey(b []byte, s string) []byte {
	for i := 1; i < len(s); i++ {
		if (s[i] == '+' || s[i] == '#') && page.IsAlphanumeric(s[i-1]) {
			s = signWords.Replace(s)
			break
		}
	}
	rest := page.AppendFold(b, s)
	key := rest[:0] // what is written is never longer than what was read
	for first := true; len(rest) > 0; first = false {
		word := rest
		if end := bytes.IndexByte(rest, ' '); end >= 0 {
			word, rest = rest[:end], rest[end+1:]
		} else {
			rest = nil
		}
		if string(word) == "and" || string(word) == "the" {
			continue
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		if number := romanOf(word); number != "" && !first {
			key = append(key, number...)
		} else {
			key = append(key, word...)
		}
	}
	return key
}

var signWords = strings.NewReplacer("++", "plusplus", "#", "sharp")

var roman = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}

func romanOf(word []byte) string {
	if len(word) > 4 || word[0] != 'i' && word[0] != 'v' {
		return ""
	}
	return roman[string(word)]
}

// opening is the key's first two characters: names that can stand for each
// other share them.
func opening(key string) string { return page.FirstRunes(key, 2) }

// pieces are the pieces of a title that can stand for it: what is before its
// bracket, the bracket ("NLP"), what is before its colon, and behind it, if
// that is more than a word ("Introduction").
func pieces(title string) []string {
	var out []string
	if open := page.TrailingBracket(title); open > 0 {
		out = append(out, title[:open], strings.Trim(title[open:], "()[]（）【】"))
	}
	if name := page.BeforeColon(title); name != "" {
		out = append(out, name)
		if rest := strings.TrimLeft(title[len(name):], ":： "); strings.ContainsRune(rest, ' ') {
			out = append(out, rest)
		}
	}
	return out
}

// behindLabel is a title without the label that counts it: "Capacitors" of
// "Day 3: Capacitors"; or "".
func behindLabel(title string) string {
	label := page.BeforeColon(title)
	if last, _ := utf8.DecodeLastRuneInString(label); !unicode.IsDigit(last) {
		return ""
	}
	return strings.TrimLeft(title[len(label):], ":： ")
}

// isCode says whether a column's value can name its row: one word or two, with
// a digit or a mark of those that join words: "CS-101", "BIO 1311", "sv/loops".
func isCode(s string) bool {
	return len(s) <= 40 && strings.Count(s, " ") <= 1 && strings.ContainsFunc(s, unicode.IsLetter) && strings.ContainsAny(s, "0123456789-_/.")
}

// numberOf is a number as others may write it: "01" is "1".
func numberOf(s string) string { return cmp.Or(strings.TrimLeft(s, "0"), s) }

// address is what addresses are compared by. Where a page of the web opens makes
// no difference.
func address(url string) string {
	if _, page, ok := strings.Cut(url, "://"); ok {
		url, _, _ = strings.Cut(strings.TrimPrefix(page, "www."), "#")
	} else if strings.HasPrefix(url, "#") {
		return ""
	}
	return strings.TrimRight(url, "/")
}

// find is the node that a name means for the node that wants it, or −1. guessed
// says that it is called otherwise, or so by one word of many, or that several
// are called so in part.
func (n *names) find(name string, wants int, within func(int) bool) (found int, guessed bool) {
	if i, guessed := n.called(name, wants, within); i >= 0 {
		return i, guessed
	}
	if key := n.keyOf(name); len(key) > 0 {
		return n.like(string(key), wants, within), true
	}
	return -1, false
}

// keyOf is the key of a name, good until that of the next one.
func (n *names) keyOf(name string) []byte {
	if name != n.name {
		n.name, n.key = name, appendNameKey(n.key[:0], name)
	}
	return n.key
}

// called is the same of the nodes that are called so, in whole or in part.
func (n *names) called(name string, wants int, within func(int) bool) (found int, guessed bool) {
	key := n.keyOf(name)
	if len(key) == 0 {
		return -1, false
	}
	whole, piece, single := n.whole.by[string(key)], n.pieces.by[string(key)], bytes.IndexByte(key, ' ') < 0
	if i := n.nearestCalled(&n.whole, whole, wants, within); i >= 0 {
		return i, false
	}
	if i := n.coded(name, wants, within); i >= 0 {
		return i, false
	}
	return n.nearestCalled(&n.pieces, piece, wants, within), piece.n > 1 || single
}

// A candidate is the nearest to a node that wants one: topics come before
// sections and these before parts; then what is in the same section, in the same
// part, above rather than below. What holds a node, or is held by it, is none.
type candidate struct {
	*names
	wants  int
	within func(int) bool
	best   int // −1 for none
	rank   int
}

func (n *names) candidate(wants int, within func(int) bool) candidate {
	return candidate{names: n, wants: wants, within: within, best: -1, rank: 1 << 30}
}

// consider looks at one more.
func (c *candidate) consider(i int) {
	if c.b.isBelow(i, c.wants) || c.b.isBelow(c.wants, i) || c.within != nil && !c.within(i) {
		return
	}
	if r := c.distance(i, c.wants); r < c.rank {
		c.best, c.rank = i, r
	}
}

// nearestCalled is the nearest of those that are called the same, or −1.
func (n *names) nearestCalled(in *calls, x called, wants int, within func(int) bool) int {
	c := n.candidate(wants, within)
	for at := x.first; x.n > 0; x.n-- {
		c.consider(int(in.list[at].node))
		at = in.list[at].next
	}
	return c.best
}

// coded is the node with a number or code: "3", "Lesson 3", "CS-101".
func (n *names) coded(name string, wants int, within func(int) bool) int {
	if len(n.codes.by) == 0 {
		return -1
	}
	name = strings.TrimLeft(name, "# ")
	x := n.numbered(name)
	if kind, number, ok := strings.Cut(name, " "); ok && x.n == 0 && n.counts(kind) {
		x = n.numbered(number)
	}
	return n.nearestCalled(&n.codes, x, wants, within)
}

// counts says whether a word is one for what a course counts. It is often asked of the
// same word again.
func (n *names) counts(word string) bool {
	if word != n.word {
		n.word, n.isCounted = word, counted.Is(word)
	}
	return n.isCounted
}

func (n *names) numbered(number string) called {
	return n.codes.by[string(n.keyOf(numberOf(number)))]
}

// part is the other part of what wants it: "Part 1" for "Sails, Part 2"; or −1.
func (n *names) part(name string, wants int) int {
	word, _, ok := strings.Cut(nameKey(name), " ")
	own := n.keys[wants]
	at := strings.LastIndex(own, " "+word+" ")
	if !ok || at < 0 || strings.Contains(own[at+len(word)+2:], " ") {
		return -1
	}
	i, _ := n.find(own[:at+1]+name, wants, nil)
	return i
}

// counted are the words for what a course counts.
const counted = page.Kindly | page.TopicColumn | page.GroupColumn | page.NumberColumn

// at is the only node at an address, or −1.
func (n *names) at(url string, wants int) int {
	if n.urls == nil {
		n.urls = map[string]int{}
		for i, key := range n.keys {
			u := address(n.b.g.Nodes[i].URL)
			if key == "" || u == "" {
				continue
			}
			if _, twice := n.urls[u]; twice {
				i = -1
			}
			n.urls[u] = i
		}
	}
	if i, ok := n.urls[address(url)]; ok && i >= 0 {
		c := n.candidate(wants, nil)
		c.consider(i)
		return c.best
	}
	return -1
}

// distance grades a candidate: by kind, then by how near it is.
func (n *names) distance(i, wants int) int {
	grade := 0
	switch n.b.g.Nodes[i].Kind {
	case graph.Section:
		grade = 100
	case graph.Part:
		grade = 200
	}
	switch p := n.b.made.Parent; {
	case p(i) == p(wants):
	case p(max(p(i), 0)) == p(max(p(wants), 0)):
		grade += 10
	default:
		grade += 20
	}
	if i > wants {
		grade++
	}
	return grade
}
