//go:build linux

package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// stage is what one step from the text to a picture takes, in a course of so many
// topics: all of it.
type stage struct {
	Topics      int
	Stage       string
	Seconds     float64
	Bytes       int64
	Allocations int64
}

// stages runs the benchmark of that name. What takes long is done once.
func (b *bench) stages(r *results) error {
	for _, set := range []struct {
		topics, time string
		large        bool
	}{{"100", "0.5s", false}, {"1000", "0.5s", false}, {"10000", "0.5s", false}, {"100000", "1x", true}, {"1000000", "1x", true}} {
		if b.quick && len(set.topics) > 4 {
			break
		}
		progress("stages of %s topics", set.topics)
		command := b.within([]string{filepath.Join(b.work, "stages"), "-test.run", "^$", "-test.bench", "Stages/^" + set.topics + "$", "-test.benchtime", set.time, "-test.timeout", "10m"})
		c := exec.Command(command[0], command[1:]...)
		c.Dir = "cmd/roadmapviz"
		out, err := c.CombinedOutput()
		for line := range strings.Lines(string(out)) {
			// BenchmarkStages/1000/parse-2   50   2345678 ns/op   123456 B/op   789 allocs/op
			if f := strings.Fields(line); len(f) == 8 && f[3] == "ns/op" {
				var s stage
				names := strings.Split(f[0], "/")
				s.Stage, _, _ = strings.Cut(names[len(names)-1], "-")
				fmt.Sscan(names[1], &s.Topics)
				fmt.Sscan(f[2], &s.Seconds)
				fmt.Sscan(f[4], &s.Bytes)
				fmt.Sscan(f[6], &s.Allocations)
				s.Seconds /= 1e9
				r.Stages = append(r.Stages, s)
			}
		}
		if err != nil && !set.large { // what is too large for this machine has no row
			return fmt.Errorf("%s: %w\n%s", c, err, out)
		}
	}
	return nil
}

// file is how large the figures of one course are, in bytes.
type file struct {
	Figure             string
	SVG, Gzip, PNG, X2 int64
}

// files draws the figures of the example.
func (b *bench) files(r *results) error {
	progress("files")
	for _, part := range []string{"engineer", "scientist", "fundamentals", ""} {
		as := file{Figure: part}
		args := []string{"render", "--quiet", example}
		if part == "" {
			as.Figure = "whole course"
		} else {
			args = append(args, "--part", part)
		}
		for _, f := range []struct {
			name  string
			size  *int64
			flags []string
		}{{"size.svg", &as.SVG, nil}, {"size.png", &as.PNG, nil}, {"size2.png", &as.X2, []string{"--scale", "2"}}} {
			out := filepath.Join(b.work, f.name)
			render := exec.Command(filepath.Join(b.work, ours), append(append(args, "-o", out), f.flags...)...)
			if said, err := render.CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", render, err, said)
			}
			data, err := os.ReadFile(out)
			if err != nil {
				return err
			}
			*f.size = int64(len(data))
			if f.size == &as.SVG {
				var packed bytes.Buffer
				z := gzip.NewWriter(&packed)
				z.Write(data)
				z.Close()
				as.Gzip = int64(packed.Len())
			}
		}
		r.Files = append(r.Files, as)
	}
	return nil
}
