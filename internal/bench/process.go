//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// usage is what one run of a command took, with all processes that it started and
// waited for; the memory is that of the largest of them.
type usage struct {
	seconds float64
	peak    int64 // KiB
	faults  int64
	said    string // what it said
}

// adopt makes this process the parent of all that its children leave behind, so that
// a browser can be ended which a stopped command has started.
func adopt() {
	const setChildSubreaper = 36 // PR_SET_CHILD_SUBREAPER of <linux/prctl.h>
	syscall.RawSyscall6(syscall.SYS_PRCTL, setChildSubreaper, 1, 0, 0, 0, 0)
}

// run runs a command, and ends it with all that it started when it takes too long.
// Its output must be there afterwards.
func (b *bench) run(output string, command ...string) (usage, error) {
	os.Remove(output)
	program, err := exec.LookPath(command[0])
	if err != nil {
		return usage{}, err
	}
	messages, err := os.CreateTemp(b.work, "messages") // files, so that nobody has to read while time is taken
	if err != nil {
		return usage{}, err
	}
	defer discard(messages)
	figures, err := os.CreateTemp(b.work, "usage")
	if err != nil {
		return usage{}, err
	}
	defer discard(figures)
	c := exec.Command(filepath.Join(b.work, "launch"), append([]string{program}, command[1:]...)...)
	c.Stderr, c.ExtraFiles = messages, []*os.File{figures}
	if err := c.Start(); err != nil {
		return usage{}, err
	}
	alarm := time.AfterFunc(b.limit, func() { end(os.Getpid()) })
	err = c.Wait()
	if !alarm.Stop() {
		return usage{}, fmt.Errorf("not done in %.0f s", b.limit.Seconds())
	}
	end(os.Getpid())
	for { // what the command left behind is ours
		if child, _ := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); child <= 0 {
			break
		}
	}
	said, _ := os.ReadFile(messages.Name())
	if err != nil {
		return usage{}, fmt.Errorf("failed: %s", last(string(said)))
	}
	if output != "" && !written(output) {
		return usage{}, fmt.Errorf("nothing is written")
	}
	var ns int64
	u := usage{said: string(said)}
	data, err := os.ReadFile(figures.Name())
	if err == nil {
		_, err = fmt.Sscan(string(data), &ns, &u.peak, &u.faults)
	}
	u.seconds = float64(ns) / 1e9
	return u, err
}

func discard(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

func written(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// last is the last line of what a command says.
func last(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}

// end ends all descendants of a process.
func end(of int) {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", of))
	for _, list := range lists {
		children, _ := os.ReadFile(list)
		for _, child := range strings.Fields(string(children)) {
			id, _ := strconv.Atoi(child)
			end(id)
			syscall.Kill(id, syscall.SIGKILL)
		}
	}
}

// instructions counts those that a command and what it starts execute in user space,
// where the machine counts them; elsewhere it is 0.
func instructions(command ...string) (n int64) {
	counted, err := os.CreateTemp("", "instructions")
	if err != nil {
		return 0
	}
	defer discard(counted)
	perf := append([]string{"stat", "-x", ",", "-e", "instructions:u", "-o", counted.Name(), "--"}, command...)
	if exec.Command("perf", perf...).Run() != nil {
		return 0
	}
	said, _ := os.ReadFile(counted.Name())
	fmt.Sscan(string(regexp.MustCompile(`(?m)^\d+`).Find(said)), &n)
	return n
}
