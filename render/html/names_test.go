package html_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Names that are made short are of our own objects alone: nothing that the scripts read
// of browsers has them. Windows are not tried, whose properties scripts name without them.
func TestNames(t *testing.T) {
	names, err := os.ReadFile("page/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.open(filepath.Join(t.TempDir(), "boats.html"), course, "#wood/planks/sawing")
	if len(strings.Fields(string(names))) < 10 {
		t.Error("hardly any name is told")
	}
	taken := eval[string](p, fmt.Sprintf(`(() => {
		const events = [KeyboardEvent, PointerEvent, WheelEvent, TouchEvent, ToggleEvent, FocusEvent, StorageEvent, PageTransitionEvent, HashChangeEvent];
		const made = [Touch, DOMRect, DOMStringMap, DOMTokenList, CSSMediaRule, CSSStyleSheet, CSSStyleDeclaration, MediaQueryList, SVGAnimatedRect, SVGRect, File, FileList, FontFace, MutationObserver, ResizeObserver, Intl.Segmenter, Promise, RegExp, Map, Set, WeakMap, Array, String, Number, Function].map((of) => of.prototype);
		const seen = [document, location, history, navigator, localStorage, JSON, Math, Object, Array, Map, String, Number, URL, ...document.querySelectorAll('*')];
		const all = [...events.map((of) => of.prototype), ...made, ...seen];
		return %q.split(/\s+/).filter((name) => name && all.some((one) => name in one)).join(' ');
	})()`, names))
	if taken != "" {
		t.Errorf("page/names.txt has names of the platform: %s", taken)
	}
}
