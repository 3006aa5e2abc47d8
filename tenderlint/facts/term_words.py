"""The words by which a span of time is known to be the contract's term; all for texts in small letters."""

from __future__ import annotations

import re

_THING = (
    "(?:contract|agreement|framework|appointment|commission|service|sla|grant|arrangement|term|lease|licen[cs]e"
    "|concession|project"
    "|(?:service |work )?order|bpa|call-?off|dps|dynamic market|work|programme|partnership|provision|assignment"
    "|study|engagement"
    r"|pilot|supply)s?"
)
_LEADS = (
    r"(?:\b(?:for|(?:period|term|duration|length|maximum|minimum|total|contract|agreement|framework|appointment|extension"
    r"|option)s?\s+of|is|be|to|lasts?|runs?|over|plus|term|period|duration|length|years?|from|and|or|with|in)|[:(–+-])"
)
_LIGHT = (
    "(?:(?:an?|the|up to|its?|approximately|around|about|initial(?:ly)?|fixed|first|minimum|maximum|further|total"
    "|of|period|term"
    r"|not exceeding|optional|additional|another|circa)\s+){0,6}"
)
BEFORE = re.compile(
    rf"\b{_THING}\b[^.;?]{{0,110}}?{_LEADS}\s*{_LIGHT}\(?$"
    r"|\b(?:initial|contract|fixed|core|minimum|maximum|total|ordering|agreement|service|delivery|call-?off"
    "|framework|overall)"
    r"(?: contract| initial| fixed| agreement){0,2} (?:term|period|duration|length)\b[^.;?]{0,60}$"
    r"|^(?:[^.;?]{0,30}\b)?(?:duration|term|period|length)\b(?! of (?:notice|time|absence|leave"
    "|employment))[^.;?]{0,40}$"
    r"|\b(?:appoint|let|award|contract|engage|commission|procur|tender)\w*\b[^.;?]{0,80}\b(?:for|over"
    r"|of)\b[^.;?]{0,40}$"
    r"|\b(?:run|last|continue|operate)s?\b[^.;?]{0,40}\bfor\b[^.;?]{0,30}$|\bover an? $"
)
AFTER = re.compile(
    r"[\s,-]{0,3}(?:(?:fixed|initial|rolling|framework|service|term|call-?off) ){0,3}"
    rf"(?:{_THING}|term|duration|period (?:beginning|commencing|starting|from))\b"
    r"|[\s,]{0,3}(?:from|commencing|starting|beginning) (?:on |from )?(?:the )?(?:\d|commencement|start|award|date"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
EXTENDS = re.compile(r"\b(?:exten(?:d|ds|ded|sions?|dable|sible|ding)|renew(?:al|als|ed|able)?|options?)\b")
PLUS = re.compile(r"\+\s*\S*$")
BARRED_BEFORE = re.compile(
    r"\b(?:(?<!will )(?<!shall )(?<!to )last|past|previous|preceding|prior|within|experience|at least|minimum of"
    "|every|after|notice"
    r"|retain\w*|kept|keep|maintain\w*|valid\w*|open for|warrant\w+|guarantee\w*|defects?|liabilit\w+|convict\w+"
    "|limitation|aged?"
    r"|review\w*|accounts|turnover|trad(?:e|ed|ing)|establish\w*|older|break|sentence|imprison\w*|fixed price"
    r"|(?:prices?|rates?) (?:\w+ ){0,4}(?:fixed|firm|held)|insur\w+|probation\w*|training|qualif\w+|payback"
    r"|archiv\w+|record\w*"
    r"|confidential\w*|suspen\w+|in the|for the|following|expiry of|arrears|mobili[sz]\w+|transition\w*|exit"
    "|handover|lead[- ]in"
    r"|survive\w*|old|audit\w*|test\w*|inspect\w*|giving|written|less than|more than|longer than|certif\w+|service life|life ?(?:span|expectancy|cycle)|incumbent"
    "|similar"
    r"|(?:current|existing|previous) contract|not exceeding|delay\w*|extension of time|credit)\b[^.;?]{0,28}$"
)
FOR_THE = re.compile(
    r"\b(?:for|in|over|of) the (?:(?:full|entire|whole|initial|first|contract|fixed|maximum) ){0,3}$"
    r"|\bfor the (?:duration|period|term)\b"
)
BARRED_AFTER = re.compile(
    r"['’]?s?['’]? ?(?:of )?(?:(?:relevant|proven|previous|post-?\w+) ){0,3}(?:accounts|experience|turnover|notice"
    "|old|guarantee"
    "|warranty|prior|before|after|ago|of age|audited|trading|track|history|written notice|defects|qualified"
    "|financial|in business"
    "|records?|free|interest|salary|data|of (?:the )?(?:date|receipt|award|contract (?:award|expiry|end)|expiry"
    "|completion|start|being"
    r"|each|such|any)|from the (?:deadline|closing|expiry|end)|following|to (?:respond|comply|submit|remedy)|in advance"
    r"|for (?:each|every)|in arrears|later|thereafter|if|or (?:more|longer|less|over)|lifecycle|life|writ)\b"
)
SERVED = re.compile(r" (?:service|standing|employment)\b")
PHASE = re.compile(r"\b(?:phase|stage|sprint|milestone|workstream|task)s?\b[^.;?]{0,60}$")
NOT_OURS = re.compile(
    r"\b(?:records?|archiv\w+|exclu(?:ded|sion)|debarr?ed|barred|banned|disqualif\w+|prohibit\w*|guarantees?|guarantor|bonds?|security"
    "|lead[- ]time"
    r"|(?:procurement|tender) process|convict\w+|penalt\w+|imprison\w*|limitation period|non-?compete|restrict\w+"
    "|lock-?in"
    r"|(?:can|could|may|might|will|would|usually|normally|typically) takes?|apprentice\w*|maternity|sick\w*"
    r"|probation\w*)\b"
)
BARRED_LABELS = re.compile(
    "experience|reference|accounts|insurance|notice|warranty|validity|turnover|retention|review|payment|previous"
    "|current contract"
    "|defects|liabilit|record|confidential|exclusion|convict|offence|mobili[sz]ation|transition|exit|tupe"
    "|price (?:fix|hold)"
    r"|data protection|termination"
)
NAMES_TERM = re.compile(r"\b(?:duration|term|period|length)\b(?!s)")
YEAR = re.compile(r"20\d\d")
YEARS = re.compile(r"20[0-4]\d(?: ?[-–—/,&] ?| to | until | and )20[0-4]\d\b")
TERM_YEARS = re.compile(
    r"\b(?:period|term|years?|contract|from|for|services?|between)\b[^.;\d]{0,40}\b(20[0-4]\d)(?: ?[-–—] ?| to "
    "| until | and )"
    r"(20[0-4]\d)\b(?![/-]\d)"
)
EXTENDED_YEARS = re.compile(
    r"\bexten\w+[^.;]{0,60}?\b((?:20[0-4]\d(?:, and |, | and | & |/)){1,5}20[0-4]\d)\b(?! to|[/-])[^.;]{0,20}\byears?\b"
)
CONTRACT = re.compile(r"\b(?:contract|agreement|framework|services?|works?|term|commission|appointment|provision)\b")
NOT_CONTRACT = re.compile(
    r"\b(?:strategy|plan|policy|budget|accounts|previous|current|existing|last|evaluat\w+|standstill|tender"
    r"|interview\w*"
    r"|financial statements|spend|data|report|act|funding)\b"
)
