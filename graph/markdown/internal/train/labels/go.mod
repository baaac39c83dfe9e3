// Labels are for training, and many: as a module of their own they are no part
// of what a program downloads that uses roadmapviz.
module github.com/roadmapviz/roadmapviz/graph/markdown/internal/train/labels

go 1.26
