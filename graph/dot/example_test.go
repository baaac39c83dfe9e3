package dot_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := dot.Encode(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// digraph roadmap {
	//   graph [bgcolor="#ffffff" fontname="Helvetica" fontcolor="#0a047a" rankdir="LR" ranksep="0.6" nodesep="0.15"];
	//   node [shape=box style="rounded,filled" fontname=Helvetica fontsize=12 height=0.4 margin="0.16,0.06"];
	//   edge [arrowsize=0.7];
	//   // From left to right, dot draws upwards what is named in this order: last things first.
	//   subgraph "cluster_basics" {
	//     subgraph "cluster_basics/knives" {
	//       "basics/knives/chopping/slowly";
	//       "basics/knives/chopping";
	//       "basics/knives/sharpening";
	//       "basics/knives";
	//     }
	//     "basics";
	//   }
	//   "course";
	//   "course" [kind="course" label="Cooking" URL="#cooking" tooltip="Cooking" fillcolor="#0a047a" color="#0a047a" fontcolor="#ffffff" source="1:3"];
	//   subgraph "cluster_basics" {
	//     graph [label="Basics" style="rounded" color="#0a047a" fontsize="18" URL="#basics"];
	//     "basics" [kind="part" label="Basics" URL="#basics" tooltip="Basics" fillcolor="#0a047a" color="#0a047a" fontcolor="#ffffff" source="3:4"];
	//     subgraph "cluster_basics/knives" {
	//       graph [label="Knives" style="rounded" color="#3b70fe" fontsize="14" URL="#knives"];
	//       "basics/knives" [kind="section" label="Knives" URL="#knives" tooltip="Knives" fillcolor="#3b70fe" color="#3b70fe" fontcolor="#ffffff" source="5:5"];
	//       "basics/knives/sharpening" [kind="topic" label="Sharpening" tooltip="often." fillcolor="#31c387" color="#31c387" fontcolor="#000000" summary="often." source="7:1"];
	//       "basics/knives/chopping" [kind="topic" label="Chopping" tooltip="slowly." fillcolor="#31c387" color="#31c387" fontcolor="#000000" summary="slowly." source="8:1"];
	//       "basics/knives/chopping/slowly" [kind="resource" label="slowly" URL="https://example.org/chop" tooltip="slowly" fillcolor="#ffffff" color="#c0c4d8" fontcolor="#0a047a" source="8:18"];
	//     }
	//   }
	//   "course" -> "basics" [kind="contains" style="dashed" color="#0a047a" arrowhead="none"];
	//   "basics" -> "basics/knives" [kind="contains" style="dashed" color="#0a047a" arrowhead="none"];
	//   "basics/knives" -> "basics/knives/sharpening" [kind="contains" style="dashed" color="#0a047a" arrowhead="none"];
	//   "basics/knives" -> "basics/knives/chopping" [kind="contains" style="dashed" color="#0a047a" arrowhead="none"];
	//   "basics/knives/chopping" -> "basics/knives/chopping/slowly" [kind="contains" style="dashed" color="#0a047a" arrowhead="none"];
	// }
}
