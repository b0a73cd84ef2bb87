## Der tägliche Beitrag.

daily-title = Warmer · { $day }
daily-title-number = Warmer #{ $number } · { $day }
daily-thread = Warmer · { $date }
daily-thread-number = Warmer #{ $number } · { $date }
daily-welcome = Ein neues geheimes Wort wartet. Rate irgendein Wort, und ich sage dir, wie nah es ihm *in der Bedeutung* ist.
daily-first = Hallo! Ab heute gibt es jeden Tag ein neues geheimes Wort. Rate irgendein Wort, und ich sage dir, wie nah es ihm *in der Bedeutung* ist.
daily-style-solo = Alle spielen für sich: Deine Versuche siehst nur du.
daily-style-together = Alle spielen gemeinsam, auf einem Brett für diesen Kanal.
daily-style-race = Ein Wettrennen: Alle haben ihr eigenes Brett, und wer das Wort zuerst findet, gewinnt.
daily-style-relay = Eine Staffel: ein Brett für alle, und ihr seid abwechselnd dran.

## Was gestern war.

daily-yesterday = Das Wort von gestern: { $word }
daily-nearest = Am nächsten lagen: { $words }
daily-found = Gefunden haben es
daily-found-some = Gefunden haben es ({ $number } von { $players })
daily-solver = { $place } { $who } · { $strokes } { $against }
daily-solver-unrated = { $place } { $who } · { $strokes }
daily-under-par = ({ $number } unter Par)
daily-at-par = (Par)
daily-over-par = ({ $number } über Par)
daily-somebody = jemand
daily-with-others = { $others ->
    [one] { $who } und noch jemand
   *[other] { $who } und { $others } andere
}
daily-more = { $number ->
    [one] … und noch jemand
   *[other] … und { $number } weitere
}
daily-nobody = { $players ->
    [0] Niemand hat es versucht.
    [one] Eine Person hat es versucht, und das Wort hat sein Geheimnis behalten.
   *[other] { $players } haben es versucht, und das Wort hat sein Geheimnis behalten.
}

## Die Serie des Servers.

daily-streak = Serie des Servers
daily-streak-days = { $days ->
    [one] 🔥 **ein Tag**
   *[other] 🔥 **{ $days } Tage** in Folge
}
daily-streak-froze = Gestern hat niemand das Wort gefunden; ein Joker hat die Serie gerettet.
daily-freezes = { $freezes ->
    [one] 🧊 ein Joker in Reserve: Er überbrückt einen Tag, an dem niemand das Wort findet.
   *[other] 🧊 { $freezes } Joker in Reserve: Jeder überbrückt einen Tag, an dem niemand das Wort findet.
}
daily-next-freeze = { $days ->
    [one] Noch ein Tag in Folge bringt einen Joker.
   *[other] Noch { $days } Tage in Folge bringen einen Joker.
}

## Was Admins erfahren, wenn das Posten scheitert.

daily-trouble-forbidden = Ich kann das tägliche Rätsel von **{ $server }** nicht mehr posten: In <#{ $channel }> darf ich nicht schreiben. Bitte lass mich den Kanal sehen, dort Nachrichten senden und Links einbetten. Morgen versuche ich es wieder; mit /setup kannst du einen anderen Kanal wählen.
daily-trouble-channel-gone = Ich kann das tägliche Rätsel von **{ $server }** nicht mehr posten: Der Kanal wurde gelöscht. Mit /setup kannst du einen anderen wählen.
daily-this-server = diesem Server
