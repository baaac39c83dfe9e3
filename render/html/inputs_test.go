package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	read "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/hostile"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// inputs are all that the tests of the repository read as courses: documents and graphs
// of odd forms, what fuzzing found, the gallery, and what costs careless programs their
// time. Those that are large are left to the tests of their size.
func inputs(t *testing.T) map[string][]byte {
	t.Helper()
	const most = 100_000
	all := map[string][]byte{}
	for name, src := range hostile.Documents() {
		all["hostile/"+name+".md"] = src
	}
	for _, root := range []string{"../../graph", "../../docs/gallery", "../../cmd/roadmapviz/testdata"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name := filepath.ToSlash(strings.TrimPrefix(path, "../../"))
			switch {
			case strings.Contains(name, "/testdata/fuzz/"):
				for i, seed := range seeds(src) {
					all[name+"/"+strconv.Itoa(i)+".md"] = seed
				}
			case regexp.MustCompile(`\.(md|json|dot|opml)$`).MatchString(name) && (strings.Contains(name, "/testdata/") || strings.HasPrefix(name, "docs/")):
				all[name] = src
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, src := range all {
		if len(src) > most {
			delete(all, name)
		}
	}
	return all
}

var titles = regexp.MustCompile(`<a class=title id=rv:\d`)

// seeds are the texts of a file that a fuzzer wrote.
func seeds(file []byte) (list [][]byte) {
	for _, m := range regexp.MustCompile(`(?m)^(?:\[\]byte|string)\((".*")\)$`).FindAllSubmatch(file, -1) {
		if text, err := strconv.Unquote(string(m[1])); err == nil {
			list = append(list, []byte(text))
		}
	}
	return list
}

// Whatever the tests of this repository read and can be drawn is a page that opens
// without a complaint and with all its items, with a figure that is XML, and a PDF in
// which qpdf finds nothing wrong.
func TestInputs(t *testing.T) {
	var p page
	qpdf, _ := exec.LookPath("qpdf")
	dir := t.TempDir()
	drawn, undrawn := 0, 0
	all := inputs(t)
	for i, name := range slices.Sorted(maps.Keys(all)) {
		if i%8 > 0 && strings.Contains(name, "/kinds/") {
			continue // they are ordinary documents: some will do
		}
		c, err := read.Parse(t.Context(), all[name], name, read.Options{})
		if err != nil {
			undrawn++
			continue
		}
		draw := func(format string) ([]byte, error) {
			data, _, err := figure.Draw(t.Context(), c.Graph, figure.Options{}, format)
			return data, err
		}
		page, err := draw("html")
		if err != nil {
			undrawn++
			if _, err := draw("svg"); err == nil {
				t.Errorf("%s can be drawn as SVG, and as a page not", name)
			}
			continue
		}
		if drawn%40 == 0 {
			p = newPage(t) // a tab has a minute
		}
		drawn++
		pdf, err := draw("pdf")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		file := filepath.Join(dir, "x.pdf")
		if err := os.WriteFile(file, pdf, 0o666); err != nil {
			t.Fatal(err)
		}
		if qpdf != "" {
			if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil || bytes.Contains(out, []byte("WARNING")) {
				t.Errorf("%s: %s", name, out)
			}
		}
		if len(page) > 1_000_000 {
			continue // other tests open large pages
		}
		p.load(filepath.Join(dir, "x.html"), page, "")
		if got := eval[string](p, `('evil' in window ? 'ran ' : '') + [...document.querySelectorAll('iframe, img, object, embed, base, link, foreignObject')].map(e => e.localName).join(' ')`); got != "" {
			t.Errorf("%s: the page has %s", name, got)
		}
		if _, err := elementsIn(p.figure()); err != nil {
			t.Errorf("%s: the figure: %v", name, err)
		}
		if listed, boxes := eval[int](p, `document.querySelectorAll('#rv\\:list li[data-n]').length`), len(titles.FindAll(page, -1)); listed == 0 || listed < boxes {
			t.Errorf("%s: %d of %d items are listed", name, listed, boxes)
		}
	}
	t.Logf("%d drawn, %d cannot be", drawn, undrawn)
	if drawn < 50 {
		t.Errorf("only %d are drawn", drawn)
	}
}

// figure is the figure in a page, as a picture of its own.
func (p page) figure() string {
	p.Helper()
	return eval[string](p, `new XMLSerializer().serializeToString(document.querySelector('#rv\\:figure svg'))`)
}

// elementsIn counts the elements of XML.
func elementsIn(text string) (n int, err error) {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if _, is := token.(xml.StartElement); is {
			n++
		}
	}
}
