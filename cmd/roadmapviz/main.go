// Command roadmapviz draws the roadmap of a course from its Markdown README.
package main

import "os"

func main() {
	pace()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
