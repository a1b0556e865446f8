<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnswerText</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Working on the question</source>
        <translation>Question en cours de traitement</translation>
    </message>
    <message>
        <source>Copy with citations</source>
        <translation>Copier avec les références</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Reposer la question</translation>
    </message>
    <message>
        <source>Save as Markdown, with citations…</source>
        <translation>Enregistrer en Markdown, avec les références…</translation>
    </message>
    <message>
        <source>Searching the documents…</source>
        <translation>Recherche dans les documents…</translation>
    </message>
    <message>
        <source>Loading {model}… The first question takes longer.</source>
        <translation>Chargement&#xa0;: {model}… La première question prend plus de temps.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>le modèle</translation>
    </message>
    <message>
        <source>Learning the meaning of the question…</source>
        <translation>Analyse du sens de la question…</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Question reformulée&#xa0;: {question}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Reading the passages…</source>
        <translation>Lecture des passages…</translation>
    </message>
    <message>
        <source>In the documents&apos; own words, until the answer is written…</source>
        <translation>Les mots mêmes des documents, en attendant la réponse…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Rédaction…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>Passages les plus proches</translation>
    </message>
    <message>
        <source>Not searched: {pages}.</source>
        <translation>Hors recherche&#xa0;: {pages}.</translation>
    </message>
    <message>
        <source>Try other words, or look at the nearest passages below.</source>
        <translation>Essayez d’autres mots, ou consultez ci-dessous les passages les plus proches.</translation>
    </message>
    <message>
        <source>Try other words.</source>
        <translation>Essayez d’autres mots.</translation>
    </message>
    <message>
        <source>Not in these documents</source>
        <translation>Absent de ces documents</translation>
    </message>
    <message>
        <source>Search for the words</source>
        <translation>Rechercher ces mots</translation>
    </message>
    <message>
        <source>Ask all documents</source>
        <translation>Interroger tous les documents</translation>
    </message>
    <message>
        <source>Written by {model}</source>
        <translation>Rédigé par {model}</translation>
    </message>
    <message>
        <source>Quoted word for word</source>
        <translation>Cité mot pour mot</translation>
    </message>
    <message>
        <source>Written by {model} in {seconds} s</source>
        <translation>Rédigé par {model} en {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Quoted word for word in {seconds} s</source>
        <translation>Cité mot pour mot en {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Cautious</source>
        <translation>Prudent</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Eager</source>
        <translation>Audacieux</translation>
    </message>
    <message>
        <source>The figures were measured on questions about contracts, textbooks and medicine.</source>
        <translation>Ces chiffres ont été mesurés sur des questions portant sur des contrats, des manuels et la médecine.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Follow the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>{scale} %</source>
        <translation>{scale}&#xa0;%</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Pincite speaks this language from its next start on.</source>
        <translation>Pincite utilisera cette langue à son prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answers in sentences, each with its source</source>
        <translation>Répond par des phrases, chacune avec sa source</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Extraits</translation>
    </message>
    <message>
        <source>Answers in the documents’ own words, without a language model</source>
        <translation>Répond avec les mots mêmes des documents, sans modèle de langage</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Lists every match, without an answer</source>
        <translation>Affiche tous les résultats, sans réponse</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Earlier conversations</source>
        <translation>Conversations précédentes</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Answers appear here,
each sentence with the words that prove it.</source>
        <translation>Les réponses s’affichent ici,
chaque phrase avec les mots qui la prouvent.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d’écrire {path}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Enregistrer la réponse</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Search for words or a meaning…</source>
        <translation>Rechercher des mots ou un sens…</translation>
    </message>
    <message>
        <source>Ask your documents…</source>
        <translation>Interrogez vos documents…</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The part of Pincite that reads and answers keeps stopping, so it was not started again.</source>
        <translation>Le composant de Pincite qui lit et répond s’arrête sans cesse&#xa0;; il n’a donc pas été relancé.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then start it again. Your library is safe.</source>
        <translation>Fermez d’autres programmes pour libérer de la mémoire, puis relancez-le. Votre bibliothèque est intacte.</translation>
    </message>
    <message>
        <source>It was started again and imports continue. Your library is safe. ({reason})</source>
        <translation>Il a été relancé et les importations se poursuivent. Votre bibliothèque est intacte. ({reason})</translation>
    </message>
    <message>
        <source>The part of Pincite that reads and answers stopped unexpectedly.</source>
        <translation>Le composant de Pincite qui lit et répond s’est arrêté de façon inattendue.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>CollectionDialog</name>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nouvelle collection</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nom de la collection</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>A matter, a course, a ward. Its questions are answered from its own documents only.</source>
        <translation>Une affaire, un cours, un service. Les questions posées à une collection trouvent leur réponse dans ses seuls documents.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Couleur&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>CollectionList</name>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nouvelle collection…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Name and colour…</source>
        <translation>Nom et couleur…</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Supprimer la collection</translation>
    </message>
</context>
<context>
    <name>CollectionRows</name>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Name of the command</source>
        <translation>Nom de la commande</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation>Rechercher dans les conversations</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Conversation supprimée</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d’écrire {path}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>«&#xa0;{name}&#xa0;» a été enregistré.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Enregistrer en Markdown…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>No conversation has these words.</source>
        <translation>Aucune conversation ne contient ces mots.</translation>
    </message>
    <message>
        <source>Questions and their answers are kept here.</source>
        <translation>Les questions et leurs réponses sont conservées ici.</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Renommer la conversation</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Enregistrer la conversation</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>This is a fault in Pincite, not in your documents.</source>
        <translation>C’est une erreur de Pincite, non de vos documents.</translation>
    </message>
    <message>
        <source>Your library is safe. The report below stays on this computer unless you copy it.</source>
        <translation>Votre bibliothèque est intacte. Le rapport ci-dessous reste sur cet ordinateur, sauf si vous le copiez.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Close details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
        <source>{pages}, {passages}, added {day}</source>
        <translation>{pages}, {passages}, ajouté le {day}</translation>
    </message>
    <message>
        <source>In {collections}</source>
        <translation>Dans {collections}</translation>
    </message>
    <message>
        <source>From {path}</source>
        <translation>Provenance&#xa0;: {path}</translation>
    </message>
    <message>
        <source>{pages} not read: {reason}</source>
        <translation>Non lu, {pages}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{pages}: {reason}</source>
        <translation>{pages}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Not imported: {reason}</source>
        <translation>Non importé&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation>Ajouter à une collection</translation>
    </message>
    <message>
        <source>Move to collection</source>
        <translation>Déplacer vers une collection</translation>
    </message>
    <message>
        <source>Take out of “{name}”</source>
        <translation>Retirer de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Title of the document, as answers cite it</source>
        <translation>Titre du document, tel que les réponses le citent</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nouvelle collection…</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>New collection</source>
        <translation>Nouvelle collection</translation>
    </message>
    <message>
        <source>Add PDFs</source>
        <translation>Ajouter des PDF</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the documents by words of their titles</source>
        <translation>Filtrer les documents par les mots de leur titre</translation>
    </message>
    <message>
        <source>Show only documents with these words in their titles or file names ({keys})</source>
        <translation>N’afficher que les documents dont le titre ou le nom de fichier contient ces mots ({keys})</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>No document fits the filter.</source>
        <translation>Aucun document ne correspond au filtre.</translation>
    </message>
    <message>
        <source>This collection is empty.
Drag documents onto its name, or drop PDFs here.</source>
        <translation>Cette collection est vide.
Faites glisser des documents sur son nom, ou déposez des PDF ici.</translation>
    </message>
    <message>
        <source>Drop PDFs or folders here,
or press + to choose them.</source>
        <translation>Déposez ici des PDF ou des dossiers,
ou appuyez sur + pour les choisir.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Previous evidence</source>
        <translation>Preuve précédente</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Preuve suivante</translation>
    </message>
    <message>
        <source>Evidence: {total}</source>
        <translation>Preuves&#xa0;: {total}</translation>
    </message>
    <message>
        <source>Evidence {number} of {total}</source>
        <translation>Preuve {number} sur {total}</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>«&#xa0;{quote}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>Rechercher dans ce document</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{number} of {total}… {percent}</source>
        <translation>{number} sur {total}… {percent}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Aucune occurrence</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Look again now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Ne plus surveiller</translation>
    </message>
    <message>
        <source>What can be done with the folder {name}</source>
        <translation>Actions sur le dossier {name}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add your own…</source>
        <translation>Ajouter les vôtres…</translation>
    </message>
    <message>
        <source>Close the first steps</source>
        <translation>Fermer les premiers pas</translation>
    </message>
    <message>
        <source>Ask in your own words, or try one of these questions:</source>
        <translation>Posez une question avec vos propres mots, ou essayez l’une de celles-ci&#xa0;:</translation>
    </message>
    <message>
        <source>Ask in your own words: each sentence of the answer names the page that proves it.</source>
        <translation>Posez une question avec vos propres mots&#xa0;: chaque phrase de la réponse indique la page qui la prouve.</translation>
    </message>
    <message>
        <source>Click the source after a sentence: its page opens, with the words that prove it marked.</source>
        <translation>Cliquez sur la source qui suit une phrase&#xa0;: sa page s’ouvre, avec les mots qui la prouvent surlignés.</translation>
    </message>
    <message>
        <source>Every answer can be checked like this. Now add your own PDFs, and ask them.</source>
        <translation>Toute réponse se vérifie ainsi. Ajoutez maintenant vos propres PDF et interrogez-les.</translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Progress of the import</source>
        <translation>Progression de l’importation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Annuler l’importation</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Preparing the import…</source>
        <translation>Préparation de l’importation…</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}: {name}</source>
        <translation>Lecture du fichier {number} sur {total}&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}…</source>
        <translation>Lecture du fichier {number} sur {total}…</translation>
    </message>
    <message>
        <source>Reading: {name}</source>
        <translation>Lecture&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Files that were done stay. Add the others again to go on.</source>
        <translation>Les fichiers déjà traités sont conservés. Ajoutez de nouveau les autres pour continuer.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>L’importation a été interrompue.</translation>
    </message>
