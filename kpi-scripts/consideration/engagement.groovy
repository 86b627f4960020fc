// What visitors did on the site. Analytics tools define one word differently; each definition is a KPI of its own.

kpi('web.pages-per-session') {
  title en: 'Pages per session', ru: 'Глубина просмотра', be: 'Глыбіня прагляду', fi: 'Sivua istuntoa kohti'
  about en: 'Pageviews by sessions. It also rises when visitors who leave at once stay away.',
      ru: 'Просмотры страниц, делённые на сеансы. Растёт и тогда, когда уходят посетители, закрывавшие сайт сразу.',
      be: 'Прагляды старонак, падзеленыя на сеансы. Расце і тады, калі знікаюць наведвальнікі, якія адразу закрывалі сайт.',
      fi: 'Sivunkatselut jaettuna istunnoilla. Nousee myös silloin, kun heti poistuvat kävijät jäävät pois.'
  unit ratio
  better higher
  from web_traffic
  value { sum(pageviews) / sum(sessions) }
  by channel, source_name, device, country
  example 'of the whole; the mean of the two days would be 5.5',
      rows: [[day: '2026-10-01', sessions: 90, pageviews: 90], [day: '2026-10-02', sessions: 10, pageviews: 100]],
      expect: 1.9, not: 5.5
  example 'without sessions there is no ratio', rows: [[sessions: 0, pageviews: 0]], expect: notComputable
}

kpi('web.converters-pages-per-session') {
  title en: 'Pages per session of users who converted', ru: 'Глубина просмотра у совершивших конверсию', be: 'Глыбіня прагляду ў тых, хто здзейсніў канверсію', fi: 'Sivua istuntoa kohti konvertoituneilla'
  about en: 'Pageviews by sessions of the users who converted in the period: all their sessions, not only those with the conversion. It stands beside the figure of all sessions.',
      ru: 'Просмотры страниц на сеанс у пользователей, совершивших конверсию за период: по всем их сеансам, а не только с конверсией. Сравнивается с показателем по всем сеансам.',
      be: 'Прагляды старонак на сеанс у карыстальнікаў, якія здзейснілі канверсію за перыяд: па ўсіх іх сеансах, а не толькі з канверсіяй. Параўноўваецца з паказчыкам па ўсіх сеансах.',
      fi: 'Sivunkatselut istuntoa kohti käyttäjillä, jotka konvertoituivat jaksolla: kaikki heidän istuntonsa, ei vain konversion sisältäneet. Vertailukohtana on kaikkien istuntojen luku.'
  unit ratio
  better higher
  from web_traffic
  where is_converter == true
  value { sum(pageviews) / sum(sessions) }
  by channel, source_name, device
  example 'all sessions of these users; by converting sessions it would be 10, of all visitors 2',
      rows: [
        [is_converter: true, sessions: 20, converting_sessions: 10, pageviews: 100],
        [is_converter: false, sessions: 80, converting_sessions: 0, pageviews: 100]
      ],
      expect: 5, not: 10
  example 'nobody converted, no ratio', rows: [[is_converter: false, sessions: 80, pageviews: 100]], expect: notComputable
}

kpi('web.converters-engagement-time') {
  title en: 'Engagement time per session of users who converted (GA4)', ru: 'Время взаимодействия за сеанс у совершивших конверсию (GA4)', be: 'Час узаемадзеяння за сеанс у тых, хто здзейсніў канверсію (GA4)', fi: 'Sitoutumisaika istuntoa kohti konvertoituneilla (GA4)'
  about en: 'Seconds in the foreground by sessions of the users who converted in the period. It stands beside the figure of all sessions.',
      ru: 'Секунды, когда сайт был на экране, на сеанс у пользователей, совершивших конверсию за период. Сравнивается с показателем по всем сеансам.',
      be: 'Секунды, калі сайт быў на экране, на сеанс у карыстальнікаў, якія здзейснілі канверсію за перыяд. Параўноўваецца з паказчыкам па ўсіх сеансах.',
      fi: 'Sekunnit sivusto näkyvissä istuntoa kohti käyttäjillä, jotka konvertoituivat jaksolla. Vertailukohtana on kaikkien istuntojen luku.'
  unit seconds
  better higher
  from web_traffic
  where is_converter == true
  value { sum(engagement_seconds) / sum(sessions) }
  by channel, source_name, device
  example 'of these users; of all visitors it would be 60',
      rows: [[is_converter: true, sessions: 20, engagement_seconds: 4000], [is_converter: false, sessions: 80, engagement_seconds: 2000]],
      expect: 200, not: 60
  example 'nobody converted, no time', rows: [[is_converter: false, sessions: 80, engagement_seconds: 100]], expect: notComputable
}

