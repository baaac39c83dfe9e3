package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// The page of the example course, as docs show it: with -update its picture is taken.
// It depends on the machine's typefaces, so that no other is compared with it.
func TestPicture(t *testing.T) {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.media("prefers-color-scheme", "light")
	p.do(chromedp.EmulateViewport(1280, 800))
	p.open(filepath.Join(t.TempDir(), "course.html"), string(src), "")
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
