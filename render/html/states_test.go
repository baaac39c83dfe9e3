package html_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/progress"
)

// modules puts what scripts of the page export into the variable "rv" of an empty tab.
func (p page) modules(names ...string) {
	p.Helper()
	var all strings.Builder
	for _, name := range names {
		fmt.Fprintf(&all, "export * from './%s.js';\n", name)
	}
	made := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: all.String(), ResolveDir: "page"},
		Bundle: true, Format: api.FormatIIFE, GlobalName: "rv",
	})
	if len(made.Errors) > 0 {
		p.Fatal(made.Errors)
	}
	eval[bool](p, string(made.OutputFiles[0].Contents)+";globalThis.rv = rv; true")
}

// course is a course as scripts have it.
const makeCourse = `globalThis.makeCourse = ({items, order, told}) => {
	const all = items.map((of, n) => ({...of, n, children: [], element: null}));
	for (const item of all) {
		item.parent = item.parent < 0 ? null : all[item.parent];
		item.needs = item.needs.map((n) => all[n]);
		item.parent?.children.push(item);
	}
	return {items: all, byID: new Map(all.map((item) => [item.id, item])), roots: all.filter((item) => !item.parent), order: order.map((n) => all[n]), told};
}; true`

type scriptItem struct {
	ID       string       `json:"id"`
	Kind     graph.Kind   `json:"kind"`
	Title    string       `json:"title"`
	Parent   int          `json:"parent"`
	Optional bool         `json:"optional"`
	Told     graph.Status `json:"told"`
	Needs    []int        `json:"needs"`
}

type scriptCourse struct {
	Items []scriptItem `json:"items"`
	Order []int        `json:"order"`
	Told  graph.Status `json:"told"`
}

// scripted is a graph whose first node is the course, and which has no resources and
// nothing excluded, as the scripts read it from the page.
func scripted(g *graph.Graph) scriptCourse {
	x := graph.NewIndex(g)
	c := scriptCourse{Told: g.Nodes[0].Status, Order: []int{}}
	for i, n := range g.Nodes[1:] {
		c.Items = append(c.Items, scriptItem{n.ID, n.Kind, n.Title, x.Parent(i+1) - 1, n.Optional, n.Status, []int{}})
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			to := &c.Items[x.At(e.To)-1]
			to.Needs = append(to.Needs, x.At(e.From)-1)
		}
	}
	for _, i := range g.Order() {
		if g.Nodes[i].Kind == graph.Topic {
			c.Order = append(c.Order, i-1)
		}
	}
	return c
}

// randomCourse has parts, sections, topics and sub-topics with states, and prerequisites
// that point forward in the document or, where they close no cycle, backward.
func randomCourse(r *rand.Rand) *graph.Graph {
	g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course", Status: randomStatus(r, 12)}}}
	add := func(parent string, kind graph.Kind) string {
		id := fmt.Sprintf("n%d", len(g.Nodes))
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: kind, Parent: parent, Title: "Title " + id, Optional: r.IntN(4) == 0, Status: randomStatus(r, 3)})
		g.Edges = append(g.Edges, graph.Edge{From: parent, To: id, Kind: graph.Contains})
		return id
	}
	for range 1 + r.IntN(3) {
		part := add(graph.CourseID, graph.Part)
		for range r.IntN(4) {
			section := add(part, graph.Section)
			for range r.IntN(5) {
				topic := add(section, graph.Topic)
				for range max(0, r.IntN(6)-3) {
					sub := add(topic, graph.Topic)
					for range max(0, r.IntN(5)-3) {
						add(sub, graph.Topic)
					}
				}
			}
		}
	}
	for range r.IntN(len(g.Nodes)) {
		from, to := 1+r.IntN(len(g.Nodes)-1), 1+r.IntN(len(g.Nodes)-1)
		with := *g
		with.Edges = append(g.Edges[:len(g.Edges):len(g.Edges)], graph.Edge{From: g.Nodes[from].ID, To: g.Nodes[to].ID, Kind: graph.Requires})
		if with.Check() == nil {
			g = &with
		}
	}
	return g
}

func randomStatus(r *rand.Rand, rare int) graph.Status {
	if r.IntN(rare) > 0 {
		return graph.Unknown
	}
	return graph.Status(graph.Statuses()[r.IntN(4)])
}

// compare tells how what scripts say of a course differs from what package graph says.
func compare(learned *graph.Graph, got scriptResult) error {
	x := graph.NewIndex(learned)
	states, counts := x.States(), x.Progress()
	for i := range learned.Nodes[1:] {
		n := learned.Nodes[i+1]
		state := got.States[i]
		if n.Kind == graph.Topic && state == graph.Unknown {
			state = graph.Todo // as overlays have it
		}
		if state != states[i+1] {
			return fmt.Errorf("%s is %q, want %q", n.ID, state, states[i+1])
		}
		if n.Kind == graph.Topic {
			continue
		}
		if count := counts[i+1]; got.Counts[i] != count {
			return fmt.Errorf("the count of %s is %v, want %v", n.ID, got.Counts[i], count)
		}
	}
	if total := got.Counts[len(learned.Nodes)-1]; total != counts[0] {
		return fmt.Errorf("the total is %v, want %v", total, counts[0])
	}
	next := []string{}
	for _, n := range learned.NextOpen() {
		next = append(next, n.ID)
	}
	if fmt.Sprint(next) != fmt.Sprint(got.Next) {
		return fmt.Errorf("next are %v, want %v", got.Next, next)
	}
	return nil
}

