package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os/exec"
	"runtime"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// preview shows a course in the browser, until the context ends.
func (o options) preview(ctx context.Context, args []string, log *slog.Logger, errs io.Writer) error {
	l, err := net.Listen("tcp", o.listen)
	if err != nil {
		return err
	}
	host, _, _ := net.SplitHostPort(o.listen)
	p := preview.New(preview.Config{Args: args, Options: figure.Options{Machine: workspace.Machine()}, Hosts: []string{host}, Log: log})
	watching, stop := context.WithCancel(ctx)
	defer stop()
	watched := make(chan error, 1)
	go func() { watched <- p.Watch(watching) }()
	address := url.URL{Scheme: "http", Host: l.Addr().String(), Path: "/"}
	terminal.Print(errs, "the roadmap is at %s; stop with Ctrl+C", address.String())
	if !o.noOpen {
		if err := open(address.String()); err != nil {
			terminal.Print(errs, "no browser could be opened: %v", err)
		}
	}
	serving, end := context.WithCancel(ctx)
	defer end()
	server := newServer(p, 0, newConnections(mostBrowsers), log)
	failed := make(chan error, 1)
	go func() { failed <- server.run(serving, l) }()
	select {
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

// mostBrowsers is how many connections a preview has: more than any browser makes.
const mostBrowsers = 512

// open shows an address in the browser of whoever is there.
func open(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
