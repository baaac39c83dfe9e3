package version

import (
	"runtime/debug"
	"testing"
)

func TestReader(t *testing.T) {
	module := func(version string) debug.Module { return debug.Module{Path: module, Version: version} }
	parser := &debug.Module{Path: "example.org/parser", Version: "v1.0.0"}
	known := readerOf(&debug.BuildInfo{Main: module("v1.2.0"), Deps: []*debug.Module{parser}})
	if known == "" || known != readerOf(&debug.BuildInfo{GoVersion: "go1.99", Main: module("v1.2.0"), Deps: []*debug.Module{parser}}) {
		t.Errorf("two builds of one version are %q and another", known)
	}
	for name, info := range map[string]*debug.BuildInfo{
		"another version": {Main: module("v1.2.1"), Deps: []*debug.Module{parser}},
		"another parser":  {Main: module("v1.2.0"), Deps: []*debug.Module{{Path: parser.Path, Version: "v1.0.1"}}},
	} {
		if other := readerOf(info); other == "" || other == known {
			t.Errorf("%s: %q", name, other)
		}
	}
	for name, info := range map[string]*debug.BuildInfo{
		"nothing known":   nil,
		"no version":      {Main: module(Unknown)},
		"changed sources": {Main: module("v1.2.0+dirty")},
		"a replacement":   {Main: module("v1.2.0"), Deps: []*debug.Module{{Path: parser.Path, Version: "v1.0.0", Replace: parser}}},
	} {
		if reader := readerOf(info); reader != "" {
			t.Errorf("%s: %q", name, reader)
		}
	}
}
