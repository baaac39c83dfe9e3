package files

import "strings"

// IsAddress tells the address of something elsewhere, as https://example.org, from the
// path of a file. As a path it would lose a slash, and name a folder.
func IsAddress(name string) bool { return strings.Contains(name, "://") }
