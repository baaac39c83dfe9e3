package page

import (
	"bytes"
	"cmp"
	"strings"
	"sync"
	"unicode"
)

// months are the beginnings of the names of months in the languages of most
// courses; what begins with one and holds a number is a date.
const months = "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic fev mai set out dez mär okt janv fév avr juin juil août déc gen mag giu lug ott янв фев мар апр мая май июн июл авг сен окт ноя дек"

var monthSet = sync.OnceValue(func() map[string]bool { return setOf(months) })

func isMonth(word string) bool { return monthSet()[word] }

// setOf is the set of the words of a text.
func setOf(text string) map[string]bool {
	set := make(map[string]bool, strings.Count(text, " "))
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// IsDate says whether a text is a date and little else: "2031-09-05", "5 Sep",
// "Tue, Sept. 5", "9月5日".
func IsDate(s string) bool {
	if len(s) > 40 || !hasDigit(s) {
		return false
	}
	var room [64]byte
	key := AppendFold(room[:0], s)
	numbers, names, all := dateWords(key)
	if !all {
		return false
	}
	switch {
	case names > 0:
		return numbers > 0
	case bytes.ContainsAny(key, "月年"):
		return true
	}
	return numbers >= 2 && numbers <= 3 && strings.ContainsAny(s, "/-.") && len(key) >= 3 && (!strings.Contains(s, " ") || isSpaced(s))
}

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
		case hasDigit(word) && (isNumber(strings.TrimRight(word, "stndrh")) || strings.ContainsAny(word, "年月日号")):
			numbers++
		case len(word) >= 3 && isMonth(FirstRunes(word, 3)), len(word) > 3 && isMonth(FirstRunes(word, 4)), len(word) <= 10 && isWeekday(word):
			names++
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

// cutDay splits off the date, or the day of the week, before a colon: "8 Sep:
// Yeast". when is "" if there is none.
func cutDay(s string) (when, rest string) {
	before, rest, ok := strings.Cut(s, ": ")
	if !ok || !hasLetter(rest) || !IsDate(before) && !isWeekday(Fold(before)) {
		return "", s
	}
	return before, strings.TrimLeft(rest, " ")
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
	for _, dash := range [...]string{"–", "—", " - ", "-"} {
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

// cutDays takes the days of a week off items: "Mon: Yeast", "Tue: Salt". Several of a list
// have to begin so, with days that are not the same.
func cutDays(items []*Element) {
	var daily []*Element
	days := map[string]bool{}
	for _, it := range items {
		if day := Fold(BeforeColon(it.Raw)); areDays(day) && it.Lead == PlainLead {
			daily = append(daily, it)
			days[day] = true
		}
	}
	if len(days) < 2 || 2*len(daily) < len(items) {
		return
	}
	for _, it := range daily {
		day := BeforeColon(it.Raw)
		if rest := strings.TrimLeft(it.Raw[len(day):], ":： "); hasLetter(rest) {
			if it.Title == NewLabel(day).Title { // it was cut there
				it.Summary = ""
			}
			it.setAttr("when", strings.TrimSpace(day))
			label := NewLabel(rest)
			it.Title, it.Number, it.Raw = label.Title, label.Number, rest
		}
	}
}

// minDated is how many headings begin with a date until that is no part of their names.
const minDated = 3

// cutDated takes the dates off headings of one level, and off bold lines, that are those of
// a timetable: "3/15: Yeast", "Monday, May 5 | Salt".
func (d *Document) cutDated() {
	levels := map[uint8][]*Element{} // 0 for lines
	all := map[uint8]int{}
	d.Root.Each(func(e *Element) {
		if e.Kind != Heading && (e.Kind != Line || e.Lead != BoldLead) {
			return
		}
		all[e.Level]++
		if when, _ := cutTimetabled(e.Title); when != "" {
			levels[e.Level] = append(levels[e.Level], e)
		}
	})
	for level, dated := range levels {
		if len(dated) < minDated || 2*len(dated) < all[level] {
			continue
		}
		for _, e := range dated {
			when, rest := cutTimetabled(e.Title)
			label := NewLabel(rest)
			e.setAttr("when", when)
			e.Title, e.Number = label.Title, cmp.Or(e.Number, label.Number)
		}
	}
}

// cutTimetabled splits off the date before a colon or a bar; when is "" if there is none.
// Entries of a change log have a dash behind it.
func cutTimetabled(s string) (when, rest string) {
	when, rest = cutDay(s)
	if when == "" {
		before, behind, ok := strings.Cut(s, " | ")
		if ok && hasLetter(behind) && (IsDate(before) || areDays(Fold(before))) {
			return before, behind
		}
	}
	return when, rest
}

// areDays says whether a folded text names days of the week, and nothing else.
func areDays(key string) bool {
	for word := range strings.FieldsSeq(key) {
		if !isWeekday(word) && !shortDaySet()[word] && !isJoint(word) {
			return false
		}
	}
	return key != ""
}
