package layered

import "slices"

// crossings counts the pairs of edges that cross when every edge is a straight
// line from layer to layer. It takes e log e steps: Barth, Jünger and Mutzel,
// "Simple and efficient bilayer cross counting", Journal of Graph Algorithms
// and Applications 8 (2004).
func (n *net) crossings() int {
	sum := 0
	var ends, tree []int32
	for l := 1; l < len(n.rows); l++ {
		n.check()
		ends = ends[:0]
		for _, v := range n.rows[l-1] {
			first := len(ends)
			for _, w := range n.down.of(v) {
				ends = append(ends, n.at[w])
			}
			slices.Sort(ends[first:])
		}
		var c int
		c, tree = inversions(ends, len(n.rows[l]), tree)
		sum += c
	}
	return sum
}

// inversions counts the pairs of numbers below n that stand in falling order,
// with an accumulator tree, whose memory is handed on from call to call.
func inversions(numbers []int32, n int, tree []int32) (int, []int32) {
	leaf := 1
	for leaf < n {
		leaf *= 2
	}
	tree = slices.Grow(tree[:0], 2*leaf)[:2*leaf]
	clear(tree)
	count := 0
	for _, x := range numbers {
		i := leaf + int(x)
		tree[i]++
		for i > 1 {
			if i%2 == 0 {
				count += int(tree[i+1])
			}
			i /= 2
			tree[i]++
		}
	}
	return count, tree
}
