package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// node is an element of an SVG document.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

func (n *node) number(name string) float64 {
	x, _ := strconv.ParseFloat(strings.TrimSuffix(n.attr(name), "px"), 64)
	return x
}

// matrix is SVG's (a b c d e f).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) apply(p point) point {
	return point{m[0]*p.x + m[2]*p.y + m[4], m[1]*p.x + m[3]*p.y + m[5]}
}

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// state is what an element hands down to its children.
type state struct {
	fill, stroke       string
	opacity            float64 // of the groups around, multiplied
	fillOpacity        float64
	strokeOpacity      float64
	strokeWidth        float64
	roundCaps, evenOdd bool
	at                 matrix
	uses               int // how deep in <use>
}

// shape is one flat filled path.
type shape struct {
	path       path
	r, g, b, a uint8
	evenOdd    bool
	ink        bool // in the page's ink: currentColor
}

// drawing turns an SVG document into shapes.
type drawing struct {
	ids    map[string]*node
	box    [4]float64 // x, y, w, h of what can be seen
	shapes []shape
}

// flatten makes flat shapes of the body of an SVG document whose view box is
// given, with the origin moved to the box's corner. What cannot be drawn with
// flat fills is an error.
func flatten(body string, box [4]float64) ([]shape, error) {
	var root node
	text := `<svg xmlns:xlink="http://www.w3.org/1999/xlink">` + body + `</svg>`
	if err := xml.Unmarshal([]byte(text), &root); err != nil {
		return nil, err
	}
	d := drawing{ids: map[string]*node{}, box: box}
	d.index(&root)
	at := identity
	at[4], at[5] = -box[0], -box[1]
	err := d.children(&root, state{fill: "#000", stroke: "none", opacity: 1, fillOpacity: 1, strokeOpacity: 1, strokeWidth: 1, at: at})
	if err == nil && len(d.shapes) == 0 {
		err = errors.New("nothing to draw")
	}
	return d.shapes, err
}

func (d *drawing) index(n *node) {
	if id := n.attr("id"); id != "" {
		d.ids[id] = n
	}
	for i := range n.Children {
		d.index(&n.Children[i])
	}
}

