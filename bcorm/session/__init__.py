"""The session keeps one object per row, finds what differs, and sends the least."""

from bcorm.model.report import CommitReport, Failure, PlannedRequest, RequestPlan
from bcorm.session.client import Client, connect
from bcorm.session.recover import recover
from bcorm.session.session import Session

__all__ = [
    "Client",
    "CommitReport",
    "Failure",
    "PlannedRequest",
    "RequestPlan",
    "Session",
    "connect",
    "recover",
]
