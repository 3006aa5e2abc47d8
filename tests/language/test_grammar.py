"""Grammar by LanguageTool: what is asked, what is told, and that nothing leaves this machine."""

from __future__ import annotations

import json
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tenderlint.errors import UsageError
from tenderlint.facts.passages import Passages
from tenderlint.grammar.address import on_this_machine
from tenderlint.grammar.proof import Proof
from tenderlint.grammar.proofread import proofread
from tenderlint.testing import pack
from tests.checks.asking import ask
from tests.conftest import Run
from tests.language.fake_server import Answer, Handler, checked, fake, slowly

Tenderlint = Callable[..., Run]

TEXT = """# Invitation

The following sections sets out the questions that bidders must answer.

We have two defrillators at Wexleigh House, and tenderers must look after both.
"""
LONG = "\n\n".join(f"Part {number} of the following sections sets out one more question." for number in range(400))


def read(text: str, address: str, **more: str) -> Proof:
    return proofread(Passages(pack(text)), {"TENDERLINT_GRAMMAR_SERVER": address, **more})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pack"
    made.mkdir()
    (made / "Invitation.md").write_text(TEXT, encoding="utf-8")
    return made


def checks(run: Run) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in json.loads(run.out)["checks"]}


def test_grammar_is_not_checked_unless_it_is_asked_for_and_the_report_says_so(
    tenderlint: Tenderlint, folder: Path, tmp_path: Path
) -> None:
    with fake() as server:
        run = tenderlint("check", folder, "--format", "json", TENDERLINT_GRAMMAR_SERVER=server.address)
        assert server.requests == 0
    row = checks(run)["grammar"]
    assert row["outcome"] == "inapplicable"
    assert row["reason"] == "grammar was not checked; ask for it with --grammar"
    assert run.err == ""


def test_what_is_doubted_is_told_in_our_own_words_with_place_quote_and_fingerprint(
    tenderlint: Tenderlint, folder: Path
) -> None:
    with fake() as server:
        run = tenderlint("check", folder, "--grammar", "--format", "json", TENDERLINT_GRAMMAR_SERVER=server.address)
    assert run.err == ""
    (finding,) = checks(run)["grammar"]["findings"]  # type: ignore[misc]
    assert finding["message"] == "“sets out” does not read right. Is “set out” meant?"
    assert finding["quote"] == "The following sections sets out the questions that bidders must answer."
    assert finding["heading"] == ["Invitation"]
    assert len(finding["fingerprint"]) == 16
    (slip,) = checks(run)["spelling"]["findings"]  # type: ignore[misc]
    assert "“defibrillators”" in slip["message"], "a name and a word of the tender's own are left alone"


def test_the_settings_file_can_ask_for_grammar_and_choose_the_rules(tenderlint: Tenderlint, folder: Path) -> None:
    settings = 'grammar = true\n[checks.grammar]\nrules_left_out = ["GRAMMAR/AGREEMENT_*"]\n'
    (folder / "tenderlint.toml").write_text(settings, encoding="utf-8")
    with fake() as server:
        run = tenderlint("check", folder, "--format", "json", TENDERLINT_GRAMMAR_SERVER=server.address)
        assert server.texts
    assert checks(run)["grammar"]["outcome"] == "passed"


def test_a_doubt_without_a_proposal_and_one_of_a_rule_that_is_wrong_in_tenders() -> None:
    with fake() as server:
        proof = read("This muddle is a sentence. The panel sees which bid represents best value.", server.address)
    assert [(doubt.rule, doubt.meant) for doubt in proof.doubts] == [
        ("SOME_MUDDLE", ""), ("THE_SUPERLATIVE", "represents the best"),
    ]  # fmt: skip


def test_only_whole_sentences_of_running_text_are_sent_and_each_once() -> None:
    text = """
# The the heading

| The the table | is no prose at all. |

- the the fragment of a list

Insert [the the name] of the buyer here please.

We read the the sentence once.

We read the the sentence once.

Rhaid i bob cynigiwr lenwi’r ffurflen hon yn llawn a’i dychwelyd erbyn y dyddiad cau a nodir isod.
"""
    with fake() as server:
        proof = read(text, server.address)
    sent = "\n".join(server.texts)
    assert sent.count("We read the the sentence once.") == 1
    for words in ("heading", "table", "fragment", "Insert"):
        assert words not in sent
    assert [doubt.quote for doubt in proof.doubts] == ["We read the the sentence once."]
    assert proof.done == proof.total > 0
    assert proof.why_not == ""


