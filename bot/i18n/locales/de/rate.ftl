## /bewerten und /bewertungen: was Mitglieder von etwas halten.

rate-stars = Du gibst **{ $title }** { $stars }.
rate-like = Dir gefällt **{ $title }**.
rate-low = **{ $title }** hat dir nicht gefallen.
rate-seen = **{ $title }** kennst du schon, also lasse ich es weg.
rate-dismissed = Gemerkt: **{ $title }** schlage ich dir nicht mehr vor.
rate-none = Zu **{ $title }** hast du noch nichts gesagt.
rate-off-the-shelf = Im Regal steht es nicht mehr, aber was du dazu sagst, zählt weiter.
rate-was = Vorher: { $before }.
rate-undone = Zurückgenommen.
rate-said-like = 👍 gefällt dir
rate-said-low = 👎 hat dir nicht gefallen
rate-said-seen = 👀 kennst du schon
rate-said-dismissed = 🚫 nicht vorschlagen
rate-said-nothing = nichts gesagt
rate-because = Darum jetzt
rate-next = Als Nächstes für dich
rate-next-none = Hier ist nichts mehr übrig, was ich vorschlagen könnte: Zu allem hast du schon etwas gesagt.

rate-button-like = Gefällt mir
rate-button-low = Gefällt mir nicht
rate-button-seen = Kenne ich
rate-button-dismissed = Nicht vorschlagen
rate-button-undo = Rückgängig
rate-button-rate = Bewerten
rate-button-rate-it = Bewerten: { $title }
rate-button-alike = Ähnliches
rate-button-pairs = Passt dazu
rate-button-swap = Stattdessen
rate-button-earlier = Früher
rate-button-later = Später
rate-button-mine = Meine Bewertungen

rate-ambiguous = Mehrere Titel enthalten *{ $text }*. Was davon meinst du?
rate-menu-choose = Wähle eins
rate-menu-stars = Sterne geben
rate-menu-change = Wähle eins, um es zu ändern

rate-mine-title = Was du gesagt hast: { $shelf }
rate-mine-empty = Du hast noch nichts gesagt. Fang an mit `{ -rate }`: Drei oder vier Bewertungen reichen für eine erste Liste.
rate-mine-gone = steht nicht mehr im Regal
rate-mine-page = { $number ->
    [one] { $number } Eintrag
   *[other] { $number } Einträge
} · Seite { $page } von { $pages }
