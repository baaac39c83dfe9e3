package layout

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Link is where a click on a node leads: its own address, or its heading's
// anchor in the document at base. It is empty when there is nowhere to go and
// when a picture must not lead there.
func Link(n graph.Node, base string) string {
	url := strings.TrimSpace(n.URL)
	if strings.HasPrefix(url, "#") {
		url = base + url
	}
	return graph.SafeLink(url)
}

// Tooltip is what a reader sees when resting on a node: its whole title, then
// its summary, cut at a word where it is long.
func Tooltip(n graph.Node) string {
	const most = 300 // characters; longer tooltips leave the screen
	title := n.Title
	if n.Number != "" {
		title = n.Number + ". " + title
	}
	if n.Summary == "" {
		return title
	}
	return title + ": " + Shorten(n.Summary, most)
}

// Shorten cuts s to at most n characters and an ellipsis, after a whole word
// where there is one near the end.
func Shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)*3/4 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// States are the states of a node's box.
func States(n graph.Node) []State {
	var states []State
	if n.Optional {
		states = append(states, OptionalState)
	}
	switch n.Status {
	case graph.Todo:
		states = append(states, TodoState)
	case graph.Doing:
		states = append(states, DoingState)
	case graph.Done:
		states = append(states, DoneState)
	}
	return states
}
