package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/roadmapviz/roadmapviz/themes"
)

// names are the colour names that occur in the sources.
var names = map[string]string{
	"black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff", "green": "#008000",
	"gray": "#808080", "grey": "#808080", "yellow": "#ffff00", "navy": "#000080", "gold": "#ffd700",
	"orange": "#ffa500", "teal": "#008080", "purple": "#800080",
}

// color is a shape without a path in the paint given. A gradient becomes the
// mean of its stops.
func (d *drawing) color(paint string, opacity float64) (shape, error) {
	if ref, ok := strings.CutPrefix(paint, "url(#"); ok {
		id, _, _ := strings.Cut(ref, ")")
		return d.gradient(id, opacity, 0)
	}
	if paint == "currentColor" {
		return shape{a: uint8(math.Round(255 * opacity)), ink: true}, nil
	}
	if paint == "none" || paint == "transparent" {
		return shape{}, nil
	}
	if hex, ok := names[paint]; ok {
		paint = hex
	}
	if inner, ok := strings.CutPrefix(paint, "rgb("); ok {
		var r, g, b int
		inner = strings.NewReplacer(",", " ", ")", "").Replace(inner)
		if _, err := fmt.Sscan(inner, &r, &g, &b); err != nil {
			return shape{}, fmt.Errorf("unknown colour %q", paint)
		}
		paint = fmt.Sprintf("#%02x%02x%02x", r, g, b)
	}
	c, err := themes.ParseColor(paint)
	if err != nil {
		return shape{}, err
	}
	return shape{r: c.R, g: c.G, b: c.B, a: uint8(math.Round(float64(c.A) * opacity))}, nil
}

func (d *drawing) gradient(id string, opacity float64, depth int) (shape, error) {
	n := d.ids[id]
	if n == nil || depth > 4 || !strings.HasSuffix(n.XMLName.Local, "Gradient") {
		return shape{}, fmt.Errorf("no flat form of the paint %q", id)
	}
	var sum [4]float64 // premultiplied
	var stops float64
	for i := range n.Children {
		stop := &n.Children[i]
		if stop.XMLName.Local != "stop" {
			continue
		}
		s := state{fill: "#000", fillOpacity: 1}
		look := *stop
		look.Attrs = nil
		for _, a := range stop.Attrs { // stop-color is a fill by another name
			a.Name.Local = strings.ReplaceAll(a.Name.Local, "stop-color", "fill")
			a.Name.Local = strings.ReplaceAll(a.Name.Local, "stop-opacity", "fill-opacity")
			a.Value = strings.ReplaceAll(a.Value, "stop-color", "fill")
			a.Value = strings.ReplaceAll(a.Value, "stop-opacity", "fill-opacity")
			look.Attrs = append(look.Attrs, a)
		}
		if err := d.inherit(&look, &s); err != nil {
			return shape{}, err
		}
		c, err := d.color(s.fill, s.fillOpacity)
		if err != nil {
			return shape{}, err
		}
		a := float64(c.a)
		sum[0], sum[1], sum[2], sum[3] = sum[0]+float64(c.r)*a, sum[1]+float64(c.g)*a, sum[2]+float64(c.b)*a, sum[3]+a
		stops++
	}
	if stops == 0 {
		return d.gradient(strings.TrimPrefix(n.attr("href"), "#"), opacity, depth+1)
	}
	if sum[3] == 0 {
		return shape{}, nil
	}
	mean := func(i int) uint8 { return uint8(math.Round(sum[i] / sum[3])) }
	return shape{r: mean(0), g: mean(1), b: mean(2), a: uint8(math.Round(sum[3] / stops * opacity))}, nil
}

// isDark tells whether a shape can hardly be told from a black page.
func (s *shape) isDark() bool {
	ground := themes.Color{A: 255}
	return themes.Contrast(themes.Color{R: s.r, G: s.g, B: s.b, A: s.a}.Over(ground), ground) < 2
}
