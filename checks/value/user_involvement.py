"""Do disabled people, users or carers take part in the service's design, choice or running?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Match,
    Passage,
    Result,
    Role,
    apart,
    cannot_tell,
    found,
    late_pattern,
    missing,
    not_applicable,
    sentence_at,
)

_WHO = "\ue000"
"""Stands for the people in a sentence, so that the patterns need not know the words for them."""
_NEAR = r"[^.;:?!]{0,60}?"
_WORK = (
    r"\b(?:specification|brief|requirements?|service|design|criteri\w+|questions?|quality|bids?|tenders?|applications?"
    r"|proposals?|quotations?|quotes|choice|menus?|themes?|food|letter|invitation|bidders?|providers?"
    r"|suppliers?|contract|framework|evaluation"
    r"|assessment|planning"
    r"|(?:annual|service|business|action|evaluation|improvement|delivery) plans?|selection|interviews?|panel"
    r"|decisions?|delivery|development|review|monitoring|governance|performance|reports?|improvement|prototypes?"
    r"|programme|priorities|outcomes|policies|strategy|documents?|drafts?|options?|questionnaire|method statements?"
    r"|answers|standards|solution|(?:web)?site|product|training|recruitment|recruiting|commissioning|procurement"
    r"|running|budget|rules"
    r"|(?:the|this|our) work|exhibition)\b"
)
_MAKE = (
    r"(?:writ|wrote|design|cho[os]|select|shap|develop|plan|draft|specif|decid|evaluat|assess|test|improv|run|mark"
    r"|scor|grad|judg|review|monitor|scrutinis|inspect)\w*"
)
_ACTS = (
    rf"(?<!are )(?<!is )(?<!be )(?<!was )(?<!were )(?<!been )(?<!as )(?<!when )\b(?:help(?:s|ed|ing)?(?: \w+){{0,2}}? "
    rf"{_MAKE}|(?:write|design|choose|select|shape|develop|plan|draft|decide|evaluate|assess|test|improve|mark|score"
    r"|grade|judge|review|monitor|scrutinise|inspect|steer|guide|advise|influence|govern|contribute|chair)(?:s|d|ed)?"
    r"|wrote|written|re-?wrote|rewritten|dr[ae]w(?:n|s)? up|read(?:s)?(?= (?:the |all |every |each )?(?:bids|tenders"
    r"|quotes|answers))|chose|chosen|planned|specif(?:y|ies)|decid(?:e|es|ed)|tried|co-?(?:produc|design|creat|writ"
    r"|develop"
    r"|chair)\w*|comment(?:s|ed)? on|t(?:ake|akes|aking|aken|ook) part|participate[sd]?|worked (?:with|on)"
    r"|have (?:a|their) say)\b"
)
_JOINT = r"\b(?:panel|board|committee|group|forum|council|body)\b"
_HOLDS = r"\b(?:of|with|includ\w+|made up|compris\w+|on which|whose)\b"
_MEETS = r"\b(?:panel|committee|group|forum)\b"
_RULES = r"\b(?:board|council|body)s?(?:,? (?:which|that|is|will|now|also|already|must|always|has|been|was)){0,3} "
"""A board or a council buys too, so that what it holds must follow at once."""
_VIEWS = r"feedback|views?|voices?|opinions?|suggestions|experiences?|surveys?|research|testing|interviews?"
_WAYS = tuple(
    late_pattern(way, re.IGNORECASE)
    for way in (
        rf"{_WHO}{_NEAR}{_ACTS}{_NEAR}{_WORK}",
        rf"\b(?:draft|writ|wrote|review|test|tried|scor|mark|evaluat|assess|grad|chos|select|design|develop|shap)\w*"
        rf"(?: \w+ly)? (?:by|(?:(?!work|deal|liais|engag|car(?:e|ing)\b)\w+ ){{0,3}}?with)\b{_NEAR}{_WHO}",
        rf"\bco-?(?:produc|design|creat|writ)\w+{_NEAR}{_WHO}|{_WHO}{_NEAR}\bco-?(?:produc|design|creat|writ)\w+",
        rf"(?:{_MEETS}[^.;:?!]{{0,40}}?|{_RULES}){_HOLDS}[^.;:?!]{{0,140}}?{_WHO}",
        rf"{_WHO}{_NEAR}\b(?:on|of|to|at|from|join(?:s|ed)?) (?:\S+ ){{0,4}}?{_JOINT}",
        rf"{_WHO} groups?\b[^.;:?!]{{0,30}}?\b(?:advis\w+|meets?|review\w*|help\w*|consulted|represent\w*|chair\w*)",
        rf"\b(?:input|advice|ideas|help) (?:of|from|by)\b{_NEAR}{_WHO}",
        rf"\binvolv(?:e[sd]?|ing)\b[^.;:?!]{{0,30}}?{_WHO}{_NEAR}\b(?:in|as|throughout|at)\b",
        rf"\binvolv(?:ing|ement of)\b[^.;:?!]{{0,30}}?{_WHO}[^.;:?!]{{0,60}}?(?:\(\d{{1,2}}\)|\b\d{{1,2}} ?(?:%|marks\b"
        r"|points\b))",
        rf"{_WHO}{_NEAR}\binvolved in\b{_NEAR}{_WORK}|\binvolvement (?:of|by|from)\b{_NEAR}{_WHO}"
        rf"|{_WHO}(?:['’]s?)? involvement\b",
        rf"\b(?:consult\w*|engag\w+|work(?:s|ing|ed)? with)\b{_NEAR}{_WHO}{_NEAR}\b(?:on|about|in|to|over|before)\b"
        rf"{_NEAR}{_WORK}",
        rf"{_WHO}{_NEAR}\b(?:told|asked) (?:us|the (?:council|authority|trust|board|university|association))\b",
        rf"{_WHO}{_NEAR}\b(?:walked|met|sat|toured|visited|talked|spoke|looked)\b[^.;:?!]{{0,30}}?\b(?:with|to) us\b",
        rf"\bwhat {_WHO} (?:have |had )?(?:asked|told|wanted|said|want|need)\b",
        rf"\b(?:{_VIEWS}) (?:of|from|by|with|among|given by)\b[^.;:?!]{{0,30}}?(?:{_WHO}|\bpeople\b)",
        rf"{_WHO}(?:['’]s?)?(?: and \w+)? (?:(?!an? |the )\w+ )?(?:engagement|feedback|views|voices?|surveys?"
        rf"|research|testing)\b",
        rf"\b(?:ask(?:s|ed)?|survey(?:s|ed)?)\b[^.;:?!]{{0,20}}?{_WHO}{_NEAR}\b(?:what|how|whether) they\b",
    )
)
"""The ways to say that people take part, from a hand in the work to an opinion that is asked."""
_NOT_THEM = late_pattern(
    r"\b(?:without (?:involving|consulting)|(?:incidents?|accidents?|activit\w+|complaints?|allegations?|matters?"
    rf"|cases?|work) involving|(?:name|id|account|licen[cs]e|manual|guide|system|registered) ?{_WHO}"
    rf"|{_WHO} (?:name|id|licen[cs]e|manual|guide)"
    r"|(?:able|free|wish|like|want) to (?:choose|select)\b(?! (?:the|a|our|which) (?:contractor|provider|supplier|bid))"
    r"|(?:choose|select) (?:from|between|their|his|her|what they|whether they|when they))",
    re.IGNORECASE,
)
_HEARD = late_pattern(
    rf"(?:\b(?:views?|voices?|opinions?|wishes|rights) of [^.;:?!]{{0,40}}?{_WHO}"
    rf"|{_WHO}(?:['’]s?)? (?:views?|voices?|opinions?|wishes)\b){_NEAR}\b(?:are|is|be|being|get) (?:\w+ )?"
    r"(?:heard|listened to|understood|represented|respected|upheld|protected|acted on)\b",
    re.IGNORECASE,
)
"""Advocacy and care make people heard in their own affairs, which gives them no part in the service."""
_SHAPES = late_pattern(
    r"\b(?:design|plan|develop|review|runn?|deliver|improv|shap|specif|choos|cho(?:ice|sen)|select|evaluat|govern"
    r"|monitor|commission|decid|score|mark)(?:s|d|ed|e|es|ing|ning|ment|y|ance|ation|ication)?\b",
    re.IGNORECASE,
)
_CUES = (
    "part", "work", "hav", "help", "what", "ask", "review", "design", "select", "develop", "plan", "test",
    "assess", "co-produc", "coproduc", "co-creat", "cocreat", "writ", "wrote", "choos", "chos", "shap", "draft",
    "decid", "evaluat", "tri", "improv", "mark", "scor", "grad", "judg", "monitor", "scrutin", "inspect", "steer",
    "guid", "advi", "influenc", "govern", "contribut", "walked", "met", "sat", "toured", "visited", "talked", "spoke",
    "looked", "chair", "specif", "comment", "panel", "board", "committee", "group", "forum", "council", "body",
    "input", "ideas", "involv", "consult", "engag", "told", "feedback", "view", "voice", "opinion", "suggest",
    "experience", "survey", "research", "interview",
)  # fmt: skip
"""What every way to take part has a word of."""
_HYPHENS = ("-", "‐", "‑")
_NONE = late_pattern(r"\b(?:no|not|without|never|nor)\b[^,.;]{0,40}$", re.IGNORECASE)
_OFFICE = late_pattern(
    r"(?:['’]s?)?,? (?:(?:and|&) (?:famil\w+|adults?|young people|health|housing|education|learning) ?)?"
    r"(?:social )?"
    r"(?:services?|teams?|department|directorate|commission\w*|managers?|officers?|safety|records?|data|relations"
    r"|centres?|homes?|hub|liaison|protection|act|safeguarding|care|welfare|support|accounts?|charter|portal|database"
    r"|scrutiny|partnerships?|directors?|cabinet|portfolio|trust|house|transport|numbers|journeys?|compan(?:y|ies)"
    r"|undertakings?|organisations?|bod(?:y|ies))\b| (?:rights|interfaces?|licen[cs]es?|manuals?|guides?|names?)\b",
    re.IGNORECASE,
)
"""What makes the words for people part of the name of an office, a law or a thing."""
_NAMED = late_pattern(r"\b(?:head|director) of $|[,&] $|\b(?:and|of) $", re.IGNORECASE)
_LOCALS = frozenset({"local people", "residents", "communities", "young people", "care leavers"})
_WORK_FOR = late_pattern(
    r"\b(?:jobs?|employment|apprentic\w+|work placements?|training|opportunities|skills|recruit\w*)\b[^.;]{0,30}?"
    r" (?:for|of"
    r"|to|among) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_BUYERS = frozenset({"client", "clients", "customer", "customers"})
_OWN_BUYERS = late_pattern(
    r"\b(?:you|your|their|bidder['’]?s?|tenderer['’]?s?|supplier['’]?s?|references?|referees?|testimonials?"
    r"|case stud\w+|(?:carried out|undertaken|completed|delivered|provided) for|experience (?:of|with)"
    r"|(?:other|previous|past|existing|current|similar|major) (?:\w+ )?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AS_REFERENCE = late_pattern(
    r"[^.;]{0,60}?\b(?:for whom|to whom|whom you|references?|referees?|contact details|testimonials?)\b", re.IGNORECASE
)
"""Those for whom the bidder has worked, who are asked for as references: no users of this service."""
_EXPORT = late_pattern(r"\bend[- ]use\b[^.;]{0,20}$|\bexport\b[^.;]{0,60}$", re.IGNORECASE)
"""Where an "end user" is whoever ends up with the goods."""
_LEFT_OUT = frozenset({Role.NOTICE, Role.TUPE})


def check(context: Context) -> Result:
    """Look for sentences in which people take part, not only are served."""
    left_out = _LEFT_OUT if len(context.documents(Role.TERMS)) == len(context.documents()) else {*_LEFT_OUT, Role.TERMS}
    served: dict[int, list[Match]] = {}
    for match in context.find("people"):
        if match.passage.role not in left_out:
            served.setdefault(match.passage.index, []).append(match)
    bodies = (match for match in context.find("bodies") if match.passage.role not in left_out)
    ranked = [(0, match) for match in bodies if not match.denied]
    people = [kept for all_of_it in served.values() if (kept := [each for each in all_of_it if not _is_name(each)])]
    for each in people:
        ranked.extend(_said(each[0].passage, each))
    if ranked:
        best = [match for _, match in sorted(ranked, key=lambda each: each[0])]
        said = [match for match in best if match.passage.block.kind is not BlockKind.HEADING]
        return found("disabled people, users or carers take part", *apart(said or best))
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    if kinds and kinds <= {"goods", "works"}:
        return not_applicable("goods or works: there are no users of a service")
    if not people:
        return not_applicable("the pack speaks of no people who use a service", by_absence=True)
    if not context.invites:
        return cannot_tell("no passage gives users a part, but the pack holds no invitation that would say it")
    nearest = (people[0][0], "this speaks of them, but gives them no part")
    return missing("no passage gives users a part", [nearest])


def _said(passage: Passage, people: list[Match]) -> Iterator[tuple[int, Match]]:
    """Yield each sentence in which they take part, with the rank of the way to say it."""
    done = -1
    for match in people:
        if match.start < done:
            continue
        start, done = sentence_at(passage.text, match.start)
        sentence = passage.text[start:done]
        small = sentence.lower()
        if not any(cue in small for cue in _CUES):
            continue
        short = _stand_ins(sentence, start, [each for each in people if start <= each.start < done])
        if _NOT_THEM.search(short) or (_HEARD.search(short) and not _SHAPES.search(short)):
            continue
        rank = next((rank for rank, way in enumerate(_WAYS) if _affirmed(way, short)), None)
        if rank is not None:
            yield rank, Match(passage, start, done)


def _stand_ins(sentence: str, at: int, people: list[Match]) -> str:
    """The sentence with one sign in place of each of the words for people."""
    parts, last = [], 0
    for match in people:
        parts += [sentence[last : match.start - at], _WHO]
        last = match.end - at
    return "".join([*parts, sentence[last:]])


def _is_name(match: Match) -> bool:
    """Say whether the words are part of a name, as in “Adults, Children and Communities” or “Children's Services”.

    Local people who get work from the contract are not those whom it serves either, nor are the bidder's own clients.
    """
    text = match.passage.text
    if match.words.lower() in _LOCALS and _WORK_FOR.search(text, max(0, match.start - 60), match.start):
        return True
    before, words = text[max(0, match.start - 90) : match.start], match.words.lower()
    if words in _BUYERS and (_OWN_BUYERS.search(before) or _AS_REFERENCE.match(text, match.end)):
        return True
    if words.startswith("end user") and _EXPORT.search(before):
        return True
    if text[match.end : match.end + 1] in _HYPHENS or _OFFICE.match(text, match.end):
        return True
    return text[match.start].isupper() and _NAMED.search(text, max(0, match.start - 20), match.start) is not None


def _affirmed(way: re.Pattern[str], text: str) -> bool:
    said = way.search(text)
    return said is not None and not _NONE.search(text[: said.start()])
