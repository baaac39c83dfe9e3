package page

import "testing"

func TestDayParts(t *testing.T) {
	for name, want := range map[string]bool{
		"Morning": true, "Afternoon (14–17)": true, "a.m.": true, "PM": true, "Après-midi": true, "po południu": true, "午前": true, "Morning 2": true,
		"A": false, "M": false, "P": false, "po": false, "midi": false, "Mornings out": false, "": false, "12": false,
	} {
		if isDayPart(name) != want {
			t.Errorf("isDayPart(%q) is not %v", name, want)
		}
	}
}
