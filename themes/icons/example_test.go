package icons_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/themes/icons"
)

func Example() {
	fmt.Println(icons.Guesses("Python for Data Science")[0])
	icon, ok := icons.Lookup("🐍")
	fmt.Println(ok, icon.Name, icon.W, icon.H)
	_, ok = icons.Lookup("no such icon")
	fmt.Println(ok)
	// Output:
	// {python python}
	// true snake 32 32
	// false
}
