package markdown

import "testing"

func TestPlainTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Write rotation matrices.":    "Write rotation matrices",
		"Arrays, lists, etc.":         "Arrays, lists, etc.",
		"Learn C.":                    "Learn C.",
		"And so on...":                "And so on...",
		"Read it. Then write.":        "Read it. Then write.",
		"Standard.":                   "Standard.",
		"Moved to example.org.":       "Moved to example.org.",
		"$k$-NNs and $n$ neighbours":  "k-NNs and n neighbours",
		"Sorting in $O(n)$":           "Sorting in O(n)",
		`$\lambda$ calculus and $x$`:  `$\lambda$ calculus and x`,
		"From $5 to $10 a month":      "From $5 to $10 a month",
		"$5/$ and $HOME and the rest": "$5/$ and $HOME and the rest",
		"$":                           "$",
		"$$":                          "$$",
	} {
		if got := plainTitle(title); got != want {
			t.Errorf("plainTitle(%q) = %q, want %q", title, got, want)
		}
	}
}
