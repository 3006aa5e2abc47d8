"""Writes a comparison of two packs for a terminal: the deadline first, then facts, findings and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tenderlint.comparing.rows import Comparison, FindingChange, Kind, Section, TextChange
from tenderlint.formats import compare_words as say
from tenderlint.formats import words
from tenderlint.formats.fact_words import fact_label
from tenderlint.formats.ink import Ink

_MOST_QUOTE, _MOST_PASSAGE, _MOST_CHANGES, _MOST_GROUNDS, _MOST_ALIKE = 180, 280, 12, 12, 3
_KINDS = {"new": "passed", "gone": "failed", "changed": "cannot-tell", "moved": "link"}


def write(
    comparison: Comparison, *, audience: str = "buyer", colour: bool = False, width: int = 80, encoding: str = "utf-8"
) -> str:
    """Return the comparison as lines of at most `width` characters, worded for a "buyer" or a "bidder"."""
    ink = Ink.on(colour=colour, width=width, encoding=encoding)
    blocks = (
        _opening(comparison, ink), _deadline(comparison, ink), _facts(comparison, ink),
        _findings("New findings", comparison.found(Kind.NEW), audience, ink),
        _findings("Put right", say.put_right(comparison), audience, ink),
        _findings("Found no more, but not sure to be put right", say.left_open(comparison), audience, ink),
        _findings("Found before and now, in changed words", comparison.found(Kind.CHANGED), audience, ink),
        _counted("Gone with documents that were taken out", say.gone_with_documents(comparison), ink),
        _counted("Still there", comparison.found(Kind.KEPT), ink), _answers(comparison, ink),
        _documents(comparison, ink), _text(comparison, ink), _unread(comparison, ink),
    )  # fmt: skip
    texts = ("\n".join(line.rstrip() for line in block) for block in blocks)
    return "\n\n".join(text for text in texts if text) + "\n"


def _opening(comparison: Comparison, ink: Ink) -> Iterator[str]:
    yield from ink.lines(f"{say.headline(comparison)}.", kind="bold")
    old, new = comparison.old, comparison.new
    yield from ink.lines(f"Old: {old.path} ({words.plural(len(old.documents), 'document')})", then="     ")
    yield from ink.lines(f"New: {new.path} ({words.plural(len(new.documents), 'document')})", then="     ")
    sure = words.law_known(new.regime)
    law = f"Law: {new.regime.title} as on {words.day(new.day)} ({sure}: {new.regime.why})."
    yield from ink.lines(law, then="     ")


def _deadline(comparison: Comparison, ink: Ink) -> Iterator[str]:
    row = comparison.deadline
    tag = say.ANSWERS[row.answer]
    yield from ink.lines("Deadline", kind="bold")
    yield "  " + ink.paint(ink.plain(f"{tag.symbol} {tag.word}"), tag.kind)
    yield from ink.lines(say.deadline_moved(comparison), first="    ")
    yield from ink.lines(row.reason, first="    ")
    for each in row.grounds[:_MOST_GROUNDS]:
        yield from ink.lines(say.ground(each), first="    • ", then="      ")
    if len(row.grounds) > _MOST_GROUNDS:
        yield from ink.lines(f"… and {len(row.grounds) - _MOST_GROUNDS} more", first="    ", kind="soft")
    for rule in row.rules:
        yield ""
        yield from ink.lines(rule.authority, first="    ", kind="soft")
        yield from ink.lines(rule.says, first="    ")
        if rule.doubt:
            yield from ink.lines(f"In doubt: {rule.doubt}", first="    ")


def _facts(comparison: Comparison, ink: Ink) -> Iterator[str]:
    if comparison.facts:
        yield from ink.lines("Facts that changed", kind="bold")
    for change in comparison.facts:
        told = say.fact_change(change)
        yield from ink.lines(f"{fact_label(change.name)}{f': {told}' if told else ''}", first="  ", then="    ")
        for when, rows in (("was", change.old), ("now", change.new)):
            yield from ink.lines(f"{when} {say.statements(change.name, rows)}", first="    ", then="        ")
            for row in rows[:1]:
                yield from ink.lines(str(row.where), first="        ", kind="link")


def _findings(title: str, rows: tuple[FindingChange, ...], audience: str, ink: Ink) -> Iterator[str]:
    if rows:
        yield from ink.lines(f"{title}: {len(rows)}", kind="bold")
    told = Counter[str]()
    for row in rows:
        told[row.check.id] += 1
        if told[row.check.id] > _MOST_ALIKE:
            continue
        tag = words.weight(row.check, audience)
        yield f"  {ink.paint(ink.plain(f'{tag.symbol} {tag.word}'), tag.kind)}  {ink.paint(row.check.id, 'soft')}"
        yield from ink.lines(_message(row), first="    ")
        finding = row.new or row.old
        if finding is not None:
            yield from ink.lines(str(finding.where), first="    ", kind="link")
        if finding is not None and finding.where.quote:
            yield from ink.lines(words.clip(finding.where.told, _MOST_QUOTE), first="    │ ", then="    │ ")
        if row.kind is Kind.GONE and row.reason:
            yield from ink.lines(f"Now: {words.sentence(row.reason)}", first="    ")
        if row.kind is Kind.NEW and row.check.fix and told[row.check.id] == 1:
            yield from ink.lines(words.clip(row.check.fix, _MOST_QUOTE), first="    → ")
    for check, number in told.items():
        if number > _MOST_ALIKE:
            yield from ink.lines(f"… and {number - _MOST_ALIKE} more of {check}", first="  ", kind="soft")


def _message(row: FindingChange) -> str:
    finding = row.new or row.old
    if finding is not None and finding.message:
        return finding.message
    return words.sentence(row.check.reason)


def _counted(title: str, rows: tuple[FindingChange, ...], ink: Ink) -> Iterator[str]:
    if rows:
        ids = ", ".join(dict.fromkeys(row.check.id for row in rows))
        yield from ink.lines(f"{title}: {words.plural(len(rows), 'finding')} ({ids})", then="  ")


def _answers(comparison: Comparison, ink: Ink) -> Iterator[str]:
    if comparison.answers:
        yield from ink.lines("Checklist", kind="bold")
    for row in comparison.answers:
        was, now = words.answer(row.old), words.answer(row.new)
        yield from ink.lines(f"{row.title}: {was.word.lower()} before, {now.word.lower()} now", first="  ", then="    ")


def _documents(comparison: Comparison, ink: Ink) -> Iterator[str]:
    rows = [pair for pair in comparison.documents if pair.kind in (Kind.NEW, Kind.GONE) or pair.renamed]
    if rows:
        yield from ink.lines("Documents", kind="bold")
    for pair in rows:
        tag = say.CHANGES[pair.kind]
        if pair.renamed:
            same = ", not a byte changed" if pair.kind is Kind.KEPT else ""
            told = f"→ Renamed{same}: {pair.old} is now {pair.new}"
        else:
            told = f"{tag.symbol} {tag.word}: {pair.new or pair.old}"
        yield from ink.lines(told, first="  ", then="    ")


def _text(comparison: Comparison, ink: Ink) -> Iterator[str]:
    if comparison.sections:
        yield from ink.lines("Words that changed", kind="bold")
    document = ""
    for section in comparison.sections:
        yield ""
        if section.document != document:
            document = section.document
            yield from ink.lines(document, first="  ", kind="bold")
        yield from ink.lines(say.section_title(section.heading), first="  ", kind="link")
        yield from _changes(section, ink)


def _changes(section: Section, ink: Ink) -> Iterator[str]:
    for change in section.changes[:_MOST_CHANGES]:
        yield from _change(change, ink)
    more = len(section.changes) - _MOST_CHANGES
    if more > 0:
        yield from ink.lines(f"… and {more} more in this section", first="    ", kind="soft")


def _change(change: TextChange, ink: Ink) -> Iterable[str]:
    tag = say.CHANGES[change.kind]
    kind = _KINDS[tag.kind]
    if change.kind is Kind.CHANGED:
        for mark, which, colour in (("was", Kind.GONE, "failed"), ("now", Kind.NEW, "passed")):
            told = words.clip(say.around(change, which), _MOST_PASSAGE)
            yield from ink.lines(told, first=f"    {mark} │ ", then="        │ ", kind=colour)
        return
    if change.kind is Kind.MOVED and change.old is not None:
        from_where = say.section_title(change.old.heading)
        yield from ink.lines(f"{tag.symbol} Moved here from “{from_where}”:", first="    ", kind=kind)
    sign = " " if change.kind is Kind.MOVED else tag.symbol
    told = words.clip(change.pieces[0].text, _MOST_PASSAGE)
    yield from ink.lines(told, first=f"      {sign} │ ", then="        │ ", kind=kind)


def _unread(comparison: Comparison, ink: Ink) -> Iterator[str]:
    packs = (("old", comparison.old), ("new", comparison.new))
    rows = [(when, row) for when, report in packs for row in report.not_read]
    if rows:
        yield from ink.lines("Not read, so not compared", kind="bold")
    for when, row in rows:
        page = f", page {row.page}" if row.page is not None else ""
        yield from ink.lines(f"{row.document}{page} ({when} pack): {row.why}", first="  ", then="    ")
