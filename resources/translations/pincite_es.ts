<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerText</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Working on the question</source>
        <translation>Procesando la pregunta</translation>
    </message>
    <message>
        <source>Copy with citations</source>
        <translation>Copiar con referencias</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Save as Markdown, with citations…</source>
        <translation>Guardar como Markdown, con referencias…</translation>
    </message>
    <message>
        <source>Searching the documents…</source>
        <translation>Buscando en los documentos…</translation>
    </message>
    <message>
        <source>Loading {model}… The first question takes longer.</source>
        <translation>Cargando {model}… La primera pregunta tarda más.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>el modelo</translation>
    </message>
    <message>
        <source>Learning the meaning of the question…</source>
        <translation>Analizando el significado de la pregunta…</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Reformulada como: {question}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Reading the passages…</source>
        <translation>Leyendo los pasajes…</translation>
    </message>
    <message>
        <source>In the documents&apos; own words, until the answer is written…</source>
        <translation>Con las palabras de los documentos, hasta que se redacte la respuesta…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Redactando…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>Pasajes más próximos</translation>
    </message>
    <message>
        <source>Not searched: {pages}.</source>
        <translation>No se buscó en: {pages}.</translation>
    </message>
    <message>
        <source>Try other words, or look at the nearest passages below.</source>
        <translation>Pruebe con otras palabras o consulte abajo los pasajes más próximos.</translation>
    </message>
    <message>
        <source>Try other words.</source>
        <translation>Pruebe con otras palabras.</translation>
    </message>
    <message>
        <source>Not in these documents</source>
        <translation>No está en estos documentos</translation>
    </message>
    <message>
        <source>Search for the words</source>
        <translation>Buscar las palabras</translation>
    </message>
    <message>
        <source>Ask all documents</source>
        <translation>Consultar todos los documentos</translation>
    </message>
    <message>
        <source>Written by {model}</source>
        <translation>Redactada por {model}</translation>
    </message>
    <message>
        <source>Quoted word for word</source>
        <translation>Citas textuales</translation>
    </message>
    <message>
        <source>Written by {model} in {seconds} s</source>
        <translation>Redactada por {model} en {seconds} s</translation>
    </message>
    <message>
        <source>Quoted word for word in {seconds} s</source>
        <translation>Citas textuales en {seconds} s</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Cautious</source>
        <translation>Prudente</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Eager</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>The figures were measured on questions about contracts, textbooks and medicine.</source>
        <translation>Las cifras se midieron con preguntas sobre contratos, libros de texto y medicina.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>{scale} %</source>
        <translation>{scale} %</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Pincite speaks this language from its next start on.</source>
        <translation>Pincite usará este idioma a partir del próximo inicio.</translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answers in sentences, each with its source</source>
        <translation>Responde con frases, cada una con su referencia</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Answers in the documents’ own words, without a language model</source>
        <translation>Responde con las palabras de los documentos, sin modelo de lenguaje</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Lists every match, without an answer</source>
        <translation>Muestra todas las coincidencias, sin respuesta</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>Earlier conversations</source>
        <translation>Conversaciones anteriores</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Answers appear here,
each sentence with the words that prove it.</source>
        <translation>Las respuestas aparecen aquí,
cada frase con las palabras que la prueban.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Guardar la respuesta</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Search for words or a meaning…</source>
        <translation>Buscar por palabras o por significado…</translation>
    </message>
    <message>
        <source>Ask your documents…</source>
        <translation>Pregunte a sus documentos…</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The part of Pincite that reads and answers keeps stopping, so it was not started again.</source>
        <translation>La parte de Pincite que lee y responde se detiene una y otra vez, por lo que no se volvió a iniciar.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then start it again. Your library is safe.</source>
        <translation>Cierre otros programas para liberar memoria y vuelva a iniciarla. Su biblioteca está a salvo.</translation>
    </message>
    <message>
        <source>It was started again and imports continue. Your library is safe. ({reason})</source>
        <translation>Se volvió a iniciar y las importaciones continúan. Su biblioteca está a salvo. ({reason})</translation>
    </message>
    <message>
        <source>The part of Pincite that reads and answers stopped unexpectedly.</source>
        <translation>La parte de Pincite que lee y responde se detuvo de forma inesperada.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>CollectionDialog</name>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nueva colección</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nombre de la colección</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>A matter, a course, a ward. Its questions are answered from its own documents only.</source>
        <translation>Un expediente, una asignatura, un servicio clínico. Las preguntas a una colección se responden solo con sus propios documentos.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Color: {name}</translation>
    </message>
</context>
<context>
    <name>CollectionList</name>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nueva colección…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>Name and colour…</source>
        <translation>Nombre y color…</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Eliminar colección</translation>
    </message>
