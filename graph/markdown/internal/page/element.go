package page

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Kind says what an element is in the text.
type Kind uint8

// The kinds of element. Lists, lines and tables only hold others; the rest can
// each be something to learn.
const (
	Root    Kind = iota // the document
	Heading             // "# …", <h1>, or a heading that lacks its space
	Summary             // the <summary> of a <details>, with what that holds
	Line                // a bold line, or one that announces a list ("Topics:"), with what follows
	List
	Item // of a list; a paragraph that is a link, or one of a numbered series
	Table
	Group // rows of a table that belong together
	Row
	Cell // a line of a cell, or a cell of a grid
)

// KindNames are the kinds as features and explanations call them.
var KindNames = [...]string{"root", "heading", "summary", "line", "list", "item", "table", "group", "row", "cell"}

func (k Kind) String() string { return KindNames[k] }

// Lead says how an element's name is set.
type Lead uint8

// The leads of items, rows and cells.
const (
	PlainLead Lead = iota
	LinkLead
	BoldLead
	HeadingLead // "- ### Name"
)

// A Mode is what a line says that the list below it is for.
type Mode uint8

// The modes of lines.
const (
	AsIs Mode = iota
	AsTopics
	AsResources
	AsTasks
	AsPrerequisites
)

// An Element is a piece of a document that may be a part, a section, a topic or
// a resource of the course, with all that stands below it.
type Element struct {
	Label
	Kind    Kind
	Lead    Lead
	Mode    Mode   // of a line, or of a list that needs none
	Level   uint8  // of a heading; that of a summary is one more than its heading's
	Ordered bool   // of a list
	Closed  bool   // a line that says all by itself, and opens nothing
	HTML    bool   // written in HTML
	Quoted  bool   // in a block quote
	Box     bool   // has a box to tick
	colon   colon  // between the bold name and the rest
	Prose   bool   // a line that is a sentence
	Paras   uint16 // paragraphs of prose right below
	Class   Class  // what its words are known for
	At      int    // offset in the text
	Anchor  string // as GitHub gives it, without "#"
	URL     string // where the name links to
	Summary string
	Author  string // who made what it links to, or speaks of it
	Raw     string // the name as written, with what explains it, of plain leads
	Links   []Ref  // of the text behind the name
	Note    *Note  // what comments say about it
	Rare    *Rare
	Parent  *Element
	Kids    []*Element
}

// Rare is what few elements have: long documents have very many.
type Rare struct {
	boldKind string // what cutKind took off the front, if that was bold
	tail     Ref    // the link that the name ends with, if it is called as material is
	attrs    map[string]string
	Wants    []Want
	Images   []Picture
	Views    []View // of a table: the ways to read it
	Left     []Leftover
	Bracket  string // behind the name, that may say what comes first
}

var nothing Rare

// has is what an element has of what few have. It is only read.
func (e *Element) has() *Rare { return cmp.Or(e.Rare, &nothing) }

// With is the same, to be changed.
func (e *Element) With() *Rare {
	if e.Rare == nil {
		e.Rare = &Rare{}
	}
	return e.Rare
}

// Attrs are what it says besides, by name.
func (e *Element) Attrs() map[string]string { return e.has().attrs }

// Wants are the prerequisites that an element declares.
func (e *Element) Wants() []Want { return e.has().Wants }

// Images are the pictures in its text.
func (e *Element) Images() []Picture { return e.has().Images }

// Views are the ways to read a table.
func (e *Element) Views() []View { return e.has().Views }

// Left is what stands below it and is no element. A table has it by its views, if it
// has any.
func (e *Element) Left() []Leftover { return e.has().Left }

// Want adds prerequisites.
func (e *Element) Want(w ...Want) {
	if len(w) > 0 {
		e.With().Wants = append(e.Wants(), w...)
	}
}

// A Ref is a link in a text.
type Ref struct {
	Text, URL string
	At        int
}

// A Want is a declared prerequisite, not resolved yet.
type Want struct {
	Text   string // "Calculus 1C, Linear Algebra"
	Refs   []Ref
	At     int
	Reason string
	After  bool // order only
	Noted  bool // by a comment or setting, where IDs may stand
}

// A Picture is an image in the text. Others are what a page may show instead.
type Picture struct {
	URL, Alt string
	At       int
	Others   []Other
}

// add makes e the last element below p.
func (p *Element) add(e *Element) {
	e.Parent = p
	p.Kids = append(p.Kids, e)
}

// Each visits the elements below one, in document order.
func (e *Element) Each(visit func(*Element)) {
	for _, k := range e.Kids {
		visit(k)
		k.Each(visit)
	}
}

// IsHead says whether an element stands over others as a heading does.
func (e *Element) IsHead() bool { return e.Kind == Heading || e.Kind == Summary || e.Kind == Line }

// Picture adds pictures.
func (e *Element) Picture(p ...Picture) {
	if len(p) > 0 {
		e.With().Images = append(e.Images(), p...)
	}
}

// A Document is a course document taken apart into elements, before anybody
// knows what is what.
type Document struct {
	*source
	*Reporter
	Options
	Root  *Element
	Title Label
	// TitleAt is where the title stands, or −1.
	TitleAt int
	// TitleHeading is the heading that names the course; nil without one.
	TitleHeading *Element
	Language     string   // BCP 47, as declared or guessed; "" if unknown
	tongues      []string // that it holds, the main one first; "" if that is unknown
	Declared     string   // the language that the front matter gives
	Outline      bool     // its levels are what they are, see outline.go
	Anchors      map[string]bool
	front        frontMatter
	comments     []comment // meant for roadmapviz, in their order
	itemAnchors  []string
	banner       string
}

// Status is short for the graph's.
type Status = graph.Status
