package layout

import (
	"reflect"
	"testing"
)

// everything is a diagram with one of each thing that has a place.
func everything() *Diagram {
	line := Line{X: 60, Y: 20, Width: 30, Size: 10}
	lines := func() []Line { return []Line{line} }
	box := func() Box {
		return Box{
			X: 10, Y: 5, W: 100, H: 40, Lines: lines(), Icons: []Icon{{X: 12, Y: 8, W: 16, H: 16}},
			Chips: []Box{{X: 20, Y: 24, W: 30, H: 12, Lines: lines()}},
			Bar:   &Bar{Track: Area{X: 14, Y: 30, W: 60, H: 6}, DoneX: Span{X: 14, W: 20}, DoingX: Span{X: 14, W: 30}, Figures: line},
		}
	}
	edge := func() Edge {
		path := Path{Start: Point{X: 110, Y: 25}}
		path.Curve(120, 25, 130, 40, 140, 45)
		return Edge{Path: path, Lines: lines()}
	}
	return &Diagram{Width: 200, Height: 100, Boxes: []Box{box()}, Edges: []Edge{edge()}, Legend: []Key{{Box: box(), Text: line}, {Line: edge(), Text: line}}}
}

// floats visits the numbers in a value that are no size of text, which keeps its own.
func floats(v reflect.Value, name string, visit func(name string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			floats(v.Elem(), name, visit)
		}
	case reflect.Float64:
		visit(name, v)
	case reflect.Slice:
		for i := range v.Len() {
			floats(v.Index(i), name, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i).Name; field != "Size" && field != "View" {
				floats(v.Field(i), name+"."+field, visit)
			}
		}
	}
}

// Round forgets no coordinate, and so do neither Move nor Mirror, which go the same way.
func TestRoundReachesEverything(t *testing.T) {
	d := everything()
	floats(reflect.ValueOf(d).Elem(), "", func(_ string, v reflect.Value) {
		if v.Float() != 0 {
			v.SetFloat(v.Float() + 0.003)
		}
	})
	d.Round()
	floats(reflect.ValueOf(d).Elem(), "", func(name string, v reflect.Value) {
		if v.Float() != Snap(v.Float()) {
			t.Errorf("%s is %v", name, v.Float())
		}
	})
	if !reflect.DeepEqual(d, everything()) {
		t.Errorf("rounded to %+v", d)
	}
}

func TestMoveAndMirror(t *testing.T) {
	d := everything()
	d.Move(8, 16)
	b := d.Boxes[0]
	if b.X != 18 || b.Y != 21 || b.Lines[0].X != 68 || b.Bar.DoneX.X != 22 || b.Chips[0].Y != 40 || d.Edges[0].Path.End() != (Point{148, 61}) || d.Legend[1].Text.Y != 36 {
		t.Errorf("moved to %+v", d)
	}
	d.Move(-8, -16)
	d.Mirror()
	b = d.Boxes[0]
	if b.X != 90 || b.Lines[0].X != 140 || b.Icons[0].X != 172 || b.Bar.DoneX.X != 166 || b.Chips[0].X != 150 || d.Edges[0].Path.Start != (Point{90, 25}) || d.Legend[0].Box.X != 90 {
		t.Errorf("mirrored to %+v", d)
	}
	if d.Mirror(); !reflect.DeepEqual(d, everything()) {
		t.Errorf("mirrored twice: %+v", d)
	}
}
