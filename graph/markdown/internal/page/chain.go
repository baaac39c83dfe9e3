package page

import "strings"

// minChain is how many names arrows lead through at least.
const minChain = 3

// chain reads a paragraph that is names with arrows between, each a link, a code
// span or bold, as items: "`lists` → `strings` → `sets`". Others give nil.
func (r *reader) chain(spans []span) []*Element {
	var names [][]span
	var name []span
	for _, s := range spans {
		switch {
		case s.style&(breaks|picture) != 0:
			return nil
		case s.url != "" || s.style&(code|bold) != 0:
			name = append(name, s)
		case isArrow(strings.TrimSpace(s.text)) && name != nil:
			names, name = append(names, name), nil
		default:
			return nil
		}
	}
	if names = append(names, name); name == nil || len(names) < minChain {
		return nil
	}
	return r.items(names)
}

func isArrow(s string) bool {
	switch strings.TrimRight(s, "\ufe0f") {
	case "→", "⟶", "➡", "➜", "➔", "⇒", "->", "-->", "=>":
		return true
	}
	return false
}
