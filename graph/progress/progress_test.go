package progress

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

const course = "# Boats\n\n## Wood\n\n- Planks\n- [ ] Steam bending\n- [x] Glue\n\n## Sails\n\n- Cutting\n- Glue\n"

func parse(t *testing.T, text string) *graph.Graph {
	t.Helper()
	g, found := markdown.Parse([]byte(text), markdown.Options{File: "README.md"})
	for _, d := range found {
		if d.Severity == graph.Error {
			t.Fatal(d)
		}
	}
	return g
}

// states are those of the topics, "title=state".
func states(g *graph.Graph) string {
	var all []string
	for _, n := range g.Nodes {
		if n.Kind == graph.Topic {
			all = append(all, n.Title+"="+string(n.Status))
		}
	}
	return strings.Join(all, " ")
}

func TestApply(t *testing.T) {
	g := parse(t, course)
	before := states(g)
	for text, want := range map[string]string{
		"":                             "Planks=todo Steam bending=todo Glue=done Cutting=todo Glue=todo",
		"boats/wood/planks: done\n":    "Planks=done Steam bending=todo Glue=done Cutting=todo Glue=todo",
		`{"STEAM bending": "doing"}`:   "Planks=todo Steam bending=doing Glue=done Cutting=todo Glue=todo",
		"Wood: skipped\n":              "Planks= Steam bending= Glue=done Cutting=todo Glue=todo", // as the section is
		"Wood: done\nPlanks: doing\n":  "Planks=doing Steam bending= Glue=done Cutting=todo Glue=todo",
		"\ufeffboats/sails/glue: done": "Planks=todo Steam bending=todo Glue=done Cutting=todo Glue=done",
	} {
		o, err := Read([]byte(text), "me.yaml")
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		learned, err := o.Apply(g)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := states(learned); got != want {
			t.Errorf("%q: %s\nwant %s", text, got, want)
		}
		again, err := o.Apply(learned)
		if err != nil || states(again) != states(learned) {
			t.Errorf("%q: applied twice it is %s, %v", text, states(again), err)
		}
	}
	if states(g) != before {
		t.Error("the course was changed")
	}
}

func TestMistakesHaveTheirPlace(t *testing.T) {
	g := parse(t, course)
	for text, want := range map[string]string{
		"Planks: dnoe\n":                        `me.yaml:1:9: there is no * "dnoe" (did you mean "done"?)`,
		"Planks: done\nPlank: done\n":           `me.yaml:2:1: the course has nothing named "Plank" (did you mean "Planks"?)`,
		"ships/wood/planks: done\n":             `me.yaml:1:1: the course has nothing named "ships/wood/planks" (did you mean "boats/wood/planks"?)`,
		"Glue: done\n":                          `me.yaml:1:1: "Glue" could be several (write its ID: "boats/wood/glue", "boats/sails/glue")`,
		"Planks: done\nboats/wood/planks: todo": `me.yaml:2:1: "boats/wood/planks" is "Planks", of which something is said already (remove one of the two)`,
		"Planks: done\nPlanks: done\n":          `me.yaml:2:1: the key "Planks" stands there twice`,
		"- Planks\n":                            "me.yaml:1:1: ",
		"Planks: [done]\n":                      "me.yaml:1:9: ",
		"x: done\ny: done\n":                    "me.yaml:1:1: the course has nothing named \"x\"",
	} {
		o, err := Read([]byte(text), "me.yaml")
		if err == nil {
			_, err = o.Apply(g)
		}
		if err == nil || !strings.HasPrefix(err.Error(), strings.Replace(want, "no *", "no value", 1)) {
			t.Errorf("%q: %v\nwant %s", text, err, want)
		}
	}
}

