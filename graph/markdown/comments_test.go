package markdown

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// said puts into words what a comment says, as docs/annotations.md does.
func said(c Comment) string {
	var all []string
	for _, s := range c.Settings {
		if s.HasValue {
			all = append(all, fmt.Sprintf("%s is %q", s.Key, s.Value))
		} else {
			all = append(all, s.Key)
		}
	}
	return c.Kind + ": " + strings.Join(all, ", ")
}

func annotationsPage(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/annotations.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The examples of the page say what they are said to say, to the finder and to
// the parser.
func TestExamplesOfComments(t *testing.T) {
	examples := regexp.MustCompile("(?m)^\\| `(<!--.*?-->)` \\| (.*) \\|$").FindAllStringSubmatch(annotationsPage(t), -1)
	if len(examples) < 10 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, e := range examples {
		comments, odd := Comments([]byte(e[1]), "a.md")
		got := "nothing"
		if len(comments) == 1 {
			got = said(comments[0])
		}
		want, _, isOdd := strings.Cut(e[2], ", and [RV023]")
		isBlock := strings.HasPrefix(want, Block) // without its end
		if got != want || isOdd != (len(odd) > 0 && odd[0].Code == codes.UnreadComment.ID) && !isBlock {
			t.Errorf("%s\n says %s, %v\nwant %s", e[1], got, odd, e[2])
		}
		g, _ := Parse([]byte("# C\n\n## P\n\n### S "+e[1]+"\n\n- a\n- b\n"), Options{})
		label, ok := strings.CutPrefix(want, "annotation: label is ")
		if label, _, _ = strings.Cut(strings.TrimPrefix(label, `"`), `"`); ok && label != "" && (len(g.Nodes) < 3 || g.Nodes[2].Label != label) {
			t.Errorf("%s: the parser does not read the label %q: %v", e[1], label, g.Nodes)
		}
	}
}

// The grammar is the same in the documentation of the package.
func TestGrammarIsWrittenOnce(t *testing.T) {
	grammar := regexp.MustCompile("(?s)```text\n(comment = .*?)```").FindStringSubmatch(annotationsPage(t))
	src, err := os.ReadFile("markdown.go")
	if err != nil || grammar == nil {
		t.Fatal("no grammar", err)
	}
	doc := strings.ReplaceAll(string(src), "//\t", "")
	if !strings.Contains(doc, "\n"+grammar[1]+"//\n") {
		t.Errorf("the documentation of the package lacks the grammar\n%s", grammar[1])
	}
}

// spelled are annotations that all give the label "Two words".
var spelled = map[string]string{
	"double":      `<!-- roadmap: label="Two words" -->`,
	"single":      `<!-- roadmap: label='Two words' -->`,
	"typographic": `<!-- roadmap: label=“Two words” -->`,
	"of one":      `<!-- roadmap: label=‘Two words’ -->`,
	"German":      `<!-- roadmap: label=„Two words“ -->`,
	"Polish":      `<!-- roadmap: label=„Two words” -->`,
	"Swedish":     `<!-- roadmap: label=”Two words” -->`,
	"French":      `<!-- roadmap: label=«Two words» -->`,
	"Danish":      `<!-- roadmap: label=»Two words« -->`,
	"commas":      `<!-- roadmap: optional, label="Two words", -->`,
	"joined":      `<!-- roadmap: optional,label="Two words"optional -->`,
	"spaces":      `<!--   Roadmap :label = "Two words"   -->`,
	"no spaces":   `<!--roadmap:label="Two words"-->`,
	"no-break":    "<!-- roadmap:\u00a0label=\"Two words\"\u00a0-->",
	"capitals":    `<!-- ROADMAP: LABEL="Two words" OPTIONAL=Yes -->`,
}

// counts are documents with a place X where a comment about the topic T counts.
var counts = map[string]string{
	"heading":    "# C\n\n## P\n\n### S\n\n#### T X\n\n#### U\n",
	"below":      "# C\n\n## P\n\n### S\n\n#### T\nX\n\n#### U\n",
	"line below": "# C\n\n## P\n\n### S\n\n#### T\n\nX\n\n#### U\n",
	"item":       "# C\n\n## P\n\n### S\n\n- T X\n- U\n",
	"in item":    "# C\n\n## P\n\n### S\n\n- T\n  X\n- U\n",
	"block":      "# C\n\n## P\n\n### S\n\n- T\n\n  X\n\n- U\n",
	"row":        "# C\n\n## P\n\n### S\n\n| Topic | About |\n|---|---|\n| T X | one |\n| U | two |\n",
	"html":       "# C\n\n## P\n\n### S\n\n<ul>\n<li>T X</li>\n<li>U</li>\n</ul>\n",
	"html head":  "# C\n\n## P\n\n### S\n\n<h4>T X</h4>\n\n#### U\n",
	"html row":   "# C\n\n## P\n\n### S\n\n<table>\n<tr><th>Topic</th><th>About</th></tr>\n<tr><td>T X</td><td>one</td></tr>\n<tr><td>U</td><td>two</td></tr>\n</table>\n",
	"div":        "# C\n\n## P\n\n### S\n\n<h4>T</h4>\n<div>\nX\n</div>\n\n#### U\n",
	"after code": "# C\n\n## P\n\n### S\n\n- T `<!-- roadmap: skip -->` X\n- U\n",
	"after pre":  "# C\n\n## P\n\n### S\n\n<h4>T</h4>\n<pre>\n<!-- roadmap: skip -->\n</pre> X\n\n#### U\n",
	"attribute":  "# C\n\n## P\n\n### S\n\n<h4>T</h4>\n<a title=\"<!-- roadmap: skip -->\"></a> X\n\n#### U\n",
	"front":      "---\ntitle: \"<!-- roadmap: skip -->\"\n---\n\n# C\n\n## P\n\n### S\n\n- T X\n- U\n",
	"too far":    "# C\n\n## P\n\n### S\n\n      - T X\n      - U\n",
	"admonition": "# C\n\n## P\n\n??? note \"S\"\n\n    - T X\n    - U\n\n??? note \"S2\"\n    - V\n",
}

// hides are documents with a place X where a comment does not count.
var hides = map[string]string{
	"span":       "# C\n\n## P\n\n### S\n\n- T `X`\n- U\n",
	"spans":      "# C\n\n## P\n\n### S\n\n- T ``` X ```\n- U\n",
	"fence":      "# C\n\n## P\n\n### S\n\n- T\n\n  ```html\n  X\n  ```\n- U\n",
	"tildes":     "# C\n\n## P\n\n### S\n\n- T\n  ~~~~\n  ~~~\n  X\n  ~~~~\n- U\n",
	"code":       "# C\n\n## P\n\n### S\n\n#### T\n\n    X\n\n#### U\n",
	"comment":    "# C\n\n## P\n\n### S\n\n#### T\n\n<!-- see X\n\n#### U\n",
	"pre":        "# C\n\n## P\n\n### S\n\n#### T\n\n<pre>\n\nX\n</pre>\n\n#### U\n",
	"inline pre": "# C\n\n## P\n\n### S\n\n- T <pre>X</pre>\n- U\n",
	"script":     "# C\n\n## P\n\n### S\n\n#### T\n<script>\nX\n</script>\n\n#### U\n",
	"escaped":    "# C\n\n## P\n\n### S\n\n- T \\X\n- U\n",
	"attribute":  "# C\n\n## P\n\n### S\n\n#### T\n<p title='X'></p>\n\n#### U\n",
	"front":      "---\ntitle: C # X\n---\n\n# C\n\n## P\n\n### S\n\n- T\n- U\n",
	"far":        "# C\n\n## P\n\n### S\n\n#### T\n\n    <div>\n    X\n    </div>\n\n#### U\n",
}

// encodings are ways to keep a text in a file.
var encodings = map[string]func(string) string{
	"LF":   func(s string) string { return s },
	"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"CR":   func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
	"mark": func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
}

// Wherever a comment counts, parser and finder take it for the same, at the same
// place; where it does not, none of them does.
func TestParserAndFinderAgreeOnComments(t *testing.T) {
	for how, comment := range spelled {
		for where, text := range counts {
			for in, encode := range encodings {
				at := strings.Index(encode(text), "X")
				checkLabel(t, how+", "+where+", "+in, encode(strings.ReplaceAll(text, "X", comment)), "Two words", at)
			}
		}
	}
	for where, text := range hides {
		for in, encode := range encodings {
			checkLabel(t, where+", "+in, encode(strings.ReplaceAll(text, "X", spelled["double"])), "", -1)
		}
	}
	long := "<!-- roadmap: label=\"Two\n   words\",\n   optional\n   -->"
	for where, text := range map[string]string{
		"heading": "# C\n\n## P\n\n### S\n\n#### T\nX\n\n#### U\n",
		"item":    "# C\n\n## P\n\n### S\n\n- T\n  X\n- U\n",
		"list":    "# C\n\n## P\n\n### S\n\n1. T\n\n   X\n\n2. U\n",
	} {
		for in, encode := range encodings {
			at := strings.Index(encode(text), "X")
			checkLabel(t, "lines, "+where+", "+in, encode(strings.ReplaceAll(text, "X", long)), "Two words", at)
		}
	}
}

// checkLabel holds what parser and finder say of a file against the label that
// it gives the topic T, with a comment at an offset.
func checkLabel(t *testing.T, name, src, label string, at int) {
	t.Helper()
	g, found := Parse([]byte(src), Options{File: "a.md"})
	got, n := "", 0
	for _, node := range g.Nodes {
		if strings.Contains(node.Title, "T") && len(node.Title) < 50 && node.Kind != graph.Course {
			got = node.Label
			n++
		}
	}
	for _, d := range found {
		if d.Code == codes.UnreadComment.ID || d.Code == codes.UnknownKey.ID || d.Code == codes.BadValue.ID {
			t.Errorf("%s: %v", name, d)
		}
	}
	if got != label || n == 0 {
		t.Errorf("%s: the parser gives %q\n%s", name, got, src)
	}
	comments, odd := Comments([]byte(src), "a.md")
	if len(odd) > 0 {
		t.Errorf("%s: %v", name, odd)
	}
	if label == "" {
		if len(comments) > 0 {
			t.Errorf("%s: the finder finds %v", name, comments)
		}
		return
	}
	if len(comments) != 1 || comments[0].Start != at || !strings.HasSuffix(src[:comments[0].End], "-->") {
		t.Errorf("%s: the finder finds %v, want one at %d", name, comments, at)
		return
	}
	c := comments[0]
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(src[:at], "\r\n", "\n"), "\r", "\n"), "\n")
	column := len([]rune(strings.TrimPrefix(lines[len(lines)-1], "\ufeff"))) + 1
	if c.Position != (graph.Position{File: "a.md", Line: len(lines), Column: column}) {
		t.Errorf("%s: at %v", name, c.Position)
	}
	for _, s := range c.Settings {
		if s.Key == "label" && (s.Value != label || s.Unclosed) {
			t.Errorf("%s: the finder reads %q", name, s.Value)
		}
	}
}

