package figure

import (
	"errors"
	"fmt"

	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// ThemeFinding is what is wrong with a theme: as text a line with the place, and as
// JSON an object with the keys of [themes.FileError].
type ThemeFinding struct {
	themes.FileError
	Pair *themes.Finding `json:"contrast,omitempty"` // two colours, if it is about them
}

// String is the line.
func (f ThemeFinding) String() string { return f.Error() }

// CheckTheme finds what is wrong with the theme of a figure, whose file is called as
// it is to be told: mistakes in it or, without any, marks that no icon has and colours
// that stand out too little. The error is for a theme that cannot be read.
func CheckTheme(file string, o Options) ([]ThemeFinding, error) {
	t, err := o.OpenTheme()
	if mistakes := themeMistakes(err); len(mistakes) > 0 {
		return mistakes, nil
	}
	if err != nil {
		return nil, err
	}
	var found []ThemeFinding
	for _, m := range t.Marks() {
		if _, ok := icons.Name(m.Name); !ok {
			message := fmt.Sprintf("there is no icon %q: nothing is drawn", m.Name)
			found = append(found, ThemeFinding{FileError: themes.FileError{File: file, Line: m.Line, Column: m.Column, Message: message}})
		}
	}
	for _, f := range t.Check() {
		message := f.String()
		if f.Inherited != "" {
			message += " (as in " + f.Inherited + ")"
		}
		found = append(found, ThemeFinding{themes.FileError{File: file, Line: f.Line, Column: f.Column, Message: message}, &f})
	}
	return found, nil
}

// themeMistakes are the mistakes in a file that an error joins.
func themeMistakes(err error) []ThemeFinding {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []ThemeFinding
		for _, e := range joined.Unwrap() {
			all = append(all, themeMistakes(e)...)
		}
		return all
	}
	var mistake *themes.FileError
	if errors.As(err, &mistake) {
		return []ThemeFinding{{FileError: *mistake}}
	}
	return nil
}
