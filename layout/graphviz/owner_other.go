//go:build !unix

package graphviz

import "io/fs"

// Elsewhere a user's cache folder is guarded by its place in the user's profile.

func ours(fs.FileInfo) bool         { return true }
func openToOthers(fs.FileInfo) bool { return false }
