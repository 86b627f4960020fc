package io.retainer.rendering;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The KPIs of the samples, what each is about, and groups to break them down by. */
final class SampleCatalogue {

  /** A KPI with the level that its days are around. */
  record Sample(KpiDescriptor kpi, double level, double base) {

    /** The same, with all dimensions that the script names. */
    Sample cutLike(KpiDescriptor script) {
      return new Sample(
          new KpiDescriptor(
              kpi.id(),
              kpi.version(),
              kpi.kind(),
              kpi.unit(),
              kpi.better(),
              kpi.title(),
              kpi.about(),
              kpi.dataset(),
              kpi.formula(),
              script.dimensions(),
              kpi.smallBase()),
          level,
          base);
    }
  }

  static final Map<String, List<String>> GROUPS =
      Map.of(
          "channel",
          List.of(
              "Organic Search",
              "Direct",
              "Paid Search",
              "Organic Social",
              "Referral",
              "Email",
              "Display",
              "Unassigned"),
          "query",
          List.of(
              "vaelluskengät naisille",
              "купить палатку",
              "талстоўка з капюшонам",
              "hiking boots",
              "retkeilytarvikkeet helsinki",
              "кава ў зернях",
              "рюкзак 40 л",
              "sleeping bag -10",
              "kuoritakki alennus",
              "best trail shoes 2026",
              "палатка трёхместная",
              "merinovilla aluskerrasto"),
          "network",
          List.of("instagram", "tiktok", "vk", "telegram"),
          "campaign",
          List.of(
              "October newsletter",
              "Осенние новинки",
              "Vinkit syysretkelle",
              "Win-back 90 days",
              "Восеньскія навінкі",
              "Black Friday teaser",
              "Order confirmation +1"),
          "country",
          List.of("FI", "SE", "EE", "BY"));

  private final Map<KpiId, Sample> samples = new LinkedHashMap<>();

  /** Those of the monthly report, but a rank tracker's. */
  static Map<KpiId, Sample> samples() {
    return new SampleCatalogue().samples;
  }

  /** Every KPI that has a script. */
  static Map<KpiId, Sample> everything() {
    SampleCatalogue catalogue = new SampleCatalogue();
    ScriptCatalogue.read()
        .forEach(
            (id, kpi) ->
                catalogue.samples.compute(
                    id, (any, known) -> known == null ? usual(kpi) : known.cutLike(kpi)));
    return catalogue.samples;
  }

  /** A KPI of a script, around a level that its unit may have. */
  private static Sample usual(KpiDescriptor kpi) {
    return switch (kpi.unit()) {
      case COUNT -> new Sample(kpi, 34, 0);
      case MONEY -> new Sample(kpi, 61.5, 0);
      case PERCENT -> new Sample(kpi, 0.23, 640);
      case RATIO -> new Sample(kpi, 2.4, 300);
      case POSITION -> new Sample(kpi, 8.3, 900);
      default -> new Sample(kpi, 47, 0);
    };
  }

