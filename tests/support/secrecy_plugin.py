"""Watches every test for secrets that show: in logs, output, warnings, errors, reprs and pickles.

A pytest plugin that `conftest` loads. It learns a secret when one is made (`bcorm.http.Secret`),
so that no suite needs to take part. A test in which a secret shows fails, whatever else it proves;
the figures say what was looked through. Fixtures use `TOKEN`, which nothing else looks like.
"""

from __future__ import annotations

import logging
import pickle
import re
import traceback
import weakref
from collections import Counter
from functools import wraps

import pytest
from hypothesis import currently_in_test_context

TOKEN = "bcorm-fixture-token-7f3a9c51e8"
# Loggers that are listened to at DEBUG, whatever level a test has asked for: ours, and what
# urllib3 says of what we send.
OURS = ("bcorm.http", "bcorm.webhooks", "bigcommerce.connection")
THEIRS = ("urllib3.connectionpool", "urllib3.util.retry")
# Below DEBUG, so that it can be told from a level that a test has set.
_LISTENING = logging.DEBUG - 1
# Shorter or plainer texts may stand anywhere without being the secret.
_DISTINCTIVE = re.compile(r"[A-Za-z0-9_+/=.-]{12,}\Z")
_MOST_LOCALS = 2_000
# Of so many errors in one test each is looked through; property tests raise thousands alike.
_MOST_ERRORS = 40


class Watch:
    """What was seen in the running test, and how much was looked through in all."""

    def __init__(self):
        self.secrets = set()
        self.names = set()
        self.drawn = set()
        self.hits = []
        self.counts = Counter()
        # Each client that is alive, and how much it had been used when it was looked through.
        self.clients = weakref.WeakKeyDictionary()
        self.errors_here = 0
        self._pattern = None

    def learn(self, text):
        if not isinstance(text, str) or text in self.secrets or text in self.names:
            return
        if _DISTINCTIVE.match(text) and len(set(text)) > 6:
            self.secrets.add(text)
            if currently_in_test_context():
                self.drawn.add(text)
            self._compile()

    def forget(self, text):
        """Take a text for a name: a client id is not shown, but every claim names it."""
        self.names.add(text)
        self.secrets.discard(text)
        self._compile()

    def forget_drawn(self):
        """Let the secrets of a property test go: they may be words of the source code."""
        if self.drawn:
            self.secrets -= self.drawn
            self.drawn.clear()
            self._compile()

    def _compile(self):
        self._pattern = re.compile("|".join(map(re.escape, self.secrets)) or r"(?!)")

    def look(self, where, text):
        """Look through a text; the message does not repeat the secret."""
        self.counts[where] += 1
        if self._pattern is not None and self._pattern.search(text):
            self.hits.append(f"{where}: {self._pattern.sub('[SECRET]', text)[:300]}")

    def error(self, error):
        """Look through all that a log or an error tracker can make of an exception."""
        self.errors_here += 1
        if self.errors_here > _MOST_ERRORS:
            return
        seen = set()
        waiting = [error]
        while waiting:
            current = waiting.pop()
            if current is None or id(current) in seen:
                continue
            seen.add(id(current))
            waiting += [current.__cause__, current.__context__]
            if type(current).__module__.partition(".")[0] == "bcorm":
                self.look("errors", f"{current} {current!r} {current.args} {vars(current)!r}")
                self._pickle(current)
            self._frames(current.__traceback__)

    def _frames(self, trace):
        """Look through the variables of our own frames, as `capture_locals` shows them."""
        for frame, _ in traceback.walk_tb(trace):
            module = frame.f_globals.get("__name__", "")
            if module.startswith("bcorm.") and not module.startswith("bcorm.emulator"):
                shown = [f"{name} = {_repr(value)}" for name, value in frame.f_locals.items()]
                self.look("frames", "\n".join(shown))

    def _pickle(self, thing):
        try:
            data = pickle.dumps(thing)
        except Exception:  # noqa: BLE001 - what cannot be pickled shows nothing
            return
        self.look("pickles", data.decode("latin-1"))

    def reprs(self):
        """Look through the clients that the test has made or used, and not yet let go."""
        for client, before in list(self.clients.items()):
            used = _used(client)
            if used == before:
                continue
            self.clients[client] = used
            self.look("reprs", f"{client!r} {client} {client.stats!r}")
            self.look("reprs", _repr(vars(client)))
            self._pickle(client)


