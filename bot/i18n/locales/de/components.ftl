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
