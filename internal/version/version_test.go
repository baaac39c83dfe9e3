package version

import (
	"runtime/debug"
	"testing"
)

func TestOf(t *testing.T) {
	own := func(version string) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Path: module, Version: version}}
	}
	others := func(m debug.Module) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Path: "example.org/x", Version: "v9.0.0"}, Deps: []*debug.Module{{Path: "example.org/y", Version: "v8.0.0"}, &m}}
	}
	for _, c := range []struct {
		info *debug.BuildInfo
		want string
	}{
		{nil, Unknown}, {own(""), Unknown}, {own("(devel)"), Unknown}, {own("v0.3.1"), "v0.3.1"},
		{others(debug.Module{Path: module, Version: "v0.2.0"}), "v0.2.0"},
		{others(debug.Module{Path: module, Version: "v0.2.0", Replace: &debug.Module{Path: "../roadmapviz"}}), Unknown},
	} {
		if got := Of(c.info); got != c.want {
			t.Errorf("%+v: %s, want %s", c.info, got, c.want)
		}
	}
}

func TestDiffers(t *testing.T) {
	for _, c := range []struct{ its, own, want string }{
		{"v0.1.0", "v0.2.0", "h is of version v0.1.0, and p of v0.2.0"}, {"v0.2.0", "v0.2.0", ""},
		{Unknown, "v0.2.0", ""}, {"v0.1.0", Unknown, ""}, {"", "v0.2.0", ""}, {"v0.1.0", "", ""},
	} {
		if got := Differs("h", c.its, "p", c.own); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.its, c.own, got, c.want)
		}
	}
}
