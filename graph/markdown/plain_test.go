package markdown

import (
	"strings"
	"testing"
)

func TestPlainTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Write rotation matrices.":      "Write rotation matrices",
		"Read the barometer over USB.":  "Read the barometer over USB",
		"A phone app.":                  "A phone app",
		"Hand over.":                    "Hand over",
		"Spaces, tabs usw.":             "Spaces, tabs usw.",
		"Книги, статьи и др.":           "Книги, статьи и др.",
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
		`$\frac{1}{2}$ of $x^{q}$`:      "½ of x^q",
		`$\frac{a+b}{2n}$`:              "(a+b)/2n",
		`$\sqrt{x}$, $\sqrt{x+1}$`:      "√x, √(x+1)",
		`$x \in \mathbb{R}^n$`:          "x ∈ ℝⁿ",
		`$\sum_{i=1}^{n} x_i$`:          "∑_(i=1)ⁿ x_i",
		`$\left(\frac{1}{x}\right)^2$`:  "(1/x)²",
		`$\operatorname{softmax}(z)_k$`: "softmax(z)ₖ",
		`$\|x\|_2$`:                     "‖x‖₂",
		`$\{a, b\}$`:                    "{a, b}",
		// What is more loses its dollars.
		`$x^$ and $\nosuch$`:                  "x and nosuch",
		`$\hat{y} = \vec x$`:                  "hat y = vec x",
		`$}{$ and $\frac{1$`:                  "$}{$ and 1/",
		"$" + strings.Repeat("{", 70) + "_x$": "ₓ",
		"US$5 = A$8":                          "US$5 = A$8",
		"$5 = 4€, $6 = 5€":                    "$5 = 4€, $6 = 5€",
		"$PATH_1 and $PATH_2":                 "$PATH_1 and $PATH_2",
		"From $5 to $10 a month":              "From $5 to $10 a month",
		"$5/$ and $HOME and the rest":         "$5/$ and $HOME and the rest",
		"$":                                   "$",
		"$$":                                  "$$",
	} {
		if got, _ := plainTitle(title); got != want {
			t.Errorf("plainTitle(%q) = %q, want %q", title, got, want)
		}
	}
}