</context>
<context>
    <name>ListOptions</name>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add PDFs</source>
        <translation>Ajouter des PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf);;All files (*)</source>
        <translation>Documents PDF (*.pdf);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add a folder of PDFs</source>
        <translation>Ajouter un dossier de PDF</translation>
    </message>
    <message>
        <source>Watch a folder for “{name}”</source>
        <translation>Surveiller un dossier pour «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Surveiller</translation>
    </message>
    <message>
        <source>Drop to add to “{collection}”</source>
        <translation>Déposez pour ajouter à «&#xa0;{collection}&#xa0;»</translation>
    </message>
    <message>
        <source>Drop to add to your documents</source>
        <translation>Déposez pour ajouter à vos documents</translation>
    </message>
    <message>
        <source>“{name}” is in the library already; nothing was added twice.</source>
        <translation>«&#xa0;{name}&#xa0;» est déjà dans la bibliothèque&#xa0;; rien n’a été ajouté en double.</translation>
    </message>
    <message>
        <source>{path} is gone.</source>
        <translation>{path} n’existe plus.</translation>
    </message>
    <message>
        <source>The library has a copy of its own: open the document and save a copy of it.</source>
        <translation>La bibliothèque en possède sa propre copie&#xa0;: ouvrez le document et enregistrez-en une copie.</translation>
    </message>
    <message>
        <source>{folder} is not there.</source>
        <translation>{folder} est introuvable.</translation>
    </message>
    <message>
        <source>Connect its disk.</source>
        <translation>Connectez son disque.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Highlight</source>
        <translation>Surlignage</translation>
    </message>
    <message>
        <source>Delete this highlight</source>
        <translation>Supprimer ce surlignage</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Ajouter une note…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Keeps the note ({keys})</source>
        <translation>Conserver la note ({keys})</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlight deleted</source>
        <translation>Surlignage supprimé</translation>
    </message>
    <message>
        <source>Select words on the page first, then highlight them.</source>
        <translation>Sélectionnez d’abord des mots sur la page, puis surlignez-les.</translation>
    </message>
    <message>
        <source>Save a copy with highlights</source>
        <translation>Enregistrer une copie avec les surlignages</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documents PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <translation>Surligner en</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Surligner</translation>
    </message>
    <message>
        <source>Highlight and add a note…</source>
        <translation>Surligner et ajouter une note…</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Select words on a page and press {keys} to highlight them.</source>
        <translation>Sélectionnez des mots sur une page et appuyez sur {keys} pour les surligner.</translation>
    </message>
    <message>
        <source>Save a copy with highlights…</source>
        <translation>Enregistrer une copie avec les surlignages…</translation>
    </message>
    <message>
        <source>{colour} highlight, {place}: {quote}. {note}</source>
        <extracomment>{colour} is the name of a colour: Yellow, Green, Blue or Pink</extracomment>
        <translation>Surlignage ({colour}), {place}&#xa0;: {quote}. {note}</translation>
    </message>
    <message>
        <source>Go to highlight</source>
        <translation>Aller au surlignage</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>Modifier la note…</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Copier avec la référence</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Supprimer le surlignage</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Add PDFs…</source>
        <translation>&amp;Ajouter des PDF…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Surveiller un dossier…</translation>
    </message>
    <message>
        <source>&amp;New collection…</source>
        <translation>&amp;Nouvelle collection…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Back up or restore…</source>
        <translation>Sauve&amp;garder ou restaurer…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Interroger</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Quotes only</source>
        <translation>&amp;Extraits seuls</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Recherche</translation>
    </message>
    <message>
        <source>&amp;Documents to ask…</source>
        <translation>&amp;Documents à interroger…</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Nouvelle conversation</translation>
    </message>
    <message>
        <source>&amp;Earlier conversations</source>
        <translation>&amp;Conversations précédentes</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Taille réelle</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Ajuster à la &amp;largeur</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>Ajuster à la &amp;page</translation>
    </message>
    <message>
        <source>&amp;Turn clockwise</source>
        <translation>Pi&amp;voter à droite</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>Pa&amp;nneau latéral</translation>
    </message>
    <message>
        <source>F&amp;ilter the documents</source>
        <translation>&amp;Filtrer les documents</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Apparen&amp;ce</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte plus p&amp;etit</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Surlignage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;Toutes les commandes…</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>&amp;Confidentialité</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>&amp;About Pincite</source>
        <translation>À &amp;propos de Pincite</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Vue précédente</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Vue &amp;suivante</translation>
    </message>
    <message>
        <source>Next &amp;evidence</source>
        <translation>Pr&amp;euve suivante</translation>
    </message>
    <message>
        <source>Previous e&amp;vidence</source>
        <translation>Preuve pré&amp;cédente</translation>
    </message>
    <message>
        <source>F&amp;ind in document…</source>
        <translation>&amp;Rechercher dans le document…</translation>
    </message>
    <message>
        <source>Next &amp;match</source>
        <translation>&amp;Occurrence suivante</translation>
    </message>
    <message>
        <source>Previous m&amp;atch</source>
        <translation>Occurrence précé&amp;dente</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Aller à la page…</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page suiva&amp;nte</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Page précédente</translation>
    </message>
    <message>
        <source>Next ta&amp;b</source>
        <translation>Ongle&amp;t suivant</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Onglet précédent</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>&amp;Fermer l’onglet</translation>
    </message>
    <message>
        <source>&amp;Highlight the selection</source>
        <translation>&amp;Surligner la sélection</translation>
    </message>
    <message>
        <source>Highlight and add a &amp;note…</source>
        <translation>Surligner et ajouter une &amp;note…</translation>
    </message>
    <message>
        <source>&amp;List of highlights</source>
        <translation>&amp;Liste des surlignages</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Save a &amp;copy with highlights…</source>
        <translation>Enregistrer une &amp;copie avec les surlignages…</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Contraste élevé</translation>
    </message>
    <message>
        <source>About Pincite</source>
        <translation>À propos de Pincite</translation>
    </message>
    <message>
        <source>Answers questions about your PDFs, each sentence pinned to the words that prove it. Documents, questions and answers stay on this computer.</source>
        <translation>Répond aux questions sur vos PDF, chaque phrase étant rattachée aux mots qui la prouvent. Documents, questions et réponses restent sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Download of a model</source>
        <translation>Téléchargement d’un modèle</translation>
    </message>
    <message>
        <source>Getting {model}…</source>
        <translation>Téléchargement&#xa0;: {model}…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Go on getting {model} ({size})</source>
        <translation>Reprendre le téléchargement&#xa0;: {model} ({size})</translation>
    </message>
    <message>
        <source>Get {model} ({size})</source>
        <translation>Télécharger {model} ({size})</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Download of {model}</source>
        <translation>Téléchargement&#xa0;: {model}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>Utiliser {model}</translation>
    </message>
    <message>
        <source>Get {model}</source>
        <translation>Télécharger {model}</translation>
    </message>
    <message>
        <source>Pause the download of {model}</source>
        <translation>Suspendre le téléchargement&#xa0;: {model}</translation>
    </message>
    <message>
        <source>paused at {size}</source>
        <translation>suspendu à {size}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume the download of {model}</source>
        <translation>Reprendre le téléchargement&#xa0;: {model}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installé</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Non installé</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Use the graphics processor where there is one</source>
        <translation>Utiliser le processeur graphique s’il y en a un</translation>
    </message>
    <message>
        <source>Memory: {size} GB, {free} GB free; reading and answering take {taken} GB</source>
        <translation>Mémoire&#xa0;: {size}&#xa0;Go, dont {free}&#xa0;Go libres&#xa0;; la lecture et les réponses occupent {taken}&#xa0;Go</translation>
    </message>
    <message>
        <source>Models run on: {device}</source>
        <translation>Exécution des modèles&#xa0;: {device}</translation>
    </message>
    <message>
        <source>{model} is loaded on the {device}</source>
        <translation>{model} est chargé sur&#xa0;: {device}</translation>
    </message>
    <message>
        <source>reads {number} tokens a second</source>
        <translation>lit {number} jetons par seconde</translation>
    </message>
    <message>
        <source>writes {number} tokens a second</source>
        <translation>écrit {number} jetons par seconde</translation>
    </message>
