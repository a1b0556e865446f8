<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerText</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Working on the question</source>
        <translation>Frage wird bearbeitet</translation>
    </message>
    <message>
        <source>Copy with citations</source>
        <translation>Mit Fundstellen kopieren</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Save as Markdown, with citations…</source>
        <translation>Mit Fundstellen als Markdown speichern…</translation>
    </message>
    <message>
        <source>Searching the documents…</source>
        <translation>Dokumente werden durchsucht…</translation>
    </message>
    <message>
        <source>Loading {model}… The first question takes longer.</source>
        <translation>{model} wird geladen… Die erste Frage dauert länger.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Learning the meaning of the question…</source>
        <translation>Bedeutung der Frage wird erfasst…</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Verstanden als: {question}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Reading the passages…</source>
        <translation>Textstellen werden gelesen…</translation>
    </message>
    <message>
        <source>In the documents&apos; own words, until the answer is written…</source>
        <translation>Vorerst im Wortlaut der Dokumente; die Antwort wird noch geschrieben…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Antwort wird geschrieben…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>Nächstliegende Textstellen</translation>
    </message>
    <message>
        <source>Not searched: {pages}.</source>
        <translation>Nicht durchsucht: {pages}.</translation>
    </message>
    <message>
        <source>Try other words, or look at the nearest passages below.</source>
        <translation>Versuchen Sie es mit anderen Wörtern oder sehen Sie sich unten die nächstliegenden Textstellen an.</translation>
    </message>
    <message>
        <source>Try other words.</source>
        <translation>Versuchen Sie es mit anderen Wörtern.</translation>
    </message>
    <message>
        <source>Not in these documents</source>
        <translation>Nicht in diesen Dokumenten</translation>
    </message>
    <message>
        <source>Search for the words</source>
        <translation>Nach den Wörtern suchen</translation>
    </message>
    <message>
        <source>Ask all documents</source>
        <translation>Alle Dokumente befragen</translation>
    </message>
    <message>
        <source>Written by {model}</source>
        <translation>Verfasst von {model}</translation>
    </message>
    <message>
        <source>Quoted word for word</source>
        <translation>Wörtlich zitiert</translation>
    </message>
    <message>
        <source>Written by {model} in {seconds} s</source>
        <translation>Verfasst von {model} in {seconds} s</translation>
    </message>
    <message>
        <source>Quoted word for word in {seconds} s</source>
        <translation>Wörtlich zitiert in {seconds} s</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Cautious</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Eager</source>
        <translation>Antwortfreudig</translation>
    </message>
    <message>
        <source>The figures were measured on questions about contracts, textbooks and medicine.</source>
        <translation>Die Zahlen wurden an Fragen zu Verträgen, Lehrbüchern und Medizin gemessen.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>{scale} %</source>
        <translation>{scale} %</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Pincite speaks this language from its next start on.</source>
        <translation>Pincite verwendet diese Sprache ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answers in sentences, each with its source</source>
        <translation>Antwortet in Sätzen, jeder mit Fundstelle</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Answers in the documents’ own words, without a language model</source>
        <translation>Antwortet im Wortlaut der Dokumente, ohne Sprachmodell</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Lists every match, without an answer</source>
        <translation>Listet alle Treffer auf, ohne Antwort</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Earlier conversations</source>
        <translation>Frühere Unterhaltungen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Answers appear here,
each sentence with the words that prove it.</source>
        <translation>Hier erscheinen Antworten,
jeder Satz mit dem Wortlaut, der ihn belegt.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Antwort speichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Search for words or a meaning…</source>
        <translation>Wörtlich oder sinngemäß suchen…</translation>
    </message>
    <message>
        <source>Ask your documents…</source>
        <translation>Dokumente befragen…</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The part of Pincite that reads and answers keeps stopping, so it was not started again.</source>
        <translation>Der Teil von Pincite, der liest und antwortet, stürzt immer wieder ab und wurde deshalb nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then start it again. Your library is safe.</source>
        <translation>Schließen Sie andere Programme, um Arbeitsspeicher freizugeben, und starten Sie dann neu. Ihre Bibliothek ist unversehrt.</translation>
    </message>
    <message>
        <source>It was started again and imports continue. Your library is safe. ({reason})</source>
        <translation>Er wurde neu gestartet, Importe laufen weiter. Ihre Bibliothek ist unversehrt. ({reason})</translation>
    </message>
    <message>
        <source>The part of Pincite that reads and answers stopped unexpectedly.</source>
        <translation>Der Teil von Pincite, der liest und antwortet, wurde unerwartet beendet.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>CollectionDialog</name>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>A matter, a course, a ward. Its questions are answered from its own documents only.</source>
        <translation>Ein Mandat, ein Kurs, eine Station. Fragen an eine Sammlung werden nur aus deren eigenen Dokumenten beantwortet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Farbe: {name}</translation>
    </message>
</context>
<context>
    <name>CollectionList</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <source>Name and colour…</source>
        <translation>Name und Farbe…</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Sammlung löschen</translation>
    </message>
