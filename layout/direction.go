package layout

import "strings"

// RightToLeft reports whether a language, by its BCP 47 tag, is written from right
// to left: figures of documents in it are mirrored.
func RightToLeft(language string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch primary {
	case "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi":
		return true
	}
	return false
}
