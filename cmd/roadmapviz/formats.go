package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// encodeOptions are the options of the figure formats.
type encodeOptions struct {
	scale       int    // PNG
	text        string // SVG
	idPrefix    string // SVG
	systemFonts string
	metadata    string // see package metadata
}

var textModes = map[string]svg.TextMode{"embed": svg.Embed, "system": svg.System, "paths": svg.Paths}

func (o encodeOptions) check() error {
	if o.scale < 1 || o.scale > 3 {
		return usagef("--scale is 1, 2 or 3, not %d", o.scale)
	}
	if _, ok := textModes[o.text]; !ok {
		return usagef("--text is embed, system or paths, not %q", o.text)
	}
	if o.systemFonts != "auto" && o.systemFonts != "never" {
		return usagef("--system-fonts is auto or never, not %q", o.systemFonts)
	}
	return nil
}

// fonts are the typefaces to measure and draw with.
func (o encodeOptions) fonts() *text.Fonts {
	if o.systemFonts == "never" {
		return nil
	}
	var folders []fs.FS
	for _, folder := range text.SystemFolders(runtime.GOOS, os.Getenv) {
		folders = append(folders, os.DirFS(folder))
	}
	return text.WithSystem(folders...)
}

// format is one kind of figure.
type format struct {
	name   string
	encode func(context.Context, *layout.Diagram, *themes.Theme, encodeOptions) ([]byte, error)
}

// formats are the kinds of figure, sorted by name.
var formats = []format{
	{"diagram", encodeDiagram},
	{"png", encodePNG},
	{"svg", encodeSVG},
}

func formatNames() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// formatOf is the format of an output: by its extension, or --format for
// stdout and for names whose extension says nothing. The two must not
// contradict each other, for a PNG in a file called .svg helps nobody.
func (o renderOptions) formatOf(output string) (format, error) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(output), "."))
	if ext == "json" {
		ext = "diagram"
	}
	name := o.format
	switch byExt, known := lookupFormat(ext); {
	case known && name != "" && name != byExt.name:
		return format{}, usagef("--format %s does not fit the name %s", name, output)
	case known:
		return byExt, nil
	case name == "" && output == "-":
		name = "svg"
	case name == "" && ext == "":
		return format{}, usagef("%s has no extension to tell the format by; add .svg or .png, or give --format", output)
	case name == "":
		name = ext
	}
	if f, ok := lookupFormat(name); ok {
		return f, nil
	}
	return format{}, unknown("format", name, formatNames())
}

func lookupFormat(name string) (format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

func encodeSVG(ctx context.Context, d *layout.Diagram, t *themes.Theme, o encodeOptions) ([]byte, error) {
	var b bytes.Buffer
	err := svg.Encode(ctx, &b, d, t, svg.Options{Text: textModes[o.text], IDPrefix: o.idPrefix, Metadata: o.metadata})
	return b.Bytes(), err
}

func encodePNG(ctx context.Context, d *layout.Diagram, t *themes.Theme, o encodeOptions) ([]byte, error) {
	var b bytes.Buffer
	err := png.Encode(ctx, &b, d, t, png.Options{Scale: o.scale, Metadata: o.metadata})
	return b.Bytes(), err
}

func encodeDiagram(_ context.Context, d *layout.Diagram, _ *themes.Theme, _ encodeOptions) ([]byte, error) {
	data, err := json.MarshalIndent(d, "", " ")
	return append(data, '\n'), err
}
