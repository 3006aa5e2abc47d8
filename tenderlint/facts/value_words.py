"""The words by which an amount is known to be the contract's value, or to be something else; for small letters."""

from __future__ import annotations

from tenderlint.facts.event_things import either
from tenderlint.patterns import late_pattern

THING = either(
    "contract", "agreement", "framework", "award", "project", "procurement", "tender", "opportunity", "lot",
    "requirement",
    "commission", "services?", "works?", "grant", "study", "review", "research", "appointment", "scheme",
    "programme", "bpa",
    "order", "call-?off", "package", "event", "evaluation", "assignment", "consultancy", "supply", "purchase", "job",
)  # fmt: skip
_SORT = either(
    rf"{THING}['’]?s?", "estimated", "total", "overall", "annual", "yearly", "anticipated", "approximate",
    "indicative",
    "maximum", "minimum", "expected", "likely", "potential", "whole[- ]?life", "lifetime", "aggregate", "net", "gross",
    "initial", "combined", "fixed",
    r"\w+[- ]year",
)  # fmt: skip
_WORTH = either("value", "worth", "spend", "cost", "price", "budget", "sum", "expenditure", "fee", "charge", "amount")
_OF_THIS = rf"(?: (?:the|this|each|our|all))(?: \w+){{0,3}}? {THING}s?\b"
ABOUT = either("up to", "around", "about", "approximately", "circa", "between", "in the region", "no more")
SUBJECT = late_pattern(
    r"\b" + either(
        rf"(?:{_SORT} ){{1,6}}{_WORTH}\b(?! (?:for money|engineering|added|based|increase))",
        rf"(?:value|costs?|price|fees?|funding|spend|expenditure) (?:of|for|on|under|through){_OF_THIS}",
        r"^\W{0,3}funding ?[:–-][^.;£$€]{0,14}$",
        rf"^\W{{0,3}}(?:contract|commission)(?: fee)? ?: ?(?:{ABOUT} (?:of )?)?$", r"\bflat fee of\b",
        r"value (?:over|across|a year|per (?:year|annum)|(?:each|every) year)\b",
        rf"(?:the|this|our) (?:\w+ ){{0,2}}?{THING}s? (?:has|have|will have) an? (?:\w+ ){{0,3}}value of\b",
        r"expect\w* (?:\w+ ){0,2}(?:quotes?|quotations?|bids?|tenders?|proposals?|prices?) (?:of|in the region of"
        r"|between|around|up to|to (?:be|fall|lie|range|come))\b",
        rf"value (?:of|for) (?:any |a )?(?:\w+ ){{0,3}}?{THING}s?\b",
        r"value of (?:\w+ ){1,5}(?:is|to be|will be|at)\b", r"value(?: \(?(?:ex|inc|net|in £|£|\d+ (?:years"
        r"|months)|(?:two|three|four|five) years)| is\b| ?[:–=-])",
        r"(?:total|overall|annual|yearly|maximum) funding\b", "funding (?:for|to deliver) (?:this|the)",
        r"budgets?\b(?! (?:holder|monitor|manag|report|setting|line|proposal|template|breakdown|narrative))",
        "(?:financial|funding|cost|price|budget|affordability|overall|total) envelope", "envelope of",
        "(?:cost|price|budget|contract|funding|affordability) (?:ceiling|limit|cap)", "upper limit",
        rf"(?:ceiling|limit|cap) (?:for|on){_OF_THIS}(?: is| of)",
        r"(?:think|reckon|guess|suppose|believe) (?:that )?(?:we|it|the (?:work|job|contract)) (?:shall|will|may|would"
        r"|might|could) (?:spend|cost|come to|be worth|pay)\b",
        r"fund(?:s|ing) (?:\w+ ){0,2}(?:available|allocated|of up to|of)",
        r"estimat\w* (?:its|the|this) (?:\w+ )?(?:value|cost) (?:at|as|to be)\b",
        "available (?:fund(?:s|ing)|resources?|budget|grant)", "(?:maximum|sum|amount|total|money) available",
        "(?:guide|target|ceiling|maximum|indicative|upper) prices?", "guide for pricing",
        r"(?:expect|anticipat|intend|plan|estimat|look|propos|budget)\w*(?: \w+){0,3} (?:spend|spending|spent|pay"
        "|paying"
        r"|expenditure)\b",
        rf"{THING}s?\b[^.;£$€]{{0,60}}?\b(?:worth|valued|to the value of|budgeted at|priced at|not exceed"
        "|not to exceed"
        r"|capped at|(?:estimated|expected|anticipated|likely|not expected) (?:to be|to cost|at|to exceed)\b"
        r"|costs? (?:of|up to|no more))",
        r"(?:quotations?|tenders?|bids?|quotes?|proposals?|prices?|fees?|offers?)\b[^.;£$€]{0,30}\b"
        r"(?:no (?:higher|more) than|not exceed|not be (?:higher|more|greater) than|within)",
        r"(?:cost plan|pre-?tender estimate|engineer's estimate|quantity surveyor's estimate)\b",
        rf"(?:have|has|['’]ve) (?:got )?(?:{ABOUT}|roughly)",
        r"(?:maximum|upper|total) affordability\b", r"affordability (?:is|of)\b",
        r"over (?:(?:the|its|all) )?(?:\w+ ){1,3}(?:years|term|life|period)(?: of \w+ years)?,? (?:this|it|that)"
        r" (?:amounts? to|is|comes? to|totals?|equates? to|makes|gives)",
        rf"\b(?:spend|expenditure|cost)s? (?:is|are) (?:not )?(?:expected|likely|estimated|thought) to (?:be"
        rf"|reach|top|pass|come to)(?: {ABOUT})?\W*$",
        r"is worth\b", rf"worth {ABOUT}", r"^\W{0,4}worth\W{1,3}$", rf"to cost {ABOUT}",
        "(?:we|council|authority|trust|board) (?:have|has) (?:up to|around|approximately|allocated|(?:put|set) aside"
        "|a maximum of)",
        "(?:allocated|set aside|earmarked|made available) (?:up to|a|the|approximately|around) (?:sum|total|maximum"
        "|budget|£|of)",
        "up to a (?:maximum|total) (?:contract )?value", "total (?:fee|price|payment|contract price)",
        r"total (?:over|for|across) (?:the |all )?(?:\w+ ){1,3}(?:is|are|comes? to|will be)\b",
        r"(?:the|our) (?:fixed )?fees? (?:for [^.;£$€]{1,40} )?(?:is|are|will be)\b",
        r"(?:costs?|price|total|work|job|project|commission) (?:(?:should|must|needs? to|has to|is to"
        r"|will need to) ){1,2}"
        r"(?:be|stay|come in|come|cost|fall)(?: kept)?(?: at| to| in)?(?: somewhere)? (?:under|below|within|less than"
        r"|no more than|between|around|about|the region of)\b",
        r"(?:initial|first|firm) (?:[\w-]+ ){0,3}?(?:years?|term|period)\b[^.;£$€]{0,20}\b(?:worth|valued at)\b",
        rf"\b(?:the|our|each) grants? (?:is|are|will be) {ABOUT}",
        rf"{THING}s? (?:will|should|may|might|could|is likely to|ought to) (?:come to|run to|amount to)\b",
        r"(?:you|clubs|groups|organisations|applicants|charities|schools) (?:can|may|could) (?:ask|apply|bid) for"
        rf"(?: a (?:grant|total|sum) of)?(?: {ABOUT})?\W*$",
        r"\b(?:we|council|trust|authority|board) (?:can|could) (?:spend|afford|pay)(?: you)? (?:up to|no more than"
        r"|at most"
        r"|not more than)\b",
        r"(?:the most|all|the maximum|the total) (?:that )?(?:we|the \w+) (?:can|will|could|may|are able to"
        r"|is able to) (?:pay|spend"
        r"|afford)\b",
    )
)  # fmt: skip
SUBJECT_AFTER = late_pattern(
    either(
        r"[^.;£$€]{0,70}?\b(?:is|has been|have been|will be|are) (?:(?:available|allocated|set aside|budgeted"
        "|earmarked)"
        "(?! to (?!this|the))|the (?:(?:total|maximum|estimated|available) ){0,3}(?:budget|value))",
        rf"[\s,(]{{0,3}}is (?:for|the budget for) (?:this|the) {THING}\b",
        r"[\s,(]{0,3}(?:altogether|all told)\b",
        r"[\s,(]{0,3}(?:spread )?(?:over|across) (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
        r" (?:full )?years\b(?! old)",
        r"(?: (?:a|per|each) (?:year|annum))? on (?:this|the) (?:service|work|contract|requirement)s?"
        r" (?:(?:being|to be|that is|now) ){1,2}(?:tendered|let|bought|procured|advertised)\b",
        r"[\s,(]{0,3}(?:is |are )?(?:available|allocated) (?:for|to)\b", r" in the (?:pot|kitty)\b",
        r" to (?:share|give|be shared) out\b",
        r"(?: ?\([^()]{0,30}\))?[\s,]{0,2}(?:(?:in (?:all|total)|altogether|a year|each year|per (?:year|annum))"
        r"(?: ?\([^()]{0,30}\))?,? )?to spend\b(?! on (?:prizes|travel|food)\b)",
        r"(?: ?\([^()]{0,30}\))? (?:in|into|from) (?:its|our|the) (?:\d{4}\S{0,3} )?budget\b",
        r"[\s,(]{0,3}(?:(?:total|maximum|annual|overall|contract) ){0,3}(?:budget|contract value)\b",
        r"[^.;£$€]{0,30}\b(?:over|for|during|across) (?:the )?(?:\w+ ){0,3}(?:life|lifetime|duration|whole term"
        rf"|contract (?:term|period)|term of the {THING})\b",
    )
)  # fmt: skip
_ELSE = either("similar", "comparable", "equivalent", "other", "previous", "past", "existing", "current", "earlier",
               "recent",
               "last", "expiring", "incumbent")  # fmt: skip
