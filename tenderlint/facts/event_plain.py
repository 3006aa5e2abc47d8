"""Plain and clipped words by which the steps of a procurement are named, a group a step; for small letters."""

from __future__ import annotations

from tenderlint.facts.event_things import BID, BIDDER, CALL, CONTRACT, DUE, QUESTION

_BY = r"\b(?:by|before|no later|not later)\b"
_NO_FORM = (
    "(?!order|mileage|expense|menu|meter|payroll|feedback|complain|book|regist|visit|claim|monitor|timesheet|consent"
    "|declar|interest)"
)
_PAPERS = r"(?:letter|invitation|brief|pack|request|e-?mail|advert|documents?|papers|specification)s?"
_CHOSEN = r"(?:told|named|chosen|announced|notified|informed|picked|selected)"

_NO_WORK = (
    "(?:evaluat|scor|mark|bidd|tender|interview|mobilis|mobiliz|train|regist|vot|judg|moderat|short|meet|brief|view"
    r"|hear|inspect|select|stand|procur|question|clarif|present|consult|recruit|plan|negotiat|visit"
    r"|extend|transition|onboard|testing|invoic|report|opening|screen|sift)"
)
_DONE = (
    "(?:surveys?|study|research|refurbishment|sessions|classes|lessons|deliveries|collections|meals|care|support|workshops|clinics|rounds|shifts|routes"
    "|lunches)"
)
"""What is done under contracts of the plain sort, where the contract itself is not named."""
ANSWERS = (
    r"^\W*(?:(?:our|the \w+['’]s|\w+['’]s) )?(?:last|final) (?:answers|replies)\W*$",
    r"\b(?:repl(?:y|ies)|responses?|answers?) to (?:all |the |any )?(?:points|matters|issues)(?: raised)?\b",
    r"\bq ?(?:&|and) ?as?(?: (?:document|log|sheet|list|page))? (?:is |are |to be |will be |gets? )?(?:posted|published"
    r"|issued|shared|put (?:up|out|online)|sent|out|circulated|online)\b",
    r"\b(?:answers?|replies)\b[^.;]{0,20}? (?:will|shall) be (?:on|in|at) (?:the|our)\b",
    r"\b(?:we|i) (?:reply|answer|respond) to (?:all|everyone|everybody|you all|bidders) (?:by|on|before|no later)\b",
    r"^\W*(?:and |then )?(?:(?:to|will|shall) be )?(?:answered|replied to|responded to)(?: by us)? (?:by|on|before)\b",
    rf"{QUESTION} (?:are |is |will be |to be )?shared\b",
    r"(?:repl(?:y|ies)|responses?) (?:are |go |to go |will be )?(?:out|published|issued|circulated|shared)\b(?! of)",
    r"^\W*(?:we|the \w+) (?:answers?|repl(?:y|ies)|responds?)\W*$",
    r"^\W*(?:our )?(?:repl(?:y|ies)|answers?|responses?) (?:from|by) (?:us|the \w+|council|authority|trust"
    r"|board|buyer|client)\b",
    r"\b(?:anonymised|clarifications?|questions?|query|queries|q ?(?:&|and) ?a) logs?\b[^.;]{0,30}?"
    r"\b(?:published|circulated|issued|shared|updated|sent)\b",
    r"answers? (?:will|to be|shall|are|is)\b[^.;]{0,20}?\b(?:put|placed|go) (?:on|up|out|to)\b",
)
QUESTIONS = (
    rf"(?:^\W*|\b(?:please|you|firms|{BIDDER})\b[^.;?]{{0,20}}?)\braise (?:any |your )?(?:points|issues|matters"
    rf"|concerns)\b[^.;?]{{0,30}}?{_BY}",
    r"\b(?:if|where|when|anything|something)\b[^.;]{0,40}\b(?:not clear|unclear|unsure|not sure"
    r"|puzzled)\b[^.;]{0,60}?\b(?:e-?mail|ask|ring|call|write|phone|tell|drop (?:me|us)|get in touch"
    r"|let (?:me|us) know|contact)\b",
    rf"\bask (?:us )?(?:anything|a question|something|about)\b[^.;?]{{0,60}}?{_BY}",)
