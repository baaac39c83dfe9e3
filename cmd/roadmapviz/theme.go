package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/themes"
)

// mostTheme bounds what is read of a theme's file, in bytes. Package themes
// takes less, and says so.
const mostTheme = 1 << 20

// themeName is the value of --theme: the name of a built-in theme, or the path of
// a YAML file.
type themeName struct {
	name   string
	within string // the folder that the file must lie in; "" if the user named it
}

func (t *themeName) String() string { return t.name }
func (t *themeName) Type() string   { return "string" }

// Set takes the name that the user gives.
func (t *themeName) Set(name string) error {
	*t = themeName{name: name}
	return nil
}

// setWithin takes a name that a document, a setting or a figure gives: a path as
// seen from a folder, which does not lead out of another one.
func (t *themeName) setWithin(within, from, name string) error {
	*t = themeName{name, within}
	if t.path() == "" {
		return nil
	}
	if !filepath.IsAbs(name) {
		t.name = relativePath(from, name)
	}
	if _, err := files.Within(within, t.name); err != nil {
		return fmt.Errorf("theme %s: %w", name, err)
	}
	return nil
}

// isThemePath tells paths from names.
func isThemePath(name string) bool { return strings.ContainsAny(name, `./\`) }

// path is the theme's file, or "" for a built-in one.
func (t *themeName) path() string {
	if _, builtIn := themes.Lookup(t.name); builtIn || !isThemePath(t.name) {
		return ""
	}
	return t.name
}

// open is the theme.
func (t *themeName) open() (*themes.Theme, error) {
	if theme, ok := themes.Lookup(t.name); ok {
		return theme, nil
	}
	if t.path() == "" {
		return nil, unknown("theme", t.name, themes.Names())
	}
	src, err := t.read()
	if err != nil {
		return nil, err
	}
	return themes.Load(bytes.NewReader(src), filepath.ToSlash(t.name))
}

func (t *themeName) read() (src []byte, err error) {
	if t.within == "" {
		src, err = files.Read(t.name, mostTheme)
	} else {
		src, err = files.ReadWithin(t.within, t.name, mostTheme)
	}
	if err != nil {
		return nil, fmt.Errorf("theme %s: %w", filepath.ToSlash(t.name), withoutPath(err))
	}
	return src, nil
}

// digest tells one theme's file from another.
func (t *themeName) digest() (string, error) {
	src, err := t.read()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:8]), nil
}

// setTwin changes the theme for its dark twin, if it has one and is not dark.
// The file of a twin is named as seen from the theme's.
func (t *themeName) setTwin() error {
	theme, err := t.open()
	if err != nil || theme.Dark || theme.Twin == "" {
		return err
	}
	return t.setWithin(t.within, filepath.Dir(t.name), theme.Twin)
}
