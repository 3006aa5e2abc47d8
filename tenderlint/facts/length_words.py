"""The patterns by which spans of time are found and told apart; all for texts in small letters."""

from __future__ import annotations

from tenderlint.patterns import late_pattern

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = (
    rf"(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:{_ONES}))?|(?:four|six|seven|eigh|nine)teen|thirteen|fifteen"
    rf"|ten|eleven|twelve|{_ONES}|half|single|another|an?"
)
_FEW = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_SMALL})(?: and a half)?)"
_COUNT = rf"{_FEW}(?: ?\({_FEW}\))?"
_MORE = (
    "(?:(?:further|additional|extra|more|optional|subsequent|consecutive|successive|separate|full|calendar|contract"
    "|financial"
    r"|extension|option|renewal|school|academic|rolling|single|initial|possible|whole|and|,) ){0,3}"
)
_PART = r"(?:period|extension|term|option|occasion)s?"
_YEAR = r"(?:years?|yrs?|months?|mths?)"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|quarters?)"
_FREE = r"(?<![\w.,£$€/])"
ONE = late_pattern(
    rf"{_FREE}(?P<sum>[1-9]\d?(?: ?{_YEAR})?(?: ?\(?(?:\+"
    rf"|plus) ?[1-9]\d?(?: ?{_YEAR})?){{1,8}})(?![\w.,%/]\d)"
    rf"(?![\d ]{{0,2}}(?:x|×|periods?|further|optional|extensions?|by)\b)(?:[ -]?{_YEAR}\b)?"
    rf"|{_FREE}(?P<times>{_COUNT}) ?{_MORE}(?:{_PART}(?: to (?:extend|renew))?"
    rf"(?:,? (?:each )?(?:of|for|at)(?: up to| a maximum of)?)? |x |× |by )"
    rf"(?P<each>{_COUNT})[ -]?{_MORE}(?P<each_unit>{_UNIT})(?!\w)(?: each)?"
    rf"|{_FREE}(?P<many>{_COUNT})[ -]{_MORE}(?P<size>{_COUNT})[ -](?P<size_unit>years?|months?)(?:ly)? {_PART}\b"
    f"|{_FREE}(?P<count>{_COUNT})(?: ?(?:-|–|to"
    rf"|or) ?(?P<most>{_COUNT})| (?:plus|\+) (?P<plus>{_COUNT}))?[ -]?{_MORE}(?P<unit>{_UNIT})(?:['’]s?)?(?!\w)"
    rf"(?: ?\({_COUNT}[ -]?{_UNIT}\))?"
    r"|\b(?P<nth>(?:second|third|fourth|fifth)(?:(?:,| and|, and| or) (?:third|fourth|fifth"
    r"|sixth)){0,3}) (?:contract )?years?\b"
    r"|(?:\(|\bin )(?P<in>months|years)\)?\W{0,3}(?P<bare>\d{1,3})(?![\w.,%/]\d)\b"
    r"|\b(?P<rest>one|two|three|four|five|[1-5]) (?:more|others)\b(?! than)"
)
EXTENDS_BEFORE = late_pattern(
    r"\b(?!renewal: )(?:exten(?:d|ds|ded|ding|sions?|sible|dable|dible)|options?|optional"
    "|renew(?:al|als|ed|able|ing)?|further|additional"
    r"|roll(?:ed|ing)?[ -]over|keep\w*|carr(?:y|ied) on|go(?:ing)? on|add(?:ed)?|prolong\w*|lengthen\w*|plus(?! vat)"
    r"|(?<!and )continue[ds]?"
    r"|increase[ds]?|(?:chance|possibility|prospect) of|(?:may|might|could) (?:offer|give|grant))\b[^.;]{0,90}$|\+\s*$"
)
MORE_BEFORE = late_pattern(r"\b(?:further|additional|another|extra) (?:up to )?$")
NO_EXTENSION = late_pattern(r"\b(?:no|non|without|not)\b[^.;]{0,40}\b(?:exten\w+|options?|renew\w+)\b")
EXTENDS_AFTER = late_pattern(
    r"[\s,(]{0,2}(?:(?!(?:with|plus|and|no|but|then|without|any)\b)\w+ )?(?:extensions?|options?|renewals?)\b"
    r"|[^.;]{0,30}\b(?:of|by way of) extension\b"
    r"| (?:if|at|subject to)[^.;,]{0,30}\boptional\b"
)
INITIAL_BEFORE = late_pattern(
    r"\b(?:initial(?:ly)?|first|fixed|firm|core|minimum|base|original|primary)\b"
    "(?: (?:contract|fixed|firm|term|period|duration|agreement|length|of|for|is|an?|in|will|shall|be|run|from|the"
    r"|award|\(|:)){0,9}"
    r"[\s:|(–-]*$"
)
INITIAL_AFTER = late_pattern(
    r"[\s,(]{0,2}(?:(?:initial|fixed|firm|core) (?:term|period|contract|duration)|initially|in the first instance"
    "|in the first place|to begin with|to start with|at first)"
)
OF_VALUE = late_pattern(r"\b(?:values?|spend|budget|costs?|worth|expenditure|funding)\s*\(\s*(?:over |for )?$")
BY = late_pattern(
    r"\b(?:exten(?:d|ds|ded|sions?)|prolong\w*|further)\b[^.;]{0,50}\bperiods? (?:totalling|adding up to|amounting to"
    r"|which (?:together|in total))\b[^.;]{0,40}$"
    r"|\b(?:prolong\w*|lengthen\w*|exten(?:d|ds|ded|ding|sions?|dable|sible)|renew\w*|roll\w*)\b[^.;]{0,40}\b(?:by"
    r"|for)\b[^.;]{0,50}$"
    r"|\b(?:extension|renewal)s? of\b[^.;]{0,40}$"
)
EXTENDED_TO = late_pattern(
    r"\bexten(?:d|ds|ded|ding|dable|sible)\b[^.;]{0,50}\bto a (?:maximum|total)(?: \w+)?(?: of)? $"
)
TOTAL = late_pattern(
    r"\b(?:(?:in )?total|overall|maximum (?:possible |overall |total |contract )?(?:term|duration|period|length"
    "|contract)"
    r"|whole|aggregate|potential(?:ly)?|(?:its|the|all of its) full)\b[^.;]{0,110}$"
)
TOTAL_AFTER = late_pattern(
    r"[\s,(]{0,2}(?:comprising|consisting of|made up of|in total|in all|in aggregate|total\b|overall"
    r"|maximum (?:term|duration)"
    r"|\(?inclu(?:ding|sive of) (?:any |all |the )?(?:\w+ )?extension)"
)
FURTHER = late_pattern(r"\b(?:another|further|additional|extra|more|optional|extensions?|options?|subsequent)\b")
UNITS = ("year", "yr", "month", "mth", "week", "wk", "quarter", "+", "plus")
BEYOND = late_pattern(
    r"\b(?:exten\w+|renew\w*|prolong\w*|continue\w*|go on|run on)\b[^.;]{0,30}\b(?:beyond|past|after)\b[^.;]{0,25}$"
)
FOR_MORE = late_pattern(r"\W{0,3}(?:for|by)(?: (?:up to|a|an|further|another|additional|maximum|of|no more than"
    r"|not more than)){0,4} ?")
PLUS = late_pattern(r"(?:\+|\bplus)\s*$")
AND = late_pattern(
    r"\W*(?:and|plus|then|followed by|and then|a)?(?: (?:by|for)(?: up to)?)?(?: a| an| another| a further)?\W*"
)
BARE = late_pattern(r"(?:an?|another|half|single)\b")
EACH_TIME = late_pattern(r"\b(?:each time|each|in each case|on each occasion)\b[^.;]{0,35}$")
"""Words between how often and by how much: "on two occasions, each time by not more than"."""
IN_ALL = late_pattern(r"\W{0,3}(?:in (?:all|total|aggregate|sum)|altogether|overall|combined|taken together)\b")
TWICE = late_pattern(
    r"\bboth(?: of the| the)?(?: (?:optional|possible))? $|\b(?:twice|(?P<times>two|three|four|2|3|4) (?:times"
    r"|(?:separate |further )?occasions))\b"
)
