package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// theCourse says in the help of a command which arguments are the course.
const theCourse = `An argument that is a file, a folder or - is the course; without one it is the input:
of roadmapviz.yaml in this folder or above, else README.md. The input: of its own
roadmapviz.yaml is what a folder stands for.`

// orPart says what the others are, where they are parts.
const orPart = `
Any other argument is a PART or section, by id, title, or a word of it: then only that
is asked about. One that has the name of a file is named with --part.`

// splitTopics tells the topics among the arguments from the course.
func splitTopics(args []string) (topics, inputs []string) {
	for _, arg := range args {
		if isInput(arg) {
			inputs = append(inputs, arg)
		} else {
			topics = append(topics, arg)
		}
	}
	return topics, inputs
}

// isInput tells stdin, what is there, and what is called as a file would be.
func isInput(arg string) bool {
	if _, err := os.Lstat(arg); err == nil || arg == "-" {
		return true
	}
	_, known := codecs.ByExtension(arg)
	return known || filepath.IsAbs(arg) || strings.HasPrefix(arg, "./") || strings.HasPrefix(arg, "../") || strings.HasSuffix(arg, "/")
}

// looksLikeTopic tells an input that could as well be the name of a topic.
func looksLikeTopic(input string) bool {
	return filepath.Base(input) == input && filepath.Ext(input) == "" && input != "-"
}

// needTopics is the mistake of too few topics, or too many. A file that has the
// name of a topic is told, with the way to the topic.
func needTopics(needed string, topics, inputs []string, way string) error {
	text := needed
	if len(topics) > 0 {
		text += fmt.Sprintf(", not %d: %s", len(topics), quoted(topics))
	}
	for _, in := range inputs {
		if looksLikeTopic(in) {
			text += fmt.Sprintf("; %s is a file or folder here, and so taken for the course: %s", in, way)
		}
	}
	return flags.Usagef("%s", text)
}

func quoted(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = strconv.Quote(name)
	}
	return strings.Join(list, ", ")
}

// noteShadowed tells of files and folders that were taken for the course and are
// the name of a part of the course that would be read without them.
func noteShadowed(cmd *cobra.Command, s *streams, inputs []string) {
	for _, in := range inputs {
		if !looksLikeTopic(in) {
			continue
		}
		conf, err := flags.Configure(cmd, nil)
		if err != nil {
			return
		}
		c, err := openCourse(cmd.Context(), s, conf, nil)
		if err != nil {
			return
		}
		if n, err := c.Graph.Find(in, graph.Part, graph.Section); err == nil {
			terminal.Print(s.err, "%s is a file or folder here, and so taken for the course; for %q of %s give --part %s", in, n.Text(), c.Name, in)
		}
	}
}

// find is the node that a name means; what is wrong with the name is a mistake of
// usage. What is near to no name may have been meant as a file.
func find(g *graph.Graph, name string, kinds ...graph.Kind) (graph.Node, error) {
	n, err := g.Find(name, kinds...)
	var unknown *graph.UnknownError
	if errors.As(err, &unknown) && unknown.Nearest == "" {
		err = fmt.Errorf("%w; no file has this name either", err)
	}
	if err != nil {
		return n, flags.AsUsage(err)
	}
	return n, nil
}

// completeTopics proposes topics for the first so many arguments, and files.
func completeTopics(most int, kinds ...graph.Kind) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
		topics, inputs := splitTopics(args)
		if len(topics) >= most {
			return nil, cobra.ShellCompDirectiveDefault // files follow
		}
		proposals, _ := flags.CompleteNodes(kinds...)(cmd, inputs, word)
		return proposals, cobra.ShellCompDirectiveDefault
	}
}
