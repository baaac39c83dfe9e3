//go:build linux

package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

// named are the results of a machine, with its name.
type named struct {
	name string
	results
}

// section is what stands between two comments of the page.
type section struct{ name, text string }

func writePage() error {
	old, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	filled, err := fill(old, machinesDir)
	if err != nil {
		return err
	}
	return os.WriteFile(page, filled, 0o666)
}

// fill puts the tables of all machines in a folder into the page.
func fill(text []byte, machines string) ([]byte, error) {
	all, err := load(machines)
	if err != nil {
		return nil, err
	}
	for _, s := range sections(all) {
		begin, end := []byte("<!-- "+s.name+": written by .ci/bench -->\n"), []byte("<!-- end of "+s.name+" -->\n")
		before, rest, ok := bytes.Cut(text, begin)
		_, after, ok2 := bytes.Cut(rest, end)
		if !ok || !ok2 {
			return nil, fmt.Errorf("%s has no section %q", page, s.name)
		}
		text = bytes.Join([][]byte{before, begin, []byte("\n" + s.text + "\n"), end, after}, nil)
	}
	return text, nil
}

func load(folder string) (all []named, err error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths { // in order
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		m := named{name: strings.TrimSuffix(filepath.Base(path), ".json")}
		if err := json.Unmarshal(data, &m.results); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, m)
	}
	return all, nil
}

// sections are the tables of the page.
func sections(all []named) []section {
	return []section{
		{"machines", aboutMachines(all)},
		{"start", rows(all, func(r results) []row { return r.Start }, "command")},
		{"figures", bySize(all, func(r results) []row { return r.Figures }, "program")},
		{"large", rows(all, func(r results) []row { return r.Large }, "course")},
		{"many", rows(all, func(r results) []row { return r.Many }, "command")},
		{"stages", growth(all)},
		{"files", fileSizes(all)},
	}
}

// table writes cells, of which the first line is the heading.
func table(lines [][]string) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString("| " + strings.Join(line, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|---" + strings.Repeat("|---", len(line)-1) + "|\n")
		}
	}
	return b.String()
}

func aboutMachines(all []named) string {
	lines := [][]string{{"machine"}, {"processor"}, {"memory"}, {"system"}, {"huge pages"}, {"load before"}, {"a page fault"}, {"instructions"}, {"tools"}, {"not installed"}, {"measured"}}
	for _, m := range all {
		counted := "not counted by this machine"
		if m.Machine.Instructions {
			counted = "counted"
		}
		missing := cmp.Or(strings.Join(m.Machine.Missing, ", "), "–")
		for i, cell := range []string{
			m.name, words.Count(m.Machine.Cores, "core") + " of " + m.Machine.Processor, fmt.Sprintf("%d GiB", m.Machine.Memory),
			m.Machine.System + ", Linux " + m.Machine.Kernel, m.Machine.HugePages, m.Machine.Load, fmt.Sprintf("%s ns", short(m.Machine.FaultNS)), counted,
			m.Machine.Go + "; " + strings.Join(m.Machine.Tools, "; "), missing, m.Machine.Date + ", at " + m.Machine.Commit,
		} {
			lines[i] = append(lines[i], cell)
		}
	}
	return table(lines)
}

// kind tells which rows of several machines are about the same.
func kind(r row) row { return row{Size: r.Size, Format: r.Format, Tool: r.Tool} }

// bySize is a table for each size of courses.
func bySize(all []named, of func(results) []row, what string) string {
	var sizes []string
	for _, m := range all {
		for _, r := range of(m.results) {
			if !slices.Contains(sizes, r.Size) {
				sizes = append(sizes, r.Size)
			}
		}
	}
	var parts []string
	for _, size := range sizes {
		parts = append(parts, "**"+strings.ToUpper(size[:1])+size[1:]+"**\n\n"+rows(all, func(r results) (some []row) {
			for _, row := range of(r) {
				if row.Size == size {
					row.Size = ""
					some = append(some, row)
				}
			}
			return some
		}, what))
	}
	return strings.Join(parts, "\n")
}

