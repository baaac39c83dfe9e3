package page

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/roadmapviz/roadmapviz/graph"
)

type style uint8

const (
	bold    style = 1 << iota
	raised        // <sup>, <sub>: "FREE", "new"; never part of a title
	picture       // an image; the text is its alternative
	breaks        // a line break
	hard          // the same, as the author asked for it
	code          // a code span
)

// A span is a piece of inline text in one style.
type span struct {
	text  string
	url   string // where it links to, or the address of a picture
	to    string // where a picture links to
	at    int    // offset of its first byte in the source
	style style
}

// A run is the inline content of one block, and what was found in it beside
// the text.
type run struct {
	spans    []span
	comments []int        // where comments begin
	tags     []tagAt      // <details> and <summary>, which are no inline content
	status   graph.Status // of a task list's box
	boxed    bool
	optional bool

	// open HTML elements
	bold, raised int
	lowered      bool // <sub>
	url          string
}

// A tagAt is a tag with its place.
type tagAt struct {
	tag
	at int
}

// maxInline bounds the depth of emphasis in emphasis in links.
const maxInline = 40

func (r *reader) inlines(run *run, n ast.Node, st style, url string, depth int) {
	if depth > maxInline {
		return
	}
	var next ast.Node
	for c := n.FirstChild(); c != nil; c = next {
		next = c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			r.text(run, c, st, url)
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					run.add(r.src[t.Segment.Start:t.Segment.Stop], url, t.Segment.Start, st|code)
				}
			}
		case *ast.Emphasis:
			if c.Level >= 2 {
				r.inlines(run, c, st|bold, url, depth+1)
			} else {
				r.inlines(run, c, st, url, depth+1)
			}
		case *ast.Link:
			if isFootnote(r, c) {
				continue
			}
			r.inlines(run, c, st, r.address(c.Destination), depth+1)
		case *ast.Image:
			run.picture(r.plain(c, depth+1), r.address(c.Destination), url, c.Pos(), st)
		case *ast.AutoLink:
			label := string(c.Label(r.clean))
			run.add(label, string(c.URL(r.clean)), c.Pos(), st)
		case *ast.RawHTML:
			r.rawHTML(run, c, st, url)
		case *east.TaskCheckBox:
			if last := r.linkInBox(run, c, st); last != nil {
				next = last.NextSibling()
				continue
			}
			run.status, run.boxed = graph.Todo, true
			if c.IsChecked {
				run.status = graph.Done
			}
		case *ast.String:
			run.add(string(c.Value), url, -1, st)
		default: // strikethrough and the like
			r.inlines(run, c, st, url, depth+1)
		}
	}
}

// sourced makes a string of bytes without a copy where they are a piece of the
// source, as most addresses are.
func (r *reader) sourced(b []byte) string {
	at := cap(r.clean) - cap(b)
	if at >= 0 && at+len(b) <= len(r.src) && r.src[at:at+len(b)] == string(b) {
		return r.src[at : at+len(b)]
	}
	return string(b)
}

func (r *reader) text(run *run, t *ast.Text, st style, url string) {
	s := r.src[t.Segment.Start:t.Segment.Stop]
	if url == "" && run.url == "" && !r.literal && (strings.Contains(s, "://") || strings.Contains(s, "www.")) {
		r.bare(run, s, t.Segment.Start, st)
	} else {
		if !t.IsRaw() && (strings.IndexByte(s, '\\') >= 0 || strings.IndexByte(s, '&') >= 0) {
			s = unescape(s)
		}
		run.add(s, url, t.Segment.Start, st)
		r.join(run)
	}
	if t.HardLineBreak() {
		run.add(" ", url, t.Segment.Stop, st|breaks|hard)
	} else if t.SoftLineBreak() {
		run.add(" ", url, t.Segment.Stop, st|breaks)
	}
}

// join makes one span of the last two if they are one piece of the source:
// the syntax is cut at each "_" and "[" that turns out to mean nothing.
func (r *reader) join(run *run) {
	n := len(run.spans)
	if n < 2 {
		return
	}
	a, b := &run.spans[n-2], &run.spans[n-1]
	end := a.at + len(a.text)
	if a.style != b.style || a.url != b.url || a.at < 0 || end != b.at || a.style&(picture|breaks) != 0 {
		return
	}
	end += len(b.text)
	if end <= len(r.src) && r.src[a.at:b.at] == a.text && r.src[b.at:end] == b.text {
		a.text = r.src[a.at:end]
		run.spans = run.spans[:n-1]
	}
}

