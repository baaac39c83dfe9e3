package render_test

import (
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/roadmap"
	"github.com/roadmapviz/roadmapviz/render/internal/imagecmp"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// limits are how far what a program shows may be from our PNG.
type limits struct{ mad, ssim float64 }

// same is how far the same figure is that a browser shows: most of it is the
// browser's own way to smooth letters.
var same = limits{0.5, 0.98}

// viewers are the programs that show our SVG.
var viewers = []struct {
	name  string
	modes map[string]svg.TextMode
	show  func(t *testing.T, file string, d *layout.Diagram, page themes.Color) image.Image
}{
	{"chromium", map[string]svg.TextMode{"embed": svg.Embed, "paths": svg.Paths}, func(t *testing.T, file string, d *layout.Diagram, page themes.Color) image.Image {
		return chromium(t, file, d, page)
	}},
	// It knows no embedded typefaces, and would take whatever is installed.
	{"rsvg-convert", map[string]svg.TextMode{"paths": svg.Paths}, rsvg},
}

// TestFidelity draws figures as SVG, has other programs show them, and holds
// what they show against our PNG: there is one picture, whatever the format.
// The pictures of a failure are among the test's artifacts (go test -artifacts).
func TestFidelity(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser two dozen times")
	}
	for part, d := range figures(t) {
		for _, theme := range []string{"course", "course-dark"} {
			t.Run(part+"/"+theme, func(t *testing.T) { fidelity(t, d, theme) })
		}
	}
	for _, theme := range []string{"contrast", "contrast-dark"} {
		t.Run("sample/"+theme, func(t *testing.T) { fidelity(t, sample.Figure(), theme) })
	}
}

// TestFidelityByNight holds a figure for light and dark pages, in a browser that
// asks for dark ones, against the PNG in the dark theme; with and without a page.
func TestFidelityByNight(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	for name, d := range map[string]*layout.Diagram{"engineer": figures(t)["engineer"], "states": sample.Cases()["states"]} {
		for _, theme := range []string{"course", "contrast"} {
			light, dark := builtIn(t, theme), builtIn(t, theme+"-dark")
			both := light.WithNight(dark)
			canvas := *dark // as Chromium's own dark pages are
			canvas.Page = themes.Color{R: 0x12, G: 0x12, B: 0x12, A: 255}
			for of, c := range map[string]struct{ look, as *themes.Theme }{"page": {both, dark}, "none": {both.WithoutPage(), &canvas}} {
				t.Run(name+"/"+theme+"/"+of, func(t *testing.T) {
					file := written(t, d, c.look, svg.Embed)
					compare(t, chromium(t, file, d, c.as.Page, "--blink-settings=preferredColorScheme=0"), drawn(t, d, c.as), same)
				})
			}
		}
	}
}

// figures are the parts of the example course.
func figures(t *testing.T) map[string]*layout.Diagram {
	src, err := os.ReadFile("../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	g, _ := markdown.Parse(src, markdown.Options{})
	all := map[string]*layout.Diagram{}
	for _, n := range g.Drawn().Nodes {
		if n.Kind != graph.Part {
			continue
		}
		part, err := g.Drawn().Select(n.ID)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := engines.Layout(t.Context(), roadmap.Engine{}, part, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all[n.ID] = d
	}
	if len(all) < 3 {
		t.Fatalf("the example course has %d parts", len(all))
	}
	return all
}

func fidelity(t *testing.T, d *layout.Diagram, name string) {
	theme := builtIn(t, name)
	want := drawn(t, d, theme)
	for _, v := range viewers {
		for mode, m := range v.modes {
			t.Run(v.name+"/"+mode, func(t *testing.T) {
				file := written(t, d, theme, m)
				compare(t, v.show(t, file, d, theme.Page), want, same)
			})
		}
	}
}

func compare(t *testing.T, got, want image.Image, most limits) {
	r, err := imagecmp.Compare(got, want)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r)
	if r.MAD > most.mad || r.SSIM < most.ssim {
		t.Errorf("%v; want MAD up to %v and SSIM from %v", r, most.mad, most.ssim)
		dir := t.ArtifactDir()
		_ = imagecmp.Write(filepath.Join(dir, "svg.png"), got)
		_ = imagecmp.Write(filepath.Join(dir, "png.png"), want)
		_ = imagecmp.Write(filepath.Join(dir, "difference.png"), imagecmp.Difference(got, want))
	}
}

// program finds one of several names of a program. Without it the test is
// skipped, but not in CI, where all is installed that Debian has.
func program(t *testing.T, names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" && names[0] != "resvg" {
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

func chromium(t *testing.T, file string, d *layout.Diagram, page themes.Color, more ...string) image.Image {
	name := program(t, "chromium", "chromium-browser", "google-chrome")
	// Not t.TempDir, which fails when a process on its way out still writes.
	profile, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(profile)
	shot := file + ".png"
	run(t, name, append(more, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--hide-scrollbars", "--force-device-scale-factor=1",
		fmt.Sprintf("--default-background-color=%02x%02x%02xff", page.R, page.G, page.B),
		fmt.Sprintf("--window-size=%d,%d", int(d.Width), int(d.Height)),
		"--user-data-dir="+profile, "--screenshot="+shot, "file://"+file)...)
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
