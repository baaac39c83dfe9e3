package markdown

import (
	"bytes"
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/repair"
)

// Mend is a document with what can be mended without judgement: text that was
// decoded with the wrong table, and headings that skip a level, unless their level
// says something about the course. It changes lines, but adds and removes none; src
// is returned as it is where there is nothing to mend. It reads the document a few times,
// each as [ParseContext] does, whose errors are the only ones. It is safe for concurrent use.
func Mend(ctx context.Context, src []byte, o Options) ([]byte, error) {
	text, _ := repair.Text(src)
	return raiseHeadings(ctx, text, o)
}

// raiseHeadings takes the surplus "#" off headings that skip a level. If that
// would change the outline of the course, the text stays as it is: then the
// level says something.
func raiseHeadings(ctx context.Context, text []byte, o Options) ([]byte, error) {
	before, found, err := ParseContext(ctx, text, o)
	if err != nil {
		return nil, err
	}
	raised := text
	for {
		lines := bytes.SplitAfter(raised, []byte("\n"))
		changed := false
		for _, d := range found {
			if d.Code != codes.HeadingJump.ID || d.Position.Line > len(lines) {
				continue
			}
			if line := lines[d.Position.Line-1]; bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("##")) {
				lines[d.Position.Line-1] = bytes.Replace(line, []byte("#"), nil, 1)
				changed = true
			}
		}
		if !changed {
			return raised, nil
		}
		raised = bytes.Join(lines, nil)
		var after *graph.Graph
		if after, found, err = ParseContext(ctx, raised, o); err != nil {
			return nil, err
		}
		if !slices.Equal(levels(before), levels(after)) {
			return text, nil
		}
	}
}

// levels are the nodes that a figure shows, as far as the levels of headings say it.
func levels(g *graph.Graph) []string {
	var ids []string
	for _, n := range g.Drawn().Nodes {
		ids = append(ids, string(n.Kind)+" "+n.ID)
	}
	return ids
}
