package text

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestBidi holds levels and order to Unicode's own cases.
func TestBidi(t *testing.T) {
	file, err := os.Open("testdata/bidi.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var resolver bidiResolver
	cases := 0
	for scan := bufio.NewScanner(file); scan.Scan(); {
		fields := strings.Split(scan.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(fields[0], "#") || strings.Contains(fields[3], "x") {
			continue
		}
		cases++
		var runes []rune
		for _, hex := range strings.Fields(fields[0]) {
			r, err := strconv.ParseInt(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			runes = append(runes, rune(r))
		}
		base := baseLevel(runes)
		if fields[1] != "2" {
			base = fields[1][0] - '0'
		}
		resolver.resolve(runes, base)
		order := make([]int, len(runes))
		for i := range order {
			order[i] = i
		}
		reverseRuns(order, func(i int) uint8 { return resolver.levels[i] })
		got := fmt.Sprint(base, resolver.levels, order)
		want := fmt.Sprintf("%s [%s] [%s]", fields[2], fields[3], fields[4])
		if got != want {
			t.Errorf("%s (direction %s): got %s, want %s", fields[0], fields[1], got, want)
		}
	}
	if cases < 1000 {
		t.Errorf("only %d cases", cases)
	}
}
