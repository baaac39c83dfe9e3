package service

import (
	"context"
	"net/http"
	"slices"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	graphs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/render/figure"
	pictures "github.com/roadmapviz/roadmapviz/render/formats"
)

// endpoint makes something of a document that is posted to it.
type endpoint struct {
	path, about string
	formats     []format // what it makes; the first is the default
	options     []figure.Option
	flags       []flag
	texts       []string // what may come along in JSON: names of inline files, without .yaml
	// detailed tells that it answers with diagnostics too, as JSON, where that is liked
	// better than the format's own type.
	detailed bool
	make     func(*Service, context.Context, *order) (*made, error)
}

// format is one of the formats of an endpoint.
type format struct{ name, about, mediaType string }

// flag is a parameter that is true or false.
type flag struct{ name, about string }

// made is what an endpoint has made.
type made struct {
	body  []byte
	found []graph.Diagnostic
}

// Names of parameters.
const (
	allFlag = "all"
	whyFlag = "why"
)

// Types that several endpoints answer in.
const (
	jsonType = "application/json"
	textType = "text/plain"
)

// endpoints are all of them, in the order in which they are documented.
var endpoints = sync.OnceValue(func() []*endpoint {
	all := flag{allFlag, "also what is left out of figures, and why"}
	drawing := drawingOptions()
	return []*endpoint{
		{
			path: "/render", about: "Draw a figure of a course", formats: figureFormats(), options: drawing,
			texts: []string{"theme", "progress", "settings"}, detailed: true, make: (*Service).render,
		},
		{
			path: "/export", about: "Write the graph of a course in another format", formats: exportFormats(), flags: []flag{all},
			options: slices.DeleteFunc(slices.Clone(drawing), func(o figure.Option) bool { return o.Name != "part" }),
			texts:   []string{"settings"}, make: (*Service).export,
		},
		{
			path: "/list", about: "Say what is read of a course: an outline, with reasons",
			formats: []format{{"json", "the outline with the reasons of the reader", jsonType}, {"text", "an indented tree", textType}},
			flags:   []flag{all, {whyFlag, "say as text too of every element why it is read so"}},
			texts:   []string{"progress", "settings"}, make: (*Service).list,
		},
		{
			path: "/lint", about: "Find what is odd in a course and its figure", formats: reportFormats(), options: drawing,
			texts: []string{"theme", "progress", "settings"}, make: (*Service).lint,
		},
	}
})

// drawingOptions are the options of figures that a service takes: those that only name
// files have no meaning here.
func drawingOptions() []figure.Option {
	return slices.DeleteFunc(figure.Table(), func(o figure.Option) bool { return o.NamesFile("x") })
}

// figureFormats are those of figures: SVG first, for it is what most want.
func figureFormats() []format {
	var all []format
	for _, f := range pictures.All() {
		of := format{f.Name, f.Description, f.MediaType}
		if f.Name == "svg" {
			all = slices.Insert(all, 0, of)
		} else {
			all = append(all, of)
		}
	}
	return all
}

// exportFormats are those of graphs: JSON first, for it loses nothing.
func exportFormats() []format {
	var all []format
	for _, f := range graphs.All() {
		of := format{f.Name, f.Description, f.MediaType}
		switch {
		case f.Encode == nil:
		case f.Name == "json":
			all = slices.Insert(all, 0, of)
		default:
			all = append(all, of)
		}
	}
	return all
}

// graphType is the type of a graph as JSON that is posted, because application/json is
// an order with a document in it.
const graphType = "application/vnd.roadmapviz+json"

// readAs are the formats that the types of posted documents tell; "" tells none, and is
// for those of plain text and of figures, which are known by what they hold.
var readAs = sync.OnceValue(func() map[string]string {
	types := map[string]string{
		"": "", textType: "", "application/octet-stream": "", "application/x-www-form-urlencoded": "", // which curl sends unasked
		"text/x-markdown": course.Markdown, graphType: "json",
	}
	for _, f := range graphs.All() {
		if (f.Decode != nil || f.Name == course.Markdown) && f.MediaType != jsonType {
			types[f.MediaType] = f.Name
		}
	}
	for _, f := range pictures.All() {
		if f.Carries {
			types[f.MediaType] = ""
		}
	}
	return types
})

// names are those of the formats.
func (e *endpoint) names() []string {
	var names []string
	for _, f := range e.formats {
		names = append(names, f.name)
	}
	return names
}

// format is the one of a name.
func (e *endpoint) format(name string) (format, bool) {
	for _, f := range e.formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

// choose is the format that an order names, or else that which the client likes best,
// and whether it likes an answer with diagnostics better.
func (e *endpoint) choose(o *order, h http.Header) (f format, detailed bool, err error) {
	if o.format != "" {
		f, ok := e.format(o.format)
		if !ok {
			return f, false, bad(http.StatusNotFound, "%s", unknown("format", o.format, e.names()))
		}
		detailed = e.detailed && f.mediaType != jsonType && acceptable(h, []string{f.mediaType, jsonType}) == 1
		return f, detailed, nil
	}
	var types []string
	var of []format
	for _, f := range e.formats {
		if e.detailed && f.mediaType == jsonType { // which has another meaning here
			continue
		}
		types, of = append(types, f.mediaType), append(of, f)
	}
	if e.detailed {
		types, of = append(types, jsonType), append(of, of[0])
	}
	i := acceptable(h, types)
	if i < 0 {
		return f, false, bad(http.StatusNotAcceptable, "there is nothing of the types that are accepted (there are: %s)", listed(types))
	}
	return of[i], e.detailed && types[i] == jsonType, nil
}
