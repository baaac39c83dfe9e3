//go:build unix

package graphviz

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// TestUnsafeCache: a folder that others could have written is not used, which
// is said, and the picture comes all the same.
func TestUnsafeCache(t *testing.T) {
	program := fake(t, "damaged") // would break down if it used the folder
	for name, spoil := range map[string]func(t *testing.T, dir string) error{
		"belongs to another user": func(t *testing.T, dir string) error {
			if os.Getuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			return os.Chown(dir, 65534, 65534)
		},
		"is open to other users": func(_ *testing.T, dir string) error { return os.Chmod(dir, 0o777) },
		"is not a folder": func(_ *testing.T, dir string) error {
			if err := os.Rename(dir, dir+".real"); err != nil {
				return err
			}
			return os.Symlink(dir+".real", dir)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := cacheDir(t)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "damaged"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := spoil(t, dir); err != nil {
				t.Fatal(err)
			}
			_, diagnostics, err := run(t.Context(), t, Config{Helper: program, CacheDir: dir})
			if err != nil {
				t.Fatal(err)
			}
			if len(diagnostics) != 1 || diagnostics[0].Code != codes.NoCache.ID || !strings.Contains(diagnostics[0].Message, name) {
				t.Errorf("diagnostics: %v", diagnostics)
			}
			if _, err := os.Stat(filepath.Join(dir, "damaged")); err != nil {
				t.Errorf("a folder that is not ours was changed: %v", err)
			}
		})
	}
}

// TestCacheCannotBeMade: no folder, no cache, but a picture.
func TestCacheCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, diagnostics, err := run(t.Context(), t, Config{Helper: fake(t, "places"), CacheDir: filepath.Join(file, "cache")})
	if err != nil || len(diagnostics) != 1 || diagnostics[0].Code != codes.NoCache.ID {
		t.Errorf("%v, %v", err, diagnostics)
	}
}
