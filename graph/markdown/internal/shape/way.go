package shape

import "math"

// A way is how the reading of a scheme is made.
type way struct {
	keeps keeping
	mode  mode
}

// A keeping says how freely parts and sections are kept.
type keeping uint8

const (
	usual  keeping = iota // what is likelier one than not
	lax                   // also what is a little less likely
	strict                // only what is a little likelier
	keepings
)

// shifts are what is added to the weight of keeping.
var shifts = [keepings]int{lax: Scale, strict: -Scale}

// ways are the ways that every scheme is read in. Those of one keeping stand
// together, and alike comes right behind judged, whose tallies it needs.
var ways = [...]way{
	{usual, judged}, {usual, alike}, {usual, strong}, {usual, named}, {usual, every}, {usual, bare},
	{lax, judged}, {strict, judged},
}

// Ways is the number of ways.
const Ways = len(ways)

// WayName is what explanations call a way.
func WayName(i int) string {
	w := ways[i]
	return modeNames[w.mode] + [...]string{"", ", lax", ", strict"}[w.keeps]
}

// ReadWith reads a scheme with a learned judge and gives what ranks it.
func (t *Tree) ReadWith(s *Scheme, j *learned, way int) (*Reading, []int32) {
	d := t.drawWith(s, j, ways[way])
	return d.r, rankFeatures.vector(d)
}

// drawWith is what a scheme would draw in a way.
func (t *Tree) drawWith(s *Scheme, j *learned, w way) *drawing {
	j.ready()
	var d drawing
	j.draw(t.readIn(j.keep(s, w.keeps), j, w.mode), &d)
	return &d
}

// draw makes the drawing of a reading that was just made, in place of another one.
func (j *learned) draw(r *Reading, d *drawing) {
	d.draw(r, j)
	d.way = way{j.keeps, j.mode}
	var nh, nu int
	d.headLogs, d.unitLogs, nh, nu = j.likelihood(r)
	d.headLogs /= max(1, math.Sqrt(float64(nh)))
	d.unitLogs /= max(1, math.Sqrt(float64(nu)))
	d.sure = int(100 * j.said.sure / float64(max(1, j.said.n)))
	d.least = int(100 * j.said.doubt)
}

// A kept is a reading with its parts and sections, the same in all modes, and
// how sure they are.
type kept struct {
	*Reading
	keeps keeping
	said  certainty
}

// keep decides what the parts and sections of a scheme are. The result is good
// until the next one.
func (j *learned) keep(s *Scheme, how keeping) kept {
	if j.last.Reading == nil {
		j.last.Reading = &Reading{Roles: make([]Role, len(j.t.Nodes))}
	} else if j.last.Scheme == s && j.last.keeps == how {
		return j.last
	}
	j.keeps, j.said = how, certainty{}
	clear(j.last.Roles)
	j.last.Scheme = s
	j.t.keep(j.last.Reading, j)
	j.last.keeps, j.last.said = how, j.said
	return j.last
}

// readIn finds the topics in a mode.
func (t *Tree) readIn(k kept, j *learned, m mode) *Reading {
	j.keeps, j.mode, j.said = k.keeps, m, k.said
	if j.mode == judged {
		clear(j.tallies)
	}
	r := &Reading{Scheme: k.Scheme, Roles: append(j.room[:0], k.Roles...)}
	j.room = nil
	t.fill(r, j)
	return r
}
