// Command roadmapviz draws the roadmap of a course from its Markdown README.
package main

import (
	"os"

	_ "github.com/roadmapviz/roadmapviz/cmd/internal/stack" // which is to grow once
)

func main() {
	pace()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
