package svg_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/render/svg/svgtest"
	"github.com/roadmapviz/roadmapviz/themes"
)

var update = flag.Bool("update", false, "write the expected files anew")

var modes = map[string]svg.TextMode{"embed": svg.Embed, "system": svg.System, "paths": svg.Paths}

func encode(t testing.TB, d *layout.Diagram, o svg.Options) []byte {
	t.Helper()
	return encodeIn(t, d, sample.Theme(), o)
}

func encodeIn(t testing.TB, d *layout.Diagram, theme *themes.Theme, o svg.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Encode(t.Context(), &b, d, theme, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGolden holds every sample in every mode to its file. The bytes of
// embedded typefaces are left out there: they have tests of their own.
func TestGolden(t *testing.T) {
	fonts := regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)
	cases := sample.Cases()
	cases["figure"] = sample.Figure()
	for name, d := range cases {
		for mode, m := range modes {
			t.Run(name+"."+mode, func(t *testing.T) {
				got := encode(t, d, svg.Options{Text: m})
				if err := svgtest.Check(got); err != nil {
					t.Error(err)
				}
				got = fonts.ReplaceAll(got, []byte("base64,..."))
				file := filepath.Join("testdata", name+"."+mode+".svg")
				if *update {
					if err := os.WriteFile(file, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if line, g, w := firstDifference(got, want); line > 0 {
					t.Errorf("%s:%d:\n got %s\nwant %s\n(go test -update writes it anew)", file, line, g, w)
				}
			})
		}
	}
}

func firstDifference(got, want []byte) (line int, g, w string) {
	if bytes.Equal(got, want) {
		return 0, "", ""
	}
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := 0; ; i++ {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i + 1, strings.Join(a[min(i, len(a)):min(i+1, len(a))], ""), strings.Join(b[min(i, len(b)):min(i+1, len(b))], "")
		}
	}
}

// TestNumbers holds coordinates to two decimals. Scales and opacities need more.
func TestNumbers(t *testing.T) {
	number := regexp.MustCompile(`\.\d{3,}`)
	other := regexp.MustCompile(`base64,[^)]*|scale\([^)]*\)|(-opacity|slope|intercept)="[^"]*"`)
	for _, m := range modes {
		if bad := number.Find(other.ReplaceAll(encode(t, sample.Figure(), svg.Options{Text: m}), nil)); bad != nil {
			t.Errorf("a number with the decimals %s", bad)
		}
	}
}

func TestIDPrefix(t *testing.T) {
	a := encode(t, sample.Figure(), svg.Options{IDPrefix: "one-"})
	b := encode(t, sample.Figure(), svg.Options{IDPrefix: "2 two/"})
	for _, s := range [][]byte{a, b} {
		if err := svgtest.Check(s); err != nil {
			t.Error(err)
		}
	}
	ids := regexp.MustCompile(` id="([^"]*)"`)
	for _, id := range ids.FindAllSubmatch(a, -1) {
		if !bytes.HasPrefix(id[1], []byte("one-")) {
			t.Errorf("the id %q lacks the prefix", id[1])
		}
	}
	for _, id := range ids.FindAllSubmatch(b, -1) {
		if !bytes.HasPrefix(id[1], []byte("_2_20two.")) {
			t.Errorf("the id %q lacks the prefix", id[1])
		}
	}
}

// TestOneElementALine keeps figures easy to compare in git.
func TestOneElementALine(t *testing.T) {
	for _, line := range strings.Split(string(encode(t, sample.Figure(), svg.Options{})), "\n") {
		if n := strings.Count(line, "<rect") + strings.Count(line, "<text") + strings.Count(line, "<path") + strings.Count(line, "<g "); n > 1 {
			t.Errorf("%d elements in a line: %s", n, line)
		}
	}
}

func TestErrors(t *testing.T) {
	d := sample.Figure()
	if err := svg.Encode(t.Context(), failing{}, d, sample.Theme(), svg.Options{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("the writer's error is lost: %v", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := svg.Encode(cancelled, io.Discard, d, sample.Theme(), svg.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("drawn for nobody: %v", err)
	}
	d.Boxes[0].X = math.NaN()
	if err := svg.Encode(t.Context(), io.Discard, d, sample.Theme(), svg.Options{}); err == nil {
		t.Error("a box at NaN was drawn")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// FuzzEscaping puts any strings into a figure, which must stay valid.
func FuzzEscaping(f *testing.F) {
	f.Add("a<b", "title \x00", "https://example.org/?a&b\"")
	f.Add("\xff\ufffe", "]]>", "javascript:x")
	f.Fuzz(func(t *testing.T, id, title, link string) {
		d := sample.Cases()["states"]
		d.Boxes[0].ID, d.Boxes[0].Tooltip, d.Boxes[0].Link, d.Title, d.Description = "x/"+id, title, link, title, link
		d.Boxes[0].Lines = sample.Lines(title, 100, 100)
		d.Edges = nil
		for _, m := range modes {
			if err := svgtest.Check(encode(t, d, svg.Options{Text: m})); err != nil {
				t.Error(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	theme := sample.Theme()
	for _, c := range []struct {
		name string
		d    *layout.Diagram
		o    svg.Options
	}{
		{"figure/embed", sample.Figure(), svg.Options{}},
		{"figure/paths", sample.Figure(), svg.Options{Text: svg.Paths}},
		{"topics=100000", sample.Many(100_000), svg.Options{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := svg.Encode(b.Context(), io.Discard, c.d, theme, c.o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
