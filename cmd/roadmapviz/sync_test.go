package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// changeText OLD NEW replaces a text in README.md, where it must be; "\n" in them is
// a newline.
func changeText(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: change OLD NEW")
	}
	plain := strings.NewReplacer(`\n`, "\n").Replace
	old := ts.ReadFile("README.md")
	text := strings.Replace(old, plain(args[0]), plain(args[1]), 1)
	if text == old {
		ts.Fatalf("README.md has no %q", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs("README.md"), []byte(text), 0o666))
}

// says CHANGE runs check, wants exactly this change of the text and no other,
// and runs sync so that the next check is about the next change.
func says(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: says CHANGE")
	}
	status(ts, false, []string{"3", "roadmapviz", "check"})
	out := ts.ReadFile("stdout")
	head, rest, _ := strings.Cut(out, "\n")
	if !regexp.MustCompile(`^README.md:\d+: \S+ is out of date: the text changed$`).MatchString(head) || rest != args[0]+"\n" {
		ts.Fatalf("check says\n%s\nwant\n%s", out, args[0])
	}
	ts.Check(ts.Exec("roadmapviz", "sync"))
}

// strip FILE takes a figure's metadata away, as a drawing program would.
func strip(ts *testscript.TestScript, neg bool, args []string) {
	spoil(ts, args[0], func(file []byte) []byte {
		return bytes.Replace(file, []byte("iTXtroadmapviz"), []byte("iTXtsomebodyes"), 1)
	})
}

// corrupt FILE flips a bit of a figure's metadata.
func corrupt(ts *testscript.TestScript, neg bool, args []string) {
	spoil(ts, args[0], func(file []byte) []byte {
		file[bytes.Index(file, []byte("iTXtroadmapviz"))+100] ^= 1
		return file
	})
}

func spoil(ts *testscript.TestScript, path string, how func([]byte) []byte) {
	file := ts.MkAbs(path)
	data, err := os.ReadFile(file)
	ts.Check(err)
	ts.Check(os.WriteFile(file, how(data), 0o666))
}

// spoiltext FILE changes a figure, but not what it says about itself.
func spoiltext(ts *testscript.TestScript, neg bool, args []string) {
	spoil(ts, args[0], func(file []byte) []byte { return bytes.Replace(file, []byte("</desc>"), []byte("!</desc>"), 1) })
}
