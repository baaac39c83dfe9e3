package service

import (
	"net/http"
	"strconv"
	"strings"
)

// mostRanges bounds what is read of a header field that lists what a client takes.
const mostRanges = 64

// wish is an element of such a field.
type wish struct {
	value string // in lower case
	q     float64
}

// wishes are the elements of a header field, in their order.
func wishes(h http.Header, field string) []wish {
	var all []wish
	for element := range strings.SplitSeq(strings.Join(h.Values(field), ","), ",") {
		value, parameters, _ := strings.Cut(element, ";")
		value = strings.ToLower(strings.TrimSpace(value))
		if value == "" {
			continue
		}
		w := wish{value, 1}
		for p := range strings.SplitSeq(parameters, ";") {
			name, number, _ := strings.Cut(strings.TrimSpace(p), "=")
			if q, err := strconv.ParseFloat(number, 64); strings.EqualFold(name, "q") && err == nil && q >= 0 && q <= 1 {
				w.q = q
			}
		}
		if all = append(all, w); len(all) == mostRanges {
			break
		}
	}
	return all
}

// fits tells how closely a media range fits a type: not at all is 0, by name is 3.
func fits(mediaRange, mediaType string) int {
	kind, _, _ := strings.Cut(mediaType, "/")
	switch mediaRange {
	case mediaType:
		return 3
	case kind + "/*":
		return 2
	case "*/*":
		return 1
	}
	return 0
}

// acceptable is the index of the media type that a client likes best, by its Accept; -1
// if it takes none. Of those that it likes the same it is what it names, and what it
// names first; and else the first. Without an Accept it is the first.
func acceptable(h http.Header, types []string) int {
	wanted := wishes(h, "Accept")
	if len(wanted) == 0 {
		return 0
	}
	best, bestQ, bestFit, bestAt := -1, 0., 0, 0
	for i, mediaType := range types {
		q, fit, at := 0., 0, 0
		for j, w := range wanted { // the closest range says how much
			if f := fits(w.value, mediaType); f > fit {
				q, fit, at = w.q, f, j
			}
		}
		if q > bestQ || q > 0 && q == bestQ && (fit > bestFit || fit == bestFit && at < bestAt) {
			best, bestQ, bestFit, bestAt = i, q, fit, at
		}
	}
	return best
}
