"""Scenarios of subscribers, segments and wishlists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Customer, Product, Segment, ShopperProfile, Subscriber, Wishlist

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("subscribers.v3.yml")
def subscribers(stage: Stage) -> None:
    first = Subscriber.objects.create(email="a@example.com", first_name="A", channel_id=1)
    first.consents = ["marketing_newsletter", "abandoned_cart"]
    stage.session.commit()
    stage.session.expunge_all()
    first = Subscriber.objects.get(id=first.id)
    assert first.consents == ["marketing_newsletter", "abandoned_cart"]
    assert [item.id for item in Subscriber.objects.filter(email="a@example.com")] == [first.id]
    assert Subscriber.objects.filter(id__in=[first.id], date_created__gte=first.date_created)
    first.delete()
    for name in ("b", "c"):
        Subscriber.objects.create(email=f"{name}@example.com")
    assert Subscriber.objects.all().delete(everything=True)[0] == 2


@covers("segments.v3.yml")
def segments(stage: Stage) -> None:
    customers = list(Customer.objects.all()[:3])
    tea, mugs = Segment.objects.bulk_create(Segment(name=name) for name in ("Tea", "Mugs"))
    for segment in (tea, mugs):
        segment.description = f"Buys {segment.name.lower()}"
    stage.session.commit()
    profiles = ShopperProfile.objects.bulk_create(
        ShopperProfile(customer_id=customer.id) for customer in customers
    )
    tea.add_shopper_profiles([profile.id for profile in profiles])
    assert {item.customer_id for item in tea.shopper_profiles.all()} == {
        customer.id for customer in customers
    }
    assert [item.name for item in profiles[0].segments.all()] == ["Tea"]
    tea.remove_shopper_profiles([profiles[0].id])
    assert len(list(ShopperProfile.objects.all())) == 3
    assert [item.description for item in Segment.objects.filter(id__in=[tea.id])] == ["Buys tea"]
    for item in (tea, profiles[0]):
        item.delete()


@covers("wishlists.v3.yml")
def wishlists(stage: Stage) -> None:
    customer = Customer.objects.first()
    product = Product.objects.include("variants").first()
    wishlist = Wishlist.objects.create(
        customer_id=customer.id, name="Birthday", items=[{"product_id": product.id}]
    )
    wishlist.is_public = True
    stage.session.commit()
    variant = product.variants.first()
    wishlist.add_items([(product.id, variant.id)])
    assert [item.product_id for item in wishlist.items] == [product.id] * 2
    wishlist.delete_item(wishlist.items[0].id)
    stage.session.expunge_all()
    wishlist = Wishlist.objects.get(id=wishlist.id)
    assert (wishlist.is_public, len(wishlist.items)) == (True, 1)
    assert [item.id for item in Wishlist.objects.filter(customer_id=customer.id)] == [wishlist.id]
    wishlist.delete()
