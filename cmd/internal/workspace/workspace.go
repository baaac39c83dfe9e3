// Package workspace is what the programs share: which course and settings are meant
// by arguments and a working folder, how they are read, and what figures take from
// the machine.
package workspace

// ParentVersion is the environment variable in which a program says its version to one
// that it runs in its place.
const ParentVersion = "ROADMAPVIZ_VERSION"

// OneVersion says how programs come to be of one version.
const OneVersion = "install all with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest'"
