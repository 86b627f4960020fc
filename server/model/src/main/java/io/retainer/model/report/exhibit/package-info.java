/**
 * What a section shows beyond single figures and breakdowns: customers by month of their first
 * order, by how they buy, steps towards an order, an amount on its way to its goal, what moved
 * most, what was booked beside what platforms claim. Each is read once, so that page and workbook
 * show the same.
 */
package io.retainer.model.report.exhibit;
