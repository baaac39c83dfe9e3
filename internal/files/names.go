package files

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// HiddenError says that a path has an element that begins with a dot, or that a file
// system takes for one that does.
type HiddenError struct{ Element string }

func (e *HiddenError) Error() string {
	if isShort(e.Element) {
		return fmt.Sprintf("nothing is written to %s, for Windows may take it for the short name of something hidden", e.Element)
	}
	return fmt.Sprintf("nothing is written to %s, for its name begins with a dot", e.Element)
}

// Hidden returns a [*HiddenError] for a path with a name in it that begins with a
// dot: that is where programs keep what is theirs, such as .git. It knows what other
// systems make of names, for what is checked on one is written on another. Characters
// that cannot be seen do not count, for macOS leaves them out; and git~1 may be .git on
// Windows.
func Hidden(path string) error {
	for name := range strings.SplitSeq(filepath.ToSlash(path), "/") {
		seen := strings.TrimLeftFunc(name, func(r rune) bool { return unicode.Is(unicode.Cf, r) })
		if strings.HasPrefix(seen, ".") && name != "." && name != ".." || isShort(name) {
			return &HiddenError{name}
		}
	}
	return nil
}

// isShort tells a name such as GIT~1 or ROADMA~2.SVG, as Windows makes them of longer
// ones: at most eight and three characters. It leaves out dots and spaces at the end,
// and what follows a colon names a part of the file.
func isShort(name string) bool {
	name, _, _ = strings.Cut(name, ":")
	name = strings.TrimRight(name, ". ")
	extension := filepath.Ext(name)
	stem, number, found := strings.Cut(strings.TrimSuffix(name, extension), "~")
	return found && stem != "" && number != "" && strings.Trim(number, "0123456789") == "" &&
		utf8.RuneCountInString(stem+number) < 8 && utf8.RuneCountInString(extension) <= 4
}

// NameError says that a path has an element that not every system can have.
type NameError struct{ Element, Why string }

func (e *NameError) Error() string {
	return fmt.Sprintf("%q is no name on Windows: %s", e.Element, e.Why)
}

// devices are names that Windows has for what is no file, in every folder and with any
// extension. A digit may be a small one, too.
var devices = [...]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM#", "LPT#"}

// Portable returns a [*NameError] for a path, with slashes, that is not the same file on
// every system, or none: a repository that has it cannot be checked out everywhere.
func Portable(path string) error {
	for name := range strings.SplitSeq(path, "/") {
		if name == "." || name == ".." {
			continue
		}
		if i := strings.IndexFunc(name, func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) }); i >= 0 {
			return &NameError{name, fmt.Sprintf("none has the character %q", name[i])}
		}
		if strings.TrimRight(name, ". ") != name {
			return &NameError{name, "none ends with a dot or a space"}
		}
		stem, _, _ := strings.Cut(name, ".")
		stem = strings.ToUpper(strings.TrimRight(stem, " "))
		if device := strings.TrimRight(stem, "0123456789¹²³"); utf8.RuneCountInString(stem) == utf8.RuneCountInString(device)+1 {
			stem = device + "#"
		}
		if slices.Contains(devices[:], stem) {
			return &NameError{name, "it stands for a device"}
		}
	}
	return nil
}
