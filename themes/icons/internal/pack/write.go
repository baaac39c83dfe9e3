package main

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The form of the pack; the package icons reads it.
const (
	boxSize = 32 // the longer side of a normalised icon
	unit    = 100
)

// write makes pack.idx and pack.bin.
func (p *pack) write(folder string) error {
	names := slices.Sorted(maps.Keys(p.icons))
	index := map[string]string{}
	for i, name := range names {
		index[name] = fmt.Sprint(i)
	}
	for alias, name := range p.aliases {
		if index[name] != "" && index[alias] == "" {
			index[alias] = "=" + name
		}
	}
	var idx strings.Builder
	for _, k := range slices.Sorted(maps.Keys(index)) {
		fmt.Fprintf(&idx, "%s\t%s\n", k, index[k])
	}
	var head, body []byte
	start := 4 * (len(names) + 1)
	for _, name := range names {
		head = binary.LittleEndian.AppendUint32(head, uint32(start+len(body)))
		looks, points := p.icons[name].streams()
		body = append(append(binary.AppendUvarint(body, uint64(len(looks))), looks...), points...)
	}
	head = binary.LittleEndian.AppendUint32(head, uint32(start+len(body)))
	if err := os.WriteFile(filepath.Join(folder, "pack.idx"), []byte(idx.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "pack.bin"), append(head, body...), 0o644)
}

// streams is an icon in bytes. The first stream holds its width and height, then
// shape by shape the colour, the flags, the number of segments and their verbs;
// the second the segments' points, each as the difference from the point before
// it in the shape, in hundredths, zigzag coded.
func (i icon) streams() (looks, points []byte) {
	scale := boxSize * unit / max(i.w, i.h)
	looks = binary.AppendUvarint(looks, uint64(math.Round(i.w*scale)))
	looks = binary.AppendUvarint(looks, uint64(math.Round(i.h*scale)))
	for _, s := range i.shapes {
		segments := simplify(s.path, scale)
		if len(segments) == 0 {
			continue
		}
		var flags byte
		if s.evenOdd {
			flags |= 1
		}
		if s.ink || i.ink {
			flags |= 2
		}
		looks = append(looks, s.r, s.g, s.b, s.a, flags)
		looks = binary.AppendUvarint(looks, uint64(len(segments)))
		var at [2]int
		for _, g := range segments {
			looks = append(looks, g.verb)
			for _, q := range g.p[:g.n] {
				points = binary.AppendVarint(points, int64(q[0]-at[0]))
				points = binary.AppendVarint(points, int64(q[1]-at[1]))
				at = q
			}
		}
	}
	return looks, points
}

// rounded is a segment on the grid of hundredths.
type rounded struct {
	verb byte
	n    int
	p    [3][2]int
}

// simplify rounds a path to the grid. A fill closes its subpaths anyway, so that
// Z goes, and with it lines of no length, and cubics that are lines.
func simplify(p path, scale float64) []rounded {
	var out []rounded
	var at [2]int
	for _, s := range p {
		g := rounded{verb: s.verb, n: segmentSize(s.verb)}
		for j := range g.n {
			g.p[j] = [2]int{int(math.Round(s.p[j].x * scale)), int(math.Round(s.p[j].y * scale))}
		}
		if s.verb == 'C' && onLine(at, g.p) {
			g = rounded{verb: 'L', n: 1, p: [3][2]int{g.p[2]}}
		}
		if g.n == 0 || g.verb == 'L' && g.p[0] == at {
			continue
		}
		if n := len(out); g.verb == 'M' && n > 0 && out[n-1].verb == 'M' {
			out = out[:n-1]
		}
		at = g.p[g.n-1]
		out = append(out, g)
	}
	if n := len(out); n > 0 && out[n-1].verb == 'M' {
		out = out[:n-1]
	}
	return out
}

// onLine tells whether a cubic's handles lie on the line between its ends.
func onLine(a [2]int, p [3][2]int) bool {
	dx, dy := p[2][0]-a[0], p[2][1]-a[1]
	for _, q := range p[:2] {
		ex, ey := q[0]-a[0], q[1]-a[1]
		along := ex*dx + ey*dy
		if across := ex*dy - ey*dx; across*across > dx*dx+dy*dy || along < 0 || along > dx*dx+dy*dy {
			return false
		}
	}
	return true
}
