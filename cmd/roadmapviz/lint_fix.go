package main

import (
	"bytes"
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/markdown/repair"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// fix mends the files of a course, or prints as a diff what it would do.
func fix(ctx context.Context, s *streams, conf config, args []string, dryRun bool) error {
	c, err := openCourse(ctx, s, conf, args)
	if err != nil {
		return err
	}
	for _, f := range c.files {
		if f.name == stdin {
			return usagef("--fix writes to files: name one instead of -")
		}
		if !f.isMarkdown() {
			continue
		}
		mended := mend(f, conf.document([]string{f.name}))
		switch {
		case bytes.Equal(mended, f.src):
		case dryRun:
			_, err = s.out.Write(diffLines(f.name, f.src, mended))
		default:
			if err = c.replaceDocument(f, mended); err == nil {
				terminal.Print(s.err, "%s: mended", f.name)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// mend is the text of a file with what can be mended without judgement. It
// changes lines, but adds and removes none.
func mend(f courseFile, conf markdown.Config) []byte {
	text, _ := repair.Text(f.src)
	return raiseHeadings(text, markdown.Options{File: f.name, Config: conf})
}

// raiseHeadings takes the surplus "#" off headings that skip a level. If that
// would change the outline of the course, the text stays as it is: then the
// level says something.
func raiseHeadings(text []byte, o markdown.Options) []byte {
	before, found := markdown.Parse(text, o)
	raised := text
	for {
		lines := bytes.SplitAfter(raised, []byte("\n"))
		changed := false
		for _, d := range found {
			if d.Code != string(markdown.HeadingJump) || d.Position.Line > len(lines) {
				continue
			}
			if line := lines[d.Position.Line-1]; bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("##")) {
				lines[d.Position.Line-1] = bytes.Replace(line, []byte("#"), nil, 1)
				changed = true
			}
		}
		if !changed {
			break
		}
		raised = bytes.Join(lines, nil)
		var after *graph.Graph
		if after, found = markdown.Parse(raised, o); !slices.Equal(outline(before), outline(after)) {
			return text
		}
	}
	return raised
}

// outline is what a figure shows of a course, as far as levels matter.
func outline(g *graph.Graph) []string {
	var ids []string
	for _, n := range g.Drawn().Nodes {
		ids = append(ids, string(n.Kind)+" "+n.ID)
	}
	return ids
}
