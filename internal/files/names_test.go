package files

import (
	"errors"
	"strings"
	"testing"
)

// Names that lead to .git on some system are refused on all.
func TestHidden(t *testing.T) {
	for _, path := range []string{
		".git", "a/.git/b.svg", ".GIT", ".git.", ".git ", ".git. .", ".git::$INDEX_ALLOCATION", ".g\u200cit", "\u200c.git", "\ufeff.git",
		"git~1", "GIT~1", "a/git~1/b.svg", "git~1.", "git~1 ", "git~1::$INDEX_ALLOCATION", "GI7EBA~1", "ENV~1.LOC", ".. ", "...", "..a",
	} {
		var hidden *HiddenError
		if err := Hidden(path); !errors.As(err, &hidden) {
			t.Errorf("%q: %v", path, err)
		} else if dot := strings.Contains(err.Error(), "a dot"); dot == strings.Contains(path, "~") {
			t.Errorf("%q: %v", path, err)
		}
	}
	for _, path := range []string{"a.svg", "./a", "../a", "a/../b", "roadmap~1.svg", "a~b.svg", "a~", "~1", "v~1.html5x", "git~", "GITHUB~12", "👩\u200d💻.svg"} {
		if err := Hidden(path); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestPortable(t *testing.T) {
	for path, want := range map[string]string{
		"aux.svg": `"aux.svg" is no name on Windows: it stands for a device`,
		"img/NUL": `"NUL" is no name on Windows: it stands for a device`,
		"com1":    "device", "LPT².svg": "device", "con .svg": "device", "conin$": "device", "a/prn/b.svg": "device", "nul.tar.gz": "device",
		"a?.svg":          `"a?.svg" is no name on Windows: none has the character '?'`,
		"C++: basics.svg": "':'", "a*b": "'*'", `a"b`: `'"'`, "a<b": "'<'", "a>b": "'>'", "a|b": "'|'", `a\b`: `'\\'`, "a\x01b": `'\x01'`,
		"a.": "ends with a dot or a space", "a /b.svg": "ends with a dot or a space",
	} {
		var wrong *NameError
		if err := Portable(path); !errors.As(err, &wrong) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", path, err, want)
		}
	}
	for _, path := range []string{"a.svg", "../img/roadmap_1. Lộ trình.svg", "console.svg", "roadmap_con.svg", "com.svg", "com10.svg", "lpt", "auxiliary/nullable.svg", "a,b;c'd&e%.svg", "👩\u200d💻.svg"} {
		if err := Portable(path); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
}