</context>
<context>
    <name>NetworkState</name>
    <message>
        <source>Network: used unasked</source>
        <translation>Réseau&#xa0;: utilisé sans votre demande</translation>
    </message>
    <message>
        <source>Network: used as you asked</source>
        <translation>Réseau&#xa0;: utilisé à votre demande</translation>
    </message>
    <message>
        <source>Network: never used</source>
        <translation>Réseau&#xa0;: jamais utilisé</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Réseau&#xa0;: …</translation>
    </message>
    <message>
        <source>This is not known yet; Pincite is still starting.</source>
        <translation>Inconnu pour l’instant&#xa0;; Pincite est en cours de démarrage.</translation>
    </message>
    <message>
        <source>Pincite has not used the network since it was started at {time}.</source>
        <translation>Pincite n’a pas utilisé le réseau depuis son démarrage à {time}.</translation>
    </message>
    <message>
        <source>Since Pincite was started at {time}, the network was used:</source>
        <translation>Depuis le démarrage de Pincite à {time}, le réseau a été utilisé&#xa0;:</translation>
    </message>
    <message>
        <source>at {time} for {what}, as you asked</source>
        <translation>à {time} pour {what}, à votre demande</translation>
    </message>
    <message>
        <source>at {time} to reach {what}, which you did not ask for</source>
        <translation>à {time} pour joindre {what}, sans que vous l’ayez demandé</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Deleted the collection “{collection}”. Its documents are still in the library.</source>
        <translation>Collection «&#xa0;{collection}&#xa0;» supprimée. Ses documents restent dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Moved {documents} to “{collection}”.</source>
        <extracomment>{documents} is the title of one in quotation marks, or “3 documents”, here and where they are added or removed</extracomment>
        <translation>Déplacé vers «&#xa0;{collection}&#xa0;»&#xa0;: {documents}.</translation>
    </message>
    <message>
        <source>Added {documents} to “{collection}”.</source>
        <translation>Ajouté à «&#xa0;{collection}&#xa0;»&#xa0;: {documents}.</translation>
    </message>
    <message>
        <source>Took {documents} out of “{collection}”.</source>
        <translation>Retiré de «&#xa0;{collection}&#xa0;»&#xa0;: {documents}.</translation>
    </message>
    <message>
        <source>Renamed to “{title}”.</source>
        <translation>Renommé en «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>Removed {documents}.</source>
        <translation>Supprimé&#xa0;: {documents}.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«&#xa0;{title}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>{title}, p. {page}</source>
        <translation>{title}, p.&#xa0;{page}</translation>
    </message>
