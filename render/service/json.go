package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// What is read of JSON is bounded before it is read: numbers and names of strangers
// take many times the bytes that they are written in.
const (
	mostFields = 1000 // of an object
	mostValues = 1000 // of an option
)

// fieldsOf takes a JSON object apart, with nothing behind it.
func fieldsOf(data []byte) (map[string]json.RawMessage, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, badJSON(err, "it is no object")
	}
	fields := map[string]json.RawMessage{}
	for d.More() {
		t, err := d.Token()
		name, ok := t.(string)
		if err != nil || !ok {
			return nil, badJSON(err, "a field has no name")
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, badJSON(err, "")
		}
		if _, twice := fields[name]; twice {
			return nil, fmt.Errorf("%q is in it twice", name)
		}
		if fields[name] = value; len(fields) > mostFields {
			return nil, fmt.Errorf("it has more than %d fields", mostFields)
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, badJSON(err, "")
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("there is more than one value")
	}
	return fields, nil
}

func badJSON(err error, otherwise string) error {
	switch err {
	case nil:
		return errors.New(otherwise)
	case io.EOF:
		return io.ErrUnexpectedEOF
	}
	return err
}

// asText is a JSON string.
func asText(value json.RawMessage) (text string, ok bool) {
	ok = bytes.HasPrefix(value, []byte(`"`)) && json.Unmarshal(value, &text) == nil
	return text, ok
}

// inWords are the values of an option in JSON, as options take them.
func inWords(value json.RawMessage) (values []string, ok bool) {
	switch value[0] { // which is no space
	case '{', 'n':
		return nil, false
	case '"':
		text, ok := asText(value)
		return []string{text}, ok
	case '[':
		d := json.NewDecoder(bytes.NewReader(value))
		d.Token()
		for d.More() {
			t, err := d.Token()
			text, isText := t.(string)
			if err != nil || !isText || len(values) == mostValues {
				return nil, false
			}
			values = append(values, text)
		}
		return values, true
	}
	return []string{string(value)}, true // a number, true or false
}
