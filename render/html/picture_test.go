package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// The page of the example course as render writes it and docs show it: with -update its picture is taken.
// It depends on the machine's typefaces, so that no other is compared with it.
func TestPicture(t *testing.T) {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	g, _ := markdown.Parse(src, markdown.Options{File: "README.md"})
	data, _, err := figure.Draw(t.Context(), g, figure.Options{BaseURL: "https://github.com/o/r/blob/main/README.md"}, "html")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "course.html")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.media("prefers-color-scheme", "light")
	p.do(chromedp.EmulateViewport(1280, 800))
	p.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html.ready")))
	p.click("#n1 a")
	p.soon(`!` + panel + `.hidden`)
	p.must("opened", isShown+`('figure') && `+panel+`.getBoundingClientRect().right === innerWidth`)
	if flag.Lookup("update").Value.String() != "true" {
		return
	}
	shot, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../../docs/img/page.png", shot, 0o666); err != nil {
		t.Fatal(err)
	}
}
