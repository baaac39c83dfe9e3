package page

import (
	"strings"
)

// sessions are the columns of a table of weeks or days that each tell what is done on a
// day of them, or at some time of it: "Week | Tuesday lecture | Thursday lecture | Friday
// lab", "Day | Morning | Afternoon". nil where there are no two, or none tells more than
// marks do.
func (t *table) sessions() []int {
	if len(t.columns) < 3 || !t.counts(0) {
		return nil
	}
	var out []int
	tells := false
	for i, c := range t.columns {
		f := t.facts[i]
		if i > 0 && (isDay(c.name) || isDayPart(c.name)) && f.filled > 0 && (f.numeric+f.dates+f.series)*2 < f.filled {
			out = append(out, i)
			mark := 6 // characters
			if strings.ContainsFunc(c.name, IsIdeograph) {
				mark = 2
			}
			tells = tells || f.distinct > 1 && f.length > mark*f.filled
		}
	}
	if len(out) < 2 || !tells {
		return nil
	}
	return out
}

// shortDays are the abbreviations of the days of a week. Many are words besides, so that
// only the whole name of a column is one of them, and only beside another.
const shortDays = " mo tu we th fr sa su lu ma me mi je ju jo ve vi sa di do " + // English, French, Spanish, Romanian
	"mar mer jeu ven sam dim gio sab seg ter qua qui sex " + // French, Italian, Portuguese
	"so wo vr za zo mån tis ons tor tors fre lör sön man tir lør søn ti ke to pe la " + // German, Dutch, the Nordic languages
	"pon wt śr czw pt sob nd po út st čt pá ne sze csüt pén szo uto sri čet pet ned " + // Polish, Czech, Hungarian, South Slavic
	"пт сб вс нд нед δευ τρι τετ πεμ παρ " +
	"pzt sal çar per cum sen sel rab kam jum sab min t2 t3 t4 t5 t6 t7 " + // Turkish, Indonesian, Vietnamese
	"月 火 水 木 金 土 日 월 화 수 목 금 토 일 "

// isDay says whether a column is named after a day of the week.
func isDay(name string) bool {
	return hasWeekday(name) || isAmong(shortDays, Fold(name), true)
}

// hasWeekday says whether a word of a text is a day of the week.
func hasWeekday(s string) bool {
	for word := range strings.FieldsSeq(Fold(s)) {
		if isWeekday(word) {
			return true
		}
	}
	return false
}

// dayParts are the parts of a day, folded, each whole: "m" is none for "a m" is one.
const dayParts = ",morning,afternoon,evening,night,a m,p m,am,pm,mañana,tarde,noche,manhã,noite,matin,matinée,après midi,soir,soirée," +
	"vormittag,nachmittag,abend,mattina,pomeriggio,sera,dimineața,după amiază,seara,ochtend,middag,avond,förmiddag,eftermiddag,kväll,formiddag,ettermiddag,kveld,aften,aamupäivä,iltapäivä,ilta,délelőtt,délután,este," +
	"przed południem,po południu,wieczór,dopoledne,odpoledne,večer,doobeda,poobede,prijepodne,poslijepodne,утро,утром,день,днём,вечер,вечером,ранок,вечір,πρωί,απόγευμα,βράδυ," +
	"sabah,öğleden sonra,akşam,pagi,siang,sore,malam,sáng,chiều,tối,صباحا,مساء,الصباح,المساء,صبح,عصر,בוקר,אחר הצהריים,ערב,सुबह,दोपहर,शाम,เช้า,บ่าย,เย็น,上午,下午,晚上,午前,午後,夜,오전,오후,저녁,"

// isDayPart says whether a column is named after a part of a day: "Morning", "Afternoon
// (14–17)".
func isDayPart(name string) bool {
	name, _, _ = strings.Cut(name, "(")
	key := strings.TrimRight(Fold(name), "0123456789 ")
	return key != "" && strings.Contains(dayParts, ","+key+",")
}

// weeksBy makes an element of every row that holds what is done in each of its
// sessions.
func (t *table) weeksBy(r *reader, sessions []int) (out []*Element, left []Leftover) {
	for i := range t.rows {
		line := &t.rows[i]
		e := t.row(r, line, 0, -1)
		if e == nil {
			left = append(left, line.left(0)...)
			continue
		}
		if isNumber(e.Title) {
			e.Title = squeeze(t.columns[0].name + " " + e.Title)
		}
		pauses := len(left)
		for _, j := range sessions {
			if j < len(line.cells) && hasLetter(line.cells[j].Title) {
				left = append(left, line.cells[j].into(r, e)...)
			}
		}
		if len(e.Kids) > 0 || len(left) == pauses { // what is only a break is no row
			out = append(out, e)
		}
	}
	return out, left
}
