package shape

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
// together, and alike comes right behind judged, which it goes by.
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
	d := j.draw(s, ways[way])
	return d.r, rankFeatures.vector(d)
}
