"""Which kinds of insurance a text names, and which of its amounts is the level of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlint.facts.amounts import Amount
from tenderlint.patterns import late_pattern

EMPLOYERS = "insurance_employers_liability"
PUBLIC = "insurance_public_liability"
PROFESSIONAL = "insurance_professional_indemnity"
OTHER = "other"
NAMES = (EMPLOYERS, PUBLIC, PROFESSIONAL)
COVER = late_pattern(
    r"(?P<employers>\bemployer['’]?s?['’]?(?: \([^)]{0,30}\))?(?: \(?compulsory\)?)? ?(?:liability|(?:and|&|/"
    r"|,) ?(?:public|products?)\b"
    r"(?=[\w ,/&]{0,30}liabilit))|\bEL(?:I| insurance| cover)\b|\bEL(?=[:=–-]? ?£)"
    r"|\bemployers?['’]?s?['’]?(?= ?[:–-]? ?£)"
    r"|\b(?:death of|injury to|death to|injury of)(?: or (?:bodily )?(?:injury to|death of))? employees\b"
    r"|\b(?<!of )(?<!on )(?<!['’]s )(?<!s['’] )liability to (?:(?:your|its|their|the) )?(?:own )?(?:employees"
    r"|staff|workers)\b|\b(?:cover|insurance|insured) for"
    r" (?:your|its|their) (?:own )?(?:employees|staff|workers)(?=\W{0,3}(?:(?:of|at|to|for|is) )?(?:at least )?£))"
    r"|(?P<public>\b(?<!of )(?<!on )(?<!['’]s )(?<!s['’] )liability to (?:(?:members of )?the public"
    r"|third parties)(?: and for products)?\b|\bpublic ?(?:(?:and|&|/|or|,|\() ?(?:products?|third[- ]party"
    r"|employer['’]?s?['’]?)\)? ?){0,2}(?:\(third party\) )?liabilit(?:y|ies)"
    r"|\bproducts?(?: and|/| &) public liability|\bthird[- ]party (?:public )?liability|\bPLI\b|\bPL (?:insurance"
    r"|cover)\b|\bPL(?=(?: of|[:=–-])? ?£)|\b(?:third[- ]party|public)(?= ?[:–-]? ?£)|\bgeneral liability\b"
    r"|\b(?:insurance|insured|cover(?:ed)?) (?:for|against) (?:damage|harm|injury|loss)(?: (?:or"
    r"|and) \w+)? to (?:other people"
    r"|others|members of the public|third parties|the public)\b"
    r"|\b(?:insurance|insured|cover(?:ed)?) against (?:any )?(?:claims (?:from|by|of) |injury to "
    r"|harm to )(?:members of )?(?:the"
    r" public|third parties))"
    r"|(?P<other>\b(?:motor(?: trade)?|cyber|(?:contractors?['’]? )?all[- ]risks?|clinical negligence|medical"
    r" (?:malpractice|negligence)|malpractice|goods in transit|environmental|pollution)(?: (?:insurance|cover"
    r"|liability)){0,2}"
    r"|\b(?:repairer|hirer|occupier|owner|director|tenant|product|vehicle|aviation|marine|hull)s?['’]?s?['’]? liability"
    r"(?! (?:and|or|&) public))"
    r"|(?P<professional>\bprofessional (?:indemnity|negligence(?: insurance| cover|(?=\W{1,3}£))|liability)"
    r"|\bPII?\b(?= (?:insurance"
    r"|cover|of £)|[:=–-]? ?£)|\bPII\b)",
    re.IGNORECASE,
)
_SHORT = late_pattern(
    r"(?:(?P<employers>\bemployers?['’]?s?['’]?|\bE\.?L\.?I?\b\.?)"
    r"|(?P<public>\bpublic|\bthird[- ]party|\bP\.?L\.?I?\b\.?)"
    r"|(?P<professional>\bprofessional|\bP\.?I\.?I?\b\.?))"
    r"(?=\W{0,3}(?:£|$|[,;.)/&+]|(?:and|or|plus|with|is|are|cover|insurance|of £|at £|at least|min(?:imum)?)\b))",
    re.IGNORECASE,
)
"""Short names of the kinds, which count only beside an amount, in words on insurance."""
_VEHICLES = late_pattern(
    r"\b(?:motor|vehicles?|driv(?:ing|ers?)|vans?|cars?|lorr(?:y|ies)|road risks?)\b[^.;]{0,60}$", re.IGNORECASE
)
_SUM_BEFORE = late_pattern(
    r"£ ?[\d.,]{1,14} ?(?:m|mn|k|million|thousand)?\b\)?(?: each)?(?: of| for| in| on)?(?: the)? $", re.IGNORECASE
)
_SUM_AFTER = late_pattern(
    r"(?: ?(?:and|&|/|,) ?(?:employers?['’]?s?['’]?|public|products?|PL|EL|PI))?(?: cover| insurance)?[\s:=(–-]{0,4}"
    r"(?:of |at |to |for )?(?:at least |a minimum of |min(?:imum)?\.? (?:of )?|not less than )?£",
    re.IGNORECASE,
)
_JOINED = late_pattern(
    r"[\s,/&()]*(?:(?:insurances?|cover(?:age)?|liabilit(?:y|ies)|and|or|also|both|products?|indemnity"
    r"|policies)[\s,/&()]*)*",
    re.IGNORECASE,
)
_FAR = 60  # letters
_NEW_ITEM = late_pattern(
    r"(?: (?:insurance|cover))?(?:,? (?:and|plus|as well as|together with)|,|;) (?:at least |a minimum of |up to )?",
    re.IGNORECASE,
)
_OF_ITEM = late_pattern(r"(?: worth)? (?:of |in |for )?(?:cover for )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cover:
    """A kind of insurance as a text names it from `start` to `end`."""

    name: str
    start: int
    end: int


def around(covers: Sequence[Cover], name: str, amount: Amount) -> tuple[int, int]:
    """Return from where to where a kind and its level stand, with the nearest of its names."""
    near = min((cover for cover in covers if cover.name == name), key=lambda cover: abs(cover.start - amount.start))
    return min(near.start, amount.start), max(near.end, amount.end)


def covers_of(text: str) -> list[Cover]:
    """Return the kinds of insurance that a text names, in order; "employers' and public liability" names two."""
    found = []
    for match in COVER.finditer(text):
        name = {"employers": EMPLOYERS, "public": PUBLIC, "other": OTHER}.get(match.lastgroup or "", PROFESSIONAL)
        found.append(Cover(name, match.start(), match.end()))
        words = match[0].lower()
        if name == PUBLIC and words.startswith("third") and _is_of_vehicles(text, match.start()):
            found[-1] = Cover(OTHER, match.start(), match.end())
        elif name == EMPLOYERS and "public" in words:
            found.append(Cover(PUBLIC, match.start(), match.end()))
        elif name == PUBLIC and "employer" in words:
            found.append(Cover(EMPLOYERS, match.start(), match.end()))
    return found


def _is_of_vehicles(text: str, at: int) -> bool:
    """Say whether cover against third parties is that of motor insurance."""
    return _VEHICLES.search(text[max(0, at - 60) : at]) is not None


def with_short(text: str, covers: list[Cover]) -> list[Cover]:
    """Return the kinds with those that are named in short beside an amount ("£5m public"), in order."""
    found = list(covers)
    for match in _SHORT.finditer(text):
        start, end = match.span()
        if any(cover.start < end and start < cover.end for cover in covers):
            continue
        last = max((cover.end for cover in found if cover.end <= start), default=-1)
        joins = last >= 0 and text[last:start].strip() != "" and _JOINED.fullmatch(text, last, start) is not None
        if joins or _SUM_BEFORE.search(text[max(0, start - 40) : start]) or _SUM_AFTER.match(text, end):
            name = {"employers": EMPLOYERS, "public": PUBLIC}.get(match.lastgroup or "", PROFESSIONAL)
            if match[0].lower().startswith("third") and _is_of_vehicles(text, start):
                name = OTHER
            found.append(Cover(name, start, end))
    return sorted(found, key=lambda cover: (cover.start, cover.end))


def assigned(text: str, covers: Sequence[Cover], levels: Sequence[Amount]) -> Iterator[tuple[str, Amount]]:
    """Give each amount to the kind that it is the level of: the one before it or, if that has its own, the next."""
    groups = _groups(text, covers)
    if len(groups) == 1 and len(groups[0]) == len(levels) > 1 and re.search(r"\brespectively\b", text, re.IGNORECASE):
        yield from ((cover.name, amount) for cover, amount in zip(groups[0], levels, strict=True))
        return
    used: set[int] = set()
    for number, amount in enumerate(levels):
        until = levels[number + 1].start if number + 1 < len(levels) else len(text)
        before = [at for at, group in enumerate(groups) if group[-1].end <= amount.start]
        after = [
            at
            for at, group in enumerate(groups)
            if amount.end <= group[0].start < until and ";" not in text[amount.end : group[0].start]
        ]
        last, following = (before[-1] if before else -1), (after[0] if after else -1)
        joins = following >= 0 and last >= 0 and _is_next(text, groups[last][-1], amount, groups[following][0])
        far = following < 0 or groups[following][0].start - amount.end > _FAR
        at = last if last >= 0 and not joins and (last not in used or far) else following
        if at < 0:
            continue
        used.add(at)
        yield from ((cover.name, amount) for cover in groups[at])


def _is_next(text: str, last: Cover, amount: Amount, following: Cover) -> bool:
    """Say whether an amount begins a new item of a list: "motor insurance and £10m public liability"."""
    return _NEW_ITEM.fullmatch(text[last.end : amount.start]) is not None and (
        _OF_ITEM.fullmatch(text[amount.end : following.start]) is not None
    )


def _groups(text: str, covers: Sequence[Cover]) -> list[list[Cover]]:
    """Put kinds together that are named in one breath: "employers' liability and public liability of £5m each"."""
    groups: list[list[Cover]] = []
    for cover in covers:
        if groups and _JOINED.fullmatch(text[groups[-1][-1].end : max(cover.start, groups[-1][-1].end)]):
            groups[-1].append(cover)
        else:
            groups.append([cover])
    return groups