  private SampleCatalogue() {
    add(
        "web.sessions",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        412,
        0,
        "web_traffic",
        "Sessions",
        "Сеансы",
        "Сеансы",
        "Istunnot",
        "sum(sessions)",
        "channel");
    add(
        "web.organic-sessions",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        168,
        0,
        "web_traffic",
        "Organic sessions",
        "Сеансы из поиска",
        "Сеансы з пошуку",
        "Orgaaniset istunnot",
        "sum(sessions) where channel == 'Organic Search'",
        "channel");
    add(
        "web.bounce-rate",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.LOWER,
        0.431,
        412,
        "web_traffic",
        "Bounce rate (GA4)",
        "Показатель отказов (GA4)",
        "Паказчык адмоў (GA4)",
        "Poistumisprosentti (GA4)",
        "1 - sum(engaged_sessions) / sum(sessions)",
        "channel");
    add(
        "search.serp-position",
        KpiKind.WMEAN,
        KpiUnit.POSITION,
        Direction.LOWER,
        11.4,
        8200,
        "search_queries",
        "Average position in search",
        "Средняя позиция в поиске",
        "Сярэдняя пазіцыя ў пошуку",
        "Keskisijoitus haussa",
        "sum(position * impressions) / sum(impressions)",
        "query");
    add(
        "search.clicks",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        152,
        0,
        "search_queries",
        "Clicks in search",
        "Клики в поиске",
        "Клікі ў пошуку",
        "Klikkaukset haussa",
        "sum(clicks)",
        "query");
    add(
        "search.impressions",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        8200,
        0,
        "search_queries",
        "Impressions in search",
        "Показы в поиске",
        "Паказы ў пошуку",
        "Näyttökerrat haussa",
        "sum(impressions)",
        "query");
    add(
        "search.ctr",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.0185,
        8200,
        "search_queries",
        "Click-through rate in search",
        "CTR в поиске",
        "CTR у пошуку",
        "Klikkausprosentti haussa",
        "sum(clicks) / sum(impressions)",
        "query");
    add(
        "search.top-10-share",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.364,
        240,
        "search_queries",
        "Queries in the top 10",
        "Запросы в топ-10",
        "Запыты ў топ-10",
        "Haut kärkikymmenikössä",
        "count().where(position <= 10) / count()",
        "query");
    add(
        "social.followers",
        KpiKind.STOCK,
        KpiUnit.COUNT,
        Direction.HIGHER,
        15480,
        0,
        "social_accounts",
        "Followers",
        "Подписчики",
        "Падпісчыкі",
        "Seuraajat",
        "last(followers)",
        "network");
    add(
        "social.engagement-rate",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.0472,
        91000,
        "social_posts",
        "Engagement rate (by impressions)",
        "Вовлечённость (по показам)",
        "Уцягнутасць (па паказах)",
        "Sitoutumisaste (näytöistä)",
        "sum(engagements) / sum(impressions)",
        "network");
    add(
        "email.ctr",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.0312,
        12400,
        "email_campaigns",
        "E-mail click-through rate",
        "CTR писем",
        "CTR лістоў",
        "Sähköpostin klikkausprosentti",
        "sum(clicks_unique) / sum(delivered)",
        "campaign");
    add(
        "email.open-rate",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.2241,
        12400,
        "email_campaigns",
        "Open rate",
        "Открываемость",
        "Адкрываемасць",
        "Avausprosentti",
        "sum(opens_unique) / sum(delivered)",
        "campaign");
    add(
        "orders.revenue",
        KpiKind.FLOW,
        KpiUnit.MONEY,
        Direction.HIGHER,
        1312.45,
        0,
        "orders",
        "Revenue before refunds",
        "Выручка до возвратов",
        "Выручка да вяртанняў",
        "Liikevaihto ennen palautuksia",
        "sum(total)",
        "country");
    add(
        "orders.count",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        19,
        0,
        "orders",
        "Orders",
        "Заказы",
        "Заказы",
        "Tilaukset",
        "count()",
        "country");
    add(
        "orders.aov",
        KpiKind.RATIO,
        KpiUnit.MONEY,
        Direction.HIGHER,
        69.08,
        589,
        "orders",
        "Average order value",
        "Средний чек",
        "Сярэдні чэк",
        "Keskiostos",
        "sum(total) / count()",
        "country");
    add(
        "customers.active",
        KpiKind.DISTINCT,
        KpiUnit.COUNT,
        Direction.HIGHER,
        431,
        0,
        "orders",
        "Active customers",
        "Активные клиенты",
        "Актыўныя кліенты",
        "Aktiiviset asiakkaat",
        "distinct(customer_key)");
    add(
        "customers.retention-rate",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.286,
        22,
        "orders",
        "Customer retention",
        "Удержание клиентов",
        "Утрыманне кліентаў",
        "Asiakaspysyvyys",
        "retained(customer_key) / existing(customer_key)");
    add(
        "customers.repeat-purchase-rate",
        KpiKind.RATIO,
        KpiUnit.PERCENT,
        Direction.HIGHER,
        0.174,
        431,
        "orders",
        "Repeat purchase rate",
        "Доля повторных покупок",
        "Доля паўторных пакупак",
        "Uusintaostajien osuus",
        "count().where(n >= 2) / count()");
    add(
        "social.net-followers",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        9,
        0,
        "social_accounts",
        "Net new followers",
        "Прирост подписчиков",
        "Прырост падпісчыкаў",
        "Seuraajien nettomuutos",
        "sum(follower_change)",
        "network");
    add(
        "social.posts",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.NEUTRAL,
        1.1,
        0,
        "social_posts",
        "Posts published",
        "Публикации",
        "Публікацыі",
        "Julkaisut",
        "count()",
        "network");
    add(
        "social.impressions",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        2950,
        0,
        "social_posts",
        "Social impressions",
        "Показы в соцсетях",
        "Паказы ў сацсетках",
        "Näyttökerrat somessa",
        "sum(impressions)",
        "network");
    add(
        "social.engagements",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        139,
        0,
        "social_posts",
        "Engagements",
        "Взаимодействия",
        "Узаемадзеянні",
        "Sitoutumiset",
        "sum(engagements)",
        "network");
    add(
        "email.delivered",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.NEUTRAL,
        400,
        0,
        "email_campaigns",
        "E-mails delivered",
        "Доставленные письма",
        "Дастаўленыя лісты",
        "Perille menneet viestit",
        "sum(delivered)",
        "campaign");
    add(
        "orders.refunds",
        KpiKind.FLOW,
        KpiUnit.MONEY,
        Direction.LOWER,
        31.2,
        0,
        "orders",
        "Refunds",
        "Возвраты",
        "Вяртанні",
        "Palautukset",
        "sum(refunded)",
        "country");
    add(
        "orders.net-revenue",
        KpiKind.FLOW,
        KpiUnit.MONEY,
        Direction.HIGHER,
        1281.25,
        0,
        "orders",
        "Revenue (after refunds)",
        "Выручка (за вычетом возвратов)",
        "Выручка (без уліку вяртанняў)",
        "Liikevaihto (palautusten jälkeen)",
        "sum(total) - sum(refunded)",
        "country");
  }

  private void add(
      String id,
      KpiKind kind,
      KpiUnit unit,
      Direction better,
      double level,
      double base,
      String dataset,
      String en,
      String ru,
      String be,
      String fi,
      String formula,
      String... dimensions) {
    KpiDescriptor kpi =
        new KpiDescriptor(
            new KpiId(id),
            "3f2a91c",
            kind,
            unit,
            better,
            Map.of("en", en, "ru", ru, "be", be, "fi", fi),
            Map.of(
                "en", "How it is counted, in a sentence a client understands without asking.",
                "ru",
                    "Как считается показатель — одним предложением, понятным клиенту без вопросов.",
                "be", "Як лічыцца паказчык — адным сказам, зразумелым кліенту без пытанняў.",
                "fi", "Miten luku lasketaan, yhdellä lauseella, jonka asiakas ymmärtää kysymättä."),
            dataset,
            formula,
            List.of(dimensions),
            30);
    samples.put(kpi.id(), new Sample(kpi, level, base));
  }
}
