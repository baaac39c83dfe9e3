package shape

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// TestWeights: weights.bin holds the weights of weights.txt. With -update it is written,
// for the runs after that one. And these are written as they were read, and what is no
// weight of a feature is refused.
func TestWeights(t *testing.T) {
	text, err := os.ReadFile("weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	w, err := parseWeights(string(text))
	if err != nil {
		t.Fatal(err)
	}
	var again, rows bytes.Buffer
	if err := w.Write(&again); err != nil || again.String() != string(text) {
		t.Errorf("weights.txt is written otherwise than it was read (%v)", err)
	}
	if err := w.WriteRows(&rows); err != nil {
		t.Fatal(err)
	}
	golden.File(t, "weights.bin", rows.Bytes())
	for text, want := range map[string]string{
		"[nothing]\n":             "no model",
		"[part]\nnothing: 1\n":    "no feature",
		"[part]\nbias: 1 2\n":     "more than 1 answers",
		"[part]\nbias: much\n":    "invalid syntax",
		"[part]\nbias: *9999 1\n": "more than 1 answers",
	} {
		if _, err := parseWeights(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// parseWeights reads what Write wrote. A feature that is not there weighs
// nothing.
func parseWeights(text string) (*Weights, error) {
	w := &Weights{}
	models := w.models()
	rows := make([][]float64, len(models))
	for i, m := range models {
		rows[i] = make([]float64, m.Size())
	}
	at := 0 // of the model
	var f walk
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			if at = slices.IndexFunc(models, func(m model) bool { return m.name == strings.Trim(line, "[]") }); at < 0 {
				return nil, fmt.Errorf("no model %s", line)
			}
			f = models[at].walk()
		default:
			name, rest, _ := strings.Cut(line, ":")
			known := f.next()
			for known && f.prefix+f.name != name {
				known = f.next()
			}
			if !known {
				return nil, fmt.Errorf("model %q has no feature %q", models[at].name, name)
			}
			if err := parseRow(rows[at][f.first:f.end], rest); err != nil {
				return nil, fmt.Errorf("%s, %s: %w", models[at].name, name, err)
			}
		}
	}
	for i, m := range models {
		*m.row = m.Row(rows[i])
	}
	return w, nil
}

func parseRow(row []float64, s string) error {
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
		row[i] = float64(x) / Scale
		i++
	}
	return nil
}
