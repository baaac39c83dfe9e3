package preview_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/roadmapviz/roadmapviz/cmd/internal/preview"
	"github.com/roadmapviz/roadmapviz/internal/browser"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// told is what a page is told.
type told struct {
	Version, Title, File, Figure, Output, Command, Comment, Settings string
	Problem                                                          *struct{ Message, Option string }
	Findings                                                         []struct{ Code, Message, Quote, Title string }
	Parts                                                            []struct{ ID, Title string }
	Settled                                                          map[string]string
}

// get is the body of an answer, which has to be one.
func (s *session) get(path string) []byte {
	s.Helper()
	answer, err := http.Get(s.address + path)
	if err != nil {
		s.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		s.Fatalf("%s: %s %v %s", path, answer.Status, err, body)
	}
	return body
}

func (s *session) state(query string) (t told) {
	s.Helper()
	if err := json.Unmarshal(s.get("/state?"+query), &t); err != nil {
		s.Fatal(err)
	}
	return t
}

// program builds roadmapviz.
func program(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "roadmapviz")
	if out, err := exec.Command("go", "build", "-o", file, "github.com/roadmapviz/roadmapviz/cmd/roadmapviz").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// choices are as pages make them.
var choices = []string{
	"",
	"format=html",
	"format=png&scale=2",
	"scale=2&paper=a4&layout=tree",
	"layout=tree&direction=down",
	"part=Sails",
	"part=wood&part=Sails&theme=contrast&mode=dark",
	"title=" + url.QueryEscape(`It's "so" & <so> $HOME`),
	"icons=false&compact=true&reduce=false",
	"width=700&max-topics=0&depth=2",
	"highlight=" + url.QueryEscape("Resin, Cotton") + "&text=paths",
	"theme=look/my.yaml&format=svg",
	"progress=me.yaml&format=html",
	"base-url=" + url.QueryEscape("https://example.org/a(b)?c=d&e"),
	"size=1200x630",
}

// The command that a page shows draws the same bytes, sync does so by the comment, and
// so do the settings.
func TestWordsKeepTheChoice(t *testing.T) {
	t.Setenv("PATH", filepath.Dir(program(t))+string(filepath.ListSeparator)+os.Getenv("PATH"))
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	save(t, "me.yaml", "Cotton: done\n")
	if err := os.Mkdir("look", 0o777); err != nil {
		t.Fatal(err)
	}
	run(t, ".", "roadmapviz themes new mine > look/my.yaml")
	for _, query := range choices {
		is := s.state(query)
		if is.Problem != nil {
			t.Errorf("%s: %s", query, is.Problem.Message)
			continue
		}
		want := s.get("/figure/" + is.Output + "?" + query)
		// drawn runs a command line in a copy of the folder, in which some text is saved.
		drawn := func(what, file, text, line string) {
			t.Helper()
			folder := filepath.Join(t.TempDir(), "copy")
			if err := os.CopyFS(folder, os.DirFS(".")); err != nil {
				t.Fatal(err)
			}
			save(t, filepath.Join(folder, file), text)
			run(t, folder, line)
			got, err := os.ReadFile(filepath.Join(folder, is.Output))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s\nmakes another figure than the page of %q shows: %v", what, query, err)
			}
		}
		drawn(is.Command, "README.md", boats, is.Command)
		if is.Comment != "" {
			drawn(is.Comment, "README.md", strings.Replace(boats, "\n## Wood", "\n"+is.Comment+"\n\n## Wood", 1), "roadmapviz sync README.md")
		} else if strings.Count(query, "part=") < 2 {
			t.Errorf("%s has no comment", query)
		}
		if !strings.Contains(query, "part=") && !strings.Contains(query, "highlight=") {
			drawn(is.Settings, "roadmapviz.yaml", is.Settings, "roadmapviz render README.md -o "+is.Output)
		}
	}
}

func run(t *testing.T, folder, line string) {
	t.Helper()
	command := exec.Command("sh", "-c", line)
	command.Dir = folder
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", line, err, out)
	}
}

