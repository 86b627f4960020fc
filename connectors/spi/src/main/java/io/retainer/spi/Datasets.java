package io.retainer.spi;

import java.util.List;
import java.util.Optional;

/**
 * The canonical datasets. Flags are true, false, or null where the source does not say. Where a
 * dataset has several moments, a row is on the day of the first one named in it.
 */
public final class Datasets {

  /**
   * Sessions of a site, by channel, source, campaign, device or country.
   *
   * <p>{@code engaged_sessions} as GA4 defines them, {@code bounce_sessions} as Yandex Metrica does
   * bounces, {@code single_hit_sessions} as Universal Analytics did: three bounce rates, never one
   * line. {@code repeat_sessions} are not the visitor's first; {@code converting_sessions} have a
   * key event, {@code micro_sessions} one of the micro-conversions that were agreed on, however
   * many {@code micro_events} they are. {@code engagement_seconds} is time in the foreground,
   * {@code session_seconds} from the first event to the last. {@code visitor_type} is {@code new}
   * or {@code returning}; {@code is_converter} parts the sessions of users who converted in the
   * period from all others.
   */
  public static final Dataset WEB_TRAFFIC = WebDatasets.TRAFFIC;

  /** Pages of a site. A session that saw two pages stands in both rows. */
  public static final Dataset LANDING_PAGES = WebDatasets.PAGES;

  /**
   * Things that happened on a site: by event name, or single events with the hashed visitor and
   * session and {@code events} 1.
   */
  public static final Dataset WEB_EVENTS = WebDatasets.EVENTS;

  /** Clicks by element of a page, as a heat map counts them. */
  public static final Dataset CLICK_MAPS = WebDatasets.CLICK_MAPS;

  /** Pageviews that were scrolled at least to {@code depth}, a fraction of the page's height. */
  public static final Dataset SCROLL_MAPS = WebDatasets.SCROLL_MAPS;

  /**
   * Search results as the search engine counted them. {@code is_anonymised}: the row sums up
   * queries that the engine does not name.
   */
  public static final Dataset SEARCH_QUERIES = WebDatasets.SEARCH;

  /**
   * Positions of a fixed set of keywords, as a rank tracker saw them. No position: not in {@code
   * depth}. {@code difficulty} is the tracker's own scale.
   */
  public static final Dataset RANKINGS = WebDatasets.RANKINGS;

  /**
   * Links from other sites, all that the index knew when it was asked, at {@code seen_at}; {@code
   * is_lost} are those it no longer finds. Indexes differ: one source is one line.
   */
  public static final Dataset BACKLINKS = WebDatasets.BACKLINKS;

  /**
   * Links from other sites as counted by an index, its {@code provider}: live links and distinct
   * domains on a day, and links found and lost since the row before.
   */
  public static final Dataset BACKLINK_SUMMARY = WebDatasets.BACKLINK_SUMMARY;

  /** Links from own pages to other sites, all that a crawl found on the day of a row. */
  public static final Dataset OUTBOUND_LINKS = WebDatasets.OUTBOUND_LINKS;

  /** A profile in a social network, day by day. */
  public static final Dataset SOCIAL_ACCOUNTS = MarketingDatasets.SOCIAL_ACCOUNTS;

  /**
   * Posts with their counters since publication, dated by their publication. {@code impressions}
   * and {@code reach} are organic and paid together; {@code is_paid}: the post was promoted, {@code
   * cost} is what that took.
   */
  public static final Dataset SOCIAL_POSTS = MarketingDatasets.SOCIAL_POSTS;

  /**
   * Sent campaigns. Unique opens and clicks are unique within one campaign only. {@code
   * opens_machine} are those unique opens that the source tells from people's (Apple's privacy
   * protection). {@code channel} is {@code email}, {@code sms} or {@code push}.
   */
  public static final Dataset EMAIL_CAMPAIGNS = MarketingDatasets.EMAIL_CAMPAIGNS;

  /** Links of sent campaigns; {@code link_id} is campaign and address together. */
  public static final Dataset EMAIL_LINKS = MarketingDatasets.EMAIL_LINKS;

  /**
   * Single messages of campaigns. {@code is_customer}: the recipient had ordered before the message
   * was sent.
   */
  public static final Dataset EMAIL_RECIPIENTS = MarketingDatasets.EMAIL_RECIPIENTS;

  /**
   * Paid delivery. {@code conversions} and {@code conversion_value} are what the platform claims by
   * its {@code attribution}; {@code results} mean what {@code result_type} says and are never added
   * over types. {@code eligible_impressions} is what impression share divides by. {@code post_id}
   * names a promoted post. {@code stage} is the stage of the customer's journey.
   */
  public static final Dataset AD_PERFORMANCE = MarketingDatasets.ADS;

  /** Participants of experiments by variant; the variant without a change is {@code A}. */
  public static final Dataset EXPERIMENTS = MarketingDatasets.EXPERIMENTS;

  /** Published content and what it cost. */
  public static final Dataset CONTENT_ITEMS = MarketingDatasets.CONTENT;

