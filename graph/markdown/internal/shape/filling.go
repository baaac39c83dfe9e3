package shape

import "slices"

// A filler finds what stands below sections.
type filler struct {
	places []*place // by node, of those that were sections
	roles  []Role   // by node, of what is being found
	topics []*Node  // the same

	newPlaces   stock[place]
	newFillings stock[filling]
	newAsked    stock[*matter]
	newSaid     stock[*decision]
	newRoles    stock[Role]
	newTopics   stock[*Node]
	newReadings stock[Reading]
}

// A place is what is known of a node as a section.
type place struct {
	kinds    [tableClass + 1]int32 // what stands below it, see kindsOf
	modes    [modes]*filling       // with nothing else kept below
	judgment                       // of the one that was found unit by unit
	last     *filling              // that was found
	drawn    int32                 // how many that draw something else
}

// A filling is what a reading has below a section. It is the same in all schemes that have
// the section, and mostly in several modes: it is found once, and drawn by many readings.
type filling struct {
	roles  []Role             // of all nodes below the section, in their order
	topics []*Node            // among them
	levels [topicLevels]int32 // on which these are
	level  int32              // on which most are
	drawn  int32              // the number of what it draws, among all of the section
	before *filling           // of the section that was found
}

// nothing is what stands below a section without lists, tables or headings.
var nothing filling

// place is what is known of a section.
func (j *learned) place(section *Node) *place {
	p := &j.places[section.Index]
	if *p == nil {
		*p = j.newPlaces.one()
		j.t.kindsOf(section, &(*p).kinds)
	}
	return *p
}

// fill finds the fillings of all sections in a mode, in place of those in another one.
func (j *learned) fill(d *drawing, m mode) {
	d.mode, j.mode, d.filled = m, m, d.filled[:0]
	j.judgment, j.leaned = judgment{j.asked[:0], j.said[:0]}, j.leaned[:0]
	for i := range d.sections {
		d.filled = append(d.filled, j.filled(&d.kept, i))
	}
}

// filled finds the filling of the i-th section. Where units lean to one decision, as where
// something else is kept below the section, it is another one in every reading.
func (j *learned) filled(k *kept, i int) *filling {
	section := k.sections[i]
	if len(section.units) == 0 {
		return &nothing
	}
	p, same := j.place(section), k.alone[i] && j.mode != alike
	if same && p.modes[j.mode] != nil {
		if j.mode == judged {
			j.asked, j.said = append(j.asked, p.asked...), append(j.said, p.said...)
		}
		return p.modes[j.mode]
	}
	asked, said := len(j.asked), len(j.said)
	copy(j.roles[section.Index:section.end], k.bare[section.Index:section.end])
	(&Reading{k.Scheme, j.roles}).fill(section, section, j, 0)
	for i := section.Index; i < section.end; i++ {
		if k.framed[i] != k.bare[i] {
			j.roles[i] = k.framed[i]
		}
	}
	f := j.filling(p, section)
	if same {
		p.modes[j.mode] = f
		if j.mode == judged {
			p.judgment = judgment{j.newAsked.keep(j.asked[asked:]), j.newSaid.keep(j.said[said:])}
		}
	}
	return f
}

// filling is what was just found below a section.
func (j *learned) filling(p *place, section *Node) *filling {
	from, drawn := section.Index+1, p.drawn
	roles, topics, levels := j.roles[from:section.end], j.topics[:0], [topicLevels]int32{}
	for i := 0; i < len(roles); i++ {
		switch roles[i] {
		case Topic:
			n := j.t.Nodes[from+i]
			topics = append(topics, n)
			levels[topicLevel(section, n)]++
		case Section: // what is below it is its own
			i = j.t.Nodes[from+i].end - from - 1
		}
	}
	j.topics = topics
	for f := p.last; f != nil; f = f.before {
		if string(f.roles) == string(roles) {
			return f
		}
		if slices.Equal(f.topics, topics) {
			drawn = f.drawn
		}
	}
	f := j.newFillings.one()
	*f = filling{j.newRoles.keep(roles), j.newTopics.keep(topics), levels, mostOf(levels), drawn, p.last}
	p.last, p.drawn = f, max(p.drawn, drawn+1)
	return f
}

// tally takes together what was found unit by unit, so that units of one sort can lean to
// one decision, and says whether any of them comes to another one by that.
func (j *learned) tally() bool {
	clear(j.tallies)
	for _, x := range j.asked {
		t := &j.tallies[x.sort]
		for a, n := range x.scores {
			t.scores[a] += max(int(n), never)
		}
		t.n++
	}
	return slices.ContainsFunc(j.asked, func(x *matter) bool {
		// The views of a table are compared with each other.
		return j.tallies[x.sort].n > 1 && (x.unit.isView() || choose(j.leaning(x)).action != x.judged.action)
	})
}

// reading makes the reading of a drawing.
func (j *learned) reading(d *drawing) *Reading {
	d.r = j.newReadings.one()
	*d.r = Reading{d.Scheme, j.newRoles.keep(d.framed)}
	for i, n := range d.sections {
		copy(d.r.Roles[n.Index+1:n.end], d.filled[i].roles)
	}
	return d.r
}
