package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
)

// graphvizHelper is the program that the Graphviz layouts run in.
const graphvizHelper = "roadmapviz-graphviz"

// graphvizOptions are the flags of the Graphviz layouts.
type graphvizOptions struct {
	program string // helper or system
	helper  string // a path
}

func (o *graphvizOptions) addFlags(f *pflag.FlagSet) {
	f.StringVar(&o.program, "graphviz", "helper", "what runs the Graphviz layouts: helper ("+graphvizHelper+") or system (an installed dot)")
	f.StringVar(&o.helper, "graphviz-helper", "", "path of "+graphvizHelper+" (default beside this program, else on PATH)")
}

func (o graphvizOptions) check() error {
	if o.program != "helper" && o.program != "system" {
		return usagef("--graphviz is helper or system, not %q", o.program)
	}
	return nil
}

// engine is a layout of Graphviz's, or nil if the name is none.
func (o graphvizOptions) engine(name string) (layout.Engine, error) {
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
func (o graphvizOptions) config() (graphviz.Config, error) {
	if o.program == "system" {
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
	return graphviz.Config{Helper: helper, CacheDir: cache}, nil
}

// findHelper is the path of the helper: the one that the user names, or the
// one beside this program, or the one on PATH.
func (o graphvizOptions) findHelper() (string, error) {
	if o.helper != "" {
		if info, err := os.Stat(o.helper); err != nil || info.IsDir() {
			return "", fmt.Errorf("--graphviz-helper: there is no program %s", o.helper)
		}
		return filepath.Abs(o.helper)
	}
	if self, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(self), graphvizHelper)
		if runtime.GOOS == "windows" {
			beside += ".exe"
		}
		if info, err := os.Stat(beside); err == nil && !info.IsDir() {
			return beside, nil
		}
	}
	path, err := exec.LookPath(graphvizHelper)
	if err != nil {
		return "", fmt.Errorf("there is no %s beside this program or on PATH; get it with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest', or use an installed dot with --graphviz=system", graphvizHelper)
	}
	return path, nil
}
