// Package browser opens pages in Chromium, for the tests of all that makes pages.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Open is the one Chromium for all tests of a package; each of them has a profile of its
// own in it. Without Chromium there is an error.
func Open() (context.Context, error) { return chromium() }

var chromium = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	ctx, _ := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800)))
	return ctx, chromedp.Do(ctx)
})

// Main runs the tests of a package, and closes the browser.
func Main(m *testing.M) {
	code := m.Run()
	if ctx, err := chromium(); err == nil {
		_ = chromedp.Cancel(ctx)
	}
	os.Exit(code)
}

// Page is a tab in a browser, whose storage is empty at first.
type Page struct {
	*testing.T
	Context context.Context
	allowed *[]string
}

// New is an empty tab. What its pages complain of fails the test: errors and warnings
// of the console, which tells of violations of the policy, too. Without a browser the
// test is skipped.
func New(t *testing.T) Page {
	t.Helper()
	parent, err := chromium()
	if err != nil {
		t.Skipf("no chromium here: %v", err)
	}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, stop := patient(t, ctx)
	var mu sync.Mutex
	var complaints, allowed []string
	complain := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		complaints = append(complaints, text)
	}
	err = chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if kind := string(e.Type); kind == "error" || kind == "warning" || kind == "assert" {
				complain(fmt.Sprintf("%s: %s", kind, e.Args[0].Value))
			}
		case *runtime.EventExceptionThrown:
			complain("exception: " + e.ExceptionDetails.Text + " " + e.ExceptionDetails.Exception.Description)
		case *log.EventEntryAdded:
			if e.Entry.Level == "error" || e.Entry.Level == "warning" {
				complain(e.Entry.Text)
			}
		case *cdppage.EventJavascriptDialogOpening:
			complain("a dialog: " + e.Message)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		cancel()
		mu.Lock()
		defer mu.Unlock()
		for _, c := range complaints {
			if !slices.ContainsFunc(allowed, func(part string) bool { return strings.Contains(c, part) }) {
				t.Errorf("the page complains: %s", c)
			}
		}
	})
	return Page{t, ctx, &allowed}
}

// patient is a context that lasts as long as the test may take. On a busy machine all takes
// as long as it takes, and that is nothing that a page does wrong.
func patient(t *testing.T, ctx context.Context) (context.Context, context.CancelFunc) {
	const toTell = 5 * time.Second // what was waited for
	if end, ok := t.Deadline(); ok {
		return context.WithDeadline(ctx, end.Add(-toTell))
	}
	return context.WithCancel(ctx)
}

// Allow lets pages complain with some words.
func (p Page) Allow(words string) { *p.allowed = append(*p.allowed, words) }

// Do does things in the browser.
func (p Page) Do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.Context, steps...); err != nil {
		p.Fatal(err)
	}
}

// Press presses keys as a keyboard does: what scripts prevent is not typed.
func (p Page) Press(keys string) {
	p.Helper()
	for _, r := range keys {
		var text string
		for _, k := range slices.Backward(kb.Encode(r)) {
			if k.Type == kb.KeyChar {
				text = k.Text
			}
		}
		for _, k := range kb.Encode(r) {
			switch k.Type {
			case kb.KeyChar:
				continue
			case kb.KeyDown:
				k.Type, k.Text = "keyDown", text
			}
			p.Do(call(input.DispatchKeyEvent, *k))
		}
	}
}

// call is a call of the protocol as a step.
func call[P, R any](method cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, method, params)
		return err
	})
}

// Media shows the page as to those who like such colours, "light" or "dark", in a window
// of a size in px.
func (p Page) Media(scheme string, width, height int64) {
	p.Helper()
	p.Do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}), chromedp.EmulateViewport(width, height))
}

// Eval is the value of an expression in the page, or what a promise comes to.
func Eval[T any](p Page, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.Context, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return value
}

// Soon waits until an expression is true.
func (p Page) Soon(expression string) {
	p.Helper()
	if _, err := chromedp.Run(p.Context, chromedp.Poll[bool](expression)); err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
}

// Axe is the script of axe-core, which finds what keeps people from using a page. Without
// it the test is skipped.
func Axe(t *testing.T) string {
	t.Helper()
	for _, folder := range filepath.SplitList(os.Getenv("NODE_PATH")) {
		if script, err := os.ReadFile(filepath.Join(folder, "axe-core", "axe.min.js")); err == nil {
			return string(script)
		}
	}
	t.Skip("axe-core is not in NODE_PATH: accessibility is not checked")
	return ""
}

// Unbound lets pages do what their policies forbid, which axe-core needs.
func (p Page) Unbound() {
	p.Helper()
	p.Do(call(cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: true}))
}

// Audit fails the test for each thing that axe-core finds.
func (p Page) Audit(script, what string) {
	p.Helper()
	if _, err := chromedp.Run(p.Context, chromedp.Evaluate[any](script+"; 0")); err != nil {
		p.Fatal(err)
	}
	found := Eval[string](p, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
		.then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary)}))))`)
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		p.Fatal(err)
	}
	for _, v := range violations {
		p.Errorf("%s: %s: %s\n%q", what, v.ID, v.Help, v.Nodes)
	}
}
