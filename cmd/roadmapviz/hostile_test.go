package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// hostile is what people write who want a terminal or a runner to obey: an
// escape sequence that fills the clipboard, a workflow command, a line that
// reads in another direction.
const hostile = "\x1b]52;c;ZXZpbA==\a\n::error::evil\r\u009b31m\u202eevil\u2028::add-mask::evil ##[error]evil"

// hostileCourse is a course in JSON, all of whose texts are hostile.
func hostileCourse(t *testing.T) []byte {
	t.Helper()
	type m = map[string]any
	node := func(id, kind, parent string) m {
		return m{"id": id, "kind": kind, "parent": parent, "title": "::error::x" + hostile, "icon": ":error::" + hostile, "number": hostile,
			"summary": hostile, "author": hostile, "attributes": m{"hours": hostile}, "source": m{"file": hostile, "line": 1}}
	}
	course := node("course", "course", "")
	delete(course, "parent")
	text, err := json.Marshal(m{"roadmapviz": 1, "nodes": []m{
		course, node("a"+hostile, "part", "course"), node("b", "section", "a"+hostile), node("c", "topic", "b"), node("d"+hostile, "topic", "b"),
	}, "edges": []m{
		{"from": "c", "to": "d" + hostile, "kind": "requires", "reason": hostile},
		{"from": "d" + hostile, "to": "c", "kind": "requires", "reason": hostile},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// obeyed is what in a program's output a terminal or a runner would obey.
func obeyed(out string) string {
	for line := range strings.Lines(out) {
		text := strings.TrimRight(line, "\n")
		if !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool {
			return r != '\t' && unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
		}) {
			return line
		}
		if strings.HasPrefix(strings.TrimSpace(text), "::") || strings.Contains(text, "##[") {
			return line
		}
	}
	return ""
}

func TestTextIsNotObeyed(t *testing.T) {
	t.Chdir(t.TempDir())
	course := hostileCourse(t)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("a.json", string(course))
	write("b.json", strings.ReplaceAll(string(course), `\u202eevil`, `good`))
	inMarkdown := strings.NewReplacer("\n", " ", "\r", " ", "\u2028", " ").Replace(hostile) // else other lines begin
	write("README.md", "# Course"+inMarkdown+"\n\n## Part"+inMarkdown+"\n\n### Section\n<!-- roadmap: requires=\""+inMarkdown+"\" -->\n\n##### ::error::x"+inMarkdown+"\n\n- **One"+inMarkdown+"**: x\n- **Two**: x\n- **Two**: x\n")
	write("figures.md", "# C\n\n## P\n\n![roadmap](img/%0a::error::%1b]52;c;x%07roadmap.svg)\n\n![roadmap](::error::/roadmap.svg)\n\n![roadmap](../%0a::error::%1b]52;c;x%07/roadmap.svg)\n\n### S\n\n- a\n- b\n")
	write("marked.md", "# C\n\n## P\n\n<!-- roadmap: figure "+inMarkdown+"=x -->\n![roadmap](roadmap.svg)\n\n### S\n\n- a\n- b\n")
	write("broken.dot", "digraph { \"a"+hostile+"\" [kind=\""+hostile+"\"]; b [kind=topic] }")
	write("broken.opml", "<opml><body><"+hostile)
	if err := os.Mkdir("evil", 0o777); err != nil {
		t.Fatal(err)
	}
	write("evil/roadmapviz.yaml", "\"theme\\e]52;c;x\\a\\n::error::x\": x\nlayout: \"\\n::error::\\e[31m\"\n")
	write("theme.yaml", "\"name\\e]52;c;x\\a\\n::error::x\": x\n")
	for _, args := range [][]string{
		{"list", "a.json"}, {"list", "--all", "a.json"}, {"list", "--why", "--all"}, {"list", "broken.dot"}, {"list", "broken.opml"}, {"list", "\n::error::x"},
		{"next", "a.json"}, {"order", "a.json"}, {"path", "a.json", "--to", "c"}, {"path", "a.json", "--to", hostile}, {"stats", "a.json"},
		{"explain", "c", "d" + hostile, "a.json"}, {"explain", hostile, "c", "a.json"}, {"init", "-o", "-", "a.json"}, {"init", "-o", "-"},
		{"diff", "a.json", "b.json"}, {"diff", "a.json", "README.md"}, {"lint"}, {"lint", "a.json"}, {"lint", "--fix", "--dry-run"},
		{"check", "figures.md"}, {"check", "marked.md"}, {"sync", "--dry-run", "figures.md"}, {"sync", "figures.md"}, {"sync"}, {"inspect", "a.json"},
		{"render", "--theme", "theme.yaml", "-o", "x.svg"}, {"render", "--part", hostile}, {"render", "--" + hostile}, {hostile},
		{"render", "a.json", "-o", "x.svg"}, {"__complete", "render", "--part", ""}, {"render", "-o", "x.svg", "--highlight", hostile},
	} {
		var out, errs bytes.Buffer
		run(args, strings.NewReader(""), &out, &errs)
		for _, text := range []string{out.String(), errs.String()} {
			if line := obeyed(text); line != "" {
				t.Errorf("%.80q prints %q", args, line)
			}
		}
		if out.Len()+errs.Len() == 0 && args[0] != "render" {
			t.Errorf("%.80q prints nothing", args)
		}
	}
	t.Chdir("evil")
	write("README.md", "# C\n\n## P\n\n### S\n\n- a\n- b\n")
	var out, errs bytes.Buffer
	if run([]string{"list"}, nil, &out, &errs); obeyed(errs.String()) != "" || errs.Len() == 0 {
		t.Errorf("a configuration prints %q", errs.String())
	}
}

// A workflow command of ours ends where we end it.
func TestAnnotationsAreOurs(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("README.md", []byte("# C\n\n## P\n\n![roadmap](img/%0a::error::%1b]52;c;x%07roadmap.svg)\n\n### S\n\n- a\n- b\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	run([]string{"check", "--format", "github"}, nil, &out, &errs)
	if n := strings.Count(out.String(), "\n"); n != 1 || !strings.HasPrefix(out.String(), "::error file=README.md,line=5,title=roadmapviz::img/%0A") || strings.Contains(out.String(), "\x1b") {
		t.Errorf("%q", out.String())
	}
}

// What a report in Markdown quotes calls nobody and leads nowhere: it is code,
// where no site looks for names, numbers and addresses.
func TestReportsQuoteTitles(t *testing.T) {
	t.Chdir(t.TempDir())
	const title = "@octocat #1 https://evil.example www.evil.example [x](https://evil.example) <img src=x> `@octocat` ``#1`` :+1: \\`"
	for name, text := range map[string]string{
		"old.md": "# C\n\n## P\n\n![roadmap](" + "@octocat%23-www.evil.example-%60%3Cb%3E" + "roadmap.svg)\n\n### S\n\n- **a**: x\n- **b**: x\n",
		"new.md": "# C\n\n## P\n\n### S\n\n- **" + strings.NewReplacer("[", `\[`, "<", `\<`, "`", "\\`", `\`, `\\`).Replace(title) + "**: x\n- **b**: x\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	code := regexp.MustCompile(`(?s)<code>.*?</code>`)
	for _, args := range [][]string{{"diff", "old.md", "new.md", "--format", "markdown"}, {"check", "old.md", "--format", "markdown"}} {
		var out, errs, page bytes.Buffer
		run(args, nil, &out, &errs)
		if err := md.Convert(out.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		rest := code.ReplaceAllString(page.String(), "")
		if !strings.Contains(page.String(), "octocat") || regexp.MustCompile(`@|#|evil|<a|<img|<b>`).MatchString(rest) {
			t.Errorf("%v prints\n%s\nwhich becomes\n%s", args, out.String(), page.String())
		}
	}
	if files, _ := filepath.Glob("*"); len(files) != 2 {
		t.Errorf("there are %q", files)
	}
}

// The address of the document is a setting, and settings too come from anybody.
func TestBaseURLIsSafe(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"README.md":       "# C\n\n## P\n\n### S\n\n- a\n- b\n",
		"roadmapviz.yaml": "base-url: \"javascript:alert(1)//\"\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if code := run([]string{"render"}, nil, &out, &errs); code != exitFailed || !strings.Contains(errs.String(), `roadmapviz.yaml:1:11: error RV201: base-url is an address that a click may lead to`) {
		t.Errorf("status %d, %q", code, errs.String())
	}
	if err := os.Remove("roadmapviz.yaml"); err != nil {
		t.Fatal(err)
	}
	if code := run([]string{"render", "--base-url", "javascript:alert(1)//"}, nil, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), `--base-url is an address that a click may lead to`) {
		t.Errorf("status %d, %q", code, errs.String())
	}
	if code := run([]string{"render", "--base-url", "https://example.org/README.md"}, nil, &out, &errs); code != exitOK || !strings.Contains(out.String(), `href="https://example.org/README.md#s"`) {
		t.Errorf("status %d, %q", code, errs.String())
	}
}
