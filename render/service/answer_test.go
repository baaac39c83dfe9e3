package service

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Everything that makes an answer another one makes another tag, and nothing else.
func TestTagsTellAnswersApart(t *testing.T) {
	s := newService(t)
	of := func(url, body string, header ...string) string {
		return post(t, s, url, body, header...).Header().Get("ETag")
	}
	first := of("/render?layout=tree&icons=false", cooking)
	if first != of("/render?icons=false&layout=tree", cooking) || first == "" {
		t.Error("the same order has another tag")
	}
	if first != of("/render", asJSON(t, map[string]any{"source": cooking, "options": map[string]any{"icons": false, "layout": "tree"}}), "Content-Type", "application/json") {
		t.Error("the same order as JSON has another tag")
	}
	seen := map[string]string{first: "the first"}
	for name, tag := range map[string]string{
		"document":    of("/render?layout=tree&icons=false", cooking+"- Salt\n"),
		"option":      of("/render?layout=timeline&icons=false", cooking),
		"less":        of("/render?layout=tree", cooking),
		"parts":       of("/render?part=Knives&part=Stock", cooking),
		"part":        of("/render?part=Stock", cooking),
		"format":      of("/render?layout=tree&icons=false&format=png", cooking),
		"name":        of("/render?layout=tree&icons=false&name=a.md", cooking),
		"diagnostics": of("/render?layout=tree&icons=false", cooking, "Accept", "application/json"),
		"coding":      of("/render?layout=tree&icons=false", cooking, "Accept-Encoding", "gzip"),
		"theme":       of("/render", asJSON(t, map[string]any{"source": cooking, "theme": theme}), "Content-Type", "application/json"),
		"list":        of("/list", cooking),
		"why":         of("/list?why=1&format=text", cooking),
		"why not":     of("/list?format=text", cooking),
	} {
		if other, ok := seen[tag]; ok {
			t.Errorf("%s has the tag of %s", name, other)
		}
		seen[tag] = name
	}
	other := New(Config{Version: "other", Log: s.config.Log})
	if tag := post(t, other, "/render?layout=tree&icons=false", cooking).Header().Get("ETag"); tag == first {
		t.Error("another version has the same tag")
	}
	got := post(t, s, "/render?layout=tree&icons=false", cooking, "If-None-Match", first)
	wantType(t, got, http.StatusPreconditionFailed, problemType)
}

func TestAnswersAreCompressed(t *testing.T) {
	s := newService(t)
	plain := post(t, s, "/render", cooking).Body.Bytes()
	png := post(t, s, "/render?format=png", cooking, "Accept-Encoding", "gzip, zstd")
	if png.Header().Get("Content-Encoding") != "" || png.Header().Get("Vary") != "Accept" {
		t.Error("a PNG is compressed twice", png.Header())
	}
	tags := map[string]bool{}
	for accepted, want := range map[string]string{
		"":                           "",
		"gzip":                       "gzip",
		"x-gzip":                     "gzip",
		"gzip, deflate, br, zstd":    "zstd",
		"zstd;q=0.5, gzip;q=0.8":     "gzip",
		"gzip;q=0, zstd;q=0.000":     "",
		"*":                          "zstd",
		"*, zstd;q=0":                "gzip",
		"identity, gzip;q=0.5":       "",
		"identity;q=0.5, gzip;q=0.6": "gzip",
		"br":                         "",
		"GZIP;Q=1":                   "gzip",
	} {
		got := post(t, s, "/render", cooking, "Accept-Encoding", accepted)
		body := got.Body.Bytes()
		if length, _ := strconv.Atoi(got.Header().Get("Content-Length")); length != len(body) {
			t.Errorf("%s: Content-Length is %d of %d", accepted, length, len(body))
		}
		if got.Header().Get("Content-Encoding") != want {
			t.Errorf("%s: %s", accepted, got.Header().Get("Content-Encoding"))
		}
		tags[got.Header().Get("ETag")] = true
		switch want {
		case "gzip":
			r, err := gzip.NewReader(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			body, _ = io.ReadAll(r)
		case "zstd":
			r, _ := zstd.NewReader(nil)
			body, _ = r.DecodeAll(body, nil)
			r.Close()
		}
		if !bytes.Equal(body, plain) || want != "" && got.Body.Len() >= len(plain) {
			t.Errorf("%s: %d of %d bytes, or others", accepted, got.Body.Len(), len(plain))
		}
	}
	if len(tags) != 3 {
		t.Errorf("%d tags of three codings", len(tags))
	}
}
