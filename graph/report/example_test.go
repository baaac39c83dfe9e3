package report_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/report"
)

func Example() {
	found := []graph.Diagnostic{
		{Position: graph.Position{File: "README.md", Line: 42, Column: 5}, Severity: graph.Info, Code: "RV003", Message: `section "Knots" has no topics`},
		{Position: graph.Position{File: "README.md", Line: 7}, Severity: graph.Warning, Code: "RV004", Message: `the prerequisite "Bowlin" of "Bends" is not in the course`, Hint: `did you mean "Bowline"?`},
	}
	for _, name := range []string{"text", "github"} {
		write, _ := report.Lookup(name)
		if err := write(os.Stdout, report.Sort(found)); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// README.md:7: warning RV004: the prerequisite "Bowlin" of "Bends" is not in the course (did you mean "Bowline"?)
	// README.md:42:5: info RV003: section "Knots" has no topics
	// ::warning file=README.md,line=7,title=RV004::the prerequisite "Bowlin" of "Bends" is not in the course (did you mean "Bowline"?)
	// ::notice file=README.md,line=42,col=5,title=RV003::section "Knots" has no topics
}
