package pdf

import (
	"encoding/xml"
	"strings"
)

// packet writes what the document says of itself in XML (XMP), the one stream that is
// not packed, so that programs find it without knowing the format. There the figure's
// metadata stand as they are.
func (doc *document) packet(metadata string) ref {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n")
	describe := func(namespace, prefix, name, open, text, end string) {
		if text == "" {
			return
		}
		b.WriteString(`<rdf:Description rdf:about="" xmlns:` + prefix + `="` + namespace + `"><` + prefix + ":" + name + ">" + open)
		xml.EscapeText(&b, []byte(text)) // into memory
		b.WriteString(end + "</" + prefix + ":" + name + "></rdf:Description>\n")
	}
	const dublinCore = "http://purl.org/dc/elements/1.1/"
	describe(dublinCore, "dc", "title", `<rdf:Alt><rdf:li xml:lang="x-default">`, doc.title, "</rdf:li></rdf:Alt>")
	describe(dublinCore, "dc", "language", "<rdf:Bag><rdf:li>", doc.language, "</rdf:li></rdf:Bag>")
	describe("http://ns.adobe.com/xap/1.0/", "xmp", "CreatorTool", "", "roadmapviz", "")
	describe("http://ns.adobe.com/pdf/1.3/", "pdf", "Producer", "", "roadmapviz", "")
	describe("https://github.com/roadmapviz/roadmapviz", "roadmapviz", "record", "", metadata, "")
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	r := doc.reserve()
	doc.plainStream(r, []byte("/Type/Metadata/Subtype/XML"), []byte(b.String()))
	return r
}