kpi('web.engagement-time') {
  title en: 'Engagement time per session (GA4)', ru: 'Время взаимодействия за сеанс (GA4)', be: 'Час узаемадзеяння за сеанс (GA4)', fi: 'Sitoutumisaika istuntoa kohti (GA4)'
  about en: 'Seconds in which the site was visible and active by sessions.',
      ru: 'Секунды, когда сайт был открыт и активен, в расчёте на сеанс.',
      be: 'Секунды, калі сайт быў адкрыты і актыўны, у разліку на сеанс.',
      fi: 'Sekunnit, jolloin sivusto oli näkyvissä ja aktiivinen, istuntoa kohti.'
  unit seconds
  better higher
  from web_traffic
  value { sum(engagement_seconds) / sum(sessions) }
  by channel, source_name, device, country
  example 'of the whole; the mean of the two days would be 55',
      rows: [[day: '2026-10-01', sessions: 90, engagement_seconds: 900], [day: '2026-10-02', sessions: 10, engagement_seconds: 1000]],
      expect: 19, not: 55
  example 'without sessions there is no time', rows: [[sessions: 0, engagement_seconds: 0]], expect: notComputable
}

kpi('web.organic-engagement-time') {
  title en: 'Engagement time per session from organic search (GA4)', ru: 'Время взаимодействия за сеанс из органического поиска (GA4)', be: 'Час узаемадзеяння за сеанс з арганічнага пошуку (GA4)', fi: 'Sitoutumisaika istuntoa kohti orgaanisesta hausta (GA4)'
  about en: 'Seconds in the foreground by sessions of organic search. It stands in for dwell time, which only the search engine can see.',
      ru: 'Секунды, когда сайт был на экране, на сеанс из органического поиска. Заменяет время до возврата в поиск (dwell time), которое видит только поисковая система.',
      be: 'Секунды, калі сайт быў на экране, на сеанс з арганічнага пошуку. Замяняе час да вяртання ў пошук (dwell time), які бачыць толькі пошукавая сістэма.',
      fi: 'Sekunnit sivusto näkyvissä orgaanisen haun istuntoa kohti. Korvaa viipymäajan (dwell time), jonka vain hakukone näkee.'
  unit seconds
  better higher
  from web_traffic
  where channel == 'Organic Search'
  value { sum(engagement_seconds) / sum(sessions) }
  by device, country
  example 'only organic search, and time in the foreground; the whole visit would be 90 s, all channels 25 s',
      rows: [
        [channel: 'Organic Search', sessions: 10, engagement_seconds: 400, session_seconds: 900],
        [channel: 'Direct', sessions: 10, engagement_seconds: 100, session_seconds: 100]
      ],
      expect: 40, not: 90
  example 'without organic sessions there is no time', rows: [[channel: 'Direct', sessions: 9, engagement_seconds: 50]], expect: notComputable
}

