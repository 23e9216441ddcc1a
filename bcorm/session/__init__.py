"""The session keeps one object per row, finds what differs, and sends the least."""

from bcorm.model.report import CommitReport, Failure, PlannedRequest, RequestPlan
from bcorm.session.client import Client, connect
from bcorm.session.history import Commit, history
from bcorm.session.recover import recover
from bcorm.session.restoring import Refused
from bcorm.session.session import Session
from bcorm.session.undo import Undo, undo

__all__ = [
    "Client",
    "Commit",
    "CommitReport",
    "Failure",
    "PlannedRequest",
    "Refused",
    "RequestPlan",
    "Session",
    "Undo",
    "connect",
    "history",
    "recover",
    "undo",
]
