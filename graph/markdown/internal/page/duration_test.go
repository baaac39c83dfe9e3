package page

import "testing"

func TestTiming(t *testing.T) {
	for s, want := range map[string]timing{
		"45 min": howLong, "~2–3 hours": howLong, "about 3 weeks": howLong, "1 h 30 min": howLong, "約40分": howLong, "2 ore": howLong, "30분": howLong,
		"Weeks 1-4": atWhich, "week 3": atWhich, "Недели 5-12": atWhich, "第2周": atWhich,
		"3 points": noTiming, "Sec. 4": noTiming, "hours": noTiming, "2031": noTiming, "": noTiming,
	} {
		if got := timingOf(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	l := NewLabel("Planks (45 min) (weeks 1-2)")
	if l.Title != "Planks" || l.timed == nil || *l.timed != (timed{"45 min", "weeks 1-2"}) {
		t.Errorf("%+v", l)
	}
}
