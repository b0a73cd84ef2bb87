## /regal: die Regale eines Ortes.

shelf-name-films = Filme
shelf-name-books = Bücher
shelf-name-recipes = Rezepte
shelf-name-ingredients = Zutaten
shelf-name-games = Spiele

shelf-list-title = Regale
shelf-list-line = **{ $name }** · { $items ->
    [one] { $items } Eintrag
   *[other] { $items } Einträge
} · { $opinions ->
    [one] { $opinions } Bewertung
   *[other] { $opinions } Bewertungen
} von { $members ->
    [one] { $members } Mitglied
   *[other] { $members } Mitgliedern
}
shelf-list-fresh = **{ $name }** · { $items ->
    [one] { $items } Eintrag
   *[other] { $items } Einträge
}, noch nicht bewertet
shelf-list-waiting = { $number ->
    [one] { $number } Wunsch wartet auf die Admins
   *[other] { $number } Wünsche warten auf die Admins
}
shelf-list-how = Sag mir mit `{ -rate }`, was dir gefällt, dann sage ich dir mit `{ -recommend }`, was als Nächstes dran ist.
shelf-none = Hier gibt es noch keine Regale. Stell eins auf mit `{ -shelf-create }`, oder nimm eins von meinen:
shelf-none-member = Hier gibt es noch keine Regale. Frag die Admins: Sie stellen eins auf mit `{ -shelf-create }`.
shelf-button-demo = { $name }, fertig gefüllt
shelf-demo-done = 📚 **{ $name }** steht, mit { $items ->
    [one] { $items } Eintrag
   *[other] { $items } Einträgen
}. Fang an mit `{ -rate }`.

shelf-created = 📚 **{ $name }** steht und ist leer. Mitglieder wünschen sich etwas mit `{ -shelf-suggest }`, du gibst es frei mit `{ -shelf-approve }`.
shelf-created-before = **{ $name }** gibt es schon.
shelf-suggested = 💌 **{ $title }** ist vorgemerkt für das Regal „{ $shelf }“. Sobald Admins es freigeben, steht es im Regal.
shelf-suggested-live = 📚 **{ $title }** steht jetzt im Regal „{ $shelf }“.

shelf-waiting-title = Wünsche: { $shelf }
shelf-waiting-none = Kein Wunsch wartet auf Antwort.
shelf-waiting-line = **{ $place }.** { $title } · gewünscht von { $member }
shelf-waiting-page = Seite { $page } von { $pages }
shelf-menu-judge = Wähle eins, um zu entscheiden
shelf-judge-title = Ins Regal „{ $shelf }“ damit?
shelf-button-approve = Ins Regal
shelf-button-decline = Nein
shelf-approved = 📚 **{ $title }** steht jetzt im Regal.
shelf-declined = **{ $title }** kommt nicht ins Regal.

shelf-remove-ask = Soll **{ $title }** aus dem Regal „{ $shelf }“ heraus? Vorgeschlagen wird es dann nie mehr. Was Mitglieder dazu gesagt haben, bleibt und verrät mir weiter, was ihnen gefällt.
shelf-button-remove = Herausnehmen
shelf-removed = **{ $title }** ist nicht mehr im Regal.
shelf-removed-before = **{ $title }** ist schon nicht mehr im Regal.

shelf-renamed = **{ $before }** heißt jetzt **{ $now }**. Alles, was darin steht und dazu gesagt wurde, bleibt.

shelf-delete-ask = **{ $name }** für immer löschen? Mit dem Regal verschwinden:
shelf-delete-items = • { $items ->
    [one] { $items } Eintrag
   *[other] { $items } Einträge
}
shelf-delete-wishes = • { $number ->
    [one] { $number } offener Wunsch
   *[other] { $number } offene Wünsche
}
shelf-delete-said = • { $opinions ->
    [one] { $opinions } Bewertung
   *[other] { $opinions } Bewertungen
} von { $members ->
    [one] { $members } Mitglied
   *[other] { $members } Mitgliedern
}
shelf-delete-end =
    • was ich aus all dem gelernt habe

    Niemand kann das zurückholen. Um nur einen Eintrag herauszunehmen, gibt es `{ -shelf-remove }`.
shelf-button-delete = Für immer löschen
shelf-deleted = **{ $name }** ist gelöscht, mit allem, was dazu gesagt wurde.
shelf-deleted-before = Dieses Regal gibt es schon nicht mehr.

shelf-pool-alone = 👤 **{ $name }** lernt allein: nur aus dem, was hier gesagt wird.
shelf-pool-together = 🤝 **{ $name }** lernt gemeinsam { $number ->
    [0] mit anderen, sobald ein weiterer Server mitmacht
    [one] mit { $number } Regal eines anderen Servers
   *[other] mit { $number } Regalen anderer Server
}.
shelf-pool-what = -# Gemeinsam heißt: mit Regalen namens *{ $name }* auf anderen Servern, die das auch wollen, soweit dort dasselbe steht. Die Listen werden schneller gut, vor allem, wo wenige bewerten. Niemand dort sieht eure Bewertungen, eure Mitglieder oder euren Server, und ihr nicht ihre; was hier gefällt, hilft dort beim Sortieren. Sag es vorher deinen Mitgliedern. Du kannst es jederzeit ändern.
shelf-button-together = Gemeinsam lernen
shelf-button-alone = Allein lernen

