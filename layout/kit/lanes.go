package kit

import "math"

// Lanes gives out parallel lanes to lines that run side by side, each for the
// stretch that it occupies: the first lane that is free there, so that few
// are needed. Lines must come in the order in which their stretches begin.
type Lanes struct {
	// Most is the number of lanes; when all are taken, the one that is free
	// first is shared. 0 means as many as it takes.
	Most int
	// Gap is left free between two stretches in one lane, px.
	Gap  float64
	free []float64 // where each lane becomes free
}

// Take occupies a lane from start to end and returns its number, from 0.
func (l *Lanes) Take(start, end float64) int {
	lane := -1
	for i, free := range l.free {
		if free <= start {
			lane = i
			break
		}
	}
	switch {
	case lane >= 0:
	case l.Most == 0 || len(l.free) < l.Most:
		lane = len(l.free)
		l.free = append(l.free, math.Inf(-1))
	default:
		for i, free := range l.free {
			if lane < 0 || free < l.free[lane] {
				lane = i
			}
		}
	}
	l.free[lane] = max(l.free[lane], end+l.Gap)
	return lane
}

// Count is the number of lanes given out so far.
func (l *Lanes) Count() int { return len(l.free) }
