"""The words by which a title is known: kinds of document, labels, and lines that are no title."""

from __future__ import annotations

import re

from tenderlint.facts.organisations import KINDS
from tenderlint.patterns import late_pattern

_KIND = (
    r"(?:invitations? to (?:tender|quote|bid|negotiate|participate|submit (?:an? )?\w+)|requests? for (?:quotations?"
    r"|quotes?|proposals?|tenders?|bids?|information)|quick quotes?|tender(?: documents?| pack| specification"
    r"| brief)?|ITT|ITQ|RFQ"
    r"|RFP|PQQ"
    r"|further competition|mini-?competition|quotation(?: (?:request|wanted|sought|needed|invited))?"
    r"|specification|expressions? of interest"
    r"|call for (?:tenders|proposals|competition|applications|bids)|contract|procurement|instructions? (?:to|for) \w+"
    r"|(?:pre-?)?selection questionnaire|procurement specific questionnaire|(?:project |commissioning )?brief"
    r"|service specification"
    r"|(?:commissioning )?prospectus|memorandum of information)"
)
_AUDIENCE = (
    r"(?:agencies|agents|applicants|artists|bidders|candidates|consultants|contractors|organisations|providers"
    r"|suppliers|tenderers)"
)
KIND = late_pattern(rf"\b{_KIND.lower()}")
"""A kind of document, to be looked for in small letters, which is much quicker."""
LABEL = late_pattern(
    r"^(?:\W|\d|[IVX]{1,3}\.)*(?:[A-Z][\w'’]{2,20} / )?(?:(?:contract|project|tender|procurement|opportunity|scheme"
    r"|requirement|framework|service"
    r"|rfq|itt|quotation)(?:'s|’s)? (?:title|name|reference and title)|title(?: of (?:the )?(?:contract|tender"
    r"|project|requirement|procurement|services?|opportunity))?"
    r"|name of (?:the )?(?:contract|project|tender|service|scheme)"
    r"|subject(?: of (?:the )?contract)?)\s*(?:(?P<sep>[:|–-]\s*(?P<after>\S.{3,180}))|:)?$",
    re.IGNORECASE,
)
FOR = late_pattern(
    rf"^(?:\W|\d|\.)*(?:the |this |an? )?(?:[\w() /-]{{0,60}}\b)?{_KIND}(?: \([A-Z]{{2,4}}\))?(?: documents?"
    rf"| pack| instructions)?(?: under [\w /.&-]{{3,60}}?)?(?:\s*(?:for|[:–—|-])\s*|(?<=\([A-Z]{{3}}\)) )"
    rf"(?:the |a |an )?"
    rf"(?!{_AUDIENCE}\W*$|(?:stage|part|volume) (?:\d|one|two|three|four)\b)(?P<name>\S.{{5,180}})$",
    re.IGNORECASE,
)
RE = late_pattern(r"^(?:re|subject)\s?[:–—-]\s{0,4}(?P<name>\S.{5,180})$", re.IGNORECASE)
"""The line of a letter that says what it is about."""
KIND_LINE = late_pattern(
    rf"^[\W\d]*+(?:(?:the|this|an?|public|open|formal|official|draft|final|full|restricted|below threshold"
    rf"|services?|works?|goods"
    rf"|volume|part|document|stage|section|appendix|schedule|attachment|\d{{1,9}}"
    rf"|[a-z])\W+){{0,4}}{_KIND}(?: \([^)]{{1,8}}\))?(?: invitation)?"
    rf"(?: documents?| pack)?\W*(?:(?:for|for the|to provide|for the provision of|(?:for|to) {_AUDIENCE})\W*)?$",
    re.IGNORECASE,
)
KIND_LAST = late_pattern(
    rf"^(?P<name>[A-Z0-9].{{4,120}}?)[\s–—:-]{{1,20}}(?:(?:open|restricted|public|formal) )?{_KIND}(?: (?:for"
    rf"|to) {_AUDIENCE})?\W*$", re.IGNORECASE
)
PROVISION = late_pattern(
    r"^(?:the )?(?:provision|supply|delivery|procurement|appointment|construction|refurbishment|installation"
    r"|design|maintenance|management|replacement|purchase|development|evaluation|hire|operation)\b.{5,150}$",
    re.IGNORECASE,
)
SUBJECT = late_pattern(
    r"\b(?:tenders?|quotations?|proposals?|bids?|quotes?|offers?|invites?(?: \w+){0,4}) (?:are invited "
    r"|is invited |from \w+(?: \w+){0,4} )?(?:for|to provide) (?:the )?(?P<name>(?:provision|supply"
    r"|delivery) of [^.,;\n]{5,120})",
    re.IGNORECASE,
)
INVITED = late_pattern(
    r"\b(?:invited? (?:\w+ )?to (?:submit (?:a |an )?)?|[Ii]nvit(?:es|ing) (?:\w+ ){0,3})(?:[Tt]ender|[Qq]uote|[Bb]id"
    r"|[Qq]uotation|[Pp]roposal"
    r"|[Oo]ffer)s? for (?:the )?(?P<name>[A-Z][^.;,:]{5,110}?)(?= (?:in|under|on|by|which|as|at)\b|[.,;:]|$)"
)
GENERIC = late_pattern(
    rf"^[\W\d]*+(?:{_KIND}(?: \([^)]{{1,12}}\))?(?: invitation)?|contents?|table of contents|introduction"
    rf"|background"
    rf"|overview|instructions.*+"
    rf"|appendix.*+|annex.*+|schedule.*+|section.*+|part .*+|confidential\w*|draft|volume.*+|attachment.*+|terms.*+"
    r"|(?:general |special |standard )?conditions\b.*+"
    rf"|version\b.*+|dates?\b.*+|ref(?:erence)?\b.*+|issued?\b.*+|documents?\b.*+|guidance.*+|frequently.*+|faqs?"
    rf"|form of.*+|foreword"
    rf"|(?:executive )?summary|applicable .*+|.{{0,20}}procedure|submission of .*+|addendum.*+"
    r"|questions?.*+|about .*+|notice.*+|important.*+|read ?me|microsoft word.*+|(?:framework|buyer|lot|client|customer"
    r"|authority)\s*:.*+|.*\bworksheet|untitled|statement of requirements?"
    r"|how to bid.*+|template\b.*+|page\b.*+|tel(?:ephone)?\b.*+|dear\b.*+|www.*+|bid pack|tender pack"
    r"|(?:frequently )?asked questions"
    r"|.*\b(?:order form|framework schedule|call-?off schedules?|reference number|solicitation number)\b.*+"
    r"|.{0,20}\bnumber\b.*+|contract (?:period|value|term|details|length)|key (?:facts|dates)|what is on offer"
    r"|(?:\w+ ){0,4}at a glance|quotation pack"
    r"|(?:(?:the|procurement|marketing|tender|and|&|/|process) ){0,5}timetable|contract summary|award recommendation.*+"
    r"|(?:buyer )?contact (?:info\w*|details?)|(?:contracts|tenders) (?:and|&) \w+"
    r"|(?:current|open|our) (?:tenders|opportunities|contracts)"
    r"|competitive (?:flexible )?(?:process|procedure).*+|memorandum of information.*+"
    r"|open|restricted|public|cover(?:ing)? letter|e-?mail.*+"
    r"|(?:contract )?award(?: criteria| process| notice)?|(?:tender )?specification and .{0,30}|(?:tender "
    r"|bid )?evaluation(?: of (?:bids|tenders)| (?:and|&) \w+)?(?: weightings?| criteria| methodology| process| model)?"
    r"|pricing(?: schedule)?)\W*$",
    re.IGNORECASE,
)
NOISE = late_pattern(
    r"^[^\w@]*+(?:(?>.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$)|(?-i:(?=[A-Z/._-]{0,20}\d)[A-Z\d/._-]{2,40})"
    r"|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.? ?(?:[–—-]|to) ?\d.{0,25}"
    r"|(?>.*\b(?:reference|ref)\b ?(?:no\.?|number)?:).*+|(?>.*\bdocument \d+ of \d+).*+|(?>.*\d ?%).*+"
    r"|\d{1,2} \w+ \d{4}(?:,? \d{1,2}[:.]\d\d ?(?:[ap]m)?| ?\([^()]{1,20}\))?"
    r"|\w+ \d{4}|[\d/.-]+|.{0,4}|(?>.*@).*+|(?>.*\bpage \d+).*+|(?:ref(?:erence)?|version|date"
    r"|closing|deadline|return|issued?|published|(?:last )?edited|procurement ref\w*"
    r"|(?:(?:buyer|contact|postal|site) )?(?:name|address|location|region|country)(?=\s?:)"
    r"|registered (?:charity|company|office|in)|(?:charity|company|vat) (?:no"
    r"|number|reg\w*))\b.*+)\W*$",
    re.IGNORECASE,
)
PLACEHOLDER = late_pattern(r"[«»\[\]{}<>]|\bXX+|\.{4}|_{3}|\binsert\b", re.IGNORECASE)
SENTENCE = late_pattern(
    r"[a-z]{2}\.(?:$|\s+[A-Z])|\b(?:should|shall|must|will|we|you|your|has|have|please|cannot|(?-i:may)|is"
    r"|are)\b(?!.{0,2000}\b(?:provision|supply) of)",
    re.IGNORECASE,
)
FILE = late_pattern(r"\.(?:docx?|pdf|xlsx?|odt)$")
WORK = late_pattern(
    r"\b(?:services|project|provision|supply|works|contract|framework|maintenance|support|programme|agreement)\b",
    re.IGNORECASE,
)
SERVED = late_pattern(r"\b(?:rescue|ambulance|fire|prison|probation|civil|health) service\b", re.IGNORECASE)
NO_BODY = late_pattern(r"['’]s \w|\bto [A-Z]?[a-z]{3}")
"""What no name of a body holds: a possessive in its middle, or what is to be done."""
DASH = late_pattern(r" [–—-] ")
OF_BODY = late_pattern(rf"\b(?:{KINDS}) (?!(?:and|at|by|for|in|of|on|the|to|under|upon|with)\b)[a-z]")
KEY_FACT = late_pattern(
    r"[\w /-]{3,40}: .*(?:£|\d ?%|\b(?:19|20)\d\d\b|\b\d{1,3} (?:days|months|years))"
    r"|(?:\w+ ){0,2}(?:value|dates?|deadline|return|award|start|end|length|period|budget)\b[^a-z\d]{0,6}(?:\d"
    r"|ex|in[cd]?\b)",
    re.IGNORECASE,
)
LEADING = late_pattern(
    r"^(?:for (?:the )?(?=[A-Z])|(?:(?:tender|contract|funding) )?(?:opportunity|vacancy)\s?[:–—-]\s?)", re.IGNORECASE
)
ACRONYM = late_pattern(r" \([A-Z]{2,10}\)$")
HANGING = late_pattern(
    r"[\s,–-](?<![\s,–-]{2})[\s,–-]*(?:tender|contract|reference|ref)\.? ?(?:no|number|ref)?\.?:? ?"
    r"(?=[A-Z/.-]*\d)(?!20\d\d\b)[A-Z0-9/.-]+$",
    re.IGNORECASE,
)
FOR_HOW_LONG = late_pattern(
    r",? (?:for|over) (?:an? )?(?:(?:initial|fixed|minimum|maximum|total) )?(?:period of )?"
    r"(?:(?:\w+ )?\(?\d{1,2}\)?|one|two|three|four|five|six|seven|eight|ten)[ -](?:years?|months?)\b.{0,80}$",
    re.IGNORECASE,
)
"""How long the contract runs, behind what it is for."""
DEFINED = late_pattern(r"\s{0,9}\((?:the )?[\"“‘'][^)]{1,40}\)$")
_NUMBER = r"(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five|six|seven|eight)"
_SHARE = rf"(?:part|stage|volume|vol\.?|document|doc\.?|book|section|file) {_NUMBER}"
_CALLED = (
    r"(?:instructions?|guidance|notes|specification|response|questionnaire|questions|forms?|schedules?|terms"
    r"|conditions|contract|agreement|pric(?:e|es|ing)|workforce|TUPE|evaluation|information|invitation|requirements?"
    r"|background|introduction|declarations?|submission)"
)
PART = late_pattern(
    rf"[\s,:;–—(-]{{1,4}}(?:{_SHARE}(?: ?of {_NUMBER}\)?$|(?: of {_NUMBER})?\s?[):–—,-]\s?(?:the )?(?:\w+ ){{0,3}}?"
    rf"{_CALLED}\b.{{0,60}}$)|(?<=[:–—-] )(?:questions and answers|q ?& ?a|frequently asked questions"
    rf"|faqs?)\b.{{0,80}}$|(?<=[:–—-] )(?:tender(?:ing)?|bid(?:ding)?|bidder) (?:instructions|guidance|notes)$"
    rf"|(?<=[:–—-] )(?:instructions|guidance|information|notes)(?: and \w+)? (?:to|for) "
    rf"{_AUDIENCE}$)",
    re.IGNORECASE,
)
"""What tells the parts of one pack apart, and is no words of its title: ", part 1: instructions"."""
PART_ALONE = late_pattern(rf"[\s,:;–—(-]{{1,4}}{_SHARE}\W*$", re.IGNORECASE)
"""The number of a part before its kind of document, which was read apart: ", part 2" of ", part 2: specification"."""
