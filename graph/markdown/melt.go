package markdown

// melt makes lines of headings that only say what the list below them is
// ("### Resources" in every week), and of summaries that hold nothing. A
// numbered heading is a chapter and stays. It says whether there were any.
func (d *document) melt(root *heading) bool {
	titles := map[string]int{} // of headings that may be lines
	root.each(func(h *heading) {
		if key := fold(h.title); len(h.kids) == 0 && h.number == "" && modeOf(key) != asIs {
			titles[key]++
		}
	})
	melted := false
	var walk func(h *heading)
	walk = func(h *heading) {
		kept := h.kids[:0]
		for _, k := range h.kids {
			key := fold(k.title)
			m := modeOf(key)
			switch {
			case k.details && (k.weight == 0 || len(k.kids) > 0) && k.kind == noNoise:
				melted = true
				h.blocks = append(h.blocks, k.blocks...)
				h.images = append(h.images, k.images...)
				kept = append(kept, k.kids...)
			case h != root && len(k.kids) == 0 && k.number == "" && m != asIs && titles[key] > 1:
				melted = true
				h.blocks = append(h.blocks, block{kind: ruleBlock, at: k.at}, block{kind: paragraphBlock, at: k.at, mode: m})
				h.blocks = append(h.blocks, k.blocks...)
				h.blocks = append(h.blocks, block{kind: ruleBlock, at: k.at})
				h.images = append(h.images, k.images...)
			default:
				kept = append(kept, k)
			}
		}
		h.kids = kept
		for _, k := range h.kids {
			walk(k)
		}
	}
	walk(root)
	return melted
}
