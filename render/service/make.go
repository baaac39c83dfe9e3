package service

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	graphs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/graph/listing"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/lint"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
	pictures "github.com/roadmapviz/roadmapviz/render/formats"
)

// posted is a course that was posted, with the settings that came with it.
type posted struct {
	*course.Course
	settings *settings.Settings
}

// mostEdges is how many edges a course may have for each element that it may have.
const mostEdges = 8

// read reads the course of an order.
func (s *Service) read(ctx context.Context, o *order, settle bool) (*posted, error) {
	p := &posted{settings: &settings.Settings{}}
	var err error
	if text, ok := o.texts[settingsFile]; ok {
		if p.settings, err = settings.Parse([]byte(text), settingsFile); err != nil {
			return nil, undrawable(err, nil)
		}
	}
	name := cmp.Or(o.name, "document")
	p.Course, err = course.Parse(ctx, o.source, name, course.Options{
		From: o.from, Config: p.settings.Config, Settle: settle, Limits: course.Limits{Elements: s.config.Limits.Elements, Edges: mostEdges * s.config.Limits.Elements},
	})
	if err != nil {
		return nil, undrawable(err, nil)
	}
	p.Diagnostics = p.settings.Judge(p.Diagnostics)
	return p, ctx.Err()
}

// figure are the options of an order: what it says itself, then what the figure says
// that was posted, then the settings.
func (s *Service) figure(o *order, p *posted) (figure.Options, error) {
	l := s.config.Limits
	of := figure.Options{Machine: figure.Machine{
		Fonts: s.config.Machine.Fonts, Engine: s.engine, EngineBytes: s.config.Machine.EngineBytes, Limits: figure.Limits{Elements: l.Elements, Edges: mostEdges * l.Elements, Pixels: l.Pixels},
	}}
	for _, option := range figure.Table() {
		for _, value := range o.options[option.Name] {
			if err := option.Set(&of, value); err != nil {
				return of, err
			}
		}
	}
	if _, ok := o.texts[themeFile]; ok {
		if of.Theme != "" {
			return of, bad(http.StatusBadRequest, "there are two themes: one by its name, one as a text")
		}
		of.Theme, of.Files = "./"+themeFile, o.texts
	}
	if _, ok := o.texts[progressFile]; ok {
		of.Progress, of.Learner = progressFile, figure.Place{FS: o.texts}
	}
	said := map[string]string{}
	set := func(name string) bool {
		_, ok := o.options[name]
		return ok || name == "theme" && of.ThemeFile() != "" || name == "progress" && of.Progress != ""
	}
	if p.Figure != nil {
		said = p.Figure.Options
		if err := of.Adopt(said, set, figure.Place{}); err != nil {
			return of, err
		}
	}
	// Nothing that these name is opened: they are in no file system.
	if err := p.settings.Apply(&of, func(name string) bool { return said[name] != "" || set(name) }); err != nil {
		return of, err
	}
	return of, concise(of)
}

// What values of options may have, in bytes: some are written beside every element.
const (
	mostText = 1 << 10
	mostList = 64 << 10
)

// concise tells whether no option is longer than any needs to be, whoever has set it.
func concise(of figure.Options) error {
	for _, option := range figure.Table() {
		most := mostText
		if option.Kind == figure.List {
			most = mostList
		}
		if n := len(option.Get(&of)); n > most {
			return &figure.OptionError{Option: option.Name, Message: fmt.Sprintf("%s is longer than the %s that it may have", option.Name, words.Count(most, "byte"))}
		}
	}
	return nil
}

// drawable is an error with all that is wrong with a course, if that has errors.
func (p *posted) drawable() error {
	if n := report.Count(p.Diagnostics, graph.Error); n > 0 {
		return &problem{http.StatusUnprocessableEntity, fmt.Sprintf("the document has %s; nothing is drawn", words.Count(n, "error")), p.Diagnostics}
	}
	return nil
}

// engine is that of the machine. What it lacks is for whoever runs the service to know,
// and for clients a layout that there is not.
func (s *Service) engine(name string) (layout.Engine, error) {
	if s.config.Machine.Engine == nil {
		return nil, nil
	}
	e, err := s.config.Machine.Engine(name)
	if err != nil {
		s.config.Log.Warn("no engine", "layout", name, "error", err)
		err = &figure.OptionError{Option: "layout", Message: "this service has no engine for it", Err: err}
	}
	return e, err
}

