"""Takes the methods of data classes from a store, because compiling them anew at every start costs a sixth of a run.

`dataclasses` writes the text of each method and has Python compile it. A method is found in the store by its whole
text. Only the command line asks for this, so a program that imports tenderlint is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType
from typing import Any

from tenderlint.kept import Kept, place_of


class Store(Kept):
    """The methods that were compiled, by their text."""

    def run(self, text: str | CodeType, names: dict[str, Any], local: Mapping[str, object] | None = None) -> None:
        """Do what `exec` does; the text is compiled only where it is not in the store."""
        exec(self._compiled(text) if isinstance(text, str) else text, names, local)

    def _compiled(self, text: str) -> CodeType:
        code = self.find(text)
        if not isinstance(code, CodeType):
            code = compile(text, "<string>", "exec", dont_inherit=True)
            self.keep(text, code)
        return code


_STORES: list[Store] = []


def use() -> None:
    """Have this process take the methods of data classes from the store from now on."""
    import dataclasses

    if _STORES:
        return
    _STORES.append(Store(place_of("classes")))
    # The module calls the built-in function by its name, so a name of its own goes before it.
    vars(dataclasses)["exec"] = _STORES[0].run


def save() -> None:
    """Write what this run has added to the store, if it is in use."""
    for store in _STORES:
        store.save()
