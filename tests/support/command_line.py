"""Running `bcorm` in this process, with the standard error by itself whatever click's version."""

from __future__ import annotations

import contextlib
import inspect
import sys

from click import testing

# Before 8.2, click mixes it into the output unless it is told otherwise, and has it nowhere else.
_APART = (
    {"mix_stderr": False}
    if "mix_stderr" in inspect.signature(testing.CliRunner.__init__).parameters
    else {}
)


class CliRunner(testing.CliRunner):
    """Click's, whose results have `stdout`, `stderr`, and both as `output`."""

    def __init__(self) -> None:
        super().__init__(**_APART)

    @contextlib.contextmanager
    def isolation(self, *args, **kwargs):
        """Take the streams of a command."""
        with super().isolation(*args, **kwargs) as streams:
            # Until 8.2, what was not flushed was lost. The interpreter's own has no buffer either.
            sys.stderr.reconfigure(write_through=True)
            yield streams

    def invoke(self, *args, **kwargs):
        """Run a command."""
        result = super().invoke(*args, **kwargs)
        if _APART:
            kind = type(result)
            both = property(lambda self: self.stdout + self.stderr)
            result.__class__ = type(kind.__name__, (kind,), {"output": both})
        return result
