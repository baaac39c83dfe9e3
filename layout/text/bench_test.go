package text

import (
	"fmt"
	"os"
	"testing"
)

// labels1000 are labels of one to three words, like a course's.
func labels1000() []Paragraph {
	words := []string{"Attention", "Retrieval", "Linear", "Models", "Fine-Tuning", "of", "Data", "Agents", "Vector", "Quantization", "API", "Types", "Evaluating", "Быстрая", "Learning", "(RLHF)"}
	out := make([]Paragraph, 1000)
	for i := range out {
		label := words[i%16]
		for j := range i % 3 {
			label += " " + words[(i*7+j*5+3)%16]
		}
		out[i] = Paragraph{Spans: []Span{{label, Regular}}, Size: 24}
	}
	return out
}

// BenchmarkLabels sets 1000 labels with one shaper, as for one diagram.
func BenchmarkLabels(b *testing.B) {
	labels := labels1000()
	for _, width := range []float64{0, 300, 150} {
		b.Run(fmt.Sprintf("width=%v", width), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s := NewShaper(nil)
				for _, p := range labels {
					s.Wrap(p, Limits{Width: width, MaxLines: 2})
				}
			}
		})
	}
	b.Run("full", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := NewShaper(nil)
			for _, p := range labels {
				setFull(s, p)
			}
		}
	})
}

// BenchmarkScripts sets 1000 labels in scripts that need other fonts.
func BenchmarkScripts(b *testing.B) {
	fonts := WithSystem(os.DirFS("/usr/share/fonts"))
	for _, words := range [][]string{
		{"机器学习", "深度", "模型", "数据", "向量存储", "检索增强"},
		{"تعلم", "الآلة", "نموذج", "البيانات", "معزز", "LLM"},
		{"मशीन", "लर्निंग", "मॉडल", "डेटा", "गहरी", "शिक्षा"},
	} {
		var labels []Paragraph
		for i := range 1000 {
			labels = append(labels, paragraph(words[i%6]+" "+words[(i/6)%6]+" "+words[(i/36)%6]))
		}
		NewShaper(fonts).Measure(labels[0]) // finds the font
		b.Run(words[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s := NewShaper(fonts)
				for _, p := range labels {
					s.Wrap(p, Limits{Width: 300, MaxLines: 2})
				}
			}
		})
	}
}

// BenchmarkFigure sets the 50 labels of one figure with a new shaper.
func BenchmarkFigure(b *testing.B) {
	labels := labels1000()[:50]
	b.ReportAllocs()
	for b.Loop() {
		s := NewShaper(nil)
		for _, p := range labels {
			s.Wrap(p, Limits{Width: 300, MaxLines: 2})
		}
	}
}

// BenchmarkParse is what the first use of an embedded face costs.
func BenchmarkParse(b *testing.B) {
	data := embedded().regular.Data()
	for name, parse := range map[string]func(*Face){
		"tables":  func(f *Face) { f.tables() },
		"full":    func(f *Face) { f.full() },
		"shapers": func(f *Face) { f.shapers() },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				parse(newEmbedded("Roboto", Regular, data, regularTable))
			}
		})
	}
}
