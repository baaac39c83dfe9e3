package graphviz

import (
	"errors"
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// openCache makes the cache folder if it is missing, and returns "" if there
// is none that is safe to use. The program runs the machine code that it finds
// there, so nobody else may have been able to write it.
func openCache(dir string) (string, []graph.Diagnostic) {
	if dir == "" {
		return "", nil
	}
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = private(dir)
	}
	if err != nil {
		return "", []graph.Diagnostic{codes.NoCache.At(graph.Position{}, "each layout takes half a second longer without it",
			"the cache folder for Graphviz is not used: %v", err)}
	}
	return dir, nil
}

// private tells why a folder is not this user's alone.
func private(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", dir)
	case !ours(info):
		return errors.New(dir + " belongs to another user")
	case openToOthers(info):
		return errors.New(dir + " is open to other users; its mode should be 0700")
	}
	return nil
}

// cacheEnvironment tells the program where to keep its code. Without a folder
// it gets one in which nothing can be made.
func cacheEnvironment(dir string) []string {
	if dir == "" {
		dir = os.DevNull
	}
	return []string{"TMPDIR=" + dir, "TMP=" + dir, "TEMP=" + dir}
}
