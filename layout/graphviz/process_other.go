//go:build !unix

package graphviz

import (
	"os"
	"syscall"
)

func attributes() *syscall.SysProcAttr { return nil }

// killAll ends the program. It starts no others.
func killAll(p *os.Process) error { return p.Kill() }
