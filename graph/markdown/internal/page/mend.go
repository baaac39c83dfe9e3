package page

import (
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/repair"
)

// mend repairs text that was decoded with the wrong table and keeps the way
// back to the places in the file. It says so once, at the first damage.
func (s *source) mend(src []byte, r *Reporter) []byte {
	fixed, note := repair.Text(src)
	s.written = string(src)
	if note.Characters == 0 && len(fixed) == len(src) {
		return fixed
	}
	s.offsets, s.mended = note.Offsets, true
	r.Report(codes.Damaged, s.place(note.First), "save the file as UTF-8", "%s", note)
	return fixed
}
