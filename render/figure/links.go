package figure

import (
	"net/url"
	"path"
	"regexp"
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
	moved.Nodes = make([]graph.Node, len(g.Nodes))
	for i, n := range g.Nodes {
		if link := strings.TrimSpace(n.URL); link != "" {
			n.URL = lead(link)
		}
		moved.Nodes[i] = n
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
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	if u.Scheme == "" && u.Host == "" && strings.HasPrefix(u.Path, "/") {
		if repository := root().FindString(base.EscapedPath()); repository != "" {
			u.Path, u.RawPath = strings.TrimSuffix(repository, "/")+u.Path, ""
		}
	}
	return base.ResolveReference(u).String()
}

// relative is a link of the document at a path, as seen from where that path is
// seen from. A link from the root of a site stays.
func relative(home, link string) string {
	if strings.HasPrefix(link, "#") {
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
	return moved + strings.TrimPrefix(link, file)
}

// escapePath is a path of files as a relative address.
func escapePath(name string) string { return (&url.URL{Path: name}).EscapedPath() }
