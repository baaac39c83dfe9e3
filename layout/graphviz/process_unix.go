//go:build unix && !linux

package graphviz

import (
	"os"
	"syscall"
)

// attributes put the program into a process group of its own, to be killed
// with all that it starts.
func attributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// killAll ends the program and what it started.
func killAll(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGKILL) }
