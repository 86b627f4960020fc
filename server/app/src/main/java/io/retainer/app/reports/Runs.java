package io.retainer.app.reports;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.MailMark;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Servers;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/**
 * The runs there are. Each change of state is one conditional statement, so that it happens once.
 */
public final class Runs {

  private static final int LONGEST_REASON = 4000;

  /** A report that stops the server each time it is rendered must not do so for ever. */
  private static final int MOST_ATTEMPTS = 5;

  /** Of own clients, and, for who sees only those, what went out. */
  private static final String SEEN =
      ClientScope.CLIENT
          + """
          and (not cast(:issued_only as boolean) or exists
            (select 1 from run_step issued
             where issued.run_id = report_run.id and issued.kind = 'issued'))
          """;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Runs(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Keeps the request of somebody who just looks as a queued run. */
  public Run add(RunRequest request, Client client, String requestedBy) {
    return add(request, client, requestedBy, RunOrigin.NONE);
  }

  /** Keeps a request as a queued run. */
  public Run add(RunRequest request, Client client, String requestedBy, RunOrigin origin) {
    String id = UUID.randomUUID().toString();
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into report_run
                          (id, client, report, period, locale, formats, state, requested_by,
                           requested_at, schedule_id, corrects, mark, mark_detail)
                        values (:id, :client, :report, :period, :locale, :formats, 'queued', :by,
                           :now, :schedule, :corrects, :mark, :detail)
                        """)
                    .bind("id", id)
                    .bind("client", request.client().value())
                    .bind("report", request.report())
                    .bind("period", request.period().toString())
                    .bind("locale", request.locale().orElse(client.locale()).toLanguageTag())
                    .bind("formats", words(request.formats()))
                    .bind("by", requestedBy)
                    .bind("now", clock.instant())
                    .bind("schedule", origin.schedule().orElse(null))
                    .bind("corrects", origin.corrects().orElse(null))
                    .bind("mark", origin.mark().map(one -> RunRow.word(one.kind())).orElse(null))
                    .bind("detail", origin.mark().map(MailMark::detail).orElse(null))
                    .execute());
    return find(id).orElseThrow();
  }

  public Optional<Run> find(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                seen(handle.createQuery("select * from report_run where id = :id and " + SEEN))
                    .bind("id", id)
                    .map(RunRow::read)
                    .findOne()
                    .map(run -> FilesOfRuns.with(handle, List.of(run)).get(0)));
  }

  /**
   * The latest runs, newest first.
   *
   * @param client of one client only
   */
  public List<Run> latest(Optional<ClientId> client, Optional<Run.State> inState, int most) {
    return state
        .get()
        .withHandle(
            handle ->
                FilesOfRuns.with(
                    handle,
                    seen(handle.createQuery(
                            """
                            select * from report_run
                            where (cast(:client as varchar) is null or client = :client)
                              and (cast(:state as varchar) is null or state = :state)
                              and %s
                            order by requested_at desc, id
                            limit :most
                            """
                                .formatted(SEEN)))
                        .bind("client", client.map(ClientId::value).orElse(null))
                        .bind("state", inState.map(Run.State::word).orElse(null))
                        .bind("most", most)
                        .map(RunRow::read)
                        .list()));
  }

  /** All periods for which there are runs. */
  public List<Period> periods() {
    return state
        .get()
        .withHandle(
            handle ->
                seen(handle.createQuery("select distinct period from report_run where " + SEEN))
                    .mapTo(String.class)
                    .map(Period::parse)
                    .list());
  }

  /** What one word of a search may stand for; a run fits it by any of these. */
  public record Meaning(List<String> clients, List<String> reports, List<String> periods) {}

  /** Those that fit each of these, newest first. */
  public List<Run> meant(List<Meaning> meanings, int most) {
    String fits =
        IntStream.range(0, meanings.size())
            .mapToObj(
                i ->
                    "(client in (<c%1$d>) or report in (<r%1$d>) or period in (<p%1$d>))"
                        .formatted(i))
            .collect(Collectors.joining(" and "));
    return state
        .get()
        .withHandle(
            handle -> {
              Query query =
                  seen(
                      handle.createQuery(
                          "select * from report_run where %s and %s order by requested_at desc, id limit :most"
                              .formatted(SEEN, fits)));
              for (int i = 0; i < meanings.size(); i++) {
                Meaning meaning = meanings.get(i);
                query
                    .bindList(EmptyHandling.NULL_KEYWORD, "c" + i, meaning.clients())
                    .bindList(EmptyHandling.NULL_KEYWORD, "r" + i, meaning.reports())
                    .bindList(EmptyHandling.NULL_KEYWORD, "p" + i, meaning.periods());
              }
              return FilesOfRuns.with(handle, query.bind("most", most).map(RunRow::read).list());
            });
  }

  /** Those of these ids that the thread may see, by their id. */
  public Map<String, Run> named(Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return state
        .get()
        .withHandle(
            handle ->
                FilesOfRuns.with(
                    handle,
                    seen(handle.createQuery(
                            "select * from report_run where id in (<ids>) and " + SEEN))
                        .bindList("ids", List.copyOf(ids))
                        .map(RunRow::read)
                        .list()))
        .stream()
        .collect(Collectors.toMap(Run::id, run -> run));
  }

  private static Query seen(Query query) {
    return ClientScope.bind(query).bind("issued_only", ClientScope.current().issuedOnly());
  }

  List<String> queued() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from report_run where state = 'queued' order by requested_at")
                    .mapTo(String.class)
                    .list());
  }

  /**
   * @return false when somebody else has taken it
   */
  boolean claim(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createUpdate(
                            """
                            update report_run
                            set state = 'running', started_at = :now, attempts = attempts + 1,
                              taken_by = :here
                            where id = :id and state = 'queued'
                            """)
                        .bind("id", id)
                        .bind("here", Servers.HERE)
                        .bind("now", clock.instant())
                        .execute()
                    == 1);
  }

  /** Whether this server has taken it and not ended it. */
  boolean isTakenHere(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createQuery(
                            """
                            select count(*) from report_run
                            where id = :id and state = 'running' and taken_by = :here
                            """)
                        .bind("id", id)
                        .bind("here", Servers.HERE)
                        .mapTo(Long.class)
                        .one()
                    == 1);
  }

  /** Puts the files of a run where they stay. */
  @FunctionalInterface
  interface Putting {
    void put() throws IOException;
  }

  /**
   * Who stood still for so long that another server has taken the run up puts nothing in the place
   * of what that one made.
   *
   * @return false when this server has it no more
   */
  boolean ready(String id, int sections, int emptySections, List<RunFile> files, Putting putting)
      throws IOException {
    return state
        .get()
        .<Boolean, IOException>inTransaction(
            handle -> {
              int mine =
                  handle
                      .createUpdate(
                          """
                          update report_run
                          set state = 'ready', finished_at = :now, reason = null,
                              sections = :sections, empty_sections = :empty
                          where id = :id and state = 'running' and taken_by = :here
                          """)
                      .bind("id", id)
                      .bind("here", Servers.HERE)
                      .bind("now", clock.instant())
                      .bind("sections", sections)
                      .bind("empty", emptySections)
                      .execute();
              if (mine == 1) {
                putting.put();
                FilesOfRuns.add(handle, id, files);
              }
              return mine == 1;
            });
  }

  void failed(String id, String reason) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update report_run
                        set state = 'failed', finished_at = :now, reason = :reason
                        where id = :id
                          and (state = 'queued' or state = 'running' and taken_by = :here)
                        """)
                    .bind("id", id)
                    .bind("here", Servers.HERE)
                    .bind("now", clock.instant())
                    .bind("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                    .execute());
  }

  /** What this server was at when it was asked to end is begun anew elsewhere, and no fault. */
  public void release() {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update report_run
                        set state = 'queued', started_at = null, attempts = attempts - 1
                        where state = 'running' and taken_by = :here
                        """)
                    .bind("here", Servers.HERE)
                    .execute());
  }

  /**
   * What a server that is gone left half done is begun anew: power cuts come in rows, and none of
   * them may cost a report.
   */
  void recover() {
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      update report_run set state = 'queued', started_at = null
                      where state = 'running' and attempts < :most and
                      """
                          + Servers.IS_LEFT)
                  .bind("most", MOST_ATTEMPTS)
                  .bind("alive", Servers.alive(clock))
                  .execute();
              handle
                  .createUpdate(
                      """
                      update report_run
                      set state = 'failed', finished_at = :now, reason = :reason
                      where state = 'running' and
                      """
                          + Servers.IS_LEFT)
                  .bind("alive", Servers.alive(clock))
                  .bind("now", clock.instant())
                  .bind(
                      "reason",
                      "The server stopped %d times while it rendered this report. Look for the cause in its log, then run the report again."
                          .formatted(MOST_ATTEMPTS))
                  .execute();
            });
  }

  private static String words(Set<ReportFormat> formats) {
    return EnumSet.copyOf(formats).stream()
        .map(ReportFormat::word)
        .collect(Collectors.joining(","));
  }
}
