package text_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// A label is set in lines that are no wider than its box.
func ExampleShaper_Wrap() {
	label := text.Paragraph{Spans: []text.Span{{Text: "Large language models", Weight: text.Medium}}, Size: 24}
	block := text.NewShaper(nil).Wrap(label, text.Limits{Width: 180})
	for _, l := range block.Lines {
		fmt.Printf("%.1f px: %s\n", l.Width, l.Text)
	}
	// Output:
	// 165.6 px: Large language
	// 79.5 px: models
}

func ExampleShorten() {
	fmt.Println(text.Shorten("A summary that is much too long for a tooltip", 24))
	// Output: A summary that is much…
}
