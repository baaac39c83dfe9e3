package figure

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
)

// linked is the graph with links that lead from the figure where they lead from the
// document: from BaseURL, or else from Home. What it shares with g is only read.
func (o Options) linked(g *graph.Graph) *graph.Graph {
	lead := o.lead()
	if lead == nil {
		return g
	}
	moved := *g
	copied := false // which a graph without links need not be
	for i := range g.Nodes {
		was := g.Nodes[i].URL
		link := graph.SafeLink(was) // of others, moving must not make links
		if link == "" {
			continue
		}
		if link = lead(link); link == was {
			continue
		}
		if !copied {
			moved.Nodes, copied = slices.Clone(g.Nodes), true
		}
		moved.Nodes[i].URL = link
	}
	return &moved
}

// lead is the function that moves a link, or nil if none is moved.
func (o Options) lead() func(link string) string {
	if base, err := url.Parse(o.BaseURL); err == nil && base.Host != "" {
		return func(link string) string { return absolute(base, link) }
	}
	if o.BaseURL != "" {
		return func(link string) string { return relative(o.BaseURL, link) }
	}
	if o.Home != "" {
		return func(link string) string { return relative(escapePath(o.Home), link) }
	}
	return nil
}

// root is the part of a path on GitHub or GitLab that stands before the files of a
// repository. Links that begin with a slash lead from there.
var root = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^/[^/]+/[^/]+(?:/-)?/(?:blob|tree|raw)/[^/]+`)
})

// absolute is a link as seen from everywhere.
func absolute(base *url.URL, link string) string {
	from := ""
	if strings.HasPrefix(link, "/") {
		from = root().FindString(base.EscapedPath())
	}
	u, err := url.Parse(from + link)
	if err != nil || u.Scheme != "" {
		return link
	}
	return base.ResolveReference(u).String()
}

// relative is a link of the document at a path, as seen from where that path is
// seen from. A link from the root of a site stays.
func relative(home, link string) string {
	if strings.HasPrefix(link, "#") || strings.HasPrefix(link, "?") {
		return home + link
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return link
	}
	file := u.EscapedPath()
	moved := path.Join(path.Dir(home), file)
	if strings.HasSuffix(file, "/") {
		moved += "/"
	}
	return noScheme(moved) + strings.TrimPrefix(link, file)
}

// escapePath is a path of files as a relative address.
func escapePath(name string) string { return noScheme((&url.URL{Path: name}).EscapedPath()) }

// noScheme is a path whose first element nobody takes for a scheme, as that of
// "a:b.md".
func noScheme(path string) string {
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ":") {
		return "./" + path
	}
	return path
}
