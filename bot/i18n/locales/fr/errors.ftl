## Refus et pannes : une ou deux phrases simples, sans mise en forme à part le code.

errors-empty-guess = Il n'y avait pas de mot là-dedans. Propose un mot anglais tout simple, par exemple `{ -guess } mot:river`.
errors-too-long = Ça fait { $length } caractères, et aucun mot que je connais n'en a plus de { $limit }. Ça ne te coûte rien : propose un mot tout simple.
errors-several-words = Un mot à la fois, s'il te plaît : essaie `{ $word }` tout seul. Ça ne te coûte rien.
errors-not-letters = Un essai n'a que des lettres : pas de chiffres, de symboles, d'emojis ni de caractères invisibles. Ça ne te coûte rien ; essaie un mot tout simple, comme `river`.
errors-unknown-word = Je ne connais pas le mot `{ $word }`, donc il ne te coûte rien. Les mots sont anglais ; les noms propres, les sigles et les mots très rares n'y sont pas.
errors-unknown-word-near = Je ne connais pas le mot `{ $word }`, donc il ne te coûte rien. Tu voulais dire { $near } ?
errors-hurtful-word = Je préfère ne pas mettre ça sur un tableau. Ça ne coûte rien, et personne d'autre ne l'a vu.

errors-guessed-by-you = `{ $word }` est déjà sur le tableau : tu l'as déjà proposé. { $heat }. Le redire ne coûte rien.
errors-guessed-by = `{ $word }` est déjà sur le tableau : { $member } l'a déjà proposé. { $heat }. Le redire ne coûte rien.
errors-hinted-to-you = `{ $word }` est déjà sur le tableau : tu l'as eu comme indice. { $heat }. Le redire ne coûte rien.
errors-hinted-to = `{ $word }` est déjà sur le tableau : { $member } l'a eu comme indice. { $heat }. Le redire ne coûte rien.
errors-heat-near = { $emoji } { $heat }, rang { $rank }
errors-heat-far = { $emoji } { $heat }, { common-far }

errors-knows-secret-solo = Tu connais déjà ce mot grâce au tableau du salon, il ne compte donc pas une deuxième fois. `{ -practice }` en a un autre.
errors-knows-secret-together = Tu connais ce mot par un autre tableau : ici, laisse les autres le trouver. Tu peux quand même les aider avec des mots proches.
errors-finished-solved = Ce tableau est déjà résolu. Revois-le avec `{ -board }`, ou continue avec `{ -practice }` : c'est libre.
errors-finished-given-up = Ce tableau est déjà abandonné. Revois-le avec `{ -board }`, ou continue avec `{ -practice }` : c'est libre.
errors-nothing-guessed = Il n'y a encore rien à abandonner. Propose d'abord un mot, ou demande un `{ -hint }`.
errors-no-hint-left = Aucun indice ne peut te rapprocher plus : le prochain pas, c'est le mot lui-même.
errors-two-words-first = Pour chercher entre des mots, proposes-en d'abord deux. Ça ne coûte rien.
errors-no-word-between = Aucun mot plus chaud ne se trouve entre deux mots du tableau, donc ça ne coûte rien. Cherche dans une autre direction, ou prends une autre sorte d'indice.
errors-not-on-board = `{ $word }` n'est pas sur le tableau. Tant que le mot est secret, je n'explique que ce qui s'y trouve : propose-le d'abord.

errors-day-to-come = L'énigme du { $day } n'est pas encore sortie. Nous sommes le { $last }.
errors-day-before-first = Il n'y a pas d'énigme du { $day } : la première ici était celle du { $first }.
errors-no-such-choice = Je ne connais pas cette énigme. Choisis `{ common-choice-today }`, `{ common-choice-practice }`, ou un jour comme `2026-11-21`.
errors-no-practice = Tu n'as pas encore de partie d'entraînement. Commence avec `{ -practice }`.
errors-secret-gone = Cette énigme vient d'une ancienne liste de mots et ne peut plus être jouée. Celle du jour et `{ -practice }`, si.
errors-interaction-taken = Ton coup s'est croisé avec celui de quelqu'un d'autre, donc rien n'a été compté. Réessaie, s'il te plaît.
errors-no-such-puzzle = Cette énigme n'est plus ici, ou c'est l'entraînement de quelqu'un d'autre. Celle du jour t'attend : `{ -guess }`.
errors-not-finished = Ça, je ne le dis qu'après la fin : tant que le mot est secret, ce serait en dire trop.
errors-too-many-words = Ça fait { $count } mots d'un coup, et j'en prends { $limit } au plus. Rien n'a été compté : envoies-en moins.
errors-no-such-board = Je ne trouve plus de tableau derrière ce bouton. Commences-en un avec `{ -guess }`.
errors-not-for-you = Ce tableau est à quelqu'un d'autre. Quand tu connaîtras le mot toi-même, tu pourras le regarder.
errors-not-your-turn = Le dernier essai était le tien, c'est donc à quelqu'un d'autre. Si personne ne joue, tu pourras reprendre { $when }.

