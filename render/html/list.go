package html

import (
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// list writes the course as nested lists, in its order:
//
//	div#rv:list > h1, ul
//	  li.part #ID
//	    h2 > a.title
//	    details > summary, div.about, ul > li.section (alike, with h3)
//	li.topic #ID
//	  a.title, span.badge if it is optional
//	  div.about > p, ul.resources > li > a, span for its author, small for its kind
//	  div.about > p.needs, p.source
//	  details > summary, ul > li.topic
//
// The id of a title holds the number of its node, whose li has "data-state" and
// "data-optional" where the course tells them. The list has the course's "data-state",
// and "data-order" with the numbers of the topics in learning order where that is not
// the document's. Scripts number the li, add boxes to tick and bars, and let titles lead to their own items, which open then, and other links to
// windows of their own: without them neither is of use.
func (p *printer) list() {
	p.b.WriteString("<div id=\"rv:list\"" + p.order())
	if whole, _ := p.x.Node(graph.CourseID); whole.Status != graph.Unknown {
		p.b.WriteString(" data-state=\"" + escape(string(whole.Status)) + "\"")
	}
	fmt.Fprintf(&p.b, ">\n<h1>%s</h1>\n", escape(p.title))
	p.items(-1)
	p.b.WriteString("</div>\n")
}

// items writes the listed nodes that a node holds, the roots for −1.
func (p *printer) items(parent int) {
	list := p.listedIn(parent)
	if len(list) == 0 {
		return
	}
	p.b.WriteString("<ul>\n")
	for _, i := range list {
		p.item(i)
	}
	p.b.WriteString("</ul>\n")
}

// listedIn are the listed nodes in a node; what is not listed, such as the course, is
// looked through.
func (c *course) listedIn(parent int) (list []int) {
	var children []int
	if parent < 0 {
		children = c.roots()
	} else {
		children = c.x.Children(parent, graph.Part, graph.Section, graph.Topic)
	}
	for _, i := range children {
		if c.shown[i] {
			list = append(list, i)
		}
	}
	return list
}

// roots are the listed nodes that no listed node holds.
func (c *course) roots() (list []int) {
	for i := range c.graph.Nodes {
		if !isListed(&c.graph.Nodes[i]) {
			continue
		}
		if p := c.x.Parent(i); p < 0 || !isListed(&c.graph.Nodes[p]) {
			list = append(list, i)
		}
	}
	return list
}

func (p *printer) item(i int) {
	until.Check(p.ctx)
	n := &p.graph.Nodes[i]
	p.b.WriteString("<li class=\"" + string(n.Kind) + "\" id=\"" + escape(n.ID) + "\"")
	if n.Status != graph.Unknown {
		p.b.WriteString(" data-state=\"" + escape(string(n.Status)) + "\"")
	}
	if n.Optional {
		p.b.WriteString(" data-optional")
	}
	p.b.WriteString(">")
	title := escape(n.Text())
	if n.Number != "" {
		title = "<span class=\"number\">" + escape(n.Number) + "</span> " + title
	}
	link := "<a class=\"title\" id=\"" + place(p.number[n.ID]) + "\">" + title + "</a>"
	if n.Optional {
		link += " <span class=\"badge\">" + escape(p.words["optional"]) + "</span>"
	}
	switch n.Kind {
	case graph.Part:
		p.held(i, "h2", link)
	case graph.Section:
		p.held(i, "h3", link)
	default:
		p.b.WriteString(link)
		p.about(i)
		if len(p.listedIn(i)) > 0 {
			p.folding(i)
			p.items(i)
			p.b.WriteString("</details>")
		}
	}
	p.b.WriteString("</li>\n")
}

// held writes a part or a section, which can be folded.
func (p *printer) held(i int, heading, link string) {
	fmt.Fprintf(&p.b, "<%s>%s</%s>\n", heading, link, heading)
	p.folding(i)
	p.about(i)
	p.items(i)
	p.b.WriteString("</details>")
}

// folding opens what a node can hide.
func (p *printer) folding(i int) {
	fmt.Fprintf(&p.b, "<details open><summary aria-label=\"%s\"></summary>\n", escape(p.graph.Nodes[i].Text()))
}

// order tells in what order to learn the topics, where that is not the document's.
func (p *printer) order() string {
	var numbers []string
	sorted, last := true, -1
	for _, i := range p.graph.Order() {
		if n := &p.graph.Nodes[i]; p.shown[i] && n.Kind == graph.Topic {
			at := p.number[n.ID]
			sorted, last = sorted && at > last, at
			numbers = append(numbers, strconv.Itoa(at))
		}
	}
	if sorted {
		return ""
	}
	return " data-order=\"" + strings.Join(numbers, " ") + "\""
}

// about writes what there is to say of a node.
func (p *printer) about(i int) {
	n := &p.graph.Nodes[i]
	at := p.b.Len()
	p.b.WriteString("<div class=\"about\">")
	empty := p.b.Len()
	if n.Summary != "" {
		p.b.WriteString("<p>" + escape(n.Summary) + "</p>")
	}
	p.resources(i)
	if needs := p.needs[n.ID]; len(needs) > 0 {
		p.b.WriteString("<p class=\"needs\"><b>" + escape(p.words["needs"]) + "</b> ")
		for k, id := range needs {
			if k > 0 {
				p.b.WriteString(", ")
			}
			node, _ := p.x.Node(id)
			p.b.WriteString("<a href=\"" + escape(fragment(id)) + "\">" + escape(node.Text()) + "</a>")
		}
		p.b.WriteString("</p>")
	}
	if link := p.lineOf(n); link != "" {
		fmt.Fprintf(&p.b, "<p class=\"source\"><a href=\"%s\">%s:%d</a></p>", escape(link), escape(n.Source.File), n.Source.Line)
	}
	if p.b.Len() == empty {
		p.b.Truncate(at)
		return
	}
	p.b.WriteString("</div>\n")
}

// resources writes what to learn a node from: its own link, and those in it.
func (p *printer) resources(i int) {
	n := &p.graph.Nodes[i]
	var list []graph.Node
	if link := graph.SafeLink(n.URL); link != "" && !strings.HasPrefix(link, "#") && n.Kind == graph.Topic {
		list = append(list, graph.Node{Title: n.Text(), URL: link})
	}
	for _, r := range p.x.Children(i, graph.Resource) {
		if p.shown[r] && (len(list) == 0 || p.graph.Nodes[r].URL != list[0].URL) {
			list = append(list, p.graph.Nodes[r])
		}
	}
	if len(list) == 0 {
		return
	}
	p.b.WriteString("<ul class=\"resources\">")
	for _, r := range list {
		p.b.WriteString("<li>")
		if link := graph.SafeLink(r.URL); link != "" {
			p.b.WriteString("<a href=\"" + escape(link) + "\">" + escape(r.Text()) + "</a>")
		} else {
			p.b.WriteString(escape(r.Text()))
		}
		if r.Author != "" {
			p.b.WriteString(" <span>" + escape(r.Author) + "</span>")
		}
		if kind := kindOf(r.URL); kind != "" {
			p.b.WriteString(" <small>" + escape(p.words[kind]) + "</small>")
		}
		p.b.WriteString("</li>")
	}
	p.b.WriteString("</ul>")
}

// lineOf is the address of a node's line, in the document or in another file of the
// course.
func (p *printer) lineOf(n *graph.Node) string {
	at, err := url.Parse(graph.SafeLink(p.address))
	if err != nil || at.Path == "" || n.Source.Line < 1 {
		return ""
	}
	if path.Base(at.Path) != n.Source.File {
		at = at.ResolveReference(&url.URL{Path: n.Source.File})
	}
	if at.RawQuery == "" {
		at.RawQuery = "plain=1" // without it forges show the page, which has no lines
	}
	at.Fragment = "L" + strconv.Itoa(n.Source.Line)
	return graph.SafeLink(at.String())
}

// place is the id of the title of a node of some number.
func place(number int) string { return "rv:" + strconv.Itoa(number) }

// fragment is a link to a node's place in the page.
func fragment(id string) string { return "#" + (&url.URL{Path: clean(id)}).EscapedPath() }
