"""The pages of bulk runs: parameters, plan, progress, report, and the list of a user's runs."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bcorm.contrib.django import bulk, runner, submissions
from bcorm.contrib.django.models import BulkChange, BulkRun

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from bcorm.session import RequestPlan

# Rows and requests of a plan that are spelled out on the page; the rest is a number.
_LISTED = 100
_RUNS = 50
# Seconds without a sign of life after which a run is taken for dead.
_SILENCE = 120


def urls(modeladmin: Any) -> list[URLPattern]:
    """Return the addresses of an admin's runs."""
    meta = modeladmin.model._meta
    wrap = modeladmin.admin_site.admin_view
    pages = {"bulk": ("", _page), "bulk_progress": ("progress/", _progress)}
    return [
        path(
            f"bulk/<uuid:key>/{suffix}",
            wrap(partial(_bound, view, modeladmin)),
            name=f"{meta.app_label}_{meta.model_name}_{name}",
        )
        for name, (suffix, view) in pages.items()
    ] + [
        path(
            "bulk/",
            wrap(partial(_list, modeladmin)),
            name=f"{meta.app_label}_{meta.model_name}_bulk_list",
        )
    ]


def running(modeladmin: Any, request: HttpRequest) -> list[tuple[str, str]]:
    """Return title and address of the runs of a user that are under way at this store."""
    runs = _own(modeladmin, request).filter(state=BulkRun.State.RUNNING)
    return [
        (action.title(modeladmin.model), bulk.address(modeladmin, run))
        for run in runs[:5]
        if (action := bulk.action_of(modeladmin, run)) is not None
    ]


def changes_of(modeladmin: Any, key: str) -> list[tuple[BulkRun, str, str]]:
    """Return what bulk runs have changed on a row of this store, and below it, the last first.

    A run is one entry, with its address, and what it has changed in words.
    """
    resource = modeladmin.model.resource_class.__name__
    own = Q(resource=resource, key=str(key))
    below = Q(selected=str(key), run__model=modeladmin.model._meta.label)
    found = BulkChange.objects.filter(own | below, run__store=submissions.current_store())
    runs: dict[Any, list[BulkChange]] = {}
    for change in found.select_related("run", "run__user").order_by("-pk"):
        if change.run not in runs and len(runs) == _RUNS:
            break
        runs.setdefault(change.run, []).append(change)
    return [
        (run, bulk.address(_admin_of(modeladmin, run), run), _words(resource, changes))
        for run, changes in runs.items()
    ]


def _admin_of(modeladmin: Any, run: BulkRun) -> Any:
    """Return the admin of the rows that were selected: a product's, where variants were changed."""
    registry = modeladmin.admin_site._registry
    return next(
        (found for model, found in registry.items() if model._meta.label == run.model), modeladmin
    )


def _words(resource: str, changes: list[BulkChange]) -> str:
    """Say what a run has changed on a row, and on how many rows below it."""
    said = [
        f"{name.replace('_', ' ')}: {change.old[name]} \N{RIGHTWARDS ARROW} {new}"
        for change in changes
        for name, new in change.new.items()
        if change.resource == resource
    ]
    below = sum(change.resource != resource for change in changes)
    if below:
        said.append(ngettext("%d row below it", "%d rows below it", below) % below)
    return ", ".join(said)


def _own(modeladmin: Any, request: HttpRequest) -> Any:
    runs = BulkRun.objects.filter(
        store=submissions.current_store(), model=modeladmin.model._meta.label
    )
    runs = runs.exclude(state=BulkRun.State.PLANNED).order_by("-created_at")
    return runs if request.user.is_superuser else runs.filter(user=request.user)


def _list(modeladmin: Any, request: HttpRequest) -> HttpResponse:
    """Show what was run lately, with the way back to each run."""
    if not modeladmin.has_view_permission(request):
        raise PermissionDenied
    runs = [
        (run, action.title(modeladmin.model), bulk.address(modeladmin, run))
        for run in _own(modeladmin, request)[:_RUNS]
        if (action := bulk.action_of(modeladmin, run)) is not None
    ]
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Bulk runs"),
        "opts": modeladmin.model._meta,
        "runs": runs,
        "media": modeladmin.media,
    }
    request.current_app = modeladmin.admin_site.name
    return TemplateResponse(request, "admin/bcorm/bulk_list.html", context)


