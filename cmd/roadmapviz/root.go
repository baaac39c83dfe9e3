package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// The exit codes of every command.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
	exitDiffer = 3   // a check found differences
	exitSignal = 128 // and the number of the signal that ended it, as shells have it
)

// usageError is a mistake in how the program was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// differsError says that a check ran well and found what must not be.
type differsError struct{ error }

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	args     []string // the whole command line
	watched  bool     // it runs below --watch, which sees to running it again
}

// grace is how long a command that is to end may take to do so by itself: time to
// end the programs that it has started. What it reads, lays out or draws meanwhile
// is of no use to anybody.
const grace = 2 * time.Second

// run executes one command line and returns the exit code. The first signal to
// end cancels the context of the command, and ends it in any case; no file is
// left half written. The second one kills.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	done := make(chan int, 1)
	go func() { done <- execute(ctx, &streams{in: in, out: out, err: errs, args: args}) }()
	select {
	case code := <-done:
		return code
	case s := <-signals:
		signal.Stop(signals)
		cancel()
		select {
		case code := <-done:
			if code == exitOK { // it was done, or is meant to be ended so
				return exitOK
			}
		case <-time.After(grace):
		}
		files.Stop()
		terminal.Print(errs, "roadmapviz: stopped: %v", s)
		return exitSignal + int(s.(syscall.Signal))
	}
}

// execute runs the command line of s and returns the exit code.
func execute(ctx context.Context, s *streams) int {
	root := newRootCmd(s)
	root.SetArgs(s.args)
	started := false
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	err := root.ExecuteContext(ctx)
	var usage usageError
	var differs differsError
	switch {
	case err == nil:
		return exitOK
	case ctx.Err() != nil:
		return exitFailed // of its own accord, as run tells
	case !started || errors.As(err, &usage):
		printError(s.err, err)
		terminal.Print(s.err, "Run 'roadmapviz --help' to see the commands, 'roadmapviz COMMAND --help' to see one's options.")
		return exitUsage
	case errors.As(err, &differs):
		printError(s.err, err)
		return exitDiffer
	default:
		printError(s.err, err)
		return exitFailed
	}
}

// printError says what went wrong, one mistake a line.
func printError(w io.Writer, err error) { terminal.PrintError(w, "roadmapviz: ", err) }

func newRootCmd(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "roadmapviz",
		Short: "Draw the roadmap of a course from its Markdown README",
		Long: `roadmapviz reads the Markdown README of a course, builds the graph of its parts,
sections and topics, and draws the roadmap as SVG or PNG.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd.Flags(), err) })
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(newRenderCmd(s), newListCmd(s), newExportCmd(s), newPathCmd(s), newNextCmd(s), newOrderCmd(s), newStatsCmd(s), newExplainCmd(s), newInspectCmd(s), newSyncCmd(s), newCheckCmd(s), newDiffCmd(s), newLintCmd(s), newInitCmd(s), newVersionCmd(s))
	return root
}
