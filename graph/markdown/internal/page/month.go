package page

import "strings"

// abbreviated are the names of months, folded, in languages whose authors write but their
// beginnings too: "Sep", "Sept", "janv".
const abbreviated = " january february march april may june july august september october november december " +
	"enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre " +
	"janeiro fevereiro março maio junho julho setembro outubro novembro dezembro " +
	"janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre " +
	"gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre " +
	"januar jänner februar märz juni juli oktober dezember desember " +
	"januari februari maart mei augustus mrt mrz maj " +
	"января февраля марта апреля мая июня июля августа сентября октября ноября декабря " +
	"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "

// written are those that are written out, as they stand in dates and by themselves.
const written = " styczeń stycznia luty lutego marzec marca kwiecień kwietnia maja czerwiec czerwca lipiec lipca sierpień sierpnia wrzesień września październik października listopad listopada grudzień grudnia " +
	"leden ledna únor února březen března duben dubna květen května červen června červenec července srpen srpna září říjen října prosinec prosince január januára február februára marec apríl apríla máj mája jún júna júl júla septembra októbra novembra decembra " +
	"március április május június július augusztus szeptember október " +
	"siječanj siječnja veljača veljače ožujak ožujka travanj travnja svibanj svibnja lipanj lipnja srpanj srpnja kolovoz kolovoza rujan rujna studeni studenoga studenog prosinac prosinca jul jula jun juna avgust avgusta " +
	"tammikuu tammikuuta helmikuu helmikuuta maaliskuu maaliskuuta huhtikuu huhtikuuta toukokuu toukokuuta kesäkuu kesäkuuta heinäkuu heinäkuuta elokuu elokuuta syyskuu syyskuuta lokakuu lokakuuta marraskuu marraskuuta joulukuu joulukuuta " +
	"jaanuar veebruar märts aprill juuni juuli oktoober detsember janvāris janvārī februāris februārī marts martā aprīlis aprīlī maijs maijā jūnijs jūnijā jūlijs jūlijā augusts augustā septembris septembrī oktobris oktobrī novembris novembrī decembris decembrī " +
	"sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie gener febrer març maig juny juliol setembre desembre " +
	"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık maret agustus mac ogos disember julai " +
	"січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня " +
	"януари февруари април юни юли септември октомври ноември декември јануар фебруар мај јун јул септембар октобар новембар децембар " +
	"ιανουάριος ιανουαρίου φεβρουάριος φεβρουαρίου μάρτιος μαρτίου απρίλιος απριλίου μάιος μαΐου ιούνιος ιουνίου ιούλιος ιουλίου αύγουστος αυγούστου σεπτέμβριος σεπτεμβρίου οκτώβριος οκτωβρίου νοέμβριος νοεμβρίου δεκέμβριος δεκεμβρίου " +
	"يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار حزيران تموز أيلول " +
	"فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר " +
	"जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर नवम्बर दिसंबर दिसम्बर জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর " +
	"มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม "

// joining are the words that may stand in a date and say nothing of it.
const joining = " de del di do den der le el am of the ngày năm г года год р року рік roku "

// isMonth says whether a folded word is the name of a month, or its beginning of at least
// three letters where that is usual.
func isMonth(word string) bool {
	if len(word) < 3 {
		return false
	}
	return isAmong(abbreviated, word, false) || isAmong(written, strings.TrimPrefix(word, "ב"), true)
}

// isAmong says whether one of several words, with a space before and behind each, is a
// word, or begins with it.
func isAmong(words, word string, whole bool) bool {
	for at := 0; ; at++ {
		i := strings.Index(words[at:], word)
		if i < 0 || word == "" {
			return false
		}
		at += i
		if words[at-1] == ' ' && (!whole || words[at+len(word)] == ' ') {
			return true
		}
	}
}
