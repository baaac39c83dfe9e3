package themes

import (
	"slices"
	"strings"
)

// The families of roles: what a theme says of a family holds for all its roles.
const (
	boxFamily  = "box"
	edgeFamily = "edge"
)

// subjects are what a theme file may say something of: the families, and the
// roles in the order of the documentation.
var subjects = [...]string{boxFamily, edgeFamily,
	"title", "part", "section", "topic", "subtopic", "more", "group",
	"edge.next", "edge.contains", "edge.requires"}

var roles = subjects[2:]

var states = [...]string{"optional", "todo", "doing", "done", "guessed",
	"added", "removed", "renamed", "moved", "highlighted", "dimmed"}

// Roles are the roles that a theme styles.
func Roles() []string { return slices.Clone(roles) }

// States are the states that a theme can style.
func States() []string { return slices.Clone(states[:]) }

// familyOf is the family of a role. Titles, which have neither fill nor
// outline, and the panels of groups, which have no text, stay outside.
func familyOf(role string) string {
	switch {
	case role == "title" || role == "group":
		return ""
	case strings.HasPrefix(role, "edge."):
		return edgeFamily
	}
	return boxFamily
}
