package markdown

import "slices"

// cover answers a text that is nothing but names, of which some have separators in them
// that part others: "Cleaning Paintings and Pigments, Dyes and Inks". The fewest names
// that make up all pieces between separators of any kind are meant.
func (q *question) cover(text string) bool {
	pieces := cut(text, slices.Concat(separators[:]...))
	n := len(pieces)
	if n < 3 || n > maxCover {
		return false
	}
	const none = maxCover + 1
	type step struct{ fewest, next, node int } // of the names from a piece on: how many, where the second begins, the first
	steps := make([]step, n+1)
	name := func(i, j int) string { return trimPiece(text[pieces[i].start:pieces[j-1].end]) }
	for i := n - 1; i >= 0; i-- {
		steps[i].fewest = none
		for j := i + 1; j <= min(n, i+maxRun); j++ {
			if 1+steps[j].fewest >= steps[i].fewest {
				continue
			}
			if node, guessed := q.names.called(name(i, j), q.node, nil); node >= 0 && !guessed {
				steps[i] = step{1 + steps[j].fewest, j, node}
			}
		}
	}
	if steps[0].fewest >= none {
		return false
	}
	for i := 0; i < n; i = steps[i].next {
		q.answer(steps[i].node, name(i, steps[i].next), "")
	}
	return true
}

// maxCover bounds the pieces of such a text.
const maxCover = 16
