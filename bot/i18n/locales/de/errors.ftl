## Absagen und Fehler: ein, zwei schlichte Sätze, ohne Auszeichnung außer Code.

errors-empty-guess = Da war kein Wort drin. Rate ein schlichtes englisches Wort, zum Beispiel `{ -guess } wort:river`.
errors-too-long = Das sind { $length } Zeichen, und kein Wort, das ich kenne, hat mehr als { $limit }. Es kostet dich nichts: Rate ein schlichtes Wort.
errors-several-words = Bitte ein Wort nach dem anderen: Versuch es mit `{ $word }` allein. Es kostet dich nichts.
errors-not-letters = Ein Versuch besteht nur aus Buchstaben: keine Ziffern, Zeichen, Emojis oder Unsichtbares. Es kostet dich nichts; nimm ein schlichtes Wort wie `river`.
errors-unknown-word = Das Wort `{ $word }` kenne ich nicht, es kostet dich also nichts. Die Wörter sind englisch; Namen, Abkürzungen und sehr seltene fehlen.
errors-unknown-word-near = Das Wort `{ $word }` kenne ich nicht, es kostet dich also nichts. Meintest du { $near }?
errors-hurtful-word = Das setze ich lieber auf kein Brett. Es kostet nichts, und sonst hat es niemand gesehen.

errors-guessed-by-you = `{ $word }` steht schon auf dem Brett: Du hast es schon geraten. { $heat }. Es noch einmal zu sagen kostet nichts.
errors-guessed-by = `{ $word }` steht schon auf dem Brett: { $member } hat es schon geraten. { $heat }. Es noch einmal zu sagen kostet nichts.
errors-hinted-to-you = `{ $word }` steht schon auf dem Brett: Du hattest es als Hinweis. { $heat }. Es noch einmal zu sagen kostet nichts.
errors-hinted-to = `{ $word }` steht schon auf dem Brett: { $member } hatte es als Hinweis. { $heat }. Es noch einmal zu sagen kostet nichts.
errors-heat-near = { $emoji } { $heat }, Rang { $rank }
errors-heat-far = { $emoji } { $heat }, { common-far }

errors-knows-secret-solo = Dieses Wort kennst du schon vom Brett des Kanals, es zählt also nicht noch einmal. Mit `{ -practice }` bekommst du ein anderes.
errors-knows-secret-together = Dieses Wort kennst du von einem anderen Brett, finden sollen es hier also die anderen. Mit nahen Wörtern darfst du ihnen gern helfen.
errors-finished-solved = Dieses Brett ist schon gelöst. Sieh es dir mit `{ -board }` an oder spiel mit `{ -practice }` weiter: Das kostet nichts.
errors-finished-given-up = Dieses Brett ist schon aufgegeben. Sieh es dir mit `{ -board }` an oder spiel mit `{ -practice }` weiter: Das kostet nichts.
errors-nothing-guessed = Noch gibt es nichts aufzugeben. Rate erst ein Wort oder hol dir mit `{ -hint }` Hilfe.
errors-no-hint-left = Näher bringt dich kein Hinweis: Der nächste Schritt ist das Wort selbst.
errors-two-words-first = Um zwischen Wörtern zu suchen, rate erst zwei. Es kostet nichts.
errors-no-word-between = Zwischen keinen zwei Wörtern auf dem Brett liegt ein wärmeres, deshalb kostet es nichts. Rate in eine andere Richtung oder nimm eine andere Art Hinweis.
errors-not-on-board = `{ $word }` steht nicht auf dem Brett. Solange das Wort geheim ist, erkläre ich nur, was dort steht: Rate es erst.

errors-day-to-come = Das Rätsel vom { $day } kommt erst noch. Heute ist der { $last }.
errors-day-before-first = Vom { $day } gibt es kein Rätsel: Das erste hier war das vom { $first }.
errors-no-such-choice = So ein Rätsel kenne ich nicht. Wähle `{ common-choice-today }`, `{ common-choice-practice }` oder einen Tag wie `2026-11-21`.
errors-no-practice = Du hast noch keine Übungsrunde. Beginne eine mit `{ -practice }`.
errors-secret-gone = Dieses Rätsel stammt aus einer älteren Wörterliste und lässt sich nicht mehr spielen. Das von heute und `{ -practice }` schon.
errors-interaction-taken = Da ist ein fremder Zug dazwischengeraten, deshalb wurde nichts gezählt. Bitte versuch es noch einmal.
errors-no-such-puzzle = Dieses Rätsel gibt es hier nicht mehr, oder es ist die Übungsrunde von jemand anderem. Das heutige wartet: `{ -guess }`.
errors-not-finished = Das verrate ich erst nach dem Ende: Solange das Wort geheim ist, wäre es zu viel.
errors-too-many-words = Das sind { $count } Wörter auf einmal, und mehr als { $limit } nehme ich nicht. Es wurde nichts gezählt: Schick weniger.
errors-no-such-board = Hinter diesem Knopf finde ich kein Brett mehr. Beginne eins mit `{ -guess }`.
errors-not-for-you = Dieses Brett gehört jemand anderem. Wenn du das Wort selbst kennst, darfst du es ansehen.
errors-not-your-turn = Der letzte Versuch war deiner, jetzt ist jemand anderes dran. Wenn niemand will, darfst du { $when } wieder.

