package service

import (
	"bytes"
	"io/fs"
	"time"
)

// inline is the file system of the texts that came with a request, by the names that
// messages call them.
type inline map[string]string

// Names of such texts.
const (
	themeFile    = "theme.yaml"
	progressFile = "progress.yaml"
	settingsFile = "roadmapviz.yaml"
)

func (in inline) Open(name string) (fs.File, error) {
	text, ok := in[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &inlineFile{*bytes.NewReader([]byte(text)), name}, nil
}

// inlineFile is one of the texts, and what is known of it as a file.
type inlineFile struct {
	bytes.Reader
	name string
}

func (f *inlineFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *inlineFile) Close() error               { return nil }
func (f *inlineFile) Name() string               { return f.name }
func (f *inlineFile) Mode() fs.FileMode          { return 0o444 }
func (f *inlineFile) ModTime() time.Time         { return time.Time{} }
func (f *inlineFile) IsDir() bool                { return false }
func (f *inlineFile) Sys() any                   { return nil }
