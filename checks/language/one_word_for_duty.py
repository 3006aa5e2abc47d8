"""Is there one word for what bidders must do?"""

from collections import defaultdict
from collections.abc import Iterator

from tenderlint.checking import Context, Finding, Result, Sentence, counted, judge

_BIDDERS = (
    "you", "tenderer", "tenderers", "bidder", "bidders", "applicant", "applicants", "candidate", "candidates",
    "organisation", "organisations", "offeror", "offerors", "tenders", "bids", "responses", "submissions",
    "quotations", "applications", "prices", "answers",
)  # fmt: skip
_SUPPLIERS = (
    "supplier", "suppliers", "contractor", "contractors", "provider", "providers", "consultant", "consultants",
)  # fmt: skip
_WHO = {**dict.fromkeys(_BIDDERS, "Bidders"), **dict.fromkeys(_SUPPLIERS, "Suppliers")}
"""Who has the duty, by the word before it."""
_BEFORE_WORDS = "(“‘\"'"
_DUTIES = ("must", "shall")
_NEAR = 24


def check(context: Context) -> Result:
    """Tell the documents that set the same people duties by "must" in one place and by "shall" in another."""
    return judge(_findings(context), passed="no document mixes “must” and “shall” for what bidders have to do")


def _findings(context: Context) -> Iterator[Finding]:
    least = int(context.setting("least_times"))
    for (path, who), words in _duties(context).items():
        if all(len(words[duty]) >= least for duty in _DUTIES):
            first, other = words["shall"][0], words["must"][0]
            yield Finding.at(
                first, who=who, shall=counted(len(words["shall"]), "time"), must=counted(len(words["must"]), "time"),
                other=_at(other, path),
            )  # fmt: skip


def _duties(context: Context) -> dict[tuple[str, str], dict[str, list[Sentence]]]:
    """Return for each document the sentences that set bidders (or suppliers) a duty, by the word that sets it."""
    search = context.words.search
    found: dict[tuple[str, str], dict[str, list[Sentence]]] = defaultdict(lambda: defaultdict(list))
    for duty in _DUTIES:
        for at in search.spots(f" {duty} "):
            before = search.text[max(0, at - _NEAR) : at].removesuffix(" also").rpartition(" ")[2]
            who = _WHO.get(before.rpartition("/")[2].lstrip(_BEFORE_WORDS))
            if who:
                row = search.rows[search.row_of(at)]
                found[row.block.place.document, who][duty].append(row)
    return found


def _at(row: Sentence, path: str) -> str:
    """Say where a sentence stands, in a document that is named already."""
    where = str(row.block.place).removeprefix(path).lstrip(", ") or "elsewhere"
    return f"on {where}" if where.startswith("page") else f"in {where}" if where.startswith("clause") else where
