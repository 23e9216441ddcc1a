"""Scenarios of custom template associations and of the hosting of storefronts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import CustomTemplateAssociation, Deployment, Product, Project

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("custom-template-associations.v3.yml")
def template_associations(stage: Stage) -> None:
    products = list(Product.objects.all()[:2])
    for product in products:
        stage.session.add(
            CustomTemplateAssociation(
                channel_id=1,
                entity_type="product",
                entity_id=product.id,
                file_name="custom-product-1.html",
            )
        )
    stage.session.commit()
    found = CustomTemplateAssociation.objects.filter(channel_id=1, type="product", is_valid=True)
    assert {item.entity_id for item in found} == {product.id for product in products}
    first = found[0]
    first.file_name = "nowhere.html"
    stage.session.commit()
    first.refresh()
    assert not first.is_valid
    first.delete()
    entities = [product.id for product in products]
    left = CustomTemplateAssociation.objects.filter(entity_id__in=entities)
    assert left.delete()[0] == 1


@covers("infrastructure_hosting.v3.yml")
def hosting(stage: Stage) -> None:
    project = Project.objects.create(name="storefront")
    upload = Deployment.create_upload()
    deployment = Deployment.objects.create(
        upload_uuid=upload.upload_uuid,
        project_uuid=project.uuid,
        environment_variables=[{"type": "plain_text", "key": "MODE", "value": "test"}],
    )
    assert '"deployment_status":"completed"' in deployment.events()
    assert project.uuid in project.tail_logs()
    assert [item.uuid for item in Project.objects.filter(name__icontains="front")]
    project.delete()
    made = Project.objects.bulk_create(Project(name=name) for name in ("a", "b"))
    assert Project.objects.filter(uuid__in=[item.uuid for item in made]).delete()[0] == 2
