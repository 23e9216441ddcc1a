"""The pages of a bulk run: its parameters, its plan, its progress and its report."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from bcorm.contrib.django import bulk, runner, submissions
from bcorm.contrib.django.models import BulkRun

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from bcorm.session import RequestPlan

# Requests of a plan that are spelled out on the page; the rest is a number.
_LISTED = 50
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
    ]


def _bound(view: Any, modeladmin: Any, request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with a page of a run; its forms belong to its store. A run's state starts it once."""
    submissions.check_form(request)
    response: HttpResponse = view(modeladmin, request, key)
    return response


def _run(modeladmin: Any, request: HttpRequest, key: UUID) -> tuple[BulkRun, bulk.BulkAction]:
    """Return the run of an address, if the user may see it."""
    run = BulkRun.objects.filter(pk=key, model=modeladmin.model._meta.label).first()
    action = bulk.actions_of(modeladmin).get(run.action) if run else None
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
    return _shown((modeladmin, request, run, action), "bulk_run.html", progress(run))


def _planned(
    modeladmin: Any, request: HttpRequest, run: BulkRun, action: bulk.BulkAction
) -> HttpResponse:
    """Ask for the parameters; with them, show the plan; when that is confirmed, run it."""
    form = action.parameters(request.POST or None)
    if not request.POST or not form.is_valid():
        return _shown((modeladmin, request, run, action), "bulk_parameters.html", {"form": form})
    plan = _plan(modeladmin, run, action, form.cleaned_data)
    said = request.POST.get("fingerprint")
    if "run" in request.POST and said == bulk.fingerprint(run, plan):
        runner.start(run, modeladmin, action, form, request)
        return HttpResponseRedirect(bulk.address(modeladmin, run))
    context = {
        "form": form,
        "plan": plan,
        "requests": list(plan)[:_LISTED],
        "more": max(0, len(plan) - _LISTED),
        "changed": sum(len(item.objects) for item in plan),
        "fingerprint": bulk.fingerprint(run, plan),
        "moved": "run" in request.POST,
    }
    return _shown((modeladmin, request, run, action), "bulk_plan.html", context)


def _plan(modeladmin: Any, run: BulkRun, action: bulk.BulkAction, values: Any) -> RequestPlan:
    """Make the plan in the request's session, and take the changes back."""
    session = modeladmin.backend().session
    bulk.stage(session, modeladmin.model, action, run.keys, values)
    plan: RequestPlan = session.plan()
    session.rollback()
    return plan


def _progress(modeladmin: Any, request: HttpRequest, key: UUID) -> HttpResponse:
    run, _action = _run(modeladmin, request, key)
    return JsonResponse(progress(run))


def progress(run: BulkRun) -> dict[str, Any]:
    """Return how far a run is, as its page and its script want it."""
    silent = (timezone.now() - run.updated_at).total_seconds() > _SILENCE
    running = run.state == BulkRun.State.RUNNING
    return {
        "running": running and not silent,
        "stopped": run.state == BulkRun.State.FAILED or (running and silent),
        "total": run.total,
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
