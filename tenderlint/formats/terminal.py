"""Writes the report for a terminal: what matters first, each finding with its place, its words and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenderlint.formats import arrange, words
from tenderlint.formats.ink import Ink
from tenderlint.outcomes import Outcome
from tenderlint.readiness import Level, readiness
from tenderlint.report import CheckRow, FindingRow, Report, Where

_SHOWN_FIRST, _SHOWN_LATER = 3, 1
"""So many findings of one check are told in the first document that has any, and in each later one."""
_SIDE_BY_SIDE = 56
"""So many characters a line must have for two columns."""
_MOST_QUOTE, _MOST_TEXT, _MOST_FIX, _MOST_UNREAD, _MOST_OPEN = 180, 120, 280, 8, 30
_LEVELS = {
    Level.NOT_READY: "law", Level.NEARLY: "advice", Level.AFTER_A_LOOK: "cannot-tell", Level.READY: "answered",
    Level.UNKNOWN: "bold", Level.NO_TENDER: "bold", Level.PART: "bold",
}  # fmt: skip


def write(
    report: Report, *, audience: str = "buyer", colour: bool = False, width: int = 80, encoding: str = "utf-8"
) -> str:
    """Return the report as lines of at most `width` characters (40 to 120), worded for a "buyer" or a "bidder".

    Signs that `encoding` lacks are told by others that it has.
    """
    ink = Ink.on(colour=colour, width=width, encoding=encoding)
    blocks = (
        _opening(report, audience, ink), _first(report, audience, ink), _chapters(report, audience, ink),
        _absences(report, audience, ink), _crafted(report, ink), _open(report, audience, ink),
        _of_invitation(report, ink), _aside(report, ink), _unread(report, ink), _checklist(report, ink),
        _next(report, ink),
    )  # fmt: skip
    texts = ("\n".join(line.rstrip() for line in block) for block in blocks)
    return "\n\n".join(text for text in texts if text) + "\n"


def _opening(report: Report, audience: str, ink: Ink) -> Iterator[str]:
    ready = readiness(report, audience)
    yield from ink.lines(ready.sentence, kind=_LEVELS[ready.level])
    crafted = arrange.craft_failed(report)
    if crafted and ready.number("departures") and ready.level in (Level.NOT_READY, Level.NEARLY):
        yield from ink.lines(words.crafted(crafted, ready.number("departures")))
    if late := words.passed_deadline(report):
        yield from ink.lines(late)
    yield ""
    name, buyer = arrange.name_of(report), arrange.chosen(report, "buyer_name")
    yield from ink.lines(f"{name} ({buyer.words})" if buyer else name, kind="bold")
    yield from ink.lines(_what_was_read(report))
    if unread := words.unread_files(report):
        yield from ink.lines(unread)
    if report.reading is not None:
        yield from ink.lines(words.reading(report.reading))
    sure = words.law_known(report.regime)
    law = f"Law: {report.regime.title} as on {words.day(report.day)} ({sure}: {words.without_stop(report.regime.why)})."
    yield from ink.lines(law)
    if report.stated:
        yield from ink.lines(words.stated(report.stated))
    if ready.waived:
        yield from ink.lines(f"Set aside: {words.plural(ready.waived, 'finding')}, not counted; see below.")


def _what_was_read(report: Report) -> str:
    read = [row for row in report.documents if row.read != "not"]
    lost = {(row.document, row.page) for row in report.not_read if row.page is not None}
    names = {row.path for row in read}
    pages = sum(row.pages or 0 for row in read) - sum(path in names for path, _ in lost)
    size = words.plural(sum(row.words for row in read), "word")
    if pages > 0 and all(row.pages for row in read):
        size = f"{words.plural(pages, 'page')}, {size}"
    some = f"{len(read)} of " if len(read) < len(report.documents) else ""
    return f"Read: {some}{words.plural(len(report.documents), 'document')}, {size}."


def _first(report: Report, audience: str, ink: Ink) -> Iterator[str]:
    """Tell what weighs as an error before all else, in whichever document it stands."""
    told: set[str] = set()
    groups = [group for chapter in arrange.chapters(report) for group in chapter.groups if group.error]
    absent = [group for group in arrange.absences(report) if group.error]
    if groups or absent:
        yield from ink.lines("What must come first", kind="bold")
    for group in groups:
        yield ""
        yield from _group(group, audience, ink, again=group.check.id in told, whole=True)
        told.add(group.check.id)
    for group in absent:
        yield ""
        yield from _absence(group, report, audience, ink)


def _chapters(report: Report, audience: str, ink: Ink) -> Iterator[str]:
    told: set[str] = set()
    shown = 0
    for chapter in arrange.chapters(report):
        groups = [group for group in chapter.matter if not group.error]
        if groups:
            if shown:
                yield ""
            shown += 1
            yield from ink.lines(chapter.document, kind="bold")
        for group in groups:
            yield ""
            yield from _group(group, audience, ink, again=group.check.id in told)
            told.add(group.check.id)


def _crafted(report: Report, ink: Ink) -> Iterator[str]:
    """Tell what is wrong with how each document is written and made: a line or two for each check."""
    chapters = [chapter for chapter in arrange.chapters(report) if chapter.craft]
    if not chapters:
        return
    yield from ink.lines("How the documents are written and made", kind="bold")
    for chapter in chapters:
        yield ""
        yield from ink.lines(chapter.document, first="  ", then="  ")
        for group in chapter.craft:
            finding = group.findings[0]
            yield from ink.lines(f"{group.check.id}: {finding.message}", first="  ✗ ", then="    ")
            more = len(group.findings) - 1
            places = [words.inside(finding.where), f"and {more} more" if more else ""]
            if any(places):
                yield from ink.lines(", ".join(filter(None, places)), first="    ", kind="soft")
            if group.check.area == "language" and finding.where.quote:
                told = words.clip(words.dotted(finding.where.told), _MOST_TEXT)
                yield from ink.lines(told, first="    │ ", then="    │ ")
    name = chapters[0].craft[0].check.id
    yield ""
    how = f"How to put one right, for example: tenderlint explain {name}"
    yield from ink.lines(how, first="  ", then="    ", kind="soft")


def _group(
    group: arrange.Group, audience: str, ink: Ink, *, again: bool, whole: bool = False
) -> Iterator[str]:
    yield from _heading(group.check, audience, ink)
    shown = group.findings[: _SHOWN_LATER if again else _SHOWN_FIRST]
    before: FindingRow | None = None
    for finding in shown:
        if before is None or finding.message != before.message:
            yield from ink.lines(finding.message, first="    ")
        if before is None or finding.where != before.where:
            yield from _place(finding.where, ink, whole=whole)
        before = finding
    more = len(group.findings) - len(shown)
    if more:
        yield from ink.lines(f"… and {more} more like it in this document", first="    ", kind="soft")
    for beside in () if again else group.check.evidence[:1]:
        yield from ink.lines(f"read together with: {beside.where}", first="    ", kind="link")
        yield from ink.lines(words.clip(words.dotted(beside.where.told), _MOST_QUOTE), first="    │ ", then="    │ ")
    if not again:
        yield from _fix(group.check, audience, ink)


def _heading(row: CheckRow, audience: str, ink: Ink) -> Iterator[str]:
    tag = words.weight(row, audience)
    yield from _tagged(f"{tag.symbol} {tag.word}", tag.kind, row.id, ink)


def _tagged(tag: str, kind: str, name: str, ink: Ink) -> Iterator[str]:
    """Tell a tag with the name of a check, in two lines where one would be too long."""
    tag, name = ink.plain(tag), ink.plain(name)
    if 4 + len(tag) + len(name) > ink.width:
        yield f"  {ink.paint(tag, kind)}"
        yield f"    {ink.paint(name, 'soft')}"
    else:
        yield f"  {ink.paint(tag, kind)}  {ink.paint(name, 'soft')}"


def _place(where: Where, ink: Ink, *, whole: bool = False) -> Iterator[str]:
    if place := str(where) if whole else words.inside(where):
        yield from ink.lines(place, first="    ", kind="link")
    if where.quote:
        yield from ink.lines(words.clip(words.dotted(where.told), _MOST_QUOTE), first="    │ ", then="    │ ")


def _fix(row: CheckRow, audience: str, ink: Ink) -> Iterator[str]:
    if row.fix:
        whose = "what the buyer could do: " if audience == "bidder" else ""
        yield from ink.lines(whose + words.clip_sentences(row.fix, _MOST_FIX), first="    → ")


def _absences(report: Report, audience: str, ink: Ink) -> Iterator[str]:
    groups = [group for group in arrange.absences(report) if not group.error]
    if groups:
        yield from ink.lines("Nowhere in the pack", kind="bold")
    for group in groups:
        yield ""
        yield from _absence(group, report, audience, ink)


def _absence(group: arrange.Group, report: Report, audience: str, ink: Ink) -> Iterator[str]:
    yield from _heading(group.check, audience, ink)
    shown = group.findings[:_SHOWN_FIRST]
    for message in dict.fromkeys(finding.message for finding in shown) or [group.check.reason]:
        yield from ink.lines(words.sentence(message), first="    ")
    if len(group.findings) > len(shown):
        yield from ink.lines(f"… and {len(group.findings) - len(shown)} more", first="    ", kind="soft")
    looked = words.looked_in(arrange.looked_in(report, group.check.id), report)
    yield from ink.lines(f"looked in {looked or 'nothing, since nothing was read'}", first="    ", kind="link")
    if group.check.nearest:
        yield from _near(group.check.nearest[0], ink)
    yield from _fix(group.check, audience, ink)


def _near(row: FindingRow, ink: Ink) -> Iterator[str]:
    why = f", {row.message}" if row.message else ""
    yield from ink.lines(f"nearest: {row.where}{why}", first="    ", kind="link")
    if row.where.quote:
        yield from ink.lines(words.clip(words.dotted(row.where.told), _MOST_QUOTE), first="    │ ", then="    │ ")


def _open(report: Report, audience: str, ink: Ink) -> Iterator[str]:
    doubts, items = arrange.doubts(report), arrange.for_a_person(report)
    if doubts or items:
        title = "What to ask about" if audience == "bidder" else "What a person must judge"
        yield from ink.lines(title, kind="bold")
        yield ""
    for doubt in doubts[:_MOST_OPEN]:
        yield from _doubt(doubt, ink)
    for item in items[:_MOST_OPEN]:
        yield from _point(words.FOR_A_PERSON, item.title, words.sentence(item.ask or item.reason), ink)
    more = max(len(doubts) - _MOST_OPEN, 0) + max(len(items) - _MOST_OPEN, 0)
    if more:
        yield from ink.lines(f"… and {more} more", first="  ", kind="soft")


def _of_invitation(report: Report, ink: Ink) -> Iterator[str]:
    """Tell once, where there is only a specification, what was looked for that an invitation says."""
    if missed := arrange.of_invitation(report):
        yield from ink.lines("What an invitation to tender says", kind="bold")
        yield ""
        told = ", ".join(f"{words.area(area)} {len(rows)}" for area, rows in missed)
        yield from ink.lines(f"{words.of_invitation(missed)} By subject: {told}.", first="  – ", then="    ")


def _doubt(doubt: arrange.Doubt, ink: Ink) -> Iterator[str]:
    tag = words.answer(Outcome.CANNOT_TELL)
    row, *others = doubt.checks
    if others:
        yield from _point(tag, words.sentence(doubt.reason), ", ".join(each.id for each in doubt.checks), ink)
        return
    yield from _point(tag, f"{row.title} [{row.id}]", words.sentence(row.reason), ink)
    for each in row.evidence[:1]:
        yield from ink.lines(f"look at {each.where}", first="    ", kind="link")


def _point(tag: words.Tag, title: str, more: str, ink: Ink) -> Iterator[str]:
    """Tell one point for a person: what it is about, then more of it."""
    sign = ink.paint(ink.plain(tag.symbol), tag.kind)
    first, *rest = ink.lines(title, first="    ")
    yield f"  {sign} {first.lstrip()}"
    yield from rest
    yield from ink.lines(more, first="    ")


def _aside(report: Report, ink: Ink) -> Iterator[str]:
    """Tell what was set aside: what somebody has waived one by one, what was there before as counts."""
    groups = arrange.waived(report)
    waived, before = arrange.by_somebody(groups), arrange.from_before(groups)
    if groups:
        yield from ink.lines("Set aside, and not counted", kind="bold")
        yield ""
    rows = [(group.check, finding) for group in waived for finding in group.findings]
    for check, finding in rows[:_MOST_OPEN]:
        yield from _tagged("– Waived", "", check.id, ink)
        yield from ink.lines(words.sentence(finding.message or check.reason), first="    ")
        yield from _place(finding.where, ink, whole=True)
        yield from ink.lines(words.set_aside(finding), first="    reason: ", then="    ")
    if len(rows) > _MOST_OPEN:
        yield from ink.lines(f"… and {len(rows) - _MOST_OPEN} more that were waived", first="  ", kind="soft")
    if before:
        number = sum(len(group.findings) for group in before)
        told = ", ".join(f"{group.check.id} {len(group.findings)}" for group in before)
        yield from ink.lines(f"{words.plural(number, 'finding')} there before: {told}", first="  – ", then="    ")


def _unread(report: Report, ink: Ink) -> Iterator[str]:
    crashed = arrange.crashed(report)
    if not report.not_read and not crashed:
        return
    yield from ink.lines("What could not be read" if report.not_read else "Checks that crashed", kind="bold")
    yield ""
    for row in report.not_read[:_MOST_UNREAD]:
        yield from ink.lines(words.unread(row), first="  ! ", then="    ")
    if len(report.not_read) > _MOST_UNREAD:
        yield from ink.lines(f"… and {len(report.not_read) - _MOST_UNREAD} more", first="    ", kind="soft")
    if waiting := arrange.waiting(report):
        told = ", ".join(f"{words.area(area)} {len(rows)}" for area, rows in waiting)
        yield from ink.lines(f"{words.waiting(waiting)} By subject: {told}.", first="    ", kind="soft")
    for check in crashed:
        yield from ink.lines(f"{check.id}: {check.reason}", first="  ! ", then="    ")


def _checklist(report: Report, ink: Ink) -> Iterator[str]:
    sections = arrange.sections(report)
    if not sections:
        return
    yield from ink.lines("Checklist", kind="bold")
    tags = words.columns(report.checklist)
    yield from _packed([(tag, tag.word.lower()) for tag in tags], ink.width, ink)
    yield ""
    wide = min(max(len(words.section_title(section.title)) for section in sections), 24 if ink.width < 100 else 40) + 2
    for section in sections:
        yield from _section(section, wide, ink)


def _section(section: arrange.Section, wide: int, ink: Ink) -> Iterator[str]:
    """Tell one section as a row: its title on the left, its items with their answers on the right.

    On a narrow terminal the items stand below the title.
    """
    if ink.width < _SIDE_BY_SIDE:
        yield from ink.lines(words.section_title(section.title))
        for row in _packed([(words.item_answer(item), item.item) for item in section.items], ink.width - 2, ink):
            yield f"  {row}"
        return
    titles = ink.lines(words.section_title(section.title), then="   ", room=wide - 2)
    cells = _packed([(words.item_answer(item), item.item) for item in section.items], ink.width - wide, ink)
    for number in range(max(len(titles), len(cells))):
        title = titles[number] if number < len(titles) else ""
        yield f"{title:<{wide}}{cells[number] if number < len(cells) else ''}"


def _packed(pairs: Iterable[tuple[words.Tag, str]], room: int, ink: Ink) -> list[str]:
    """Set signs with their words side by side, in as many rows as they need."""
    rows, used = [""], 0
    for tag, text in pairs:
        size = len(text) + 2
        if used and used + 2 + size > room:
            rows.append("")
            used = 0
        gap = "  " if used else ""
        rows[-1] += f"{gap}{ink.paint(ink.plain(tag.symbol), tag.kind)} {ink.plain(text)}"
        used += len(gap) + size
    return rows


def _next(report: Report, ink: Ink) -> Iterator[str]:
    failed = (*arrange.breaches(report), *arrange.failed_here(report))
    steps = [(f"tenderlint explain {row.id}", "why, what it rests on, how to put it right") for row in failed[:1]]
    steps.append(("tenderlint check PACK --format html -o report.html", "the whole report, to read and to share"))
    yield from ink.lines("Next", kind="bold")
    for command, what in steps:
        yield from ink.lines(command, first="  ", then="      ")
        yield from ink.lines(what, first="    ", kind="soft")
