// Package gitignore tells which files git leaves alone, by the .gitignore files of
// their folder and of those above it. What else git goes by, such as
// .git/info/exclude and the settings of a user, differs between machines and is
// not looked at.
//
// Patterns come from strangers, so each is a regular expression, which takes time
// linear in the name and never more.
package gitignore

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// FileName is the name of files with patterns.
const FileName = ".gitignore"

// MaxSize bounds such a file, in bytes.
const MaxSize = 64 << 10

// Rules are those of a folder and of the folders above it. The zero value and nil
// leave nothing alone. They are not changed, and many goroutines may use them.
type Rules struct {
	above    *Rules
	folder   string
	patterns []pattern
}

// With are the rules with those of a folder's .gitignore put before them. The
// folder is a path with slashes from where all paths begin; "." is that place.
func (r *Rules) With(folder string, text []byte) *Rules {
	own := &Rules{above: r, folder: folder}
	for line := range bytes.Lines(bytes.TrimPrefix(text, []byte("\ufeff"))) {
		if p, ok := parse(strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r")); ok {
			own.patterns = append(own.patterns, p)
		}
	}
	return own
}

// Ignore says whether a file or folder is left alone, whose folder is not: git
// does not look into a folder that it leaves alone.
func (r *Rules) Ignore(name string, isFolder bool) bool {
	for ; r != nil; r = r.above { // the nearest file that says something wins
		inner := name
		if r.folder != "." {
			inner = strings.TrimPrefix(name, r.folder+"/")
		}
		for i := len(r.patterns) - 1; i >= 0; i-- { // and in it the last line
			if p := r.patterns[i]; p.matches(inner, isFolder) {
				return !p.keeps
			}
		}
	}
	return false
}

// A pattern is one line.
type pattern struct {
	keeps      bool   // "!": it is not left alone
	folders    bool   // "/" at the end: only folders are meant
	whole      bool   // a "/" elsewhere: the path is compared, and not only the name
	plain      string // what has no wildcards
	expression *regexp.Regexp
}

func parse(line string) (pattern, bool) {
	var p pattern
	if strings.HasPrefix(line, "#") {
		return p, false
	}
	line = trimSpaces(line)
	line, p.keeps = strings.CutPrefix(line, "!")
	line, p.folders = strings.CutSuffix(line, "/")
	p.whole = strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return p, false
	}
	if !strings.ContainsAny(line, `*?[\`) {
		p.plain = line
		return p, true
	}
	text, ok := expression(line)
	if ok {
		p.expression, _ = regexp.Compile(text)
	}
	return p, p.expression != nil
}

// trimSpaces takes the spaces off the end of a line, but for one behind a backslash.
func trimSpaces(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
			end = min(i+1, len(line))
		case line[i] != ' ':
			end = i + 1
		}
	}
	return line[:end]
}

func (p pattern) matches(name string, isFolder bool) bool {
	if p.folders && !isFolder {
		return false
	}
	if !p.whole {
		name = path.Base(name)
	}
	if p.expression == nil {
		return name == p.plain
	}
	return p.expression.MatchString(wide(name))
}

// wide is a text with a character for each byte, as git compares them.
func wide(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}