def _bound(view: Any, modeladmin: Any, request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with a page of a run; its forms belong to its store. A run's state starts it once."""
    submissions.check_form(request)
    response: HttpResponse = view(modeladmin, request, key)
    return response


def _run(modeladmin: Any, request: HttpRequest, key: UUID) -> tuple[BulkRun, bulk.BulkAction]:
    """Return the run of an address, if the user may see it."""
    run = BulkRun.objects.filter(pk=key, model=modeladmin.model._meta.label).first()
    action = bulk.action_of(modeladmin, run) if run else None
    if run is None or action is None:
        raise Http404
    submissions.check_store(run.store)
    needed = (f"has_{name}_permission" for name in action.allowed_permissions)
    allowed = any(getattr(modeladmin, name)(request) for name in needed)
    own = run.user_id == request.user.pk or request.user.is_superuser
    if not (allowed and own):
        raise PermissionDenied
    return run, action


def _page(modeladmin: Any, request: HttpRequest, key: UUID) -> HttpResponse:
    run, action = _run(modeladmin, request, key)
    if run.state == BulkRun.State.PLANNED:
        return _planned(modeladmin, request, run, action)
    if "cancel" in request.POST:
        BulkRun.objects.filter(pk=run.pk).update(cancelling=True)
        return HttpResponseRedirect(bulk.address(modeladmin, run))
    if "undo" in request.POST and run.state != BulkRun.State.RUNNING:
        return HttpResponseRedirect(bulk.address(modeladmin, bulk.undo(run, request.user)))
    return _shown((modeladmin, request, run, action), "bulk_run.html", progress(run))


def _planned(
    modeladmin: Any, request: HttpRequest, run: BulkRun, action: bulk.BulkAction
) -> HttpResponse:
    """Ask for the parameters; with them, show the plan; when that is confirmed, run it."""
    asks = bool(action.parameters.base_fields)
    form = action.parameters(request.POST or (None if asks else {}))
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "most": bulk.LARGEST_RUN}
        return _shown((modeladmin, request, run, action), "bulk_parameters.html", context)
    staged, plan, note = _plan(modeladmin, run, action, form.cleaned_data)
    said = request.POST.get("fingerprint")
    if "run" in request.POST and said == bulk.fingerprint(run, plan):
        runner.start(run, modeladmin, action, form, request)
        return HttpResponseRedirect(bulk.address(modeladmin, run))
    changes = list(staged.changes.values())
    context = {
        "form": form,
        "asks": asks,
        "plan": plan,
        "requests": list(plan)[:_LISTED],
        "more": max(0, len(plan) - _LISTED),
        "lines": [line for change in changes[:_LISTED] for line in _lines(action, change)],
        "more_changes": max(0, len(changes) - _LISTED),
        "note": note,
        "changed": sum(len(item.objects) for item in plan),
        "fingerprint": bulk.fingerprint(run, plan),
        "moved": "run" in request.POST,
    }
    return _shown((modeladmin, request, run, action), "bulk_plan.html", context)


def _lines(action: bulk.BulkAction, change: bulk.Change) -> list[tuple[str, str, str, str]]:
    """Return name, field, old and new value of each value that changes."""
    return [
        (
            change.name,
            name.replace("_", " ").removeprefix("is "),
            action.said(name, change.old[name]),
            action.said(name, new),
        )
        for name, new in change.new.items()
    ]


def _plan(
    modeladmin: Any, run: BulkRun, action: bulk.BulkAction, values: Any
) -> tuple[bulk.Staged, RequestPlan, str]:
    """Make the plan in the request's session, and take the changes back."""
    session = modeladmin.backend().session
    staged = bulk.stage(session, modeladmin.model, action, run.keys, values)
    plan: RequestPlan = session.plan()
    session.rollback()
    return staged, plan, action.note(staged.items, values)


def _progress(modeladmin: Any, request: HttpRequest, key: UUID) -> HttpResponse:
    run, _action = _run(modeladmin, request, key)
    return JsonResponse(progress(run))


def progress(run: BulkRun) -> dict[str, Any]:
    """Return how far a run is, as its page and its script want it."""
    silent = (timezone.now() - run.updated_at).total_seconds() > _SILENCE
    running = run.state == BulkRun.State.RUNNING
    return {
        "cancelled": run.state == BulkRun.State.CANCELLED,
        "cancelling": run.cancelling and running,
        "running": running and not silent,
        "stopped": run.state == BulkRun.State.FAILED or (running and silent),
        # Rows below the selected ones are changed, too.
        "total": max(run.total, run.finished),
        "finished": run.finished,
        "saved": run.saved,
        "failed": run.failed,
        "unknown": run.unknown,
        "unchanged": run.unchanged,
        "requests": run.requests,
    }


def _shown(
    page: tuple[Any, HttpRequest, BulkRun, bulk.BulkAction], template: str, extra: dict[str, Any]
) -> HttpResponse:
    """Render one of the pages."""
    modeladmin, request, run, action = page
    meta = modeladmin.model._meta
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": action.title(modeladmin.model),
        "subtitle": None,
        "opts": meta,
        "run": run,
        "media": modeladmin.media,
        "progress_url": bulk.address(modeladmin, run, "bulk_progress"),
        **extra,
    }
    request.current_app = modeladmin.admin_site.name
    return TemplateResponse(request, f"admin/bcorm/{template}", context)
