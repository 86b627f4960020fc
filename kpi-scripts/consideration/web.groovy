// Visits of the site, as its analytics counted them.

kpi('web.sessions') {
  title en: 'Sessions', ru: 'Сеансы', be: 'Сеансы', fi: 'Istunnot'
  about en: 'Visits of the site in the period.', ru: 'Посещения сайта за период.', be: 'Наведванні сайта за перыяд.', fi: 'Käynnit sivustolla jaksolla.'
  unit count
  better higher
  from web_traffic
  value { sum(sessions) }
  by channel, source_name, campaign, device, country
  example 'sessions add up over channels', rows: [[channel: 'Direct', sessions: 40], [channel: 'Email', sessions: 2]], expect: 42
  example 'nothing imported is not zero', rows: [], expect: noData
  example 'sessions are not users, which would be 30', rows: [[sessions: 42, users: 30]], expect: 42, not: 30
}

kpi('web.organic-sessions') {
  title en: 'Organic search sessions', ru: 'Сеансы из органического поиска', be: 'Сеансы з арганічнага пошуку', fi: 'Istunnot orgaanisesta hausta'
  about en: 'Sessions whose channel is Organic Search. They are not the clicks the search engine counts.',
      ru: 'Сеансы с каналом Organic Search. Это не клики, которые считает поисковая система.',
      be: 'Сеансы з каналам Organic Search. Гэта не клікі, якія лічыць пошукавая сістэма.',
      fi: 'Istunnot, joiden kanava on Organic Search. Ne eivät ole hakukoneen laskemia klikkauksia.'
  unit count
  better higher
  from web_traffic
  where channel == 'Organic Search'
  value { sum(sessions) }
  by source_name, device, country
  example 'only this channel, however it is spelt',
      rows: [[channel: 'Organic Search', sessions: 30], [channel: 'organic search', sessions: 5], [channel: 'Organic Social', sessions: 7]],
      expect: 35
  example 'covered days without an organic session are zero',
      rows: [[channel: 'Direct', sessions: 9]], expect: 0
  example 'sessions, not the clicks the search engine counted, which would be 50',
      rows: [[channel: 'Organic Search', sessions: 35]], search_queries: [[clicks: 50]], expect: 35, not: 50
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.bounce-rate') {
  title en: 'Bounce rate (GA4)', ru: 'Показатель отказов (GA4)', be: 'Паказчык адмоў (GA4)', fi: 'Välitön poistumisprosentti (GA4)'
  about en: 'Share of sessions that were not engaged: up to 10 seconds, one page and no key event. Not comparable with the bounce rate of other tools.',
      ru: 'Доля сеансов без взаимодействия: не дольше 10 секунд, одна страница и ни одного ключевого события. Не сравнивается с показателем отказов других систем.',
      be: 'Доля сеансаў без узаемадзеяння: не даўжэй за 10 секунд, адна старонка і ніводнай ключавой падзеі. Не параўноўваецца з паказчыкам адмоў іншых сістэм.',
      fi: 'Osuus istunnoista, joissa ei sitouduttu: enintään 10 sekuntia, yksi sivu eikä yhtään avaintapahtumaa. Ei vertailukelpoinen muiden työkalujen lukujen kanssa.'
  unit percent
  better lower
  from web_traffic
  value { 1 - sum(engaged_sessions) / sum(sessions) }
  by channel, source_name, campaign, device, country
  example 'of the whole; the mean of the two rates would be 0.45',
      rows: [[channel: 'Direct', sessions: 900, engaged_sessions: 180], [channel: 'Email', sessions: 100, engaged_sessions: 90]],
      expect: 0.73, not: 0.45
  example 'without sessions there is no rate',
      rows: [[sessions: 0, engaged_sessions: 0]], expect: notComputable
}

kpi('web.engagement-rate') {
  title en: 'Engagement rate (GA4)', ru: 'Доля сеансов с взаимодействием (GA4)', be: 'Доля сеансаў з узаемадзеяннем (GA4)', fi: 'Sitoutumisaste (GA4)'
  about en: 'Share of sessions that were engaged: longer than 10 seconds, or two pages, or a key event.',
      ru: 'Доля сеансов с взаимодействием: дольше 10 секунд, либо две страницы, либо ключевое событие.',
      be: 'Доля сеансаў з узаемадзеяннем: даўжэй за 10 секунд, або дзве старонкі, або ключавая падзея.',
      fi: 'Osuus istunnoista, joissa sitouduttiin: yli 10 sekuntia, kaksi sivua tai avaintapahtuma.'
  unit percent
  better higher
  from web_traffic
  value { sum(engaged_sessions) / sum(sessions) }
  by channel, source_name, campaign, device, country
  example 'of the whole; the mean of the two rates would be 0.55',
      rows: [[sessions: 900, engaged_sessions: 180], [sessions: 100, engaged_sessions: 90]], expect: 0.27, not: 0.55
  example 'without sessions there is no rate', rows: [[sessions: 0, engaged_sessions: 0]], expect: notComputable
}

