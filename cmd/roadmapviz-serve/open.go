package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// errNoDisplay says that nobody would see a browser.
var errNoDisplay = errors.New("there is no display here")

// open shows an address in the browser of whoever is there, and waits for the program
// that does.
func open(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	default:
		// xdg-open would look for a browser that shows text, for which there is no
		// terminal.
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" && os.Getenv("BROWSER") == "" {
			return errNoDisplay
		}
	}
	cmd := exec.Command(name, args...)
	apart(cmd)
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return fmt.Errorf("there is no %s here", name)
	case err != nil:
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
