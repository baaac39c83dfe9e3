package markdown

import "testing"

func TestPlainTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Write rotation matrices.":      "Write rotation matrices",
		"Arrays, lists, etc.":           "Arrays, lists, etc.",
		"Learn C.":                      "Learn C.",
		"And so on...":                  "And so on...",
		"Read it. Then write.":          "Read it. Then write.",
		"Standard.":                     "Standard.",
		"Moved to example.org.":         "Moved to example.org.",
		"$k$-NNs and $n$ neighbours":    "k-NNs and n neighbours",
		"Sorting in $O(n)$":             "Sorting in O(n)",
		`$\lambda$ calculus and $x$`:    `λ calculus and x`,
		`Sorts in $O(n \log n)$ steps`:  "Sorts in O(n log n) steps",
		"Why $E = mc^2$":                "Why E = mc²",
		"The form $x_1$, $a_{10}^{-2}$": "The form x₁, a₁₀⁻²",
		`$\alpha \le \infty$`:           "α ≤ ∞",
		`$\frac{1}{2}$ of $x^{q}$`:      `$\frac{1}{2}$ of $x^{q}$`,
		`$x^$ and $\nosuch$`:            `$x^$ and $\nosuch$`,
		"US$5 = A$8":                    "US$5 = A$8",
		"$5 = 4€, $6 = 5€":              "$5 = 4€, $6 = 5€",
		"$PATH_1 and $PATH_2":           "$PATH_1 and $PATH_2",
		"From $5 to $10 a month":        "From $5 to $10 a month",
		"$5/$ and $HOME and the rest":   "$5/$ and $HOME and the rest",
		"$":                             "$",
		"$$":                            "$$",
	} {
		if got := plainTitle(title); got != want {
			t.Errorf("plainTitle(%q) = %q, want %q", title, got, want)
		}
	}
}
