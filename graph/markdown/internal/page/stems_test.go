package page

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/lexicon"
)

// Every file of stems says its classes by their names, and a stem once.
func TestStemFiles(t *testing.T) {
	files, err := fs.Glob(os.DirFS("."), "stems/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatal(len(files), "files", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		seen, classes := map[string]bool{}, 0
		for line := range strings.Lines(string(text)) {
			name, list, ok := strings.Cut(line, ":")
			if !ok || 1<<classNumber(name)&(Asides|Counts|Basics|Exercise) == 0 {
				t.Errorf("%s: %q names no class of stems", file, name)
			}
			classes++
			for text := range strings.SplitSeq(list, ",") {
				text = strings.TrimSpace(text)
				if stem, _, _ := strings.Cut(strings.TrimSuffix(text, "$"), " @"); Fold(stem) == "" {
					t.Errorf("%s: %q has no letters", file, text)
				}
				if seen[text] {
					t.Errorf("%s: %q stands there twice", file, text)
				}
				seen[text] = true
			}
		}
		if classes != 13 {
			t.Errorf("%s has %d classes", file, classes)
		}
	}
}

func TestStems(t *testing.T) {
	for _, test := range []struct {
		title string
		in    []string
		want  Class
	}{
		{"Grading Criteria", []string{"en"}, Admin},
		{"Week 3: Recursion", []string{"en"}, Counts},
		{"Critères d’évaluation", []string{"fr"}, Admin},
		{"Objectifs de l'apprentissage", []string{"fr"}, Aims},
		{"Prüfungsordnung", []string{"de"}, Admin},
		{"Введение в алгоритмы", []string{"ru"}, Basics},
		{"第三章 图论", []string{"zh"}, Counts},
		{"Lunch break", []string{"zh", "en"}, Pause}, // English words stand everywhere
		{"Recursion", []string{"en"}, 0},
		{"Graphs", nil, 0},
	} {
		if c := newGlossary(test.in).classOf(test.title); c&test.want != test.want || test.want == 0 && c != 0 {
			t.Errorf("%q is %b and not %b", test.title, c, test.want)
		}
	}
}

// Of several stems in one place the longest counts, and the words in it are not
// looked at again.
func TestLongestStem(t *testing.T) {
	var d lexicon.Draft
	addStems(&d, "en", "aims: objective\nbasics: objective function\nadmin: exam$\npersons: team @en\n")
	g := glossary{d.Lexicon(), []uint16{english}}
	for title, want := range map[string]Class{"Objectives": Aims, "Objective functions": Basics, "The exam": Admin, "An example": 0, "Team": Persons} {
		if c := g.classOf(title); c != want {
			t.Errorf("%q is %b and not %b", title, c, want)
		}
	}
	if c := (glossary{g.Lexicon, []uint16{tongueOf("fr"), english}}).classOf("Team"); c != 0 {
		t.Error("a stem of one language counts in documents of another")
	}
}

func TestLanguages(t *testing.T) {
	for want, text := range map[string]string{
		"en":    "The names of the birds and how to find them in the garden of your house, with the help of this book",
		"da":    "Det er en bog om fugle, og den er skrevet for at vise dem til børn, som ikke kender dem; og af den lærer de",
		"ja":    "鳥の名前と、庭で鳥を見つける方法を学びます。この本は子どものためのものです。毎日すこしずつ読んでください。",
		"uk en": "Це книга про птахів, і вона їх показує дітям, які ще їх не знають; із неї вони дізнаються більше. Її читають усі, і в кожній її главі є пісні їхніх птахів, їх імена, їх крила; її люблять і діти, і їхні батьки. The birds of the garden and the names of the birds in the book, for you and the children",
		"":      "Amsel, Drossel, Fink, Star",
	} {
		got := strings.Join(guessLanguages(text), " ")
		if got != want && !strings.HasPrefix(got, want+" ") {
			t.Errorf("%q is %q and not %q", text, got, want)
		}
	}
}

func BenchmarkStems(b *testing.B) {
	g := newGlossary([]string{"en", "de"})
	b.ReportAllocs()
	for b.Loop() {
		g.classOf("How to read the objective functions of chapter 12")
	}
}
