//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// apart keeps Ctrl+C, which ends the preview, from a browser that is started for it.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