</context>
<context>
    <name>PageBody</name>
    <message>
        <source>The page that proves an answer
opens here, with its words marked.</source>
        <translation>La page qui prouve une réponse
s’ouvre ici, avec ses mots surlignés.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>PageSelection</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Copier avec la référence</translation>
    </message>
    <message>
        <source>Select the page</source>
        <translation>Sélectionner la page</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Outline, pages and highlights</source>
        <translation>Sommaire, pages et surlignages</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vue précédente</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vue suivante</translation>
    </message>
    <message>
        <source>Highlight the selected words</source>
        <translation>Surligner les mots sélectionnés</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Rechercher dans ce document</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>p.</source>
        <translation>p.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>The printed page label. Type a label or a number and press Enter ({keys})</source>
        <translation>Numéro imprimé de la page. Saisissez ce numéro ou le rang de la page, puis appuyez sur Entrée ({keys})</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ajuster à la page</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>Pivoter à droite</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>sur {total}</translation>
    </message>
    <message>
        <source>· {number} of {total}</source>
        <translation>· {number} sur {total}</translation>
    </message>
    <message>
        <source>Zoom, {percent}</source>
        <translation>Zoom, {percent}</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {label}, {number} of {total}</source>
        <translation>Page {label}, {number} sur {total}</translation>
    </message>
    <message>
        <source>This page is not searched: {reason}</source>
        <translation>Cette page est exclue de la recherche&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This page: {reason}</source>
        <translation>Cette page&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This page cannot be shown: {reason}</source>
        <translation>Impossible d’afficher cette page&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>That password does not open “{name}”.</source>
        <translation>Ce mot de passe n’ouvre pas «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Try another one, or skip the file.</source>
        <translation>Essayez-en un autre, ou ignorez le fichier.</translation>
    </message>
    <message>
        <source>“{name}” is encrypted.</source>
        <translation>«&#xa0;{name}&#xa0;» est chiffré.</translation>
    </message>
    <message>
        <source>Type its password to add it; Pincite does not store it.</source>
        <translation>Saisissez son mot de passe pour l’ajouter&#xa0;; Pincite ne l’enregistre pas.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Mot de passe du fichier</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Documents, questions, answers and notes stay on this computer.</source>
        <translation>Documents, questions, réponses et notes restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no account, no telemetry, and no check for updates.</source>
        <translation>Ni compte, ni télémétrie, ni recherche de mises à jour.</translation>
    </message>
    <message>
        <source>Only the download of a model uses the network, and only when you press its button.</source>
        <translation>Seul le téléchargement d’un modèle utilise le réseau, et uniquement quand vous appuyez sur son bouton.</translation>
    </message>
    <message>
        <source>Passwords of documents are kept in memory until Pincite is closed, and written nowhere.</source>
        <translation>Les mots de passe des documents restent en mémoire jusqu’à la fermeture de Pincite et ne sont écrits nulle part.</translation>
    </message>
    <message>
        <source>Crash reports stay on this computer unless you copy them.</source>
        <translation>Les rapports d’erreur restent sur cet ordinateur, sauf si vous les copiez.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Pincite counts every connection that its processes make before it is made, and looks at the connections that the system lists for them. The figure is renewed every five seconds.</source>
        <translation>Pincite compte chaque connexion de ses processus avant qu’elle ne soit établie, et examine celles que le système leur attribue. L’indication est actualisée toutes les cinq secondes.</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
