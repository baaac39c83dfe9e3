package svg

import (
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/svg/internal/subset"
)

// families stand in for the embedded typeface where it is not shown. They are
// about as wide, the nearest first: some readers cannot squeeze text either.
const families = "Roboto, Helvetica Neue, Arial, Liberation Sans, DejaVu Sans Condensed, Noto Sans, sans-serif"

// fontSet gathers what a file uses of the embedded typefaces.
type fontSet struct {
	mode  TextMode
	faces []*usedFace
	told  []bool // what add told of each run
	// retells makes add tell the same once more, from the next of told on.
	retells bool
	next    int
}

// usedFace is a typeface in the weight that it is shown for, to which its own may only
// be near; the characters and glyphs in use of it, and the kerning between them.
// Written out it shows each character as the one glyph that layout chose for it, and
// can do no more: no ligatures, no shaping.
type usedFace struct {
	face    *text.Face
	weight  text.Weight
	glyphs  map[rune]uint32
	advance map[uint32]int32 // of the glyphs, without kerning
	kern    map[pair]int32
	runs    int     // that were checked
	met     []shown // of those in use, by a hash; nil while there are few
}

type pair struct{ left, right uint32 }

// shown is a character as it was noted: as a glyph, which moves the pen so far before
// another one.
type shown struct {
	char        rune
	glyph, next uint32 // next is 0 behind the last of a run
	advance     int32
}

// After so many runs characters are looked for among those that were met, before maps are
// asked. Two that share a place there only cost that.
const (
	manyRuns = 1000
	metBits  = 10
)

func (s shown) place() uint32 {
	return (uint32(s.char)*0x9E3779B1 ^ s.next*0x85EBCA6B) * 0xC2B2AE35 >> (32 - metBits)
}

// addAll notes runs that stand in one <text>. It reports false when one of
// them needs more than the file's typefaces can do.
func (f *fontSet) addAll(runs []text.Run) bool {
	for i := range runs {
		if !f.add(&runs[i]) {
			return false
		}
	}
	return true
}

// add notes one run. It reports false, and notes nothing, when a browser would
// not set its characters as they were laid out: in scripts such as Devanagari it
// puts some marks before the letter that they follow, as layout has done.
func (f *fontSet) add(r *text.Run) bool {
	if f.retells {
		f.next++
		return f.told[f.next-1]
	}
	f.told = append(f.told, f.takes(r))
	return f.told[len(f.told)-1]
}

// takes tells what add does, and notes the run.
func (f *fontSet) takes(r *text.Run) bool {
	if !r.Face.Embedded() || r.RTL || len(r.Glyphs) != utf8.RuneCountInString(r.Text) {
		return false
	}
	u := f.used(r)
	if f.taken(u, r) {
		return false
	}
	ok, news := u.check(r)
	if ok && news {
		u.note(r)
	}
	return ok
}

// taken tells whether a character of the run is already shown in another typeface of
// the same weight: a browser would take that for both.
func (f *fontSet) taken(u *usedFace, r *text.Run) bool {
	for _, other := range f.faces {
		if other == u || other.weight != u.weight {
			continue
		}
		for _, c := range r.Text {
			if _, has := other.glyphs[c]; has {
				return true
			}
		}
	}
	return false
}

// check tells whether each character of the run has its one glyph, and each
// pair of glyphs its one kerning, and whether any of them is new.
func (u *usedFace) check(r *text.Run) (ok, news bool) {
	if u.runs++; u.runs == manyRuns {
		u.met = make([]shown, 1<<metBits)
	}
	i := 0
	for _, c := range r.Text {
		g := &r.Glyphs[i]
		i++
		this := shown{char: c, glyph: g.ID, advance: g.Advance}
		if i < len(r.Glyphs) {
			this.next = r.Glyphs[i].ID
		}
		if u.met != nil && u.met[this.place()] == this && g.ID > 0 && g.X == 0 && g.Y == 0 {
			continue
		}
		known, seen := u.glyphs[c]
		if g.ID == 0 || g.X != 0 || g.Y != 0 || seen && known != g.ID || unicode.Is(unicode.Mc, c) {
			return false, false
		}
		kern := g.Advance - u.width(g.ID)
		was, paired := int32(0), true
		if i < len(r.Glyphs) {
			was, paired = u.kern[pair{g.ID, this.next}]
		}
		if paired && was != kern {
			return false, false
		}
		if news = news || !seen || !paired; seen && paired && u.met != nil {
			u.met[this.place()] = this
		}
	}
	return true, news
}

// note remembers a run that was checked.
func (u *usedFace) note(r *text.Run) {
	i := 0
	for _, c := range r.Text {
		g := &r.Glyphs[i]
		i++
		u.glyphs[c] = g.ID
		if i < len(r.Glyphs) {
			u.kern[pair{g.ID, r.Glyphs[i].ID}] = g.Advance - u.width(g.ID)
		}
	}
}

// width is a glyph's advance without kerning.
func (u *usedFace) width(glyph uint32) int32 {
	w, ok := u.advance[glyph]
	if !ok {
		w = int32(u.face.Advance(glyph))
		u.advance[glyph] = w
	}
	return w
}

func (f *fontSet) used(r *text.Run) *usedFace {
	for _, u := range f.faces {
		if u.face == r.Face && u.weight == r.Weight {
			return u
		}
	}
	u := &usedFace{face: r.Face, weight: r.Weight, glyphs: map[rune]uint32{}, advance: map[uint32]int32{}, kern: map[pair]int32{}}
	f.faces = append(f.faces, u)
	return u
}

// appendFamilies appends the file's font-family list: the embedded typefaces
// under names of their own, since a page may hold several figures.
func (f *fontSet) appendFamilies(b []byte, prefix string) []byte {
	for i, u := range f.faces {
		if name := u.family(prefix); !slices.ContainsFunc(f.faces[:i], func(v *usedFace) bool { return v.family(prefix) == name }) {
			b = append(append(b, name...), ", "...)
		}
	}
	return append(b, families...)
}

func (u *usedFace) family(prefix string) string { return prefix + u.face.Family }

// rule is the rule for an embedded typeface, in pages in a form that only browsers read.
func (u *usedFace) rule(prefix string, page bool) ([]byte, error) {
	data, err := u.subset()
	if err != nil {
		return nil, fmt.Errorf("embedding the typeface: %w", err)
	}
	kind := "ttf"
	if page {
		kind, data = "woff", subset.WOFF(data)
	}
	const around = 100 // the names of the rule's properties
	b := make([]byte, 0, around+len(prefix)+base64.StdEncoding.EncodedLen(len(data)))
	b = append(b, `@font-face{font-family:`...)
	b = append(append(b, u.family(prefix)...), `;font-weight:`...)
	b = layout.AppendNumber(b, float64(u.weight))
	b = append(append(append(b, `;src:url(data:font/`...), kind...), `;base64,`...)
	return append(base64.StdEncoding.AppendEncode(b, data), ")}\n"...), nil
}

// subset is the face cut down to what the file uses.
func (u *usedFace) subset() ([]byte, error) {
	glyphs := slices.Sorted(maps.Values(u.glyphs))
	kern := func(l, r uint32) int16 { return int16(u.kern[pair{l, r}]) }
	return subset.Font(u.face.Data(), slices.Compact(glyphs), u.glyphs, kern)
}
