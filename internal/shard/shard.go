// Package shard divides what is to be done among machines that know nothing of each
// other.
package shard

import (
	"fmt"
	"hash/fnv"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/files"
)

// Shard is one of several parts of a whole. The zero value is all of it. It is a value
// of a flag.
type Shard struct{ Index, Count int } // from 1 to Count

// Most is how many there can be.
const Most = 10_000

func (s Shard) String() string {
	if s.Count == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// Type is the word for values in the help.
func (s Shard) Type() string { return "i/n" }

// Set takes a shard as it is written: "2/8" is the second of eight.
func (s *Shard) Set(text string) error {
	index, count, _ := strings.Cut(text, "/")
	i, err1 := strconv.Atoi(index)
	n, err2 := strconv.Atoi(count)
	switch {
	case err1 != nil || err2 != nil:
		return fmt.Errorf("%q is no shard: write 2/8 for the second of eight", text)
	case n < 1 || n > Most:
		return fmt.Errorf("%q: there are 1 to %d shards", text, Most)
	case i < 1 || i > n:
		return fmt.Errorf("%q: the first shard is 1/%d and the last %d/%d", text, n, n, n)
	}
	s.Index, s.Count = i, n
	return nil
}

// Has tells whether a document belongs to the shard: by its folder, a path with slashes,
// and its name there; "" is the folder as a whole.
//
// It goes by the words alone, so that every machine says the same without looking at
// any other document: a file that only one of them has moves nothing. A README belongs
// where its folder does, and what differs only behind the first dot (guide.md, guide.de.md)
// together, for such documents often show the same figures.
func (s Shard) Has(folder, name string) bool {
	if s.Count < 2 {
		return true
	}
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if strings.HasPrefix(stem, "readme") {
		stem = ""
	}
	h := fnv.New64a()
	h.Write([]byte(path.Join(".", folder, stem)))
	sum := h.Sum64() // whose lowest bits know little of the first letters
	sum ^= sum >> 33
	sum *= 0xff51afd7ed558ccd
	sum ^= sum >> 33
	return int(sum%uint64(s.Count)) == s.Index-1
}

// HasAt tells the same of a folder of this machine, as seen from another one: what holds
// all that is divided, so that it may lie anywhere.
func (s Shard) HasAt(base, folder, name string) bool {
	if whole, err := filepath.Abs(folder); err == nil {
		if inner, err := filepath.Rel(base, whole); err == nil { // or it is on another drive
			folder = inner
		}
	}
	return s.Has(filepath.ToSlash(folder), name)
}

// Base is the folder that holds all that a user names: files, folders and patterns.
func Base(named []string) string {
	var paths []string
	for _, name := range named {
		if _, err := os.Stat(name); err != nil && strings.ContainsAny(name, "*?[") {
			folder, _ := files.SplitPattern(filepath.ToSlash(name))
			name = filepath.Join(filepath.FromSlash(folder), "any")
		}
		paths = append(paths, name)
	}
	base, _, _ := files.Common(paths)
	return base
}
