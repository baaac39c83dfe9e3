package kit

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

func TestTitleText(t *testing.T) {
	for _, c := range []struct{ name, language, want string }{
		{"The LLM Engineer", "", "The LLM Engineer Roadmap"},
		{"DevOps Roadmap", "", "DevOps Roadmap"},
		{"Syllabus for Beginners", "", "Syllabus for Beginners"},
		{"Study Plan (2026)", "en", "Study Plan (2026)"},
		{"Motion Planning", "en", "Motion Planning Roadmap"},
		{"Statistical Thinking (2023 Edition)", "en", "Statistical Thinking Roadmap (2023 Edition)"},
		{"What's Next?", "", "What's Next?"},
		{"Start Here", "", "Start Here"},
		{"Basics", "en-GB", "Basics Roadmap"},
		// A tagline goes …
		{"Rockets — learn to fly in 10 weeks", "en", "Rockets Roadmap"},
		{"Rockets: from zero to hero", "en", "Rockets Roadmap"},
		{"Rockets Roadmap – learn to fly in 10 weeks", "en", "Rockets Roadmap"},
		{"Rockets for Beginners - a curriculum", "en", "Rockets for Beginners"},
		{"火箭：十周从入门到精通", "zh", "火箭路线图"},
		// … unless little is left without it, or the subject with it.
		{"Part 1: Basics", "en", "Part 1: Basics"},
		{"Phase II – Building rockets that fly", "en", "Phase II – Building rockets that fly"},
		{"CPSC 330: Applied Machine Learning", "en", "CPSC 330: Applied Machine Learning"},
		{"Roadmap: Rockets for future engineers", "en", "Roadmap: Rockets for future engineers"},
		{"Learning path – Rockets for future engineers", "en", "Learning path – Rockets for future engineers"},
		{"C++ – Basics", "en", "C++ – Basics"},
		{"a:b", "en", "a:b Roadmap"},
		{": : :", "en", ": : :"},
		// Each language has its word, at its place.
		{"机器学习", "", "机器学习"},
		{"机器学习", "zh", "机器学习路线图"},
		{"機器學習", "zh-TW", "機器學習路線圖"},
		{"课程地图", "zh", "课程地图"},
		{"機械学習", "ja", "機械学習ロードマップ"},
		{"머신러닝", "ko", "머신러닝 로드맵"},
		{"tech-interview-for-developer", "ko", "tech-interview-for-developer"},
		{"Học máy", "vi", "Lộ trình Học máy"},
		{"Lộ Trình Học", "vi", "Lộ Trình Học"},
		{"Makine öğrenmesi", "tr", "Makine öğrenmesi Yol Haritası"},
		{"Машинное обучение", "ru", "Дорожная карта: Машинное обучение"},
		{"Дорожня карта розробника", "uk", "Дорожня карта розробника"},
		{"Data Science", "fr-CA", "Feuille de route : Data Science"},
		{"Ciencia de datos", "es", "Hoja de ruta: Ciencia de datos"},
		{"Datenbanken", "de", "Fahrplan: Datenbanken"},
		{"मशीन लर्निंग", "hi", "मशीन लर्निंग रोडमैप"},
		// Not in the table, or not known.
		{"Programming Fundamentals", "th", "Programming Fundamentals"},
		{"Grunnleggende", "nb", "Grunnleggende"},
		{"Αλγόριθμοι", "", "Αλγόριθμοι"},
		{"Машинное обучение", "", "Машинное обучение"},
	} {
		g := &graph.Graph{Language: c.language, Nodes: []graph.Node{{ID: "p", Kind: graph.Part, Title: c.name}}}
		if got := New(t.Context(), g, layout.Page{}).titleText(&g.Nodes[0]); got != c.want {
			t.Errorf("the title of %q in %q is %q, want %q", c.name, c.language, got, c.want)
		}
	}
}

// TestTitleLines sets long titles in two lines: smaller, and cut at a word at last.
func TestTitleLines(t *testing.T) {
	for _, name := range []string{"Rockets", strings.Repeat("Thrust and staging ", 3), strings.Repeat("Thrust and staging ", 20)} {
		g := &graph.Graph{Language: "en", Nodes: []graph.Node{{ID: "p", Kind: graph.Part, Title: strings.TrimSpace(name)}}}
		title := New(t.Context(), g, layout.Page{}).Title(&g.Nodes[0], 750)
		box := title.Box(10, 20)
		if n := len(box.Lines); n > titleLines || title.W > 750 {
			t.Errorf("%q: %d lines, %v px wide", name, n, title.W)
		}
		if last := box.Lines[len(box.Lines)-1]; last.Y > box.Y+box.H || strings.HasSuffix(last.Text, " …") {
			t.Errorf("%q ends in %q at %v, its box at %v", name, last.Text, last.Y, box.Y+box.H)
		}
	}
}
