package markdown

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// mostTeX bounds mathematics that is read, in bytes: what is longer is no title.
const mostTeX = 80

// plainMath is mathematics between dollars as text: "O(n log n)" of
// "O(n \log n)", "mc²" of "mc^2". It is not ok for what is none, such as sums of
// money; rough is what would have to be set to be read as it was meant, such as
// what an unknown command makes of something.
func plainMath(inner string) (text string, rough, ok bool) {
	if isSymbol(inner) {
		return inner, false, true
	}
	if len(inner) > mostTeX || !strings.ContainsAny(inner, `\^_=`) || strings.Trim(inner, " ") != inner {
		return "", false, false
	}
	t := tex{rest: inner}
	text = strings.Join(strings.Fields(t.text(0)), " ")
	text = strings.NewReplacer("( ", "(", " )", ")").Replace(text)
	return text, t.rough, text != ""
}

// tex is a reader of mathematics.
type tex struct {
	rest  string
	rough bool
}

// deepest is how deep groups are read into each other.
const deepest = 8

// text reads what is left, or up to the brace that closes a group.
func (t *tex) text(depth int) string {
	var b strings.Builder
	for t.rest != "" {
		if t.rest[0] == '}' {
			if depth > 0 {
				break
			}
			t.rough, t.rest = true, t.rest[1:]
			continue
		}
		b.WriteString(t.piece(depth))
	}
	return b.String()
}

// piece reads one character, command or group.
func (t *tex) piece(depth int) string {
	c, size := utf8.DecodeRuneInString(t.rest)
	t.rest = t.rest[size:]
	switch {
	case c == '\\':
		return t.command(depth)
	case c == '^' || c == '_':
		return script(c, strings.TrimSpace(t.argument(depth)))
	case c == '{':
		if depth == deepest {
			t.rough = true
			return ""
		}
		inner := t.text(depth + 1)
		if !strings.HasPrefix(t.rest, "}") {
			t.rough = true
		}
		t.rest = strings.TrimPrefix(t.rest, "}")
		return inner
	case c == '~':
		return " "
	case c == '&':
		t.rough = true
		return " "
	}
	return string(c)
}

// argument reads what a command or a script is of.
func (t *tex) argument(depth int) string {
	t.rest = strings.TrimLeft(t.rest, " ")
	if t.rest == "" || t.rest[0] == '}' {
		t.rough = true
		return ""
	}
	return t.piece(min(depth+1, deepest))
}

// command reads what follows a backslash.
func (t *tex) command(depth int) string {
	n := 0
	for n < len(t.rest) && (t.rest[n]|0x20) >= 'a' && (t.rest[n]|0x20) <= 'z' {
		n++
	}
	if n == 0 {
		if t.rest == "" {
			t.rough = true
			return ""
		}
		c, size := utf8.DecodeRuneInString(t.rest)
		t.rest = t.rest[size:]
		switch {
		case strings.ContainsRune(",;:! \\", c):
			return " "
		case c == '|':
			return "‖"
		}
		return string(c)
	}
	name := t.rest[:n]
	t.rest = t.rest[n:]
	sign, isSign := texSigns()[name]
	switch {
	case isSign:
		return sign
	case isTeX(texWords, name):
		return " " + name + " "
	case isTeX(texPlain, name):
		t.rest = strings.TrimPrefix(t.rest, "*")
		return ""
	}
	switch name {
	case "frac", "tfrac", "dfrac":
		over, under := t.argument(depth), t.argument(depth)
		if half := texHalves[over+"/"+under]; half != "" {
			return half
		}
		return bracketed(over) + "/" + bracketed(under)
	case "sqrt":
		return "√" + bracketed(t.argument(depth))
	case "mathbb", "Bbb":
		letter := t.argument(depth)
		if double := texDouble[letter]; double != "" {
			return double
		}
		return letter
	}
	t.rough = true
	return " " + name + " "
}

// isTeX tells whether a word is one of a list with spaces around each.
func isTeX(words, word string) bool { return strings.Contains(words, " "+word+" ") }

// bracketed is a term as one, in brackets if it has several pieces.
func bracketed(s string) string {
	s = strings.TrimSpace(s)
	if strings.IndexFunc(s, func(r rune) bool { return r < 0x80 && !page.IsAlphanumeric(byte(r)) }) < 0 {
		return s
	}
	return "(" + s + ")"
}

// script is what is raised or lowered: in small characters if there are such for
// all of it, else behind the mark.
func script(mark rune, s string) string {
	small := texRaised
	if mark == '_' {
		small = texLowered
	}
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(texFlat, r)
		if i < 0 || []rune(small)[i] == ' ' {
			return string(mark) + bracketed(s)
		}
		b.WriteRune([]rune(small)[i])
	}
	return b.String()
}

// The characters that have a raised and a lowered form in the embedded fonts, in
// their order; a space is none.
const (
	texFlat    = "0123456789+-=()aehijklmnoprstxwy"
	texRaised  = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾  ʰⁱʲ ˡ ⁿ  ʳˢ ˣʷʸ"
	texLowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕ  ₖₗₘₙₒₚ ₛₜₓ  "
)

// texWords are the functions that are written as words.
const texWords = " log ln lg exp sin cos tan sec csc cot min max inf sup lim det dim gcd mod deg ker arg "

// texSigns are the commands that are one character.
var texSigns = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ",
		"lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
		"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
		"times": "×", "cdot": "·", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "in": "∈", "notin": "∉",
		"subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "infty": "∞", "partial": "∂", "nabla": "∇",
		"forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "wedge": "∧", "vee": "∨", "oplus": "⊕", "ldots": "…", "dots": "…", "cdots": "⋯", "ell": "ℓ", "prime": "′",
		"mid": "|", "quad": " ", "qquad": " ", "sum": "∑", "prod": "∏", "int": "∫", "ll": "≪", "gg": "≫", "propto": "∝", "perp": "⊥", "parallel": "∥", "otimes": "⊗", "circ": "∘",
		"emptyset": "∅", "varnothing": "∅", "setminus": "∖", "supset": "⊃", "supseteq": "⊇", "mapsto": "↦", "leftrightarrow": "↔", "Leftrightarrow": "⇔", "implies": "⇒", "iff": "⇔",
		"langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "Vert": "‖", "ast": "∗", "star": "⋆", "bullet": "•", "div": "÷", "mp": "∓", "hbar": "ℏ",
		"Upsilon": "Υ", "upsilon": "υ", "vartheta": "ϑ", "iota": "ι", "colon": ":", "lt": "<", "gt": ">", "backslash": "\\",
	}
})

// texPlain are the commands that only say how what follows is set.
const texPlain = " left right big Big bigl bigr mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm text textbf textit texttt textrm operatorname displaystyle textstyle limits nolimits mathop "

// texDouble are the sets of numbers, by the letter that mathbb makes of them.
var texDouble = map[string]string{"N": "ℕ", "Z": "ℤ", "Q": "ℚ", "R": "ℝ", "C": "ℂ", "P": "ℙ"}

// texHalves are the fractions that are one character.
var texHalves = map[string]string{"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}
