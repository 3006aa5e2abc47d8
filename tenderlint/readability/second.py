"""Asks textstat for a second opinion; its dictionary comes from this package, so that it never asks the network."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tenderlint.errors import TenderlintError
from tenderlint.readability.prose import Sentence

_CORPUS = "corpora/cmudict"
_STOPS = (".", "!", "?")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_PRIVATE = 0o700  # NLTK refuses data that others could have written


def clean_text(rows: Iterable[Sentence]) -> str:
    """Return sentences as textstat can tell them apart: each on a line and with a stop, its apostrophes straight."""
    texts = (row.text.rstrip().translate(_STRAIGHT) for row in rows)
    return "\n".join(text if text.rstrip("\"')] ").endswith(_STOPS) else f"{text}." for text in texts)


def second_opinion(text: str) -> dict[str, float]:
    """Return textstat's figures by the names of our formulas (see `comparing`).

    Raises TenderlintError when textstat is not there or cannot be given its dictionary.
    """
    library = _library()
    return {
        "words": library.lexicon_count(text),
        "sentences": library.sentence_count(text),
        "syllables": library.syllable_count(text),
        "flesch_ease": library.flesch_reading_ease(text),
        "flesch_kincaid": library.flesch_kincaid_grade(text),
        "fog": library.gunning_fog(text),
        "smog": library.smog_index(text),
        "ari": library.automated_readability_index(text),
        "coleman_liau": library.coleman_liau_index(text),
        "linsear_write": library.linsear_write_formula(text, strict_lower=False, strict_upper=False),
        "dale_chall": library.dale_chall_readability_score(text),
        "dale_chall_adjusted": library.dale_chall_readability_score_v2(text),
        "spache": library.spache_readability(text),
        "lix": library.lix(text),
        "rix": library.rix(text),
        "eflaw": library.mcalpine_eflaw(text),
        "consensus": library.text_standard(text, float_output=True),
        "minutes": library.reading_time(text) / 60,
    }


@cache
def easy_words() -> frozenset[str]:
    """Return the words that every child of ten knows (Dale and Chall), from textstat's list."""
    try:
        text = resources.files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    except (ImportError, OSError) as error:
        raise _missing() from error
    return frozenset(text.split())


@cache
def _library() -> Any:
    """Load textstat and give it the pronouncing dictionary, which it keeps in memory from then on."""
    try:
        import nltk.corpus
        import nltk.data
        from textstat import textstat
    except ImportError as error:
        raise _missing() from error
    with TemporaryDirectory(prefix="tenderlint-", ignore_cleanup_errors=True) as folder:
        _write_corpus(Path(folder))
        nltk.data.path.insert(0, folder)
        try:
            nltk.data.find(_CORPUS)  # without it, textstat would ask the network
            textstat.syllable_count("tender")
        except LookupError as error:
            raise TenderlintError(
                "textstat does not take the dictionary that tenderlint gives it.",
                advice="Run “pip install --upgrade tenderlint textstat nltk”.",
            ) from error
        finally:
            nltk.data.path.remove(folder)
            nltk.corpus.cmudict._unload()
    return textstat


def _write_corpus(folder: Path) -> None:
    """Write the dictionary where NLTK looks for it."""
    place = folder
    for part in _CORPUS.split("/"):
        place /= part
        place.mkdir(mode=_PRIVATE)
    data = resources.files("tenderlint").joinpath("data/cmudict.zip")
    with data.open("rb") as file, zipfile.ZipFile(file) as archive:
        (place / "cmudict").write_bytes(archive.read("cmudict"))
    (place / "cmudict").chmod(0o600)


def _missing() -> TenderlintError:
    return TenderlintError("textstat, the second opinion, is not installed.", advice="Run “pip install textstat”.")
