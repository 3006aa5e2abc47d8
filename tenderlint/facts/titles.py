"""What a tender is called: from its title row, its cover, or its first headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlint.facts import title_words as words
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.organisations import is_body, is_organisation
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Role

_EARLY = 30
_BELOW_BUYER = 4
_TOP = 6
_LINE = 100
_DOUBTFUL = 1.0
_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)  # they stand first in a PDF file and last in a Word file


@dataclass(frozen=True, slots=True)
class _Title:
    name: str
    passage: Passage
    worth: float


def read_titles(passages: Passages, buyer: str) -> Sequence[Fact[str]]:
    """Return the statements of the title, best first chosen; `buyer` is a name that is no title."""
    found: list[_Title] = []
    starts: list[int] = []
    last = None
    for passage in passages.all:
        if passage.document is not last:
            last = passage.document
            starts.append(passage.index)
            found += _on_cover(passages, passage.index, buyer)
    for passage in passages.having("title", "name of", "project name", "contract name", "subject"):
        found += _keyed(passages, passage)
    for passage in passages.having(
        "provision of", "supply of", "delivery of", "invited to", "invite you to", "invites ", "inviting "
    ):
        match = words.SUBJECT.search(passage.text) or words.INVITED.search(passage.text)
        if match and passage.role not in (Role.TERMS, Role.FORM):
            found.append(_Title(match["name"].strip(" ,"), passage, 2.0))
    found = [replace(each, name=words.PART.sub("", each.name)) for each in found]
    found = [each for each in found if _is_title(each.name, buyer)]
    counts = Counter(_plain(each.name) for each in found)
    found = [each for each in found if each.worth * _ROLE.get(each.passage.role, 1.0) >= 1.5]
    if not found:
        found = _first_line(passages, buyer)
    if not found:
        return ()
    best = max(
        found,
        key=lambda each: (
            each.worth * _ROLE.get(each.passage.role, 1.0) + 0.3 * min(5, counts[_plain(each.name)]),
            -each.passage.index,
        ),
    )
    same = [each for each in found if _plain(each.name) == _plain(best.name)]
    same += _repeats(passages, starts, best, {each.passage.index for each in same})
    return _stated(same, best)


def _first_line(passages: Passages, buyer: str) -> list[_Title]:
    """Return the line that a pack begins with, where it can be a title and nothing else says what it is called."""
    first = next((each for each in passages.all if each.block.kind not in _RUNNING), None)
    if first is None or first.row is not None or first.block.label or len(first.text) >= _LINE:
        return []
    is_one = first.text[-1:] not in tuple(".:,;?") and _is_title(first.text, buyer)
    return [_Title(first.text, first, _DOUBTFUL)] if is_one else []


def _stated(same: Sequence[_Title], best: _Title) -> Sequence[Fact[str]]:
    """Return the statements of one title, all in one spelling, that with a capital letter if there is one."""
    name = next((each.name for each in (best, *same) if not each.name[0].islower()), best.name)
    name = words.FOR_HOW_LONG.sub("", words.HANGING.sub("", words.DEFINED.sub("", words.LEADING.sub("", name))))
    sure = Sure.HIGH if best.worth > 3 else Sure.MEDIUM if best.worth > _DOUBTFUL else Sure.LOW
    return choose(
        Candidate(
            Fact("title", name, each.passage.text[:200].strip(), each.passage.place, sure),
            2 if each is best else 1,
            Role.OTHER,
        )
        for each in same
    )


def _repeats(passages: Passages, starts: Sequence[int], best: _Title, known: Container[int]) -> list[_Title]:
    """Return the first line of each document that holds the title too, whatever else it says: "Price form: ..."."""
    name = best.name.lower()
    found = []
    for start in starts:
        document = passages.all[start].document
        top = [each for each in passages.all[start : start + _TOP] if each.document is document]
        lines = [each for each in top if name in each.text.lower() and len(each.text) < _LINE + len(name)]
        if lines and not any(each.index in known for each in lines):
            found.append(_Title(best.name, lines[0], best.worth))
    return found


_ROLE = {
    Role.TERMS: 0.5,
    Role.FORM: 0.6,
    Role.PRICING: 0.6,
    Role.TUPE: 0.4,
    Role.GUIDANCE: 0.8,
    Role.NOTICE: 1.2,
    Role.INSTRUCTIONS: 1.1,
}


def _on_cover(passages: Passages, start: int, buyer: str) -> Iterator[_Title]:
    """Yield what may be the title among the first lines of a document."""
    document = passages.all[start].document
    early = [
        passage
        for passage in passages.all[start : start + _EARLY]
        if passage.document is document and passage.block.kind not in _RUNNING
    ]
    named_buyer = -_BELOW_BUYER
    greeted = next((number for number, each in enumerate(early) if _greets(each)), 0)
    whose = f"{buyer.lower()}:" if buyer else ""
    for number, passage in enumerate(early):
        text = " ".join(passage.text.split())
        if len(text) > 200 or passage.block.kind is BlockKind.CONTENTS:
            continue
        nearness = 1.0 if number < 12 else 0.4
        likely = 0.5 if number < greeted else 1.0  # what stands above "Dear ..." is the head of a letter
        if whose and text.lower().startswith(whose) and _is_title(text[len(whose) :].strip(), buyer):
            yield _Title(text[len(whose) :].strip(), passage, 3.4 * nearness)
            continue
        if number < _BELOW_BUYER and _is_buyer(text, buyer):
            named_buyer = number
        elif number - named_buyer <= 1 and _is_subtitle(early, number, text, buyer):
            yield _Title(text, passage, 2.6 * likely)
        if (subject := _of_letter(early, number, text)) and _is_title(subject[0], buyer):
            yield _Title(subject[0], passage, subject[1])
            continue
        kind = words.KIND.search(text.lower())
        if kind and any(words.KIND_LINE.match(half) for half in text.split(" / ")):
            yield from _beside(passages, early, number, buyer, nearness)
        else:
            named = (_of_kind(passage, text, number) if kind else None) or _alone(passage, text, number, buyer, likely)
            if named is not None:
                yield _Title(named[0], passage, named[1] * nearness)
    title = document.structure.title
    same = next((each for each in early if title and _plain(title) in _plain(each.text)), None)
    if title and same is not None and not words.FILE.search(title):
        yield _Title(title, same, 3.0)


def _is_buyer(text: str, buyer: str) -> bool:
    return (buyer != "" and _plain(buyer) in _plain(text)) or (is_organisation(text) and is_body(text))


def _is_subtitle(early: Sequence[Passage], number: int, text: str, buyer: str) -> bool:
    """Say whether a line right below the buyer's name on a cover can be what the buyer calls the contract.

    A heading with running text below it is that of a part.
    """
    passage, below = early[number], early[number + 1 : number + 2]
    if passage.row is not None or passage.block.label or len(text) >= 110 or text[-1] in ".:,;":
        return False
    is_part = passage.block.kind is BlockKind.HEADING and any(each.row or len(each.text) >= 110 for each in below)
    return not is_part and _is_title(text, buyer)


def _of_kind(passage: Passage, text: str, number: int) -> tuple[str, float] | None:
    """Read a title beside the kind of document in a line of a cover, and say what it is worth."""
    if match := words.FOR.match(text):
        return match["name"], 4.5
    heading = passage.block.kind is BlockKind.HEADING
    match = words.KIND_LAST.match(text) if heading or number < 4 else None
    if match is None:
        return None
    apart = text[match.end("name") :].lstrip()[:1] in "–—:-"
    return (words.PART_ALONE.sub("", match["name"]) if apart or not heading else text), 3.8


def _of_letter(early: Sequence[Passage], number: int, text: str) -> tuple[str, float] | None:
    """Read what a letter is about: the line "Re: ...", or a line below its "Dear ..." that stands out or ends bare."""
    match = words.RE.match(text) if text[:2].lower() in ("re", "su") else None
    worth = 3.4 if match else 0.0
    name = match["name"] if match else text
    if not match and number and _greets(early[number - 1]):
        block = early[number].block
        worth = 3.3 if block.look.bold or block.kind is BlockKind.HEADING else 2.0
    if not worth or len(name) >= 160 or name[-1] in ".:,;?":
        return None
    inner = words.FOR.match(name)
    return (inner["name"] if inner else name), worth


def _greets(passage: Passage) -> bool:
    return passage.text[:5].lower() == "dear " and len(passage.text) < _LINE


def _alone(passage: Passage, text: str, number: int, buyer: str, likely: float) -> tuple[str, float] | None:
    """Read a line of a cover that is a title by itself, and say what it is worth; None where it is none."""
    if words.PROVISION.match(text) and len(text) < 150 and not text.endswith("."):
        return text, 3.7 * likely
    if passage.block.label[:1].isdigit():
        return None  # the heading of a part of the text
    if number < 6 and passage.row is None and len(text) < 110 and _is_title(text, buyer) and text[-1] not in ".:,":
        return text, ((2.2 if passage.block.kind is BlockKind.HEADING else 1.4) - 0.1 * number) * likely
    return None


def _beside(
    passages: Passages, early: Sequence[Passage], number: int, buyer: str, nearness: float
) -> Iterator[_Title]:
    """Yield the lines below and above a line that says only what kind of document it is."""
    below = (
        each
        for each in early[number + 1 : number + 4]
        if each.block.kind is not BlockKind.LIST_ITEM
        and _is_title(each.text, buyer)
        and len(each.text) < 160
        and not each.block.label[:1].isdigit()
    )
    above = (each for each in reversed(early[max(0, number - 2) : number]) if _is_title(each.text, buyer))
    following, leading = next(below, None), next(above, None)
    if leading is not None and 12 < len(leading.text) < 160 and early[number].row is None:
        yield _Title(leading.text, leading, 2.6 * nearness)
    if following is not None:
        yield _Title(_with_years(following, passages), following, 3.6 * nearness)


def _with_years(passage: Passage, passages: Passages) -> str:
    """Add the years that stand on the line below a title."""
    below = passages.all[passage.index + 1].text if passage.index + 1 < len(passages.all) else ""
    return f"{passage.text} {below}" if re.fullmatch(r"20\d\d ?[-–/] ?(?:20)?\d\d", below.strip()) else passage.text


def _keyed(passages: Passages, passage: Passage) -> Iterator[_Title]:
    text = " ".join(passage.text.split())
    match = words.LABEL.match(text) if len(text) < 260 else None
    if match is None or passage.role is Role.TERMS or _heads_column(passage):
        return
    if match["after"]:
        inner = words.FOR.match(match["after"])
        yield _Title(inner["name"] if inner else match["after"], passage, 5.0)
        return
    following = passages.all[passage.index + 1] if passage.index + 1 < len(passages.all) else None
    if (
        following is not None
        and following.document is passage.document
        and (passage.row is None or following.row is passage.row)
        and len(following.text) < 200
    ):
        yield _Title(following.text.strip().rstrip("."), following, 5.0 if passage.row else 3.0)


def _heads_column(passage: Passage) -> bool:
    """Say whether a label heads a column of a table, and names no value beside it."""
    row = passage.row
    return row is not None and row.number == 0 and len(row.cells) > 2 and len(row.table.rows) > 1


def _is_title(name: str, buyer: str) -> bool:
    plain = " ".join(name.split())
    if not 6 < len(plain) <= 200 or "£" in plain or words.PLACEHOLDER.search(plain):
        return False
    if words.GENERIC.match(plain) or words.NOISE.match(plain) or words.KEY_FACT.match(plain):
        return False
    if buyer and _plain(words.ACRONYM.sub("", plain)) in (_plain(buyer), _plain(f"the {buyer}")):
        return False
    if (
        _is_named_body(plain)
        or words.FILE.search(plain)
        or re.match(r"(?:definitions|purpose|amendment) (?:of|used|in)\b", plain, re.IGNORECASE)
    ):
        return False
    if (
        plain.endswith((":", "-", "/"))
        or re.search(r"\b(?:to|for|of|in|the|and|with|by)$", plain)
        or words.SENTENCE.search(plain)
    ):
        return False
    return len(re.findall(r"[A-Za-z]{3,}|(?<=[A-Za-z]{2}-)[A-Za-z]{2}", plain)) > 1


def _is_named_body(plain: str) -> bool:
    """Say whether a line is an organisation's name and no more ("School taxis" is of a school and none)."""
    if not is_organisation(plain) or words.WORK.search(plain) or words.OF_BODY.search(plain):
        return False
    first, dash, _ = words.DASH.sub("\n", plain).partition("\n")
    if words.NO_BODY.search(plain) or (dash and not is_body(first.rpartition(" ")[2])):
        return False
    return is_body(plain) or words.SERVED.search(plain) is not None


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
