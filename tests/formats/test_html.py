"""The page is one whole file, safe with hostile words, and built so that everybody can use it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
import re
import time
from collections.abc import Callable

import pytest
from lxml import html as parser

from tenderlint.folders import folder
from tenderlint.formats import html
from tenderlint.linting import lint_pack
from tenderlint.outcomes import Outcome
from tenderlint.report import Report
from tenderlint.testing import pack
from tests.formats.example_report import FORMS, HOSTILE, ITT, LONG, SPEC, empty, example, many, nothing_wrong

PAGES: dict[str, Callable[[], str]] = {
    "buyer": lambda: html.write(example()),
    "bidder": lambda: html.write(example(), audience="bidder"),
    "nothing wrong": lambda: html.write(nothing_wrong()),
    "empty": lambda: html.write(empty()),
    "many": lambda: html.write(many(500)),
}
every_page = pytest.mark.parametrize("name", PAGES)


@functools.cache
def source(name: str) -> str:
    return PAGES[name]()


@functools.cache
def page(name: str) -> parser.HtmlElement:
    return parser.document_fromstring(source(name))


def text(node: parser.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def text_of_fact(root: parser.HtmlElement, label: str) -> str:
    return text(root.xpath(f"//dl[@class='facts']/div[dt='{label}']")[0])


def of(report: Report) -> parser.HtmlElement:
    return parser.document_fromstring(html.write(report))


@every_page
def test_headings_go_down_one_step_at_a_time_from_a_single_first(name: str) -> None:
    levels = [int(node.tag[1]) for node in page(name).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@every_page
def test_every_name_on_the_page_is_unique_and_every_link_within_it_leads_somewhere(name: str) -> None:
    ids = page(name).xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {each[1:] for each in page(name).xpath("//a/@href") if each.startswith("#")}
    labels = {each for value in page(name).xpath("//@aria-labelledby") for each in value.split()}
    assert targets <= set(ids)
    assert labels <= set(ids)


@every_page
def test_every_table_has_a_caption_and_every_header_says_what_it_heads(name: str) -> None:
    for table in page(name).iter("table"):
        assert text(table.find("caption"))
        assert {node.get("scope") for node in table.iter("th")} == {"col", "row"}
        widths = {len(row.xpath("./th|./td")) for row in table.iter("tr")}
        assert len(widths) == 1


@every_page
def test_the_page_asks_for_nothing_from_outside_and_runs_nothing(name: str) -> None:
    assert page(name).xpath("//script|//link|//iframe|//img|//object|//embed|//base|//form") == []
    assert page(name).xpath("//@src|//@*[starts-with(name(), 'on')]") == []
    assert not re.search(r"@import|url\(", source(name))
    for address in page(name).xpath("//a/@href"):
        assert re.match(r"#|https?://", address), address


@every_page
def test_the_page_has_its_landmarks_a_language_a_title_and_a_way_past_the_top(name: str) -> None:
    root = page(name)
    assert root.get("lang") == "en-GB"
    assert text(root.find(".//title"))
    assert [len(root.findall(f".//{tag}")) for tag in ("main", "nav")] == [1, 1]
    assert len(root.xpath("/html/body/header")) == len(root.xpath("/html/body/footer")) == 1
    first = root.xpath("//a")[0]
    assert first.get("href") == "#report"
    assert "width=device-width" in root.xpath("//meta[@name='viewport']/@content")[0]
    assert "user-scalable" not in source(name)


@every_page
def test_what_is_folded_has_a_name_to_unfold_it_by(name: str) -> None:
    for node in page(name).iter("details"):
        assert node[0].tag == "summary"
        assert text(node[0])


def test_hostile_words_are_shown_and_never_obeyed() -> None:
    assert "<script>alert(1)</script>" in HOSTILE
    assert "<script" not in source("buyer")
    whole = text(page("buyer"))
    assert "Bidders shall <script>alert(1)</script>" in whole
    assert "{{ 7 * 7 }} {% raw %}" in whole
    assert "javascript:" not in source("buyer")
    assert "A guide with an odd address" in whole
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", source("buyer"))


@pytest.mark.parametrize("field", ["name", "version", "checks_digest", "day"])
def test_no_field_of_a_report_can_break_out(field: str) -> None:
    report = dataclasses.replace(example(), **{field: "\"'><script>alert(2)</script>"}, facts={})
    assert "<script" not in html.write(report)


def test_a_broken_letter_does_not_stop_the_page_from_being_saved() -> None:
    saved = html.write(dataclasses.replace(example(), name="\ud83d", facts={})).encode()
    assert saved.rstrip().endswith(b"</html>")


def test_readiness_stands_at_the_top_in_words_and_each_count_leads_to_its_part() -> None:
    part = page("buyer").xpath("//main/div[1]")[0]
    assert text(part).startswith("Westmere Borough Council Support at home for disabled adults Not ready to publish")
    links = [(text(node), node.get("href")) for node in part.iter("a")]
    assert links[0] == ("2 breaches of law", "#first")
    assert ("3 points for a person", "#person") in links
    assert ("1 page not read", "#unread") in links
    assert "%" not in text(part)


def test_a_setting_is_never_told_as_law_and_a_doubt_is_shown() -> None:
    setting = page("buyer").xpath("//article[contains(., 'Leaves 15 working days')]")[0]
    assert "what it rests on: a setting, not law" in text(setting)
    assert "Breach of law" not in text(setting)
    policy = page("buyer").xpath("//article[contains(., 'Pays after 45 days')]")[0]
    assert "In doubt: Not seen in its newest form." in text(policy)
    assert policy.xpath(".//a/@href") == ["https://www.gov.uk/guidance/payment"]


def test_a_finding_tells_what_where_the_words_why_and_how_to_put_it_right() -> None:
    finding = text(page("buyer").xpath("//article[h4='Gives 21 days to bid, where at least 25 are needed.']")[0])
    for words in (
        "Breach of law", "Tenders must be returned by 12 noon on Friday 3 July 2026", "clause 3.2, under “3 Timetable”",
        "Put it right: Move the deadline", "Organisations that write bids", "Procurement Act 2023, section 54 (law)",
        "tender-period",
    ):  # fmt: skip
        assert words in finding


def test_breaches_of_law_are_listed_before_all_else() -> None:
    rows = page("buyer").xpath("//section[@aria-labelledby='first']/ul/li")
    told = [text(row).split(" – ")[0] for row in rows]
    assert told == [
        "✗ Breach of law: Gives 21 days to bid, where at least 25 are needed.",
        "✗ Breach of law: Asks for insurance to be in place before award.",
    ]
    assert "clause 3.2, under “3 Timetable”" in text(rows[0])
    assert page("nothing wrong").xpath("//*[@id='first']") == []


def test_findings_stand_by_document_in_the_order_of_the_pack() -> None:
    heads = [text(node) for node in page("buyer").xpath("//section[@class='findings']/h3")]
    assert heads == [ITT, SPEC, "3 Terms/Draft contract.pdf", "Nowhere in the pack"]


def test_how_a_document_is_written_and_made_is_folded_at_its_end() -> None:
    folded = page("buyer").xpath("//details[@class='craft']")
    assert [text(node[0]) for node in folded] == [
        f"How it is written and made: 1 point on {name}" for name in (SPEC, "3 Terms/Draft contract.pdf")
    ]
    assert [text(node) for node in folded[0].xpath("./article/h4")] == ["A sentence of 41 words."]
    assert "Of the 6, 1 is about how the documents are written and made." in text(page("buyer"))


def test_many_findings_of_one_check_are_folded_after_a_few() -> None:
    group = page("buyer").xpath("//article[.//blockquote[contains(., 'Sentence number 1 of')]]")[0]
    assert len(group.xpath(".//blockquote")) == 15
    assert len(group.xpath(".//blockquote[count(ancestor::details) = 1]")) == 3
    assert text(group.xpath("./details/summary")[0]) == "12 more of the same"


def test_an_absence_says_where_it_was_looked_for_and_which_passages_did_not_count() -> None:
    part = text(page("buyer").xpath("//article[contains(., 'holds no form or named procedure')]")[0])
    assert "Nowhere in the pack. Looked in: all 5 documents that were read." in part
    assert "This is about complaints on the service." in part


def test_what_no_check_finds_wrong_is_not_called_contradictory() -> None:
    part = page("buyer").xpath("//dl[@class='facts']/div[dt[contains(., 'Value of the whole contract')]]")[0]
    assert "Contradictory" not in text(part.find("dt"))
    assert [text(each).count("Not used") for each in part.xpath("./dd/ul/li")] == [0, 1]


def test_contradictory_statements_all_stand_and_the_one_used_is_marked_with_the_reason() -> None:
    part = page("buyer").xpath("//dl[@class='facts']/div[dt[contains(., 'Deadline for tenders')]]")[0]
    assert "Contradictory" in text(part.find("dt"))
    rows = [text(node) for node in part.xpath("./dd/ul/li")]
    assert rows[0].startswith("3 July 2026, 12:00 Used by the checks")
    assert "Stands in the timetable of the invitation." in rows[0]
    assert rows[1].startswith("6 July 2026, 17:00 Not used")
    assert "Said the same in 2 other places" in text(part)


def test_a_weight_that_only_its_parts_say_is_told_with_how_they_add_up() -> None:
    text = "# How we choose\nWe give 60% of the marks for quality and 40% for price.\n\n" \
        "| Criterion | Question | Weight |\n|---|---|---|\n| Quality | Q1 Method | 35% |\n" \
        "| Quality | Q2 Staff | 25% |\n| Price | Document 4 | 40% |\n"
    report = lint_pack(pack(text), today=dt.date(2026, 3, 2))
    part = text_of_fact(of(report), "Weight of quality")
    assert "Said the same in 1 other place" in part
    assert "The sum of its parts, 35 + 25." in part


def test_criteria_are_a_list_and_no_contradiction() -> None:
    part = text(page("buyer").xpath("//dl[@class='facts']/div[dt='Award criteria']")[0])
    assert "Contradictory" not in part
    assert "Start 10" in part


def test_what_the_pack_does_not_state_is_listed() -> None:
    assert "Site visit" in page("buyer").xpath("//ul[@class='columns']/li/text()")


def test_the_drawing_has_a_name_and_the_same_in_words_and_as_a_table() -> None:
    drawing = page("buyer").xpath("//*[local-name()='svg']")[0]
    assert drawing.get("role") == "img"
    words = text(drawing.xpath("./*[local-name()='desc']")[0])
    assert "Deadline for tenders: Friday 3 July 2026, 12:00." in words
    assert "21 days to bid." in words
    table = page("buyer").xpath("//table[caption='The dates of the procurement']")[0]
    assert len(table.xpath("./tbody/tr")) == len(drawing.xpath("./*[local-name()='circle']")) == 8


def test_an_answer_by_a_person_is_shown_instead_of_a_question() -> None:
    item = page("buyer").xpath("//li[.//h4='Joint bids are allowed and explained']")[0]
    assert "Answered by a person" in text(item)
    assert "Yes: section 4 explains it well." in text(item)
    assert "only tolerated" not in text(item)


def test_every_answer_is_told_in_words_and_never_by_its_sign_alone() -> None:
    signs = page("buyer").xpath("//*[contains(@class, 'sign')]")
    assert len(signs) > 20
    assert all(node.get("aria-hidden") == "true" and text(node.getparent()) != text(node) for node in signs)


def test_what_was_waived_is_shown_with_its_reason_and_not_among_the_findings() -> None:
    part = page("buyer").xpath("//section[h2='What was set aside']")[0]
    assert "Reason: Agreed with the board on 2 May 2026." in text(part)
    assert "bond" not in text(page("buyer").xpath("//section[@class='findings']")[0])
    assert page("nothing wrong").xpath("//section[h2='What was set aside']") == []


def test_what_was_not_read_and_what_that_leaves_open_is_told() -> None:
    part = text(page("buyer").xpath("//section[h2='What could not be read']")[0])
    assert "3 Terms/Draft contract.pdf, page 17: it is a picture without text" in part
    assert "The contract starts after the standstill" in part
    assert "A check that crashed has said nothing about the pack." in part
    assert "Every page of every file was read." in text(page("nothing wrong"))


def test_a_passed_check_is_never_called_compliant() -> None:
    assert "It never means that the pack is compliant." in text(page("buyer"))
    assert text(page("buyer")).lower().count("complian") == 2


def test_a_bidder_reads_of_questions_to_ask_and_not_of_mending() -> None:
    whole = text(page("bidder"))
    assert "Look closely before you bid" in whole
    assert "What to ask about" in whole
    assert "What the buyer could do:" in whole
    assert "Put it right" not in whole


def test_a_very_long_quote_is_shortened() -> None:
    assert len(LONG) > 800
    assert max(len(text(node)) for node in page("buyer").iter("blockquote")) <= 700


def test_a_document_that_is_not_in_the_list_still_has_its_chapter() -> None:
    row = dataclasses.replace(FORMS[2], findings=FORMS[2].findings[:1])
    root = of(dataclasses.replace(example(), documents=(), checks=(row,)))
    assert [text(node) for node in root.xpath("//section[@class='findings']/h3")] == [SPEC]


def test_the_templates_hold_no_words_in_italics_or_capitals() -> None:
    css = (folder("reports") / "templates" / "report.css").read_text(encoding="utf-8")
    assert "italic" not in css
    assert "uppercase" not in css
    assert "text-align: justify" not in css


def test_a_bidder_is_told_that_there_is_nothing_to_ask_about() -> None:
    told = {"buyer": "Nothing is left for a person to judge.", "bidder": "Nothing was found to ask about."}
    for audience, words in told.items():
        root = parser.document_fromstring(html.write(nothing_wrong(), audience=audience))
        assert words in text(root.xpath("//section[h2[@id='person']]")[0])


def test_five_hundred_findings_are_rendered_fast() -> None:
    report = many(500)
    html.write(report)
    times = []
    for _ in range(5):
        start = time.process_time()
        html.write(report)
        times.append(time.process_time() - start)
    assert min(times) < 0.06


def test_checks_that_are_left_open_for_one_reason_are_told_together() -> None:
    open_row = {"reason": "scan.pdf could not be read", "outcome": Outcome.CANNOT_TELL}
    rows = tuple(dataclasses.replace(row, **open_row) for row in FORMS)
    part = text(of(dataclasses.replace(empty(), checks=rows)).xpath("//section[h2[@id='person']]")[0])
    assert part.count("scan.pdf could not be read.") == 1
    assert "This leaves open 3 checks:" in part


def test_with_many_documents_what_was_told_before_is_folded_away_and_still_there() -> None:
    report = many(500)
    root = of(dataclasses.replace(report, checks=tuple(dataclasses.replace(row, area="time") for row in report.checks)))
    folded = root.xpath("//details[@class='again']//article")
    shown = root.xpath("//article[contains(@class, 'finding')][not(ancestor::details)]")
    assert len(folded) == 60
    assert len(shown) == 12
    assert not page("buyer").xpath("//details[@class='again']")
