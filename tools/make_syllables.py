"""Writes `tenderlint/data/syllables.txt` from a copy of the CMU Pronouncing Dictionary (`cmudict.dict`)."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from tenderlint.syllables import by_rule

OUT = Path(__file__).resolve().parent.parent / "tenderlint" / "data" / "syllables.txt"
NOTICE = """\
# Words whose syllables the rule of vowel groups gets wrong: each line is a count and its words.
# Derived from the CMU Pronouncing Dictionary by tools/make_syllables.py. Its notice:
#
# Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.
#
# Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
# following conditions are met:
# 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
#    disclaimer. The contents of this file are deemed to be source code.
# 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
#    following disclaimer in the documentation and/or other materials provided with the distribution.
#
# This work was supported in part by funding from the Defense Advanced Research Projects Agency, the Office of Naval
# Research and the National Science Foundation of the United States of America, and by member companies of the Carnegie
# Mellon Sphinx Speech Consortium. We acknowledge the contributions of many volunteers to the expansion and improvement
# of this dictionary.
#
# THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY ``AS IS'' AND ANY EXPRESSED OR IMPLIED WARRANTIES, INCLUDING,
# BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN
# NO EVENT SHALL CARNEGIE MELLON UNIVERSITY NOR ITS EMPLOYEES BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
# EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS
# OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
# SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""
WORD = re.compile(r"[a-z]+")


def counts(path: Path) -> dict[str, int]:
    """Count the syllables of each word's first pronunciation: the sounds that carry a stress mark."""
    found: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.partition("#")[0].split() or [""]
        if WORD.fullmatch(word):
            found.setdefault(word, sum(sound[-1].isdigit() for sound in sounds))
    return found


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_syllables.py CMUDICT")
    wrong: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts(Path(sys.argv[1])).items():
        if by_rule(word) != count and count:
            wrong[count].append(word)
    lines = [f"{count} {' '.join(sorted(words))}" for count, words in sorted(wrong.items())]
    OUT.write_text(NOTICE + "\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
