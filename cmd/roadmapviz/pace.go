package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// room is about how far memory grows between two collections of garbage, in bytes.
const room = 96 << 20

// pace decides how often garbage is collected. Most runs live for a few milliseconds and
// a few megabytes: collecting would take more of both than it gives back. What has filled
// 16 MB goes on to fill more, and touching new memory is then dearer than collecting. What
// keeps much, as the fonts of a machine or a course of thousands of topics, does not need
// as much again.
func pace() {
	debug.SetGCPercent(400)
	afterCollection()
}

// afterCollection adapts the pace to what is alive, after each collection of garbage.
func afterCollection() {
	runtime.AddCleanup(new([4]*byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(int(min(max(room*100/(live[0].Value.Uint64()+1), 50), 150)))
		afterCollection()
	}, 0)
}
