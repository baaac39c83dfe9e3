package themes

import "strings"

// The families of roles: what a theme says of a family holds for all its roles.
const (
	boxFamily  = "box"
	edgeFamily = "edge"
)

// Roles are the roles that a theme styles, in the order of the documentation.
func Roles() []string {
	return []string{"title", "section", "topic", "subtopic", "more",
		"edge.next", "edge.contains", "edge.requires"}
}

// States are the states that a theme can style.
func States() []string {
	return []string{"optional", "todo", "doing", "done",
		"added", "removed", "renamed", "moved", "highlighted", "dimmed"}
}

// familyOf is the family of a role. A title is a box only in name, having
// neither fill nor outline, and stays outside.
func familyOf(role string) string {
	switch {
	case role == "title":
		return ""
	case strings.HasPrefix(role, "edge."):
		return edgeFamily
	}
	return boxFamily
}
