package markup

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// quotation is a title in a sentence, as fmt's %q writes it.
var quotation = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"(?:[^"\\]|\\.)*"`) })

// Sentence is a sentence of ours in Markdown, with the titles that it quotes as
// code. Where there is more than plain words beside them, all is code.
func Sentence(s string) string {
	quoted := quotation()
	words := quoted.ReplaceAllString(s, "")
	if strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" ,;()'", r) }) {
		return Code(s)
	}
	return quoted.ReplaceAllStringFunc(s, func(title string) string {
		plain, err := strconv.Unquote(title)
		if err != nil {
			plain = title
		}
		return Code(plain)
	})
}

// Code is text that others wrote, in Markdown: as code it is no markup, and no
// site makes links of the names, numbers and addresses in it. (A backslash does
// not keep "@name" from calling somebody.)
func Code(s string) string {
	s = terminal.Escape(s)
	longest, run := 0, 0
	for _, r := range s {
		if run++; r != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if strings.Trim(s, "` ") != s || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