// unescape resolves backslash escapes and entities.
func unescape(s string) string {
	b := util.UnescapePunctuations([]byte(s))
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(b)))
}

// add appends text in the style of the open HTML elements.
func (run *run) add(text, url string, at int, st style) {
	if text == "" && st&picture == 0 {
		return
	}
	if run.bold > 0 {
		st |= bold
	}
	if run.raised > 0 && !run.isIndex(text) {
		st |= raised
	}
	if url == "" {
		url = run.url
	}
	run.spans = append(run.spans, span{text: text, url: url, at: at, style: st})
}

// picture adds an image, which may be a link.
func (run *run) picture(alt, src, to string, at int, st style) {
	run.add(alt, src, at, st|picture)
	run.spans[len(run.spans)-1].to = cmp.Or(to, run.url)
}

// isIndex says whether raised or lowered text belongs to the word before it:
// the 2 of H₂O and of x², not "new" and no mark of a note.
func (run *run) isIndex(text string) bool {
	n := len(run.spans)
	if n == 0 || len(text) > 3 || strings.ContainsAny(text, " *[") {
		return false
	}
	before := run.spans[n-1].text
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return word != "" && (run.lowered || len(word) <= 2)
}

// rawHTML takes inline HTML for what it means.
func (r *reader) rawHTML(run *run, n *ast.RawHTML, st style, url string) {
	if n.Segments.Len() == 0 {
		return
	}
	start := n.Segments.At(0).Start
	raw := r.src[start:n.Segments.At(n.Segments.Len()-1).Stop]
	if strings.HasPrefix(raw, "<!--") {
		run.comments = append(run.comments, start)
		return
	}
	t, _ := nextTag(raw, 0)
	switch {
	case t.name == "details" || t.name == "summary":
		run.tags = append(run.tags, tagAt{t, start})
	case t.name != "" && !isElement(t.name): // "Vec<T>"
		run.add(raw, url, start, st)
	default:
		run.tag(t, start, st)
	}
}

// elements are the names of HTML's elements that may stand in text; what else
// looks like a tag is text that a careless author did not escape.
const elements = " a abbr address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup " +
	"data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form g h1 h2 h3 h4 h5 h6 head header hr html i " +
	"iframe img input ins kbd label legend li link main map mark menu meta nav nobr noscript object ol optgroup option output p param path picture pre " +
	"progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead " +
	"time title tr track tt u ul var video wbr "

func isElement(name string) bool { return strings.Contains(elements, " "+name+" ") }

// tag opens or closes an HTML element within a run.
func (run *run) tag(t tag, at int, st style) {
	step := 1
	if t.closes {
		step = -1
	}
	switch t.name {
	case "b", "strong":
		run.bold = max(0, run.bold+step)
	case "sup", "sub", "small":
		run.raised, run.lowered = max(0, run.raised+step), t.name == "sub"
	case "a":
		run.url = ""
		if !t.closes {
			run.url = t.attr("href")
		}
	case "br":
		run.add(" ", "", at, st|breaks|hard)
	case "img":
		run.picture(t.attr("alt"), t.attr("src"), run.url, at, st)
	}
}

// plain is the text of a node without styles, such as a picture's alternative.
func (r *reader) plain(n ast.Node, depth int) string {
	var inner run
	r.inlines(&inner, n, 0, "", depth)
	return textOf(inner.spans)
}

// textOf joins spans to plain text, without pictures and raised text.
func textOf(spans []span) string { return textWithout(picture|raised, spans) }

// textWithout joins spans to plain text, without those in some styles.
func textWithout(st style, spans []span) string {
	only, size := -1, 0
	for i, s := range spans {
		if s.style&st == 0 {
			if size == 0 {
				only = i
			} else {
				only = -1
			}
			size += len(s.text)
		}
	}
	if only >= 0 {
		return spans[only].text
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range spans {
		if s.style&st == 0 {
			b.WriteString(s.text)
		}
	}
	return b.String()
}
