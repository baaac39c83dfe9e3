package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Label is a heading's or lead's text taken apart.
type Label struct {
	Title    string
	Number   string // the author's numbering: "1", "2.3", "IV"
	Icon     string // the first emoji, or the name in its shortcode
	Optional bool
	Status   graph.Status
	timed    *timed // in brackets behind the title
}

// timed is what few labels say: "45 min", "weeks 1-2".
type timed struct{ duration, when string }

func (l *Label) time() *timed {
	if l.timed == nil {
		l.timed = &timed{}
	}
	return l.timed
}

// tell puts what a bracket says in front of what those behind it do.
func tell(all *string, told string) { *all = strings.TrimSuffix(told+", "+*all, ", ") }

// NewLabel takes emoji, numbering, trailing brackets and colons off a text.
// What stands inside the text stays: "Box<T>", "A*", "panic!", "vi(m)".
func NewLabel(text string) Label {
	var l Label
	if rest := strings.TrimLeft(text, "# "); strings.Contains(text[:len(text)-len(rest)], "# ") {
		text = rest // of a heading within one, or in a cell
	}
	text, l.Icon = stripEmoji(text)
	if l.Icon != "" {
		text = strings.TrimSuffix(strings.TrimLeft(text, " :："), " ()") // "🦶: Footwork", "Jumps (🔥)"
	}
	text = squeeze(stripNotes(text))
	if strings.HasPrefix(text, "->") {
		text = strings.TrimRight(text, " <-") // "-> Knots <-"
	}
	text = strings.TrimLeft(text, " >|•·►–—→-_")
	text = strings.TrimPrefix(text, ". ")
	text = cutDateBefore(text)
	if number, rest := splitNumber(text); !strings.Contains(number, ".") || !isStateOnly(rest) && !countsOn(rest) {
		l.Number, text = number, rest
		if l.Icon == "" && number != "" {
			text, l.Icon = stripEmoji(rest) // "1 · 🧵 Spinning"
			text = squeeze(text)
		}
	}
	l.Title = l.cutState(l.trimTail(cutDate(text)))
	return l
}

// cutState takes off a title how far it is, behind an arrow: "Kneading → done".
func (l *Label) cutState(s string) string {
	for _, arrow := range [...]string{" → ", " -> ", " => "} {
		name, state, ok := strings.Cut(s, arrow)
		if !ok || !hasLetter(name) || !isOutside(s, len(name)) || statusOf(ClassOf(name, "")) != graph.Unknown {
			continue
		}
		if as := statusOf(ClassOf(state, "")); as != graph.Unknown {
			l.Status = as
			return name
		}
	}
	return s
}

// countsOn says whether another number with a dot stands behind a comma or a
// semicolon of a text: "1.1 Circles, 1.2 Graphs" is two, and no number is the title's.
func countsOn(s string) bool {
	for i := range len(s) {
		if s[i] != ',' && s[i] != ';' {
			continue
		}
		piece := strings.TrimLeft(s[i+1:], " ")
		if n := decimal(piece); n > 0 && strings.Contains(strings.TrimRight(piece[:n], "."), ".") && hasLetter(s[:i]) {
			return true
		}
	}
	return false
}

// isStateOnly says whether a text only says how far something is, or until when:
// "0.2 - Completed - 2018/12/06" is what was done as 0.2.
func isStateOnly(s string) bool {
	pieces := strings.FieldsFunc(strings.ReplaceAll(s, " - ", "–"), func(c rune) bool { return strings.ContainsRune("–—()[]:,", c) })
	for _, piece := range pieces {
		if !IsDate(piece) && statusOf(ClassOf(piece, "")) == graph.Unknown {
			return false
		}
	}
	return len(pieces) > 0
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// cutDate takes a date off the end of a title: "Yeast, 8 Sep". One without the
// name of a month or a day may be a number of something.
func cutDate(s string) string {
	i := strings.LastIndex(s, ", ")
	if i > 0 && hasLetter(s[:i]) && IsDate(s[i+2:]) && strings.ContainsFunc(s[i:], unicode.IsLetter) && isOutside(s, i) && !IsDate(s[:i]) && !IsDate(s) {
		return s[:i]
	}
	return s
}

// squeeze makes one space of every run of white space and drops it at the ends.
func squeeze(s string) string {
	s = strings.Trim(s, " \n")
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') || c >= 0xc2 && isSpaceAt(s[i:]) {
			return strings.Join(strings.FieldsFunc(s, isSpace), " ")
		}
	}
	return s
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff || unicode.IsControl(r)
}

// isSpaceAt says whether s begins with a space outside ASCII.
func isSpaceAt(s string) bool {
	switch s[0] {
	case 0xc2, 0xe1, 0xe2, 0xe3, 0xef:
		r, _ := utf8.DecodeRuneInString(s)
		return isSpace(r)
	}
	return false
}

