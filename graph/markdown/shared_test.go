package markdown

import (
	"os"
	"path/filepath"
	"testing"
)

// reference is the folder of reference data beside the module, which is no
// part of it. The test is skipped where the data is not there.
func reference(t *testing.T, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no reference data: ", err)
	}
	return path
}
