package themes

import "strings"

// The families of roles: what a theme says of a family holds for all its roles.
const (
	boxFamily  = "box"
	edgeFamily = "edge"
)

// Roles are the roles that a theme styles, in the order of the documentation.
func Roles() []string {
	return []string{"title", "section", "topic", "subtopic", "more", "part", "group",
		"edge.next", "edge.contains", "edge.requires"}
}

// States are the states that a theme can style.
func States() []string {
	return []string{"optional", "todo", "doing", "done",
		"added", "removed", "renamed", "moved", "highlighted", "dimmed"}
}

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
