package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// room is about how far memory grows between two collections of garbage, in bytes.
const room = 96 << 20

// pace decides how often garbage is collected. Most runs live for a few milliseconds and
// a few megabytes: collecting would take more of both than it gives back. What has filled
// 16 MB goes on to fill more, and touching new memory is then dearer than collecting. What
// keeps much, as the fonts of a machine or a course of thousands of topics, does not need
// as much again. Who sets GOGC has decided.
func pace() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const percent = 400
	debug.SetGCPercent(percent)
	afterCollection(percent)
}

// afterCollection adapts the pace to what is alive, after each collection of garbage.
// (Package runtime/metrics says how much that is, but makes a table of all that it knows
// at the start of every run.)
func afterCollection(percent int) {
	runtime.AddCleanup(new([4]*byte), func(percent int) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		live := m.NextGC * 100 / uint64(100+percent) // which NextGC is made of
		percent = int(min(max(room*100/(live+1), 50), 150))
		debug.SetGCPercent(percent)
		afterCollection(percent)
	}, percent)
}
