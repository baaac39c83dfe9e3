//go:build unix

package main

import (
	"context"
	"fmt"
	"syscall"
)

// become puts another program into the place of this one, which returns only where
// that fails. So its signals, its streams and its exit code need no go-between.
func become(_ context.Context, _ *streams, path string, args []string) error {
	return fmt.Errorf("%s: %w", path, syscall.Exec(path, append([]string{path}, args...), childEnvironment()))
}
