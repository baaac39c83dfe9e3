package layout

import "github.com/roadmapviz/roadmapviz/layout/internal/language"

// RightToLeft reports whether a language, by its BCP 47 tag, is written from right
// to left: figures of documents in it are mirrored.
func RightToLeft(tag string) bool { return language.IsRightToLeft(tag) }
