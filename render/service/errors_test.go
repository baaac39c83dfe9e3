package service

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// What is too large is said with the status that tells of what, and with what to do.
func TestLimitsHaveTheirStatus(t *testing.T) {
	for what, want := range map[string]int{"bytes": http.StatusRequestEntityTooLarge, "elements": 422, "pixels": 422, "boxes": 422, "bytes of memory": 422} {
		if got := statusOf(fmt.Errorf("a.md: %w", graph.Within(what, 2, 1))); got != want {
			t.Errorf("%s: %d", what, got)
		}
	}
	s := New(Config{Version: "test", Limits: Limits{Pixels: 100_000}})
	got := ask(t, s, request{method: "POST", url: "/render?format=png", body: cooking})
	if got.Code != 422 || !strings.Contains(got.Body.String(), "the limit is 100000 in all") {
		t.Errorf("%d: %s", got.Code, got.Body)
	}
}