</context>
<context>
    <name>QuestionMenu</name>
    <message>
        <source>Templates: {field}</source>
        <translation>Questions types&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Earlier questions</source>
        <translation>Questions précédentes</translation>
    </message>
    <message>
        <source>Forget earlier questions</source>
        <translation>Oublier les questions précédentes</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune pour l’instant</translation>
    </message>
</context>
<context>
    <name>ScopeButton</name>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>{chosen} of {total} documents</source>
        <translation>{chosen} documents sur {total}</translation>
    </message>
    <message>
        <source>in {documents}</source>
        <extracomment>{documents} is a title, “2 of 12 documents”, or the name of a collection and how many documents it has</extracomment>
        <translation>dans&#xa0;: {documents}</translation>
    </message>
    <message>
        <source>Questions are answered from: {documents}. Click to change it.</source>
        <translation>Les réponses sont tirées de&#xa0;: {documents}. Cliquez pour changer.</translation>
    </message>
    <message>
        <source>Answered from {documents}</source>
        <translation>Réponses tirées de&#xa0;: {documents}</translation>
    </message>
</context>
<context>
    <name>ScopeCard</name>
    <message>
        <source>What questions are answered from</source>
        <translation>Documents dont les réponses sont tirées</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Filtrer les documents</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>None ticked: all are asked.</source>
        <translation>Aucun coché&#xa0;: tous sont interrogés.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Searching</source>
        <translation>Recherche en cours</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>No passage matches. Try other words, or look in more documents.</source>
        <translation>Aucun passage ne correspond. Essayez d’autres mots, ou cherchez dans plus de documents.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Any document</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>Any collection</source>
        <translation>Toutes les collections</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Outline</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Surlignages</translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation>Ce document n’a pas de sommaire.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the library…</source>
        <translation>Ouverture de la bibliothèque…</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Réseau&#xa0;: …</translation>
    </message>
    <message>
        <source>Library: {location}</source>
        <translation>Bibliothèque&#xa0;: {location}</translation>
    </message>
    <message>
        <source>Search by meaning covers them when the import is done</source>
        <translation>La recherche par le sens les couvrira une fois l’importation terminée</translation>
    </message>
    <message>
        <source>quotes only, no language model</source>
        <translation>extraits seuls, sans modèle de langage</translation>
    </message>
    <message>
        <source>Writes answers: {model}</source>
        <translation>Rédige les réponses&#xa0;: {model}</translation>
    </message>
    <message>
        <source>Writes answers: no language model installed; answers are quotes</source>
        <translation>Rédige les réponses&#xa0;: aucun modèle de langage installé&#xa0;; les réponses sont des extraits</translation>
    </message>
    <message>
        <source>Orders passages: {model}</source>
        <translation>Classe les passages&#xa0;: {model}</translation>
    </message>
    <message>
        <source>Orders passages: no model installed; they stand in the order in which search finds them</source>
        <translation>Classe les passages&#xa0;: aucun modèle installé&#xa0;; ils restent dans l’ordre où la recherche les trouve</translation>
    </message>
    <message>
        <source>Search by meaning: no model installed; search is by words only</source>
        <translation>Recherche par le sens&#xa0;: aucun modèle installé&#xa0;; la recherche se fait par les mots seuls</translation>
    </message>
    <message>
        <source>Search by meaning: {model}</source>
        <translation>Recherche par le sens&#xa0;: {model}</translation>
    </message>
    <message>
        <source>Runs on: {device}</source>
        <translation>Exécution sur&#xa0;: {device}</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Copies of your documents</source>
        <translation>Copies de vos documents</translation>
    </message>
    <message>
        <source>Text, index and meanings</source>
        <translation>Texte, index et sens</translation>
    </message>
    <message>
        <source>Conversations and the rest</source>
        <translation>Conversations et autres données</translation>
    </message>
    <message>
        <source>Copies from before an upgrade</source>
        <translation>Copies d’avant une mise à niveau</translation>
    </message>
    <message>
        <source>Models, shared by all libraries</source>
        <translation>Modèles, communs à toutes les bibliothèques</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Nettoyer</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>A backup is one file with the whole library: documents, text, notes and conversations; models are not in it.</source>
        <translation>Une sauvegarde est un fichier unique contenant toute la bibliothèque&#xa0;: documents, texte, notes et conversations&#xa0;; les modèles n’y figurent pas.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Progression de la sauvegarde</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>L’utiliser maintenant</translation>
    </message>
    <message>
        <source>The library is in {location}</source>
        <translation>La bibliothèque se trouve dans {location}</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Sauvegarder la bibliothèque</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>The backup is in {path}.</source>
        <translation>La sauvegarde se trouve dans {path}.</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>The library was restored into {folder}. The one in use was not changed.</source>
        <translation>La bibliothèque a été restaurée dans {folder}. Celle en cours d’utilisation n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restauration</translation>
    </message>
    <message>
        <source>Backup of a library (*.zip)</source>
        <translation>Sauvegarde d’une bibliothèque (*.zip)</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}, {left}</source>
        <extracomment>{doing} is “Backing up” or “Restoring”, {left} “about 40 s left”</extracomment>
        <translation>{doing}&#xa0;: {done} sur {total}, {left}</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}</source>
        <translation>{doing}&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>There was nothing to free; the library is in order.</source>
        <translation>Il n’y avait rien à libérer&#xa0;; la bibliothèque est en ordre.</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>Espace libéré&#xa0;: {size}.</translation>
    </message>
    <message>
        <source>Cleaning up…</source>
        <translation>Nettoyage…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>0&#xa0;Mo</translation>
    </message>
    <message>
        <source>Cleaning up deletes what no document needs, and merges small files, so that search stays fast.</source>
        <translation>Le nettoyage supprime ce dont aucun document n’a besoin et fusionne les petits fichiers, pour que la recherche reste rapide.</translation>
    </message>
    <message>
        <source>{size} belong to no document any more.</source>
        <translation>{size} de données n’appartiennent plus à aucun document.</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Open documents</source>
        <translation>Documents ouverts</translation>
    </message>
    <message>
        <source>Close “{title}”</source>
        <translation>Fermer «&#xa0;{title}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ThumbnailPanel</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Not in these documents.</source>
        <translation>Absent de ces documents.</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Question reformulée&#xa0;: {question}</translation>
    </message>
    <message>
        <source>{question} (open)</source>
        <translation>{question} (dépliée)</translation>
    </message>
    <message>
        <source>{question} (closed)</source>
        <translation>{question} (repliée)</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo ({keys})</source>
        <translation>Annuler ({keys})</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>“{title}” is encrypted.</source>
        <translation>«&#xa0;{title}&#xa0;» est chiffré.</translation>
    </message>
    <message>
        <source>Type its password to see its pages. Pincite stores no password, so it asks again after each start.</source>
        <translation>Saisissez son mot de passe pour voir ses pages. Pincite n’enregistre aucun mot de passe et le redemande donc après chaque démarrage.</translation>
    </message>
    <message>
        <source>That password does not open “{title}”.</source>
        <translation>Ce mot de passe n’ouvre pas «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>Try another one. Small and capital letters are different.</source>
        <translation>Essayez-en un autre. Les majuscules et les minuscules sont distinguées.</translation>
    </message>
