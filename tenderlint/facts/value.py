"""Every statement of what the contract is worth, in all and a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tenderlint.facts import value_plain as plain
from tenderlint.facts import value_words as words
from tenderlint.facts.amounts import Amount, amounts, vat_of
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.near import question_before
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, lowered, statements
from tenderlint.facts.value_options import EACH_OPTION, FIRST_TERM, OPTIONS, is_all_in, is_of_first_term, options_of
from tenderlint.values import Money

_LEAST = 100  # pounds: less than any contract that is put to tender
_LINE = 50  # letters
_NO_CHARGE = 1000  # pounds: a fee of less is more often what the bidder pays for something
_SIGNS = ("£", "$", "€", "gbp", "usd", "eur", "pounds", "dollars")


@dataclass(frozen=True, slots=True)
class _Spot:
    """An amount with the words before and after it, up to the amounts beside it, all in small letters."""

    statement: Statement
    amount: Amount
    before: str
    after: str
    label: str = ""
    heads: str = ""
    heading: str = ""
    by_month: bool = False


@dataclass(frozen=True, slots=True)
class _Priced:
    spot: _Spot
    yearly: bool
    strength: int
    of: str


def values(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every statement of the contract's value, in all and a year."""
    found: dict[str, list[Candidate[Money]]] = {"contract_value_total": [], "contract_value_annual": []}
    told = [priced for statement in statements(reading.passages.having(*_SIGNS)) for priced in _priced(statement)]
    for priced in _first_terms_apart(_months_apart(told)):
        name = "contract_value_annual" if priced.yearly else "contract_value_total"
        found[name].append(_candidate(name, priced))
    return {name: choose(_with_whole(candidates)) for name, candidates in found.items()}


def _months_apart(told: list[_Priced]) -> list[_Priced]:
    """Leave out what a sum a month comes to in a year where the same paragraph gives the whole."""
    whole = {id(each.spot.statement.passage) for each in told if not each.yearly}
    return [each for each in told if not (each.spot.by_month and id(each.spot.statement.passage) in whole)]


def _first_terms_apart(told: list[_Priced]) -> list[_Priced]:
    """Mark what is of the first term alone, where another statement takes all extensions in."""
    if not any(is_all_in(each.spot.after) for each in told if not each.of and not each.yearly):
        return told
    return [
        replace(each, of=FIRST_TERM) if not each.of and not each.yearly and is_of_first_term(each.spot.after) else each
        for each in told
    ]


def _with_whole(candidates: list[Candidate[Money]]) -> list[Candidate[Money]]:
    """Leave out what options cost where nothing says what they come on top of."""
    return candidates if any(each.fact.of not in (OPTIONS, EACH_OPTION) for each in candidates) else []


def _candidate(name: str, priced: _Priced) -> Candidate[Money]:
    sure = Sure.MEDIUM if priced.strength == PASSING else Sure.HIGH
    amount, statement = priced.spot.amount, priced.spot.statement
    money = replace(amount.money, vat=_vat(priced.spot)) if amount.money.vat == "unknown" else amount.money
    fact = statement.fact(name, money, amount.start, amount.end, sure)
    return Candidate(replace(fact, of=priced.of), priced.strength, statement.passage.role)


def _priced(statement: Statement) -> Iterator[_Priced]:
    found = amounts(statement.text)
    if not found or statement.is_option or statement.text.endswith("?") or plain.is_asked(statement):
        return
    last: _Priced | None = None
    for spot in _spots(statement, found):
        last = _one(spot) or _next(spot, last)
        if last is not None:
            yield last


def _spots(statement: Statement, found: Sequence[Amount]) -> Iterator[_Spot]:
    text = lowered(statement.text)
    row, heading = statement.passage.row, statement.passage.block.place.heading
    label = row.label.lower() if row is not None else ""
    heads = " ".join(row.heads).lower() if row is not None else ""
    for index, amount in enumerate(found):
        since = found[index - 1].end if index else 0
        until = found[index + 1].start if index + 1 < len(found) else len(text)
        before, after = text[since : amount.start][-220:], text[amount.end : until][:140]
        yield _Spot(statement, amount, before, after, label, heads, heading[-1].lower() if heading else "")


