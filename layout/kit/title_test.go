package kit

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func TestTitleText(t *testing.T) {
	for _, c := range []struct{ name, language, want string }{
		{"The LLM Engineer", "", "The LLM Engineer Roadmap"},
		{"DevOps Roadmap", "", "DevOps Roadmap"},
		{"Syllabus for Beginners", "", "Syllabus for Beginners"},
		{"Study Plan (2026)", "en", "Study Plan (2026)"},
		{"Motion Planning", "en", "Motion Planning Roadmap"},
		{"What's Next?", "", "What's Next?"},
		{"机器学习", "", "机器学习"},
		{"Grundlagen", "de", "Grundlagen"},
		{"Basics", "en-GB", "Basics Roadmap"},
	} {
		if got := titleText(graph.Node{Title: c.name}, c.language); got != c.want {
			t.Errorf("titleText(%q, %q) = %q, want %q", c.name, c.language, got, c.want)
		}
	}
}
