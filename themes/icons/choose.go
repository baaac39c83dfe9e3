package icons

import (
	"fmt"
	"slices"
	"strings"
)

// Nearby is how many sections before and after a section are near it: about as
// many as one sees at a time.
const Nearby = 12

// A Heading is a section's title with the icon that its author gave it: an emoji
// or a name, "none" for none, or "" where that is left open.
type Heading struct{ Title, Icon string }

// A Choice is the icon that a section gets, and why.
type Choice struct {
	Icon   string  `json:"icon"`             // "" for none; the author's own as written
	Word   string  `json:"word,omitempty"`   // of the title, if it is guessed
	Passed []Guess `json:"passed,omitempty"` // better guesses, which a section nearby has
	Author bool    `json:"author,omitempty"` // whether the author has decided
}

// String is the reason as a phrase.
func (c Choice) String() string {
	var why []string
	switch {
	case c.Author:
		why = append(why, "the author's")
	case c.Word != "":
		why = append(why, fmt.Sprintf("for %q", c.Word))
	case len(c.Passed) == 0:
		why = append(why, "no word says enough")
	}
	for _, g := range c.Passed {
		why = append(why, g.Icon+" is near already")
	}
	return strings.Join(why, ", ")
}

// Choose gives sections of a figure, in their order, their icons. What the author
// wants is done. The others get the best guess that no section [Nearby] has, of its
// author or as a guess, or none: a picture tells sections apart only if it stands
// once. Guesses depend on what stands before them, and on authors' icons.
func Choose(headings []Heading) []Choice {
	names, choices := make([]string, len(headings)), make([]Choice, len(headings))
	for i, h := range headings {
		if h.Icon != "" {
			choices[i] = Choice{Icon: h.Icon, Author: true}
			names[i], _ = Name(h.Icon)
		}
		if h.Icon == "none" {
			choices[i].Icon = ""
		}
	}
	for i, h := range headings {
		if h.Icon != "" {
			continue
		}
		c := &choices[i]
		near := names[max(0, i-Nearby):min(len(names), i+Nearby+1)]
		for _, g := range Guesses(h.Title) {
			if !slices.Contains(near, g.Icon) {
				c.Icon, c.Word, names[i] = g.Icon, g.Word, g.Icon
				break
			}
			c.Passed = append(c.Passed, g)
		}
	}
	return choices
}
