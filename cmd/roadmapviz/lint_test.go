package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/golden"
)

const lintPage = "../../docs/lint.md"

func TestLintPageListsTheCodes(t *testing.T) {
	var b strings.Builder
	b.WriteString("| code | severity | what it says |\n|---|---|---|\n")
	for _, r := range codes.All() {
		fmt.Fprintf(&b, "| [%s](../graph/codes/pages/%s.md) | %s | %s |\n", r.ID, r.ID, r.Severity, r.Title)
	}
	golden.Section(t, lintPage, "codes", b.String())
}