def _used(client):
    """How much a client was used so far: one that nobody uses stays as it is."""
    return client.stats.requests, client.stats.cache_hits


watch = Watch()


def _repr(value):
    # A query's repr asks the store, which may be gone by now.
    if hasattr(value, "_open") or hasattr(value, "_pages"):
        return ""
    try:
        return repr(value)[:_MOST_LOCALS]
    except Exception:  # noqa: BLE001 - anybody's repr
        return ""


def _heard(record):
    """Look through a record; let it pass if the test has asked for its level."""
    try:
        text = f"{record.getMessage()} {record.args!r}"
    except Exception:  # noqa: BLE001 - a record that cannot be shown shows nothing
        return True
    if record.exc_info and record.exc_info[1] is not None:
        watch.error(record.exc_info[1])
    watch.look("log records", text)
    if logging.getLogger(record.name).level != _LISTENING:
        return True
    parent = logging.getLogger(record.name.partition(".")[0])
    return record.levelno >= parent.getEffectiveLevel()


def _listen_to(logger):
    """Hear what a logger would say at DEBUG, without making it say it."""
    say = logger.debug

    def debug(message, *args, **options):
        watch.look("log records", str(message % args if args else message))
        say(message, *args, **options)

    logger.debug = debug


def _watch_secrets():
    from bcorm.http.client import ApiClient
    from bcorm.http.credentials import OAuthCredentials, Secret, SecretText

    make_secret, make_client = Secret.__init__, ApiClient.__init__
    make_credentials = OAuthCredentials.__init__

    @wraps(make_secret)
    def learn(self, text):
        make_secret(self, text)
        watch.learn(self.reveal())

    @wraps(make_client)
    def note(self, *args, **options):
        make_client(self, *args, **options)
        watch.clients[self] = None

    @wraps(make_credentials)
    def name(self, *args, **options):
        make_credentials(self, *args, **options)
        if self.client_id is not None and self.client_id != self.access_token:
            watch.forget(self.client_id.reveal())

    def text(cls, value):
        made = str.__new__(cls, value)
        watch.learn(str(value))
        return made

    # Passwords, header fields and cards are of these types from the argument to the socket.
    SecretText.__new__ = text
    Secret.__init__, ApiClient.__init__, OAuthCredentials.__init__ = learn, note, name


def _watch_errors():
    """See every exception and every warning that a test expects."""
    from _pytest.raises import RaisesExc
    from _pytest.recwarn import WarningsRecorder

    leave, close = RaisesExc.__exit__, WarningsRecorder.__exit__

    def look(self, kind, error, trace):
        if error is not None:
            watch.error(error)
        return leave(self, kind, error, trace)

    def hear(self, *told):
        for one in self.list:
            watch.look("warnings", str(one.message))
        return close(self, *told)

    RaisesExc.__exit__, WarningsRecorder.__exit__ = look, hear


def pytest_configure(config):
    """Start to watch, before the first test module is imported."""
    _watch_secrets()
    _watch_errors()
    for name in OURS:
        logging.getLogger(name).setLevel(_LISTENING)
        logging.getLogger(name).addFilter(_heard)
    for name in THEIRS:
        _listen_to(logging.getLogger(name))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Fail the test in which a secret has shown."""
    outcome = yield
    if call.when != "teardown":
        if call.when == "call":
            watch.reprs()
        return
    report = outcome.get_result()
    for name, text in report.sections:
        watch.look("outputs", f"{name} {text}")
    watch.counts["tests"] += 1
    hits, watch.hits, watch.errors_here = watch.hits, [], 0
    watch.forget_drawn()
    if hits:
        report.outcome = "failed"
        report.longrepr = "A SECRET SHOWS in " + "\n".join(hits[:5])


def pytest_warning_recorded(warning_message):
    """Look through the warnings that reach the end of a test."""
    watch.look("warnings", str(warning_message.message))


def pytest_sessionfinish(session):
    """Hand the counts of an xdist worker to the process that prints them."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["secrecy"] = dict(watch.counts)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take the counts of an xdist worker."""
    watch.counts.update(getattr(node, "workeroutput", {}).get("secrecy", {}))


def pytest_terminal_summary(terminalreporter):
    """Say what was looked through."""
    counts = watch.counts
    names = ("log records", "outputs", "warnings", "errors", "frames", "reprs", "pickles")
    told = ", ".join(f"{counts[name]} {name}" for name in names)
    terminalreporter.write_line(f"secrecy: {counts['tests']} tests, {told} looked through")
