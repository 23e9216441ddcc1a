"""The session keeps one object per row, finds what differs, and sends the least.

What recovers, tells and undoes earlier commits is in `recover`, `history` and `undo`, which no
reading needs.
"""

from bcorm.model.report import CommitReport, Failure, PlannedRequest, RequestPlan
from bcorm.session.client import Client, connect
from bcorm.session.session import Session

__all__ = [
    "Client",
    "CommitReport",
    "Failure",
    "PlannedRequest",
    "RequestPlan",
    "Session",
    "connect",
]
