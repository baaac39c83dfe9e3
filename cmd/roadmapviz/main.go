// Command roadmapviz draws the roadmap of a course from its Markdown README.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// Most runs live for a few milliseconds and a few megabytes: collecting
	// garbage would take a tenth of that. A large course changes it back.
	debug.SetGCPercent(400)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
