"""Names of organisations in running text, and what kind of contracting authority such a name is."""

from __future__ import annotations

import re

from tenderlint.patterns import late_pattern

KINDS = (
    r"Council|Borough|Corporation|Trusts?|NHS|Authority|University|College|Schools?|Academy|Academies"
    r"|Constabulary|Police|Fire|Department|Ministry|Foundation"
    r"|Association|Homes|Housing|Limited|Ltd\.?|LTD|plc|PLC|LLP|CIC|CIO|SCIO|Board|Commission|Commissioner|Agency|Service"
    r"|Services|Parliament|Government|Ombudsman"
    r"|Partnership|Museums?|Galler(?:y|ies)|Library|Office|Executive|Institute|Society|Centre|Company|Federation"
    r"|Group|Organisation|Organization|Administration|Hospitals?|Fund"
    r"|Charity|Network|Hub|Alliance|Consortium|Enterprise|Inspectorate|Assembly|Senedd|Treasury|Tribunal|Diocese"
    r"|Church|Theatre|Opera|Orchestra|Park|Bank"
    r"|Observatory|Laboratory|Union|Conservators|Archive|Archives|Collective|Project"
)
KIND_WORDS = frozenset(
    each.lower()
    for kind in KINDS.split("|")
    for each in ([kind[:-2], kind[:-1]] if kind.endswith("s?") else [kind.removesuffix(r"\.?")])
    if each.isalpha()
) | {"gallery", "galleries", "secretary", "hm", "ministers"}
"""The same and others as single words in small letters, by which passages with a name of a body can be found."""
_WORD = r"(?:[A-Z][\w'’&.-]*|MAC|\([A-Z][\w '’&.-]{1,60}\))"
_SMALL = r"(?:of|and|the|for|&|in|upon|on|under|by|le)"
NAME = rf"(?:The |the )?{_WORD}(?:,? (?:{_SMALL} ){{0,2}}{_WORD}){{0,9}}"
"""A pattern for a run of words that begin with a capital."""

RUN = rf"\b[A-Z][\w'’&.-]*(?:,? (?:{_SMALL} ){{0,2}}{_WORD}){{0,9}}"
"""The same without the article, so that a search can leap to its first letter."""

_KIND = late_pattern(rf"\b(?:{KINDS})\b(?!-[A-Za-z])")
_SECRETARY = late_pattern(
    r"^Secretary of State for [A-Z][\w ]+|^(?:HM|His Majesty's|Her Majesty's|Home Office|Cabinet Office"
    r"|Welsh Ministers|Scottish Ministers)\b"
)
_NOT_BUYERS = late_pattern(
    r"\b(?:Health and Safety Executive|Information Commissioner|Companies House|European (?:Union|Commission"
    r"|Parliament|Council)|Official Journal|Regulations?|Act \d{4}|Act|Directive|Order \d{4}"
    r"|Contracts? Finder|Find a Tender|Court|Stationery Office|Living Wage Foundation|Disclosure and Barring"
    r"|Living Wage|Fair Work|Care Quality Commission|Office for National Statistics"
    r"|Employer'?s Liability|Public Liability|Professional Indemnity|Method Statement|Invitation|Tender|Section"
    r"|Appendix|Schedule|Part|Contractor|Supplier|Provider|Bidder|Tenderer|Insurance"
    r"|Bank of England|Citizens Advice|Trade Union|Trades? Union|Prompt Payment|Modern Slavery"
    r"|Freedom of Information|Data Protection|Equality|Terms|Conditions|Agreement|Contract|Framework"
    r"|Cabinet Office"
    r"|Northern Ireland Assembly|Social Fund|Government Procurement|Government Buying)\b"
)
_WHOLE = late_pattern(
    r"\b(?:Council|Trust|University|College|Academy|Ministry|Foundation|Association|Limited|Ltd|LLP|CIC|CIO|SCIO|Board"
    r"|Commission|Agency|Organisation|Organization|Ombudsman|Partnership|Authority|Administration|Institute|Society)\b"
)
_BODY = late_pattern(
    r"\b(?:Borough|Corporation|Trusts|NHS|Schools?|Academies|Constabulary|Police|Department|Homes|Housing|plc|PLC"
    r"|Commissioner|Parliament|Government"
    r"|Museums?|Executive|Federation|Hospitals?|Hospices?|Charity|Alliance|Consortium|Assembly|Diocese|Church|Theatre"
    r"|Union)\b"
)
_BARE = late_pattern(
    r"^(?:the )?(?:(?:University )?Health Board|Housing Association|Integrated Care Board|Combined Authority"
    r"|Borough Council"
    r"|Health (?:and (?:Social )?Care )?Trust|Fire Authority|Unitary (?:Council|Authority)|Police Authority)$"
    rf"|^(?:the )?(?:{KINDS}|Client|Customer|Buyer|Employer|Purchaser|Commissioners?|Parish|Town|District|County"
    rf"|City|Local|Contracting|Procurement|Public|Central|Government|Relevant|Requesting|Receiving|Awarding"
    rf"|Procuring|Entity|Managing|Responsible|Competent|Supervisory|Disclosing|Parent|Title|Order|Invoice|Paying"
    rf"|Safety|Security|Department|Other|Participating|Lead|Joint|Own|Member|Services?|Community|Group|Team"
    rf"|Project|Work"
    rf"|Programme|London|Royal|Metropolitan|of|and| )+$",
    re.IGNORECASE,
)