def test_a_pack_without_running_text_asks_nobody() -> None:
    proof = read("# Title\n\n| a | b |\n", "http://127.0.0.1:9")
    assert proof == Proof()


def test_places_are_right_in_long_texts_and_after_letters_outside_the_first_plane() -> None:
    text = "We like 𝒳 and 🎉 here, they say.\n\n" + LONG.replace("sets out", "gives") + "\n\nWe read the the last one."
    with fake() as server:
        proof = read(text, server.address)
        assert len(server.texts) > 2
    (doubt,) = proof.doubts
    assert doubt.passage.text[doubt.start :].startswith("the the")
    assert doubt.quote == "We read the the last one."


def test_no_server_at_all_costs_one_line_and_the_rest_runs(
    tenderlint: Tenderlint, folder: Path, tmp_path: Path
) -> None:
    run = tenderlint("check", folder, "--grammar", "--format", "json", TENDERLINT_CACHE=str(tmp_path / "cache"))
    assert run.err.count("\n") == 1
    assert "no grammar server runs on this machine; start one with: tenderlint grammar-server start" in run.err
    row = checks(run)["grammar"]
    assert row["outcome"] == "cantTell"
    assert str(row["reason"]).startswith("grammar was not checked: ")
    assert len(checks(run)) > 50
    assert run.code in (0, 1)
    page = tenderlint("check", folder, "--grammar", "--select", "grammar", TENDERLINT_CACHE=str(tmp_path / "cache")).out
    assert "Grammar was not checked" in page


def test_a_report_without_grammar_is_not_remembered_for_a_run_that_asks_for_it(
    tenderlint: Tenderlint, folder: Path, tmp_path: Path
) -> None:
    cache = str(tmp_path / "cache")
    for _ in range(2):
        tenderlint("check", folder, "--format", "json", TENDERLINT_CACHE=cache)
    tenderlint("check", folder, "--grammar", "--format", "json", TENDERLINT_CACHE=cache)
    with fake() as server:
        run = tenderlint(
            "check", folder, "--grammar", "--format", "json", TENDERLINT_CACHE=cache,
            TENDERLINT_GRAMMAR_SERVER=server.address,
        )  # fmt: skip
    assert checks(run)["grammar"]["outcome"] == "failed"


def after(number: int, then: Answer) -> Answer:
    """Answer `number` questions properly, and the others as `then` does."""
    asked: list[str] = []

    def answer(handler: Handler, text: str) -> None:
        asked.append(text)
        if len(asked) > number:
            then(handler, text)
        else:
            handler.give(checked(text))

    return answer


