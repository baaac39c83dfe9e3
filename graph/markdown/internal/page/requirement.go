package page

import "strings"

// requireInBrackets takes what comes first out of the brackets behind names: "Mooring
// (requires Knots and Rowing)". A bracket that names nothing of the document, as in
// "Export (needs design)", is a part of the name, and so the names must be known.
func (d *Document) requireInBrackets() {
	type bracket struct {
		e          *Element
		open       int // in its title, or 0
		word, rest string
	}
	var brackets []bracket
	d.Root.Each(func(e *Element) {
		open := TrailingBracket(e.Title)
		if word, rest := requirement(e.Title, open); word != "" {
			brackets = append(brackets, bracket{e, open, word, rest})
		} else if word, rest := requirement(e.has().Bracket, 0); word != "" {
			brackets = append(brackets, bracket{e, 0, word, rest})
		}
	})
	if brackets == nil {
		return
	}
	names := map[string]bool{}
	d.Root.Each(func(e *Element) {
		names[Fold(e.Title)] = true
		if open := TrailingBracket(e.Title); open > 0 {
			names[Fold(e.Title[:open])] = true
		}
	})
	for _, b := range brackets {
		if !namesAny(b.rest, names) {
			continue
		}
		if b.open > 0 {
			b.e.Title = strings.TrimRight(b.e.Title[:b.open], " ")
		}
		b.e.Want(Want{Text: b.rest, At: b.e.At, Reason: "text " + quote(b.word), Refs: b.e.Links})
	}
}

// requirement is the word that says, at the beginning of a bracket, that the rest comes
// first, and the rest; "" of other brackets.
func requirement(text string, open int) (word, rest string) {
	if open < 0 || open >= len(text) || !strings.HasPrefix(text[open:], "(") && !strings.HasPrefix(text[open:], "[") && !strings.HasPrefix(text[open:], "（") {
		return "", ""
	}
	inner := strings.Trim(text[open:], "()[]（） ")
	end := 0
	for range longestRequirement {
		n := strings.IndexAny(inner[end:], " :：")
		if n < 0 {
			return "", ""
		}
		end += n
		if word = inner[:end]; (Requires | Prerequisites).Is(word) {
			return word, strings.Trim(inner[end:], " :：")
		}
		end++
	}
	return "", ""
}

// longestRequirement is how many words may say that something comes first.
const longestRequirement = 3

// namesAny says whether a text, or one of the pieces that commas and the like make of it,
// is a known name.
func namesAny(text string, names map[string]bool) bool {
	if names[Fold(text)] {
		return true
	}
	piece := ""
	known := false
	ends := func() {
		known = known || piece != "" && names[Fold(piece)]
		piece = ""
	}
	for w := range strings.FieldsSeq(text) {
		if isAnd(w) || w == "/" {
			ends()
			continue
		}
		piece += " " + w
		if strings.ContainsAny(w[len(w)-1:], ",;") {
			ends()
		}
	}
	ends()
	return known
}