</context>
<context>
    <name>CollectionRows</name>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Name of the command</source>
        <translation>Nombre del comando</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation>Buscar en las conversaciones</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Conversación eliminada</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>Se guardó «{name}».</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Guardar como Markdown…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>No conversation has these words.</source>
        <translation>Ninguna conversación contiene estas palabras.</translation>
    </message>
    <message>
        <source>Questions and their answers are kept here.</source>
        <translation>Aquí se conservan las preguntas y sus respuestas.</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Cambiar el nombre de la conversación</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Guardar la conversación</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Se produjo un error</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>This is a fault in Pincite, not in your documents.</source>
        <translation>Es un fallo de Pincite, no de sus documentos.</translation>
    </message>
    <message>
        <source>Your library is safe. The report below stays on this computer unless you copy it.</source>
        <translation>Su biblioteca está a salvo. El informe siguiente no sale de este equipo, salvo que usted lo copie.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Close details</source>
        <translation>Cerrar detalles</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Introducir contraseña…</translation>
    </message>
    <message>
        <source>{pages}, {passages}, added {day}</source>
        <translation>{pages}, {passages}, añadido el {day}</translation>
    </message>
    <message>
        <source>In {collections}</source>
        <translation>En {collections}</translation>
    </message>
    <message>
        <source>From {path}</source>
        <translation>Origen: {path}</translation>
    </message>
    <message>
        <source>{pages} not read: {reason}</source>
        <translation>{pages} sin leer: {reason}</translation>
    </message>
    <message>
        <source>{pages}: {reason}</source>
        <translation>{pages}: {reason}</translation>
    </message>
    <message>
        <source>Not imported: {reason}</source>
        <translation>No se importó: {reason}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation>Añadir a la colección</translation>
    </message>
    <message>
        <source>Move to collection</source>
        <translation>Mover a la colección</translation>
    </message>
    <message>
        <source>Take out of “{name}”</source>
        <translation>Quitar de «{name}»</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Title of the document, as answers cite it</source>
        <translation>Título del documento, tal como lo citan las respuestas</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nueva colección…</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>New collection</source>
        <translation>Nueva colección</translation>
    </message>
    <message>
        <source>Add PDFs</source>
        <translation>Añadir PDF</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the documents by words of their titles</source>
        <translation>Filtrar los documentos por palabras del título</translation>
    </message>
    <message>
        <source>Show only documents with these words in their titles or file names ({keys})</source>
        <translation>Mostrar solo los documentos con estas palabras en el título o en el nombre de archivo ({keys})</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>No document fits the filter.</source>
        <translation>Ningún documento coincide con el filtro.</translation>
    </message>
    <message>
        <source>This collection is empty.
Drag documents onto its name, or drop PDFs here.</source>
        <translation>Esta colección está vacía.
Arrastre documentos hasta su nombre o suelte archivos PDF aquí.</translation>
    </message>
    <message>
        <source>Drop PDFs or folders here,
or press + to choose them.</source>
        <translation>Suelte aquí archivos PDF o carpetas,
