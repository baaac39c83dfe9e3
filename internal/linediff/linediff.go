// Package linediff shows which lines of a text change when some are replaced.
package linediff

import (
	"bytes"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// context is how many lines are shown around each change.
const context = 3

// Unified is the unified diff of two texts of equally many lines, as git would
// print it, and empty if they are the same. It is for people: what a terminal
// would obey is shown.
func Unified(name string, before, after []byte) []byte {
	if bytes.Equal(before, after) {
		return nil
	}
	a, b := splitLines(before), splitLines(after)
	var out bytes.Buffer
	terminal.Print(&out, "--- a/%s", name)
	terminal.Print(&out, "+++ b/%s", name)
	for i := 0; i < len(a); i++ {
		if bytes.Equal(a[i], b[i]) {
			continue
		}
		start, end := max(i-context, 0), hunkEnd(a, b, i)
		terminal.Print(&out, "@@ -%d,%d +%d,%d @@", start+1, end-start, start+1, end-start)
		writeHunk(&out, a[start:end], b[start:end])
		i = end - 1
	}
	return out.Bytes()
}

// hunkEnd is where the hunk of the change in line i ends: behind the context
// of the last change that is no further than two contexts from the one before.
func hunkEnd(a, b [][]byte, i int) int {
	last := i
	for j := i; j < len(a) && j <= last+2*context+1; j++ {
		if !bytes.Equal(a[j], b[j]) {
			last = j
		}
	}
	return min(last+context+1, len(a))
}

func writeHunk(out *bytes.Buffer, a, b [][]byte) {
	for i := 0; i < len(a); {
		if bytes.Equal(a[i], b[i]) {
			writeLine(out, ' ', a[i])
			i++
			continue
		}
		end := i
		for end < len(a) && !bytes.Equal(a[end], b[end]) {
			end++
		}
		for _, line := range a[i:end] {
			writeLine(out, '-', line)
		}
		for _, line := range b[i:end] {
			writeLine(out, '+', line)
		}
		i = end
	}
}

// writeLine writes a line with its own end, so that the diff is a patch where no
// character had to be escaped.
func writeLine(out *bytes.Buffer, sign byte, line []byte) {
	text := bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	out.WriteString(terminal.Line(string(sign) + string(text)))
	out.Write(line[len(text):])
	if !bytes.HasSuffix(line, []byte("\n")) {
		out.WriteString("\n\\ No newline at end of file\n")
	}
}

// splitLines are the lines with their ends; what follows the last newline
// counts when it is not empty.
func splitLines(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}
