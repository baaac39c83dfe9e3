package metadata

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

const course = `# A Course

## 🧩 The Basics

### 1. Maths

- **Algebra**: vectors & <matrices>.
  - [A book](https://example.org/?a=1&b=<2>)
- **Calculus**: slopes.

### 2. Python
<!-- roadmap: requires="Algebra" -->

- **Syntax**: how it is written.
`

func parsed(src string) Figure {
	g, _ := markdown.Parse([]byte(src), markdown.Options{File: "README.md"})
	return Figure{Graph: g, Options: map[string]string{"theme": "contrast", "width": "1100"}, Parts: []string{"the-basics"}}
}

func encoded(t testing.TB, f Figure) string {
	t.Helper()
	text, err := Encode(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// inSVG and inPNG are the least files that carry a text.
func inSVG(text string) []byte {
	return []byte("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<metadata>" + text + "</metadata>\n</svg>\n")
}

func inPNG(kind, text string) []byte {
	body := kind + Keyword + "\x00"
	if kind == "iTXt" {
		body += "\x00\x00\x00\x00"
	}
	body += text
	file := []byte(signature)
	for _, chunk := range []string{"IHDR0123456789012", "tEXtComment\x00hello", body, "IEND"} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(chunk)-4))
		file = append(file, chunk...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE([]byte(chunk)))
	}
	return file
}

// inHTML and inPDF are the same of what others' texts stand behind, and around.
func inHTML(text string) []byte {
	return []byte("<!DOCTYPE html>\n<html>\n<head>\n<script type=\"text/plain\">" + text + "</script>\n<title>C</title>\n</head>\n<body><p>" + mark + "999:x</p></body>\n</html>\n")
}

func inPDF(text string) []byte {
	return []byte("%PDF-1.7\n1 0 obj\n<</Title(" + mark + "999:x)>>\nendobj\n2 0 obj\n<</Type/Metadata>>stream\n<x:xmpmeta><dc:title>" + mark +
		"999:x</dc:title><roadmapviz:record>" + text + "</roadmapviz:record></x:xmpmeta>\nendstream\nendobj\n%%EOF\n")
}

func TestRoundTrip(t *testing.T) {
	f := parsed(course)
	text := encoded(t, f)
	if strings.ContainsAny(text, "<>&\"'\n") {
		t.Errorf("the text needs escaping: %s", text)
	}
	if again := encoded(t, f); again != text {
		t.Error("the same figure gives two texts")
	}
	files := map[string][]byte{
		"svg": inSVG(text), "svg with spaces": inSVG("\n  " + text + "\n"), "png": inPNG("iTXt", text), "tEXt": inPNG("tEXt", text),
		"html": inHTML(text), "pdf": inPDF(text), "html with more scripts": bytes.Replace(inHTML(text), []byte("<head>"), []byte("<head><script>x</script>"), 1),
		"behind another": bytes.Replace(inSVG(text), []byte("<metadata>"), []byte("<metadata id=\"m\"><rdf/></metadata><metadata>"), 1),
	}
	for name, file := range files {
		if !IsFigure(file) {
			t.Errorf("%s: not taken for a figure", name)
		}
		got, err := Read(file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := f.Plain(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v\nwant %+v", name, got, want)
		}
		if record, _ := Find(file); record.Fingerprint != f.Fingerprint() || record.Version != Version {
			t.Errorf("%s: another fingerprint or version: %+v", name, record)
		}
	}
}

// The small form is read as the other is.
func TestSmall(t *testing.T) {
	f := parsed(course)
	text, err := EncodeSmall(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	if usual := encoded(t, f); len(text) >= len(usual) {
		t.Errorf("%d bytes, and %d usually", len(text), len(usual))
	}
	if got, err := Read(inSVG(text)); err != nil || !reflect.DeepEqual(got, f.Plain()) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, f.Plain())
	}
}

// The reference documents come back as they were, but for the places in the text.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no reference documents beside the repository")
	}
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := parsed(string(src))
		got, err := Read(inPNG("iTXt", encoded(t, f)))
		if err != nil {
			t.Errorf("%s: %v", path, err)
		} else if !reflect.DeepEqual(got, f.Plain()) {
			t.Errorf("%s: another graph", path)
		}
	}
}

