//go:build unix

package files

import "syscall"

// withoutWaiting opens a pipe at once.
const withoutWaiting = syscall.O_NONBLOCK
