package icons

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// PointsOn tells the icons that point to where one reads on, and so the other way where
// that is from right to left.
func PointsOn(name string) bool { return name == "mark-skipped" || name == "mark-moved" }

// Mirrored is the icon with left and right exchanged.
func (i Icon) Mirrored() Icon {
	i.Shapes = slices.Clone(i.Shapes)
	for j := range i.Shapes {
		i.Shapes[j].Data = mirrored(i.Shapes[j].Data, i.W)
	}
	return i
}

// mirrored is a path whose every second number, beginning with the first, is as far from
// the other side.
func mirrored(data string, width float64) string {
	var b strings.Builder
	across, follows := true, false
	for data != "" {
		if strings.IndexByte("-.0123456789", data[0]) < 0 {
			if data[0] >= 'A' {
				b.WriteByte(data[0])
				follows = false
			}
			data = data[1:]
			continue
		}
		end := 1
		for end < len(data) && strings.IndexByte(".0123456789", data[end]) >= 0 {
			end++
		}
		v, _ := strconv.ParseFloat(data[:end], 64)
		if across {
			v = math.Round((width-v)*1000) / 1000
		}
		if follows {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
		data, across, follows = data[end:], !across, true
	}
	return b.String()
}
