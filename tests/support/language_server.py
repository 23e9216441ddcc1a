"""What an editor is offered: pyright's language server, asked as an editor asks it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from typing_extensions import Self

MARK = "¦"
"""Where the cursor is in a piece of code."""


class LanguageServer:
    """One server over one folder, for the length of a block."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._number = 0
        self._files = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            cwd=self.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        folder = {"uri": self.root.as_uri(), "name": "code"}
        asked = {"snippetSupport": False, "documentationFormat": ["markdown"]}
        self.ask(
            "initialize",
            processId=None,
            rootUri=self.root.as_uri(),
            workspaceFolders=[folder],
            capabilities={"textDocument": {"completion": {"completionItem": asked}, "hover": {}}},
        )
        self._send("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _send(self, method: str, parameters: Any, **more: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": parameters, **more}
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        out = self._process.stdout
        assert out is not None
        length = 0
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has gone"
        message: dict[str, Any] = json.loads(out.read(length))
        return message

    def ask(self, method: str, **parameters: Any) -> Any:
        """Return the answer to a request; what the server asks meanwhile gets no settings."""
        self._number += 1
        self._send(method, parameters, id=self._number)
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                settings = [None for _ in message["params"].get("items", ())]
                reply = {"jsonrpc": "2.0", "id": message["id"], "result": settings or None}
                body = json.dumps(reply).encode()
                assert self._process.stdin is not None
                self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
                self._process.stdin.flush()
            elif message.get("id") == self._number:
                assert "error" not in message, message
                return message["result"]

    def _at(self, code: str) -> dict[str, Any]:
        before, _, after = code.partition(MARK)
        self._files += 1
        path = self.root / f"typed_{self._files}.py"
        path.write_text(before + after)
        document = {"uri": path.as_uri(), "languageId": "python", "version": 1}
        self._send("textDocument/didOpen", {"textDocument": {**document, "text": before + after}})
        lines = before.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": path.as_uri()}, "position": place}

    def offered(self, code: str) -> list[str]:
        """Return what is offered at the mark, in the order in which an editor shows it.

        As editors do, those that do not begin with what was typed are left out.
        """
        found = self.ask("textDocument/completion", **self._at(code))
        items = found["items"] if isinstance(found, dict) else found or []
        items.sort(key=lambda item: item.get("sortText") or item["label"])
        typed = code.partition(MARK)[0]
        word = typed[len(typed.rstrip("abcdefghijklmnopqrstuvwxyz_-")) :]
        labels = [item["label"].strip("\"'") for item in items]
        return [label for label in labels if label.startswith(word)]

    def shown(self, code: str) -> str:
        """Return what is shown of what stands before the mark."""
        place = self._at(code)
        place["position"]["character"] -= 1
        found = self.ask("textDocument/hover", **place)
        return "" if found is None else str(found["contents"]["value"])