o pulse + para elegirlos.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Previous evidence</source>
        <translation>Prueba anterior</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Prueba siguiente</translation>
    </message>
    <message>
        <source>Evidence: {total}</source>
        <translation>Pruebas: {total}</translation>
    </message>
    <message>
        <source>Evidence {number} of {total}</source>
        <translation>Prueba {number} de {total}</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>«{quote}»</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>Buscar en este documento</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{number} of {total}… {percent}</source>
        <translation>{number} de {total}… {percent}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Sin coincidencias</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Look again now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>What can be done with the folder {name}</source>
        <translation>Acciones para la carpeta {name}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add your own…</source>
        <translation>Añadir documentos propios…</translation>
    </message>
    <message>
        <source>Close the first steps</source>
        <translation>Cerrar los primeros pasos</translation>
    </message>
    <message>
        <source>Ask in your own words, or try one of these questions:</source>
        <translation>Pregunte con sus propias palabras o pruebe una de estas preguntas:</translation>
    </message>
    <message>
        <source>Ask in your own words: each sentence of the answer names the page that proves it.</source>
        <translation>Pregunte con sus propias palabras: cada frase de la respuesta indica la página que la prueba.</translation>
    </message>
    <message>
        <source>Click the source after a sentence: its page opens, with the words that prove it marked.</source>
        <translation>Haga clic en la referencia que sigue a una frase: se abre su página, con las palabras que la prueban resaltadas.</translation>
    </message>
    <message>
        <source>Every answer can be checked like this. Now add your own PDFs, and ask them.</source>
        <translation>Así se puede comprobar cualquier respuesta. Ahora añada sus propios PDF y pregúnteles.</translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Cancelar la importación</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Preparing the import…</source>
        <translation>Preparando la importación…</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}: {name}</source>
        <translation>Leyendo el archivo {number} de {total}: {name}</translation>
    </message>
    <message>
        <source>Reading file {number} of {total}…</source>
        <translation>Leyendo el archivo {number} de {total}…</translation>
    </message>
    <message>
        <source>Reading: {name}</source>
        <translation>Leyendo: {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Files that were done stay. Add the others again to go on.</source>
        <translation>Los archivos ya terminados se conservan. Para continuar, vuelva a añadir los demás.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>La importación se detuvo.</translation>
    </message>
</context>
<context>
    <name>ListOptions</name>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add PDFs</source>
        <translation>Añadir PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf);;All files (*)</source>
        <translation>Documentos PDF (*.pdf);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add a folder of PDFs</source>
        <translation>Añadir una carpeta de PDF</translation>
    </message>
    <message>
        <source>Watch a folder for “{name}”</source>
        <translation>Vigilar una carpeta para «{name}»</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilar</translation>
    </message>
    <message>
        <source>Drop to add to “{collection}”</source>
        <translation>Suelte para añadir a «{collection}»</translation>
    </message>
    <message>
        <source>Drop to add to your documents</source>
        <translation>Suelte para añadir a sus documentos</translation>
    </message>
    <message>
        <source>“{name}” is in the library already; nothing was added twice.</source>
        <translation>«{name}» ya está en la biblioteca; no se añadió nada por duplicado.</translation>
    </message>
    <message>
        <source>{path} is gone.</source>
        <translation>{path} ya no existe.</translation>
    </message>
    <message>
        <source>The library has a copy of its own: open the document and save a copy of it.</source>
        <translation>La biblioteca tiene su propia copia: abra el documento y guarde una copia.</translation>
    </message>
    <message>
        <source>{folder} is not there.</source>
        <translation>{folder} no está disponible.</translation>
    </message>
    <message>
        <source>Connect its disk.</source>
        <translation>Conecte su disco.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Volver a iniciar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Highlight</source>
        <translation>Resaltado</translation>
    </message>
    <message>
        <source>Delete this highlight</source>
        <translation>Eliminar este resaltado</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Añadir una nota…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Keeps the note ({keys})</source>
        <translation>Guarda la nota ({keys})</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlight deleted</source>
        <translation>Resaltado eliminado</translation>
    </message>
    <message>
        <source>Select words on the page first, then highlight them.</source>
        <translation>Seleccione primero palabras en la página y después resáltelas.</translation>
    </message>
    <message>
        <source>Save a copy with highlights</source>
        <translation>Guardar una copia con resaltados</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documentos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <translation>Resaltar en</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Resaltar</translation>
    </message>
    <message>
        <source>Highlight and add a note…</source>
        <translation>Resaltar y añadir una nota…</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Select words on a page and press {keys} to highlight them.</source>
        <translation>Seleccione palabras en una página y pulse {keys} para resaltarlas.</translation>
    </message>
    <message>
        <source>Save a copy with highlights…</source>
        <translation>Guardar una copia con resaltados…</translation>
    </message>
    <message>
        <source>{colour} highlight, {place}: {quote}. {note}</source>
        <extracomment>{colour} is the name of a colour: Yellow, Green, Blue or Pink</extracomment>
        <translation>Resaltado ({colour}), {place}: {quote}. {note}</translation>
    </message>
    <message>
        <source>Go to highlight</source>
        <translation>Ir al resaltado</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>Editar nota…</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Copiar con referencia</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Eliminar resaltado</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Add PDFs…</source>
        <translation>&amp;Añadir PDF…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Añadir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>&amp;New collection…</source>
        <translation>&amp;Nueva colección…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Confi&amp;guración…</translation>
    </message>
    <message>
        <source>&amp;Back up or restore…</source>
        <translation>Copia de &amp;seguridad y restauración…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sa&amp;lir</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Preguntar</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Pregunta</translation>
    </message>
    <message>
        <source>&amp;Quotes only</source>
        <translation>Solo &amp;citas</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Búsqueda</translation>
    </message>
    <message>
        <source>&amp;Documents to ask…</source>
        <translation>&amp;Documentos que consultar…</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Nueva conversación</translation>
    </message>
    <message>
        <source>&amp;Earlier conversations</source>
        <translation>Conversaciones &amp;anteriores</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>D&amp;etener</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ale&amp;jar</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>Ta&amp;maño real</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Ajustar al a&amp;ncho</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>Ajustar a la &amp;página</translation>
    </message>
    <message>
        <source>&amp;Turn clockwise</source>
        <translation>&amp;Girar a la derecha</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>Panel &amp;lateral</translation>
    </message>
    <message>
        <source>F&amp;ilter the documents</source>
        <translation>&amp;Filtrar los documentos</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Apa&amp;riencia</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más gran&amp;de</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más pe&amp;queño</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Resaltar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;Todos los comandos…</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>&amp;Privacidad</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelos</translation>
    </message>
    <message>
        <source>&amp;About Pincite</source>
        <translation>&amp;Acerca de Pincite</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>Next &amp;evidence</source>
        <translation>Prueba &amp;siguiente</translation>
    </message>
    <message>
        <source>Previous e&amp;vidence</source>
        <translation>Prueba an&amp;terior</translation>
    </message>
    <message>
        <source>F&amp;ind in document…</source>
        <translation>&amp;Buscar en el documento…</translation>
    </message>
    <message>
        <source>Next &amp;match</source>
        <translation>&amp;Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous m&amp;atch</source>
        <translation>Coi&amp;ncidencia anterior</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Ir a la página…</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Página siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Pá&amp;gina anterior</translation>
    </message>
    <message>
        <source>Next ta&amp;b</source>
        <translation>P&amp;estaña siguiente</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Pestaña anterior</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Ce&amp;rrar pestaña</translation>
    </message>
    <message>
        <source>&amp;Highlight the selection</source>
        <translation>&amp;Resaltar la selección</translation>
    </message>
    <message>
        <source>Highlight and add a &amp;note…</source>
        <translation>Resaltar y añadir una &amp;nota…</translation>
    </message>
    <message>
        <source>&amp;List of highlights</source>
        <translation>&amp;Lista de resaltados</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Re&amp;hacer</translation>
    </message>
    <message>
        <source>Save a &amp;copy with highlights…</source>
        <translation>Guardar una &amp;copia con resaltados…</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>About Pincite</source>
        <translation>Acerca de Pincite</translation>
    </message>
    <message>
        <source>Answers questions about your PDFs, each sentence pinned to the words that prove it. Documents, questions and answers stay on this computer.</source>
        <translation>Responde a preguntas sobre sus PDF, con cada frase anclada a las palabras que la prueban. Los documentos, las preguntas y las respuestas no salen de este equipo.</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Download of a model</source>
        <translation>Descarga de un modelo</translation>
    </message>
    <message>
        <source>Getting {model}…</source>
        <translation>Descargando {model}…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on getting {model} ({size})</source>
        <translation>Reanudar la descarga de {model} ({size})</translation>
    </message>
    <message>
        <source>Get {model} ({size})</source>
        <translation>Descargar {model} ({size})</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Download of {model}</source>
        <translation>Descarga de {model}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>Usar {model}</translation>
    </message>
    <message>
        <source>Get {model}</source>
        <translation>Descargar {model}</translation>
    </message>
    <message>
        <source>Pause the download of {model}</source>
        <translation>Pausar la descarga de {model}</translation>
    </message>
    <message>
        <source>paused at {size}</source>
        <translation>en pausa tras {size}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Resume the download of {model}</source>
        <translation>Reanudar la descarga de {model}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>No instalado</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Use the graphics processor where there is one</source>
        <translation>Usar el procesador gráfico si lo hay</translation>
    </message>
    <message>
        <source>Memory: {size} GB, {free} GB free; reading and answering take {taken} GB</source>
        <translation>Memoria: {size} GB, {free} GB libres; leer y responder ocupan {taken} GB</translation>
    </message>
    <message>
        <source>Models run on: {device}</source>
        <translation>Los modelos se ejecutan en: {device}</translation>
    </message>
    <message>
        <source>{model} is loaded on the {device}</source>
        <translation>{model} está cargado ({device})</translation>
    </message>
    <message>
        <source>reads {number} tokens a second</source>
        <translation>lee {number} tokens por segundo</translation>
    </message>
    <message>
        <source>writes {number} tokens a second</source>
        <translation>escribe {number} tokens por segundo</translation>
    </message>
