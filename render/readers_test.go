package render_test

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// readers are the programs that read SVG without a browser, with their command,
// and how near they come: with text as text, which they show in whatever typeface
// is installed, and with text as paths.
var readers = []struct {
	names       []string
	args        func(in, out string) []string
	text, paths limits
}{
	{[]string{"rsvg-convert"}, func(in, out string) []string { return []string{"-o", out, in} }, limits{4, 0.65}, limits{0.4, 0.99}},
	{[]string{"resvg", "resvg-js-cli"}, func(in, out string) []string { return []string{in, out} }, limits{4, 0.65}, limits{0.4, 0.99}},
	{[]string{"inkscape"}, func(in, out string) []string { return []string{"--export-type=png", "-o", out, in} }, limits{4, 0.65}, limits{0.4, 0.99}},
	// It knows no blur, so that shadows have sharp edges.
	{[]string{"cairosvg"}, func(in, out string) []string { return []string{in, "-o", out} }, limits{4.5, 0.6}, limits{1.2, 0.92}},
}

// TestReaders has programs show figures that know less of SVG than a browser, each
// something else, and holds what they show against our PNG: all is in its place,
// every number can be read, and no text leaves its box, whatever the typeface.
func TestReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many programs")
	}
	engineer, states := figures(t)["engineer"], sample.Cases()["states"]
	for _, c := range []struct {
		name string
		d    *layout.Diagram
		look *themes.Theme
	}{
		{"engineer/light", engineer, builtIn(t, "course")},
		{"engineer/dark", engineer, builtIn(t, "contrast-dark")},
		{"states/auto", states, builtIn(t, "course").WithNight(builtIn(t, "course-dark"))}, // light
	} {
		want := drawn(t, c.d, c.look)
		for _, r := range readers {
			for mode, text := range map[string]svg.TextMode{"embed": svg.Embed, "paths": svg.Paths} {
				t.Run(c.name+"/"+r.names[0]+"/"+mode, func(t *testing.T) {
					program := program(t, r.names...)
					file := written(t, c.d, c.look, text)
					shot := file + ".png"
					run(t, program, r.args(file, shot)...)
					most := r.text
					if text == svg.Paths {
						most = r.paths
					}
					got := read(t, shot)
					compare(t, got, want, most)
					numbers(t, c.d, c.look, got, want)
					inside(t, c.d, c.look, got)
				})
			}
		}
	}
}

// drawn is the figure as PNG.
func drawn(t *testing.T, d *layout.Diagram, look *themes.Theme) image.Image {
	var picture bytes.Buffer
	if err := png.Encode(t.Context(), &picture, d, look, png.Options{}); err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(&picture)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// written is the file of the figure as SVG.
func written(t *testing.T, d *layout.Diagram, look *themes.Theme, text svg.TextMode) string {
	var b bytes.Buffer
	if err := svg.Encode(t.Context(), &b, d, look, svg.Options{Text: text}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "figure.svg")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func builtIn(t *testing.T, name string) *themes.Theme {
	theme, ok := themes.Lookup(name)
	if !ok {
		t.Fatalf("there is no theme %s", name)
	}
	return theme
}

// numbers finds that each number of a section is shown, by the share of its place
// that is not in the colour of the box.
func numbers(t *testing.T, d *layout.Diagram, look *themes.Theme, got, want image.Image) {
	for _, b := range d.Boxes {
		if b.Number == "" || len(b.Lines) == 0 || len(b.Lines[0].Runs) < 2 {
			continue
		}
		l := b.Lines[0]
		place := image.Rect(int(l.X-l.Width/2)-3, int(l.Y-l.Size), int(l.X-l.Width/2+l.Runs[0].Width), int(l.Y+l.Size/3))
		fill := look.Style(string(b.Role)).Fill
		shown, should := inked(got, place, fill), inked(want, place, fill)
		if should == 0 || shown < should*6/10 || shown > should*16/10 {
			t.Errorf("the number %s has %d pixels, and %d in the PNG", b.Number, shown, should)
		}
	}
}

// inside finds that along the left and the right edge of every box there is only
// its own colour.
func inside(t *testing.T, d *layout.Diagram, look *themes.Theme, got image.Image) {
	for _, b := range d.Boxes {
		s := look.Style(string(b.Role))
		if s.Fill.A < 255 || s.IsLined() || len(b.Lines) == 0 || len(b.States) > 0 {
			continue
		}
		for _, l := range b.Lines {
			for _, x := range []int{int(b.X) + 1, int(b.X+b.W) - 2} {
				if n := inked(got, image.Rect(x, int(l.Y-l.Size), x+1, int(l.Y+l.Size/3)), s.Fill); n > 0 {
					t.Errorf("%q leaves its box by the edge at %d: %d pixels", l.Text, x, n)
				}
			}
		}
	}
}

// inked counts the pixels of a place that are far from a colour.
func inked(img image.Image, place image.Rectangle, ground themes.Color) int {
	n := 0
	for y := place.Min.Y; y < place.Max.Y; y++ {
		for x := place.Min.X; x < place.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			far := 0
			for _, pair := range [][2]int{{int(r >> 8), int(ground.R)}, {int(g >> 8), int(ground.G)}, {int(b >> 8), int(ground.B)}} {
				far += max(pair[0]-pair[1], pair[1]-pair[0])
			}
			if far > 100 {
				n++
			}
		}
	}
	return n
}
