// Package language is what figures say in the language of a document, and from which
// side it is read.
package language

import (
	"cmp"
	"slices"
	"strings"
)

// Phrase is something that a figure says.
type Phrase int

// The phrases. "%s" and "%d" are as in package fmt.
const (
	// After says of the name %s that it comes first. Where a language would
	// inflect the name, the words stand before a colon.
	After Phrase = iota
	// OnPage says of the name %s that it is on page %d.
	OnPage
	// Roadmap is the title of a figure of %s, with a colon likewise. Titles in
	// languages without it go without a word.
	Roadmap
	Done
	Doing
	Todo
	Skipped
	Optional
	More
	Highlighted
	Requires
	Guessed
	Progress // the label of badges
	Of       // %d of %d
	Added
	Removed
	Renamed
	Moved
	Changed
	Was // of something that had the name %s
)

// table has the phrases of each language in the order of the constants. What a
// language lacks is empty, or left out at the end.
var table = []struct {
	language string
	phrases  []string
}{
	{"en", []string{"after %s", "%s (p. %d)", "%s Roadmap", "done", "in progress", "to do", "skipped", "optional", "more topics", "highlighted", "comes first", "comes first, presumably", "progress", "%d of %d", "added", "removed", "renamed", "moved", "changed", "was %s"}},
	{"ar", []string{"بعد %s", "%s (ص %d)", "خارطة طريق: %s", "منجز", "قيد التعلم", "لم يبدأ", "تم تخطيه", "اختياري", "مواضيع أخرى", "مميز", "يُدرس أولاً", "يُدرس أولاً على الأرجح", "التقدم", "%d من %d", "مضاف", "محذوف", "أعيدت تسميته", "منقول", "معدَّل", "سابقًا: %s"}},
	{"bn", []string{"আগে: %s", "%s (পৃ. %d)"}},
	{"cs", []string{"nejdříve: %s", "%s (s. %d)"}},
	{"da", []string{"efter %s", "%s (s. %d)"}},
	{"de", []string{"nach %s", "%s (S. %d)", "Fahrplan: %s", "erledigt", "in Arbeit", "offen", "übersprungen", "freiwillig", "weitere Themen", "hervorgehoben", "kommt zuerst", "kommt wohl zuerst", "Fortschritt", "%d von %d", "neu", "entfernt", "umbenannt", "verschoben", "geändert", "bisher %s"}},
	{"es", []string{"tras %s", "%s (p. %d)", "Hoja de ruta: %s", "hecho", "en curso", "por hacer", "omitido", "opcional", "más temas", "destacado", "va antes", "va antes, al parecer", "progreso", "%d de %d", "añadido", "eliminado", "renombrado", "movido", "cambiado", "antes: %s"}},
	{"fa", []string{"پس از %s", "%s (ص %d)", "نقشه راه %s", "انجام\u200cشده", "در حال یادگیری", "مانده", "رد شده", "اختیاری", "موضوع\u200cهای دیگر", "برجسته", "پیش\u200cنیاز", "پیش\u200cنیاز احتمالی", "پیشرفت", "%d از %d", "افزوده\u200cشده", "حذف\u200cشده", "تغییر نام\u200cیافته", "جابه\u200cجا شده", "تغییریافته", "پیش\u200cتر: %s"}},
	{"fi", []string{"ensin: %s", "%s (s. %d)"}},
	{"fr", []string{"après %s", "%s (p. %d)", "Feuille de route : %s", "fait", "en cours", "à faire", "passé", "facultatif", "autres sujets", "mis en avant", "vient avant", "vient sans doute avant", "progrès", "%d sur %d", "ajouté", "supprimé", "renommé", "déplacé", "modifié", "avant : %s"}},
	{"he", []string{"אחרי %s", "%s (עמ' %d)", "", "בוצע", "בתהליך", "לביצוע", "דולג", "רשות", "נושאים נוספים", "מודגש", "קודם", "כנראה קודם", "התקדמות", "%d מתוך %d", "נוסף", "הוסר", "שונה שמו", "הועבר", "שונה", "לפני כן: %s"}},
	{"hi", []string{"पहले: %s", "%s (पृ. %d)", "%s रोडमैप", "पूरा", "जारी", "बाकी", "छोड़ा गया", "वैकल्पिक", "और विषय", "विशेष", "पहले सीखें", "शायद पहले सीखें", "प्रगति", "%d / %d", "जोड़ा गया", "हटाया गया", "नया नाम", "स्थान बदला", "बदला गया", "पहले: %s"}},
	{"hu", []string{"előbb: %s", "%s (%d. o.)"}},
	{"id", []string{"setelah %s", "%s (hlm. %d)", "Peta Jalan %s", "selesai", "sedang berjalan", "belum", "dilewati", "opsional", "topik lain", "disorot", "dipelajari dulu", "mungkin dipelajari dulu", "kemajuan", "%d dari %d", "ditambahkan", "dihapus", "diganti nama", "dipindahkan", "diubah", "sebelumnya %s"}},
	{"it", []string{"dopo %s", "%s (p. %d)", "", "fatto", "in corso", "da fare", "saltato", "facoltativo", "altri argomenti", "in evidenza", "viene prima", "forse viene prima", "progresso", "%d di %d", "aggiunto", "rimosso", "rinominato", "spostato", "modificato", "prima: %s"}},
	{"ja", []string{"先に: %s", "%s（%dページ）", "%sロードマップ", "完了", "学習中", "未着手", "スキップ", "任意", "その他のトピック", "強調", "先に学ぶ", "おそらく先に学ぶ", "進捗", "%d / %d", "追加", "削除", "改名", "移動", "変更", "旧: %s"}},
	{"ko", []string{"먼저: %s", "%s (%d쪽)", "%s 로드맵", "완료", "진행 중", "예정", "건너뜀", "선택", "그 밖의 주제", "강조", "먼저 배움", "아마 먼저 배움", "진행", "%d / %d", "추가됨", "삭제됨", "이름 변경", "이동됨", "변경됨", "이전: %s"}},
	{"nl", []string{"na %s", "%s (p. %d)", "", "klaar", "bezig", "te doen", "overgeslagen", "optioneel", "meer onderwerpen", "uitgelicht", "komt eerst", "komt vermoedelijk eerst", "voortgang", "%d van %d", "toegevoegd", "verwijderd", "hernoemd", "verplaatst", "gewijzigd", "voorheen %s"}},
	{"no", []string{"etter %s", "%s (s. %d)"}},
	{"pl", []string{"najpierw: %s", "%s (s. %d)", "", "zrobione", "w toku", "do zrobienia", "pominięte", "opcjonalne", "więcej tematów", "wyróżnione", "wcześniej", "zapewne wcześniej", "postęp", "%d z %d", "dodane", "usunięte", "zmieniona nazwa", "przeniesione", "zmienione", "dawniej: %s"}},
	{"pt", []string{"após %s", "%s (p. %d)", "Roteiro: %s", "feito", "em andamento", "a fazer", "pulado", "opcional", "mais tópicos", "destacado", "vem antes", "vem antes, ao que parece", "progresso", "%d de %d", "adicionado", "removido", "renomeado", "movido", "alterado", "antes: %s"}},
	{"ro", []string{"după %s", "%s (p. %d)"}},
	{"ru", []string{"сначала: %s", "%s (с. %d)", "Дорожная карта: %s", "сделано", "в процессе", "предстоит", "пропущено", "по желанию", "ещё темы", "выделено", "изучается раньше", "вероятно, раньше", "прогресс", "%d из %d", "добавлено", "удалено", "переименовано", "перемещено", "изменено", "раньше: %s"}},
	{"sv", []string{"efter %s", "%s (s. %d)", "", "klart", "pågår", "att göra", "överhoppat", "valfritt", "fler ämnen", "framhävt", "kommer först", "kommer troligen först", "framsteg", "%d av %d", "tillagt", "borttaget", "omdöpt", "flyttat", "ändrat", "tidigare %s"}},
	{"th", []string{"หลัง %s", "%s (หน้า %d)"}},
	{"tr", []string{"önce: %s", "%s (s. %d)", "%s Yol Haritası", "bitti", "sürüyor", "yapılacak", "atlandı", "isteğe bağlı", "diğer konular", "vurgulanan", "önce gelir", "muhtemelen önce gelir", "ilerleme", "%d / %d", "eklendi", "kaldırıldı", "yeniden adlandırıldı", "taşındı", "değişti", "önceki: %s"}},
	{"uk", []string{"спочатку: %s", "%s (с. %d)", "Дорожня карта: %s", "зроблено", "у процесі", "попереду", "пропущено", "за бажанням", "ще теми", "виділено", "вивчається раніше", "імовірно, раніше", "прогрес", "%d з %d", "додано", "вилучено", "перейменовано", "переміщено", "змінено", "раніше: %s"}},
	{"vi", []string{"sau %s", "%s (tr. %d)", "Lộ trình %s", "đã xong", "đang học", "cần học", "bỏ qua", "tùy chọn", "chủ đề khác", "nổi bật", "học trước", "có lẽ học trước", "tiến độ", "%d / %d", "thêm mới", "đã xóa", "đổi tên", "chuyển chỗ", "thay đổi", "trước là %s"}},
	{"zh", []string{"先学 %s", "%s（第%d页）", "%s路线图", "已完成", "进行中", "待学习", "已跳过", "选学", "更多主题", "突出显示", "须先学习", "可能须先学习", "进度", "%d / %d", "新增", "删除", "改名", "移动", "更改", "原为 %s"}},
	{"zh-hant", []string{"先學 %s", "%s（第%d頁）", "%s路線圖", "已完成", "進行中", "待學習", "已跳過", "選學", "更多主題", "突出顯示", "須先學習", "可能須先學習", "進度", "%d / %d", "新增", "刪除", "改名", "移動", "更改", "原為 %s"}},
}

// phrases are those of a language, or none.
func phrases(language string) []string {
	for i := range table {
		if table[i].language == language {
			return table[i].phrases
		}
	}
	return nil
}

// In is the phrase in a language, by its BCP 47 tag; in English if the program does
// not have that.
func (p Phrase) In(tag string) string { return cmp.Or(p.Own(tag), phrases("en")[p]) }

// Own is the phrase in a language, or "" if the program does not have it in that.
func (p Phrase) Own(tag string) string {
	parts := subtags(tag)
	language := parts[0]
	switch {
	case language == "zh" && slices.ContainsFunc(parts, func(s string) bool { return s == "hant" || s == "tw" || s == "hk" }):
		language = "zh-hant" // has words of its own
	case language == "nb" || language == "nn": // the two ways to write Norwegian
		language = "no"
	}
	if row := phrases(language); int(p) < len(row) {
		return row[p]
	}
	return ""
}

// IsRightToLeft tells whether a language is written from right to left.
func IsRightToLeft(tag string) bool {
	switch subtags(tag)[0] {
	case "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi":
		return true
	}
	return false
}

// subtags are the parts of a tag in lower case; there is at least one.
func subtags(tag string) []string {
	return strings.Split(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
}
