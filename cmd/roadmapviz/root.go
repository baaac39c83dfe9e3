package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// The exit codes of every command.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
	exitDiffer = 3   // a check found differences
	exitSignal = 128 // and the number of the signal that ended it, as shells have it
)

// differsError says that a check ran well and found what must not be.
type differsError struct{ error }

// streams are where a command reads and writes.
type streams struct {
	in      io.Reader
	out     io.Writer
	err     *messages
	args    []string // the whole command line
	watched bool     // it runs below --watch, which sees to running it again
}

// grace is how long a command that is to end may take to do so by itself: time to
// end the programs that it has started. What it reads, lays out or draws meanwhile
// is of no use to anybody.
const grace = 2 * time.Second

// stopped is why a command is to end: a signal came.
type stopped struct{ by syscall.Signal }

func (s stopped) Error() string { return "stopped: " + s.by.String() }

// run executes one command line and returns the exit code. The first signal to
// end cancels the context of the command, and ends it in any case; no file is
// left half written. The second one kills. (The command runs where run does: the
// stack of the program has grown already, and another would have to grow anew.)
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		s, came := <-signals
		if !came {
			return
		}
		signal.Stop(signals)
		why := stopped{s.(syscall.Signal)}
		cancel(why)
		time.Sleep(grace)
		os.Exit(end(errs, why))
	}()
	code := execute(ctx, &streams{in: in, out: out, err: newMessages(errs), args: args})
	signal.Stop(signals)
	close(signals)
	if why, is := context.Cause(ctx).(stopped); is && code != exitOK { // else it was done, or is meant to be ended so
		return end(errs, why)
	}
	return code
}

// end ends what a command has begun, tells why, and returns the exit code.
func end(errs io.Writer, why stopped) int {
	files.Stop()
	terminal.Print(errs, "roadmapviz: %v", why)
	return exitSignal + int(why.by)
}

// execute runs the command line of s and returns the exit code.
func execute(ctx context.Context, s *streams) int {
	s.err = newMessages(s.err.out)
	defer s.err.end()
	root := newRootCmd(s)
	root.SetArgs(s.args)
	started := false
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	err := root.ExecuteContext(ctx)
	var differs differsError
	switch {
	case err == nil:
		return exitOK
	case ctx.Err() != nil:
		return exitFailed // of its own accord, as run tells
	case !started || flags.IsUsage(err):
		s.err.fail(err)
		terminal.Print(s.err.out, "Run 'roadmapviz --help' to see the commands, 'roadmapviz COMMAND --help' to see one's options.")
		return exitUsage
	case errors.As(err, &differs):
		s.err.fail(err)
		return exitDiffer
	default:
		s.err.fail(err)
		return exitFailed
	}
}

// newRootCmd makes the program with the commands that s may mean.
func newRootCmd(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "roadmapviz",
		Short: "Draw the roadmap of a course from its Markdown README",
		Long: `roadmapviz reads the Markdown README of a course, builds the graph of its parts,
sections and topics, and draws the roadmap: SVG, PNG, PDF, or a page to learn with.

The exit status is 0 when all is well, 1 when something failed, 2 when the command
line is wrong, and 3 when a check found differences.`,
		Example: `  roadmapviz render -o roadmap.svg
  roadmapviz list README.md
  roadmapviz path Attention`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return flags.Unknown("command", args[0], commandNames(cmd))
			}
			return nil
		},
	}
	// Cobra would write the version through a template, and whatever uses templates
	// has all methods of all types in it.
	asked := root.Flags().BoolP("version", "v", false, "print the version")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *asked {
			return printVersion(s)
		}
		return cmd.Help()
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flags.Error(cmd.Flags(), err) })
	root.PersistentFlags().BoolVarP(&s.err.quiet, "quiet", "q", false, "say nothing but results and errors")
	root.AddGroup(groups...)
	meant := meantBy(s.args)
	for _, m := range meant {
		c := m.build(s)
		c.GroupID = m.group
		for _, c := range append(c.Commands(), c) {
			c.Args = inWords(c.Args)
		}
		root.AddCommand(c)
	}
	root.SetHelpCommand(newHelpCmd())
	root.SetCompletionCommandGroupID("help")
	if root.CompletionOptions.DisableDefaultCmd = len(meant) == 1; len(meant) > 1 {
		root.InitDefaultCompletionCmd()
		nameShells(root)
	}
	return root
}

// inWords says what a command takes, where package cobra counts arguments.
func inWords(check cobra.PositionalArgs) cobra.PositionalArgs {
	if check == nil {
		return nil
	}
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return flags.Usagef("%s does not take %s: it is called as %s", cmd.Name(), words.Count(len(args), "argument"), cmd.UseLine())
		}
		return nil
	}
}

// commandNames are the commands that a user can give.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Root().Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			names = append(names, c.Name())
		}
	}
	return names
}
