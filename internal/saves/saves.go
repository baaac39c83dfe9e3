// Package saves does something again whenever files are saved.
package saves

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settleTime is how long nothing must happen before a change counts as complete:
// editors save in several steps.
const settleTime = 100 * time.Millisecond

// mostPatience is how long changes may go on before they are looked at nevertheless.
const mostPatience = time.Second

// Watch does something now and after every change of files, which are asked for each
// time, or of another Markdown document beside them. What is done is one thing at a time;
// its context ends with the next change, as nobody waits for it any more. Watch ends
// without an error when its own context does.
func Watch(ctx context.Context, files func() []string, do func(context.Context)) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	for {
		watched := withTargets(files())
		for _, f := range watched {
			// Folders are watched and not files, because editors put a new file in
			// the place of the old one. What is watched already stays so.
			if err := w.Add(filepath.Dir(f)); err != nil {
				return fmt.Errorf("%s: %w", filepath.Dir(f), err)
			}
		}
		err := during(ctx, do, w, watched)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// during does something until the next change, and waits for its end.
func during(ctx context.Context, do func(context.Context), w *fsnotify.Watcher, files []string) error {
	modes := map[string]fs.FileMode{} // as they are before: what changes from now on is another change
	for _, f := range files {
		modes[f] = modeOf(f)
	}
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		do(ctx)
	}()
	defer func() {
		stop()
		<-done
	}()
	return nextChange(ctx, w, files, modes)
}

// mostLinks bounds the links from link to link to a file, which may go round.
const mostLinks = 40

// withTargets are the files and, of those that are links, what these lead to:
// a link changes when it is replaced, and when its target is saved. Folders are
// named by where they are, so that each has one name.
func withTargets(files []string) []string {
	var all []string
	for _, f := range files {
		for range mostLinks {
			folder := filepath.Dir(f)
			if real, err := filepath.EvalSymlinks(folder); err == nil {
				folder = real
			}
			if whole, err := filepath.Abs(folder); err == nil {
				folder = whole
			}
			f = filepath.Join(folder, filepath.Base(f))
			all = append(all, f)
			target, err := os.Readlink(f)
			if err != nil {
				break // it is no link
			}
			if !filepath.IsAbs(target) {
				target = filepath.Join(folder, target)
			}
			f = target
		}
	}
	return all
}

// nextChange waits until one of the files, or another document beside them, was
// saved or has another mode than it had, and nothing more happens.
func nextChange(ctx context.Context, w *fsnotify.Watcher, files []string, modes map[string]fs.FileMode) error {
	var settled, enough <-chan time.Time
	change := func() {
		settled = time.After(settleTime)
		if enough == nil {
			enough = time.After(mostPatience)
		}
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-settled:
			return nil
		case <-enough:
			return nil
		case e, ok := <-w.Events:
			if !ok {
				return errors.New("the system stopped telling of changes")
			}
			if e.Op == fsnotify.Chmod {
				// Who may read it has changed, or only what nobody asks for, such as a time.
				if before, known := modes[e.Name]; !known || modeOf(e.Name) == before {
					continue
				}
			}
			// A folder that goes is not watched any more, also when it returns.
			isGone := e.Op&(fsnotify.Remove|fsnotify.Rename) != 0 && slices.ContainsFunc(files, func(f string) bool { return filepath.Dir(f) == e.Name })
			if isGone || concerns(e.Name, files) {
				change()
			}
		case err := <-w.Errors:
			// Events were lost, so look again.
			if err != nil {
				change()
			}
		}
	}
}

// modeOf says what a file is and who may read it; 0 if there is none.
func modeOf(name string) fs.FileMode {
	info, err := os.Lstat(name)
	if err != nil {
		return 0
	}
	return info.Mode()
}

func concerns(name string, files []string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return !strings.HasPrefix(filepath.Base(name), ".")
	}
	return slices.Contains(files, name)
}
