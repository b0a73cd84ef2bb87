## Gegen das Par.

play-par-left = { $spent } · Par { $par }, noch { $left }
play-par-over = { $spent } · Par { $par }, { $difference } darüber
play-par-ended-under = { $spent } · Par { $par }: **{ $difference } unter Par**
play-par-ended-even = { $spent } · Par { $par }: **genau Par**
play-par-ended-over = { $spent } · Par { $par }: { $difference } über Par

## Mehrere Wörter auf einmal.

play-several-title = { $emoji } { $number ->
    [one] 1 Wort geraten
   *[other] { $number } Wörter geraten
}
play-several-none = Kein neues Wort dabei
play-several-first = Das Wort selbst liegt bei 100°.
play-several-unspent = { $number ->
    [one] Du hast es vor dem letzten Wort gefunden; das ist also nicht verbraucht.
   *[other] Du hast es vor den letzten { $number } Wörtern gefunden; die sind also nicht verbraucht.
}
play-several-again = Schon auf dem Brett, { $number ->
    [one] kostet also
   *[other] kosten also
} nichts: { $words }
play-several-letters = Ein Versuch besteht nur aus Buchstaben; den Rest habe ich weggelassen, das kostet nichts.
play-several-unknown = { $words } kenne ich nicht, { $number ->
    [one] das kostet
   *[other] die kosten
} also nichts.

## Warum ein Wort so warm ist.

play-why-which = Welches deiner Wörter soll ich erklären?
play-why-nothing = Rate erst ein Wort: Dann sage ich dir, was es mit dem geheimen Wort verbindet.

## Hinweise.

play-hint-title = 💡 Welcher Hinweis?
play-hint-none = 💡 Gerade passt kein Hinweis
play-hint-open = **{ $offer }**
play-hint-closed = ~~{ $offer }~~: { $reason }
play-hint-told = **{ $offer }**: schon verraten

## Nach dem Ende.

play-nearest-title = 🧭 Am nächsten an { $secret }
play-nearest-page = Seite { $page } von { $pages } · { $number ->
    [0] davon wurde keins geraten
    [one] davon wurde eins geraten (←)
   *[other] davon wurden { $number } geraten (←)
}
play-turning-title = ↩️ Der Wendepunkt: { $word }
play-turning = Versuch { $attempt }, **{ $word }**, brachte den besten Rang von { $before } auf { $after }.
play-turning-found = { $left ->
    [0] Gleich danach kam das Wort selbst.
    [one] Danach lag noch ein Versuch vor dem Wort.
   *[other] Danach lagen noch { $left } Versuche vor dem Wort.
}
play-turning-none-title = ↩️ Kein einzelner Wendepunkt
play-turning-none = Hier ging es in kleinen Schritten oder mit einem einzigen Sprung: Kein Versuch hat den Abstand allein halbiert.

## Ein alter Beitrag.

play-old-post = Dieser Beitrag gehört zum Rätsel vom { $day }, und seine Knöpfe spielen dieses. `{ -guess }` spielt das heutige.
