package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second program opens the workbook and calculates it anew; skipped where it is not installed.
 */
class LibreOfficeTest {

  private static final Path SOFFICE = Path.of("/usr/bin/soffice");

  @TempDir Path folder;

  @Test
  void calculatesTheSameValuesAsEveryWorkbookCarries() throws Exception {
    assumeTrue(Files.isExecutable(SOFFICE), "LibreOffice is not installed");
    Renderings renderings = new Renderings(Samples.templates());
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (SampleKpis.Case sample : SampleKpis.Case.values()) {
      ReportContent content = Samples.content(sample, Samples.MINSK, Samples.TARGETS);
      workbooks.put(sample.name(), renderings.xlsx(content, Locale.ENGLISH));
    }
    for (ReportTemplate template : Samples.templates().all()) {
      ReportContent content =
          Samples.content(template.id(), SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);
      workbooks.put(template.id(), renderings.xlsx(content, Locale.forLanguageTag("fi")));
    }
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      strip(workbook.getValue(), folder.resolve(workbook.getKey() + ".xlsx"));
    }

    Path calculated = convertAll();

    int compared = 0;
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      Path theirs = calculated.resolve(workbook.getKey() + ".xlsx");
      compared += compare(workbook.getKey(), workbook.getValue(), theirs);
    }
    assertThat(compared).isGreaterThan(1000);
  }

  private static int compare(String name, byte[] workbook, Path calculated) throws IOException {
    int compared = 0;
    try (XSSFWorkbook ours = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        XSSFWorkbook theirs = new XSSFWorkbook(Files.newInputStream(calculated))) {
      for (Sheet sheet : ours) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              double cached = cell.getNumericCellValue();
              Cell same =
                  theirs
                      .getSheet(sheet.getSheetName())
                      .getRow(row.getRowNum())
                      .getCell(cell.getColumnIndex());
              assertThat(same.getNumericCellValue())
                  .as(name + " " + sheet.getSheetName() + "!" + cell.getAddress())
                  .isCloseTo(cached, within(Math.abs(cached) * 1e-9 + 1e-9));
              compared++;
            }
          }
        }
      }
    }
    return compared;
  }

  /** Without the values we wrote, the program has to calculate. */
  private static void strip(byte[] bytes, Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        OutputStream out = Files.newOutputStream(file)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              ((XSSFCell) cell).getCTCell().unsetV();
            }
          }
        }
      }
      workbook.write(out);
    }
  }

  private Path convertAll() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    List<String> command =
        new ArrayList<>(
            List.of(
                SOFFICE.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toString).filter(name -> name.endsWith(".xlsx")).forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    return out;
  }
}
