/**
 * Groups of clients: which clients are in them, and their KPIs side by side and rolled up by kind.
 *
 * <p>Enter at {@link io.retainer.app.groups.GroupFigures} for what a group's page shows. Who sees
 * only some clients gets figures and totals of these alone; nothing here ever computes with others.
 */
package io.retainer.app.groups;
