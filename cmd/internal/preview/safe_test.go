package preview_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// Only the author's own browser is answered, for the preview's own page.
func TestWhoIsAnswered(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}, Hosts: []string{"lab.example"}})
	own := strings.TrimPrefix(s.address, "http://")
	_, port, _ := strings.Cut(own, ":")
	for _, test := range []struct {
		method, path, host string
		header             map[string]string
		want               int
	}{
		{"GET", "/state", own, nil, 200},
		{"HEAD", "/state", own, nil, 200},
		{"GET", "/state", "localhost:" + port, nil, 200},
		{"GET", "/state", "[::1]:" + port, nil, 200},
		{"GET", "/state", "LAB.example", nil, 200},
		{"GET", "/", "evil.example:" + port, nil, 421},
		{"GET", "/state", "evil.example", nil, 421},
		{"GET", "/state", "localhost.evil.example", nil, 421},
		{"GET", "/state", "192.0.2.1", nil, 421},
		{"POST", "/state", own, nil, 405},
		{"PUT", "/figure/x.svg", own, nil, 405},
		{"OPTIONS", "/state", own, nil, 405},
		{"GET", "/state", own, map[string]string{"Origin": "https://evil.example"}, 403},
		{"GET", "/state", own, map[string]string{"Origin": "null"}, 403},
		{"GET", "/state", own, map[string]string{"Origin": "http://" + own}, 200},
		{"GET", "/figure/x.svg", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403},
		{"GET", "/figure/x.svg", own, map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403},
		{"GET", "/", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"GET", "/", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"GET", "/state?title=" + strings.Repeat("x", 9000), own, nil, 414},
		{"GET", "/README.md", own, nil, 404},
		{"GET", "/page/../README.md", own, nil, 404},
		{"GET", "/page/%2e%2e%2fpreview.go", own, nil, 404},
		{"GET", "/page/index.html", own, nil, 404},
		{"GET", "/figure/x.pdf", own, nil, 404},
		{"GET", "/figure/x.svg?layout=ladder", own, nil, 422},
		{"GET", "/codes/RV999", own, nil, 404},
		{"GET", "/codes/RV005", own, nil, 200},
	} {
		r, err := http.NewRequest(test.method, s.address+test.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = test.host
		for name, value := range test.header {
			r.Header.Set(name, value)
		}
		client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != test.want {
			t.Errorf("%s %s for %s with %v: %s, not %d", test.method, test.path, test.host, test.header, answer.Status, test.want)
		}
		h := answer.Header
		if h.Get("Access-Control-Allow-Origin") != "" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" || !strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors") {
			t.Errorf("%s %s: %v", test.method, test.path, h)
		}
	}
}

// What a browser has is not sent again.
func TestTags(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	for _, path := range []string{"/", "/page/main.js", "/page/gestures.js", "/page/main.css", "/figure/roadmap.svg"} {
		answer, err := http.Get(s.address + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		r, _ := http.NewRequest("GET", s.address+path, nil)
		r.Header.Set("If-None-Match", answer.Header.Get("ETag"))
		again, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		again.Body.Close()
		if answer.StatusCode != 200 || again.StatusCode != http.StatusNotModified {
			t.Errorf("%s: %s, then %s", path, answer.Status, again.Status)
		}
	}
}

// Streams are bounded, and end with the preview.
func TestStreams(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, "README.md", boats)
	p := preview.New(preview.Config{Args: []string{"README.md"}})
	ctx, stop := context.WithCancel(t.Context())
	watched := make(chan error)
	go func() { watched <- p.Watch(ctx) }()
	server := httptest.NewServer(p)
	defer server.Close()
	var open []*http.Response
	for {
		answer, err := http.Get(server.URL + "/events")
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		if answer.StatusCode == http.StatusServiceUnavailable {
			break
		}
		if open = append(open, answer); len(open) > 1000 {
			t.Fatal("streams have no bound")
		}
	}
	stop()
	select {
	case <-watched:
	case <-time.After(5 * time.Second):
		t.Fatal("Watch does not end with its context")
	}
	for _, stream := range open {
		var text strings.Builder
		buffer := make([]byte, 1024)
		for {
			n, err := stream.Body.Read(buffer)
			text.Write(buffer[:n])
			if err != nil {
				break
			}
		}
		if !strings.Contains(text.String(), "event: saved\ndata: ") {
			t.Fatalf("a stream told %q", text.String())
		}
	}
}

