"""Scenarios of `widgets.v3.yml` and `page-widgets.v3.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import PageContent, Placement, Region, Widget, WidgetTemplate

if TYPE_CHECKING:
    from coverage_api.stage import Stage

FILE = "pages/home"


def _template() -> WidgetTemplate:
    tab = {
        "type": "tab",
        "label": "Text",
        "sections": [
            {"label": "Text", "settings": [{"type": "input", "label": "Title", "id": "title"}]}
        ],
    }
    return WidgetTemplate.objects.create(
        name="Title", template="<h2>{{title}}</h2>", schema=[tab], channel_id=1
    )


def _widget(template: WidgetTemplate) -> Widget:
    return Widget.objects.create(
        name="Welcome",
        widget_template_uuid=template.uuid,
        widget_configuration={"title": "Hello"},
        channel_id=1,
    )


@covers("widgets.v3.yml")
def templates(stage: Stage) -> None:
    template = _template()
    assert template.preview({"title": "Hello"}) == "<h2>Hello</h2>"
    widget = _widget(template)
    template.template = "<h1>{{title}}</h1>"
    template.create_new_version = True
    stage.session.commit()
    widget.refresh()
    assert widget.widget_template.template == "<h2>{{title}}</h2>"
    widget.upgrade = True
    stage.session.commit()
    assert widget.widget_template.template == "<h1>{{title}}</h1>"
    stage.session.expunge_all()
    template = WidgetTemplate.objects.get(uuid=template.uuid)
    kept = WidgetTemplate.objects.filter(widget_template_kind="custom", channel_id__in=[1])
    assert [item.name for item in kept] == ["Title"]
    template.delete()
    assert not Widget.objects.all()


@covers("widgets.v3.yml")
def widgets(stage: Stage) -> None:
    template = _template()
    widget = _widget(template)
    widget.description = "On top"
    stage.session.commit()
    stage.session.expunge_all()
    widget = Widget.objects.get(uuid=widget.uuid)
    assert (widget.description, widget.widget_configuration) == ("On top", {"title": "Hello"})
    found = Widget.objects.filter(widget_template_uuid=template.uuid, name__in=["Welcome"])
    assert [item.uuid for item in found] == [widget.uuid]
    widget.delete()


@covers("widgets.v3.yml")
def placements(stage: Stage) -> None:
    widget = _widget(_template())
    region = Region.objects.filter(template_file=FILE)[0].name
    placement = Placement.objects.create(
        widget_uuid=widget.uuid, template_file=FILE, region=region, status="inactive"
    )
    placement.status = "active"
    stage.session.commit()
    stage.session.expunge_all()
    placement = Placement.objects.get(uuid=placement.uuid)
    assert (placement.status, placement.widget.uuid) == ("active", widget.uuid)
    found = Placement.objects.filter(template_file=FILE, widget_uuid=widget.uuid, site_id__in=[1])
    assert [item.uuid for item in found] == [placement.uuid]
    placement.delete()


@covers("page-widgets.v3.yml")
def page(stage: Stage) -> None:
    widget = _widget(_template())
    Placement.objects.create(
        widget_uuid=widget.uuid, template_file=FILE, region="home_below_menu", status="active"
    )
    content = PageContent.objects.get(template_file=FILE)
    assert [item.name for item in content.regions[0].children] == ["Welcome"]
    element = {"type": "widget", "name": "Alone", "configuration": {"title": "Bye"}}
    PageContent.objects.create(
        template_file=FILE,
        channel_id=1,
        regions=[{"name": "home_below_menu", "children": [element]}],
    )
    stage.session.expunge_all()
    content = PageContent.objects.get(template_file=FILE)
    assert [item.configuration for item in content.regions[0].children] == [{"title": "Bye"}]
