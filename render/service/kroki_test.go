package service

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os/exec"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/render/figure"
)

// deflated is a document as Kroki's documentation packs it.
func deflated(t testing.TB, src string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, 9)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(src))
	w.Close()
	return b.Bytes()
}

func inAddress(t testing.TB, src string) string {
	return base64.URLEncoding.EncodeToString(deflated(t, src))
}

func TestKrokiAddresses(t *testing.T) {
	s := newService(t)
	// Long enough for every kind of base64 to have its signs in it.
	src := cooking + strings.Repeat("- Grüße ~~ ÿÿ þþ\n", 3)
	want := drawnAs(t, src, "svg", figure.Options{})
	data := deflated(t, src)
	var raw bytes.Buffer
	w, _ := flate.NewWriter(&raw, 9)
	w.Write([]byte(src))
	w.Close()
	for name, packed := range map[string]string{
		"the documented way": base64.URLEncoding.EncodeToString(data),
		"without padding":    base64.RawURLEncoding.EncodeToString(data),
		"the other alphabet": strings.ReplaceAll(base64.StdEncoding.EncodeToString(data), "//", "%2F%2F"),
		"without the frame":  base64.URLEncoding.EncodeToString(raw.Bytes()),
	} {
		for _, kind := range krokiTypes {
			got := ask(t, s, request{method: "GET", url: "/" + kind + "/svg/" + packed + "?from=markdown"})
			wantType(t, got, 200, "image/svg+xml")
			if !bytes.Equal(got.Body.Bytes(), want) {
				t.Errorf("%s: another figure", name)
			}
		}
	}
}

// The one-liner of https://docs.kroki.io/kroki/setup/usage/.
func TestKrokiAddressOfPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	cmd := exec.Command(python, "-c", "import sys; import base64; import zlib; print(base64.urlsafe_b64encode(zlib.compress(sys.stdin.read().encode('utf-8'), 9)).decode('ascii'))")
	cmd.Stdin = strings.NewReader(cooking)
	packed, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := ask(t, newService(t), request{method: "GET", url: "/roadmapviz/svg/" + strings.TrimSpace(string(packed))})
	if got.Code != 200 || !bytes.Equal(got.Body.Bytes(), drawnAs(t, cooking, "svg", figure.Options{})) {
		t.Errorf("%d %.200s", got.Code, got.Body)
	}
}

