package io.retainer.workspace.support;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The secrets and names that a home knows, to be taken out of what leaves it. */
final class KnownWords {

  /** Folders of the home with one folder or file for each client. */
  private static final List<String> BY_CLIENT =
      List.of("clients", "inbox", "reports", "parameters", "connector-settings");

  /** Columns with names of clients and people, each word of which gives them away. */
  private static final Map<String, String> NAMES =
      Map.of(
          "select name from client", "‹client›",
          "select name from account", "‹person›");

  /** Columns that name something of theirs, and what stands for it. */
  private static final Map<String, String> NAMING =
      Map.of(
          "select id from client", "‹client›",
          "select label from api_token", "‹token›",
          "select recipients from report_schedule", "‹recipient›",
          "select sender from client_sender where sender is not null", "‹sender›",
          "select account from pull_source", "‹account›",
          "select distinct file from arrival", "‹file›",
          "select distinct subject from received_mail", "‹subject›");

  private KnownWords() {}

  /** Without the state, which only one process has: folders are called like clients too. */
  static Masking of(HomeFolder home, Configuration set) {
    var masking = new Masking();
    set.personal().forEach((key, value) -> setting(masking, key, value));
    masking.word(home.root().toString(), "‹home›");
    for (String folder : BY_CLIENT) {
      names(home.root().resolve(folder)).forEach(name -> masking.word(name, "‹client›"));
    }
    return masking;
  }

  static Masking of(HomeFolder home, Configuration set, Jdbi state) {
    Masking masking = of(home, set);
    state.useHandle(
        handle -> {
          NAMING.forEach(
              (question, instead) ->
                  each(handle, question).forEach(text -> masking.word(text, instead)));
          NAMES.forEach(
              (question, instead) ->
                  each(handle, question).forEach(name -> masking.name(name, instead)));
        });
    return masking;
  }

  private static List<String> each(Handle handle, String question) {
    return handle.createQuery(question).mapTo(String.class).list();
  }

  private static void setting(Masking masking, String key, String value) {
    masking.word(value, "‹" + key + "›");
    if (!value.contains("/")) {
      for (String part : value.split("[\\s,<>]+")) {
        masking.word(part, "‹" + key + "›");
      }
    }
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
