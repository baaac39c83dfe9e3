package terminal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPrint(t *testing.T) {
	for text, want := range map[string]string{
		"plain, Größe, 日本語 👩‍🏫\tx": "plain, Größe, 日本語 👩‍🏫\tx",
		"a\nb\r\nc":                       `a\nb\r\nc`,
		"\x1b]52;c;ZXZpbA==\a\x7f\x00":    `\x1b]52;c;ZXZpbA==\x07\x7f\x00`,
		"c1 \u009b31m \u0085":             `c1 \u009b31m \u0085`,
		"bidi \u202eevil\u2066\u200f":     `bidi \u202eevil\u2066\u200f`,
		"\ufeff::error::x":                `\ufeff::error::x`,
		"lines\u2028and\u2029":            `lines\u2028and\u2029`,
		"bytes \xff\xc3":                  `bytes \xff\xc3`,
		"::error::x":                      `\x3a:error::x`,
		" \t\u00a0::add-mask::x":          " \t\u00a0" + `\x3a:add-mask::x`,
		"::before of CSS":                 "::before of CSS",
		"a ::error::x":                    "a ::error::x",
		"a ##[add-path]x ##vso[task.x]":   `a \x23#[add-path]x \x23#vso[task.x]`,
		"## heading, #[x]":                "## heading, #[x]",
		"README.md:3:1: warning RV001: é": "README.md:3:1: warning RV001: é",
	} {
		var b strings.Builder
		Print(&b, "%s", text)
		if b.String() != want+"\n" {
			t.Errorf("%q is shown as %q, want %q", text, b.String(), want)
		}
	}
}

func TestPrintError(t *testing.T) {
	one, two := errors.New("one"), errors.New("two\nlines")
	for _, c := range []struct {
		err  error
		want string
	}{
		{one, "p: one\n"},
		{two, "p: two\\nlines\n"},
		{errors.Join(one, errors.Join(two, one)), "p: one\np: two\\nlines\np: one\n"},
		{fmt.Errorf("%w", errors.Join(one, two)), "p: one\np: two\\nlines\n"},
		{fmt.Errorf("%w and %w", one, two), "p: one and two\\nlines\n"},
		{fmt.Errorf("file: %w", errors.Join(one, one)), "p: file: one\\none\n"},
	} {
		var b strings.Builder
		PrintError(&b, "p: ", c.err)
		if b.String() != c.want {
			t.Errorf("%q is shown as %q, want %q", c.err, b.String(), c.want)
		}
	}
}

func FuzzPrint(f *testing.F) {
	f.Add("\x1b[31m::error::\u202e")
	f.Fuzz(func(t *testing.T, text string) {
		var b strings.Builder
		Print(&b, "%s", text)
		line, ok := strings.CutSuffix(b.String(), "\n")
		if !ok || !utf8.ValidString(line) || strings.ContainsFunc(line, isObeyed) {
			t.Errorf("%q is shown as %q", text, b.String())
		}
		if Escape(line) != line {
			t.Errorf("%q is escaped twice", text)
		}
	})
}
