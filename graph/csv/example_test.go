package csv_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/csv"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := csv.Nodes(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// id,kind,parent,title,label,number,icon,summary,url,author,optional,status,side,excluded,source
	// course,course,,Cooking,,,,,#cooking,,,,,,1:3
	// basics,part,course,Basics,,,,,#basics,,,,,,3:4
	// basics/knives,section,basics,Knives,,,,,#knives,,,,,,5:5
	// basics/knives/sharpening,topic,basics/knives,Sharpening,,,,often.,,,,,,,7:1
	// basics/knives/chopping,topic,basics/knives,Chopping,,,,slowly.,,,,,,,8:1
	// basics/knives/chopping/slowly,resource,basics/knives/chopping,slowly,,,,,https://example.org/chop,,,,,,8:18
}
