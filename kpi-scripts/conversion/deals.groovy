// Deals of a sales team. Created, open, won and lost are four numbers, each with its own date.

kpi('deals.created') {
  title en: 'Deals created', ru: 'Созданные сделки', be: 'Створаныя здзелкі', fi: 'Luodut kaupat'
  about en: 'Deals created in the period, whatever became of them.', ru: 'Сделки, созданные за период, чем бы они ни закончились.', be: 'Здзелкі, створаныя за перыяд, чым бы яны ні скончыліся.', fi: 'Jaksolla luodut kaupat, kävipä niille miten tahansa.'
  unit count
  better higher
  from deals
  value { count() }
  by pipeline, owner, channel, source_name, campaign
  example 'by the day of creation; deals won in the period would be 1',
      rows: [
        [day: '2026-09-10', deal_id: '1', status: 'won', closed_at: '2026-10-05'],
        [day: '2026-10-02', deal_id: '2', status: 'open', closed_at: null], [day: '2026-10-03', deal_id: '3', status: 'lost', closed_at: '2026-11-02']
      ],
      expect: 2, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('deals.open') {
  title en: 'Open deals (at the end of the period)', ru: 'Открытые сделки (на конец периода)', be: 'Адкрытыя здзелкі (на канец перыяду)', fi: 'Avoimet kaupat (jakson lopussa)'
  about en: 'Deals that were created by the end of the period and neither won nor lost by then.',
      ru: 'Сделки, созданные к концу периода и к этому моменту ни выигранные, ни проигранные.',
      be: 'Здзелкі, створаныя да канца перыяду і да гэтага моманту ні выйграныя, ні прайграныя.',
      fi: 'Jakson loppuun mennessä luodut kaupat, joita ei siihen mennessä ollut voitettu eikä hävitty.'
  unit count
  better neutral
  from deals
  value { openAtEnd(closed_at) }
  by pipeline, owner
  example 'at the end, of any age; created in the period would be 2',
      rows: [
        [day: '2026-03-10', deal_id: '1', closed_at: null], [day: '2026-08-10', deal_id: '2', closed_at: '2026-11-20'],
        [day: '2026-10-02', deal_id: '3', closed_at: '2026-10-20'], [day: '2026-10-03', deal_id: '4', closed_at: null]
      ],
      expect: 3, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('deals.open-amount') {
  title en: 'Amount of open deals (at the end of the period)', ru: 'Сумма открытых сделок (на конец периода)', be: 'Сума адкрытых здзелак (на канец перыяду)', fi: 'Avointen kauppojen arvo (jakson lopussa)'
  about en: 'What the deals open at the end of the period would bring if all were won.',
      ru: 'Сколько принесли бы сделки, открытые на конец периода, если бы все были выиграны.',
      be: 'Колькі прынеслі б здзелкі, адкрытыя на канец перыяду, калі б усе былі выйграныя.',
      fi: 'Mitä jakson lopussa avoimet kaupat toisivat, jos ne kaikki voitettaisiin.'
  unit money
  better higher
  from deals
  value { openAtEnd(closed_at, amount) }
  by pipeline, owner
  example 'without deals won; with them it would be 800',
      rows: [[day: '2026-08-10', deal_id: '1', amount: 300, closed_at: null], [day: '2026-08-10', deal_id: '2', amount: 500, closed_at: '2026-10-20']],
      expect: 300, not: 800
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('deals.won') {
  title en: 'Deals won (closed in the period)', ru: 'Выигранные сделки (закрытые за период)', be: 'Выйграныя здзелкі (закрытыя за перыяд)', fi: 'Voitetut kaupat (jaksolla päättyneet)'
  about en: 'Deals won in the period, by the day they were closed.', ru: 'Сделки, выигранные за период, по дню закрытия.', be: 'Здзелкі, выйграныя за перыяд, паводле дня закрыцця.', fi: 'Jaksolla voitetut kaupat päättymispäivän mukaan.'
  unit count
  better higher
  from deals
  dated closed_at
  where status == 'won'
  value { count() }
  by pipeline, owner, channel, source_name, campaign
  example 'by the day of closing; by that of creation it would be 1',
      rows: [
        [day: '2026-08-10', deal_id: '1', status: 'won', closed_at: '2026-10-20'], [day: '2026-09-01', deal_id: '2', status: 'won', closed_at: '2026-10-31'],
        [day: '2026-10-03', deal_id: '3', status: 'won', closed_at: '2026-11-02'], [day: '2026-10-03', deal_id: '4', status: 'lost', closed_at: '2026-10-12']
      ],
      expect: 2, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('deals.lost') {
  title en: 'Deals lost (closed in the period)', ru: 'Проигранные сделки (закрытые за период)', be: 'Прайграныя здзелкі (закрытыя за перыяд)', fi: 'Hävityt kaupat (jaksolla päättyneet)'
  about en: 'Deals lost in the period, by the day they were closed. By reason, those without one show as well.',
      ru: 'Сделки, проигранные за период, по дню закрытия. По причинам видны и те, у которых причина не указана.',
      be: 'Здзелкі, прайграныя за перыяд, паводле дня закрыцця. Па прычынах відаць і тыя, у якіх прычына не названа.',
      fi: 'Jaksolla hävityt kaupat päättymispäivän mukaan. Syittäin näkyvät myös ne, joille syytä ei ole kirjattu.'
  unit count
  better lower
  from deals
  dated closed_at
  where status == 'lost'
  value { count() }
  by lost_reason, pipeline, owner
  example 'also without a reason; of stated ones it would be 1',
      rows: [
        [day: '2026-08-10', deal_id: '1', status: 'lost', closed_at: '2026-10-20', lost_reason: 'price'],
        [day: '2026-08-10', deal_id: '2', status: 'lost', closed_at: '2026-10-20', lost_reason: null],
        [day: '2026-10-10', deal_id: '3', status: 'lost', closed_at: '2026-11-20', lost_reason: 'price']
      ],
      expect: 2, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('deals.loss-reason-share') {
  title en: 'Reasons for lost deals (share of all lost)', ru: 'Причины проигрыша (доля всех проигранных)', be: 'Прычыны пройгрышу (доля ўсіх прайграных)', fi: 'Häviön syyt (osuus kaikista hävityistä)'
  about en: 'The part of the deals lost in the period that has a reason, of all lost ones: those without a stated reason are a part of their own.',
      ru: 'Часть проигранных за период сделок с данной причиной, от всех проигранных: сделки без указанной причины — отдельная часть.',
      be: 'Частка прайграных за перыяд здзелак з дадзенай прычынай, ад усіх прайграных: здзелкі без названай прычыны — асобная частка.',
      fi: 'Osuus jaksolla hävityistä kaupoista, joilla on sama syy; kaupat ilman kirjattua syytä ovat oma osansa.'
  unit percent
  better neutral
  from deals
  dated closed_at
  where status == 'lost'
  value { count() / total(count()) }
  by lost_reason
  example 'deals without a stated reason are a part of their own; of stated reasons alone it would be 1',
      rows: [[deal_id: '1', status: 'lost', closed_at: '2026-10-20', lost_reason: 'price'], [deal_id: '2', status: 'lost', closed_at: '2026-10-20', lost_reason: null]],
      group: [lost_reason: 'price'], expect: 0.5, not: 1
  example 'nothing lost, no share', rows: [[deal_id: '1', status: 'won', closed_at: '2026-10-20', lost_reason: null]], expect: notComputable
}

kpi('deals.win-rate') {
  title en: 'Win rate (of deals closed in the period)', ru: 'Доля выигранных (от закрытых за период)', be: 'Доля выйграных (ад закрытых за перыяд)', fi: 'Voittoprosentti (jaksolla päättyneistä)'
  about en: 'Deals won as a part of the deals won and lost in the period. Open deals are in neither number.',
      ru: 'Выигранные сделки как часть выигранных и проигранных за период. Открытые сделки не входят ни в одно из чисел.',
      be: 'Выйграныя здзелкі як частка выйграных і прайграных за перыяд. Адкрытыя здзелкі не ўваходзяць ні ў адзін з лікаў.',
      fi: 'Voitetut kaupat osuutena jaksolla voitetuista ja hävityistä. Avoimet kaupat eivät ole kummassakaan luvussa.'
  unit percent
  better higher
  from deals
  dated closed_at
  where status in ['won', 'lost']
  value { count().where(status == 'won') / count() }
  by pipeline, owner, channel, source_name
  example 'of closed ones; won by created in the same month would be 3',
      rows: [
        [day: '2026-08-10', deal_id: '1', status: 'won', closed_at: '2026-10-20'], [day: '2026-09-01', deal_id: '2', status: 'won', closed_at: '2026-10-31'],
        [day: '2026-09-01', deal_id: '3', status: 'won', closed_at: '2026-10-02'], [day: '2026-09-03', deal_id: '4', status: 'lost', closed_at: '2026-10-12'],
        [day: '2026-10-05', deal_id: '5', status: 'open', closed_at: null]
      ],
      expect: 0.75, not: 3
  example 'nothing closed, no rate',
      rows: [[day: '2026-08-05', deal_id: '5', status: 'won', closed_at: '2026-09-05'], [day: '2026-10-05', deal_id: '6', status: 'open', closed_at: null]],
      expect: notComputable
}

kpi('deals.cycle') {
  title en: 'Deal cycle (median, won deals)', ru: 'Цикл сделки (медиана, выигранные)', be: 'Цыкл здзелкі (медыяна, выйграныя)', fi: 'Kaupan kesto (mediaani, voitetut)'
  about en: 'Median number of days from creation to closing of the deals won in the period. Half of them took longer.',
      ru: 'Медиана числа дней от создания до закрытия сделок, выигранных за период. Половина заняла больше.',
      be: 'Медыяна колькасці дзён ад стварэння да закрыцця здзелак, выйграных за перыяд. Палова заняла больш.',
      fi: 'Jaksolla voitettujen kauppojen keston mediaani päivinä luonnista päättymiseen. Puolet kesti pidempään.'
  unit days
  better lower
  from deals
  dated closed_at
  where status == 'won'
  value { median(days(created_at, closed_at)) }
  by pipeline, owner
  example 'the middle one; the mean would be 37, and with the lost deal the median 15',
      rows: [
        [created_at: '2026-10-01', closed_at: '2026-10-02', status: 'won'], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'],
        [created_at: '2026-07-03', closed_at: '2026-10-11', status: 'won'], [created_at: '2026-10-01', closed_at: '2026-10-21', status: 'lost'],
        [created_at: '2026-01-01', closed_at: null, status: 'open']
      ],
      expect: 10, not: 37
  example 'nothing won, no cycle', rows: [[created_at: '2026-10-01', closed_at: '2026-10-21', status: 'lost']], expect: notComputable
}

kpi('deals.cycle-p90') {
  title en: 'Deal cycle (nine of ten won deals)', ru: 'Цикл сделки (девять из десяти выигранных)', be: 'Цыкл здзелкі (дзевяць з дзесяці выйграных)', fi: 'Kaupan kesto (yhdeksän kymmenestä voitetusta)'
  about en: 'Days from creation to closing within which nine of ten deals won in the period were won.',
      ru: 'За сколько дней от создания до закрытия выиграны девять из десяти сделок, выигранных за период.',
      be: 'За колькі дзён ад стварэння да закрыцця выйграны дзевяць з дзесяці здзелак, выйграных за перыяд.',
      fi: 'Päivät luonnista päättymiseen, joiden kuluessa yhdeksän kymmenestä jakson voitetusta kaupasta voitettiin.'
  unit days
  better lower
  from deals
  dated closed_at
  where status == 'won'
  value { percentile(days(created_at, closed_at), 90) }
  by pipeline, owner
  example 'the tail shows; the median would be 10',
      rows: [
        [created_at: '2026-10-01', closed_at: '2026-10-01', status: 'won'], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'],
        [created_at: '2026-09-01', closed_at: '2026-10-01', status: 'won']
      ],
      expect: 26, not: 10
  example 'nothing won, no cycle', rows: [[created_at: '2026-10-01', closed_at: '2026-10-21', status: 'lost']], expect: notComputable
}

kpi('deals.cycle-mean') {
  title en: 'Deal cycle (mean, won deals)', ru: 'Цикл сделки (среднее, выигранные)', be: 'Цыкл здзелкі (сярэдняе, выйграныя)', fi: 'Kaupan kesto (keskiarvo, voitetut)'
  about en: 'Mean number of days from creation to closing of the deals won in the period. A few very long ones raise it; see the median.',
      ru: 'Среднее число дней от создания до закрытия сделок, выигранных за период. Несколько очень долгих его завышают; смотрите медиану.',
      be: 'Сярэдняя колькасць дзён ад стварэння да закрыцця здзелак, выйграных за перыяд. Некалькі вельмі доўгіх яе завышаюць; глядзіце медыяну.',
      fi: 'Jaksolla voitettujen kauppojen keskimääräinen kesto päivinä luonnista päättymiseen. Muutama hyvin pitkä nostaa sitä; katso mediaania.'
  unit days
  better lower
  from deals
  dated closed_at
  where status == 'won'
  value { avg(days(created_at, closed_at)) }
  by pipeline, owner
  example 'of all deals; the mean of the means of the two owners would be 55',
      rows: [
        [owner: 'ann', created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'], [owner: 'ann', created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'],
        [owner: 'ann', created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'], [owner: 'bob', created_at: '2026-07-03', closed_at: '2026-10-11', status: 'won']
      ],
      expect: 32.5, not: 55
  example 'nothing won, no cycle', rows: [[created_at: '2026-10-01', closed_at: '2026-10-21', status: 'lost']], expect: notComputable
}

kpi('deals.total') {
  title en: 'Amount of deals won', ru: 'Сумма выигранных сделок', be: 'Сума выйграных здзелак', fi: 'Voitettujen kauppojen arvo'
  about en: 'Amounts of the deals won in the period, by the day they were closed.', ru: 'Суммы сделок, выигранных за период, по дню закрытия.', be: 'Сумы здзелак, выйграных за перыяд, паводле дня закрыцця.', fi: 'Jaksolla voitettujen kauppojen summat päättymispäivän mukaan.'
  unit money
  better higher
  from deals
  dated closed_at
  where status == 'won'
  value { sum(amount) }
  by pipeline, owner, channel, source_name, campaign
  example 'won ones; with the pipeline it would be 1200',
      rows: [[day: '2026-08-10', deal_id: '1', status: 'won', amount: 200, closed_at: '2026-10-20'], [day: '2026-10-10', deal_id: '2', status: 'open', amount: 1000, closed_at: null]],
      expect: 200, not: 1200
  example 'currencies are not added',
      rows: [[deal_id: '1', status: 'won', amount: 200, closed_at: '2026-10-20', currency: 'EUR'], [deal_id: '2', status: 'won', amount: 100, closed_at: '2026-10-20', currency: 'BYN']],
      expect: notComputable
}

kpi('deals.average-amount') {
  title en: 'Average amount of deals won', ru: 'Средний чек сделки (выигранные)', be: 'Сярэдні чэк здзелкі (выйграныя)', fi: 'Voitettujen kauppojen keskiarvo'
  about en: 'Amounts of the deals won in the period by their number.', ru: 'Сумма выигранных за период сделок, делённая на их число.', be: 'Сума выйграных за перыяд здзелак, падзеленая на іх колькасць.', fi: 'Jaksolla voitettujen kauppojen summa jaettuna niiden määrällä.'
  unit money
  better higher
  from deals
  dated closed_at
  where status == 'won'
  value { sum(amount) / count() }
  by pipeline, owner, channel, source_name
  example 'of all deals; the mean of the two owners would be 550',
      rows: [
        [owner: 'ann', deal_id: '1', status: 'won', amount: 100, closed_at: '2026-10-20'], [owner: 'ann', deal_id: '2', status: 'won', amount: 100, closed_at: '2026-10-20'],
        [owner: 'ann', deal_id: '3', status: 'won', amount: 100, closed_at: '2026-10-20'], [owner: 'bob', deal_id: '4', status: 'won', amount: 1000, closed_at: '2026-10-20']
      ],
      expect: 325, not: 550
  example 'nothing won, no average', rows: [[deal_id: '1', status: 'lost', amount: 100, closed_at: '2026-10-20']], expect: notComputable
}

kpi('deals.cost-per-won') {
  title en: 'Cost per deal won (all marketing, all channels)', ru: 'Стоимость выигранной сделки (весь маркетинг, все каналы)', be: 'Кошт выйгранай здзелкі (увесь маркетынг, усе каналы)', fi: 'Voitetun kaupan hinta (koko markkinointi, kaikki kanavat)'
  about en: 'Advertising and other marketing cost of the period by the deals won in it. The cost is of today, the deals began earlier: read it over a longer period.',
      ru: 'Расходы на рекламу и прочий маркетинг за период, делённые на выигранные за него сделки. Расходы сегодняшние, а сделки начались раньше: смотреть лучше за длинный период.',
      be: 'Выдаткі на рэкламу і іншы маркетынг за перыяд, падзеленыя на выйграныя за яго здзелкі. Выдаткі сённяшнія, а здзелкі пачаліся раней: глядзець лепш за доўгі перыяд.',
      fi: 'Jakson mainonnan ja muun markkinoinnin kustannus jaettuna jaksolla voitetuilla kaupoilla. Kustannus on tämän jakson, kaupat alkoivat aiemmin: katso pidempää jaksoa.'
  unit money
  better lower
  value { kpi('marketing.cost') / kpi('deals.won') }
  example 'all costs by deals won; by deals created it would be 40, with advertising alone 50',
      ad_performance: [[cost: 100]], costs: [[cost: 60]],
      deals: [
        [day: '2026-08-10', deal_id: '1', status: 'won', closed_at: '2026-10-20'], [day: '2026-10-01', deal_id: '2', status: 'won', closed_at: '2026-10-20'],
        [day: '2026-10-02', deal_id: '3', status: 'open', closed_at: null], [day: '2026-10-02', deal_id: '4', status: 'open', closed_at: null], [day: '2026-10-02', deal_id: '5', status: 'open', closed_at: null]
      ],
      expect: 80, not: 40
  example 'nothing won, no price',
      ad_performance: [[cost: 100]], costs: [[cost: 60]], deals: [[deal_id: '1', status: 'lost', closed_at: '2026-10-20']], expect: notComputable
}
