package main

import (
	"cmp"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
)

var textOrJSON = []string{"json", "text"}

// addFormat adds the flag for the format of a result: what is set already, or text.
func addFormat(cmd *cobra.Command, format *string, names []string, usage string) {
	*format = cmp.Or(*format, "text")
	flags.AddChoice(cmd, flags.Choice{Value: format, What: "format", Names: names}, "format", "f", usage)
}
