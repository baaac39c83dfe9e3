package text

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/themes/fonts"
)

// TestSystem looks for characters in folders of fonts.
func TestSystem(t *testing.T) {
	folder := fstest.MapFS{
		"a/Broken-Sans.ttf":   {Data: []byte("not a font")},
		"a/Cut-Sans.ttf":      {Data: fonts.Symbols()[:1000]},
		"a/b/Bold.ttf":        {Data: fonts.Medium()},
		"a/b/Fine-Sans.ttf":   {Data: fonts.Symbols()},
		"a/b/Other.ttf":       {Data: fonts.Regular()},
		"a/b/readme.txt":      {Data: []byte("x")},
		"a/b/Fine-Italic.ttf": {Data: fonts.Symbols()},
	}
	s := WithSystem(folder, os.DirFS("/no/such/folder")).system
	arrow := s.find('→', Regular, "")
	if arrow == nil || arrow.Embedded() || arrow.Family != "DejaVu Sans" || arrow.Data() != nil || arrow.UnitsPerEm != 2048 {
		t.Fatalf("found %+v", arrow)
	}
	if again := s.find('✓', Regular, ""); again != arrow {
		t.Error("two characters of one font came from two")
	}
	if letter := s.find('ж', Regular, ""); letter == nil || letter.Family != "Roboto" || letter.Weight != Regular {
		t.Errorf("a letter came from %+v, want the upright font", letter)
	}
	if none := s.find('क', Regular, ""); none != nil {
		t.Errorf("क came from %+v", none)
	}
	if none := (&Fonts{}).find('क', Regular, ""); none != nil {
		t.Errorf("without folders क came from %+v", none)
	}
}

// TestSystemLinks follows links: to the folder itself, within it, and in circles.
func TestSystemLinks(t *testing.T) {
	dir := t.TempDir()
	must := func(err error) {
		if err != nil {
			t.Skip(err) // no links on this system
		}
	}
	must(os.MkdirAll(filepath.Join(dir, "real", "deep"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "store.ttf"), fonts.Symbols(), 0o644))
	must(os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "link")))
	must(os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "real", "deep", "circle")))
	must(os.Symlink(filepath.Join(dir, "store.ttf"), filepath.Join(dir, "real", "deep", "font.ttf")))
	must(os.Symlink(filepath.Join(dir, "gone.ttf"), filepath.Join(dir, "real", "deep", "dead.ttf")))
	if WithSystem(os.DirFS(filepath.Join(dir, "link"))).system.find('→', Regular, "") == nil {
		t.Error("nothing found behind a link")
	}
}