</context>
<context>
    <name>CollectionRows</name>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Name of the command</source>
        <translation>Name des Befehls</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Unterhaltung gelöscht</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>„{name}“ wurde gespeichert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Als Markdown speichern…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No conversation has these words.</source>
        <translation>Keine Unterhaltung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Questions and their answers are kept here.</source>
        <translation>Hier werden Fragen und ihre Antworten aufbewahrt.</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Unterhaltung umbenennen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Unterhaltung speichern</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>This is a fault in Pincite, not in your documents.</source>
        <translation>Das ist ein Fehler in Pincite, nicht in Ihren Dokumenten.</translation>
    </message>
    <message>
        <source>Your library is safe. The report below stays on this computer unless you copy it.</source>
        <translation>Ihre Bibliothek ist unversehrt. Der Bericht unten bleibt auf diesem Computer, sofern Sie ihn nicht kopieren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>{pages}, {passages}, added {day}</source>
        <translation>{pages}, {passages}, hinzugefügt am {day}</translation>
    </message>
    <message>
        <source>In {collections}</source>
        <translation>In {collections}</translation>
    </message>
    <message>
        <source>From {path}</source>
        <translation>Aus {path}</translation>
    </message>
    <message>
        <source>{pages} not read: {reason}</source>
        <translation>{pages} nicht gelesen: {reason}</translation>
    </message>
    <message>
        <source>{pages}: {reason}</source>
        <translation>{pages}: {reason}</translation>
    </message>
    <message>
        <source>Not imported: {reason}</source>
        <translation>Nicht importiert: {reason}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation>Zu Sammlung hinzufügen</translation>
    </message>
    <message>
        <source>Move to collection</source>
        <translation>In Sammlung verschieben</translation>
    </message>
    <message>
        <source>Take out of “{name}”</source>
        <translation>Aus „{name}“ herausnehmen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Title of the document, as answers cite it</source>
        <translation>Titel des Dokuments, wie ihn Antworten anführen</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung…</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Add PDFs</source>
        <translation>PDFs hinzufügen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the documents by words of their titles</source>
        <translation>Dokumente nach Wörtern im Titel filtern</translation>
    </message>
    <message>
        <source>Show only documents with these words in their titles or file names ({keys})</source>
        <translation>Nur Dokumente mit diesen Wörtern im Titel oder Dateinamen anzeigen ({keys})</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>No document fits the filter.</source>
        <translation>Kein Dokument passt zum Filter.</translation>
    </message>
    <message>
        <source>This collection is empty.
Drag documents onto its name, or drop PDFs here.</source>
        <translation>Diese Sammlung ist leer.
Dokumente auf ihren Namen ziehen oder PDFs hier ablegen.</translation>
    </message>
    <message>
        <source>Drop PDFs or folders here,
or press + to choose them.</source>
        <translation>PDFs oder Ordner hier ablegen
