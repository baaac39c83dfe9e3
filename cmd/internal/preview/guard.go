package preview

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// mostQuery bounds what may be chosen, in bytes.
const mostQuery = 8 << 10

// policy is that of the preview's own page: its scripts, styles and pictures come from
// here, and text never becomes markup.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src data:; connect-src 'self'; frame-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// admit tells whether a request is one of the author's browser for the preview's own
// page, and answers the others. Every answer says what browsers may do with it.
func (p *Preview) admit(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	switch {
	case !p.isOurs(r.Host):
		// Another site's name may lead here, whose scripts would then be of this origin.
		http.Error(w, "this preview is asked for by another name than its own: use http://127.0.0.1 or http://localhost with its port", http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "nothing is changed here: only GET and HEAD are answered", http.StatusMethodNotAllowed)
	case isForeign(r):
		http.Error(w, "other sites cannot use this preview", http.StatusForbidden)
	case len(r.URL.RawQuery) > mostQuery:
		http.Error(w, "the address is too long", http.StatusRequestURITooLong)
	default:
		return true
	}
	return false
}

// isOurs tells whether a host is this machine, as only its own browsers call it, or one
// that the user allows.
func (p *Preview) isOurs(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, name) {
		return true
	}
	_, err := netip.ParseAddr(name)
	return slices.ContainsFunc(p.config.Hosts, func(allowed string) bool {
		addr, noAddr := netip.ParseAddr(allowed)
		return strings.EqualFold(allowed, name) || err == nil && noAddr == nil && addr.IsUnspecified()
	})
}

// isForeign tells whether another site's page makes the request. A click on a link to
// the preview is the author's.
func isForeign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host && origin != "https://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	return r.URL.Path != "/" || r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}
