package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  /** As an interface for programs answers: headings before the rows, remarks behind them. */
  private static final String ANSWER =
      """
      {
        "dimensionHeaders": [{"name": "date"}],
        "rows": [
          {"date": "20261001", "sessions": "4257", "id": 649123456789012345},
          {"date": "20261002", "sessions": "17", "id": 649123456789012346}
        ],
        "metadata": {"currencyCode": "EUR", "rows": "none of the rows"}
      }
      """;

  @Test
  void walksTheRowsOfADocument() throws IOException {
    var rows = values(json(ANSWER), "rows");

    assertThat(rows)
        .extracting(row -> row.at("date").text())
        .containsExactly("20261001", "20261002");
    assertThat(rows).extracting(JsonValue::line).containsExactly(4L, 5L);
    assertThat(rows.get(0).at("sessions").number())
        .hasValueSatisfying(n -> assertThat(n).isEqualTo("4257"));
  }

  @Test
  void keepsAllDigitsOfAnId() throws IOException {
    assertThat(values(json(ANSWER), "rows").get(1).at("id").text()).isEqualTo("649123456789012346");
  }

  @Test
  void tellsWhatStandsAroundTheRows() throws IOException {
    JsonValue around = json(ANSWER).around("rows").get(0);

    assertThat(around.at("metadata", "currencyCode").text()).isEqualTo("EUR");
    assertThat(around.at("metadata", "rows").text()).isEqualTo("none of the rows");
    assertThat(around.at("rows").items()).isEmpty();
    assertThat(around.at("dimensionHeaders").at(0).at("name").text()).isEqualTo("date");
  }

  @Test
  void knowsWhichDocumentOfAListARowIsIn() throws IOException {
    var list = json("[{\"rows\":[1,2]},\n{\"rows\":[]},\n{\"rows\":[3]}]");
    var found = new ArrayList<String>();
    try (var rows = list.values("rows")) {
      JsonValue row;
      while ((row = rows.next()) != null) {
        found.add(rows.document() + ": " + row.text());
      }
    }
    assertThat(found).containsExactly("0: 1", "0: 2", "2: 3");
    assertThat(list.around("rows")).hasSize(3);
  }

  @Test
  void goesThroughListsOnTheWay() throws IOException {
    var batch = json("{\"reports\":[{\"rows\":[[1,2]]},{\"other\":0},{\"rows\":[[3]]}]}");
    assertThat(values(batch, "reports", "rows"))
        .extracting(Object::toString)
        .containsExactly("[1,2]", "[3]");
    assertThat(values(batch, "nowhere", "rows")).isEmpty();
  }

  @Test
  void readsDocumentsOneAfterTheOther() throws IOException {
    var pages = json("{\n\"rows\": [1]\n}\n{\n\"rows\": [2]\n}\n");
    assertThat(pages.isLines()).isFalse();
    assertThat(values(pages, "rows")).hasSize(2);
    assertThat(pages.heads()).hasSize(2);
  }

  @Test
  void numbersTheRowsOfADocumentWithoutLineBreaks() throws IOException {
    assertThat(values(json("{\"rows\":[{\"a\":1},{\"a\":2},{\"a\":3}]}"), "rows"))
        .extracting(JsonValue::line)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void readsAMessageOnEachLineAndGoesOnBehindAWrongOne() throws IOException {
    var text = json("{\"n\":1}\n\nTHIS IS NO JSON\n{\"n\":2}\n{\"n\":\n{\"n\":3}");
    var found = new ArrayList<String>();
    try (var lines = text.values()) {
      JsonValue line;
      do {
        try {
          line = lines.next();
          found.add(line == null ? "end" : line.line() + ": " + line.at("n").text());
        } catch (UnreadableContent wrong) {
          line = json("{}").head();
          found.add(wrong.issue().line() + " wrong");
        }
      } while (line != null);
    }
    assertThat(text.isLines()).isTrue();
    assertThat(found).containsExactly("1: 1", "3 wrong", "4: 2", "5 wrong", "6: 3", "end");
  }

  @Test
  void looksAtTheBeginningOfALongTextOnly() throws IOException {
    byte[] row = "{\"name\":\"кава\",\"clicks\":5},\n".getBytes(UTF_8);
    var read = new long[1];
    var file =
        TestFile.streamed(
            "big.json",
            1L << 30,
            () -> {
              var parts = new ArrayList<InputStream>();
              parts.add(
                  new ByteArrayInputStream("{\"kind\":\"report\",\"rows\":[".getBytes(UTF_8)));
              for (int i = 0; i < 20_000; i++) {
                parts.add(new ByteArrayInputStream(row));
              }
              return counted(new SequenceInputStream(Collections.enumeration(parts)), read);
            });
    JsonText json = FileContent.of(file).documents().get(0);

    assertThat(json.head().at("kind").text()).isEqualTo("report");
    assertThat(json.head().at("rows").items()).hasSizeGreaterThan(1_000);
    assertThat(read[0]).isLessThan(300_000);
    assertThat(file.openStreams()).isZero();
  }

  @Test
  void saysWhereATextBreaksOff() throws IOException {
    var text = json(ANSWER.substring(0, ANSWER.indexOf("20261002")));
    var rows = text.values("rows");
    assertThat(rows.next().at("date").text()).isEqualTo("20261001");
    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            UnreadableContent.class,
            trouble -> {
              assertThat(trouble.issue().saw()).contains("breaks off");
              assertThat(trouble.issue().line()).isEqualTo(5);
            });
    assertThat(rows.next()).isNull();
    rows.close();
  }

  @Test
  void saysWhereATextIsNoJson() {
    assertThatThrownBy(() -> values(json("{\"rows\": [\n{\"a\": 1},\n{\"a\" 2}]}"), "rows"))
        .isInstanceOfSatisfying(
            UnreadableContent.class, trouble -> assertThat(trouble.issue().line()).isEqualTo(3))
        .hasMessageContaining("no JSON");
  }

  @Test
  void readsEveryEncodingOfUnicode() throws IOException {
    String text = "[{\"канал\": \"пошта\"}]";
    for (byte[] bytes :
        List.of(
            text.getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_16LE),
            ("\uFEFF" + text).getBytes(UTF_16BE),
            text.getBytes(UTF_16LE))) {
      var json = FileContent.of(TestFile.of("x", bytes)).documents().get(0);
      assertThat(json.head().at(0).at("канал").text()).isEqualTo("пошта");
      assertThat(values(json)).hasSize(1);
    }
  }

  @Test
  void refusesWhatWouldFillTheMemory() {
    assertThatThrownBy(() -> values(json("[{\"a\":" + "[".repeat(500))))
        .hasMessageContaining("at most 100");
    assertThatThrownBy(() -> values(json("[{\"a\":1" + "0".repeat(1_000) + "}]")))
        .hasMessageContaining("beyond what an export needs");
    assertThatThrownBy(() -> values(json("[{\"a\":\"" + "x".repeat(3_000_000) + "\"}]")))
        .hasMessageContaining("beyond what an export needs");
    assertThatThrownBy(() -> values(json("[{\"a\":[" + "1,".repeat(3_000_000) + "1]}]")))
        .hasMessageContaining("one JSON value of more than");
    assertThatThrownBy(() -> json("[{\"a\":[" + "1,".repeat(3_000_000) + "1]}]").around("b"))
        .hasMessageContaining("one JSON value of more than");
  }

  @Test
  void passesOverLargeValuesThatNobodyAskedFor() throws IOException {
    var text = "{\"log\":[" + "1,".repeat(3_000_000) + "1],\"rows\":[{\"a\":1}]}";
    assertThat(values(json(text), "rows")).hasSize(1);
  }

  @Test
  void takesANumberWithAHugeExponentForNoNumber() throws IOException {
    assertThat(values(json("[{\"a\":1e999999999}]")).get(0).at("a").number()).isEmpty();
    assertThat(values(json("[{\"a\":5e-05}]")).get(0).at("a").number().orElseThrow())
        .isEqualByComparingTo("0.00005");
  }

  @Test
  void isASheetForWhatReadsTables() throws IOException {
    var sheet =
        json(ANSWER)
            .sheet(
                List.of("date", "sessions"),
                row -> List.of(row.at("date").text(), row.at("sessions").text()),
                "rows");
    var headings = Headings.of(List.of("day = date", "sessions = sessions"));
    var table = Table.find(sheet, headings, List.of("day", "sessions")).orElseThrow();
    var sessions = new ArrayList<Long>();
    table.eachRow(row -> sessions.add(Long.valueOf(row.cell(1))));
    assertThat(sessions).containsExactly(4257L, 17L);
  }

  @Test
  void writesAValueBackForTheUserToCorrect() throws IOException {
    String text = "{\"a\":\"q\\\"\\\\\",\"b\":[1,true,null],\"c\":{}}";
    assertThat(json(text).head()).hasToString(text);
  }

  @Test
  void isFoundInAnArchiveBesideTables() throws IOException {
    byte[] zip =
        FileContentTest.zip("rows.csv", "a,b\n1,2\n", "result.json", "{\"a\":1}", "empty.json", "");
    var content = FileContent.of(TestFile.of("x.zip", zip));
    assertThat(content.sheets()).hasSize(1);
    assertThat(content.documents()).extracting(JsonText::name).containsExactly("result.json");
  }

  private static JsonText json(String text) throws IOException {
    return FileContent.of(TestFile.of("answer.json", text)).documents().get(0);
  }

  private static List<JsonValue> values(JsonText json, String... path) throws IOException {
    var found = new ArrayList<JsonValue>();
    try (var values = json.values(path)) {
      JsonValue value;
      while ((value = values.next()) != null) {
        found.add(value);
      }
    }
    return found;
  }

  private static InputStream counted(InputStream in, long[] count) {
    return new java.io.FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count[0] += Math.max(0, read);
        return read;
      }
    };
  }
}
