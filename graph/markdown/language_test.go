package markdown

import "testing"

// The language of a figure is that of its titles' script, where a script tells
// of one and the figure needs it.
func TestLanguageOfTitles(t *testing.T) {
	for _, test := range []struct{ want, titles string }{
		{"fa", "## مبانی پایتون\n\n- متغیرها\n- حلقه ها\n\n## کار با فایل\n\n- خواندن\n- نوشتن\n"},
		{"ar", "## أساسيات الزراعة\n\n- التربة\n- البذور\n\n## الحصاد\n\n- الأدوات\n- التخزين\n"},
		{"ja", "## JavaScript Plugins の設計\n\n- Browserify のしくみ\n- Gulp streams\n\n## Express middleware を書く\n\n- Routing\n- Sessions\n"},
		{"zh", "## 播种\n\n- 土壤\n- 种子\n\n## 收获\n\n- 工具\n- 储存\n"},
		{"", "## Посев\n\n- Почва\n- Семена\n\n## Урожай\n\n- Орудия\n- Хранение\n"},
		{"", "## Sowing\n\n- Soil\n- Seeds\n\n## Harvest\n\n- Tools\n- Storage\n"},
	} {
		if g, _ := Parse([]byte("# Course\n\n"+test.titles), Options{File: "a.md"}); g.Language != test.want {
			t.Errorf("%q is %q and not %q", test.titles, g.Language, test.want)
		}
	}
}
