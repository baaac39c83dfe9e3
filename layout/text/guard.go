package text

import "errors"

// errDamaged says that a font is damaged in a way that its reader is not made for.
var errDamaged = errors.New("the font is damaged")

// guard runs what reads a font of others. The library that does trusts some numbers
// of a font's tables and panics where they are wrong, which is an error here.
func guard(read func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = errDamaged
		}
	}()
	return read()
}
