"""Scenarios of `store_content.v2.yml`, `pages.v3.yml`, `redirects.v3.yml` and scripts."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import BlogPost, BlogTag, Page, Product, Redirect, RedirectJob, Script, v2

if TYPE_CHECKING:
    from coverage_api.stage import Stage

V2 = "store_content.v2.yml"


@covers(V2)
def blog(stage: Stage) -> None:
    post = BlogPost.objects.create(
        title="Autumn",
        body="<p>Leaves &amp; mugs.</p>",
        tags=["mugs", "tea"],
        is_published=True,
        published_date=datetime(2026, 9, 1, 8, tzinfo=timezone.utc),
    )
    post.author = "Ada"
    stage.session.commit()
    stage.session.expunge_all()
    post = BlogPost.objects.get(id=post.id)
    assert (post.author, post.url, post.tags) == ("Ada", "/blog/autumn/", ["mugs", "tea"])
    assert post.published_date.date.startswith("2026-09-01")
    assert [item.title for item in BlogPost.objects.filter(tag="tea", is_published=True)]
    assert {tag.tag: tag.post_ids for tag in BlogTag.objects.all()}["mugs"] == [post.id]
    BlogPost.objects.create(title="Winter", body="")
    assert BlogPost.objects.count() == 2
    post.delete()
    assert BlogPost.objects.all().delete(everything=True)[0] == 1


@covers(V2)
def pages_of_v2(stage: Stage) -> None:
    page = v2.Page.objects.create(name="Returns", type="page", body="<p>30 days</p>")
    page.body = "<p>60 days</p>"
    stage.session.commit()
    stage.session.expunge_all()
    page = v2.Page.objects.get(id=page.id)
    assert page.body == "<p>60 days</p>"
    assert page.id in {item.id for item in v2.Page.objects.all()}
    assert Page.objects.get(id=page.id).name == "Returns"
    page.delete()


@covers(V2)
def redirects_of_v2(stage: Stage) -> None:
    first, second = Product.objects.all()[:2]
    redirect = v2.Redirect.objects.create(path="/old", forward={"type": "product", "ref": first.id})
    redirect.forward.ref = second.id
    stage.session.commit()
    stage.session.expunge_all()
    redirect = v2.Redirect.objects.get(id=redirect.id)
    assert redirect.forward.ref == second.id
    assert redirect.url.endswith(second.custom_url.url)
    assert v2.Redirect.objects.count() == len(list(v2.Redirect.objects.all())) == 1
    redirect.delete()
    v2.Redirect.objects.create(path="/older", forward={"type": "product", "ref": first.id})
    assert v2.Redirect.objects.all().delete(everything=True)[0] == 1


@covers("pages.v3.yml")
def pages(stage: Stage) -> None:
    page = Page.objects.create(name="About", type="page", body="<p>Us</p>")
    made = Page.objects.bulk_create(
        [
            Page(name="Team", type="page", body="", parent_id=page.id),
            Page(name="Write", type="contact_form", email="us@example.com", parent_id=page.id),
            Page(name="News", type="link", link="https://news.example.com"),
        ]
    )
    page.meta_title = "About us"
    stage.session.commit()
    for item in made:
        item.is_visible = False
    stage.session.commit()
    stage.session.expunge_all()
    page = Page.objects.include("body").get(id=page.id)
    assert (page.meta_title, page.body) == ("About us", "<p>Us</p>")
    assert {item.name for item in page.children.scan()} == {"Team", "Write"}
    assert [item.name for item in Page.objects.filter(name__icontains="abo", channel_id=1)]
    page.delete()
    found = Page.objects.filter(id__in=[item.id for item in made])
    assert {item.parent_id for item in found} == {0}
    assert found.delete()[0] == 3


@covers("redirects.v3.yml")
def redirects(stage: Stage) -> None:
    product = Product.objects.first()
    made = Redirect.objects.bulk_create(
        [
            Redirect(site_id=1, from_path="/a", to={"type": "url", "url": "/b"}),
            Redirect(site_id=1, from_path="/p", to={"type": "product", "entity_id": product.id}),
        ]
    )
    made[0].to.url = "/c"
    stage.session.commit()
    read = Redirect.objects.filter(site_id=1, keyword="a").include("to_url").order_by("from_path")
    assert [item.to_url.rpartition("/")[2] for item in read] == ["c"]
    assert Redirect.objects.filter(id__in=[item.id for item in made]).delete()[0] == 2


@covers("redirects.v3.yml")
def redirect_jobs(stage: Stage) -> None:
    Redirect.objects.create(site_id=1, from_path="/a", to={"type": "url", "url": "/b"})
    key = RedirectJob.start_export(site_id=1, include_dynamic_target_urls=True)
    job = RedirectJob.objects.get(id=key)
    assert (job.type, job.status, job.total_items) == ("export", "complete", 1)
    assert '"status":"complete"' in job.events()
    table = job.download()
    assert "/a" in table
    stage.session.expunge_all()
    Redirect.objects.all().delete(everything=True)
    key = RedirectJob.start_import(table.encode())
    job = RedirectJob.objects.get(id=key)
    assert (job.type, job.completed_items, job.failed_items) == ("import", 1, 0)
    assert '"status":"complete"' in job.events()
    assert [item.to.url for item in Redirect.objects.all()] == ["/b"]


@covers("scripts.v3.yml")
def scripts(stage: Stage) -> None:
    script = Script.objects.create(
        name="Counter",
        src="https://example.com/counter.js",
        kind="src",
        load_method="async",
        location="footer",
        visibility="all_pages",
        consent_category="analytics",
    )
    script.enabled = False
    stage.session.commit()
    stage.session.expunge_all()
    assert Script.objects.get(uuid=script.uuid).enabled is False
    assert [item.name for item in Script.objects.filter(channel_id__in=[1]).order_by("name")]
    script = Script.objects.get(uuid=script.uuid)
    script.delete()
    assert not Script.objects.all()
