package kit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// The measures of a part's title, px.
const (
	titleSize = 47.5
	emojiSize = 48.
	emojiGap  = 24.
	emojiRise = 17. // of the emoji's middle above the baseline
)

// Title is a part's title with its icon before it, measured.
type Title struct {
	W, H float64 // px

	label string
	node  *graph.Node
	text  Text
	icon  string
	lead  float64 // the room that the icon takes before the text
}

// titleLines is the most lines of a title, and leastTitle how much smaller than
// usual one may be set that needs more.
const (
	titleLines = 2
	leastTitle = 0.6
)

// Title sets the title of a part for lines of at most the given width.
func (d *Draft) Title(part *graph.Node, width float64) Title {
	label := d.titleText(part)
	style := TextStyle{Size: titleSize, Weight: 500, Width: width, MaxLines: titleLines}
	for style.Size > titleSize*leastTitle && d.wrap("", label, style).Truncated {
		style.Size -= 2
	}
	t := Title{label: label, node: part, icon: d.Icon(part), text: d.set("", label, part.Source, style)}
	if t.icon != "" {
		t.lead = emojiSize + emojiGap
	}
	t.W = t.lead + t.text.Width()
	t.H = titleSize*1.2 + t.text.Size*lineHeight*float64(max(0, len(t.text.Lines)-1))
	return t
}

// titleText is the title of a part: the page's for the first one, if it has one. A
// plain graph has the one that it was given.
func (d *Draft) titleText(part *graph.Node) string {
	if d.Page.Title != "" && (part.ID == d.first || part.ID == graph.CourseID && d.Graph.IsPlain()) {
		return d.Page.Title
	}
	if d.Graph.IsPlain() {
		return part.Text()
	}
	return d.titles.text(part)
}

// Ascent is the distance from the top of the title's box to its first baseline.
func (t Title) Ascent() float64 { return titleSize * 0.9 }

// Box is the title with its top left corner at (x, y).
func (t Title) Box(x, y float64) layout.Box {
	first := y + t.Ascent()
	lines := t.text.Place(x+t.lead+t.text.Width()/2, 0)
	for i := range lines {
		lines[i].Y = first + float64(float64(i)*t.text.Size*lineHeight)
	}
	box := layout.Box{
		ID: t.node.ID, Role: layout.TitleRole, Label: t.label,
		X: x, Y: y, W: t.W, H: t.H,
		Lines: lines,
	}
	if t.icon != "" {
		box.Icons = []layout.Icon{{Name: t.icon, X: x, Y: first - emojiRise - emojiSize/2, W: emojiSize, H: emojiSize}}
	}
	return box
}

// titles is what titles are made with: the word of the course's language.
type titles struct {
	word  titleWord
	known bool
}

// text is a part's name as the title of a figure: without the tagline that
// follows a dash or a colon, and with the word for what the figure is, in the
// language of the course, where the name has none of its kind. What the author
// wrote for a label keeps its tagline.
func (t titles) text(part *graph.Node) string {
	name := part.Text()
	short := name
	if part.Label == "" {
		short = withoutTagline(name)
	}
	if !t.known || saysKind(name) || !t.takesWord(short) {
		return short
	}
	bracket := ""
	if open := strings.LastIndex(short, " ("); open > 0 && strings.HasSuffix(short, ")") {
		short, bracket = short[:open], short[open:] // the word belongs to the name
	}
	return strings.Replace(t.word.form, "%", short, 1) + bracket
}

// takesWord says whether a name reads well with the language's word: it is in
// the letters of the language, and no question, call or number of a series.
func (t titles) takesWord(name string) bool {
	words := wordsOf(name)
	if len(words) == 0 || strings.ContainsAny(name, "?!？！") || isIn(callWords, words[0]) {
		return false
	}
	if _, _, found := cutTagline(name); found {
		return false
	}
	own, latin := false, true
	word := strings.Map(letter, t.word.form)
	for _, r := range name {
		if unicode.IsLetter(r) {
			own = own || sameScript(r, word)
			latin = latin && unicode.Is(unicode.Latin, r)
		}
	}
	if isLatin := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }); isLatin {
		return latin
	}
	return own
}

func letter(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}

// sameScript says whether a letter is of the script of one of the letters; those
// of Chinese and Japanese count as one.
func sameScript(r rune, letters string) bool {
	for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari, unicode.Hangul} {
		if unicode.Is(table, r) {
			return strings.ContainsFunc(letters, func(l rune) bool { return unicode.Is(table, l) })
		}
	}
	east := []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	return unicode.In(r, east...) && strings.ContainsFunc(letters, func(l rune) bool { return unicode.In(l, east...) })
}

// leastTagline is how many words a tagline has, and in scripts without spaces how
// many characters: fewer, as in "C++ – Basics", are part of the name.
const (
	leastTagline      = 3
	leastTaglineRunes = 6
)

// withoutTagline leaves a tagline out: "Go — learn it in ten weeks" is "Go". It
// stays where what stands before it says nothing by itself, such as a number in a
// series ("Part 1") or only what kind of document it is ("Roadmap").
func withoutTagline(name string) string {
	head, tail, found := cutTagline(name)
	if !found {
		return name
	}
	words := wordsOf(head)
	if len(words) == 0 {
		return name
	}
	last := words[len(words)-1]
	if unicode.IsDigit([]rune(last)[0]) || len(words) <= 2 && isRoman(last) {
		return name
	}
	bare := true
	for _, w := range words {
		bare = bare && (isIn(kindWords, w) || slices.Contains(commonWords()[w], 0) || w == "roadmap" || w == "learning")
	}
	isKind := saysKind(head) && !saysKind(tail)
	if bare || isKind && strings.HasPrefix(name[len(head):], ":") {
		return name // the subject stands behind the colon
	}
	spaceless := strings.ContainsFunc(tail, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	})
	if len(wordsOf(tail)) < leastTagline && !(spaceless && utf8.RuneCountInString(tail) >= leastTaglineRunes) && !saysKind(tail) {
		return name
	}
	return head
}

// isRoman says whether a word is a Roman number.
func isRoman(word string) bool { return strings.Trim(word, "ivxlc") == "" }

// cutTagline parts a name at the first dash between spaces, colon before a space,
// or wide colon.
func cutTagline(name string) (head, tail string, found bool) {
	at, n := len(name), 0
	for _, mark := range []string{" – ", " — ", " - ", " | ", ": ", "：", "——"} {
		if i := strings.Index(name, mark); i > 0 && i < at {
			at, n = i, len(mark)
		}
	}
	if n == 0 {
		return name, "", false
	}
	head, tail = strings.TrimSpace(name[:at]), strings.TrimSpace(name[at+n:])
	return head, tail, head != "" && tail != ""
}
