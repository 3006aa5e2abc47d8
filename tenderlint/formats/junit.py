"""Writes the report as JUnit XML, which build servers show as tests: a test a check."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tenderlint.formats import flat
from tenderlint.formats.words import clean, sentence
from tenderlint.outcomes import Outcome
from tenderlint.readiness import stands
from tenderlint.report import CheckRow, Report

_READING = "documents-could-be-read"


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return one XML document; it is the same for every audience.

    A failed check is a failure, whose type is its severity. A check that crashed and a file that was not read are
    errors. What no check could tell, what does not apply and what is set aside whole are skipped, with the reason.
    """
    told = flat.problems(report)
    cases = [_case(row, told) for row in report.checks]
    cases += [_unread(gap, number) for number, gap in enumerate(flat.gaps(report), 1) if not gap.check]
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
    }
    name = {"name": clean(f"tenderlint: {report.name}")}
    numbers = {key: str(number) for key, number in counts.items()}
    root = ET.Element("testsuites", {**name, "time": "0", **numbers})
    skipped = str(sum(case.find("skipped") is not None for case in cases))
    attributes = {"skipped": skipped, "time": "0", "timestamp": f"{report.day}T00:00:00", "hostname": "localhost"}
    suite = ET.SubElement(root, "testsuite", {**name, **numbers, **attributes})
    properties = ET.SubElement(suite, "properties")
    for key, value in (("version", report.version), ("regime", report.regime.id), ("pack", report.path)):
        ET.SubElement(properties, "property", {"name": key, "value": clean(value)})
    suite.extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(row: CheckRow, told: tuple[flat.Problem, ...]) -> ET.Element:
    case = ET.Element("testcase", {"classname": f"tenderlint.{row.area}", "name": row.id, "time": "0"})
    own = [problem for problem in told if problem.check is row]
    if row.outcome is Outcome.FAILED and stands(row):
        standing = [problem for problem in own if problem.waived is None]
        first = sentence(clean(standing[0].finding.message))
        more = f" And {len(standing) - 1} more." if len(standing) > 1 else ""
        failure = ET.SubElement(case, "failure", {"type": row.severity.value, "message": f"{first}{more}"})
        failure.text = _body(row, own)
    elif row.outcome is Outcome.FAILED:
        ET.SubElement(case, "skipped").text = "Set aside.\n" + "\n".join(map(_line, own))
    elif row.outcome is Outcome.ERROR:
        error = ET.SubElement(case, "error", {"type": "crash", "message": sentence(clean(row.reason))})
        error.text = sentence(clean(row.reason))
    elif row.outcome is Outcome.CANNOT_TELL:
        ET.SubElement(case, "skipped").text = f"Cannot tell, a person must look: {sentence(clean(row.reason))}"
    elif row.outcome is Outcome.INAPPLICABLE:
        ET.SubElement(case, "skipped").text = f"Does not apply: {sentence(clean(row.reason))}"
    return case


def _body(row: CheckRow, own: list[flat.Problem]) -> str:
    lines = [clean(row.title), *map(_line, own)]
    if row.fix:
        lines.append(f"To put it right: {sentence(clean(row.fix))}")
    return "\n".join(lines)


def _line(problem: flat.Problem) -> str:
    return f"{clean(problem.file)}: {flat.message(problem)} {flat.aside(problem)}".rstrip()


def _unread(gap: flat.Gap, number: int) -> ET.Element:
    case = ET.Element("testcase", {"classname": "tenderlint.coverage", "name": f"{_READING}-{number}", "time": "0"})
    ET.SubElement(case, "error", {"type": "unread", "message": gap.text}).text = gap.text
    return case
