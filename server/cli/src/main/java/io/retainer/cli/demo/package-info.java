/**
 * The demo: a client of the server's API like any other program. It uploads the exports of two
 * invented businesses, sets up their schedules, has the last closed month issued, and says where
 * everything is.
 *
 * <p>Enter at {@link io.retainer.cli.demo.DemoTour}. Each step looks first whether it is done, so a
 * second start repeats nothing and an interrupted one goes on where it was.
 */
package io.retainer.cli.demo;
