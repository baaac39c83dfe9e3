package themes

import (
	"math"
	"slices"
	"testing"
)

// sight are the matrices of full deficiencies by Machado, Oliveira and Fernandes,
// "A physiologically-based model for simulation of color vision deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15 (2009), for linear RGB.
var sight = map[string][3][3]float64{
	"all cones":   {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopy":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopy": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopy":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// TestWaysDiffer: the lines of different prerequisites differ in colour, for the
// colour-blind too, and without any colour by their dashes. For paper these suffice.
func TestWaysDiffer(t *testing.T) {
	const least = 0.085 // in Oklab, where 1 is from black to white
	seen := func(c Color, m [3][3]float64) Color {
		in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
		var out [3]uint8
		for i, row := range m {
			v := max(0, min(1, row[0]*in[0]+row[1]*in[1]+row[2]*in[2]))
			if v <= 0.0031308 {
				v *= 12.92
			} else {
				v = 1.055*math.Pow(v, 1/2.4) - 0.055
			}
			out[i] = uint8(math.Round(v * 255))
		}
		return Color{out[0], out[1], out[2], 255}
	}
	for _, name := range Names() {
		theme, _ := Lookup(name)
		var ways []Style
		for _, state := range States() {
			if s := theme.Style("edge.requires", state); isWay(state) {
				for _, other := range ways {
					if slices.Equal(s.Dash, other.Dash) {
						t.Errorf("%s: %s has the dashes of another way", name, state)
					}
					if name == "mono" {
						continue
					}
					for kind, m := range sight {
						l, a, b := seen(s.Stroke, m).oklab()
						k, c, d := seen(other.Stroke, m).oklab()
						if away := math.Sqrt((l-k)*(l-k) + (a-c)*(a-c) + (b-d)*(b-d)); away < least {
							t.Errorf("%s: with %s, %s and %v differ by %.3f", name, kind, state, other.Stroke, away)
						}
					}
				}
				ways = append(ways, s)
			}
		}
		if len(ways) != 6 {
			t.Errorf("%s has %d ways", name, len(ways))
		}
	}
}
