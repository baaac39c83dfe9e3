package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/git"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// document is a course's text with its figures, and where it is.
type document struct {
	*pages.Document
	workspace.Place
}

// whichDocuments is the help on what sync and check take.
const whichDocuments = `
Each README is a course of its own, with the nearest roadmapviz.yaml above it. A folder
stands for all courses in it and below that show figures; what .gitignore names,
hidden folders, node_modules and vendor are left out. What is one course of several
files stays one: an mdBook, a MkDocs site, and the input of a roadmapviz.yaml. A pattern
such as 'docs/**/README.md' stands for the Markdown files that it fits. Without
arguments it is the input of roadmapviz.yaml, or else the README here.`

// documents reads and judges the documents that the arguments name, one after the
// other, and each once. One that cannot be read is an error about it.
func documents(cmd *cobra.Command, args []string, o syncOptions) iter.Seq2[document, error] {
	return func(yield func(document, error) bool) {
		if len(args) == 0 {
			args = []string{""}
		}
		seen := map[string]bool{}
		for _, arg := range args {
			found := documentsOf(cmd, arg, o)
			for d, err := range found {
				if err == nil {
					first, _ := filepath.Abs(d.Path(d.FilePath(0)))
					if seen[first] {
						continue
					}
					seen[first] = true
				}
				if !yield(d, err) {
					return
				}
			}
		}
	}
}

// documentsOf are those of one argument; "" is none.
func documentsOf(cmd *cobra.Command, arg string, o syncOptions) iter.Seq2[document, error] {
	info, err := os.Stat(arg)
	switch {
	case arg == "-":
		return failing(usagef("stdin is no file that pictures stand beside: name one instead of -"))
	case err != nil && strings.ContainsAny(arg, "*?["):
		return fitting(cmd, arg, o)
	case err == nil && info.IsDir() && !o.insert:
		return below(cmd, arg, o)
	}
	return func(yield func(document, error) bool) { yield(openDocument(cmd, arg, o)) }
}

func failing(err error) iter.Seq2[document, error] {
	return func(yield func(document, error) bool) { yield(document{}, err) }
}

// openDocument opens a course that is named by itself.
func openDocument(cmd *cobra.Command, arg string, o syncOptions) (document, error) {
	folder, names := ".", []string(nil)
	if arg != "" {
		folder, names = filepath.Dir(arg), []string{arg}
	}
	conf, err := configureAt(cmd, folder)
	if err != nil {
		return document{}, err
	}
	at, err := conf.Locate(names)
	if err != nil {
		return document{}, err
	}
	d, err := pages.Open(cmd.Context(), at.FS, at.Names, o.pages(cmd, conf, at))
	if errors.Is(err, pages.ErrNoMarkdown) {
		err = usageError{err}
	}
	return document{d, at}, err
}

// pages are the options of opening a course at a place.
func (o syncOptions) pages(cmd *cobra.Command, conf config, at workspace.Place) pages.Options {
	read := at.Reading(conf)
	return pages.Options{
		Settings: conf.Settings, Prefix: read.Prefix, Title: read.Title, From: read.From,
		Machine: workspace.Machine(), Adopt: o.adopt, Exact: o.bytes,
		Adjust: func(s *settings.Settings) { adjust(cmd, s) },
	}
}

// fitting are the documents that a pattern stands for.
func fitting(cmd *cobra.Command, pattern string, o syncOptions) iter.Seq2[document, error] {
	folder, inner := "", filepath.ToSlash(pattern)
	for first, rest, more := strings.Cut(inner, "/"); more && !strings.ContainsAny(first, "*?["); first, rest, more = strings.Cut(inner, "/") {
		folder, inner = folder+first+"/", rest
	}
	at, err := workspace.NewPlace(filepath.Clean(folder), []string{inner}, false)
	if err != nil {
		return failing(err)
	}
	names, err := pages.Glob(at.FS, inner)
	switch {
	case err != nil:
		return failing(usagef("%s is no pattern: a bracket is not closed", pattern))
	case len(names) == 0:
		return failing(fmt.Errorf("%s: no Markdown file fits this pattern", pattern))
	}
	return func(yield func(document, error) bool) {
		for _, name := range names {
			if !yield(openDocument(cmd, at.Path(name), o)) {
				return
			}
		}
	}
}

// below are the documents in a folder.
func below(cmd *cobra.Command, folder string, o syncOptions) iter.Seq2[document, error] {
	conf, err := configureAt(cmd, folder)
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
	return func(yield func(document, error) bool) {
		for d, err := range pages.Walk(cmd.Context(), at.FS, ".", options) {
			if !yield(document{d, at}, err) {
				return
			}
		}
	}
}

// tell writes what is known of a document that could not be read, or of comments in
// it that have not the effect that was meant. Other findings are not for those who
// want to know about figures.
func tell(s *streams, d document, err error) {
	if invalid, ok := err.(*pages.InvalidError); ok {
		printDiagnostics(s.err, invalid.Diagnostics, graph.Error)
	}
	if err == nil {
		printDiagnostics(s.err, slices.DeleteFunc(slices.Clone(d.Course.Diagnostics), func(d graph.Diagnostic) bool {
			return d.Code != codes.UnreadComment.ID && d.Code != codes.UnknownKey.ID && d.Code != codes.BadValue.ID
		}), graph.Warning)
	}
}

// untracked are errors about the figures of a document that git does not have; none
// if it does not have the document itself.
func (d document) untracked(ctx context.Context) (problems []error, err error) {
	paths := []string{d.FilePath(0)}
	for _, p := range d.Figures {
		paths = append(paths, p.Path)
	}
	unknown, err := git.Untracked(ctx, d.Root, paths)
	if err != nil || unknown[paths[0]] {
		return nil, err
	}
	for _, p := range d.Figures {
		if unknown[p.Path] {
			problems = append(problems, fmt.Errorf("%s: %s is new: git add %s", p.At, p.Name, git.Word(p.Name)))
		}
	}
	return problems, nil
}

func addTrackedFlag(cmd *cobra.Command, on *bool) {
	cmd.Flags().BoolVar(on, "tracked", false, "for hooks: fail also when git does not have a figure yet, and say what to add")
}
