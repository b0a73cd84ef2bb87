## Was über Mitglieder gespeichert ist, wie sie es mitnehmen und löschen lassen.

privacy-title = 🔒 Was ich über dich weiß
privacy-text = So wenig, wie das Spiel braucht. Ich lese keine Nachrichten, sehe keine Mitgliederliste und gebe niemandem etwas weiter.
privacy-what = Was ich speichere
privacy-what-text = Deine Discord-ID; welche Wörter du wann geraten hast und wie warm sie waren; deine Bretter, Hinweise, Stimmen und Wettrennen; wohin dein nächster Versuch geht; was du von den Dingen in den Regalen hältst, was du dir gewünscht hast und ob du als Geschmackszwilling gefunden werden willst. Wenn du einen Server leitest: dass du ihn eingerichtet oder ein Wort vorgeschlagen hast. Nicht deinen Namen und keine Nachrichten.
privacy-why = Wozu
privacy-why-text = Um dein Brett zu behalten und Serien und Ranglisten zu berechnen und um dir und anderen zu empfehlen, was euch gefallen könnte. Zu nichts sonst.
privacy-long = Wie lange
privacy-long-text = Bis du es löschen lässt oder auf einem Server { $idle ->
    [one] { $idle } Tag
   *[other] { $idle } Tage
} lang nicht gespielt hast. Entfernt mich ein Server, verschwindet alles von dort nach { $keep ->
    [one] { $keep } Tag
   *[other] { $keep } Tagen
}. Wer einen Server verlässt, sagt mir Discord nicht. Ich sehe nach denen, die eine Weile nicht gespielt haben; sobald ich merke, dass du gegangen bist, verschwindet deins nach derselben Zeit.
privacy-who = Wer es sieht
privacy-who-text = Deine eigenen Wörter: nur du. Auf einem gemeinsamen Brett: wer dort mitspielt. Ergebnisse und Ranglisten: alle auf dem Server. Was du von Dingen hältst: nur du; solange du gefunden werden willst, sehen andere, die das auch wollen, was euch beiden gefällt. Wer eine Liste zusammen mit dir holt, sieht, wie gut sie dir liegen dürfte, und kann an dem, was fehlt, erraten, was du kennst. Und wer mich betreibt, kann in die Datenbank sehen.
privacy-ask = Fragen
privacy-ask-text = Frag bitte, wer mich betreibt, oder die Admins, die mich eingeladen haben.
privacy-export-button = Alles exportieren
privacy-forget-button = Vergiss mich

privacy-scope-all = überall: wo du je gespielt hast
privacy-scope-here = hier: wo du gerade bist
privacy-export = Hier ist alles, was ich über dich speichere: { $number ->
    [one] { $number } Eintrag
   *[other] { $number } Einträge
}. Das siehst nur du.
privacy-export-packed = Hier ist alles, was ich über dich speichere. Es ist so viel, dass ich es packen musste; jedes Packprogramm öffnet es (gzip).
privacy-export-pieces = Hier ist alles, was ich über dich speichere. Es ist so viel, dass es gepackt und in { $number } Stücken kommt: Füge sie der Reihe nach zusammen und entpacke sie dann (gzip).

privacy-question = Soll ich dich vergessen?
privacy-question-text = Das lässt sich nicht rückgängig machen. Deine Bretter, Übungsrunden, Stimmen, Ergebnisse und Bewertungen werden gelöscht, und deine Serie ist weg. Auf gemeinsamen Brettern bleiben die Wörter für die anderen stehen, ohne deinen Namen. Was schon in Kanälen steht, bleibt dort; die Bretter von heute zeichne ich ohne dich neu. Bis der Tag um ist, behalte ich ein Kennzeichen, das zu niemandem führt: Spielst du das heutige Wort noch einmal, zählt es in keiner Rangliste.
privacy-question-lives = Das kannst du { $minutes } Minuten lang beantworten. Wenn du nicht willst, tu einfach nichts.
privacy-here = Hier
privacy-everywhere = Überall
privacy-sum-nothing = Nichts
privacy-sum = { $guesses ->
    [one] { $guesses } Wort
   *[other] { $guesses } Wörter
}, { $boards ->
    [one] { $boards } Brett
   *[other] { $boards } Bretter
}, { $rounds ->
    [one] { $rounds } Übungsrunde
   *[other] { $rounds } Übungsrunden
}, { $rest ->
    [one] { $rest } weiterer Eintrag
   *[other] { $rest } weitere Einträge
}
privacy-forget-here = Vergiss mich hier …
privacy-forget-all = Vergiss mich überall …
privacy-sure = Dich vergessen?
privacy-sure-label = Schreib zur Sicherheit { $word }
privacy-sure-here = Löscht, was ich hier über dich speichere. Das ist endgültig.
privacy-sure-all = Löscht überall alles, was ich über dich speichere. Das ist endgültig.
privacy-word = VERGESSEN
privacy-wrong-word = Das war nicht `{ $word }`, also wurde nichts gelöscht.
privacy-done = 🗑️ Fertig, du bist vergessen: { $guesses ->
    [one] { $guesses } Wort
   *[other] { $guesses } Wörter
} und { $boards ->
    [one] { $boards } Brett
   *[other] { $boards } Bretter
}, mit allem, was dazugehörte. Wenn du wieder spielst, fängst du ganz neu an.
privacy-done-before = Das ist schon erledigt.
privacy-nothing = Es gab nichts über dich, was ich löschen konnte.
privacy-none-stored = Ich habe nichts über dich gespeichert, also gibt es nichts zu vergessen.
