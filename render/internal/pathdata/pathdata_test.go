package pathdata

import "testing"

func FuzzTrace(f *testing.F) {
	f.Add("M0 0L1,1C1-1 2e1 3 4 5Z")
	f.Add("M1")
	f.Add("Z")
	f.Fuzz(func(t *testing.T, data string) {
		points := map[byte]int{'M': 2, 'L': 2, 'C': 6, 'Z': 0}
		Trace(data, func(verb byte, at []float64) {
			if n, ok := points[verb]; !ok || len(at) != n {
				t.Errorf("%q: %c with %v", data, verb, at)
			}
		})
	})
}
