package text

// Fonts is a set of typefaces: the embedded ones, and behind them whatever the
// caller adds for characters that those lack. It is safe for concurrent use.
type Fonts struct{}

// Face is one typeface of a [Fonts]. It is safe for concurrent use.
type Face struct{ UnitsPerEm float64 }
