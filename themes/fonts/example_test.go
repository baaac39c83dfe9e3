package fonts_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/themes/fonts"
)

func Example() {
	for _, font := range [][]byte{fonts.Regular(), fonts.Medium(), fonts.Symbols()} {
		fmt.Printf("% x\n", font[:4]) // TrueType outlines
	}
	// Output:
	// 00 01 00 00
	// 00 01 00 00
	// 00 01 00 00
}
