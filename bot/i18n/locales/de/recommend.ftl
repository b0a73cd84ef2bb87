## /empfehlen, /ähnlich, /finden, /dazu, /statt, /geschmack und /zwillinge.

recommend-title = Für dich: { $shelf }
recommend-title-public = Für { $member }: { $shelf }
recommend-title-group = Für euch { $number }: { $shelf }
recommend-shown = { $mood ->
    [yes] Jetzt sehen es alle hier, ohne deine Bewertungen und ohne deine Stimmung.
   *[no] Jetzt sehen es alle hier, ohne deine Bewertungen.
}

## Warum etwas auf einer Liste steht. Bei den Titeln steht, wie viel sie ausmachen, in Prozent.

recommend-share = { $share } %
recommend-and = { $first } und { $second }
recommend-because-liked = weil dir gefallen hat: { $titles }
recommend-because-counted = { $liked } ({ $shares } von dem, was dafür spricht)
recommend-because-unlike = ganz anders als { $title }, was dir nicht gefallen hat
recommend-because-words = hat mit dem, was dir gefällt, { $words } gemeinsam
recommend-because-mood = wegen der Stimmung
recommend-because-both = { $mood } · { $taste }
recommend-new = 🆕 neu hier
recommend-surprise = 🎲 eine Überraschung
recommend-compromise = ⚖️ ein Kompromiss

recommend-notice-nothing = Ich kenne deinen Geschmack hier noch nicht, darum ist von allem etwas dabei. Bewerte unten, was du kennst.
recommend-notice-new = Nichts davon hat hier schon jemand bewertet: Ich gehe danach, worum es geht.
recommend-notice-dislikes = Bisher hast du mir nur gesagt, was dir nicht gefällt. Nenn mir eins, das dir gefällt, und die Liste wird deine.
recommend-notice-lukewarm = Bisher war hier nichts dabei, was dir richtig gefallen hat. Nenn mir eins, und die Liste wird deine.
recommend-notice-alone = Ich weiß von niemandem sonst, der mitzählt, also ist diese Liste für dich allein.
recommend-notice-mood-words = Nach Bedeutung kann ich gerade nicht suchen, darum habe ich deine Stimmung Wort für Wort genommen.
recommend-notice-mood-faint = Nichts in diesem Regal trifft diese Stimmung so recht; das hier kommt ihr am nächsten. Vielleicht verstehe ich es auf Englisch besser.
recommend-everything-rated = Zu allem in diesem Regal hast du schon etwas gesagt. Wünsch dir mehr mit `{ -shelf-suggest }`, oder überleg es dir anders mit `{ -ratings }`.
recommend-group-everything = Zusammen kennt ihr alles in diesem Regal. Wünscht euch mehr mit `{ -shelf-suggest }`.
recommend-shelf-empty = In diesem Regal steht noch nichts. Wünsch dir das Erste mit `{ -shelf-suggest }`.
recommend-shelf-single = In diesem Regal steht nur eins, da gibt es wenig auszusuchen. Wünsch dir mehr mit `{ -shelf-suggest }`.
recommend-group = Wie gut es zu jedem von euch passt
recommend-group-rule = { $mood ->
    [yes] Zuerst zählt die Stimmung, dann, was euch allen liegt: zur Hälfte euer Durchschnitt, zur Hälfte, wem es am wenigsten liegt.
   *[no] Es zählt zur Hälfte euer Durchschnitt, zur Hälfte, wem es am wenigsten liegt.
} Was einer von euch kennt, fehlt.
recommend-group-unknown = { $mood ->
    [yes] Zuerst zählt die Stimmung, dann, was hier gut bekannt ist.
   *[no] Von allem etwas, was hier gut bekannt ist.
} Was einer von euch kennt, fehlt.
recommend-group-none = Nichts ist dabei, was für einen von euch in der unteren Hälfte liegt.
recommend-group-some = { $mood ->
    [yes] ⚖️ heißt: Für einen von euch liegt es in der unteren Hälfte.
   *[no] ⚖️ heißt: Für einen von euch liegt es in der unteren Hälfte, und nichts ist mehr da, was euch allen besser liegt.
}
recommend-standing = { $bar } { $member }
recommend-standing-new = Was { $member } mag, weiß ich hier noch nicht: Es zählt auf dieser Liste nicht mit.

recommend-button-look = Weitere Vorschläge
recommend-button-bolder = Mutiger
recommend-button-safer = Sicherer
recommend-button-show = Allen zeigen
recommend-button-own = Und für mich?
recommend-menu-rate = Bewerte eins, oder sag, dass du es kennst
recommend-menu-why = Warum steht eins davon hier?

## Eine Runde erster Bewertungen.

recommend-button-round = Erst ein paar bewerten
recommend-round-ask = **{ $step } von { $of }** · Was hältst du davon?
recommend-round-unknown = Kenne ich nicht
recommend-round-stop = Genug für jetzt
recommend-round-done = { $number ->
    [0] Wann immer du magst. Hier ist deine Liste.
    [one] Danke! Eine Bewertung mehr steckt in dieser Liste.
   *[other] Danke! { $number } Bewertungen mehr stecken in dieser Liste.
}

