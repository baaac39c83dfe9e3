package shape

import "slices"

// A drawing is what a reading would draw, with the counts that rank it. It is made in
// steps, each of which stands for the next ones: a scheme's parts and sections are kept
// (once for all modes), these are filled, the roles are given, and all is counted.
type drawing struct {
	kept
	mode   mode
	filled []*filling // the sections
	r      *Reading
	t      *Tree
	inner
}

// isCourse says whether a drawing shows anything that is a course: a topic, or several
// sections that hold something.
func (d *drawing) isCourse() bool {
	return len(d.sections) > 1 || slices.ContainsFunc(d.filled, func(f *filling) bool { return len(f.topics) > 0 })
}

// draw makes what a scheme would draw in a way, and counts it. What ranks it may have to be
// learned yet.
func (j *learned) draw(s *Scheme, w way) *drawing {
	j.ready()
	d := j.prepare(s, w)
	j.fill(d, w.mode)
	j.reading(d)
	d.kept.count(j)
	d.count(j)
	return d
}

// prepare finds the parts and sections of a scheme, and makes the judge ready to fill
// these in a way.
func (j *learned) prepare(s *Scheme, w way) *drawing {
	d := &drawing{t: j.t}
	j.keep(&d.kept, s, w.keeps)
	d.frame(j.t)
	if w.mode == alike {
		j.fill(d, judged)
		j.tally()
	}
	j.mode = w.mode
	return d
}
