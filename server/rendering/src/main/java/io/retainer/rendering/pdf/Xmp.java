package io.retainer.rendering.pdf;

import io.retainer.rendering.words.Html;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a PDF says of itself, for programs: its title, and that it can be read aloud (PDF/UA-1). */
final class Xmp {

  private static final String PACKET =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title>
         <xmp:CreateDate>ISSUED</xmp:CreateDate>
         <xmp:ModifyDate>ISSUED</xmp:ModifyDate>
         <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """;

  private Xmp() {}

  static byte[] of(String title, Instant issued) {
    return PACKET
        .replace("ISSUED", issued.toString())
        .replace("TITLE", Html.escape(title))
        .getBytes(StandardCharsets.UTF_8);
  }
}
