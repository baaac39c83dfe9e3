package graph

import (
	"fmt"
	"slices"
	"strings"
)

// CycleError says that a course asks for one thing before another and for the
// other before the one.
type CycleError struct {
	// Cycles holds node IDs in learning direction, each cycle beginning with
	// its first node in document order, which is not repeated at its end.
	Cycles [][]string
}

// Error names the first cycle, and how many more there are.
func (e *CycleError) Error() string {
	if len(e.Cycles) == 0 {
		return "the course has a cycle"
	}
	first := e.Cycles[0]
	text := "cycle: " + strings.Join(first, " → ") + " → " + first[0]
	if more := len(e.Cycles) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// Cycles are the cycles of the graph, over edges of all kinds but [Leads]: of each
// strongly connected component a shortest cycle through its first node.
// A graph without cycles gives nil. Both cycles and their nodes stand in an
// order that depends on document order only. Edges to unknown nodes are
// ignored. Linear in nodes and edges.
func (g *Graph) Cycles() [][]string {
	x := NewIndex(g)
	out := newLinks(x, forward)
	var cycles [][]string
	for _, component := range components(out) {
		first := slices.Min(component)
		if cycle := shortestCycle(out, component, first); cycle != nil {
			cycles = append(cycles, ids(g, cycle))
		}
	}
	slices.SortFunc(cycles, func(a, b []string) int { return x.At(a[0]) - x.At(b[0]) })
	return cycles
}

// components are the strongly connected components of more than one node and
// the nodes with an edge to themselves. Tarjan, "Depth-first search and linear
// graph algorithms" (1972), with a stack of our own instead of recursion.
func components(out *links) [][]int {
	n := out.len()
	var (
		found   [][]int
		number  = make([]int, n) // order of discovery from 1; 0 is not seen yet
		low     = make([]int, n)
		onStack = make([]bool, n)
		next    = make([]int, n) // which edge of a node to follow next
		stack   []int            // nodes whose component is not complete
		call    []int            // the path of the search
		count   int
	)
	enter := func(v int) {
		count++
		number[v], low[v], onStack[v] = count, count, true
		stack, call = append(stack, v), append(call, v)
	}
	for root := range n {
		if number[root] > 0 {
			continue
		}
		for enter(root); len(call) > 0; {
			v := call[len(call)-1]
			if targets := out.of(v); next[v] < len(targets) {
				w := targets[next[v]].node
				next[v]++
				switch {
				case number[w] == 0:
					enter(w)
				case onStack[w]:
					low[v] = min(low[v], number[w])
				}
				continue
			}
			call = call[:len(call)-1]
			if len(call) > 0 {
				parent := call[len(call)-1]
				low[parent] = min(low[parent], low[v])
			}
			if low[v] < number[v] {
				continue
			}
			cut := len(stack) - 1
			for stack[cut] != v {
				cut--
			}
			component := slices.Clone(stack[cut:])
			stack = stack[:cut]
			for _, w := range component {
				onStack[w] = false
			}
			if len(component) > 1 || out.joins(v, v) {
				found = append(found, component)
			}
		}
	}
	return found
}

// shortestCycle is a shortest way from first back to first inside the
// component, found breadth first.
func shortestCycle(out *links, component []int, first int) []int {
	if out.joins(first, first) {
		return []int{first}
	}
	inside := make(map[int]bool, len(component))
	for _, v := range component {
		inside[v] = true
	}
	from := map[int]int{}
	for queue := []int{first}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		for _, l := range out.of(v) {
			if l.node == first {
				var cycle []int
				for ; v != first; v = from[v] {
					cycle = append(cycle, v)
				}
				cycle = append(cycle, first)
				slices.Reverse(cycle)
				return cycle
			}
			if _, seen := from[l.node]; inside[l.node] && !seen {
				from[l.node] = v
				queue = append(queue, l.node)
			}
		}
	}
	return nil
}

func ids(g *Graph, positions []int) []string {
	names := make([]string, len(positions))
	for i, p := range positions {
		names[i] = g.Nodes[p].ID
	}
	return names
}