// What the command line says holds until a page says otherwise, and stands in the command.
func TestFlags(t *testing.T) {
	var o figure.Options
	set := map[string]bool{"layout": true, "part": true, "icons": true}
	for name, value := range map[string]string{"layout": "tree", "part": "Sails", "icons": "true"} {
		if err := o.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	s := start(t, boats, preview.Config{Args: []string{"README.md"}, Options: o, Set: func(name string) bool { return set[name] }, Flags: []string{"--follow"}})
	if got, want := s.state("").Command, "roadmapviz render README.md --follow --part Sails --layout tree --icons -o roadmap_sails.svg"; got != want {
		t.Errorf("the command is\n%s, not\n%s", got, want)
	}
	if got, want := s.state("layout=grid&part=Wood").Command, "roadmapviz render README.md --follow --part Wood --layout grid --icons -o roadmap_wood.svg"; got != want {
		t.Errorf("the command is\n%s, not\n%s", got, want)
	}
	if got := s.state("").Settled["layout"]; got != "tree" {
		t.Errorf("without a choice the layout is told to be %q", got)
	}
}

// What cannot be drawn is said with the option that is wrong, and no words keep it.
func TestWrongChoices(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	save(t, "../outside.yaml", "Cotton: done\n")
	for query, want := range map[string]string{
		"layout=ladder":             "layout",
		"layuot=tree":               "layuot",
		"width=-1":                  "width",
		"part=Anchors":              "part",
		"format=gif":                "format",
		"progress=../outside.yaml":  "progress",
		"theme=/etc/hostname":       "theme",
		"layout=tree&first-side=up": "first-side",
	} {
		is := s.state(query)
		if is.Problem == nil || is.Problem.Option != want || is.Figure != "" || is.Command != "" {
			t.Errorf("%s: %+v", query, is)
		}
		if len(is.Parts) == 0 {
			t.Errorf("%s: no parts to choose from", query)
		}
	}
}

// Options are switched in the page as people do it, and stand in its address.
func TestOptionsAreSwitched(t *testing.T) {
	s := start(t, boats, preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	if got, want := browser.Eval[int](p, `document.querySelectorAll('.control').length`), len(figure.Table()); got != want {
		t.Errorf("%d of %d options have a control", got, want)
	}
	p.Do(chromedp.Focus(chromedp.CSS("#rv\\:option-width")))
	p.Press("700")
	p.Soon(`document.getElementById('rv:keep-command').textContent === 'roadmapviz render README.md --width 700 -o roadmap.svg'`)
	p.Soon(`location.search === '?width=700'`)
	p.Do(chromedp.Focus(chromedp.CSS("#rv\\:option-layout")))
	p.Press("tree")
	p.Soon(problemText + `.includes('width is not for the tree layout') && document.getElementById('rv:option-width').ariaInvalid === 'true'`)
	if !browser.Eval[bool](p, shows("Resin")) {
		t.Error("the last figure is gone")
	}
	p.Do(chromedp.Focus(chromedp.CSS("#rv\\:option-part")))
	p.Press("Sails")
	p.Soon(`location.search.includes('part=sails')`)
	p.Do(chromedp.Focus(chromedp.CSS("#rv\\:option-width")))
	p.Press("\b\b\b")
	p.Soon(`!location.search.includes('width')`)
	if !browser.Eval[bool](p, `document.activeElement.id === 'rv:option-width'`) {
		t.Error("what was typed in has lost the focus")
	}
	p.Soon(problemText + ` === '' && !` + shows("Resin") + ` && ` + shows("Cotton"))
	p.Do(chromedp.Reload())
	p.Soon(isShown)
	p.Soon(`document.getElementById('rv:option-part').value === 'sails' && document.getElementById('rv:option-layout').value === 'tree'`)
	if got := browser.Eval[string](p, `new Promise(done => {
		navigator.clipboard.writeText = async (text) => done(text);
		document.querySelector('#rv\\:keep-comment').parentElement.querySelector('button').click();
	})`); got != "<!-- roadmap: figure part=sails layout=tree -->\n![Roadmap](roadmap_sails.svg)" {
		t.Errorf("copied is %q", got)
	}
	p.Soon(`document.getElementById('rv:status').textContent === 'Copied'`)

	for _, format := range [][2]string{{"html", "iframe"}, {"png", "img.sheet"}, {"svg", "div.sheet"}} {
		p.Do(chromedp.Click(chromedp.CSS("[data-format=" + format[0] + "]")))
		p.Soon(`!!document.querySelector('#rv\\:figure > ` + format[1] + `')`)
	}
	p.Do(chromedp.Click(chromedp.CSS("#rv\\:options > button")))
	p.Soon(`location.search === '' && ` + shows("Resin"))
}

// A click on a box leads where it leads in the document, or says so.
func TestLinks(t *testing.T) {
	s := start(t, strings.Replace(boats, "- Cotton", "- [Cotton](https://example.org/cotton)", 1), preview.Config{Args: []string{"README.md"}})
	p := browser.New(t)
	s.open(p, "")
	if got := browser.Eval[string](p, `[...document.querySelector('.sheet').shadowRoot.querySelectorAll('a')].find(a => a.textContent.includes('Cotton')).getAttribute('target')`); got != "_blank" {
		t.Errorf("a link abroad opens in %q", got)
	}
	browser.Eval[bool](p, `([...document.querySelector('.sheet').shadowRoot.querySelectorAll('a')].find(a => a.textContent.includes('Glue')).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true})), true)`)
	p.Soon(`document.getElementById('rv:status').textContent === 'In the document this box leads to README.md#2-glue'`)
}

// A folder is the one course in it, of which each file is watched.
func TestFolder(t *testing.T) {
	s := start(t, "", preview.Config{Args: []string{"."}})
	s.stop()
	if err := os.MkdirAll("days/pictures", 0o777); err != nil {
		t.Fatal(err)
	}
	save(t, "days/01-wood.md", "# Wood\n\n## Planks\n\n- Sawing\n- Drying\n")
	save(t, "days/02-sails.md", "# Sails\n\n## Cloth\n\n- Cotton\n- Dacron\n")
	s.serve("127.0.0.1:0", preview.Config{Args: []string{"days"}})
	is := s.state("layout=tree")
	if is.Problem != nil || is.Command != "roadmapviz render days --layout tree -o days/roadmap.svg" || is.Comment != "<!-- roadmap: figure layout=tree -->\n![Roadmap](roadmap.svg)" {
		t.Errorf("%+v", is)
	}
	p := browser.New(t)
	s.open(p, "")
	save(t, "days/02-sails.md", "# Sails\n\n## Cloth\n\n- Flax\n- Dacron\n")
	p.Soon(shows("Flax"))
	save(t, "days/03-ropes.md", "# Ropes\n\n## Knots\n\n- Bowline\n- Hitch\n")
	p.Soon(shows("Bowline"))
}
