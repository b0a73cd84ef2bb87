## Wie man spielt.

help-title = So spielst du Warmer
help-text = Jeden Tag gibt es ein geheimes Wort, für den ganzen Server dasselbe. Rate irgendein Wort: Ich sage dir, wie nah es **in der Bedeutung** liegt, nicht in der Schreibung, von 0° bis zu den 100° des Wortes selbst. Rang #1 ist das nächste aller anderen Wörter; Ränge über 1.000 verrate ich nicht. Die Wörter sind englisch.
help-heat = Wärme
help-band = { $emoji } **{ $band }**: { $ranks }
help-band-first = Rang 1 bis { $limit }
help-band-up-to = bis Rang { $limit }
help-band-beyond = alles dahinter
help-commands = Befehle
help-modes = Mit `modus: gemeinsam` teilt sich ein Kanal ein Brett; mit `rätsel` kommst du zu vergangenen Tagen. In einer Staffel (siehe `/runde`) wartet, wer zuletzt geraten hat, auf jemand anderen, aber höchstens 10 Minuten.
help-admins = Für alle, die den Server leiten
help-hints = Hinweise, und was jeder zum Ergebnis dazuzählt
help-fair-play = Fairplay
help-fair-play-text = Unbekannte Wörter und solche, die schon gesagt wurden, kosten nichts. `dogs` zählt als `dog`. Was du solo rätst, siehst nur du. Wörter, die Menschen verletzen, nimmt kein Brett an.
