package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/batch"
	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/git"
	"github.com/roadmapviz/roadmapviz/internal/shard"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// document is a course's text with its figures, and where it is.
type document struct {
	*pages.Document
	workspace.Place
	all *together
}

// together is what the documents of a command have in common.
type together struct {
	counter terminal.Counter // of the figures that are drawn
	written batch.Written
}

// source is what may be a document.
type source = batch.Source[document]

// whichDocuments is the help on what sync and check take.
const whichDocuments = `
Each README is a course of its own, with the nearest roadmapviz.yaml above it. A folder
stands for all courses in it and below that show figures; what .gitignore names,
hidden folders, node_modules and vendor are left out. What is one course of several
files stays one: an mdBook, a MkDocs site, and the input of a roadmapviz.yaml. A pattern
such as 'docs/**/README.md' stands for the Markdown files that it fits. Without
arguments it is the input of roadmapviz.yaml, or else the README here.`

var readerVersion = version.Reader // a test has another

var ahead int // see [batch.Work]: a test reads one document after the other

// eachDocument reads and judges the documents that the arguments name, several at once,
// and each once. What begin does with one is done before its turn, and what it returns
// in its turn, one after the other, as if the next were read only then. The errors are
// about documents, in their order.
func eachDocument(cmd *cobra.Command, s *streams, args []string, o syncOptions, begin func(context.Context, document, func(weight int64)) (finish func() error)) (problems []error) {
	if len(args) == 0 {
		args = []string{""}
	}
	o.machine, o.base = workspace.Machine(), shard.Base(args)
	if !o.insert { // which has to know what it puts a figure of into
		o.reader = readerVersion()
	}
	sources := func(yield func(source) bool) {
		for _, arg := range args {
			for of := range sourcesOf(cmd, arg, o) {
				if !yield(of) {
					return
				}
			}
		}
	}
	all := together{counter: terminal.Counter{Out: s.err.out, What: "figure"}}
	work := batch.Work[document]{Ahead: ahead, Written: &all.written, Counter: &all.counter, Begin: func(ctx context.Context, d document, hold func(int64)) func() error {
		if d.Document == nil {
			return nil // it is none
		}
		d.all = &all
		hold(d.Size())
		return begin(ctx, d, hold)
	}}
	seen := map[string]bool{}
	for t, err := range work.InTurn(cmd.Context(), sources) {
		if err != nil {
			return append(problems, err)
		}
		if tell(s, t.Document, t.Err); t.Err == nil {
			first, _ := filepath.Abs(t.Document.Path(t.Document.FilePath(0)))
			if seen[first] {
				continue
			}
			seen[first] = true
			t.Err = t.Finish()
		}
		problems = append(problems, t.Err)
	}
	return problems
}

// sourcesOf are those of one argument; "" is none.
func sourcesOf(cmd *cobra.Command, arg string, o syncOptions) iter.Seq[source] {
	info, err := os.Stat(arg)
	switch {
	case arg == "-":
		return failing(flags.Usagef("stdin is no file that pictures stand beside: name one instead of -"))
	case err != nil && strings.ContainsAny(arg, "*?[") && !workspace.IsAddress(arg):
		return fitting(cmd, arg, o)
	case err == nil && info.IsDir() && !o.insert:
		return below(cmd, arg, o)
	}
	return func(yield func(source) bool) { named(cmd, arg, o, yield) }
}

func failing(err error) iter.Seq[source] {
	return func(yield func(source) bool) {
		yield(source{Open: func(context.Context) (document, error) { return document{}, err }})
	}
}

// named is the source of a course that is named by itself, if it is in the shard.
func named(cmd *cobra.Command, arg string, o syncOptions, yield func(source) bool) bool {
	folder, name := filepath.Split(arg)
	info, err := os.Stat(arg)
	if err == nil && info.IsDir() {
		folder, name = arg, ""
	}
	if !o.shard.HasAt(o.base, folder, name) {
		return true
	}
	of := source{Reads: document.reads, Open: func(ctx context.Context) (document, error) { return openDocument(ctx, cmd, arg, o) }}
	if err == nil {
		of.Size = info.Size()
	}
	return yield(of)
}

// reads are the files that the document depends on; nil without one.
func (d document) reads() []string {
	if d.Document == nil {
		return nil
	}
	return pathsIn(d.Place, d.Reads())
}