kpi('web.users') {
  title en: 'Users (as counted by the source)', ru: 'Пользователи (по данным источника)', be: 'Карыстальнікі (паводле звестак крыніцы)', fi: 'Käyttäjät (lähteen laskemina)'
  about en: 'Distinct users, where the source counted them for exactly this period. Users of days or channels cannot be added.',
      ru: 'Уникальные пользователи, если источник посчитал их ровно за этот период. Пользователей по дням или каналам складывать нельзя.',
      be: 'Унікальныя карыстальнікі, калі крыніца палічыла іх роўна за гэты перыяд. Карыстальнікаў па днях або каналах складаць нельга.',
      fi: 'Yksittäiset käyttäjät, kun lähde on laskenut heidät juuri tältä jaksolta. Päivien tai kanavien käyttäjiä ei voi laskea yhteen.'
  unit count
  better higher
  from web_traffic
  value { asCounted(users) }
  example 'one row for the period is the answer', rows: [[users: 950]], expect: 950
  example 'days are not added, which would give 800: who came twice would count twice',
      rows: [[day: '2026-10-01', users: 500], [day: '2026-10-02', users: 300]], expect: notComputable, not: 800
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.conversions') {
  title en: 'Key events on the site', ru: 'Ключевые события на сайте', be: 'Ключавыя падзеі на сайце', fi: 'Avaintapahtumat sivustolla'
  about en: 'Events marked as key events (conversions) in the site\'s analytics.',
      ru: 'События, отмеченные в веб-аналитике как ключевые (конверсии).',
      be: 'Падзеі, пазначаныя ў вэб-аналітыцы як ключавыя (канверсіі).',
      fi: 'Tapahtumat, jotka on merkitty analytiikassa avaintapahtumiksi (konversioiksi).'
  unit count
  better higher
  from web_traffic
  value { sum(conversions) }
  by channel, source_name, campaign, device, country
  example 'key events may be fractions', rows: [[conversions: 1.5], [conversions: 2]], expect: 3.5
  example 'key events, not small steps; together they would be 53.5', rows: [[conversions: 3.5, micro_events: 50]], expect: 3.5, not: 53.5
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.revenue') {
  title en: 'Revenue in web analytics', ru: 'Выручка по данным веб-аналитики', be: 'Выручка паводле вэб-аналітыкі', fi: 'Liikevaihto verkkoanalytiikassa'
  about en: 'Revenue of the purchases that the site\'s analytics saw. It misses orders of visitors who refused to be counted, and those made elsewhere.',
      ru: 'Выручка по покупкам, которые увидела веб-аналитика сайта. В неё не входят заказы тех, кто отказался от учёта, и заказы вне сайта.',
      be: 'Выручка па пакупках, якія ўбачыла вэб-аналітыка сайта. У яе не ўваходзяць заказы тых, хто адмовіўся ад уліку, і заказы па-за сайтам.',
      fi: 'Sivuston analytiikan havaitsemien ostosten liikevaihto. Siitä puuttuvat seurannan kieltäneiden ja muualla tehdyt tilaukset.'
  unit money
  better higher
  from web_traffic
  value { sum(revenue) }
  by channel, source_name, campaign, device, country
  example 'what analytics saw, not what the shop booked, which is 120',
      rows: [[channel: 'Direct', revenue: 60], [channel: 'Email', revenue: 20.50]],
      orders: [[order_id: '1', status: 'placed', total: 120]],
      expect: 80.50, not: 120
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.organic-share') {
  title en: 'Organic search share of sessions', ru: 'Доля органического поиска в сеансах', be: 'Доля арганічнага пошуку ў сеансах', fi: 'Orgaanisen haun osuus istunnoista'
  about en: 'Sessions whose channel is Organic Search as a part of all sessions.',
      ru: 'Сеансы с каналом Organic Search как часть всех сеансов.',
      be: 'Сеансы з каналам Organic Search як частка ўсіх сеансаў.',
      fi: 'Istunnot, joiden kanava on Organic Search, osuutena kaikista istunnoista.'
  unit percent
  better higher
  from web_traffic
  value { sum(sessions).where(channel == 'Organic Search') / sum(sessions) }
  by device, country
  example 'of the whole; the mean of the two days would be 0.5',
      rows: [
        [day: '2026-10-01', channel: 'Organic Search', sessions: 90], [day: '2026-10-01', channel: 'Direct', sessions: 10],
        [day: '2026-10-02', channel: 'Organic Search', sessions: 90], [day: '2026-10-02', channel: 'Direct', sessions: 810]
      ],
      expect: 0.18, not: 0.5
  example 'without sessions there is no share', rows: [[channel: 'Direct', sessions: 0]], expect: notComputable
}

