package kit

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/internal/language"
)

// titleForm is how a language says of a title that it is that of a roadmap; "" says
// nothing.
type titleForm string

// titleFormOf is the form in a course's language: in the one that it says, or that
// its titles are in.
func titleFormOf(g *graph.Graph) titleForm {
	return titleForm(language.Roadmap.Own(g.Spoken()))
}

// with is the title of a name.
func (f titleForm) with(name string) string { return fmt.Sprintf(string(f), name) }

// of is a part's name as the title of a figure: without the tagline that
// follows a dash or a colon, and with the word for what the figure is, in the
// language of the course, where the name has none of its kind. What the author
// wrote for a label keeps its tagline.
func (f titleForm) of(part *graph.Node) string {
	name := part.Text()
	short := name
	if part.Label == "" {
		short = withoutTagline(name)
	}
	if f == "" || saysKind(name) || !f.fits(short) {
		return short
	}
	bracket := ""
	if open := strings.LastIndex(short, " ("); open > 0 && strings.HasSuffix(short, ")") {
		short, bracket = short[:open], short[open:] // the word belongs to the name
	}
	return f.with(short) + bracket
}

// fits says whether a name reads well with the language's word: it is in
// the letters of the language, and no question, call or number of a series.
func (f titleForm) fits(name string) bool {
	words := wordsOf(name)
	if len(words) == 0 || strings.ContainsAny(name, "?!？！") || isIn(callWords, words[0]) {
		return false
	}
	if _, _, found := cutTagline(name); found {
		return false
	}
	own, latin := false, true
	word := f.with("")
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

// kindWords and kindParts already say what a document is, or that it is none that a
// roadmap could be of; they are compared in lower case. Those of one part count as
// whole words of a title, the others wherever they stand.
var (
	kindWords = " syllabus curriculum schedule timeline overview ladder plan path track journey course courses class classes tutorial workshop bootcamp " +
		"guide handbook book degree program programme resources materials notes topics levels content contents index notice epics features " +
		"timetable agenda checklist reading motivation community prerequisites version versión versão версия версія clases aulas " +
		"lehrplan kurs studienplan cours parcours curso cursos plano percurso trilha corso percorso kurikulum курс план программа програма учебник müfredat kurs silabus "
	kindParts = []string{
		"roadmap", "road map", "lộ trình", "giáo trình", "路线图", "路線圖", "课程", "課程", "教程", "大纲", "大綱", "地图", "ロードマップ", "カリキュラム", "コース", "로드맵", "커리큘럼", "과정",
		"yol haritası", "дорожная карта", "дорожня карта", "feuille de route", "hoja de ruta", "ruta de aprendizaje", "roteiro", "fahrplan", "peta jalan", "mapa drogowa",
		"خارطة طريق", "خريطة طريق", "نقشه راه", "منهج", "रोडमैप", "पाठ्यक्रम", "แผนที่", "หลักสูตร", "การอบรม", "study plan", "learning path",
	}
	// callWords begin titles that speak to their reader and take no word after them.
	callWords = " start learn get getting become becoming build how why what master welcome let's almost about "
)

// isIn tells whether a word is one of a list with spaces around each.
func isIn(words, word string) bool { return word != "" && strings.Contains(words, " "+word+" ") }

// wordsOf are the words of a text in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), isBetween)
}

// isBetween tells what stands between words.
func isBetween(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && r != '\''
}

// saysKind says whether a name tells what kind of document it is.
func saysKind(name string) bool {
	for _, word := range wordsOf(name) {
		if isIn(kindWords, word) {
			return true
		}
	}
	name = strings.ToLower(name)
	for _, part := range kindParts {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}