// injections are what people write who want a page to run or to load something.
var injections = []string{
	`</script><script>window.evil=1</script>`, `<img src=x onerror=window.evil=1>`, `"><svg onload=window.evil=1>`, `' autofocus onfocus=window.evil=1 '`,
	`</title></style></template></textarea><script>window.evil=1</script>`, `]]><script>window.evil=1</script>`, `--><script>window.evil=1</script><!--`,
	`<style>*{background:url(//evil.example/x)}</style>`, `&lt;style&gt;*{display:none}&lt;/style&gt;`, `@import url(//evil.example/x.css); } * { display: none }`,
	`<iframe srcdoc="<script>parent.evil=1</script>"></iframe>`, "{{constructor.constructor('window.evil=1')()}}${window.evil=1}", "\u202e\x1b]0;x\x07",
}

// A page runs nothing that strangers wrote, loads nothing of theirs, and shows it as it
// is, also among what is odd.
func TestNothingIsObeyed(t *testing.T) {
	var b strings.Builder
	b.WriteString("# " + injections[0] + "\n\n## `" + injections[1] + "`\n")
	for _, text := range injections {
		b.WriteString("\n### `" + text + "`\n\nRequires: `" + text + "` none\n\n- **`" + text + "`**: " + text + "\n- [`" + text + "`](javascript:window.evil=1)\n- [x](data:text/html,<script>window.evil=1</script>)\n")
	}
	b.WriteString("\n### Same <!-- roadmap: icon=\"" + `<img src=x onerror=window.evil=1>` + "\" requires=\"<img src=x onerror=window.evil=1>\" -->\n\n- a\n- b\n")
	s := start(t, b.String(), preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	if got := browser.Eval[int](p, `document.querySelectorAll('.findings li').length`); got == 0 {
		t.Error("nothing is odd")
	}
	const checked = `(() => {
		const roots = [document, ...[...document.querySelectorAll('.sheet')].map(e => e.shadowRoot).filter(Boolean)];
		const all = roots.flatMap(root => [...root.querySelectorAll('*')]);
		return [
			...all.filter(e => e.getAttributeNames().some(n => n.startsWith('on') || n === 'style' && e.className !== 'sheet')).map(e => e.outerHTML.slice(0, 80)),
			...all.filter(e => ['base', 'object', 'embed', 'meta', 'style'].includes(e.localName) && e.parentElement !== document.head).map(e => e.localName),
			...all.filter(e => e.localName === 'a' && /^\s*(javascript|data|vbscript):/i.test(e.getAttribute('href'))).map(e => e.getAttribute('href')),
			...all.filter(e => e.localName === 'script').slice(1).map(e => e.outerHTML),
			'evil' in window ? 'evil' : '',
		].join(' ').trim();
	})()`
	if got := browser.Eval[string](p, checked); got != "" {
		t.Errorf("the page has %s", got)
	}
	for _, query := range []string{"?format=png", "?format=html", "?layout=tree&title=" + `%3Cimg%20src%3Dx%20onerror%3Dwindow.evil%3D1%3E`} {
		s.open(p, query)
		p.Do(chromedp.Sleep(300 * time.Millisecond))
		if got := browser.Eval[string](p, checked); got != "" {
			t.Errorf("%s: the page has %s", query, got)
		}
	}
	p.Do(chromedp.Navigate(s.address + `/?layout=%3Cimg%20src%3Dx%20onerror%3Dwindow.evil%3D1%3E&%3Cb%3E=1`))
	p.Soon(problemText + `.includes('<')`)
	if got := browser.Eval[string](p, checked); got != "" {
		t.Errorf("wrong options: the page has %s", got)
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != 1 {
		t.Errorf("the preview wrote files: %v %v", entries, err)
	}
}

// axe-core finds nothing in any state of the page.
func TestAccessible(t *testing.T) {
	script := browser.Axe(t)
	cycle := boats + "\n### Knots\n\nRequires: Ropes\n\n- a\n- b\n\n### Ropes\n\nRequires: Knots\n\n- c\n- d\n"
	for mode, size := range map[string][2]int64{"light": {1280, 800}, "dark": {360, 740}} {
		s := start(t, boats, preview.Config{Args: []string{"README.md"}})
		p := browser.New(t)
		p.Unbound()
		p.Media(mode, size[0], size[1])
		s.open(p, "?theme=auto")
		p.Audit(script, mode+", opened")
		browser.Eval[bool](p, `(document.querySelector('details').open = true)`)
		p.Audit(script, mode+", more options")
		save(t, "README.md", cycle)
		p.Soon(problemText + ` !== ''`)
		p.Audit(script, mode+", an error")
		p.Do(chromedp.Click(chromedp.CSS(".error .code")))
		p.Soon(`document.querySelector('dialog').open`)
		p.Audit(script, mode+", explained")
		p.Press("\x1b")
		s.open(p, "?format=png")
		p.Audit(script, mode+", PNG")
		if browser.Eval[int](p, `document.documentElement.scrollWidth`) > int(size[0]) {
			t.Errorf("%d px: the page is wider", size[0])
		}
	}
}
