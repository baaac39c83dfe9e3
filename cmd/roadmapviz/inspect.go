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

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/graph/listing"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

func newInspectCmd(s *streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "inspect FIGURE|-",
		Short: "Print what a figure shows: its outline and its options",
		Long: `Print what a figure (SVG, PNG, HTML or PDF) says about itself: the outline of the course that
it was drawn from, the options that it was drawn with, and its fingerprint.

A figure is also an input of the other commands, such as render and diff.`,
		Example: `  roadmapviz inspect img/roadmap.svg
  roadmapviz inspect --format json img/roadmap.png
  roadmapviz render old.png -o new.svg --theme course-dark`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := openCourse(cmd.Context(), s, workspace.Config{Settings: &settings.Settings{}}, args)
			if err != nil {
				return err
			}
			if c.Figure == nil {
				return fmt.Errorf("%s: this is no figure in SVG, PNG, HTML or PDF", c.Name)
			}
			f := *c.Figure
			record, err := metadata.Find(c.Files[0].Source)
			if err != nil {
				return err
			}
			if format == "json" {
				return inspectJSON(s.out, record, f)
			}
			return inspectText(s.out, record, f)
		},
	}
	addFormat(cmd, &format, textOrJSON, "format: text or json")
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
		terminal.Print(&b, "%s: %s", name, figure.InWords(f.Options[name]))
	}
	b.WriteByte('\n')
	if err := listing.Of(f.Graph).Text(&b, false); err != nil {
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
	return markup.JSON(w, struct {
		Version     int               `json:"version"`
		Fingerprint string            `json:"fingerprint"`
		Parts       []string          `json:"parts,omitempty"`
		Options     map[string]string `json:"options"`
		Graph       json.RawMessage   `json:"graph"`
	}{r.Version, r.Fingerprint, f.Parts, f.Options, g.Bytes()})
}