SENT = (
    r"\bwe (?:are )?(?:send(?:ing)?|sent|have sent|post(?:ed|ing)|issu(?:ed|ing)|publish(?:ed|ing)|put"
    r"|releas(?:ed|ing)) (?:this|these)"
    rf"(?: (?:itt|rfq|{_PAPERS}|tender|notice|opportunity))?(?: out)?(?: to [\w ]{{1,30}})?(?: on)?\W*$"
)
"""A letter that tells when it goes out itself."""
SUBMISSION = (
    r"\b(?:(?:how|where) and when|when(?: and (?:how|where))?) to (?:bid|apply|tender|quote|reply|respond|send|submit"
    r"|return)\b",
    r"^\W{0,3}(?:(?:(?:tender|bid|quote|electronic|online|final) )?submissions?|responses?)\W*$",
    rf"\b(?:send|return|e-?mail|post)\b[^.;?]{{0,40}}?\b(?:the|this|your) (?:{_NO_FORM}\w+ ){{0,2}}?{_NO_FORM}forms?"
    rf"\b[^.;?]{{0,60}}?{_BY}",
    r"(?:last|latest|final) (?:day|date|time|chance) (?:to|for) (?:bid|apply|tender|quot|submit|return"
    r"|reply)(?:ing|e)?\b",
    r"^\W{0,3}(?:please )?(?:reply|respond|bid|quote)(?: to us)? by\W*$",
    rf"\b(?:stop|finish)\w* (?:taking|accepting) {BID}",
    rf"\b(?:accept|take|welcome)s? {BID}\b[^.;?]{{0,30}}?\b(?:until|up to|by)\b",
    rf"{BID} (?:are|is|will be) (?:welcome|accepted|taken|open|invited|received)\b[^.;?]{{0,30}}?"
    r"\b(?:until|up to|by)\b",
    rf"{BID} (?:wanted|needed|required|requested|expected|sought)(?: back)? by\b",
    r"\b(?:portal|system|tender|opportunity|competition|box|bidding) (?:will )?(?:lock|shut)s?\b",
    r"\b(?:response|bidding|submission|quotation|application|proposal) (?:window|period|phase) (?:will )?(?:end"
    r"|clos|shut|finish)\w*",
    rf"{BID} (?:must|should|need to|have to|will have to) be in\b[^.;?]{{0,20}}?{_BY}",
    rf"\bexpress (?:an |their |your )?interest\b[^.;?]{{0,40}}?{_BY}",
    rf"\bhear from you\b[^.;?]{{0,40}}?{_BY}",
    rf"\b(?:parties|please|{BIDDER}|you)\b[^.;?]{{0,30}}?\b(?:respond|reply)\b(?! to (?:the |this |our |a )?(?:survey"
    rf"|consultation|school|residents?|complain|letters?))[^.;?]{{0,60}}?{_BY}",
    rf"\bcompleted (?:\w+ )?(?:documents?|forms?|papers|packs?|paperwork)\b[^.;?]{{0,60}}?\b{DUE}\b",
    rf"\byour (?:price|figure|reply|{BID})\b[^.;?]{{0,80}}?\b(?:must|should|has to|needs to)\b[^.;?]{{0,40}}?{_BY}",
    rf"^\W{{0,3}}{BID}\W{{1,3}}(?:by|before|no later|not later)\b",
    rf"\b(?:prices?|{BID})\b[^.;?]{{0,40}}?\bin (?:our|the \w+['’]s) hands?\b[^.;?]{{0,20}}?{_BY}",
    rf"^\W{{0,3}}(?:all )?{BID} (?:must|should|need to|have to|to) be (?:in|with us)\W*$",
    rf"\b(?:{BID}|{CALL})\b[^.;?]{{0,30}}? and (?:then )?(?:submit|return|upload) (?:it|them)\b[^.;?]{{0,200}}?{_BY}",
    rf"\bget (?:it|them) (?:back )?to (?:us|me|the \w+)\b[^.;?]{{0,30}}?{_BY}",
)
START = (
    r"^\W{0,3}(?:q\W{1,3})?when (?:does|will|do|would|should|must) (?:it|the \w+|we|you|work|someone)(?: \w+)?"
    r" (?:start|begin|commence)\W*$",
    rf"\b{CONTRACT}\b[^.;?]{{0,40}}\b(?:due|up) for renewal\b",
    rf"\b(?:{BID}|contractor|{CONTRACT})\b[^.;?]{{0,80}}\bto run from(?: the)?\W*$",
    rf"^\W{{0,3}}(?:first day|day (?:one|1))(?: of (?:the |our |your )?(?:new )?{CONTRACT})?\W*$",
    rf"^\W{{0,3}}(?:{CONTRACT} )?kick-?off\W*$",
    r"^\W{0,3}you starts?\W*$",
    r"^\W{0,3}(?:the |this |our )?(?:[a-z]{3,20} )?(?:audit|study|research|project|job|survey|commission|installation"
    r"|build|works) (?:should|must|will|is to|are to) (?:start|begin)\b[ \w]{0,8}\W*$",
    rf"\b{CONTRACT} (?:is|are|will be) from\b", rf"\b(?:{BIDDER}|work|you) starts?\b",
    r"\bready to (?:start|begin)\b",
    r"\b(?:you|someone|them|somebody) (?:will|would|should|must|are to|to) (?:start|commence|begin)\b",
    rf"\b(?:someone|somebody|{BIDDER}|service|contract) in place (?:by|from|on)\b",
    rf"\b{CONTRACT}\b[^.;]{{0,30}}\bup and running\b",
    r"\b(?:it|this|system|everything|they)\b[^.;]{0,30}\b(?:needs?|must|has|have|should|will) (?:to )?be"
    r" (?:up and running|in use|live|working)\b[^.;]{0,15}$",
    r"^\W*first (?:courses|sessions|classes|lessons|deliveries|collections|meals|visits)\W*$",
    r"\bservice (?:is )?live\b",
    rf"\b(?:new|next|appointed|successful|winning|chosen) {BIDDER} (?:will )?takes? over\b",
    r"\btak(?:e|es|ing) possession\b",
    r"\b(?:look|seek|want|need|requir|wish)\w*\b[^.;?]{0,40}?\b(?:somebody|someone|firm|team"
    rf"|{BIDDER}) to (?!start|begin|tender|bid|quote|ask|attend|visit|meet)\w+\b[^.;?]{{0,60}} from\W*$",
    r"\b(?:inception|start-?up) meeting\b",
    rf"^\W{{0,3}}(?:(?:the|our|all|weekly|daily|first) ){{0,2}}(?!{_NO_WORK})(?:[a-z]{{2,20}} ){{0,2}}?(?!{_NO_WORK})"
    rf"(?:[a-z]{{2,16}}ing|{_DONE}) (?:will |is to |are to |should |shall |must )?(?:start|begin"
    rf"|commence)s?\b[ \w]{{0,8}}\W*$",
)
AWARD = (
    r"\bconfirm(?:ation|ing)? of (?:the )?(?:contract|appointment|award)\b",
    r"^[\W\d]{0,3}(?:[a-z]\. )?(?:(?:the|our|outcome|decision|result|offer|award|standstill) ){0,2}letters"
    r" (?:(?:will|to|are|be) ){0,3}(?:go|sent|issued|posted)(?: out)?(?: on)?\W*$",
    r"\b(?:choose|decide|award|appoint)s? then\b", r"^\W{0,3}(?:(?:we|the \w+|councillors|trustees|governors"
    r"|members|directors|cabinet) (?:choose|decide|pick|appoint)s?"
    r"|offers? (?:is |are )?(?:made|sent)(?: out)?)\W*$",
    r"\b(?:confirm|announce|make)s? (?:its|our|the) choice\b(?! (?:of|from|between))",
    r"\bmakes? up (?:its|our|their) minds?\b",
    r"\b(?:say|tell|announce|publish|know)\b[^.;]{0,20}? who (?:has |have )?(?:won|been (?:chosen|successful))\b",
    r"^\W{0,3}notifications?(?: date| letters?| to (?:all )?(?:bidders|suppliers|tenderers|applicants))?\W*$",
    rf"\bwinners? (?:is |are |will be )?{_CHOSEN}\b",
    r"\b(?:we|i|panel|council|committee|trust|board|governors|trustees)(?: will| shall|['’]ll| (?:aim|hope|expect"
    r"|plan|intend)s? to)? (?:choose|pick"
    r"|select)s?"
    rf" (?:a|an|the|our) (?:winner|winning \w+|firm|{BIDDER})\b",
)
ISSUE = (
    SENT,
    rf"^\W{{0,3}}{CALL} date\W*$",
    r"^\W{0,3}(?:[\w-]{1,20} ){0,3}notice (?:on|in|to) (?:find a tender|contracts finder"
    r"|public contracts scotland|sell2wales"
    r"|etendersni)\W*$",
    r"(?<!completed )(?<!your )\b(?:tender|procurement|bid|itt|quotation) (?:documents?|packs?"
    r"|papers) (?:(?:are|is|to be|will be) )?"
    r"(?:uploaded|placed|posted|put)(?: up)? (?:to|on|in|at)\b",
    r"\bprocess opens?\b",
    r"^\W{0,3}(?:(?:the|this|our) )?(?:call|fund|round|grants? round)(?: for \w+)? opens?(?: on| to \w+)?\W*$",
    rf"^\W{{0,3}}(?:final )?{BID} (?:are|is) invited(?: on)?\W*$",
    rf"\bthis (?:{_PAPERS}|tender|opportunity|notice)\b (?:went|goes|going|is|has been) live\b",
    r"\b(?:tender|contract|procurement) notice (?:goes|went|going|put|placed|up|is|will be"
    r"|to be)(?: \w+)? (?:on|to|in|up"
    r"|live)\b",
    rf"\bnotice and (?:\w+ ){{0,2}}?{_PAPERS}(?: \w+)? (?:live|published|issued|released|available)\b",
    rf"^\W{{0,3}}(?:the )?(?!letters ){_PAPERS} (?:is |are |goes |go )?(?:sent|out|posted|e-?mailed)(?: out)?"
    r"(?: to \w+(?: \w+)?)?\W*(?:on\W*)?$",
    r"^\W{0,3}(?:(?:the|our|a) )?(?:tender|contract|procurement|ojeu|find a tender|contracts finder) notice\W*$",
    r"\bnotice\b[^.;]{0,60}?\b(?:sent|submitted|transmitted|despatched|dispatched) (?:to|for)\b[^.;]{0,40}?"
    r"\b(?:ojeu|oj|official journal|publication|find a tender|contracts finder)\b",
    r"^\W{0,3}start of (?:the )?(?:tender|procurement|competition)(?: process| period)?\W*$",
)
NO_STEP = (
    r"(?:coffee|tea|lunch|drop-?in|session|webinar|workshop|event|surgery|chat)s? (?:and|with|for|plus|&)"
    r" (?:[\w'’-]+ ){0,2}?(?:questions?|q ?(?:&|and) ?as?)",
    r"(?:questions?|q ?(?:&|and) ?as?) (?:and answers? )?(?:sessions?|webinars?|events?|evenings?|workshops?|surger"
    r"(?:y|ies)|calls?)",
    "(?:school|autumn|spring|summer|winter) term", "break (?:clause|point|option)s?",
    r"(?:questions?|clarifications?|q ?& ?a|enquir(?:y|ies)|quer(?:y|ies)) (?:period |window |stage |phase"
    r" |round )?(?:will )?(?:starts?|opens?|opened|begins?|commences?)\b(?! (?:from|between|until)\b)",
    r"(?:start|opening|beginning|commencement) of (?:the )?(?:questions?|clarifications?|q ?& ?a|enquiry|query)\b",
    r"(?:regulations?|act|order|directive|rules|code|standard)(?: \d{4})?,? (?:with|has|had|having) (?:an? )?effective",
)
"""A meeting at which questions may be put is no last day for them, a term of schools is none of a contract, and what
takes effect may be a law.
"""
