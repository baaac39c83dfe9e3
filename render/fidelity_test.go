package render_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/imagecmp"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// What the same figure as SVG in a browser and as PNG may differ by: most of it
// is the browser's own way to smooth letters.
const (
	maxMAD  = 0.5
	minSSIM = 0.98
)

// TestFidelity draws a figure as SVG, has other programs show it, and holds
// what they show against our PNG: there is one picture, whatever the format.
// The pictures of a failure are among the test's artifacts (go test -artifacts).
func TestFidelity(t *testing.T) {
	d := sample.Figure()
	viewers := []struct {
		name  string
		modes map[string]svg.TextMode
		show  func(t *testing.T, file string, d *layout.Diagram, page themes.Color) image.Image
	}{
		{"chromium", map[string]svg.TextMode{"embed": svg.Embed, "paths": svg.Paths}, chromium},
		// It knows no embedded typefaces, and would take whatever is installed.
		{"rsvg-convert", map[string]svg.TextMode{"paths": svg.Paths}, rsvg},
	}
	for _, name := range themes.Names() {
		theme, _ := themes.Lookup(name)
		var b bytes.Buffer
		if err := png.Encode(&b, d, theme, png.Options{}); err != nil {
			t.Fatal(err)
		}
		want, _, err := image.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range viewers {
			for mode, m := range v.modes {
				t.Run(v.name+"/"+name+"/"+mode, func(t *testing.T) {
					file := filepath.Join(t.TempDir(), "figure.svg")
					var b bytes.Buffer
					if err := svg.Encode(&b, d, theme, svg.Options{Text: m}); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
					compare(t, v.show(t, file, d, theme.Page), want)
				})
			}
		}
	}
}

func compare(t *testing.T, got, want image.Image) {
	r, err := imagecmp.Compare(got, want)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r)
	if r.MAD > maxMAD || r.SSIM < minSSIM {
		t.Errorf("%v; want MAD up to %v and SSIM from %v", r, maxMAD, minSSIM)
		dir := t.ArtifactDir()
		_ = imagecmp.Write(filepath.Join(dir, "svg.png"), got)
		_ = imagecmp.Write(filepath.Join(dir, "png.png"), want)
		_ = imagecmp.Write(filepath.Join(dir, "difference.png"), imagecmp.Difference(got, want))
	}
}

// program finds one of several names of a program. Without it the test is
// skipped, but not in CI, where all is installed.
func program(t *testing.T, names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

func run(t *testing.T, name string, args ...string) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func chromium(t *testing.T, file string, d *layout.Diagram, page themes.Color) image.Image {
	name := program(t, "chromium", "chromium-browser", "google-chrome")
	shot := file + ".png"
	run(t, name, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--hide-scrollbars", "--force-device-scale-factor=1",
		fmt.Sprintf("--default-background-color=%02x%02x%02xff", page.R, page.G, page.B),
		fmt.Sprintf("--window-size=%d,%d", int(d.Width), int(d.Height)),
		"--user-data-dir="+t.TempDir(), "--screenshot="+shot, "file://"+file)
	return read(t, shot)
}

func rsvg(t *testing.T, file string, _ *layout.Diagram, page themes.Color) image.Image {
	shot := file + ".png"
	run(t, program(t, "rsvg-convert"), "--background-color", page.Hex(), "--output", shot, file)
	return read(t, shot)
}

func read(t *testing.T, file string) image.Image {
	img, err := imagecmp.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return img
}