</context>
<context>
    <name>NetworkState</name>
    <message>
        <source>Network: used unasked</source>
        <translation>Red: uso no solicitado</translation>
    </message>
    <message>
        <source>Network: used as you asked</source>
        <translation>Red: uso solicitado</translation>
    </message>
    <message>
        <source>Network: never used</source>
        <translation>Red: nunca usada</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Red: …</translation>
    </message>
    <message>
        <source>This is not known yet; Pincite is still starting.</source>
        <translation>Aún no se sabe; Pincite se está iniciando.</translation>
    </message>
    <message>
        <source>Pincite has not used the network since it was started at {time}.</source>
        <translation>Pincite no ha usado la red desde que se inició a las {time}.</translation>
    </message>
    <message>
        <source>Since Pincite was started at {time}, the network was used:</source>
        <translation>Desde que Pincite se inició a las {time}, se ha usado la red:</translation>
    </message>
    <message>
        <source>at {time} for {what}, as you asked</source>
        <translation>a las {time} para {what}, a petición suya</translation>
    </message>
    <message>
        <source>at {time} to reach {what}, which you did not ask for</source>
        <translation>a las {time} para acceder a {what}, sin que usted lo pidiera</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Deleted the collection “{collection}”. Its documents are still in the library.</source>
        <translation>Se eliminó la colección «{collection}». Sus documentos siguen en la biblioteca.</translation>
    </message>
    <message>
        <source>Moved {documents} to “{collection}”.</source>
        <extracomment>{documents} is the title of one in quotation marks, or “3 documents”, here and where they are added or removed</extracomment>
        <translation>Movido a «{collection}»: {documents}.</translation>
    </message>
    <message>
        <source>Added {documents} to “{collection}”.</source>
        <translation>Añadido a «{collection}»: {documents}.</translation>
    </message>
    <message>
        <source>Took {documents} out of “{collection}”.</source>
        <translation>Quitado de «{collection}»: {documents}.</translation>
    </message>
    <message>
        <source>Renamed to “{title}”.</source>
        <translation>Nuevo nombre: «{title}».</translation>
    </message>
    <message>
        <source>Removed {documents}.</source>
        <translation>Eliminado de la biblioteca: {documents}.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>{title}, p. {page}</source>
        <translation>{title}, p. {page}</translation>
    </message>
</context>
<context>
    <name>PageBody</name>
    <message>
        <source>The page that proves an answer
opens here, with its words marked.</source>
        <translation>Aquí se abre la página que prueba
una respuesta, con sus palabras resaltadas.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>PageSelection</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Copiar con referencia</translation>
    </message>
    <message>
        <source>Select the page</source>
        <translation>Seleccionar la página</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Outline, pages and highlights</source>
        <translation>Esquema, páginas y resaltados</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Highlight the selected words</source>
        <translation>Resaltar las palabras seleccionadas</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Buscar en este documento</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>p.</source>
        <translation>p.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>The printed page label. Type a label or a number and press Enter ({keys})</source>
        <translation>Etiqueta impresa de la página. Escriba una etiqueta o un número y pulse Intro ({keys})</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ajustar a la página</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>de {total}</translation>
    </message>
    <message>
        <source>· {number} of {total}</source>
        <translation>· {number} de {total}</translation>
    </message>
    <message>
        <source>Zoom, {percent}</source>
        <translation>Zoom, {percent}</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Ajustar al ancho</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {label}, {number} of {total}</source>
        <translation>Página {label}, {number} de {total}</translation>
    </message>
    <message>
        <source>This page is not searched: {reason}</source>
        <translation>No se busca en esta página: {reason}</translation>
    </message>
    <message>
        <source>This page: {reason}</source>
        <translation>Esta página: {reason}</translation>
    </message>
    <message>
        <source>This page cannot be shown: {reason}</source>
        <translation>No se puede mostrar esta página: {reason}</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>That password does not open “{name}”.</source>
        <translation>Esa contraseña no abre «{name}».</translation>
    </message>
    <message>
        <source>Try another one, or skip the file.</source>
        <translation>Pruebe con otra u omita el archivo.</translation>
    </message>
    <message>
        <source>“{name}” is encrypted.</source>
        <translation>«{name}» está cifrado.</translation>
    </message>
    <message>
        <source>Type its password to add it; Pincite does not store it.</source>
        <translation>Escriba su contraseña para añadirlo; Pincite no la guarda.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Contraseña del archivo</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Documents, questions, answers and notes stay on this computer.</source>
        <translation>Los documentos, las preguntas, las respuestas y las notas no salen de este equipo.</translation>
    </message>
    <message>
        <source>There is no account, no telemetry, and no check for updates.</source>
        <translation>No hay cuenta, ni telemetría, ni búsqueda de actualizaciones.</translation>
    </message>
    <message>
        <source>Only the download of a model uses the network, and only when you press its button.</source>
        <translation>Solo la descarga de un modelo usa la red, y únicamente cuando usted pulsa su botón.</translation>
    </message>
    <message>
        <source>Passwords of documents are kept in memory until Pincite is closed, and written nowhere.</source>
        <translation>Las contraseñas de los documentos permanecen en memoria hasta que se cierra Pincite y no se escriben en ningún sitio.</translation>
    </message>
    <message>
        <source>Crash reports stay on this computer unless you copy them.</source>
        <translation>Los informes de fallos no salen de este equipo, salvo que usted los copie.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Pincite counts every connection that its processes make before it is made, and looks at the connections that the system lists for them. The figure is renewed every five seconds.</source>
        <translation>Pincite cuenta cada conexión de sus procesos antes de que se establezca y revisa las conexiones que el sistema registra para ellos. El dato se actualiza cada cinco segundos.</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
