package shard

import (
	"fmt"
	"strings"
	"testing"
)

// Every document belongs to one shard of however many, and no shard has much more than
// its share.
func TestEveryDocumentIsInOneShard(t *testing.T) {
	const documents = 5000
	for _, n := range []int{1, 2, 3, 4, 5, 7, 8, 10, 16, 20, 32, 64} {
		has := make([]int, n)
		for d := range documents {
			seen := 0
			for i := range n {
				if (Shard{i + 1, n}).Has(fmt.Sprintf("courses/group%d/course-%04d", d%7, d), "README.md") {
					seen++
					has[i]++
				}
			}
			if seen != 1 {
				t.Fatalf("document %d is in %d of %d shards", d, seen, n)
			}
		}
		for i, got := range has {
			if share := documents / n; got < share*6/10-5 || got > share*14/10+5 {
				t.Errorf("shard %d/%d has %d documents, and its share is %d", i+1, n, got, share)
			}
		}
	}
}

func TestDocumentsThatBelongTogether(t *testing.T) {
	for i := 1; i <= 1000; i++ {
		s := Shard{i, 1000}
		for _, pair := range [][4]string{
			{"a/b", "README.md", "a/b", "readme.markdown"}, {"a/b", "README.md", "a/b", "README.zh-CN.md"}, {"a/b", "README_de.md", "a/b", ""},
			{"a", "guide.md", "a", "Guide.de.md"}, {".", "README.md", "", ""},
		} {
			if s.Has(pair[0], pair[1]) != s.Has(pair[2], pair[3]) {
				t.Errorf("%q are in several shards", pair)
			}
		}
	}
	if s := (Shard{1, 2}); s.Has("x", "01-a.md") == s.Has("x", "02-b.md") && s.Has("x", "03-c.md") == s.Has("x", "01-a.md") && s.Has("x", "04-d.md") == s.Has("x", "01-a.md") {
		t.Error("the pages of a folder are all in one shard")
	}
}

func TestSet(t *testing.T) {
	for text, want := range map[string]string{
		"1/1": "", "2/8": "", "8/8": "", "0/8": "the first shard is 1/8 and the last 8/8", "9/8": "the first shard is 1/8", "-1/8": "the first shard",
		"1/0": "there are 1 to 10000 shards", "1/99999999": "there are 1 to", "": "write 2/8", "1": "write 2/8", "a/b": "write 2/8", "1/2/3": "write 2/8", "1/99999999999999999999": "write 2/8",
	} {
		var s Shard
		err := s.Set(text)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) || err == nil && s.String() != text {
			t.Errorf("%q: %v, %v", text, s, err)
		}
	}
}
