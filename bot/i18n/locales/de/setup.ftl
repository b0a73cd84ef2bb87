## /setup: wie ein Server spielt, und was Leute mit Verwaltungsrecht daran ändern können.

setup-title = ⚙️ Einrichtung von { $server }
setup-channel = 📢 **Täglicher Beitrag:** in { $channel }, um **{ $time }**
setup-channel-thread = 📢 **Täglicher Beitrag:** in { $channel }, um **{ $time }**, jeder mit eigenem Thread
setup-no-channel = 📢 **Täglicher Beitrag:** noch keiner. Wähle unten einen Kanal, und er kommt jeden Tag um **{ $time }**.
setup-zone = 🌍 **Zeitzone:** { $zone }, dort ist es jetzt { $now }
setup-style = 🎲 **Spielart:** { $style }
setup-mix = 🎚️ **Schwierigkeit:** { $mix }
setup-language = 💬 **Sprache:** { $language }
setup-language-discord = wie auf Discord ({ $language })
setup-role = 🔔 **Ping:** { $role }. Mit `{ -notify }` holt man sie sich und gibt sie wieder ab.
setup-no-role = 🔔 **Ping:** niemand
setup-next = Nächster Beitrag
setup-next-none = Keiner geplant.
setup-next-now = Jeden Moment.
setup-next-at = **{ $weekday } { $date }, { $time }** ({ $when }) in { $channel }
setup-trouble = ⚠️ Hier fehlt etwas
setup-footer = Jede Wahl gilt sofort.

## Was zur Wahl steht.

setup-style-solo = solo
setup-style-together = gemeinsam
setup-style-race = Wettrennen
setup-style-relay = Staffel
setup-style-about-solo = Jeder auf dem eigenen Brett; niemand sieht die Versuche der anderen.
setup-style-about-together = Ein Brett für den ganzen Kanal, das unter dem Beitrag aktuell bleibt.
setup-style-about-race = Jeder auf dem eigenen Brett, und wer das Wort zuerst findet, gewinnt.
setup-style-about-relay = Ein Brett für den Kanal, und ihr wechselt euch ab.
setup-mix-easy = jeden Tag leicht
setup-mix-week = von leicht am Montag bis schwer am Samstag
setup-mix-hard = jeden Tag schwer
setup-choose-channel = Kanal des täglichen Beitrags
setup-choose-hour = Stunde des täglichen Beitrags
setup-choose-style = So spielt ihr
setup-choose-mix = So schwer ist es
setup-choose-role = Rolle für den Ping (keine: leer lassen)
setup-choose-language = Sprache von allem, was alle sehen
setup-choose-zone = Welchen Ort meinst du?

## Knöpfe und das Formular für Uhrzeit und Zeitzone.

setup-button-time = Uhrzeit und Zeitzone
setup-button-more = Mehr
setup-button-back = Zurück
setup-button-stop = Nicht mehr posten
setup-button-thread = Threads: ja
setup-button-no-thread = Threads: nein
setup-form-title = Uhrzeit und Zeitzone
setup-form-time = Uhrzeit des täglichen Beitrags
setup-form-time-about = Zum Beispiel 18:30.
setup-form-zone = Stadt oder Zeitzone
setup-form-zone-about = Zum Beispiel Wien, New York oder Asia/Tokyo.

## Was nicht stimmt.

setup-not-manager = Das können nur Mitglieder, die diesen Server verwalten dürfen (das Recht *Server verwalten*).
setup-no-server = Ich bin nicht mehr auf diesem Server, also gibt es nichts einzurichten.
setup-bad-time = { $text } kann ich nicht als Uhrzeit lesen. Versuch es mit 18:30. Geändert ist nichts.
setup-unknown-zone = Eine Zeitzone namens { $text } kenne ich nicht. Versuch es mit einer größeren Stadt im selben Land. Geändert ist nichts.
setup-which-zone = { $text } passt auf mehrere Orte. Welchen meinst du?
setup-not-saved = { $why } Geändert ist nichts.
setup-lacks = In { $channel } fehlen mir diese Rechte: { $permissions }.
setup-cannot-see = Ich sehe { $channel } nicht: Der Kanal ist gelöscht, oder mir fehlt dort das Recht **{ $permission }**.
setup-gone = Der Kanal ist gelöscht, oder ich darf ihn nicht sehen. Wähle einen anderen.
setup-stopped = Deshalb poste ich gerade nicht. Ich versuche es einmal am Tag wieder, und sofort, sobald du hier etwas änderst.
setup-unfit-role = Diese Rolle geht nicht: Wähle eine, die Mitglieder haben können, nicht die von allen und nicht die eines Bots.
setup-role-power = Niemand kann sich { $role } mit `{ -notify }` holen: Mir fehlt das Recht **{ setup-permission-manage-roles }**.
setup-role-height = Niemand kann sich { $role } mit `{ -notify }` holen: Sie steht über meiner eigenen Rolle. Zieh meine in den Servereinstellungen darüber.

## Die Rechte, wie Discord sie nennt.

setup-permission-view-channel = Kanal ansehen
setup-permission-send-messages = Nachrichten senden
setup-permission-embed-links = Links einbetten
setup-permission-attach-files = Dateien anhängen
setup-permission-read-message-history = Nachrichtenverlauf anzeigen
setup-permission-create-public-threads = Öffentliche Threads erstellen
setup-permission-send-messages-in-threads = Nachrichten in Threads senden
setup-permission-mention-everyone = @everyone, @here und alle Rollen erwähnen
setup-permission-manage-roles = Rollen verwalten

## /notify

setup-notify-on = 🔔 Du hast jetzt { $role }: Ich pinge sie an, wenn das tägliche Rätsel da ist. `{ -notify }` nimmt sie dir wieder ab.
setup-notify-off = 🔕 { $role } ist weg: keine Pings mehr.
setup-notify-none = Dieser Server hat keine Rolle für Pings. Wer ihn verwaltet, kann mit `{ -setup }` eine wählen.
setup-notify-gone = Die Rolle für Pings ist gelöscht. Wer diesen Server verwaltet, kann mit `{ -setup }` eine andere wählen.
setup-notify-power = Ich kann dir { $role } nicht geben: Mir fehlt das Recht **{ setup-permission-manage-roles }**. Sag bitte jemandem Bescheid, der diesen Server verwaltet.
setup-notify-height = Ich kann dir { $role } nicht geben: Sie steht über meiner eigenen Rolle. Bitte jemanden, der diesen Server verwaltet, meine darüberzuziehen.

## Hallo.

setup-welcome-title = 👋 Hallo, ich bin Warmer!
setup-welcome = Ich verstecke jeden Tag ein Wort, und ihr findet es über die *Bedeutung*: Rate irgendein Wort, und ich sage dir, wie warm es ist.

    Mit `{ -guess }` geht es gleich los: Nur du siehst deine Versuche.
    Mit `{ -setup }` wählt, wer diesen Server verwaltet, Kanal und Uhrzeit für das tägliche Rätsel, und wie ihr spielt.
    `{ -help }` erzählt den Rest.
