package kit

import (
	"strings"
	"sync"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
)

// titleWord is how a language says of a title that it is that of a roadmap.
type titleWord struct {
	language string
	form     string // the title with the word, where % stands for the name
	// common are words that tell a text of the language from one of another with
	// the same letters.
	common string
}

// titleWords are the languages whose word is known. A colon stands where the
// name would have to be declined.
var titleWords = []titleWord{
	{"en", "% Roadmap", " the and of for to with your how what is introduction basics advanced using learning "},
	{"ar", "خارطة طريق: %", ""},
	{"de", "Fahrplan: %", " der das und für mit ein eine einführung grundlagen von zur zum ist "},
	{"es", "Hoja de ruta: %", " el los las y para con del una introducción en por "},
	{"fa", "نقشه راه %", ""},
	{"fr", "Feuille de route : %", " le les et pour avec des du une aux introduction à en "},
	{"hi", "% रोडमैप", ""},
	{"id", "Peta Jalan %", " dan untuk dengan yang dasar pengenalan belajar bulan fase "},
	{"ja", "%ロードマップ", ""},
	{"ko", "% 로드맵", ""},
	{"pt", "Roteiro: %", " os para dos da das uma introdução em não "},
	{"ru", "Дорожная карта: %", " и для на по с введение основы "},
	{"tr", "% Yol Haritası", " ve ile için bir nedir giriş temel seviye "},
	{"uk", "Дорожня карта: %", " і та для на з вступ основи "},
	{"vi", "Lộ trình %", " và cho của với các học bài cơ bản "},
	{"zh", "%路线图", ""},
	{"zh-hant", "%路線圖", ""},
}

// kinds are words that already say what a document is, or that it is none that a
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
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && r != '\''
	})
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

// titleWordOf is the word of a course's language: of the one that it says, or of
// the one that its titles are in. It is false where that is unknown.
func titleWordOf(g *graph.Graph) (titleWord, bool) {
	tag := strings.ToLower(strings.ReplaceAll(g.Language, "_", "-"))
	switch {
	case tag == "":
		return guessTitleWord(g)
	case strings.HasPrefix(tag, "zh-tw"), strings.HasPrefix(tag, "zh-hk"), strings.HasPrefix(tag, "zh-hant"):
		tag = "zh-hant"
	default:
		tag, _, _ = strings.Cut(tag, "-")
	}
	for _, w := range titleWords {
		if w.language == tag {
			return w, true
		}
	}
	return titleWord{}, false
}

// commonWords are the languages, as positions in titleWords, by their words.
var commonWords = sync.OnceValue(func() map[string][]int {
	languages := map[string][]int{}
	for j, w := range titleWords {
		for word := range strings.FieldsSeq(w.common) {
			languages[word] = append(languages[word], j)
		}
	}
	return languages
})

// mostRead bounds the titles that tell a course's language.
const mostRead = 500

// guessTitleWord tells the language of a course that says none by the commonest
// words of its titles. One without any, and in plain letters, counts as English.
func guessTitleWord(g *graph.Graph) (titleWord, bool) {
	hits := make([]int, len(titleWords))
	foreign, letters := 0, 0
	for i := range g.Nodes[:min(len(g.Nodes), mostRead)] {
		title := g.Nodes[i].Text()
		for _, r := range title {
			if unicode.IsLetter(r) {
				letters++
				if r > 0x7F {
					foreign++
				}
			}
		}
		for _, word := range wordsOf(title) {
			for _, j := range commonWords()[word] {
				hits[j]++
			}
		}
	}
	best, second := 0, 0
	for j := range hits[1:] {
		switch j++; {
		case hits[j] > hits[best]:
			best, second = j, hits[best]
		case hits[j] > second:
			second = hits[j]
		}
	}
	plain := foreign*50 <= letters // a name or two with an accent
	if best == 0 {
		return titleWords[0], plain || hits[0] > 2*second
	}
	return titleWords[best], hits[best] >= 2 && hits[best] > second
}
