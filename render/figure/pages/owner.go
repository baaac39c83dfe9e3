package pages

import (
	"context"
	"io/fs"
	"path"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// isAnothers says whether a picture is a figure of a course below: it lies in or
// below a folder whose README shows it, too. So a README may show the figures of
// other courses.
func (d *Document) isAnothers(ctx context.Context, p *Figure) bool {
	for folder := path.Dir(p.path); folder != "." && folder != path.Dir(p.file.Path) && fs.ValidPath(folder); folder = path.Dir(folder) {
		full := path.Join(d.Course.Folder, folder)
		shown, known := d.others[full]
		if !known {
			shown = d.shownIn(ctx, full)
			if d.others == nil {
				d.others = map[string][]string{}
			}
			d.others[full] = shown
		}
		if slices.Contains(shown, p.Path) {
			return true
		}
	}
	return false
}

// shownIn are the paths of the figures that the READMEs of a folder show, but for
// those of the course itself.
func (d *Document) shownIn(ctx context.Context, folder string) (paths []string) {
	entries, err := fs.ReadDir(d.root, folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if !course.IsReadme(e.Name()) || slices.ContainsFunc(d.Course.Files, func(f course.File) bool { return d.path(f) == name }) {
			continue
		}
		o := d.options
		o.anybodys = true
		if o.Settings, err = settings.Find(d.root, folder, o.Prefix); err != nil {
			continue
		}
		d.beside = append(d.beside, name)
		other, _ := find(ctx, d.root, []string{name}, o, nil)
		if other == nil {
			continue
		}
		for _, p := range other.Figures {
			paths = append(paths, p.Path)
		}
	}
	return paths
}
