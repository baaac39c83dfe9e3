// Package gist guesses from the words of a title what a heading stands over: subject
// matter, something about the course, further material, or a mere division.
//
// It is a linear model of the title's words, their beginnings and neighbours, and of
// short runs of letters where a script has no words, learned by package train from
// titles in many languages that people have judged. So it knows words that no list
// has, by their stems, and where a word may mean either, what usually stands with it.
package gist

import (
	_ "embed" // the weights
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A Kind is what a title may say that stands below it.
type Kind uint8

const (
	Content   Kind = iota // subject matter
	About                 // about the course: its people, rules, aims, dates
	Resources             // further material
	Generic               // a mere division: "Week 3", "Topics"
	Kinds
)

// A Gist is how much likelier each kind is than subject matter, as natural logarithms in
// hundredths.
type Gist [Kinds]int32

// Likeliest is the kind that is likelier than any other.
func (g Gist) Likeliest() Kind {
	best := Content
	for k := About; k < Kinds; k++ {
		if g[k] > g[best] {
			best = k
		}
	}
	return best
}

// Slots is how many features have weights at most. Each takes the slot that its hash
// names, with a byte of the hash, so that what nobody knows is not taken for it.
const Slots = 1 << 17

// SlotSize is how many bytes a slot has: the byte of the hash, and a weight for each kind
// but Content.
const SlotSize = int(Kinds)

// Unit is what one step of a weight stands for, in hundredths.
const Unit = 4

//go:embed weights.bin
var weights string

// Of guesses the gist of a title.
func Of(title string) (g Gist) {
	if len(weights) != Slots*SlotSize { // they are to be learned yet
		return g
	}
	Features(title, func(hash Hash) {
		slot := weights[hash.Slot()*SlotSize:]
		if slot[0] != hash.Check() {
			return
		}
		for k := About; k < Kinds; k++ {
			g[k] += Unit * int32(int8(slot[k]))
		}
	})
	return g
}

// maxTitle bounds what is looked at of a title, in bytes.
const maxTitle = 100

// Features calls visit for each feature of a title, by its hash.
func Features(title string, visit func(hash Hash)) {
	var room [maxTitle + 8]byte
	text := page.AppendFold(room[:0], title[:min(len(title), maxTitle)])
	words, letters := 0, 0
	var last []byte
	for rest := text; len(rest) > 0; {
		n := 0
		for n < len(rest) && rest[n] != ' ' {
			n++
		}
		word := rest[:n]
		rest = rest[min(n+1, len(rest)):]
		words++
		if isNumber(word) {
			word = zero
		}
		visit(hashOf('w').with(word))
		if last == nil {
			visit(hashOf('^').with(word))
		} else {
			visit(hashOf('2').with(last).with(word))
		}
		last = word
		if r, _ := utf8.DecodeRune(word); isRun(r) {
			letters += runs(word, visit)
			continue
		}
		for _, n := range [...]int{4, 5, 6, 8} {
			if at := beginning(word, n); at < len(word) {
				visit(hashOf('p').with(word[:at]))
			}
		}
		if at := beginning(word, 3); at < len(word) {
			visit(hashOf('e').with(word[len(word)-endOf(word, 4):]))
		}
	}
	if last != nil {
		visit(hashOf('$').with(last))
	}
	if letters > 0 {
		words = (letters + 1) / 2
	}
	if last != nil && (strings.HasSuffix(title, "?") || strings.HasSuffix(title, "？")) {
		visit(hashOf('?'))
	}
	visit(hashOf('n').with(lengths[min(words, len(lengths)-1)]))
}

var (
	zero    = []byte("0")
	lengths = [...][]byte{[]byte("0"), []byte("1"), []byte("2"), []byte("3"), []byte("4"), []byte("5"), []byte("5"), []byte("7"), []byte("7"), []byte("9")}
)

// A Hash is that of a feature: FNV-1a of its kind and words.
type Hash uint32

func hashOf(kind byte) Hash { return (2166136261 ^ Hash(kind)) * 16777619 }

// with is the hash of a feature that has one word more.
func (h Hash) with(word []byte) Hash {
	for _, c := range word {
		h = (h ^ Hash(c)) * 16777619
	}
	return (h ^ ' ') * 16777619
}

// Slot is the slot of a feature, and Check the byte that stands there.
func (h Hash) Slot() int   { return int((h ^ h>>15) % Slots) }
func (h Hash) Check() byte { return byte((h^h>>15)>>24) | 1 } // 0 is an empty slot

func isNumber(word []byte) bool {
	for _, c := range word {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// beginning is where the first n letters of a word end.
func beginning(word []byte, n int) int {
	at := 0
	for ; n > 0 && at < len(word); n-- {
		_, size := utf8.DecodeRune(word[at:])
		at += size
	}
	return at
}

// endOf is how many bytes the last n letters of a word take.
func endOf(word []byte, n int) int {
	at := len(word)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(word[:at])
		at -= size
	}
	return len(word) - at
}

// isRun says whether words of a letter's script are not told apart by spaces.
func isRun(r rune) bool { return page.IsIdeograph(r) || r >= 0xe00 && r <= 0xe7f } // Thai

// runs says all runs of one to three letters of a word, and gives its letters.
func runs(word []byte, visit func(hash Hash)) int {
	n := 0
	for at := 0; at < len(word); n++ {
		for _, k := range [...]int{1, 2, 3} {
			if end := at + beginning(word[at:], k); k == 1 || utf8.RuneCount(word[at:end]) == k {
				visit(hashOf('r').with(word[at:end]))
			}
		}
		at += beginning(word[at:], 1)
	}
	return n
}
