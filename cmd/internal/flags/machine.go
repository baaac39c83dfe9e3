package flags

import (
	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Machine are the flags for what figures take from the machine.
type Machine struct {
	graphviz, helper, fonts string
}

// machineNames are their names.
var machineNames = [...]string{"graphviz", "graphviz-helper", "system-fonts"}

// Add adds them to a command.
func (o *Machine) Add(cmd *cobra.Command) {
	o.graphviz, o.fonts = "helper", "auto"
	AddChoice(cmd, Choice{Value: &o.graphviz, Names: []string{"helper", "system"}}, "graphviz", "", "what runs the Graphviz layouts: helper ("+workspace.GraphvizHelper+") or system (an installed dot)")
	cmd.Flags().StringVar(&o.helper, "graphviz-helper", "", "path of "+workspace.GraphvizHelper+" (default beside this program, else on PATH)")
	AddChoice(cmd, Choice{Value: &o.fonts, Names: []string{"auto", "never"}}, "system-fonts", "", "fonts of this machine for scripts that the embedded ones lack: auto or never")
}

// Set puts what they say into the options of a figure. The helper may use the
// EngineBytes that are set before.
func (o *Machine) Set(m *figure.Machine) {
	m.Engine = workspace.Graphviz{System: o.graphviz == "system", Helper: o.helper, Memory: m.EngineBytes}.Engine
	if o.fonts == "auto" {
		m.Fonts = workspace.SystemFonts()
	}
}