kpi('web.organic-time-on-site') {
  title en: 'Time on site from organic search (Metrica)', ru: 'Время на сайте из органического поиска (Метрика)', be: 'Час на сайце з арганічнага пошуку (Метрыка)', fi: 'Aika sivustolla orgaanisesta hausta (Metrica)'
  about en: 'Seconds from the first event of a visit to its last by visits from organic search. A visit with one event counts as none. It stands in for dwell time, which only the search engine can see.',
      ru: 'Секунды от первого до последнего события визита, в расчёте на визит из органического поиска. Визит с одним событием даёт ноль. Заменяет время до возврата в поиск (dwell time), которое видит только поисковая система.',
      be: 'Секунды ад першай да апошняй падзеі візіту, у разліку на візіт з арганічнага пошуку. Візіт з адной падзеяй дае нуль. Замяняе час да вяртання ў пошук (dwell time), які бачыць толькі пошукавая сістэма.',
      fi: 'Sekunnit käynnin ensimmäisestä tapahtumasta viimeiseen orgaanisen haun käyntiä kohti. Yhden tapahtuman käynti on nolla. Korvaa viipymäajan (dwell time), jonka vain hakukone näkee.'
  unit seconds
  better higher
  from web_traffic
  where channel == 'Organic Search'
  value { sum(session_seconds) / sum(sessions) }
  by device, country
  example 'the whole visit; the time in the foreground would be 40 s',
      rows: [[channel: 'Organic Search', sessions: 10, engagement_seconds: 400, session_seconds: 900], [channel: 'Direct', sessions: 5, session_seconds: 5]],
      expect: 90, not: 40
  example 'without organic sessions there is no time', rows: [[channel: 'Direct', sessions: 9, session_seconds: 50]], expect: notComputable
}

kpi('web.bounce-rate-metrica') {
  title en: 'Bounce rate (Metrica, 15 s)', ru: 'Показатель отказов (Метрика, 15 с)', be: 'Паказчык адмоў (Метрыка, 15 с)', fi: 'Välitön poistumisprosentti (Metrica, 15 s)'
  about en: 'Share of visits with one page that were over within 15 seconds and not marked otherwise. GA4 calls something else a bounce.',
      ru: 'Доля визитов с одной страницей короче 15 секунд, если сайт не отметил обратное. GA4 называет отказом другое.',
      be: 'Доля візітаў з адной старонкай карацейшых за 15 секунд, калі сайт не адзначыў адваротнае. GA4 называе адмовай іншае.',
      fi: 'Osuus yhden sivun käynneistä, jotka päättyivät alle 15 sekunnissa eikä sivusto ole merkinnyt toisin. GA4 laskee välittömän poistumisen toisin.'
  unit percent
  better lower
  from web_traffic
  value { sum(bounce_sessions) / sum(sessions) }
  by channel, source_name, device, country
  example 'as Metrica counts; as GA4 does it would be 0.4',
      rows: [[sessions: 100, bounce_sessions: 15, engaged_sessions: 60]], expect: 0.15, not: 0.4
  example 'of the whole; the mean of the two days would be 0.5',
      rows: [[day: '2026-10-01', sessions: 90, bounce_sessions: 9], [day: '2026-10-02', sessions: 10, bounce_sessions: 9]],
      expect: 0.18, not: 0.5
  example 'without visits there is no rate', rows: [[sessions: 0, bounce_sessions: 0]], expect: notComputable
}

kpi('web.bounce-rate-ua') {
  title en: 'Bounce rate (Universal Analytics, historic)', ru: 'Показатель отказов (Universal Analytics, архив)', be: 'Паказчык адмоў (Universal Analytics, архіў)', fi: 'Välitön poistumisprosentti (Universal Analytics, historia)'
  about en: 'Share of sessions with a single interaction, as the discontinued Universal Analytics counted them. GA4 does not continue this line.',
      ru: 'Доля сеансов с единственным взаимодействием, как считал закрытый Universal Analytics. GA4 этот ряд не продолжает.',
      be: 'Доля сеансаў з адзіным узаемадзеяннем, як лічыў закрыты Universal Analytics. GA4 гэты шэраг не працягвае.',
      fi: 'Osuus istunnoista, joissa oli vain yksi vuorovaikutus, lopetetun Universal Analyticsin laskemina. GA4 ei jatka tätä sarjaa.'
  unit percent
  better lower
  from web_traffic
  value { sum(single_hit_sessions) / sum(sessions) }
  by channel, source_name, device, country
  example 'as Universal Analytics counted; as GA4 does it would be 0.4',
      rows: [[sessions: 100, single_hit_sessions: 55, engaged_sessions: 60]], expect: 0.55, not: 0.4
  example 'GA4 sessions do not continue the line', rows: [[sessions: 100, engaged_sessions: 60]], expect: noData
  example 'without sessions there is no rate', rows: [[sessions: 0, single_hit_sessions: 0]], expect: notComputable
}

