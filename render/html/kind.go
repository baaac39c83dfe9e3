package html

import (
	"net/url"
	"path"
	"strings"
)

// hosts tell what their pages are: the key of a word.
var hosts = map[string]string{
	"youtube.com": "video", "youtu.be": "video", "vimeo.com": "video", "bilibili.com": "video", "ted.com": "video",
	"arxiv.org": "paper", "doi.org": "paper", "dl.acm.org": "paper", "openreview.net": "paper", "semanticscholar.org": "paper",
	"github.com": "code", "gitlab.com": "code", "bitbucket.org": "code", "codeberg.org": "code", "kaggle.com": "code", "colab.research.google.com": "code",
	"coursera.org": "course", "edx.org": "course", "udemy.com": "course", "udacity.com": "course", "khanacademy.org": "course", "ocw.mit.edu": "course",
}

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
		if kind := hosts[host]; kind != "" {
			return kind
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}
