package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

// aTree is a folder with so many READMEs: most are courses of a few sizes, and the others
// are in every way broken, books, or share figures with each other.
func aTree(t *testing.T, n int) string {
	t.Helper()
	root := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	course := func(i int, image string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "# Course %d\n\n## Part\n\n%s\n", i, image)
		for section := range 1 + i%5 {
			fmt.Fprintf(&b, "\n### Section %d\n\n- **Topic %d**: text.\n- **Other %d**: text.\n", section, i, section)
		}
		return b.String()
	}
	const roadmap = "![Roadmap](img/roadmap.svg)"
	for i := range n {
		at := fmt.Sprintf("g%d/c%03d/", i%7, i)
		readme := course(i, roadmap)
		switch i % 20 {
		case 1:
			readme = "a\x00b"
		case 2:
			readme = course(i, "<!-- roadmapviz:begin -->\n"+roadmap)
		case 3:
			readme = course(i, roadmap+"\n<!-- roadmap: bogus=1 -->")
		case 4:
			readme = "# C\n\n" + roadmap + "\n\n## P\n\n### One\n<!-- roadmap: requires=Two -->\n\n- **A**: a\n\n### Two\n<!-- roadmap: requires=One -->\n\n- **B**: b\n"
		case 5: // the two draw one figure, which is never right for both
			write(at+"readme.markdown", course(i+1, "<!-- roadmap: figure -->\n"+roadmap))
		case 6:
			write(at+"roadmapviz.yaml", "themee: x\n")
		case 7:
			for step := range 3 {
				write(fmt.Sprintf("%s%d-step/README.md", at, step), course(i+step, ""))
			}
			readme = "# Numbered\n\n" + roadmap + "\n"
		case 8:
			write(at+"book.toml", "[book]\ntitle = \"B\"\n")
			write(at+"src/SUMMARY.md", "# Summary\n\n- [One](one/README.md)\n")
			write(at+"src/one/README.md", course(i, "<!-- roadmap: figure -->\n"+roadmap))
		case 9: // a comment makes the figure of another its own, too
			write(at+"below/README.md", course(i, "<!-- roadmap: figure -->\n![Roadmap](img/x.svg)"))
			readme = course(i+1, "<!-- roadmap: figure theme=contrast -->\n![Roadmap](below/img/x.svg)")
		case 10:
			readme = course(i, "<!-- roadmapviz:begin outline -->\n<!-- roadmapviz:end -->")
		case 11:
			readme = course(i, "Nothing is shown.")
		case 12:
			readme = ""
		case 13:
			write(at+"img/roadmap.svg", "<svg/>")
		case 14:
			write(at+"roadmapviz.yaml", "input: [a.md, b.md]\n")
			write(at+"a.md", course(i, roadmap))
			write(at+"b.md", course(i+1, ""))
		}
		write(at+"README.md", readme)
	}
	return root
}

// ran is what a command line wrote, and its exit status.
type ran struct {
	code      int
	out, errs string
}

func runIn(t *testing.T, folder string, args ...string) ran {
	t.Helper()
	t.Chdir(folder)
	var out, errs bytes.Buffer
	code := execute(t.Context(), &streams{in: strings.NewReader(""), out: &out, err: newMessages(&errs), args: args})
	return ran{code, out.String(), errs.String()}
}

// filesOf are the files in a folder by their names.
func filesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Documents that are read and drawn at once leave the same files as one after the other,
// and say the same in the same order.
func TestDocumentsAtOnceAreAsOneAfterTheOther(t *testing.T) {
	n := 240
	if testing.Short() {
		n = 40
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	one, many := aTree(t, n), aTree(t, n)
	for _, line := range []string{
		"check .", "sync --dry-run .", "sync g1 .", "sync .", "check --format json . g2", "check --bytes .", "sync --adopt */*/below/README.md **/README.md **/*.m*", "sync g3 nosuch.md - .", "check .",
		"sync --insert */*/README.md", "sync -q .", "check --tracked g1",
	} {
		args := strings.Fields(line)
		ahead = 1
		want := runIn(t, one, args...)
		ahead = 0
		if got := runIn(t, many, args...); got != want {
			t.Errorf("%s: exit status %d and not %d\n%s", line, got.code, want.code, firstDifference(got.out+got.errs, want.out+want.errs))
		}
	}
	want, got := filesOf(t, one), filesOf(t, many)
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is another", name)
		}
	}
	if len(got) != len(want) || len(got) < n {
		t.Errorf("%d files, and not %d", len(got), len(want))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %s\nwant    %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, and not %d", len(a), len(b))
}

