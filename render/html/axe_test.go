package html_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/browser"
)

// audit fails the test for each thing that axe-core finds.
func (p page) audit(script, what string) {
	p.Helper()
	p.tab().Audit(script, what)
}

// axe-core finds nothing in any state of the page.
func TestAccessible(t *testing.T) {
	script := browser.Axe(t)
	for name, src := range map[string]string{"boats": course, "arabic": arabic} {
		for _, mode := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1280, 800}, {360, 740}} {
				p := newPage(t)
				p.tab().Unbound()
				p.tab().Media(mode, size[0], size[1])
				p.open(filepath.Join(t.TempDir(), "course.html"), src, "")
				what := name + ", " + mode
				p.audit(script, what+", opened")
				eval[bool](p, `(document.querySelector('#rv\\:list li.topic a.title').click(), scrollTo(0, 0), true)`) // what is half below the bar is found too small
				p.soon(`!document.getElementById('rv:panel').hidden`)
				p.audit(script, what+", panel")
				p.press("?")
				p.audit(script, what+", help")
				eval[bool](p, `(document.getElementById('rv:help').close(), true)`)
				p.press("v")
				p.soon(`document.getElementById('rv:filter').open`)
				p.audit(script, what+", filter")
				eval[bool](p, `(document.getElementById('rv:filter').open = false, document.querySelector('#rv\\:bar .menu button').click(), true)`)
				p.soon(`document.getElementById('rv:menu').matches(':popover-open')`)
				p.audit(script, what+", menu")
				eval[bool](p, `(document.getElementById('rv:menu').hidePopover(), true)`)
				p.press("m")
				p.soon(`document.getElementById('rv:states').matches(':popover-open')`)
				p.audit(script, what+", states")
				eval[bool](p, `(document.getElementById('rv:states').hidePopover(), true)`)
				p.press("d")
				p.audit(script, what+", marked")
				p.press("p")
				p.soon(`document.getElementById('rv:learned').open`)
				p.audit(script, what+", progress")
				for _, fold := range []int{0, 1, 3, 2} { // the link last
					eval[bool](p, fmt.Sprintf(`(document.querySelectorAll('#rv\\:learned summary')[%d].click(), true)`, fold))
					p.soon(fmt.Sprintf(`document.querySelectorAll("#rv\\:learned details")[%d].lastElementChild.firstChild !== null`, fold))
					p.audit(script, fmt.Sprintf("%s, progress, fold %d", what, fold))
				}
				eval[bool](p, `(link => (document.getElementById('rv:learned').close(), document.querySelectorAll('#rv\\:list .state')[2].click(), location.hash = link.replace(/.*#/, '#'), true))(document.querySelector('#rv\\:learned input[readonly]').value)`)
				p.soon(`!document.getElementById('rv:shared').hidden`)
				eval[bool](p, `(scrollTo(0, 0), true)`)
				p.audit(script, what+", shared")
				eval[bool](p, `(document.querySelector('#rv\\:shared button').click(), true)`)
				p.soon(`document.getElementById('rv:learned').open`)
				p.audit(script, what+", taken over")
			}
		}
	}
}

const arabic = `# القوارب

## الخشب

### 1. الألواح

طويلة ورقيقة.

- **النشر**: مع اتجاه الألياف. [كيف تنشر](https://example.org/saw)
- **التجفيف**: يستغرق سنوات.

### 2. الغراء

- **الراتنج**: لاصق.
- **المشابك**: تمسك.
`
