package text

import (
	"cmp"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// SystemFolders are the folders where an operating system, named as in
// runtime.GOOS, keeps fonts; not all of them need exist. The environment gives
// the home and data folders.
func SystemFolders(goos string, getenv func(string) string) []string {
	home := getenv("HOME")
	switch goos {
	case "windows":
		return []string{
			filepath.Join(cmp.Or(getenv("SYSTEMROOT"), `C:\Windows`), "Fonts"),
			filepath.Join(getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"),
		}
	case "darwin":
		return []string{filepath.Join(home, "Library/Fonts"), "/Library/Fonts", "/System/Library/Fonts"}
	}
	folders := []string{
		filepath.Join(home, ".fonts"),
		filepath.Join(cmp.Or(getenv("XDG_DATA_HOME"), filepath.Join(home, ".local/share")), "fonts"),
	}
	data := cmp.Or(getenv("XDG_DATA_DIRS"), "/usr/local/share:/usr/share")
	for _, f := range strings.Split(data, ":") {
		folders = append(folders, filepath.Join(f, "fonts"))
	}
	return folders
}

// Bounds for the search of a folder, as links may lead anywhere, also in circles.
const (
	maxFontDepth = 8
	maxFontFiles = 20000
)

// listFonts finds the font files below the folders, those that look plainest
// first.
func listFonts(folders []fs.FS) []*fontFile {
	files := []*fontFile{}
	var walk func(folder fs.FS, dir string, depth int)
	walk = func(folder fs.FS, dir string, depth int) {
		entries, _ := fs.ReadDir(folder, dir) // what cannot be read has no fonts
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			isDir := e.IsDir()
			if e.Type()&fs.ModeSymlink != 0 {
				info, err := fs.Stat(folder, name)
				isDir = err == nil && info.IsDir()
			}
			switch {
			case isDir && depth < maxFontDepth:
				walk(folder, name, depth+1)
			case !isDir && isFontName(name) && len(files) < maxFontFiles:
				files = append(files, &fontFile{folder: folder, path: name, family: familyOf(name)})
			}
		}
	}
	for _, f := range folders {
		walk(f, ".", 0)
	}
	slices.SortStableFunc(files, func(a, b *fontFile) int {
		x, y := path.Base(a.path), path.Base(b.path)
		return cmp.Or(cmp.Compare(oddity(x), oddity(y)), cmp.Compare(x, y))
	})
	return files
}

func isFontName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

// oddWords are parts of file names that make a font less fit to stand beside
// Roboto, an upright sans-serif of normal weight and width.
var oddWords = [...]struct {
	word  string
	weigh int
}{
	{"lastresort", 64}, {"emoji", 32}, {"unifont", 32}, {"math", 16}, {"symbol", 8}, {"fallback", 8},
	{"italic", 8}, {"oblique", 8}, {"slanted", 8}, {"mono", 8}, {"condensed", 8}, {"narrow", 8},
	{"thin", 8}, {"light", 8}, {"black", 8}, {"heavy", 8}, {"bold", 8},
	{"serif", 4}, {"display", 2}, {"ui", 1}, {"unjoined", 4},
}

// oddity ranks a font by its file name; less is better.
func oddity(name string) int {
	name = strings.ToLower(name)
	n := 4
	for _, w := range oddWords {
		if strings.Contains(name, w.word) {
			n += w.weigh
		}
	}
	if strings.Contains(name, "sans") {
		n -= 2
	}
	if strings.HasPrefix(name, "noto") {
		n-- // drawn to go together
	}
	return n
}