errors-database-locked = Je suis occupé un instant et je n'ai pas pu le noter. Rien n'a été compté : réessaie, s'il te plaît.
errors-database-read-only = Je ne peux rien noter en ce moment, donc rien n'a été compté. Préviens la personne qui me fait tourner : la base de données est en lecture seule.
errors-store = Je n'arrive pas à lire mes notes en ce moment, donc rien n'a été compté. Réessaie bientôt.
errors-server-gone = Tout ce que je savais de ce serveur vient d'être effacé, je n'ai donc rien noté. Refais-le, et je repars de zéro.
errors-unforeseen = Quelque chose s'est mal passé de mon côté, et rien n'a été compté. Si ça se reproduit, donne le numéro `{ $mark }` à la personne qui me fait tourner.
errors-undelivered = Discord n'a pas pris ma réponse. Ton coup compte sans doute quand même : `{ -board }` te le montre. Si ça se reproduit, donne le numéro `{ $mark }` à la personne qui me fait tourner.

errors-old-button = Cela faisait partie d'un ancien message et ne marche plus. `{ -board }` te montre où tu en es.
errors-busy = Vous êtes si nombreux d'un coup ! Je n'ai pas pu m'en occuper, et rien n'a été compté. Réessaie dans un instant.
errors-stopping = Je suis en train de redémarrer, donc rien n'a été compté. Réessaie dans une minute.
errors-old-command = Cette commande a changé entre-temps. Redémarre Discord et tu trouveras la nouvelle.

# Whether to delete everything about a member.
errors-question-too-old = Cette question est trop ancienne pour y répondre maintenant, et rien n'a été effacé. Si tu y tiens toujours, redemande-le.
errors-not-your-question = Cette question s'adressait à quelqu'un d'autre : rien n'a été effacé.

# Étagères et goûts.
errors-unknown-item = Je ne trouve rien ici qui s'appelle *{ $text }*. Souhaite-le avec `{ -shelf-suggest }`.
errors-unknown-item-near = Je ne trouve rien ici qui s'appelle *{ $text }*. Voulais-tu dire l'un de ceux-ci ?
errors-item-gone = Cela n'est plus ici, ou c'est sur l'étagère d'un autre serveur.
errors-unknown-shelf = Il n'y a pas d'étagère *{ $name }* ici. Il y a : { $known }.
errors-shelf-gone = Cette étagère n'est plus ici. Il y a : { $known }.
errors-no-shelf = Il n'y a pas encore d'étagère ici. Un admin en pose une avec `{ -shelf-create }`.
errors-bad-shelf-name = Une étagère a besoin d'un nom de 1 à { $limit } caractères, dont une lettre ou un chiffre.
errors-shelf-name-taken = Une autre étagère s'appelle déjà *{ $name }* ici. Choisis un autre nom.
errors-file-empty = Je ne trouve rien à importer dans ce fichier.
errors-file-not-text = Ce fichier n'est pas du texte en UTF-8. Enregistre-le en UTF-8 : dans un tableur, comme *CSV UTF-8*.
errors-file-no-column = Ce fichier n'a pas de colonne *{ $column }*. Sa première ligne nomme les colonnes, avec des virgules, des points-virgules ou des tabulations entre elles ; la tienne a : { $found }.
errors-file-json = Ce fichier est du JSON cassé à la ligne { $line }, et je ne peux pas lire la suite.
errors-bad-stars = Les étoiles vont d'une demie à cinq, par demies. Rien n'a été compté.
errors-nothing-to-undo = Il n'y a rien à annuler.
errors-already-there = **{ $title }** est déjà sur l'étagère, ou quelqu'un l'a souhaité. Si tu penses à autre chose du même nom, ajoute l'année.
errors-not-suggested = **{ $title }** n'attend plus de réponse : quelqu'un a tranché.
errors-too-many-suggestions = Tu as { $limit } souhaits en attente. Dès que l'un d'eux a sa réponse, tu pourras recommencer.
errors-bad-field = Cela ne va pas avec ce que je garde des choses ({ $column }). Rien n'a été gardé : raccourcis ou corrige, s'il te plaît.
errors-not-opted-in = Seuls ceux qui veulent bien être trouvés trouvent les autres.
errors-no-encoder = Je ne peux pas chercher par le sens en ce moment.
errors-empty-shelf = Il n'y a encore rien sur l'étagère « { $shelf } ». Souhaite la première chose avec `{ -shelf-suggest }`.
