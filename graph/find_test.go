package graph

import (
	"errors"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	g := course(sample)
	g.Nodes[NewIndex(g).At("the-engineer")].Icon = "👷"
	g.Nodes[NewIndex(g).At("the-engineer/vector-storage")].Number = "2"
	for name, want := range map[string]string{
		"fundamentals/python": "fundamentals/python",
		"The Engineer":        "the-engineer",
		"engineer":            "the-engineer",
		"ENGIN":               "the-engineer",
		"👷":                   "the-engineer",
		"👷️":                  "the-engineer",
		"2.":                  "the-engineer/vector-storage",
		"vector":              "the-engineer/vector-storage",
		"storage":             "the-engineer/vector-storage",
		"llm apis":            "the-engineer/running-llms/llm-apis",
		"ollama cafe":         "the-engineer/running-llms/ollama-café",
		"cafe":                "the-engineer/running-llms/ollama-café",
		"Khan":                "fundamentals/mathematics/linear-algebra/khan-academy",
		"linear_algebra":      "",
		"course":              CourseID,
	} {
		n, err := g.Find(name)
		if want == "" {
			var unknown *UnknownError
			if !errors.As(err, &unknown) || unknown.Nearest == "" {
				t.Errorf("%q: %v, want an error with a proposal", name, err)
			}
		} else if err != nil || n.ID != want {
			t.Errorf("%q: %q, %v; want %q", name, n.ID, err, want)
		}
	}
	if n, err := g.Find("enginer", Part); err == nil || !strings.Contains(err.Error(), `did you mean "Engineer"?`) && !strings.Contains(err.Error(), `did you mean "The Engineer"?`) {
		t.Errorf("%v, %v", n.ID, err)
	}
}

// What is not found is answered with what is like it: a name that is nearly one,
// names with a word of it, or the parts; nothing of what figures leave out.
func TestFindProposes(t *testing.T) {
	g := course(sample)
	for _, c := range []struct {
		name, want string
		kinds      []Kind
	}{
		{"zebra", `nothing is named "zebra"; there is "Fundamentals", "The Engineer"`, nil},
		{"zebra", `nothing is named "zebra"; there is "Fundamentals", "The Engineer"`, []Kind{Part, Section}},
		{"zebra", `nothing is named "zebra"; there is "Mathematics", "Python", "Running LLMs", "Vector Storage"`, []Kind{Section}},
		{"the storage of running vectors", `nothing is named "the storage of running vectors"; there is "Running LLMs", "Vector Storage"`, nil},
		{"storage for every vector", `nothing is named "storage for every vector"; there is "Vector Storage"`, nil},
		{"mathemtics", `nothing is named "mathemtics"; did you mean "Mathematics"?`, nil},
		{"fundamentals/mathmatics", `nothing is named "fundamentals/mathmatics"; did you mean "fundamentals/mathematics"?`, nil},
		{"notebook tools", `nothing is named "notebook tools"; there is "Fundamentals", "The Engineer"`, nil},
	} {
		if _, err := g.Find(c.name, c.kinds...); err == nil || err.Error() != c.want {
			t.Errorf("%q among %v: %v", c.name, c.kinds, err)
		}
	}
	lone := course("A\n  S\n    T\n  U")
	if _, err := lone.Find("zebra"); err == nil || !strings.Contains(err.Error(), `there is "S", "U"`) {
		t.Error(err)
	}
}

func TestFindAmbiguous(t *testing.T) {
	g := course("A\n  Basics\nB\n  Basics\n~ C\n  ~ Extras\nD\n  Extras")
	var ambiguous *AmbiguousError
	if _, err := g.Find("basics"); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 || !strings.Contains(err.Error(), `"a/basics", "b/basics"`) {
		t.Errorf("%v", err)
	}
	if n, err := g.Find("extras"); err != nil || n.ID != "d/extras" {
		t.Errorf("%v, %v", n.ID, err)
	}
	g = course("~ Old\n  Extras\nNew\n  Extras") // which holds one that is excluded with it
	if n, err := g.Find("extras"); err != nil || n.ID != "new/extras" {
		t.Errorf("%v, %v", n.ID, err)
	}
}

// Whatever a graph is asked for by its own IDs and unique titles is found.
func TestFindOwnNames(t *testing.T) {
	g := random(60, 3)
	for _, n := range g.Nodes {
		if got, err := g.Find(n.ID); err != nil || got.ID != n.ID {
			t.Errorf("%s: %v", n.ID, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("engineer")
	f.Add("é\xff 👷️")
	g := course(sample)
	f.Fuzz(func(t *testing.T, name string) {
		n, err := g.Find(name)
		if (err == nil) == (n.ID == "") {
			t.Errorf("Find(%q) = %q, %v", name, n.ID, err)
		}
	})
}
