"""Into how many lots a contract is divided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_LOTS = late_pattern(
    r"\b(?:divid\w+|split|in|broken (?:down )?|separated|comprises?|consists? of|made up of|into|has|have|contains?"
    r"|of|across|is|are|for|under|total of|all|any|each|the)\b[^.;\d]{0,40}?\b(?P<count>two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d|2\d)(?: ?\(\d{1,2}\))? (?:separate |distinct |individual "
    r"|geographical |service |different |regional )*lots?\b(?! size)"
    r"|\bnumber of lots\W{1,3}(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
    r"|\blots?: (?P<few>\d{1,2})\b(?=\s*$)",
    re.IGNORECASE,
)
_NO_LOTS = late_pattern(
    r"\b(?:not|no|n['’]t)\b[^.;]{0,40}\b(?:divid\w+|split|separat\w+|broken"
    r"|sub-?divided)?\b[^.;]{0,15}\b(?:in)?to (?:separate |smaller |individual )?lots\b|\bno (?:separate )?lots\b"
    r"|\b(?:a |as a )?single lot\b|\bone lot\b|\bnot (?:been )?(?:be )?(?:lotted|sub-?divided)\b"
    r"|\b(?:be|been|is|are|being) (?:let|awarded|procured|tendered|bought|offered) (?:whole|as (?:a whole|one|a single)"
    r" ?(?:contract|package|whole)?)(?=\W|$)"
    r"|\b(?:divided|division|split) into lots\W{1,3}(?:no|none)\b|\blots\W{1,4}(?:no|none|n/a|not applicable)\b",
    re.IGNORECASE,
)
_WHOLE = ("as a whole", "as one contract", "as a single contract", "as one package", "as a single package")
_NEAR = 90
_LOT = late_pattern(r"\bLot (?P<number>\d{1,2}|one|two|three|four|five|six)\b", re.IGNORECASE)
_LOT_HEAD = late_pattern(r"\W*lots?(?: (?:no|number|ref(?:erence)?))?\W*", re.IGNORECASE)
_LOTS_LABEL = late_pattern(
    r"\W{0,3}(?:[\w.]{1,4}[.)]? )?(?:the )?(?:(?:number|no\.?) of |how many |divi\w{3,5} into |split into )?"
    r"lots\W{0,3}",
    re.IGNORECASE,
)
_SO_MANY = late_pattern(
    r"\W{0,2}(?:yes\W{1,3})?(?P<count>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
    r"(?: ?\(\d{1,2}\))?(?=\s*$| ?[:;,.(–-](?! ?\d)| (?:separate |smaller |geographical )?(?:lots?|parts)\b)",
    re.IGNORECASE,
)
_PAGED = late_pattern(r"\b(?:pages?|weight\w*|scores?|marks?|points)\b", re.IGNORECASE)
_FRAMEWORK_LOT = late_pattern(
    r"\b(?:of|under|from|on|via) (?:the |a |an )?(?:[\w-]+ ){0,3}framework\b|\bframework [A-Z]{1,4}\d|\bRM ?\d{3,5}\b"
    r"|\bcall(?:ed)?[- ]?off\b|\bDPS\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the number of lots; 1 where the pack says that the contract is not divided."""
    passages = reading.passages
    return {
        "lots": choose(_lots(passages)),
    }


