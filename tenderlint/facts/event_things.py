"""Whom and what the steps of a procurement are about, as patterns for texts in small letters."""

from __future__ import annotations


def either(*parts: str) -> str:
    """Join patterns so that any of them may stand."""
    return f"(?:{'|'.join(parts)})"


CALL = either("itt", "rfq", "rfp", "itq", "itpd", "invitation to (?:tender|quote)",
              "request for (?:proposal|quotation|tender|bid)")
BID = (
    either("e?tender", "bid", "quot(?:e|ation)", "proposal", "submission", "response", "application", "offer", "pqq",
           "sq", "psq",
           "eoi", "expressions? of interest", "requests? to participate", CALL,
           "(?:selection|supplier|pre-?qualification|procurement specific) questionnaire") + "s?"
)  # fmt: skip
NOT_ASKED = "".join(
    f"(?<!{word} )" for word in ("quality", "statement", "technical", "award", "scored", "evaluation", "interview",
    "response",
                                 "selection", "challenge", "pass/fail")
)  # fmt: skip
QUESTION = NOT_ASKED + either(
    "clarifications?", r"questions?(?!naire)(?! \d)", "quer(?:y|ies)", "[ei]nquir(?:y|ies)", r"q ?(?:&|and) ?as?\b",
    r"cqs?\b",
    "requests? for (?:clarification|further information)", "requests for (?:more |additional )?information",
)  # fmt: skip
CONTRACT = either(
    "contract(?:s|ed)?(?: works?| services?| term)?", "agreements?", "frameworks?(?: agreements?)?", "appointment",
    "commissions?",
    "services?",
    "service delivery", "works?", "project", "provision", "scheme", "term", "lease", "concession", "grants?", "order",
    "call-?off", "installation",
    "sla", "delivery", "supply", "supplies", "hire", "operations?", "duration", "arrangements?", "money", "funding",
)  # fmt: skip
DUE = either(r"submit\w*", r"return\w*", r"receiv\w*", "receipt", r"upload\w*", r"lodg\w*", r"deliver\w*", "sen[dt]",
              r"e-?mail\w*", r"post\w*", r"reach\w*", r"arriv\w*", "due", "made", "in place",
              "accepted", r"with (?:us|me|the \w+)")  # fmt: skip
BEGIN = either("start(?:s|ed|ing)?", r"commenc\w+", "begin(?:s|ning)?", "go(?:es)?[- ]live", "effective", r"incept\w+")
END = either(r"ends?(?! (?:of|date))", "ending", r"expir\w+", r"finish\w*",
             r"complet(?:e[ds]?(?! (?:service|package|set|range|list|scheme|system)s?\b)|ing|ion)\b",
             r"terminat\w+", r"conclud\w+",
              "runs? (?:out|until)")
BIDDER = either("tenderer", "bidder", "supplier", "provider", "contractor", "consultant", "applicant", "candidate",
                 "organisation", "partner", "company", "agency") + "s?"  # fmt: skip
ANSWERED = either("respons(?:es?)", "respond(?:ed|ing)?", "answer(?:s|ed)?", "repl(?:y|ies|ied|ying)")
GIVEN = either("issued", "published", "provided", "circulated", "given", "posted", "made available", "uploaded",
                "shared", "sent")
LIMIT = either("deadline", "clos(?:e|ing)(?: date)?", "last (?:date|day)", "latest (?:date|time)",
                "final (?:date|day)",
                "due date", "cut-?off", "end date", "date")  # fmt: skip
AND_TIME = r"(?: and time| date| time|/time){0,2}"
SITE = either("site", "premises", "building", "property", "ground", "school") + "s?"
