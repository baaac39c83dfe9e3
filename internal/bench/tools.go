//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// tool is a program that draws a course, from what it reads of it.
type tool struct {
	name    string
	needs   []string // what must be installed
	version []string // a command that prints it
	input   string   // the file that it reads, in the folder of a course
	formats []string
	command func(c course, in, out string) []string
}

// ours is the name of the program that all others are beside.
const ours = "roadmapviz"

// exports are the forms in which the others read a course, by the names of files.
var exports = map[string]string{"graph.dot": "dot", "graph.d2": "d2", "graph.mmd": "mermaid", "outline.md": "markdown"}

// allTools are roadmapviz and its peers. What markmap's program writes is a page that
// a browser draws: to have a figure of it, a browser does.
func allTools(work string) []tool {
	sandbox := filepath.Join(work, "puppeteer.json")
	big := filepath.Join(work, "mermaid.json")
	markmap := filepath.Join(work, "markmap.cjs")
	both := []string{"svg", "png"}
	return []tool{
		{name: ours, input: "course.md", formats: both, command: func(c course, in, out string) []string {
			return append([]string{filepath.Join(work, ours), "render", in, "-o", out}, c.choice...)
		}},
		{name: "dot", needs: []string{"dot"}, version: []string{"dot", "-V"}, input: "graph.dot", formats: both, command: graphviz("dot")},
		{name: "sfdp", needs: []string{"sfdp"}, input: "graph.dot", formats: both, command: graphviz("sfdp")},
		{name: "go-graphviz", version: []string{"go", "list", "-m", "github.com/goccy/go-graphviz"}, input: "graph.dot", formats: both, command: func(_ course, in, out string) []string {
			return []string{filepath.Join(work, "gographviz"), in, out}
		}},
		{name: "mermaid-cli", needs: []string{"mmdc", "chromium"}, version: []string{"mmdc", "--version"}, input: "graph.mmd", formats: both, command: func(_ course, in, out string) []string {
			return []string{"mmdc", "-q", "-p", sandbox, "-c", big, "-i", in, "-o", out}
		}},
		{name: "markmap", needs: []string{"markmap", "chromium", "node"}, version: []string{"markmap", "--version"}, input: "outline.md", formats: both, command: func(_ course, in, out string) []string {
			return []string{"sh", "-c", `markmap --no-open --no-toolbar --offline -o "$2.html" "$1" >"$2.log" && node "$3" "$2.html" "$2"`, "sh", in, out, markmap}
		}},
		// Its PNG wants a browser of its own.
		{name: "D2", needs: []string{"d2"}, version: []string{"d2", "--version"}, input: "graph.d2", formats: []string{"svg"}, command: func(_ course, in, out string) []string {
			return []string{"d2", "--timeout", "600", in, out}
		}},
	}
}

func graphviz(engine string) func(c course, in, out string) []string {
	return func(_ course, in, out string) []string {
		return []string{engine, "-T" + strings.TrimPrefix(filepath.Ext(out), "."), "-o", out, in}
	}
}

// installed divides tools into those that are there and the names of the others.
func installed(all []tool) (there []tool, missing []string) {
	lacks := func(program string) bool {
		_, err := exec.LookPath(program)
		return err != nil
	}
	for _, t := range all {
		if slices.ContainsFunc(t.needs, lacks) {
			missing = append(missing, t.name)
		} else {
			there = append(there, t)
		}
	}
	return there, missing
}

// markmapScript takes the figure out of markmap's page.
const markmapScript = `const puppeteer = require('puppeteer'), fs = require('fs');
(async () => {
  const [page, out] = process.argv.slice(2);
  const browser = await puppeteer.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], protocolTimeout: 600000});
  const tab = await browser.newPage();
  await tab.goto('file://' + page, {timeout: 0});
  const figure = await tab.waitForSelector('svg#mindmap g.markmap-node', {timeout: 0}).then(() => tab.$('svg#mindmap'));
  if (out.endsWith('.png')) await figure.screenshot({path: out});
  else fs.writeFileSync(out, await figure.evaluate(e => new XMLSerializer().serializeToString(e)));
  await browser.close();
})().catch(err => { console.error(String(err)); process.exit(1); });
`

// settle writes what the tools are told by files.
func settle(work string) error {
	for name, text := range map[string]string{
		"puppeteer.json": `{"executablePath": "/usr/bin/chromium", "args": ["--no-sandbox"]}`,
		"mermaid.json":   `{"maxTextSize": 1000000000, "maxEdges": 100000000}`,
		"markmap.cjs":    markmapScript,
		"empty/main.go":  "package main\n\nfunc main() {}\n",
		"empty/go.mod":   "module empty\n",
	} {
		path := filepath.Join(work, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			return err
		}
	}
	// Without the history of its sources a program is of no version, and figures remember nothing.
	for _, build := range []*exec.Cmd{
		exec.Command("go", "build", "-buildvcs=auto", "-o", work+"/", "./cmd/roadmapviz", "./internal/bench/gographviz", "./internal/bench/launch"),
		exec.Command("go", "build", "-C", filepath.Join(work, "empty"), "-o", "empty"),
		exec.Command("go", "test", "-c", "-o", filepath.Join(work, "stages"), "./cmd/roadmapviz"),
	} {
		build.Env = append(os.Environ(), "CGO_ENABLED=0") // as it is shipped
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", build, err, out)
		}
	}
	return nil
}
