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
      expect: 0.73
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
  example 'ratio of sums',
      rows: [[sessions: 900, engaged_sessions: 180], [sessions: 100, engaged_sessions: 90]], expect: 0.27
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
  example 'days are not added; who came twice would count twice',
      rows: [[day: '2026-10-01', users: 500], [day: '2026-10-02', users: 300]], expect: notComputable
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
}
