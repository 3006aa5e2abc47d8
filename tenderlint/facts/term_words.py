"""The words by which a span of time is known to be the contract's term; all for texts in small letters."""

from __future__ import annotations

from tenderlint.facts.event_things import either
from tenderlint.patterns import late_pattern

_THING = (
    either(
        "contract", "agreement", "framework", "appointment", "commission", "service", "sla", "grant", "arrangement",
        "term",
        "lease", "licen[cs]e", "concession", "project", "(?:service |work )?order", "bpa", "call-?off", "dps",
        "dynamic market",
        "work", "programme", "partnership", "provision", "assignment", "study", "engagement", "pilot", "supply",
    )
    + "s?"
)  # fmt: skip
_OF = either("period", "term", "duration", "length", "maximum", "minimum", "total", "contract", "agreement",
             "framework",
             "appointment", "extension", "option", "possibilitie", "possibility", "potential")  # fmt: skip
_LEADS = either(
    r"\b" + either(
        "for", rf"{_OF}s?\s+of", "is", "be", "to", "lasts?",
        "lasting", "runs?", "over", "plus", "term", "period", "duration",
        "length",
        "years?", "from", "and", "or", "with", "in",
    ),
    "[:(–+-]",
)  # fmt: skip
_LIGHT = either(
    "an?", "the", "up to", "its?", "approximately", "around", "about", "initial(?:ly)?", "fixed", "first", "minimum",
    "maximum",
    "further", "total", "of", "period", "term", "not exceeding", "optional", "additional", "another", "circa",
    "next", "coming",
)  # fmt: skip
_LIGHTS = rf"(?:{_LIGHT}\s+){{0,6}}"
_SORT = either("initial", "base", "contract", "fixed", "core", "minimum", "maximum", "total", "ordering", "agreement",
               "service",
               "delivery", "call-?off", "framework", "overall")  # fmt: skip
