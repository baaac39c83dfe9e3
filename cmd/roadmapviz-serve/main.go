// Command roadmapviz-serve shows the roadmap of a course in the browser while its author
// writes, or, with --api, draws the courses that are sent to it. 'roadmapviz serve' runs
// it.
//
// It is a program of its own because what serving needs would be loaded by every
// command of roadmapviz.
package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/version"
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
	case !started || flags.IsUsage(err):
		terminal.PrintError(errs, "roadmapviz: ", err)
		terminal.Print(errs, "Run 'roadmapviz serve --help' to see the options.")
		return exitUsage
	}
	terminal.PrintError(errs, "roadmapviz: ", err)
	return exitFailed
}

// options are the flags.
type options struct {
	api     bool
	listen  string
	log     string
	quiet   bool
	machine flags.Machine
	preview
	service
}

func newCmd(errs io.Writer) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "roadmapviz serve [FILE|FOLDER]…",
		Short: "Show the roadmap in the browser while you write, or draw what is sent",
		Long: `Show the roadmap of a course in the browser, and draw it again whenever the course is
saved, with what is odd in it and all options of figures to try. FILE defaults to the
input: of roadmapviz.yaml in this folder or above, else README.md.

With --api it is a service instead, that draws courses which are sent to it, also in
the protocol of Kroki (https://kroki.io). It keeps nothing, opens no file and needs no
network.`,
		Example: `  roadmapviz serve
  roadmapviz serve docs/course --layout tree --theme mine.yaml
  roadmapviz serve --api --listen :8300`,
		Args:          cobra.ArbitraryArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := misplaced(cmd.Flags(), o.api); err != nil {
				return err
			}
			log := o.logger(errs)
			if differs := version.Differs("roadmapviz-serve", version.Here(), "roadmapviz", os.Getenv(workspace.ParentVersion)); differs != "" {
				log.Warn(differs + "; " + workspace.OneVersion)
			}
			if !o.api {
				return o.show(cmd, args, log, errs)
			}
			if len(args) > 0 {
				return flags.Usagef("--api draws what is sent to it: leave out %s", args[0])
			}
			return o.service.run(cmd.Context(), o.listen, o.machine, log)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.api, "api", false, "be a service that draws what is sent to it")
	f.StringVar(&o.listen, "listen", defaultAddress, "address and port to listen at; :8300 is all addresses of this machine")
	o.log = "text"
	flags.AddChoice(cmd, flags.Choice{Value: &o.log, Names: []string{"text", "json"}}, "log", "", "how to log: text or json")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "log nothing but warnings and errors")
	o.machine.Add(cmd)
	f.BoolP("help", "h", false, "explain this command")
	group(f, ofBoth)
	o.preview.addFlags(cmd)
	group(f, ofPreview)
	o.service.addFlags(f)
	group(f, ofService)
	cmd.SetUsageFunc(usage)
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flags.Error(cmd.Flags(), err) })
	cmd.CompletionOptions.DisableDefaultCmd = true
	return cmd
}

// logger is the one that the flags ask for.
func (o options) logger(to io.Writer) *slog.Logger {
	level := slog.HandlerOptions{Level: slog.LevelInfo}
	if o.quiet {
		level.Level = slog.LevelWarn
	}
	if o.log == "json" {
		return slog.New(slog.NewJSONHandler(to, &level))
	}
	return slog.New(slog.NewTextHandler(to, &level))
}
