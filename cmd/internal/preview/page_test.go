package preview

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// The types that comments of the scripts tell are right.
func TestTypes(t *testing.T) {
	tsc, err := exec.LookPath("tsc")
	if err != nil {
		t.Skip("tsc is not installed: the types of the scripts are not checked")
	}
	if out, err := exec.Command(tsc, "-p", filepath.Join("page", "tsconfig.json")).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