</context>
<context>
    <name>QuestionMenu</name>
    <message>
        <source>Templates: {field}</source>
        <translation>Plantillas: {field}</translation>
    </message>
    <message>
        <source>Earlier questions</source>
        <translation>Preguntas anteriores</translation>
    </message>
    <message>
        <source>Forget earlier questions</source>
        <translation>Olvidar preguntas anteriores</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún no hay ninguna</translation>
    </message>
</context>
<context>
    <name>ScopeButton</name>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>{chosen} of {total} documents</source>
        <translation>{chosen} de {total} documentos</translation>
    </message>
    <message>
        <source>in {documents}</source>
        <extracomment>{documents} is a title, “2 of 12 documents”, or the name of a collection and how many documents it has</extracomment>
        <translation>en: {documents}</translation>
    </message>
    <message>
        <source>Questions are answered from: {documents}. Click to change it.</source>
        <translation>Las preguntas se responden a partir de: {documents}. Haga clic para cambiarlo.</translation>
    </message>
    <message>
        <source>Answered from {documents}</source>
        <translation>Respuestas a partir de: {documents}</translation>
    </message>
</context>
<context>
    <name>ScopeCard</name>
    <message>
        <source>What questions are answered from</source>
        <translation>Documentos con los que se responde</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Filtrar documentos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>None ticked: all are asked.</source>
        <translation>Ninguno marcado: se consultan todos.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>No passage matches. Try other words, or look in more documents.</source>
        <translation>Ningún pasaje coincide. Pruebe con otras palabras o busque en más documentos.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Any document</source>
        <translation>Cualquier documento</translation>
    </message>
    <message>
        <source>Any collection</source>
        <translation>Cualquier colección</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de la configuración</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Outline</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Resaltados</translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation>Este documento no tiene esquema.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the library…</source>
        <translation>Abriendo la biblioteca…</translation>
    </message>
    <message>
        <source>Network: …</source>
        <translation>Red: …</translation>
    </message>
    <message>
        <source>Library: {location}</source>
        <translation>Biblioteca: {location}</translation>
    </message>
    <message>
        <source>Search by meaning covers them when the import is done</source>
        <translation>La búsqueda por significado los incluirá cuando termine la importación</translation>
    </message>
    <message>
        <source>quotes only, no language model</source>
        <translation>solo citas, sin modelo de lenguaje</translation>
    </message>
    <message>
        <source>Writes answers: {model}</source>
        <translation>Redacta las respuestas: {model}</translation>
    </message>
    <message>
        <source>Writes answers: no language model installed; answers are quotes</source>
        <translation>Redacta las respuestas: ningún modelo de lenguaje instalado; las respuestas son citas</translation>
    </message>
    <message>
        <source>Orders passages: {model}</source>
        <translation>Ordena los pasajes: {model}</translation>
    </message>
    <message>
        <source>Orders passages: no model installed; they stand in the order in which search finds them</source>
        <translation>Ordena los pasajes: ningún modelo instalado; aparecen en el orden en que los encuentra la búsqueda</translation>
    </message>
    <message>
        <source>Search by meaning: no model installed; search is by words only</source>
        <translation>Búsqueda por significado: ningún modelo instalado; solo se busca por palabras</translation>
    </message>
    <message>
        <source>Search by meaning: {model}</source>
        <translation>Búsqueda por significado: {model}</translation>
    </message>
    <message>
        <source>Runs on: {device}</source>
        <translation>Se ejecuta en: {device}</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Copies of your documents</source>
        <translation>Copias de sus documentos</translation>
    </message>
    <message>
        <source>Text, index and meanings</source>
        <translation>Texto, índice y significados</translation>
    </message>
    <message>
        <source>Conversations and the rest</source>
        <translation>Conversaciones y lo demás</translation>
    </message>
    <message>
        <source>Copies from before an upgrade</source>
        <translation>Copias previas a una actualización</translation>
    </message>
    <message>
        <source>Models, shared by all libraries</source>
        <translation>Modelos, comunes a todas las bibliotecas</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>A backup is one file with the whole library: documents, text, notes and conversations; models are not in it.</source>
        <translation>Una copia de seguridad es un único archivo con toda la biblioteca: documentos, texto, notas y conversaciones; los modelos no se incluyen.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Crear copia…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Progreso de la copia de seguridad</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Usarla ahora</translation>
    </message>
    <message>
        <source>The library is in {location}</source>
        <translation>La biblioteca está en {location}</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Crear copia de seguridad de la biblioteca</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>The backup is in {path}.</source>
        <translation>La copia de seguridad está en {path}.</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Creando la copia</translation>
    </message>
    <message>
        <source>The library was restored into {folder}. The one in use was not changed.</source>
        <translation>La biblioteca se restauró en {folder}. La que está en uso no se modificó.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restaurando</translation>
    </message>
    <message>
        <source>Backup of a library (*.zip)</source>
        <translation>Copia de seguridad de una biblioteca (*.zip)</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}, {left}</source>
        <extracomment>{doing} is “Backing up” or “Restoring”, {left} “about 40 s left”</extracomment>
        <translation>{doing}: {done} de {total}, {left}</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total}</source>
        <translation>{doing}: {done} de {total}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>There was nothing to free; the library is in order.</source>
        <translation>No había nada que liberar; la biblioteca está en orden.</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>Espacio liberado: {size}.</translation>
    </message>
    <message>
        <source>Cleaning up…</source>
        <translation>Limpiando…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Cleaning up deletes what no document needs, and merges small files, so that search stays fast.</source>
        <translation>La limpieza elimina lo que ningún documento necesita y fusiona archivos pequeños para que la búsqueda siga siendo rápida.</translation>
    </message>
    <message>
        <source>{size} belong to no document any more.</source>
        <translation>{size} ya no pertenecen a ningún documento.</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Open documents</source>
        <translation>Documentos abiertos</translation>
    </message>
    <message>
        <source>Close “{title}”</source>
        <translation>Cerrar «{title}»</translation>
    </message>
