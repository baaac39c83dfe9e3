package shape

import (
	"bytes"
	"strings"
	"testing"
)

// Weights are written as they were read, and what is no weight of a feature is refused.
func TestWeights(t *testing.T) {
	var b bytes.Buffer
	if err := learnt().Write(&b); err != nil || b.String() != weightsFile {
		t.Errorf("weights.txt is written otherwise than it was read (%v)", err)
	}
	for text, want := range map[string]string{
		"[nothing]\n":             "no model",
		"[part]\nnothing: 1\n":    "no feature",
		"[part]\nbias: 1 2\n":     "more than 1 answers",
		"[part]\nbias: much\n":    "invalid syntax",
		"[part]\nbias: *9999 1\n": "more than 1 answers",
	} {
		if _, err := ParseWeights(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// BenchmarkWeights is what the first document of a process pays.
func BenchmarkWeights(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseWeights(weightsFile); err != nil {
			b.Fatal(err)
		}
	}
}
