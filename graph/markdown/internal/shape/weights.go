package shape

import (
	"bytes"
	_ "embed" // the weights
	"fmt"
	"io"
	"sync"
)

// weightsFile holds the rows of weights.txt, one behind the other. To read that would
// touch more memory than all that is read with it. TestWeights writes it.
//
//go:embed weights.bin
var weightsFile string

// learnt are the weights that the program reads with, found when first needed.
var learnt = sync.OnceValue(func() *Weights {
	w, rest := &Weights{}, Row(weightsFile)
	for _, m := range w.models() {
		n := m.size()
		if len(rest) < 2*n {
			panic("weights.bin does not fit the features: make it of weights.txt, see TestWeights")
		}
		*m.row, rest = rest[:2*n], rest.from(n)
	}
	return w
})

// model is one row of weights with its name and the features that it weighs.
type model struct {
	name   string
	row    *Row
	groups []group
}

// A group is some of a model's features: the prefix of their names, and the table that
// they stand in.
type group struct {
	prefix string
	of     asked
}

// asked is a table, whatever it asks about.
type asked interface {
	count() int
	feature(i int) (name string, answers int)
}

// A walk goes through the features of a model.
type walk struct {
	groups       []group
	i            int    // of the next feature of the first group
	prefix, name string // of the feature at hand
	first, end   int    // its answers in the row
}

func (m model) walk() walk { return walk{groups: m.groups} }

// next goes on to the next feature, if there is one.
func (w *walk) next() bool {
	for len(w.groups) > 0 && w.i == w.groups[0].of.count() {
		w.groups, w.i = w.groups[1:], 0
	}
	if len(w.groups) == 0 {
		return false
	}
	name, answers := w.groups[0].of.feature(w.i)
	w.prefix, w.name, w.first, w.end = w.groups[0].prefix, name, w.end, w.end+answers
	w.i++
	return true
}

// models are all rows of weights, in the order of the file.
func (w *Weights) models() []model {
	if w.Role == nil {
		w.Role = make([]Row, roles)
	}
	keep, topic := []group{{"", keepFeatures}}, []group{{"", topicFeatures}}
	out := []model{
		{"part", &w.Part, keep}, {"section", &w.Section, keep}, {"course", &w.Good, keep},
		{"topic: take", &w.Topic[Take], topic}, {"topic: open", &w.Topic[Open], topic},
		{"topic: one of them", &w.Member, []group{{"", memberFeatures}}},
		{"reading", &w.Rank, []group{{"", rankFeatures}}},
	}
	spot := []group{{"", spotFeatures}, {"heading ", keepFeatures}, {"unit ", topicFeatures}}
	for r := Through; r <= Topic; r++ {
		out = append(out, model{"role: " + roleNames[r], &w.Role[r], spot})
	}
	return out
}

var roleNames = [...]string{"out", "through", "part", "section", "topic"}

// String names a role.
func (r Role) String() string { return roleNames[r] }

// Write writes weights as text: a line for each feature, with a number for each
// of its answers; "*n" stands for n answers that weigh nothing.
func (w *Weights) Write(to io.Writer) error {
	var b bytes.Buffer
	b.WriteString("# Learned by go run ./graph/markdown/internal/train; see docs/accuracy.md. Not to be edited.\n")
	for _, m := range w.models() {
		fmt.Fprintf(&b, "[%s]\n", m.name)
		for f := m.walk(); f.next(); {
			end := f.end
			for end > f.first && m.row.At(int32(end-1)) == 0 {
				end--
			}
			if end == f.first {
				continue
			}
			b.WriteString(f.prefix + f.name + ":")
			zeros := 0
			for i := f.first; i < end; i++ {
				x := m.row.At(int32(i))
				if x == 0 {
					zeros++
					continue
				}
				if zeros > 0 {
					fmt.Fprintf(&b, " *%d", zeros)
					zeros = 0
				}
				fmt.Fprintf(&b, " %d", x)
			}
			b.WriteByte('\n')
		}
	}
	_, err := to.Write(b.Bytes())
	return err
}

// WriteRows writes weights as the program uses them.
func (w *Weights) WriteRows(to io.Writer) error {
	for _, m := range w.models() {
		if _, err := io.WriteString(to, string(*m.row)); err != nil {
			return err
		}
	}
	return nil
}

// size is how many answers the features of a model have.
func (m model) size() int {
	f := m.walk()
	for f.next() {
	}
	return f.end
}
