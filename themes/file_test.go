package themes

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

var update = flag.Bool("update", false, "write the files of wanted results anew")

// Both readers find the same in the built-in themes.
func TestReadPlain(t *testing.T) {
	files, err := fs.Glob(builtin, "builtin/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := builtin.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := readYAML(data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want { // positions are the full reader's alone
			want[i].at = place{}
			for j := range want[i].keys {
				want[i].keys[j].at = place{}
			}
		}
		if got := readPlain(string(data)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", file, got, want)
		}
	}
}

// Each file in testdata/bad has a mistake, and the file beside it tells the message.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Load(bytes.NewReader(data), filepath.Base(file))
		var mistake *FileError
		if !errors.As(err, &mistake) {
			t.Errorf("%s: no mistake found: %v", file, err)
			continue
		}
		wantFile := strings.TrimSuffix(file, ".yaml") + ".txt"
		got := err.Error() + "\n"
		if *update {
			if err := os.WriteFile(wantFile, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, _ := os.ReadFile(wantFile); string(want) != got {
			t.Errorf("%s:\n got %swant %s", file, got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	const text = "\ufeff" + `
extends: course
section:
  fill: "#f00"
  done: {stroke: "#00ff0080"}
topic.shadow.dx: 1
topic: {dash: [1, 2.5]}
edge.next: {arrow: true}
`
	theme, err := Load(strings.NewReader(text), "some/folder/night.yaml")
	if err != nil {
		t.Fatal(err)
	}
	section, topic := theme.Style("section", "done"), theme.Style("topic")
	switch {
	case theme.Name != "night":
		t.Errorf("name %q", theme.Name)
	case theme.Twin != "" || theme.Dark:
		t.Errorf("twin %q and dark %v: they are not to be inherited", theme.Twin, theme.Dark)
	case section.Fill != Color{255, 0, 0, 255} || section.Stroke != Color{0, 255, 0, 128} || section.Mark != "mark-done":
		t.Errorf("section %+v", section)
	case topic.Shadow.DX != 1 || topic.Shadow.DY != 5.75 || len(topic.Dash) != 2 || topic.Dash[1] != 2.5:
		t.Errorf("topic %+v", topic)
	case !theme.Style("edge.next").Arrow || theme.Style("edge.contains").Arrow:
		t.Error("arrows")
	}
}

func TestLoadFails(t *testing.T) {
	if _, err := Load(iotest.ErrReader(errors.New("no luck")), "x.yaml"); err == nil {
		t.Error("no error of the reader")
	}
	if _, err := Load(strings.NewReader(strings.Repeat("#", maxFile+1)), "x.yaml"); err == nil {
		t.Error("no error of a huge file")
	}
	if theme, err := Load(strings.NewReader(""), "x.yaml"); err != nil || theme.Page != (Color{255, 255, 255, 255}) {
		t.Errorf("an empty file: %v %v", theme, err)
	}
}

// Themes that extend each other end in an error, not in a loop.
func TestExtendsCycle(t *testing.T) {
	files := map[string]string{"a": "extends: b", "b": "extends: c", "c": "extends: a"}
	read := func(name string) []entry { return readPlain(files[name]) }
	_, err := build("a", read("a"), read)
	if err == nil || !strings.Contains(err.Error(), "b → c → a → b") {
		t.Errorf("got %v", err)
	}
}

// No file makes Load panic, and what it takes can be used.
func FuzzLoad(f *testing.F) {
	cases, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range cases {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(data)
		}
	}
	f.Add([]byte("extends: course\nsection.done: {fill: '#123'}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		theme, err := Load(bytes.NewReader(data), "fuzz.yaml")
		if err == nil {
			theme.Style("section", "done")
		} else if theme != nil {
			t.Error("a theme beside an error")
		}
	})
}