_MANY = either(
    "contracts", "procurements?", "purchases", "orders", "tenders", "projects", "quotations", "works", "changes?",
    "variations?",
    "payments?", "transactions", "awards", "(?:any|each|every) (?:sub-?)?contract", "sub-?contracts?", "grants",
)  # fmt: skip
_THAN = either("over", "above", r"exceed\w*", "in excess of", "greater than", "more than", "below", "under",
               "less than",
               "between", "at or above", "up to and including")  # fmt: skip
_BODY = either("council", "trust", "authority", "board", "department", "charity", "university", "college",
               "association")  # fmt: skip
VETO = late_pattern(
    r"\b" + either(
        rf"{_BODY}['’]s (?:\w+ ){{0,2}}(?:programme|portfolio|estate|assets|reserves)\b",
        "(?:programme|scheme|portfolio|estate) as a whole", "(?:wider|whole|overall) (?:programme|portfolio|estate)",
        "threshold", r"insuranc\w*", r"indemnit\w*", r"liabilit\w*", "any one (?:claim|event|occurrence|incident)",
        "turnover",
        r"claims?\b", r"penalt\w+", r"fine[sd]?\b", "deposits?", "net worth", "allowable", "whichever",
        r"\d ?% of[^.;]{0,40}",
        r"bonds?\b", "damages", "service credits?", "retention", r"salar\w+", r"wages?\b", "hourly",
        r"invoice[sd]?\b", "invoicing",
        r"expenses\b(?! and)", r"loans?\b", "assets?", "profits?", r"savings?\b", "surplus", "reserves", "incomes?",
        r"rent\b",
        "rental", r"pension\w*", "excess of loss", "stationery",
        rf"{_ELSE} (?:\w+ )?(?:contracts?|projects?|works?|value|size|scale|commissions?|spend|budget|funding|cost"
        "|price"
        "|arrangements?|services?|provider|agreement)",
        f"{_MANY} (?:with a (?:total |contract )?value )?(?:(?:of|valued(?: at)?|worth|that are|are"
        f"|which are) )?{_THAN}"
        r"[^.;]{0,25}$",
        "(?:where|if|when|for all|any) (?:the |a )?(?:(?:total|estimated|contract|procurement) ){0,3}(?:values?"
        "|contracts?|spend)"
        " (?:is|are|of|exceeds?|over|above)",
        "reference(?:s| contract| project)",
        r"(?:your|each|every|one|two|any) references? (?:should|must|will|is|needs)",
        r"case stud\w+", "worked example", "example", r"illustrat\w+",
        r"e\.?g\b", "scenario",
        "budget holder", r"authori[sz](?:e|ed|es|ation)\b", r"delegat\w+", r"approv(?:e|ed|al)s?\b", "sign-?off",
        "hypothetical",
        r"(?:tenderer|bidder|supplier) [a-d]\b", "population", "living wage", "national minimum", "council tax",
        "precept",
        "(?:per|each|every) (?:hour|day|visit|session|person|user|child|place|unit|item|meal|head|night|household)",
        "levy",
        "mileage", "stamp", "postage", "subscription", "minimum (?:bid|order|spend|charge|price)", "abnormally low",
        "price adjustment", "key performance", "kpi",
        r"(?:publish(?:ed)?|transparency) (?:\w+ ){0,4}(?:spend|expenditure|payments)", "late payment", "compensation",
        "settlement", r"(?:reduc|increas|deduct|withh)\w+[^.;]{0,20}$", "raised", "turned over", "assessed at",
        "scored", r"\d{1,2} ?[x×] ?$", r"currently (?:funds?|costs?|pays?|spends?|buys?|receives?)\b",
        r"spent\b", r"spends\b", "last year", r"(?:was|were)(?: \w+){0,2}\s*$",
    )
)  # fmt: skip
VETO_AFTER = late_pattern(
    either(
        r"[^.;£$€]{0,12}(?:per|an?|each|/)\s?(?:hour|day|week|visit|session|person|user|unit|item|claim|event"
        r"|head)\b",
        r"[\s,)]{0,3}(?:each and every|any one|in aggregate|per claim|for any one)",
        r"(?:(?!exceed|above|below|under|over|beyond|past)[^.;£$€]){0,40}\bthreshold\b",
        r"[^.;£$€]{0,40}\b(?:turnover|insurance|indemnity|liability|(?<!to )cover\b|deposit|fee is payable"
        "|must be paid by (?:the )?(?:bidder|tenderer|supplier))",
        r" (?:for|of|towards?|in|plus|on) (?:\w+ ){0,2}(?:travel|expenses|training|equipment|materials|mileage"
        "|subsistence"
        r"|postage|printing|licen[cs]es?|contingency|damage|savings)\b",
        r"[,\s]{1,2}whichever\b",
        r"(?: ?\([^()]{0,40}\))? ?(?:or|and) (?:more|above|over|less|below|higher|greater)\b",
        r" (?:grant|loan|prize|award) from\b",
    )
)  # fmt: skip
OF_WHICH = late_pattern(r"[,\s]{1,3}of which\b")
VALUED = late_pattern(
    rf"\b(?:(?:contract|total|maximum|estimated|overall|framework) value|value of (?:the|this) {THING})\b"
)
"""Words before the contract's value, which a part of it may follow; else "of which" follows what is shared out."""
MONTH_AFTER = late_pattern(r"[^.;£$€]{0,12}(?:per|an?|each|/)\s?month\b")
COMPARES = late_pattern(
    r"(?:\b(?:(?<!not )(?<!not to )(?<!not expected to )(?<!not likely to )exceed\w*|in excess of|over|above"
    r"|(?<!no )(?<!not )(?:greater|more) than|below|under"
    "|less than"
    "|at least"
    r"|a minimum of|no less than)|[<>≥≤])\s*(?:approximately |circa )?$"
)
CONDITION = late_pattern(
    r"\b(?:where|if|when|whenever|unless|any|all|each|every|those|services having|are|contracts|whose"
    r"|which have)\b[^.;]{0,140}$"
)
_OWNER = either("council", "trust", "authority", "board", "department", "company", "charity", "group", "parish",
                "organisation",
                "foundation", "directorate", "university", "college", "school", "hospital", "nhs", "ministry", "fund",
                "government")  # fmt: skip
