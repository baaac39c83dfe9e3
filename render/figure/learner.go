package figure

import (
	"fmt"
	"path"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/progress"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// setProgress sets the learner's file to one whose path is written at a place, or to
// none.
func (o *Options) setProgress(name string, at Place) error {
	if name == "" {
		o.Progress = ""
		return nil
	}
	file, err := at.find(name)
	if err != nil {
		return fmt.Errorf("progress %s: %w", name, err)
	}
	o.Progress, o.Learner = file, Place{FS: at.FS, Prefix: at.Prefix}
	return nil
}

// Learned is the course as far as a learner is with it, by the file that Progress
// names. [New] does so too. The course is left as it is.
func (o Options) Learned(g *graph.Graph) (*graph.Graph, error) {
	if o.Progress == "" {
		return g, nil
	}
	shown := path.Join(o.Learner.Prefix, o.Progress)
	if o.Learner.FS == nil {
		return nil, wrong("progress", "%s is a file, and none can be read here", shown)
	}
	src, err := files.ReadFrom(o.Learner.FS, o.Progress, progress.MaxSize)
	if err != nil {
		return nil, fmt.Errorf("progress %s: %w", shown, files.WithoutPath(err))
	}
	learner, err := progress.Read(src, shown)
	if err != nil {
		return nil, err
	}
	return learner.Apply(g)
}
