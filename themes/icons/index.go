package icons

import (
	_ "embed" // the index
	"strconv"
	"strings"
)

// index is a sorted list of lines: a name, a tab, and the icon's number in the
// pack; or an emoji or another name, a tab, "=" and the name. It is searched as
// it is, so that it costs nothing to have.
//
//go:embed pack.idx
var index string

// line is one line of the index.
type line struct {
	key    string
	number int    // -1 for an alias
	target string // of an alias
}

// lineAt reads the line that starts at an offset; next is where the one after
// it starts.
func lineAt(at int) (l line, next int) {
	end := at + strings.IndexByte(index[at:], '\n')
	key, value, _ := strings.Cut(index[at:end], "\t")
	if target, ok := strings.CutPrefix(value, "="); ok {
		return line{key, -1, target}, end + 1
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		panic("icons: the index is damaged: " + index[at:end])
	}
	return line{key, n, ""}, end + 1
}

// find is the number and the proper name of an icon.
func find(name string) (number int, proper string, ok bool) {
	l, ok := searchIndex(name)
	if !ok {
		if bare := withoutSelectors(name); bare != name {
			l, ok = searchIndex(bare)
		}
	}
	if ok && l.number < 0 {
		l, ok = searchIndex(l.target)
	}
	return l.number, l.key, ok
}

// searchIndex finds a key by bisection over the bytes of the index.
func searchIndex(key string) (line, bool) {
	low, high := 0, len(index) // both are starts of lines
	for low < high {
		middle := strings.LastIndexByte(index[low:(low+high)/2], '\n') + 1 + low
		l, next := lineAt(middle)
		switch strings.Compare(key, l.key) {
		case 0:
			return l, true
		case -1:
			high = middle
		default:
			low = next
		}
	}
	return line{}, false
}

// withoutSelectors drops what only varies an emoji: the variation selectors
// U+FE0E and U+FE0F, and the skin tones U+1F3FB to U+1F3FF.
func withoutSelectors(name string) string {
	return strings.Map(func(r rune) rune {
		if r == 0xFE0E || r == 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF {
			return -1
		}
		return r
	}, name)
}
