package markdown

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// synthetic is a course of about the given size in bytes, in the manner of the
// reference course.
func synthetic(size int) []byte {
	var b strings.Builder
	b.WriteString("# A long course\n\nWords about it.\n")
	for part := 1; b.Len() < size; part++ {
		fmt.Fprintf(&b, "\n## 🧩 Part %d\n\nWhat it is about.\n", part)
		for section := 1; section <= 8 && b.Len() < size; section++ {
			fmt.Fprintf(&b, "\n### %d. Section %d.%d\n\nWhat one needs to know of it, in a sentence or two. It links to [a page](https://example.org/%d).\n\n", section, part, section, section)
			for topic := range 4 {
				fmt.Fprintf(&b, "* **Topic %d**: what there is to learn of it, with *emphasis*, `code` and a [link](https://example.org/topic/%d).\n", topic, topic)
			}
			b.WriteString("\n📚 **References**:\n\n")
			for resource := range 4 {
				fmt.Fprintf(&b, "* [A text about it](https://example.org/resource/%d) by Ada Example: what stands in it.\n", resource)
			}
			b.WriteString("\n---\n")
		}
	}
	return []byte(b.String())
}

// BenchmarkParse compares the whole parse to that of the syntax alone.
func BenchmarkParse(b *testing.B) {
	for _, size := range []int{50_000, 500_000, 5_000_000} {
		compare(b, fmt.Sprintf("%dkB", size/1000), synthetic(size))
	}
}

// BenchmarkShapes does so for documents that have very much of one kind.
func BenchmarkShapes(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(shapes)) {
		compare(b, strings.ReplaceAll(name, " ", "-"), []byte("# Course\n\n"+shapes[name](1000)))
	}
}

func compare(b *testing.B, name string, src []byte) {
	b.Run("course/"+name, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			Parse(src, Options{})
		}
	})
	b.Run("goldmark/"+name, func(b *testing.B) {
		p := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
		b.ReportAllocs()
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			p.Parse(text.NewReader(src))
		}
	})
}
