package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// plainMath is mathematics between dollars as text: "O(n log n)" of
// "O(n \log n)", "mc²" of "mc^2". What must be set, such as a fraction, is not
// ok, and neither are sums of money.
func plainMath(inner string) (text string, ok bool) {
	if isSymbol(inner) {
		return inner, true
	}
	if len(inner) > 80 || !strings.ContainsAny(inner, `\^_=`) || strings.Trim(inner, " ") != inner {
		return "", false
	}
	var b strings.Builder
	for s := inner; s != ""; {
		piece, n := texPiece(s)
		if n == 0 {
			return "", false
		}
		b.WriteString(piece)
		s = s[n:]
	}
	return strings.Join(strings.Fields(b.String()), " "), true
}

// texPiece is the piece of mathematics that a text begins with, as text, and how
// many bytes it has; 0 for what is not known.
func texPiece(s string) (text string, n int) {
	c, size := utf8.DecodeRuneInString(s)
	switch {
	case c == '\\':
		name := s[1:]
		for i := range len(name) {
			if lower := name[i] | 0x20; lower < 'a' || lower > 'z' {
				name = name[:i]
				break
			}
		}
		if name == "" && len(s) > 1 && strings.IndexByte(`{}%$&#_,;:! `, s[1]) >= 0 {
			return strings.Trim(s[1:2], ",;:!"), 2 // the latter are spaces
		}
		if strings.Contains(texWords, " "+name+" ") {
			return " " + name + " ", 1 + len(name)
		}
		return texSigns[name], (1 + len(name)) * min(len(texSigns[name]), 1)
	case c == '^' || c == '_':
		group, n := texGroup(s[1:])
		small := texRaised
		if c == '_' {
			small = texLowered
		}
		var b strings.Builder
		for _, r := range group {
			i := strings.IndexRune(texFlat, r)
			if i < 0 {
				return "", 0
			}
			mark := []rune(small)[i]
			if mark == ' ' {
				return "", 0
			}
			b.WriteRune(mark)
		}
		return b.String(), (1 + n) * min(n, 1)
	case c >= 0x80 || page.IsAlphanumeric(byte(c)) || strings.ContainsRune(" ()[]|+-*/=<>.,:;!'", c):
		return s[:size], size
	}
	return "", 0
}

// texGroup is what an exponent or index holds, and how many bytes that takes.
func texGroup(s string) (group string, n int) {
	if strings.HasPrefix(s, "{") {
		if end := strings.IndexByte(s, '}'); end > 1 {
			return s[1:end], end + 1
		}
		return "", 0
	}
	_, n = utf8.DecodeRuneInString(s)
	return s[:n], n
}

// The characters that have a raised and a lowered form, in their order; a space
// is none.
const (
	texFlat    = "0123456789+-=()niaexk"
	texRaised  = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵉˣᵏ"
	texLowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₐₑₓₖ"
)

// texWords are the functions that are written as words.
const texWords = " log ln lg exp sin cos tan sec csc cot min max inf sup lim det dim gcd mod deg ker arg "

// texSigns are the commands that are one character.
var texSigns = map[string]string{
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ",
	"lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
	"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
	"times": "×", "cdot": "·", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "in": "∈", "notin": "∉",
	"subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "infty": "∞", "partial": "∂", "nabla": "∇",
	"forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "wedge": "∧", "vee": "∨", "oplus": "⊕", "ldots": "…", "dots": "…", "cdots": "⋯", "ell": "ℓ", "prime": "′",
	"mid": "|", "quad": " ",
}
