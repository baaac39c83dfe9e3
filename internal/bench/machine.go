//go:build linux

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// machine is where something was measured.
type machine struct {
	Processor    string
	Cores        int
	Memory       int // GiB
	System       string
	Kernel       string
	HugePages    string
	Load         string  // how many wanted a processor in the minute before
	FaultNS      float64 // what the first touch of a page costs
	Instructions bool    // whether they are counted
	Go           string
	Tools        []string // with their versions
	Missing      []string // tools that are not installed
	Date         string
	Commit       string
}

func describe() machine {
	return machine{
		Processor: field("/proc/cpuinfo", "model name"), Cores: runtime.NumCPU(), Memory: memory("MemTotal") >> 20,
		System: strings.Trim(field("/etc/os-release", "PRETTY_NAME"), `"`), Kernel: said("uname", "-r"),
		Load: strings.Fields(said("cat", "/proc/loadavg") + " 0")[0], HugePages: bracketed("/sys/kernel/mm/transparent_hugepage/enabled"), FaultNS: faultCost(),
		Instructions: instructions("true") > 0, Go: said("go", "env", "GOVERSION"),
		Date: time.Now().UTC().Format(time.DateOnly), Commit: said("git", "rev-parse", "--short", "HEAD"),
	}
}

// field is the value of a key in a file of keys and values, a line each.
func field(path, key string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), key); ok {
			return strings.TrimLeft(rest, " \t:=")
		}
	}
	return ""
}

// memory is a figure of /proc/meminfo, in KiB.
func memory(key string) (n int) {
	fmt.Sscan(field("/proc/meminfo", key), &n)
	return n
}

// bracketed is which of the choices in a file is taken.
func bracketed(path string) string {
	data, _ := os.ReadFile(path)
	return strings.Trim(string(regexp.MustCompile(`\[.*\]`).Find(data)), "[]")
}

// said is the first line of what a command prints.
func said(command ...string) string {
	if len(command) == 0 {
		return ""
	}
	out, _ := exec.Command(command[0], command[1:]...).CombinedOutput()
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line)
}

// faultCost is how many nanoseconds it takes to touch a page for the first time: the
// median of some rounds over pages that nobody had before.
func faultCost() float64 {
	const pages = 16 << 10
	size := os.Getpagesize()
	var rounds []float64
	for range 9 {
		fresh, err := syscall.Mmap(-1, 0, pages*size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
		if err != nil {
			return 0
		}
		syscall.Madvise(fresh, syscall.MADV_NOHUGEPAGE)
		start := time.Now()
		for i := range pages {
			fresh[i*size] = 1
		}
		rounds = append(rounds, float64(time.Since(start).Nanoseconds())/pages)
		syscall.Munmap(fresh)
	}
	return median(rounds)
}

func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}
