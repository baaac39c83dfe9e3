// Package git asks the git command.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/files"
)

// Show is the file that an object names, as in REV:PATH, and at most so many bytes.
func Show(ctx context.Context, object string, most int64) ([]byte, error) {
	src, err := run(ctx, most, "cat-file", "blob", object)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", object, err)
	}
	return src, nil
}

// Untracked are those of the paths, as seen from a folder, whose files git does not
// have. A file that does not exist is none of them.
func Untracked(ctx context.Context, folder string, paths []string) (map[string]bool, error) {
	unknown := map[string]bool{}
	for len(paths) > 0 {
		some := paths[:min(len(paths), 500)] // a command line has an end
		paths = paths[len(some):]
		out, err := run(ctx, 1<<30, append([]string{"-C", folder, "--literal-pathspecs", "ls-files", "--others", "-z", "--"}, some...)...)
		if err != nil {
			return nil, err
		}
		for name := range strings.SplitSeq(string(out), "\x00") {
			unknown[name] = name != ""
		}
	}
	return unknown, nil
}

// Root is the repository that a folder is in, and the path with slashes of the folder
// in that; "" if it is in none.
func Root(folder string) (root, inner string) {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return "", ""
	}
	for root = whole; ; root = filepath.Dir(root) {
		if _, err := os.Lstat(filepath.Join(root, ".git")); err == nil {
			inner, err := filepath.Rel(root, whole)
			if err != nil {
				return "", ""
			}
			return root, filepath.ToSlash(inner)
		}
		if root == filepath.Dir(root) {
			return "", ""
		}
	}
}

// Word is a word of a command line as shells take it.
func Word(word string) string {
	plain := func(r rune) bool {
		return strings.ContainsRune("/._-+@%=:,", r) || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	if word != "" && word[0] != '-' && !strings.ContainsFunc(word, func(r rune) bool { return !plain(r) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// run is what git prints; its error is git's own word.
func run(ctx context.Context, most int64, args ...string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	git := exec.CommandContext(ctx, "git", args...)
	var errs bytes.Buffer
	git.Stderr = &errs
	out, err := git.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := git.Start(); err != nil {
		return nil, fmt.Errorf("for this, install git: %w", err)
	}
	printed, err := files.All(out, most)
	if err != nil {
		git.Process.Kill()
	}
	if waitErr := git.Wait(); err == nil && waitErr != nil {
		err = inWords(errs.String())
	}
	return printed, err
}

// inWords is what git says is wrong, with what it says to do about it.
func inWords(said string) error {
	line, rest, _ := strings.Cut(strings.TrimSpace(said), "\n")
	line = strings.TrimPrefix(line, "fatal: ")
	if _, command, ok := strings.Cut(rest, "git config "); ok {
		command, _, _ = strings.Cut(command, "\n")
		line += " (to allow that: git config " + command + ")"
	}
	return errors.New(line)
}
