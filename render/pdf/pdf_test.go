package pdf_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/internal/imagecmp"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/pdf"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/themes"
)

// TestPicture holds what other programs show of a page against our PNG: there is one
// picture, whatever the format. pdftoppm moves dashes to whole pixels, so its picture
// of many of them is drawn larger and made smaller again.
func TestPicture(t *testing.T) {
	for name, d := range pictures(t) {
		looks := map[string]*themes.Theme{"sample": sample.Theme()}
		for _, of := range []string{"course", "course-dark", "contrast"} {
			looks[of] = builtIn(t, of)
		}
		if d.Height > 1000 {
			delete(looks, "sample")
			delete(looks, "contrast")
		}
		for of, look := range looks {
			t.Run(name+"/"+of, func(t *testing.T) {
				var b bytes.Buffer
				if err := png.Encode(t.Context(), &b, d, look, png.Options{}); err != nil {
					t.Fatal(err)
				}
				want, _, err := image.Decode(&b)
				if err != nil {
					t.Fatal(err)
				}
				file := written(t, []*layout.Diagram{d}, look)
				compare(t, shown(t, "pdftocairo", file, 1), want)
				times := 1
				if name == "states" {
					times = 4
				}
				compare(t, shown(t, "pdftoppm", file, times), want)
			})
		}
	}
}

// shown is what a program shows of a page, drawn so many times as large and made
// smaller again.
func shown(t *testing.T, program, file string, times int) image.Image {
	shot := filepath.Join(t.TempDir(), program)
	run(t, program, "-r", strconv.Itoa(96*times), "-png", "-singlefile", file, shot)
	img, err := imagecmp.Read(shot + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if times == 1 {
		return img
	}
	size := img.Bounds().Size().Div(times)
	small := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			var sum [3]int
			for i := range times * times {
				k := color.RGBAModel.Convert(img.At(x*times+i%times, y*times+i/times)).(color.RGBA)
				sum[0], sum[1], sum[2] = sum[0]+int(k.R), sum[1]+int(k.G), sum[2]+int(k.B)
			}
			n := times * times
			small.SetRGBA(x, y, color.RGBA{uint8((sum[0] + n/2) / n), uint8((sum[1] + n/2) / n), uint8((sum[2] + n/2) / n), 255})
		}
	}
	return small
}

func compare(t *testing.T, got, want image.Image) {
	t.Helper()
	r, err := imagecmp.Compare(got, want)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r)
	if r.MAD > 1.5 || r.SSIM < 0.98 {
		t.Errorf("%v; want MAD up to 1.5 and SSIM from 0.98", r)
		dir := t.ArtifactDir()
		_ = imagecmp.Write(filepath.Join(dir, "pdf.png"), got)
		_ = imagecmp.Write(filepath.Join(dir, "png.png"), want)
		_ = imagecmp.Write(filepath.Join(dir, "difference.png"), imagecmp.Difference(got, want))
	}
}

// pictures are the samples, and the parts of the example course in several layouts.
func pictures(t *testing.T) map[string]*layout.Diagram {
	all := sample.Cases()
	all["figure"] = sample.Figure()
	for _, engine := range []string{"roadmap", "tree", "grid"} {
		all[engine] = laidOut(t, example(t), engine, "engineer", layout.Options{})
	}
	return all
}

