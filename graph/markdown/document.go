package markdown

// A heading is a heading with all that stands below it until the next one of
// its level or above. The root of a document is a heading of level 0.
type heading struct {
	label
	marks
	level   int
	at      int
	anchor  string // as GitHub gives it, without "#"
	url     string // where the heading's own text links to
	details bool   // the <summary> of a <details>
	html    bool
	blocks  []block
	images  []picturePlace
	kids    []*heading

	kind   noiseClass
	why    string // why it is no curriculum; "" for what is
	weight int    // of what it and its kids hold, see weigh
	own    evidence
	height int // levels of structure that its subtree holds
	listed []*item
}

// marks are what comments say about a heading or an item.
type marks struct {
	note   *Note
	noteAt int
}

// A picturePlace is an image in the text.
type picturePlace struct {
	url, alt string
	at       int
}

type blockKind uint8

const (
	paragraphBlock blockKind = iota
	listBlock
	tableBlock
	ruleBlock
)

// A block is a piece of text below a heading, reduced to what the structure
// can be read from.
type block struct {
	kind  blockKind
	at    int
	text  string // a paragraph's; "" where nobody needs it
	mode  mode   // what a paragraph says about the list below it
	names bool   // whether a paragraph is a short bold text, as a heading is
	links []ref  // a marking paragraph's
	items []*item
	table *table
	wants []want
}

// A mode is what the items of a list are for.
type mode uint8

const (
	asIs mode = iota
	asTopics
	asResources
	asTasks
	asPrerequisites
)

// A ref is a link in a text.
type ref struct {
	text, url string
	at        int
}

// A want is a declared prerequisite, not resolved yet.
type want struct {
	text   string // "Calculus 1C, Linear Algebra"
	refs   []ref
	at     int
	reason string
	after  bool // order only
}

type lead uint8

const (
	plainLead lead = iota
	linkLead
	boldLead
	headingLead
)

// An item is a list item or a table row: something that may become a section,
// a topic or a resource.
type item struct {
	label
	marks
	lead    lead
	at      int
	url     string
	anchor  string // of a heading in the item
	summary string
	author  string
	raw     string // the lead as written, for plain leads
	mode    mode   // what its kids, or it, are for
	links   []ref
	wants   []want
	attrs   map[string]string
	kids    []*item
}

// A document is a course document taken apart, before its structure is known.
type document struct {
	*source
	*reporter
	root    *heading
	anchors map[string]bool // all there are
	front   frontMatter
	options Options
	title   label
	titleAt int
	// titleHeading is the heading that names the course; nil without one.
	titleHeading *heading
	itemAnchors  []string
	banner       string
}
