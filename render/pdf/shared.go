package pdf

import (
	"fmt"
	"strconv"

	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/render/internal/pathdata"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// resources are what pages refer to by name: typefaces, icons, shadows, and how
// translucent things are. All pages share them.
type resources struct {
	file    *file
	alphas  [256]bool
	states  ref // the dictionary of alphas
	objects []ref
	icons   map[string]string // by what they are
	masks   map[shadowMask]ref
	words   map[wordKey]wordShadow
	images  map[softImage]string
	fonts   []*usedFont
	byFace  map[*text.Face]*usedFont
	glyphs  *coverage.Glyphs // for the shadows of text; nil until one is needed
}

func newResources(f *file) resources {
	return resources{
		file: f, states: f.reserve(), icons: map[string]string{}, masks: map[shadowMask]ref{},
		words: map[wordKey]wordShadow{}, images: map[softImage]string{}, byFace: map[*text.Face]*usedFont{},
	}
}

// alpha is the name of an opacity, from 0 to 255.
func (s *resources) alpha(a uint8) string {
	s.alphas[a] = true
	return "/A" + strconv.Itoa(int(a))
}

// object names something that pages draw by reference.
func (s *resources) object(r ref) string {
	s.objects = append(s.objects, r)
	return "/X" + strconv.Itoa(len(s.objects))
}

// icon is the name of an icon's form, which is written when it is first used. Icons of
// one name may differ in their ink.
func (s *resources) icon(icon icons.Icon) string {
	key := icon.Name
	for _, shape := range icon.Shapes {
		if shape.Ink {
			key += shape.Fill.Hex()
			break
		}
	}
	name, known := s.icons[key]
	if !known {
		dict := append(appendNumbers([]byte("/Type/XObject/Subtype/Form/BBox[0 0 "), icon.W, icon.H), "]/Resources<</ExtGState "...)
		name = s.object(s.file.addStream(append(appendRef(dict, s.states), ">>"...), s.iconShapes(icon)))
		s.icons[key] = name
	}
	return name
}

func (s *resources) iconShapes(icon icons.Icon) (b []byte) {
	fill := themes.Color{A: 255}
	for _, shape := range icon.Shapes {
		if shape.Fill.A == 0 {
			continue
		}
		if shape.Fill.A != fill.A {
			b = append(append(b, s.alpha(shape.Fill.A)...), " gs\n"...)
		}
		b = append(appendColor(b, shape.Fill), "rg\n"...)
		fill = shape.Fill
		pathdata.Trace(shape.Data, func(verb byte, at []float64) {
			b = appendNumbers(b, at...)
			b = append(b, map[byte]byte{'M': 'm', 'L': 'l', 'C': 'c', 'Z': 'h'}[verb], ' ')
		})
		if shape.EvenOdd {
			b = append(b, "f*\n"...)
		} else {
			b = append(b, "f\n"...)
		}
	}
	return b
}

// write writes what is left to write, and gives the dictionary of all.
func (s *resources) write() []byte {
	states := []byte("<<")
	for a, used := range s.alphas {
		if used {
			states = fmt.Appendf(states, "/A%d<</ca ", a)
			states = append(appendShare(states, uint8(a)), "/CA "...)
			states = append(appendShare(states, uint8(a)), ">>"...)
		}
	}
	s.file.put(s.states, append(states, ">>"...))
	b := append(appendRef([]byte("<</ExtGState "), s.states), "/XObject<<"...)
	for i, r := range s.objects {
		b = appendRef(fmt.Appendf(b, "/X%d ", i+1), r)
	}
	b = append(b, ">>/Font<<"...)
	for _, f := range s.fonts {
		b = appendRef(append(append(b, f.name...), ' '), f.write(s.file))
	}
	return append(b, ">>>>"...)
}
