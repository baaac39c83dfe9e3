package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// plainTitle is a title as a name: without the full stop that ends its only
// sentence, and with mathematics as text where that is as good: "k" for "$k$",
// "O(n²)" for "$O(n^2)$". The dot of a shortened word ("etc.") stays. Of mathematics
// that must be set, what is left of it as text is rough.
func plainTitle(s string) (title string, rough bool) {
	if rest, ok := strings.CutSuffix(s, "."); ok {
		word := rest[strings.LastIndexByte(rest, ' ')+1:]
		if len(word) > 1 && len(word) < len(rest) && !strings.ContainsRune(word, '.') && !strings.Contains(rest, ". ") && !isShortened(word) {
			s = rest
		}
	}
	if !strings.Contains(s, "$") {
		return s, false
	}
	var b strings.Builder
	before := byte(' ')
	for {
		text, rest, _ := strings.Cut(s, "$")
		inner, after, closed := strings.Cut(rest, "$")
		if !closed {
			b.WriteString(s)
			return b.String(), rough
		}
		if text != "" {
			before = text[len(text)-1]
		}
		math, isRough, ok := plainMath(inner)
		money := page.IsAlphanumeric(before) || after != "" && after[0] >= '0' && after[0] <= '9' // "US$5 = A$8"
		b.WriteString(text)
		if ok && (!money || isSymbol(inner)) {
			b.WriteString(math)
			rough = rough || isRough
			s, before = after, ' '
		} else {
			b.WriteByte('$')
			s, before = rest, '$'
		}
	}
}

// shortened are words that are written with a dot, folded.
const shortened = " etc vs al pp ed eds vol no nos nr inc incl excl ltd co corp jr sr st dr mr mrs ms prof approx esp fig ch sec cf min max hrs mins resp " +
	"usw bzw ca evtl ggf inkl zzgl geb abs kap bd art cap pág núm tel av pl enz dvs osv mfl dll dsb vb örn sk np itd itp tj tzn tzw atd apod atp ndr др пр ред стр гл рис проч руб чел "

// isShortened says whether a word with a dot behind it is shortened.
func isShortened(word string) bool {
	return len(word) < 9 && strings.Contains(shortened, " "+strings.ToLower(word)+" ")
}

// isSymbol says whether mathematics is as good as text: "k", "n+1", "O(n)".
func isSymbol(s string) bool {
	if s == "" || len(s) > 8 || !page.IsAlphanumeric(s[0]) || s[0] <= '9' || !page.IsAlphanumeric(s[len(s)-1]) && s[len(s)-1] != ')' {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return r > '~' || !page.IsAlphanumeric(byte(r)) && !strings.ContainsRune("()+-*/", r)
	}) < 0
}
