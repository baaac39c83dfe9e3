package strictyaml

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

// Bounds of a text. The YAML library takes time that grows with the square of
// the nesting and of the keys of a mapping: without them, 64 kB of brackets
// take a minute.
const (
	maxBytes   = 1 << 20
	maxNesting = 64     // brackets that are open, or "- - -" in a line
	maxTokens  = 20_000 // keys, values and the signs between them
	maxMessage = 200    // characters of the library's own messages, which quote the text
)

// A Mistake is what is wrong with a text, and where. Line and Column count from
// 1, the column in characters; both are 0 where the place is not known.
type Mistake struct {
	Line, Column  int
	Message, Hint string // the hint may be empty
}

// A Document is a text that was parsed.
type Document struct {
	Root ast.Node // the library's tree; nil for an empty text
}

// Parse reads YAML of one document, which may begin with a byte order mark.
// Anchors, aliases and merge keys are refused, as a few lines of these can stand
// for more than any machine holds.
func Parse(src []byte) (Document, *Mistake) {
	var doc Document
	src, wrong := decode(src)
	if wrong != nil {
		return doc, wrong
	}
	tokens := lexer.Tokenize(string(src))
	if t, message, hint := refused(tokens); t != nil {
		return doc, mistake(t, message, hint)
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return doc, syntax(err)
	}
	for _, d := range file.Docs {
		switch {
		case d.Body == nil:
		case doc.Root != nil:
			return doc, mistake(d.Body.GetToken(), "a second document begins here", "remove the line with --- before it")
		default:
			doc.Root = untagged(d.Body)
		}
	}
	return doc, nil
}

// untagged is a node without the tags in it, which say nothing here: types are those
// of Go. Decoding a tag before what it does not fit ends in a panic.
func untagged(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.TagNode:
		if n.Value == nil {
			return ast.Null(n.Start)
		}
		return untagged(n.Value)
	case *ast.MappingNode:
		for _, v := range n.Values {
			v.Value = untagged(v.Value)
		}
	case *ast.MappingValueNode:
		n.Value = untagged(n.Value)
	case *ast.SequenceNode:
		for i, v := range n.Values {
			n.Values[i] = untagged(v)
		}
	}
	return n
}

// decode is the text without its byte order mark.
func decode(src []byte) ([]byte, *Mistake) {
	if len(src) > maxBytes {
		return nil, &Mistake{Line: 1, Column: 1, Message: "the file is larger than 1 MiB and is not read"}
	}
	for _, mark := range []string{"\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(src, []byte(mark)) {
			return nil, &Mistake{Line: 1, Column: 1, Message: "the text is UTF-16, not UTF-8",
				Hint: "save it as UTF-8, or convert it with: iconv -f UTF-16 -t UTF-8"}
		}
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	at := Mistake{Line: 1, Column: 1, Message: "the text is not UTF-8", Hint: "save the file as UTF-8"}
	for rest := src; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1 || r == 0:
			return nil, &at
		case r == '\n':
			at.Line, at.Column = at.Line+1, 1
		default:
			at.Column++
		}
		rest = rest[size:]
	}
	return src, nil
}

// refused is the first token that goes beyond what is read, and why.
func refused(tokens token.Tokens) (t *token.Token, message, hint string) {
	if len(tokens) > maxTokens {
		return tokens[maxTokens], "there are more keys and values than are read", ""
	}
	open, dashes, line := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			dashes, line = 0, t.Position.Line
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			open++
		case token.SequenceEndType, token.MappingEndType:
			open--
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return t, "anchors, aliases and merge keys are not read", "write the value out where it is meant"
		}
		if max(open, dashes) > maxNesting {
			return t, "nested too deeply", ""
		}
	}
	return nil, "", ""
}

// syntax is a mistake that the YAML library found.
func syntax(err error) *Mistake {
	var wrong *yaml.TypeError
	if errors.As(err, &wrong) {
		return mistake(wrong.Token, kindOf(wrong.DstType)+" is needed here", "")
	}
	var node *yaml.UnexpectedNodeTypeError
	if errors.As(err, &node) {
		needed := map[ast.NodeType]string{ast.SequenceType: "a list", ast.MappingType: "a mapping of keys"}[node.Expected]
		return mistake(node.Token, needed+" is needed here", "")
	}
	message, _, _ := strings.Cut(err.Error(), "\n")
	at := (*token.Token)(nil)
	var y yaml.Error
	if errors.As(err, &y) {
		message, at = y.GetMessage(), y.GetToken()
	}
	if key, ok := strings.CutPrefix(message, "mapping key "); ok {
		// The library says where the first of the two is, which is elsewhere in a file that holds the text.
		if at := strings.LastIndex(key, " already defined at ["); at >= 0 {
			message = "the key " + key[:at] + " stands there twice"
		}
	}
	return mistake(at, words.Short(message, maxMessage), "")
}

func mistake(t *token.Token, message, hint string) *Mistake {
	m := &Mistake{Message: message, Hint: hint}
	if t != nil && t.Position != nil {
		m.Line, m.Column = t.Position.Line, t.Position.Column
	}
	return m
}
