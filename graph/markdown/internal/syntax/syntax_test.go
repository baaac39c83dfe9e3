package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// nothing parses nothing.
type nothing struct{}

func (nothing) Trigger() []byte { return []byte("[") }

func (nothing) Parse(ast.Node, text.Reader, parser.Context) ast.Node { return nil }

var (
	ours   = Parser(nothing{})
	theirs = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList)).Parser()
)

// outline is the tree of a text in words: kinds, places and what is read of them.
func outline(p parser.Parser, src string) string {
	var b strings.Builder
	depth := 0
	ast.Walk(p.Parse(text.NewReader([]byte(src))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == east.KindFootnoteBacklink { // which is for pages
			return ast.WalkSkipChildren, nil
		}
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&b, "%*s%v %d", 2*depth, "", n.Kind(), n.Pos())
		depth++
		switch n := n.(type) {
		case *ast.Text:
			fmt.Fprintf(&b, " %v %v %v %q", n.Segment, n.IsRaw(), n.SoftLineBreak(), n.Segment.Value([]byte(src)))
		case *east.TaskCheckBox:
			fmt.Fprint(&b, n.IsChecked)
		case *east.DefinitionDescription:
			fmt.Fprint(&b, n.IsTight)
		case *ast.Link:
			fmt.Fprintf(&b, " %q", n.Destination)
		default:
			if n.Type() == ast.TypeBlock {
				fmt.Fprint(&b, n.Lines().Sliced(0, n.Lines().Len()))
			}
		}
		b.WriteString("\n")
		return ast.WalkContinue, nil
	})
	return b.String()
}

// texts are pieces of Markdown with what this package parses.
var texts = []string{
	"a | b\n--|--\n1 | 2\n3\n4 | 5 | 6\n", "| a |\n|---|---|\n| 1 |", "| a | b |\n|---|\n| 1 |", "text\nmore\n| a | b |\n|:--|--:|\n| `x \\| y` | z \\| z |\n\nafter",
	"|a|\n|:-:|\n|`\\|` \\| `a\\|b\\|`|\n", "a\n|\nb", "a|b\n:|:\n", "||\n|-|\n||\n", "a | b\n    --|--\n", "- a | b\n  --|--\n  c | d\n\n  e", "> a | b\n> -|-\n> c\n- d", "a|b\n-|-\f\nc\n", "a\n:-:\n", "|\n|-\n",
	"\ta|b\n\t-|-\n", "1. \ta|b\n   -|-\n", "a|b\r\n-|-\r\n1|2\r\n",
	"- [ ] a\n- [x]b\n- [X]\n- [y] c\n- [\t] d\n\n- [x]  \n  e\n- *[x]* f\n- [x](a)\n", "[x] a\n\n1. [x] [ ] b\n",
	"~~a~~ ~b~ ~~~c~~~ ~~d~ a~~b~~c ~~ e ~~ **~~f**~~\n",
	"a[^1] b[^2] ![^1] [^3] [^] [^a b] !^1]\n\n[^1]: one\n\n    more[^2]\n[^2]: two\n[^1]: again\n[^a b]:\n[^4]: [^4]\n", "> [^q]: quoted\n> on\n\n[^q] and [^Q]\n\n- [^i]:\n    in\n", "[^1]: unused\n", "[^1\\]]: a\n\n[^1\\]]", "[^[a]: b\n\n[^[a]", "[^\na]",
	"[^1]: a\nlazy\n\n[^1]\n\n  [^2]:\tb\n\n[^2][^2]", "[^1]: | a |\n    |---|\n\n[^1] - [x] ",
	"a\n: b\n: c\n\nd\ne\n\n: f\n\n  g\n:h\n", "a\n:   b\n\n    code\n\nnext\n", ": a\n", "a\n:\n", "a\n:\tb\n\tc\n", "- a\n  : b\n    : c\n", "a\n:        b\n", "# h\n: a\n", "a\n\n: b\n\n  : c\n\n  d\n  : e\nf",
	"[a]: /u\n[b]: <v w> 'said'\nrest [a], [b]\n", "   [a]: u\n\n[a]", "text\n[a]: u\n\n[a]", "- [a]: u\n- b\n  [c]: v\n\n[a] [c]", "[a]: u\n===\n\n[a]", "> \t[a]: u\n> [b]:\n> v\n\n[a] [b]", "[a]: u\n| a |\n|---|\n| [a] |", "\f[a]: u\n\n[a]", "- \t[a]: u\n\n[a]",
	"> a\n: b\n", "a\n: b\n  [^1]: c\n\n[^1]", "a\n: x|y\n  -|-\n  1|2\n",
}

// The trees are those of goldmark's own extensions.
func TestTrees(t *testing.T) {
	for _, src := range texts {
		if got, want := outline(ours, src), outline(theirs, src); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", src, got, want)
		}
	}
	files, _ := filepath.Glob("../../testdata/*/*.md")
	if len(files) < 30 {
		t.Errorf("only %d documents were found", len(files))
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := outline(ours, string(src)), outline(theirs, string(src)); got != want {
			t.Errorf("%s differs", f)
		}
	}
}

func FuzzTrees(f *testing.F) {
	for _, src := range texts {
		f.Add(src)
	}
	noBracket := regexp.MustCompile(`![^[]\^`) // which goldmark takes for a footnote
	f.Fuzz(func(t *testing.T, src string) {
		if noBracket.MatchString(src) {
			return
		}
		if got, want := outline(ours, src), outline(theirs, src); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", src, got, want)
		}
	})
}
