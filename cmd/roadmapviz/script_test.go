package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The program of the tests has a reader, as a released one: whatever they see of check and
// sync holds where documents are recalled.
func TestMain(m *testing.M) {
	readerVersion = func() string {
		if reader, is := os.LookupEnv("READER"); is { // a script has another
			return reader
		}
		return "that of the tests"
	}
	testscript.Main(m, map[string]func(){"roadmapviz": main})
}

// TestScripts runs the command lines in testdata/script against the real
// program.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"repeat": repeat,
			"change": changeText, "says": says, "strip": strip, "corrupt": corrupt, "spoiltext": spoiltext,
			"click": click,
		},
		Setup: func(e *testscript.Env) error {
			// Fonts of the machine must not change what the scripts see.
			e.Setenv("XDG_CACHE_HOME", e.WorkDir+"/.cache")
			e.Setenv("HOME", e.WorkDir)
			hooks, err := filepath.Abs("../../.pre-commit-hooks.yaml")
			e.Setenv("HOOKS", hooks)
			return err
		},
	})
}

// internals are words by which packages, systems and parsers speak to programmers.
// No message has them.
var internals = regexp.MustCompile(`strconv\.|unmarshal|(^|: )(json|yaml): |Go (value|struct)|invalid character|XML syntax|unknown (flag|shorthand)|invalid argument|arg\(s\)|openat|lstat|\.tmp\b|0x[0-9a-f]{6}|%!`)

// status CODE COMMAND… runs a command and fails unless it exits with the code and
// speaks of it to people.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND [ARG…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	if word := internals.FindString(ts.ReadFile("stderr")); word != "" {
		ts.Fatalf("the message has the word %q, which is for programmers", word)
	}
}

// repeat FILE COUNT BEFORE EACH AFTER writes a file of BEFORE, COUNT times
// EACH, and AFTER; "\n" in them is a newline.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: repeat FILE COUNT BEFORE EACH AFTER")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	plain := strings.NewReplacer(`\n`, "\n").Replace
	text := fmt.Sprint(plain(args[2]), strings.Repeat(plain(args[3]), n), plain(args[4]))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}
