package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	page "github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// preview are the flags without --api.
type preview struct {
	noOpen bool
	figure figure.Options
}

func (o *preview) addFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.noOpen, "no-open", false, "do not open the browser")
	flags.AddFigure(cmd, &o.figure)
	flags.AddCourse(cmd)
}

// show shows a course in the browser, until the command's context ends.
func (o *options) show(cmd *cobra.Command, args []string, log *slog.Logger, errs io.Writer) error {
	o.machine.Set(&o.figure.Machine)
	if err := o.check(cmd, args); err != nil {
		return err
	}
	ctx := cmd.Context()
	var l net.Listener
	var err error
	if cmd.Flags().Changed("listen") {
		l, err = listenAt(ctx, o.listen)
	} else {
		l, err = listenNear(ctx)
	}
	if err != nil {
		return err
	}
	host, isOpen := shownHost(o.listen)
	p := page.New(page.Config{
		Args:      args,
		Configure: func() (workspace.Config, error) { return flags.Configure(cmd, args) },
		Options:   o.figure,
		Set:       flags.Changed(cmd.Flags()),
		Flags:     again(cmd.Flags(), "follow", "from", "graphviz", "graphviz-helper", "system-fonts"),
		Hosts:     hosts(o.listen),
		Log:       log,
	})
	watching, stop := context.WithCancel(ctx)
	defer stop()
	watched := make(chan error, 1)
	go func() { watched <- p.Watch(watching) }()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	address := url.URL{Scheme: "http", Host: net.JoinHostPort(host, port), Path: "/"}
	terminal.Print(errs, "the roadmap is at %s; stop with Ctrl+C", address.String())
	if isOpen {
		terminal.Print(errs, "whoever reaches this machine sees it too, under the machine's address")
	}
	opened := make(chan error, 1)
	if !o.noOpen {
		go func() { opened <- open(address.String()) }()
	}
	serving, end := context.WithCancel(ctx)
	defer end()
	server := newServer(p, 0, newConnections(mostBrowsers), log)
	failed := make(chan error, 1)
	go func() { failed <- server.run(serving, l) }()
	for {
		select {
		case err := <-opened:
			if err != nil {
				terminal.Print(errs, "no browser was opened (%v): open the address yourself", err)
			}
			continue
		case err = <-failed:
		case err = <-watched:
			end()
			<-failed
		}
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
}

// check is the mistake of a command line by which nothing can be shown. What is wrong
// in files is told in the page, which goes on when that is mended.
func (o *options) check(cmd *cobra.Command, args []string) error {
	if slices.Contains(args, "-") {
		return flags.Usagef("serve draws what is saved, and stdin is not: name a file instead of -")
	}
	if option, found := flags.ForNone(cmd.Flags(), page.Formats()); found {
		return flags.Usagef("--%s is for %s files, which are not shown here: leave it out", option.Name, words.Either(option.Formats))
	}
	for _, path := range workspace.NamedFiles(&o.figure) {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: no such file", filepath.ToSlash(path))
		}
	}
	conf, err := flags.Configure(cmd, args)
	if err != nil {
		return nil
	}
	c, err := workspace.Open(cmd.Context(), conf, args)
	if err != nil {
		if flags.IsUsage(err) || errors.Is(err, courses.ErrNoFile) || errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	figures := o.figure
	if err = c.Complete(&figures, flags.Changed(cmd.Flags())); err == nil {
		_, err = figure.New(c.Graph, figures)
	}
	if option, ok := errors.AsType[*figure.OptionError](err); ok && cmd.Flags().Changed(option.Option) {
		return flags.OfCourse(c.Name, option)
	}
	return nil
}

// hosts are the names by which the preview may be asked for besides those of this
// machine for itself: that of the address.
func hosts(address string) []string {
	host, _, _ := net.SplitHostPort(address)
	if host == "" {
		host = "::"
	}
	return []string{host}
}

// shownHost is the host of an address as the author's browser asks for it, and whether
// that listens to other machines too.
func shownHost(address string) (host string, others bool) {
	host, _, _ = net.SplitHostPort(address)
	addr, err := netip.ParseAddr(host)
	switch {
	case host == "" || err == nil && addr.IsUnspecified():
		return "127.0.0.1", true
	case err == nil:
		return host, !addr.IsLoopback()
	}
	return host, host != "localhost"
}

// mostBrowsers is how many connections a preview has: more than any browser makes.
const mostBrowsers = 512