_PLURAL = late_pattern(
    r".* (?:Guide|Procedures?|Policy|Form|Documents?|Packs?|Plan|Reports?|Notice|Strategy|Team|Officers?|Manager"
    r"|Programme|Scheme|Questionnaire|Specification|Services Contract|Meeting|Members|Summary|Overview|Introduction"
    r"|Contents|Details|Requirements|Checklist|Template|Structure|Matrix|Assessment|Process|Background)$"
    r"|^(?:[A-Z][a-z]+ )?(?:Agency|Council|Authority|Trust|Company|Group|Project|Service|Office) (?:Partners?"
    r"|Members?|Officers?|Manager|Staff|Policy|Tax|Representative)s?$"
)

_CENTRAL = late_pattern(
    r"\b(?:Ministry|Department (?:for|of)|Secretary of State|Home Office|Cabinet Office|HM (?:Treasury|Revenue"
    r"|Prison|Courts|Land)|His Majesty's|Crown (?:Commercial|Prosecution)|Government (?:Legal|Commercial|Property"
    r"|Internal)"
    r"|Foreign,? (?:and )?Commonwealth|NHS|Health Board|Integrated Care|ICB|Executive Agency|Environment Agency"
    r"|Natural England|Highways England|National Highways|Welsh Government|Scottish Government"
    r"|Northern Ireland Office"
    r"|Agency|Valuation Office|UK Health Security|Ofsted|Ofcom|Ofgem|Defence|Scottish Ministers|Welsh Ministers"
    r"|Parliamentary|House of (?:Commons|Lords)|Commission for|Ombudsman|Inspectorate|Competition and Markets)\b"
)
_SUB = late_pattern(
    r"\b(?:Council(?! for)|Borough|Parish|District|County|City of|Police|Constabulary|Fire|Universit(?:y|ies)|College"
    r"|School|Academy|Academies|Combined Authority|Housing|Homes|National Park|Port Authority|Waste Authority"
    r"|Learning Trust|Education(?:al)? Trust|Multi[- ]Academy|Crime Commissioner|Transport for|Authority"
    r"|Burial Board|Joint Committee)\b"
)
_UTILITY = late_pattern(
    r"\b(?:Water|Railways?|Rail|Airport|Gas|Electricity|Energy Networks?|Network Rail|Harbour|Ports? (?:of"
    r"|Limited)|Tramway|Metro)\b"
)


def may_be_organisation(name: str) -> bool:
    """Say whether a run of capitals holds a word that organisations have in their names: a quick first look."""
    return (" " in name and _KIND.search(name) is not None) or any(
        each in name for each in ("Secretary of State", "Home Office", "HM ", "Ministers")
    )


_OPENS = late_pattern(
    r"^(?:However|Therefore|Accordingly|Furthermore|Moreover|Additionally|Nevertheless|Nonetheless|Also|Where|If|When|As"
    r"|Although|Whilst|While|Further|Finally|Similarly|Alternatively|Consequently|Instead|Otherwise|Thus|Hence|Please"
    r" note|Should|Once|Unless|Until|Before|After|Subject to|In addition|For),? "
)
"""What opens a sentence and is no part of a name: "However, the Authority"."""


def is_organisation(name: str) -> bool:
    """Say whether a name is that of an organisation and not only of a kind ("the Council")."""
    plain = re.sub(r"^(?:The|the) ", "", _OPENS.sub("", name.strip()))
    if _BARE.match(plain) or _NOT_BUYERS.search(plain) or len(plain) < 4 or len(plain) > 110:
        return False
    return (
        _KIND.search(plain) is not None and len(plain.split()) > 1 and not _PLURAL.match(plain)
    ) or _SECRETARY.match(plain) is not None


def is_body(name: str) -> bool:
    """Say whether a name holds what only bodies are called: "Council", "Trust", "Ltd", and not "Services"."""
    return _WHOLE.search(name) is not None or _SECRETARY.match(name) is not None or _BODY.search(name) is not None


def shorter(name: str) -> list[str]:
    """Return the organisations that begin a longer run of capitals ("Fen Trust" of "Fen Trust Property Team")."""
    found: list[str] = []
    if is_body(name.rpartition(" ")[2]):
        return found  # it ends as names of bodies do, so it is one name
    for match in _WHOLE.finditer(name):
        if match.end() < len(name) and name[match.end()] == " ":
            found.append(name[: match.end()])
    return [each for each in found if is_organisation(each)]


_LETTERS = frozenset(("BBC", "CIC", "CIO", "SCIO", "GP", "HM", "ICB", "LLP", "NHS", "NI", "PLC", "RAF", "UK"))
_SMALL_WORDS = frozenset(("AND", "AT", "BY", "FOR", "IN", "OF", "ON", "THE", "UNDER", "UPON"))


def in_title_case(name: str) -> str:
    """Write a name that stands in capitals from end to end as it is written in running text."""
    if not name.isupper():
        return name
    return " ".join(
        word if word in _LETTERS else word.lower() if number and word in _SMALL_WORDS else word.title()
        for number, word in enumerate(name.split())
    ).replace("'S", "'s").replace("’S", "’s")  # fmt: skip


def authority_type(name: str) -> str:
    """Tell "central", "sub-central" or "utility" from a buyer's name, or "" where it does not tell."""
    if re.search(r"\bNHS\b|\bHealth (?:Board|Trust)\b|\bIntegrated Care\b", name):
        return "central"
    if _SUB.search(name) and not re.search(r"\bMinistry|\bDepartment\b", name):
        return "sub-central"
    if _CENTRAL.search(name):
        return "central"
    return "utility" if _UTILITY.search(name) else ""
