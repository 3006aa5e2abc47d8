"""PDF files judged by the whole of PDF/UA, when somebody asks for it: what is told, what is left out, what it costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from tenderlint.readers.base import Source
from tenderlint.readers.pdf import read, standard
from tests.checks.asking import ask
from tests.conftest import Run, python_path
from tests.readers.pdf_files import Tag, Words, changed, tagged

PAGE = [Words(0, 72, 700, "Cleaning of the hall"), Words(1, 72, 680, "Clean it five times a week.")]
TREE = Tag("Document", [Tag("H1", [0]), Tag("H3", [1])])
"""A heading level is skipped, and much else that PDF/UA asks for is not there."""


def _topics(data: bytes) -> list[str]:
    document = read(Source("a.pdf", data, standard=True))
    return [mark.text for mark in document.structure.marks if mark.kind == "against pdf/ua"]


def test_each_rule_that_is_broken_is_told_under_its_clause() -> None:
    topics = _topics(tagged([PAGE], TREE))
    assert {"5 identity", "7.1 title", "7.4 headings", "7.21.4 fonts"} <= set(topics)
    assert "7.2 tables" not in topics


def test_a_file_is_judged_only_when_it_is_asked_for() -> None:
    marks = read(Source("a.pdf", tagged([PAGE], TREE))).structure.marks
    assert not [mark for mark in marks if "pdf/ua" in mark.kind]


def test_a_fault_is_told_with_the_page_of_its_tag() -> None:
    pages = [[Words(0, 72, 700, "Cleaning")], [Words(0, 72, 700, "Windows")]]
    tree = Tag("Document", [Tag("H1", [(1, 0)]), Tag("H4", [(2, 0)])])

    def tell_pages(pdf: pikepdf.Pdf) -> None:
        for kid in pdf.Root.StructTreeRoot.K.K:
            kid.Pg = kid.K[0].Pg

    document = read(Source("a.pdf", changed(tagged(pages, tree), tell_pages), standard=True))
    pages_told = {mark.text: mark.place.page for mark in document.structure.marks if mark.kind == "against pdf/ua"}
    assert pages_told["7.4 headings"] == 2


def test_the_findings_of_a_file_come_in_the_order_of_the_clauses_and_each_once() -> None:
    marks = "".join(f"mark: against pdf/ua | {topic}\n" for topic in ("7.21.4 fonts", "7.3 pictures", "5 identity") * 2)
    row = ask("pdf-standard", {"A.pdf": f"---\n{marks}mark: judged by pdf/ua | 104\n---\n# Cleaning\nClean it."})
    assert [finding.message.split(":")[0] for finding in row.findings] == [
        "Clause 7.3 of PDF/UA", "Clause 7.21.4 of PDF/UA", "Clause 5 of PDF/UA",
    ]  # fmt: skip


def test_every_topic_has_words_of_its_own() -> None:
    for topic in {*standard.TOPICS.values(), standard.LINES}:
        text = f"---\nmark: against pdf/ua | {topic}\nmark: judged by pdf/ua | 104\n---\n# Cleaning\nClean it."
        (finding,) = ask("pdf-standard", {"A.pdf": text}).findings
        assert topic.split()[0] in finding.message
        assert "newer than this program" not in finding.message


def test_lines_that_are_in_no_tag_are_told_apart_from_words() -> None:
    rule = "PDFUA1-CONTENT-TAGGING-001"
    drawn, text = (f"page 1 contains {what} that is neither /Artifact nor tagged" for what in ("path painting", "text"))
    assert [standard.topic_of(rule, message) for message in (drawn, text)] == ["7.1 lines", "7.1 content"]


def test_a_rule_that_is_new_to_us_is_told_all_the_same() -> None:
    assert standard.topic_of("PDFUA1-SOMETHING-NEW-001") == standard.OTHER
    text = "---\nmark: against pdf/ua | other\nmark: judged by pdf/ua | 120\n---\n# Cleaning\nClean it."
    (finding,) = ask("pdf-standard", {"A.pdf": text}).findings
    assert "newer than this program" in finding.message


def _font(**more: object) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.TrueType, **more))
    assert font.objgen == (3, 0)
    pdf.Root.Font = font
    return pdf


@pytest.mark.parametrize(
    ("rule", "message", "pdf", "alarm"),
    [
        ("FONT-UNICODE-MAPPING", "font object 3 0 has a malformed ToUnicode CMap", _font(), False),
        ("FONT-UNICODE-MAPPING", "font object 3 0 does not define a ToUnicode CMap", _font(), True),
        ("FONT-EMBEDDING", "font object 3 0", _font(FontDescriptor=Dictionary(FontFile=b"")), False),
        ("FONT-EMBEDDING", "font object 3 0", _font(FontDescriptor=Dictionary(Flags=4)), True),
        ("FONT-EMBEDDING", "page 1 uses a font", _font(FontDescriptor=Dictionary(FontFile=b"")), True),
        ("TRUETYPE-NONSYMBOLIC-ENCODING", "font object 3 0 is", _font(Encoding=Name.MacRomanEncoding), False),
        ("TRUETYPE-NONSYMBOLIC-ENCODING", "font object 3 0 is", _font(), True),
        ("TABLE-KIDS", "", _font(), True),
    ],
)
def test_what_another_judge_found_sound_is_no_fault(rule: str, message: str, pdf: pikepdf.Pdf, alarm: bool) -> None:
    assert standard.is_alarm(f"PDFUA1-{rule}-001", message, pdf) is alarm


class _PanicError(BaseException):
    """What a crash in Rust comes as: no Exception."""


@pytest.mark.parametrize("kind", [ValueError, _PanicError])
def test_a_file_that_cannot_be_judged_leaves_the_answer_open(
    kind: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    import page

    def refuse(data: bytes, profile: str) -> None:
        raise kind("too many objects")

    monkeypatch.setattr(page, "validate_pdf_bytes", refuse)
    assert list(standard.judged(b"", None)) == [("not judged by pdf/ua", 0, "too many objects")]


def test_the_command_line_judges_when_it_is_asked_to(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "Specification.pdf").write_bytes(tagged([PAGE], TREE))
    plain = json.loads(tenderlint("check", tmp_path, "--format", "json").out)
    asked = json.loads(tenderlint("check", tmp_path, "--pdfua", "--format", "json").out)
    outcomes = [next(row for row in each["checks"] if row["id"] == "pdf-standard") for each in (plain, asked)]
    assert [row["outcome"] for row in outcomes] == ["inapplicable", "failed"]
    assert all(finding["message"].startswith("Clause ") for finding in outcomes[1]["findings"])


def test_the_other_program_is_not_loaded_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "Specification.pdf"
    path.write_bytes(tagged([PAGE], TREE))
    program = (
        "import sys; from tenderlint.cli import run; run(['check', sys.argv[1], '--jobs', '1', '--no-cache']);"
        "print('page' in sys.modules, 'tenderlint.readers.pdf.standard' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": python_path(), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout.splitlines()[-1] == "False False"


def test_without_the_package_the_user_is_told_what_to_install(
    tenderlint: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "Specification.pdf").write_bytes(tagged([PAGE], TREE))
    (tmp_path / "absent").mkdir()
    (tmp_path / "absent" / "page.py").write_text("raise ImportError", encoding="utf-8")
    places = os.pathsep.join((str(tmp_path / "absent"), python_path()))
    run = tenderlint("check", tmp_path / "Specification.pdf", "--pdfua", PYTHONPATH=places)
    assert run.code == 2
    assert "pip install 'tenderlint[pdfua]'" in run.err
    assert len(run.err.strip().splitlines()) == 1
