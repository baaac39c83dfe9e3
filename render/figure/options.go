package figure

import (
	"fmt"
	"io/fs"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Options say what of a course a figure shows, and how. The zero value shows all
// of it as the course figures look. [Table] describes each, by the name that it
// has as a flag, in a comment, and in a configuration.
type Options struct {
	// Parts are what is drawn of the course: IDs or titles of parts and sections,
	// or words of these. None draws all.
	Parts []string
	// Focus draws only what is near this node, which is named likewise: as many
	// edges away, in either direction, as Hops says. 0 hops are 1; see NoHops.
	Focus string
	Hops  int
	// Highlight sets these nodes off, which are named likewise, and dims the rest. A
	// name that no node has may be several, with commas between.
	Highlight []string

	// Theme is the name of a built-in theme, or the path of a file in Files, which
	// has a dot or a slash in it; "" is "course", and "auto" that with the mode "auto".
	Theme string
	// Mode is the kind of page that the figure is for, "light" or "dark": where the
	// theme is for the other, its twin is taken, which is derived if the theme
	// names none. "auto" is for both: an SVG has the colours of the one on light pages
	// and those of the other on dark ones, a PNG those of the light one. "" takes the
	// theme as it is; in HTML it is "auto".
	Mode string
	// Page is "none" for a figure without a background, which shows what it lies on;
	// "theme", or "" for it, has the theme's.
	Page string
	// Layout is the name of an engine, of the built-in ones or of Engine's; "" is
	// "roadmap", or "layered" for a plain graph.
	Layout string
	// Width is that of the page in px, and MaxWidth the most that it may be;
	// 0 leaves it to the layout.
	Width, MaxWidth float64
	// Aspect is the width of the page divided by its height; 0 is as it comes.
	Aspect float64
	// Preset names one of [Presets]: the page is of exactly that size, with the
	// figure fitted in, and with no text smaller than can be read there. Where no
	// Layout is named, the one that suits the page best is taken. "" is as it comes.
	Preset string
	// Size is the size of the page in px likewise, with the margin and the least
	// text of the Preset if there is one.
	Size Size
	// Paper names one of [Papers], onto which a figure is put in a format that has
	// pages, in the place of a Preset or a Size: on one sheet if it can be read there,
	// and otherwise on as many as it needs. "fit", or "" for it, is one page as large as
	// the figure.
	Paper string
	// Margin is that of the Paper, if there is one, on each side: a length with its unit
	// such as "10mm", which "" stands for.
	Margin string
	// Columns is the number of columns; 0 leaves it to the layout.
	Columns int
	// Compact makes boxes and the steps between them smaller.
	Compact bool
	// Direction is where a tree grows; "" is the layout's own.
	Direction string
	// FirstSide is the column of the first section: "left", or "" for it, or "right".
	FirstSide string
	// MaxTopics is the most topics drawn in a section, the rest being counted; 0
	// is 30 (or all of a plain graph), and a negative number, AllTopics, draws all.
	MaxTopics int
	// Depth is how many levels of topics are drawn; 0 is 1, and a negative number,
	// NoTopics, draws none.
	Depth int
	// Prerequisites is how declared prerequisites are shown: "lines", "chips" or
	// "none"; "" is "auto": lines where they can be followed, and chips elsewhere.
	Prerequisites string
	// Redundant also draws prerequisites that follow from others.
	Redundant bool
	// FontFiles are files of typefaces for characters that the embedded ones lack, in the
	// order in which they are asked, before the typefaces of Machine. One without a file
	// system is among the Files of Machine.
	FontFiles []File
	// Title stands over the figure, over its first part where it shows several; "" is
	// the part's own, and NoTitle draws none.
	Title string
	// Legend says when a legend explains the states and lines of a figure: "auto", or
	// "" for it, where one appears that needs explaining; "none" never.
	Legend string
	// Label is the word of a badge; "" is one of the document's language.
	Label string
	// Progress is the path, in Learner, of a file that says how far a learner is:
	// package progress reads it. "" goes by the course alone.
	Progress string
	// Figures draws the parts as boxes that lead to their figures, whose files this
	// names, as seen from this figure's: "roadmap_{part}.svg". "" draws the course.
	Figures string
	// Index is the file of the figure in which such boxes lead to this one, as seen
	// from here: titles lead there.
	Index string
	// Sheet says which of several pictures this is, such as "2/3", behind the title.
	Sheet string
	// NoIcons leaves the icons out.
	NoIcons bool
	// BaseURL is the address of the document, from which its relative links lead; ""
	// leaves that to Home.
	BaseURL string

	// Home is the path of the document as seen from the figure's file, such as
	// "../README.md": the figure's links lead from there. Without it, and without a
	// BaseURL, they are those of the document.
	Home string

	// Scale is how many pixels of a PNG make a px, 1 to 3; 0 is 1.
	Scale int
	// Text is how an SVG holds its text: "embed", or "" for it, "system" or "paths".
	Text string
	// IDPrefix is put before every id of an SVG.
	IDPrefix string

	Machine

	// What For says of a format: that nobody has asked for the Mode, that readers tell how
	// far they are, and that they move about in a window of their own.
	anyMode, bars, opens bool
}

// Values of Mode and Page.
const (
	autoMode = "auto"
	noPage   = "none"
)

// Values of Options whose zero value means something else.
const (
	AllTopics = -1
	NoTopics  = -1
	NoHops    = -1
	NoTitle   = "none"
)

// DefaultTopics is how many topics of a section are drawn unless somebody says
// otherwise. More make a list, not a roadmap.
const DefaultTopics = 30

// Machine is what figures may take from the machine that they are drawn on. The zero value takes nothing, and gives the same figures everywhere.
type Machine struct {
	// Files are where the file of the theme is; nil has none. Prefix is put before its
	// name in messages.
	Files  fs.FS
	Prefix string
	// Learner is where the file of Progress is.
	Learner Place
	// Fonts are the typefaces; nil are the embedded ones only.
	Fonts *text.Fonts
	// Engine finds a layout that package engines does not have: one of Graphviz's, or
	// one of your own. It gives nil for a name that it does not know, and nil instead
	// of it finds none.
	Engine func(name string) (layout.Engine, error)
	// EngineBytes is the most memory that such a layout may take in a process of its
	// own; 0 has no bound.
	EngineBytes int64
	// Limits are what a figure may cost. One beyond them is a [*graph.LimitError], before
	// it is laid out; of pixels, before it is painted.
	Limits Limits
}

// OptionError says what is wrong with the value of an option.
type OptionError struct {
	Option  string // its name in [Table]
	Message string // the sentence, which may begin with that name
	Err     error  // the cause, which the message quotes; or nil
}

func (e *OptionError) Error() string { return e.Message }

func (e *OptionError) Unwrap() error { return e.Err }

func wrong(option, problem string, args ...any) error {
	return &OptionError{Option: option, Message: option + " " + fmt.Sprintf(problem, args...)}
}

// notThere is the error for what an option names and a course does not have.
func notThere(option string, err error, more string) error {
	return &OptionError{option, option + ": " + err.Error() + more, err}
}

// unknown is the error for a name that is not in a table.
func unknown(option, name string, names []string) error {
	return &OptionError{Option: option, Message: nearest.Unknown(option, name, names)}
}

// check finds values that make no sense for any course.
func (o Options) check() error {
	for _, option := range Table() {
		if err := option.check(&o); err != nil {
			return err
		}
	}
	if err := o.checkPaper(); err != nil {
		return err
	}
	return o.checkFrame()
}

// layout are the options of the layout engine.
func (o Options) layout() layout.Options {
	topics := o.MaxTopics
	switch topics {
	case 0:
		topics = DefaultTopics
	case AllTopics:
		topics = 0
	}
	if o.Layout == Badge { // which counts them
		topics = 0
	}
	title := o.Title
	if title == NoTitle {
		title = ""
	}
	return layout.Options{
		Page: layout.Page{
			Width: o.Width, MaxWidth: o.MaxWidth, Aspect: o.Aspect, Columns: o.Columns, Compact: o.Compact, Direction: o.Direction, FirstSide: o.FirstSide,
			Prerequisites: o.Prerequisites, Title: title, Label: o.Label, Fonts: o.Fonts, Bars: o.bars,
		},
		MaxTopics: topics, Depth: o.Depth, NoIcons: o.NoIcons, NoTitle: o.Title == NoTitle,
	}
}
