"""The words by which the buyer is known: what stands beside its name, and lines that label it."""

from __future__ import annotations

import re

from tenderlint.facts.organisations import NAME, RUN
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_ROLE_WORD = (
    r"(?:contracting )?(?:Council|Authority|Buyer|Trust|Client|Customer|Employer|Purchaser|Commissioners?"
    r"|Association|University|College|School|Company|Department|Agency|Board|Charity|Foundation|Commissioner"
    r"|Organisation"
    r"|Group|Partnership|Academy)"
)
RUNS = late_pattern(RUN)
A_NAME = late_pattern(NAME)
DEFINED = late_pattern(
    rf" ?(?:,? ?\(|, )(?:hereinafter |hereafter |herein |also |collectively |individually )?(?:(?:referred to"
    rf"|known) as "
    rf"|called |being )?[\"“‘'’]?(?:the |The )?[\"“‘'’]?{_ROLE_WORD}[\"”’']?[)\s,]"
)
SHORTENED = late_pattern(r" \((?:the )?[\"“‘'’]?(?:[A-Z][A-Za-z]{1,6}|[A-Z]{2,7})[\"”’']?\)")
DOES = late_pattern(
    r",? (?:\([^)]{1,60}\),? )?(?:(?:is|are) (?:(?:very |really )?(?:excited|delighted|pleased|proud) to "
    r"|a |an |the |asking for |now (?!live|open|available|closed)|currently |hereby |committed "
    r"|responsible |issuing|calling for "
    r"|inviting|seeking|looking|tendering|procuring|undertaking|running|planning|intending|commissioning"
    r"|requesting|proposing"
    r"|conducting|establishing|setting up|letting|renewing|going out)|invites?\b|seeks?\b|wishes\b|wish to\b|intends?\b"
    r"|requires\b|would like\b|wants\b|requests?\b"
    r"|currently spends|published (?:this|the)|issued (?:this|the)|has (?:£\d|decided|a requirement|issued|published"
    r"|identified)"
    r"|(?:in partnership|together|jointly|along) with [^.;]{3,60}? (?:wish(?:es)? to|invites?|seeks?"
    r"|(?:is|are) (?:inviting|seeking|looking))\b"
    r"|[^.;]{3,90} and (?:is|are) (?:now )?(?:inviting|seeking|looking (?:for|to))\b"
    r"|needs\b|plans\b|proposes\b|reserves\b"
    r"|(?:was|were) (?:recently |also )?awarded (?:a |an )?(?:\w+ )?(?:grant|funding|£)"
    r"|(?:has|have) (?:put\b|released (?:the|its|a)\b"
    r"|received|funding|been|agreed|secured|a duty)|will (?:award|evaluate|enter|appoint))"
)
WE = late_pattern(r"\b(?:us|we|We|our|Our) ?[(,–-] ?(?:the |The )?$")
MEANS = late_pattern(
    r"\b(?:Authority|Buyer|Council|Customer|Client|Employer|Purchaser|Trust)[\"”’']? means (?:the )?$"
    r"|\b(?:[Bb]uyer|[Cc]ontracting [Aa]uthority|[Pp]urchaser|[Cc]ommissioner|[Cc]lient)"
    r"(?: (?:in|for) this (?:instance|case|procurement|contract|tender|exercise))? is (?:the )?$"
)
INVITES = late_pattern(
    r"\b(?:invited|sought|requested|tendered|let|[Ii]ssued|[Cc]ommissioned|procured|run) (?:by"
    r"|on behalf of) (?:the |The )?$"
)
TO = late_pattern(
    r"\b(?:(?:on )?behalf of|issued by|commissioned by|published by|prepared by|produced by|supply to"
    r"|services? (?:to|for|at)"
    r"|contract with|appointed by|submitted to|offer to|between|to provide (?:to )?|by) (?:the |The )?$"
)
_BODY = (
    r"(?:an? |the )?(?:[\w'’-]+,? (?:and )?){0,5}?"
    r"(?:charity|charitable (?:company|trust|organisation)|social enterprise|housing association|registered provider"
    r"|community interest company|(?:public|statutory) (?:body|corporation)|non-departmental public body"
    r"|local authority|contracting authority|membership body|theatre|museum|gallery|hospice|school|academy)\b"
)
BODIES = (
    "charity", "charitable", "social enterprise", "housing association", "registered provider", "community interest",
    "public body", "public corporation", "statutory body", "statutory corporation", "departmental public",
    "local authority", "contracting authority", "membership body", "theatre", "museum", "gallery", "hospice", "school",
    "academy",
)  # fmt: skip
DESCRIBED = late_pattern(rf"(?P<name>{NAME}),? (?:\([^)]{{1,60}}\),? )?(?:is|are) {_BODY}")
WE_ARE = late_pattern(rf"\b[Ww]e are {_BODY}")
NOT_NAMES = late_pattern(
    r"(?:(?:The )?(?:Authority|Buyer|Client|Council|Customer|Trust|Contractor|Supplier|Provider|Bidder|Tenderer|Company"
    r"|Organisation|Applicant|School|Academy|Charity|It|We|You|This|That|There|Each|Any|Which|If|Your|Our|What|Who)"
    r"\b|(?:The )?\w{1,3}$)",
    re.IGNORECASE,
)
LABEL = late_pattern(
    r"^(?:\W|\d|\.)*(?:(?:name of )?(?:the )?(?:contracting )?(?:authority|buyer|client|customer|employer"
    r"|purchaser|commissioner|contracting body|council|purchasing (?:body|organisation|authority))(?:'s"
    r"|’s)?(?: (?:name|organisation))?|issued by|on behalf of|to|organisation (?:name )?(?:buying|procuring)"
    r"|organisation (?:that )?the work is for)"
    r"(?:\s*\((?:the )?[“\"']?\w+[”\"']?\))?(?:\s*[:|–-])?\s*$"
    r"|^(?:(?:\W{0,3}(?:from|(?:the )?(?:authority|council))(?=:)"
    r"|(?:.{0,80}\s)?(?:contracting authority|issued by"
    r"|client|buyer"
    r"|employer|purchaser|commissioner|awarding body"
    r"|customer))\s*[:–-]\s*|organisation (?:that )?the work is for\s)(?P<after>\S.*)$",
    re.IGNORECASE,
)
OF_BODY = late_pattern(
    r"\W{0,3}(?:(?:name of )?(?:the )?contracting authority|organisation (?:that )?the work is for)\b", re.IGNORECASE
)
"""A label of which only a body can be the value, whatever its name."""
WEIGHT_ROLE = {Role.TERMS: 0.5, Role.FORM: 0.7, Role.PRICING: 0.7}
SENTENCE = late_pattern(
    r"^(?:(?:In|On|At|For|By|To|From|As|If|When|While|This|That|Although|Since|Dear|Clerk,?|Welcome|Based|Under"
    r"|Background|Between|BETWEEN|Introduction|Overview|Only|All|Any|Each|Please|Where|With|Note|Both|Upon|Within"
    r"|Once|Our|Your|Commissioned|Issued|Published|Prepared|Produced"
    r"|We)\b"
    r"(?: (?:to|upon|on|in|of|by|the))*[ ,]+)+"
)
ALONE = late_pattern(rf"(?:{NAME})(?=$| ?[|–-] |, )")
ARTICLE_INSIDE = late_pattern(r"(?<=[a-z]) (?=The [A-Z])")
STOP = late_pattern(r"(?<=[A-Za-z]{3})\. (?=[A-Z])")
LAST_OF_LIST = late_pattern(
    r"^(?:Council|Trust|Authority|Board|University|College|Association)(?:, [^,]{4,60}?){0,4},? (?:and|&) (?=[A-Z])"
)
"""What is left of the name before the last of a list: "Council and Oakham Borough Council"."""
OWN_COMPANY = late_pattern(r"[a-z], (The [A-Z][^,]{2,60} (?:Ltd\.?|Limited|CIC|CIO|LLP|plc))$")
"""A company's name behind what it is about: "Public Art Commission, The Fen Hall Ltd"."""
AS_BUYER = late_pattern(
    rf" \((?:hereinafter |hereafter )?[\"“‘'’]?(?:[Tt]he )?[\"“‘'’]?{_ROLE_WORD}[\"”’']?\)?$"
)
"""What a name is shortened to, in brackets behind it: "(the Authority)"."""
ACRONYM = late_pattern(r" \([A-Z]{2,10}\)$")
BACKED = late_pattern(
    r"\b(?:(?:part-|co-)?funded|supported|backed|sponsored|regulated|inspected|licensed|accredited|registered|audited|rated"
    r"|assessed|owned|overseen|commended)(?: (?:in part|partly|jointly|mainly|solely))? by (?:the |The )?$"
)
"""Words before a body that stands behind the buyer, or over it."""
ADDRESSED = late_pattern(
    r"(.{4,80}?\b(?:Council|Trust|University|College|Authority|Board|Constabulary|Association|Academy|Museum|School"
    r"|Hospital|Limited|Ltd|CIC|CIO)), (?=The [A-Z]|[\w'’ -]{0,40}\b(?:House|Hall|Rooms|Street|Road|Lane|Square"
    r"|Place|Centre"
    r"|Buildings?|Offices?|Court|Avenue|Way|Drive|Quay|Row|Terrace|Campus|Headquarters)\b)"
)
"""A body with its address behind it."""
PART_OF_BODY = late_pattern(
    r"(.{4,80}?), [A-Z][\w &]{2,40} ?(?:Services?|Team|Department|Directorate|Division|Unit|Section|Office|Group)$"
)
LOOSE_END = late_pattern(r"[\s,.&](?<![\s,.&]{2})[\s,.&]*(?:and|of|for|the|in|on|by)?$")
