// Package workspace is what the programs share: which course and settings are meant
// by arguments and a working folder, how they are read, and what figures take from
// the machine.
package workspace

import "runtime/debug"

// Version is the module's version as the go command recorded it.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
