package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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
  void calculatesTheSameValuesAsTheWorkbookCarries() throws Exception {
    assumeTrue(Files.isExecutable(SOFFICE), "LibreOffice is not installed");
    byte[] workbook =
        new Renderings(Samples.templates()).xlsx(Samples.full(Samples.MINSK), Locale.ENGLISH);
    Path stripped = folder.resolve("stripped.xlsx");
    strip(workbook, stripped);

    Path calculated = convert(stripped);

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
                  .as(sheet.getSheetName() + "!" + cell.getAddress())
                  .isCloseTo(cached, within(Math.abs(cached) * 1e-9 + 1e-9));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
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

  private Path convert(Path file) throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Process process =
        new ProcessBuilder(
                SOFFICE.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    return out.resolve(file.getFileName());
  }
}
