// Package preview shows an author the figure of a course while it is written: an
// [http.Handler] whose page draws it anew whenever a file is saved, with what is odd
// in the course, all options to be tried, and the words that would keep them.
//
// It changes nothing: it writes no file, and answers with nothing but what it draws
// and says. What is chosen in a page stands in the address of the page. What strangers
// wrote is shown, not obeyed, and other sites are told nothing.
package preview

import (
	"cmp"
	"log/slog"
	"net/http"
	"sync"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Config says what is previewed. The zero value is the course of the working folder.
type Config struct {
	// Args name the course, as [workspace.Open] has it.
	Args []string
	// Configure reads the settings, once for each save; nil finds those of the course,
	// as [workspace.FindConfig] has it.
	Configure func() (workspace.Config, error)
	// Options are those of the command line, of which Set tells the names, with the
	// machine; a nil Set knows none. What is chosen in a page overrules them.
	Options figure.Options
	Set     func(name string) bool
	// Flags are the other words of the command line, such as "--follow", which the
	// command that the page shows needs, too.
	Flags []string
	// Hosts are names, without ports, by which the preview may be asked for besides
	// those of this machine for itself. "0.0.0.0" or "::" allows all addresses that
	// are no names.
	Hosts []string
	// Log is told what cannot be told to the author; nil drops it.
	Log *slog.Logger
}

// Preview is the handler. It is safe for concurrent use. Its answers wait until
// [Preview.Watch] has read the course.
type Preview struct {
	config Config
	mux    *http.ServeMux
	cache  cache

	mu       sync.Mutex
	now      *reading      // nil before the first
	good     *reading      // the last one of which figures can be drawn, or nil
	changed  chan struct{} // closed with the next reading
	streams  int           // how many are open
	closed   bool          // Watch has ended, and so do the streams
	named    map[string]bool
	newNames func() // begins to watch those that were added to named
}

// New makes a preview, which reads nothing yet.
func New(c Config) *Preview {
	if c.Configure == nil {
		c.Configure = func() (workspace.Config, error) { return workspace.FindConfig(c.Args) }
	}
	if c.Set == nil {
		c.Set = func(string) bool { return false }
	}
	c.Log = cmp.Or(c.Log, slog.New(slog.DiscardHandler))
	p := &Preview{config: c, mux: http.NewServeMux(), changed: make(chan struct{}), named: map[string]bool{}, newNames: func() {}}
	p.cache.room = make(chan struct{}, mostAtOnce)
	p.mux.HandleFunc("/{$}", p.serveIndex)
	p.mux.HandleFunc("/page/{name}", servePage)
	p.mux.HandleFunc("/options", serveOptions)
	p.mux.HandleFunc("/codes/{code}", serveCode)
	p.mux.HandleFunc("/events", p.serveEvents)
	p.mux.HandleFunc("/state", p.serveState)
	p.mux.HandleFunc("/figure/{name}", p.serveFigure)
	return p
}

// ServeHTTP answers requests of this machine's own browser.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p.admit(w, r) {
		p.mux.ServeHTTP(w, r)
	}
}
