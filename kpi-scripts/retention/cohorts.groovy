// Customers as groups: by the month they came in, and by what they bought lately.

kpi('customers.cohort-retention') {
  title en: 'Second-month retention (by first order)', ru: 'Удержание на второй месяц (по первому заказу)', be: 'Утрыманне на другі месяц (па першым заказе)', fi: 'Pysyvyys toisena kuukautena (ensimmäisestä tilauksesta)'
  about en: 'Of the customers of each month of first orders, the share that ordered again in the month after it. The table has every later month; a month that is not over has no share.',
      ru: 'Доля покупателей каждого месяца первого заказа, заказавших снова в следующем месяце. В таблице есть и все дальнейшие месяцы; у незавершённого месяца доли нет.',
      be: 'Доля пакупнікоў кожнага месяца першага заказу, якія заказалі зноў у наступным месяцы. У табліцы ёсць і ўсе далейшыя месяцы; у незавершанага месяца долі няма.',
      fi: 'Kunkin kuukauden uusista asiakkaista se osuus, joka tilasi uudelleen seuraavassa kuussa. Taulukossa ovat myös myöhemmät kuukaudet; keskeneräisellä kuukaudella ei ole osuutta.'
  unit percent
  better higher
  from orders
  where status == 'placed'
  value { cohorts(customer_key) }
  example 'October has no next month yet; counted as a drop it would be 0.4',
      rows: [
        [day: '2026-08-03', customer_key: 'ann', status: 'placed'], [day: '2026-08-09', customer_key: 'bob', status: 'placed'],
        [day: '2026-08-11', customer_key: 'cyd', status: 'placed'], [day: '2026-08-30', customer_key: 'dan', status: 'placed'],
        [day: '2026-09-01', customer_key: 'ann', status: 'placed'], [day: '2026-09-02', customer_key: 'bob', status: 'placed'],
        [day: '2026-10-02', customer_key: 'cyd', status: 'placed'], [day: '2026-10-03', customer_key: 'eve', status: 'placed']
      ],
      expect: 0.5, not: 0.4
  example 'an order of an unknown customer starts no cohort',
      rows: [[day: '2026-08-03', customer_key: null, status: 'placed'], [day: '2026-10-02', customer_key: 'cyd', status: 'placed']],
      expect: notComputable
}

kpi('customers.rfm') {
  title en: 'Customers classified (RFM, 365 days)', ru: 'Покупатели по RFM (365 дней)', be: 'Пакупнікі па RFM (365 дзён)', fi: 'RFM-luokitellut asiakkaat (365 päivää)'
  about en: 'Customers with an order in the 365 days up to the period’s end, scored from 1 to 5 by how lately, how often and for how much they bought. Customers with equal numbers have equal scores.',
      ru: 'Покупатели с заказом за 365 дней до конца периода с оценками от 1 до 5: как недавно, как часто и на какую сумму они покупали. У равных чисел равные оценки.',
      be: 'Пакупнікі з заказам за 365 дзён да канца перыяду з адзнакамі ад 1 да 5: як нядаўна, як часта і на якую суму яны куплялі. У роўных лікаў роўныя адзнакі.',
      fi: 'Asiakkaat, joilla on tilaus jakson loppuun päättyvien 365 päivän aikana, pisteinä 1–5: miten äskettäin, usein ja paljon he ostivat. Yhtä suuret luvut saavat samat pisteet.'
  unit count
  better neutral
  from orders
  where status == 'placed'
  value { rfm(customer_key, total, 365) }
  example 'customers of the window, not orders; with all orders it would be 4',
      rows: [
        [day: '2026-10-03', customer_key: 'ann', status: 'placed', total: 10], [day: '2026-10-09', customer_key: 'ann', status: 'placed', total: 5],
        [day: '2026-01-01', customer_key: 'bob', status: 'placed', total: 7], [day: '2025-10-31', customer_key: 'cyd', status: 'placed', total: 7]
      ],
      expect: 2, not: 4
}
