package themes

import "slices"

// state derives what a family's roles change in a state. A state that changes
// the fill or the writing of a box gives both, so that they fit whatever
// other states the box has. What all roles of a family have in common becomes the
// family's.
func (d *deriver) state(family, state string) {
	var members []string
	for _, r := range roles() {
		if familyOf(r.Name) == family {
			members = append(members, r.Name)
		}
	}
	colors := map[string][]setting{} // of each key, one a member, in order
	for _, w := range styleKeys {
		key := w.Name
		if !(setting{key: key}).isColor() {
			continue
		}
		for _, role := range members {
			sets := d.from.sets(role, state, key)
			if key == "fill" || key == "text" {
				sets = d.from.sets(role, state, "fill") || d.from.sets(role, state, "text")
			}
			if !sets {
				continue
			}
			s := d.style(role, []string{state})
			v := s.get(key)
			v.word = role
			colors[key] = append(colors[key], v)
		}
		of := colors[key]
		if family == "" || len(of) < len(members) {
			continue
		}
		common := mostCommon(of)
		d.add(selector{family, state}, common)
		colors[key] = slices.DeleteFunc(of, func(v setting) bool {
			// What a role says for itself it has to say again, to those that extend the same theme.
			return v.color == common.color && !has(d.from.states[selector{v.word, state}], key)
		})
	}
	for _, from := range append([]string{family}, members...) {
		at := selector{from, state}
		for _, v := range d.from.states[at] {
			if from != "" && !v.isColor() {
				d.add(at, v)
			}
		}
	}
	for _, w := range styleKeys {
		for _, v := range colors[w.Name] {
			d.add(selector{v.word, state}, v)
		}
	}
}

func (d *deriver) add(at selector, v setting) {
	v.at = place{}
	if v.isColor() {
		v.word = ""
	}
	d.to.states[at] = append(d.to.states[at], v)
}

// mostCommon is the value that most have, the first of several.
func mostCommon(of []setting) setting {
	best, most := of[0], 0
	for _, v := range of {
		n := 0
		for _, w := range of {
			if v.color == w.color {
				n++
			}
		}
		if n > most {
			best, most = v, n
		}
	}
	return best
}