oder mit + auswählen.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Previous evidence</source>
        <translation>Vorheriger Beleg</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Evidence: {total}</source>
        <translation>Belege: {total}</translation>
    </message>
    <message>
        <source>Evidence {number} of {total}</source>
        <translation>Beleg {number} von {total}</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>„{quote}“</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{number} of {total}… {percent}</source>
        <translation>{number} von {total}… {percent}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Look again now</source>
        <translation>Jetzt erneut prüfen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager anzeigen</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Überwachung beenden</translation>
    </message>
    <message>
        <source>What can be done with the folder {name}</source>
        <translation>Aktionen für den Ordner {name}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add your own…</source>
        <translation>Eigene hinzufügen…</translation>
    </message>
    <message>
        <source>Close the first steps</source>
        <translation>Erste Schritte schließen</translation>
    </message>
    <message>
        <source>Ask in your own words, or try one of these questions:</source>
        <translation>Fragen Sie in eigenen Worten oder probieren Sie eine dieser Fragen aus:</translation>
    </message>
    <message>
        <source>Ask in your own words: each sentence of the answer names the page that proves it.</source>
        <translation>Fragen Sie in eigenen Worten: Jeder Satz der Antwort nennt die Seite, die ihn belegt.</translation>
    </message>
    <message>
        <source>Click the source after a sentence: its page opens, with the words that prove it marked.</source>
        <translation>Klicken Sie auf die Fundstelle hinter einem Satz: Die Seite öffnet sich, der belegende Wortlaut ist markiert.</translation>
    </message>
    <message>
        <source>Every answer can be checked like this. Now add your own PDFs, and ask them.</source>
        <translation>So lässt sich jede Antwort prüfen. Fügen Sie nun eigene PDFs hinzu und befragen Sie sie.</translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Preparing the import…</source>
        <translation>Import wird vorbereitet…</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}: {name}</source>
        <translation>Datei {number} von {total} wird eingelesen: {name}</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}…</source>
        <translation>Datei {number} von {total} wird eingelesen…</translation>
    </message>
    <message>
        <source>Reading: {name}</source>
        <translation>Wird eingelesen: {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird eingelesen…</translation>
    </message>
    <message>
        <source>Files that were done stay. Add the others again to go on.</source>
        <translation>Fertige Dateien bleiben erhalten. Fügen Sie die übrigen erneut hinzu, um fortzufahren.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ListOptions</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add PDFs</source>
        <translation>PDFs hinzufügen</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf);;All files (*)</source>
        <translation>PDF-Dokumente (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder of PDFs</source>
        <translation>Ordner mit PDFs hinzufügen</translation>
    </message>
    <message>
        <source>Watch a folder for “{name}”</source>
        <translation>Ordner für „{name}“ überwachen</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Drop to add to “{collection}”</source>
        <translation>Zum Hinzufügen zu „{collection}“ ablegen</translation>
    </message>
    <message>
        <source>Drop to add to your documents</source>
        <translation>Zum Hinzufügen zu Ihren Dokumenten ablegen</translation>
    </message>
    <message>
        <source>“{name}” is in the library already; nothing was added twice.</source>
        <translation>„{name}“ ist bereits in der Bibliothek; nichts wurde doppelt hinzugefügt.</translation>
    </message>
    <message>
        <source>{path} is gone.</source>
        <translation>{path} ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The library has a copy of its own: open the document and save a copy of it.</source>
        <translation>Die Bibliothek hat eine eigene Kopie: Öffnen Sie das Dokument und speichern Sie eine Kopie davon.</translation>
    </message>
    <message>
        <source>{folder} is not there.</source>
        <translation>{folder} ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Connect its disk.</source>
        <translation>Schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Delete this highlight</source>
        <translation>Diese Markierung löschen</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keeps the note ({keys})</source>
        <translation>Notiz behalten ({keys})</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlight deleted</source>
        <translation>Markierung gelöscht</translation>
    </message>
    <message>
        <source>Select words on the page first, then highlight them.</source>
        <translation>Wählen Sie zuerst Wörter auf der Seite aus und markieren Sie sie dann.</translation>
    </message>
    <message>
        <source>Save a copy with highlights</source>
        <translation>Kopie mit Markierungen speichern</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <translation>Markieren in</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Highlight and add a note…</source>
        <translation>Markieren und Notiz hinzufügen…</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Select words on a page and press {keys} to highlight them.</source>
        <translation>Wählen Sie Wörter auf einer Seite aus und drücken Sie {keys}, um sie zu markieren.</translation>
    </message>
    <message>
        <source>Save a copy with highlights…</source>
        <translation>Kopie mit Markierungen speichern…</translation>
    </message>
    <message>
        <source>{colour} highlight, {place}: {quote}. {note}</source>
        <extracomment>{colour} is the name of a colour: Yellow, Green, Blue or Pink</extracomment>
        <translation>Markierung in {colour}, {place}: {quote}. {note}</translation>
    </message>
    <message>
        <source>Go to highlight</source>
        <translation>Zur Markierung gehen</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>Notiz bearbeiten…</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Mit Fundstelle kopieren</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Markierung löschen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add PDFs…</source>
        <translation>PDFs &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>Ordner über&amp;wachen…</translation>
    </message>
    <message>
        <source>&amp;New collection…</source>
        <translation>&amp;Neue Sammlung…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Back up or restore…</source>
        <translation>&amp;Sichern oder wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>&amp;Quotes only</source>
        <translation>Nur &amp;Zitate</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>&amp;Documents to ask…</source>
        <translation>Befragte &amp;Dokumente…</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Neue Unterhaltung</translation>
    </message>
    <message>
        <source>&amp;Earlier conversations</source>
        <translation>F&amp;rühere Unterhaltungen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Seiten&amp;breite</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>&amp;Ganze Seite</translation>
    </message>
    <message>
        <source>&amp;Turn clockwise</source>
        <translation>Im &amp;Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>F&amp;ilter the documents</source>
        <translation>Dokumente &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>G&amp;rößere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>K&amp;leinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markierung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;Alle Befehle…</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>&amp;Datenschutz</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;About Pincite</source>
        <translation>Ü&amp;ber Pincite</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Next &amp;evidence</source>
        <translation>Nächster &amp;Beleg</translation>
    </message>
    <message>
        <source>Previous e&amp;vidence</source>
        <translation>Vorheriger B&amp;eleg</translation>
    </message>
    <message>
        <source>F&amp;ind in document…</source>
        <translation>Im Dokument &amp;suchen…</translation>
    </message>
    <message>
        <source>Next &amp;match</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>Previous m&amp;atch</source>
        <translation>Vorheriger T&amp;reffer</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Gehe zu Seite…</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>V&amp;orherige Seite</translation>
    </message>
    <message>
        <source>Next ta&amp;b</source>
        <translation>Nächster T&amp;ab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Vorheriger Tab</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Highlight the selection</source>
        <translation>&amp;Auswahl markieren</translation>
    </message>
    <message>
        <source>Highlight and add a &amp;note…</source>
        <translation>Markieren und &amp;Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;List of highlights</source>
        <translation>&amp;Liste der Markierungen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Save a &amp;copy with highlights…</source>
        <translation>&amp;Kopie mit Markierungen speichern…</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>About Pincite</source>
        <translation>Über Pincite</translation>
    </message>
    <message>
        <source>Answers questions about your PDFs, each sentence pinned to the words that prove it. Documents, questions and answers stay on this computer.</source>
        <translation>Beantwortet Fragen zu Ihren PDFs und heftet jeden Satz an den Wortlaut, der ihn belegt. Dokumente, Fragen und Antworten bleiben auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Download of a model</source>
        <translation>Download eines Modells</translation>
    </message>
    <message>
        <source>Getting {model}…</source>
        <translation>{model} wird heruntergeladen…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on getting {model} ({size})</source>
        <translation>Download von {model} fortsetzen ({size})</translation>
    </message>
    <message>
        <source>Get {model} ({size})</source>
        <translation>{model} herunterladen ({size})</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Download of {model}</source>
        <translation>Download von {model}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>Get {model}</source>
        <translation>{model} herunterladen</translation>
    </message>
    <message>
        <source>Pause the download of {model}</source>
        <translation>Download von {model} anhalten</translation>
    </message>
    <message>
        <source>paused at {size}</source>
        <translation>angehalten bei {size}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume the download of {model}</source>
        <translation>Download von {model} fortsetzen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Use the graphics processor where there is one</source>
        <translation>Grafikprozessor verwenden, wenn vorhanden</translation>
    </message>
    <message>
        <source>Memory: {size} GB, {free} GB free; reading and answering take {taken} GB</source>
        <translation>Arbeitsspeicher: {size} GB, davon {free} GB frei; Lesen und Antworten belegen {taken} GB</translation>
    </message>
    <message>
        <source>Models run on: {device}</source>
        <translation>Modelle laufen auf: {device}</translation>
    </message>
    <message>
        <source>{model} is loaded on the {device}</source>
        <translation>{model} ist geladen ({device})</translation>
    </message>
    <message>
        <source>reads {number} tokens a second</source>
        <translation>liest {number} Token pro Sekunde</translation>
    </message>
    <message>
        <source>writes {number} tokens a second</source>
        <translation>schreibt {number} Token pro Sekunde</translation>
    </message>
</context>
<context>
    <name>NetworkState</name>
    <message>
        <source>Network: used unasked</source>
        <translation>Netzwerk: ungefragt genutzt</translation>
    </message>
    <message>
        <source>Network: used as you asked</source>
        <translation>Netzwerk: auf Ihren Wunsch genutzt</translation>
    </message>
    <message>
        <source>Network: never used</source>
        <translation>Netzwerk: nie genutzt</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Netzwerk: …</translation>
    </message>
    <message>
        <source>This is not known yet; Pincite is still starting.</source>
        <translation>Noch nicht bekannt; Pincite startet gerade.</translation>
    </message>
    <message>
        <source>Pincite has not used the network since it was started at {time}.</source>
        <translation>Pincite hat das Netzwerk seit dem Start um {time} nicht genutzt.</translation>
    </message>
    <message>
        <source>Since Pincite was started at {time}, the network was used:</source>
        <translation>Seit dem Start von Pincite um {time} wurde das Netzwerk genutzt:</translation>
    </message>
    <message>
        <source>at {time} for {what}, as you asked</source>
        <translation>um {time} für {what}, auf Ihren Wunsch</translation>
    </message>
    <message>
        <source>at {time} to reach {what}, which you did not ask for</source>
        <translation>um {time} für den Zugriff auf {what}, ungefragt</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Deleted the collection “{collection}”. Its documents are still in the library.</source>
        <translation>Sammlung „{collection}“ gelöscht. Die Dokumente bleiben in der Bibliothek.</translation>
    </message>
    <message>
        <source>Moved {documents} to “{collection}”.</source>
        <extracomment>{documents} is the title of one in quotation marks, or “3 documents”, here and where they are added or removed</extracomment>
        <translation>{documents} nach „{collection}“ verschoben.</translation>
    </message>
    <message>
        <source>Added {documents} to “{collection}”.</source>
        <translation>{documents} zu „{collection}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>Took {documents} out of “{collection}”.</source>
        <translation>{documents} aus „{collection}“ herausgenommen.</translation>
    </message>
    <message>
        <source>Renamed to “{title}”.</source>
        <translation>Umbenannt in „{title}“.</translation>
    </message>
    <message>
        <source>Removed {documents}.</source>
        <translation>{documents} entfernt.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>{title}, p. {page}</source>
        <translation>{title}, S. {page}</translation>
    </message>
</context>
<context>
    <name>PageBody</name>
    <message>
        <source>The page that proves an answer
opens here, with its words marked.</source>
        <translation>Hier öffnet sich die Seite, die eine Antwort belegt,
mit markiertem Wortlaut.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PageSelection</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Mit Fundstelle kopieren</translation>
    </message>
    <message>
        <source>Select the page</source>
        <translation>Ganze Seite auswählen</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Outline, pages and highlights</source>
        <translation>Gliederung, Seiten und Markierungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Highlight the selected words</source>
        <translation>Ausgewählte Wörter markieren</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>p.</source>
        <translation>S.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The printed page label. Type a label or a number and press Enter ({keys})</source>
        <translation>Gedruckte Seitenzahl. Diese oder die laufende Nummer eingeben und Eingabetaste drücken ({keys})</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>Im Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>von {total}</translation>
    </message>
    <message>
        <source>· {number} of {total}</source>
        <translation>· {number} von {total}</translation>
    </message>
    <message>
        <source>Zoom, {percent}</source>
        <translation>Zoom, {percent}</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Seitenbreite</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {label}, {number} of {total}</source>
        <translation>Seite {label}, {number} von {total}</translation>
    </message>
    <message>
        <source>This page is not searched: {reason}</source>
        <translation>Diese Seite wird nicht durchsucht: {reason}</translation>
    </message>
    <message>
        <source>This page: {reason}</source>
        <translation>Diese Seite: {reason}</translation>
    </message>
    <message>
        <source>This page cannot be shown: {reason}</source>
        <translation>Diese Seite kann nicht angezeigt werden: {reason}</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>That password does not open “{name}”.</source>
        <translation>Dieses Passwort öffnet „{name}“ nicht.</translation>
    </message>
    <message>
        <source>Try another one, or skip the file.</source>
        <translation>Versuchen Sie ein anderes oder überspringen Sie die Datei.</translation>
    </message>
    <message>
        <source>“{name}” is encrypted.</source>
        <translation>„{name}“ ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Type its password to add it; Pincite does not store it.</source>
        <translation>Geben Sie das Passwort ein, um die Datei hinzuzufügen; Pincite speichert es nicht.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Documents, questions, answers and notes stay on this computer.</source>
        <translation>Dokumente, Fragen, Antworten und Notizen bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no account, no telemetry, and no check for updates.</source>
        <translation>Es gibt kein Konto, keine Telemetrie und keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Only the download of a model uses the network, and only when you press its button.</source>
        <translation>Nur der Download eines Modells nutzt das Netzwerk, und nur, wenn Sie auf dessen Schaltfläche klicken.</translation>
    </message>
    <message>
        <source>Passwords of documents are kept in memory until Pincite is closed, and written nowhere.</source>
        <translation>Passwörter von Dokumenten bleiben im Arbeitsspeicher, bis Pincite beendet wird, und werden nirgends dauerhaft gespeichert.</translation>
    </message>
    <message>
        <source>Crash reports stay on this computer unless you copy them.</source>
        <translation>Absturzberichte bleiben auf diesem Computer, sofern Sie sie nicht kopieren.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Pincite counts every connection that its processes make before it is made, and looks at the connections that the system lists for them. The figure is renewed every five seconds.</source>
        <translation>Pincite zählt jede Verbindung seiner Prozesse, bevor sie aufgebaut wird, und prüft die Verbindungen, die das System für sie auflistet. Die Angabe wird alle fünf Sekunden erneuert.</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>QuestionMenu</name>
    <message>
        <source>Templates: {field}</source>
        <translation>Vorlagen: {field}</translation>
    </message>
    <message>
        <source>Earlier questions</source>
        <translation>Frühere Fragen</translation>
    </message>
    <message>
        <source>Forget earlier questions</source>
        <translation>Frühere Fragen löschen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>ScopeButton</name>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>{chosen} of {total} documents</source>
        <translation>{chosen} von {total} Dokumenten</translation>
    </message>
    <message>
        <source>in {documents}</source>
        <extracomment>{documents} is a title, “2 of 12 documents”, or the name of a collection and how many documents it has</extracomment>
        <translation>in: {documents}</translation>
    </message>
    <message>
        <source>Questions are answered from: {documents}. Click to change it.</source>
        <translation>Fragen werden beantwortet aus: {documents}. Zum Ändern klicken.</translation>
    </message>
    <message>
        <source>Answered from {documents}</source>
        <translation>Beantwortet aus: {documents}</translation>
    </message>
</context>
<context>
    <name>ScopeCard</name>
    <message>
        <source>What questions are answered from</source>
        <translation>Woraus Fragen beantwortet werden</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Dokumente filtern</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>None ticked: all are asked.</source>
        <translation>Keines ausgewählt: Alle werden befragt.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>No passage matches. Try other words, or look in more documents.</source>
        <translation>Keine Textstelle passt. Versuchen Sie es mit anderen Wörtern oder in weiteren Dokumenten.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Any document</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>Any collection</source>
        <translation>Alle Sammlungen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation>Dieses Dokument hat keine Gliederung.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the library…</source>
        <translation>Bibliothek wird geöffnet…</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Netzwerk: …</translation>
    </message>
    <message>
        <source>Library: {location}</source>
        <translation>Bibliothek: {location}</translation>
    </message>
    <message>
        <source>Search by meaning covers them when the import is done</source>
        <translation>Nach dem Import erfasst sie auch die sinngemäße Suche</translation>
    </message>
    <message>
        <source>quotes only, no language model</source>
        <translation>nur Zitate, kein Sprachmodell</translation>
    </message>
    <message>
        <source>Writes answers: {model}</source>
        <translation>Schreibt Antworten: {model}</translation>
    </message>
    <message>
        <source>Writes answers: no language model installed; answers are quotes</source>
        <translation>Schreibt Antworten: kein Sprachmodell installiert; Antworten sind Zitate</translation>
    </message>
    <message>
        <source>Orders passages: {model}</source>
        <translation>Ordnet Textstellen: {model}</translation>
    </message>
    <message>
        <source>Orders passages: no model installed; they stand in the order in which search finds them</source>
        <translation>Ordnet Textstellen: kein Modell installiert; sie stehen in der Reihenfolge, in der die Suche sie findet</translation>
    </message>
    <message>
        <source>Search by meaning: no model installed; search is by words only</source>
        <translation>Sinngemäße Suche: kein Modell installiert; gesucht wird nur nach Wörtern</translation>
    </message>
    <message>
        <source>Search by meaning: {model}</source>
        <translation>Sinngemäße Suche: {model}</translation>
    </message>
    <message>
        <source>Runs on: {device}</source>
        <translation>Läuft auf: {device}</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Copies of your documents</source>
        <translation>Kopien Ihrer Dokumente</translation>
    </message>
    <message>
        <source>Text, index and meanings</source>
        <translation>Text, Index und Bedeutungen</translation>
    </message>
    <message>
        <source>Conversations and the rest</source>
        <translation>Unterhaltungen und Übriges</translation>
    </message>
    <message>
        <source>Copies from before an upgrade</source>
        <translation>Kopien von vor einem Upgrade</translation>
    </message>
    <message>
        <source>Models, shared by all libraries</source>
        <translation>Modelle, gemeinsam für alle Bibliotheken</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>A backup is one file with the whole library: documents, text, notes and conversations; models are not in it.</source>
        <translation>Eine Sicherung ist eine einzige Datei mit der ganzen Bibliothek: Dokumente, Text, Notizen und Unterhaltungen; Modelle sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Fortschritt der Sicherung</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Jetzt verwenden</translation>
    </message>
    <message>
        <source>The library is in {location}</source>
        <translation>Die Bibliothek liegt in {location}</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Bibliothek sichern</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>The backup is in {path}.</source>
        <translation>Die Sicherung liegt in {path}.</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Wird gesichert</translation>
    </message>
    <message>
        <source>The library was restored into {folder}. The one in use was not changed.</source>
        <translation>Die Bibliothek wurde in {folder} wiederhergestellt. Die verwendete Bibliothek blieb unverändert.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Backup of a library (*.zip)</source>
        <translation>Sicherung einer Bibliothek (*.zip)</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}, {left}</source>
        <extracomment>{doing} is “Backing up” or “Restoring”, {left} “about 40 s left”</extracomment>
        <translation>{doing}: {done} von {total}, {left}</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}</source>
        <translation>{doing}: {done} von {total}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There was nothing to free; the library is in order.</source>
        <translation>Es gab nichts freizugeben; die Bibliothek ist in Ordnung.</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>{size} freigegeben.</translation>
    </message>
    <message>
        <source>Cleaning up…</source>
        <translation>Wird aufgeräumt…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Cleaning up deletes what no document needs, and merges small files, so that search stays fast.</source>
        <translation>Aufräumen löscht, was kein Dokument braucht, und führt kleine Dateien zusammen, damit die Suche schnell bleibt.</translation>
    </message>
    <message>
        <source>{size} belong to no document any more.</source>
        <translation>{size} gehören zu keinem Dokument mehr.</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Open documents</source>
        <translation>Geöffnete Dokumente</translation>
    </message>
    <message>
        <source>Close “{title}”</source>
        <translation>„{title}“ schließen</translation>
    </message>
