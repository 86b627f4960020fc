/**
 * Yandex Metrica: tables of its reports, answers of its reporting API, and its logs of visits and
 * hits. Yandex Webmaster: queries, pages and days of searches.
 *
 * <p>Enter at {@link io.retainer.connector.yandex.YandexMetrica} and {@link
 * io.retainer.connector.yandex.YandexWebmaster}. Promises: bounces stay Metrica's own and never
 * pass for another product's; rates are turned back into the visits they came from; visitors are
 * never a sum; what a report leaves out (visits without a tag, other engines) makes it a part and
 * not the whole.
 */
package io.retainer.connector.yandex;
