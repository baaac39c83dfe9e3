package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/collect"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// isSingle says whether the paths name one document that is read by itself.
func isSingle(paths []string, conf config) bool {
	if len(paths) != 1 {
		return false
	}
	info, err := os.Stat(paths[0])
	return paths[0] == "-" || err != nil || !info.IsDir() && (!conf.Follow || conf.fromGraph() || isGraphFile(paths[0]))
}

// openFiles reads a folder, several files, or a file and those that it links
// to as one course. Nothing outside the folder that holds them all is read.
func openFiles(conf config, paths []string, within string) (*course, error) {
	if conf.fromGraph() {
		return nil, usagef("--from %s is for one file", conf.from)
	}
	for _, p := range paths {
		if p == "-" {
			return nil, usagef("- stands for one document and cannot be read with others")
		}
		if isGraphFile(p) {
			return nil, usagef("%s holds a graph, which is read by itself: name no other file", filepath.ToSlash(p))
		}
	}
	folder, names, err := commonFolder(paths)
	if err != nil {
		return nil, err
	}
	if within != "" {
		if _, err := files.Within(within, folder); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.ToSlash(folder), err)
		}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("%s: no such folder", filepath.ToSlash(folder))
	}
	defer root.Close()
	read, err := collect.Read(files.FS(root), names, collect.Options{
		Prefix: shownFolder(folder), Title: titleOfFolder(folder), Follow: conf.Follow, Config: conf.document(paths),
	})
	if err != nil {
		return nil, err
	}
	c := &course{name: read.Name, config: conf, graph: read.Graph, diagnostics: conf.judge(read.Diagnostics)}
	for _, f := range read.Files {
		c.files = append(c.files, courseFile{name: f.Name, src: f.Source, options: f.Options})
	}
	return c, nil
}

// commonFolder is the folder that holds all paths, or the one path that is a
// folder itself, with the paths as seen from there.
func commonFolder(paths []string) (folder string, names []string, err error) {
	absolute := make([]string, len(paths))
	for i, p := range paths {
		if absolute[i], err = filepath.Abs(p); err != nil {
			return "", nil, err
		}
	}
	folder = absolute[0]
	if info, err := os.Stat(folder); len(paths) > 1 || err != nil || !info.IsDir() {
		folder = filepath.Dir(folder)
	}
	for _, p := range absolute {
		for !isWithin(folder, p) && folder != filepath.Dir(folder) {
			folder = filepath.Dir(folder)
		}
	}
	for _, p := range absolute {
		rel, err := filepath.Rel(folder, p)
		if err != nil {
			return "", nil, err
		}
		names = append(names, filepath.ToSlash(rel))
	}
	return folder, names, nil
}

func isWithin(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// shownFolder is a folder as the user would write it.
func shownFolder(folder string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return filepath.ToSlash(folder)
	}
	rel, err := filepath.Rel(here, folder)
	if err != nil {
		return filepath.ToSlash(folder)
	}
	if rel == "." {
		return ""
	}
	return filepath.ToSlash(rel)
}

func titleOfFolder(folder string) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(filepath.Base(folder))
}
