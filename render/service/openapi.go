package service

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// operation is one of OpenAPI, which JSON sorts by its keys; so are the parts of it.
type operation = map[string]any

type object = map[string]any

// describe is the description of the service in OpenAPI 3.1, made of the tables that
// the service goes by.
func (s *Service) describe() object {
	paths := object{}
	put := func(method, path string, o operation) {
		if paths[path] == nil {
			paths[path] = object{}
		}
		paths[path].(object)[strings.ToLower(method)] = o
	}
	for _, r := range s.table() {
		put(r.method, r.path, r.describe())
	}
	for path, about := range map[string]string{"/healthz": "Whether the program lives", "/readyz": "Whether it is to be sent requests", "/metrics": "How it does, for Prometheus"} {
		answers := object{"200": object{"description": about, "content": object{textType: object{}}}}
		if path == "/readyz" {
			answers["503"] = object{"description": "It is stopping", "content": object{textType: object{}}}
		}
		put("GET", path, operation{"summary": about, "responses": answers})
	}
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title": "roadmapviz", "version": cmp.Or(s.config.Version, "unknown"),
			"description": "Draws and exports courses that are posted to it. Nothing is kept, and no file or address that a document names is opened.",
		},
		"paths":      paths,
		"components": object{"schemas": schemas(), "responses": responses()},
	}
}

func ref(kind, name string) object { return object{"$ref": "#/components/" + kind + "/" + name} }

func text(more ...string) object {
	t := object{"type": "string"}
	if len(more) > 0 {
		t["description"] = more[0]
	}
	return t
}

func schemas() object {
	position := object{"type": "object", "properties": object{
		"file": text(), "line": object{"type": "integer", "minimum": 1}, "column": object{"type": "integer", "minimum": 1},
	}}
	diagnostic := object{"type": "object", "required": []string{"severity", "code", "message"}, "properties": object{
		"position": position, "severity": object{"enum": []graph.Severity{graph.Info, graph.Warning, graph.Error}},
		"code": object{"type": "string", "pattern": "^RV[0-9]{3}$"}, "message": text(), "hint": text("what to do about it"),
	}}
	list := object{"type": "array", "items": ref("schemas", "Diagnostic")}
	return object{
		"Diagnostic": diagnostic,
		"Figure": object{"type": "object", "required": []string{"format", "mediaType", "encoding", "figure", "diagnostics"}, "additionalProperties": false, "properties": object{
			"format": text(), "mediaType": text(), "encoding": object{"enum": []string{"utf-8", "base64"}}, "figure": text(), "diagnostics": list,
		}},
		"Listing": object{"type": "object", "required": []string{"title", "documents", "elements"}, "properties": object{
			"title": text(), "documents": object{"type": "array"}, "elements": object{"type": "array", "items": object{
				"type": "object", "required": []string{"depth", "role", "title"},
			}},
		}},
		"Problem": object{"type": "object", "required": []string{"type", "title", "status", "detail"}, "additionalProperties": false, "properties": object{
			"type": text(), "title": text(), "status": object{"type": "integer", "minimum": 400, "maximum": 599}, "detail": text(),
			"option": text("which option is wrong"), "diagnostics": list,
		}},
		"KrokiError": object{"type": "object", "required": []string{"error"}, "properties": object{
			"error": object{"type": "object", "required": []string{"code", "message"}, "properties": object{"code": object{"type": "integer"}, "message": text()}},
		}},
	}
}

// refusals are what any request may be answered with instead.
var refusals = map[string]string{
	"400": "The request cannot be understood: an unknown option, a value that is none, JSON that is none",
	"404": "There is no such format",
	"406": "Nothing is made of the types that are accepted",
	"412": "The answer is the one that If-None-Match names",
	"413": "The document is too large",
	"415": "Documents of such a type are not read",
	"422": "Nothing can be made of the document; diagnostics say why",
	"429": "Too many requests are waiting",
	"500": "A fault of the service",
	"503": "The service is too busy, or the work took too long",
}

func responses() object {
	all := object{}
	for status, about := range refusals {
		all["Problem"+status] = object{"description": about, "content": object{problemType: object{"schema": ref("schemas", "Problem")}}}
		all["Kroki"+status] = object{"description": about, "content": object{
			textType: object{}, "image/svg+xml": object{}, jsonType: object{"schema": ref("schemas", "KrokiError")},
		}}
	}
	return all
}

// answers are what an operation may be answered with.
func answers(kind string, content object, more object) object {
	all := object{"200": object{
		"description": "What was asked for", "content": content,
		"headers": object{
			"ETag":                   object{"schema": text("tells answers apart")},
			"Roadmapviz-Diagnostics": object{"schema": text("how many diagnostics there are: error=0, warning=2, info=1")},
		},
	}}
	for status := range refusals {
		all[status] = ref("responses", kind+status)
	}
	maps.Copy(all, more)
	return all
}

func aboutOperation() operation {
	return operation{"summary": "What this is, for people", "responses": object{"200": object{"description": "A short text", "content": object{textType: object{}}}}}
}

func openAPIOperation() operation {
	return operation{"summary": "This description", "responses": object{"200": object{"description": "OpenAPI", "content": object{jsonType: object{"schema": object{"type": "object"}}}}}}
}

// schema is that of an option's values.
func schema(o figure.Option) object {
	s := text()
	switch o.Kind {
	case figure.Number, figure.Integer:
		s = object{"type": string(o.Kind), "minimum": o.Least}
		if o.Most > 0 {
			s["maximum"] = o.Most
		}
	case figure.Switch:
		s = object{"type": "boolean"}
	case figure.List:
		s = object{"type": "array", "items": text()}
	}
	if o.Values != nil {
		s["enum"] = o.Values
	}
	about := o.About
	if o.Default != "" {
		about += " (default: " + o.Default + ")"
	}
	s["description"] = about
	return s
}

