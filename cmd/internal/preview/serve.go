package preview

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
	"github.com/roadmapviz/roadmapviz/render/html/page"
)

//go:embed page/*.html page/*.js page/*.css page/*.svg
var assets embed.FS

// asset is a file of the page by its name. Some scripts are those of the page that is
// written.
func asset(name string) ([]byte, bool) {
	if data, err := assets.ReadFile("page/" + name); err == nil {
		return data, true
	}
	data, err := page.Scripts.ReadFile(name)
	return data, err == nil
}

const cssKind = "text/css; charset=utf-8"

// kinds are the types of what is served, by extensions.
var kinds = map[string]string{"css": cssKind, "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "png": "image/png", "svg": "image/svg+xml"}

func (p *Preview) serveIndex(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", policy)
	data, _ := asset("index.html")
	serveTagged(w, r, kinds["html"], tagOf(data), data)
}

func servePage(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	kind := kinds[strings.TrimPrefix(path.Ext(name), ".")]
	data, ok := asset(name)
	if !ok || kind == "" || name == "index.html" {
		http.NotFound(w, r)
		return
	}
	serveTagged(w, r, kind, tagOf(data), data)
}

func tagOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// serveTagged answers with data, or that the browser has them.
func serveTagged(w http.ResponseWriter, r *http.Request, kind, tag string, data []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", `"`+tag+`"`)
	if strings.Contains(r.Header.Get("If-None-Match"), `"`+tag+`"`) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write(data)
}

// option is what a page knows of an option.
type option struct {
	Name    string      `json:"name"`
	Kind    figure.Kind `json:"kind"`
	About   string      `json:"about"`
	Default string      `json:"default"`
	Values  []string    `json:"values"`
	Least   float64     `json:"least"`
	Most    float64     `json:"most"`
	Formats []string    `json:"formats"`
	File    bool        `json:"file"` // its values may be paths
}

func serveOptions(w http.ResponseWriter, r *http.Request) {
	var all []option
	for _, o := range figure.Table() {
		all = append(all, option{o.Name, o.Kind, o.About, o.Default, o.Values, o.Least, o.Most, o.Formats, o.NamesFile("./x")})
	}
	writeJSON(w, all)
}

// serveCode answers with the explanation of a diagnostic, as Markdown.
func serveCode(w http.ResponseWriter, r *http.Request) {
	code, ok := codes.Lookup(r.PathValue("code"))
	if !ok {
		http.Error(w, nearest.Unknown("code", r.PathValue("code"), codes.Names()), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(code.Page()))
}

// policies are those of figures that are opened by themselves or in a frame: a page runs
// its own scripts, in an origin of its own.
var policies = map[string]string{
	"svg":  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox allow-popups; frame-ancestors 'none'",
	"html": "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads; frame-ancestors 'self'",
}

// serveFigure answers with the figure that the query chooses, in the format of the
// name's extension. The page's policy refuses style sheets that stand in a figure: with
// "bare" in the query an SVG has none, and the extension .css gives it. With "framed" a
// page has the script of a frame before its own.
func (p *Preview) serveFigure(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	base, isSheet := strings.CutSuffix(name, ".css")
	if isSheet {
		name = base + ".svg"
	}
	format, ok := formats.ByExtension(name)
	if !ok || !slices.Contains(shown, format.Name) {
		http.NotFound(w, r)
		return
	}
	_, good, err := p.readings(r.Context())
	if err != nil || good == nil {
		http.Error(w, "there is no figure at the moment", http.StatusServiceUnavailable)
		return
	}
	query := r.URL.Query()
	isBare, isFramed := query.Has("bare"), query.Has("framed")
	query.Del("bare")
	query.Del("framed")
	query.Del(formatKey)
	query.Del("tag") // by which a page knows what it shows
	c, _, err := choose(query)
	var d *drawing
	if err == nil {
		d, err = p.draw(r.Context(), good, c, format)
	}
	if err != nil {
		if r.Context().Err() == nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		}
		return
	}
	if policy := policies[format.Name]; policy != "" {
		w.Header().Set("Content-Security-Policy", policy)
	}
	data, kind := d.data, kinds[format.Name]
	switch bare, sheet := apart(data); {
	case isSheet:
		data, kind = sheet, cssKind
	case isBare && format.Name == "svg":
		data = bare
	case isFramed && format.Name == "html":
		data = framed(data)
	}
	serveTagged(w, r, kind, tagOf(data), data)
}

// apart are an SVG without its style sheets, and those.
func apart(svg []byte) (bare, sheet []byte) {
	const begin, end = "<style>", "</style>" // as package svg writes them, and nothing else
	for {
		before, rest, has := bytes.Cut(svg, []byte(begin))
		bare = append(bare, before...)
		if !has {
			return bare, []byte(html.UnescapeString(string(sheet)))
		}
		inner, after, _ := bytes.Cut(rest, []byte(end))
		sheet, svg = append(sheet, inner...), after
	}
}

// framed is a page with the script of a frame before its own, which its policy allows.
func framed(page []byte) []byte {
	const allows, after = "script-src ", `<meta name="viewport"` // as package html writes them, before all else
	script, _ := asset("frame.js")
	sum := sha256.Sum256(script)
	page = bytes.Replace(page, []byte(allows), fmt.Appendf(nil, "%s'sha256-%s' ", allows, base64.StdEncoding.EncodeToString(sum[:])), 1)
	return bytes.Replace(page, []byte(after), fmt.Appendf(nil, "<script>%s</script>\n%s", script, after), 1)
}
