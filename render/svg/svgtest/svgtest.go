// Package svgtest checks that an SVG file is well-formed and keeps to what
// GitHub, browsers under a strict content policy, and other renderers show.
package svgtest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// elements are the elements that a file may hold, each with the attributes that
// it may have besides those of every element.
var elements = map[string]string{
	"svg":            "width height viewBox role font-family font-size text-anchor aria-label data-bars",
	"title":          "",
	"desc":           "",
	"metadata":       "",
	"style":          "",
	"defs":           "",
	"g":              "data-from data-to fill fill-opacity transform aria-label",
	"a":              "href",
	"rect":           "x y width height rx fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray stroke-linejoin filter",
	"path":           "d fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-dasharray stroke-linejoin",
	"text":           "x y fill fill-opacity font-size font-weight text-anchor textLength lengthAdjust unicode-bidi",
	"tspan":          "font-weight",
	"use":            "href xlink:href x y transform fill fill-opacity filter",
	"filter":         "x y width height filterUnits color-interpolation-filters",
	"feGaussianBlur": "stdDeviation",
	"feDropShadow":   "dx dy stdDeviation flood-color",
}

var namespaces = map[string]string{"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}

const everywhere = " id class lang xml:lang xml:space "

// Check returns what is wrong with the file, or nil: broken XML, an element or
// attribute outside the allow-list (scripts, event handlers, foreignObject and
// inline styles with them), a reference that leads out of the file other than a
// plain link, a reference to an id that is not there, or an id given twice.
func Check(svg []byte) error {
	c := checker{ids: map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(svg))
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		line, _ := d.InputPos()
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			c.start(line, t)
			c.inStyle = t.Name.Local == "style"
		case xml.EndElement:
			depth--
			c.inStyle = false
		case xml.CharData:
			if c.inStyle {
				c.style(line, string(t))
			}
		case xml.Directive, xml.ProcInst:
			c.fault(line, "a directive or processing instruction")
		}
	}
	// RawToken does not match tags; a second reading does.
	if err := xml.Unmarshal(svg, &struct{ XMLName xml.Name }{}); err != nil {
		return err
	}
	for _, ref := range c.refs {
		if !c.ids[ref] {
			c.faults = append(c.faults, fmt.Errorf("a reference to the id %q, which nothing has", ref))
		}
	}
	return errors.Join(c.faults...)
}

type checker struct {
	ids     map[string]bool
	refs    []string
	inStyle bool
	faults  []error
}

func (c *checker) fault(line int, format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...)))
}

func (c *checker) start(line int, t xml.StartElement) {
	name := t.Name.Local
	allowed, known := elements[name]
	if !known || t.Name.Space != "" {
		c.fault(line, "the element <%s>", name)
		return
	}
	for _, a := range t.Attr {
		attr := a.Name.Local
		if a.Name.Space != "" {
			attr = a.Name.Space + ":" + attr
		}
		if name == "svg" && namespaces[attr] == a.Value {
			continue
		}
		if !strings.Contains(everywhere, " "+attr+" ") && !strings.Contains(" "+allowed+" ", " "+attr+" ") {
			c.fault(line, "the attribute %s of <%s>", attr, name)
		}
		c.value(line, name, attr, a.Value)
	}
}

func (c *checker) value(line int, element, attr, value string) {
	switch {
	case attr == "id":
		if c.ids[value] {
			c.fault(line, "the id %q a second time", value)
		}
		if value == "" || strings.ContainsAny(value, " \t\n\"'<>&/#()") {
			c.fault(line, "%q as an id", value)
		}
		c.ids[value] = true
	case attr == "data-from" || attr == "data-to":
		c.refs = append(c.refs, value)
	case attr == "href" && element == "a":
		if strings.HasPrefix(strings.ReplaceAll(value, `\`, "/"), "//") {
			c.fault(line, "a link to a host without a scheme: %q", value)
		}
		if scheme, _, found := strings.Cut(strings.ToLower(value), ":"); found && !strings.ContainsAny(scheme, "/?#") &&
			scheme != "http" && scheme != "https" && scheme != "mailto" {
			c.fault(line, "a link of the scheme %s", scheme)
		}
	case attr == "xlink:href", attr == "href": // what is no link
		c.reference(line, value)
	case strings.Contains(value, "url("):
		inner, ok := strings.CutPrefix(value, "url(")
		inner, ok2 := strings.CutSuffix(inner, ")")
		if !ok || !ok2 {
			c.fault(line, "%s=%q", attr, value)
		}
		c.reference(line, inner)
	}
}

func (c *checker) reference(line int, ref string) {
	id, ok := strings.CutPrefix(ref, "#")
	if !ok {
		c.fault(line, "a reference out of the file: %q", ref)
	}
	c.refs = append(c.refs, id)
}

// style allows embedded typefaces and nothing that loads from elsewhere.
func (c *checker) style(line int, css string) {
	for i, part := range strings.Split(css, "url(") {
		if id, _, ok := strings.Cut(part, ")"); ok && i > 0 && strings.HasPrefix(id, "#") {
			c.reference(line, id)
		} else if i > 0 && !strings.HasPrefix(part, "data:font/") {
			c.fault(line, "a style that loads %.40q", part)
		}
	}
	for _, bad := range []string{"@import", "expression(", "javascript:"} {
		if strings.Contains(strings.ToLower(css), bad) {
			c.fault(line, "a style with %s", bad)
		}
	}
}
