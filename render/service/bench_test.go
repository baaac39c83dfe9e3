package service_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/render/service"
)

// BenchmarkRender answers requests for the figure of one part of the example course.
func BenchmarkRender(b *testing.B) {
	course, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		b.Fatal(err)
	}
	s := service.New(service.Config{Log: slog.New(slog.DiscardHandler)})
	for _, format := range []string{"svg", "png", "pdf", "html"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := httptest.NewRecorder()
				s.ServeHTTP(w, httptest.NewRequest("POST", "/render?part=engineer&format="+format, strings.NewReader(string(course))))
				if w.Code != http.StatusOK {
					b.Fatal(w.Code, w.Body)
				}
			}
		})
	}
}
