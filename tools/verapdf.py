"""Asks veraPDF and page-validation about the same PDF files: python -m tools.verapdf FOLDER [JARS].

Prints for each subject of PDF/UA-1 how many files both fail, and how many only one of the two; behind it, how many of
the second's findings our adapter leaves out. By this a rule is muted or left alone: see docs/decisions.

veraPDF comes from Maven (GPL or MPL, used here by itself and never shipped) and needs Java. JARS is the folder that
keeps it, out/verapdf when none is given.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

VERSION = "1.28.2"
TESTS = {
    "5 identity": "5-1 5-2 5-3 5-4 5-5",
    "6.1 beginning": "6.1-1",
    "6.2 tagged": "6.2-1",
    "7.1 title": "7.1-8 7.1-9 7.1-10",
    "7.1 suspects": "7.1-4",
    "7.1 roles": "7.1-5 7.1-6 7.1-7",
    "7.1 tree": "7.1-11 7.1-12",
    "7.1 content": "7.1-1 7.1-2 7.1-3",
    "7.2 language": "7.2-2 7.2-21 7.2-22 7.2-23 7.2-24 7.2-25 7.2-29 7.2-30 7.2-31 7.2-32 7.2-33 7.2-34",
    "7.2 tables": "7.2-3 7.2-4 7.2-5 7.2-6 7.2-7 7.2-8 7.2-9 7.2-10 7.2-11 7.2-12 7.2-13 7.2-14 7.2-16 7.2-36 7.2-37 "
                  "7.2-38 7.2-39",
    "7.2 grid": "7.2-15 7.2-41 7.2-42 7.2-43",
    "7.2 lists": "7.2-17 7.2-18 7.2-19 7.2-20 7.2-40",
    "7.2 contents": "7.2-26 7.2-27 7.2-28",
    "7.3 pictures": "7.3-1",
    "7.4 headings": "7.4.2-1 7.4.4-1 7.4.4-2 7.4.4-3",
    "7.5 headers": "7.5-1 7.5-2",
    "7.7 formulas": "7.7-1",
    "7.9 notes": "7.9-1 7.9-2",
    "7.10 layers": "7.10-1 7.10-2",
    "7.11 attachments": "7.11-1",
    "7.15 xfa": "7.15-1",
    "7.16 permissions": "7.16-1",
    "7.18.1 annotations": "7.18.1-1 7.18.1-2",
    "7.18.1 names": "7.18.1-3",
    "7.18.2 printing": "7.18.2-1",
    "7.18.3 order": "7.18.3-1",
    "7.18.4 fields": "7.18.4-1 7.18.4-2",
    "7.18.5 links": "7.18.5-1 7.18.5-2",
    "7.18.6 media": "7.18.6.2-1 7.18.6.2-2",
    "7.18.8 printing": "7.18.8-1",
    "7.20 parts": "7.20-1 7.20-2",
    "7.21.3 signs": "7.21.3.1-1 7.21.3.2-1 7.21.3.3-1 7.21.3.3-2 7.21.3.3-3",
    "7.21.4 fonts": "7.21.4.1-1 7.21.4.1-2 7.21.4.2-1 7.21.4.2-2",
    "7.21.5 widths": "7.21.5-1",
    "7.21.6 encodings": "7.21.6-1 7.21.6-2 7.21.6-3 7.21.6-4",
    "7.21.7 letters": "7.21.7-1 7.21.7-2",
    "7.21.8 blanks": "7.21.8-1",
}  # fmt: skip
"""veraPDF's tests, as clause and number, by the subject that our adapter tells them under."""
_SUBJECT = {test: subject for subject, tests in TESTS.items() for test in tests.split()}
_LINK, _ANNOTATION = "7.18.5-2", "7.18.1-2"  # veraPDF tells of a link without words under both
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tenderlint</groupId><artifactId>judge</artifactId><version>1</version><dependencies><dependency>
<groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>{version}</version>
</dependency></dependencies></project>"""
_AT_ONCE = 200  # files that one run of Java judges
_MOST_BYTES = 20 * 1024**2


def fetch(jars: Path) -> bool:
    """Have Maven put veraPDF into a folder, unless it is there; say whether it is."""
    if any(jars.glob("greenfield-apps-*.jar")):
        return True
    if shutil.which("mvn") is None:
        return False
    jars.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        pom = Path(scratch, "pom.xml")
        pom.write_text(_POM.format(version=VERSION), encoding="utf-8")
        command = ["mvn", "-q", "-B", "-f", pom, "dependency:copy-dependencies", f"-DoutputDirectory={jars.resolve()}"]
        subprocess.run(command, check=False, timeout=600)
    return any(jars.glob("greenfield-apps-*.jar"))


def ask_verapdf(files: Sequence[Path], jars: Path) -> dict[Path, set[str] | None]:
    """Return the subjects that each file breaks by veraPDF, None for a file that it cannot judge."""
    found: dict[Path, set[str] | None] = {}
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        command = [
            "java", "-Xmx3g", "-cp", f"{jars}/*", "org.verapdf.apps.GreenfieldCliWrapper",
            "--format", "json", "-f", "ua1", "--maxfailuresdisplayed", "1", *map(str, some),
        ]  # fmt: skip
        run = subprocess.run(command, capture_output=True, check=False, timeout=3600)
        for job in json.loads(run.stdout)["report"]["jobs"]:
            found[Path(job["itemDetails"]["name"])] = subjects_of(job)
    return found


def subjects_of(job: dict[str, Any]) -> set[str] | None:
    """Return the subjects of the tests that failed in one answer of veraPDF, None where it gives none."""
    results = job.get("validationResult")
    if not results:
        return None
    failed = {
        f"{rule['clause']}-{rule['testNumber']}"
        for rule in results[0]["details"]["ruleSummaries"]
        if rule["status"] == "failed"
    }
    if _LINK in failed:
        failed.discard(_ANNOTATION)
    return {_SUBJECT.get(test, f"new: {test}") for test in failed}


def ask_page(file: Path) -> tuple[set[str], set[str]] | None:
    """Return the subjects that a file breaks by page-validation, and those of them that our adapter leaves in."""
    import page
    import pikepdf

    from tenderlint.readers.pdf import standard

    data = file.read_bytes()
    try:
        failures = page.validate_pdf_bytes(data, profile="ua1").failures
        pdf = pikepdf.open(io.BytesIO(data))
    except (page.PageError, pikepdf.PdfError, pikepdf.PasswordError, ValueError):
        return None
    raw = {standard.topic_of(failure.rule_id) for failure in failures}
    kept = [each for each in failures if standard.is_alarm(each.rule_id, each.message, pdf)]
    return raw, {standard.topic_of(each.rule_id) for each in kept}


def compare(files: Iterable[tuple[set[str], set[str], set[str]]]) -> list[str]:
    """Return the table; each file is given as what page-validation said, what was left in, and what veraPDF said."""
    both, ours, theirs, muted = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for raw, kept, judged in files:
        both.update(kept & judged)
        ours.update(kept - judged)
        theirs.update(judged - kept)
        muted.update(raw - kept)
    rows = [f"{'subject':22} {'both':>6} {'only page':>10} {'only veraPDF':>13} {'left out':>9}"]
    for subject in [*TESTS, *sorted((set(ours) | set(theirs)) - set(TESTS))]:
        counts = (both[subject], ours[subject], theirs[subject], muted[subject])
        if any(counts):
            rows.append("{:22} {:6} {:10} {:13} {:9}".format(subject, *counts))
    return rows


def main(arguments: Sequence[str]) -> int:
    """Print the table for all PDF files below a folder."""
    folder = Path(arguments[0]) if arguments else Path()
    jars = Path(arguments[1] if len(arguments) > 1 else "out/verapdf")
    files = sorted(path for path in folder.rglob("*.pdf") if path.stat().st_size < _MOST_BYTES) if arguments else []
    if not files:
        print("There are no PDF files to compare: give the folder that holds them.")
        return 0
    if shutil.which("java") is None or not fetch(jars):
        print("veraPDF cannot be had: Java and Maven are needed.")
        return 1
    judged = ask_verapdf(files, jars)
    both = ((ask_page(file), judged.get(file)) for file in files)
    answers = [(*ours, theirs) for ours, theirs in both if ours is not None and theirs is not None]
    print(f"{len(answers)} of {len(files)} files were judged by both")
    print("\n".join(compare(answers)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
