// Package workspace is what the programs share: which course and settings are meant
// by arguments and a working folder, how they are read, and what figures take from
// the machine.
package workspace
