## Ce qui figure sur les images. Court : la place est comptée.

pictures-puzzle = Énigme #{ $number }
pictures-puzzle-plain = Énigme
pictures-par = par { $par }
pictures-under = { $strokes } sous le par
pictures-over = { $strokes } au-dessus du par
pictures-even = pile au par
pictures-hint-strokes = +{ $strokes } pour les indices
pictures-streak = { $days ->
    [one] { $days } jour d'affilée
   *[other] { $days } jours d'affilée
}
# Sous un grand nombre.
pictures-unit-guesses = { $number ->
    [one] essai
   *[other] essais
}
pictures-unit-warmest = au plus chaud
pictures-running = toujours en quête
pictures-given-up = abandonné
pictures-nothing = Encore aucun essai
pictures-key-hint = indice
pictures-key-near = proche, pas tenté
pictures-turning = Tournant : { $word }
pictures-bridge = Un pont manqué : { $word }
pictures-nearest = Les mots les plus proches
pictures-map-own = Carte de tes essais
pictures-map-whole = Carte des essais

## Le bilan.

pictures-record = Bilan
pictures-played = jouées
pictures-solved = trouvées
pictures-streak-label = d'affilée
pictures-longest = plus longue
pictures-median = médiane
pictures-best = record
pictures-columns = Nombre de coups
pictures-more = { $start } et +
pictures-against-par = Face au par
pictures-count-under = { $number } dessous
pictures-count-even = { $number } au par
pictures-count-over = { $number } au-dessus
pictures-no-record = Encore aucune énigme trouvée

## Lu à celles et ceux qui ne voient pas l'image.

pictures-alt-share = Carte à partager, { $puzzle }. { $rating } { $result } { $way } Tous les mots sont cachés.
pictures-alt-finished = { $puzzle } : le mot était { $secret }. { $rating } { $result } { $way } Mots les plus proches : { $nearest }.
pictures-alt-map = Carte, { $puzzle } : plus c'est près du centre, plus le sens est proche ; les mots qui se ressemblent sont dans la même direction. { $middle } { $words }
pictures-alt-map-secret = Au centre : { $secret }.
pictures-alt-map-unknown = Le secret, au centre, n'est pas révélé.
pictures-alt-map-words = Sur la carte, du plus proche au plus lointain : { $words }.
pictures-alt-map-more = { $number ->
    [one] Et { $number } autre.
   *[other] Et { $number } autres.
}
pictures-alt-empty = Encore aucun essai.
pictures-alt-rating = Difficulté : { $difficulty }, par { $par }.
pictures-alt-solved = Trouvé, { $guesses }.
pictures-alt-hints = Pour les indices : { $strokes } de plus.
pictures-alt-against = Résultat : { $against }.
pictures-alt-given-up = Abandonné, { $guesses }.
pictures-alt-running = Toujours en cours, { $guesses }, au plus chaud { $heat }.
pictures-alt-streak = Série : { $days }.
pictures-alt-way = Au plus chaud jusque-là, par numéro d'essai : { $steps }.
pictures-alt-step = { $attempt } : { $heat }, { $band }
pictures-alt-step-hint = indice après { $attempt } : { $heat }, { $band }
pictures-alt-step-word = { $attempt } : { $word } { $heat }
pictures-alt-step-word-hint = indice { $word } { $heat }
pictures-alt-turning = Le tournant : l'essai { $attempt }, de { $before } à { $after }.
pictures-alt-bridge = Un pont manqué, depuis { $start } : { $word }.
pictures-alt-record = Bilan : { $played } jouées, { $solved } trouvées, série { $streak } (la plus longue { $longest }), record { $best }, médiane { $median }. Énigmes trouvées par nombre de coups : { $columns }. { $against }
pictures-alt-column = { $range } : { $number }
pictures-alt-par = Face au par : { $under } dessous, { $even } au par, { $over } au-dessus.

## La commande et ses boutons.

pictures-share = Partager
pictures-post = Publier ici
pictures-card = Image
pictures-preview = Voici ce que tout le monde verrait : aucun mot, même pas les tiens.
pictures-preview-finished = Voici ce que tout le monde verrait : aucun mot, même pas les tiens. Qui connaît déjà le mot peut regarder ton chemin avec le bouton en dessous.
pictures-posted = Publié.
pictures-post-text = { $member } · { $puzzle }
pictures-map = Carte
pictures-shade-dark = sombre
pictures-shade-light = clair
