package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// size is a flag's number of bytes, such as 512MiB.
type size int64

var units = []struct {
	name  string
	bytes int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}}

func (s *size) Set(value string) error {
	for _, u := range units {
		number, found := strings.CutSuffix(value, u.name)
		if !found {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
		if err == nil && n > 0 && n <= math.MaxInt64/u.bytes {
			*s = size(n * u.bytes)
			return nil
		}
	}
	return fmt.Errorf("want a size such as 512MiB (GiB, MiB, KiB or B)")
}

func (s *size) String() string {
	for _, u := range units {
		if int64(*s)%u.bytes == 0 {
			return strconv.FormatInt(int64(*s)/u.bytes, 10) + u.name
		}
	}
	return "" // bytes divide all
}

// Type is the word for values in the help.
func (s *size) Type() string { return "size" }
