package workspace

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Machine is what figures take from the machine unless somebody says otherwise: its
// fonts, and Graphviz in the helper.
func Machine() figure.Machine { return figure.Machine{Fonts: SystemFonts(), Engine: Graphviz{}.Engine} }

// SystemFonts are the embedded typefaces, with the machine's for what they lack.
func SystemFonts() *text.Fonts {
	var folders []fs.FS
	for _, folder := range text.SystemFolders(runtime.GOOS, os.Getenv) {
		folders = append(folders, os.DirFS(folder))
	}
	return text.WithSystem(folders...)
}

// GraphvizHelper is the program that the Graphviz layouts run in.
const GraphvizHelper = "roadmapviz-graphviz"

// Graphviz is what runs the layouts of Graphviz.
type Graphviz struct {
	System bool   // an installed dot, instead of the helper
	Helper string // the helper's path; "" looks for it as FindProgram does
	Memory int64  // bytes that the helper may use for a layout; 0 for any
}

// Engine is a layout of Graphviz's, or nil if the name is none.
func (o Graphviz) Engine(name string) (layout.Engine, error) {
	if !slices.Contains(graphviz.Names(), name) {
		return nil, nil
	}
	config, err := o.config()
	if err != nil {
		return nil, err
	}
	e, _ := graphviz.New(config).Engine(name)
	return e, nil
}

// config finds the program to run.
func (o Graphviz) config() (graphviz.Config, error) {
	if o.System {
		dot, err := exec.LookPath("dot")
		if err != nil {
			return graphviz.Config{}, fmt.Errorf("there is no dot on PATH; install Graphviz (https://graphviz.org/download), or leave out --graphviz=system")
		}
		return graphviz.Config{Helper: dot, System: true}, nil
	}
	helper, err := o.findHelper()
	if err != nil {
		return graphviz.Config{}, err
	}
	// Without a cache folder each layout takes longer, and is no different.
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "roadmapviz", "graphviz")
	}
	return graphviz.Config{Helper: helper, CacheDir: cache, Memory: o.Memory}, nil
}

func (o Graphviz) findHelper() (string, error) {
	if o.Helper == "" {
		path, err := FindProgram(GraphvizHelper)
		if err != nil {
			err = fmt.Errorf("%w, or use an installed dot with --graphviz=system", err)
		}
		return path, err
	}
	if info, err := os.Stat(o.Helper); err != nil || info.IsDir() {
		return "", fmt.Errorf("--graphviz-helper: there is no program %s", o.Helper)
	}
	return filepath.Abs(o.Helper)
}

// FindProgram is the path of a program that belongs to this one: the one beside it, or
// the one on PATH.
func FindProgram(name string) (string, error) {
	if self, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(self), name)
		if runtime.GOOS == "windows" {
			beside += ".exe"
		}
		if info, err := os.Stat(beside); err == nil && !info.IsDir() {
			return beside, nil
		}
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("there is no %s beside this program or on PATH; get it with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest'", name)
	}
	return path, nil
}
