package flags

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

// Choice is the value of a flag that takes one of a few words.
type Choice struct {
	Value *string  // what is chosen, or the default
	What  string   // it is, in a word, if there is one
	Names []string // to choose from
	flag  string
}

func (c Choice) String() string {
	if c.Value == nil { // as package pflag asks of a flag that is none yet
		return ""
	}
	return *c.Value
}

// Type is the word for values in the help.
func (c Choice) Type() string { return "string" }

// Set chooses.
func (c Choice) Set(name string) error {
	switch {
	case slices.Contains(c.Names, name):
		*c.Value = name
		return nil
	case c.What == "":
		return Usagef("--%s is %s, not %q", c.flag, words.Either(c.Names), name)
	}
	return Unknown(c.What, name, c.Names)
}

// AddChoice adds the flag of a choice, with its completion.
func AddChoice(cmd *cobra.Command, c Choice, name, short, usage string) {
	c.flag = name
	cmd.Flags().VarP(c, name, short, usage)
	cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.Names, cobra.ShellCompDirectiveNoFileComp))
}
