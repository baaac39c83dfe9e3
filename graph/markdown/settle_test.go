package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

var (
	named  = regexp.MustCompile(`^for the latter, write (?:structure: \{level: (\d)\} into roadmapviz.yaml|(<!-- .* -->) (.*) (\d+))$`)
	moved  = regexp.MustCompile(`<!-- roadmap: (part|section|topic) -->`)
	latter = regexp.MustCompile(`it can as well be read as (?:(\d+) parts, )?(\d+) sections? and (\d+) topics?`)
)

// The line that the finding names gives the reading that it tells of, in most
// documents in doubt; in the others it says that there is none.
func TestTheNamedLineSettlesTheDoubt(t *testing.T) {
	files := []string{}
	for _, dir := range caseDirs(t) {
		files = append(files, filepath.Join(dir, "README.md"))
	}
	if !testing.Short() {
		for _, folder := range []string{"corpus", "courses"} {
			more, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", folder, "*.md"))
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, more...) // none where there is no reference data
		}
	}
	doubts, settled := 0, 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if moved.Match(src) {
			continue // what comments move as exceptions is not in the numbers of a finding
		}
		before, found := Parse(src, Options{File: file, Settle: true})
		i := slices.IndexFunc(found, func(d graph.Diagnostic) bool { return d.Code == codes.Doubt.ID })
		if i < 0 {
			continue
		}
		doubts++
		m := named.FindStringSubmatch(found[i].Hint)
		if m == nil {
			if !strings.Contains(found[i].Hint, "no single line") {
				t.Errorf("%s: %v", file, found[i])
			}
			continue
		}
		settled++
		o := Options{File: file}
		text := string(src)
		if m[1] != "" {
			o.Config.Structure.Level, _ = strconv.Atoi(m[1])
		} else {
			text = withComment(t, text, m[2], m[3], m[4])
		}
		after, _ := Parse([]byte(text), o)
		if slices.Equal(drawnLines(before), drawnLines(after)) {
			t.Errorf("%s: nothing changes: %v", file, found[i])
		}
		want := latter.FindStringSubmatch(found[i].Message)
		if got := drawnAmounts(after); want == nil || fmt.Sprint(got[1:]) != fmt.Sprint(want[2:]) || want[1] != "" && want[1] != got[0] {
			t.Errorf("%s: it is read as %v: %v", file, got, found[i])
		}
	}
	if doubts < 5 || settled*10 < doubts*9 {
		t.Errorf("of %d doubts only %d are settled by a line", doubts, settled)
	}
	t.Logf("%d documents, %d in doubt, of which a line settles %d", len(files), doubts, settled)
}

// withComment writes a comment where a hint says, as a reader would understand it.
func withComment(t *testing.T, text, comment, where, line string) string {
	t.Helper()
	lines := strings.Split(text, "\n")
	n, err := strconv.Atoi(line)
	if err != nil {
		t.Fatal(err)
	}
	switch l := &lines[n-1]; where {
	case "into a line of its own below line":
		lines = slices.Insert(lines, n, comment)
	case "at the end of line":
		*l = strings.TrimRight(*l, " \r") + " " + comment
	case "into the last cell of line":
		*l = strings.TrimSuffix(strings.TrimRight(*l, " \r"), "|") + comment + " |"
	default:
		t.Fatalf("where is %q?", where)
	}
	return strings.Join(lines, "\n")
}

// drawnAmounts counts the parts, sections and topics of a course.
func drawnAmounts(g *graph.Graph) []string {
	var n [3]int
	for _, l := range drawnLines(g) {
		n[(len(l)-len(strings.TrimLeft(l, " ")))/2]++
	}
	return []string{strconv.Itoa(n[0]), strconv.Itoa(n[1]), strconv.Itoa(n[2])}
}

// A word with which nothing is a course any more leads to no reading.
func TestNoLineLeadsToNoCourse(t *testing.T) {
	const links = "- [Notes](https://notes.example)\n- [Here](https://here.example)\n"
	doubts := 0
	for _, src := range []string{
		"# C\n\n" + links,
		"# C\n\n## Links\n\n" + links,
		"# C\n\n## P\n\n### S\n\n" + links,
		"# C\n\n## P\n<!-- roadmap: section -->\n\n### S\n\n" + links,
	} {
		x, _ := Explain(t.Context(), []byte(src), Options{File: "README.md"})
		if x.InDoubt && x.Reading.Draws != "" {
			doubts++
		}
		if x.Other != nil && x.Other.Line != nil && x.Other.Draws == "" {
			t.Errorf("%q: a line leads to nothing: %+v", src, x.Other)
		}
	}
	if doubts < 2 {
		t.Errorf("%d documents try lines", doubts)
	}
}