</context>
<context>
    <name>ThumbnailPanel</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Not in these documents.</source>
        <translation>Nicht in diesen Dokumenten.</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Verstanden als: {question}</translation>
    </message>
    <message>
        <source>{question} (open)</source>
        <translation>{question} (aufgeklappt)</translation>
    </message>
    <message>
        <source>{question} (closed)</source>
        <translation>{question} (zugeklappt)</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo ({keys})</source>
        <translation>Rückgängig ({keys})</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>“{title}” is encrypted.</source>
        <translation>„{title}“ ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Type its password to see its pages. Pincite stores no password, so it asks again after each start.</source>
        <translation>Geben Sie das Passwort ein, um die Seiten zu sehen. Pincite speichert keine Passwörter und fragt deshalb nach jedem Start erneut.</translation>
    </message>
    <message>
        <source>That password does not open “{title}”.</source>
        <translation>Dieses Passwort öffnet „{title}“ nicht.</translation>
    </message>
    <message>
        <source>Try another one. Small and capital letters are different.</source>
        <translation>Versuchen Sie ein anderes. Groß- und Kleinschreibung wird unterschieden.</translation>
    </message>
</context>
<context>
    <name>WatchedPanel</name>
    <message>
        <source>Look into the watched folders now</source>
        <translation>Überwachte Ordner jetzt prüfen</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Ask your PDFs</source>
        <translation>Befragen Sie Ihre PDFs</translation>
    </message>
    <message>
        <source>Add documents, ask in plain words, and see each sentence of the answer marked on the page that proves it. Nothing leaves this computer.</source>
        <translation>Fügen Sie Dokumente hinzu, fragen Sie in einfachen Worten und sehen Sie zu jedem Satz der Antwort die markierte Stelle auf der Seite, die ihn belegt. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Try the samples</source>
        <translation>Beispiele ausprobieren</translation>
    </message>
    <message>
        <source>New here? The samples take a few seconds, and show how it works.</source>
        <translation>Neu hier? Die Beispiele sind in wenigen Sekunden geladen und zeigen, wie es geht.</translation>
    </message>
    <message>
        <source>Add your own…</source>
        <translation>Eigene hinzufügen…</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Highlights and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {label}</source>
        <translation>Seite {label}</translation>
    </message>
