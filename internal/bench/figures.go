//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/synthetic"
)

const example = "examples/llm-course/README.md"

// course is what is drawn.
type course struct {
	name   string
	choice []string // the flags that choose a part of it
	src    []byte
}

// folder writes a course and, for others, its exports, and returns where they lie.
func (b *bench) folder(c course, forOthers bool) (string, error) {
	folder := filepath.Join(b.work, strings.ReplaceAll(c.name, " ", "-"))
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	in := filepath.Join(folder, "course.md")
	if err := os.WriteFile(in, c.src, 0o666); err != nil || !forOthers {
		return folder, err
	}
	for file, format := range exports {
		export := exec.Command(filepath.Join(b.work, ours), append([]string{"export", "--quiet", "--format", format, "-o", filepath.Join(folder, file), in}, c.choice...)...)
		if out, err := export.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s: %w\n%s", export, err, out)
		}
	}
	return folder, nil
}

// start measures what every command costs, before it does anything.
func (b *bench) start(r *results) error {
	progress("start")
	program := filepath.Join(b.work, ours)
	svg, png := filepath.Join(b.work, "start.svg"), filepath.Join(b.work, "start.png")
	for _, c := range []struct {
		name, out string
		command   []string
	}{
		{"an empty Go program", "", []string{filepath.Join(b.work, "empty", "empty")}},
		{"`version`", "", []string{program, "version"}},
		{"`list`", "", []string{program, "list", example}},
		{"SVG of the engineer part", svg, []string{program, "render", "--part", "engineer", "-o", svg, example}},
		{"PNG of it", png, []string{program, "render", "--part", "engineer", "-o", png, example}},
	} {
		r.Start = append(r.Start, b.alone(row{Tool: c.name}, c.out, c.command))
	}
	return nil
}

// alone measures a command that nothing is beside.
func (b *bench) alone(as row, out string, command []string) row {
	var runs []usage
	for spent := 0.0; again(len(runs), spent, b); {
		u, err := b.run(out, command...)
		if err != nil {
			as.Why = err.Error()
			return as
		}
		for line := range strings.Lines(u.said) {
			if strings.Contains(line, codes.TooLong.ID) { // another course than the one that was asked for
				as.Why = "not drawn whole: " + strings.TrimSpace(line[strings.Index(line, codes.TooLong.ID):])
				return as
			}
		}
		runs, spent = append(runs, u), spent+u.seconds
	}
	return b.medians(as, runs, command)
}

// again tells whether there is to be another run: at most forty, within the budget but
// for the first three, and of what takes long one.
func again(done int, spent float64, b *bench) bool {
	switch {
	case done == 0:
		return true
	case spent/float64(done) > 10 || done == 40:
		return false
	}
	return done < 3 || spent < b.budget.Seconds()
}

func (b *bench) medians(as row, runs []usage, command []string) row {
	of := func(value func(usage) float64) float64 {
		var all []float64
		for _, u := range runs {
			all = append(all, value(u))
		}
		return median(all)
	}
	as.Runs = len(runs)
	as.Seconds = of(func(u usage) float64 { return u.seconds })
	as.Peak = int64(of(func(u usage) float64 { return float64(u.peak) }))
	as.Faults = int64(of(func(u usage) float64 { return float64(u.faults) }))
	if b.counts {
		as.Instructions = instructions(command...)
	}
	return as
}

// figures measures roadmapviz and each of its peers as pairs, on courses of four sizes.
// A peer that fails at one of them is not asked for more.
func (b *bench) figures(r *results) error {
	src, err := os.ReadFile(example)
	if err != nil {
		return err
	}
	courses := []course{
		{"engineer part, 26 topics", []string{"--part", "engineer"}, src},
		{"whole course, 72 topics", nil, src},
		{"1,000 topics", nil, synthetic.Course(1000, 0)},
		{"10,000 topics", nil, synthetic.Course(10000, 0)},
	}
	if b.quick {
		courses = []course{courses[0], courses[2]}
	}
	failed := map[string]bool{}
	for _, c := range courses {
		folder, err := b.folder(c, true)
		if err != nil {
			return err
		}
		for _, format := range b.tools[0].formats {
			r.Figures = append(r.Figures, b.beside(c, folder, format, failed)...)
		}
	}
	return nil
}

// beside measures the tools on one course in one format.
func (b *bench) beside(c course, folder, format string, failed map[string]bool) []row {
	command := func(t tool) (string, []string) {
		out := filepath.Join(folder, strings.ToLower(t.name)+"-out."+format)
		return out, t.command(c, filepath.Join(folder, t.input), out)
	}
	own := b.tools[0]
	ownOut, ownCommand := command(own)
	rows := []row{b.alone(row{Size: c.name, Format: format, Tool: own.name}, ownOut, ownCommand)}
	for _, t := range b.tools[1:] {
		if !slices.Contains(t.formats, format) || failed[t.name] {
			continue
		}
		progress("%s, %s, %s", c.name, format, t.name)
		as := row{Size: c.name, Format: format, Tool: t.name}
		out, theirs := command(t)
		var runs []usage
		var ratios []float64
		for spent := 0.0; again(len(runs), spent, b); {
			var own, their usage
			var err error
			runOwn := func() { own, _ = b.run(ownOut, ownCommand...) }
			if len(runs)%2 == 0 { // each is the first in turn
				runOwn()
			}
			if their, err = b.run(out, theirs...); err != nil {
				as.Why = err.Error()
				break
			}
			if len(runs)%2 == 1 {
				runOwn()
			}
			runs, spent = append(runs, their), spent+own.seconds+their.seconds
			ratios = append(ratios, own.seconds/their.seconds)
		}
		if as.Why == "" {
			as = b.medians(as, runs, theirs)
			as.Ratio = median(ratios)
		} else if format == "svg" {
			failed[t.name] = true
		}
		rows = append(rows, as)
	}
	return rows
}

// large measures what only roadmapviz is asked for. It may take most of the memory
// that is left, and no more: a machine that swaps measures nothing.
func (b *bench) large(r *results) error {
	if b.quick {
		return nil
	}
	for _, l := range []struct {
		name                  string
		topics, prerequisites int
	}{{"100,000 topics", 100000, 0}, {"1,000,000 topics", 1000000, 0}, {"10,000 topics, 50 prerequisites each", 10000, 50}} {
		progress("%s", l.name)
		c := course{l.name, nil, synthetic.Course(l.topics, l.prerequisites)}
		folder, err := b.folder(c, false)
		if err != nil {
			return err
		}
		out := filepath.Join(folder, "out.svg")
		command := b.within(b.tools[0].command(c, filepath.Join(folder, "course.md"), out))
		r.Large = append(r.Large, b.alone(row{Size: c.name, Format: "svg", Tool: ours}, out, command))
		os.RemoveAll(folder)
	}
	return nil
}

// within is a command that may take four fifths of the memory that is available.
func (b *bench) within(command []string) []string {
	return append([]string{"sh", "-c", `ulimit -v "$1"; shift; exec "$@"`, "sh", fmt.Sprint(memory("MemAvailable") * 4 / 5)}, command...)
}
