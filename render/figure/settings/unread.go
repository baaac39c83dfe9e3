package settings

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// Unread are diagnostics of what lies in a folder of a file system, seems to be meant
// as settings and is not read, for its name is another: one that is hidden, in
// capitals, or of another format. There are none beside settings that are read. The
// prefix is put before the names of files in messages.
func Unread(fsys fs.FS, folder, prefix string) (found []graph.Diagnostic) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil // whoever reads something there will tell
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case slices.Contains(Names(), e.Name()):
			return nil
		case e.IsDir() || !looksMeant(e.Name()) || path.Ext(name) == ".json" && !isMeant(fsys, name):
			continue
		}
		hint := "rename it to " + Names()[0]
		if strings.EqualFold(path.Ext(name), ".toml") {
			hint = "write it as YAML into " + Names()[0]
		}
		at := graph.Position{File: path.Join(prefix, name)}
		found = append(found, codes.UnreadConfig.At(at, hint, "these settings are not read, for that is not what the file is called"))
	}
	return found
}

// looksMeant tells by its name a file that somebody may take for settings.
func looksMeant(name string) bool {
	plain := strings.ToLower(strings.TrimLeft(name, "."))
	plain = strings.ReplaceAll(strings.ReplaceAll(plain, "-", ""), "_", "") // a Replacer has a table of all bytes
	stem, extension, _ := strings.Cut(plain, ".")
	extension = strings.TrimSuffix(strings.TrimPrefix(extension, "config."), ".txt") // some editors put that behind
	switch stem {
	case "roadmapviz":
		return slices.Contains([]string{"yaml", "yml", "json", "toml"}, extension)
	case "roadmapvizrc":
		return slices.Contains([]string{"", "yaml", "yml", "json", "toml"}, extension)
	}
	return false
}

// isMeant tells settings from a course that was exported as JSON, which is YAML too.
func isMeant(fsys fs.FS, name string) bool {
	src, err := files.ReadFrom(fsys, name, mostBytes)
	if err != nil {
		return false
	}
	_, err = Parse(src, name)
	return err == nil
}
