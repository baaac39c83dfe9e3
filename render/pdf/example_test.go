package pdf_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/pdf"
	"github.com/roadmapviz/roadmapviz/themes"
)

func Example() {
	t, _ := themes.Lookup(themes.Default)
	var b bytes.Buffer
	err := pdf.Encode(context.Background(), &b, []*layout.Diagram{{Width: 100, Height: 100}}, t, pdf.Options{})
	fmt.Println(bytes.HasPrefix(b.Bytes(), []byte("%PDF-")), err)
	// Output: true <nil>
}
