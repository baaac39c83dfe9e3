package fields

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
)

// List writes a list of JSON values one by one, so that not all of them are held at
// once, as an encoder with an indent of one space would write it at that depth.
func List(out *bufio.Writer, depth, n int, value func(i int) any) error {
	if n == 0 {
		_, err := out.WriteString("[]")
		return err
	}
	var b bytes.Buffer
	indent := strings.Repeat(" ", depth+1)
	encode := json.NewEncoder(&b)
	encode.SetEscapeHTML(false)
	encode.SetIndent(indent, " ")
	separator := "[\n"
	for i := range n {
		b.Reset()
		b.WriteString(separator + indent)
		if err := encode.Encode(value(i)); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // a line end
		if _, err := out.Write(b.Bytes()); err != nil {
			return err
		}
		separator = ",\n"
	}
	_, err := out.WriteString("\n" + indent[1:] + "]")
	return err
}
