package wire_test

import (
	"encoding/json"
	"fmt"

	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

func Example() {
	request, err := json.Marshal(wire.Request{Engine: "dot", DOT: "digraph { a -> b }"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(request))
	var answer wire.Response
	if err := json.Unmarshal([]byte(`{"error": {"code": "bad-graph", "message": "syntax error in line 1"}}`), &answer); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Error.Code, answer.Error)
	// Output:
	// {"engine":"dot","dot":"digraph { a -\u003e b }"}
	// bad-graph syntax error in line 1
}
