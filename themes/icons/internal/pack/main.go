// Command pack builds the embedded icon pack from published icon sets and the
// marks in the folder own. It draws nothing at run time that cannot be a flat
// filled path: what it cannot bring to that form, it leaves out and says so.
//
// The argument is a node_modules folder that holds the packages
// @iconify-json/fluent-emoji-flat@1.2.6, @iconify-json/devicon@1.2.68 and
// @iconify-json/logos@1.2.19:
//
//	npm install --prefix /tmp/sets @iconify-json/fluent-emoji-flat@1.2.6 …
//	go run ./internal/pack /tmp/sets/node_modules
package main

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed brands.txt own/*.svg
var sources embed.FS

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: pack node_modules")
	}
	p := pack{icons: map[string]icon{}, aliases: map[string]string{}}
	for _, step := range []func(*pack, string) error{addEmoji, addBrands, addOwn} {
		if err := step(&p, filepath.Join(os.Args[1], "@iconify-json")); err != nil {
			log.Fatal(err)
		}
	}
	if err := p.write("."); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d icons, %d aliases\n", len(p.icons), len(p.aliases))
}

// pack is what goes into the embedded files.
type pack struct {
	icons   map[string]icon
	aliases map[string]string // other names and emoji → name
}

// icon is a picture in a box of w by h.
type icon struct {
	w, h   float64
	shapes []shape
	ink    bool // drawn wholly in the page's ink
}

// set is an icon set in the form of iconify.
type set struct {
	Width, Height float64
	Icons         map[string]source
	Aliases       map[string]struct {
		Parent string
		HFlip  bool
	}
}

type source struct {
	Body                     string
	Left, Top, Width, Height float64
}

func readSet(folder, name string) (*set, error) {
	data, err := os.ReadFile(filepath.Join(folder, name, "icons.json"))
	if err != nil {
		return nil, err
	}
	s := &set{}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, err
	}
	s.Width, s.Height = orElse(s.Width, 16), orElse(s.Height, 16)
	for name, a := range s.Aliases {
		src := s.Icons[a.Parent]
		if a.HFlip {
			w := orElse(src.Width, s.Width)
			src.Body = fmt.Sprintf(`<g transform="translate(%g 0) scale(-1 1)">%s</g>`, w+2*src.Left, src.Body)
		}
		s.Icons[name] = src
	}
	return s, nil
}

func orElse(x, zero float64) float64 {
	if x == 0 {
		return zero
	}
	return x
}

func (s *set) icon(name string) (icon, error) {
	src, ok := s.Icons[name]
	if !ok {
		return icon{}, fmt.Errorf("no icon %s", name)
	}
	w, h := orElse(src.Width, s.Width), orElse(src.Height, s.Height)
	shapes, err := flatten(src.Body, [4]float64{src.Left, src.Top, w, h})
	return icon{w: w, h: h, shapes: shapes}, err
}

// add takes an icon in, or says why not.
func (p *pack) add(name string, i icon, err error) {
	if err == nil && p.icons[name].shapes != nil {
		err = fmt.Errorf("the name is taken")
	}
	if err != nil {
		log.Printf("left out: %s: %v", name, err)
		return
	}
	p.icons[name] = i
}

// addEmoji takes all emoji but those with a skin tone.
func addEmoji(p *pack, folder string) error {
	s, err := readSet(folder, "fluent-emoji-flat")
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(folder, "fluent-emoji-flat", "chars.json"))
	if err != nil {
		return err
	}
	var chars map[string]string // "1f40d" → "snake"
	if err := json.Unmarshal(data, &chars); err != nil {
		return err
	}
	toned := map[string]bool{}
	for _, code := range slices.Sorted(maps.Keys(chars)) {
		emoji := decodeChars(code)
		if strings.ContainsAny(emoji, "\U0001F3FB\U0001F3FC\U0001F3FD\U0001F3FE\U0001F3FF") && len([]rune(emoji)) > 1 {
			toned[chars[code]] = true
			continue
		}
		p.aliases[emoji] = chars[code]
	}
	for _, name := range slices.Sorted(maps.Keys(s.Icons)) {
		if !toned[name] && !isToned(name, s.Icons) {
			i, err := s.icon(name)
			p.add(name, i, err)
		}
	}
	return nil
}

// isToned finds the skin tones that have no character of their own.
func isToned(name string, icons map[string]source) bool {
	for _, tone := range []string{"-medium-light", "-medium-dark", "-medium", "-light", "-dark"} {
		if base, ok := strings.CutSuffix(name, tone); ok {
			_, known := icons[base]
			return known
		}
	}
	return false
}

// decodeChars reads "1f9d1-200d-1f52c", without variation selectors.
func decodeChars(code string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(code, "-") {
		var r rune
		fmt.Sscanf(part, "%x", &r)
		if r != 0xFE0F {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// addBrands takes the marks that brands.txt lists.
func addBrands(p *pack, folder string) error {
	sets := map[string]*set{}
	for _, name := range []string{"devicon", "logos"} {
		s, err := readSet(folder, name)
		if err != nil {
			return err
		}
		sets[name] = s
	}
	file, err := sources.Open("brands.txt")
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		name, from, ok := strings.Cut(lines.Text(), " = ")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		words := strings.Fields(from)
		setName, iconName, _ := strings.Cut(words[0], ":")
		i, err := sets[setName].icon(iconName)
		i.ink = err == nil && !slices.ContainsFunc(i.shapes, func(s shape) bool { return !s.isDark() })
		p.add(name, i, err)
		for _, alias := range words[1:] {
			p.aliases[alias] = name
		}
	}
	return lines.Err()
}

// addOwn takes the marks that we drew, on a grid of 32 by 32.
func addOwn(p *pack, _ string) error {
	files, err := sources.ReadDir("own")
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := sources.ReadFile("own/" + f.Name())
		if err != nil {
			return err
		}
		shapes, err := flatten(string(data), [4]float64{0, 0, 32, 32})
		p.add(strings.TrimSuffix(f.Name(), ".svg"), icon{w: 32, h: 32, shapes: shapes}, err)
	}
	return nil
}