def hang_up(handler: Handler, text: str) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def test_a_server_that_dies_half_way_leaves_what_was_read_until_then(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = tmp_path / "Invitation.md"
    path.write_text(LONG, encoding="utf-8")
    with fake(after(2, hang_up)) as server:
        run = tenderlint("check", path, "--grammar", "--format", "json", TENDERLINT_GRAMMAR_SERVER=server.address)
    assert run.err.count("\n") == 1
    row = checks(run)["grammar"]
    assert row["outcome"] == "cantTell"
    assert str(row["reason"]).endswith("words only: the grammar server does not answer")
    done, total = (int(word.replace(",", "")) for word in str(row["reason"]).split() if word[0].isdigit())
    assert 0 < done < total
    assert row["evidence"]
    assert checks(run)["long-sentences"]["outcome"] == "passed"


def test_a_server_that_is_gone_in_the_middle_is_the_same_as_one_that_hangs_up() -> None:
    with fake() as server:
        server.answer = after(1, lambda handler, text: (server.socket.close(), hang_up(handler, text))[0])
        proof = read(LONG, server.address)
    assert 0 < proof.done < proof.total
    assert proof.doubts
    assert proof.why_not == "the grammar server does not answer"


def test_a_slow_server_is_waited_for_no_longer_than_the_user_says() -> None:
    with fake(slowly(5)) as server:
        start = time.monotonic()
        proof = read(TEXT, server.address, TENDERLINT_GRAMMAR_SECONDS="0.4")
        assert time.monotonic() - start < 4
    assert proof.done == 0
    assert proof.why_not == "the grammar server did not answer within 0.4 seconds"


def test_an_answer_that_only_trickles_in_is_given_up_too() -> None:
    def trickle(handler: Handler, text: str) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    with fake(trickle) as server:
        start = time.monotonic()
        proof = read(TEXT, server.address, TENDERLINT_GRAMMAR_SECONDS="0.5")
        assert time.monotonic() - start < 3
    assert "within 0.5 seconds" in proof.why_not


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "99999"])
def test_a_patience_that_is_no_number_of_seconds_is_told(seconds: str) -> None:
    with pytest.raises(UsageError, match="TENDERLINT_GRAMMAR_SECONDS"):
        read(TEXT, "http://127.0.0.1:9", TENDERLINT_GRAMMAR_SECONDS=seconds)


def wrong(data: object, status: int = 200) -> Answer:
    return lambda handler, text: handler.give(data, status)


@pytest.mark.parametrize(
    "answer",
    [
        wrong("hello"), wrong({}), wrong({"matches": 3}), wrong({"matches": [{}]}), wrong({"matches": [None]}),
        wrong({"error": "busy"}, 503), wrong({"matches": [], "software": None}),
    ],
)  # fmt: skip
def test_what_is_no_proper_answer_is_told_in_one_line(answer: Answer) -> None:
    with fake(answer) as server:
        proof = read(TEXT, server.address)
    assert proof.done == 0
    assert "grammar server" in proof.why_not
    assert "\n" not in proof.why_not


def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from tenderlint.grammar import client

    monkeypatch.setattr(client, "_MOST_BYTES", 1000)
    with fake(lambda handler, text: handler.give("x" * 5000)) as server:
        assert "no grammar server" in read(TEXT, server.address).why_not


AWAY = [
    "https://api.languagetool.org/v2", "http://languagetool.org", "https://api.languagetoolplus.com:443", "http://10.0.0.1:8081",
    "http://192.168.1.5:8081", "http://0.0.0.0:8081", "http://[2001:db8::1]:8081", "http://[::ffff:8.8.8.8]:8081",
    "http://127.0.0.1.example.org:8081", "http://127.0.0.1:8081@example.org", "http://localhost.example.org",
    "ftp://example.org", "http://", "http://[::1", "http://2130706433:8081", "example.org:8081", "//example.org",
]  # fmt: skip


@pytest.mark.parametrize("address", AWAY)
def test_an_address_that_is_not_on_this_machine_is_refused_before_anything_is_opened(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*args: object, **more: object) -> None:
        pytest.fail(f"{address} was looked up or opened")

    monkeypatch.setattr(socket.socket, "connect", opened)
    monkeypatch.setattr(socket, "create_connection", opened)
    monkeypatch.setattr(socket, "getaddrinfo", opened)
    with pytest.raises(UsageError) as told:
        read(TEXT, address)
    assert "\n" not in str(told.value)


def test_the_command_refuses_an_address_elsewhere_in_one_line(tenderlint: Tenderlint, folder: Path) -> None:
    run = tenderlint("check", folder, "--grammar", TENDERLINT_GRAMMAR_SERVER="https://api.languagetool.org/v2")
    assert run.code == 2
    assert run.out == ""
    assert run.err == (
        "tenderlint: https://api.languagetool.org/v2: is not on this machine, and the words of a tender go nowhere "
        "else. Use an address such as http://127.0.0.1:8081.\n"
    )


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("http://127.0.0.1:8081", ("127.0.0.1", 8081)), ("127.0.0.1:90", ("127.0.0.1", 90)),
        ("http://localhost", ("127.0.0.1", 8081)), ("http://[::1]:8081/v2/", ("::1", 8081)),
        ("http://127.8.9.10:1/", ("127.8.9.10", 1)),
    ],
)  # fmt: skip
def test_every_way_to_name_this_machine_is_taken(address: str, place: tuple[str, int]) -> None:
    assert on_this_machine(address) == place


