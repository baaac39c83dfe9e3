package preview

import (
	"fmt"
	"net/http"
	"time"
)

const (
	// mostStreams bounds the pages that are told of saves at a time.
	mostStreams = 64
	// heartbeat is how often a stream is written to, so that both sides notice when the
	// other is gone; patience is how long writing may take.
	heartbeat, patience = 10 * time.Second, 10 * time.Second
)

// serveEvents tells a page of each reading, by its version, at once of the last one.
func (p *Preview) serveEvents(w http.ResponseWriter, r *http.Request) {
	if !p.openStream() {
		w.Header().Set("Retry-After", "5")
		http.Error(w, "too many pages show this preview: close some", http.StatusServiceUnavailable)
		return
	}
	defer p.closeStream()
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	told := ""
	for {
		p.mu.Lock()
		now, changed, closed := p.now, p.changed, p.closed
		p.mu.Unlock()
		text := "event: beat\ndata:\n\n"
		if now != nil && now.version != told {
			told = now.version
			text = fmt.Sprintf("event: saved\ndata: %s\n\n", told)
		}
		_ = out.SetWriteDeadline(time.Now().Add(patience)) // without one a lost reader is noticed later
		if _, err := fmt.Fprint(w, text); err != nil || closed || out.Flush() != nil || r.Method == http.MethodHead {
			return
		}
		select {
		case <-changed:
		case <-beat.C:
		case <-r.Context().Done():
			return
		}
	}
}

// openStream counts a stream, if it may be opened.
func (p *Preview) openStream() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || p.streams >= mostStreams {
		return false
	}
	p.streams++
	return true
}

func (p *Preview) closeStream() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.streams--
}
