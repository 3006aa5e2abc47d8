"""The mistakes that a user can put right, each told in one line."""


class TenderlintError(Exception):
    """Something the user must put right: what is wrong, where, and what to do."""

    def __init__(self, message: str, path: str | None = None, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.advice = advice

    def __str__(self) -> str:
        start = f"{self.path}: " if self.path else ""
        words = f"{self.message.removesuffix('.')}. {self.advice}" if self.advice else self.message
        return f"{start}{words}"


class UsageError(TenderlintError):
    """The command was asked for something that it cannot do."""


class SettingsError(TenderlintError):
    """A settings file, or an option, holds something that is not a setting."""


class CardError(TenderlintError):
    """A card of a check, the checklist or the law file is not well formed."""


class UnreadableError(TenderlintError):
    """A document cannot be read: the reader turns every library's error into this one."""
