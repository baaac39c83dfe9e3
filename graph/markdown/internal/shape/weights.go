package shape

import (
	"bytes"
	_ "embed" // the weights
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"
)

// Weights are what reading documents has taught: one model for each kind of
// decision.
type Weights struct {
	Part, Section Row    // kept, by feature
	Topic         [3]Row // by action, then feature
	Member        Row    // a topic, among topics
	Rank          Row
	Role          []Row // by role
	Good          Row   // a piece of the course, by feature
}

// A Row is what the answers of a model weigh, each with the steps before it, in two bytes,
// little endian: there are very many, and few weigh more than a hundred. It is used as it
// lies in the program.
type Row string

// from are the weights from the i-th on.
func (r Row) from(i int) Row { return r[2*i:] }

// At is what the i-th answer weighs, with the steps before it.
func (r Row) At(i int32) int {
	b := r[2*i : 2*i+2]
	return int(int16(uint16(b[0]) | uint16(b[1])<<8))
}

// Scale is the weight that stands for one unit of log-odds.
const Scale = 64

// weightsFile holds the rows of weights.txt, one behind the other. To read that would
// touch more memory than all that is read with it. TestWeights writes it.
//
//go:embed weights.bin
var weightsFile string

// learnt are the weights that the program reads with, found when first needed.
var learnt = sync.OnceValue(func() *Weights {
	w, rest := &Weights{}, Row(weightsFile)
	for _, m := range w.models() {
		n := m.Size()
		if len(rest) < 2*n {
			panic("weights.bin does not fit the features: make it of weights.txt, see TestWeights")
		}
		*m.row, rest = rest[:2*n], rest.from(n)
	}
	return w
})

// A model is one row of weights with its name, and what it weighs.
type model struct {
	name string
	row  *Row
	Features
}

// Features are what a model weighs: those of one table, or of several.
type Features []group

// A group is some of a model's features: the prefix of their names, and the table that
// they stand in.
type group struct {
	prefix string
	of     asked
}

// asked is a table, whatever it asks about.
type asked interface {
	count() int
	feature(i int) (name string, answers, scale int)
}

// The features of all models.
var (
	Keep   = Features{{"", keepFeatures}}
	Topics = Features{{"", topicFeatures}}
	Member = Features{{"", memberFeatures}}
	Rank   = Features{{"", rankFeatures}}
	Spot   = Features{{"", spotFeatures}, {"heading ", keepFeatures}, {"unit ", topicFeatures}}
)

// A walk goes through features.
type walk struct {
	groups            []group
	i                 int    // of the next feature of the first group
	prefix, name      string // of the feature at hand
	first, end, scale int    // its answers in the row
}

func (f Features) walk() walk { return walk{groups: f} }

// next goes on to the next feature, if there is one.
func (w *walk) next() bool {
	for len(w.groups) > 0 && w.i == w.groups[0].of.count() {
		w.groups, w.i = w.groups[1:], 0
	}
	if len(w.groups) == 0 {
		return false
	}
	name, answers, scale := w.groups[0].of.feature(w.i)
	w.prefix, w.name, w.first, w.end, w.scale = w.groups[0].prefix, name, w.end, w.end+answers, max(scale, 1)
	w.i++
	return true
}

// Size is how many answers features have.
func (f Features) Size() int {
	w := f.walk()
	for w.next() {
	}
	return w.end
}

// Steps says of every answer which is the first on its scale.
func (f Features) Steps() []int32 {
	out := make([]int32, 0, f.Size())
	for w := f.walk(); w.next(); {
		for i := range w.end - w.first {
			out = append(out, int32(w.first+i-i%w.scale))
		}
	}
	return out
}

// Row makes a row of the log-odds of all steps.
func (f Features) Row(odds []float64) Row {
	row, sum := make([]byte, 0, 2*len(odds)), 0
	for i, first := range f.Steps() {
		if int(first) == i {
			sum = 0
		}
		sum += int(min(max(math.Round(odds[i]*Scale), math.MinInt16), math.MaxInt16))
		row = binary.LittleEndian.AppendUint16(row, uint16(int16(min(max(sum, math.MinInt16), math.MaxInt16))))
	}
	return Row(row)
}

// models are all rows of weights, in the order of the file.
func (w *Weights) models() []model {
	if w.Role == nil {
		w.Role = make([]Row, roles)
	}
	out := []model{
		{"part", &w.Part, Keep}, {"section", &w.Section, Keep}, {"course", &w.Good, Keep},
		{"topic: take", &w.Topic[Take], Topics}, {"topic: open", &w.Topic[Open], Topics},
		{"topic: one of them", &w.Member, Member},
		{"reading", &w.Rank, Rank},
	}
	for r := Through; r <= Topic; r++ {
		out = append(out, model{"role: " + roleNames[r], &w.Role[r], Spot})
	}
	return out
}

var roleNames = [...]string{"out", "through", "part", "section", "topic"}

// String names a role.
func (r Role) String() string { return roleNames[r] }

// Write writes weights as text: a line for each feature, with a number for each
// of its steps; "*n" stands for n steps that weigh nothing.
func (w *Weights) Write(to io.Writer) error {
	var b bytes.Buffer
	b.WriteString("# Learned by go run ./graph/markdown/internal/train; see docs/accuracy.md. Not to be edited.\n")
	for _, m := range w.models() {
		fmt.Fprintf(&b, "[%s]\n", m.name)
		for f := m.walk(); f.next(); {
			line, zeros := f.prefix+f.name+":", 0
			for i := f.first; i < f.end; i++ {
				x := m.row.At(int32(i))
				if (i-f.first)%f.scale > 0 {
					x -= m.row.At(int32(i - 1))
				}
				if x == 0 {
					zeros++
					continue
				}
				b.WriteString(line)
				line = ""
				if zeros > 0 {
					fmt.Fprintf(&b, " *%d", zeros)
					zeros = 0
				}
				fmt.Fprintf(&b, " %d", x)
			}
			if line == "" {
				b.WriteByte('\n')
			}
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
