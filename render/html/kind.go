package html

import (
	"net/url"
	"path"
	"strings"
)

// kindOf is what a resource is by its address: the key of a word, or "".
func kindOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".pdf":
		return "paper"
	case ".ipynb", ".py", ".js", ".go":
		return "code"
	case ".mp4", ".webm", ".mov":
		return "video"
	}
	for host := strings.ToLower(u.Hostname()); host != ""; {
		if kind := kindOfHost(host); kind != "" {
			return kind
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// kindOfHost is what the pages of a host are, likewise.
func kindOfHost(host string) string {
	switch host {
	case "youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "ted.com":
		return "video"
	case "arxiv.org", "doi.org", "dl.acm.org", "openreview.net", "semanticscholar.org":
		return "paper"
	case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "kaggle.com", "colab.research.google.com":
		return "code"
	case "coursera.org", "edx.org", "udemy.com", "udacity.com", "khanacademy.org", "ocw.mit.edu":
		return "course"
	}
	return ""
}
