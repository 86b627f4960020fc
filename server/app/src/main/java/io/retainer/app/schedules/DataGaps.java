package io.retainer.app.schedules;

import io.retainer.model.client.Client;
import io.retainer.model.report.Gap;
import io.retainer.model.time.Period;
import java.util.List;

/** Says what a report of a period would lack, were it made now. */
public interface DataGaps {

  List<Gap> of(Client client, String report, Period period);
}
