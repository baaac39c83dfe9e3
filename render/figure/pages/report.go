package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Report says what of the figures and blocks of documents is out of date. Its JSON
// form is that of 'roadmapviz check --format json'.
type Report struct {
	Figures []FigureReport `json:"figures"`
	Blocks  []BlockReport  `json:"blocks"`
	// Args are what the user has named, for the command that mends what is out of date.
	Args []string `json:"-"`
	// Exact tells that the bytes of figures were compared, which that command has to do, too.
	Exact bool `json:"-"`
	// Shard is which share of the documents is reported on, as in 2/8; "" is all.
	Shard string `json:"-"`
}

// FigureReport is what is known of one figure.
type FigureReport struct {
	File    string           `json:"file"` // the document
	Line    int              `json:"line"` // where it shows the figure
	Figure  string           `json:"figure"`
	Parts   []string         `json:"parts,omitempty"` // IDs; none for the whole course
	Stale   bool             `json:"stale"`
	Reasons []figure.Reason  `json:"reasons,omitempty"`
	Message string           `json:"message,omitempty"`
	Changes []changes.Change `json:"changes,omitempty"`
}

// BlockReport is what is known of one block.
type BlockReport struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Stale bool   `json:"stale"`
}

// NewReport reports on documents, in their order.
func NewReport(documents ...*Document) Report {
	r := Report{Figures: []FigureReport{}, Blocks: []BlockReport{}}
	for _, d := range documents {
		r.Add(d)
	}
	return r
}

// Add reports on one document more.
func (r *Report) Add(d *Document) {
	for _, p := range d.Figures {
		r.Figures = append(r.Figures, FigureReport{
			File: p.At.File, Line: p.At.Line, Figure: p.Name, Parts: p.Parts(),
			Stale: p.IsStale(), Reasons: p.Reasons, Message: p.Sentence(), Changes: p.Changes,
		})
	}
	for _, b := range d.Blocks {
		r.Blocks = append(r.Blocks, BlockReport{b.File, b.Line, b.IsStale()})
	}
}

// Sentence says why the figure is not what it should be; "" if it is.
func (p *Figure) Sentence() string {
	says := map[figure.Reason]string{
		figure.TextChanged: "the text changed", figure.OptionsChanged: "the options changed", figure.ProgramChanged: "the program draws it differently now",
		Missing: "the picture is missing", Foreign: "it was not drawn by roadmapviz", Outside: "it is not looked at", Undrawable: "it cannot be drawn",
	}
	if p.format.Opens {
		says[Missing] = "the file is missing"
	}
	text := ""
	for i, r := range p.Reasons {
		if i > 0 {
			text += ", and "
		}
		text += says[r]
	}
	if p.Why != "" {
		text += " (" + p.Why + ")"
	}
	return text
}

// Stale counts what is out of date.
func (r Report) Stale() (figures, blocks int) {
	for _, f := range r.Figures {
		if f.Stale {
			figures++
		}
	}
	for _, b := range r.Blocks {
		if b.Stale {
			blocks++
		}
	}
	return figures, blocks
}

// NoFigures says that there is nothing to keep up to date, and what is needed; or only
// that there is nothing in a share of the documents.
func NoFigures(shard string) string {
	if shard != "" {
		return "no figures are shown in the documents of shard " + shard
	}
	return "no figures are shown ('roadmapviz sync --insert FILE' puts one in; or show one yourself with ![Roadmap](roadmap.svg))"
}

// Summary is the report in one line.
func (r Report) Summary() string {
	figures, blocks := r.Stale()
	seen := 0
	for _, f := range r.Figures {
		if f.Stale || len(f.Reasons) == 0 {
			seen++
		}
	}
	if len(r.Figures)+len(r.Blocks) == 0 {
		return NoFigures(r.Shard)
	}
	text := fmt.Sprintf("%d of %s out of date", figures, words.Count(seen, "figure"))
	if figures == 0 {
		text = words.Count(seen, "figure") + " up to date"
	}
	if blocks > 0 {
		text += ", and " + words.Count(blocks, "block")
	}
	return text
}

// Err is an error if something is out of date, which says what mends it.
func (r Report) Err() error {
	figures, blocks := r.Stale()
	switch {
	case figures+blocks == 0:
		return nil
	case slices.ContainsFunc(r.Figures, func(f FigureReport) bool { return f.Stale && f.Reasons[0] == Foreign }):
		return fmt.Errorf("%s; '%s' draws what was not drawn by roadmapviz", r.Summary(), r.sync("--adopt"))
	}
	return fmt.Errorf("%s; '%s' mends that", r.Summary(), r.sync(""))
}

// sync is the command that mends what is out of date, with a flag or none.
func (r Report) sync(flag string) string {
	command := []string{"roadmapviz sync"}
	if flag != "" {
		command = append(command, flag)
	}
	if r.Exact {
		command = append(command, "--bytes")
	}
	for _, arg := range r.Args {
		if strings.ContainsAny(arg, " *?[") {
			arg = `"` + arg + `"`
		}
		command = append(command, arg)
	}
	return strings.Join(command, " ")
}
