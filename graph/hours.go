package graph

import (
	"strconv"
	"strings"
)

// Hours is how long the node takes by its attributes "hours", "duration" (or
// "time", "length") and "effort"; 0 if they do not say. A duration in weeks
// counts with the effort in hours a week; without it weeks, and months, say
// nothing about hours. Of a range, the middle counts.
func (n Node) Hours() float64 {
	if hours, unit := amount(n.Attributes["hours"]); hours > 0 && (unit == "" || unit == "hour") {
		return hours
	}
	effort, per := amount(n.Attributes["effort"])
	for _, name := range []string{"duration", "time", "length"} {
		switch value, unit := amount(n.Attributes[name]); unit {
		case "hour":
			return value
		case "minute":
			return value / 60
		case "week":
			if per == "hour" {
				return float64(value * effort)
			}
		case "month":
			if per == "hour" {
				return float64(value*effort) * 52 / 12
			}
		}
	}
	if per == "hour" && !strings.Contains(n.Attributes["effort"], "week") {
		return effort
	}
	return 0
}

// amount reads "3 weeks", "6-10 hours/week", "90 min" or "1.5h": the number,
// or the middle of two, and the unit that follows.
func amount(text string) (float64, string) {
	text = strings.ToLower(text)
	var numbers []float64
	for text != "" {
		end := 0
		for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == '.' && end > 0) {
			end++
		}
		if end > 0 {
			if v, err := strconv.ParseFloat(strings.TrimRight(text[:end], "."), 64); err == nil && v < 1e6 {
				numbers = append(numbers, v)
			}
			text = text[end:]
			continue
		}
		if u := unit(text); u != "" && len(numbers) > 0 {
			return middle(numbers), u
		}
		text = text[1:]
	}
	if len(numbers) == 0 {
		return 0, ""
	}
	return middle(numbers), ""
}

func middle(numbers []float64) float64 {
	if len(numbers) == 1 {
		return numbers[0]
	}
	return (numbers[0] + numbers[1]) / 2
}

// unit is the unit of time that text begins with.
func unit(text string) string {
	for _, u := range []struct{ prefix, unit string }{
		{"hour", "hour"}, {"hr", "hour"}, {"min", "minute"}, {"week", "week"}, {"wk", "week"}, {"month", "month"},
		{"h", "hour"}, {"w", "week"},
	} {
		if strings.HasPrefix(text, u.prefix) {
			return u.unit
		}
	}
	return ""
}
