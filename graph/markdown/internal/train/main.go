package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

func main() {
	docs := corpus(os.Args[2:])
	switch os.Args[1] {
	case "dump":
		for _, d := range docs {
			dump(d)
		}
	case "diff":
		for _, d := range docs {
			differ(d)
		}
	case "oracle":
		oracles(docs)
	case "cross":
		var samples []*sample
		for _, d := range docs {
			samples = append(samples, prepare(d))
		}
		report("cross-validation", cross(samples, 5), true)
	case "try":
		var samples, others []*sample
		for _, d := range docs {
			if x := prepare(d); strings.HasPrefix(d.name, "test ") {
				others = append(others, x)
			} else {
				samples = append(samples, x)
			}
		}
		w := train(samples)
		var vs []verdict
		for _, s := range others {
			vs = append(vs, test(s, w))
		}
		report("untouched", vs, true)
	case "weights":
		var samples []*sample
		for _, d := range docs {
			samples = append(samples, prepare(d))
		}
		f, err := os.Create("graph/markdown/internal/shape/weights.txt")
		if err == nil {
			err = train(samples).Write(f)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "mistakes":
		var samples []*sample
		for _, d := range docs {
			samples = append(samples, prepare(d))
		}
		mistakes(samples)
	case "fit":
		var samples []*sample
		for _, d := range docs {
			samples = append(samples, prepare(d))
		}
		w := train(samples)
		var vs []verdict
		for _, s := range samples {
			vs = append(vs, test(s, w))
		}
		report("fit", vs, true)
	}
	fmt.Println(len(docs), "documents")
}

func outline(t *shape.Tree, r *shape.Reading) plain {
	p := plain{parts: partsOf(t, r)}
	t.Outline(r, func(s *shape.Node, topics []*shape.Node) {
		p.sections = append(p.sections, key(s.Title))
		for _, x := range topics {
			p.topics = append(p.topics, [2]string{key(s.Title), key(x.Title)})
		}
	})
	return p
}

// partsOf are the titles of the parts of a reading, if there are several.
func partsOf(t *shape.Tree, r *shape.Reading) []string {
	var out []string
	for _, n := range t.Nodes {
		if r.Roles[n.Index] == shape.Part {
			out = append(out, key(n.Title))
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// lenient is the outline with the titles that the label has, where an element
// may be called so.
func (o *oracle) lenient(t *shape.Tree, r *shape.Reading) plain {
	p := plain{parts: partsOf(t, r)}
	t.Outline(r, func(s *shape.Node, topics []*shape.Node) {
		name := key(s.Title)
		for _, k := range o.of(s.Element) {
			if o.sections[k] {
				name = k
				break
			}
		}
		p.sections = append(p.sections, name)
		for _, x := range topics {
			topic := key(x.Title)
			for _, k := range o.of(x.Element) {
				if o.topics[name][k] {
					topic = k
					break
				}
			}
			p.topics = append(p.topics, [2]string{name, topic})
		}
	})
	return p
}

func oracles(docs []*document) {
	var sum, strict float64
	right, rightStrict, schemes := 0, 0, 0
	type line struct {
		v float64
		s string
	}
	var lines []line
	for _, d := range docs {
		t := shape.NewTree(page.Read(d.src, page.Options{File: d.name + ".md"}))
		best, bestStrict, what := -1.0, 0.0, ""
		all := t.Schemes()
		schemes += len(all)
		for _, g := range d.golds() {
			o := newOracle(g)
			for _, s := range all {
				r := t.Read(s, o)
				v := g.score(o.lenient(t, r))
				if v.worst() > best {
					best = v.worst()
					bestStrict = g.score(outline(t, r)).worst()
					what = fmt.Sprintf("%s parts=%v sections=%v region=%v %q", fmt.Sprint(v), shape.Name(s.Parts), shape.Name(s.Sections), s.Region.Kind, s.Region.Title)
				}
			}
		}
		sum += best
		strict += bestStrict
		if best >= .95 {
			right++
		}
		if bestStrict >= .95 {
			rightStrict++
		}
		lines = append(lines, line{best, fmt.Sprintf("%.3f strict %.3f %s %d schemes: %s", best, bestStrict, d.name, len(all), what)})
	}
	sort.Slice(lines, func(i, j int) bool { return lines[i].v < lines[j].v })
	for _, l := range lines {
		fmt.Println(l.s)
	}
	n := float64(len(docs))
	fmt.Printf("oracle mean %.3f right %d; strict %.3f right %d; %d schemes\n", sum/n, right, strict/n, rightStrict, schemes)
}

func corpus(args []string) []*document {
	var out []*document
	for _, a := range args {
		if a == "cases" {
			docs, err := caseFolders("graph/markdown/testdata")
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			out = append(out, docs...)
			continue
		}
		a, times, _ := strings.Cut(a, "*")
		dir, expected, ok := strings.Cut(a, ":")
		if !ok {
			expected = filepath.Join(dir, "expected")
		}
		docs, err := load(dir, expected)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if times == "test" {
			for _, d := range docs {
				d.name = "test " + d.name
			}
		}
		if weight, err := strconv.ParseFloat(times, 64); err == nil {
			for _, d := range docs {
				d.weight = weight
			}
		}
		out = append(out, docs...)
	}
	return out
}
