package graph

import "testing"

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"1. Running LLMs":              "1-running-llms",
		"🧩 LLM Fundamentals":           "-llm-fundamentals",
		"⚡️ Fast":                      "\ufe0f-fast", // GitHub keeps the variation selector
		"C++ & C# (.NET)":              "c--c-net",
		"snake_case — dash – “quotes”": "snake_case--dash--quotes",
		"Привет, мир!":                 "привет-мир",
		"Élève à l’école":              "élève-à-lécole",
		"深度学习（基础）":                     "深度学习基础",
		"مرحبا بالعالم":                "مرحبا-بالعالم",
		"हिन्दी":                       "हिन्दी",
		"İstanbul":                     "i\u0307stanbul",
		"  two  spaces ":               "--two--spaces-",
		"10² ½ Ⅷ":                      "10--ⅷ",
		"tab\tand\nnewline":            "tabandnewline",
		"":                             "",
		"***":                          "",
	} {
		if got := Slug(title); got != want {
			t.Errorf("Slug(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestSlugger(t *testing.T) {
	var s Slugger
	for i, c := range []struct{ title, want string }{
		{"Basics", "basics"}, {"Basics", "basics-1"}, {"Basics-1", "basics-1-1"},
		{"Basics", "basics-2"}, {"basics 2", "basics-2-1"}, {"", ""}, {"", "-1"},
	} {
		if got := s.Slug(c.title); got != c.want {
			t.Errorf("%d: %q gives %q, want %q", i, c.title, got, c.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("1. Running LLMs")
	f.Add("\xff\ufe0f İ")
	f.Fuzz(func(t *testing.T, title string) {
		if once := Slug(title); Slug(once) != once {
			t.Errorf("Slug(%q) = %q is not its own slug", title, once)
		}
	})
}
