package collect

import (
	"path"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/encoding"
)

// mdBook is the book whose SUMMARY.md lies in the folder, or where book.toml
// says. Its chapters are read for what is below them.
// https://rust-lang.github.io/mdBook/format/summary.html
func (c *collector) mdBook(folder string) (*markdown.Entry, error) {
	settings := c.bookSettings(folder)
	title := settings["title"].text
	summary := c.summary(folder, settings)
	if summary == "" {
		return nil, nil
	}
	text, err := c.source(summary)
	if err != nil {
		return nil, err
	}
	c.main = summary
	title = firstOf(title, c.titleOf(folder), c.options.Title)
	p, err := c.parse(summary, []byte(withTitle(string(text), title)), markdown.Options{Chapters: true})
	if err != nil {
		return nil, err
	}
	root := p.document.Course()
	p.rewritten(text)
	for _, k := range root.Entries() {
		if k.Title == root.Title { // the part of the chapters that stand in none
			k.Title = firstOf(title, k.Title)
		}
	}
	root.Title = firstOf(title, root.Title)
	c.fill(root)
	root.Unwrap()
	return root, nil
}

// summary is the SUMMARY.md of a book with some settings; "" without one.
func (c *collector) summary(folder string, settings map[string]setting) string {
	wanted, beside := path.Join(folder, firstOf(settings["src"].text, "src"), "SUMMARY.md"), path.Join(folder, "SUMMARY.md")
	if c.exists(wanted) {
		return wanted
	}
	if line := settings["src"].line; line > 0 || settings != nil && !c.exists(beside) {
		c.noFile(graph.Position{File: c.shown(path.Join(folder, bookFile)), Line: line}, "a book's SUMMARY.md lies where src says, or in the folder src", "%s: no such file", c.shown(wanted))
	}
	if c.exists(beside) {
		return beside
	}
	return ""
}

// bookFile is what a book's settings lie in.
const bookFile = "book.toml"

// bookSettings are the texts in the table "book" of a book's settings by their
// keys, and none but not nil of a file that cannot be read, which is told; nil
// without a file.
func (c *collector) bookSettings(folder string) map[string]setting {
	name := path.Join(folder, bookFile)
	if !c.exists(name) {
		return nil
	}
	src, err := c.source(name)
	if err != nil {
		c.noFile(graph.Position{File: c.shown(name)}, "", "%v", err)
		return map[string]setting{}
	}
	text, _ := encoding.Decode(src)
	found, wrong, line := readTOML(strings.TrimPrefix(string(text), "\ufeff"), "book")
	if wrong != "" {
		c.noFile(graph.Position{File: c.shown(name), Line: line, Column: 1}, "what stands before is read, and nothing behind", "%s", wrong)
	}
	return found
}

// A setting is a text with the line that it stands in.
type setting struct {
	text string
	line int
}

// readTOML is the texts in a table of a TOML file: as much of TOML as the
// settings of a book need. What stands behind a mistake is not read.
func readTOML(text, table string) (found map[string]setting, wrong string, line int) {
	found = map[string]setting{}
	in, until, depth := "", "", 0 // the table, and the value of several lines, that are open
	for l := range strings.Lines(text) {
		line++
		l = strings.TrimSpace(l)
		switch {
		case until != "":
			if strings.Contains(l, until) {
				until = ""
			}
		case depth > 0:
			depth += depthOf(l)
		case l == "" || l[0] == '#':
		case l[0] == '[':
			name, behind, closed := strings.Cut(strings.TrimLeft(l, "["), "]")
			if behind = strings.TrimLeft(behind, "] "); !closed || behind != "" && behind[0] != '#' {
				return found, "the name of a table is not closed", line
			}
			in = strings.TrimSpace(name)
		default:
			key, value, ok := strings.Cut(l, "=")
			key, value = strings.Trim(key, " \t\"'"), strings.TrimSpace(value)
			if !ok || key == "" || value == "" {
				return found, "this is no key with a value, as TOML has it", line
			}
			if long := value[:min(len(value), 3)]; long == `"""` || long == "'''" {
				if !strings.Contains(value[3:], long) {
					until = long
				}
				continue
			}
			if value[0] == '[' {
				depth = depthOf(value)
			}
			if value[0] != '"' && value[0] != '\'' {
				continue
			}
			end := endOf(value)
			if end == len(value) {
				return found, "the text of " + key + " is not closed", line
			}
			text := value[1:end]
			if plain, err := strconv.Unquote(value[:end+1]); err == nil && value[0] == '"' {
				text = plain
			}
			if name, ok := strings.CutPrefix(strings.TrimPrefix(in+"."+key, "."), table+"."); ok {
				found[name] = setting{text, line}
			}
		}
	}
	if until != "" || depth > 0 {
		return found, "a value is not closed", line
	}
	return found, "", 0
}

// depthOf is how many brackets more a line opens than it closes, outside of
// texts and remarks.
func depthOf(line string) int {
	depth := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '#':
			return depth
		case '"', '\'':
			i += endOf(line[i:])
		}
	}
	return depth
}

// endOf is the offset of the quotation mark that closes the text that a value
// begins with; the value's length where none does.
func endOf(value string) int {
	for i := 1; i < len(value); i++ {
		switch {
		case value[i] == '\\' && value[0] == '"':
			i++
		case value[i] == value[0]:
			return i
		}
	}
	return len(value)
}
