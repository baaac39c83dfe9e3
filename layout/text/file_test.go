package text

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/themes/fonts"
)

func testFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFile sets text in files that are named.
func TestFile(t *testing.T) {
	var files []*File
	for _, name := range []string{"Georgian-Regular.ttf", "Georgian-Bold.ttf"} {
		f, err := ParseFile(testFile(t, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	named := (*Fonts)(nil).With(files...)
	for want, weights := range map[Weight][]Weight{400: {100, 400}, 700: {500, 700, 900}} { // bold beside Medium, not thin
		for _, w := range weights {
			if face := named.find('კ', w, ""); face == nil || face.Weight != want {
				t.Errorf("%d is set in %+v, want %d", w, face, want)
			}
		}
	}
	if face := (*Fonts)(nil).With(files[0]).find('კ', Medium, ""); face == nil || face.Weight != Regular {
		t.Errorf("of a family of one weight comes %+v", face)
	}
	block := NewShaper(named).Wrap(paragraph("კურსი abc"), Limits{})
	runs := block.Lines[0].Runs
	if len(block.Missing) > 0 || len(runs) != 2 || !runs[0].Face.Embedded() || !bytes.Equal(runs[0].Face.Data(), testFile(t, "Georgian-Regular.ttf")) {
		t.Errorf("missing %q, runs %+v", block.Missing, runs)
	}
	check(t, paragraph("კურსი abc"), Limits{}, block)
	if face := named.find('a', Regular, ""); face.Family != "Roboto" {
		t.Errorf("a letter of the embedded fonts comes from %s", face.Family)
	}
	if named.find('機', Regular, "") != nil {
		t.Error("there is a character that is in no font")
	}
}

// TestFileRefused reads what is no font, and damaged ones.
func TestFileRefused(t *testing.T) {
	whole := testFile(t, "Georgian-Regular.ttf")
	for want, files := range map[error][][]byte{ErrNoFont: {nil, []byte("no font"), whole[:200], make([]byte, 1000)}, ErrWebFont: {[]byte("wOF2....")}} {
		for _, data := range files {
			if _, err := ParseFile(data); !errors.Is(err, want) {
				t.Errorf("%.10q: %v, want %v", data, err, want)
			}
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		data := slices.Clone(whole)
		for range 1 + rng.IntN(8) {
			data[rng.IntN(len(data))] ^= byte(1 + rng.IntN(255))
		}
		if f, err := ParseFile(data); err == nil {
			NewShaper((*Fonts)(nil).With(f)).Wrap(paragraph("კურსი საქ"), Limits{Width: 60})
		}
	}
}

// TestForbidden: a font whose makers forbid it is not carried.
func TestForbidden(t *testing.T) {
	data := slices.Clone(testFile(t, "Georgian-Regular.ttf"))
	at := bytes.Index(data[:400], []byte("OS/2"))
	offset := int(data[at+8])<<24 | int(data[at+9])<<16 | int(data[at+10])<<8 | int(data[at+11])
	data[offset+9] |= 0x02
	f, err := ParseFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if face := (*Fonts)(nil).With(f).find('კ', Regular, ""); face == nil || face.Embedded() {
		t.Errorf("it is %+v", face)
	}
}

// TestSystemWeights finds the weight that is asked for among the files of a family.
func TestSystemWeights(t *testing.T) {
	two := fstest.MapFS{"a/Some-Regular.ttf": {Data: fonts.Regular()}, "a/Some-Medium.ttf": {Data: fonts.Medium()}, "b/Some-Bold.ttf": {Data: fonts.Symbols()}}
	for w, want := range map[Weight]Weight{300: 400, 400: 400, 500: 500, 700: 500} {
		if face := WithSystem(two).system.find('ж', w, ""); face == nil || face.Weight != want {
			t.Errorf("%d is set in %+v, want %d", w, face, want)
		}
	}
}
