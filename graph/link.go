package graph

import (
	"html"
	"strings"
)

// SafeLink returns an address, without space around it, if a click may lead
// there, else "". Whatever writes links, into figures and into files for other
// programs, asks here, for the text of a course may come from anybody. Links
// are of the scheme http, https or mailto, or relative to the document, or
// fragments.
//
// An address is taken as the most careless reader takes it: with its entities
// resolved, and a backslash for a slash. So what another program makes of it is
// allowed too; and a relative address does not name a host, as "//host" does.
func SafeLink(address string) string {
	address = strings.TrimSpace(address)
	for read, depth := address, 0; ; depth++ {
		if !isSafe(read) || depth > mostEntities {
			return ""
		}
		if isResolved(read) {
			return address
		}
		plain := strings.TrimSpace(html.UnescapeString(read))
		if plain == read {
			return address
		}
		read = plain
	}
}

// mostEntities bounds how deep entities are nested, as in "&amp;amp;".
const mostEntities = 3

// isResolved tells of most addresses that none of their entities could make them unsafe,
// without the table of all names, which is large and made when it is first asked for: it
// is of no use for "?v=1&list=2". The scheme or path has begun before them, all numbers
// and most names end with a semicolon, and the other names are of letters and signs, but
// for that of "&" itself.
func isResolved(address string) bool {
	begun, _, some := strings.Cut(address, "&")
	return !some || strings.ContainsAny(begun, ":/?#") &&
		!strings.Contains(address, ";") && !strings.Contains(address, "&#") &&
		!strings.Contains(address, "&amp") && !strings.Contains(address, "&AMP")
}

func isSafe(address string) bool {
	if strings.ContainsFunc(address, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
		return false // browsers leave some of them out, which makes other words
	}
	slashed := strings.ReplaceAll(address, `\`, "/")
	if strings.HasPrefix(slashed, "//") {
		return false
	}
	end := strings.IndexAny(slashed, ":/?#")
	if end < 0 || slashed[end] != ':' {
		return true
	}
	switch strings.ToLower(slashed[:end]) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// WebLink is [SafeLink] for what has no document that a link could be relative
// to: only addresses of the schemes http and https.
func WebLink(address string) string {
	address = SafeLink(address)
	scheme, _, _ := strings.Cut(address, "://")
	switch strings.ToLower(scheme) {
	case "http", "https":
		return address
	}
	return ""
}
