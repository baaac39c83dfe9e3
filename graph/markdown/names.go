package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// names finds nodes by what authors call them.
type names struct {
	b      *builder
	whole  map[string][]int // by title, label and number with title
	pieces map[string][]int // by a piece of the title that can stand for it
	codes  map[string][]int // by a number or another column's code: "3", "CS-101"
	urls   map[string]int   // by address, −1 where several have it; see at
	begins map[string][]int // by the first letters of the title
	keys   []string         // of the titles, by node
	titles []string
}

func newNames(b *builder) *names {
	n := &names{
		b: b, whole: map[string][]int{}, pieces: map[string][]int{}, codes: map[string][]int{},
		begins: map[string][]int{}, keys: make([]string, len(b.g.Nodes)),
	}
	for i := range b.g.Nodes {
		node := &b.g.Nodes[i]
		if node.Kind == graph.Course || node.Kind == graph.Resource || b.made.Excluded(i) {
			continue
		}
		key := nameKey(node.Title)
		n.titles = append(n.titles, node.Title)
		n.keys[i] = key
		n.begins[opening(key)] = append(n.begins[opening(key)], i)
		add := func(to map[string][]int, name string) {
			if k := nameKey(name); k != "" && len(to[k]) < maxSimilar {
				to[k] = append(to[k], i)
			}
		}
		add(n.whole, node.Title)
		if node.Label != "" && node.Label != node.Title {
			add(n.whole, node.Label)
		}
		if rest := behindLabel(node.Title); rest != "" {
			add(n.whole, rest)
		}
		if node.Number != "" {
			add(n.whole, node.Number+" "+node.Title)
			add(n.codes, numberKey(node.Number))
		}
		for _, piece := range pieces(node.Title) {
			add(n.pieces, piece)
		}
		for _, value := range node.Attributes {
			if isCode(value) {
				add(n.codes, value)
			}
		}
	}
	return n
}

// nameKey is what names are compared by: folded, without "and" and articles,
// Roman numbers as others, and the marks that tell "C", "C++" and "C#" apart as
// letters.
func nameKey(s string) string {
	for i := 1; i < len(s); i++ {
		if (s[i] == '+' || s[i] == '#') && page.IsAlphanumeric(s[i-1]) {
			s = signWords.Replace(s)
			break
		}
	}
	key := page.Fold(s)
	changed := false
	parts := strings.Fields(key)
	kept := parts[:0]
	for i, p := range parts {
		switch {
		case p == "and" || p == "the":
			changed = true
			continue
		case i > 0 && roman[p] != "":
			p, changed = roman[p], true
		}
		kept = append(kept, p)
	}
	if !changed {
		return key
	}
	return strings.Join(kept, " ")
}

var signWords = strings.NewReplacer("++", "plusplus", "#", "sharp")

var roman = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}

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

// numberKey is a number as others may write it: "01" is "1".
func numberKey(s string) string {
	if short := strings.TrimLeft(s, "0"); short != "" {
		return nameKey(short)
	}
	return s
}

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
	key := nameKey(name)
	if i, guessed := n.called(name, key, wants, within); i >= 0 || key == "" {
		return i, guessed
	}
	return n.like(key, wants, within), true
}

// called is the node that is called so, in whole or in part, as find gives it.
func (n *names) called(name, key string, wants int, within func(int) bool) (found int, guessed bool) {
	if key == "" {
		return -1, false
	}
	if i := n.nearestOf(n.whole[key], wants, within); i >= 0 {
		return i, false
	}
	if i := n.coded(name, wants, within); i >= 0 {
		return i, false
	}
	if i := n.nearestOf(n.pieces[key], wants, within); i >= 0 {
		return i, len(n.pieces[key]) > 1 || !strings.Contains(key, " ")
	}
	return -1, false
}

// nearestOf is the candidate nearest to the node that wants it, or −1: topics
// come before sections and these before parts; then what is in the same
// section, in the same part, above rather than below. What holds a node, or is
// held by it, is none.
func (n *names) nearestOf(candidates []int, wants int, within func(int) bool) int {
	best, rank := -1, 1<<30
	for _, i := range candidates {
		if n.b.isBelow(i, wants) || n.b.isBelow(wants, i) || within != nil && !within(i) {
			continue
		}
		if r := n.distance(i, wants); r < rank {
			best, rank = i, r
		}
	}
	return best
}

