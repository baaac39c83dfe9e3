package page

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
)

// setOf is the set of the words of a text.
func setOf(text string) map[string]bool {
	set := make(map[string]bool, strings.Count(text, " "))
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// maxDate is the length of the longest date, in bytes; some scripts have three for a letter.
const maxDate = 64

// IsDate says whether a text is a date and little else: "2031-09-05", "5 Sep",
// "Tue, Sept. 5", "9月5日".
func IsDate(s string) bool {
	if len(s) > maxDate || !hasDigit(s) {
		return false
	}
	var room [maxDate]byte
	key := AppendFold(room[:0], s)
	numbers, names, all := dateWords(key)
	if !all {
		return false
	}
	switch {
	case names > 0:
		first, _, _ := bytes.Cut(key, space)
		return numbers > 0 && !(numbers+names == 2 && isAmong(weeks, string(first), true))
	case bytes.ContainsAny(key, "月年월년"):
		return true
	}
	return numbers >= 2 && numbers <= 3 && strings.ContainsAny(s, "/-.") && len(key) >= 3 && (!strings.Contains(s, " ") || isSpaced(s))
}

// weeks are the words for days that count when a number stands behind them: "Weekend 2",
// and "Minggu 4", the fourth week, in the language in which Sunday is called so too.
const weeks = " minggu weekend wochenende "

// isSpaced says whether a date in numbers has blanks behind its stops, and its year in
// front or at the end: "2031. 9. 5.", "5. 9. 2031".
func isSpaced(s string) bool {
	first, rest, _ := strings.Cut(s, ". ")
	middle, last, ok := strings.Cut(rest, ". ")
	last = strings.TrimSuffix(last, ".")
	return ok && isNumber(first) && isNumber(middle) && isNumber(last) && len(middle) <= 2 && max(len(first), len(last)) == 4 && min(len(first), len(last)) <= 2
}

// cutSpaced splits such a date off the beginning of a text; date is "" if there is none.
func cutSpaced(s string) (date, rest string) {
	if i := strings.Index(s, ". "); i != 1 && i != 2 && i != 4 || i+2 == len(s) || digitsEnd(s, i+2) == i+2 {
		return "", s
	}
	words := strings.SplitN(s, " ", 4)
	if len(words) < 4 {
		return "", s
	}
	if date = strings.Join(words[:3], " "); !isSpaced(date) {
		return "", s
	}
	return date, words[3]
}

// dateWords counts the words of a folded text that are numbers, and those that are
// names of months and days, and says whether all are the one or the other.
func dateWords(key []byte) (numbers, names int, all bool) {
	for rest := key; len(rest) > 0; {
		var folded []byte
		folded, rest, _ = bytes.Cut(rest, space)
		switch word := string(folded); {
		case hasDigit(word) && (isNumber(strings.TrimRight(word, "stndrh")) || strings.ContainsAny(word, "年月日号년월일")):
			numbers++
		case numbers+names == 0 && (word == "set" || word == "out"):
			return 0, 0, false // "Set 1"; of September is "1 set"
		case isMonth(word), len(word) <= 10 && isWeekday(word), numbers > 0 && word == "tháng":
			names++
		case isAmong(joining, word, true), numbers > 0 && isAmong(shortDays, word, true): // "9月5日（土）"
		default:
			return numbers, names, false
		}
	}
	return numbers, names, true
}

// weekdays are the names of the days of a week in the languages of most courses,
// folded.
const weekdays = " monday tuesday wednesday thursday friday saturday sunday weekend mon tue tues wed thu thur thurs fri sat sun " +
	"lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom segunda terça quarta quinta sexta segunda feira terça feira quarta feira quinta feira sexta feira " +
	"lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende lunedì martedì mercoledì giovedì venerdì sabato domenica " +
	"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс " +
	"pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu " +
	"poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle hétfő kedd szerda csütörtök péntek szombat vasárnap " +
	"måndag tisdag onsdag torsdag fredag lördag söndag mandag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai " +
	"luni marți miercuri joi vineri sâmbătă duminică понеділок вівторок середа четвер пятниця субота неділя понеделник вторник сряда четвъртък петък събота неделя " +
	"δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή سه شنبه شنبه یکشنبه دوشنبه چهارشنبه پنجشنبه جمعه الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت " +
	"सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার thứ hai thứ ba thứ tư thứ năm thứ sáu thứ bảy chủ nhật " +
	"วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ " +
	"月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 월요일 화요일 수요일 목요일 금요일 토요일 일요일 "

// isWeekday says whether a folded text is the name of a day of the week.
func isWeekday(key string) bool {
	first, _, more := strings.Cut(key, " ")
	return weekdaySet()[first] && (!more || strings.Contains(weekdays, " "+key+" ")) // "segunda feira"
}

var weekdaySet = sync.OnceValue(func() map[string]bool { return setOf(weekdays) })

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// BeginsWithDate says whether a text begins with a date: the entries of a change
// log do.
func BeginsWithDate(s string) bool {
	if !hasDigit(s) {
		return false
	}
	var words [3]string
	n, digits := 0, false
	for w := range strings.FieldsSeq(s) {
		words[n] = w
		digits = digits || hasDigit(w)
		if n++; n == len(words) {
			break
		}
	}
	if !digits {
		return false
	}
	var room [64]byte
	if _, _, may := dateWords(AppendFold(room[:0], words[0])); !may {
		return false
	}
	for ; n > 0; n-- {
		if IsDate(strings.Trim(strings.Join(words[:n], " "), ":-–—()[]*,")) {
			return true
		}
	}
	return false
}

// cutDateBefore takes a whole date in numbers off the beginning of a title:
// "05.09.2031 Yeast", "2031. 9. 5. Yeast", and so the span of "26.12 – 29.12: Yeast". An
// entry of a change log keeps it, behind a dash.
func cutDateBefore(s string) string {
	if i := firstColon(s); i > 0 && startsWithLetter(strings.TrimLeft(s[i:], ":： ")) && isDateSpan(s[:i]) {
		return strings.TrimLeft(s[i:], ":： ")
	}
	if date, rest := cutSpaced(s); date != "" && startsWithLetter(rest) {
		return rest
	}
	date, rest, ok := strings.Cut(s, " ")
	if ok && len(date) >= len("5.9.2031") && date[0] >= '0' && date[0] <= '9' && IsDate(date) && strings.Count(Fold(date), " ") != 1 && startsWithLetter(rest) {
		return rest
	}
	return s
}

// isWholeDate says whether a text is a date in numbers, with its year.
func isWholeDate(s string) bool {
	key := Fold(s)
	return strings.Count(key, " ") == 2 && isNumbers([]byte(key)) && IsDate(s)
}

// isDateSpan says whether a text is a date and another one.
func isDateSpan(s string) bool {
	for _, dash := range [...]string{"–", "—", "〜", " - ", "-"} {
		if from, to, ok := strings.Cut(s, dash); ok {
			return isDayOfYear(from) && isDayOfYear(to)
		}
	}
	return false
}

// isDayOfYear says whether a text is a date that is no number of a chapter: of two numbers
// both have two digits, as in "02.09".
func isDayOfYear(s string) bool {
	s = strings.TrimSpace(s)
	words := strings.Fields(Fold(s))
	if len(words) == 2 && isNumber(words[0]) && isNumber(words[1]) {
		return len(words[0]) == 2 && len(words[1]) == 2 && min(words[0], words[1]) <= "12" && max(words[0], words[1]) <= "31" && IsDate(s)
	}
	return IsDate(s)
}
