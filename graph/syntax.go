package graph

// SyntaxError says what is wrong with a file that holds a graph, and where.
// Every decoder below this package returns it for input that it cannot read.
type SyntaxError struct {
	Source  Position // without the file, which a decoder does not know
	Message string
	Hint    string // what to do; may be empty
	Err     error  // the cause, such as an [*InvalidError]; may be nil
}

// Error is one line: "file:line:column: message (hint)".
func (e *SyntaxError) Error() string {
	text := e.Message
	if p := e.Source.String(); p != "" {
		text = p + ": " + text
	}
	if e.Hint != "" {
		text += " (" + e.Hint + ")"
	}
	return text
}

// Unwrap is the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }
