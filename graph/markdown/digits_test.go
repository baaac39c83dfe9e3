package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Numbers mean the same in the digits of every script.
func TestDigitsOfAllScripts(t *testing.T) {
	courses := []string{
		"# دوره\n\n## {1}. مقدمه\n\n- آ\n- ب\n\n## {2}. نخ\n\n- پ\n- ت\n\n## {10}. پارچه\n\n- ج\n- چ\n",
		"# دورة\n\n## الوحدة {1}: البداية\n\n- أ\n- ب\n\n## الوحدة {2}: الخيوط\n\n- ت\n- ث\n\n## الوحدة {3}: القماش\n\n- ج\n- ح\n",
		"# 織物\n\n## 第{1}章 はじめに\n\n- 糸\n- 布\n\n## 第{2}章 織機\n\n- 経糸\n- 緯糸\n\n## 第{3}章 布\n\n- 平織\n- 綾織\n",
		"# 織物\n\n## {1}．はじめに\n\n- 糸\n- 布\n\n## {2}．織機\n\n- 経糸\n- 緯糸\n",
		"# बुनाई\n\n## {1} धागे\n\n- ऊन\n- रेशम\n\n## {2} करघे\n\n- ताना\n- बाना\n\n## {3} कपड़े\n\n- सादा\n- टवील\n",
		"# ผ้า\n\n## เส้นด้าย\n\n{1}  ฝ้าย\n{2}  ไหม\n{3}  ขนสัตว์\n\n## กี่\n\n{1}  ยืน\n{2}  พุ่ง\n{3}  ฟืม\n",
		"# বয়ন\n\n## সুতা\n\n| নং | বিষয় |\n|---|---|\n| {1} | তুলা |\n| {2} | রেশম |\n\n## তাঁত\n\n| নং | বিষয় |\n|---|---|\n| {3} | টানা |\n| {4} | পোড়েন |\n",
		"# Weaving\n\n## Looms\n\n**Lesson {1}:** Warp\n\n- Beams\n- Threads\n\n**Lesson {2}:** Weft\n\n- Shuttles\n- Reeds\n",
	}
	if got := numbered(courses[0], '۰'); !slices.Contains(got, `section "10" پارچه `) {
		t.Errorf("there is no section 10: %q", got)
	}
	for _, course := range courses {
		want := numbered(course, '0')
		for _, zero := range "٠۰०০๐０𝟎" {
			if got := numbered(course, zero); !slices.Equal(got, want) {
				t.Errorf("with %c for 0:\n%q\nwant\n%q", zero, got, want)
			}
		}
	}
}

// numbered is what is read of a course, whose numbers in braces are written in the digits
// from a zero on: kinds, numbers and titles, with ASCII digits in these.
func numbered(course string, zero rune) []string {
	braces := false
	src := strings.Map(func(r rune) rune {
		switch {
		case r == '{', r == '}':
			braces = r == '{'
			return -1
		case braces:
			return r - '0' + zero
		}
		return r
	}, course)
	g, _ := Parse([]byte(src), Options{File: "README.md"})
	var out []string
	for _, n := range g.Nodes {
		if n.Kind != graph.Course {
			title := strings.Map(func(r rune) rune {
				if r >= zero && r <= zero+9 {
					return r - zero + '0'
				}
				return r
			}, n.Title)
			out = append(out, fmt.Sprintf("%s %q %s %s", n.Kind, n.Number, title, n.Excluded))
		}
	}
	return out
}