kpi('web.repeat-sessions-share') {
  title en: 'Repeat visits (share of sessions)', ru: 'Повторные визиты (доля сеансов)', be: 'Паўторныя візіты (доля сеансаў)', fi: 'Toistuvat käynnit (osuus istunnoista)'
  about en: 'Share of sessions that were not the visitor\'s first. Deleted cookies make it too low.',
      ru: 'Доля сеансов, которые для посетителя были не первыми. Удалённые cookie занижают показатель.',
      be: 'Доля сеансаў, якія для наведвальніка былі не першымі. Выдаленыя cookie заніжаюць паказчык.',
      fi: 'Osuus istunnoista, jotka eivät olleet kävijän ensimmäisiä. Poistetut evästeet pienentävät lukua.'
  unit percent
  better higher
  from web_traffic
  value { sum(repeat_sessions) / sum(sessions) }
  by channel, source_name, device
  example 'sessions of the whole; the mean of the two days would be 0.5',
      rows: [[day: '2026-10-01', sessions: 90, repeat_sessions: 9], [day: '2026-10-02', sessions: 10, repeat_sessions: 9]],
      expect: 0.18, not: 0.5
  example 'without sessions there is no share', rows: [[sessions: 0, repeat_sessions: 0]], expect: notComputable
}

kpi('web.returning-visitor-share') {
  title en: 'Returning visitors (share of users)', ru: 'Вернувшиеся посетители (доля пользователей)', be: 'Наведвальнікі, што вярнуліся (доля карыстальнікаў)', fi: 'Palaavat kävijät (osuus käyttäjistä)'
  about en: 'Returning users as a part of all users, as the source counted both for exactly this period. One person can be new and returning in it.',
      ru: 'Вернувшиеся пользователи как часть всех, если источник посчитал тех и других ровно за этот период. За период один человек может быть и новым, и вернувшимся.',
      be: 'Карыстальнікі, што вярнуліся, як частка ўсіх, калі крыніца палічыла тых і другіх роўна за гэты перыяд. За перыяд адзін чалавек можа быць і новым, і тым, хто вярнуўся.',
      fi: 'Palaavat käyttäjät osuutena kaikista, kun lähde on laskenut molemmat juuri tältä jaksolta. Sama ihminen voi olla jaksolla sekä uusi että palaava.'
  unit percent
  better higher
  from web_traffic
  value { asCounted(returning_users) / asCounted(users) }
  example 'as counted; users less new ones would give 0.2', rows: [[users: 1000, returning_users: 300, new_users: 800]], expect: 0.3, not: 0.2
  example 'daily users are not added',
      rows: [[day: '2026-10-01', users: 500, returning_users: 100], [day: '2026-10-02', users: 300, returning_users: 90]],
      expect: notComputable
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.micro-conversions') {
  title en: 'Micro-conversions (events)', ru: 'Микроконверсии (события)', be: 'Мікраканверсіі (падзеі)', fi: 'Mikrokonversiot (tapahtumat)'
  about en: 'Events of the list of small steps agreed on with the client. Key events are not among them.',
      ru: 'События из согласованного с клиентом списка малых шагов. Ключевые события в него не входят.',
      be: 'Падзеі з узгодненага з кліентам спіса малых крокаў. Ключавыя падзеі ў яго не ўваходзяць.',
      fi: 'Tapahtumat asiakkaan kanssa sovitulta pienten askelten listalta. Avaintapahtumat eivät kuulu siihen.'
  unit count
  better higher
  from web_traffic
  value { sum(micro_events) }
  by channel, source_name, device
  example 'without key events; together they would be 55', rows: [[micro_events: 50, conversions: 5]], expect: 50, not: 55
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('web.micro-conversion-rate') {
  title en: 'Micro-conversion rate (by sessions)', ru: 'Доля сеансов с микроконверсией', be: 'Доля сеансаў з мікраканверсіяй', fi: 'Mikrokonversioaste (istunnoista)'
  about en: 'Share of sessions with at least one micro-conversion. Several of one session count once.',
      ru: 'Доля сеансов хотя бы с одной микроконверсией. Несколько за сеанс считаются один раз.',
      be: 'Доля сеансаў хаця б з адной мікраканверсіяй. Некалькі за сеанс лічацца адзін раз.',
      fi: 'Osuus istunnoista, joissa oli vähintään yksi mikrokonversio. Saman istunnon useat lasketaan kerran.'
  unit percent
  better higher
  from web_traffic
  value { sum(micro_sessions) / sum(sessions) }
  by channel, source_name, device
  example 'sessions, not events, which would give 1.2', rows: [[sessions: 100, micro_events: 120, micro_sessions: 45]], expect: 0.45, not: 1.2
  example 'without sessions there is no rate', rows: [[sessions: 0, micro_sessions: 0]], expect: notComputable
}

kpi('web.listed-micro-conversions') {
  title en: 'Micro-conversions (events of the client\'s list)', ru: 'Микроконверсии (события из списка клиента)', be: 'Мікраканверсіі (падзеі са спіса кліента)', fi: 'Mikrokonversiot (asiakkaan luettelon tapahtumat)'
  about en: 'Events whose names are on the list of small steps agreed on with the client, from an export of single events.',
      ru: 'События, названия которых есть в согласованном с клиентом списке малых шагов, из выгрузки отдельных событий.',
      be: 'Падзеі, назвы якіх ёсць ва ўзгодненым з кліентам спісе малых крокаў, з выгрузкі асобных падзей.',
      fi: 'Tapahtumat, joiden nimet ovat asiakkaan kanssa sovitulla pienten askelten listalla, yksittäisten tapahtumien viennistä.'
  unit count
  better higher
  param microEvents: []
  from web_events
  value { sum(events).where(event_name in microEvents) }
  by event_name, channel, device
  example 'those of the list; all events would be 7', with: [microEvents: ['file_download', 'video_complete']],
      rows: [[event_name: 'file_download', events: 2], [event_name: 'video_complete', events: 1], [event_name: 'purchase', events: 4]],
      expect: 3, not: 7
  example 'until there is a list nobody can tell', rows: [[event_name: 'file_download', events: 2]], expect: notComputable
}

kpi('web.listed-micro-conversion-rate') {
  title en: 'Micro-conversion rate (client\'s list, by sessions)', ru: 'Доля сеансов с микроконверсией (список клиента)', be: 'Доля сеансаў з мікраканверсіяй (спіс кліента)', fi: 'Mikrokonversioaste (asiakkaan luettelo, istunnoista)'
  about en: 'Share of sessions with at least one event of the list agreed on with the client. Several of one session count once.',
      ru: 'Доля сеансов хотя бы с одним событием из согласованного с клиентом списка. Несколько за сеанс считаются один раз.',
      be: 'Доля сеансаў хаця б з адной падзеяй з узгодненага з кліентам спіса. Некалькі за сеанс лічацца адзін раз.',
      fi: 'Osuus istunnoista, joissa oli vähintään yksi asiakkaan kanssa sovitun listan tapahtuma. Saman istunnon useat lasketaan kerran.'
  unit percent
  better higher
  param microEvents: []
  from web_events
  value { distinct(session_key).where(event_name in microEvents) / distinct(session_key) }
  by channel, device
  example 'sessions, not events, which would give 1.5', with: [microEvents: ['file_download']],
      rows: [
        [session_key: 'a', event_name: 'file_download', events: 1], [session_key: 'a', event_name: 'file_download', events: 2],
        [session_key: 'b', event_name: 'page_view', events: 1]
      ],
      expect: 0.5, not: 1.5
  example 'until there is a list nobody can tell', rows: [[session_key: 'a', event_name: 'file_download']], expect: notComputable
}

kpi('pages.conversion-rate') {
  title en: 'Conversion rate of landing pages (by sessions)', ru: 'Конверсия посадочных страниц (по сеансам)', be: 'Канверсія пасадачных старонак (па сеансах)', fi: 'Laskeutumissivujen konversioaste (istunnoista)'
  about en: 'Share of the sessions that began on the page in which a key event happened. Look at the pages, not only at the whole.',
      ru: 'Доля сеансов, начавшихся на странице, в которых произошло ключевое событие. Смотреть стоит страницы, а не только общее значение.',
      be: 'Доля сеансаў, што пачаліся на старонцы, у якіх адбылася ключавая падзея. Глядзець варта старонкі, а не толькі агульнае значэнне.',
      fi: 'Osuus sivulta alkaneista istunnoista, joissa tapahtui avaintapahtuma. Katso sivuja, älä vain kokonaisuutta.'
  unit percent
  better higher
  from landing_pages
  value { sum(converting_sessions) / sum(sessions) }
  by page, channel, device
  example 'of all sessions; the mean of the pages would be 0.26',
      rows: [[page: '/', sessions: 900, converting_sessions: 18], [page: '/offer', sessions: 100, converting_sessions: 50]],
      expect: 0.068, not: 0.26
  example 'without sessions there is no rate', rows: [[page: '/', sessions: 0, converting_sessions: 0]], expect: notComputable
}

kpi('pages.scroll-half-share') {
  title en: 'Scrolled to half of the page', ru: 'Докрутили до половины страницы', be: 'Дакруцілі да паловы старонкі', fi: 'Vieritetty sivun puoliväliin'
  about en: 'Pageviews scrolled at least to the middle of the page as a part of all pageviews of the scroll map.',
      ru: 'Просмотры, докрученные хотя бы до середины страницы, как часть всех просмотров карты прокрутки.',
      be: 'Прагляды, дакручаныя хаця б да сярэдзіны старонкі, як частка ўсіх праглядаў карты пракруткі.',
      fi: 'Vähintään sivun puoliväliin vieritetyt katselut osuutena kaikista vierityskartan katseluista.'
  unit percent
  better higher
  from scroll_maps
  value { sum(pageviews).where(depth == 0.5) / sum(pageviews).where(depth == 0) }
  by page, device
  example 'of those who saw the top; of all depths added it would be 0.24',
      rows: [[page: '/', depth: 0, pageviews: 100], [page: '/', depth: 0.25, pageviews: 80], [page: '/', depth: 0.5, pageviews: 60], [page: '/', depth: 1, pageviews: 10]],
      expect: 0.6, not: 0.24
  example 'without pageviews there is no share', rows: [[page: '/', depth: 0, pageviews: 0]], expect: notComputable
}

kpi('pages.click-share') {
  title en: 'Element\'s share of clicks on the page (click map)', ru: 'Доля элемента в кликах на странице (карта кликов)', be: 'Доля элемента ў кліках на старонцы (карта клікаў)', fi: 'Elementin osuus sivun klikkauksista (klikkauskartta)'
  about en: 'Clicks on an element of the pages as a part of all clicks on them. Clicks are no visitors: one visitor may click many times.',
      ru: 'Клики по элементу страниц как часть всех кликов по ним. Клики — не посетители: один посетитель может кликнуть много раз.',
      be: 'Клікі па элеменце старонак як частка ўсіх клікаў па іх. Клікі — не наведвальнікі: адзін наведвальнік можа клікнуць шмат разоў.',
      fi: 'Sivujen elementin klikkaukset osuutena kaikista niiden klikkauksista. Klikkaukset eivät ole kävijöitä: yksi kävijä voi klikata monta kertaa.'
  unit percent
  better neutral
  from click_maps
  value { sum(clicks) / total(sum(clicks)) }
  by element, page, device
  example 'of clicks; of the visitors who clicked it would be 0.4',
      rows: [[page: '/', element: 'menu', clicks: 60, users: 20], [page: '/', element: 'buy', clicks: 40, users: 30]],
      group: [element: 'menu'], expect: 0.6, not: 0.4
  example 'nothing clicked, no parts', rows: [[page: '/', element: 'menu', clicks: 0]], expect: notComputable
}