// coded is the node with a number or code: "3", "Lesson 3", "CS-101".
func (n *names) coded(name string, wants int, within func(int) bool) int {
	name = strings.TrimLeft(name, "# ")
	candidates := n.codes[numberKey(name)]
	if kind, number, ok := strings.Cut(name, " "); ok && candidates == nil && counted.Is(kind) {
		candidates = n.codes[numberKey(number)]
	}
	return n.nearestOf(candidates, wants, within)
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
		return n.nearestOf([]int{i}, wants, nil)
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

// like is the node whose title begins with a name, holds its words in their
// order, or is it with words cut short ("Math" for "Mathematics"); or the first
// of a series that is called so without its number; or −1.
func (n *names) like(key string, wants int, within func(int) bool) int {
	bucket := n.begins[opening(key)]
	bucket = bucket[:min(len(bucket), maxSimilar)]
	words := strings.Fields(key)
	for _, fits := range [...]func(title string) bool{
		func(title string) bool { return opens(key, title) },
		func(title string) bool { return isShort(words, title) || isIn(words, title) },
	} {
		var fit []int
		for _, i := range bucket {
			if fits(n.keys[i]) {
				fit = append(fit, i)
			}
		}
		if i := n.nearestOf(fit, wants, within); i >= 0 {
			return i
		}
	}
	if last := len(words) - 1; last > 0 && (words[last] == "1" || words[last] == "a") {
		for cut := last; cut > max(0, last-2); cut-- { // "1", "part 1"
			short := strings.Join(words[:cut], " ")
			for _, named := range [...]map[string][]int{n.whole, n.pieces} {
				if i := n.nearestOf(named[short], wants, within); i >= 0 {
					return i
				}
			}
		}
	}
	return -1
}

// minLone is the length, in bytes, from which on one word may stand for a longer
// name: "Calculus" for "Calculus 1A". A shorter one is only meant if it is all.
const minLone = 7

// opens says whether a title begins with a name. One word alone must be
// followed by a number: "Programming" is no "Programming Languages".
func opens(name, title string) bool {
	rest, ok := strings.CutPrefix(title, name)
	if !ok || !strings.HasPrefix(rest, " ") {
		return false
	}
	if strings.Contains(name, " ") {
		return len(name) >= 4
	}
	return len(name) >= minLone && rest[1] >= '0' && rest[1] <= '9'
}

// isIn says whether the words of a name, with a number or letter at its end,
// stand in a title in their order: "Algorithms Part 1" in "Algorithms: Design
// and Analysis, Part 1".
func isIn(name []string, title string) bool {
	last := len(name) - 1
	if last < 1 || len(name[last]) > 2 || strings.Count(title, " ") <= last ||
		!strings.HasPrefix(title, name[0]+" ") || !strings.HasSuffix(title, " "+name[last]) {
		return false
	}
	for w := range strings.SplitSeq(title, " ") {
		if w == name[0] {
			name = name[1:]
		}
		if len(name) == 0 {
			return true
		}
	}
	return false
}

// isShort says whether name is title with some words cut short. Of a single
// word no more than an ending may be cut, unless it is long.
func isShort(name []string, title string) bool {
	if strings.Count(title, " ") != len(name)-1 {
		return false
	}
	for _, short := range name {
		var long string
		long, title, _ = strings.Cut(title, " ")
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) < 3 && short != long || !strings.HasPrefix(long, short) {
			return false
		}
		if len(name) == 1 && len(short) < minLone && long != short+"s" && long != short+"es" {
			return false
		}
	}
	return true
}

// maxSimilar bounds the titles that a name which is none of them is compared
// with, so that a long course with many unknown names takes linear time.
const maxSimilar = 2000

// maxNearest bounds the titles that a hint is looked for in.
const maxNearest = 2000

func (n *names) nearest(name string) string {
	return nearest.Hint(name, n.titles[:min(len(n.titles), maxNearest)])
}
