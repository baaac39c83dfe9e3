package metadata

import (
	"bytes"
	"encoding/base64"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// inList is a page that says what a course is.
func inList(text, course string) []byte {
	return bytes.Replace(inHTML(text), []byte("<body>"), []byte("<body>\n<pre>"+strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(course)+"</pre>\n"), 1)
}

// A record that leaves out what its page says is smaller, and read as before, with any
// ends of lines.
func TestShrinkPage(t *testing.T) {
	for name, src := range map[string]string{"a course": course, "a large one": "# C\n\n## P\n\n" + strings.Repeat("### Topics of this section\n\n- **Why boats swim**: as they are lighter than water.\n- B\n\n", 3000)} {
		f := parsed(src)
		text, err := EncodeSmall(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		page := inList(text, src)
		small, err := ShrinkPage(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		if len(small) >= len(page) {
			t.Errorf("%s: %d bytes, and %d before", name, len(small), len(page))
		}
		for again, of := range map[string][]byte{"the page": page, "the smaller page": small} {
			if got, err := ShrinkPage(t.Context(), of); err != nil || !bytes.Equal(got, small) {
				t.Errorf("%s: %s gives another page the second time: %v", name, again, err)
			}
		}
		for way, file := range map[string][]byte{"as it was": small, "CRLF": bytes.ReplaceAll(small, []byte("\n"), []byte("\r\n"))} {
			if got, err := Read(file); err != nil || !reflect.DeepEqual(got, f.Plain()) {
				t.Errorf("%s, %s: %v", name, way, err)
			}
		}
		// The settings are there whatever happened to the page.
		changed := bytes.Replace(small, []byte("</body>"), []byte("<p>more</p></body>"), 1)
		changed = bytes.Replace(changed, []byte("opics"), []byte("OPICS"), 1)
		changed = bytes.Replace(changed, []byte("vectors"), []byte("VECTORS"), 1)
		r, err := Find(changed)
		if err != nil || r.Options["theme"] != "contrast" {
			t.Errorf("%s: options %v, %v", name, r.Options, err)
		}
		var broken *DamagedError
		if _, err := r.Figure(); !errors.As(err, &broken) || !strings.Contains(broken.Reason, "page") {
			t.Errorf("%s: a page that was changed: %v", name, err)
		}
	}
}

// What carries no record stays as it is, and one that is broken is told.
func TestShrinkPageWithoutRecord(t *testing.T) {
	for _, page := range []string{"", "<!DOCTYPE html>\n<title>C</title>\n", string(inSVG(encoded(t, parsed(course))))} {
		if got, err := ShrinkPage(t.Context(), []byte(page)); err != nil || string(got) != page {
			t.Errorf("%q became %q, %v", page, got, err)
		}
	}
	if _, err := ShrinkPage(t.Context(), inHTML(mark+"3:x:e30=:5:AAAA")); err == nil {
		t.Error("a broken record was packed")
	}
}

// Nobody's page makes the program unpack more than it says, or keep much.
func TestPackedPageIsBounded(t *testing.T) {
	packed := func(data []byte, o ...zstd.EOption) string {
		z, err := zstd.NewWriter(nil, o...)
		if err != nil {
			t.Fatal(err)
		}
		return besidePage + base64.StdEncoding.EncodeToString(z.EncodeAll(data, nil))
	}
	zeros := make([]byte, 32<<20)
	for name, graph := range map[string]string{
		"more than it says": "10:" + packed(zeros), "less than it says": "10:" + packed(zeros[:9]), "far too much": "999999999:" + packed(zeros),
		"a large window": "33554432:" + packed(zeros, zstd.WithWindowSize(2*window), zstd.WithSingleSegment(false)),
		"nothing":        "0:" + besidePage, "no base64": "5:" + besidePage + "***", "no zstd": "3:" + besidePage + "AAAA",
	} {
		_, err := Read(inHTML(mark + "3:x:e30=:" + graph))
		var broken *DamagedError
		if !errors.As(err, &broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(inSVG(mark + "3:x:e30=:9:" + packed(zeros[:9]))); err == nil {
		t.Error("a picture has the record of a page")
	}
}