def _lots(passages: Passages) -> Iterator[Candidate[int]]:
    stated = False
    for statement in statements(
        passages.having("lots", " lot ", " lot.", "lotted", "sub-divided", "subdivided", "not divided", *_WHOLE)
    ):
        text = statement.text
        none, match = _NO_LOTS.search(text), _LOTS.search(text)
        if (
            statement.is_definition
            or statement.is_option
            or re.search(r"\bparking lots?\b|\bto avoid\b|\bavoid\w* (?:the )?threshold", text, re.IGNORECASE)
        ):
            continue
        rowed = _in_row(statement)
        if rowed is not None:
            stated = True
            yield Candidate(rowed, TABLED, statement.passage.role)
        elif (
            match
            and not _FRAMEWORK_LOT.search(text[max(0, match.start() - 60) : match.start()])
            and not re.search(
                r"\b(?:up to|maximum of|no more than|only)\s*$",
                text[: match.start("count") if match["count"] else match.start()],
                re.IGNORECASE,
            )
        ):
            count = number(match["count"] or match["number"] or match["few"])
            if count:
                stated = True
                yield Candidate(
                    statement.fact("lots", int(count), match.start(), match.end()),
                    TABLED if statement.passage.row else STATED,
                    statement.passage.role,
                )
        elif none and not re.search(
            r"\bfor (?:a|any|each) single lot\b|\b(?:bid|tender|apply) for (?:a |only )?(?:single|one) lot\b"
            r"|\b(?:any|each|than|only|or) one lot\b",
            text,
            re.IGNORECASE,
        ):
            stated = True
            yield Candidate(statement.fact("lots", 1, none.start(), none.end()), STATED, statement.passage.role)
    if not stated:
        numbered = list(_numbered(passages))
        yield from numbered or _in_tables(passages)


def _in_row(statement: Statement) -> Fact[int] | None:
    """Read the row "Lots | Two: this and that"."""
    row = statement.passage.row
    if row is None or statement.form != "row" or not _LOTS_LABEL.fullmatch(row.label) or _PAGED.search(
        " ".join(row.heads)
    ):
        return None
    cells = [cell for cell in row.cells if cell.strip()]
    told = _SO_MANY.match(cells[1]) if len(cells) > 1 else None
    count = number(told["count"]) if told else None
    return statement.fact("lots", int(count)) if count else None


def _in_tables(passages: Passages) -> Iterator[Candidate[int]]:
    """Count the rows of a table whose first column is headed "Lot" and numbers them from 1 on."""
    seen: set[int] = set()
    for passage in passages.having("lot"):
        row = passage.row
        if row is None or id(row.table) in seen or passage.role is Role.TERMS:
            continue
        seen.add(id(row.table))
        if not row.table.rows or not _LOT_HEAD.fullmatch(row.table.rows[0][0].text if row.table.rows[0] else ""):
            continue
        names = [cells[0].text.strip() for cells in row.table.rows[1:] if cells]
        count = next((at for at, name in enumerate(names) if name != str(at + 1)), len(names))
        if count >= 2:
            statement = Statement(passage.text, passage)
            yield Candidate(statement.fact("lots", count, sure=Sure.MEDIUM), PASSING, passage.role)


def _numbered(passages: Passages) -> Iterator[Candidate[int]]:
    """Count lots that are listed by number, from 1 on with none left out."""
    where: dict[int, tuple[Passage, re.Match[str]]] = {}
    for passage in passages.having(
        "lot 1",
        "lot 2",
        "lot 3",
        "lot 4",
        "lot 5",
        "lot 6",
        "lot 7",
        "lot 8",
        "lot 9",
        "lot one",
        "lot two",
        "lot three",
    ):
        if passage.role is Role.TERMS or "___" in passage.text:
            continue
        for match in _LOT.finditer(passage.text):
            before = passage.text[max(0, match.start() - _NEAR) : match.start()].rpartition(". ")[2]
            after = passage.text[match.end() : match.end() + _NEAR].partition(". ")[0]
            if _FRAMEWORK_LOT.search(f"{before}{match[0]}{after}"):
                continue
            where.setdefault(int(number(match["number"]) or 0), (passage, match))
    count = 0
    while count + 1 in where:
        count += 1
    if count >= 2:
        passage, match = where[count]
        statement = Statement(passage.text, passage)
        yield Candidate(
            statement.fact("lots", count, match.start(), match.end(), Sure.MEDIUM, "counted from the lots listed"),
            PASSING,
            passage.role,
        )
