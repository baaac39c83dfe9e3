package progress_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/progress"
)

// What a learner says is laid over a course.
func ExampleOverlay_Apply() {
	g, _ := markdown.Parse([]byte("# Boats\n\n## Wood\n\n- Planks\n- Glue\n- Exotic woods\n"), markdown.Options{})
	mine, err := progress.Read([]byte("Planks: done\nboats/wood/exotic-woods: skipped\n"), "me.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	learned, err := mine.Apply(g)
	if err != nil {
		fmt.Println(err)
		return
	}
	count := graph.NewIndex(learned).Progress()[0]
	fmt.Printf("%d of %d, without %d\n", count.Done, count.Total, count.Skipped)
	// Output: 1 of 2, without 1
}
