package service_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/roadmapviz/roadmapviz/render/service"
)

// A program that serves other things too gives the service a part of its paths.
func Example() {
	draw := service.New(service.Config{Version: "1.0", Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	mux := http.NewServeMux()
	mux.Handle("/roadmaps/", http.StripPrefix("/roadmaps", draw))
	request := httptest.NewRequest("POST", "/roadmaps/export?format=tasks", strings.NewReader("# Cooking\n\n## Knives\n\n- Sharpening\n- Chopping\n"))
	answer := httptest.NewRecorder()
	mux.ServeHTTP(answer, request)
	fmt.Println(answer.Code, answer.Header().Get("Content-Type"))
	fmt.Print(answer.Body)
	// Output:
	// 200 text/markdown; charset=utf-8
	// # Cooking
	//
	// ## Cooking
	//
	// ### Knives
	//
	// - [ ] **Sharpening**
	// - [ ] **Chopping**
}
