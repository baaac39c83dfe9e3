package main

import (
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
)

// course is a course that was read, with what its commands went by.
type course struct{ *workspace.Course }

// openCourse reads the course that the arguments name, as [workspace.Open] has it,
// or that of "-", which is stdin.
func openCourse(ctx context.Context, s *streams, conf workspace.Config, args []string) (*course, error) {
	var c *workspace.Course
	var err error
	switch {
	case !slices.Contains(args, "-"):
		c, err = workspace.Open(ctx, conf, args)
	case len(args) > 1:
		err = flags.Usagef("- stands for one document and cannot be read with others")
	default:
		c, err = workspace.Read(ctx, conf, s.in)
	}
	if err != nil {
		return nil, err
	}
	return &course{c}, nil
}
