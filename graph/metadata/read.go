package metadata

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"

	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
)

// mark begins the text that a figure carries.
const mark = "roadmapviz:figure:"

// Keyword is the keyword of the text chunk in PNG files.
const Keyword = "roadmapviz"

// maxInflated bounds, in bytes, what is unpacked: a course of a million topics.
const maxInflated = 256 << 20

// ErrNone is the error for a figure that does not say what it shows, which is
// one that roadmapviz did not draw, or that another program has stripped.
var ErrNone = errors.New("the figure does not say what it shows: it was not drawn by roadmapviz, or its metadata was removed")

// DamagedError is the error for a figure whose metadata cannot be trusted.
type DamagedError struct{ Reason string }

func (e *DamagedError) Error() string { return "the figure's metadata is damaged: " + e.Reason }

func damaged(reason string) error { return &DamagedError{reason} }

// Record is what a figure carries, still packed.
type Record struct {
	Version     int
	Fingerprint string            // as [Figure.Fingerprint] gave it; not verified
	Options     map[string]string // see [Figure]
	Parts       []string
	Reading     *Reading
	size        int    // of the inflated JSON of the graph
	packed      string // base64
	beside      []byte // what follows it in a page
}

// IsFigure tells whether a file looks like a picture in SVG or PNG, like a PDF, or
// like a page that roadmapviz wrote: other pages are documents.
func IsFigure(file []byte) bool {
	switch {
	case isPNG(file), isPDF(file):
		return true
	case isHTML(file):
		text, _ := htmlText(file)
		return text != ""
	}
	text := beginning(file)
	if !bytes.HasPrefix(text, []byte("<svg")) && !(bytes.HasPrefix(text, []byte("<?xml")) && bytes.Contains(text, []byte("<svg"))) {
		return false
	}
	return bytes.HasSuffix(bytes.TrimSpace(file[max(0, len(file)-64):]), []byte("</svg>"))
}

// beginning is how a text begins, without the byte order mark.
func beginning(file []byte) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(file[:min(len(file), 1024)], []byte("\ufeff")))
}

// Find finds what a file of a figure carries, without unpacking it. The error is
// [ErrNone] or a [*DamagedError].
func Find(file []byte) (Record, error) {
	var text string
	var beside []byte
	var err error
	switch {
	case isPNG(file):
		text, err = pngText(file)
	case isPDF(file):
		text = elementText(file, pdfElement)
	case isHTML(file):
		text, beside = htmlText(file)
	default:
		text = elementText(file, "<metadata")
	}
	if err != nil {
		return Record{}, err
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), mark)
	if !ok {
		return Record{}, ErrNone
	}
	fields := strings.SplitN(rest, ":", 5)
	version, err := strconv.Atoi(fields[0])
	switch {
	case err != nil || version < 1:
		return Record{}, damaged("it has no version")
	case version > Version:
		return Record{}, damaged(fmt.Sprintf("it is of version %d, and this program knows %d", version, Version))
	case len(fields) != 5:
		return Record{}, damaged("it is cut short")
	}
	size, err := strconv.Atoi(fields[3])
	if err != nil || size < 0 {
		return Record{}, damaged("it has no size")
	}
	r := Record{Version: version, Fingerprint: fields[1], size: size, packed: fields[4], beside: beside}
	return r, r.setSettings(fields[2])
}

// setSettings reads what stands before the graph.
func (r *Record) setSettings(packed string) error {
	data, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return damaged("it is not base64")
	}
	var s settings
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&s); err != nil {
		return damaged("its settings cannot be read: " + err.Error())
	}
	r.Options, r.Parts, r.Reading = s.Options, s.Parts, s.Reading
	return nil
}

// Mark tells what a record shows, and of which nodes, from what others do.
func (r Record) Mark() string { return markOf(r.Fingerprint, r.Parts) }

// Mark is that of the record of the figure.
func (f Figure) Mark() string { return markOf(f.Fingerprint(), f.Parts) }

func markOf(fingerprint string, parts []string) string {
	c := newCanon()
	c.strings(fingerprint)
	c.strings(parts...)
	return c.short()
}

// Figure unpacks a record and verifies its fingerprint. Its size is bounded
// before anything is inflated. The error is a [*DamagedError].
func (r Record) Figure() (Figure, error) {
	data, err := r.unpack()
	if err != nil {
		return Figure{}, err
	}
	g, odd, err := graphjson.Decode(context.Background(), bytes.NewReader(data))
	if err == nil && len(odd) > 0 {
		err = errors.New(odd[0].Message)
	}
	if err != nil {
		return Figure{}, damaged("its graph cannot be read: " + err.Error())
	}
	f := Figure{Graph: g, Options: r.Options, Parts: r.Parts}.Plain()
	if r.Version == Version && f.Fingerprint() != r.Fingerprint {
		return Figure{}, damaged("its fingerprint is another figure's")
	}
	return f, nil
}

// Read is [Find] and [Record.Figure] in one.
func Read(file []byte) (Figure, error) {
	r, err := Find(file)
	if err != nil {
		return Figure{}, err
	}
	return r.Figure()
}

// elementText is the text of the first element that is ours, of those whose tags
// begin so.
func elementText(file []byte, tag string) string {
	for {
		_, rest, ok := bytes.Cut(file, []byte(tag))
		if !ok {
			return ""
		}
		_, rest, _ = bytes.Cut(rest, []byte(">"))
		text, after, _ := bytes.Cut(rest, []byte("<"))
		if bytes.HasPrefix(bytes.TrimSpace(text), []byte(mark)) {
			return string(text)
		}
		file = after
	}
}

// pdfElement is the one of the XMP packet, which nothing else in a file of ours can
// hold: texts of others are escaped there, and packed elsewhere.
const pdfElement = "<roadmapviz:record"

func isPDF(file []byte) bool { return bytes.HasPrefix(file, []byte("%PDF-")) }

func isHTML(file []byte) bool {
	const doctype = "<!doctype html"
	text := beginning(file)
	return len(text) > len(doctype) && strings.EqualFold(string(text[:len(doctype)]), doctype)
}

// htmlText is the text of our script in a page, and what stands behind it: from the title
// on, which is the first that others wrote.
func htmlText(file []byte) (text string, rest []byte) {
	head, _, _ := bytes.Cut(file, []byte("<title"))
	return elementText(head, "<script"), file[len(head):]
}

const signature = "\x89PNG\r\n\x1a\n"

func isPNG(file []byte) bool { return bytes.HasPrefix(file, []byte(signature)) }

// pngText is the text of our chunk, which other programs may have turned from
// iTXt into tEXt; "" without one.
func pngText(file []byte) (string, error) {
	rest := file[len(signature):]
	for len(rest) >= 12 {
		length := int64(binary.BigEndian.Uint32(rest))
		if length > int64(len(rest)-12) {
			return "", damaged("the file is cut short")
		}
		chunk := rest[4 : 8+length] // type and data
		sum := binary.BigEndian.Uint32(rest[8+length:])
		rest = rest[12+length:]
		keyword, text, _ := bytes.Cut(chunk[4:], []byte{0})
		kind := string(chunk[:4])
		if kind != "iTXt" && kind != "tEXt" || string(keyword) != Keyword {
			continue
		}
		if crc32.ChecksumIEEE(chunk) != sum {
			return "", damaged("its checksum is wrong")
		}
		if kind == "iTXt" {
			if !bytes.HasPrefix(text, []byte{0, 0, 0, 0}) {
				return "", damaged("it is packed in a way that roadmapviz does not use")
			}
			text = text[4:]
		}
		return string(text), nil
	}
	return "", nil
}