func (d *drawing) children(n *node, s state) error {
	for i := range n.Children {
		if err := d.element(&n.Children[i], s); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawing) element(n *node, s state) error {
	if err := d.inherit(n, &s); err != nil {
		return err
	}
	switch name := n.XMLName.Local; name {
	case "g", "svg", "a", "switch":
		return d.children(n, s)
	case "defs", "clipPath", "linearGradient", "radialGradient", "filter", "title", "desc", "metadata", "style", "symbol":
		return nil
	case "use":
		target := d.ids[strings.TrimPrefix(n.attr("href"), "#")]
		if target == nil || s.uses > 4 {
			return fmt.Errorf("cannot use %q", n.attr("href"))
		}
		s.uses++
		s.at = s.at.times(matrix{1, 0, 0, 1, n.number("x"), n.number("y")})
		return d.element(target, s)
	}
	p, err := outline(n)
	if err != nil {
		return err
	}
	return d.paint(p, s)
}

// outline is the path of a basic shape.
func outline(n *node) (path, error) {
	switch name := n.XMLName.Local; name {
	case "path":
		return parsePath(n.attr("d"))
	case "circle":
		return ellipse(point{n.number("cx"), n.number("cy")}, n.number("r"), n.number("r")), nil
	case "ellipse":
		return ellipse(point{n.number("cx"), n.number("cy")}, n.number("rx"), n.number("ry")), nil
	case "rect":
		rx, ry := n.number("rx"), n.number("ry")
		if n.attr("rx") == "" {
			rx = ry
		}
		if n.attr("ry") == "" {
			ry = rx
		}
		return rectangle(n.number("x"), n.number("y"), n.number("width"), n.number("height"), rx, ry), nil
	case "polygon":
		return parsePath("M" + n.attr("points") + "Z")
	case "polyline":
		return parsePath("M" + n.attr("points"))
	case "line":
		return path{{'M', [3]point{{n.number("x1"), n.number("y1")}}}, {'L', [3]point{{n.number("x2"), n.number("y2")}}}}, nil
	default:
		return nil, fmt.Errorf("no flat form of <%s>", name)
	}
}

// inherit takes the element's own presentation attributes into the state.
func (d *drawing) inherit(n *node, s *state) error {
	attrs := map[string]string{}
	for _, a := range n.Attrs {
		attrs[a.Name.Local] = strings.TrimSpace(a.Value)
	}
	for pair := range strings.SplitSeq(attrs["style"], ";") {
		if k, v, ok := strings.Cut(pair, ":"); ok {
			attrs[strings.TrimSpace(k)] = strings.TrimSpace(v)
		}
	}
	number := func(name string, to *float64, scale float64) {
		if x, err := strconv.ParseFloat(strings.TrimSuffix(attrs[name], "px"), 64); err == nil {
			*to = x * scale
		}
	}
	word := func(name string, to *string) {
		if v := attrs[name]; v != "" && v != "inherit" {
			*to = v
		}
	}
	for _, name := range []string{"mask", "class"} {
		if attrs[name] != "" && attrs[name] != "none" {
			return fmt.Errorf("no flat form of %s", name)
		}
	}
	if attrs["stroke-dasharray"] != "" && attrs["stroke-dasharray"] != "none" {
		return errors.New("no flat form of dashes")
	}
	word("fill", &s.fill)
	word("stroke", &s.stroke)
	number("fill-opacity", &s.fillOpacity, 1)
	number("stroke-opacity", &s.strokeOpacity, 1)
	number("stroke-width", &s.strokeWidth, 1)
	number("opacity", &s.opacity, s.opacity)
	if v := attrs["fill-rule"]; v != "" {
		s.evenOdd = v == "evenodd"
	}
	if v := attrs["stroke-linecap"]; v != "" {
		s.roundCaps = v == "round"
	}
	if attrs["display"] == "none" {
		s.opacity = 0
	}
	m, err := parseTransform(attrs["transform"])
	if err != nil {
		return err
	}
	s.at = s.at.times(m)
	return d.clip(attrs["clip-path"], *s)
}

// clip refuses every clip path that hides something of the picture's box.
func (d *drawing) clip(ref string, s state) error {
	if ref == "" || ref == "none" {
		return nil
	}
	id := strings.TrimSuffix(strings.TrimPrefix(ref, "url(#"), ")")
	target := d.ids[id]
	if target == nil || len(target.Children) != 1 {
		return errors.New("no flat form of this clip path")
	}
	child := &target.Children[0]
	if child.XMLName.Local == "use" {
		child = d.ids[strings.TrimPrefix(child.attr("href"), "#")]
	}
	p, err := outline(child)
	if err != nil {
		return err
	}
	if len(p) > 6 {
		return errors.New("no flat form of a clip path with a shape")
	}
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	p.points(func(q *point) {
		r := s.at.apply(*q)
		low = point{min(low.x, r.x), min(low.y, r.y)}
		high = point{max(high.x, r.x), max(high.y, r.y)}
	})
	if low.x > 0.1 || low.y > 0.1 || high.x < d.box[2]-0.1 || high.y < d.box[3]-0.1 {
		return errors.New("no flat form of a clip path that hides something")
	}
	return nil
}

// paint adds the path's fill and stroke.
func (d *drawing) paint(p path, s state) error {
	if s.opacity == 0 || len(p) == 0 {
		return nil
	}
	fill, err := d.color(s.fill, s.opacity*s.fillOpacity)
	if err != nil {
		return err
	}
	if fill.a > 0 {
		fill.path, fill.evenOdd = transformed(p, s.at), s.evenOdd
		d.shapes = append(d.shapes, fill)
	}
	stroke, err := d.color(s.stroke, s.opacity*s.strokeOpacity)
	if err != nil || stroke.a == 0 || s.strokeWidth == 0 {
		return err
	}
	stroke.path = transformed(strokeOutline(p, s.strokeWidth, s.roundCaps), s.at)
	d.shapes = append(d.shapes, stroke)
	return nil
}

func transformed(p path, m matrix) path {
	out := append(path(nil), p...)
	out.points(func(q *point) { *q = m.apply(*q) })
	return out
}

// parseTransform reads an SVG transform attribute.
func parseTransform(text string) (matrix, error) {
	m := identity
	for text = strings.TrimLeft(text, " ,\n\t"); text != ""; text = strings.TrimLeft(text, " ,\n\t") {
		name, rest, ok := strings.Cut(text, "(")
		args, after, ok2 := strings.Cut(rest, ")")
		if !ok || !ok2 {
			return m, fmt.Errorf("bad transform %q", text)
		}
		text = after
		s := &scanner{text: args}
		var v []float64
		for s.skip(); s.pos < len(args) && s.err == nil; s.skip() {
			v = append(v, s.number())
		}
		if len(v) == 0 || s.err != nil {
			return m, fmt.Errorf("bad transform %s(%s)", name, args)
		}
		t, err := transform(strings.TrimSpace(name), v)
		if err != nil {
			return m, err
		}
		m = m.times(t)
	}
	return m, nil
}

func transform(name string, v []float64) (matrix, error) {
	v = append(v, make([]float64, 6)...) // what is left out is zero
	n := len(v) - 6
	switch name {
	case "matrix":
		return matrix(v[:6]), nil
	case "translate":
		return matrix{1, 0, 0, 1, v[0], v[1]}, nil
	case "scale":
		if n == 1 {
			v[1] = v[0]
		}
		return matrix{v[0], 0, 0, v[1], 0, 0}, nil
	case "rotate":
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		there := matrix{1, 0, 0, 1, v[1], v[2]}
		return there.times(matrix{cos, sin, -sin, cos, 0, 0}).times(matrix{1, 0, 0, 1, -v[1], -v[2]}), nil
	case "skewX":
		return matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, nil
	case "skewY":
		return matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, nil
	}
	return identity, fmt.Errorf("unknown transform %q", name)
}