</context>
<context>
    <name>answer_export</name>
    <message>
        <source>Not in these documents.</source>
        <translation>Nicht in diesen Dokumenten.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Written by {model}, on this computer.</source>
        <translation>Verfasst von {model}, auf diesem Computer.</translation>
    </message>
    <message>
        <source>Quoted word for word.</source>
        <translation>Wörtlich zitiert.</translation>
    </message>
</context>
<context>
    <name>bridge</name>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>Die Antwort wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The part of Pincite that answers stopped unexpectedly. Ask again.</source>
        <translation>Der Teil von Pincite, der antwortet, wurde unerwartet beendet. Fragen Sie erneut.</translation>
    </message>
    <message>
        <source>This was not done: the part of Pincite that does it ended.</source>
        <translation>Nicht ausgeführt: Der zuständige Teil von Pincite wurde beendet.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>collection_dialog</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>Pages of %Ln more documents could not be read; their details say why.</source>
        <translation>
            <numerusform>Seiten von %Ln weiterem Dokument konnten nicht gelesen werden; den Grund nennen dessen Details.</numerusform>
            <numerusform>Seiten von %Ln weiteren Dokumenten konnten nicht gelesen werden; den Grund nennen deren Details.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln supported</source>
        <translation>
            <numerusform>%Ln belegt</numerusform>
            <numerusform>%Ln belegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weak</source>
        <translation>
            <numerusform>%Ln schwach belegt</numerusform>
            <numerusform>%Ln schwach belegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsupported</source>
        <translation>
            <numerusform>%Ln nicht belegt</numerusform>
            <numerusform>%Ln nicht belegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: questions are answered from %Ln document(s)</source>
        <translation>
            <numerusform>{name}: Fragen werden aus %Ln Dokument beantwortet</numerusform>
            <numerusform>{name}: Fragen werden aus %Ln Dokumenten beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument entfernen</numerusform>
            <numerusform>%Ln Dokumente entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read</source>
        <extracomment>Follows “12 pages, ”</extracomment>
        <translation>
            <numerusform>%Ln nicht gelesen</numerusform>
            <numerusform>%Ln nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading {done} of %Ln page(s)</source>
        <translation>
            <numerusform>{done} von %Ln Seite gelesen</numerusform>
            <numerusform>{done} von %Ln Seiten gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading pictures of “{name}”: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Texterkennung in „{name}“: {done} von %Ln Seite</numerusform>
            <numerusform>Texterkennung in „{name}“: {done} von %Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning meanings: {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Bedeutungen werden erfasst: {done} von %Ln Textstelle</numerusform>
            <numerusform>Bedeutungen werden erfasst: {done} von %Ln Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of “{name}” could not be read. Its details say why.</source>
        <translation>
            <numerusform>%Ln Seite von „{name}“ konnte nicht gelesen werden. Den Grund nennen die Details.</numerusform>
            <numerusform>%Ln Seiten von „{name}“ konnten nicht gelesen werden. Den Grund nennen die Details.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No matches · %Ln page(s) without text</source>
        <translation>
            <numerusform>Keine Treffer · %Ln Seite ohne Text</numerusform>
            <numerusform>Keine Treffer · %Ln Seiten ohne Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was saved with %Ln highlight(s).</source>
        <translation>
            <numerusform>„{name}“ wurde mit %Ln Markierung gespeichert.</numerusform>
            <numerusform>„{name}“ wurde mit %Ln Markierungen gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are waiting for theirs.</source>
        <translation>
            <numerusform>%Ln weitere Datei wartet auf ihr Passwort.</numerusform>
            <numerusform>%Ln weitere Dateien warten auf ihr Passwort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln Dokument ausgewählt</numerusform>
            <numerusform>%Ln Dokumente ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteren anzeigen</numerusform>
            <numerusform>%Ln weitere anzeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln match(es)</source>
        <translation>
            <numerusform>{number} von %Ln Treffer</numerusform>
            <numerusform>{number} von %Ln Treffern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{matches} in %Ln document(s)</source>
        <translation>
            <numerusform>{matches} in %Ln Dokument</numerusform>
            <numerusform>{matches} in %Ln Dokumenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) found by words only</source>
        <translation>
            <numerusform>%Ln Textstelle nur über Wörter auffindbar</numerusform>
            <numerusform>%Ln Textstellen nur über Wörter auffindbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln verschwunden</numerusform>
            <numerusform>%Ln verschwunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Textstelle</numerusform>
            <numerusform>%Ln Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln Frage</numerusform>
            <numerusform>%Ln Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>page(s) {pages}</source>
        <translation>
            <numerusform>Seite {pages}</numerusform>
            <numerusform>Seiten {pages}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched {documents}, of which %Ln have no readable text.</source>
        <translation>
            <numerusform>Durchsucht: {documents}, davon %Ln ohne lesbaren Text.</numerusform>
            <numerusform>Durchsucht: {documents}, davon %Ln ohne lesbaren Text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>document_menu</name>
    <message>
        <source>Show in Finder</source>
        <translation>Im Finder zeigen</translation>
    </message>
    <message>
        <source>Show in Explorer</source>
        <translation>Im Explorer anzeigen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager anzeigen</translation>
    </message>
