package words

// Short is a text of at most so many characters, and an ellipsis behind one that
// had more.
func Short(text string, most int) string {
	if len(text) <= most {
		return text
	}
	count := 0
	for i := range text {
		if count == most {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
