"""Tracked changes read as accepted, and what was taken out, hidden or noted beside is told."""

from __future__ import annotations

from tenderlint.model import BlockKind, Revision
from tests.readers.word_files import HEADINGS, block, heading, labelled, levels, marks, numbering, p, r, read, texts


def inserted(text: str, author: str = "Ann") -> str:
    return f'<w:ins w:author="{author}">{r(text)}</w:ins>'


def deleted(text: str, author: str = "Bob", name: str = "del") -> str:
    return f'<w:{name} w:author="{author}"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{name}>'


def test_insertions_are_read_and_deletions_are_kept_beside_the_text() -> None:
    document = read(f"<w:p>{r('Pay within ')}{deleted('60')}{inserted('30')}{r(' days.')}</w:p>")
    found = document.blocks[0]
    assert (found.text, found.revision) == ("Pay within 30 days.", Revision.PLAIN)
    assert [(span.start, span.end, span.revision, span.author, span.text) for span in found.spans] == [
        (11, 11, Revision.DELETED, "Bob", "60"),
        (11, 13, Revision.INSERTED, "Ann", ""),
    ]


def test_moved_words_stand_where_they_were_moved_to() -> None:
    before = f"<w:p>{deleted('moved', name='moveFrom')}{r('text')}</w:p>"
    document = read(f"{before}<w:p><w:moveTo w:author='Ann'>{r('moved')}</w:moveTo></w:p>")
    assert texts(document) == ["text", "moved"]
    assert document.blocks[1].revision is Revision.INSERTED
    assert marks(document, "tracked move") == ["Ann: 1"]


def test_a_paragraph_that_is_all_new_or_all_gone_says_so() -> None:
    new, gone = read(f"<w:p>{inserted('New.')}</w:p><w:p>{deleted('Gone.')}</w:p>").blocks
    assert (new.revision, new.text) == (Revision.INSERTED, "New.")
    assert (gone.revision, gone.text, gone.spans[0].text) == (Revision.DELETED, "", "Gone.")


def test_words_that_one_author_put_in_and_another_took_out_are_gone() -> None:
    body = f"<w:p>{r('Text')}<w:ins w:author='Ann'>{deleted('both')}</w:ins></w:p>"
    assert texts(read(body)) == ["Text"]


def test_paragraphs_join_where_the_end_between_them_is_deleted() -> None:
    end = '<w:rPr><w:del w:author="Bob"/></w:rPr>'
    document = read(p("The supplier must", end) + p(" insure.") + p("End", end))
    assert texts(document) == ["The supplier must insure.", "End"]
    assert marks(document, "tracked deletion") == ["Bob: 2"]


def test_a_paragraph_that_is_wholly_deleted_takes_its_number_with_it() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = f'<w:p><w:pPr>{number}<w:rPr><w:del w:author="Bob"/></w:rPr></w:pPr>{deleted("b")}</w:p>'
    document = read(p("a", number) + gone + p("c", number), numbering=numbering(levels("%1.")))
    assert labelled(document) == ["1. a", "2. c"]


def test_changes_are_counted_for_each_author() -> None:
    body = f"<w:p>{inserted('a')}{inserted('b')}{r('x')}{inserted('c')}{deleted('d')}{inserted('e', 'Cat')}</w:p>"
    document = read(body)
    assert marks(document, "tracked insertion") == ["Ann: 2", "Cat: 1"]
    assert marks(document, "tracked deletion") == ["Bob: 1"]


def test_a_change_to_the_look_is_counted_too() -> None:
    run, paragraph = '<w:b/><w:rPrChange w:author="Ann"/>', '<w:pPrChange w:author="Ann"/>'
    assert marks(read(p("Text", paragraph, run)), "tracked formatting") == ["Ann: 2"]


def test_an_inserted_empty_paragraph_is_a_change() -> None:
    assert marks(read(p("", '<w:rPr><w:ins w:author="Ann"/></w:rPr>')), "tracked insertion") == ["Ann: 1"]


def test_the_settings_tell_of_tracking_and_protection() -> None:
    document = read(p("x"), settings='<w:trackRevisions/><w:documentProtection w:edit="forms" w:enforcement="1"/>')
    assert (marks(document, "tracking on"), marks(document, "document protection")) == ([""], ["forms"])
    off = read(p("x"), settings='<w:trackRevisions w:val="0"/><w:documentProtection w:edit="forms" w:enforcement="0"/>')
    assert off.structure.marks == ()


def test_hidden_words_are_in_the_text_and_told() -> None:
    found = read(f"<w:p>{r('Seen ')}{r('unseen', '<w:vanish/>')}{r(' seen')}</w:p>")
    assert found.blocks[0].text == "Seen unseen seen"
    assert [(span.start, span.end, span.hidden) for span in found.blocks[0].spans] == [(5, 11, True)]
    assert marks(found, "hidden text") == ["unseen"]


def test_comments_stand_at_the_words_that_they_are_about() -> None:
    body = heading("Price") + f"<w:p>{r('By lot.')}<w:r><w:commentReference w:id='4'/></w:r></w:p>"
    comment = f"<w:comment w:id='4' w:author='Ann'>{p('Check this.')}</w:comment>"
    document = read(body, styles=HEADINGS, comments=comment)
    found = block(document, "Check this.")
    assert (found.kind, found.author) == (BlockKind.COMMENT, "Ann")
    assert (found.place.part, found.place.heading, found.place.paragraph) == ("comment", ("Price",), 2)
    assert marks(document, "comment") == ["Ann"]
