kpi('orders.revenue-seasonality') {
  title en: 'Revenue against the same month of earlier years', ru: 'Выручка к тому же месяцу прошлых лет', be: 'Выручка да таго ж месяца мінулых гадоў', fi: 'Liikevaihto edellisvuosien samaan kuukauteen verrattuna'
  about en: 'Revenue of the last whole month of the period over the mean of the same month in up to three earlier years; 1 is as usual. It needs two full years before, and says so where there are fewer.',
      ru: 'Выручка последнего полного месяца периода, делённая на среднюю за тот же месяц до трёх прошлых лет; 1 — как обычно. Нужны два полных предыдущих года; если их нет, показатель не рассчитывается.',
      be: 'Выручка апошняга поўнага месяца перыяду, падзеленая на сярэднюю за той жа месяц да трох мінулых гадоў; 1 — як звычайна. Патрэбны два поўныя папярэднія гады; калі іх няма, паказчык не разлічваецца.',
      fi: 'Jakson viimeisen kokonaisen kuukauden liikevaihto jaettuna enintään kolmen edellisvuoden saman kuukauden keskiarvolla; 1 on tavallinen. Edellyttää kahta täyttä edellistä vuotta, eikä lukua muuten lasketa.'
  unit ratio
  better neutral
  series months: kpi('orders.revenue').over(37, month)
  compute {
    if (months.before(1).known < 24) {
      return tooFew(months.before(1), 24)
    }
    def sum = 0.0
    def known = 0
    for (years in 1..3) {
      def index = months.size - 1 - 12 * years
      if (months.has(index)) {
        sum += months.value(index)
        known += 1
      }
    }
    if (known < 2) {
      return notComputable('the same month of two earlier years is needed')
    }
    return sum == 0 ? notComputable('there was no revenue in that month') : months.last * known / sum
  }
  example 'against the same months, 200 and 300; against the mean of all months it would be 3.6666666667',
      months: [300, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100,
               200, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 500], expect: 2.00, not: 3.67
  example 'one year and a half is too little',
      months: [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 300], expect: notComputable
}