func TestSetGoesRound(t *testing.T) {
	g := parse(t, course)
	for _, c := range []struct{ name, text, want string }{
		{"me.yaml", "", "boats/wood/planks: done\n"},
		{"me.json", "", "{\n  \"boats/wood/planks\": \"done\"\n}\n"},
		{"me.json", "{}", "{\n  \"boats/wood/planks\": \"done\"\n}\n"},
		{"me.yaml", "{Cutting: doing}", "{Cutting: doing,\n  \"boats/wood/planks\": \"done\"\n}\n"},
		{"me.yaml", "Planks: todo # soon\n", "Planks: done # soon\n"},
		{"me.yaml", "\ufeff'planks':   \"todo\"\r\nCutting: done\r\n", "\ufeff'planks':   \"done\"\r\nCutting: done\r\n"},
		{"me.yaml", "# mine\r\nCutting: done", "# mine\r\nCutting: done\r\nboats/wood/planks: done\r\n"},
		{"me.json", "{\"Cutting\": \"done\"}\n", "{\"Cutting\": \"done\",\n  \"boats/wood/planks\": \"done\"\n}\n"},
		{"me.yaml", "Sails: done\nPlanks: done\n", "Sails: done\nPlanks: done\n"},
		{"me.yaml", "Gone: done\n", "Gone: done\nboats/wood/planks: done\n"}, // left as it is
	} {
		got, err := Set([]byte(c.text), c.name, g, "boats/wood/planks", graph.Done)
		if err != nil || string(got) != c.want {
			t.Errorf("%q becomes %q, %v\nwant %q", c.text, got, err, c.want)
		}
	}
	// Every ID can be written, in every script.
	text := []byte(nil)
	var err error
	odd := parse(t, "# Лодки\n\n## Раздел: один\n\n- Да\n- 42\n- \"Кавычки\" # и\n\n## 帆\n\n- true\n- a: b\n")
	for _, n := range odd.Nodes {
		if n.Kind == graph.Topic {
			if text, err = Set(text, "me.yaml", odd, n.ID, graph.Done); err != nil {
				t.Fatal(err)
			}
		}
	}
	o, err := Read(text, "me.yaml")
	if err != nil {
		t.Fatal(err)
	}
	learned, err := o.Apply(odd)
	if err != nil || strings.Contains(states(learned), "todo") || strings.Count(states(learned), "=done") != 5 {
		t.Errorf("%s%v, %v", text, states(learned), err)
	}
	if _, err := Set([]byte("Planks: >\n  done\n"), "me.yaml", g, "boats/wood/planks", graph.Todo); err == nil {
		t.Error("what is not written in one word is overwritten")
	}
}

func TestTickChangesOneCharacter(t *testing.T) {
	text := "\ufeff# Boats\r\n\r\n## Wood\r\n\r\n- [ ] **Planks**: wide\r\n  - [ ] Oak\r\n  - [x] Elm\r\n1. [ ] [Glue](https://example.org)\r\n- Nails\r\n\r\n## Sails\r\n\r\n* [-] Cutting\r\n* [ ] Sewing <!-- roadmap: status=done -->\r\n> - [ ] Reefs\r\n\r\n| Topic | Status |\r\n|---|---|\r\n| Masts | done |\r\n| Oars | |\r\n"
	g := parse(t, text)
	for title, c := range map[string]struct{ state, from, to string }{
		"Planks":  {"done", "- [ ] **Pl", "- [x] **Pl"},
		"Oak":     {"skipped", "  - [ ] Oak", "  - [-] Oak"},
		"Elm":     {"doing", "  - [x] Elm", "  - [/] Elm"},
		"Glue":    {"done", "1. [ ]", "1. [x]"},
		"Nails":   {"done", "", ""},
		"Cutting": {"todo", "* [-] C", "* [ ] C"},
		"Sewing":  {"todo", "", ""},
	} {
		n, err := g.Find(title, graph.Topic)
		if err != nil {
			t.Error(err)
			continue
		}
		got, err := Tick([]byte(text), n, graph.Status(c.state))
		want := strings.Replace(text, c.from, c.to, 1)
		if c.from == "" {
			if err == nil {
				t.Errorf("%s has no box that decides, and is ticked", title)
			}
			continue
		}
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", title, got, err)
			continue
		}
		if again, err := parse(t, string(got)).Find(title, graph.Topic); err != nil || string(again.Status) != c.state {
			t.Errorf("%s is read as %q afterwards, %v", title, again.Status, err)
		}
	}
}
