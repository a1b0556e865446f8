<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>Pages of %Ln more documents could not be read; their details say why.</source>
        <translation>
            <numerusform>Pages of %Ln more document could not be read; its details say why.</numerusform>
            <numerusform>Pages of %Ln more documents could not be read; their details say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln supported</source>
        <translation>
            <numerusform>%Ln supported</numerusform>
            <numerusform>%Ln supported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weak</source>
        <translation>
            <numerusform>%Ln weak</numerusform>
            <numerusform>%Ln weak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsupported</source>
        <translation>
            <numerusform>%Ln unsupported</numerusform>
            <numerusform>%Ln unsupported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: questions are answered from %Ln document(s)</source>
        <translation>
            <numerusform>{name}: questions are answered from %Ln document</numerusform>
            <numerusform>{name}: questions are answered from %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln document(s)</source>
        <translation>
            <numerusform>Remove %Ln document</numerusform>
            <numerusform>Remove %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read</source>
        <extracomment>Follows “12 pages, ”</extracomment>
        <translation>
            <numerusform>%Ln not read</numerusform>
            <numerusform>%Ln not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading {done} of %Ln page(s)</source>
        <translation>
            <numerusform>reading {done} of %Ln page</numerusform>
            <numerusform>reading {done} of %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading pictures of “{name}”: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Reading pictures of “{name}”: {done} of %Ln page</numerusform>
            <numerusform>Reading pictures of “{name}”: {done} of %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning meanings: {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>Learning meanings: {done} of %Ln passage</numerusform>
            <numerusform>Learning meanings: {done} of %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of “{name}” could not be read. Its details say why.</source>
        <translation>
            <numerusform>%Ln page of “{name}” could not be read. Its details say why.</numerusform>
            <numerusform>%Ln pages of “{name}” could not be read. Its details say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No matches · %Ln page(s) without text</source>
        <translation>
            <numerusform>No matches · %Ln page without text</numerusform>
            <numerusform>No matches · %Ln pages without text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was saved with %Ln highlight(s).</source>
        <translation>
            <numerusform>“{name}” was saved with %Ln highlight.</numerusform>
            <numerusform>“{name}” was saved with %Ln highlights.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are waiting for theirs.</source>
        <translation>
            <numerusform>%Ln more is waiting for its own.</numerusform>
            <numerusform>%Ln more are waiting for theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln document chosen</numerusform>
            <numerusform>%Ln documents chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln match(es)</source>
        <translation>
            <numerusform>{number} of %Ln match</numerusform>
            <numerusform>{number} of %Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{matches} in %Ln document(s)</source>
        <translation>
            <numerusform>{matches} in %Ln document</numerusform>
            <numerusform>{matches} in %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) found by words only</source>
        <translation>
            <numerusform>%Ln passage found by words only</numerusform>
            <numerusform>%Ln passages found by words only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
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
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
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
            <numerusform>Searched {documents}, of which %Ln has no readable text.</numerusform>
            <numerusform>Searched {documents}, of which %Ln have no readable text.</numerusform>
        </translation>
    </message>
</context>
</TS>
