/**
 * What a section shows beyond single figures and breakdowns: customers by month of their first
 * order, by how they buy, steps towards an order, an amount on its way to its goal. Each is read
 * from a KPI's table once, so that page and workbook show the same.
 */
package io.retainer.model.report.exhibit;