// In a block quote the marks of its lines are no part of a comment.
func TestCommentInBlockQuote(t *testing.T) {
	src := "> <!-- roadmap: figure\n> part='Two\n> words' theme=dark -->\n> ![x](y.svg)\n"
	comments, odd := Comments([]byte(src), "a.md")
	if len(odd) > 0 || len(comments) != 1 || said(comments[0]) != `figure: figure, part is "Two words", theme is "dark"` {
		t.Errorf("%v, %v", comments, odd)
	}
	if at := comments[0].Settings[1].Position.String(); at != "a.md:2:3" {
		t.Errorf("part is at %s", at)
	}
}

// What is nearly a comment of ours is told with its place; what only begins with
// the word is nobody's business.
func TestNearMisses(t *testing.T) {
	for _, test := range []struct{ comment, want string }{
		{"<!-- roadmap label=x -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmap skip -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- Roadmap: label=x colour=red -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmapviz begin part=x -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmapviz:beginn part=x -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmap:begin part=x -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmapviz: label=x -->", "a.md:3:3: warning RV023: this comment seems"},
		{"<!-- roadmap: label=x", "a.md:3:3: warning RV023: the comment never ends"},
		{"<!-- roadmapviz:end -->", "a.md:3:3: warning RV023: no <!-- roadmapviz:begin -->"},
		{"<!-- roadmapviz:begin -->", "a.md:3:3: warning RV023: no <!-- roadmapviz:end -->"},
		{"<!-- roadmap: label=“x -->", "a.md:3:17: warning RV008: the quotation mark"},
		{"<!-- roadmap: figure part=“x -->", "a.md:3:24: warning RV008: the quotation mark"},
		{"<!-- ROADMAP -->", ""},
		{"<!-- Roadmap: see https://example.org/?a=b -->", ""},
		{"<!-- roadmap of the project -->", ""},
		{"<!-- roadmap-start -->", ""},
		{"<!-- roadmap begin -->", ""},
		{"<!-- roadmapviz drew this -->", ""},
		{"<!-- roadmaps: label=x -->", ""},
		{"<!-- the roadmap: label=x -->", ""},
		{`\<!-- roadmap: label=x`, ""},
		{"`<!-- roadmap label=x -->`", ""},
	} {
		src := "# C\n\n- " + test.comment + "\n"
		_, odd := Comments([]byte(src), "a.md")
		got := ""
		if len(odd) > 0 {
			got = odd[0].String()
		}
		if !strings.HasPrefix(got, test.want) || len(odd) > 1 || (got == "") != (test.want == "") {
			t.Errorf("%s: %v", test.comment, odd)
		}
		_, found := Parse([]byte(src), Options{File: "a.md"})
		for _, d := range odd {
			told := false
			for _, f := range found {
				told = told || f == d
			}
			if !told {
				t.Errorf("%s: the parser does not tell %v", test.comment, d)
			}
		}
	}
}

