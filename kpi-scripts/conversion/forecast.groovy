kpi('orders.revenue-forecast') {
  title en: 'Revenue forecast, next month', ru: 'Прогноз выручки на следующий месяц',
      be: 'Прагноз выручкі на наступны месяц', fi: 'Liikevaihtoennuste, seuraava kuukausi'
  about en: 'Revenue to be expected in the month after this one if seasons and trend go on, with the interval it lies in four times out of five. Model: TRAMO of JDemetra+, a seasonal ARIMA model chosen and fitted to up to five years of months; two years are needed.',
      ru: 'Выручка, которую можно ожидать в следующем месяце, если сезонность и тренд сохранятся, и интервал, в который она попадает в четырёх случаях из пяти. Модель: TRAMO из JDemetra+ — сезонная ARIMA, подобранная по месяцам за период до пяти лет; нужно не меньше двух лет.',
      be: 'Выручка, якую можна чакаць у наступным месяцы, калі сезоннасць і трэнд захаваюцца, і інтэрвал, у які яна трапляе ў чатырох выпадках з пяці. Мадэль: TRAMO з JDemetra+ — сезонная ARIMA, падабраная па месяцах за перыяд да пяці гадоў; патрэбна не менш за два гады.',
      fi: 'Seuraavan kuukauden odotettu liikevaihto, jos kausivaihtelu ja trendi jatkuvat, sekä väli, jolle se osuu neljä kertaa viidestä. Malli: JDemetra+:n TRAMO, kausi-ARIMA, joka valitaan ja sovitetaan enintään viiden vuoden kuukausiin; tarvitaan vähintään kaksi vuotta.'
  unit money
  better higher
  series months: kpi('orders.revenue').over(60, month)
  compute {
    if (months.known < 24) {
      return tooFew(months, 24)
    }
    return forecast(months, 0.8)
  }
  example 'what returns every December is expected again, not the mean of the months, which would be 147.17',
      months: [100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 244,
               124, 126, 128, 130, 132, 134, 136, 138, 140, 142, 144, 292,
               148, 150, 152, 154, 156, 158, 160, 162, 164, 166, 168, 340], expect: 172, not: 147.17, low: 172, high: 172
  example 'one year shows no season', months: [100, 110, 120, 130, 120, 110, 100, 110, 120, 130, 120, 110],
      expect: notComputable
}
