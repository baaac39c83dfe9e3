// Command roadmapviz-serve shows the roadmap of a course in the browser while its author
// writes, or, with --api, draws the courses that are sent to it. 'roadmapviz serve' runs
// it.
//
// It is a program of its own because what serving needs would be loaded by every
// command of roadmapviz.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// The exit codes, which are those of roadmapviz.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		stop() // so that a second signal ends it at once
	}()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run executes a command line until the context ends.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	started := false
	cmd := newCmd(errs)
	cmd.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	cmd.SetArgs(args)
	cmd.SetOut(out)
	cmd.SetErr(errs)
	err := cmd.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitOK
	case !started || errors.As(err, new(usageError)):
		terminal.Print(errs, "roadmapviz serve: %v", err)
		terminal.Print(errs, "Run 'roadmapviz serve --help' to see the options.")
		return exitUsage
	}
	terminal.Print(errs, "roadmapviz serve: %v", err)
	return exitFailed
}

// usageError is a mistake in how the program was called.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// options are the flags.
type options struct {
	api    bool
	listen string
	noOpen bool
	log    string
	service
}

func newCmd(errs io.Writer) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "roadmapviz serve [README|FOLDER]",
		Short: "Show the roadmap in the browser while you write, or draw what is sent",
		Long: `Show the roadmap of a course in the browser, and draw it again whenever the course is
saved, with what is odd in it and all options of figures to try. README defaults to
the input: of roadmapviz.yaml in this folder or above, else README.md.

With --api it is a service instead, that draws courses which are sent to it, also in
the protocol of Kroki (https://kroki.io). It keeps nothing, opens no file and needs no
network. docs/service.md says how it is run.`,
		Example: `  roadmapviz serve
  roadmapviz serve docs/course --listen 127.0.0.1:8080
  roadmapviz serve --api --listen :8300`,
		Args:          cobra.ArbitraryArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			log, err := o.logger(errs)
			if err != nil {
				return err
			}
			if !o.api {
				return o.preview(cmd.Context(), args, log, errs)
			}
			if len(args) > 0 {
				return usagef("--api draws what is sent to it: leave out %s", args[0])
			}
			return o.service.run(cmd.Context(), o.listen, log)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.api, "api", false, "be a service that draws what is sent to it")
	f.StringVar(&o.listen, "listen", "127.0.0.1:8300", "address and port to listen at; :8300 is all addresses of this machine")
	f.BoolVar(&o.noOpen, "no-open", false, "do not open the browser")
	f.StringVar(&o.log, "log", "text", "how to log: text or json")
	o.service.addFlags(f)
	cmd.CompletionOptions.DisableDefaultCmd = true
	return cmd
}

// logger is the one that the flags ask for.
func (o options) logger(to io.Writer) (*slog.Logger, error) {
	switch o.log {
	case "text":
		return slog.New(slog.NewTextHandler(to, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(to, nil)), nil
	}
	return nil, usagef("--log is text or json, not %q", o.log)
}
