package preview

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

type courseFile = course.File

// state is what a page is told besides the figure. types.js describes it for scripts.
type state struct {
	Version  string            `json:"version"`
	Title    string            `json:"title"`    // of the course
	File     string            `json:"file"`     // that was read
	Dir      string            `json:"dir"`      // the direction of its language
	Problem  *problem          `json:"problem"`  // why there is no figure of what is chosen; or null
	Figure   string            `json:"figure"`   // tag of the figure; "" for none
	Output   string            `json:"output"`   // the name of its file
	Findings []finding         `json:"findings"` // what is odd
	Parts    []part            `json:"parts"`    // to choose from
	Settled  map[string]string `json:"settled"`  // options that are not chosen in the page and not the default
	Refused  []string          `json:"refused"`  // options that the layout does not take
	Command  string            `json:"command"`
	Comment  string            `json:"comment"`
	Settings string            `json:"settings"`
}

type problem struct {
	Message string `json:"message"`
	Option  string `json:"option"` // whose value is wrong; "" for none
}

type finding struct {
	graph.Diagnostic
	Title string `json:"title"` // of the code
	Quote string `json:"quote"` // the text of the line
}

type part struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Inner bool   `json:"inner"` // it is a section
}

func (p *Preview) serveState(w http.ResponseWriter, r *http.Request) {
	now, good, err := p.readings(r.Context())
	if err != nil {
		http.Error(w, "the preview ends", http.StatusServiceUnavailable)
		return
	}
	s := p.state(r, now, good)
	if r.Context().Err() == nil {
		writeJSON(w, s)
	}
}

func writeJSON(w http.ResponseWriter, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(data)
}

// state draws what the request asks for, and says all about it.
func (p *Preview) state(r *http.Request, now, good *reading) state {
	s := state{Version: now.version, Findings: []finding{}, Parts: []part{}, Settled: map[string]string{}, Refused: []string{}}
	s.complain(now.err)
	var found []graph.Diagnostic
	if now.course != nil {
		found = append(found, now.course.Diagnostics...)
	}
	of := good
	if now.course != nil && good == nil {
		of = now // of which nothing can be drawn, but something said
	}
	if of == nil {
		return s
	}
	s.describe(of)
	c, format, err := choose(r.URL.Query())
	if err == nil {
		p.settle(&s, of)
	}
	if err == nil && of.err == nil {
		var d *drawing
		if d, err = p.draw(r.Context(), of, c, format); err == nil {
			s.Figure, s.Refused = d.tag, append(s.Refused, d.refused...)
			if of == now {
				found = append(found, d.found...)
			}
			err = p.keep(&s, of, c, format)
		}
	}
	if s.Problem == nil {
		s.complain(err)
	}
	if now.course != nil {
		found = report.Sort(found)
		slices.SortStableFunc(found, func(a, b graph.Diagnostic) int {
			return cmp.Compare(slices.Index(severities, a.Severity), slices.Index(severities, b.Severity))
		})
		for _, d := range found {
			code, _ := codes.Lookup(d.Code)
			s.Findings = append(s.Findings, finding{d, code.Title, quote(now.course.Files, d.Position)})
		}
	}
	return s
}

// complain says what went wrong, if anything.
func (s *state) complain(err error) {
	if err == nil {
		return
	}
	s.Problem = &problem{Message: err.Error()}
	if option, ok := errors.AsType[*figure.OptionError](err); ok {
		s.Problem.Option = option.Option
	}
}

// describe says what was read.
func (s *state) describe(r *reading) {
	g := r.course.Graph
	s.Title, s.File, s.Dir = g.Nodes[0].Text(), r.course.Name, "ltr"
	if layout.RightToLeft(g.Language) {
		s.Dir = "rtl"
	}
	drawn := g.Drawn()
	x := graph.NewIndex(drawn)
	for _, i := range x.Nodes(graph.Part) {
		sections := x.Children(i, graph.Section)
		if len(sections) == 0 {
			continue
		}
		s.Parts = append(s.Parts, part{drawn.Nodes[i].ID, drawn.Nodes[i].Text(), false})
		for _, section := range sections {
			s.Parts = append(s.Parts, part{drawn.Nodes[section].ID, drawn.Nodes[section].Text(), true})
		}
	}
}

// keep says how to keep what is drawn.
func (p *Preview) keep(s *state, r *reading, c choice, format formats.Format) error {
	course, o, err := p.completed(r, c)
	if err != nil {
		return err
	}
	said := p.said(c)
	file := output(course, o.Parts, format)
	s.Output = path.Base(file)
	s.Command = p.command(forFormat(said, format), file)
	s.Comment = p.comment(course, forFormat(said, format), file, format)
	s.Settings = p.settings(course, said)
	return nil
}

// settle says which options are not the default although nothing is chosen.
func (p *Preview) settle(s *state, r *reading) {
	_, base, err := p.completed(r, choice{})
	for _, option := range figure.Table() {
		if err == nil && option.Get(&base) != "" {
			s.Settled[option.Name] = strings.Join(spoken(option, &base), ", ")
		}
	}
}

// severities are in the order in which findings are told.
var severities = []graph.Severity{graph.Error, graph.Warning, graph.Info}

// longestQuote bounds the text of a line, in characters.
const longestQuote = 160

// quote is the line of a file at a place, or "" if it is not known.
func quote(all []courseFile, at graph.Position) string {
	for _, f := range all {
		if f.Name != at.File || at.Line < 1 || f.Format != course.Markdown {
			continue
		}
		rest := f.Source
		for range at.Line - 1 {
			end := bytes.IndexByte(rest, '\n')
			if end < 0 {
				return ""
			}
			rest = rest[end+1:]
		}
		line, _, _ := bytes.Cut(rest, []byte("\n"))
		return shortened(strings.TrimSpace(strings.ToValidUTF8(string(line[:min(len(line), 8*longestQuote)]), "\ufffd")))
	}
	return ""
}

func shortened(text string) string {
	if utf8.RuneCountInString(text) <= longestQuote {
		return text
	}
	return string([]rune(text)[:longestQuote]) + "…"
}

// isOver tells whether an error is that of a context that has ended.
func isOver(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
