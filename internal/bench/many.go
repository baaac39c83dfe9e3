//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/roadmapviz/roadmapviz/internal/synthetic"
)

// many measures a folder of documents, of which each shows a figure of its own.
func (b *bench) many(r *results) error {
	documents := 1000
	if b.quick {
		documents = 50
	}
	progress("%d documents", documents)
	folder := filepath.Join(b.work, "many")
	text := bytes.Replace(synthetic.Course(40, 0), []byte("\n\n"), []byte("\n\n![Roadmap](roadmap.svg)\n\n"), 1)
	for i := range documents {
		sub := filepath.Join(folder, fmt.Sprintf("%04d", i))
		if err := os.MkdirAll(sub, 0o777); err != nil {
			return err
		}
		title := fmt.Appendf(nil, "# Course %d", i)
		if err := os.WriteFile(filepath.Join(sub, "README.md"), bytes.Replace(text, []byte("# A synthetic course"), title, 1), 0o666); err != nil {
			return err
		}
	}
	program := filepath.Join(b.work, ours)
	size := fmt.Sprint(documents)
	r.Many = append(r.Many, row{Size: size, Tool: "`sync`, nothing drawn before"})
	sync := &r.Many[0]
	if u, err := b.run(filepath.Join(folder, "0000", "roadmap.svg"), program, "sync", folder); err != nil {
		sync.Why = err.Error()
	} else {
		*sync = b.medians(*sync, []usage{u}, nil)
	}
	for _, c := range []struct {
		name    string
		command []string
	}{
		{"`sync`, nothing changed", []string{program, "sync", folder}},
		{"`check`, nothing changed", []string{program, "check", folder}},
		{"`cat` of documents and figures", []string{"sh", "-c", `cat "$1"/*/* >/dev/null`, "sh", folder}},
	} {
		r.Many = append(r.Many, b.alone(row{Size: size, Tool: c.name}, "", c.command))
	}
	return nil
}
