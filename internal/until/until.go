// Package until ends work with a context where the functions that do it return no
// error: [Check] in the loops of the work unwinds it, and [Catch] where it was begun
// makes an error of that. Between the two there is one goroutine, and no lock that is
// not released by a defer.
package until

import (
	"context"
	"io"
)

// ended is what unwinds the work.
type ended struct{ err error }

// Check ends the work if the context has ended. A nil context never ends. It costs a
// few nanoseconds: it is for each element of a document, not for each of its bytes.
func Check(ctx context.Context) {
	if ctx == nil {
		return
	}
	if err := ctx.Err(); err != nil {
		panic(ended{err})
	}
}

// Catch is deferred by the function that began the work, and sets its error to that of
// the context if that has ended it.
func Catch(err *error) {
	switch x := recover().(type) {
	case nil:
	case ended:
		*err = x.err
	default:
		panic(x)
	}
}

// Writer is a writer that fails when the context ends, and with it what writes to it. It
// is for what gives up when a write fails; what goes on without is ended by an [Ender].
func Writer(ctx context.Context, w io.Writer) io.Writer { return writer{ctx, w} }

type writer struct {
	ctx context.Context
	w   io.Writer
}

func (w writer) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.w.Write(b)
}

// Ender is a writer that ends the work as [Check] does.
func Ender(ctx context.Context, w io.Writer) io.Writer { return ender{ctx, w} }

type ender struct {
	ctx context.Context
	w   io.Writer
}

func (e ender) Write(b []byte) (int, error) {
	Check(e.ctx)
	return e.w.Write(b)
}

// Reader is a reader that fails when the context ends, and with it what reads from it.
func Reader(ctx context.Context, r io.Reader) io.Reader { return reader{ctx, r} }

type reader struct {
	ctx context.Context
	r   io.Reader
}

func (r reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(b)
}
