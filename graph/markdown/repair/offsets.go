package repair

import "sort"

// Map leads from offsets in repaired text to offsets in the source. The zero
// Map leads each offset to itself. It costs four integers a repaired character.
type Map struct {
	passes [][]shift // the first pass first
}

// shift is one repaired character: fixed[fixed:fixedEnd] stood at
// source[source:sourceEnd].
type shift struct {
	fixed, fixedEnd, source, sourceEnd int
}

// Source is the offset in the source of what stands at the given byte offset
// of the repaired text. Offsets inside a repaired character lead to its start.
// The time is logarithmic in the number of repaired characters.
func (m Map) Source(offset int) int {
	for i := len(m.passes) - 1; i >= 0; i-- {
		offset = back(m.passes[i], offset)
	}
	return offset
}

func back(shifts []shift, offset int) int {
	after := sort.Search(len(shifts), func(i int) bool { return shifts[i].fixed > offset })
	if after == 0 {
		return offset
	}
	s := shifts[after-1]
	if offset < s.fixedEnd {
		return s.source
	}
	return s.sourceEnd + offset - s.fixedEnd
}
