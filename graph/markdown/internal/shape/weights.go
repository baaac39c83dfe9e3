package shape

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
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
	name  string
	names []string // of features
	sizes []int
	row   *[]int32
}

func modelOf[C any](name string, row *[]int32, tables ...*table[C]) model {
	m := model{name: name, row: row}
	for _, t := range tables {
		for _, f := range t.features {
			m.names, m.sizes = append(m.names, f.name), append(m.sizes, f.answers)
		}
	}
	return m
}

// models are all rows of weights, in the order of the file.
func (w *Weights) models() []model {
	if w.Role == nil {
		w.Role = make([][]int32, roles)
	}
	out := []model{
		modelOf("part", &w.Part, keepFeatures), modelOf("section", &w.Section, keepFeatures), modelOf("course", &w.Good, keepFeatures),
		modelOf("topic: take", &w.Topic[Take], topicFeatures), modelOf("topic: open", &w.Topic[Open], topicFeatures),
		modelOf("topic: one of them", &w.Member, memberFeatures),
		modelOf("reading", &w.Rank, rankFeatures),
	}
	for r := Through; r <= Topic; r++ {
		m := modelOf("role: "+roleNames[r], &w.Role[r], spotFeatures)
		for _, as := range []model{modelOf("heading ", nil, keepFeatures), modelOf("unit ", nil, topicFeatures)} {
			for i, n := range as.names {
				m.names, m.sizes = append(m.names, as.name+n), append(m.sizes, as.sizes[i])
			}
		}
		out = append(out, m)
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
		at := 0
		for i, name := range m.names {
			row := (*m.row)[at : at+m.sizes[i]]
			at += m.sizes[i]
			for len(row) > 0 && row[len(row)-1] == 0 {
				row = row[:len(row)-1]
			}
			if len(row) == 0 {
				continue
			}
			b.WriteString(name + ":")
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
	byName := map[string]model{}
	for _, m := range w.models() {
		size := 0
		for _, n := range m.sizes {
			size += n
		}
		*m.row = make([]int32, size)
		byName[m.name] = m
	}
	var m model
	var known bool
	next := 0 // feature of m, with the place of its first answer
	at := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			if m, known = byName[strings.Trim(line, "[]")]; !known {
				return nil, fmt.Errorf("no model %s", line)
			}
			next, at = 0, 0
		default:
			name, rest, _ := strings.Cut(line, ":")
			for next < len(m.names) && m.names[next] != name {
				at += m.sizes[next]
				next++
			}
			if next == len(m.names) {
				return nil, fmt.Errorf("model %q has no feature %q", m.name, name)
			}
			if err := parseRow((*m.row)[at:at+m.sizes[next]], rest); err != nil {
				return nil, fmt.Errorf("%s, %s: %w", m.name, name, err)
			}
			at += m.sizes[next]
			next++
		}
	}
	return w, nil
}

func parseRow(row []int32, s string) error {
	i := 0
	for word := range strings.FieldsSeq(s) {
		if n, ok := strings.CutPrefix(word, "*"); ok {
			k, err := strconv.Atoi(n)
			if err != nil {
				return err
			}
			i += k
			continue
		}
		x, err := strconv.ParseInt(word, 10, 32)
		if err != nil {
			return err
		}
		if i >= len(row) {
			return fmt.Errorf("more than %d answers", len(row))
		}
		row[i] = int32(x)
		i++
	}
	return nil
}
