// Gographviz draws a file of DOT with go-graphviz, as a small program of anybody's
// would: gographviz IN OUT. It is measured beside roadmapviz.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-graphviz"
)

func main() {
	if err := draw(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gographviz:", err)
		os.Exit(1)
	}
}

func draw(ctx context.Context, in, out string) error {
	src, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	g, err := graphviz.ParseBytes(src)
	if err != nil {
		return err
	}
	gv, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := gv.Render(ctx, g, graphviz.Format(strings.TrimPrefix(filepath.Ext(out), ".")), &b); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o666)
}
