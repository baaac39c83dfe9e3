package gist

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for want, titles := range [Kinds][]string{
		Content:   {"Sorting and searching", "Week 3: Sorting", "Protocolos de red", "Grundlagen der Optik", "排序算法", "Сортировка слиянием", ""},
		About:     {"How to contribute to this course", "About the teaching team", "Contact us", "Cómo contribuir al proyecto", "Über diesen Kurs", "关于本课程"},
		Resources: {"Further reading and resources", "Useful links", "Recommended books", "Recursos recomendados", "参考资料"},
		Generic:   {"Week 7", "Part 2", "Topics", "Curriculum", "42"},
	} {
		for _, title := range titles {
			if got := Of(title).Likeliest(); got != Kind(want) {
				t.Errorf("%q: kind %d, not %d: %v", title, got, want, Of(title))
			}
		}
	}
}

// Of is asked of every heading and of most items.
func TestOfMakesNoGarbage(t *testing.T) {
	long := strings.Repeat("Über den Kurs 关于本课程 ", 20)
	if n := testing.AllocsPerRun(100, func() { Of(long) }); n != 0 {
		t.Errorf("%v allocations a title", n)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Week 3: sorting")
	f.Add("关于\xff本课程?")
	f.Fuzz(func(t *testing.T, title string) { Of(title) })
}

func BenchmarkOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Of("How to contribute to this course")
	}
}