kpi('web.referral-sessions') {
  title en: 'Referral sessions', ru: 'Сеансы по ссылкам с других сайтов', be: 'Сеансы па спасылках з іншых сайтаў', fi: 'Istunnot viittaavilta sivustoilta'
  about en: 'Sessions whose channel is Referral: links on other sites, without search, social networks, e-mail and advertising.',
      ru: 'Сеансы с каналом Referral: переходы по ссылкам с других сайтов, без поиска, соцсетей, рассылок и рекламы.',
      be: 'Сеансы з каналам Referral: пераходы па спасылках з іншых сайтаў, без пошуку, сацсетак, рассылак і рэкламы.',
      fi: 'Istunnot, joiden kanava on Referral: linkit muilta sivustoilta ilman hakua, somea, sähköpostia ja mainontaa.'
  unit count
  better higher
  from web_traffic
  where channel == 'Referral'
  value { sum(sessions) }
  by source_name, device, country
  example 'without social networks; with them it would be 37',
      rows: [[channel: 'Referral', sessions: 30], [channel: 'Organic Social', sessions: 7]], expect: 30, not: 37
  example 'covered days without a referral are zero', rows: [[channel: 'Direct', sessions: 9]], expect: 0
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.session-conversion-rate') {
  title en: 'Conversion rate (by sessions)', ru: 'Конверсия (по сеансам)', be: 'Канверсія (па сеансах)', fi: 'Konversioaste (istunnoista)'
  about en: 'Share of sessions with at least one key event. Several key events of one session count once.',
      ru: 'Доля сеансов хотя бы с одним ключевым событием. Несколько событий одного сеанса считаются один раз.',
      be: 'Доля сеансаў хаця б з адной ключавой падзеяй. Некалькі падзей аднаго сеанса лічацца адзін раз.',
      fi: 'Osuus istunnoista, joissa oli vähintään yksi avaintapahtuma. Saman istunnon useat tapahtumat lasketaan kerran.'
  unit percent
  better higher
  from web_traffic
  value { sum(converting_sessions) / sum(sessions) }
  by channel, source_name, campaign, device, country
  example 'sessions, not events, which would give 1.5',
      rows: [[sessions: 10, converting_sessions: 4, conversions: 15]], expect: 0.4, not: 1.5
  example 'of the whole; the mean of the channels would be 0.26',
      rows: [[channel: 'Direct', sessions: 950, converting_sessions: 19], [channel: 'Email', sessions: 50, converting_sessions: 25]],
      expect: 0.044, not: 0.26
  example 'without sessions there is no rate', rows: [[sessions: 0, converting_sessions: 0]], expect: notComputable
}

kpi('web.referral-bounce-rate') {
  title en: 'Bounce rate of referrals (GA4)', ru: 'Показатель отказов по ссылкам с сайтов (GA4)', be: 'Паказчык адмоў па спасылках з сайтаў (GA4)', fi: 'Viittausten välitön poistumisprosentti (GA4)'
  about en: 'Share of the sessions of the channel Referral that were not engaged. By source, the ones with most sessions come first: a rate of a few sessions says nothing.',
      ru: 'Доля сеансов канала Referral без взаимодействия. По источникам первыми идут те, где больше сеансов: показатель нескольких сеансов ни о чём не говорит.',
      be: 'Доля сеансаў канала Referral без узаемадзеяння. Па крыніцах першымі ідуць тыя, дзе больш сеансаў: паказчык некалькіх сеансаў ні пра што не гаворыць.',
      fi: 'Osuus Referral-kanavan istunnoista, joissa ei sitouduttu. Lähteistä ensin tulevat ne, joilla on eniten istuntoja: muutaman istunnon osuus ei kerro mitään.'
  unit percent
  better lower
  from web_traffic
  where channel == 'Referral'
  value { 1 - sum(engaged_sessions) / sum(sessions) }
  by source_name, device, country
  smallBase 100
  example 'of all referrals; the mean of the two sources would be 0.45',
      rows: [
        [channel: 'Referral', source_name: 'big.example', sessions: 490, engaged_sessions: 441],
        [channel: 'Referral', source_name: 'tiny.example', sessions: 10, engaged_sessions: 2],
        [channel: 'Direct', source_name: '(direct)', sessions: 500, engaged_sessions: 0]
      ],
      expect: 0.114, not: 0.45
  example 'without a referral there is no rate', rows: [[channel: 'Direct', sessions: 9, engaged_sessions: 3]], expect: notComputable
}

