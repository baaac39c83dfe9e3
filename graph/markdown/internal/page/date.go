package page

import "strings"

// months are the beginnings of the names of months in the languages of most
// courses; what begins with one and holds a number is a date.
const months = " jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic fev mai set out dez mär okt janv fév avr juin juil août déc gen mag giu lug ott янв фев мар апр мая май июн июл авг сен окт ноя дек "

// IsDate says whether a text is a date and little else: "2031-09-05", "5 Sep",
// "Tue, Sept. 5", "9月5日".
func IsDate(s string) bool {
	if len(s) > 40 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	key := Fold(s)
	numbers, names, others := 0, 0, 0
	for word := range strings.FieldsSeq(key) {
		switch {
		case isNumber(strings.TrimRight(word, "stndrh")) || strings.ContainsAny(word, "年月日号") && strings.ContainsAny(word, "0123456789"):
			numbers++
		case len(word) >= 3 && strings.Contains(months, " "+FirstRunes(word, 3)+" "), len(word) > 3 && strings.Contains(months, " "+FirstRunes(word, 4)+" "):
			names++
		case len(word) <= 10 && isWeekday(word):
			names++
		default:
			others++
		}
	}
	switch {
	case others > 0:
		return false
	case names > 0:
		return numbers > 0
	case strings.ContainsAny(key, "月年"):
		return true
	}
	return numbers >= 2 && numbers <= 3 && strings.ContainsAny(s, "/-.") && len(key) >= 3 && !strings.Contains(s, " ")
}

func isWeekday(word string) bool {
	switch FirstRunes(word, 3) {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mié", "jue", "vie", "sáb", "dom":
		return true
	}
	return false
}

// BeginsWithDate says whether a text begins with a date: the entries of a change
// log do.
func BeginsWithDate(s string) bool {
	words := strings.Fields(s)
	for n := min(3, len(words)); n > 0; n-- {
		if IsDate(strings.Trim(strings.Join(words[:n], " "), ":-–—()[]*,")) {
			return true
		}
	}
	return false
}
