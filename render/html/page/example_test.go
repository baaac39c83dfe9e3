package page_test

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/render/html/page"
)

func Example() {
	src, err := page.Scripts.ReadFile("dom.js")
	fmt.Println(err, strings.Contains(string(src), "export function element("))
	// Output: <nil> true
}
