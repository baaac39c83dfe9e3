package figure

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/progress"
)

// setProgress sets the learner's file to one whose path is written at a place, or to
// none.
func (o *Options) setProgress(name string, at Place) error {
	if name == "" {
		o.Progress = ""
		return nil
	}
	file, err := at.find("progress", name)
	if err == nil {
		o.Progress, o.Learner = file.Path, file.Place
	}
	return err
}

// Learned is the course as far as a learner is with it, by the file that Progress
// names. [New] does so too. The course is left as it is.
func (o Options) Learned(g *graph.Graph) (*graph.Graph, error) {
	if o.Progress == "" {
		return g, nil
	}
	file := File{o.Progress, o.Learner}
	src, err := file.read("progress", progress.MaxSize)
	if err != nil {
		return nil, err
	}
	learner, err := progress.Read(src, file.String())
	if err != nil {
		return nil, err
	}
	return learner.Apply(g)
}
