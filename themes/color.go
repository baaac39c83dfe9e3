package themes

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Color is a colour in sRGB with straight (not premultiplied) alpha. The zero
// value is fully transparent: nothing is drawn.
type Color struct{ R, G, B, A uint8 }

// ParseColor reads "#rgb", "#rrggbb", "#rrggbbaa" (case does not matter) or
// "none", which is the zero Color.
func ParseColor(s string) (Color, error) {
	if s == "none" {
		return Color{}, nil
	}
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		n, err := strconv.ParseUint(digits, 16, 32)
		switch v := uint32(n); {
		case err != nil:
		case len(s) == len("#rgb"):
			return Color{uint8(v>>8&15) * 17, uint8(v>>4&15) * 17, uint8(v&15) * 17, 255}, nil
		case len(s) == len("#rrggbb"):
			return Color{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
		case len(s) == len("#rrggbbaa"):
			return Color{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, nil
		}
	}
	return Color{}, fmt.Errorf("bad colour %q: write #rgb, #rrggbb, #rrggbbaa or none", s)
}

// String is the form that [ParseColor] reads: "#rrggbb" for an opaque colour,
// "#rrggbbaa" for a translucent one, "none" for the zero Color.
func (c Color) String() string {
	switch {
	case c == Color{}:
		return "none"
	case c.A == 255:
		return c.Hex()
	}
	return fmt.Sprintf("%s%02x", c.Hex(), c.A)
}

// Hex is "#rrggbb", whatever the alpha.
func (c Color) Hex() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#',
		digits[c.R>>4], digits[c.R&15],
		digits[c.G>>4], digits[c.G&15],
		digits[c.B>>4], digits[c.B&15]})
}

// Over is what one sees of c on an opaque ground.
func (c Color) Over(ground Color) Color {
	mix := func(top, below uint8) uint8 {
		a := uint32(c.A)
		return uint8((uint32(top)*a + uint32(below)*(255-a) + 127) / 255)
	}
	return Color{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// Times is the colour as far as something of an alpha shows it.
func (c Color) Times(alpha uint8) Color {
	if c.A = uint8((uint32(c.A)*uint32(alpha) + 127) / 255); c.A == 0 {
		return Color{}
	}
	return c
}

// Contrast is the contrast ratio of two opaque colours, from 1 (the same) to
// 21 (black and white), as WCAG 2.2 defines it. Text should have 4.5 or more
// (level AA), lines 3 or more.
func Contrast(a, b Color) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is WCAG's relative luminance, 0 to 1.
func (c Color) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear is the amount of light that a value of sRGB stands for, 0 to 1.
func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// isDark tells whether white writing is easier to read on a ground than black.
func isDark(ground Color) bool {
	return Contrast(ground, Color{255, 255, 255, 255}) > Contrast(ground, Color{A: 255})
}
