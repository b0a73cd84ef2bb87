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
