//go:build unix

package graphviz

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNothingIsLeft: at the deadline, and when the caller gives up, the program
// and what it started are ended.
func TestNothingIsLeft(t *testing.T) {
	for name, c := range map[string]struct {
		timeout time.Duration
		cancel  bool
		want    error
	}{
		"deadline": {2 * time.Second, false, context.DeadlineExceeded},
		"cancel":   {0, true, context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			cache := cacheDir(t)
			result := make(chan error, 1)
			program := fake(t, "hangs")
			go func() {
				_, _, err := run(ctx, t, Config{Helper: program, CacheDir: cache, Timeout: c.timeout})
				result <- err
			}()
			pids := waitForPids(t, filepath.Join(cache, "pids"))
			for _, pid := range pids {
				if c.cancel && !alive(pid) {
					t.Fatalf("process %d has not started", pid)
				}
			}
			if c.cancel {
				cancel()
			}
			if err := <-result; !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			for _, pid := range pids {
				gone(t, pid)
			}
			if _, err := os.Stat(cache); err != nil {
				t.Errorf("the cache was deleted though nothing was wrong with it: %v", err)
			}
		})
	}
}

func waitForPids(t *testing.T, file string) []int {
	t.Helper()
	for range 2000 {
		if b, err := os.ReadFile(file); err == nil {
			pids := make([]int, 2)
			if _, err := fmt.Sscan(string(b), &pids[0], &pids[1]); err != nil {
				t.Fatal(err)
			}
			return pids
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the program did not start")
	return nil
}

// gone waits for a killed process to disappear.
func gone(t *testing.T, pid int) {
	t.Helper()
	for range 2000 {
		if !alive(pid) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("process %d is still there", pid)
}

// alive tells whether a process exists and is no zombie.
func alive(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return false
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return !os.IsNotExist(err)
	}
	_, state, _ := strings.Cut(string(stat), ") ")
	return !strings.HasPrefix(state, "Z")
}
