//go:build linux

// Bench measures whole processes of roadmapviz beside others that draw the same
// course, and the stages of its own, and writes the tables of docs/performance.md.
//
//	go run ./internal/bench [--quick | --page] [MACHINE]
//
// It is run in the root of the module, by .ci/bench, which installs the others, and
// takes a quarter of an hour. What is measured on a machine goes into
// machines/MACHINE.json, and the page shows all machines beside each other, so that
// a second one adds columns. MACHINE is a name for it; by default one of its
// processor and its cores.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

const (
	machinesDir = "internal/bench/machines"
	page        = "docs/performance.md"
)

// results are what was measured on one machine.
type results struct {
	Machine machine
	Start   []row
	Figures []row // beside others
	Large   []row // alone
	Many    []row
	Stages  []stage
	Files   []file
}

// row is what a command took: the medians of its runs.
type row struct {
	Size, Format, Tool string
	Runs               int
	Seconds            float64
	Ratio              float64 `json:",omitempty"` // roadmapviz's time by this one's, the median of pairs
	Peak               int64   // KiB
	Faults             int64
	Instructions       int64  `json:",omitempty"`
	Why                string `json:",omitempty"` // that there is nothing of the above
}

// bench is one run of this program.
type bench struct {
	work   string
	limit  time.Duration // of a process
	budget time.Duration // of a cell of the tables, which at least three runs may exceed
	quick  bool
	counts bool // whether instructions are counted
	tools  []tool
}

func main() {
	quick := flag.Bool("quick", false, "a try: few runs of small courses; the tables are printed, and nothing is written")
	pageOnly := flag.Bool("page", false, "write the page of what was measured before")
	flag.Parse()
	if err := measure(*quick, *pageOnly, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(quick, pageOnly bool, name string) error {
	if pageOnly {
		return writePage()
	}
	work, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	b := &bench{work: work, limit: time.Minute, budget: 3 * time.Second, quick: quick}
	if quick {
		b.limit, b.budget = 10*time.Second, time.Second/2
	}
	adopt()
	r, err := b.all()
	if err != nil {
		return err
	}
	if name == "" {
		name = fmt.Sprintf("%s %d", r.Machine.Processor, r.Machine.Cores)
	}
	name = strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(name), "-"), "-")
	if quick {
		for _, s := range sections([]named{{name, r}}) {
			fmt.Printf("## %s\n\n%s\n", s.name, s.text)
		}
		return nil
	}
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(machinesDir, name+".json"), append(data, '\n'), 0o666); err != nil {
		return err
	}
	return writePage()
}

func (b *bench) all() (r results, err error) {
	progress("building")
	if err := settle(b.work); err != nil {
		return r, err
	}
	r.Machine = describe()
	b.counts = r.Machine.Instructions
	b.tools, r.Machine.Missing = installed(allTools(b.work))
	if len(r.Machine.Missing) > 0 {
		progress("not installed, and not measured: %s", strings.Join(r.Machine.Missing, ", "))
	}
	for _, t := range b.tools {
		if version := regexp.MustCompile(`\d+(\.\d+)+`).FindString(said(t.version...)); version != "" {
			r.Machine.Tools = append(r.Machine.Tools, t.name+" "+version)
		}
	}
	for _, step := range []func(*results) error{b.start, b.figures, b.large, b.many, b.stages, b.files} {
		if err := step(&r); err != nil {
			return r, err
		}
	}
	return r, nil
}

func progress(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format(time.TimeOnly)+" "+format+"\n", args...)
}
