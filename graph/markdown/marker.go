package markdown

import (
	"strings"
)

// maxMarker bounds the length of a line that announces a list, in bytes.
const maxMarker = 90

// marker says what a paragraph announces: resources, topics, tasks, or the
// prerequisites of its section. links are those on a marking line itself.
func (r *reader) marker(spans []span) (m mode, links []ref, wants []want) {
	size := 0
	for _, s := range spans {
		size += len(s.text)
		if s.style&breaks != 0 {
			break
		}
		if size > 400 {
			return asIs, nil, nil
		}
	}
	text := squeeze(textOf(spans))
	name, rest, colon := cutMarker(text)
	key := fold(name)
	if key == "" || len(name) > maxMarker {
		return asIs, nil, r.sentenceWants(spans)
	}
	w := words()
	if colon && w.prerequisites.has(key) && rest != "" {
		return asIs, nil, []want{{text: rest, refs: linksOf(spans), at: spans[0].at, reason: "line " + quote(name)}}
	}
	marks := colon || boldEnd(spans) == len(spans) || len(spans) > 0 && w.resources.has(key)
	if !marks || rest != "" && len(linksOf(spans)) == 0 {
		return asIs, nil, r.sentenceWants(spans)
	}
	switch m = modeOf(key); m {
	case asResources:
		return m, linksOf(spans), nil
	case asIs:
		if len(linksOf(spans)) > 0 {
			return asIs, nil, r.sentenceWants(spans)
		}
	}
	return m, nil, nil
}

// cutMarker splits "Resources: …" at its colon.
func cutMarker(s string) (name, rest string, colon bool) {
	i := strings.IndexAny(s, ":：")
	for i >= 0 && shortcode(s[i:]) > 0 { // ":books: Resources:"
		n := i + shortcode(s[i:])
		j := strings.IndexAny(s[n:], ":：")
		if j < 0 {
			i = -1
			break
		}
		i = n + j
	}
	if i < 0 {
		return s, "", false
	}
	return s[:i], strings.TrimLeft(s[i:], ":： *"), true
}

// modeOf knows a marking line by its words: the whole, or for up to five words
// its first or last one ("Recommended videos", "Resources for beginners").
func modeOf(key string) mode {
	w := words()
	switch {
	case w.resources.has(key):
		return asResources
	case w.topics.has(key):
		return asTopics
	case w.tasks.has(key):
		return asTasks
	case w.prerequisites.has(key):
		return asPrerequisites
	}
	spaces := strings.Count(key, " ")
	if spaces == 0 || spaces > 4 {
		return asIs
	}
	first, last := key[:strings.IndexByte(key, ' ')], key[strings.LastIndexByte(key, ' ')+1:]
	switch {
	case w.resources.has(last) || w.resources.has(first) && first != "read" && first != "watch":
		return asResources
	case w.topics.has(last):
		return asTopics
	case w.tasks.has(last):
		return asTasks
	}
	return asIs
}

// linksOf are the links of a run, once each.
func linksOf(spans []span) []ref {
	var out []ref
	for _, s := range spans {
		if s.url == "" || s.style&picture != 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].url == s.url {
			out[n-1].text += s.text
			continue
		}
		out = append(out, ref{s.text, s.url, s.at})
	}
	return out
}
