// What customers answered. Read each score beside the share of those asked who answered.

kpi('surveys.nps') {
  title en: 'NPS (points)', ru: 'NPS (пункты)', be: 'NPS (пункты)', fi: 'NPS (pisteet)'
  about en: 'Share of answers of 9 and 10 less the share of answers of 0 to 6, in points from -100 to 100. It is no percentage.',
      ru: 'Доля ответов 9 и 10 за вычетом доли ответов от 0 до 6, в пунктах от −100 до 100. Это не процент.',
      be: 'Доля адказаў 9 і 10 за вылікам долі адказаў ад 0 да 6, у пунктах ад −100 да 100. Гэта не працэнт.',
      fi: 'Vastausten 9 ja 10 osuus vähennettynä vastausten 0–6 osuudella, pisteinä –100:sta 100:aan. Se ei ole prosentti.'
  unit points
  better higher
  from survey_answers
  value { 100 * (count().where(nps >= 9) - count().where(nps <= 6)) / count().where(nps != null) }
  by survey, channel, topic
  example 'points of those who answered; as a fraction it would be 0.25, of all asked 12.5',
      rows: [
        [answer_id: '1', nps: 10], [answer_id: '2', nps: 9], [answer_id: '3', nps: 7], [answer_id: '4', nps: 6],
        [answer_id: '5', nps: null], [answer_id: '6', nps: null], [answer_id: '7', nps: null], [answer_id: '8', nps: null]
      ],
      expect: 25, not: 0.25
  example 'nobody answered, no score', rows: [[answer_id: '5', nps: null]], expect: notComputable
}

kpi('surveys.csat') {
  title en: 'CSAT (satisfied, of answers)', ru: 'CSAT (довольные, от ответов)', be: 'CSAT (задаволеныя, ад адказаў)', fi: 'CSAT (tyytyväiset vastanneista)'
  about en: 'Answers of 4 and 5 on a scale of five as a part of all answers.', ru: 'Оценки 4 и 5 по пятибалльной шкале как часть всех ответов.', be: 'Адзнакі 4 і 5 па пяцібальнай шкале як частка ўсіх адказаў.', fi: 'Viisiportaisen asteikon vastaukset 4 ja 5 osuutena kaikista vastauksista.'
  unit percent
  better higher
  from survey_answers
  value { count().where(csat >= 4) / count().where(csat != null) }
  by survey, channel, topic
  example 'satisfied ones; the mean of the scale would be 0.7, of all asked 0.4',
      rows: [[answer_id: '1', csat: 5], [answer_id: '2', csat: 4], [answer_id: '3', csat: 3], [answer_id: '4', csat: 2], [answer_id: '5', csat: null]],
      expect: 0.5, not: 0.7
  example 'nobody answered, no score', rows: [[answer_id: '5', csat: null]], expect: notComputable
}

kpi('surveys.ces') {
  title en: 'CES (mean ease, 1 to 7)', ru: 'CES (средняя лёгкость, от 1 до 7)', be: 'CES (сярэдняя лёгкасць, ад 1 да 7)', fi: 'CES (helppouden keskiarvo, 1–7)'
  about en: 'Mean of the answers to how easy it was, 7 is the easiest.', ru: 'Среднее ответов на вопрос, насколько было легко; 7 — легче всего.', be: 'Сярэдняе адказаў на пытанне, наколькі было лёгка; 7 — найлягчэй.', fi: 'Keskiarvo vastauksista kysymykseen, kuinka helppoa oli; 7 on helpoin.'
  unit score
  better higher
  from survey_answers
  value { avg(ces) }
  by survey, channel, topic
  example 'of those who answered; of all asked it would be 3, the mean of the two channels 5',
      rows: [
        [answer_id: '1', channel: 'email', ces: 7], [answer_id: '2', channel: 'email', ces: 7], [answer_id: '3', channel: 'email', ces: 7],
        [answer_id: '4', channel: 'chat', ces: 3], [answer_id: '5', ces: null], [answer_id: '6', ces: null], [answer_id: '7', ces: null], [answer_id: '8', ces: null]
      ],
      expect: 6, not: 3
  example 'nobody answered, no score', rows: [[day: '2026-10-02', answer_id: '5', ces: null]], expect: noData
}

kpi('surveys.response-rate') {
  title en: 'Survey response rate (of those asked)', ru: 'Доля ответивших (от опрошенных)', be: 'Доля тых, хто адказаў (ад апытаных)', fi: 'Kyselyn vastausprosentti (kysytyistä)'
  about en: 'Questions asked in the period that were answered as a part of all asked. A score of few answers may be the score of a few moods.',
      ru: 'Вопросы, заданные за период и получившие ответ, как часть всех заданных. Оценка по немногим ответам может отражать настроение единиц.',
      be: 'Пытанні, зададзеныя за перыяд, на якія адказалі, як частка ўсіх зададзеных. Адзнака па нешматлікіх адказах можа адлюстроўваць настрой адзінак.',
      fi: 'Jaksolla esitetyt kysymykset, joihin vastattiin, osuutena kaikista esitetyistä. Harvojen vastausten tulos voi kertoa vain harvojen mielialasta.'
  unit percent
  better higher
  from survey_answers
  value { count().where(answered_at != null) / count() }
  by survey, channel, topic
  example 'of those asked in the period; answers that came in it would give 0.75',
      rows: [
        [day: '2026-10-01', answer_id: '1', answered_at: '2026-10-02'], [day: '2026-10-01', answer_id: '2', answered_at: '2026-10-05'],
        [day: '2026-10-01', answer_id: '3', answered_at: null], [day: '2026-10-01', answer_id: '4', answered_at: null],
        [day: '2026-09-29', answer_id: '5', answered_at: '2026-10-01']
      ],
      expect: 0.5, not: 0.75
  example 'nobody asked, no rate', rows: [[day: '2026-09-29', answer_id: '5', answered_at: '2026-10-01']], expect: notComputable
}
