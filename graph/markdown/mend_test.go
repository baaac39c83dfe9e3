package markdown

import (
	"context"
	"errors"
	"testing"
)

func TestMend(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"# C\n\n## P\n\n### 1. S\n\n- **T**\n", ""},
		{"# C\n\n## P\n\n#### Walking: donâ€™t fall\n\n- **T**\n- **U**\n\n#### Running\n\n- **V**\n", "# C\n\n## P\n\n### Walking: don’t fall\n\n- **T**\n- **U**\n\n### Running\n\n- **V**\n"},
		{"", ""},
	} {
		if c.want == "" {
			c.want = c.src
		}
		got := mended(t, c.src)
		if got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
		if again := mended(t, got); again != got {
			t.Errorf("mended twice it is\n%s", again)
		}
	}
}

func mended(t *testing.T, src string) string {
	t.Helper()
	text, err := Mend(t.Context(), []byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Mending ends with its context.
func TestMendEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if text, err := Mend(ctx, []byte("# A\n\n### B\n\n- C\n"), Options{}); text != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%q, %v", text, err)
	}
}