// trimTail takes off what only trails a title: colons, an ATX heading's stray
// hashes, "[tag]" and brackets that hold nothing but words of the media class.
func (l *Label) trimTail(s string) string {
	for s != "" && !IsAlphanumeric(s[len(s)-1]) {
		before := s
		s = trimMarks(s)
		s = strings.TrimSuffix(s, " -")
		s = strings.TrimSuffix(s, " –")
		s = strings.TrimSuffix(s, " —")
		if i := strings.LastIndex(s, "{:"); i > 0 && strings.HasSuffix(s, "}") {
			s = s[:i] // what a site's generator is told of the look
		}
		if open := TrailingBracket(s); open > 0 && (endsSentence(s[:open]) && !hasDigit(s[open:]) || endsWithTick(s[:open]) || l.drops(s[open:])) {
			s, _ = stripEmoji(s[:open])
		}
		if s == before {
			break
		}
	}
	return s
}

// trimMarks takes off colons, the full stops of scripts that have one of their
// own, and the remains of markup. One asterisk right behind a word is part of
// it: "A*".
func trimMarks(s string) string {
	if star := strings.IndexByte(s, '*'); star > 0 && IsAlphanumeric(s[star-1]) && strings.Trim(s[star+1:], " :：") == "" {
		return s[:star+1]
	}
	return strings.TrimRight(s, " :：*_|。।॥۔።")
}

// endsSentence says whether a text ends with a full stop: what stands in
// brackets behind it is a remark, "Read the first chapter. (at home)".
func endsSentence(s string) bool {
	s, ok := strings.CutSuffix(s, ". ")
	return ok && strings.Contains(s, " ") && !strings.HasSuffix(s, "etc") && !strings.HasSuffix(s, "e.g")
}

// endsWithTick says whether a text ends with a tick: what stands in brackets
// behind it remarks on that, "Yeast ✅ (two hours)".
func endsWithTick(s string) bool {
	s = strings.TrimRight(s, " \ufe0f")
	for _, tick := range [...]string{"✅", "✔", "☑", "✓"} {
		if strings.HasSuffix(s, tick) {
			return true
		}
	}
	return false
}

// drops decides about a trailing bracket, and takes from it what it says.
func (l *Label) drops(bracket string) bool {
	inner := Fold(bracket)
	class := ClassOf(inner, "")
	if class&Optional != 0 {
		l.Optional = true
		return true
	}
	if l.Status == graph.Unknown {
		if l.Status = statusOf(class); l.Status != graph.Unknown {
			return true
		}
	}
	if bracket[0] == '[' {
		return !strings.ContainsRune("*+-<=>$#", rune(bracket[1])) // "Repetition [*n]" is no tag
	}
	told := strings.Trim(bracket, "()（） ")
	switch timingOf(told) {
	case howLong:
		tell(&l.time().duration, told)
		return true
	case atWhich:
		tell(&l.time().when, told)
		return true
	}
	if class&Media != 0 || isWholeDate(told) {
		return true
	}
	if what, day, ok := cutMarker(told); ok && (IsDate(day) || isDateSpan(day)) { // "(planned: 2031-09-05)"
		tell(&l.time().when, told)
		if l.Status == graph.Unknown {
			l.Status = statusOf(ClassOf(what, ""))
		}
		return true
	}
	known := false
	for word := range strings.FieldsSeq(inner) {
		if Media.Is(word) {
			known = true
		} else if !isNumber(word) {
			return false
		}
	}
	return known
}

// statusOf reads "done", "in progress" and the like, in any language known.
func statusOf(c Class) graph.Status {
	switch {
	case c&Done != 0:
		return graph.Done
	case c&Doing != 0:
		return graph.Doing
	case c&Skipped != 0:
		return graph.Skipped
	}
	return graph.Unknown
}

// TrailingBracket is where a bracket at the end of s opens, or -1. The whole
// text is never a bracket.
func TrailingBracket(s string) int {
	if s == "" {
		return -1
	}
	var open string
	switch {
	case strings.HasSuffix(s, ")"):
		open = "("
	case strings.HasSuffix(s, "]"):
		open = "["
	case strings.HasSuffix(s, "）"):
		open = "（"
	case strings.HasSuffix(s, "】"):
		open = "【"
	default:
		return -1
	}
	i := strings.LastIndex(s, open)
	if i <= 0 || s[i-1] != ' ' && isASCIIByte(s[i-1]) && open == "[" {
		return -1
	}
	return i
}

func isASCIIByte(c byte) bool { return c < utf8.RuneSelf }

// maxTitle is the length, in characters, above which a text is no name as a whole.
const maxTitle = 100

// isSentence tells a remark from a name: it is long, or it ends as sentences do.
func isSentence(s string) bool {
	n := utf8.RuneCountInString(s)
	if n > maxTitle {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', ';':
		return n > 50 && strings.Count(s, " ") >= 8
	case '。', '！', '；', '؛':
		return n > 20
	}
	return false
}

// stripNotes takes the marks of footnotes, "[^1]", out of a text.
func stripNotes(s string) string {
	for {
		i := strings.Index(s, "[^")
		if i < 0 {
			return s
		}
		end := strings.IndexByte(s[i:], ']')
		if end < 0 {
			return s
		}
		s = s[:i] + s[i+end+1:]
	}
}