// paths are those of files in the place.
func pathsIn(p workspace.Place, names []string) (paths []string) {
	for _, name := range names {
		paths = append(paths, p.Path(name))
	}
	return paths
}

// openDocument opens a course that is named by itself.
func openDocument(ctx context.Context, cmd *cobra.Command, arg string, o syncOptions) (document, error) {
	var names []string
	if arg != "" {
		names = []string{arg}
	}
	conf, err := flags.Configure(cmd, names)
	if err != nil {
		return document{}, err
	}
	at, err := conf.Locate(names)
	if err != nil {
		return document{}, err
	}
	d, err := pages.Open(ctx, at.FS, at.Names, o.pages(cmd, conf, at))
	if errors.Is(err, pages.ErrNoMarkdown) {
		err = flags.AsUsage(err)
	}
	return document{Document: d, Place: at}, err
}

// pages are the options of opening a course at a place.
func (o syncOptions) pages(cmd *cobra.Command, conf workspace.Config, at workspace.Place) pages.Options {
	read := at.Reading(conf)
	return pages.Options{
		Settings: conf.Settings, Prefix: read.Prefix, Title: read.Title, From: read.From,
		Machine: o.machine, Adopt: o.adopt, Exact: o.bytes, Reader: o.reader,
		Adjust: func(s *settings.Settings) { flags.Adjust(cmd, s) },
	}
}

// fitting are the documents that a pattern stands for.
func fitting(cmd *cobra.Command, pattern string, o syncOptions) iter.Seq[source] {
	folder, inner := files.SplitPattern(filepath.ToSlash(pattern))
	at, err := workspace.NewPlace(filepath.FromSlash(folder), []string{inner}, false)
	if err != nil {
		return failing(err)
	}
	names, err := pages.Glob(at.FS, inner)
	switch {
	case err != nil:
		return failing(flags.Usagef("%s is no pattern: a bracket is not closed", pattern))
	case len(names) == 0:
		return failing(fmt.Errorf("%s: no Markdown file fits this pattern", pattern))
	}
	return func(yield func(source) bool) {
		for _, name := range names {
			if !named(cmd, at.Path(name), o, yield) {
				return
			}
		}
	}
}

// below are the documents in a folder.
func below(cmd *cobra.Command, folder string, o syncOptions) iter.Seq[source] {
	conf, err := flags.Configure(cmd, []string{folder})
	if err != nil {
		return failing(err)
	}
	at, err := workspace.NewPlace(filepath.Clean(folder), []string{"."}, false)
	if err != nil {
		return failing(err)
	}
	options := o.pages(cmd, conf, at)
	if root, inner := git.Root(folder); root != "" {
		options.Repository, options.Root = files.FS(root), inner
	}
	if o.shard.Count > 1 {
		options.Mine = func(folder, name string) bool { return o.shard.HasAt(o.base, at.Path(folder), name) }
	}
	return func(yield func(source) bool) {
		for c := range pages.Candidates(cmd.Context(), at.FS, ".", options) {
			open := func(ctx context.Context) (document, error) {
				d, err := c.Open(ctx)
				return document{Document: d, Place: at}, err
			}
			settle := func() bool {
				_, _, is := c.Settle()
				return is
			}
			if !yield(source{Size: c.Size, Open: open, Reads: func(document) []string { return pathsIn(at, c.Reads()) }, Settle: settle}) {
				return
			}
		}
	}
}

// tell writes what is known of a document that could not be read, or of comments in
// it and settings that have not the effect that was meant. Other findings are not for those who
// want to know about figures.
func tell(s *streams, d document, err error) {
	if invalid, ok := err.(*pages.InvalidError); ok {
		printDiagnostics(s.err, invalid.Diagnostics, graph.Error)
	}
	if err == nil {
		printDiagnostics(s.err, d.Findings(), graph.Warning)
	}
}

// addSharedFlags adds the flags of all that keeps figures up to date.
func (o *syncOptions) addSharedFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.tracked, "tracked", false, "for hooks: fail also when git does not have a figure yet, and say what to add")
	cmd.Flags().Var(&o.shard, "shard", "only one of n shares of the documents: 2/8 is the second of eight, on as many machines")
}
