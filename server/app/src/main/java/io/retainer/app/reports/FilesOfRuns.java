package io.retainer.app.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.retainer.workspace.ReportFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The files of runs as the state knows them. */
final class FilesOfRuns {

  private FilesOfRuns() {}

  /** The runs in their order, each with its files; asked for once, however many there are. */
  static List<Run> with(Handle handle, List<Run> runs) {
    if (runs.isEmpty()) {
      return runs;
    }
    Map<String, List<RunFile>> files =
        handle
            .createQuery("select * from report_file where run_id in (<ids>) order by format")
            .bindList("ids", runs.stream().map(Run::id).toList())
            .map(
                (row, context) ->
                    Map.entry(
                        row.getString("run_id"),
                        new RunFile(
                            ReportFormat.of(row.getString("format")).orElseThrow(),
                            row.getString("name"),
                            row.getLong("bytes"),
                            row.getString("sha256"))))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return runs.stream().map(run -> run.with(files.getOrDefault(run.id(), List.of()))).toList();
  }

  static void add(Handle handle, String run, List<RunFile> files) {
    for (RunFile file : files) {
      handle
          .createUpdate(
              """
              insert into report_file (run_id, format, name, bytes, sha256)
              values (:run, :format, :name, :bytes, :sha256)
              """)
          .bind("run", run)
          .bind("format", file.format().word())
          .bind("name", file.name())
          .bind("bytes", file.size())
          .bind("sha256", file.sha256())
          .execute();
    }
  }
}
