package pdf_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/pdf"
)

// BenchmarkEncode writes courses of many topics as one page.
func BenchmarkEncode(b *testing.B) {
	for _, topics := range []int{100, 1000, 10000} {
		var src strings.Builder
		src.WriteString("# Course\n")
		for i := range topics {
			if i%10 == 0 {
				fmt.Fprintf(&src, "\n## Section %d\n\n", i/10+1)
			}
			fmt.Fprintf(&src, "- [Topic %d of many](https://example.org/%d): what it is about.\n", i+1, i+1)
		}
		d := laidOut(b, src.String(), "roadmap", "", layout.Options{})
		b.Run(strconv.Itoa(topics), func(b *testing.B) {
			look := builtIn(b, "course")
			b.ReportAllocs()
			var file bytes.Buffer
			for b.Loop() {
				file.Reset()
				if err := pdf.Encode(b.Context(), &file, []*layout.Diagram{d}, look, pdf.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(file.Len())/1000, "kB")
		})
	}
}
