package page

import "slices"

// unfold takes the labels off folds that only say that something is folded away: the
// same one below heading after heading, each time alone, as "Open the list of recipes" is.
// No word of it has to be known. What a fold holds then stands where that stood.
func (d *Document) unfold() {
	type uses struct {
		of    []*Element // what the folds stand below
		names bool       // one stands beside others, or says what it holds
	}
	labels := map[string]*uses{}
	note := func(e *Element) {
		folds := 0
		for _, k := range e.Kids {
			if k.Kind == Summary {
				folds++
			}
		}
		for _, k := range e.Kids {
			if k.Kind != Summary {
				continue
			}
			u := labels[Fold(k.Title)]
			if u == nil {
				u = &uses{}
				labels[Fold(k.Title)] = u
			}
			u.of = append(u.of, e)
			u.names = u.names || folds > 1 || e.Kind != Heading || k.Note != nil || k.Class&aside != 0
		}
	}
	note(d.Root)
	d.Root.Each(note)
	for _, u := range labels { // in any order: each changes what no other does
		if u.names || len(u.of) < minRecurs {
			continue
		}
		for _, e := range u.of {
			i := slices.IndexFunc(e.Kids, func(k *Element) bool { return k.Kind == Summary })
			fold := e.Kids[i]
			for _, k := range fold.Kids {
				k.Parent = e
			}
			e.Kids = slices.Replace(e.Kids, i, i+1, fold.Kids...)
			e.Paras += fold.Paras
			e.Links = append(e.Links, fold.Links...)
			e.Want(fold.Wants()...)
			e.Picture(fold.Images()...)
			e.leave(fold.Left()...)
		}
	}
}
