why-title = { $emoji } Pourquoi { $word } est à { $heat }
why-meant = Ce qu'on entend par là (en anglais)
why-near-both = Proches des deux

## Ce qui relie un essai au secret. $other peut être why-untold : donc jamais « de » ni « à »
## devant $one ou $other.

why-untold = le mot secret
why-via = { "" } : { $what }
why-nothing = Rien que je puisse nommer ne les relie ; leurs sens sont simplement à cette distance.
why-link-itself = C'est le mot lui-même.
why-link-family = { $one } et { $other } sont deux formes d'un même mot.
why-link-opposite = { $one } et { $other } sont des contraires. Les contraires sont proches : ils parlent de la même chose.
why-link-synonym = { $one } et { $other } peuvent vouloir dire la même chose.
why-link-kind-of = { $other } est le terme général : { $one } en est une sorte.
why-link-has-kind = { $one } est le terme général : { $other } en est une sorte.
why-link-part-of = { $other } est le tout : { $one } en est une partie ou la matière.
why-link-has-part = { $one } est le tout : { $other } en est une partie ou la matière.
why-link-entails = { $one } comprend { $other } ou l'entraîne.
why-link-entailed = { $other } comprend { $one } ou l'entraîne.
why-link-topic = { $one } et { $other } relèvent du même sujet.
why-link-derived = { $one } et { $other } viennent d'un même mot.
why-link-similar = { $one } et { $other } ont un sens proche.
why-link-same-kind = { $one } et { $other } sont de la même sorte{ $via }.
why-link-same-category = { $one } et { $other } sont de la même catégorie{ $via }.
why-link-together = { $one } et { $other } vont ensemble : ce qui est proche de l'un est proche de l'autre.

## Catégories de sens (celles de WordNet).

why-category-noun-act = les actes
why-category-noun-animal = les animaux
why-category-noun-artifact = les choses fabriquées
why-category-noun-attribute = les qualités
why-category-noun-body = le corps
why-category-noun-cognition = la pensée
why-category-noun-communication = la communication
why-category-noun-event = les événements
why-category-noun-feeling = les sentiments
why-category-noun-food = la nourriture
why-category-noun-group = les groupes
why-category-noun-location = les lieux
why-category-noun-motive = les motifs
why-category-noun-object = les choses de la nature
why-category-noun-person = les personnes et autres êtres
why-category-noun-phenomenon = les phénomènes naturels
why-category-noun-plant = les plantes
why-category-noun-possession = les possessions
why-category-noun-process = les processus
why-category-noun-quantity = les quantités
why-category-noun-relation = les relations
why-category-noun-shape = les formes
why-category-noun-state = les états
why-category-noun-substance = les substances
why-category-noun-time = le temps
why-category-verb-body = les soins du corps
why-category-verb-change = le changement
why-category-verb-cognition = la réflexion
why-category-verb-communication = dire et raconter
why-category-verb-competition = la compétition
why-category-verb-consumption = manger et boire
why-category-verb-contact = toucher
why-category-verb-creation = créer
why-category-verb-emotion = ressentir
why-category-verb-motion = le mouvement
why-category-verb-perception = percevoir
why-category-verb-possession = posséder
why-category-verb-social = la vie en société
why-category-verb-weather = le temps qu'il fait
