package repair

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// spoil reads UTF-8 text with another table, as a careless program would.
func spoil(text []byte, codec string) []byte {
	var out []byte
	for _, b := range text {
		r := rune(b)
		switch codec {
		case "macintosh":
			r = charmap.Macintosh.DecodeByte(b)
		case "ibm437":
			r = charmap.CodePage437.DecodeByte(b)
		case "windows-1252":
			if w := charmap.Windows1252.DecodeByte(b); w != utf8.RuneError {
				r = w
			}
		case "latin1": // a byte is its own character
		default:
			panic(codec)
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

var spoilers = []string{"macintosh", "windows-1252", "latin1", "ibm437"}

// good is text that looks like damaged text in some way and is not.
var good = []string{
	"plain ASCII, with a tab\tand\r\n", "",
	"naïve café, Milanović, Škoda, Łódź, Žižek…", "…", "·", "©", "é", "à", "Ã", "â",
	"« Bonjour », dit-il à l’été ; «été» «é»", "l’élève, d’être, qu’à, …été, —où",
	"à la carte : 20 °C ± 1 °C, n° 5, §3",
	"„Ärger“, ‚Öl‘, „Übung“ – Straße", "ÄÖÜ äöü ß",
	"Tiếng Việt: đường, nghĩa, Ầ ầ ậ ữ", "Đà Nẵng, Huế",
	"┌──┐\n│é │\n├──┤\n└──┘", "╔══╗║╚╝ ░▒▓█▄", "├── docs\n│   └── README.md",
	"√2 ≈ 1.41, ∆x ≠ 0, ∑ ≤ ∞, √ ∆ π Ω µ", "a ≈±5, ±≤, ×÷",
	"у зв’язку з ’єднанням, п’ять, об’єкт", "Привет, мир — «ёлка»",
	"السلام عليكم، كيف الحال؟", "深度学习：从零开始（第2版）", "日本語のテキスト、ひらがな「カタカナ」", "한국어", "ไทย", "हिन्दी",
	"`tÃ©st` in a page of other text – like “this”, naïve…", // on purpose, in Node's documentation
	"NESCAFÉ®, NOTRE DAME™", "Ñandú ¿Qué? ¡Olé! ª º", "São Paulo, coração, à, ã, õ", "🧩🧑‍🔬👷 ⚡️ ✅", "\uFEFFBOM und Ä",
	"İstanbul, ığüşöç", "¤Ä", "ÓÔÒ", "¬√ƒ≈∆", "C’était l’Éducation, «À»",
}

// bad is text that is damaged and restored in the tests.
var bad = []string{
	"It’s a “test” – really…", "Caf\u00e9 cr\u00e8me, d\u00e9j\u00e0 vu, na\u00efve", "🧩 LLM Fundamentals\n🧑‍🔬 The LLM Scientist\n👷 Engineer",
	"Привет, мир! Это курс — «основы».", "深度学习：从零开始", "日本語のテキスト", "한국어 텍스트",
	"Ελληνικά γράμματα", "• one\n• two\n• three", "→ next ✓ done ⚡️", "Über Größe: 20 °C, 5 €, ½ · ×",
	"السلام عليكم ورحمة الله", "Milanović – Škoda – Łódź", "Tiếng Việt: đường nghĩa", "हिन्दी में पाठ",
}

func TestGoodTextIsUntouched(t *testing.T) {
	for _, text := range good {
		src := []byte(text)
		fixed, n := Text(src)
		if string(fixed) != text || n.Characters != 0 || n.String() != "" {
			t.Errorf("%q became %q: %s", text, fixed, n)
		}
		if len(src) > 0 && &fixed[0] != &src[0] {
			t.Errorf("%q was copied", text)
		}
	}
	all := strings.Join(good, "\n")
	if fixed, n := Text([]byte(all)); string(fixed) != all {
		t.Errorf("all together: %s", n)
	}
}

func TestDamageIsRestored(t *testing.T) {
	for _, text := range bad {
		for _, codec := range spoilers {
			once := spoil([]byte(text), codec)
			fixed, n := Text(once)
			if string(fixed) != text {
				t.Errorf("%s: %q became %q, want %q", codec, once, fixed, text)
				continue
			}
			if n.Characters == 0 || !strings.HasPrefix(string(once[n.First:]), n.Was) || !strings.Contains(text, n.Is) {
				t.Errorf("%s: note %+v", codec, n)
			}
			if fixed, _ := Text(spoil(once, codec)); string(fixed) != text {
				t.Errorf("%s twice: became %q, want %q", codec, fixed, text)
			}
		}
	}
}

func TestOldAndNewMacTables(t *testing.T) {
	for was, is := range map[string]string{
		"5 ‚Ç¨ and 5 ‚Ç¨":   "5 € and 5 €",
		"‚Ç¨ ‚Ñ¶":           "€ \u2126",
		"ÿπŸ\u2126 ‚Äú ‚Äî": "عٽ “ —", // OHM SIGN for Ω
	} {
		if fixed, n := Text([]byte(was)); string(fixed) != is {
			t.Errorf("%q became %q, want %q: %s", was, fixed, is, n)
		}
	}
}

func TestBytesThatAreNoUTF8(t *testing.T) {
	for was, is := range map[string]string{
		"caf\xe9, \x93quoted\x94 \x96 r\xe9sum\xe9": "café, “quoted” – résumé",
		"good é and one stray \x92":                 "good é and one stray ’",
		"nothing here: \x81":                        "nothing here: \uFFFD",
		"\xe9\x00\xe9":                              "\xe9\x00\xe9",
	} {
		if fixed, _ := Text([]byte(was)); string(fixed) != is {
			t.Errorf("%q became %q, want %q", was, fixed, is)
		}
	}
}

// What stands between the repaired characters is found again in the source.
func TestOffsets(t *testing.T) {
	const text = "a “b” é c\nIt’s d\n🧩 e – f"
	src := spoil(spoil([]byte(text), "macintosh"), "macintosh")
	fixed, n := Text(src)
	if string(fixed) != text {
		t.Fatalf("became %q", fixed)
	}
	for i, c := range fixed {
		at := n.Offsets.Source(i)
		if c < utf8.RuneSelf && src[at] != c {
			t.Errorf("offset %d (%q) leads to %d (%q)", i, c, at, src[at])
		}
		if i > 0 && at < n.Offsets.Source(i-1) {
			t.Errorf("offset %d leads before its predecessor", i)
		}
	}
	if got := n.Offsets.Source(len(fixed)); got != len(src) {
		t.Errorf("the end leads to %d, want %d", got, len(src))
	}
	if (Map{}).Source(7) != 7 {
		t.Error("the zero Map moves offsets")
	}
}

// reference reads a file of the reference data beside the repository, and
// skips the test where there is none.
func reference(t testing.TB, name string) []byte {
	b, err := os.ReadFile(filepath.Join("../../../../shared", name))
	if err != nil {
		t.Skip("no reference data: ", err)
	}
	return b
}

func TestReferenceCourse(t *testing.T) {
	damaged, clean := reference(t, "course/README.md"), reference(t, "course/README-clean-encoding.md")
	fixed, n := Text(damaged)
	t.Log(n)
	lines := map[string]bool{}
	for line := range bytes.Lines(fixed) {
		lines[string(line)] = true
	}
	special := 0
	for line := range bytes.Lines(clean) {
		if !isASCII(line) {
			special++
			if !lines[string(line)] {
				t.Errorf("not restored: %q", line)
			}
		}
	}
	if special != 44 {
		t.Errorf("%d lines beyond ASCII, want 44", special)
	}
	if n.Codec != "macintosh" || n.Characters != 53 {
		t.Errorf("note: %s", n)
	}
}

// Real documents stay as they are, and come back when they were damaged.
func TestCorpus(t *testing.T) {
	reference(t, "corpus/INDEX.tsv")
	files, err := filepath.Glob("../../../../shared/corpus/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, file := range files {
		clean, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if fixed, n := Text(clean); !bytes.Equal(fixed, clean) {
			t.Errorf("%s is good, but: %s", filepath.Base(file), n)
		}
		for _, codec := range spoilers {
			fixed, n := Text(spoil(clean, codec))
			special, wrong := compare(clean, fixed)
			t.Logf("%-45s %-12s %4d characters, %3d not restored, codec %s", filepath.Base(file), codec, special, wrong, n.Codec)
			if wrong*50 > special {
				t.Errorf("%s, %s: %d of %d characters are not restored", filepath.Base(file), codec, wrong, special)
			}
		}
	}
}

// compare counts the characters beyond ASCII in the clean text, and those on
// lines that differ.
func compare(clean, fixed []byte) (special, wrong int) {
	got := bytes.Split(fixed, []byte("\n"))
	for i, line := range bytes.Split(clean, []byte("\n")) {
		count := 0
		for _, r := range string(line) {
			if r >= utf8.RuneSelf {
				count++
			}
		}
		special += count
		if i >= len(got) || !bytes.Equal(line, got[i]) {
			wrong += count
		}
	}
	return special, wrong
}

func FuzzText(f *testing.F) {
	for _, text := range append(good, bad...) {
		f.Add([]byte(text))
		f.Add(spoil([]byte(text), "macintosh"))
		f.Add(spoil(spoil([]byte(text), "windows-1252"), "latin1"))
	}
	f.Add([]byte("caf\xe9 \x00"))
	f.Fuzz(func(t *testing.T, src []byte) {
		before := bytes.Clone(src)
		fixed, n := Text(src)
		if !bytes.Equal(src, before) {
			t.Fatal("the source was changed")
		}
		if (n.Characters == 0) != bytes.Equal(fixed, src) {
			t.Errorf("%q became %q with note %+v", src, fixed, n)
		}
		if isASCII(src) && n.Characters != 0 {
			t.Errorf("ASCII %q became %q", src, fixed)
		}
		if again, n := Text(fixed); !bytes.Equal(again, fixed) {
			t.Errorf("%q became %q and then %q: %s", src, fixed, again, n)
		}
		last := 0
		for i := range fixed {
			at := n.Offsets.Source(i)
			if at < last || at > len(src) {
				t.Fatalf("offset %d leads to %d after %d", i, at, last)
			}
			last = at
		}
	})
}

func BenchmarkText(b *testing.B) {
	const course = "- **Leads** and a line of text as they stand in a course, with a [link](https://example.org).\n"
	ascii := bytes.Repeat([]byte(course), 500)
	clean := append(bytes.Repeat([]byte(course), 400), bytes.Repeat([]byte("It’s an “example” – naïve 深度学习\n"), 100)...)
	for name, text := range map[string][]byte{"ascii": ascii, "clean": clean, "damaged": spoil(clean, "macintosh")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Text(text)
			}
		})
	}
}
