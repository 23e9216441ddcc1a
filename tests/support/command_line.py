"""Running `bcorm` in this process, with the standard error by itself whatever click's version."""

from __future__ import annotations

import contextlib
import inspect
import io
import sys

from click import testing

# Before 8.2, click mixes it into the output unless it is told otherwise, and has it nowhere else.
_APART = (
    {"mix_stderr": False}
    if "mix_stderr" in inspect.signature(testing.CliRunner.__init__).parameters
    else {}
)


class _Copied(io.BytesIO):
    """A stream, and its part of what a terminal shows."""

    def __init__(self, terminal):
        super().__init__()
        self._terminal = terminal

    def write(self, data):
        self._terminal.write(data)
        return super().write(data)


class CliRunner(testing.CliRunner):
    """Click's; its results have `stdout`, `stderr`, and both, as a terminal would, as `output`."""

    def __init__(self) -> None:
        super().__init__(**_APART)

    @contextlib.contextmanager
    def isolation(self, *args, **kwargs):
        """Take the streams of a command."""
        with super().isolation(*args, **kwargs) as clicks:
            streams = clicks
            if _APART:
                self._terminal = io.BytesIO()
                streams = [_Copied(self._terminal), _Copied(self._terminal)]
                # What stood in a buffer would come late, and of the standard error, never.
                sys.stdout, sys.stderr = (
                    type(old)(
                        stream, old.name, old.mode,
                        encoding=old.encoding, errors=old.errors, write_through=True,
                    )
                    for old, stream in zip((sys.stdout, sys.stderr), streams, strict=True)
                )  # fmt: skip
            yield streams

    def invoke(self, *args, **kwargs):
        """Run a command."""
        result = super().invoke(*args, **kwargs)
        if _APART:
            kind = type(result)
            both = self._terminal.getvalue().decode(errors="replace").replace("\r\n", "\n")
            result.__class__ = type(kind.__name__, (kind,), {"output": both})
        return result
