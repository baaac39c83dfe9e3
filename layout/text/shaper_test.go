package text

import (
	"fmt"
	"testing"
)

func TestShow(t *testing.T) {
	s := NewShaper(nil)
	for _, x := range []string{"AVATAR Types", "office fluffy", "Supervised Fine-Tuning", "Retrieval Augmented Generation (RAG) with a very very long name and incomprehensibilities-of-something"} {
		b := s.Wrap(Paragraph{Spans: []Span{{"1. ", Regular}, {x, Medium}}, Size: 22}, Limits{Width: 150, MaxLines: 3})
		for _, l := range b.Lines {
			fmt.Printf("%q %.2f %d  ", l.Text, l.Width, len(l.Runs))
		}
		fmt.Println(b.Truncated)
	}
}

func BenchmarkPlain(b *testing.B) {
	s := NewShaper(nil)
	p := Paragraph{Spans: []Span{{"Multi-head Attention", Regular}}, Size: 22}
	for _, w := range []float64{0, 150} {
		b.Run(fmt.Sprint(w), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Wrap(p, Limits{Width: w, MaxLines: 3})
			}
		})
	}
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			NewShaper(nil).Wrap(p, Limits{})
		}
	})
}
