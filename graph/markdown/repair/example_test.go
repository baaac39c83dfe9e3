package repair_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown/repair"
)

func Example() {
	fixed, note := repair.Text([]byte("CrÃ¨me brÃ»lÃ©e â€“ the crust"))
	fmt.Printf("%s\n%+v\n", fixed, note)
	// Output:
	// Crème brûlée – the crust
	// repaired 4 characters of text that was read as windows-1252, such as "Ã¨" for "è"
}
