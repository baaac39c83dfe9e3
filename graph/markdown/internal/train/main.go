// Train learns the weights that package shape reads documents with.
//
//	go run ./graph/markdown/internal/train [flags] CORPUS…
//
// A CORPUS is a folder with documents, NAME.md, and their outlines as a person
// would draw them, expected/NAME.json; DIR:EXPECTED names the two folders, and
// "DIR*10" counts ten times. The case folders of graph/markdown/testdata are
// always learned from. It is run in the root of the module, takes some minutes,
// and writes graph/markdown/internal/shape/weights.txt, with weights.bin, and docs/accuracy.md. The
// same documents give the same weights. What titles speak of (package gist) is learned
// before, with -titles, of labels/titles.tsv. What the tests hold the program to
// stands in graph/markdown/testdata/fit.json: they log what they reach.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	casesDir    = "graph/markdown/testdata"
	weightsFile = "graph/markdown/internal/shape/weights.txt"
	rowsFile    = "graph/markdown/internal/shape/weights.bin"
	reportFile  = "docs/accuracy.md"
)

func main() {
	dry := flag.Bool("n", false, "only print the cross-validation, a document a line")
	show := flag.String("show", "", "print the elements of documents whose name holds this, with the roles of their labels, and what no reading gets right")
	wrong := flag.Bool("wrong", false, "print the single decisions that are wrong in documents that were not learned from")
	titles := flag.Bool("titles", false, "learn what titles speak of from those that people have judged, and nothing else")
	aside := flag.String("aside", "", "a corpus that is kept aside: scored, and never learned from")
	flag.Parse()
	do := func() error { return run(flag.Args(), *dry, *show, *wrong, *aside) }
	if *titles {
		do = learnTitles
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(folders []string, dry bool, show string, wrong bool, aside string) error {
	docs, err := caseFolders(casesDir)
	if err != nil {
		return err
	}
	others, err := corpora(folders)
	if err != nil {
		return err
	}
	docs = append(docs, others...)
	if show != "" {
		for _, d := range docs {
			if strings.Contains(d.name, show) {
				dump(d)
				differ(d)
			}
		}
		return nil
	}
	samples := prepareAll(docs)
	switch {
	case wrong:
		mistakes(samples)
		return nil
	case dry:
		print("cross-validation", cross(samples, folds))
		return nil
	}
	return learn(samples, aside)
}

func prepareAll(docs []*document) []*sample {
	var out []*sample
	for _, d := range docs {
		out = append(out, prepare(d))
	}
	return out
}

// folds are those of the cross-validation.
const folds = 5

// learn writes the weights and the report.
func learn(samples []*sample, aside string) error {
	crossed := cross(samples, folds)
	w := train(samples)
	var fitted, untouched []verdict
	for _, s := range samples {
		fitted = append(fitted, test(s, w))
	}
	if aside != "" {
		docs, err := corpora([]string{aside})
		if err != nil {
			return err
		}
		for _, s := range prepareAll(docs) {
			untouched = append(untouched, test(s, w))
		}
	}
	if err := write(weightsFile, w.Write); err != nil {
		return err
	}
	if err := write(rowsFile, w.WriteRows); err != nil {
		return err
	}
	return os.WriteFile(reportFile, report(crossed, fitted, untouched), 0o666)
}

// write makes a file.
func write(name string, content func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := content(f); err != nil {
		return err
	}
	return f.Close()
}

// corpora reads the documents of several corpora.
func corpora(args []string) ([]*document, error) {
	var out []*document
	for _, a := range args {
		a, times, _ := strings.Cut(a, "*")
		dir, expected, ok := strings.Cut(a, ":")
		if !ok {
			expected = filepath.Join(dir, "expected")
		}
		docs, err := load(dir, expected)
		if err != nil {
			return nil, err
		}
		if len(docs) == 0 {
			return nil, fmt.Errorf("%s: no documents with outlines in %s", dir, expected)
		}
		if weight, err := strconv.ParseFloat(times, 64); err == nil {
			for _, d := range docs {
				d.weight = weight
			}
		}
		out = append(out, docs...)
	}
	return out, nil
}
