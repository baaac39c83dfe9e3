package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// aspect is the value of --aspect, width to height: "16:9" or "1.78". It is kept
// as a number in the layout's options.
type aspect struct{ ratio *float64 }

func (a aspect) Type() string { return "W:H" }

func (a aspect) String() string {
	if a.ratio == nil || *a.ratio == 0 {
		return ""
	}
	return strconv.FormatFloat(*a.ratio, 'g', -1, 64)
}

func (a aspect) Set(s string) error {
	w, h, hasHeight := strings.Cut(s, ":")
	if !hasHeight {
		h = "1"
	}
	width, err1 := strconv.ParseFloat(w, 64)
	height, err2 := strconv.ParseFloat(h, 64)
	ratio := width / height
	if err1 != nil || err2 != nil || !(ratio > 0) || math.IsInf(ratio, 0) {
		return fmt.Errorf("%q is not a shape such as 16:9", s)
	}
	*a.ratio = ratio
	return nil
}