// rows is a table with a group of columns for each machine, and what is missing below.
func rows(all []named, of func(results) []row, what string) string {
	var kinds []row
	ratios, counted, documents := false, false, false
	for _, m := range all {
		for _, r := range of(m.results) {
			if !slices.Contains(kinds, kind(r)) {
				kinds = append(kinds, kind(r))
			}
			ratios = ratios || r.Ratio > 0
			counted = counted || r.Instructions > 0
			_, err := strconv.Atoi(r.Size)
			documents = documents || err == nil
		}
	}
	heads := []string{"time"}
	if ratios {
		heads = append(heads, "ratio")
	}
	if documents {
		heads = append(heads, "documents/s")
	}
	heads = append(heads, "MiB", "page faults")
	if counted {
		heads = append(heads, "instructions, million")
	}
	lines := [][]string{{what}}
	for _, m := range all {
		for i, head := range heads {
			if i == 0 && len(all) > 1 {
				head = m.name + ": " + head
			}
			lines[0] = append(lines[0], head)
		}
	}
	var why []string
	for _, k := range kinds {
		line := []string{label(k)}
		for _, m := range all {
			rows := of(m.results)
			i := slices.IndexFunc(rows, func(r row) bool { return kind(r) == k })
			if i < 0 || rows[i].Why != "" {
				line = append(line, "–")
				line = append(line, make([]string, len(heads)-1)...)
				if i >= 0 {
					reason := label(k) + ": " + strings.NewReplacer("|", "/", "<", "&lt;", "`", "").Replace(words.Short(rows[i].Why, 160))
					if len(all) > 1 {
						reason = m.name + ", " + reason
					}
					why = append(why, "- "+reason+"\n")
				}
				continue
			}
			r := rows[i]
			for _, head := range heads {
				line = append(line, map[string]string{
					"time": seconds(r.Seconds), "ratio": ratio(r.Ratio), "MiB": thousands((r.Peak + 512) >> 10), "page faults": thousands(r.Faults),
					"instructions, million": thousands(r.Instructions / 1e6), "documents/s": perSecond(r),
				}[head])
			}
		}
		lines = append(lines, line)
	}
	text := table(lines)
	if len(why) > 0 {
		text += "\n" + strings.Join(why, "")
	}
	return text
}

func label(r row) string {
	var parts []string
	if r.Format != "" {
		parts = append(parts, strings.ToUpper(r.Format))
	}
	if _, err := strconv.Atoi(r.Size); r.Size != "" && err != nil {
		return strings.Join(append([]string{r.Size}, parts...), ", ")
	}
	return strings.Join(append(parts, r.Tool), ", ")
}

func perSecond(r row) string {
	n, err := strconv.Atoi(r.Size)
	if err != nil || r.Seconds == 0 {
		return ""
	}
	return thousands(int64(float64(n) / r.Seconds))
}

func ratio(r float64) string {
	switch {
	case r == 0:
		return ""
	case r >= 10:
		return short(r)
	}
	return fmt.Sprintf("%.2g", r)
}

// seconds is a time with three digits.
func seconds(s float64) string {
	if s < 1 {
		return short(s*1000) + " ms"
	}
	return short(s) + " s"
}

// short is a number with three digits, or all there are before the point.
func short(n float64) string {
	switch {
	case n >= 100:
		return thousands(int64(math.Round(n)))
	case n >= 10:
		return fmt.Sprintf("%.1f", n)
	}
	return fmt.Sprintf("%.2f", n)
}

func thousands(n int64) string {
	text := strconv.FormatInt(n, 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// growth is what the stages take for each topic.
func growth(all []named) string {
	stages := []string{"goldmark", "parse", "layout", "svg", "png"}
	lines := [][]string{{"topics"}}
	var sizes []int
	for _, m := range all {
		for i, s := range stages {
			if i == 0 && len(all) > 1 {
				s = m.name + ": " + s
			}
			lines[0] = append(lines[0], s)
		}
		for _, s := range m.Stages {
			if !slices.Contains(sizes, s.Topics) {
				sizes = append(sizes, s.Topics)
			}
		}
	}
	slices.Sort(sizes)
	for _, size := range sizes {
		line := []string{thousands(int64(size))}
		for _, m := range all {
			for _, name := range stages {
				i := slices.IndexFunc(m.Stages, func(s stage) bool { return s.Topics == size && s.Stage == name })
				if i < 0 {
					line = append(line, "–")
					continue
				}
				s, n := m.Stages[i], float64(size)
				line = append(line, fmt.Sprintf("%s µs, %s, %s B", short(s.Seconds*1e6/n), short(float64(s.Allocations)/n), short(float64(s.Bytes)/n)))
			}
		}
		lines = append(lines, line)
	}
	return table(lines)
}

// fileSizes is of the machine that measured last: files are the same on all.
func fileSizes(all []named) string {
	lines := [][]string{{"figure", "SVG", "SVG, gzip", "PNG", "PNG, scale 2"}}
	if len(all) == 0 {
		return table(lines)
	}
	latest := slices.MaxFunc(all, func(a, b named) int { return strings.Compare(a.Machine.Date, b.Machine.Date) })
	for _, f := range latest.Files {
		lines = append(lines, []string{f.Figure, thousands(f.SVG), thousands(f.Gzip), thousands(f.PNG), thousands(f.X2)})
	}
	return table(lines)
}
