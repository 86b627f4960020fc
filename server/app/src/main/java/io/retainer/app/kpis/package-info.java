/** KPIs to look up: the catalogue, values for a client and a period, problems of scripts. */
package io.retainer.app.kpis;
