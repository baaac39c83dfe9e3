package themes

import "math"

// oklch is a colour by lightness (0 to 1), chroma (0 for grey, to about 0.32 in
// sRGB) and hue (radians). Colours of the same hue look the same in hue, and equal
// steps of lightness look equal.
//
// The space is Björn Ottosson's Oklab, "A perceptual color space for image
// processing" (2020), https://bottosson.github.io/posts/oklab/, in polar form.
type oklch struct{ l, c, h float64 }

func (c Color) oklch() oklch {
	l, a, b := c.oklab()
	return oklch{l, math.Hypot(a, b), math.Atan2(b, a)}
}

func (c Color) oklab() (light, a, b float64) {
	red, green, blue := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*red + 0.5363325363*green + 0.0514459929*blue)
	m := math.Cbrt(0.2119034982*red + 0.6806995451*green + 0.1073969566*blue)
	s := math.Cbrt(0.0883024619*red + 0.2817188376*green + 0.6299787005*blue)
	return 0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s
}

// color is the opaque colour of sRGB with this lightness and hue, and with as
// much of the chroma as sRGB has there.
func (k oklch) color() Color {
	rgb, fits := k.rgb()
	if !fits {
		least, most := 0.0, k.c
		for range 12 {
			k.c = (least + most) / 2
			if rgb, fits = k.rgb(); fits {
				least = k.c
			} else {
				most = k.c
			}
		}
		k.c = least
		rgb, _ = k.rgb()
	}
	return Color{encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2]), 255}
}

// rgb are the amounts of light, and whether sRGB has them.
func (k oklch) rgb() (rgb [3]float64, fits bool) {
	a, b := k.c*math.Cos(k.h), k.c*math.Sin(k.h)
	l := k.l + 0.3963377774*a + 0.2158037573*b
	m := k.l - 0.1055613458*a - 0.0638541728*b
	s := k.l - 0.0894841775*a - 1.2914855480*b
	l, m, s = l*l*l, m*m*m, s*s*s
	rgb = [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
	const off = 1e-4 // less than half a step of 8 bits
	return rgb, min(rgb[0], rgb[1], rgb[2]) >= -off && max(rgb[0], rgb[1], rgb[2]) <= 1+off
}

// encoded is the value of sRGB for an amount of light.
func encoded(light float64) uint8 {
	light = max(0, min(1, light))
	if light <= 0.0031308 {
		return uint8(255*12.92*light + 0.5)
	}
	return uint8(255*(1.055*math.Pow(light, 1/2.4)-0.055) + 0.5)
}

// apart is the distance of two colours in hue and chroma, whatever their
// lightness.
func apart(p, q Color) float64 {
	_, a1, b1 := p.oklab()
	_, a2, b2 := q.oklab()
	return math.Hypot(a1-a2, b1-b2)
}
