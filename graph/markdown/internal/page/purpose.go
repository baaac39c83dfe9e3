package page

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// purpose says what the text of a comment is for, and where its settings begin;
// of one that seems to be meant for roadmapviz without being so, what to write
// instead. What can mean nothing else is taken in any case and with any spaces.
func purpose(s string) (kind string, at int, odd string) {
	start := skip(s, 0, isSpace)
	at = skip(s, start, isLetter)
	word := s[start:at]
	colon := skip(s, at, isSpace)
	behind := strings.TrimPrefix(strings.TrimPrefix(s[colon:], ":"), "：")
	hasColon := len(behind) < len(s)-colon
	at = len(s) - len(behind)
	verbAt := skip(s, at, isSpace)
	verbEnd := skip(s, verbAt, isLetter)
	verb := strings.ToLower(s[verbAt:verbEnd])
	known, valued := isNote(behind)
	switch {
	case strings.EqualFold(word, "roadmap"):
		switch {
		case hasColon && (verb == "begin" || verb == "end"):
			return "", 0, aroundBlocks
		case s[start:at] == "roadmap:", hasColon && known:
			return Annotation, at, ""
		case hasColon && valued, known && colon > start+len(word):
			return "", 0, aroundNotes
		}
	case strings.EqualFold(word, "roadmapviz"):
		switch {
		case hasColon && verb == "begin":
			return Block, verbEnd, ""
		case hasColon && verb == "end":
			return blockEnd, verbEnd, ""
		case hasColon && known:
			return "", 0, aroundNotes
		case verb == "begin", verb == "end", hasColon && nearest.Name(verb, []string{"begin", "end"}) != "":
			return "", 0, aroundBlocks
		}
	}
	return "", 0, ""
}

// What to write instead of what seems to be meant for roadmapviz.
const (
	aroundNotes  = `write "roadmap:" and keys that exist if it is an annotation`
	aroundBlocks = `write "roadmapviz:begin" and "roadmapviz:end" around a block`
)

// isNote says whether a text is an annotation with keys that exist and no other,
// and whether one that exists has a value.
func isNote(s string) (known, valued bool) {
	all, none := true, true
	for _, set := range settings(s) {
		exists := slices.Contains(noteKeys, set.Key)
		all, none = all && exists, none && !exists
		valued = valued || exists && set.HasValue
		if !all && valued || set.Key == Figure {
			break
		}
	}
	return all && !none, valued
}

// hasCandidate says whether a text may hold a comment for roadmapviz.
func hasCandidate(s string) bool {
	for {
		_, behind, ok := strings.Cut(s, "<!--")
		if !ok {
			return false
		}
		if isCandidate(behind) {
			return true
		}
		s = behind
	}
}

// isCandidate says whether what stands behind "<!--" begins with our name.
func isCandidate(s string) bool {
	s = s[skip(s, 0, isSpace):]
	return len(s) >= len("roadmap") && strings.EqualFold(s[:len("roadmap")], "roadmap")
}
