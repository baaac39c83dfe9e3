package opml_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/opml"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := opml.Encode(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <opml version="2.0">
	//   <head>
	//     <title>Cooking</title>
	//   </head>
	//   <body>
	//     <outline text="Basics" type="link" kind="part" url="#basics">
	//       <outline text="Knives" type="link" kind="section" url="#knives">
	//         <outline text="Sharpening" kind="topic" summary="often."/>
	//         <outline text="Chopping" kind="topic" summary="slowly.">
	//           <outline text="slowly" type="link" kind="resource" url="https://example.org/chop"/>
	//         </outline>
	//       </outline>
	//     </outline>
	//   </body>
	// </opml>
}
