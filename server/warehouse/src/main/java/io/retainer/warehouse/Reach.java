package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import java.time.LocalDate;

/**
 * Up to which day there is anything of one source of a client.
 *
 * @param source connector id
 */
public record Reach(ClientId client, String source, LocalDate lastDay) {}
