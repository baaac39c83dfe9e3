#!/bin/sh
# Cuts the fonts of the gallery down to what its courses are written with. It needs
# pyftsubset and Debian's Noto fonts (fonts-noto-core, fonts-noto-cjk and
# fonts-noto-cjk-extra). Their licence stands beside the files. U+0E4D is half of the
# Thai vowel am.
set -eu
cd "$(dirname "$0")"
: "${NOTO:=/usr/share/fonts}"
export SOURCE_DATE_EPOCH=0

subset() { # source target course further options
	source=$1 target=$2 course=$3
	shift 3
	pyftsubset "$NOTO/$source" --output-file="$target" --text-file="../$course.md" --layout-features='*' \
		--no-hinting --notdef-outline --name-IDs=0,1,2,13,14,16,17 --unicodes=0E4D --name-languages=0x409 --no-recalc-timestamp "$@"
}

for weight in Regular Medium; do
	subset "truetype/noto/NotoSansArabic-$weight.ttf" "NotoSansArabic-$weight.ttf" ar
	subset "truetype/noto/NotoSansDevanagari-$weight.ttf" "NotoSansDevanagari-$weight.ttf" hi
	subset "truetype/noto/NotoSansThai-$weight.ttf" "NotoSansThai-$weight.ttf" th
	subset "opentype/noto/NotoSansCJK-$weight.ttc" "NotoSansSC-$weight.otf" zh --font-number=2
done