def _one(spot: _Spot) -> _Priced | None:
    """Read an amount whose own words, row, column or heading say that it is the contract's value."""
    if words.OVER_BUDGET.search(spot.before) and words.REFUSED.match(spot.after):
        ceiling = replace(spot.amount, money=replace(spot.amount.money, least=None))
        return _Priced(replace(spot, amount=ceiling), _is_yearly(spot), STATED, _lot(spot))
    if spot.amount.per == "month" and plain.MONTHLY.search(spot.before):
        spot = replace(spot, amount=_of_year(spot.amount), by_month=True)
    if spot.amount.per not in ("", "year", "lot") or spot.amount.money.most < _LEAST or _is_vetoed(spot):
        return None
    strength = _strength(spot)
    if strength is None:
        return None
    part = _lot(spot) or ("each lot" if spot.amount.per == "lot" else options_of(spot.before, spot.after))
    return _Priced(spot, _is_yearly(spot), strength, part)


def _of_year(amount: Amount) -> Amount:
    """Return what a sum a month comes to in a year."""
    money = amount.money
    least = None if money.least is None else money.least * 12
    return replace(amount, money=replace(money, least=least, most=money.most * 12), per="year")


def _next(spot: _Spot, last: _Priced | None) -> _Priced | None:
    """Read an amount that says the value again in other terms: "£50,000 a year (£150,000 over three years)"."""
    if last is None or spot.amount.per not in ("", "year") or _is_vetoed(spot):
        return None
    if len(spot.before) > 110 or not words.JOINED.search(spot.before) or words.SENTENCE_END.search(spot.before):
        return None
    yearly, part = _is_yearly(spot), _lot(spot) or options_of(spot.before, spot.after)
    again = yearly == last.yearly and not words.YEAR_BEFORE.search(spot.before)
    if again and not part and not _is_whole_life(spot):
        return None
    return _Priced(spot, yearly, last.strength, part or last.of)


def _is_vetoed(spot: _Spot) -> bool:
    """Whether the words beside an amount, or those that it stands under, show that it is something else."""
    if words.VETO.search(spot.before) or words.VETO_AFTER.match(spot.after):
        return True
    if (words.FUNDED.search(spot.before) or words.PART_OF.search(spot.before)) and not words.FOR_THIS.match(spot.after):
        return True
    if words.MONTH_AFTER.match(spot.after) and spot.amount.per != "year":
        return True
    if words.OF_WHICH.match(spot.after) and not words.VALUED.search(spot.before):
        return True
    compares = words.COMPARES.search(spot.before)
    if compares and (compares[0].strip()[:1] in "<>≥≤" or words.CONDITION.search(spot.before)):
        return True
    ours = words.OURS.search(f"{spot.before} {spot.after}") is not None
    if not ours and (compares or words.OWN_BUDGET.search(spot.before)):
        return True
    if words.OUTRIGHT.search(spot.before):
        return False
    return words.BARRED_HEADS.search(f"{spot.heading} {spot.heads}") is not None


def _strength(spot: _Spot) -> int | None:
    named = words.SUBJECT.search(spot.before) is not None or words.SUBJECT_AFTER.match(spot.after) is not None
    named = named or plain.is_paid(spot.before, spot.after)
    if spot.statement.passage.row is not None:
        named = named or plain.MONEY_HEADING.match(spot.label) is not None
        return TABLED if named or _is_lot_row(spot) or _row_says(spot) else None
    if named:
        return TABLED if _is_label(spot.before) else STATED
    return PASSING if _heading_says(spot) else None


def _is_label(before: str) -> bool:
    """Whether the words before an amount are a label such as "Contract value:" and no sentence."""
    return len(before) < 70 and words.LABEL_END.search(before) is not None and words.TOLD.search(before) is None


def _row_says(spot: _Spot) -> bool:
    """Whether a column's head names the value, and the row is the whole and not an item of it."""
    row = spot.statement.passage.row
    is_whole = words.TOTAL_ROW.match(spot.label) is not None
    under = f"{spot.heads} {spot.heading} " if is_whole else f"{spot.heads} "
    if row is None or not (is_whole or len(row.table.rows) <= 2):
        return False
    return words.SUBJECT.search(under) is not None or words.VALUE_HEAD.match(_head(spot)) is not None


def _head(spot: _Spot) -> str:
    """The head of the column that the amount stands in."""
    row, written = spot.statement.passage.row, spot.statement.text[spot.amount.start : spot.amount.end]
    if row is None:
        return ""
    return next((head for head, cell in zip(row.heads, row.cells, strict=True) if written in cell), "").lower()