// properties are what an order of the endpoint may say, but for its options and texts.
func (e *endpoint) properties() map[string]object {
	all := map[string]object{
		"format": {"enum": e.names(), "description": "what is made; without it Accept says so, and else it is " + e.formats[0].name},
		"from":   {"enum": course.Readable(), "description": "the format of the document; without it Content-Type and the name say so, and else it is " + course.Markdown},
		"name":   text("what the document is called in messages, such as README.md; its extension tells the format"),
	}
	for _, f := range e.flags {
		all[f.name] = object{"type": "boolean", "description": f.about}
	}
	return all
}

func parameter(in, name string, s object) object {
	s = maps.Clone(s)
	about := s["description"]
	delete(s, "description")
	return object{"in": in, "name": name, "schema": s, "description": about}
}

// query are the parameters of the endpoint.
func (e *endpoint) query() []object {
	var all []object
	named := e.properties()
	for _, name := range slices.Sorted(maps.Keys(named)) {
		all = append(all, parameter("query", name, named[name]))
	}
	return append(all, optionParameters(e.options)...)
}

func optionParameters(options []figure.Option) []object {
	var all []object
	for _, o := range options {
		all = append(all, parameter("query", o.Name, schema(o)))
	}
	return all
}

func optionProperties(options []figure.Option) object {
	all := object{}
	for _, o := range options {
		all[o.Name] = schema(o)
	}
	return object{"type": "object", "additionalProperties": false, "properties": all}
}

// textsAbout says what may come along with a document.
var textsAbout = map[string]string{
	"theme":    "the YAML of a theme, in the place of a built-in one",
	"progress": "the YAML or JSON that says how far a learner is",
	"settings": "the YAML of a roadmapviz.yaml",
}

// content are media types, each with its schema if it is known.
func (e *endpoint) content() object {
	all := object{}
	for _, f := range e.formats {
		if f.mediaType != jsonType {
			all[f.mediaType] = object{}
		}
	}
	switch e.path {
	case "/render":
		all[jsonType] = object{"schema": object{"anyOf": []object{ref("schemas", "Figure"), {"type": "object", "description": "a diagram"}}}}
	case "/list":
		all[jsonType] = object{"schema": ref("schemas", "Listing")}
	case "/lint":
		all[jsonType] = object{"schema": object{"type": "array", "items": ref("schemas", "Diagnostic")}}
	default:
		all[jsonType] = object{"schema": object{"type": "object"}}
	}
	return all
}

func (e *endpoint) operation() operation {
	body := object{"source": text("the document")}
	for name, property := range e.properties() {
		body[name] = property
	}
	for _, name := range e.texts {
		body[name] = text(textsAbout[name])
	}
	if len(e.options) > 0 {
		body["options"] = optionProperties(e.options)
	}
	content := object{jsonType: object{"schema": object{"type": "object", "required": []string{"source"}, "additionalProperties": false, "properties": body}}}
	for mediaType := range readAs() {
		if mediaType != "" {
			content[mediaType] = object{}
		}
	}
	about := e.about + ". The body is the document, or JSON with it; a document that is JSON itself comes with from, or as " + graphType + "."
	return operation{
		"summary": e.about, "description": about, "parameters": e.query(),
		"requestBody": object{"required": true, "content": content},
		"responses":   answers("Problem", e.content(), nil),
	}
}

// Kroki's operations.

func krokiContent() object {
	all := object{}
	for _, f := range figureFormats() {
		all[f.mediaType] = object{}
	}
	return all
}

func formatParameter(in string) object {
	return object{"in": in, "name": "format", "required": true, "schema": object{"enum": drawing().names()}}
}

func krokiParameters(more ...object) []object {
	from := parameter("query", "from", drawing().properties()["from"])
	return append(append(more, from), optionParameters(drawing().options)...)
}

func krokiGetOperation() operation {
	source := object{"in": "path", "name": packed, "required": true, "schema": text(), "description": "the document, deflated with zlib, in base64url"}
	return operation{
		"summary": "Draw a figure of a course, in the protocol of Kroki", "parameters": krokiParameters(formatParameter("path"), source),
		"responses": answers("Kroki", krokiContent(), object{"304": object{"description": "The answer is the one that If-None-Match names"}}),
	}
}

func krokiPostOperation(withFormat bool) func() operation {
	return func() operation {
		var parameters []object
		if withFormat {
			parameters = append(parameters, formatParameter("path"))
		}
		return operation{
			"summary": "Draw a figure of a course, in the protocol of Kroki", "parameters": krokiParameters(parameters...),
			"requestBody": krokiRequest("diagram_source"), "responses": answers("Kroki", krokiContent(), nil),
		}
	}
}

func krokiRootOperation() operation {
	body := krokiRequest("diagram_source", "diagram_type", "output_format")
	return operation{
		"summary": "Draw a figure of a course, in the protocol of Kroki", "parameters": krokiParameters(),
		"requestBody": body, "responses": answers("Kroki", krokiContent(), nil),
	}
}

func krokiRequest(required ...string) object {
	names := object{}
	for _, o := range drawing().options {
		names[o.Name] = schema(o)
	}
	body := object{"type": "object", "required": required, "properties": object{
		"diagram_source": text("the document"), "diagram_type": object{"enum": krokiTypes}, "output_format": object{"enum": drawing().names()},
		"diagram_options": object{"type": "object", "properties": names, "description": "names are of any case, and unknown ones mean nothing"},
	}}
	content := object{jsonType: object{"schema": body}}
	if len(required) == 1 {
		content[textType], content["application/x-www-form-urlencoded"] = object{}, object{}
	}
	return object{"required": true, "content": content}
}
