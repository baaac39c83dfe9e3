package graph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// unknown is the error for a name that no node of the kinds answers to.
func (g *Graph) unknown(name string, kinds []Kind) error {
	var among []Node
	for _, n := range g.Nodes {
		if slices.Contains(kinds, n.Kind) {
			among = append(among, n)
		}
	}
	among = g.preferDrawn(among)
	var names []string
	for _, n := range among {
		names = append(names, n.Title, withoutArticle(n.Title), n.ID)
	}
	e := &UnknownError{Name: name, Nearest: nearest.Name(name, names), Candidates: sharing(name, among)}
	if e.Candidates == nil {
		e.Candidates = outermost(among)
		if e.Nearest == "" {
			e.Nearest = nearestWord(name, among)
		}
	}
	return e
}

// preferDrawn drops the nodes that are excluded, by themselves or with what
// holds them, if any node is not.
func (g *Graph) preferDrawn(nodes []Node) []Node {
	drawn := g.Drawn()
	if drawn == g {
		return nodes
	}
	x := NewIndex(drawn)
	excluded := func(n Node) bool { return x.At(n.ID) < 0 }
	if !slices.ContainsFunc(nodes, func(n Node) bool { return !excluded(n) }) {
		return nodes
	}
	return slices.DeleteFunc(slices.Clone(nodes), excluded)
}

// sharing are the nodes whose titles share the most words with a name, nil if
// none does.
func sharing(name string, nodes []Node) []Node {
	wanted := contentWords(name)
	var best []Node
	most := 1
	for _, n := range nodes {
		shared := 0
		for _, word := range contentWords(n.Title) {
			if slices.Contains(wanted, word) {
				shared++
			}
		}
		if shared > most {
			best, most = nil, shared
		}
		if shared == most {
			best = append(best, n)
		}
	}
	return best
}

// contentWords are the words of a text that say what it is about: those of three
// letters or more, and no articles and the like.
func contentWords(text string) []string {
	var words []string
	for word := range strings.SplitSeq(stripAccents(key(text)), "-") {
		if utf8.RuneCountInString(word) >= 3 && !slices.Contains([]string{"the", "and", "for", "from", "with"}, word) && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// outermost are the nodes of the outermost kind that has several, without the
// course; all if no kind has.
func outermost(nodes []Node) []Node {
	for _, kind := range []Kind{Part, Section, Topic, Resource} {
		of := slices.DeleteFunc(slices.Clone(nodes), func(n Node) bool { return n.Kind != kind })
		if len(of) > 1 {
			return of
		}
	}
	return nodes
}

// nearestWord is the title with a word most like name: "enginer" is near to
// "The LLM Engineer".
func nearestWord(name string, nodes []Node) string {
	var words []string
	title := map[string]string{}
	for _, n := range nodes {
		for word := range strings.FieldsSeq(n.Title) {
			if len(word) > 3 && title[word] == "" {
				words = append(words, word)
				title[word] = n.Title
			}
		}
	}
	return title[nearest.Name(name, words)]
}