shelf-import-title = { $file } für { $shelf }
shelf-import-fine = { $items ->
    [one] { $items } Eintrag ist in Ordnung.
   *[other] { $items } Einträge sind in Ordnung.
} Soll das ins Regal „{ $shelf }“? Was dort schon steht, wird auf den neuen Stand gebracht.
shelf-import-none = Hier gibt es noch kein Regal. Schick die Datei noch einmal und sag, wie das Regal heißen soll, zum Beispiel mit `{ -shelf-import } regal:films`: Erst prüfe ich die Datei, dann stelle ich das Regal auf mit allem, was darin steht.
shelf-import-new = 🆕 Ein Regal „**{ $shelf }**“ gibt es hier noch nicht. Ich stelle es zusammen mit dem auf, was hineinkommt.
shelf-import-near = ⚠️ Aber es gibt das Regal „**{ $shelf }**“. Wenn du das meinst, nimm das.
shelf-import-fine-new = { $items ->
    [one] { $items } Eintrag ist in Ordnung. Soll ich das Regal damit aufstellen?
   *[other] { $items } Einträge sind in Ordnung. Soll ich das Regal damit aufstellen?
}
shelf-import-broken = { $number ->
    [one] { $number } Zeile stimmt nicht, also habe ich nichts geschrieben:
   *[other] { $number } Zeilen stimmen nicht, also habe ich nichts geschrieben:
}
shelf-import-cell = **Zeile { $line }**, { $column }: { $what }
shelf-import-row = **Zeile { $line }**: { $what }
shelf-import-more = … und { $number } weitere.
shelf-import-mend = Bessere die Datei aus und schick sie noch einmal, oder lass diese Zeilen weg.
shelf-import-mend-all = Sonst steht nichts in der Datei. Bessere sie aus und schick sie noch einmal.
shelf-button-import = { $number ->
    [one] { $number } Eintrag ins Regal
   *[other] { $number } Einträge ins Regal
}
shelf-button-import-others = { $number ->
    [one] Nur der { $number } gute Eintrag
   *[other] Nur die { $number } guten Einträge
}
shelf-button-import-new = { $number ->
    [one] Aufstellen mit { $number } Eintrag
   *[other] Aufstellen mit { $number } Einträgen
}
shelf-button-import-new-others = { $number ->
    [one] Aufstellen nur mit dem { $number } guten Eintrag
   *[other] Aufstellen nur mit den { $number } guten Einträgen
}
shelf-button-import-near = Ins Regal „{ $shelf }“
shelf-import-large = Diese Datei ist größer als { $size } MB. Teile sie auf, oder lass sie von denen, die mich betreiben, mit `warmer items import` einlesen.
shelf-import-gone = Ich kann diese Datei nicht mehr lesen. Schick sie noch einmal mit `{ -shelf-import }`.
shelf-imported = 📚 **{ $shelf }**: { $added } neu, { $changed } auf dem neuen Stand, { $same } wie vorher.
shelf-imported-removed = { $number ->
    [one] { $number } Eintrag bleibt draußen, weil er aus dem Regal genommen wurde.
   *[other] { $number } Einträge bleiben draußen, weil sie aus dem Regal genommen wurden.
}
shelf-imported-broken = { $number ->
    [one] { $number } Zeile stimmte nicht und fehlt.
   *[other] { $number } Zeilen stimmten nicht und fehlen.
}
shelf-imported-shortened = { $number ->
    [one] { $number } Beschreibung ist gekürzt.
   *[other] { $number } Beschreibungen sind gekürzt.
}
shelf-fault-missing = steht nicht da
shelf-fault-too_long = ist länger als { $limit } Zeichen
shelf-fault-too_many = { $found } sind zu viele, { $limit } dürfen es sein
shelf-fault-not_a_number = *{ $found }* ist keine Zahl
shelf-fault-out_of_range = *{ $found }* liegt nicht zwischen { $least } und { $limit }
shelf-fault-not_a_link = *{ $found }* ist kein Link; der beginnt mit https://
shelf-fault-duplicate = das steht schon in Zeile { $limit } (*{ $found }*)
shelf-fault-not_json = *{ $found }* ist kein JSON-Objekt
shelf-fault-wrong_type = *{ $found }* ist weder Text noch Zahl
shelf-fault-too_many_fields = hat mehr als { $limit } Felder; setz Texte, in denen ein Trennzeichen steht, in Anführungszeichen
shelf-fault-open_quote = ein Anführungszeichen ist nicht geschlossen oder steht unverdoppelt in einem Text: *{ $found }*
shelf-fault-shortened = hat { $found } Zeichen; { $limit } behalte ich
