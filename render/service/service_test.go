package service

import (
	"bytes"
	"context"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"log/slog"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

const cooking = "# Cooking\n\n## Basics\n\n### Knives\n\n- Sharpening\n- Chopping\n\n### Stock\n\n- Bones\n- Vegetables\n"

// newService is a service with small limits, and what it has for a log.
func newService(t testing.TB) *Service {
	t.Helper()
	return New(Config{Version: "test", Limits: Limits{Body: 1 << 20}, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
}

// described is the description of the service, read by a library that knows OpenAPI.
var described = sync.OnceValues(func() (*openapi3.T, error) {
	s := New(Config{Version: "test", Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	got := httptest.NewRecorder()
	s.ServeHTTP(got, httptest.NewRequest("GET", "/openapi.json", nil))
	return openapi3.NewLoader().LoadFromData(got.Body.Bytes())
})

// request is one that a test sends.
type request struct {
	method, url string // GET without one
	body        string
	header      map[string]string
}

func (q request) new() *http.Request {
	r := httptest.NewRequest(q.method, q.url, strings.NewReader(q.body))
	for name, value := range q.header {
		r.Header.Set(name, value)
	}
	return r
}

// ask sends a request, and holds both it, if it is answered well, and the answer against
// the description.
func ask(t testing.TB, s *Service, q request) *httptest.ResponseRecorder {
	t.Helper()
	got := httptest.NewRecorder()
	s.ServeHTTP(got, q.new())
	if got.Code == http.StatusInternalServerError {
		t.Errorf("%s %.80s: a fault: %s", q.method, q.url, got.Body)
	}
	if got.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s %.80s: a browser may take the answer for something else", q.method, q.url)
	}
	mux := http.NewServeMux()
	s.routes(mux)
	r := q.new()
	_, pattern := mux.Handler(r)
	method, path, ok := strings.Cut(pattern, " ")
	if !ok { // what is not there, or not so
		return got
	}
	path = strings.NewReplacer("{$}", "", "...", "").Replace(path)
	doc, err := described()
	if err != nil {
		t.Fatal(err)
	}
	item := doc.Paths.Find(path)
	if item == nil {
		t.Fatalf("the description has no %s", path)
	}
	values := map[string]string{}
	parts := strings.Split(r.URL.Path, "/")
	for i, name := range strings.Split(path, "/") {
		if strings.HasPrefix(name, "{") {
			values[strings.Trim(name, "{}")] = parts[i]
		}
	}
	in := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: values, Options: &openapi3filter.Options{MultiError: true},
		Route: &routers.Route{Spec: doc, Path: path, PathItem: item, Method: method, Operation: item.GetOperation(method)},
	}
	if got.Code == http.StatusOK && q.header["Content-Type"] != "" {
		if err := openapi3filter.ValidateRequest(context.Background(), in); err != nil {
			t.Errorf("%s %.80s is answered, and not described: %.500s", q.method, q.url, err)
		}
	}
	if got.Header().Get("Content-Encoding") != "" {
		return got
	}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: got.Code, Header: got.Header(), Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	if err := openapi3filter.ValidateResponse(context.Background(), out.SetBodyBytes(got.Body.Bytes())); err != nil {
		t.Errorf("%s %.80s: the answer is not as described: %.500s", q.method, q.url, err)
	}
	return got
}

func post(t testing.TB, s *Service, url, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	q := request{method: "POST", url: url, body: body, header: map[string]string{}}
	for i := 0; i < len(header); i += 2 {
		q.header[header[i]] = header[i+1]
	}
	return ask(t, s, q)
}

// drawnAs is what the library draws.
func drawnAs(t testing.TB, src, format string, o figure.Options) []byte {
	t.Helper()
	c, err := course.Parse(context.Background(), []byte(src), "document", course.Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := figure.Draw(context.Background(), c.Graph, o, format)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func wantType(t testing.TB, got *httptest.ResponseRecorder, status int, mediaType string) {
	t.Helper()
	has, _, err := mime.ParseMediaType(got.Header().Get("Content-Type"))
	if got.Code != status || has != mediaType || err != nil {
		t.Errorf("%d %q, want %d %q: %.200s", got.Code, has, status, mediaType, got.Body)
	}
}

func TestEveryFormatIsDrawn(t *testing.T) {
	s := newService(t)
	for _, f := range figureFormats() {
		got := post(t, s, "/render?format="+f.name, cooking, "Content-Type", "text/markdown")
		wantType(t, got, 200, f.mediaType)
		if !bytes.Equal(got.Body.Bytes(), drawnAs(t, cooking, f.name, figure.Options{})) {
			t.Errorf("%s is not what the library draws", f.name)
		}
		if got.Header().Get("Roadmapviz-Diagnostics") == "" || got.Header().Get("ETag") == "" || got.Header().Get("Cache-Control") != "no-store" {
			t.Error(f.name, got.Header())
		}
	}
}

func TestOptionsOfQueryAndJSON(t *testing.T) {
	s := newService(t)
	want := drawnAs(t, cooking, "svg", figure.Options{Layout: "tree", Parts: []string{"Knives", "Stock"}, NoIcons: true, MaxTopics: 1})
	query := post(t, s, "/render?layout=tree&part=Knives&part=Stock&icons=false&max-topics=1", cooking)
	inJSON := post(t, s, "/render", asJSON(t, map[string]any{
		"source": cooking, "format": "svg", "options": map[string]any{"layout": "tree", "part": []string{"Knives", "Stock"}, "icons": false, "max-topics": 1},
	}), "Content-Type", "application/json; charset=utf-8")
	both := post(t, s, "/render?layout=timeline&max-topics=1&part=Basics", asJSON(t, map[string]any{
		"source": cooking, "options": map[string]any{"layout": "tree", "part": []string{"Knives", "Stock"}, "icons": false},
	}), "Content-Type", "application/json")
	for name, got := range map[string]*httptest.ResponseRecorder{"query": query, "JSON": inJSON, "both": both} {
		wantType(t, got, 200, "image/svg+xml")
		if !bytes.Equal(got.Body.Bytes(), want) {
			t.Errorf("%s: another figure", name)
		}
	}
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every option of figures can be given, or names a file and says so.
func TestEveryOptionIsOfferedOrRefused(t *testing.T) {
	s := newService(t)
	for _, option := range figure.Table() {
		got := post(t, s, "/render?"+option.Name+"=./x.yaml", cooking)
		if got.Code != 400 || !strings.Contains(got.Body.String(), option.Name) {
			if option.Kind != figure.Text && option.Kind != figure.List || option.Values != nil {
				t.Errorf("%s: %d %s", option.Name, got.Code, got.Body)
			}
		}
		if option.NamesFile("./x.yaml") && !strings.Contains(got.Body.String(), "opens no file") {
			t.Errorf("%s: %s", option.Name, got.Body)
		}
	}
}

const theme = "extends: course\nsection:\n  fill: \"#123456\"\n"

func TestTextsThatComeAlong(t *testing.T) {
	s := newService(t)
	draw := func(fields map[string]any) *httptest.ResponseRecorder {
		fields["source"] = cooking
		return post(t, s, "/render", asJSON(t, fields), "Content-Type", "application/json")
	}
	plain := draw(map[string]any{}).Body.String()
	if got := draw(map[string]any{"theme": theme}); got.Code != 200 || !strings.Contains(got.Body.String(), "#123456") {
		t.Errorf("a theme: %d %.300s", got.Code, got.Body)
	}
	if got := draw(map[string]any{"progress": "Sharpening: done\n"}); got.Code != 200 || got.Body.String() == plain {
		t.Errorf("progress: %d %.300s", got.Code, got.Body)
	}
	tree := post(t, s, "/render?layout=tree", cooking).Body.String()
	if got := draw(map[string]any{"settings": "layout: tree\n"}); got.Code != 200 || got.Body.String() != tree {
		t.Errorf("settings: %d %.300s", got.Code, got.Body)
	}
	if got := draw(map[string]any{"settings": "layout: timeline\n", "options": map[string]any{"layout": "tree"}}); got.Body.String() != tree {
		t.Error("settings overrule what was asked for")
	}
	for name, test := range map[string]struct {
		fields map[string]any
		status int
		want   string
	}{
		"a bad theme":           {map[string]any{"theme": "extends: course\nsection:\n  fil: red\n"}, 422, "theme.yaml:3:3"},
		"a theme by its name":   {map[string]any{"theme": "course-dark"}, 400, `named in \"options\"`},
		"two themes":            {map[string]any{"theme": theme, "options": map[string]any{"theme": "course-dark"}}, 400, "two themes"},
		"bad progress":          {map[string]any{"progress": "{"}, 422, "progress.yaml"},
		"bad settings":          {map[string]any{"settings": "layuot: tree\n"}, 422, "roadmapviz.yaml:1"},
		"settings with a theme": {map[string]any{"settings": "theme: ./x.yaml\n"}, 400, "none can be read here"},
		"settings with fonts":   {map[string]any{"settings": "font: [/etc/passwd]\n"}, 422, ""},
		"settings with files":   {map[string]any{"settings": "progress: theme.yaml\n", "theme": theme}, 400, "none can be read here"},
		"a twin elsewhere":      {map[string]any{"theme": theme + "twin: ./other.yaml\n", "options": map[string]any{"mode": "dark"}}, 422, "other.yaml"},
	} {
		got := draw(test.fields)
		wantType(t, got, test.status, problemType)
		if !strings.Contains(got.Body.String(), test.want) {
			t.Errorf("%s: %.300s", name, got.Body)
		}
	}
	if got := draw(map[string]any{"settings": "input: [docs/a.md, ../b.md]\nfollow: true\nlayout: tree\n"}); got.Body.String() != tree {
		t.Errorf("settings that name documents: %d %.300s", got.Code, got.Body)
	}
}

func TestAcceptChooses(t *testing.T) {
	s := newService(t)
	for _, test := range []struct{ url, accept, want string }{
		{"/render", "", "image/svg+xml"},
		{"/render", "*/*", "image/svg+xml"},
		{"/render", "image/*", "image/svg+xml"},
		{"/render", "image/png", "image/png"},
		{"/render", "image/png, */*", "image/png"},
		{"/render", "image/png;q=0.5, application/pdf", "application/pdf"},
		{"/render", "image/svg+xml;q=0, image/*;q=0.1", "image/png"},
		{"/render", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"},
		{"/render", "application/json", "application/json"},
		{"/render?format=png", "application/json", "application/json"},
		{"/render?format=png", "image/svg+xml", "image/png"},
		{"/render?format=png", "*/*", "image/png"},
		{"/render?format=png", "application/json;q=0.1, */*", "image/png"},
		{"/export", "", "application/json"},
		{"/export", "text/vnd.graphviz", "text/vnd.graphviz"},
		{"/list", "text/plain", "text/plain"},
		{"/lint", "application/sarif+json", "application/sarif+json"},
	} {
		got := post(t, s, test.url, cooking, "Accept", test.accept)
		if test.accept == "" {
			got = post(t, s, test.url, cooking)
		}
		wantType(t, got, 200, test.want)
		if !slices.Contains(got.Header().Values("Vary"), "Accept") {
			t.Error(test.url, got.Header())
		}
	}
	wantType(t, post(t, s, "/render", cooking, "Accept", "image/webp"), 406, problemType)
}

func TestFiguresWithDiagnostics(t *testing.T) {
	s := newService(t)
	src := cooking + "\n### Soups\n\n- Broth <!-- roadmap: requires=\"Nothing here\" -->\n"
	for _, format := range []string{"svg", "png"} {
		got := post(t, s, "/render?name=docs/README.md&format="+format, src, "Accept", "application/json")
		wantType(t, got, 200, "application/json")
		var a detailedAnswer
		if err := json.Unmarshal(got.Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Diagnostics) != 1 || a.Diagnostics[0].Position.File != "docs/README.md" || a.Diagnostics[0].Position.Line != 17 {
			t.Errorf("%+v", a.Diagnostics)
		}
		plain := post(t, s, "/render?name=docs/README.md&format="+format, src)
		if format == "svg" && a.Figure != plain.Body.String() || a.Format != format {
			t.Error("another figure")
		}
		if plain.Header().Get("Roadmapviz-Diagnostics") != "error=0, warning=1, info=0" {
			t.Error(plain.Header())
		}
	}
}

func TestDocumentsOfEveryKind(t *testing.T) {
	s := newService(t)
	want := post(t, s, "/list?format=text", cooking).Body.String()
	for _, format := range []string{"json", "dot", "opml", "markdown"} {
		text := post(t, s, "/export?format="+format, cooking).Body.String()
		if got := post(t, s, "/list?format=text&from="+format, text); got.Body.String() != want {
			t.Errorf("from=%s: %d %.300s", format, got.Code, got.Body)
		}
	}
	for mediaType, format := range map[string]string{graphType: "json", "text/vnd.graphviz": "dot", "text/x-opml": "opml", "text/markdown; charset=UTF-8": "markdown"} {
		text := post(t, s, "/export?format="+format, cooking).Body.String()
		if got := post(t, s, "/list?format=text", text, "Content-Type", mediaType); got.Body.String() != want {
			t.Errorf("%s: %d %.300s", mediaType, got.Code, got.Body)
		}
	}
	dot := post(t, s, "/export?format=dot", cooking).Body.String()
	if got := post(t, s, "/list?format=text&name=course.dot", dot); got.Body.String() != want {
		t.Errorf("a name: %s", got.Body)
	}
	// A figure is a document too, and says how it was drawn.
	for _, f := range []string{"svg", "png", "html", "pdf"} {
		picture := post(t, s, "/render?layout=tree&format="+f, cooking)
		again := post(t, s, "/render?format="+f, picture.Body.String(), "Content-Type", picture.Header().Get("Content-Type"))
		if again.Code != 200 || f != "html" && !bytes.Equal(again.Body.Bytes(), picture.Body.Bytes()) {
			t.Errorf("%s: %d %.300s", f, again.Code, again.Body)
		}
	}
}

func TestExportListAndLint(t *testing.T) {
	s := newService(t)
	for _, f := range exportFormats() {
		got := post(t, s, "/export?format="+f.name, cooking)
		wantType(t, got, 200, f.mediaType)
		if !strings.Contains(got.Body.String(), "Chopping") && f.name != "csv-edges" {
			t.Errorf("%s: %s", f.name, got.Body)
		}
	}
	part := post(t, s, "/export?format=csv&part=Knives", cooking).Body.String()
	if !strings.Contains(part, "Chopping") || strings.Contains(part, "Bones") {
		t.Error(part)
	}
	left := cooking + "\n## Contributing\n\nSend [patches](https://example.org).\n"
	for url, want := range map[string]bool{"/list": false, "/list?all=true": true, "/export": false, "/export?all": true} {
		if got := post(t, s, url, left).Body.String(); strings.Contains(got, "Contributing") != want {
			t.Errorf("%s: %s", url, got)
		}
	}
	if got := post(t, s, "/list?why=1", cooking, "Accept", "text/plain").Body.String(); strings.Count(got, "\n") < 10 {
		t.Error(got)
	}
	odd := cooking + "\n- See [frying](#frying)\n"
	for _, f := range reportFormats() {
		got := post(t, s, "/lint?name=README.md&format="+f.name, odd)
		wantType(t, got, 200, f.mediaType)
		if !strings.Contains(got.Body.String(), "RV011") || !strings.Contains(got.Body.String(), "README.md") {
			t.Errorf("%s: %s", f.name, got.Body)
		}
	}
	quiet := post(t, s, "/lint", asJSON(t, map[string]any{"source": odd, "settings": "lint: {RV011: off}\n"}), "Content-Type", "application/json")
	if strings.Contains(quiet.Body.String(), "RV011") {
		t.Error(quiet.Body)
	}
}

const cycle = "# C\n\n## P\n\n### A\n\n- a <!-- roadmap: requires=b -->\n- b <!-- roadmap: requires=a -->\n"

func TestErrors(t *testing.T) {
	s := newService(t)
	inJSON := map[string]string{"Content-Type": "application/json"}
	for _, test := range []struct {
		request
		status int
		want   string
	}{
		{request{method: "POST", url: "/render?layuot=tree", body: cooking}, 400, `did you mean \"layout\"?`},
		{request{method: "POST", url: "/render?layout=treee", body: cooking}, 400, `did you mean \"tree\"?`},
		{request{method: "POST", url: "/render?width=wide", body: cooking}, 400, "a number"},
		{request{method: "POST", url: "/render?width=700&width=800", body: cooking}, 400, "more than once"},
		{request{method: "POST", url: "/render?format=svg&format=png", body: cooking}, 400, "more than once"},
		{request{method: "POST", url: "/render?part=Baking", body: cooking}, 400, "Baking"},
		{request{method: "POST", url: "/render?theme=./secret.yaml", body: cooking}, 400, "opens no file"},
		{request{method: "POST", url: "/render?font=/etc/passwd", body: cooking}, 400, "opens no file"},
		{request{method: "POST", url: "/render?progress=x.yaml", body: cooking}, 400, "opens no file"},
		{request{method: "POST", url: "/render?why=1", body: cooking}, 400, "why"},
		{request{method: "POST", url: "/render?from=csv", body: cooking}, 400, "format to read"},
		{request{method: "POST", url: "/render?name=../x.md", body: cooking}, 400, "path of the document"},
		{request{method: "POST", url: "/render?name=x.csv", body: cooking}, 400, "written, not read"},
		{request{method: "POST", url: "/render?%zz", body: cooking}, 400, "query"},
		{request{method: "POST", url: "/render?format=gif", body: cooking}, 404, "svg"},
		{request{method: "POST", url: "/export?format=svg", body: cooking}, 404, "dot"},
		{request{method: "POST", url: "/list?all=maybe", body: cooking}, 400, "true or false"},
		{request{method: "POST", url: "/export?layout=tree", body: cooking}, 400, "layout"},
		{request{method: "GET", url: "/nowhere"}, 404, "/render"},
		{request{method: "GET", url: "/render"}, 405, "POST"},
		{request{method: "PUT", url: "/roadmapviz/svg/eNo"}, 405, "GET, HEAD"},
		{request{method: "POST", url: "/render", body: "x", header: map[string]string{"Accept": "image/webp"}}, 406, "image/svg+xml"},
		{request{method: "POST", url: "/render", body: strings.Repeat("x", 1<<20+1)}, 413, "too large"},
		{request{method: "POST", url: "/render", body: "x", header: map[string]string{"Content-Type": "multipart/form-data; boundary=x"}}, 415, "text/markdown"},
		{request{method: "POST", url: "/render", body: "x", header: map[string]string{"Content-Type": "text/plain; charset=latin1"}}, 415, "UTF-8"},
		{request{method: "POST", url: "/render", body: "x", header: map[string]string{"Content-Type": "//"}}, 415, "content type"},
		{request{method: "POST", url: "/render", body: "x", header: map[string]string{"Content-Encoding": "gzip"}}, 415, "as it is"},
		{request{method: "POST", url: "/render", body: cycle}, 422, `"code": "RV005"`},
		{request{method: "POST", url: "/render", body: "no course\n"}, 422, "/list?all=true"},
		{request{method: "POST", url: "/render"}, 422, "empty"},
		{request{method: "POST", url: "/render", body: "\x00\x01\x02"}, 422, "document"},
		{request{method: "POST", url: "/render?from=dot", body: "digraph { a -> "}, 422, "document:1"},
		{request{method: "POST", url: "/render?from=json", body: "{}"}, 422, "document"},
		{request{method: "POST", url: "/render", body: "{", header: inJSON}, 400, "from=json"},
		{request{method: "POST", url: "/render", body: "{}", header: inJSON}, 400, `no \"source\"`},
		{request{method: "POST", url: "/render", body: `{"source": 1}`, header: inJSON}, 400, "source is a text"},
		{request{method: "POST", url: "/render", body: `{"source": "x"} {}`, header: inJSON}, 400, "more than one"},
		{request{method: "POST", url: "/render", body: `{"sorce": "x"}`, header: inJSON}, 400, `did you mean \"source\"?`},
		{request{method: "POST", url: "/render", body: `{"source": "x", "options": []}`, header: inJSON}, 400, "options is an object"},
		{request{method: "POST", url: "/render", body: `{"source": "x", "options": {"width": null}}`, header: inJSON}, 400, "width is a text"},
		{request{method: "POST", url: "/render", body: `{"source": "x", "options": {"font": "a.ttf"}}`, header: inJSON}, 400, "opens no file"},
		{request{method: "POST", url: "/list", body: `{"source": "x", "all": "yes"}`, header: inJSON}, 400, "true or false"},
		{request{method: "POST", url: "/render", body: strings.Repeat("[", 100_000), header: inJSON}, 400, "cannot be read"},
	} {
		got := ask(t, s, test.request)
		wantType(t, got, test.status, problemType)
		var f failure
		if err := json.Unmarshal(got.Body.Bytes(), &f); err != nil || f.Status != test.status || f.Title != http.StatusText(test.status) {
			t.Errorf("%s %.60s: %v %+v", test.method, test.url, err, f)
		}
		if !strings.Contains(got.Body.String(), test.want) || got.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s %.60s: %s", test.method, test.url, got.Body)
		}
		if test.status == 405 && got.Header().Get("Allow") == "" {
			t.Errorf("%s %.60s: no Allow", test.method, test.url)
		}
	}
}

// What is not drawn for what it costs is told so, and when to ask again.
func TestRefusalsAreAnswered(t *testing.T) {
	s := newService(t)
	for _, e := range []*refusal{errQueue, errWaited, errTime, errMemory} {
		got := httptest.NewRecorder()
		s.fail(got, httptest.NewRequest("POST", "/render", nil), e)
		if got.Code != e.status || (got.Header().Get("Retry-After") != "") != e.again {
			t.Errorf("%v: %d %v", e, got.Code, got.Header())
		}
	}
}

func TestClientsThatLeaveGetNothing(t *testing.T) {
	s := newService(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	got := httptest.NewRecorder()
	s.ServeHTTP(got, request{method: "POST", url: "/render", body: cooking}.new().WithContext(ctx))
	if got.Body.Len() > 0 {
		t.Errorf("%d %s", got.Code, got.Body)
	}
}

// A page of a stranger is not a page of the site that it comes from.
func TestAnswersHaveNoOrigin(t *testing.T) {
	s := newService(t)
	for _, url := range []string{"/render?format=html", "/render?format=svg", "/render?format=diagram", "/lint?format=markdown", "/render?x"} {
		policy := post(t, s, url, cooking).Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "sandbox") || strings.Contains(policy, "allow-same-origin") {
			t.Errorf("%s: %s", url, policy)
		}
	}
}

// The paths that are answered and those that are described are the same.
func TestEveryRouteIsDescribed(t *testing.T) {
	doc, err := described()
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Error(err)
	}
	s := newService(t)
	mux := http.NewServeMux()
	s.routes(mux)
	has := map[string]bool{}
	for path, item := range doc.Paths.Map() {
		for method := range item.Operations() {
			has[method+" "+path] = true
			target := strings.NewReplacer("{format}", "svg", "{source}", "eNo").Replace(path)
			_, pattern := mux.Handler(httptest.NewRequest(method, target, nil))
			if !strings.HasPrefix(pattern, method+" ") {
				t.Errorf("%s %s is described, and answered by %q", method, path, pattern)
			}
		}
	}
	for _, r := range s.table() {
		if !has[r.method+" "+r.path] {
			t.Errorf("%s %s is not described", r.method, r.path)
		}
	}
	for _, pattern := range patternsOf(t, "health.go") {
		if !has[pattern] {
			t.Errorf("%s is not described", pattern)
		}
	}
	first, _ := json.Marshal(doc)
	if !bytes.Contains(first, []byte(`"3.1.0"`)) {
		t.Error("another version of OpenAPI")
	}
}

func TestDescriptionIsOfTheTables(t *testing.T) {
	s := newService(t)
	got := ask(t, s, request{method: "GET", url: "/openapi.json"})
	for _, option := range drawingOptions() {
		if !strings.Contains(got.Body.String(), option.About) {
			t.Errorf("%s is not described", option.Name)
		}
	}
	again := ask(t, newService(t), request{method: "GET", url: "/openapi.json"})
	if !bytes.Equal(got.Body.Bytes(), again.Body.Bytes()) {
		t.Error("the description is not the same every time")
	}
	for _, path := range slices.Sorted(maps.Keys(map[string]bool{"/render": true, "/openapi.json": true, "/roadmapviz/svg/": true})) {
		if about := ask(t, s, request{method: "GET", url: "/"}); !strings.Contains(about.Body.String(), path) {
			t.Errorf("GET / does not say %s: %s", path, about.Body)
		}
	}
}

// patternsOf are the patterns that a file registers.
func patternsOf(t *testing.T, file string) (patterns []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			if text, err := strconv.Unquote(lit.Value); err == nil && strings.Contains(text, " /") {
				patterns = append(patterns, text)
			}
		}
		return true
	})
	if len(patterns) == 0 {
		t.Fatalf("%s registers nothing", file)
	}
	return patterns
}
