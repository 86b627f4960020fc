package io.retainer.systemtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What arrives when something went wrong on the way, or somebody means harm. */
final class HostileFiles {

  private static final String SEARCH_HEADER = "Date,Clicks,Impressions,CTR,Position\n";
  private static final int BOMB_MEGABYTES = 1500;

  private HostileFiles() {}

  /** By name. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty.csv", new byte[0]);
    files.put("blank.csv", "\n\n  \n".getBytes(StandardCharsets.UTF_8));
    files.put("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    files.put("noise.bin", noise());
    files.put("truncated.zip", Arrays.copyOf(searchZip(), searchZip().length / 2));
    files.put("password.zip", withPassword(searchZip()));
    files.put("password.xlsx", encryptedWorkbook());
    files.put("bomb.zip", bomb());
    files.put("bomb.csv.gz", packedBomb());
    files.put(
        "impossible-dates.csv",
        text(SEARCH_HEADER + "2026-02-30,1,10,10%,4\n2026-13-01,1,9,11%,4\n"));
    files.put("words-for-numbers.csv", text(SEARCH_HEADER + "2026-10-01,many,10,10%,4\n"));
    // Says UTF-16, and is not.
    files.put(
        "wrong-encoding.csv",
        ("\u00FF\u00FE" + SEARCH_HEADER + "2026-10-01,1,10,10%,4\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    files.put(
        "entities.xlsx",
        zip(
            "xl/workbook.xml",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
    return files;
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : all().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Two gigabytes that take no room on the disk. */
  static Path huge(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("huge.csv");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(SEARCH_HEADER.getBytes(StandardCharsets.UTF_8));
      sparse.setLength(2L * 1024 * 1024 * 1024);
    }
    return file;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise() {
    byte[] bytes = new byte[64 * 1024];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] searchZip() {
    return zip(
        "Queries.csv",
        "Top queries,Clicks,Impressions,CTR,Position\nkava,1,10,10%,3\n".repeat(400));
  }

  private static byte[] zip(String name, String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Says of each entry that it is encrypted, as a ZIP with a password does. */
  private static byte[] withPassword(byte[] zip) {
    byte[] marked = zip.clone();
    for (int i = 0; i < marked.length - 10; i++) {
      if (marked[i] == 'P' && marked[i + 1] == 'K') {
        if (marked[i + 2] == 3 && marked[i + 3] == 4) {
          marked[i + 6] |= 1;
        } else if (marked[i + 2] == 1 && marked[i + 3] == 2) {
          marked[i + 8] |= 1;
        }
      }
    }
    return marked;
  }

  private static byte[] encryptedWorkbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem();
        var workbook = new XSSFWorkbook()) {
      workbook.createSheet("Chart").createRow(0).createCell(0).setCellValue("Date");
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        workbook.write(out);
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      files.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] megabyte = new byte[1024 * 1024];
    Arrays.fill(megabyte, (byte) '0');
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("Queries.csv"));
      zip.write("Top queries,Clicks,Impressions,CTR,Position\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < BOMB_MEGABYTES; i++) {
        zip.write(megabyte);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /** One that no connector knows by its head. */
  private static byte[] packedBomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text("till,sold\n"));
      gzip.write(text("1,2\n".repeat(16 << 20)));
    }
    return bytes.toByteArray();
  }
}