## Die ganze Rechnung zu einer Empfehlung.

recommend-why-title = Warum { $title }?
recommend-why-place = Was für den Platz auf dieser Liste zählt: Das Beste im Regal bekommt jeweils die meisten Punkte, das Schlechteste keinen. Eine Liste rückt außerdem auseinander, was sich zu sehr gleicht, und eine 🎲 Überraschung kommt von weiter unten.
recommend-why-place-mood = Was für den Platz auf dieser Liste zählt: Zuerst kommt, was der Stimmung am nächsten ist. Unter dem, was ihr etwa gleich nah ist, zählt, wie nah es ist und was der Geschmack dazu sagt: Das Beste bekommt jeweils die meisten Punkte, das Schlechteste keinen. Eine Liste rückt außerdem auseinander, was sich zu sehr gleicht, und eine 🎲 Überraschung kommt von weiter unten.
recommend-why-later = Anderes ist der Stimmung näher und kommt vorher dran, egal wie viele Punkte das hier hat.
recommend-why-side-mood = die Stimmung (höchstens { $most })
recommend-why-side-taste = dein Geschmack (höchstens { $most })
recommend-why-side-all = was euch allen liegt (höchstens { $most })
recommend-why-side-average = euer Durchschnitt (höchstens { $most })
recommend-why-side-least = wem es am wenigsten liegt (höchstens { $most })
recommend-why-points = Punkte
recommend-why-own-mood = **Und dein Geschmack allein, ohne die Stimmung:**
recommend-why-own-group = **Und dein Geschmack allein.** Was die anderen bewertet haben, verrate ich nicht.
recommend-why-text = Jede Zeile ist genau das, was eine deiner Bewertungen beiträgt. Nimmst du eine zurück, ändert sich der Wert um eben so viel.
recommend-why-base = ohne deine Bewertungen
recommend-why-rest = { $number ->
    [one] { $number } kleinere
   *[other] { $number } kleinere
}
recommend-why-total = Wert
recommend-why-words = Mit dem, was dir gefällt, hat es { $words } gemeinsam.
recommend-why-nothing = Du hast hier nichts bewertet, also steckt nichts von dir im Wert.
recommend-why-new = Hier hat es noch niemand bewertet: Der Wert kommt aus dem, worum es geht.

## Listen.

recommend-similar-title = Ähnlich wie { $title }
recommend-similar-none = Ich finde hier nichts, was **{ $title }** ähnelt.
recommend-pairs-title = Passt zu { $title }
recommend-pairs-none = Was zu **{ $title }** passt, weiß ich noch nicht: Zu selten wurde es zusammen mit anderem verwendet oder gemocht.
recommend-swap-title = Statt { $title }
recommend-swap-none = Was an die Stelle von **{ $title }** treten könnte, weiß ich noch nicht.
recommend-together = { $number ->
    [one] { $number } Mal
   *[other] { $number } Mal
} zusammen
recommend-find-title = Gefunden: { $text }
recommend-find-words = Nach Bedeutung kann ich gerade nicht suchen, darum habe ich nach den Wörtern gesucht.
recommend-find-faint = Nichts hier handelt wirklich davon. Das kommt dem am nächsten:
recommend-find-none = Zu *{ $text }* finde ich nichts. Versuch andere Wörter, oder wünsch es dir mit `{ -shelf-suggest }`.

## Geschmack und Zwillinge.

recommend-taste-title = Dein Geschmack: { $shelf }
recommend-taste-apart = Mehr deins als das der anderen
recommend-taste-apart-shelf = Was du dir herauspickst
recommend-taste-tag = **{ $tag }**: { $mine } % von dem, was dir gefällt, { $others } % von dem, was den anderen gefällt
recommend-taste-tag-shelf = **{ $tag }**: { $mine } % von dem, was dir gefällt, { $others } % von dem, was im Regal steht
recommend-taste-none = Sag mir erst von ein paar Dingen, dass sie dir gefallen, dann zeichne ich deinen Geschmack. Fang an mit `{ -rate }`.
recommend-twins-title = Geschmackszwillinge: { $shelf }
recommend-twins-off = Gefunden wird nur, wer das will, und du bist noch nicht dabei. Machst du mit, sehen andere, die mitmachen, zu wie viel Prozent sich euer Geschmack ähnelt, wie viel euch beiden gefällt und was das ist. Darüber hinaus keine einzige Bewertung.
recommend-twins-none = Noch hat niemand, der mitmacht, einen Geschmack wie du, oder euch gefällt zu wenig gemeinsam.
recommend-twins-in = Du bist dabei: Ab jetzt kannst du gefunden werden.
recommend-twins-out = Du bist nicht mehr dabei: Niemand findet dich, und du findest niemanden.
recommend-twins-line = { $member } · zu { $alike } % ähnlich · { $shared ->
    [one] { $shared } Sache gefällt
   *[other] { $shared } Sachen gefallen
} euch beiden
recommend-button-join = Gefunden werden
recommend-button-leave = Nicht gefunden werden
