package subset_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"html"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/svg/internal/subset"
	ximage "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
)

// labels are texts of many kinds that the embedded typeface can set.
var labels = []string{
	"AVATAR Types", "office fluffy file", "Supervised Fine-Tuning", "Retrieval Augmented Generation (RAG)",
	"1. Running LLMs", "To. We, Yo! \"Va\" 'fj'", "Task-specific benchmarks", "Ťažký – Ýpsilon, ŁÓDŹ", "ĀVĀ Ţ Ķv r. y, LT P.",
	"Быстрая сортировка. Ґ, ГД", "Μηχανική μάθηση. ΑΥΤΟ, Τα", "Học máy Việt Nam: Ưu điểm", "100 % – 3.14 × 2 = 7 €", "(K-means) [PCA] {t-SNE} A/B",
	"Wörter über Äpfel, ß", "L'été à Québec…", "T.o. 1711 AYA VAWA fi fl ffi", "Mixed ЖA ΩЖ Aж вA Aλ",
}

// glyphsOf is what the labels use of a face.
func glyphsOf(t *testing.T, face *text.Face, labels []string) (glyphs []uint32, cmap map[rune]uint32) {
	cmap = map[rune]uint32{}
	for _, l := range labels {
		for _, r := range l {
			g, ok := face.Glyph(r)
			if !ok {
				t.Fatalf("no glyph for %q", r)
			}
			cmap[r] = g
			glyphs = append(glyphs, g)
		}
	}
	return glyphs, cmap
}