kpi('web.referral-conversion-rate') {
  title en: 'Conversion rate of referrals (by sessions)', ru: 'Конверсия переходов с сайтов (по сеансам)', be: 'Канверсія пераходаў з сайтаў (па сеансах)', fi: 'Viittausten konversioaste (istunnoista)'
  about en: 'Share of the sessions of the channel Referral with at least one key event. By source, the ones with most sessions come first.',
      ru: 'Доля сеансов канала Referral хотя бы с одним ключевым событием. По источникам первыми идут те, где больше сеансов.',
      be: 'Доля сеансаў канала Referral хаця б з адной ключавой падзеяй. Па крыніцах першымі ідуць тыя, дзе больш сеансаў.',
      fi: 'Osuus Referral-kanavan istunnoista, joissa oli vähintään yksi avaintapahtuma. Lähteistä ensin tulevat ne, joilla on eniten istuntoja.'
  unit percent
  better higher
  from web_traffic
  where channel == 'Referral'
  value { sum(converting_sessions) / sum(sessions) }
  by source_name, device, country
  smallBase 100
  example 'of all referrals; the source with one session has 1, and the mean of the two would be 0.524',
      rows: [
        [channel: 'Referral', source_name: 'big.example', sessions: 499, converting_sessions: 24],
        [channel: 'Referral', source_name: 'tiny.example', sessions: 1, converting_sessions: 1]
      ],
      expect: 0.05, not: 0.524
  example 'without a referral there is no rate', rows: [[channel: 'Direct', sessions: 9, converting_sessions: 3]], expect: notComputable
}

kpi('web.social-share-of-referrals') {
  title en: 'Social share of referrals (of social and referral)', ru: 'Доля соцсетей в переходах (от соцсетей и сайтов)', be: 'Доля сацсетак у пераходах (ад сацсетак і сайтаў)', fi: 'Somen osuus viittauksista (some ja viittaukset)'
  about en: 'Sessions from social networks, organic and paid, as a part of the sessions from social networks and from links on other sites.',
      ru: 'Сеансы из соцсетей, органические и рекламные, как часть сеансов из соцсетей и по ссылкам с других сайтов.',
      be: 'Сеансы з сацсетак, арганічныя і рэкламныя, як частка сеансаў з сацсетак і па спасылках з іншых сайтаў.',
      fi: 'Istunnot somesta, orgaaniset ja maksetut, osuutena somen ja muiden sivustojen linkkien istunnoista.'
  unit percent
  better neutral
  from web_traffic
  value {
    sum(sessions).where(channel in ['Organic Social', 'Paid Social'])
        / sum(sessions).where(channel in ['Organic Social', 'Paid Social', 'Referral'])
  }
  by device, country
  example 'of social and referral; of all sessions it would be 0.04',
      rows: [
        [channel: 'Organic Social', sessions: 30], [channel: 'Paid Social', sessions: 10],
        [channel: 'Referral', sessions: 60], [channel: 'Direct', sessions: 900]
      ],
      expect: 0.4, not: 0.04
  example 'without either there is no share', rows: [[channel: 'Direct', sessions: 9]], expect: notComputable
}

