package png

import (
	"context"
	"io"
	"math"

	"github.com/klauspost/compress/zlib"

	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// level is the deflate level: lower ones save a few milliseconds, higher ones
// cost a hundred, for a few percent of the size either way.
const level = 5

// pxPerMeter is 96 px to the inch.
const pxPerMeter = 3780

// meta is what a file says besides its pixels.
type meta struct {
	title, description string
	metadata           string // see package metadata
	scale              int
}

// picture is a diagram that is drawn in bands of so many rows at most. Memory grows
// neither with its height nor with what it shows, beside the diagram itself.
type picture struct {
	bands         *render.Bands
	canvas        *canvas
	width, height int
	rows          int
}

// newPicture measures a diagram and allocates the one band that is drawn on.
func newPicture(ctx context.Context, d *layout.Diagram, t *themes.Theme, scale, rows int) (*picture, error) {
	glyphs := coverage.NewGlyphs()
	bands, err := render.NewBands(ctx, d, t, &gauge{scale: float64(scale), glyphs: glyphs})
	if err != nil {
		return nil, err
	}
	width, height := pixelsOf(d, scale)
	rows = min(rows, height)
	return &picture{bands, newCanvas(width, height, rows, float64(scale), glyphs), width, height, rows}, nil
}

// pixelsOf is the size of the picture of a diagram.
func pixelsOf(d *layout.Diagram, scale int) (width, height int) {
	return int(math.Ceil(d.Width * float64(scale))), int(math.Ceil(d.Height * float64(scale)))
}

// draw draws all rows and hands them on, each as it was drawn.
func (p *picture) draw(ctx context.Context, do func(pix []uint8) error) error {
	for top := 0; top < p.height; top += p.rows {
		bottom := min(top+p.rows, p.height)
		p.canvas.begin(top, bottom)
		if err := p.bands.Paint(ctx, p.canvas, top, bottom); err != nil {
			return err
		}
		for y := top; y < bottom; y++ {
			if err := do(p.canvas.row(0, y)); err != nil {
				return err
			}
		}
	}
	return nil
}

// encode writes the picture as a PNG file. The standard library's encoder takes
// four times as long: it tries filters that never pay on flat colours.
func (p *picture) encode(ctx context.Context, w io.Writer, m meta) error {
	seen := newSurvey()
	err := p.draw(ctx, func(pix []uint8) error {
		seen.row(pix)
		return nil
	})
	if err != nil {
		return err
	}
	to := seen.pixels()

	c := chunks{w: w, buf: []byte("\x89PNG\r\n\x1a\n")}
	c.begin("IHDR")
	c.uint32(p.width)
	c.uint32(p.height)
	c.bytes(8, to.kind, 0, 0, 0)
	c.end()
	if to.kind == typePalette {
		c.palette(to.palette)
	}
	c.begin("pHYs")
	c.uint32(pxPerMeter * m.scale)
	c.uint32(pxPerMeter * m.scale)
	c.bytes(1) // the unit is the metre
	c.end()
	c.text("Title", m.title)
	c.text("Description", m.description)
	c.text(metadata.Keyword, m.metadata)
	d := data{chunks: &c, spare: &seen.runs.spare} // runs that were read make room for what is packed
	if err := p.pack(ctx, &d, to, &seen.runs); err != nil {
		return err
	}
	d.close()
	c.begin("IEND")
	c.end()
	c.flush()
	return c.err
}

// pack packs the rows of a picture that was seen once, and draws it again if its runs
// were too many to be kept. It looks at the context before every row.
func (p *picture) pack(ctx context.Context, w io.Writer, to *pixels, kept *runs) error {
	z, err := zlib.NewWriterLevel(w, level)
	if err != nil {
		return err
	}
	write := func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		_, err := z.Write(to.line)
		return err
	}
	if kept.lost {
		err = p.draw(ctx, func(pix []uint8) error {
			to.row(pix)
			return write()
		})
	} else {
		left := 0 // of the row
		kept.all(func(place, n int) bool {
			if left == 0 {
				to.begin()
				left = p.width
			}
			to.add(place, n)
			if left -= n; left == 0 {
				err = write()
			}
			return err == nil
		})
	}
	if err != nil {
		return err
	}
	return z.Close()
}
