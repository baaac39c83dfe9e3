package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"

// gistSteps is how many steps of likelihood a gist is told in.
const gistSteps = 9

// gistAnswers are the steps of all kinds.
const gistAnswers = int(gist.Kinds-1) * gistSteps

// maxName is how long the title of an item is at most that has a gist, in bytes.
// Longer ones are sentences.
const maxName = 60

// gistStep is how much likelier than subject matter a kind is for a node's title, in
// steps of which the middle ones mean doubt.
func (n *Node) gistStep(k gist.Kind) int {
	return bucket(int(n.gist[k]), -600, -350, -150, -30, 30, 150, 350, 600)
}

// gists says the steps of all kinds, counted from first.
func (n *Node) gists(a *answers, first int) int {
	for k := gist.About; k < gist.Kinds; k++ {
		a.say(first + (int(k)-1)*gistSteps + n.gistStep(k))
	}
	return unanswered
}

// gistCounts are how many nodes speak of each kind.
type gistCounts [gist.Kinds]int

// shares says the share of each kind but subject matter.
func (g *gistCounts) shares(a *answers) int {
	n := 0
	for _, k := range g {
		n += k
	}
	for k, of := range g[gist.About:] {
		a.say(k*shares + share(of, n))
	}
	return unanswered
}

const gistShares = int(gist.Kinds-1) * shares

// isBesides says whether a node's title speaks of what stands beside a course.
func (n *Node) isBesides() bool { return n.speaks == gist.About || n.speaks == gist.Resources }

// sounds says in words what a node's title sounds like.
func (n *Node) sounds() string {
	return [...]string{
		gist.Content:   "subject matter",
		gist.About:     "something about the course",
		gist.Resources: "further material",
		gist.Generic:   "a mere division",
	}[n.speaks]
}