func TestFingerprint(t *testing.T) {
	was := parsed(course).Fingerprint()
	for name, c := range map[string]struct {
		old, new string
		same     bool
	}{
		"a sentence":      {"slopes.", "slopes, and areas.", true},
		"more lines":      {"# A Course\n", "# A Course\n\nWelcome.\n\nReally.\n", true},
		"another title":   {"# A Course", "# The Course", true}, // which no figure of a part shows
		"a resource":      {"A book", "The book", true},
		"a sub-topic":     {"  - [A book]", "  - **Vectors**\n  - [A book]", true}, // which is not drawn
		"a topic's name":  {"Calculus", "Analysis", false},
		"a section's":     {"Python", "Programming", false},
		"a number":        {"2. Python", "3. Python", false},
		"an icon":         {"🧩", "👷", false},
		"a label":         {"slopes.", "slopes. <!-- roadmap: label=Calc -->", false},
		"optional":        {"slopes.", "slopes. <!-- roadmap: optional -->", false},
		"a status":        {"slopes.", "slopes. <!-- roadmap: status=done -->", false},
		"a prerequisite":  {`requires="Algebra"`, `requires="Calculus"`, false},
		"no prerequisite": {"<!-- roadmap: requires=\"Algebra\" -->", "", false},
		"a link":          {"**Calculus**", "[**Calculus**](https://example.org)", false},
	} {
		changed := strings.Replace(course, c.old, c.new, 1)
		if changed == course {
			t.Fatalf("%s: nothing was replaced", name)
		}
		if is := parsed(changed).Fingerprint(); (is == was) != c.same {
			t.Errorf("%s: the same fingerprint: %v, want %v", name, is == was, c.same)
		}
	}
	deep := strings.Replace(course, "  - [A book]", "  - **Vectors**\n  - [A book]", 1)
	a, b := parsed(course), parsed(deep)
	a.Options, b.Options = map[string]string{DepthOption: "2"}, map[string]string{DepthOption: "2"}
	if a.Fingerprint() == b.Fingerprint() {
		t.Error("a sub-topic that is drawn makes no difference")
	}
	f := parsed(course)
	f.Options = map[string]string{"theme": "contrast"}
	if f.Fingerprint() == was {
		t.Error("other options have the same fingerprint")
	}
}

// forged is the text of a figure with any content.
func forged(content string, size int, fingerprint string) string {
	var b bytes.Buffer
	z, _ := flate.NewWriter(&b, flate.BestSpeed)
	io.WriteString(z, content)
	z.Close()
	return fmt.Sprintf("%s%d:%s:%s:%d:%s", mark, Version, fingerprint, base64.StdEncoding.EncodeToString([]byte("{}")), size, base64.StdEncoding.EncodeToString(b.Bytes()))
}

func TestHostileFigures(t *testing.T) {
	const cycle = `{"roadmapviz":1,"nodes":[{"id":"course","kind":"course","title":""}],"edges":[{"from":"course","to":"course","kind":"next"}]}`
	good := encoded(t, parsed(course))
	png := inPNG("iTXt", good)
	flipped := bytes.Clone(png)
	flipped[len(flipped)-40] ^= 1
	fingerprint := parsed(course).Fingerprint()
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"no metadata":        {[]byte("<svg></svg>"), "was not drawn by roadmapviz"},
		"somebody else's":    {inSVG("<rdf:RDF/>"), "was not drawn by roadmapviz"},
		"no PNG text":        {inPNG("iTXt", ""), "was not drawn by roadmapviz"},
		"no HTML text":       {inHTML(""), "was not drawn by roadmapviz"},
		"no PDF text":        {inPDF(""), "was not drawn by roadmapviz"},
		"a page's text":      {bytes.Replace(inHTML(""), []byte("<p>"), []byte("<script>"+good+"</script><p>"), 1), "was not drawn by roadmapviz"},
		"a page's figure":    {bytes.Replace(inHTML(""), []byte("<p>"), inSVG(good), 1), "was not drawn by roadmapviz"},
		"truncated page":     {inHTML(good)[:len(good)/2], "damaged"},
		"truncated PDF":      {inPDF(good)[:len(good)/2], "damaged"},
		"only a header":      {[]byte("%PDF-"), "was not drawn by roadmapviz"},
		"only a doctype":     {[]byte("<!doctype html>"), "was not drawn by roadmapviz"},
		"nothing":            {nil, "was not drawn by roadmapviz"},
		"truncated PNG":      {png[:len(png)-100], "cut short"},
		"flipped bit":        {flipped, "checksum is wrong"},
		"truncated text":     {inSVG(good[:len(good)/2]), "damaged"},
		"only a mark":        {inSVG(mark), "has no version"},
		"garbage":            {inSVG(mark + "1:x:e30=:10:@@@@"), "not base64"},
		"no settings":        {inSVG(mark + "1:x:AAAA:10:AAAA"), "settings cannot be read"},
		"settings too many":  {inSVG(mark + "1:x:eyJhIjoxfQ==:10:AAAA"), "unknown field"},
		"no deflate":         {inSVG(mark + "1:x:e30=:10:AAAA"), "damaged"},
		"a negative size":    {inSVG(mark + "1:x:e30=:-10:AAAA"), "has no size"},
		"a future version":   {inSVG(mark + "999:x"), "is of version 999"},
		"claims a gigabyte":  {inSVG(forged("{}", 1<<30, "x")), "would inflate to 1073741824 bytes"},
		"more than it says":  {inSVG(forged(strings.Repeat(" ", 64<<20), 100, "x")), "another size"},
		"less than it says":  {inSVG(forged("{}", 3, "x")), "another size"},
		"no JSON":            {inSVG(forged("<a>", 3, "x")), "graph cannot be read"},
		"script":             {inSVG("<script>alert(1)</script>"), "was not drawn by roadmapviz"},
		"script in the text": {inSVG(good[:200] + "<script>alert(1)</script>"), "damaged"},
		"no graph":           {inSVG(forged("{}", 2, "x")), "graph cannot be read"},
		"other fingerprint":  {inSVG(strings.Replace(good, fingerprint, strings.Repeat("0", 64), 1)), "fingerprint is another"},
		"a cycle":            {inSVG(forged(cycle, len(cycle), "x")), "graph cannot be read"},
		"a packed chunk":     {bytes.Replace(png, []byte(Keyword+"\x00\x00"), []byte(Keyword+"\x00\x01"), 1), "checksum is wrong"},
	} {
		_, err := Read(c.file)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want …%s…", name, err, c.want)
			continue
		}
		var damaged *DamagedError
		if !errors.Is(err, ErrNone) && !errors.As(err, &damaged) {
			t.Errorf("%s: %T is neither ErrNone nor a DamagedError", name, err)
		}
	}
}

