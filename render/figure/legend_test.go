package figure

import (
	"math"
	"strings"
	"testing"
)

// A page has the shape that is asked for with its legend, or is refused.
func TestLegendKeepsTheShape(t *testing.T) {
	g := course(t, "# Boats\n\n## Wood\n\n- [x] **Planks**\n- [ ] **Steaming**\n\n## Sails\n\n- [ ] **Canvas**\n- [/] **Sewing**\n")
	for _, c := range []struct {
		o       Options
		refused string
	}{
		{Options{Aspect: 0.5}, ""},
		{Options{Aspect: 1}, ""},
		{Options{Aspect: 2, Layout: "grid"}, ""},
		{Options{Aspect: 1, MaxWidth: 3000}, ""},
		{Options{Aspect: 0.3, Width: 960}, "aspect cannot be kept with this width and a legend: the page would be 960 by "},
		{Options{Aspect: 0.3, Width: 960, Legend: "none"}, ""},
		{Options{Aspect: 0.3, MaxWidth: 960}, "aspect cannot be kept with this max-width and a legend: the page would be "},
	} {
		f, err := New(g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		page, _, err := f.Layout(t.Context())
		switch {
		case c.refused != "":
			if err == nil || !strings.HasPrefix(err.Error(), c.refused) {
				t.Errorf("%+v: %v", c.o, err)
			}
		case err != nil:
			t.Errorf("%+v: %v", c.o, err)
		default:
			if math.Abs(page.Width/page.Height/c.o.Aspect-1) > 0.01 || len(page.Legend) == 0 != (c.o.Legend == "none") {
				t.Errorf("%+v: %g by %g px, with %d keys", c.o, page.Width, page.Height, len(page.Legend))
			}
			x0, _, x1, _ := page.Bounds()
			if math.Abs(x0+x1-page.Width) > 100 && c.o.Layout == "grid" {
				t.Errorf("%+v: from %g to %g of %g px", c.o, x0, x1, page.Width)
			}
		}
	}
}
