"""A process that syncs a store until it is killed, or interrupted.

Run as a script. Each line on its input is one job, a JSON object; the process forks a child for
it, which has nothing left to import, and so can be killed at any moment of its work and of nothing
else. On its output are the child's number, "go" when the work begins, and how the child ended.
A commit that is interrupted may be told to go on by itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nightly import Sync

import bcorm
import bcorm.http.transport  # else the first client imports it, in the child
from bcorm.exceptions import CommitError
from bcorm.http import OAuthCredentials, RetryPolicy


def say(*words):
    print(*words, flush=True)  # noqa: T201 - to the process that gave the job


def client(url, *, timeout=0.25):
    retry = RetryPolicy(base=0.001, cap=0.01, jitter=random.Random(1).random)
    return bcorm.Client(
        OAuthCredentials("reliable", "not-a-secret"), api_url=url, retry=retry, timeout=timeout
    )


INTERRUPTED = 130


def commit(url, journal, sync, *, resume=False):
    session = client(url).session(journal=journal)
    changes = Sync(**sync)
    changes.apply(session)
    say("go")
    try:
        session.commit()
    except KeyboardInterrupt:
        if not resume:
            raise
        with contextlib.suppress(CommitError):
            session.commit()
        raise


def recover(url, journal):
    session = client(url).session()
    say("go")
    bcorm.recover(journal, session)


def main():
    for line in sys.stdin:
        job = json.loads(line)
        # The child is interrupted in its work only, not on the way there.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        child = os.fork()
        if child == 0:
            status = 0
            try:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
                {"commit": commit, "recover": recover}[job.pop("do")](**job)
            except CommitError:
                pass  # what was refused is looked at by those who gave the job
            except KeyboardInterrupt:
                status = INTERRUPTED
            finally:
                # Without the tidying of an ordinary end, which would close the journal.
                os._exit(status)
        say("child", child)
        say("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
