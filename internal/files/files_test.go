package files

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// shelf makes a folder with a file a.txt, and one beside it.
func shelf(t *testing.T) (folder string) {
	t.Helper()
	top := t.TempDir()
	folder = filepath.Join(top, "doc")
	for name, text := range map[string]string{"doc/a.txt": "inside", "secret.txt": "outside", "doc/.git/HEAD": "ref", "doc/sub/b.txt": "b"} {
		path := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip("no links can be made here:", err)
	}
}

func TestReadFrom(t *testing.T) {
	folder := shelf(t)
	fsys := FS(folder)
	in := func(name string) string { return filepath.Join(folder, name) }
	link(t, "a.txt", in("good"))
	link(t, in("a.txt"), in("absolute"))
	link(t, "../secret.txt", in("bad"))
	link(t, "..", in("up"))
	link(t, "nothing", in("dangling"))
	var outside *OutsideError
	var large *TooLargeError
	var dangling *DanglingError
	for name, wrong := range map[string]func(error) bool{
		"a.txt":         nil,
		"good":          nil,
		"absolute":      nil,
		"bad":           func(err error) bool { return errors.As(err, &outside) },
		"up/secret.txt": func(err error) bool { return errors.As(err, &outside) },
		"../secret.txt": func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"../none.txt":   func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"sub/../a.txt":  func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"sub":           func(err error) bool { return errors.Is(err, ErrNotRegular) },
		"none":          func(err error) bool { return errors.Is(err, fs.ErrNotExist) },
		"dangling":      func(err error) bool { return errors.As(err, &dangling) },
	} {
		text, err := ReadFrom(fsys, name, 100)
		switch {
		case wrong == nil && (err != nil || string(text) != "inside"):
			t.Errorf("%s: %q, %v", name, text, err)
		case wrong != nil && (err == nil || !wrong(err)):
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	if _, err := ReadFrom(fsys, "a.txt", 5); !errors.As(err, &large) {
		t.Errorf("beyond the limit: %v", err)
	}
	if text, err := ReadFrom(fsys, "a.txt", 6); err != nil || string(text) != "inside" {
		t.Errorf("at the limit: %q, %v", text, err)
	}
}

func TestWriteWithin(t *testing.T) {
	folder := shelf(t)
	in := func(name string) string { return filepath.Join(folder, name) }
	link(t, "a.txt", in("good"))
	link(t, "../secret.txt", in("bad"))
	link(t, ".git", in("refs"))
	link(t, ".git/HEAD", in("head"))
	link(t, "nothing", in("dangling"))
	link(t, "nothing/at/all", in("img"))
	before := map[string]string{}
	for _, name := range []string{"../secret.txt", ".git/HEAD"} {
		text, _ := os.ReadFile(in(name))
		before[name] = string(text)
	}
	var outside *OutsideError
	var hidden *HiddenError
	var dangling *DanglingError
	for name, wrong := range map[string]any{
		"bad": &outside, "../new.txt": &outside,
		"refs/heads/x.svg": &hidden, ".git/heads/x.svg": &hidden, ".x.svg": &hidden, "head": &hidden, "sub/.x/y.svg": &hidden, "\u200c.git/x.svg": &hidden,
		"dangling": &dangling, "img/x.svg": &dangling,
	} {
		if err := WriteWithin(folder, in(name), []byte("new"), false); err == nil || !errors.As(err, wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := WriteWithin(folder, in("sub"), []byte("new"), false); !errors.Is(err, ErrNotRegular) {
		t.Errorf("a folder: %v", err)
	}
	for name, text := range before {
		if now, _ := os.ReadFile(in(name)); string(now) != text {
			t.Errorf("%s was written to", name)
		}
	}
	for _, name := range []string{"good", "new/folder/x.svg"} {
		if err := WriteWithin(folder, in(name), []byte("new"), true); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text, _ := os.ReadFile(in(name)); string(text) != "new" {
			t.Errorf("%s: %q", name, text)
		}
	}
	if info, err := os.Lstat(in("good")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced and not what it points to")
	}
	noTemporary(t, folder)
}

func TestWrite(t *testing.T) {
	folder := shelf(t)
	in := func(name string) string { return filepath.Join(folder, name) }
	link(t, "nothing", in("dangling"))
	var dangling *DanglingError
	if err := Write(in("dangling"), nil, false); !errors.As(err, &dangling) || !strings.Contains(err.Error(), "delete the link") {
		t.Errorf("dangling: %v", err)
	}
	if err := Write(folder, nil, false); err == nil {
		t.Error("a folder was written to")
	}
	// A user may name any file.
	if err := Write(in(".hidden/x.svg"), []byte("new"), false); err != nil {
		t.Error(err)
	}
	if runtime.GOOS != "windows" {
		for _, mode := range []fs.FileMode{0o600, 0o664, 0o777} { // also what the umask takes from new files
			if err := os.Chmod(in("a.txt"), mode); err != nil {
				t.Fatal(err)
			}
			if err := Write(in("a.txt"), []byte("new"), false); err != nil {
				t.Fatal(err)
			}
			if info, err := os.Stat(in("a.txt")); err != nil || info.Mode().Perm() != mode {
				t.Errorf("mode %v became %v, %v", mode, info.Mode(), err)
			}
		}
	}
	noTemporary(t, folder)
}

func noTemporary(t *testing.T, folder string) {
	t.Helper()
	filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".tmp") {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
}

// A draft takes its place when it is committed, and not before; of one that is
// discarded nothing is left.
func TestDraft(t *testing.T) {
	folder := t.TempDir()
	names := func() string {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, e := range entries {
			all = append(all, e.Name())
		}
		return strings.Join(all, " ")
	}
	path := filepath.Join(folder, "a.svg")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	held := func() string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, commits := range []bool{false, true} {
		d := NewDraft(path)
		if names() != "a.svg" {
			t.Error("a draft without a text has a file")
		}
		for _, piece := range []string{"new ", "text"} {
			if _, err := d.Write([]byte(piece)); err != nil {
				t.Fatal(err)
			}
		}
		if held() != "old" {
			t.Error("the file was replaced before its draft was whole")
		}
		if commits {
			if err := cmp.Or(d.Close(), d.Commit()); err != nil {
				t.Fatal(err)
			}
		}
		d.Discard()
		if names() != "a.svg" {
			t.Errorf("there are %s", names())
		}
	}
	if held() != "new text" {
		t.Errorf("the file holds %q", held())
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Error("the file has another mode", err)
	}

	d := NewDraft(filepath.Join(folder, "new", "folder", "b.svg"))
	if err := cmp.Or(d.Close(), d.Commit()); err != nil {
		t.Error("an empty file in a new folder:", err)
	}
	if data, err := os.ReadFile(filepath.Join(folder, "new", "folder", "b.svg")); err != nil || len(data) > 0 {
		t.Error(data, err)
	}
	var refused *WriteError
	if _, err := NewDraft(filepath.Join(path, "below-a-file")).Write([]byte("x")); !errors.As(err, &refused) {
		t.Error(err)
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		if _, err := NewDraft("/dev/full").Write([]byte("x")); !errors.As(err, &refused) {
			t.Error("what is no regular file is not written to:", err)
		}
	}
}