  /** Costs of marketing that no advertising platform knows: fees, agencies, tools. */
  public static final Dataset COSTS = MarketingDatasets.COSTS;

  /**
   * What was planned: a cost, or the target of the KPI in {@code kpi_id}. A plan by days says what
   * should have been spent up to any of them.
   */
  public static final Dataset PLANS_TARGETS = MarketingDatasets.PLANS;

  /**
   * Orders and refunds. {@code status} is {@code placed}, {@code cancelled} or {@code refund}; a
   * refund is a row of its own on its own day, with the amount in {@code refunded}. {@code total}
   * is what the customer was charged: {@code gross} less discount, with shipping and tax as the
   * shop adds them; {@code margin} is what is left of it after the goods were paid. {@code
   * source_name}, {@code medium} and {@code campaign} are what the order is attributed to. No
   * {@code customer_key}: an order of an unknown customer.
   */
  public static final Dataset ORDERS = CustomerDatasets.ORDERS;

  /**
   * Lines of orders. {@code sku} tells products apart, whatever they are called; {@code net} is
   * {@code gross} less discount. A returned line is a row of its own with status {@code refund} and
   * the amount in {@code refunded}.
   */
  public static final Dataset ORDER_LINES = CustomerDatasets.ORDER_LINES;

  /**
   * Customers with what they were won by, dated by their acquisition. {@code lost_at} and {@code
   * lost_reason}: an observed end, such as a contract's.
   */
  public static final Dataset CUSTOMERS = CustomerDatasets.CUSTOMERS;

  /**
   * Deals, dated by their creation. {@code status} is {@code open}, {@code won} or {@code lost};
   * {@code closed_at} is when it became won or lost.
   */
  public static final Dataset DEALS = CustomerDatasets.DEALS;

  /** Each time a deal entered a stage. */
  public static final Dataset DEAL_STAGES = CustomerDatasets.DEAL_STAGES;

  /**
   * Leads. {@code lead_key} is the hash of the normalised phone or address, the same for the same
   * person; {@code status} is {@code new}, {@code valid}, {@code qualified}, {@code spam} or {@code
   * rejected}; {@code lead_type} is {@code form}, {@code call} or {@code chat}.
   */
  public static final Dataset LEADS = CustomerDatasets.LEADS;

  /**
   * Conversations with customers, dated by their beginning. {@code network} is there for those in
   * social networks. {@code first_reply_at} may be a bot's, {@code first_human_reply_at} is not.
   */
  public static final Dataset SUPPORT_REQUESTS = CustomerDatasets.SUPPORT;

  /**
   * Questions asked, with the answer where there is one: {@code nps} 0 to 10, {@code csat} 1 to 5
   * (5 is best), {@code ces} 1 to 7 (7 is easiest). Answers whose asking is not known are dated by
   * the answer.
   */
  public static final Dataset SURVEY_ANSWERS = CustomerDatasets.SURVEYS;

  /** Reviews; {@code stars} are on a scale of five, whatever scale the site has. */
  public static final Dataset REVIEWS = CustomerDatasets.REVIEWS;

  /**
   * Mentions that a query found. {@code sentiment} is {@code positive}, {@code neutral} or {@code
   * negative}; {@code is_competitor}: it is about another brand than the client's.
   */
  public static final Dataset MENTIONS = CustomerDatasets.MENTIONS;

  /**
   * Profiles of places in maps and on review sites. {@code ratings_total} and {@code stars_total}
   * are all ratings up to the day and their stars added, so that places can be put together.
   */
  public static final Dataset LOCAL_PROFILE = CustomerDatasets.LOCAL_PROFILE;

  private static final List<Dataset> ALL =
      List.of(
          WEB_TRAFFIC,
          LANDING_PAGES,
          WEB_EVENTS,
          CLICK_MAPS,
          SCROLL_MAPS,
          SEARCH_QUERIES,
          RANKINGS,
          BACKLINKS,
          BACKLINK_SUMMARY,
          OUTBOUND_LINKS,
          SOCIAL_ACCOUNTS,
          SOCIAL_POSTS,
          EMAIL_CAMPAIGNS,
          EMAIL_LINKS,
          EMAIL_RECIPIENTS,
          AD_PERFORMANCE,
          EXPERIMENTS,
          CONTENT_ITEMS,
          COSTS,
          PLANS_TARGETS,
          ORDERS,
          ORDER_LINES,
          CUSTOMERS,
          DEALS,
          DEAL_STAGES,
          LEADS,
          SUPPORT_REQUESTS,
          SURVEY_ANSWERS,
          REVIEWS,
          MENTIONS,
          LOCAL_PROFILE);

  private Datasets() {}

  public static List<Dataset> all() {
    return ALL;
  }

  public static Optional<Dataset> find(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException naming all datasets, when there is none of this name
   */
  public static Dataset named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no dataset \""
                        + name
                        + "\"; there are "
                        + ALL.stream().map(Dataset::name).toList()));
  }
}
