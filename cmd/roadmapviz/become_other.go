//go:build !unix

package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
)

// become runs another program and ends with its exit code. Both get the signals of
// their terminal; where this one is to end, so is that.
func become(ctx context.Context, s *streams, path string, args []string) error {
	child := exec.CommandContext(ctx, path, args...)
	child.Stdin, child.Stdout, child.Stderr = s.in, s.out, os.Stderr
	child.Env = childEnvironment()
	err := child.Run()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	return err
}
