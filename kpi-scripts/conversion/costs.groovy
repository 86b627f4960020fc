// All costs of marketing, and what they went into.

kpi('marketing.other-cost') {
  title en: 'Other marketing cost', ru: 'Прочие расходы на маркетинг', be: 'Іншыя выдаткі на маркетынг', fi: 'Muut markkinointikulut'
  about en: 'Marketing cost of the period besides what advertising platforms charge: fees, tools, production.',
      ru: 'Расходы на маркетинг за период помимо списаний рекламных площадок: вознаграждения, сервисы, производство.',
      be: 'Выдаткі на маркетынг за перыяд акрамя спісанняў рэкламных пляцовак: узнагароды, сэрвісы, вытворчасць.',
      fi: 'Jakson markkinointikulut mainosalustojen veloitusten lisäksi: palkkiot, työkalut, tuotanto.'
  unit money
  better neutral
  from costs
  value { sum(cost) }
  by category, channel, campaign, stage, vendor
  example 'without advertising; with it the cost would be 160', rows: [[category: 'fee', cost: 60]], ad_performance: [[cost: 100]], expect: 60, not: 160
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('marketing.cost') {
  title en: 'Marketing cost (advertising and other)', ru: 'Расходы на маркетинг (реклама и прочие)', be: 'Выдаткі на маркетынг (рэклама і іншыя)', fi: 'Markkinoinnin kustannus (mainonta ja muut)'
  about en: 'Advertising cost and other marketing cost of the period. By stage of the customer\'s journey it says what the money was for; each campaign belongs to one stage.',
      ru: 'Расходы на рекламу и прочий маркетинг за период. По этапам пути клиента видно, на что ушли деньги; каждая кампания относится к одному этапу.',
      be: 'Выдаткі на рэкламу і іншы маркетынг за перыяд. Па этапах шляху кліента відаць, на што пайшлі грошы; кожная кампанія належыць да аднаго этапу.',
      fi: 'Jakson mainonnan ja muun markkinoinnin kustannus. Asiakaspolun vaiheittain näkyy, mihin raha käytettiin; kukin kampanja kuuluu yhteen vaiheeseen.'
  unit money
  better neutral
  value { kpi('ads.cost') + kpi('marketing.other-cost') }
  by stage, channel, campaign
  example 'each campaign once; one that serves two stages and stands in both would make it 260',
      ad_performance: [[campaign: 'a', stage: 'awareness', cost: 100]], costs: [[campaign: 'b', stage: 'conversion', cost: 60]], expect: 160, not: 260
  example 'advertising alone is not the whole', ad_performance: [[cost: 100]], costs: [], expect: noData
}

kpi('marketing.cost-share-of-revenue') {
  title en: 'Marketing cost (of revenue before refunds)', ru: 'Доля расходов на маркетинг (от выручки до возвратов)', be: 'Доля выдаткаў на маркетынг (ад выручкі да вяртанняў)', fi: 'Markkinoinnin kustannus (liikevaihdosta ennen palautuksia)'
  about en: 'Advertising and other marketing cost as a part of the revenue of the period.',
      ru: 'Расходы на рекламу и прочий маркетинг как часть выручки за период.',
      be: 'Выдаткі на рэкламу і іншы маркетынг як частка выручкі за перыяд.',
      fi: 'Mainonnan ja muun markkinoinnin kustannus osuutena jakson liikevaihdosta.'
  unit percent
  better lower
  value { kpi('marketing.cost') / kpi('orders.revenue') }
  example 'all costs; advertising alone would give 0.1',
      ad_performance: [[cost: 100]], costs: [[cost: 60]], orders: [[order_id: '1', status: 'placed', total: 1000]], expect: 0.16, not: 0.1
  example 'without revenue there is no share',
      ad_performance: [[cost: 100]], costs: [[cost: 60]], orders: [[order_id: '1', status: 'placed', total: 0]], expect: notComputable
}
