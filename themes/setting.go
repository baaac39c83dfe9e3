package themes

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// setting is one key of a style and its value, in the field that fits the key.
// A list of settings is a style that knows what it leaves open.
type setting struct {
	key    string
	color  Color
	flag   bool
	number float64
	dash   []float64
	word   string
	at     place // of the value in the theme's own file; zero when it is inherited
}

func (s *Style) apply(settings []setting) {
	for i := range settings {
		s.set(&settings[i])
	}
}

func (s *Style) set(v *setting) {
	switch v.key {
	case "fill":
		s.Fill = v.color
	case "text":
		s.Text = v.color
	case "stroke":
		s.Stroke = v.color
	case "width":
		s.Width = v.number
	case "dash":
		s.Dash = v.dash
	case "radius":
		s.Radius = v.number
	case "arrow":
		s.Arrow = v.flag
	case "mark":
		s.Mark = v.word
	case "fade":
		s.Fade = v.number
	default:
		if key, ok := strings.CutPrefix(v.key, "textShadow."); ok {
			s.TextShadow.set(key, v)
		} else if key, ok := strings.CutPrefix(v.key, "shadow."); ok {
			s.Shadow.set(key, v)
		}
	}
}

// get is the setting of a key that makes it what it is in s.
func (s *Style) get(key string) (v setting) {
	v.key = key
	shadow, of := &s.Shadow, strings.TrimPrefix(key, "shadow.")
	if rest, ok := strings.CutPrefix(key, "textShadow."); ok {
		shadow, of = &s.TextShadow, rest
	}
	switch of {
	case "fill":
		v.color = s.Fill
	case "text":
		v.color = s.Text
	case "stroke":
		v.color = s.Stroke
	case "width":
		v.number = s.Width
	case "dash":
		v.dash = s.Dash
	case "radius":
		v.number = s.Radius
	case "arrow":
		v.flag = s.Arrow
	case "mark":
		v.word = s.Mark
	case "fade":
		v.number = s.Fade
	case "dx":
		v.number = shadow.DX
	case "dy":
		v.number = shadow.DY
	case "sigma":
		v.number = shadow.Sigma
	case "color":
		v.color = shadow.Color
	}
	return v
}

func (s *Shadow) set(key string, v *setting) {
	switch key {
	case "dx":
		s.DX = v.number
	case "dy":
		s.DY = v.number
	case "sigma":
		s.Sigma = v.number
	case "color":
		s.Color = v.color
	}
}

// parseSetting reads the value of a style's key. A list's items are separated
// by spaces.
func parseSetting(key, value string) (v setting, err error) {
	v.key = key
	switch lastStep(key) {
	case "fill", "text", "stroke", "color":
		v.color, err = ParseColor(value)
	case "dash":
		v.dash, err = parseDash(value)
	case "arrow":
		v.flag, err = parseFlag(value)
	case "mark":
		if v.word = value; value == "none" {
			v.word = ""
		}
	case "fade":
		if v.number, err = parseLength(value, 0); err != nil || v.number > 1 {
			err = fmt.Errorf("bad value %q: write a number from 0 to 1", value)
		}
	case "dx", "dy":
		v.number, err = parseLength(value, -maxLength)
	default:
		v.number, err = parseLength(value, 0)
	}
	return v, err
}

func lastStep(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

func (v setting) isColor() bool {
	switch lastStep(v.key) {
	case "fill", "text", "stroke", "color":
		return true
	}
	return false
}

func parseFlag(value string) (bool, error) {
	if value != "true" && value != "false" {
		return false, fmt.Errorf("bad value %q: write true or false", value)
	}
	return value == "true", nil
}

// maxLength bounds every length, so that a theme cannot make a renderer work
// for hours or leave the range of its arithmetic.
const maxLength = 1000

func parseLength(value string, least float64) (float64, error) {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(x) || x < least || x > maxLength {
		return 0, fmt.Errorf("bad length %q: write a number of px from %g to %d", value, least, maxLength)
	}
	return x, nil
}

// parseDash reads "32 12", or "" for a solid line. Dashes of a length of zero
// altogether would never end, so that they are refused.
func parseDash(value string) ([]float64, error) {
	var dash []float64
	var sum float64
	for field := range strings.FieldsSeq(value) {
		x, err := parseLength(field, 0)
		if err != nil {
			return nil, err
		}
		dash = append(dash, x)
		sum += x
	}
	if len(dash) > 0 && sum < 1 {
		return nil, fmt.Errorf("bad dash [%s]: the lengths must add up to 1 px or more", value)
	}
	return dash, nil
}
