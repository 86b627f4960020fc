package io.retainer.compute.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A question or an answer as bytes: their number, then they. */
public final class Frame {

  static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_TEXT = 64 * 1024;

  private Frame() {}

  public static void write(OutputStream out, Question question) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    question.write(new DataOutputStream(bytes));
    send(out, bytes);
  }

  public static void write(OutputStream out, Answer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    answer.write(new DataOutputStream(bytes));
    send(out, bytes);
  }

  /**
   * @throws IOException when the bytes are no question
   */
  public static Question question(InputStream in) throws IOException {
    return Question.read(receive(in));
  }

  /**
   * @throws IOException when the bytes are no answer
   */
  public static Answer answer(InputStream in) throws IOException {
    return Answer.read(receive(in));
  }

  private static void send(OutputStream out, ByteArrayOutputStream bytes) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(atMost(bytes.size(), MOST_BYTES));
    bytes.writeTo(data);
    data.flush();
  }

  private static DataInput receive(InputStream in) throws IOException {
    int size = atMost(new DataInputStream(in).readInt(), MOST_BYTES);
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("A frame ends after " + bytes.length + " of " + size + " bytes");
    }
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  static int atMost(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("A frame with " + size + " of something, at most " + most);
    }
    return size;
  }

  static void writeText(DataOutput out, String text) throws IOException {
    String part = text.length() > LONGEST_TEXT / 4 ? text.substring(0, LONGEST_TEXT / 4) : text;
    byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static String readText(DataInput in) throws IOException {
    byte[] utf8 = new byte[atMost(in.readInt(), LONGEST_TEXT)];
    in.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
