package page

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// remarked are the offsets of the comments that elements have their notes from.
func remarked(d *Document) []int {
	var at []int
	note := func(e *Element) {
		if e.Note != nil {
			at = append(at, e.Note.At-len("<!--"))
		}
	}
	note(d.Root)
	d.Root.Each(note)
	return at
}

// checkComments holds what is promised of the comments of every file, and that
// the reader takes those that the finder finds and no other.
func checkComments(t *testing.T, src []byte) {
	t.Helper()
	comments, odd := Comments(src, "a.md")
	d := Read(src, Options{File: "a.md"})
	told := d.Sorted()
	ours := slices.DeleteFunc(slices.Clone(d.comments), func(c comment) bool { return c.kind == blockEnd })
	if len(ours) != len(comments) {
		t.Fatalf("the finder finds %d comments, the reader %d", len(comments), len(ours))
	}
	for _, o := range odd {
		if !slices.Contains(told, o) {
			t.Fatalf("the reader does not tell %v", o)
		}
	}
	for i, c := range comments {
		if c.Kind != ours[i].kind || c.Position != d.Position(ours[i].at) {
			t.Fatalf("the finder finds %+v, the reader %+v", c, ours[i])
		}
		unread := slices.ContainsFunc(told, func(f graph.Diagnostic) bool { return f.Code == codes.UnreadComment.ID && f.Position == c.Position })
		if c.Kind == Annotation && !ours[i].read && !unread && !d.Full(codes.UnreadComment) {
			t.Fatalf("nobody takes %+v", c)
		}
		for _, s := range c.Settings {
			if s.Key != strings.ToLower(s.Key) || strings.ContainsFunc(s.Key, isBetween) || strings.Contains(s.Key, "=") || s.Position.Line < c.Position.Line || !s.HasValue && s.Value != "" {
				t.Fatalf("%+v", s)
			}
		}
		if isUTF16(src) {
			if c.Start != -1 || c.End != -1 {
				t.Fatalf("%+v has a place in UTF-16", c)
			}
			continue
		}
		if text := src[c.Start:c.End]; !bytes.HasPrefix(text, []byte("<!--")) || !bytes.HasSuffix(text, []byte("-->")) {
			t.Fatalf("%+v is %q", c, text)
		}
		if in := c.Inside; in[1] > len(src) || in != [2]int{} && in[0] < c.End {
			t.Fatalf("%+v", c)
		}
	}
	for _, at := range remarked(d) {
		if c := d.commentAt(at); c == nil || !c.read {
			t.Fatalf("an element has a note of no comment, at %d", at)
		}
	}
}

func TestComments(t *testing.T) {
	for _, src := range samples(t) {
		checkComments(t, src)
	}
}

func FuzzComments(f *testing.F) {
	for _, src := range samples(f) {
		if bytes.Contains(src, []byte("roadmap:")) {
			f.Add(src)
		}
	}
	for _, src := range []string{
		"a <!-- roadmap: skip --> b\n```\n<!-- roadmap: skip -->\n```\n<!-- roadmapviz:begin -->\r\nx\r\n<!-- roadmapviz:end -->\r\n",
		"\ufeff> - # a <!-- Roadmap : label=“b\n> c”, figure x= y=z -->\n\n    - d <!-- roadmap: id='e' -->\n",
		"??? note \"S\"\n    - T <!-- roadmap: label=„x“ -->\n\n        - U <!-- roadmap: optional=no -->\n",
		"<table><tr><td><pre><!-- roadmap: skip --></pre> x <!-- roadmap: skip -->\n\n<!-- roadmap: topic\n\n--></td></table>\n<!-- roadmapviz begin -->\n",
		"| a `<!-- roadmap: skip -->` | b <!-- roadmap: part -->|\n|-|-|\n| c [^1] | <!-- roadmap: label=\"d -->|\n\n[^1]: x <!-- roadmap: after=y -->\n",
		"\xff\xfe<\x00!\x00-\x00-\x00 \x00r\x00o\x00a\x00d\x00m\x00a\x00p\x00:\x00 \x00s\x00k\x00i\x00p\x00-\x00-\x00>\x00",
		"caf\u00c3\u00a9 \u00e2\u20ac\u2122 <!-- roadmap: label=\u00e2\u20ac\u0153x\u00e2\u20ac\u009d -->\n",
	} {
		f.Add([]byte(src))
	}
	f.Add([]byte("[![x](a.svg)](b.html) <a href='c.pdf'>d\n\n<p><a href=e.htm><pre><img src=f.svg>\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		checkComments(t, src)
		for _, l := range Links(src, "a.md") {
			if l.At.Line < 1 || l.URL == "" && l.Image.Line > 0 && l.At == l.Image {
				t.Errorf("%q: %+v", src, l)
			}
		}
	})
}