func example(t testing.TB) string {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func laidOut(t testing.TB, src, engine, part string, o layout.Options) *layout.Diagram {
	g, _ := markdown.Parse([]byte(src), markdown.Options{})
	g = g.Drawn()
	if part != "" {
		var err error
		if g, err = g.Select(part); err != nil {
			t.Fatal(err)
		}
	}
	e, _ := engines.Lookup(engine)
	d, _, err := engines.Layout(t.Context(), e, g, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func builtIn(t testing.TB, name string) *themes.Theme {
	look, ok := themes.Lookup(name)
	if !ok {
		t.Fatalf("no theme %s", name)
	}
	return look
}

func encoded(t testing.TB, pages []*layout.Diagram, look *themes.Theme, o pdf.Options) []byte {
	var b bytes.Buffer
	if err := pdf.Encode(t.Context(), &b, pages, look, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// written is a file with the pages.
func written(t *testing.T, pages []*layout.Diagram, look *themes.Theme) string {
	file := filepath.Join(t.TempDir(), "course.pdf")
	if err := os.WriteFile(file, encoded(t, pages, look, pdf.Options{}), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// run gives what a program prints. Without the program the test is skipped, but not in
// CI, where it is installed.
func run(t *testing.T, name string, args ...string) string {
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var out, errors bytes.Buffer
	c := exec.CommandContext(ctx, name, args...)
	c.Stdout, c.Stderr = &out, &errors
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, out.Bytes(), errors.Bytes())
	}
	if errors.Len() > 0 {
		t.Errorf("%s: %s", name, errors.Bytes())
	}
	return out.String()
}

// TestReaders has other programs look at the three figures and the whole course.
func TestReaders(t *testing.T) {
	src := example(t)
	parts := []*layout.Diagram{}
	for _, part := range []string{"fundamentals", "scientist", "engineer"} {
		parts = append(parts, laidOut(t, src, "roadmap", part, layout.Options{}))
	}
	for name, pages := range map[string][]*layout.Diagram{"parts": parts, "course": {laidOut(t, src, "roadmap", "", layout.Options{})}} {
		t.Run(name, func(t *testing.T) {
			file := written(t, pages, builtIn(t, "course"))
			checked(t, file)

			var labels, sections, links int
			said := words(run(t, "pdftotext", file, "-"))
			for _, d := range pages {
				for _, b := range d.Boxes {
					labels++
					for _, l := range b.Lines {
						if !strings.Contains(said, words(l.Text)) {
							t.Errorf("the text lacks %q", l.Text)
						}
					}
					if b.Role == layout.SectionRole || b.Role == layout.TitleRole {
						sections++
					}
					if graph.SafeLink(b.Link) != "" {
						links++
					}
				}
			}
			plain := unpacked(t, file)
			for what, want := range map[string]int{
				`/Subtype /Link`: links, `/S /Link`: links, `/Dest \[`: sections, `/S /LBody`: labels - sections,
				`/S /Part`: 3, `/S /H1`: 3, `/S /Sect`: sections - 3, `/S /H2`: sections - 3,
			} {
				if got := len(regexp.MustCompile(what+`\b|`+what+`$`).FindAllString(plain, -1)); what != `/Dest \[` && got != want {
					t.Errorf("%d of %s, want %d", got, what, want)
				}
			}
			if got := strings.Count(plain, "/Dest ["); got != sections {
				t.Errorf("%d bookmarks, want %d", got, sections)
			}
			fonts := strings.Split(strings.TrimSpace(run(t, "pdffonts", file)), "\n")[2:]
			for _, line := range fonts {
				if !regexp.MustCompile(`^[A-Z]{6}\+Roboto-\S+ +CID Type 0C +Identity-H +yes yes yes `).MatchString(line) {
					t.Errorf("a typeface that is not embedded as a part of it: %s", line)
				}
			}
			if len(fonts) != 2 {
				t.Errorf("%d typefaces", len(fonts))
			}
		})
	}
}

// TestTargets: a click on a chip leads to the page that has what it tells of, or else to
// what holds that; and where neither is in the file, it leads out of it.
func TestTargets(t *testing.T) {
	page := func(id string, chips ...layout.Box) *layout.Diagram {
		return &layout.Diagram{Width: 100, Height: 400, Boxes: []layout.Box{{ID: id, Role: layout.SectionRole, X: 10, Y: 100, W: 80, H: 40, Chips: chips}}}
	}
	chip := func(target, link string) layout.Box {
		return layout.Box{Role: layout.ChipRole, X: 20, Y: 110, W: 10, H: 10, Target: target, Link: link}
	}
	look := builtIn(t, "course")
	out := "https://example.org/"
	file := written(t, []*layout.Diagram{page("a", chip("b", out), chip("b/deeper/still", ""), chip("c", out), chip("c", "")), page("b")}, look)
	checked(t, file)
	plain := unpacked(t, file)
	kids := regexp.MustCompile(`(?s)/Kids \[\s+\d+ 0 R\s+(\d+ 0 R)\s+\]`).FindStringSubmatch(plain)
	if kids == nil {
		t.Fatal("there are not two pages")
	}
	var goals []string
	for _, annotation := range regexp.MustCompile(`(?s)<<[^<>]*?(?:/A <<[^<>]*>>)?[^<>]*?/Subtype /Link.*?>>`).FindAllString(plain, -1) {
		if strings.Contains(annotation, out) {
			goals = append(goals, "out")
		} else if at := regexp.MustCompile(`(?s)/Dest \[\s+(\d+ 0 R)\s+/XYZ\s+null\s+(\S+)`).FindStringSubmatch(annotation); at != nil && at[1] == kids[1] {
			goals = append(goals, at[2])
		}
	}
	if want := []string{"243", "243", "out"}; !slices.Equal(goals, want) { // (400 - 100 + 24) px
		t.Errorf("clicks lead to %q, want %q", goals, want)
	}
}

// checked has a program look for mistakes in a file.
func checked(t *testing.T, file string) {
	t.Helper()
	if out := run(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
}

// unpacked is a file with all its objects as text.
func unpacked(t *testing.T, file string) string {
	return run(t, "qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", file, "-")
}

// words is a text with its spaces and what steers its direction made alike.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x202A || r == 0x202B || r == 0x202C || r == 0xA0 }), " ")
}

// TestScripts: what is written in the machine's typefaces of many kinds (TrueType, CFF,
// variable) can be copied as it was written, by its words.
func TestScripts(t *testing.T) {
	const fonts = "/usr/share/fonts"
	if found, _ := filepath.Glob(fonts + "/truetype/noto/NotoSansArabic-Regular.ttf"); len(found) == 0 {
		t.Skip("the Noto fonts are not installed")
	}
	scripts := []string{
		"مقدمة في تعلم الآلة لا", "السَّلام عليكم", "שלום עולם", "שָׁלוֹם", "हिन्दी कि क्षत्रिय", "मशीन लर्निंग", "การเรียนรู้ กำลัง น้ำ",
		"线性代数与概率论", "日本語の処理", "한국어 입문", "Việt Nam học máy", "Ελληνικά Русский", "office fluffy AVATAR", "é́ x̧",
	}
	src := "# Languages\n\n## Words\n\n"
	for _, s := range scripts {
		src += "- " + s + "\n"
	}
	d := laidOut(t, src, "roadmap", "", layout.Options{Page: layout.Page{Fonts: text.WithSystem(os.DirFS(fonts))}})
	file := written(t, []*layout.Diagram{d}, builtIn(t, "course"))
	checked(t, file)
	said := strings.Fields(words(run(t, "pdftotext", file, "-")))
	for _, s := range scripts {
		for _, word := range strings.Fields(s) {
			if !slices.Contains(said, word) {
				t.Errorf("the text lacks %q; it is %q", word, said)
			}
		}
	}
}

// TestHostile: whatever stands in a course, the file is whole and holds no more than
// text of it.
func TestHostile(t *testing.T) {
	titles := []string{
		`(unbalanced \`, `)>> endobj trailer <</Root 1 0 R>>`, "<FEFF>", "%PDF-1.4 %%EOF", "</roadmapviz:record><x>", "\xed\xa0\x80\xff surrogate",
		"<script>alert(1)</script>", "/JavaScript /OpenAction /Launch", strings.Repeat("long ", 2000), "e" + strings.Repeat("\u0301", 200), "\u202e backwards", "\ufeff\u200b\u00ad", "BT ET Q Q Q EMC EMC",
	}
	src := "# (Course \\\\\n"
	for _, title := range titles {
		src += "\n## " + title + "\n\n- [" + title + "](https://example.org/(a)\\b)\n- <" + title + ">\n"
	}
	record := "roadmapviz:figure:1:record"
	for name, d := range map[string]*layout.Diagram{"course": laidOut(t, src, "tree", "", layout.Options{}), "raw": raw(titles)} {
		t.Run(name, func(t *testing.T) {
			b := encoded(t, []*layout.Diagram{d}, builtIn(t, "course"), pdf.Options{Metadata: record})
			if n := bytes.Count(b, []byte("<roadmapviz:record>"+record+"</roadmapviz:record>")); n != 1 || bytes.Count(b, []byte("<roadmapviz:record>")) != 1 {
				t.Errorf("the record stands there %d times", n)
			}
			file := filepath.Join(t.TempDir(), "hostile.pdf")
			if err := os.WriteFile(file, b, 0o644); err != nil {
				t.Fatal(err)
			}
			checked(t, file)
			plain := unpacked(t, file)
			for _, never := range []string{"/S /JavaScript", "/S /Launch", "/OpenAction ", "/AA ", "/EmbeddedFile"} {
				for line := range strings.Lines(plain) {
					if strings.HasPrefix(strings.TrimSpace(line), never) {
						t.Errorf("%s", line)
					}
				}
			}
			run(t, "pdftotext", file, "-")
		})
	}
}

// raw is a diagram of boxes that have titles, tooltips and links which no reader of
// courses would let through.
func raw(titles []string) *layout.Diagram {
	d := &layout.Diagram{Width: 600, Height: 80 * float64(len(titles)+1), Title: titles[0], Language: "en)(\\"}
	for i, title := range titles {
		y := 80 * float64(i)
		d.Boxes = append(d.Boxes, layout.Box{
			ID: title, Role: layout.SectionRole, Label: title, X: 20, Y: y + 10, W: 400, H: 60, Tooltip: title, Link: []string{"javascript:alert(1)", "https://example.org/" + title, "a b(c)\\d", "ü#ä"}[i%4],
			Lines: sample.Lines(title, 220, y+40),
		})
	}
	return d
}

// TestSame: the same pages are the same bytes, whatever was drawn before.
func TestSame(t *testing.T) {
	d := laidOut(t, example(t), "roadmap", "", layout.Options{})
	pages := []*layout.Diagram{d, sample.Figure()}
	first := encoded(t, pages, builtIn(t, "course"), pdf.Options{})
	if !bytes.Equal(first, encoded(t, pages, builtIn(t, "course"), pdf.Options{})) {
		t.Error("twice the same pages are not the same bytes")
	}
	if bytes.Contains(first, []byte("Date")) {
		t.Error("the file tells a date")
	}
}

// TestShadows: words that titles have in common are masked once.
func TestShadows(t *testing.T) {
	masks := func(titles ...string) int {
		src := "# Course\n"
		for _, title := range titles {
			src += "\n## " + title + "\n\n### Section\n\n- Topic\n- Topic too\n"
		}
		b := encoded(t, []*layout.Diagram{laidOut(t, src, "roadmap", "", layout.Options{})}, builtIn(t, "course"), pdf.Options{})
		return bytes.Count(b, []byte("/Interpolate true"))
	}
	few, more := masks("Linear Models", "Deep Networks"), masks("Linear Models", "Deep Networks", "Deep Models", "Linear Networks")
	if few < 5 || more != few {
		t.Errorf("%d masks for two titles, and %d for four of the same words", few, more)
	}
}

// TestLarge: a page that is longer than pages can be is measured in larger units, and
// one of no boxes is a page.
func TestLarge(t *testing.T) {
	for name, d := range map[string]*layout.Diagram{"large": sample.Many(1000), "empty": {Width: 40, Height: 30}} {
		file := written(t, []*layout.Diagram{d}, builtIn(t, "course"))
		checked(t, file)
		if name == "large" && !strings.Contains(unpacked(t, file), "/UserUnit 6") {
			t.Error("the page is too long for many readers")
		}
	}
}

// TestFails: errors are those of Check, the context and the writer.
func TestFails(t *testing.T) {
	look := builtIn(t, "course")
	if err := pdf.Encode(t.Context(), failing{}, []*layout.Diagram{sample.Figure()}, look, pdf.Options{}); err == nil || err.Error() != "full" {
		t.Errorf("a full disk: %v", err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if err := pdf.Encode(stopped, &bytes.Buffer{}, []*layout.Diagram{sample.Figure()}, look, pdf.Options{}); err != context.Canceled {
		t.Errorf("a stopped context: %v", err)
	}
	if err := pdf.Encode(t.Context(), &bytes.Buffer{}, []*layout.Diagram{{}}, look, pdf.Options{}); err == nil {
		t.Error("a page of no size was drawn")
	}
	if err := pdf.Encode(t.Context(), &bytes.Buffer{}, nil, look, pdf.Options{}); err == nil {
		t.Error("no page was drawn")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

var errFull = fullError{}

type fullError struct{}

func (fullError) Error() string { return "full" }

// TestFonts: typefaces that somebody names travel with the file, but not one whose
// makers forbid that; its text looks the same and can be copied all the same.
func TestFonts(t *testing.T) {
	src, err := os.ReadFile("../../layout/text/testdata/Georgian-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	forbidding := bytes.Clone(src)
	for i := range int(binary.BigEndian.Uint16(src[4:])) {
		if entry := src[12+16*i:]; string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(forbidding[binary.BigEndian.Uint32(entry[8:])+8:], 2)
		}
	}
	var shots []image.Image
	for name, data := range map[string][]byte{"allowing": src, "forbidding": forbidding} {
		font, err := text.ParseFile(data)
		if err != nil {
			t.Fatal(err)
		}
		var none *text.Fonts
		const word = "საქართველო"
		d := laidOut(t, "# A\n\n## B\n\n- "+word+"\n- C\n", "roadmap", "", layout.Options{Page: layout.Page{Fonts: none.With(font)}})
		file := written(t, []*layout.Diagram{d}, builtIn(t, "course"))
		checked(t, file)
		if said := run(t, "pdftotext", file, "-"); !strings.Contains(said, word) {
			t.Errorf("%s: the text lacks %q: %q", name, word, said)
		}
		shots = append(shots, shown(t, "pdftocairo", file, 1))
	}
	compare(t, shots[0], shots[1])
}