</context>
<context>
    <name>document_rows</name>
    <message>
        <source>waiting to be read</source>
        <translation>wartet auf das Einlesen</translation>
    </message>
    <message>
        <source>text ready</source>
        <translation>Text bereit</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>mit Problemen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>failed: {reason}</source>
        <translation>fehlgeschlagen: {reason}</translation>
    </message>
</context>
<context>
    <name>downloads</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>list_options</name>
    <message>
        <source>Sort and show</source>
        <translation>Sortierung und Anzeige</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>State, problems first</source>
        <translation>Status, Probleme zuerst</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Mit Problemen</translation>
    </message>
    <message>
        <source>Not yet found by meaning</source>
        <translation>Noch nicht sinngemäß auffindbar</translation>
    </message>
</context>
<context>
    <name>model_banner</name>
    <message>
        <source>Documents are found by their words only, because the model of meanings is not installed.</source>
        <translation>Dokumente werden nur anhand ihrer Wörter gefunden, weil das Modell für die sinngemäße Suche nicht installiert ist.</translation>
    </message>
    <message>
        <source>Answers are quotes, word for word, because no language model is installed.</source>
        <translation>Antworten sind wörtliche Zitate, weil kein Sprachmodell installiert ist.</translation>
    </message>
</context>
<context>
    <name>question_menu</name>
    <message>
        <source>Earlier questions and templates</source>
        <translation>Frühere Fragen und Vorlagen</translation>
    </message>
