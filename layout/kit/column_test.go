package kit_test

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// TestColumn holds the engine of the example against what all engines must do.
func TestColumn(t *testing.T) { enginetest.Suite{Engine: column{}}.Run(t) }
