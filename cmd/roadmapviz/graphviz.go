package main

import (
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
)

// graphvizOptions are the flags of the Graphviz layouts.
type graphvizOptions struct {
	program string // helper or system
	workspace.Graphviz
}

func (o *graphvizOptions) addFlags(f *pflag.FlagSet) {
	f.StringVar(&o.program, "graphviz", "helper", "what runs the Graphviz layouts: helper ("+workspace.GraphvizHelper+") or system (an installed dot)")
	f.StringVar(&o.Helper, "graphviz-helper", "", "path of "+workspace.GraphvizHelper+" (default beside this program, else on PATH)")
}

// set takes the flags at their word.
func (o *graphvizOptions) set() error {
	if o.program != "helper" && o.program != "system" {
		return usagef("--graphviz is helper or system, not %q", o.program)
	}
	o.System = o.program == "system"
	return nil
}