</context>
<context>
    <name>question_templates</name>
    <message>
        <source>Law</source>
        <extracomment>What stands in brackets is filled in by the reader: translate it, and keep the brackets</extracomment>
        <translation>Recht</translation>
    </message>
    <message>
        <source>What notice must [party] give to end the agreement?</source>
        <translation>Welche Frist muss [Partei] einhalten, um den Vertrag zu kündigen?</translation>
    </message>
    <message>
        <source>What are the obligations of [party] concerning [subject]?</source>
        <translation>Welche Pflichten hat [Partei] in Bezug auf [Gegenstand]?</translation>
    </message>
    <message>
        <source>Which law governs the agreement, and where are disputes heard?</source>
        <translation>Welches Recht gilt für den Vertrag, und wo ist der Gerichtsstand?</translation>
    </message>
    <message>
        <source>Is liability limited, and to what amount?</source>
        <translation>Ist die Haftung begrenzt, und auf welchen Betrag?</translation>
    </message>
    <message>
        <source>How does the document define “[term]”?</source>
        <translation>Wie definiert das Dokument „[Begriff]“?</translation>
    </message>
    <message>
        <source>Which deadlines does the document set for [party]?</source>
        <translation>Welche Fristen nennt das Dokument für [Partei]?</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medizin</translation>
    </message>
    <message>
        <source>What is the recommended dose of [drug] for [condition]?</source>
        <translation>Welche Dosis von [Wirkstoff] wird bei [Erkrankung] empfohlen?</translation>
    </message>
    <message>
        <source>What are the contraindications of [drug]?</source>
        <translation>Welche Kontraindikationen hat [Wirkstoff]?</translation>
    </message>
    <message>
        <source>When should a patient with [condition] be referred or admitted?</source>
        <translation>Wann ist bei [Erkrankung] eine Überweisung oder stationäre Aufnahme angezeigt?</translation>
    </message>
    <message>
        <source>Which monitoring is recommended for [treatment]?</source>
        <translation>Welche Kontrollen werden bei [Behandlung] empfohlen?</translation>
    </message>
    <message>
        <source>What is first-line treatment for [condition]?</source>
        <translation>Was ist die Erstlinientherapie bei [Erkrankung]?</translation>
    </message>
    <message>
        <source>Which adverse effects of [drug] are reported?</source>
        <translation>Welche unerwünschten Wirkungen von [Wirkstoff] werden berichtet?</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studium</translation>
    </message>
    <message>
        <source>How does the text define [term]?</source>
        <translation>Wie definiert der Text [Begriff]?</translation>
    </message>
    <message>
        <source>What is the difference between [first] and [second]?</source>
        <translation>Worin unterscheiden sich [Erstes] und [Zweites]?</translation>
    </message>
    <message>
        <source>What are the causes of [event]?</source>
        <translation>Welche Ursachen hat [Ereignis]?</translation>
    </message>
    <message>
        <source>Which steps does [process] have?</source>
        <translation>Welche Schritte umfasst [Vorgang]?</translation>
    </message>
    <message>
        <source>What evidence supports the claim that [claim]?</source>
        <translation>Welche Belege stützen die Behauptung, dass [Behauptung]?</translation>
    </message>
    <message>
        <source>Which example does the text give for [term]?</source>
        <translation>Welches Beispiel gibt der Text für [Begriff]?</translation>
    </message>
