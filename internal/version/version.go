// Package version knows which version of roadmapviz a program is built of, so that
// programs that belong together can tell when they do not.
package version

import (
	"fmt"
	"runtime/debug"
	"strings"
	"unicode"
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

// Reader tells programs apart that could read a course otherwise, for what is remembered
// of a reading: the versions of this program and of all modules in it, and of the tables
// of Unicode in Go's library. It is "" unless all of these are recorded: a program of
// changed sources, or of sources without a history, is like no other, and nothing would
// tell when it is changed again.
//
// Versions are chosen, and neither a digest of the program nor one of its sources: the
// first is another on every processor, and the second would have to be kept by hand.
// Builds of one version agree wherever they were made, of whichever release of Go; that
// these read alike is what all figures rely on.
func Reader() string {
	info, _ := debug.ReadBuildInfo()
	return readerOf(info)
}

func readerOf(info *debug.BuildInfo) string {
	if info == nil {
		return ""
	}
	reader := "unicode@" + unicode.Version
	for _, m := range append([]*debug.Module{&info.Main}, info.Deps...) {
		if m.Replace != nil || m.Version == "" || m.Version == Unknown || strings.Contains(m.Version, "+dirty") {
			return ""
		}
		reader += " " + m.Path + "@" + m.Version
	}
	return reader
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