type scriptResult struct {
	States []graph.Status   `json:"states"`
	Counts []graph.Progress `json:"counts"`
	Next   []string         `json:"next"`
}

// What the scripts say of a course with a learner's words is what the program says of
// it with the overlay.
func TestStatesAreThoseOfTheProgram(t *testing.T) {
	p := newPage(t)
	p.modules("states")
	eval[bool](p, makeCourse)
	eval[bool](p, `globalThis.follow = (of, said) => {
		const course = makeCourse(of);
		const words = rv.heard(course, new Map(Object.entries(said).map(([id, state]) => [course.byID.get(id), state])));
		const states = rv.statesOf(course, words);
		return {states, counts: rv.countsOf(course, states), next: rv.nextOf(course, words, states).map((item) => item.id)};
	}; true`)
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		g := randomCourse(r)
		said := map[string]graph.Status{}
		for _, n := range g.Nodes[1:] {
			if s := randomStatus(r, 4); s != graph.Unknown {
				said[n.ID] = s
			}
		}
		overlay, _ := json.Marshal(said)
		learned := apply(t, g, overlay)
		of, _ := json.Marshal(scripted(g))
		got := eval[scriptResult](p, fmt.Sprintf("follow(%s, %s)", of, overlay))
		if err := compare(learned, got); err != nil {
			t.Fatalf("%v\n%s\n%s", err, of, overlay)
		}
	}
}

func apply(t *testing.T, g *graph.Graph, overlay []byte) *graph.Graph {
	t.Helper()
	o, err := progress.Read(overlay, "progress.json")
	if err != nil {
		t.Fatal(err)
	}
	learned, err := o.Apply(g)
	if err != nil {
		t.Fatal(err)
	}
	return learned
}

type marking struct {
	Overlay map[string]graph.Status `json:"overlay"`
	Result  scriptResult            `json:"result"`
	Wrong   string                  `json:"wrong"`
}

// Whatever a learner marks, undoes and does again, the words stay consistent: nothing
// is done that holds something open, and the program reads the same of the overlay; a
// link says the same; and what was undone is as it was.
func TestMarkingIsConsistent(t *testing.T) {
	p := newPage(t)
	p.modules("store", "states", "sharing", "overlay", "record")
	eval[bool](p, makeCourse)
	eval[bool](p, `globalThis.marking = (of, marks) => {
		const course = makeCourse(of);
		const store = rv.openStore(course);
		const shot = () => JSON.stringify(course.items.map((item) => store.state(item)));
		const shots = [shot()];
		let wrong = '';
		for (const [n, state] of marks) {
			const item = course.items[n];
			store.set([item], state);
			shots.push(shot());
			if (store.state(item) !== state && !(state === 'todo' && item.children.length > 0)) wrong ||= item.id + ' is ' + store.state(item) + ' after ' + state;
			for (let at = item.parent; at; at = at.parent) {
				if (rv.isSettled(store.state(at)) && !rv.isSettled(store.state(item))) wrong ||= at.id + ' is ' + store.state(at) + ' with ' + item.id + ' open';
			}
			if (rv.isSettled(state) || state === 'todo') for (const child of item.children) {
				if ((store.state(child) || 'todo') !== state && !(state === 'todo' && child.children.length > 0)) wrong ||= child.id + ' is ' + store.state(child) + ' in ' + item.id + ', ' + state;
			}
			const link = rv.fromLink(course, rv.toLink(course, store.words()));
			const other = rv.openStore(course);
			if (link) other.take(link.words);
			if (!link || link.missing) wrong ||= 'the link is not read';
			for (const of of course.items) {
				if (of.kind === 'topic' && (other.state(of) || 'todo') !== (store.state(of) || 'todo')) wrong ||= 'by the link ' + of.id + ' is ' + other.state(of) + ', not ' + store.state(of);
			}
			const record = rv.readRecord(rv.written(rv.recordOf('x', course, store.words(), [])));
			const placed = record && rv.place(record, course);
			if (!placed || placed.changed || placed.rest.length || rv.difference(placed.words, store.words()).size) wrong ||= 'the record differs';
		}
		const overlay = JSON.parse(rv.toJSON({store, course}));
		const words = course.items.map((item) => store.said(item));
		const states = course.items.map((item) => store.state(item));
		const result = {states, counts: rv.countsOf(course, states), next: store.next().map((item) => item.id)};
		for (let i = marks.length - 1; i >= 0; i--) {
			if (shots[i] === shots[i + 1]) continue; // may be no step
			while (shot() === shots[i + 1] && store.undo());
			if (shot() !== shots[i]) wrong ||= 'undone, ' + i + ' is not as it was';
		}
		while (store.redo());
		if (shot() !== shots.at(-1)) wrong ||= 'done again, it is not as it was';
		return {overlay, result, wrong};
	}; true`)
	r := rand.New(rand.NewPCG(3, 4))
	for range 150 {
		g := randomCourse(r)
		var marks [][2]any
		for range 1 + r.IntN(12) {
			marks = append(marks, [2]any{r.IntN(len(g.Nodes) - 1), graph.Statuses()[r.IntN(4)]})
		}
		of, _ := json.Marshal(scripted(g))
		list, _ := json.Marshal(marks)
		got := eval[marking](p, fmt.Sprintf("marking(%s, %s)", of, list))
		overlay, _ := json.Marshal(got.Overlay)
		if got.Wrong != "" {
			t.Fatalf("%s\n%s\n%s", got.Wrong, of, list)
		}
		if err := compare(apply(t, g, overlay), got.Result); err != nil {
			t.Fatalf("%v\n%s\n%s\n%s", err, of, list, overlay)
		}
	}
}