</context>
<context>
    <name>ThumbnailPanel</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Not in these documents.</source>
        <translation>No está en estos documentos.</translation>
    </message>
    <message>
        <source>Asked as: {question}</source>
        <translation>Reformulada como: {question}</translation>
    </message>
    <message>
        <source>{question} (open)</source>
        <translation>{question} (desplegada)</translation>
    </message>
    <message>
        <source>{question} (closed)</source>
        <translation>{question} (plegada)</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo ({keys})</source>
        <translation>Deshacer ({keys})</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>“{title}” is encrypted.</source>
        <translation>«{title}» está cifrado.</translation>
    </message>
    <message>
        <source>Type its password to see its pages. Pincite stores no password, so it asks again after each start.</source>
        <translation>Escriba su contraseña para ver sus páginas. Pincite no guarda contraseñas, así que la vuelve a pedir tras cada inicio.</translation>
    </message>
    <message>
        <source>That password does not open “{title}”.</source>
        <translation>Esa contraseña no abre «{title}».</translation>
    </message>
    <message>
        <source>Try another one. Small and capital letters are different.</source>
        <translation>Pruebe con otra. Se distinguen mayúsculas y minúsculas.</translation>
    </message>
</context>
<context>
    <name>WatchedPanel</name>
    <message>
        <source>Look into the watched folders now</source>
        <translation>Revisar ahora las carpetas vigiladas</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Carpetas vigiladas</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Ask your PDFs</source>
        <translation>Pregunte a sus PDF</translation>
    </message>
    <message>
        <source>Add documents, ask in plain words, and see each sentence of the answer marked on the page that proves it. Nothing leaves this computer.</source>
        <translation>Añada documentos, pregunte con sus palabras y vea cada frase de la respuesta señalada en la página que la prueba. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Try the samples</source>
        <translation>Probar los ejemplos</translation>
    </message>
    <message>
        <source>New here? The samples take a few seconds, and show how it works.</source>
        <translation>¿Es su primera vez? Los ejemplos tardan unos segundos y muestran cómo funciona.</translation>
    </message>
    <message>
        <source>Add your own…</source>
        <translation>Añadir documentos propios…</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Highlights and notes</source>
        <translation>Resaltados y notas</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {label}</source>
        <translation>Página {label}</translation>
    </message>
</context>
<context>
    <name>answer_export</name>
    <message>
        <source>Not in these documents.</source>
        <translation>No está en estos documentos.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Written by {model}, on this computer.</source>
        <translation>Redactada por {model}, en este equipo.</translation>
    </message>
    <message>
        <source>Quoted word for word.</source>
        <translation>Citas textuales.</translation>
    </message>
