## Was auf den Knöpfen, Menüs und Formularen des Spiels steht.

components-guess = Raten
components-guess-again = Weiter raten
components-board = Mein Brett
components-hint = Hinweis
components-why = Warum?
components-nearest = Die nächsten 100
components-turning = Wendepunkt
components-explore = Weiter erkunden
components-practice = Üben

components-guess-on = Weiter raten
components-give-up = Aufgeben
components-try = „{ $word }“ raten
components-back = Zurück
components-next = Weiter
components-sort-heat = Nach Wärme
components-sort-time = Neueste zuerst
components-show = Zeig her
components-solo = Allein spielen
components-choose-hint = Wähle einen Hinweis
components-choose-word = Wähle ein Wort

components-form-title = Raten
components-form-words = Ein Wort oder mehrere
components-form-many = Bis zu 20 englische Wörter, getrennt durch Leerzeichen, Kommas oder Zeilen.
components-form-example = river, mountain, music
