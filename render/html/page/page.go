// Package page holds the scripts of the interactive page, of which package html carries
// a bundle. Some are for others, too.
package page

import "embed"

// Scripts are the modules that work in any page: gestures.js moves and scales what is
// in a window, and dom.js makes elements.
//
//go:embed gestures.js dom.js
var Scripts embed.FS
