## /noter et /notes : ce que les membres pensent des choses.

rate-stars = Tu donnes { $stars } à **{ $title }**.
rate-like = Tu aimes **{ $title }**.
rate-low = **{ $title }** ne t'a pas plu.
rate-seen = Tu connais déjà **{ $title }**, alors je n'en parle plus.
rate-dismissed = **{ $title }** n'est pas pour toi : je ne le proposerai plus.
rate-none = Tu n'as encore rien dit de **{ $title }**.
rate-off-the-shelf = Ce n'est plus sur l'étagère, mais ce que tu en dis compte toujours.
rate-was = Avant : { $before }.
rate-undone = C'est annulé.
rate-said-like = 👍 tu aimes
rate-said-low = 👎 ne t'a pas plu
rate-said-seen = 👀 déjà connu
rate-said-dismissed = 🚫 pas pour toi
rate-said-nothing = rien de dit
rate-because = Du coup
rate-next = La suite pour toi
rate-next-none = Il ne reste rien ici que je puisse te proposer : tu m'as parlé de tout.

rate-button-like = J'aime
rate-button-low = Je n'aime pas
rate-button-seen = Déjà vu
rate-button-dismissed = Pas pour moi
rate-button-undo = Annuler
rate-button-rate = Noter
rate-button-rate-it = Noter : { $title }
rate-button-alike = Du même genre
rate-button-pairs = Va avec
rate-button-swap = À la place
rate-button-earlier = Avant
rate-button-later = Après
rate-button-mine = Mes notes

rate-ambiguous = Plusieurs titres contiennent *{ $text }*. Lequel veux-tu dire ?
rate-menu-choose = Choisis
rate-menu-stars = Donner des étoiles
rate-menu-change = Choisis ce que tu veux changer

rate-mine-title = Ce que tu as dit de : { $shelf }
rate-mine-empty = Tu n'as encore rien dit. Commence avec `{ -rate }` : trois ou quatre notes suffisent pour une première liste.
rate-mine-gone = plus sur l'étagère
rate-mine-page = { $number ->
    [one] { $number } avis
   *[other] { $number } avis
} · page { $page } sur { $pages }