func (s *Service) render(ctx context.Context, o *order) (*made, error) {
	p, err := s.read(ctx, o, false)
	if err != nil {
		return nil, err
	}
	if err := p.drawable(); err != nil {
		return nil, err
	}
	options, err := s.figure(o, p)
	if err != nil {
		return nil, undrawable(err, p.Diagnostics)
	}
	format, _ := pictures.Lookup(o.format)
	f, err := figure.New(p.Graph, options.For(format))
	if err != nil {
		return nil, undrawable(err, p.Diagnostics)
	}
	cost := f.Cost(format)
	if err := o.room.grow(needs{cost.Bytes, cost.Pixels}); err != nil {
		return nil, err
	}
	data, found, err := f.Draw(ctx, format)
	if err != nil { // options may ask for what no format can hold
		return nil, undrawable(err, p.Diagnostics)
	}
	return &made{data, append(p.Diagnostics, p.settings.Judge(found)...)}, nil
}

func (s *Service) export(ctx context.Context, o *order) (*made, error) {
	p, err := s.read(ctx, o, false)
	if err != nil {
		return nil, err
	}
	g := p.Graph
	if parts := o.options["part"]; len(parts) > 0 {
		chosen, err := figure.Choose(g, parts)
		if err == nil {
			g, err = g.Select(graph.IDs(chosen)...)
		}
		if err != nil {
			return nil, undrawable(err, p.Diagnostics)
		}
	}
	if !o.flags[allFlag] {
		g = g.Drawn()
	}
	format, _ := graphs.Lookup(o.format)
	var b bytes.Buffer
	if err := format.Encode(ctx, &b, g); err != nil {
		return nil, err
	}
	found := p.Diagnostics
	if format.Check != nil {
		found = append(found, p.settings.Judge(format.Check(b.String()))...)
	}
	return &made{b.Bytes(), found}, nil
}

func (s *Service) list(ctx context.Context, o *order) (*made, error) {
	p, err := s.read(ctx, o, false)
	if err != nil {
		return nil, err
	}
	options, err := s.figure(o, p)
	if err != nil {
		return nil, err
	}
	g, err := options.Learned(p.Graph)
	if err != nil {
		return nil, undrawable(err, p.Diagnostics)
	}
	if !o.flags[allFlag] {
		g = g.Drawn()
	}
	l := listing.Of(g)
	if o.flags[allFlag] || o.flags[whyFlag] || o.format == "json" {
		var why []markdown.Explanation
		for _, f := range p.Files {
			if f.IsMarkdown() {
				x, err := markdown.Explain(ctx, f.Source, f.Options)
				if err != nil {
					return nil, err
				}
				why = append(why, x)
			}
		}
		l.Explain(why, o.flags[allFlag])
	}
	var b bytes.Buffer
	if o.format == "json" {
		err = l.JSON(until.Writer(ctx, &b))
	} else {
		err = l.Text(until.Writer(ctx, &b), o.flags[whyFlag])
	}
	return &made{b.Bytes(), p.Diagnostics}, err
}

// reportFormats are those of what is odd: JSON first, for it is for programs.
func reportFormats() []format {
	return []format{
		{"json", "a list of diagnostics", jsonType},
		{"sarif", "SARIF 2.1.0, for code scanning", "application/sarif+json"},
		{"markdown", "a comment on a pull request", "text/markdown"},
		{"github", "annotations of GitHub Actions", textType},
		{"text", "a line each", textType},
	}
}

func (s *Service) lint(ctx context.Context, o *order) (*made, error) {
	p, err := s.read(ctx, o, true)
	if err != nil {
		return nil, err
	}
	options, err := s.figure(o, p)
	if err != nil {
		return nil, undrawable(err, p.Diagnostics)
	}
	if f, err := figure.New(p.Graph, options); err == nil { // which is laid out
		svg, _ := pictures.Lookup("svg")
		if err := o.room.grow(needs{bytes: f.Cost(svg).Bytes}); err != nil {
			return nil, err
		}
	}
	more, err := lint.Course(ctx, p.Course, options)
	if err != nil && !errors.Is(err, figure.ErrNothing) {
		return nil, undrawable(err, p.Diagnostics)
	}
	found := report.Sort(append(p.Diagnostics, p.settings.Judge(more)...))
	write, _ := report.Lookup(o.format)
	var b bytes.Buffer
	err = write(until.Writer(ctx, &b), found)
	return &made{b.Bytes(), found}, err
}
