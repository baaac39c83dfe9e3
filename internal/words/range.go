package words

import "fmt"

// Range is where a number may lie: "from 1 to 3", or, without a most, "at least 1".
func Range(least, most float64) string {
	if most == 0 {
		return fmt.Sprintf("at least %g", least)
	}
	return fmt.Sprintf("from %g to %g", least, most)
}
