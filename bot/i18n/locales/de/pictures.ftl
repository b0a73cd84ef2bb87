## Was in den Bildern steht. Kurz: Es ist wenig Platz.

pictures-puzzle = Rätsel #{ $number }
pictures-puzzle-plain = Rätsel
pictures-par = Par { $par }
pictures-under = { $strokes } unter Par
pictures-over = { $strokes } über Par
pictures-even = genau Par
pictures-hint-strokes = +{ $strokes } für Hinweise
pictures-streak = { $days ->
    [one] { $days } Tag in Folge
   *[other] { $days } Tage in Folge
}
# Unter einer großen Zahl.
pictures-unit-guesses = { $number ->
    [one] Versuch
   *[other] Versuche
}
pictures-unit-warmest = bisher am wärmsten
pictures-running = noch auf der Suche
pictures-given-up = aufgegeben
pictures-nothing = Noch nichts geraten
pictures-key-hint = Hinweis
pictures-key-near = nah, unversucht
pictures-turning = Wendepunkt: { $word }
pictures-bridge = Verpasste Brücke: { $word }
pictures-nearest = Die nächsten Wörter
pictures-map-own = Karte deiner Versuche
pictures-map-whole = Karte der Versuche

## Die Bilanz.

pictures-record = Bilanz
pictures-played = gespielt
pictures-solved = gelöst
pictures-streak-label = in Folge
pictures-longest = längste Folge
pictures-median = Median
pictures-best = Bestes
pictures-columns = So viele Schläge
pictures-more = ab { $start }
pictures-against-par = Gegen Par
pictures-count-under = { $number } darunter
pictures-count-even = { $number } genau Par
pictures-count-over = { $number } darüber
pictures-no-record = Noch kein Rätsel gelöst

## Wird denen vorgelesen, die das Bild nicht sehen.

pictures-alt-share = Karte zum Teilen von { $puzzle }. { $rating } { $result } { $way } Alle Wörter sind verborgen.
pictures-alt-finished = { $puzzle }: Das Wort war { $secret }. { $rating } { $result } { $way } Die nächsten Wörter: { $nearest }.
pictures-alt-map = Karte von { $puzzle }: je näher der Mitte, desto näher im Sinn; ähnliche Wörter liegen in derselben Richtung. { $middle } { $words }
pictures-alt-map-secret = In der Mitte: { $secret }.
pictures-alt-map-unknown = Das Geheimnis in der Mitte bleibt verborgen.
pictures-alt-map-words = Auf der Karte, die nächsten zuerst: { $words }.
pictures-alt-map-more = { $number ->
    [one] Und { $number } weiteres.
   *[other] Und { $number } weitere.
}
pictures-alt-empty = Noch ist nichts geraten.
pictures-alt-rating = Schwierigkeit: { $difficulty }, Par { $par }.
pictures-alt-solved = Gelöst, { $guesses }.
pictures-alt-hints = Für Hinweise dazu: { $strokes }.
pictures-alt-against = Ergebnis: { $against }.
pictures-alt-given-up = Aufgegeben, { $guesses }.
pictures-alt-running = Noch offen, { $guesses }, am wärmsten { $heat }.
pictures-alt-streak = Folge: { $days }.
pictures-alt-way = Bisher am wärmsten, nach der Nummer des Versuchs: { $steps }.
pictures-alt-step = { $attempt }: { $heat }, { $band }
pictures-alt-step-hint = Hinweis nach { $attempt }: { $heat }, { $band }
pictures-alt-step-word = { $attempt }: { $word } { $heat }
pictures-alt-step-word-hint = Hinweis { $word } { $heat }
pictures-alt-turning = Der Wendepunkt war Versuch { $attempt }, von { $before } auf { $after }.
pictures-alt-bridge = Eine verpasste Brücke, von { $start } aus: { $word }.
pictures-alt-record = Bilanz: { $played } gespielt, { $solved } gelöst, Folge { $streak } (längste { $longest }), Bestes { $best }, Median { $median }. Gelöste Rätsel nach Schlägen: { $columns }. { $against }
pictures-alt-column = { $range }: { $number }
pictures-alt-par = Gegen Par: { $under } darunter, { $even } genau Par, { $over } darüber.

## Der Befehl und seine Knöpfe.

pictures-share = Teilen
pictures-post = Hier posten
pictures-card = Bild
pictures-preview = Das würden alle sehen: kein Wort, auch keines von dir.
pictures-preview-finished = Das würden alle sehen: kein Wort, auch keines von dir. Wer das Wort schon kennt, kann sich mit dem Knopf darunter deinen Weg ansehen.
pictures-posted = Gepostet.
pictures-post-text = { $member } · { $puzzle }
pictures-map = Karte
pictures-shade-dark = dunkel
pictures-shade-light = hell
