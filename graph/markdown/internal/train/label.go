package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A label is the outline that a person wrote for a document, in the format of
// its expected file.
type label struct {
	Title    string   `json:"title"`
	TitleAlt []string `json:"title_alt"`
	Labelled any      `json:"labelled"` // "all", or the titles of what is labelled completely
	Parts    []named  `json:"parts"`
	Excluded []string `json:"excluded"`
}

// A named is a part, a section or a topic of a label.
type named struct {
	Title    string   `json:"title"`
	Alt      []string `json:"alt"`
	Optional bool     `json:"optional"`
	Sections []named  `json:"sections"`
	Topics   []named  `json:"topics"`
	Prereqs  []string `json:"prereqs"`
	MayNeed  []string `json:"prereqs_optional"`
}

// A document is a text with its labels, the first of which counts most.
type document struct {
	name, owner string
	src         []byte
	labels      []*label
	weight      float64 // how much it counts in training
}

// load reads the documents of a corpus: DIR/NAME.md with the labels
// EXPECTED/NAME.json and EXPECTED/NAME.alt*.json.
func load(dir, expected string) ([]*document, error) {
	files, err := filepath.Glob(filepath.Join(expected, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []*document
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		if strings.Contains(name, ".alt") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(dir, name+".md"))
		if os.IsNotExist(err) {
			continue
		} else if err != nil {
			return nil, err
		}
		d := &document{name: name, src: src, weight: 1}
		d.owner, _, _ = strings.Cut(name, "__")
		alts, _ := filepath.Glob(filepath.Join(expected, name+".alt*.json"))
		slices.Sort(alts)
		for _, file := range append([]string{f}, alts...) {
			data, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			l := &label{}
			if err := json.Unmarshal(data, l); err != nil {
				return nil, err
			}
			d.labels = append(d.labels, l)
		}
		out = append(out, d)
	}
	return out, nil
}

var (
	pictographs = regexp.MustCompile(`[\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}\x{2B00}-\x{2BFF}\x{FE0F}\x{200D}]|:[a-z0-9_+-]+:`)
	markup      = regexp.MustCompile("[`*_]")
	spaces      = regexp.MustCompile(`\s+`)
	folder      = cases.Fold()
)

// key is what titles are compared by.
func key(s string) string {
	s = pictographs.ReplaceAllString(norm.NFKC.String(s), "")
	s = strings.TrimSpace(spaces.ReplaceAllString(markup.ReplaceAllString(s, ""), " "))
	return strings.TrimSpace(strings.TrimRight(folder.String(s), " :."))
}

func (n *named) keys() []string {
	out := []string{key(n.Title)}
	for _, a := range n.Alt {
		out = append(out, key(a))
	}
	return out
}
