package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// click FILE HREF opens a file in Chromium, clicks the link with that address as a
// reader would, and prints where it leads: a path as seen from the working folder,
// which must exist, or an address.
func click(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: click FILE HREF")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	b, err := openBrowser(ctx)
	ts.Check(err)
	defer b.close()
	led, err := b.click("file://"+filepath.ToSlash(ts.MkAbs(args[0])), args[1])
	ts.Check(err)
	if inner, ok := strings.CutPrefix(led, "file://"+filepath.ToSlash(ts.MkAbs("."))+"/"); ok {
		file, _, _ := strings.Cut(inner, "#")
		if _, err := os.Stat(ts.MkAbs(file)); err != nil {
			ts.Fatalf("the link %s leads to nothing: %v", args[1], err)
		}
		led = inner
	}
	fmt.Fprintln(ts.Stdout(), led)
}

// A browser is a Chromium that is spoken to through pipes.
// https://chromedevtools.github.io/devtools-protocol/
type browser struct {
	process *exec.Cmd
	to      *os.File
	from    *bufio.Reader
	close   func()
	session string
	last    int
}

func openBrowser(ctx context.Context) (*browser, error) {
	name, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "chromium")
	if err != nil {
		return nil, err
	}
	theirIn, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	from, theirOut, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, name, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir="+profile, "about:blank")
	c.ExtraFiles = []*os.File{theirIn, theirOut}
	c.Env = append(os.Environ(), "HOME="+profile)
	if err := c.Start(); err != nil {
		return nil, err
	}
	theirIn.Close()
	theirOut.Close()
	b := &browser{process: c, to: to, from: bufio.NewReader(from)}
	b.close = func() {
		to.Close()
		c.Process.Kill()
		c.Wait()
		from.Close()
		os.RemoveAll(profile)
	}
	return b, nil
}

// message is what the browser answers or tells.
type message struct {
	ID     int
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct{ Message string }
}

// call asks for something, and gives the answer to it.
func (b *browser) call(method string, params any, result any) error {
	b.last++
	text, err := json.Marshal(map[string]any{"id": b.last, "method": method, "params": params, "sessionId": b.session})
	if b.session == "" {
		text, err = json.Marshal(map[string]any{"id": b.last, "method": method, "params": params})
	}
	if err != nil {
		return err
	}
	if _, err := b.to.Write(append(text, 0)); err != nil {
		return err
	}
	m, err := b.until(func(m message) bool { return m.ID == b.last })
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", method, err)
	case m.Error != nil:
		return fmt.Errorf("%s: %s", method, m.Error.Message)
	case result != nil:
		return json.Unmarshal(m.Result, result)
	}
	return nil
}

// until reads messages up to one.
func (b *browser) until(is func(message) bool) (message, error) {
	for {
		var m message
		text, err := b.from.ReadBytes(0)
		if err != nil {
			return m, err
		}
		if err := json.Unmarshal(text[:len(text)-1], &m); err != nil || is(m) {
			return m, err
		}
	}
}

// click opens an address, clicks a link there, and says which page is shown then.
func (b *browser) click(address, href string) (string, error) {
	var targets struct {
		TargetInfos []struct{ TargetID, Type string }
	}
	if err := b.call("Target.getTargets", map[string]any{}, &targets); err != nil {
		return "", err
	}
	for _, t := range targets.TargetInfos {
		if t.Type != "page" {
			continue
		}
		var attached struct{ SessionID string }
		if err := b.call("Target.attachToTarget", map[string]any{"targetId": t.TargetID, "flatten": true}, &attached); err != nil {
			return "", err
		}
		b.session = attached.SessionID
		break
	}
	if b.session == "" {
		return "", errors.New("the browser has no page")
	}
	if err := b.call("Page.enable", map[string]any{}, nil); err != nil {
		return "", err
	}
	if err := b.call("Page.navigate", map[string]any{"url": address}, nil); err != nil {
		return "", err
	}
	if _, err := b.until(func(m message) bool { return m.Method == "Page.loadEventFired" }); err != nil {
		return "", err
	}
	name, err := json.Marshal(href)
	if err != nil {
		return "", err
	}
	var found struct {
		Result struct{ Value []float64 }
	}
	script := `(() => {
		const link = [...document.querySelectorAll("a")].find(a => a.getAttribute("href") === ` + string(name) + `);
		if (!link) return [];
		link.scrollIntoView();
		const box = link.getBoundingClientRect();
		return [box.x + box.width / 2, box.y + box.height / 2];
	})()`
	if err := b.call("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true}, &found); err != nil {
		return "", err
	}
	if len(found.Result.Value) != 2 {
		return "", fmt.Errorf("%s has no link to %s", address, href)
	}
	for _, what := range []string{"mousePressed", "mouseReleased"} {
		if err := b.call("Input.dispatchMouseEvent", map[string]any{"type": what, "x": found.Result.Value[0], "y": found.Result.Value[1], "button": "left", "clickCount": 1}, nil); err != nil {
			return "", err
		}
	}
	m, err := b.until(func(m message) bool {
		return m.Method == "Page.frameNavigated" || m.Method == "Page.navigatedWithinDocument"
	})
	var led struct {
		URL   string
		Frame struct{ URL, URLFragment string }
	}
	if err == nil {
		err = json.Unmarshal(m.Params, &led)
	}
	return led.URL + led.Frame.URL + led.Frame.URLFragment, err
}