func cut(t *testing.T, face *text.Face) []byte {
	t.Helper()
	glyphs, cmap := glyphsOf(t, face, labels)
	data, err := subset.Font(face.Data(), glyphs, cmap, face.Kern)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func faces() []*text.Face {
	var none *text.Fonts
	return []*text.Face{none.Face(text.Regular), none.Face(text.Medium)}
}

// TestFont reads the subset back: every character has the outline, the width and
// the kerning that it has in the source.
func TestFont(t *testing.T) {
	for _, face := range faces() {
		data := cut(t, face)
		if again := cut(t, face); !bytes.Equal(data, again) {
			t.Error("two runs differ")
		}
		t.Logf("weight %d: %d bytes", face.Weight, len(data))
		checkFile(t, data)
		if _, err := font.ParseTTF(bytes.NewReader(data)); err != nil {
			t.Error(err)
		}
		got, want := parse(t, data), parse(t, face.Data())
		_, cmap := glyphsOf(t, face, labels)
		for l := range cmap {
			gl, wl := got.glyph(l), want.glyph(l)
			if gl == 0 {
				t.Errorf("%q is missing", l)
			}
			if g, w := got.advance(gl), want.advance(wl); g != w {
				t.Errorf("%q: advance %d, want %d", l, g, w)
			}
			if g, w := got.outline(gl), want.outline(wl); !slices.Equal(g, w) {
				t.Errorf("%q: the outline differs", l)
			}
			for r := range cmap {
				if g, w := got.kern(gl, got.glyph(r)), want.kern(wl, want.glyph(r)); g != w {
					t.Errorf("%q: kerning %d, want %d", []rune{l, r}, g, w)
				}
			}
		}
		if g := got.outline(0); len(g) == 0 || !slices.Equal(g, want.outline(0)) {
			t.Error(".notdef differs")
		}
		if g := got.glyph('☃'); g != 0 {
			t.Errorf("a character that was not asked for has glyph %d", g)
		}
	}
}

// parsed is a font read by package sfnt.
type parsed struct {
	t    *testing.T
	font *sfnt.Font
	buf  sfnt.Buffer
}

func parse(t *testing.T, data []byte) *parsed {
	t.Helper()
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return &parsed{t: t, font: f}
}

func (p *parsed) glyph(r rune) sfnt.GlyphIndex {
	g, err := p.font.GlyphIndex(&p.buf, r)
	if err != nil {
		p.t.Fatal(err)
	}
	return g
}

func (p *parsed) advance(g sfnt.GlyphIndex) int {
	a, err := p.font.GlyphAdvance(&p.buf, g, 2048, ximage.HintingNone)
	if err != nil {
		p.t.Fatal(err)
	}
	return int(a)
}

func (p *parsed) kern(l, r sfnt.GlyphIndex) int {
	k, err := p.font.Kern(&p.buf, l, r, 2048, ximage.HintingNone)
	if err != nil && err != sfnt.ErrNotFound {
		p.t.Fatal(err)
	}
	return int(k)
}

func (p *parsed) outline(g sfnt.GlyphIndex) []sfnt.Segment {
	s, err := p.font.LoadGlyph(&p.buf, g, 2048, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	return slices.Clone(s)
}

// checkFile checks what browsers check of the file's frame: the order and
// alignment of tables and all check sums.
func checkFile(t *testing.T, data []byte) {
	t.Helper()
	be := binary.BigEndian
	sum := func(b []byte) (s uint32) {
		b = append(slices.Clone(b), 0, 0, 0)
		for ; len(b) >= 4; b = b[4:] {
			s += be.Uint32(b)
		}
		return s
	}
	last := ""
	for i := range int(be.Uint16(data[4:])) {
		record := data[12+16*i:]
		tag, offset, length := string(record[:4]), be.Uint32(record[8:]), be.Uint32(record[12:])
		if tag <= last {
			t.Errorf("table %q after %q", tag, last)
		}
		last = tag
		if offset%4 != 0 {
			t.Errorf("table %q is misaligned", tag)
		}
		table := slices.Clone(data[offset : offset+length])
		if tag == "head" {
			be.PutUint32(table[8:], 0)
		}
		if got := be.Uint32(record[4:]); got != sum(table) {
			t.Errorf("table %q has check sum %x, want %x", tag, got, sum(table))
		}
	}
	if s := sum(data); s != 0xB1B0AFBA {
		t.Errorf("the file's check sum is %x", s)
	}
}

// TestBeyondTheBasicPlane maps a character that needs format 12.
func TestBeyondTheBasicPlane(t *testing.T) {
	face := faces()[0]
	a, _ := face.Glyph('A')
	b, _ := face.Glyph('B')
	data, err := subset.Font(face.Data(), nil, map[rune]uint32{'A': a, 0x1F600: b, 0xFFFF: b, 0x10000: a}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkFile(t, data)
	p := parse(t, data)
	for r, want := range map[rune]sfnt.GlyphIndex{'A': 1, 0x1F600: 2, 0xFFFF: 2, 0x10000: 1, 'C': 0} {
		if g := p.glyph(r); g != want {
			t.Errorf("%U is glyph %d, want %d", r, g, want)
		}
	}
}

// TestBadInput gives damaged fonts: an error or a font, never a panic.
func TestBadInput(t *testing.T) {
	face := faces()[0]
	data := face.Data()
	for n := 0; n < len(data); n += 1 + n/20 {
		if _, err := subset.Font(data[:n], []uint32{40}, nil, nil); err == nil {
			t.Errorf("no error for a font cut off at %d", n)
		}
	}
	if _, err := subset.Font(data, []uint32{60000}, nil, nil); err == nil {
		t.Error("no error for a glyph that does not exist")
	}
	for i := range 2000 {
		broken := slices.Clone(data)
		broken[i*7919%(1+i*90)] ^= 0xFF
		_, _ = subset.Font(broken, []uint32{40, 600, 1200}, nil, nil)
	}
}

// TestBrowser has Chromium set the labels in the subset, with kerning alone, and
// compares their widths with those that layout measured.
func TestBrowser(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	const size = 100.
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><style>span{white-space:pre;font-size:100px;font-variant-ligatures:none}</style>\n")
	var want []float64
	shaper := text.NewShaper(nil)
	for _, face := range faces() {
		ttf := cut(t, face)
		for kind, data := range map[string][]byte{"ttf": ttf, "woff": subset.WOFF(ttf)} {
			name := fmt.Sprintf("%s%d", kind, face.Weight)
			fmt.Fprintf(&page, "<style>@font-face{font-family:%s;src:url(data:font/%s;base64,%s)}</style>\n", name, kind, base64.StdEncoding.EncodeToString(data))
			for _, l := range labels {
				fmt.Fprintf(&page, "<div><span style='font-family:%s'>%s</span></div>\n", name, html.EscapeString(l))
				want = append(want, shaper.Measure(text.Paragraph{Spans: []text.Span{{Text: l, Weight: face.Weight}}, Size: size}))
			}
		}
	}
	page.WriteString(`<p id=out></p><script>
Promise.all(["ttf400","ttf500","woff400","woff500"].map(w=>document.fonts.load("100px "+w))).then(()=>{
out.textContent="widths:"+[...document.querySelectorAll("span")].map(s=>s.getBoundingClientRect().width).join(" ")+";"})</script>`)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	dom, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+file).Output()
	if err != nil {
		t.Skipf("chromium does not run here: %v", err)
	}
	found := regexp.MustCompile(`widths:([0-9. ]*);`).FindSubmatch(dom)
	if found == nil {
		t.Fatal("the browser refused a font")
	}
	got := strings.Fields(string(found[1]))
	if len(got) != len(want) {
		t.Fatalf("%d widths, want %d", len(got), len(want))
	}
	worst := 0.
	for i, w := range want {
		g, _ := strconv.ParseFloat(got[i], 64)
		worst = max(worst, math.Abs(g-w))
		// Browsers lay out in 64ths of a pixel.
		if math.Abs(g-w) > 0.02 {
			t.Errorf("%q: the browser's width is %.3f, ours %.3f", labels[i%len(labels)], g, w)
		}
	}
	t.Logf("%d labels, largest difference %.4f px", len(want), worst)
}

// TestWOFF unpacks a file for pages: it is smaller, and its tables are the font's.
func TestWOFF(t *testing.T) {
	be := binary.BigEndian
	for _, face := range faces() {
		ttf := cut(t, face)
		woff := subset.WOFF(ttf)
		if !bytes.Equal(woff, subset.WOFF(ttf)) {
			t.Error("two runs differ")
		}
		t.Logf("weight %d: %d of %d bytes", face.Weight, len(woff), len(ttf))
		if string(woff[:8]) != "wOFF\x00\x01\x00\x00" || int(be.Uint32(woff[8:])) != len(woff) || int(be.Uint32(woff[16:])) != len(ttf) || len(woff) > len(ttf)*4/5 {
			t.Errorf("%d of %d bytes with the header %x", len(woff), len(ttf), woff[:44])
		}
		n := int(be.Uint16(ttf[4:]))
		if int(be.Uint16(woff[12:])) != n {
			t.Fatalf("%d tables, want %d", be.Uint16(woff[12:]), n)
		}
		for i := range n {
			was, is := ttf[12+16*i:], woff[44+20*i:]
			want := ttf[be.Uint32(was[8:]):][:be.Uint32(was[12:])]
			got := woff[be.Uint32(is[4:]):][:be.Uint32(is[8:])]
			if be.Uint32(is[8:]) < be.Uint32(is[12:]) {
				r, err := zlib.NewReader(bytes.NewReader(got))
				if err != nil {
					t.Fatal(err)
				}
				if got, err = io.ReadAll(r); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(was[:4], is[:4]) || !bytes.Equal(was[4:8], is[16:20]) || be.Uint32(is[4:])%4 != 0 || !bytes.Equal(got, want) {
				t.Errorf("the table %s is another one", was[:4])
			}
		}
	}
}

func BenchmarkFont(b *testing.B) {
	for _, face := range faces() {
		cmap := map[rune]uint32{}
		for _, r := range "Running LLMs Building Vector Storage Retrieval Augmented Generation 123456789." {
			cmap[r], _ = face.Glyph(r)
		}
		b.Run(fmt.Sprint(face.Weight), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := subset.Font(face.Data(), nil, cmap, face.Kern); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
