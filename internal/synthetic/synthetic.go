// Package synthetic makes courses of any size, for what is measured.
package synthetic

import (
	"bytes"
	"fmt"
	"strings"
)

var (
	first  = strings.Fields("Vector Sparse Neural Causal Robust Modular Hybrid Local Online Shared Linear Dense")
	second = strings.Fields("caching retrieval decoding routing training alignment pruning indexing parsing planning")
)

// Course is the Markdown of a course of so many topics, eight a section, each with
// a sentence. Of the topics that have as many before them, each requires so many;
// with none, every tenth topic requires one.
func Course(topics, prerequisites int) []byte {
	var b bytes.Buffer
	b.WriteString("# A synthetic course\n\n## The Only Part\n")
	for i := range topics {
		if i%8 == 0 {
			fmt.Fprintf(&b, "\n### %d. %s %s\n\nWhat this section is about, and why it comes here.\n\n", i/8+1, first[i/8%len(first)], second[i/8%len(second)])
		}
		fmt.Fprintf(&b, "- **%s**: How the data flows between the stages, and why the choice of a method matters for quality, cost and latency.", title(i))
		switch {
		case prerequisites > 0 && i >= prerequisites:
			for j := range prerequisites {
				fmt.Fprintf(&b, "%s%s", []string{" Requires: ", ", "}[min(j, 1)], title(i-1-j*7%i))
			}
			b.WriteByte('.')
		case prerequisites == 0 && i%10 == 9:
			fmt.Fprintf(&b, " Requires: %s.", title(i-9))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func title(i int) string {
	return fmt.Sprintf("%s %s %d", first[i%len(first)], second[i/3%len(second)], i)
}