// Annotations where nothing is read that they could speak of are told.
func TestAnnotationOfNothing(t *testing.T) {
	_, found := Parse([]byte("# C\n\n- a [^1]\n- b\n\n[^1]: note <!-- roadmap: optional -->\n"), Options{File: "a.md"})
	told := 0
	for _, d := range found {
		if d.Code == codes.UnreadComment.ID && d.Position.Line == 6 {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times: %v", told, found)
	}
}

// Comments are found in a time that grows with the length of the file, whatever
// it holds.
func TestHostileComments(t *testing.T) {
	const size = 5 << 20
	for name, piece := range map[string]string{
		"open":           "<!--",
		"open lines":     "<!--\n",
		"open ours":      "x <!-- roadmap: \n",
		"ours":           "<!-- roadmap: label=x -->",
		"lines of ours":  "- x <!-- roadmap: label=x --> <!-- roadmap: figure -->\n",
		"quotes":         `"`,
		"lines of them":  "\"\n",
		"settings":       "a=b, ",
		"lines of those": "a = 'b'\n",
		"spaces":         "<!--          \n",
		"pre":            "<pre><!-- roadmap: x --></\n",
		"begin":          "<!-- roadmapviz:begin -->\n",
		"blocks":         "<!-- roadmapviz:begin -->\n<!-- roadmapviz:end -->\n",
		"code":           "    - x <!-- roadmap: label=x -->\n\n",
	} {
		src := []byte("# C\n\n<!-- roadmap: label=\"" + strings.Repeat(piece, size/len(piece)) + "\" -->\n")
		bare := []byte("# C\n\n- x <!-- roadmap: skip -->\n\n" + strings.Repeat(piece, size/len(piece)))
		begin := time.Now()
		_, odd := Comments(src, "a.md")
		_, more := Comments(bare, "a.md")
		if len(odd)+len(more) > 1000 {
			t.Errorf("%s: %d diagnostics", name, len(odd)+len(more))
		}
		t.Logf("%s: %v", name, time.Since(begin))
	}
}
