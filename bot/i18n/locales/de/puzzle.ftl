## /puzzle: vorgeschlagene Wörter, geprüft, eingereiht und zurückgezogen.

puzzle-fair-title = ✅ { $word } ist ein faires Rätsel
puzzle-unfair-title = ✋ { $word } wäre kein faires Rätsel
puzzle-fair = { $rating }
    Du kennst dieses Wort jetzt. An seinem Tag darfst du für dich spielen, zählst aber in keiner Liste, keinem Wettrennen und keiner Rangliste.
puzzle-used-title = ♻️ { $word } war am { $day } schon ein Rätsel
puzzle-used = Kein Wort kommt zweimal, bevor alle anderen dran waren.
puzzle-reasons = Warum nicht
puzzle-players = Simulierte Spieler
puzzle-player = { $strength }: { $median } Versuche, { $solved } % finden es
puzzle-player-lost = { $strength }: { $solved } % finden es
puzzle-strength-beginner = Anfänger
puzzle-strength-middling = Mittelstark
puzzle-strength-expert = Könner
puzzle-nearest = Nächste Wörter
puzzle-helps = Wörter in der Nähe, die gehen
puzzle-helps-none = Was helfen würde
puzzle-helps-any = Versuch es mit einem geläufigen Nomen, Verb oder Adjektiv, das alle kennen und bei dem einem andere Wörter einfallen.

## Was gegen ein Wort spricht.

puzzle-concern-hidden = Es kann Menschen verletzen.
puzzle-concern-name = Die meisten kennen es als Namen.
puzzle-concern-form = Es ist eine Form von *{ $words }*: Schlag das vor.
puzzle-concern-part = Es ist kein Nomen, Verb oder Adjektiv, also führt über die Bedeutung kaum ein Weg hin.
puzzle-concern-length = Es hat { $value } Buchstaben: Ein Rätsel braucht 3 bis 10.
puzzle-concern-rare = Zu wenige kennen es.
puzzle-concern-rude-near = Unter den nächsten Wörtern sind grobe.
puzzle-concern-names-near = Unter den nächsten Wörtern sind Namen: { $words }.
puzzle-concern-forms-near = Unter den nächsten Wörtern sind andere Formen desselben Worts: { $words }.
puzzle-concern-expected-far = Wörter, an die man denken würde, gelten als kalt: { $words }.
puzzle-concern-hub = Es liegt fast allem nahe, die Wärme führt also nirgendwohin.
puzzle-concern-isolated = Kaum ein anderes Wort führt hin.
puzzle-concern-hard = Es ist zu schwer: Selbst Geduldige finden es selten.

## Knöpfe und das Formular für das Datum.

puzzle-button-next = Für den nächsten freien Tag
puzzle-button-date = Datum wählen
puzzle-button-cancel = Abbrechen
puzzle-button-queue = Zur Warteschlange
puzzle-button-withdraw = { $place } zurückziehen
puzzle-button-show = Zeig mir die Wörter
puzzle-button-hide = Wörter verbergen
puzzle-button-earlier = Früher
puzzle-button-later = Später
puzzle-form-title = Datum des Rätsels
puzzle-form-date = Datum
puzzle-form-date-about = Zum Beispiel { $example }.

## Was daraus wurde.

puzzle-queued = 🗓️ Eingereiht für **{ $day }**. Vorher erfährt niemand sonst das Wort.
puzzle-queued-next = 🗓️ Eingereiht für den nächsten freien Tag, das ist nach jetzigem Stand **{ $day }**. Vorher erfährt niemand sonst das Wort.
puzzle-queued-later = 🗓️ Eingereiht. Dieses Wort war erst vor Kurzem ein Rätsel, also wartet es, bis alle anderen dran waren.
puzzle-queued-already = Dieses Wort steht schon in der Warteschlange. Mehr sage ich nicht: Jetzt kennst auch du es.
puzzle-cancelled = Abgebrochen: Das Wort steht nicht in der Warteschlange.
puzzle-withdrawn = Zurückgezogen: Das Wort steht nicht mehr in der Warteschlange.
puzzle-no-such-proposal = Dieser Vorschlag ist nicht mehr offen: Er ist verbraucht, oder jemand hat ihn zurückgezogen. `{ -puzzle-queue }` zeigt, was da ist.
puzzle-day-taken = Der { $day } hat schon ein Rätsel. Wähle ein anderes Datum.
puzzle-bad-day = { $text } kann ich nicht als Datum lesen. Versuch es mit { $example }.
puzzle-day-out-of-reach = Wähle ein Datum vom { $first } bis zum { $last }.
puzzle-too-many = Es gibt schon { $limit } offene Vorschläge. Zieh erst welche mit `{ -puzzle-queue }` zurück.
puzzle-insider = Du hast dieses Wort gesehen, als es vorgeschlagen wurde, finden sollen es hier also die anderen. Mit nahen Wörtern darfst du ihnen gern helfen.

## Die Warteschlange.

puzzle-queue-title = 🗓️ Warteschlange der Vorschläge
puzzle-queue-empty = Nichts ist eingereiht: Ich wähle die Wörter. Schlag eines vor mit `{ -puzzle-propose }`.
puzzle-queue-rule = Die Wörter bleiben verborgen, denn vielleicht willst du selbst spielen. Wer eines ansieht, zählt an seinem Tag in keiner Liste, keinem Wettrennen und keiner Rangliste.
puzzle-queue-line = **{ $place }.** { $day } · von { $member } · { $rating }
puzzle-queue-line-shown = **{ $place }.** { $day } · **{ $word }** · von { $member } · { $rating }
puzzle-queue-fixed = { $day } (fest)
puzzle-queue-waits = nach allen anderen Wörtern
puzzle-queue-page = Seite { $page } von { $pages }