</context>
<context>
    <name>WatchedPanel</name>
    <message>
        <source>Look into the watched folders now</source>
        <translation>Vérifier maintenant les dossiers surveillés</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Dossiers surveillés</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Ask your PDFs</source>
        <translation>Interrogez vos PDF</translation>
    </message>
    <message>
        <source>Add documents, ask in plain words, and see each sentence of the answer marked on the page that proves it. Nothing leaves this computer.</source>
        <translation>Ajoutez des documents, posez vos questions en langage courant et voyez chaque phrase de la réponse surlignée sur la page qui la prouve. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Try the samples</source>
        <translation>Essayer les exemples</translation>
    </message>
    <message>
        <source>New here? The samples take a few seconds, and show how it works.</source>
        <translation>Vous découvrez Pincite&#xa0;? Les exemples ne prennent que quelques secondes et montrent comment cela fonctionne.</translation>
    </message>
    <message>
        <source>Add your own…</source>
        <translation>Ajouter les vôtres…</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Highlights and notes</source>
        <translation>Surlignages et notes</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {label}</source>
        <translation>Page {label}</translation>
    </message>
</context>
<context>
    <name>answer_export</name>
    <message>
        <source>Not in these documents.</source>
        <translation>Absent de ces documents.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Written by {model}, on this computer.</source>
        <translation>Rédigé par {model}, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Quoted word for word.</source>
        <translation>Cité mot pour mot.</translation>
    </message>
</context>
<context>
    <name>bridge</name>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>La réponse a été interrompue.</translation>
    </message>
    <message>
        <source>The part of Pincite that answers stopped unexpectedly. Ask again.</source>
        <translation>Le composant de Pincite qui répond s’est arrêté de façon inattendue. Reposez la question.</translation>
    </message>
    <message>
        <source>This was not done: the part of Pincite that does it ended.</source>
        <translation>L’opération n’a pas été effectuée&#xa0;: le composant de Pincite qui s’en charge s’est arrêté.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
