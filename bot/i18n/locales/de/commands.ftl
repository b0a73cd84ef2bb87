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
command-leaderboard = bestenliste
command-leaderboard-description = Sieh, wer hier gut spielt: Punkte gegen Par.
command-help = hilfe
command-help-description = So wird gespielt.
command-party = runde
command-party-description = Eröffne in diesem Kanal ein Brett, das alle sehen und das nichts verrät.
command-share = teilen
command-share-description = Teile ein Bild von deinem Weg: Kein Wort steht darauf.
command-map = karte
command-map-description = Sieh, wo deine Versuche um das geheime Wort herum liegen.
command-privacy = datenschutz
command-privacy-description = Was ich über dich speichere, wozu, wie lange und wer es sieht.
command-export-me = meine-daten
command-export-me-description = Hol dir alles, was ich über dich speichere, als Datei.
command-forget-me = vergiss-mich
command-forget-me-description = Lass alles löschen, was ich über dich speichere.
command-setup = einrichten
command-setup-description = Richte diesen Server ein: Kanal, Uhrzeit, Spielart, Sprache und mehr.
command-notify = benachrichtigen
command-notify-description = Lass dich anpingen, wenn das tägliche Rätsel da ist, oder nicht mehr.
command-puzzle = rätsel
command-puzzle-description = Schlage Wörter für das tägliche Rätsel vor.
command-puzzle-propose = vorschlagen
command-puzzle-propose-description = Erfahre, ob ein Wort ein faires Rätsel ist, und reihe es ein.
command-puzzle-queue = warteschlange
command-puzzle-queue-description = Sieh, welche Vorschläge eingereiht sind, und ziehe sie zurück.

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
option-period = zeitraum
option-period-description = Heute, diese Woche oder alle Zeiten; ohne Angabe diese Woche.
option-party-style = spielart
option-party-style-description = Wie ihr spielt; ohne Angabe gemeinsam.
option-theme = aussehen
option-theme-description = Dunkel oder hell.
option-export-me-scope = wovon
option-export-me-scope-description = Von wo; ohne Angabe von überall.
option-puzzle-propose-word-description = Das Wort, das du vorschlägst; nur du siehst, was daraus wird.
option-time = uhrzeit
option-time-description = Die Uhrzeit des täglichen Beitrags, zum Beispiel 18:30.
option-time_zone = zeitzone
option-time_zone-description = Eine Stadt, ein Land, oder was deine Uhr jetzt anzeigt.

## Auswahlen

choice-solo = solo: mein eigenes Brett
choice-together = gemeinsam: das Brett dieses Kanals
choice-day = heute
choice-week = diese Woche
choice-all = alle Zeiten