</context>
<context>
    <name>bridge</name>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>La respuesta se interrumpió.</translation>
    </message>
    <message>
        <source>The part of Pincite that answers stopped unexpectedly. Ask again.</source>
        <translation>La parte de Pincite que responde se detuvo de forma inesperada. Pregunte de nuevo.</translation>
    </message>
    <message>
        <source>This was not done: the part of Pincite that does it ended.</source>
        <translation>No se llevó a cabo: la parte de Pincite encargada de hacerlo se cerró.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>collection_dialog</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
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
            <numerusform>No se pudieron leer páginas de %Ln documento más; el motivo figura en sus detalles.</numerusform>
            <numerusform>No se pudieron leer páginas de %Ln documentos más; el motivo figura en sus detalles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln supported</source>
        <translation>
            <numerusform>%Ln respaldada</numerusform>
            <numerusform>%Ln respaldadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weak</source>
        <translation>
            <numerusform>%Ln con respaldo débil</numerusform>
            <numerusform>%Ln con respaldo débil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsupported</source>
        <translation>
            <numerusform>%Ln no respaldada</numerusform>
            <numerusform>%Ln no respaldadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: questions are answered from %Ln document(s)</source>
        <translation>
            <numerusform>{name}: las preguntas se responden a partir de %Ln documento</numerusform>
            <numerusform>{name}: las preguntas se responden a partir de %Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln document(s)</source>
        <translation>
            <numerusform>Eliminar %Ln documento</numerusform>
            <numerusform>Eliminar %Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read</source>
        <extracomment>Follows “12 pages, ”</extracomment>
        <translation>
            <numerusform>%Ln no leída</numerusform>
            <numerusform>%Ln no leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading {done} of %Ln page(s)</source>
        <translation>
            <numerusform>leyendo {done} de %Ln página</numerusform>
            <numerusform>leyendo {done} de %Ln páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading pictures of “{name}”: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Leyendo las imágenes de «{name}»: {done} de %Ln página</numerusform>
            <numerusform>Leyendo las imágenes de «{name}»: {done} de %Ln páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning meanings: {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Analizando significados: {done} de %Ln pasaje</numerusform>
            <numerusform>Analizando significados: {done} de %Ln pasajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of “{name}” could not be read. Its details say why.</source>
        <translation>
            <numerusform>No se pudo leer %Ln página de «{name}». El motivo figura en sus detalles.</numerusform>
            <numerusform>No se pudieron leer %Ln páginas de «{name}». El motivo figura en sus detalles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No matches · %Ln page(s) without text</source>
        <translation>
            <numerusform>Sin coincidencias · %Ln página sin texto</numerusform>
            <numerusform>Sin coincidencias · %Ln páginas sin texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was saved with %Ln highlight(s).</source>
        <translation>
            <numerusform>Se guardó «{name}» con %Ln resaltado.</numerusform>
            <numerusform>Se guardó «{name}» con %Ln resaltados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are waiting for theirs.</source>
        <translation>
            <numerusform>%Ln archivo más espera su contraseña.</numerusform>
            <numerusform>%Ln archivos más esperan su contraseña.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln documento elegido</numerusform>
            <numerusform>%Ln documentos elegidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln match(es)</source>
        <translation>
            <numerusform>{number} de %Ln coincidencia</numerusform>
            <numerusform>{number} de %Ln coincidencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{matches} in %Ln document(s)</source>
        <translation>
            <numerusform>{matches} en %Ln documento</numerusform>
            <numerusform>{matches} en %Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) found by words only</source>
        <translation>
            <numerusform>%Ln pasaje localizable solo por palabras</numerusform>
            <numerusform>%Ln pasajes localizables solo por palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nuevo</numerusform>
            <numerusform>%Ln nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modificado</numerusform>
            <numerusform>%Ln modificados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln desaparecido</numerusform>
            <numerusform>%Ln desaparecidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln no se pudo leer</numerusform>
            <numerusform>%Ln no se pudieron leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln página</numerusform>
            <numerusform>%Ln páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln pasaje</numerusform>
            <numerusform>%Ln pasajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln pregunta</numerusform>
            <numerusform>%Ln preguntas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln resaltado</numerusform>
            <numerusform>%Ln resaltados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln coincidencia</numerusform>
            <numerusform>%Ln coincidencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>page(s) {pages}</source>
        <translation>
            <numerusform>página {pages}</numerusform>
            <numerusform>páginas {pages}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched {documents}, of which %Ln have no readable text.</source>
        <translation>
            <numerusform>Se buscó en {documents}, de las que %Ln no tiene texto legible.</numerusform>
            <numerusform>Se buscó en {documents}, de las que %Ln no tienen texto legible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>document_menu</name>
    <message>
        <source>Show in Finder</source>
        <translation>Mostrar en el Finder</translation>
    </message>
    <message>
        <source>Show in Explorer</source>
        <translation>Mostrar en el Explorador</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
</context>
<context>
    <name>document_rows</name>
    <message>
        <source>waiting to be read</source>
        <translation>en espera de lectura</translation>
    </message>
    <message>
        <source>text ready</source>
        <translation>texto listo</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>con problemas</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>failed: {reason}</source>
        <translation>error: {reason}</translation>
    </message>
</context>
<context>
    <name>downloads</name>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>list_options</name>
    <message>
        <source>Sort and show</source>
        <translation>Ordenar y mostrar</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Más largos primero</translation>
    </message>
    <message>
        <source>State, problems first</source>
        <translation>Estado, con problemas primero</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Con problemas</translation>
    </message>
    <message>
        <source>Not yet found by meaning</source>
        <translation>Aún no localizables por significado</translation>
    </message>
</context>
<context>
    <name>model_banner</name>
    <message>
        <source>Documents are found by their words only, because the model of meanings is not installed.</source>
        <translation>Los documentos se encuentran solo por sus palabras, porque el modelo de búsqueda por significado no está instalado.</translation>
    </message>
    <message>
        <source>Answers are quotes, word for word, because no language model is installed.</source>
        <translation>Las respuestas son citas textuales, porque no hay ningún modelo de lenguaje instalado.</translation>
    </message>
</context>
<context>
    <name>question_menu</name>
    <message>
        <source>Earlier questions and templates</source>
        <translation>Preguntas anteriores y plantillas</translation>
    </message>