errors-database-locked = Ich bin gerade beschäftigt und konnte das nicht aufschreiben. Es wurde nichts gezählt: Bitte versuch es noch einmal.
errors-database-read-only = Ich kann gerade nichts aufschreiben, deshalb wurde nichts gezählt. Sag bitte denen, die mich betreiben: Die Datenbank ist schreibgeschützt.
errors-store = Ich komme gerade nicht an meine Notizen, deshalb wurde nichts gezählt. Bitte versuch es bald noch einmal.
errors-server-gone = Gerade wurde alles gelöscht, was ich von diesem Server wusste, deshalb habe ich nichts aufgeschrieben. Mach es noch einmal, dann fange ich neu an.
errors-unforeseen = Bei mir ist etwas schiefgegangen, und es wurde nichts gezählt. Wenn das wieder passiert, nenn denen, die mich betreiben, die Nummer `{ $mark }`.
errors-undelivered = Discord hat meine Antwort nicht angenommen. Was du getan hast, zählt wahrscheinlich trotzdem: `{ -board }` zeigt es dir. Wenn es wieder passiert, nenn denen, die mich betreiben, die Nummer `{ $mark }`.

errors-old-button = Das gehört zu einer älteren Nachricht von mir und funktioniert nicht mehr. `{ -board }` zeigt dir, wo du stehst.
errors-busy = So viele auf einmal! Ich bin nicht dazu gekommen, und gezählt wurde nichts. Versuch es gleich noch einmal.
errors-stopping = Ich starte gerade neu, darum wurde nichts gezählt. Versuch es in einer Minute noch einmal.
errors-old-command = Diesen Befehl gibt es so nicht mehr. Starte Discord neu, dann findest du den neuen.

# Whether to delete everything about a member.
errors-question-too-old = Diese Frage ist zu alt, um sie jetzt noch zu beantworten, und gelöscht wurde nichts. Wenn du es noch willst, frag bitte noch einmal.
errors-not-your-question = Diese Frage ging an jemand anderen, also wurde nichts gelöscht.

# Regale und Geschmack.
errors-unknown-item = Ich finde hier nichts, das *{ $text }* heißt. Wünsch es dir mit `{ -shelf-suggest }`.
errors-unknown-item-near = Ich finde hier nichts, das *{ $text }* heißt. Meinst du eins davon?
errors-item-gone = Das gibt es hier nicht mehr, oder es steht im Regal eines anderen Servers.
errors-unknown-shelf = Ein Regal *{ $name }* gibt es hier nicht. Es gibt: { $known }.
errors-shelf-gone = Dieses Regal gibt es hier nicht mehr. Es gibt: { $known }.
errors-no-shelf = Hier gibt es noch keine Regale. Admins stellen eins auf mit `{ -shelf-create }`.
errors-bad-shelf-name = Ein Regal braucht einen Namen mit 1 bis { $limit } Zeichen, darunter ein Buchstabe oder eine Ziffer.
errors-shelf-name-taken = Hier heißt schon ein anderes Regal *{ $name }*. Wähl einen anderen Namen.
errors-file-empty = In dieser Datei finde ich nichts zum Einlesen.
errors-file-not-text = Diese Datei ist kein Text in UTF-8. Speichere sie als UTF-8, in einer Tabellenkalkulation als *CSV UTF-8*.
errors-file-no-column = In dieser Datei fehlt die Spalte *{ $column }*. Die erste Zeile nennt die Spalten, mit Kommas, Semikolons oder Tabs dazwischen; deine hat: { $found }.
errors-file-json = Diese Datei ist ab Zeile { $line } kaputtes JSON, und was folgt, kann ich nicht lesen.
errors-bad-stars = Sterne gehen von einem halben bis fünf, in halben Schritten. Nichts wurde gezählt.
errors-nothing-to-undo = Es gibt nichts zurückzunehmen.
errors-already-there = **{ $title }** steht schon im Regal, oder jemand hat es sich gewünscht. Meinst du etwas anderes, das so heißt, dann gib das Jahr dazu an.
errors-not-suggested = **{ $title }** wartet auf keine Antwort mehr: Jemand hat schon entschieden.
errors-too-many-suggestions = Von dir warten { $limit } Wünsche. Sobald einer davon eine Antwort hat, darfst du wieder.
errors-bad-field = Das passt nicht zu dem, was ich über Dinge speichere ({ $column }). Nichts wurde gespeichert: Kürze oder verbessere es bitte.
errors-not-opted-in = Nur wer gefunden werden will, findet andere.
errors-no-encoder = Nach Bedeutung kann ich gerade nicht suchen.
errors-empty-shelf = Im Regal „{ $shelf }“ steht noch nichts. Wünsch dir das Erste mit `{ -shelf-suggest }`.
