## Befehle, Optionen und Auswahlen, wie Discord sie zeigt. Namen klein und ohne Leerzeichen,
## höchstens 32 Zeichen; Beschreibungen höchstens 100. Die englischen stehen im Code.
## Schlüssel: siehe bot/i18n/translator.py. Die Namen stehen noch einmal in common.ftl.

command-guess = raten
command-guess-description = Rate ein Wort und erfahre, wie nah es in der Bedeutung liegt.
command-board = brett
command-board-description = Sieh dir das Brett an: alle Versuche bisher, die nächsten zuerst.
command-hint = hinweis
command-hint-description = Hol dir ein Wort, das näher liegt als dein bestes, oder einen anderen Hinweis.
command-why = warum
command-why-description = Erfahre, was ein Wort mit dem geheimen verbindet.
command-giveup = aufgeben
command-giveup-description = Gib auf und erfahre das Wort.
command-practice = üben
command-practice-description = Beginne eine Übungsrunde: ein anderes geheimes Wort, nur für dich.
command-stats = statistik
command-stats-description = Sieh dir deine Statistik an oder die von jemand anderem.
command-help = hilfe
command-help-description = So wird gespielt.
command-party = runde
command-party-description = Eröffne in diesem Kanal ein Brett, das alle sehen und das nichts verrät.
command-share = teilen
command-share-description = Teile ein Bild von deinem Weg: Kein Wort steht darauf.
command-map = karte
command-map-description = Sieh, wo deine Versuche um das geheime Wort herum liegen.

## Optionen

option-word = wort
option-guess-word-description = Ein englisches Wort, welches du willst, oder mehrere.
option-why-word-description = Ein Wort vom Brett; jedes, sobald das geheime bekannt ist.
option-mode = modus
option-mode-description = Dein eigenes Brett oder das gemeinsame des Kanals. Ich merke mir deine Wahl.
option-puzzle = rätsel
option-puzzle-description = Heute, deine Übungsrunde oder ein vergangener Tag.
option-hint-kind = art
option-hint-kind-description = Was du erfahren willst und was es zum Ergebnis dazuzählt; sonst halber Weg.
option-stats-member = mitglied
option-stats-member-description = Wessen Statistik; ohne Angabe deine.
option-party-style = spielart
option-party-style-description = Wie ihr spielt; ohne Angabe gemeinsam.
option-theme = aussehen
option-theme-description = Dunkel oder hell.

## Auswahlen

choice-solo = solo: mein eigenes Brett
choice-together = gemeinsam: das Brett dieses Kanals
