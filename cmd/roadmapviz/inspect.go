package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/metadata"
)

func newInspectCmd(s *streams) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "inspect FIGURE|-",
		Short: "Print what a figure shows: its outline and its options",
		Long: `Print what an SVG or PNG figure says about itself: the outline of the course that
it was drawn from, the options that it was drawn with, and its fingerprint.

A figure is also an input of the other commands:
  roadmapviz render old.png -o new.svg --theme course-dark`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			write, ok := map[string]func(io.Writer, metadata.Record, metadata.Figure) error{"text": inspectText, "json": inspectJSON}[format]
			if !ok {
				return unknown("format", format, []string{"json", "text"})
			}
			src, name, err := readInput(s, args[0], "")
			if err != nil {
				return err
			}
			if !metadata.IsFigure(src) {
				return fmt.Errorf("%s: this is neither an SVG nor a PNG file", name)
			}
			record, err := metadata.Find(src)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			f, err := record.Figure()
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return write(s.out, record, f)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "format: text or json")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"json", "text"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func inspectText(w io.Writer, r metadata.Record, f metadata.Figure) error {
	var b bytes.Buffer
	terminal.Print(&b, "version: %d", r.Version)
	terminal.Print(&b, "fingerprint: %s", r.Fingerprint)
	if len(f.Parts) > 0 {
		terminal.Print(&b, "parts: %s", strings.Join(f.Parts, ", "))
	}
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		terminal.Print(&b, "%s: %s", name, strings.Join(splitNames(f.Options[name]), ", "))
	}
	b.WriteByte('\n')
	if err := printOutline(&b, f.Graph); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func inspectJSON(w io.Writer, r metadata.Record, f metadata.Figure) error {
	var g bytes.Buffer
	if err := graphjson.Encode(&g, f.Graph); err != nil {
		return err
	}
	if f.Options == nil {
		f.Options = map[string]string{}
	}
	return encodeJSON(w, struct {
		Version     int               `json:"version"`
		Fingerprint string            `json:"fingerprint"`
		Parts       []string          `json:"parts,omitempty"`
		Options     map[string]string `json:"options"`
		Graph       json.RawMessage   `json:"graph"`
	}{r.Version, r.Fingerprint, f.Parts, f.Options, g.Bytes()})
}
