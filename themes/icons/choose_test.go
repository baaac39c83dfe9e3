package icons

import (
	"fmt"
	"testing"
)

// No guess stands twice nearby: the next one is taken, or none. The author's
// icons stay, and no guess repeats one.
func TestChoose(t *testing.T) {
	headings := []Heading{
		{"Machine learning", ""}, {"Machine learning", ""}, {"Docker", ""}, {"Docker", ""},
		{"Databases", "none"}, {"Databases", "🐍"}, {"Python", ""}, {"Snakes", "🐍"}, {"SQL", ""},
		{"Ships", "docker"}, {"Week 3", ""}, {"Testing", ""}, {"Exams", "🧪"}, {"Odd", "no-such-icon"},
	}
	want := []string{"robot", "brain", "", "", "", "🐍", "python", "🐍", "database", "docker", "", "checklist", "🧪", "no-such-icon"}
	choices := Choose(headings)
	for i, c := range choices {
		if c.Icon != want[i] || c.Author != (headings[i].Icon != "") {
			t.Errorf("%q: got %+v, want %q", headings[i].Title, c, want[i])
		}
	}
	for i, want := range map[int]string{
		0: `for "machine learning"`, 1: `for "machine learning", robot is near already`,
		3: "docker is near already", 4: "the author's", 10: "no word says enough",
	} {
		if got := choices[i].String(); got != want {
			t.Errorf("%q: got %s, want %s", headings[i].Title, got, want)
		}
	}
}

// A guess may come again when it is out of sight.
func TestNearby(t *testing.T) {
	headings := make([]Heading, 2*Nearby+3)
	for i := range headings {
		headings[i].Title = fmt.Sprint("Week ", i)
	}
	for _, i := range []int{0, Nearby, 2*Nearby + 1} {
		headings[i].Title = "Docker"
	}
	choices := Choose(headings)
	for i, want := range map[int]string{0: "docker", Nearby: "", 2*Nearby + 1: "docker"} {
		if choices[i].Icon != want {
			t.Errorf("section %d: got %q, want %q", i, choices[i].Icon, want)
		}
	}
}
