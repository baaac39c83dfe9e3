package collect

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// folder reads the course in a folder, in the first form that it has: an
// mdBook, a MkDocs site, a Jupyter Book, a README with a course in it, numbered
// files.
func (c *collector) folder(name string) (*markdown.Entry, error) {
	for _, form := range []func(string) (*markdown.Entry, error){c.mdBook, c.mkDocs, c.jupyterBook, c.readmeCourse, c.numbered} {
		if root, err := form(name); root != nil || err != nil {
			return root, err
		}
	}
	if readme, ok := c.readme(name); ok {
		c.main = readme
		return c.document(readme) // without a course: its diagnostics say so
	}
	return nil, missingError(fmt.Sprintf("no README.md in %s (name the course's Markdown file, or write input: FILE into roadmapviz.yaml)", firstOf(c.shown(name), ".")))
}

// missingError says that there is no file, or nothing in a folder that could be a
// course. It is an [fs.ErrNotExist].
type missingError string

func (e missingError) Error() string        { return string(e) }
func (e missingError) Is(target error) bool { return target == fs.ErrNotExist }

// Contents is the file in a folder, or below it, that says of which files the
// course of the folder is made: the SUMMARY.md of an mdBook, the mkdocs.yml of a
// MkDocs site with a nav, or the _toc.yml of a Jupyter Book. It is "" for a folder
// that is read otherwise. The entries are those of the folder; most tell at once.
func Contents(fsys fs.FS, folder string, entries []fs.DirEntry) string {
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return slices.Contains([]string{bookFile, "src", "SUMMARY.md", "mkdocs.yml", "mkdocs.yaml", tocFile}, e.Name())
	}) {
		return ""
	}
	c := &collector{ctx: context.Background(), fsys: fsys}
	if summary := c.summary(folder, c.bookSettings(folder)); summary != "" {
		return summary
	}
	if site := c.siteFile(folder); site != "" {
		if text, err := c.source(site); err == nil {
			if nav, _ := topLevel(string(text), "nav"); nav != "" {
				return site
			}
		}
	}
	if toc := path.Join(folder, tocFile); c.exists(toc) {
		return toc
	}
	return ""
}

// exists says whether there is a regular file.
func (c *collector) exists(name string) bool {
	info, err := fs.Stat(c.fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// readmeCourse is the README of a folder, if it holds a course.
func (c *collector) readmeCourse(folder string) (*markdown.Entry, error) {
	readme, ok := c.readme(folder)
	if !ok {
		return nil, nil
	}
	c.main = readme
	p, err := c.read(readme)
	if err != nil {
		return nil, err
	}
	if root := p.document.Course(); len(root.Entries()) > 0 {
		return root, nil
	}
	return nil, nil
}

// titleOf is the title that the README of a folder gives, or "".
func (c *collector) titleOf(folder string) string {
	name, ok := c.readme(folder)
	if !ok {
		return ""
	}
	text, err := c.source(name)
	if err != nil {
		return ""
	}
	if d, err := markdown.Read(c.ctx, text, markdown.Options{}); err == nil && d.TitleAt >= 0 {
		return d.Title.Title
	}
	return ""
}

// withTitle puts a title in the place of the heading "Summary", which says
// nothing. Lines and columns stay.
func withTitle(text, title string) string {
	first := strings.TrimLeft(text, "\ufeff\r\n ")
	line, _, _ := strings.Cut(first, "\n")
	if heading := strings.TrimSpace(strings.TrimLeft(line, "#")); title == "" || line == "" || line[0] != '#' || !strings.EqualFold(heading, "summary") {
		return text
	}
	return text[:len(text)-len(first)] + "# " + title + first[len(line):]
}
