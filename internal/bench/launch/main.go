//go:build linux

// Launch runs one command and writes what it took to file descriptor 3: the
// nanoseconds, the most memory in KiB and the page faults.
//
// It is a program of its own because a process counts the memory of the one that
// started it as its own peak: this one is as small as any that is measured.
package main

import (
	"os"
	"strconv"
	"syscall"
	"time"
)

func main() {
	start := time.Now()
	child, err := syscall.ForkExec(os.Args[1], os.Args[1:], &syscall.ProcAttr{Env: os.Environ(), Files: []uintptr{0, 1, 2}})
	if err != nil {
		println(os.Args[1]+":", err.Error())
		os.Exit(1)
	}
	var status syscall.WaitStatus
	var used syscall.Rusage
	for {
		if _, err = syscall.Wait4(child, &status, 0, &used); err != syscall.EINTR {
			break
		}
	}
	took := time.Since(start)
	syscall.Write(3, []byte(strconv.FormatInt(took.Nanoseconds(), 10)+" "+strconv.FormatInt(used.Maxrss, 10)+" "+strconv.FormatInt(used.Minflt+used.Majflt, 10)))
	if !status.Exited() || status.ExitStatus() != 0 {
		os.Exit(1)
	}
}
