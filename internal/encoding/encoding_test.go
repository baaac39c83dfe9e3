package encoding

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// as is a text in UTF-16.
func as(order binary.AppendByteOrder, text string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestDecode(t *testing.T) {
	const text = "# Köln 🚆\r\n\n- 電車\n"
	for name, src := range map[string][]byte{
		"UTF-8":         []byte(text),
		"little endian": as(binary.LittleEndian, "\ufeff"+text),
		"big endian":    as(binary.BigEndian, "\ufeff"+text),
	} {
		got, err := Decode(src)
		if string(got) != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if writable := Writable(src) == nil; writable != (name == "UTF-8") {
			t.Errorf("%s: writable is %t", name, writable)
		}
	}
	for text, want := range map[string]string{
		"\xff\xfea\x00\x00\xd8b\x00": "a\ufffdb", // half a character
		"\xff\xfea\x00b":             "a\ufffd",  // half a unit
		"\xff\xfe":                   "",
		"":                           "",
		"\ufeff# BOM":                "\ufeff# BOM",
		"K\xf6ln":                    "K\xf6ln",
	} {
		if got, err := Decode([]byte(text)); string(got) != want || err != nil {
			t.Errorf("%q gives %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR":          "binary",
		"\xff\xfe\x00\x00#\x00\x00\x00":                "UTF-32",
		"\x00\x00\xfe\xff\x00\x00\x00#":                "UTF-32",
		string(as(binary.LittleEndian, "# A course")):  "UTF-16LE",
		string(as(binary.BigEndian, "# A course")):     "UTF-16BE",
		string(as(binary.LittleEndian, "\ufeffa\x00")): "binary",
		"\x00": "binary",
	} {
		if _, err := Decode([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, src []byte) {
		text, err := Decode(src)
		if err != nil {
			return
		}
		if again, err := Decode(text); Writable(src) != nil && Writable(text) == nil && (err != nil && len(text) < looked || err == nil && string(again) != string(text)) {
			t.Errorf("%q, then %q, %v", text, again, err)
		}
	})
}