// The metadata of a forged figure can hold any text, but not any graph.
func TestScriptInGraph(t *testing.T) {
	f := parsed(course)
	f.Graph.Nodes[1].URL = "javascript:alert(1)"
	f.Graph.Nodes[1].Title = "</metadata><script>alert(1)</script>"
	got, err := Read(inSVG(encoded(t, f)))
	if err != nil {
		t.Fatal(err)
	}
	if got.Graph.Nodes[1].Title != f.Graph.Nodes[1].Title {
		t.Errorf("got %q", got.Graph.Nodes[1].Title)
	}
}

func TestIsFigure(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                     false,
		"# A course\n\n<svg></svg>":            false,
		"<svg></svg>\n\n# A course":            false,
		"<?xml version=\"1.0\"?><html/>":       false,
		"<?xml version=\"1.0\"?>\n<svg></svg>": true,
		"\ufeff<svg\n></svg>\n":                true,
		signature:                              true,
		"%PDF-1.4\n":                           true,
		"<!doctype html><title>C</title>":      false,
		string(inHTML(mark + "1:x")):           true,
		string(inHTML("x")):                    false,
	} {
		if got := IsFigure([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	text := encoded(f, parsed(course))
	f.Add(inSVG(text))
	f.Add(inPNG("iTXt", text))
	f.Add(inPNG("tEXt", text[:50]))
	f.Add(inHTML(text))
	f.Add(inHTML("<title>"))
	f.Add(inPDF(text))
	f.Fuzz(func(t *testing.T, file []byte) {
		figure, err := Read(file)
		if err != nil {
			return
		}
		again, err := Read(inSVG(encoded(t, figure)))
		if err != nil || !reflect.DeepEqual(again, figure) {
			t.Errorf("not stable: %v", err)
		}
	})
}

// The digests that figures keep of what they show besides pictures.
func TestBesides(t *testing.T) {
	was := parsed(course)
	for name, c := range map[string]struct {
		old, new          string
		everything, lines bool // the same
	}{
		"nothing":       {"", "", true, true},
		"a sentence":    {"slopes.", "slopes, and areas.", false, true},
		"a resource":    {"A book", "The book", false, true},
		"its address":   {"?a=1", "?a=2", false, true},
		"a line":        {"# A Course\n", "# A Course\n\n\n", true, false},
		"another title": {"# A Course", "# The Course", false, true},
		"a topic":       {"**Calculus**", "**Analysis**", false, true},
	} {
		is := parsed(strings.Replace(course, c.old, c.new, 1))
		if same := Everything(was.Graph) == Everything(is.Graph); same != c.everything {
			t.Errorf("%s: the same is known: %v", name, same)
		}
		if same := Lines(was.Graph) == Lines(is.Graph); same != c.lines {
			t.Errorf("%s: the lines are the same: %v", name, same)
		}
	}
}

var sink string

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{1, 1000} {
		src := strings.Repeat(strings.TrimPrefix(course, "# A Course\n"), n)
		f := parsed("# A Course\n" + src)
		b.Run(fmt.Sprint(len(f.Graph.Nodes)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sink, _ = Encode(b.Context(), f)
			}
			b.ReportMetric(float64(len(sink)), "bytes")
		})
		b.Run(fmt.Sprint("fingerprint", len(f.Graph.Nodes)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sink = f.Fingerprint()
			}
		})
	}
}
