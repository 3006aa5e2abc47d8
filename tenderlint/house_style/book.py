"""Adds a house's own style to the book of checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tenderlint.cards import Basis, Card, load_card
from tenderlint.checking import Context, Result, cannot_tell
from tenderlint.errors import CardError, SettingsError
from tenderlint.house_style.telling import of_phrases, of_rule
from tenderlint.house_style.vale import Rule, Style, load_style, rule_files
from tenderlint.outcomes import Strength
from tenderlint.patterns import late_pattern
from tenderlint.registry import Book, Check
from tenderlint.settings import HOUSE, HousePhrase, HouseWords, Settings, nearest, of_house

ITEM = "plain-language"
_NAME = late_pattern(r"[^a-z0-9]+")
_GAP, _MOST_GAPS, _MOST_LETTERS = "...", 2, 200
_WHY = "Your own house style asks for it."
_FIX = "Change the words, or waive the finding with a reason."


def with_house(book: Book, settings: Settings) -> Book:
    """Return the book with the phrase checks and rules of the house that the settings name.

    Raises SettingsError that names the file or the name that is wrong, UsageError where a package is missing.
    """
    words = settings.words
    if not words.checks and not words.styles:
        return book
    made = tuple(_checks(words, settings.source))
    whole = replace(
        book,
        checks=(*book.checks, *made),
        items=tuple(
            replace(item, also=(*item.also, *(check.card.id for check in made))) if item.id == ITEM else item
            for item in book.items
        ),
        digest=_digest(book.digest, words, settings.source),
    )
    _no_name_twice(whole, settings.source)
    _all_known(whole, settings)
    return whole


def files_of(settings: Settings) -> tuple[Path, ...]:
    """Return every file that the house's style is read from; raises SettingsError where one is named and not there."""
    return tuple(path for place in _places(settings.words, settings.source) for path in _files(place))


def _files(place: Path) -> Iterator[Path]:
    yield from rule_files(place)
    if place.is_dir():
        yield from sorted(place.glob("*.toml"))


def _places(words: HouseWords, source: str) -> Iterator[Path]:
    """Yield the folders of rules; a path in a settings file starts at the folder of that file."""
    start = Path(source).parent if source else Path()
    yield from (start / name for name in words.styles)


def _checks(words: HouseWords, source: str) -> Iterator[Check]:
    for phrase in words.checks:
        card = _phrase_card(phrase)
        _none_too_loose(card, source)
        yield Check(card, made=of_phrases)
    for place in _places(words, source):
        style = load_style(place)
        yield from (Check(_rule_card(rule), made=partial(of_rule, rule)) for rule in style.rules)
        if style.left_out:
            yield Check(_left_card(style), made=partial(_of_left, style))
        for path in sorted(place.glob("*.toml")) if place.is_dir() else ():
            yield Check(_words_card(path), made=of_phrases)  # a function beside the card is never loaded from here


def _phrase_card(phrase: HousePhrase) -> Card:
    phrases = {"faults": phrase.find, **({"unless": phrase.unless} if phrase.unless else {})}
    return Card(
        id=f"{HOUSE}-{phrase.name}", area=HOUSE, title=f"House style: {phrase.name}", message=phrase.message,
        why=phrase.why or _WHY, fix=_FIX, bases=(_basis("Your own house style"),),
        phrases=phrases,
    )  # fmt: skip


def _words_card(path: Path) -> Card:
    try:
        card = load_card(path, examples=False)
    except CardError as error:
        raise SettingsError(error.message, str(path)) from error
    if "faults" not in card.phrases:
        raise SettingsError("a card of a house’s style needs [phrases] with a list named faults.", str(path))
    _none_too_loose(card, str(path))
    return replace(card, area=HOUSE)


def _none_too_loose(card: Card, source: str) -> None:
    """Refuse phrases with so many gaps, or so long, that a pack could be made on which they take for ever."""
    for phrase in (phrase for phrases in card.phrases.values() for phrase in phrases):
        if phrase.count(_GAP) > _MOST_GAPS or len(phrase) > _MOST_LETTERS:
            told = f"“{phrase[:40]}” of {card.id} has more than {_MOST_GAPS} gaps ({_GAP}) or {_MOST_LETTERS} letters."
            raise SettingsError(told, source or None, "Make two phrases of it.")


def _rule_card(rule: Rule) -> Card:
    strength = Strength.POLICY if rule.level == "error" else Strength.SETTING
    why = rule.description or _WHY
    return Card(
        id=_id(rule.style, rule.name), area=HOUSE, title=f"House style: {rule.full_name}", message=_shown(rule.message),
        why=why if why.endswith((".", "?", "!")) else f"{why}.",
        fix=f"See {rule.link}." if rule.link else _FIX,
        bases=(_basis(f"Your own house style, rule {rule.full_name}", strength, rule.link),),
    )  # fmt: skip


def _shown(message: str) -> str:
    """The message of a rule as it may stand on a card, where braces have a meaning."""
    return message.replace("%s", "…").replace("%%", "%").replace("{", "{{").replace("}", "}}")


def _left_card(style: Style) -> Card:
    return Card(
        id=_id(style.name, "other-rules"), area=HOUSE, title=f"All rules of the style {style.name} are understood",
        message="", why="A rule that is not understood is not asked.",
        fix="Leave it to Vale, or ask it in another way.", bases=(_basis("Your own house style"),),
    )  # fmt: skip


def _of_left(style: Style, context: Context) -> Result:
    return cannot_tell(f"of {style.name} these rules are of kinds that are not asked: {', '.join(style.left_out)}")


def _basis(authority: str, strength: Strength = Strength.SETTING, url: str = "") -> Basis:
    return Basis(authority, strength, url)


def _id(style: str, name: str) -> str:
    return f"{HOUSE}-{_NAME.sub('-', f'{style}-{name}'.lower()).strip('-')}"


def _no_name_twice(book: Book, source: str) -> None:
    seen: set[str] = set()
    for check in book.checks:
        if check.card.id in seen:
            raise SettingsError(f"two checks are named {check.card.id}.", source or None, "Rename one of them.")
        seen.add(check.card.id)


def _all_known(book: Book, settings: Settings) -> None:
    """Refuse a name of a check of the house that there is not: other names have been looked at before."""
    known = {HOUSE, *(check.card.id for check in book.checks)}
    waived = (waiver.check for waiver in settings.waivers)
    for name in (*settings.select, *settings.ignore, *settings.severity, *waived):
        if of_house(name) and name not in known:
            raise SettingsError(f"there is no check {name}{nearest(name, known)}.", settings.source or None)


def _digest(digest: str, words: HouseWords, source: str) -> str:
    sums = hashlib.blake2b(f"{digest} {words!r}".encode(), digest_size=8)
    for path in _all_files(tuple(_places(words, source))):
        sums.update(path.read_bytes())
    return sums.hexdigest()


def _all_files(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        yield from _files(place)
