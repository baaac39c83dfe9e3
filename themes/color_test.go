package themes

import (
	"math"
	"testing"
)

func TestParseColor(t *testing.T) {
	for text, want := range map[string]Color{
		"#fff":      {255, 255, 255, 255},
		"#1aF":      {17, 170, 255, 255},
		"#3b70fe":   {59, 112, 254, 255},
		"#00000033": {0, 0, 0, 51},
		"none":      {},
	} {
		if got, err := ParseColor(text); err != nil || got != want {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
		if again, err := ParseColor(want.String()); err != nil || again != want {
			t.Errorf("%v does not come back from %q", want, want.String())
		}
	}
	for _, text := range []string{"", "#", "red", "3b70fe", "#12", "#12345", "#1234567", "#123456789", "#ggg", "#-12", "#+12", "# 12", "None"} {
		if c, err := ParseColor(text); err == nil {
			t.Errorf("%q is taken for %v", text, c)
		}
	}
}

// The measure's own examples: black on white is 21, #767676 on white about 4.54.
func TestContrastRatio(t *testing.T) {
	white, black, grey := Color{255, 255, 255, 255}, Color{A: 255}, Color{118, 118, 118, 255}
	if c := Contrast(white, black); math.Abs(c-21) > 1e-9 || Contrast(black, white) != c {
		t.Errorf("black on white: %v", c)
	}
	if c := Contrast(grey, white); math.Abs(c-4.54) > 0.005 {
		t.Errorf("grey on white: %v", c)
	}
	if got := (Color{A: 51}).Over(white); got != (Color{204, 204, 204, 255}) {
		t.Errorf("a fifth of black on white: %v", got)
	}
}