_WIDE = either("annual", "overall", "total", "net", "gross", "revenue", "capital", "yearly", "core")
OWN_BUDGET = late_pattern(
    r"\b" + either(
        rf"{_OWNER}(?:['’]?s?)? (?:\w+ ){{0,3}}(?:{_WIDE} ){{1,3}}(?:\w+ )?(?:budget|spend|expenditure|funding)",
        r"fund (?:is|was) worth", r"(?:its|their) (?:\w+ ){0,2}budgets? (?:is|was|are|were|of)",
        rf"{_WIDE} (?:{_WIDE} )?budget of (?:the|an?) (?:{_OWNER}|service)",
        r"(?<!service )(?<!project )(?<!contract )(?<!commission )(?<!work )(?<!event )"
        r"(?:manag(?:es|ing)|responsible for|with|has|holds?|controls?|oversees) (?:\w+ ){0,2}(?:an? )?"
        rf"(?:{_WIDE} )?(?:budget|portfolio|fund)s? of",
    )
)  # fmt: skip
"""The budget of the authority itself, which is not the contract's."""
OURS = late_pattern(
    r"\bthe (?:(?:total|estimated|annual|overall|anticipated) ){0,2}(?:contract )?(?:value|budget|cost|price)"
    r" (?:will|is|should|must|shall)\b|"
    rf"\b(?:for|of|to|under|through) (?:this|the|our|these) (?:\w+ ){{0,3}}?{THING}\b|\bthis {THING}\b"
    r"|\bmaximum budget of\b"
    r"|\bbudget of (?:up to|no more than|not more than|a maximum of)\b"
)
BARRED_HEADS = late_pattern(
    r"insurance|threshold|financial (?:standing|capacity|stability)|turnover|references\b|referees?\b|examples?"
    r"|penalt|liabilit"
    "|damages"
    "|about (?:us|the council|the trust)|background to the (?:council|trust|organisation)|past (?:performance"
    "|contracts)"
    r"|experience|bond|payment|invoic|approv|delegat|authoris"
)
OUTRIGHT = late_pattern(
    r"\b(?:this|the|our) (?:proposed |whole |total )?contract (?:is|will be|has been) (?:\w+ )?(?:worth|valued)\b"
    r"|\b(?:total|whole|estimated|overall) (?:contract value|value of (?:the|this) contract)\b"
)
YEARLY = late_pattern(
    r"\b(?:annual(?:ly|ised)?|yearly|per annum|per year|p\.?a\.?|each year|every year|a year"
    r"|per contract year)(?!\w)"
)
TOTAL_BEFORE = late_pattern(r"\btotal(?! annual)\b[^.;]{0,30}$")
LIFE = late_pattern(
    r"\b(?:over|for|during|across|throughout|in) (?:(?:the|its|an?|all) )?(?:\w+[ -]){0,5}?(?:life|lifetime|duration"
    "|term|years?"
    r"|period|months|extensions?)\b|\bwhole[- ]?life|\blifetime|\btotal|\boverall|\bin all\b|aggregate"
    r"|including (?:(?:any|all|the|possible|optional|potential) ){0,2}(?:\w+ )?extensions?"
)
IN_ALL = late_pattern(r"[\s,(]{0,3}(?:in (?:all|total|aggregate)|altogether|all told)\b")
OVER_YEARS = late_pattern(
    r"[ ,(]{0,3}(?:over|for|during|across) (?:(?:the|its|an?|all) )?(?:\w+[ -]){0,4}?(?:life|lifetime|duration|term"
    "|years|period"
    r"|months)\b"
)
TAXED = r"(?: ?\((?:ex|in|net|plus|\+)[^()]{0,24}\),?| (?:ex|inc|plus)\w* (?:of )?vat,?)?"
YEAR_AFTER = late_pattern(
    rf"{TAXED}[ ,]{{0,2}}(?:for|in|during) (?:the |each |every )?(?:(?:first|second|third|later|following|subsequent"
    r"|each|every|any one|financial|contract|one) ){1,3}years?\b(?! (?:contract|term|period|agreement))"
    rf"|{TAXED}[ ,]{{0,2}}(?:for|in|during) (?:contract )?year (?:one|two|three|four|five|\d)\b"
    rf"|{TAXED}[ ,]{{0,2}}in 20\d\d(?:,|,? and)? ?$"
    rf"|{TAXED}[ ,]{{0,2}}(?:for|in) (?:the )?(?:financial )?(?:years? )?20\d\d ?[/–-] ?(?:20)?\d\d\b"
)
"""Words after an amount that make it one year's: "£148,000 for 2013/14", "£30,000 for each later year"."""
WITH_ALL = late_pattern(
    rf"{TAXED}[ ,(]{{0,3}}(?:if|with|including|assuming) (?:(?:all|every|both|the|any|possible|each) )"
    r"{1,3}(?:\w+ )?(?:extension|option)s?\b"
)
OWN_YEAR = late_pattern(
    r"[\s,)]{0,3}(?:(?:per|an?|each|every|/) ?(?:annum|year)|p\.?a\b\.?|annually|yearly|per-annum)(?!\w)"
)
"""What makes an amount a year's, where it is the amount before this one."""
INITIAL = late_pattern(r"\binitial\b|\b(?:firm|base|core) (?:\w+[ -])?(?:term|period|years?)\b")
ALL_OPTIONS = late_pattern(
    r"\b(?:inclu\w+|with) (?:\w+ ){0,4}(?:extension|option)|\b(?:initial|first)[^.;]{0,60}\band\b[^.;]{0,40}extension"
)
LOT = late_pattern(
    r"\b(?:lot|role|part|workstream|package)s? ?(?:no\.? ?)?(\d{1,2}|[a-h]|one|two|three|four|five|six)\b"
)
LOT_NUMBER = late_pattern(r"\W*(\d{1,2}|[a-h])\b")
LOT_YEAR_HEAD = late_pattern(
    r"\W*(?:(?:estimated|approximate|indicative|expected|maximum|likely|lot) ){0,3}(?:value|budget|worth|funding)"
    r" (?:for |in )?(?:each|every|one) (?:contract )?(?:year|annum)\b"
)
"""The head of a column that holds what each lot is worth a year: "Value for each year"."""
LOT_VALUE = late_pattern(r"\b[Ll]ot [Vv]alue(?: \((?:estimated|est\.?|maximum)\))?\W*$")
"""A label on the line above: "Lot value (estimated)"."""
LOT_HEAD = late_pattern(r"\W*lots?\b")
LABEL_END = late_pattern(
    r"(?:[:|–—=-]|\bis|\bof|\bare)(?:\s*(?:up to|circa|c\.|approximately|around|between|a maximum of))?\s*$"
)
PART_OF = late_pattern(r"\bof which(?: (?:up to|about|around|some|a maximum of))? ?$")
"""Words before what is only a part of the amount before it."""
FUNDED = late_pattern(
    r"\b(?:given|gave|awarded|granted|paid|lent|left|donated|raised|promised|won)(?: to)? (?:us|the (?:charity|trust"
    r"|museum|society|association|group|council|school))(?: a (?:grant|total|sum) of)?(?: (?:up to|over|around"
    r"|about))? ?$"
    r"|\b(?:we|charity|trust|museum|society|group) (?:\w+ )?(?:received|won|secured|raised|were (?:given"
    r"|awarded|granted))"
    r"(?: a (?:grant|total|sum) of)?(?: (?:up to|over|around|about))? ?$"
)
"""Words before what a funder gives the buyer, which is the contract's value only where it is said to be for it."""
FOR_THIS = late_pattern(
    r"[\s,(]{0,3}(?:(?:over|across|in|a|per|\w+) ){0,4}?(?:to (?:spend|buy|pay|commission|fund|procure|appoint"
    r"|run|hire)\b"
    r"|for (?:this|the|our|these|an?)\b(?! (?:\w+ ){0,2}(?:years?|months?)\b))"
)
TOLD = late_pattern(r"\b(?:the|we|our|this|will|may)\b")
YEAR_BEFORE = late_pattern(
    r"\b(?:year (?:one|two|three|four|five|\d)|(?:first|second|third|fourth|later|each) (?:contract |financial )?year)"
    r"(?: (?:is|it is|will be|there is|of|at|a maximum of|up to))?\W{0,3}$"
    r"|\bfor the (?:coming|next|present|current|new) (?:financial )?year\b[^.;£$€]{0,60}$"
)
SPREAD = late_pattern(
    r"\b(?:spread|split|divided|phased|broken down|made up|shared out|allocated|profiled)(?: out)?(?: (?:as"
    r"|into|of|between"
    r"|evenly as|as follows))?\W{0,3}$"
)
"""Words before the first of the sums that a whole falls into."""
YEAR_HEAD = late_pattern(
    r"\W{0,3}(?:(?:contract )?year ?(?:one|two|three|four|five|\d)\b"
    r"|20\d\d ?[/–-] ?(?:20)?\d\d\b)"
)
"""The head of a column that holds a year's part of the value."""
TOTAL_ROW = late_pattern(r"\s*(?:grand |overall )?total\b")
JOINED = late_pattern(
    r"\b(?:i\.?e\.?|or|and|so|that is|namely|makes|total\w*|equat\w+|equivalent|giving|making|over|which is|being"
    r"|plus|rising|inclu\w+|with"
    "|initial|years?"
    r"|extension\w*|life|term|period)\b|[(=,/:–-]"
)
SENTENCE_END = late_pattern(r"(?<!i\.e)(?<!e\.g)(?<!p\.a)(?<!\bc)(?<!\bca)(?<!approx)\.\s")
OVER_BUDGET = late_pattern(
    r"\b(?:tenders?|bids?|quotes?|quotations?|proposals?|offers?|submissions?|prices?) (?:(?:that|which) (?:are|is) )?"
    r"(?:over|above|in excess of|exceeding|higher than|more than|greater than)\s*$"
)
REFUSED = late_pattern(
    r"[^.;]{0,40}\b(?:reject\w*|(?:will |can)?not be (?:accepted|considered|evaluated)|disqualif\w+|excluded)\b"
)
VALUE_HEAD = late_pattern(
    r"\W*(?:(?:estimated|approximate|indicative|total|annual|contract|budget|maximum|lot|anticipated) ){0,3}"
    r"(?:value|budget|cost|price|worth)\b"
)
