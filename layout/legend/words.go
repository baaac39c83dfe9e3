package legend

import "strings"

// word is something that a legend or a badge says.
type word int

const (
	done word = iota
	doing
	todo
	skipped
	optional
	more
	highlighted
	requires
	guessed
	Progress // of badges: their label
	Of       // of badges: how many of how many, in the form of package fmt
)

// words are those of each language, in the order of the constants.
var words = map[string][]string{
	"en": {"done", "in progress", "to do", "skipped", "optional", "more topics", "highlighted", "comes first", "comes first, presumably", "progress", "%d of %d"},
	"de": {"erledigt", "in Arbeit", "offen", "übersprungen", "freiwillig", "weitere Themen", "hervorgehoben", "kommt zuerst", "kommt wohl zuerst", "Fortschritt", "%d von %d"},
	"es": {"hecho", "en curso", "por hacer", "omitido", "opcional", "más temas", "destacado", "va antes", "va antes, al parecer", "progreso", "%d de %d"},
	"fr": {"fait", "en cours", "à faire", "passé", "facultatif", "autres sujets", "mis en avant", "vient avant", "vient sans doute avant", "progrès", "%d sur %d"},
	"pt": {"feito", "em andamento", "a fazer", "pulado", "opcional", "mais tópicos", "destacado", "vem antes", "vem antes, ao que parece", "progresso", "%d de %d"},
	"it": {"fatto", "in corso", "da fare", "saltato", "facoltativo", "altri argomenti", "in evidenza", "viene prima", "forse viene prima", "progresso", "%d di %d"},
	"nl": {"klaar", "bezig", "te doen", "overgeslagen", "optioneel", "meer onderwerpen", "uitgelicht", "komt eerst", "komt vermoedelijk eerst", "voortgang", "%d van %d"},
	"sv": {"klart", "pågår", "att göra", "överhoppat", "valfritt", "fler ämnen", "framhävt", "kommer först", "kommer troligen först", "framsteg", "%d av %d"},
	"pl": {"zrobione", "w toku", "do zrobienia", "pominięte", "opcjonalne", "więcej tematów", "wyróżnione", "wcześniej", "zapewne wcześniej", "postęp", "%d z %d"},
	"tr": {"bitti", "sürüyor", "yapılacak", "atlandı", "isteğe bağlı", "diğer konular", "vurgulanan", "önce gelir", "muhtemelen önce gelir", "ilerleme", "%d / %d"},
	"ru": {"сделано", "в процессе", "предстоит", "пропущено", "по желанию", "ещё темы", "выделено", "изучается раньше", "вероятно, раньше", "прогресс", "%d из %d"},
	"uk": {"зроблено", "у процесі", "попереду", "пропущено", "за бажанням", "ще теми", "виділено", "вивчається раніше", "імовірно, раніше", "прогрес", "%d з %d"},
	"vi": {"đã xong", "đang học", "cần học", "bỏ qua", "tùy chọn", "chủ đề khác", "nổi bật", "học trước", "có lẽ học trước", "tiến độ", "%d / %d"},
	"id": {"selesai", "sedang berjalan", "belum", "dilewati", "opsional", "topik lain", "disorot", "dipelajari dulu", "mungkin dipelajari dulu", "kemajuan", "%d dari %d"},
	"zh": {"已完成", "进行中", "待学习", "已跳过", "选学", "更多主题", "突出显示", "须先学习", "可能须先学习", "进度", "%d / %d"},
	"ja": {"完了", "学習中", "未着手", "スキップ", "任意", "その他のトピック", "強調", "先に学ぶ", "おそらく先に学ぶ", "進捗", "%d / %d"},
	"ko": {"완료", "진행 중", "예정", "건너뜀", "선택", "그 밖의 주제", "강조", "먼저 배움", "아마 먼저 배움", "진행", "%d / %d"},
	"ar": {"منجز", "قيد التعلم", "لم يبدأ", "تم تخطيه", "اختياري", "مواضيع أخرى", "مميز", "يُدرس أولاً", "يُدرس أولاً على الأرجح", "التقدم", "%d من %d"},
	"fa": {"انجام\u200cشده", "در حال یادگیری", "مانده", "رد شده", "اختیاری", "موضوع\u200cهای دیگر", "برجسته", "پیش\u200cنیاز", "پیش\u200cنیاز احتمالی", "پیشرفت", "%d از %d"},
	"he": {"בוצע", "בתהליך", "לביצוע", "דולג", "רשות", "נושאים נוספים", "מודגש", "קודם", "כנראה קודם", "התקדמות", "%d מתוך %d"},
	"hi": {"पूरा", "जारी", "बाकी", "छोड़ा गया", "वैकल्पिक", "और विषय", "विशेष", "पहले सीखें", "शायद पहले सीखें", "प्रगति", "%d / %d"},
}

// Word is what a legend says in a language, by its BCP 47 tag; in English if the
// program does not have that.
func Word(w word, language string) string {
	primary, rest, _ := strings.Cut(strings.ToLower(language), "-")
	if primary == "zh" && (strings.Contains(rest, "hant") || rest == "tw" || rest == "hk") {
		return traditional[w]
	}
	if of, ok := words[primary]; ok {
		return of[w]
	}
	return words["en"][w]
}

// traditional are the words in traditional Chinese characters.
var traditional = []string{"已完成", "進行中", "待學習", "已跳過", "選學", "更多主題", "突出顯示", "須先學習", "可能須先學習", "進度", "%d / %d"}
