"""Turns a report into the rows that the store holds of it, and a kept report back into its data."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

Data = dict[str, Any]
Row = tuple[Any, ...]

_OF_CARD = ("area", "title", "why", "fix", "authorities")
_OF_ITEM = ("section", "title", "checks", "ask", "also")


class Rows(NamedTuple):
    """What one pack adds to the store; plain values, so that they can cross from process to process by marshal.

    `pack` holds columns of the table pack by name. The first column of `outcomes` and `findings` is the number of the
    check or item in `asked`, whose rows are kind, name, section and title.
    """

    pack: Data
    body: bytes
    wordings: list[tuple[int, str]]
    asked: list[tuple[str, str, str, str]]
    outcomes: list[Row]
    facts: list[Row]
    findings: list[Row]
    documents: list[Row]


def rows_of(data: Data, known: set[int]) -> Rows:
    """Return the rows of a report's data, which is taken apart for it.

    The words of cards, the same in every report, are told once: `known` holds the numbers of those that the receiver
    has, and is added to.
    """
    checks, items = data["checks"], data["checklist"]
    asked = [("check", row["id"], row["area"], row["title"]) for row in checks]
    asked += [("item", row["item"], row["section"], row["title"]) for row in items]
    outcomes = [(number, row["outcome"], row["severity"], *_counts(row)) for number, row in enumerate(checks)]
    outcomes += [(len(checks) + number, row["outcome"], "", 0, 0) for number, row in enumerate(items)]
    findings = [
        (
            number, place, row["severity"], each["message"], each["quote"], each["document"], each["page"],
            _place(each), each["fingerprint"], each["waived"],
        )
        for number, row in enumerate(checks) if row["outcome"] == "failed" for place, each in enumerate(row["findings"])
    ]  # fmt: skip
    facts = list(_facts(data["facts"]))
    documents = list(_documents(data))
    pack = _pack(data)
    wordings: list[tuple[int, str]] = []
    for told, names in ((checks, _OF_CARD), (items, _OF_ITEM)):
        for row in told:
            row["wording"] = _number(_text({name: row.pop(name) for name in names}), known, wordings)
    text = _text(data)
    body = zlib.compress(text.encode("utf-8", "surrogatepass"), 6)
    rows = Rows(pack, body, wordings, asked, outcomes, facts, findings, documents)
    return rows if _is_storable(text) else _storable_rows(rows)


def storable(value: Any) -> Any:
    """Return a value, in which signs that a database refuses are �: those of no meaning (NUL), and halves of others."""
    if not isinstance(value, str):
        return value
    return "".join("�" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in value)


def unpacked(body: bytes, wordings: Mapping[int, Data]) -> Data:
    """Return the data of a report from what the store keeps of it, as `as_data` made it.

    Only the order of the keys within a check or an item may be another.
    """
    data: Data = json.loads(zlib.decompress(body))
    for row in (*data["checks"], *data["checklist"]):
        row.update(wordings[row.pop("wording")])
    return data


def wanted(body: bytes) -> set[int]:
    """Return the numbers of the wordings that a kept report needs."""
    data = json.loads(zlib.decompress(body))
    return {row["wording"] for row in (*data["checks"], *data["checklist"])}


def _is_storable(text: str) -> bool:
    """Return whether a report holds only what a database takes; `text` is its JSON."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in text


def _storable_rows(rows: Rows) -> Rows:
    def cleaned(table: list[Row]) -> list[Row]:
        return [tuple(map(storable, row)) for row in table]

    return rows._replace(
        facts=cleaned(rows.facts), findings=cleaned(rows.findings), documents=cleaned(rows.documents),
        pack={name: storable(value) for name, value in rows.pack.items()},
    )  # fmt: skip


def _number(text: str, known: set[int], wordings: list[tuple[int, str]]) -> int:
    number = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
    if number not in known:
        known.add(number)
        wordings.append((number, text))
    return number


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _counts(row: Data) -> tuple[int, int]:
    """Return how many findings stand and how many are set aside; a failure without a place counts as one."""
    if row["outcome"] != "failed":
        return 0, 0
    waived = sum(each["waived"] is not None for each in row["findings"])
    return (len(row["findings"]) - waived if row["findings"] else 1), waived


def _place(row: Data) -> str:
    """Return where a finding stands within its document, besides the page."""
    words = [f"clause {row['clause']}"] if row["clause"] else []
    words += [part for part in (row["part"], *row["heading"][-1:]) if part]
    return ", ".join(words)


def _facts(facts: Mapping[str, list[Data]]) -> Iterable[Row]:
    for name, rows in facts.items():
        for number, row in enumerate(each for each in rows if each["chosen"]):
            yield (
                name, number, _text(row["value"]), row["words"], row["sure"], row["quote"], row["document"], row["page"]
            )  # fmt: skip


def _documents(data: Data) -> Iterable[Row]:
    why = {row["document"]: row["why"] for row in data["coverage"]["not_read"] if row["page"] is None}
    taken: set[str] = set()
    for row in data["pack"]["documents"]:
        path, count = row["path"], 1
        while path in taken:  # two files whose names are shown alike
            count += 1
            path = f"{row['path']} ({count})"
        taken.add(path)
        yield (
            path, row["media_type"], row["role"], row["digest"], row["pages"], row["words"], row["read"],
            why.get(row["path"], ""), (row["reading"] or {}).get("grade"),
        )  # fmt: skip


def _pack(data: Data) -> Data:
    pack, reading = data["pack"], data["pack"]["reading"] or {}
    return {
        "name": pack["name"], "regime": data["regime"]["id"], "day": data["day"],
        "complete": int(data["coverage"]["complete"]), "documents": len(pack["documents"]),
        "pages": sum(row["pages"] or 0 for row in pack["documents"]),
        "words": sum(row["words"] for row in pack["documents"]),
        "prose": reading.get("words") or 0, "grade": reading.get("grade"), "reading_age": reading.get("reading_age"),
        **_own_words(data),
    }  # fmt: skip


def _own_words(data: Data) -> Data:
    """Return what the pack itself says of buyer, nation, year and value, where it says it."""
    facts = data["facts"]

    def chosen(name: str) -> Any:
        return next((row["value"] for row in facts.get(name, ()) if row["chosen"]), None)

    days = (chosen(name) for name in ("issue_date", "submission_deadline", "contract_start"))
    worth = chosen("contract_value_total") or {}
    value = worth.get("max") if worth.get("max") is not None else worth.get("min")
    return {
        "authority": chosen("buyer_name") or "", "nation": data["regime"]["nation"],
        "published": next((str(day) for day in days if day), ""),
        "value": None if value is None else float(value), "currency": worth.get("currency") or "",
    }  # fmt: skip