// Every format and every way of asking for it.
func TestKrokiRequests(t *testing.T) {
	s := newService(t)
	for _, f := range figureFormats() {
		want := drawnAs(t, cooking, f.name, figure.Options{})
		for name, q := range map[string]request{
			"GET":             {method: "GET", url: "/roadmapviz/" + f.name + "/" + inAddress(t, cooking)},
			"in capitals":     {method: "GET", url: "/roadmapviz/" + strings.ToUpper(f.name) + "/" + inAddress(t, cooking)},
			"text":            {method: "POST", url: "/roadmapviz/" + f.name, body: cooking, header: map[string]string{"Content-Type": "text/plain"}},
			"curl":            {method: "POST", url: "/roadmapviz/" + f.name, body: cooking, header: map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Accept": "*/*"}},
			"JSON":            {method: "POST", url: "/roadmapviz/" + f.name, body: asJSON(t, map[string]string{"diagram_source": cooking}), header: map[string]string{"Content-Type": "application/json"}},
			"JSON and format": {method: "POST", url: "/roadmapviz", body: asJSON(t, map[string]string{"diagram_source": cooking, "output_format": f.name}), header: map[string]string{"Content-Type": "application/json"}},
			"root":            {method: "POST", url: "/", body: asJSON(t, map[string]string{"diagram_source": cooking, "diagram_type": "roadmap", "output_format": f.name}), header: map[string]string{"Content-Type": "application/json"}},
			"root untyped":    {method: "POST", url: "/", body: asJSON(t, map[string]string{"diagram_source": cooking, "diagram_type": "roadmap", "output_format": f.name})},
			"Accept":          {method: "POST", url: "/roadmapviz", body: cooking, header: map[string]string{"Content-Type": "text/plain", "Accept": f.mediaType}},
		} {
			got := ask(t, s, q)
			wantType(t, got, 200, f.mediaType)
			if !bytes.Equal(got.Body.Bytes(), want) {
				t.Errorf("%s %s: another figure", f.name, name)
			}
		}
	}
}

// The JSON of a body counts more than header fields, and these more than the query.
func TestKrokiOptions(t *testing.T) {
	s := newService(t)
	tree := drawnAs(t, cooking, "svg", figure.Options{Layout: "tree", Depth: figure.NoTopics})
	for name, q := range map[string]request{
		"query":  {method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?Layout=tree&depth=0"},
		"header": {method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?layout=timeline&depth=0", header: map[string]string{"Kroki-Diagram-Options-Layout": "tree"}},
		"JSON": {method: "POST", url: "/roadmapviz/svg?layout=timeline", header: map[string]string{"Kroki-Diagram-Options-Layout": "grid", "Content-Type": "application/json"},
			body: asJSON(t, map[string]any{"diagram_source": cooking, "diagram_options": map[string]any{"LAYOUT": "tree", "depth": 0}})},
	} {
		if got := ask(t, s, q); got.Code != 200 || !bytes.Equal(got.Body.Bytes(), tree) {
			t.Errorf("%s: %d %.200s", name, got.Code, got.Body)
		}
	}
	got := ask(t, s, request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?id=a&alt=%0d%0aX"})
	if got.Code != 200 || got.Header().Get("Roadmapviz-Ignored") != "alt, id" {
		t.Error(got.Code, got.Header())
	}
	dot := post(t, s, "/export?format=dot", cooking).Body.String()
	drawn := post(t, s, "/render?from=dot", dot).Body.String()
	for _, url := range []string{"/roadmapviz/svg/" + inAddress(t, dot) + "?from=dot", "/graphviz/svg/" + inAddress(t, dot), "/dot/svg/" + inAddress(t, dot)} {
		if got := ask(t, s, request{method: "GET", url: url}); got.Code != 200 || got.Body.String() != drawn {
			t.Errorf("%s: %d %.200s", url, got.Code, got.Body)
		}
	}
}

func TestKrokiErrors(t *testing.T) {
	s := newService(t)
	bomb := inAddress(t, strings.Repeat("- a\n", 64<<20/4))
	for _, test := range []struct {
		request
		status int
		want   string
	}{
		{request{method: "GET", url: "/roadmapviz/gif/" + inAddress(t, cooking)}, 400, "Unsupported output format: gif for roadmapviz. Must be one of svg, "},
		{request{method: "GET", url: "/roadmapviz/svg/!!!"}, 400, "Base64"},
		{request{method: "GET", url: "/roadmapviz/svg/"}, 400, "must not be null or empty"},
		{request{method: "GET", url: "/roadmapviz/svg/====" + "/"}, 400, "Unable to decode"},
		{request{method: "GET", url: "/roadmapviz/svg/aGVsbG8gd29ybGQ="}, 400, "Unable to decode"},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking)[:40]}, 400, "Unable to decode"},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, "  \n")}, 400, "must not be null or empty"},
		{request{method: "GET", url: "/roadmapviz/svg/" + bomb}, 413, "too large"},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?layout=treee"}, 400, `did you mean "tree"?`},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?theme=./x.yaml"}, 400, "opens no file"},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking) + "?from=csv"}, 400, "format to read"},
		{request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cycle)}, 422, "document:8:9: error RV005"},
		{request{method: "POST", url: "/roadmapviz/svg"}, 400, "Request body must not be empty."},
		{request{method: "POST", url: "/"}, 400, "Request body must not be empty."},
		{request{method: "POST", url: "/", body: "{"}, 400, "JSON"},
		{request{method: "POST", url: "/", body: "{}"}, 400, "Field diagram_source must not be empty."},
		{request{method: "POST", url: "/", body: `{"diagram_source": "x"}`}, 400, "Field diagram_type must not be empty."},
		{request{method: "POST", url: "/", body: `{"diagram_source": "x", "diagram_type": "roadmap"}`}, 400, "Field output_format must not be empty."},
		{request{method: "POST", url: "/", body: `{"diagram_source": "x", "diagram_type": "ditaa", "output_format": "svg"}`}, 400, "Unsupported diagram type: ditaa. Must be one of roadmapviz"},
		{request{method: "POST", url: "/roadmapviz/svg", body: strings.Repeat("x", 1<<20+1)}, 413, "too large"},
		{request{method: "POST", url: "/roadmapviz/svg", body: "x", header: map[string]string{"Content-Encoding": "br"}}, 415, "coding"},
		{request{method: "POST", url: "/roadmapviz", body: cooking, header: map[string]string{"Accept": "image/jpeg", "Content-Type": "text/plain"}}, 406, "image/svg+xml"},
	} {
		got := ask(t, s, test.request)
		wantType(t, got, test.status, "text/plain")
		if !strings.HasPrefix(got.Body.String(), "Error ") || !strings.Contains(got.Body.String(), test.want) || got.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s %.60s: %.300s", test.method, test.url, got.Body)
		}
	}
	bad := request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cycle), header: map[string]string{"Accept": "application/json"}}
	got := ask(t, s, bad)
	wantType(t, got, 422, "application/json")
	var said struct {
		Error struct {
			Code    int
			Message string
		}
	}
	if err := json.Unmarshal(got.Body.Bytes(), &said); err != nil || said.Error.Code != 422 || !strings.Contains(said.Error.Message, "RV005") {
		t.Errorf("%v %s", err, got.Body)
	}
	// An image of a page, as Chromium asks for it.
	bad.header["Accept"] = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
	got = ask(t, s, bad)
	wantType(t, got, 422, "image/svg+xml")
	if !strings.Contains(got.Body.String(), "RV005") || strings.Contains(got.Body.String(), `"a"`) {
		t.Errorf("%s", got.Body)
	}
}

func TestKrokiIsCached(t *testing.T) {
	s := newService(t)
	q := request{method: "GET", url: "/roadmapviz/svg/" + inAddress(t, cooking), header: map[string]string{}}
	first := ask(t, s, q)
	if first.Header().Get("Cache-Control") != krokiCache {
		t.Error(first.Header())
	}
	q.header["If-None-Match"] = `"other", W/` + first.Header().Get("ETag")
	again := ask(t, s, q)
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("ETag") != first.Header().Get("ETag") || again.Header().Get("Cache-Control") != krokiCache {
		t.Error(again.Code, again.Header())
	}
	q.method, q.header = "HEAD", map[string]string{}
	head := ask(t, s, q)
	if head.Code != 200 || head.Body.Len() > 0 || head.Header().Get("Content-Length") != first.Header().Get("Content-Length") || head.Header().Get("ETag") != first.Header().Get("ETag") {
		t.Error(head.Code, head.Header())
	}
}

// What requests hold of the room for documents is given back, however they end.
func TestRoomForDocumentsIsGivenBack(t *testing.T) {
	s := newService(t)
	post(t, s, "/render", cooking)
	post(t, s, "/render", cycle)
	post(t, s, "/render", strings.Repeat("x", 1<<20+1))
	post(t, s, "/render", "{", "Content-Type", "application/json")
	post(t, s, "/roadmapviz/svg", cooking)
	post(t, s, "/roadmapviz/svg", strings.Repeat("x", 1<<20+1))
	for _, packed := range []string{inAddress(t, cooking), inAddress(t, cooking)[:40], inAddress(t, strings.Repeat("x", 2<<20))} {
		ask(t, s, request{method: "GET", url: "/roadmapviz/svg/" + packed})
	}
	if !s.gate.bodies.TryAcquire(max(s.config.Limits.Memory/4, 2*s.config.Limits.Body)) {
		t.Error("some is still held")
	}
}