func TestSystemFolders(t *testing.T) {
	env := map[string]string{"HOME": "/home/u", "XDG_DATA_DIRS": "/usr/share:/nix/share"}
	got := strings.Join(SystemFolders("linux", func(k string) string { return env[k] }), " ")
	if want := "/home/u/.fonts /home/u/.local/share/fonts /usr/share/fonts /nix/share/fonts"; filepath.ToSlash(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, goos := range []string{"windows", "darwin"} {
		if f := SystemFolders(goos, func(string) string { return "" }); len(f) < 2 {
			t.Errorf("%s: %q", goos, f)
		}
	}
}

// installed is the fonts of this machine, if they have all of the characters.
func installed(t *testing.T, need string) *Fonts {
	t.Helper()
	f := WithSystem(os.DirFS("/usr/share/fonts"))
	for _, r := range need {
		if f.find(r, Regular, "") == nil {
			t.Skipf("no font here has %q", r)
		}
	}
	return f
}

// TestOrder holds mixed texts to the order in which Chromium shows their
// characters, from left to right. They are escaped, as editors would reorder
// them too.
func TestOrder(t *testing.T) {
	s := NewShaper(installed(t, "אن"))
	for text, want := range map[string]string{
		"\u05e9\u05dc\u05d5\u05dd world \u05e2\u05d5\u05dc\u05dd 123":            "123 \u05dd\u05dc\u05d5\u05e2 world \u05dd\u05d5\u05dc\u05e9",
		"\u0646\u0635 \u0645\u0639\u0632\u0632 2024 LLM":                         "LLM 2024 \u0632\u0632\u0639\u0645 \u0635\u0646",
		"LLM \u0646\u0645\u0648\u0630\u062c 42 test":                             "LLM 42 \u062c\u0630\u0648\u0645\u0646 test",
		"RAG (\u062a\u0648\u0644\u064a\u062f) 3.5 GPU":                           "RAG (\u062f\u064a\u0644\u0648\u062a) 3.5 GPU",
		"price: \u0661\u0662\u0663 \u0648 45% off":                               "price: 45 \u0648 \u0661\u0662\u0663% off",
		"\u05e2\u05d1\u05e8\u05d9\u05ea (English) \u05e1\u05d5\u05e3.":           ".\u05e3\u05d5\u05e1 )English( \u05ea\u05d9\u05e8\u05d1\u05e2",
		"abc \u05e2\u05d1\u05e8\u05d9\u05ea, \u05d5\u05e9\u05d5\u05d1 12-34":     "abc 12-34 \u05d1\u05d5\u05e9\u05d5 ,\u05ea\u05d9\u05e8\u05d1\u05e2",
		"C++ \u05e2\u05dd .NET 8":                                                "C++ \u05dd\u05e2 .NET 8",
		"\u05de\u05d5\u05d3\u05dc GPT-4 (2023) \u05e9\u05dc OpenAI":              "OpenAI \u05dc\u05e9 GPT-4 (2023) \u05dc\u05d3\u05d5\u05de",
		"\u062a\u0639\u0644\u0645 \u0627\u0644\u0622\u0644\u0629: K-means & PCA": "K-means & PCA :\u0629\u0644\u0622\u0644\u0627 \u0645\u0644\u0639\u062a",
	} {
		var got []rune
		for _, r := range s.Wrap(paragraph(text), Limits{}).Lines[0].Runs {
			runes := []rune(r.Text)
			if r.RTL {
				slices.Reverse(runes)
			}
			got = append(got, runes...)
		}
		if string(got) != want {
			t.Errorf("%q: got %q, want %q", text, string(got), want)
		}
	}
}

// TestJoining proves that Arabic letters join, which they do not where digests of
// coverages are wrong (see newShapers).
func TestJoining(t *testing.T) {
	s := NewShaper(installed(t, "نصقة"))
	for _, text := range []string{"نص", "نقاش", "قصة", "تصنيف"} {
		joined := s.Measure(paragraph(text))
		apart := s.Measure(paragraph(strings.Join(strings.Split(text, ""), "\u200c")))
		if joined >= apart*0.98 {
			t.Errorf("%s is %v wide, its letters alone %v", text, joined, apart)
		}
	}
}

// TestConcurrent is for the race detector: many shapers on one set of fonts.
func TestConcurrent(t *testing.T) {
	f := WithSystem(os.DirFS("/usr/share/fonts"))
	texts := []string{"Multi-head Attention", "e\u0301\u0323 AV", "نص معزز 2024 LLM", "मशीन लर्निंग", "机器学习 → ✓", "การเรียนรู้ 😀"}
	var want []Block
	for _, text := range texts {
		want = append(want, NewShaper(f).Wrap(paragraph(text), Limits{Width: 100}))
	}
	var wait sync.WaitGroup
	errs := make(chan error, 100)
	for range 8 {
		wait.Go(func() {
			s := NewShaper(f)
			for i, text := range texts {
				b := s.Wrap(paragraph(text), Limits{Width: 100})
				if !equalBlocks(b, want[i]) {
					errs <- fmt.Errorf("%s differs", text)
				}
				for _, l := range b.Lines {
					for _, r := range l.Runs {
						for _, g := range r.Glyphs {
							r.Face.Outline(g.ID)
							r.Face.Rune(g.ID)
						}
					}
				}
			}
		})
	}
	wait.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
}
