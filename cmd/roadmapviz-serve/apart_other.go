//go:build !unix

package main

import "os/exec"

// apart does nothing where a browser is no child of the program that opens it.
func apart(*exec.Cmd) {}