// Whatever the number of shards, they look at every document, and none at what another
// does; wherever the tree lies.
func TestShardsAreTheWhole(t *testing.T) {
	const n = 40
	tree, elsewhere := aTree(t, n), aTree(t, n)
	type shown struct {
		Figures []pages.FigureReport
		Blocks  []pages.BlockReport
	}
	looked := func(folder string, args ...string) (seen, errs []string) {
		r := runIn(t, folder, append([]string{"check", "--format", "json"}, args...)...)
		var report shown
		if err := json.Unmarshal([]byte(r.out), &report); err != nil && r.out != "" {
			t.Fatal(err)
		}
		for _, f := range report.Figures {
			seen = append(seen, fmt.Sprint(f.File, f.Line, f.Figure, f.Message))
		}
		for _, b := range report.Blocks {
			seen = append(seen, fmt.Sprint(b.File, b.Line))
		}
		for line := range strings.Lines(r.errs) {
			if !strings.Contains(line, "' mends that") && !strings.Contains(line, "' draws what") && !strings.Contains(line, "lint' lists them") {
				errs = append(errs, line)
			}
		}
		return seen, errs
	}
	for _, args := range [][]string{{"."}, {"g1", ".", "g2/c002/README.md"}, {"**/README.md", "g3"}} {
		all, problems := looked(tree, args...)
		slices.Sort(all)
		slices.Sort(problems)
		for _, count := range []int{1, 2, 3, 7} {
			var together, wrong []string
			largest := 0
			for i := 1; i <= count; i++ {
				at := append([]string{"--shard", fmt.Sprintf("%d/%d", i, count)}, args...)
				seen, errs := looked(tree, at...)
				if count != 3 {
				} else if again, _ := looked(elsewhere, at...); !slices.Equal(again, seen) {
					t.Errorf("%q has other documents elsewhere", at)
				}
				together, wrong, largest = append(together, seen...), append(wrong, errs...), max(largest, len(seen))
			}
			slices.Sort(together)
			slices.Sort(wrong)
			if !slices.Equal(together, all) || !slices.Equal(wrong, problems) {
				t.Errorf("%q in %d shards: %d figures and %d messages, not %d and %d", args, count, len(together), len(wrong), len(all), len(problems))
			}
			if count > 1 && largest > len(all)*3/4 {
				t.Errorf("%q: a shard of %d has %d of %d", args, count, largest, len(all))
			}
		}
	}
}

// What is written whole stays so when the command is to end, and nothing goes on.
func TestSyncOfManyEnds(t *testing.T) {
	folder := aTree(t, 60)
	t.Chdir(folder)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	var errs bytes.Buffer
	lines := 0
	out := writerFunc(func(text []byte) (int, error) {
		if lines++; lines == 5 {
			cancel()
		}
		return len(text), nil
	})
	if code := execute(ctx, &streams{in: strings.NewReader(""), out: out, err: newMessages(&errs), args: []string{"sync", "."}}); code != exitFailed {
		t.Errorf("exit status %d", code)
	}
	if lines < 5 || lines > 12 { // a document has a few
		t.Errorf("%d lines", lines)
	}
	for wait := 0; runtime.NumGoroutine() > before && wait < 1000; wait++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines go on", n-before)
	}
	for name, text := range filesOf(t, folder) {
		if filepath.Ext(name) == ".svg" && text != "<svg/>" && !strings.HasSuffix(text, "</svg>\n") || strings.HasSuffix(name, ".tmp") {
			t.Errorf("%s is not whole", name)
		}
	}
	if r := runIn(t, folder, "sync", "."); !strings.Contains(r.out, "drawn") {
		t.Error("nothing was left to draw: the test stops too late")
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(text []byte) (int, error) { return f(text) }
