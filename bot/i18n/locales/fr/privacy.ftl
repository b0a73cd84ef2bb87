## Ce qui est enregistré sur les membres, comment l'emporter et le faire oublier.

privacy-title = 🔒 Ce que je sais de toi
privacy-text = Aussi peu qu'il faut pour jouer. Je ne lis aucun message, je ne vois pas la liste des membres et je ne donne rien à personne.
privacy-what = Ce que j'enregistre
privacy-what-text = Ton identifiant Discord ; les mots que tu as proposés, quand, et s'ils étaient chauds ; tes tableaux, indices, votes et courses ; où ira ton prochain mot ; ce que tu penses des choses sur les étagères, ce que tu as souhaité, et si tu veux être trouvé comme jumeau de goût. Si tu gères un serveur : que tu l'as configuré ou que tu as proposé un mot secret. Ni ton nom, ni aucun message.
privacy-why = Pourquoi
privacy-why-text = Pour garder ton tableau et calculer les séries et les classements, et pour te conseiller, à toi et aux autres, ce qui pourrait plaire. Rien d'autre.
privacy-long = Combien de temps
privacy-long-text = Jusqu'à ce que tu le fasses effacer, ou après { $idle ->
    [one] { $idle } jour
   *[other] { $idle } jours
} sans jouer sur un serveur. Si un serveur me retire, tout ce qui en vient disparaît au bout de { $keep ->
    [one] { $keep } jour
   *[other] { $keep } jours
}. Discord ne me dit pas qui quitte un serveur. Je cherche ceux qui n'ont pas joué depuis un moment ; dès que je vois ton départ, tes données disparaissent après le même délai.
privacy-who = Qui le voit
privacy-who-text = Tes propres mots : toi seul. Sur un tableau partagé : ceux qui y jouent. Résultats et classements : tout le serveur. Ce que tu penses des choses : toi seul ; tant que tu veux être trouvé, les autres qui le veulent voient ce que vous aimez tous les deux. Qui demande une liste avec toi voit à quel point elle devrait te convenir, et peut deviner ce que tu connais à ce qui manque. Et qui m'héberge peut regarder dans la base de données.
privacy-ask = Des questions
privacy-ask-text = Demande à qui m'héberge, ou aux admins qui m'ont invité.
privacy-export-button = Tout exporter
privacy-forget-button = Oublie-moi

privacy-scope-all = partout : là où tu as joué
privacy-scope-here = ici : là où tu es maintenant
privacy-export = Voici tout ce que j'enregistre sur toi : { $number ->
    [one] { $number } élément
   *[other] { $number } éléments
}. Tu es seul à le voir.
privacy-export-packed = Voici tout ce que j'enregistre sur toi. Il y en a tant que j'ai dû le compresser ; tout logiciel de décompression l'ouvre (gzip).
privacy-export-pieces = Voici tout ce que j'enregistre sur toi. Il y en a tant que c'est compressé et en { $number } morceaux : réunis-les dans l'ordre, puis décompresse-les (gzip).

privacy-question = Dois-je t'oublier ?
privacy-question-text = C'est irréversible. Tes tableaux, tes entraînements, tes votes, tes résultats et tes notes sont effacés, et ta série est perdue. Sur les tableaux partagés, les mots restent pour les autres, sans ton nom. Ce qui est déjà écrit dans les salons y reste ; je redessine sans toi les tableaux du jour. Jusqu'à la fin de la journée, je garde une marque qui ne mène à personne : si tu rejoues le mot du jour, cela ne compte dans aucun classement.
privacy-question-lives = Tu peux répondre pendant { $minutes } minutes. Si tu ne veux pas, ne fais rien.
privacy-here = Ici
privacy-everywhere = Partout
privacy-sum-nothing = Rien
privacy-sum = { $guesses ->
    [one] { $guesses } mot
   *[other] { $guesses } mots
}, { $boards ->
    [one] { $boards } tableau
   *[other] { $boards } tableaux
}, { $rounds ->
    [one] { $rounds } entraînement
   *[other] { $rounds } entraînements
}, { $rest ->
    [one] { $rest } autre élément
   *[other] { $rest } autres éléments
}
privacy-forget-here = Oublie-moi ici…
privacy-forget-all = Oublie-moi partout…
privacy-sure = T'oublier ?
privacy-sure-label = Pour confirmer, écris { $word }
privacy-sure-here = Efface ce que j'enregistre sur toi ici. C'est irréversible.
privacy-sure-all = Efface partout tout ce que j'enregistre sur toi. C'est irréversible.
privacy-word = OUBLIER
privacy-wrong-word = Ce n'était pas `{ $word }` : rien n'a été effacé.
privacy-done = 🗑️ C'est fait, je t'ai oublié : { $guesses ->
    [one] { $guesses } mot
   *[other] { $guesses } mots
} et { $boards ->
    [one] { $boards } tableau
   *[other] { $boards } tableaux
}, avec tout ce qui allait avec. Si tu rejoues, tu repars de zéro.
privacy-done-before = C'est déjà fait.
privacy-nothing = Il n'y avait rien sur toi que je puisse effacer.
privacy-none-stored = Je ne garde rien sur toi, il n'y a donc rien à oublier.
