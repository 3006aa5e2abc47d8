"""Describes the store to Datasette, so that people can browse it: titles, columns, and questions ready to ask."""

from __future__ import annotations

import json
from typing import Any

_TABLES = {
    "current_pack": ("Packs as they are now", {
        "authority": "Who buys, as the source or the pack says it", "value": "Value of the whole contract",
        "grade": "Flesch–Kincaid school grade", "state": "done, or failed for the reason given",
        "told": "Which columns the source told",
    }),
    "check_outcome": ("What each check said of each pack", {
        "outcome": "failed, passed, cantTell, inapplicable or error", "findings": "Findings that stand",
        "waived": "Findings that were set aside",
    }),
    "checklist_answer": ("Answers to the checklist", {"outcome": "The worst of its checks"}),
    "check_finding": ("Findings, with the pack's own words", {
        "quote": "The words of the pack", "place": "Where they stand, besides the page",
    }),
    "check_count": ("How many packs gave each answer to a check", {}),
    "document": ("Files of the packs", {"read": "fully, partly or not", "pages": "Empty where the format has none"}),
    "fact": ("What the packs say, as checks used it", {"value": "As JSON", "words": "As a person reads it"}),
}  # fmt: skip
_QUERIES = {
    "authority_packs": ("Packs of an authority",
                        "SELECT id, name, published, value, grade, state, reason FROM current_pack "
                        "WHERE authority LIKE '%' || :authority || '%' ORDER BY published DESC"),
    "findings_with": ("Findings whose words hold",
                      "SELECT authority, name, check_id, message, quote, document, page FROM check_finding "
                      "JOIN current_pack ON current_pack.id = check_finding.pack_id "
                      "WHERE quote LIKE '%' || :words || '%' LIMIT 500"),
    "no_complaints_form": ("Packs that do not say how to complain",
                           "SELECT authority, name, published FROM check_outcome "
                           "JOIN current_pack ON current_pack.id = check_outcome.pack_id "
                           "WHERE check_id = 'complaints-form' AND outcome = 'failed' ORDER BY authority"),
    "not_linted": ("Packs that could not be linted, and why",
                   "SELECT authority, name, path, reason FROM current_pack WHERE state = 'failed' ORDER BY authority"),
}  # fmt: skip


def metadata(database: str) -> str:
    """Return the metadata file for `datasette -m`; `database` is the store's file name without its ending."""
    tables: dict[str, Any] = {
        name: {"title": title, "columns": columns, "size": 50} for name, (title, columns) in _TABLES.items()
    }
    hidden = {name: {"hidden": True} for name in ("report", "wording", "asked", "outcome", "finding", "pack")}
    queries = {name: {"title": title, "sql": sql} for name, (title, sql) in _QUERIES.items()}
    described = {
        "title": "Audit of tender packs",
        "description": "What tenderlint found in tender packs. One pack tells of itself, not of its authority.",
        "databases": {database: {"tables": {**tables, **hidden}, "queries": queries}},
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