kpi('web.social-share-of-sessions') {
  title en: 'Social share of sessions (of all)', ru: 'Доля соцсетей в сеансах (от всех)', be: 'Доля сацсетак у сеансах (ад усіх)', fi: 'Somen osuus istunnoista (kaikista)'
  about en: 'Sessions from social networks, organic and paid, as a part of all sessions. Links passed on in private messages are in Direct.',
      ru: 'Сеансы из соцсетей, органические и рекламные, как часть всех сеансов. Переходы из личных сообщений попадают в Direct.',
      be: 'Сеансы з сацсетак, арганічныя і рэкламныя, як частка ўсіх сеансаў. Пераходы з асабістых паведамленняў трапляюць у Direct.',
      fi: 'Istunnot somesta, orgaaniset ja maksetut, osuutena kaikista istunnoista. Yksityisviesteissä jaetut linkit näkyvät kanavassa Direct.'
  unit percent
  better neutral
  from web_traffic
  value { sum(sessions).where(channel in ['Organic Social', 'Paid Social']) / sum(sessions) }
  by device, country
  example 'of all sessions; of social and referral it would be 0.4',
      rows: [
        [channel: 'Organic Social', sessions: 30], [channel: 'Paid Social', sessions: 10],
        [channel: 'Referral', sessions: 60], [channel: 'Direct', sessions: 900]
      ],
      expect: 0.04, not: 0.4
  example 'without sessions there is no share', rows: [[channel: 'Direct', sessions: 0]], expect: notComputable
}

kpi('web.outbound-clicks') {
  title en: 'Clicks on external links', ru: 'Клики по внешним ссылкам', be: 'Клікі па знешніх спасылках', fi: 'Ulkoisten linkkien klikkaukset'
  about en: 'Clicks that led from the site to another one, as analytics counted the event.',
      ru: 'Клики, которые увели с сайта на другой, по событиям веб-аналитики.',
      be: 'Клікі, якія вывелі з сайта на іншы, паводле падзей вэб-аналітыкі.',
      fi: 'Klikkaukset, jotka veivät sivustolta toiselle, analytiikan tapahtumien mukaan.'
  unit count
  better neutral
  from web_events
  where event_name in ['click', 'outbound_click', 'external_link']
  value { sum(events) }
  by page, device
  example 'clicks, not the links there are, which would be 1',
      rows: [[event_name: 'click', events: 40], [event_name: 'outbound_click', events: 2], [event_name: 'scroll', events: 900]],
      outbound_links: [[target_url: 'https://a.example/']],
      expect: 42, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.channel-share-of-sessions') {
  title en: 'Channel\'s share of sessions (of all)', ru: 'Доля канала в сеансах (от всех)', be: 'Доля канала ў сеансах (ад усіх)', fi: 'Kanavan osuus istunnoista (kaikista)'
  about en: 'Sessions of a channel as a part of the sessions of all channels together, those without a channel included.',
      ru: 'Сеансы канала как часть сеансов всех каналов вместе, включая сеансы без канала.',
      be: 'Сеансы канала як частка сеансаў усіх каналаў разам, уключаючы сеансы без канала.',
      fi: 'Kanavan istunnot osuutena kaikkien kanavien istunnoista, kanavattomat mukaan lukien.'
  unit percent
  better neutral
  from web_traffic
  value { sum(sessions) / total(sum(sessions)) }
  by channel, source_name, device, country
  example 'of all sessions; of those with a known channel it would be 0.75',
      rows: [[channel: 'Direct', sessions: 30], [channel: 'Email', sessions: 10], [channel: null, sessions: 20]],
      group: [channel: 'Direct'], expect: 0.5, not: 0.75
  example 'without sessions there are no parts', rows: [[channel: 'Direct', sessions: 0]], expect: notComputable
}

kpi('web.channel-share-of-conversions') {
  title en: 'Channel\'s share of key events (of all)', ru: 'Доля канала в ключевых событиях (от всех)', be: 'Доля канала ў ключавых падзеях (ад усіх)', fi: 'Kanavan osuus avaintapahtumista (kaikista)'
  about en: 'Key events of a channel as a part of the key events of all channels together, those without a channel included.',
      ru: 'Ключевые события канала как часть ключевых событий всех каналов вместе, включая события без канала.',
      be: 'Ключавыя падзеі канала як частка ключавых падзей усіх каналаў разам, уключаючы падзеі без канала.',
      fi: 'Kanavan avaintapahtumat osuutena kaikkien kanavien avaintapahtumista, kanavattomat mukaan lukien.'
  unit percent
  better neutral
  from web_traffic
  value { sum(conversions) / total(sum(conversions)) }
  by channel, source_name, device, country
  example 'of all key events; of sessions it would be 0.5',
      rows: [[channel: 'Direct', sessions: 30, conversions: 2], [channel: 'Email', sessions: 30, conversions: 6]],
      group: [channel: 'Direct'], expect: 0.25, not: 0.5
  example 'without key events there are no parts', rows: [[channel: 'Direct', conversions: 0]], expect: notComputable
}
