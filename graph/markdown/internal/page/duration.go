package page

import (
	"strings"
	"sync"
	"unicode"
)

// timeUnits are the words that say how long something takes, or which weeks of a course it
// is for, folded.
const timeUnits = " min mins minute minutes h hr hrs hour hours day days d week weeks wk wks month months mo year years yr yrs " +
	"minuto minutos hora horas hs día días dia dias semana semanas mes meses mês año años ano anos " +
	"minuti ora ore giorno giorni settimana settimane mese mesi anno anni " +
	"heure heures jour jours semaine semaines mois an ans année années " +
	"minuten std stunde stunden tag tage wo woche wochen monat monate jahr jahre " +
	"uur dag dagen weken maand maanden jaar minut timme timmar dagar vecka veckor uke uker uge uger måned måneder månad månader time timer dage " +
	"minuuttia tunti tuntia päivä päivää viikko viikkoa kuukausi kuukautta " +
	"minuty minuta godz godzina godziny godzin dzień dni tydzień tygodnie tygodni miesiąc miesiące miesięcy " +
	"hodina hodiny hodin den dny dnů týden týdny týdnů měsíc měsíce měsíců perc óra nap hét hónap " +
	"minute ore zi zile săptămână săptămâni săptămânile lună luni " +
	"мин минута минуты минут ч час часа часов день дня дней нед неделя недели недель мес месяц месяца месяцев год года лет хв хвилин год година години годин день дні днів тиждень тижні тижнів місяць місяці місяців седмица седмици ден дни " +
	"dk dakika sa saat gün hafta ay yıl menit jam hari minggu bulan tahun phút giờ tiếng ngày tuần tháng năm " +
	"λεπτά ώρα ώρες ημέρα ημέρες εβδομάδα εβδομάδες دقيقة دقائق ساعة ساعات ساعتان يوم أيام أسبوع أسابيع شهر أشهر شهور دقیقه ساعت روز هفته ماه דקות דקה שעה שעות יום ימים שבוע שבועות חודש חודשים " +
	"मिनट घंटा घंटे दिन सप्ताह हफ्ते महीने মিনিট ঘণ্টা ঘন্টা দিন সপ্তাহ মাস นาที ชั่วโมง ชม วัน สัปดาห์ เดือน " +
	"分 分钟 分鐘 小时 小時 時間 时 天 日 周 週 週間 周目 週目 个月 個月 月 年 カ月 ヶ月 か月 か月間 日間 분 시간 일 주 주차 주간 개월 "

// timeJoints are the words that may stand with these.
const timeJoints = " to and or each per about approx approximately around ca circa est estimated total x a y e o por aprox aproximadamente cerca de total environ par et ou à pro je etwa und bis alle circa ongeveer per ok około и по около примерно приблизно 約 约 大约 大約 共 每 第 약 총 매 제 "

var (
	timeUnitSet  = sync.OnceValue(func() map[string]bool { return setOf(timeUnits) })
	timeJointSet = sync.OnceValue(func() map[string]bool { return setOf(timeJoints) })
)

// A timing is what a text that only tells of time says.
type timing uint8

const (
	noTiming timing = iota
	howLong         // "45 min", "~2–3 hours", "about 3 weeks", "約40分"
	atWhich         // "Weeks 1-4", "第2周"
)

// timingOf says whether a text only tells how long something takes, or which weeks of a
// course it is for: there the unit stands before the number.
func timingOf(s string) timing {
	if len(s) > maxDuration || !hasDigit(s) {
		return noTiming
	}
	numbers, units, told := 0, 0, howLong
	for word := range strings.FieldsSeq(Fold(s)) {
		for word != "" {
			isDigit := unicode.IsDigit(firstRune(word))
			end := strings.IndexFunc(word, func(c rune) bool { return unicode.IsDigit(c) != isDigit })
			if end < 0 {
				end = len(word)
			}
			switch piece := word[:end]; {
			case isDigit:
				numbers++
			case timeUnitSet()[piece]:
				units++
				if numbers == 0 {
					told = atWhich
				}
			case piece == "第" || piece == "제":
				told = atWhich
			case !timeJointSet()[piece]:
				return noTiming
			}
			word = word[end:]
		}
	}
	if numbers == 0 || units == 0 {
		return noTiming
	}
	return told
}

// maxDuration bounds the texts that are asked about, in bytes.
const maxDuration = 40