def _heading_says(spot: _Spot) -> bool:
    lead = spot.statement.passage.before.lower()
    begins = plain.BEGINS.fullmatch(spot.before) is not None
    asked = question_before(spot.statement.passage.text, spot.statement.text).lower() or lead
    if begins and plain.ASKS_VALUE.match(asked) and words.BARRED_HEADS.search(asked) is None:
        return True
    leads = lead.rstrip().endswith(":") or (begins and _is_heading(lead))
    near = (spot.heading, lead if leads else "")
    if any(len(each) < 80 and words.SUBJECT.search(f"{each} ") is not None for each in near):
        return True
    if plain.FEE.match(spot.before) and spot.amount.money.most >= _NO_CHARGE:
        return True
    return any(plain.MONEY_HEADING.match(each) for each in near) or _sums_up(spot)


def _is_heading(line: str) -> bool:
    """Whether a line is short and no sentence: it may be the heading of the one below it."""
    return len(line) < _LINE and not line.rstrip().endswith((".", ";", ",", "?"))


def _sums_up(spot: _Spot) -> bool:
    """Whether "Total £3 million" stands where lots, or the years of a contract, are spoken of."""
    if plain.TOTAL_LEAD.match(spot.before) is None:
        return False
    near = f"{spot.statement.passage.text} {spot.statement.passage.before} {spot.heading}".lower()
    if words.LOT.search(near) or words.OVER_YEARS.match(spot.after) or is_all_in(spot.after):
        return True
    return plain.SHARED_OUT.search(near) is not None or spot.amount.money.vat == "excl"


def _vat(spot: _Spot) -> str:
    """What the row's label, the column's head or the rest of the paragraph say of VAT."""
    said = (vat_of(each) for each in (spot.label, spot.heads, spot.heading, spot.statement.passage.text))
    return next((vat for vat in said if vat != "unknown"), "unknown")


def _is_yearly(spot: _Spot) -> bool:
    """Whether an amount is a year's value and not that of the whole contract."""
    if spot.amount.per == "year":
        return True
    if words.YEAR_HEAD.match(_head(spot)) or _is_lot_year(spot) or words.YEAR_BEFORE.search(spot.before):
        return True
    if any(each.match(spot.after) for each in (words.IN_ALL, words.OVER_YEARS, words.WITH_ALL)):
        return False
    if words.TOTAL_BEFORE.search(spot.before) and not words.SPREAD.search(spot.before):
        return False
    if words.YEAR_AFTER.match(spot.after):
        return True
    under = f"{spot.label} {_head(spot) or spot.heads}" if spot.statement.passage.row is not None else ""
    own = words.OWN_YEAR.match(spot.before)  # what makes the amount before this one a year's
    before = spot.before[own.end() :] if own else spot.before
    return words.YEARLY.search(before[-90:]) is not None or words.YEARLY.search(under) is not None


def _is_whole_life(spot: _Spot) -> bool:
    after = words.LIFE.match(spot.after.lstrip(" ,(")) or words.WITH_ALL.match(spot.after)
    return after is not None or words.LIFE.search(spot.before) is not None


def _is_lot_row(spot: _Spot) -> bool:
    """Whether a row of a table gives the value of a lot."""
    row = spot.statement.passage.row
    if row is None:
        return False
    if not any(words.SUBJECT.search(f"{head.lower()} ") for head in row.heads) and not _is_lot_year(spot):
        return False
    return words.LOT.match(spot.label) is not None or _numbered_lot(spot) is not None


def _is_lot_year(spot: _Spot) -> bool:
    """Whether the amount stands in a column of what each lot is worth a year."""
    return "year" in spot.heads and words.LOT_YEAR_HEAD.match(_head(spot)) is not None


def _numbered_lot(spot: _Spot) -> str | None:
    """The number of a lot in a row whose first column is headed "Lot"."""
    if not words.LOT_HEAD.match(spot.heads):
        return None
    number = words.LOT_NUMBER.match(spot.label)
    return number[1].upper() if number else None


def _lot(spot: _Spot) -> str:
    """The lot that an amount is of ("Lot 2"), or "" for the whole contract."""
    number = _numbered_lot(spot)
    if number is not None:
        return f"Lot {number}"
    for near in (spot.before, spot.after[:40], spot.label, spot.heading):
        match = words.LOT.search(near)
        if match and len(set(words.LOT.findall(near))) == 1:
            return f"{match[0][: -len(match[1])].capitalize()}{match[1].capitalize()}"
    passage = spot.statement.passage
    return "a lot" if len(passage.text) < _LINE and words.LOT_VALUE.search(passage.before[-_LINE:]) else ""
