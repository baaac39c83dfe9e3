package preview

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

func newCache() *cache { return &cache{room: make(chan struct{}, mostAtOnce)} }

// Many who ask for the same at a time are given one drawing, also if the first of them
// goes.
func TestCacheDrawsOnce(t *testing.T) {
	c := newCache()
	first, leave := context.WithCancel(t.Context())
	begun := make(chan struct{})
	gone := make(chan error)
	go func() {
		_, err := c.get(first, "a", func() (*drawing, error) {
			close(begun)
			<-first.Done()
			return nil, first.Err()
		})
		gone <- err
	}()
	<-begun
	var drawn atomic.Int32
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			d, err := c.get(t.Context(), "a", func() (*drawing, error) {
				drawn.Add(1)
				return &drawing{tag: "a"}, nil
			})
			if err != nil || d.tag != "a" {
				t.Errorf("%v, %v", d, err)
			}
		})
	}
	leave()
	if err := <-gone; !errors.Is(err, context.Canceled) {
		t.Errorf("who goes is told %v", err)
	}
	all.Wait()
	if drawn.Load() != 1 {
		t.Errorf("it was drawn %d times", drawn.Load())
	}
}

// Little is remembered, the last asked for, and no error.
func TestCacheForgets(t *testing.T) {
	c := newCache()
	drawn := 0
	get := func(key string, size int, err error) {
		c.get(t.Context(), key, func() (*drawing, error) {
			drawn++
			return &drawing{data: make([]byte, size)}, err
		})
	}
	for i := range 2 * mostDrawings {
		get(fmt.Sprint(i), 1, nil)
		get("often", 1, nil)
	}
	if drawn != 2*mostDrawings+1 || len(c.last) != mostDrawings {
		t.Errorf("%d were drawn and %d are remembered", drawn, len(c.last))
	}
	for i := range 4 {
		get(fmt.Sprint("large", i), mostDrawn/2, nil)
	}
	size := 0
	for _, e := range c.last {
		size += len(e.data)
	}
	if size > mostDrawn {
		t.Errorf("%d bytes are remembered", size)
	}
	drawn = 0
	get("wrong", 1, errors.New("wrong"))
	get("wrong", 1, errors.New("wrong"))
	if drawn != 2 {
		t.Error("an error is remembered")
	}
}
