package page

import "testing"

func TestIsDate(t *testing.T) {
	for _, s := range []string{
		"2031-09-05", "5/9", "5 Sep", "Tue, Sept. 5", "Monday 5th", "Jul-Aug 2031", "le 5 septembre", "5 de septiembre de 2031", "5 de setembro", "5 settembre", "den 5. september",
		"5. září", "5 września", "szeptember 5.", "5 Eylül 2031", "5. syyskuuta", "5 Σεπτεμβρίου", "5 вересня", "10 ноября 2031 г.", "5 септември", "5 septembrie", "5 rujna", "5 rugsėjo", "5. septembris",
		"5 سبتمبر", "۵ شهریور", "5 בספטמבר", "5 กันยายน", "५ सितंबर", "৫ সেপ্টেম্বর ২০৩১", "ngày 5 tháng 9", "5 Agustus", "9月5日", "9月5日（土）", "11월 02일 (월요일)",
	} {
		if !IsDate(s) {
			t.Errorf("%q is no date", s)
		}
	}
	for _, s := range []string{
		"Marketing 101", "Junior 2", "Decision 3", "Augmented 4", "Set 1", "Out 7", "Chapter 5", "Le 5", "5 de", "Minggu 4", "Weekend 2", "Tháng 3", "March of the 300 ants", "v2.1", "Listen 2", "September", "3",
	} {
		if IsDate(s) {
			t.Errorf("%q is a date", s)
		}
	}
}
