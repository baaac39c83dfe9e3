package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
)

func (o options) preview(ctx context.Context, args []string, log *slog.Logger, errs io.Writer) error {
	return errors.New("not yet")
}
