package io.retainer.workspace.configuration;

import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.Sender;
import io.retainer.warehouse.FactsInTrino;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What values of a setting look like, as the catalogue names it: {@code number 1..65535}. */
public final class Form {

  private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.:_-]*[A-Za-z0-9])?";

  private static final String ROLE_OF_GROUP =
      "[^=,]+=\\s*(owner|(manager|author|viewer|stakeholder)(:[a-z0-9-]+([+][a-z0-9-]+)*)?)";

  private final boolean secret;
  private final String expected;
  private final Consumer<String> reading;

  /**
   * @param reading throws {@link IllegalArgumentException} for what it cannot read
   */
  private Form(boolean secret, String expected, Consumer<String> reading) {
    this.secret = secret;
    this.expected = expected;
    this.reading = reading;
  }

  /** As the catalogue names it. */
  public static Form of(String words) {
    List<String> parts = List.of(words.split(" "));
    List<String> details = parts.subList(1, parts.size());
    return switch (parts.get(0)) {
      case "text" -> new Form(false, "some text", text -> {});
      case "secret" -> new Form(true, "a password", text -> {});
      case "folder" -> new Form(false, "a folder, like /srv/retainer", Path::of);
      case "host" -> matching(HOST, "the name of a machine, like mail.example.org");
      case "days" -> matching("[0-9]{1,5}|always", "a number of days, like 400, or always");
      case "names" -> matching("[^\\s,]+(\\s*,\\s*[^\\s,]+)*", "on, off or names, like anna,ben");
      case "roles" ->
          matching(
              ROLE_OF_GROUP + "(\\s*,\\s*" + ROLE_OF_GROUP + ")*",
              "groups and roles, like sales=manager, nordic=stakeholder:nordic+birch");
      case "database" ->
          new Form(
              false,
              "an address like jdbc:postgresql://db.example/retainer, without a password in it",
              Form::database);
      case "facts" ->
          new Form(
              false,
              "an address like jdbc:postgresql://db.example/retainer or jdbc:trino://trino.example:8080/iceberg/retainer, without a password in it",
              Form::facts);
      case "url" -> new Form(false, "an address like https://reports.agency.example/", Form::url);
      case "recipients" ->
          new Form(
              false,
              "addresses and domains, like anna@agency.example, @agency.example",
              AllowedRecipients::parse);
      case "networks" ->
          new Form(false, "addresses and networks, like 127.0.0.1, 10.0.0.0/8", Networks::parse);
      case "address" -> new Form(false, "an address, like ops@agency.example", MailAddress::new);
      case "sender" ->
          new Form(false, "a sender, like Agency <reports@agency.example>", Sender::parse);
      case "one-of" -> oneOf(details);
      case "number" -> number(details.get(0).split("\\.\\."));
      default -> throw new IllegalStateException("The catalogue has no form \"" + words + "\"");
    };
  }

  private static Form matching(String pattern, String expected) {
    return new Form(false, expected, text -> require(text.matches(pattern)));
  }

  private static Form oneOf(List<String> words) {
    String last = words.get(words.size() - 1);
    return new Form(
        false,
        String.join(", ", words.subList(0, words.size() - 1)) + " or " + last,
        text -> require(words.stream().anyMatch(text::equalsIgnoreCase)));
  }

  private static Form number(String[] limits) {
    long[] range = Arrays.stream(limits).mapToLong(Long::parseLong).toArray();
    return new Form(
        false,
        "a number from " + range[0] + " to " + range[1],
        text -> {
          require(text.matches("[0-9]{1,12}"));
          require(Long.parseLong(text) >= range[0] && Long.parseLong(text) <= range[1]);
        });
  }

  private static void url(String text) {
    URI address = URI.create(text);
    require(address.getHost() != null && List.of("http", "https").contains(address.getScheme()));
  }

  private static void database(String text) {
    require(text.matches("jdbc:postgresql://[^\\s@]+"));
    requireNoPassword(text);
  }

  private static void facts(String text) {
    if (text.startsWith(FactsInTrino.PREFIX)) {
      require(FactsInTrino.isAddress(text));
      requireNoPassword(text);
    } else {
      database(text);
    }
  }

  private static void requireNoPassword(String text) {
    require(!text.toLowerCase(Locale.ROOT).matches(".*[?&]password=.*"));
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }

  /** Words or numbers to choose from, where they can be listed: {@code on or off}. */
  Optional<String> choice() {
    return expected.contains(" like ") || expected.startsWith("some ") || secret
        ? Optional.empty()
        : Optional.of(expected);
  }

  boolean isSecret() {
    return secret;
  }

  /** Empty when the value can be used, else what was expected. */
  public Optional<String> problemOf(String value) {
    try {
      reading.accept(value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("expected " + expected);
    }
  }
}
