//go:build unix

package main

import "syscall"

// mostOpen is how many files and connections the system lets this program have; 0 if
// that is not known.
func mostOpen() int {
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l) != nil || uint64(l.Cur) > 1<<30 {
		return 0
	}
	return int(l.Cur)
}
