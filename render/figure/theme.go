package figure

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/themes"
)

// mostTheme bounds what is read of a theme's file, in bytes. Package themes takes
// less, and says so.
const mostTheme = 1 << 20

// theme is a theme with what a figure remembers of it.
type theme struct {
	*themes.Theme
	name   string // a built-in one's, or that of the file without its folders
	digest string // tells one file from another; "" for a built-in theme
}

// ThemeFile is the path in Files of the theme, or "" if it is a built-in one.
func (o Options) ThemeFile() string {
	if !isThemeFile(o.Theme) {
		return ""
	}
	return slashed(o.Theme)
}

// themeFile is the file of a theme.
func (o Options) themeFile(path string) File { return File{path, Place{FS: o.Files, Prefix: o.Prefix}} }

// isThemeFile tells paths from the names of built-in themes.
func isThemeFile(name string) bool { return strings.ContainsAny(name, `./\`) }

// OpenTheme is the theme that the options name, or its twin where Mode asks for
// that.
func (o Options) OpenTheme() (*themes.Theme, error) {
	t, err := (&o).openTheme()
	return t.Theme, err
}

// openTheme is the theme that the options name, as they want it. Where Mode asks for
// its twin, the options name that afterwards, unless it is derived.
func (o *Options) openTheme() (theme, error) {
	if o.Theme == autoMode {
		o.Theme, o.Mode = "", cmp.Or(o.Mode, autoMode)
	}
	t, err := o.openMode()
	if err == nil && o.Page == noPage {
		t.Theme = t.WithoutPage()
	}
	return t, err
}

// openMode is the theme for the pages that Mode names.
func (o *Options) openMode() (theme, error) {
	if o.Mode == autoMode {
		return o.openBoth()
	}
	t, err := o.readTheme()
	if err != nil || o.Mode == "" {
		return t, err
	}
	wanted, mode := o.Mode == "dark", o.Mode
	if o.Mode = ""; t.Dark == wanted {
		return t, nil
	}
	if t.Twin == "" {
		o.Mode, t.Theme = mode, t.Derive()
		return t, nil
	}
	if err := o.SetTheme(t.Twin, Place{FS: o.Files, Prefix: o.Prefix, Folder: path.Dir(o.ThemeFile())}); err != nil {
		return t, err
	}
	return o.readTheme()
}

// openBoth is the theme of the name and its twin, as one for pages of both kinds.
func (o *Options) openBoth() (theme, error) {
	t, err := o.readTheme()
	if err != nil {
		return t, err
	}
	other := *o
	if other.Mode = "dark"; t.Dark {
		other.Mode = "light"
	}
	twin, err := other.openMode()
	if err != nil {
		return t, err
	}
	light, dark := t.Theme, twin.Theme
	if t.Dark {
		light, dark = dark, light
	}
	t.Theme = light.WithNight(dark)
	if twin.digest != t.digest {
		t.digest += twin.digest
	}
	return t, nil
}

// derived is the theme that was derived, because another has no twin; or nil.
func (t theme) derived() *themes.Theme {
	for _, of := range []*themes.Theme{t.Theme, t.Night()} {
		if of != nil && of.Derived {
			return of
		}
	}
	return nil
}

// readTheme is the theme of the name.
func (o *Options) readTheme() (theme, error) {
	name := o.Theme
	if name == "" {
		name = themes.Default
	}
	if t, ok := themes.Lookup(name); ok {
		return theme{t, name, ""}, nil
	}
	file := o.themeFile(o.ThemeFile())
	if file.Path == "" {
		return theme{}, unknown("theme", name, themes.Names())
	}
	src, err := file.read("theme", mostTheme)
	if err != nil {
		return theme{}, err
	}
	t, err := themes.Load(bytes.NewReader(src), file.String())
	if err != nil {
		return theme{}, err
	}
	sum := sha256.Sum256(src)
	return theme{t, path.Base(file.Path), hex.EncodeToString(sum[:8])}, nil
}

// SetTheme sets the theme to one whose name, or the path of whose file, is written
// at a place. The place's file system becomes that of the options.
func (o *Options) SetTheme(name string, at Place) error {
	named := *o
	named.Theme = name
	if named.ThemeFile() == "" {
		o.Theme = name
		return nil
	}
	file, err := at.find("theme", name)
	if err == nil {
		o.Theme, o.Files, o.Prefix = "./"+file.Path, file.FS, file.Prefix
	}
	return err
}