</context>
<context>
    <name>settings_answers</name>
    <message>
        <source>Misses about 1 answer in {missed}; hardly ever answers a question that the documents do not answer.</source>
        <translation>Übersieht etwa eine von {missed} Antworten; beantwortet fast nie eine Frage, auf die die Dokumente keine Antwort geben.</translation>
    </message>
    <message>
        <source>Misses about 1 answer in {missed}; answers about 1 in {wrong} questions that the documents do not answer.</source>
        <translation>Übersieht etwa eine von {missed} Antworten; beantwortet etwa eine von {wrong} Fragen, auf die die Dokumente keine Antwort geben.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Before it answers, Pincite estimates whether the documents hold an answer at all. Choose how sure it must be; every sentence is checked against what it cites in any case.</source>
        <translation>Bevor Pincite antwortet, schätzt es ab, ob die Dokumente überhaupt eine Antwort enthalten. Wählen Sie, wie sicher es sein muss; jeder Satz wird in jedem Fall anhand seiner Fundstellen geprüft.</translation>
    </message>
</context>
<context>
    <name>settings_appearance</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
</context>
<context>
    <name>settings_models</name>
    <message>
        <source>Writes answers</source>
        <translation>Schreibt Antworten</translation>
    </message>
    <message>
        <source>Without one, answers are quotes from the documents.</source>
        <translation>Ohne ein solches Modell sind Antworten Zitate aus den Dokumenten.</translation>
    </message>
    <message>
        <source>Finds by meaning</source>
        <translation>Findet sinngemäß</translation>
    </message>
    <message>
        <source>Without one, documents are found by their words only.</source>
        <translation>Ohne ein solches Modell werden Dokumente nur anhand ihrer Wörter gefunden.</translation>
    </message>
    <message>
        <source>Puts what is found in order</source>
        <translation>Ordnet, was gefunden wurde</translation>
    </message>
    <message>
        <source>Without one, passages stand in the order in which search finds them.</source>
        <translation>Ohne ein solches Modell stehen Textstellen in der Reihenfolge, in der die Suche sie findet.</translation>
    </message>
    <message>
        <source>Checks each sentence</source>
        <translation>Prüft jeden Satz</translation>
    </message>
    <message>
        <source>Without one, numbers and words are compared, but not the meaning.</source>
        <translation>Ohne ein solches Modell werden Zahlen und Wörter verglichen, aber nicht die Bedeutung.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>They run on this computer. A download begins only when you press its button.</source>
        <translation>Sie laufen auf diesem Computer. Ein Download beginnt erst, wenn Sie auf dessen Schaltfläche klicken.</translation>
    </message>
</context>
<context>
    <name>settings_privacy</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
</context>
<context>
    <name>settings_storage</name>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
</context>
<context>
    <name>swatches</name>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
</context>
<context>
    <name>watched_panel</name>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Not looked into yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not there. Connect its disk, or stop watching it.</source>
        <translation>Nicht vorhanden. Laufwerk anschließen oder Überwachung beenden.</translation>
    </message>
    <message>
        <source>{time}: nothing new</source>
        <translation>{time}: nichts Neues</translation>
    </message>
    <message>
        <source>last looked into: {time}</source>
        <translation>zuletzt geprüft: {time}</translation>
    </message>
    <message>
        <source>New PDFs are added to “{name}”.</source>
        <translation>Neue PDFs werden zu „{name}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>Last looked into: {time}</source>
        <translation>Zuletzt geprüft: {time}</translation>
    </message>
    <message>
        <source>Last found, {time}: {files}</source>
        <translation>Zuletzt gefunden, {time}: {files}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Supported by the cited words</source>
        <translation>Durch den zitierten Wortlaut belegt</translation>
    </message>
    <message>
        <source>Only weakly supported by the cited words</source>
        <translation>Durch den zitierten Wortlaut nur schwach belegt</translation>
    </message>
    <message>
        <source>Not supported by the cited words</source>
        <translation>Durch den zitierten Wortlaut nicht belegt</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>S. {number}</translation>
    </message>
    <message>
        <source>p. {label} ({number})</source>
        <translation>S. {label} ({number})</translation>
    </message>
    <message>
        <source>Searched {documents}.</source>
        <translation>Durchsucht: {documents}.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>A date as QLocale writes it; put its parts in the usual order</extracomment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>dd MMM yyyy, HH:mm</source>
        <extracomment>A date and time as QLocale writes it; put its parts in the usual order</extracomment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
