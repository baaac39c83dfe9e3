package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// like is the node whose title begins with a name, holds its words in their
// order, or is it with words cut short ("Math" for "Mathematics"); or the first
// of a series that is called so without its number; or the only one whose title ends
// with the name; or −1.
func (n *names) like(key string, wants int, within func(int) bool) int {
	bucket, words := n.begins[opening(key)], strings.Count(key, " ")
	for _, fits := range [...]func(title string) bool{
		func(title string) bool { return opens(key, title) },
		func(title string) bool {
			more := strings.Count(title, " ") - words
			return more == 0 && isShort(key, title) || more > 0 && isIn(key, title)
		},
	} {
		c := n.candidate(wants, within)
		for _, i := range bucket {
			if fits(n.keys[i]) {
				c.consider(i)
			}
		}
		if c.best >= 0 {
			return c.best
		}
	}
	for cut, times := key, 0; times < 2; times++ { // "1", "part 1"
		last := strings.LastIndexByte(cut, ' ')
		if last < 0 || times == 0 && cut[last:] != " 1" && cut[last:] != " a" {
			break
		}
		cut = cut[:last]
		for _, named := range [...]*calls{&n.whole, &n.pieces} {
			if i := n.nearestCalled(named, named.by[cut], wants, within); i >= 0 {
				return i
			}
		}
	}
	return n.ending(key, wants, within)
}

// ending is the only node, but for the one that wants it, whose title ends with a name
// of several words: "Pipe Metal" for "Casting and Planing Pipe Metal"; or −1.
func (n *names) ending(key string, wants int, within func(int) bool) int {
	tail := closing(key)
	if len(key) < minLone || len(tail) == 0 {
		return -1
	}
	if n.ends == nil {
		n.ends = map[string][]int{}
		for i, title := range n.keys {
			if c := closing(title); c != "" && len(n.ends[c]) < maxSimilar {
				n.ends[c] = append(n.ends[c], i)
			}
		}
	}
	c, found := n.candidate(wants, within), 0
	for _, i := range n.ends[tail] {
		if i != wants && strings.HasSuffix(n.keys[i], " "+key) {
			c.consider(i)
			found++
		}
	}
	if found != 1 {
		return -1
	}
	return c.best
}

// closing is the last two words of a key, where the last is no number or letter that
// counts; or "".
func closing(key string) string {
	last := strings.LastIndexByte(key, ' ')
	if last < 0 || len(key)-last <= 3 {
		return ""
	}
	return key[strings.LastIndexByte(key[:last], ' ')+1:]
}

// minLone is the length, in bytes, from which on one word may stand for a longer
// name: "Calculus" for "Calculus 1A". A shorter one is only meant if it is all.
const minLone = 7

// opens says whether a title begins with a name. One word alone must be
// followed by a number: "Programming" is no "Programming Languages".
func opens(name, title string) bool {
	rest, ok := strings.CutPrefix(title, name)
	if !ok || len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	if strings.Contains(name, " ") {
		return len(name) >= 4
	}
	return len(name) >= minLone && rest[1] >= '0' && rest[1] <= '9'
}

// isIn says whether the words of a name, with a number or letter at its end,
// stand in a title of more words in their order: "Algorithms Part 1" in
// "Algorithms: Design and Analysis, Part 1".
func isIn(name, title string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if len(last) == len(name) || len(last) > 2 || title[strings.LastIndexByte(title, ' ')+1:] != last {
		return false
	}
	wanted, name, more := strings.Cut(name, " ")
	if first, _, _ := strings.Cut(title, " "); first != wanted {
		return false
	}
	for word := range strings.SplitSeq(title, " ") {
		if word != wanted {
			continue
		}
		if !more {
			return true
		}
		wanted, name, more = strings.Cut(name, " ")
	}
	return false
}

// isShort says whether name is title, of as many words, with some words cut short.
// Of a single word no more than an ending may be cut, unless it is long.
func isShort(name, title string) bool {
	single := !strings.Contains(name, " ")
	for more := true; more; {
		var short, long string
		short, name, more = strings.Cut(name, " ")
		long, title, _ = strings.Cut(title, " ")
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) < 3 && short != long || !strings.HasPrefix(long, short) {
			return false
		}
		if single && len(short) < minLone && long != short+"s" && long != short+"es" {
			return false
		}
	}
	return true
}

// maxSimilar bounds the titles that a name which is none of them is compared
// with, so that a long course with many unknown names takes linear time.
const maxSimilar = 2000

// maxNearest bounds the titles that a hint is looked for in.
const maxNearest = 2000

func (n *names) nearest(name string) string {
	return nearest.Hint(name, n.titles)
}