def test_a_redirect_is_not_followed_and_a_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with fake() as elsewhere:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, elsewhere.address)
        monkeypatch.delenv("no_proxy", raising=False)

        def redirect(handler: Handler, text: str) -> None:
            handler.give({}, 307, Location=f"{elsewhere.address}/v2/check")

        with fake(redirect) as server:
            assert "no grammar server" in read(TEXT, server.address).why_not
            assert server.texts
        with fake() as server:
            assert read(TEXT, server.address).doubts
        assert elsewhere.requests == 0


def test_the_library_reaches_the_network_by_our_door_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import requests

    def opened(*args: object, **more: object) -> None:
        pytest.fail("language-tool-python went to the network by itself")

    monkeypatch.setattr(requests.Session, "request", opened)
    with fake() as server:
        assert read(TEXT, server.address).doubts


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name.startswith(("language_tool_python", "tenderlint.grammar.client")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    proof = read(TEXT, "http://127.0.0.1:9")
    assert proof.why_not == (
        "language-tool-python is not installed; install it with: pip install 'tenderlint[grammar]'"
    )


def doubt(words: str, meant: str = "", rule: str = "SOME_RULE", category: str = "GRAMMAR") -> dict[str, str]:
    return {"words": words, "meant": meant, "rule": rule, "category": category}


def messages(text: str, *doubts: dict[str, str]) -> list[str]:
    return [finding.message for finding in ask("grammar", text, doubts=doubts).findings]


def test_a_term_and_its_explanation_are_no_repetition_but_a_slip_is() -> None:
    repeat = {"rule": "ENGLISH_WORD_REPEAT_RULE", "category": "MISC"}
    entry = "Contract notice Notice that is published in the journal."
    assert messages(entry, doubt("notice Notice", "notice", **repeat)) == []
    slip = "The buyer gives work wear to each Supplier Supplier who asks for it."
    assert messages(slip, doubt("Supplier Supplier", "Supplier", **repeat)) == [
        "“Supplier Supplier” does not read right. Is “Supplier” meant?"
    ]


def test_an_acronym_that_is_read_as_a_word_takes_its_own_article() -> None:
    article = {"rule": "EN_A_VS_AN", "category": "MISC"}
    assert messages("It is a NATO standard for all of us.", doubt("a NATO", "an NATO", **article)) == []
    assert len(messages("It is a SDP for all of us.", doubt("a SDP", "an SDP", **article))) == 1


def test_american_spelling_is_left_alone_in_names() -> None:
    license = {"rule": "LICENCE_LICENSE_NOUN_SINGULAR", "category": "AMERICAN_ENGLISH"}
    assert messages("It comes under the Wexley License of 2004.", doubt("License", "Licence", **license)) == []
    assert len(messages("You must hold a license for it.", doubt("license", "licence", **license))) == 1


def test_of_doubts_side_by_side_the_first_is_told_and_small_capitals_are_no_proposal() -> None:
    text = "This criteria counts for most of us."
    assert len(messages(text, doubt("This", "These"), doubt("criteria", "criterion"))) == 1
    assert messages("It stands between you and the us.", doubt("us", "US")) == [
        "“us” does not read right. Read the sentence aloud and put it right."
    ]


def test_the_hook_and_the_facts_do_not_wait_for_a_server(tenderlint: Tenderlint, folder: Path, tmp_path: Path) -> None:
    (folder / "tenderlint.toml").write_text("grammar = true\n", encoding="utf-8")
    with fake() as server:
        where = {"TENDERLINT_GRAMMAR_SERVER": server.address, "TENDERLINT_CACHE": str(tmp_path / "cache")}
        assert tenderlint("facts", folder, **where).code == 0
        assert tenderlint("hook", folder / "Invitation.md", cwd=tmp_path, **where).code in (0, 1)
        assert server.requests == 0