</context>
<context>
    <name>question_templates</name>
    <message>
        <source>Law</source>
        <extracomment>What stands in brackets is filled in by the reader: translate it, and keep the brackets</extracomment>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>What notice must [party] give to end the agreement?</source>
        <translation>¿Qué preaviso debe dar [parte] para poner fin al contrato?</translation>
    </message>
    <message>
        <source>What are the obligations of [party] concerning [subject]?</source>
        <translation>¿Qué obligaciones tiene [parte] en relación con [materia]?</translation>
    </message>
    <message>
        <source>Which law governs the agreement, and where are disputes heard?</source>
        <translation>¿Qué ley rige el contrato y dónde se resuelven las controversias?</translation>
    </message>
    <message>
        <source>Is liability limited, and to what amount?</source>
        <translation>¿Está limitada la responsabilidad? ¿Hasta qué importe?</translation>
    </message>
    <message>
        <source>How does the document define “[term]”?</source>
        <translation>¿Cómo define el documento «[término]»?</translation>
    </message>
    <message>
        <source>Which deadlines does the document set for [party]?</source>
        <translation>¿Qué plazos fija el documento para [parte]?</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>What is the recommended dose of [drug] for [condition]?</source>
        <translation>¿Cuál es la dosis recomendada de [fármaco] para [enfermedad]?</translation>
    </message>
    <message>
        <source>What are the contraindications of [drug]?</source>
        <translation>¿Cuáles son las contraindicaciones de [fármaco]?</translation>
    </message>
    <message>
        <source>When should a patient with [condition] be referred or admitted?</source>
        <translation>¿Cuándo se debe derivar u hospitalizar a un paciente con [enfermedad]?</translation>
    </message>
    <message>
        <source>Which monitoring is recommended for [treatment]?</source>
        <translation>¿Qué seguimiento se recomienda con [tratamiento]?</translation>
    </message>
    <message>
        <source>What is first-line treatment for [condition]?</source>
        <translation>¿Cuál es el tratamiento de primera línea para [enfermedad]?</translation>
    </message>
    <message>
        <source>Which adverse effects of [drug] are reported?</source>
        <translation>¿Qué efectos adversos de [fármaco] se describen?</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>How does the text define [term]?</source>
        <translation>¿Cómo define el texto [término]?</translation>
    </message>
    <message>
        <source>What is the difference between [first] and [second]?</source>
        <translation>¿Qué diferencia hay entre [primero] y [segundo]?</translation>
    </message>
    <message>
        <source>What are the causes of [event]?</source>
        <translation>¿Cuáles son las causas de [acontecimiento]?</translation>
    </message>
    <message>
        <source>Which steps does [process] have?</source>
        <translation>¿De qué pasos consta [proceso]?</translation>
    </message>
    <message>
        <source>What evidence supports the claim that [claim]?</source>
        <translation>¿Qué pruebas respaldan la afirmación de que [afirmación]?</translation>
    </message>
    <message>
        <source>Which example does the text give for [term]?</source>
        <translation>¿Qué ejemplo da el texto de [término]?</translation>
    </message>
</context>
<context>
    <name>settings_answers</name>
    <message>
        <source>Misses about 1 answer in {missed}; hardly ever answers a question that the documents do not answer.</source>
        <translation>Omite aproximadamente 1 de cada {missed} respuestas; casi nunca responde a preguntas que los documentos no contestan.</translation>
    </message>
    <message>
        <source>Misses about 1 answer in {missed}; answers about 1 in {wrong} questions that the documents do not answer.</source>
        <translation>Omite aproximadamente 1 de cada {missed} respuestas; responde aproximadamente a 1 de cada {wrong} preguntas que los documentos no contestan.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Before it answers, Pincite estimates whether the documents hold an answer at all. Choose how sure it must be; every sentence is checked against what it cites in any case.</source>
        <translation>Antes de responder, Pincite estima si los documentos contienen alguna respuesta. Elija qué grado de seguridad necesita; en todo caso, cada frase se coteja con lo que cita.</translation>
    </message>
</context>
<context>
    <name>settings_appearance</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
</context>
<context>
    <name>settings_models</name>
    <message>
        <source>Writes answers</source>
        <translation>Redacta las respuestas</translation>
    </message>
    <message>
        <source>Without one, answers are quotes from the documents.</source>
        <translation>Sin modelo, las respuestas son citas de los documentos.</translation>
    </message>
    <message>
        <source>Finds by meaning</source>
        <translation>Busca por significado</translation>
    </message>
    <message>
        <source>Without one, documents are found by their words only.</source>
        <translation>Sin modelo, los documentos se encuentran solo por sus palabras.</translation>
    </message>
    <message>
        <source>Puts what is found in order</source>
        <translation>Ordena lo encontrado</translation>
    </message>
    <message>
        <source>Without one, passages stand in the order in which search finds them.</source>
        <translation>Sin modelo, los pasajes aparecen en el orden en que los encuentra la búsqueda.</translation>
    </message>
    <message>
        <source>Checks each sentence</source>
        <translation>Comprueba cada frase</translation>
    </message>
    <message>
        <source>Without one, numbers and words are compared, but not the meaning.</source>
        <translation>Sin modelo, se comparan los números y las palabras, pero no el significado.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>They run on this computer. A download begins only when you press its button.</source>
        <translation>Se ejecutan en este equipo. Una descarga solo comienza cuando usted pulsa su botón.</translation>
    </message>
</context>
<context>
    <name>settings_privacy</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
</context>
<context>
    <name>settings_storage</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
</context>
<context>
    <name>swatches</name>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
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
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>Not looked into yet</source>
        <translation>Aún sin revisar</translation>
    </message>
    <message>
        <source>Not there. Connect its disk, or stop watching it.</source>
        <translation>No está disponible. Conecte su disco o deje de vigilarla.</translation>
    </message>
    <message>
        <source>{time}: nothing new</source>
        <translation>{time}: sin novedades</translation>
    </message>
    <message>
        <source>last looked into: {time}</source>
        <translation>última revisión: {time}</translation>
    </message>
    <message>
        <source>New PDFs are added to “{name}”.</source>
        <translation>Los PDF nuevos se añaden a «{name}».</translation>
    </message>
    <message>
        <source>Last looked into: {time}</source>
        <translation>Última revisión: {time}</translation>
    </message>
    <message>
        <source>Last found, {time}: {files}</source>
        <translation>Últimos cambios, {time}: {files}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Supported by the cited words</source>
        <translation>Respaldada por el texto citado</translation>
    </message>
    <message>
        <source>Only weakly supported by the cited words</source>
        <translation>Con respaldo débil en el texto citado</translation>
    </message>
    <message>
        <source>Not supported by the cited words</source>
        <translation>No respaldada por el texto citado</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>p. {label} ({number})</source>
        <translation>p. {label} ({number})</translation>
    </message>
    <message>
        <source>Searched {documents}.</source>
        <translation>Se buscó en {documents}.</translation>
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
        <translation>tiempo restante: aprox. {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>tiempo restante: aprox. {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>tiempo restante: aprox. {hours} h</translation>
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
