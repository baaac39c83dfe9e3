package text

type fullShaper struct{}

func (f *fullShaper) cutAt(b int) {}

func (s *Shaper) placeFull() {
	for i, r := range s.runes {
		if _, ok := s.plain[0].glyph(r); !ok {
			s.runes[i] = '?'
		}
	}
	s.isPlain = s.placePlain()
}

func (s *Shaper) fullRuns(a, b int) []Run { return nil }
