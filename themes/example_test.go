package themes_test

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/themes"
)

const brand = `extends: course
section: {fill: "#7c3aed"}
topic: {fill: "#0f766e", radius: 8}
topic.done: {mark: mark-done}
`

func ExampleLoad() {
	theme, err := themes.Load(strings.NewReader(brand), "brand.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	done := theme.Style("topic", "done")
	fmt.Println(theme.Name, theme.Dark, done.Fill, done.Radius, done.Mark)
	// Output: brand false #0f766e 8 mark-done
}

// Every mistake is told with its place.
func ExampleLoad_mistakes() {
	_, err := themes.Load(strings.NewReader("extends: curse\n"), "brand.yaml")
	fmt.Println(err)
	_, err = themes.Load(strings.NewReader("topic:\n  fil: \"#fff\"\nedge: {width: wide}\n"), "brand.yaml")
	fmt.Println(err)
	// Output:
	// brand.yaml:1:10: there is no theme "curse"; did you mean "course"? (there are: contrast, contrast-dark, course, course-dark, mono)
	// brand.yaml:2:3: there is no key "fil"; did you mean "fill"?
	// brand.yaml:3:15: bad length "wide": write a number of px from 0 to 1000
}

func ExampleLookup() {
	theme, ok := themes.Lookup("course")
	fmt.Println(ok, theme.Twin, theme.Page, theme.Style("section").Fill)
	// Output: true course-dark #ffffff #3b70fe
}

func ExampleTheme_Check() {
	theme, err := themes.Load(strings.NewReader("extends: contrast\ntopic: {fill: \"#ffd54f\"}\n"), "brand.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range theme.Check() {
		fmt.Printf("%d:%d: %v\n", f.Line, f.Column, f)
	}
	// Output: 2:15: text #ffffff of topic on #ffd54f has a contrast of 1.41: 4.5 or more can be read
}

func ExampleTheme_Derive() {
	theme, err := themes.Load(strings.NewReader(brand), "brand.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	dark := theme.Derive()
	fmt.Println(dark.Name, dark.Dark, dark.Page)
	fmt.Println(len(dark.Check()), "pairs of colours cannot be read")
	// Output:
	// brand-dark true #0d1117
	// 0 pairs of colours cannot be read
}

func ExampleTheme_Counterpart() {
	course, _ := themes.Lookup("course")
	twin := course.Counterpart()
	fmt.Println(twin.Name, twin.Derived)

	mine, err := themes.Load(strings.NewReader("extends: course"), "mine.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	twin = mine.Counterpart()
	fmt.Println(twin.Name, twin.Derived)
	// Output:
	// course-dark false
	// mine-dark true
}

func ExampleTheme_YAML() {
	theme, _ := themes.Lookup("contrast")
	head, _, _ := strings.Cut(string(theme.YAML()), "\n\n")
	fmt.Println(head)
	// Output:
	// dark: false
	// twin: "contrast-dark"
	// page: "#ffffff"
}

func ExampleContrast() {
	white, err := themes.ParseColor("#fff")
	if err != nil {
		fmt.Println(err)
		return
	}
	grey, _ := themes.ParseColor("#767676")
	fmt.Printf("%.2f\n", themes.Contrast(white, grey))
	// Output: 4.54
}

func ExampleWords() {
	for _, role := range themes.Words().Roles[:3] {
		fmt.Println(role.Name+":", role.About)
	}
	// Output:
	// box: all boxes but title, legend, chip and group
	// edge: all lines
	// title: the title of a part, which stands on the page
}
