//go:build !unix

package files

// withoutWaiting is not needed where folders hold no pipes.
const withoutWaiting = 0
