## Was Mitglieder erreichen können. Der Name steht hinter seinem Emoji; „how“ sagt, wofür.

achievements-title = Erfolge · { $number } von { $all }
achievements-new = { $number ->
    [one] Neuer Erfolg
   *[other] Neue Erfolge
}
achievements-line = { $emoji } **{ $name }**: { $how }
achievements-name = { $emoji } { $name }
achievements-next = Als Nächstes: { $emoji } **{ $name }**, { $left }
achievements-more-days = { $number ->
    [one] noch ein Tag
   *[other] noch { $number } Tage
}
achievements-more-solves = { $number ->
    [one] noch einmal unter Par
   *[other] noch { $number }-mal unter Par
}
achievements-none = Noch keine. Der erste kommt mit dem ersten Wort, das du findest.
achievements-none-theirs = Noch keine.

achievements-first-name = Erster Fund
achievements-first-how = du hast dein erstes Wort gefunden.
achievements-under-name = Unter der Latte
achievements-under-how = du hast ein Wort mit weniger Schlägen als Par gefunden.
achievements-few-name = Gedankenleser
achievements-few-how = du hast ein Wort mit höchstens { $strokes } Schlägen gefunden.
achievements-week-name = Warme Woche
achievements-week-how = du hast das Wort an { $days } Tagen in Folge gefunden.
achievements-month-name = Ewige Flamme
achievements-month-how = du hast das Wort an { $days } Tagen in Folge gefunden.
achievements-hundred-name = Hundert Sonnen
achievements-hundred-how = du hast das Wort an { $days } Tagen in Folge gefunden.
achievements-clean-name = Ganz allein
achievements-clean-how = { $days } Tage in Folge ohne einen einzigen Hinweis.
achievements-sharp-name = Feines Gespür
achievements-sharp-how = { $number } Wörter unter Par.
achievements-comeback-name = Aus dem Eis
achievements-comeback-how = deine ersten { $words } Wörter lagen alle weit weg, und du hast es doch gefunden.
achievements-brave-name = Drangeblieben
achievements-brave-how = du hast ein Wort gefunden, das dich { $strokes } Schläge oder mehr gekostet hat.
achievements-race-name = Als Erstes im Ziel
achievements-race-how = du hast ein Wettrennen gewonnen.
achievements-relay-name = Stab übergeben
achievements-relay-how = ihr habt zusammen reihum ein Wort gefunden.