</context>
<context>
    <name>collection_dialog</name>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>Pages of %Ln more documents could not be read; their details say why.</source>
        <translation>
            <numerusform>Des pages de %Ln autre document n’ont pas pu être lues&#xa0;; ses détails indiquent pourquoi.</numerusform>
            <numerusform>Des pages de %Ln autres documents n’ont pas pu être lues&#xa0;; leurs détails indiquent pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln supported</source>
        <translation>
            <numerusform>%Ln étayée</numerusform>
            <numerusform>%Ln étayées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weak</source>
        <translation>
            <numerusform>%Ln faiblement étayée</numerusform>
            <numerusform>%Ln faiblement étayées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsupported</source>
        <translation>
            <numerusform>%Ln non étayée</numerusform>
            <numerusform>%Ln non étayées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: questions are answered from %Ln document(s)</source>
        <translation>
            <numerusform>{name}&#xa0;: les réponses sont tirées de %Ln document</numerusform>
            <numerusform>{name}&#xa0;: les réponses sont tirées de %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln document(s)</source>
        <translation>
            <numerusform>Supprimer %Ln document</numerusform>
            <numerusform>Supprimer %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read</source>
        <extracomment>Follows “12 pages, ”</extracomment>
        <translation>
            <numerusform>%Ln non lue</numerusform>
            <numerusform>%Ln non lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading {done} of %Ln page(s)</source>
        <translation>
            <numerusform>lecture&#xa0;: {done} sur %Ln page</numerusform>
            <numerusform>lecture&#xa0;: {done} sur %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading pictures of “{name}”: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Lecture des images de «&#xa0;{name}&#xa0;»&#xa0;: {done} sur %Ln page</numerusform>
            <numerusform>Lecture des images de «&#xa0;{name}&#xa0;»&#xa0;: {done} sur %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning meanings: {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Analyse du sens&#xa0;: {done} sur %Ln passage</numerusform>
            <numerusform>Analyse du sens&#xa0;: {done} sur %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of “{name}” could not be read. Its details say why.</source>
        <translation>
            <numerusform>%Ln page de «&#xa0;{name}&#xa0;» n’a pas pu être lue. Les détails du document indiquent pourquoi.</numerusform>
            <numerusform>%Ln pages de «&#xa0;{name}&#xa0;» n’ont pas pu être lues. Les détails du document indiquent pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No matches · %Ln page(s) without text</source>
        <translation>
            <numerusform>Aucune occurrence · %Ln page sans texte</numerusform>
            <numerusform>Aucune occurrence · %Ln pages sans texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was saved with %Ln highlight(s).</source>
        <translation>
            <numerusform>«&#xa0;{name}&#xa0;» a été enregistré avec %Ln surlignage.</numerusform>
            <numerusform>«&#xa0;{name}&#xa0;» a été enregistré avec %Ln surlignages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are waiting for theirs.</source>
        <translation>
            <numerusform>%Ln autre fichier attend le sien.</numerusform>
            <numerusform>%Ln autres fichiers attendent le leur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln document choisi</numerusform>
            <numerusform>%Ln documents choisis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Afficher %Ln autre</numerusform>
            <numerusform>Afficher %Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln match(es)</source>
        <translation>
            <numerusform>résultat {number} sur %Ln</numerusform>
            <numerusform>résultat {number} sur %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{matches} in %Ln document(s)</source>
        <translation>
            <numerusform>{matches} dans %Ln document</numerusform>
            <numerusform>{matches} dans %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) found by words only</source>
        <translation>
            <numerusform>%Ln passage trouvable par les mots seuls</numerusform>
            <numerusform>%Ln passages trouvables par les mots seuls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouveau</numerusform>
            <numerusform>%Ln nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modifié</numerusform>
            <numerusform>%Ln modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln disparu</numerusform>
            <numerusform>%Ln disparus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln illisible</numerusform>
            <numerusform>%Ln illisibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln surlignage</numerusform>
            <numerusform>%Ln surlignages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>page(s) {pages}</source>
        <translation>
            <numerusform>page {pages}</numerusform>
            <numerusform>pages {pages}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched {documents}, of which %Ln have no readable text.</source>
        <translation>
            <numerusform>Recherche effectuée dans {documents}, dont %Ln sans texte lisible.</numerusform>
            <numerusform>Recherche effectuée dans {documents}, dont %Ln sans texte lisible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>document_menu</name>
    <message>
        <source>Show in Finder</source>
        <translation>Afficher dans le Finder</translation>
    </message>
    <message>
        <source>Show in Explorer</source>
        <translation>Afficher dans l’Explorateur</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
</context>
<context>
    <name>document_rows</name>
    <message>
        <source>waiting to be read</source>
        <translation>en attente de lecture</translation>
    </message>
    <message>
        <source>text ready</source>
        <translation>texte prêt</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>avec problèmes</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>failed: {reason}</source>
        <translation>échec&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>downloads</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
</context>
<context>
    <name>list_options</name>
    <message>
        <source>Sort and show</source>
        <translation>Trier et afficher</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récents d’abord</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Plus longs d’abord</translation>
    </message>
    <message>
        <source>State, problems first</source>
        <translation>État, problèmes d’abord</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Avec problèmes</translation>
    </message>
    <message>
        <source>Not yet found by meaning</source>
        <translation>Pas encore trouvables par le sens</translation>
    </message>
</context>
<context>
    <name>model_banner</name>
    <message>
        <source>Documents are found by their words only, because the model of meanings is not installed.</source>
        <translation>Les documents ne sont trouvés que par leurs mots, car le modèle de recherche par le sens n’est pas installé.</translation>
    </message>
    <message>
        <source>Answers are quotes, word for word, because no language model is installed.</source>
        <translation>Les réponses sont des extraits mot pour mot, car aucun modèle de langage n’est installé.</translation>
    </message>
</context>
<context>
    <name>question_menu</name>
    <message>
        <source>Earlier questions and templates</source>
        <translation>Questions précédentes et questions types</translation>
    </message>
</context>
<context>
    <name>question_templates</name>
    <message>
        <source>Law</source>
        <extracomment>What stands in brackets is filled in by the reader: translate it, and keep the brackets</extracomment>
        <translation>Droit</translation>
    </message>
    <message>
        <source>What notice must [party] give to end the agreement?</source>
        <translation>Quel préavis [partie] est-elle tenue de donner pour mettre fin au contrat&#xa0;?</translation>
    </message>
    <message>
        <source>What are the obligations of [party] concerning [subject]?</source>
        <translation>Quelles sont les obligations de [partie] concernant [objet]&#xa0;?</translation>
    </message>
    <message>
        <source>Which law governs the agreement, and where are disputes heard?</source>
        <translation>Quel droit régit le contrat, et quels tribunaux sont compétents en cas de litige&#xa0;?</translation>
    </message>
    <message>
        <source>Is liability limited, and to what amount?</source>
        <translation>La responsabilité est-elle plafonnée, et à quel montant&#xa0;?</translation>
    </message>
    <message>
        <source>How does the document define “[term]”?</source>
        <translation>Comment le document définit-il «&#xa0;[terme]&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Which deadlines does the document set for [party]?</source>
        <translation>Quels délais le document impose-t-il à [partie]&#xa0;?</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Médecine</translation>
    </message>
    <message>
        <source>What is the recommended dose of [drug] for [condition]?</source>
        <translation>Quelle est la dose recommandée de [médicament] pour [affection]&#xa0;?</translation>
    </message>
    <message>
        <source>What are the contraindications of [drug]?</source>
        <translation>Quelles sont les contre-indications de [médicament]&#xa0;?</translation>
    </message>
    <message>
        <source>When should a patient with [condition] be referred or admitted?</source>
        <translation>Quand faut-il orienter vers un spécialiste ou hospitaliser un patient présentant [affection]&#xa0;?</translation>
    </message>
    <message>
        <source>Which monitoring is recommended for [treatment]?</source>
        <translation>Quelle surveillance est recommandée pour [traitement]&#xa0;?</translation>
    </message>
    <message>
        <source>What is first-line treatment for [condition]?</source>
        <translation>Quel est le traitement de première intention pour [affection]&#xa0;?</translation>
    </message>
    <message>
        <source>Which adverse effects of [drug] are reported?</source>
        <translation>Quels effets indésirables de [médicament] sont rapportés&#xa0;?</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Études</translation>
    </message>
    <message>
        <source>How does the text define [term]?</source>
        <translation>Comment le texte définit-il [terme]&#xa0;?</translation>
    </message>
    <message>
        <source>What is the difference between [first] and [second]?</source>
        <translation>Quelle est la différence entre [premier] et [second]&#xa0;?</translation>
    </message>
    <message>
        <source>What are the causes of [event]?</source>
        <translation>Quelles sont les causes de [événement]&#xa0;?</translation>
    </message>
    <message>
        <source>Which steps does [process] have?</source>
        <translation>Quelles sont les étapes de [processus]&#xa0;?</translation>
    </message>
    <message>
        <source>What evidence supports the claim that [claim]?</source>
        <translation>Quelles preuves étayent l’affirmation selon laquelle [affirmation]&#xa0;?</translation>
    </message>
    <message>
        <source>Which example does the text give for [term]?</source>
        <translation>Quel exemple le texte donne-t-il de [terme]&#xa0;?</translation>
    </message>
