package progress

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// Set is the text of an overlay, which may be empty, with the state of a node of the
// course. Nothing else in it changes. The name is that of its file, for messages; one
// that ends in .json begins as JSON.
func Set(src []byte, name string, g *graph.Graph, id string, s graph.Status) ([]byte, error) {
	o, err := Read(src, name)
	if err != nil {
		return nil, err
	}
	want := map[string]graph.Status{id: s}
	names, key := newNames(g), id
	for _, e := range o.entries {
		if at, wrong := names.find(e.name); wrong == nil && g.Nodes[at].ID == id {
			delete(want, key)
			key, want[e.name] = e.name, s
		} else {
			want[e.name] = e.status
		}
	}
	edited := o.replace(src, key, s)
	if edited == nil {
		edited = o.append(src, name, id, s)
	}
	if again, err := Read(edited, name); err != nil || !again.says(want) {
		return nil, fmt.Errorf("%s is not written as this program writes it: add %s by hand", name, line(id, s))
	}
	return edited, nil
}

// says tells whether an overlay says this and nothing else.
func (o *Overlay) says(want map[string]graph.Status) bool {
	for _, e := range o.entries {
		if want[e.name] != e.status {
			return false
		}
	}
	return len(o.entries) == len(want)
}

// replace puts a state in the place of the one that a key has; nil where that is not
// written in one word.
func (o *Overlay) replace(src []byte, key string, s graph.Status) []byte {
	for _, e := range strictyaml.Entries(o.doc.Root) {
		if strictyaml.KeyOf(e) != key {
			continue
		}
		t := e.Value.GetToken()
		at := offset(src, t.Position.Line, t.Position.Column)
		if quote := src[at:]; len(quote) > 0 && (quote[0] == '"' || quote[0] == '\'') {
			at++
		}
		if rest, ok := bytes.CutPrefix(src[at:], []byte(t.Value)); ok {
			return bytes.Join([][]byte{src[:at], []byte(s), rest}, nil)
		}
	}
	return nil
}

// offset is where a line and a column in characters, both from 1, are in a text.
func offset(src []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			return len(src)
		}
		at += end + 1
	}
	rest := bytes.TrimPrefix(src[at:], []byte("\ufeff"))
	at = len(src) - len(rest)
	for i := range string(rest) {
		if column--; column == 0 {
			return at + i
		}
	}
	return len(src)
}

// append adds an entry at the end, in the manner of the text.
func (o *Overlay) append(src []byte, name, id string, s graph.Status) []byte {
	end := "\n"
	if bytes.Contains(src, []byte("\r\n")) {
		end = "\r\n"
	}
	text := bytes.TrimRight(src, " \t\r\n")
	switch open := bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\ufeff")), " \t\r\n"); {
	case len(open) == 0 && path.Ext(name) == ".json":
		return []byte("{\n  " + quoted(id, s) + "\n}\n")
	case len(open) > 0 && open[0] == '{' && text[len(text)-1] == '}':
		inner := bytes.TrimRight(text[:len(text)-1], " \t\r\n")
		comma := ","
		if len(o.entries) == 0 {
			comma = ""
		}
		return fmt.Appendf(nil, "%s%s%s  %s%s}%s", inner, comma, end, quoted(id, s), end, end)
	case len(text) > 0:
		return fmt.Appendf(nil, "%s%s%s%s", text, end, line(id, s), end)
	}
	return []byte(string(src) + line(id, s) + end)
}

func quoted(id string, s graph.Status) string { return fmt.Sprintf("%q: %q", id, s) }

var plainKey = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z][a-z0-9_-]*/[a-z0-9/_-]+$`) })

// line is an entry as a line of YAML.
func line(id string, s graph.Status) string {
	if plainKey().MatchString(id) {
		return id + ": " + string(s)
	}
	return fmt.Sprintf("%q: %s", id, s)
}

// ErrNoTask says that a node is no item of a task list, so that it has no box.
var ErrNoTask = errors.New("it is no item of a task list, \"- [ ] …\"")

// boxes are the states of the boxes of task lists.
var boxes = map[byte]graph.Status{
	' ': graph.Todo, 'x': graph.Done, 'X': graph.Done, '-': graph.Skipped, '/': graph.Doing, '~': graph.Doing, '>': graph.Doing,
}

// box matches the box of an item at the beginning of its line.
var box = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\x{feff})?[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[([ xX~/>-])\](?:[ \t\r]|$)`)
})

// Tick is the text of a Markdown document, which was read as it is here, with the box
// of a node's item in another state: one character is another. The error is
// [ErrNoTask] where there is no box, or says that something else tells the state.
func Tick(src []byte, n graph.Node, s graph.Status) ([]byte, error) {
	at := offset(src, n.Source.Line, 1)
	if n.Source.Line == 1 {
		at = 0
	}
	text, _, _ := bytes.Cut(src[at:], []byte("\n"))
	m := box().FindSubmatchIndex(text)
	if n.Source.Line < 1 || m == nil {
		return nil, ErrNoTask
	}
	at += m[2]
	if boxes[src[at]] != n.Status {
		return nil, fmt.Errorf("its box is not what says that it is %s: a comment or a setting does", strings.TrimSpace(string(n.Status)))
	}
	if boxes[src[at]] == s {
		return src, nil
	}
	sign := map[graph.Status]byte{graph.Todo: ' ', graph.Done: 'x', graph.Doing: '/', graph.Skipped: '-'}
	ticked := bytes.Clone(src)
	ticked[at] = sign[s]
	return ticked, nil
}
