"""Says whether an e-mail or web address that ends a line goes on in the next."""

from __future__ import annotations

from tenderlint.patterns import late_pattern

_ENDS = frozenset("@./-_=&?~%")
_STARTS = frozenset("@./?&=#%")
_DOMAIN = late_pattern(r"[a-z0-9-]{1,63}(?:\.[a-z]{2,24}){1,4}[\"'”’)\],;:]{0,3}(?:\.?$|(?=/))")
"""The rest of a domain, with what may stand behind it."""
_LAST = late_pattern(r"\.[a-z]{2,24}(?:\.[a-z]{2,24}){0,2}[\"'”’)\],;:.]{0,3}$")
_WEB = ("http://", "https://", "www.")
_SECOND = late_pattern(r"\.(?:gov|co|ac|org|nhs|police|sch|parliament|mod|llyw|gob)\.$")
_COUNTRY = late_pattern(r"(?:uk|za|au|nz|ke|ie|cymru|wales|scot)(?![\w’'-])")
"""What follows the likes of ".gov." and stands in no sentence behind a full stop without a capital."""
_FILE = late_pattern(r"(?:aspx?|html?|php|pdf|docx?|xlsx?|jsp|co\.uk|org\.uk|gov\.uk|ac\.uk|uk|org|com|net|eu)\b")


def may_be_divided(before: str, after: str) -> bool:
    """Say, at little cost, whether the end of a line and the start of the next are worth a closer look."""
    return (before[-1:] in _ENDS or after[:1] in _STARTS) and ("@" in before or "/" in before or "www." in before)


def is_divided(before: str, after: str) -> bool:
    """Say whether the last word of a line and the first of the next are parts of one address."""
    head = before.rpartition(" ")[2].lstrip("(<[“\"'")
    rest = after.partition(" ")[0]
    if _SECOND.search(head) is not None and _COUNTRY.match(rest) is not None:
        return "@" in head or head.startswith(_WEB)
    if head.startswith(_WEB):
        return _web_goes_on(head, rest)
    local, at, domain = head.partition("@")
    if not at or not local:
        return False
    if not domain:
        return _DOMAIN.match(rest) is not None
    if domain[-1] in ".-":
        whole = "." in domain[:-1] and domain[-1] == "."  # then a sentence ends here, unless more of a domain follows
        return _DOMAIN.match(rest) is not None or (not whole and _LAST.match(f".{rest}") is not None)
    return "." not in domain and _LAST.match(rest) is not None


def _web_goes_on(head: str, rest: str) -> bool:
    first, last = rest[:1], head[-1]
    if first in "/?&=#%":
        return len(rest) > 1
    if last in "-_=&?~%":
        return first.isalnum()
    if last == "/" and not head.endswith("://"):
        return first.isalnum() and any(sign in rest[:-1] for sign in "/_=?.-") and rest == rest.lower()
    return last == "." and _FILE.match(rest) is not None
