package tongue

import (
	"strings"
	"testing"
)

// TestOf tells languages by the titles of a whole course.
func TestOf(t *testing.T) {
	for titles, want := range map[string]string{
		"Rockets|Build|Thrust":                                            "en",
		"Rockets|Introduction to the café|Basics of flight":               "en",
		"Cohetes|Introducción a los motores|Las etapas del vuelo":         "es",
		"Raketen|Einführung|Grundlagen der Triebwerke und mehr":           "de",
		"Roket|Temel bilgiler|Motor nedir ve nasıl çalışır|Uzay için":     "tr",
		"Ракеты|Введение|Основы полёта и посадки":                         "ru",
		"Tên lửa|Cơ bản|Các bài học và bài tập":                           "vi",
		"Rakieta|Wstęp|Podstawy lotów kosmicznych|Ćwiczenia końcowe żółw": "",
	} {
		if got := Of(strings.Split(titles, "|")); got != want {
			t.Errorf("%s: %q, want %q", titles, got, want)
		}
	}
}
