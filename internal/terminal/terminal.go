// Package terminal writes text for people, on terminals and into logs. Most of
// it was written by somebody else: titles, names of files, what is wrong with
// them. So whatever a terminal or the runner of a workflow would obey is shown
// and not done, and one line stays one line.
package terminal

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Print writes one line of text; format and args are those of [fmt.Sprintf],
// and the line break is Print's.
func Print(w io.Writer, format string, args ...any) error {
	_, err := io.WriteString(w, Line(fmt.Sprintf(format, args...))+"\n")
	return err
}

// Line is text as Print writes it, without the line break.
func Line(text string) string { return muzzle(Escape(text)) }

// PrintError writes what an error says behind a prefix, and what joined errors
// say in a line each.
func PrintError(w io.Writer, prefix string, err error) {
	for _, e := range split(err) {
		Print(w, "%s%v", prefix, e)
	}
}

// split takes apart what errors.Join has joined.
func split(err error) []error {
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil && inner.Error() == err.Error() {
			return split(inner)
		}
	case interface{ Unwrap() []error }:
		var all []error
		var lines []string
		for _, inner := range e.Unwrap() {
			all = append(all, split(inner)...)
			lines = append(lines, inner.Error())
		}
		if strings.Join(lines, "\n") == err.Error() {
			return all
		}
	}
	return []error{err}
}

// Escape shows text in one line: control characters but the tab, line breaks of
// every kind, what turns the direction of writing, and bytes that are no UTF-8
// become escapes as Go has them, such as \n, \x1b and \u202e.
func Escape(text string) string {
	if !needsEscape(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == utf8.RuneError && size == 1 || isObeyed(r) && r < utf8.RuneSelf:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case isObeyed(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}

func needsEscape(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsFunc(text, isObeyed)
}

// isObeyed tells the characters that do something and show nothing.
func isObeyed(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && r != '\t' || r == 0x7f
	}
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control) || r == 0xfeff // a byte order mark
}

// muzzle keeps a line from being a command to the runner of a workflow, which
// obeys "::error::" at the beginning of a line of any program's output, behind
// space too, and "##[error]" anywhere.
func muzzle(line string) string {
	text := strings.TrimLeftFunc(line, unicode.IsSpace)
	if strings.HasPrefix(text, "::") && strings.Contains(text[2:], "::") {
		line = line[:len(line)-len(text)] + `\x3a` + text[1:]
	}
	if !strings.Contains(line, "##") {
		return line
	}
	return commands.Replace(line)
}

// commands breaks what runners obey wherever it stands.
var commands = strings.NewReplacer("##[", `\x23#[`, "##vso[", `\x23#vso[`, "##teamcity[", `\x23#teamcity[`)
