package html

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// The scripts and style sheets of the folder page travel with the program as one file
// each, which -update makes. The properties that page/names.txt tells are short in it:
// they are of no object but ours. What is read from elsewhere, as JSON is, quotes them.
func TestBundle(t *testing.T) {
	names, err := os.ReadFile("page/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	ours := "^(" + strings.Join(strings.Fields(string(names)), "|") + ")$"
	for from, to := range map[string]string{"page/main.js": "page.js", "page/main.css": "page.css"} {
		made := api.Build(bundleOptions(from, ours))
		for _, wrong := range append(made.Errors, made.Warnings...) {
			t.Errorf("%s: %s", from, wrong.Text)
		}
		if len(made.OutputFiles) == 1 {
			golden.File(t, to, made.OutputFiles[0].Contents)
		}
	}
}

func bundleOptions(from, ours string) api.BuildOptions {
	return api.BuildOptions{
		EntryPoints: []string{from}, Bundle: true, Format: api.FormatIIFE, Target: api.ES2022, Charset: api.CharsetUTF8,
		MinifySyntax: true, MinifyWhitespace: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsNone, MangleProps: ours, LogLevel: api.LogLevelSilent,
	}
}

// The types that comments of the scripts tell are right.
func TestTypes(t *testing.T) {
	tsc, err := exec.LookPath("tsc")
	if err != nil {
		t.Skip("tsc is not installed: the types of the scripts are not checked")
	}
	if out, err := exec.Command(tsc, "-p", filepath.Join("page", "tsconfig.json")).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
