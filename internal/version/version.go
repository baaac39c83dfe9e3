// Package version knows which version of roadmapviz a program is built of, so that
// programs that belong together can tell when they do not.
package version

import (
	"fmt"
	"runtime/debug"
)

// Unknown is the version of a program that was not built of a released or recorded one.
const Unknown = "(devel)"

const module = "github.com/roadmapviz/roadmapviz"

// Of is the version of roadmapviz in the program that build information is about, which
// may be a program of others: that of its module as the go command recorded it, or
// [Unknown].
func Of(info *debug.BuildInfo) string {
	if info == nil {
		return Unknown
	}
	found := &info.Main
	for _, m := range info.Deps {
		if m.Path == module {
			found = m
		}
	}
	if found.Replace != nil {
		found = found.Replace
	}
	if found.Version == "" {
		return Unknown
	}
	return found.Version
}

// Here is the version of this program.
func Here() string {
	info, _ := debug.ReadBuildInfo()
	return Of(info)
}

// Differs says in words how a helper of one version differs from a program of
// another; "" if it does not, or nobody knows.
func Differs(helper, its, program, own string) string {
	for _, v := range []string{its, own} {
		if v == "" || v == Unknown {
			return ""
		}
	}
	if its == own {
		return ""
	}
	return fmt.Sprintf("%s is of version %s, and %s of %s", helper, its, program, own)
}