</context>
<context>
    <name>settings_answers</name>
    <message>
        <source>Misses about 1 answer in {missed}; hardly ever answers a question that the documents do not answer.</source>
        <translation>Manque environ 1 réponse sur {missed}&#xa0;; ne répond presque jamais à une question sans réponse dans les documents.</translation>
    </message>
    <message>
        <source>Misses about 1 answer in {missed}; answers about 1 in {wrong} questions that the documents do not answer.</source>
        <translation>Manque environ 1 réponse sur {missed}&#xa0;; répond à environ 1 question sur {wrong} parmi celles sans réponse dans les documents.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Before it answers, Pincite estimates whether the documents hold an answer at all. Choose how sure it must be; every sentence is checked against what it cites in any case.</source>
        <translation>Avant de répondre, Pincite estime si les documents contiennent une réponse. Choisissez son degré de certitude requis&#xa0;; dans tous les cas, chaque phrase est vérifiée au regard de ce qu’elle cite.</translation>
    </message>
</context>
<context>
    <name>settings_appearance</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
</context>
<context>
    <name>settings_models</name>
    <message>
        <source>Writes answers</source>
        <translation>Rédige les réponses</translation>
    </message>
    <message>
        <source>Without one, answers are quotes from the documents.</source>
        <translation>Sans modèle, les réponses sont des extraits des documents.</translation>
    </message>
    <message>
        <source>Finds by meaning</source>
        <translation>Recherche par le sens</translation>
    </message>
    <message>
        <source>Without one, documents are found by their words only.</source>
        <translation>Sans modèle, les documents ne sont trouvés que par leurs mots.</translation>
    </message>
    <message>
        <source>Puts what is found in order</source>
        <translation>Classe les résultats</translation>
    </message>
    <message>
        <source>Without one, passages stand in the order in which search finds them.</source>
        <translation>Sans modèle, les passages restent dans l’ordre où la recherche les trouve.</translation>
    </message>
    <message>
        <source>Checks each sentence</source>
        <translation>Vérifie chaque phrase</translation>
    </message>
    <message>
        <source>Without one, numbers and words are compared, but not the meaning.</source>
        <translation>Sans modèle, les nombres et les mots sont comparés, mais pas le sens.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>They run on this computer. A download begins only when you press its button.</source>
        <translation>Ils fonctionnent sur cet ordinateur. Un téléchargement ne commence que si vous appuyez sur son bouton.</translation>
    </message>
</context>
<context>
    <name>settings_privacy</name>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
</context>
<context>
    <name>settings_storage</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
</context>
<context>
    <name>swatches</name>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
</context>
<context>
    <name>watched_panel</name>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Not looked into yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Not there. Connect its disk, or stop watching it.</source>
        <translation>Introuvable. Connectez son disque, ou ne le surveillez plus.</translation>
    </message>
    <message>
        <source>{time}: nothing new</source>
        <translation>{time}&#xa0;: rien de nouveau</translation>
    </message>
    <message>
        <source>last looked into: {time}</source>
        <translation>dernière vérification&#xa0;: {time}</translation>
    </message>
    <message>
        <source>New PDFs are added to “{name}”.</source>
        <translation>Les nouveaux PDF sont ajoutés à «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Last looked into: {time}</source>
        <translation>Dernière vérification&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Last found, {time}: {files}</source>
        <translation>Derniers changements, {time}&#xa0;: {files}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Supported by the cited words</source>
        <translation>Étayée par les mots cités</translation>
    </message>
    <message>
        <source>Only weakly supported by the cited words</source>
        <translation>Faiblement étayée par les mots cités</translation>
    </message>
    <message>
        <source>Not supported by the cited words</source>
        <translation>Non étayée par les mots cités</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>p.&#xa0;{number}</translation>
    </message>
    <message>
        <source>p. {label} ({number})</source>
        <translation>p.&#xa0;{label} ({number})</translation>
    </message>
    <message>
        <source>Searched {documents}.</source>
        <translation>Recherche effectuée dans {documents}.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size}&#xa0;Go</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size}&#xa0;Mo</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>encore environ {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore environ {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>encore environ {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>A date as QLocale writes it; put its parts in the usual order</extracomment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>dd MMM yyyy, HH:mm</source>
        <extracomment>A date and time as QLocale writes it; put its parts in the usual order</extracomment>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
