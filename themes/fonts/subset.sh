#!/bin/sh
# Makes the embedded fonts from the full ones. It needs pyftsubset (fonttools)
# and, where Debian does not put them in /usr/share/fonts/truetype, the folders
# as ROBOTO and DEJAVU. The same sources give the same bytes. After a change,
# 'go test ./layout/text -update' makes the tables that plain text is set by.
set -eu
cd "$(dirname "$0")"
: "${ROBOTO:=/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF}"
: "${DEJAVU:=/usr/share/fonts/truetype/dejavu}"
export SOURCE_DATE_EPOCH=0

# Latin, phonetic signs, marks, Greek and Cyrillic, Vietnamese, polytonic Greek,
# punctuation, super- and subscripts, currencies, letter-like signs, fractions.
letters=0020-007E,00A0-052F,1E00-1FFF,2000-20CF,2100-218F,2212,2215,FB00-FB06,FFFC,FFFD

# What READMEs use and Roboto lacks: arrows, mathematics, technical signs,
# enclosed digits, boxes, shapes, symbols, ticks.
symbols=2070-209F,2100-214F,2150-218F,2190-23CF,2423,2460-27BF,27E6-27EF,27F5-27FF,2B00-2B5F

subset() { # source target unicodes features
	pyftsubset "$1" --output-file="$2" --unicodes="$3" --layout-features="$4" \
		--no-hinting --notdef-outline --name-IDs=0,1,2 --name-languages=0x409 \
		--drop-tables+=MATH,FFTM,gasp --no-recalc-timestamp
}

# No liga and no locl: a figure in SVG carries a smaller font still, without
# either, and must be drawn as it was measured.
for weight in Regular Medium; do
	subset "$ROBOTO/Roboto-$weight.ttf" "Roboto-$weight.ttf" "$letters" kern,ccmp,mark,mkmk
done
subset "$DEJAVU/DejaVuSans.ttf" Symbols.ttf "$symbols" ""
