// What advertising showed, and what showing it took.

kpi('ads.impressions') {
  title en: 'Ad impressions', ru: 'Показы рекламы', be: 'Паказы рэкламы', fi: 'Mainosten näyttökerrat'
  about en: 'How often ads were shown.', ru: 'Сколько раз были показаны объявления.', be: 'Колькі разоў былі паказаны аб’явы.', fi: 'Kuinka usein mainokset näytettiin.'
  unit count
  better higher
  from ad_performance
  value { sum(impressions) }
  by campaign, ad_group, network, device, country
  example 'impressions, not people, who would be 400', rows: [[impressions: 900, reach: 400], [impressions: 100, reach: 90]], expect: 1000, not: 400
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.cpm') {
  title en: 'CPM (cost per 1,000 impressions)', ru: 'CPM (цена за 1000 показов)', be: 'CPM (цана за 1000 паказаў)', fi: 'CPM (hinta 1 000 näyttökerralta)'
  about en: 'Advertising cost for every thousand impressions. The cost of a thousand people reached is another figure.',
      ru: 'Расходы на рекламу на каждую тысячу показов. Цена за тысячу охваченных людей — другой показатель.',
      be: 'Выдаткі на рэкламу на кожную тысячу паказаў. Цана за тысячу ахопленых людзей — іншы паказчык.',
      fi: 'Mainonnan kustannus tuhatta näyttökertaa kohti. Tuhannen tavoitetun hinta on eri luku.'
  unit money
  better lower
  from ad_performance
  value { perThousand(sum(cost), sum(impressions)) }
  by campaign, ad_group, network, device, country
  example 'for a thousand; without the factor it would be 0.005, and of people reached 20',
      rows: [[cost: 50, impressions: 10000, reach: 2500]], expect: 5, not: 0.005
  example 'of the whole; the mean of the campaigns would be 6',
      rows: [[campaign: 'a', cost: 10, impressions: 1000], [campaign: 'b', cost: 18, impressions: 9000]], expect: 2.8, not: 6
  example 'without impressions there is no price', rows: [[cost: 0, impressions: 0]], expect: notComputable
}

kpi('ads.reach') {
  title en: 'Ad reach (as counted by the platform)', ru: 'Охват рекламы (по данным площадки)', be: 'Ахоп рэкламы (паводле звестак пляцоўкі)', fi: 'Mainonnan kattavuus (alustan laskema)'
  about en: 'Different people who saw ads, where the platform counted them for exactly this period. Days, campaigns and platforms cannot be added.',
      ru: 'Уникальные люди, увидевшие рекламу, если площадка посчитала их ровно за этот период. Дни, кампании и площадки складывать нельзя.',
      be: 'Унікальныя людзі, што ўбачылі рэкламу, калі пляцоўка палічыла іх роўна за гэты перыяд. Дні, кампаніі і пляцоўкі складаць нельга.',
      fi: 'Mainoksia nähneet eri ihmiset, kun alusta on laskenut heidät juuri tältä jaksolta. Päiviä, kampanjoita ja alustoja ei voi laskea yhteen.'
  unit count
  better higher
  from ad_performance
  value { asCounted(reach) }
  example 'one figure for the period is the answer', rows: [[reach: 950]], expect: 950
  example 'campaigns are not added, which would give 1200',
      rows: [[campaign: 'a', reach: 700], [campaign: 'b', reach: 500]], expect: notComputable, not: 1200
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.frequency') {
  title en: 'Ad frequency (impressions per person reached)', ru: 'Частота рекламы (показы на охваченного)', be: 'Частата рэкламы (паказы на ахопленага)', fi: 'Mainonnan toistuvuus (näyttökertaa tavoitettua kohti)'
  about en: 'Impressions by reach of the same period, where the platform counted reach for exactly this period.',
      ru: 'Показы, делённые на охват за тот же период, если площадка посчитала охват ровно за него.',
      be: 'Паказы, падзеленыя на ахоп за той жа перыяд, калі пляцоўка палічыла ахоп роўна за яго.',
      fi: 'Näyttökerrat jaettuna saman jakson kattavuudella, kun alusta on laskenut kattavuuden juuri tältä jaksolta.'
  unit ratio
  better neutral
  from ad_performance
  value { sum(impressions) / asCounted(reach) }
  example 'of one figure for the period', rows: [[impressions: 2850, reach: 950]], expect: 3
  example 'daily frequencies are not averaged, which would give 2',
      rows: [[day: '2026-10-01', impressions: 500, reach: 500], [day: '2026-10-02', impressions: 900, reach: 300]], expect: notComputable, not: 2
}
