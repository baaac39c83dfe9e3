package icons

import (
	"bytes"
	"slices"
	"strings"
)

// Found is an icon of the pack with all that it is known by.
type Found struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"` // other names and emoji
	Words   []string `json:"words,omitempty"`   // that it is guessed for, as guess.tsv writes them
}

// String is a line for people: the name, the other names, and the first words.
func (f Found) String() string {
	line := f.Name
	if len(f.Aliases) > 0 {
		line += "  " + strings.Join(f.Aliases, " ")
	}
	if n := min(len(f.Words), 5); n > 0 {
		line += "  for " + strings.Join(f.Words[:n], ", ")
		if n < len(f.Words) {
			line += ", …"
		}
	}
	return line
}

// Search finds the icons whose name, other names or words have all the words given,
// or their beginnings; without words, all icons. Those that are called so come before
// those that are guessed for it, each in the order of their names.
func Search(words ...string) []Found {
	var called, guessed []Found
	for _, f := range all() {
		names := append([]string{f.Name}, f.Aliases...)
		has := func(texts []string) bool {
			return !slices.ContainsFunc(words, func(word string) bool {
				return !slices.ContainsFunc(texts, func(text string) bool { return hasWord(text, word) })
			})
		}
		switch {
		case has(names):
			called = append(called, f)
		case has(append(names, f.Words...)):
			guessed = append(guessed, f)
		}
	}
	return append(called, guessed...)
}

// hasWord tells whether a word of a text begins as another does. What has no
// letters, as an emoji, must be the whole text.
func hasWord(text, word string) bool {
	want := appendWords([]byte(" "), word)
	if len(want) == 1 {
		return withoutSelectors(text) == withoutSelectors(word)
	}
	return bytes.Contains(appendWords([]byte(" "), text), want)
}

// all are the icons of the pack, sorted by name.
func all() []Found {
	var list []Found
	at := map[string]int{}
	for _, name := range Names() {
		at[name] = len(list)
		list = append(list, Found{Name: name})
	}
	for start := 0; start < len(index); {
		var l line
		if l, start = lineAt(start); l.number < 0 {
			f := &list[at[l.target]]
			f.Aliases = append(f.Aliases, l.key)
		}
	}
	for l := range strings.SplitSeq(keywords, "\n") {
		fields := strings.Split(l, "\t")
		if len(fields) != 3 || fields[1] == "-" {
			continue // a comment, or words for no icon
		}
		for icon := range strings.SplitSeq(fields[1], "|") {
			f := &list[at[icon]]
			f.Words = append(f.Words, strings.Split(fields[2], ", ")...)
		}
	}
	return list
}
