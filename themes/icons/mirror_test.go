package icons

import (
	"slices"
	"testing"
)

func TestMirrored(t *testing.T) {
	for data, want := range map[string]string{
		"M0 16C0 7.16 7.16 0 16 0Z":   "M32 16C32 7.16 24.84 0 16 0Z",
		"M9.6,10.8 14.8-16L-2 3":      "M22.4 10.8 17.2 -16L34 3",
		"M.5 1L31.5 1M1 2 3 4Z M5 6Z": "M31.5 1L0.5 1M31 2 29 4ZM27 6Z",
	} {
		if got := mirrored(data, 32); got != want {
			t.Errorf("%s is mirrored to %s, want %s", data, got, want)
		}
	}
	for _, name := range []string{"mark-skipped", "mark-moved"} {
		icon, ok := Lookup(name)
		if !ok || !PointsOn(name) {
			t.Errorf("%s does not point on", name)
		}
		other := icon.Mirrored()
		if slices.Equal(icon.Shapes, other.Shapes) || !slices.Equal(icon.Shapes, other.Mirrored().Shapes) {
			t.Errorf("%s is not mirrored and back again", name)
		}
	}
	if PointsOn("mark-done") {
		t.Error("a tick would be mirrored")
	}
}
