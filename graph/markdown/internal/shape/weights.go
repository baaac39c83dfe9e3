package shape

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weightsFile string

// learnt are the weights that the program reads with, read when first needed.
var learnt = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(weightsFile)
	if err != nil {
		panic("weights.txt: " + err.Error())
	}
	return w
})

// model is one row of weights with its name and the features that it weighs.
type model struct {
	name   string
	row    *[]Weight
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

// is says whether the feature at hand has a name.
func (w *walk) is(name string) bool {
	rest, ok := strings.CutPrefix(name, w.prefix)
	return ok && rest == w.name
}

// models are all rows of weights, in the order of the file.
func (w *Weights) models() []model {
	if w.Role == nil {
		w.Role = make([][]Weight, roles)
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
			row := (*m.row)[f.first:f.end]
			for len(row) > 0 && row[len(row)-1] == 0 {
				row = row[:len(row)-1]
			}
			if len(row) == 0 {
				continue
			}
			b.WriteString(f.prefix + f.name + ":")
			zeros := 0
			for _, x := range row {
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

// ParseWeights reads what Write wrote. A feature that is not there weighs
// nothing.
func ParseWeights(text string) (*Weights, error) {
	w := &Weights{}
	models := w.models()
	size := 0
	for _, m := range models {
		size += m.size()
	}
	room := make([]Weight, size)
	for _, m := range models {
		n := m.size()
		*m.row, room = room[:n:n], room[n:]
	}
	var m model
	var f walk
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			i := slices.IndexFunc(models, func(m model) bool { return m.name == strings.Trim(line, "[]") })
			if i < 0 {
				return nil, fmt.Errorf("no model %s", line)
			}
			m = models[i]
			f = m.walk()
		default:
			name, rest, _ := strings.Cut(line, ":")
			known := f.next()
			for known && !f.is(name) {
				known = f.next()
			}
			if !known {
				return nil, fmt.Errorf("model %q has no feature %q", m.name, name)
			}
			if err := parseRow((*m.row)[f.first:f.end], rest); err != nil {
				return nil, fmt.Errorf("%s, %s: %w", m.name, name, err)
			}
		}
	}
	return w, nil
}

// size is how many answers the features of a model have.
func (m model) size() int {
	f := m.walk()
	for f.next() {
	}
	return f.end
}

func parseRow(row []Weight, s string) error {
	i := 0
	for word := range strings.SplitSeq(strings.TrimPrefix(s, " "), " ") {
		if n, ok := strings.CutPrefix(word, "*"); ok {
			k, err := strconv.Atoi(n)
			if err != nil {
				return err
			}
			i += k
			continue
		}
		x, err := strconv.Atoi(word)
		if err != nil {
			return err
		}
		if i >= len(row) {
			return fmt.Errorf("more than %d answers", len(row))
		}
		row[i] = Weight(x)
		i++
	}
	return nil
}
