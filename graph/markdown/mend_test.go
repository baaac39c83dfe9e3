package markdown

import "testing"

func TestMend(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"# C\n\n## P\n\n### 1. S\n\n- **T**\n", ""},
		{"# C\n\n## P\n\n#### Walking: donâ€™t fall\n\n- **T**\n- **U**\n\n#### Running\n\n- **V**\n", "# C\n\n## P\n\n### Walking: don’t fall\n\n- **T**\n- **U**\n\n### Running\n\n- **V**\n"},
		{"", ""},
	} {
		if c.want == "" {
			c.want = c.src
		}
		got := string(Mend([]byte(c.src), Options{}))
		if got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
		if again := string(Mend([]byte(got), Options{})); again != got {
			t.Errorf("mended twice it is\n%s", again)
		}
	}
}
