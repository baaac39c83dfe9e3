// Command roadmapviz draws the roadmap of a course from its Markdown README.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

func main() {
	// Most runs live for a few milliseconds and a few megabytes: collecting garbage would
	// take more of both than it gives back. What has filled 16 MB goes on to fill more, and
	// touching new memory is then dearer than collecting; but with less than this room,
	// memory goes to the system and comes back.
	debug.SetGCPercent(400)
	runtime.AddCleanup(new([4]*byte), func(percent int) { debug.SetGCPercent(percent) }, 150) // once garbage is collected
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
