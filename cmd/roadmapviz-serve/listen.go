package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
)

// defaultPort is the port that is listened at unless somebody says another, and
// defaultAddress the address: that of this machine for itself.
const (
	defaultPort    = 8300
	defaultAddress = "127.0.0.1:8300"
)

// mostPorts is how many ports, from the default one on, a preview tries before it takes
// any.
const mostPorts = 10

// The numbers of errors, of which Windows has its own.
var (
	inUse      = []error{syscall.EADDRINUSE, syscall.Errno(10048)}
	notAllowed = []error{syscall.EACCES, syscall.Errno(10013)}
	notOurs    = []error{syscall.EADDRNOTAVAIL, syscall.Errno(10049)}
)

func isOne(err error, of []error) bool {
	for _, e := range of {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// listenAt listens at an address that the user has said, or else the default one.
func listenAt(ctx context.Context, address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if _, noNumber := strconv.ParseUint(port, 10, 16); err != nil || noNumber != nil {
		return nil, flags.Usagef("--listen takes an address with a port, such as %s, or :%d for all addresses of this machine, not %q", defaultAddress, defaultPort, address)
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	var unknown *net.DNSError
	switch {
	case err == nil:
		return l, nil
	case isOne(err, inUse):
		return nil, fmt.Errorf("another program listens at %s already: end it, or say another port, such as --listen %s (port 0 is any that is free)", address, net.JoinHostPort(host, next(port)))
	case isOne(err, notAllowed):
		return nil, fmt.Errorf("you may not listen at port %s: say one above 1023, such as --listen %s", port, net.JoinHostPort(host, strconv.Itoa(defaultPort)))
	case isOne(err, notOurs):
		return nil, fmt.Errorf("%s is no address of this machine: say --listen :%s for all that it has", host, port)
	case errors.As(err, &unknown):
		return nil, fmt.Errorf("there is no host %q: say --listen :%s for all addresses of this machine", host, port)
	}
	return nil, err
}

// next is the port after one.
func next(port string) string {
	n, _ := strconv.Atoi(port)
	if n >= 1<<16-1 || n < 1024 {
		n = defaultPort - 1
	}
	return strconv.Itoa(n + 1)
}

// listenNear listens at the default port, or the next one that nobody listens at.
func listenNear(ctx context.Context) (net.Listener, error) {
	for port := range mostPorts {
		l, err := new(net.ListenConfig).Listen(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", defaultPort+port))
		if err == nil {
			return l, nil
		}
		if !isOne(err, inUse) && !isOne(err, notAllowed) { // Windows keeps ports for itself
			return nil, err
		}
	}
	return listenAt(ctx, "127.0.0.1:0")
}
