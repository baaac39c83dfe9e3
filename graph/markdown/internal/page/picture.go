package page

import (
	"slices"
	"strings"
)

// An Other is an image that a page may show in the place of a picture. Mode is
// "light" or "dark" if that is so on such pages.
type Other struct{ URL, Mode string }

// newPicture makes a picture of a span, with what a <picture> around it has besides.
func (r *reader) newPicture(s span) Picture {
	return Picture{URL: s.url, Alt: s.text, At: s.at, Others: others(r.src, s.at)}
}

// picturesTo are the links that pictures are: "[![Open in Colab](…)](…)".
func picturesTo(spans []span) []Ref {
	var out []Ref
	for _, s := range spans {
		if s.to != "" && hasLetter(s.text) {
			out = append(out, Ref{s.text, s.to, s.at})
		}
	}
	return out
}

// others are the sources in the <picture> whose <img> stands at a place. Nothing
// but they and spaces stands between, so that not much is looked at.
func others(src string, at int) []Other {
	if at < 0 || at >= len(src) || src[at] != '<' {
		return nil
	}
	var all []Other // from the last one to the first
	for {
		before := strings.TrimRight(src[:at], " \t\n>") // the tag's end, and a quote's mark
		if at = strings.LastIndexByte(before, '<'); at < 0 {
			return nil
		}
		switch t, end := nextTag(src, at); {
		case end < len(before) || t.closes:
			return nil
		case t.name == "picture":
			slices.Reverse(all)
			return all
		case t.name != "source":
			return nil
		default:
			found := candidates(t)
			slices.Reverse(found)
			all = append(all, found...)
		}
	}
}

// candidates are the images that a <source> names.
func candidates(t tag) []Other {
	mode := ""
	if media := strings.ToLower(t.attr("media")); strings.Contains(media, "prefers-color-scheme") {
		for _, m := range []string{"light", "dark"} {
			if strings.Contains(media, m) {
				mode = m
			}
		}
	}
	var all []Other
	// An address may hold commas, and ends at a space: "a,b.svg 1x, c.svg 2x".
	for rest := strings.TrimLeft(t.attr("srcset"), " \t\n,"); rest != ""; rest = strings.TrimLeft(rest, " \t\n,") {
		end := strings.IndexAny(rest, " \t\n")
		if end < 0 {
			end = len(rest)
		}
		url, isLast := strings.CutSuffix(rest[:end], ",")
		all = append(all, Other{strings.TrimRight(url, ","), mode})
		if rest = rest[end:]; !isLast {
			_, rest, _ = strings.Cut(rest, ",")
		}
	}
	return all
}