_LENGTH = either("term", "period", "duration", "length")
_SEEKS = either("appoint", "let", "award", "engage", "commission", "procur", "tender", "seek", "look", "invit",
                "requir", "wish",
                "need", "intend", "offer", "contract(?!or)")  # fmt: skip
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
BEFORE = late_pattern(
    either(
        rf"\b{_THING}\b[^.;?]{{0,110}}?{_LEADS}\s*{_LIGHTS}\(?$",
        rf"\b{_SORT}(?: contract| initial| fixed| agreement){{0,2}} {_LENGTH}\b[^.;?]{{0,60}}$",
        rf"^(?:[^.;?]{{0,30}}\b)?{_LENGTH}\b(?! of (?:notice|time|absence|leave|employment))[^.;?]{{0,40}}$",
        rf"\b{_SEEKS}\w*\b[^.;?]{{0,80}}\b(?:for|over)\s+{_LIGHTS}$",
        r"\b(?:run|last|continue|operate)s?\b[^.;?]{0,40}\bfor\b[^.;?]{0,30}$",
        r"\bover an? $",
        r"\bwant (?:an? |the |our )?(?:\w+ ){0,2}(?:firm|team|contractor|supplier|provider|partner|tenant|someone"
        r"|somebody)"
        rf"\b(?! (?:who|with|that))[^.;?]{{0,60}}\bfor {_LIGHTS}$",
        rf"^\W{{0,3}}how long\b[^.;?]{{0,20}}[:?] ?{_LIGHTS}$",
        r"£[\d.,]{1,12}(?:k|m| million)? (?:a|per|each|every) (?:year|annum)(?: \([^()]{1,20}\))?,? (?:for"
        r"|over) (?:the |up to )?$",
        r"\b(?:work|project|study|research|job|commission|programme)s? to (?:take|last|run)\b[^.;?]{0,20}$",
        rf"\b(?:contract|agreement|framework|appointment|lease|licen[cs]e|concession|commission)s? of\s+{_LIGHTS}\(?$",
        rf"\b(?:available|budget|funding|worth|value[ds]?)\b[^.;?]{{0,60}}\b(?:over|across)\s+{_LIGHTS}$",
        r"\b(?:we|council|trust|authority) (?:have|has|(?:will|can) (?:pay|spend)|expects? to (?:pay|spend))\b"
        r"[^.;?£]{0,30}£[\d.,]{1,12}(?:k|m| million)?(?: plus vat| \([^()]{1,20}\))?"
        r"(?: in (?:all|total)| (?:a|per|each|every) (?:year|annum)| annually)? (?:for|over"
        r"|across) (?:the )?$",
        r"\b(?:work|project|study|research|job|commission|programme)s? (?:should|will|must|is (?:expected|likely) to)"
        r" (?:take|last|run)\b[^.;?]{0,20}$",
        rf"\b{_THING}\b[^.;?]{{0,60}}\b(?:ends?|expires?|finish\w*|conclud\w+) after $",
        rf"\b{_THING}\b[^.;?]{{0,90}}\b(?:will|shall|is to|to) (?:\w+ )?(?:end|expire|finish|conclude|terminate"
        r"|cease) $",
    )
)
AFTER = late_pattern(
    either(
        r"[\s,-]{0,3}(?:(?:fixed|initial|rolling|framework|service|term|call-?off) ){0,3}"
        rf"(?:{_THING}|term|duration|period (?:beginning|commencing|starting|from))\b",
        r"[\s,]{0,3}(?:from|commencing|starting|beginning) (?:on |from |in )?(?:the )?(?:(?:early|mid|late)[- ])?"
        rf"(?:\d|commencement|start|award|date|{_MONTH}\b)",
        r"[\s,(]{0,3}(?:then )?(?:renewed|renewable|extendable|extended)\b",
        r"[\s,]{0,3}(?:in the first (?:place|instance)|to (?:begin|start) with|at first)\b",
    )
)
ADJECTIVE = late_pattern(r"[- ](?:year|month|week)$")
BEFORE_NOUN = late_pattern(
    r"[\s-](?:[\w-]+ ){0,2}(?:contract|agreement|framework|appointment|arrangement|commission|lease|licen[cs]e"
    r"|concession|grant|programme|project|partnership)\b(?! experience)"
)
LASTS = late_pattern(rf"\b(?:it|this|that) (?:will )?(?:lasts?|runs?)(?: for| over)? {_LIGHTS}$")
HOW_LONG = late_pattern(r"\bhow long\b[^.?]{0,40}\??\s*$")
JOINS = late_pattern(
    r"(?: (?:in the first (?:place|instance)|to (?:begin|start) with|at first|initially))?"
    r"[\s,;(]{0,3}(?:(?:with|plus|then|and|perhaps|possibly|maybe|followed by)(?: then| possibly| perhaps)?)"
    r"(?: (?:the|a) (?:chance|option|possibility|prospect) of)?(?: (?:a|an|up to))?\s*"
)
"""Joins an extension to the term before it: "three years, with one more year if all goes well"."""
PLUS = late_pattern(r"[\s,]{0,2}(?:\+|plus|with|and)(?: (?:up to|a further|an?))?\s?")
MONEY_BRACKET = late_pattern(r"£[\d.,]{1,12}(?:k|m| million)?[^.;?()£]{0,50}\((?:for |over |up to |initially )?$")
_TWO_UP = "(?P<count>[2-9]|two|three|four|five|six|seven|eight|nine|ten)"
PERHAPS = late_pattern(
    r"(?:[\s,(–—-]{1,4}(?:or |and )?(?:maybe|perhaps|possibly|conceivably)(?: even)?"
    r"|(?: (?:to begin with|at first|to start with|in the first (?:place|instance)|initially))?,?(?: and"
    r"| but)?(?: we| it)?"
    r" (?:might|may|could|can) (?:then )?(?:carry on|go on|continue|run on|run) (?:for|into))"
    rf" (?:{_TWO_UP}(?: years)?|(?:a|the) (?:third|fourth|fifth|sixth)(?: year)?)"
    r"(?=\s*(?:[,.;)–—]|$)| (?:if|when|should|in (?:all|total)|at (?:the )?most)\b)"
)
"""Words behind a term that tell how long it may become in all: "two years, maybe three"."""
AFTER_FIRST = late_pattern(
    r"\b(?:exten\w{1,8}|renew\w{0,8}|continue[sd]?)[^.;]{0,20}\b(?:beyond|after|past) (?:the|its|their) (?:first"
    r"|initial)\b"
    r"[^.;]{0,30}\bfor\b[^.;]{0,15}$"
    r"|\b(?:exten[ds]\w{0,6}|extension|prolong\w*|renew\w{0,8})\b[^.;]{0,90}\b(?:by|for|of|totalling"
    r"|(?:adding up|amounting)"
    r" to) (?:a (?:further )?(?:period|total) of )?(?:no|not) (?:more|longer) than(?: a further)? $"
)
"""Words that end in "no more than" before the length of an extension."""
OF_FIRM = late_pattern(
    r"[\s,(–—-]{1,4}(?:of which|where|with|though|but)(?: only)?(?: the)? first (?P<count>[1-9]\d?|one|two|three"
    r"|four|five"
    r"|six|seven|eight|nine|ten|twelve)(?:[ -](?P<unit>years?|months?))?(?: (?:is|are|being|will be))?"
    r" (?:firm|fixed|guaranteed|certain|committed|definite)\b"
)
"""Words behind a whole term that tell how much of it is firm."""
_YEARLY_THING = "(?:sla|service level agreement|agreement|contract|grant agreement|arrangement)"
YEARLY_TERM = late_pattern(
    r"(?:\b(?:this|it|which|the (?:contract|sla|agreement|service|arrangement)) (?:is|will be)(?: let| made)?(?: as)?"
    r"|\blet(?:s|ting)? (?:this|it|the \w+)? ?(?:as|on|under)|\boffer(?:s|ing|ed)?|\bseek(?:s|ing)?|\benter(?:ed)? into"
    r"|^\W*(?:type of (?:contract|agreement)\W{1,4})?)"
    rf" ?(?:(?:an?|the) )?(?:annual|yearly) (?:(?:rolling|renewable) )?{_YEARLY_THING}\b"
    r"(?! (?:value|price|sum|cost|review|manage|meet|spend|regist|notice|fee|perform|report|charge|monitor|award|amount"
    r"|pay|of|between)\w*)"
    rf"|\b{_YEARLY_THING}\b[^.;]{{0,30}}\b(?:runs?|made|let|continues?|goes on) (?:from )?year (?:to|by) year\b"
)
SPLIT_UP = late_pattern(
    r"\s?\((?:on an?|as|in|by|compris\w+|made up of|consisting of|being|i\.?e\b|taken as|taken in|split)\b[^()]{0,60}$"
)
"""A bracket that tells how the extension before it is taken: "two years (on a one year plus one year basis)"."""
SUMS_UP = late_pattern(r"\b(?:max\w*|total|up to|in all|i\.?e\b|being|giving|making)|\($")
EXTENDS = late_pattern(r"\b(?:prolong\w*|lengthen\w*|exten(?:d|ds|ded|sions?|dable|sible|ding)|renew(?:al|als|ed|able)?"
r"|options?|keep\w*|carr(?:y|ied) on|go(?:ing)? on|add(?:ed)?|(?:may|might|could) (?:offer|give|grant))\b")
_RATE = r"£[\d.,]{1,12}(?:k|m| million)?(?: plus vat)? (?:(?:a|per|each|every) (?:year|annum)|over|across)\b"
BARRED_BEFORE = late_pattern(
    r"\b" + either(
        "(?<!will )(?<!shall )(?<!to )(?<!and )(?<!it )(?<!this )last(?! for)", "past", "previous", "preceding",
        "prior", "within",
        "experience",
        "at least",
        "minimum of", "every", "(?<!are )(?<!is )after", "notice", r"retain\w*", "kept", r"keep(?! (?:the |this |our "
        r"|it )?(?:\w+ )?(?:going|running))", r"maintain\w*", r"valid\w*", "open for",
        r"warrant\w+", r"guarantee\w*", "defects?", r"liabilit\w+", r"convict\w+", "limitation", "aged?", r"review\w*",
        "accounts", "turnover", "trad(?:e|ed|ing)", r"establish\w*", "older", "break", "sentence", r"imprison\w*",
        "fixed price", r"rectif\w+",
        r"(?:prices?|rates?) (?:\w+ ){0,4}(?:fixed|firm|held)", r"insur\w+", r"probation\w*", "training",
        r"qualif(?!ied (?:and |or |experienced |local ){0,3}(?:contractor|supplier|provider|firm|compan|organisation"
        r"|consult|partner|team|person|individual|operator|agenc|business))\w+", "payback",
        r"archiv\w+", r"record\w*", r"confidential\w*", r"suspen\w+",
        "following", "expiry of",
        "arrears", r"mobili[sz]\w+", r"transition\w*", "exit", "handover", "lead[- ]in",
        r"survive\w*", "old", "audited", r"test\w*", r"inspect\w*", "giving", "written", "less than",
        "(?<!no )(?<!not )(?<!not pay )(?<!not spend )(?<!not cost )more than",
        rf"(?:no|not|not pay|not spend|not cost) more than(?! {_RATE})",
        "longer than", r"certif\w+", "service life", "life ?(?:span|expectancy|cycle)", "incumbent", "similar",
        "(?:current|existing|previous|present) contract", "(?:has|have) (?:run|operated|existed)", "ran",
        "(?:have|has) been (?:(?:going|running|open|around|active|set up|in (?:business|being|existence|operation"
        "|practice))|(?:a |an )?(?:registered|incorporated|constituted|operating|operational|working|providing"
        "|delivering|supplying|doing|running)\\b[^.;?]{0,40}?)(?: for)?",
        "not exceeding", r"delay\w*", "extension of time", "credit",
    ) + r"\b[^.;?]{0,28}$|\b(?:in|for) the (?:\w+ )?$"
)  # fmt: skip
"""What a span of time close behind these words is of; never the contract's term."""
RATE = late_pattern(r"£ ?[\d.,]{1,12}(?: ?(?:k|m|million|plus vat|\+ ?vat))?,? $")
"""A sum of money, of which "a year" behind it is the rate."""
FOR_THE = late_pattern(
    r"\b(?:for|in|over|of) the (?:(?:full|entire|whole|initial|first|contract|fixed|maximum|next|coming) ){0,3}$"
    r"|\bfor the (?:duration|period|term)\b|\b(?:ends?|expires?|finish\w*|conclud\w+) after $"
)
BARRED_AFTER = late_pattern(
    r"['’]?s?['’]? ?(?:of )?(?:(?:relevant|proven|previous|post-?\w+) ){0,3}" + either(
        "accounts", "experience", "turnover", "notice", "old", "guarantee", "warranty", "prior", "before",
        "after(?! that| (?:the |its |it |service |contract |date of |this ){0,3}(?:starts?|begins?|commence"
        "|beginning))",
        "ago",
        "of age", "audited", "trading", "track", "history", "written notice", "defects", "qualified", "financial",
        "in business", "records?", "free", "interest", "salary", "data", "from the (?:deadline|closing|expiry|end)",
        "of (?:the )?(?:date|receipt|award|contract (?:award|expiry|end)|expiry|completion|start|being|each|such|any)",
        "following", "to (?:respond|comply|submit|remedy)", "in advance", "for (?:each|every)", "in arrears", "later",
        "thereafter", r"(?:business|financial|action|delivery|strategic|marketing|work|improvement|forward|capital)"
        r" (?:plans?|strateg(?:y|ies)|forecasts?|programmes?)", "(?:plans?|strategy|forecast|vision)", "if",
        "or (?:more|longer|less|over)", "preceding", "prior to", "lifecycle", "life", r"writ\w*",
        "probation", "at a time",
    ) + r"\b"
)  # fmt: skip
IF = late_pattern(r" if\b|,? (?:following|after) (?:the |its )?(?:(?:end|expiry) of the )?(?:initial|first)\b")
FIRST_PART = late_pattern(
    r" of (?:the|this|each|any) (?:[\w-]+ ){0,2}(?:contract|agreement|term|services?|framework)\b"
)
SERVED = late_pattern(r" (?:service|standing|employment)\b")
PHASE = late_pattern(r"\b(?:phase|stage|sprint|milestone|workstream|task)s?\b[^.;?]{0,60}$")
NOT_OURS = late_pattern(
    r"\bbeyond (?:the )?(?:lifetime|life|end|term) of (?:\w+ )?$|"
    r"\b" + either(
        "records?", r"archiv\w+", "exclu(?:ded|sion)", "debarr?ed", "barred", "banned", r"disqualif\w+", r"prohibit\w*",
        "guarantees?", "guarantor", "bonds?", "security", "lead[- ]time", "(?:procurement|tender) process",
        r"convict\w+",
        r"penalt\w+", r"imprison\w*", "limitation period", "non-?compete", r"restrict\w+", "lock-?in",
        "(?:can|could|may|might|will|would|usually|normally|typically) takes?", r"apprentice\w*", "maternity",
        r"sick\w*",
        r"probation\w*", "extensions? of time",
        r"(?:deadlines?|time limits?|closing dates?|warrant(?:y|ies)|validity|payment terms?|standstill|answers"
        r"|mobilisation(?: period)?|notice period)\b[^.;]{0,25}? (?:(?:may|can|will|shall|might|could|to) be exten\w+"
        r"|extension)",
    ) + r"\b"
)  # fmt: skip
BARRED_LABELS = late_pattern(
    either(
        "experience", r"references\b", "referee", "reference (?:site|contract|project)",
        "accounts", "insurance", "(?<!tender )(?<!procurement )notice", "warranty", "validity", "turnover",
        "retention", "review",
        "payment", "previous", "current contract", "defects", "liabilit", "record", "confidential", "exclusion",
        "convict",
        "offence", "mobili[sz]ation", "transition", "exit", "tupe",
        "rectification", "price (?:fix|hold)", "data protection",
        "termination",
    )
)  # fmt: skip
NAMES_TERM = late_pattern(r"\b(?:duration|term|period|length)\b(?!s)")
YEAR = late_pattern(r"20\d\d")
YEARS = late_pattern(r"20[0-4]\d(?: ?[-–—/,&] ?| to | until | and )20[0-4]\d\b")
NOT_MEANT = late_pattern(r"\b(?:not|never|no) (?:\w+ )?(?:intend|propos|plan|expect|intention)\w* (?:to|that|of) exten"
                        r"|\bfinancial (?:statements?|accounts)\b|\bbalance sheets?\b")
"""Words of a length that is no term: an extension that nobody means, the age of accounts."""
OF_THE_PAST = late_pattern(r"\b(?:was|were|had|ran|supported|funded|delivered|provided|worked|carried out)\b")
TERM_YEARS = late_pattern(
    r"\b(?:period|term|years?|contract|from|for|services?|between)\b[^.;\d]{0,40}"
    r"\b(20[0-4]\d)(?: ?[-–—] ?| to | until | and )(20[0-4]\d)\b(?![/-]\d)"
)
EXTENDED_YEARS = late_pattern(
    r"\bexten\w+[^.;]{0,60}?\b((?:20[0-4]\d(?:, and |, | and | & |/)){1,5}20[0-4]\d)\b(?! to|[/-])[^.;]{0,20}\byears?\b"
)
CONTRACT = late_pattern(r"\b(?:contract|agreement|framework|services?|works?|term|commission|appointment|provision)\b")
NOT_CONTRACT = late_pattern(
    r"\b(?:strategy|plan|policy|budget|accounts|previous|current|existing|last|evaluat\w+|standstill|tender"
    r"|interview\w*"
    r"|financial statements|spend|data|report|act|funding)\b"
)
