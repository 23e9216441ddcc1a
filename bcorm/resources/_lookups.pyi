# The lookups of every resource. Written by `python -m tools.lookups`; not to be edited.
# fmt: off

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypedDict

from typing_extensions import Unpack

from bcorm.model import Resource

class AbandonedCartLookups(TypedDict, total=False):
    token: int | str
    token__in: Iterable[int | str]
    cart_id: str | None
    cart_id__ne: str | None
    cart_id__in: Iterable[str]
    cart_id__not_in: Iterable[str]
    cart_id__contains: str
    cart_id__icontains: str
    cart_id__iexact: str
    cart_id__startswith: str
    cart_id__istartswith: str
    cart_id__endswith: str
    cart_id__iendswith: str
    cart_id__regex: str
    cart_id__isnull: bool

def abandoned_cart(**lookups: Unpack[AbandonedCartLookups]) -> None: ...

class AbandonedCartChannelSettingsLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    enable_notification: bool | None
    enable_notification__isnull: bool
    email_customer_until_cart_is_recovered: bool | None
    email_customer_until_cart_is_recovered__isnull: bool
    marketing_emails_require_customer_consent: bool | None
    marketing_emails_require_customer_consent__isnull: bool
    email_merchant_when_cart_is_converted: bool | None
    email_merchant_when_cart_is_converted__isnull: bool
    email_merchant_when_cart_is_abandoned: bool | None
    email_merchant_when_cart_is_abandoned__isnull: bool
    merchant_email_address: str | None
    merchant_email_address__ne: str | None
    merchant_email_address__in: Iterable[str]
    merchant_email_address__not_in: Iterable[str]
    merchant_email_address__contains: str
    merchant_email_address__icontains: str
    merchant_email_address__iexact: str
    merchant_email_address__startswith: str
    merchant_email_address__istartswith: str
    merchant_email_address__endswith: str
    merchant_email_address__iendswith: str
    merchant_email_address__regex: str
    merchant_email_address__isnull: bool
    merchant_abandoned_cart_email_frequency_type: Literal["digest", "individual"] | None
    merchant_abandoned_cart_email_frequency_type__ne: Literal["digest", "individual"] | None
    merchant_abandoned_cart_email_frequency_type__in: Iterable[Literal["digest", "individual"]]
    merchant_abandoned_cart_email_frequency_type__not_in: Iterable[Literal["digest", "individual"]]
    merchant_abandoned_cart_email_frequency_type__isnull: bool
    merchant_abandoned_cart_digest_email_frequency: int | None
    merchant_abandoned_cart_digest_email_frequency__ne: int | None
    merchant_abandoned_cart_digest_email_frequency__in: Iterable[int]
    merchant_abandoned_cart_digest_email_frequency__not_in: Iterable[int]
    merchant_abandoned_cart_digest_email_frequency__gt: int
    merchant_abandoned_cart_digest_email_frequency__gte: int
    merchant_abandoned_cart_digest_email_frequency__lt: int
    merchant_abandoned_cart_digest_email_frequency__lte: int
    merchant_abandoned_cart_digest_email_frequency__range: tuple[int, int]
    merchant_abandoned_cart_digest_email_frequency__isnull: bool

def abandoned_cart_channel_settings(**lookups: Unpack[AbandonedCartChannelSettingsLookups]) -> None: ...

class AbandonedCartEmailLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel_id: int
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    is_active: bool | None
    is_active__isnull: bool
    coupon_code: str | None
    coupon_code__ne: str | None
    coupon_code__in: Iterable[str]
    coupon_code__not_in: Iterable[str]
    coupon_code__contains: str
    coupon_code__icontains: str
    coupon_code__iexact: str
    coupon_code__startswith: str
    coupon_code__istartswith: str
    coupon_code__endswith: str
    coupon_code__iendswith: str
    coupon_code__regex: str
    coupon_code__isnull: bool
    notify_at_minutes: Literal[60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080, 1140, 1200, 1260, 1320, 1380, 1440, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960, 14400] | None
    notify_at_minutes__ne: Literal[60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080, 1140, 1200, 1260, 1320, 1380, 1440, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960, 14400] | None
    notify_at_minutes__in: Iterable[Literal[60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080, 1140, 1200, 1260, 1320, 1380, 1440, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960, 14400]]
    notify_at_minutes__not_in: Iterable[Literal[60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080, 1140, 1200, 1260, 1320, 1380, 1440, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960, 14400]]
    notify_at_minutes__isnull: bool
    template__subject: str | None
    template__subject__ne: str | None
    template__subject__in: Iterable[str]
    template__subject__not_in: Iterable[str]
    template__subject__contains: str
    template__subject__icontains: str
    template__subject__iexact: str
    template__subject__startswith: str
    template__subject__istartswith: str
    template__subject__endswith: str
    template__subject__iendswith: str
    template__subject__regex: str
    template__subject__isnull: bool
    template__body: str | None
    template__body__ne: str | None
    template__body__in: Iterable[str]
    template__body__not_in: Iterable[str]
    template__body__contains: str
    template__body__icontains: str
    template__body__iexact: str
    template__body__startswith: str
    template__body__istartswith: str
    template__body__endswith: str
    template__body__iendswith: str
    template__body__regex: str
    template__body__isnull: bool
    template__translations__isnull: bool
    template__isnull: bool
    sent_num: int | None
    sent_num__ne: int | None
    sent_num__in: Iterable[int]
    sent_num__not_in: Iterable[int]
    sent_num__gt: int
    sent_num__gte: int
    sent_num__lt: int
    sent_num__lte: int
    sent_num__range: tuple[int, int]
    sent_num__isnull: bool

def abandoned_cart_email(**lookups: Unpack[AbandonedCartEmailLookups]) -> None: ...

class AbandonedCartEmailSettingsLookups(TypedDict, total=False):
    channel_id: int
    use_global: bool | None
    use_global__isnull: bool

def abandoned_cart_email_settings(**lookups: Unpack[AbandonedCartEmailSettingsLookups]) -> None: ...

class AbandonedCartSettingsLookups(TypedDict, total=False):
    enable_notification: bool | None
    enable_notification__isnull: bool
    email_customer_until_cart_is_recovered: bool | None
    email_customer_until_cart_is_recovered__isnull: bool
    marketing_emails_require_customer_consent: bool | None
    marketing_emails_require_customer_consent__isnull: bool
    email_merchant_when_cart_is_converted: bool | None
    email_merchant_when_cart_is_converted__isnull: bool
    email_merchant_when_cart_is_abandoned: bool | None
    email_merchant_when_cart_is_abandoned__isnull: bool
    merchant_email_address: str | None
    merchant_email_address__ne: str | None
    merchant_email_address__in: Iterable[str]
    merchant_email_address__not_in: Iterable[str]
    merchant_email_address__contains: str
    merchant_email_address__icontains: str
    merchant_email_address__iexact: str
    merchant_email_address__startswith: str
    merchant_email_address__istartswith: str
    merchant_email_address__endswith: str
    merchant_email_address__iendswith: str
    merchant_email_address__regex: str
    merchant_email_address__isnull: bool
    merchant_abandoned_cart_email_frequency_type: Literal["digest", "individual"] | None
    merchant_abandoned_cart_email_frequency_type__ne: Literal["digest", "individual"] | None
    merchant_abandoned_cart_email_frequency_type__in: Iterable[Literal["digest", "individual"]]
    merchant_abandoned_cart_email_frequency_type__not_in: Iterable[Literal["digest", "individual"]]
    merchant_abandoned_cart_email_frequency_type__isnull: bool
    merchant_abandoned_cart_digest_email_frequency: int | None
    merchant_abandoned_cart_digest_email_frequency__ne: int | None
    merchant_abandoned_cart_digest_email_frequency__in: Iterable[int]
    merchant_abandoned_cart_digest_email_frequency__not_in: Iterable[int]
    merchant_abandoned_cart_digest_email_frequency__gt: int
    merchant_abandoned_cart_digest_email_frequency__gte: int
    merchant_abandoned_cart_digest_email_frequency__lt: int
    merchant_abandoned_cart_digest_email_frequency__lte: int
    merchant_abandoned_cart_digest_email_frequency__range: tuple[int, int]
    merchant_abandoned_cart_digest_email_frequency__isnull: bool

def abandoned_cart_settings(**lookups: Unpack[AbandonedCartSettingsLookups]) -> None: ...

class BannerLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    content: str | None
    content__ne: str | None
    content__in: Iterable[str]
    content__not_in: Iterable[str]
    content__contains: str
    content__icontains: str
    content__iexact: str
    content__startswith: str
    content__istartswith: str
    content__endswith: str
    content__iendswith: str
    content__regex: str
    content__isnull: bool
    page: Literal["home_page", "category_page", "brand_page", "search_page"] | None
    page__ne: Literal["home_page", "category_page", "brand_page", "search_page"] | None
    page__in: Iterable[Literal["home_page", "category_page", "brand_page", "search_page"]]
    page__not_in: Iterable[Literal["home_page", "category_page", "brand_page", "search_page"]]
    page__isnull: bool
    location: Literal["top", "bottom"] | None
    location__ne: Literal["top", "bottom"] | None
    location__in: Iterable[Literal["top", "bottom"]]
    location__not_in: Iterable[Literal["top", "bottom"]]
    location__isnull: bool
    date_type: Literal["always", "custom"] | None
    date_type__ne: Literal["always", "custom"] | None
    date_type__in: Iterable[Literal["always", "custom"]]
    date_type__not_in: Iterable[Literal["always", "custom"]]
    date_type__isnull: bool
    date_from: datetime | None
    date_from__ne: datetime | None
    date_from__in: Iterable[datetime]
    date_from__not_in: Iterable[datetime]
    date_from__gt: datetime
    date_from__gte: datetime
    date_from__lt: datetime
    date_from__lte: datetime
    date_from__range: tuple[datetime, datetime]
    date_from__isnull: bool
    date_to: datetime | None
    date_to__ne: datetime | None
    date_to__in: Iterable[datetime]
    date_to__not_in: Iterable[datetime]
    date_to__gt: datetime
    date_to__gte: datetime
    date_to__lt: datetime
    date_to__lte: datetime
    date_to__range: tuple[datetime, datetime]
    date_to__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    visible: bool | None
    visible__isnull: bool
    item_id: str | None
    item_id__ne: str | None
    item_id__in: Iterable[str]
    item_id__not_in: Iterable[str]
    item_id__contains: str
    item_id__icontains: str
    item_id__iexact: str
    item_id__startswith: str
    item_id__istartswith: str
    item_id__endswith: str
    item_id__iendswith: str
    item_id__regex: str
    item_id__isnull: bool

def banner(**lookups: Unpack[BannerLookups]) -> None: ...

class BlogPostLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    tag: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    preview_url: str | None
    preview_url__ne: str | None
    preview_url__in: Iterable[str]
    preview_url__not_in: Iterable[str]
    preview_url__contains: str
    preview_url__icontains: str
    preview_url__iexact: str
    preview_url__startswith: str
    preview_url__istartswith: str
    preview_url__endswith: str
    preview_url__iendswith: str
    preview_url__regex: str
    preview_url__isnull: bool
    body: str | None
    body__ne: str | None
    body__in: Iterable[str]
    body__not_in: Iterable[str]
    body__contains: str
    body__icontains: str
    body__iexact: str
    body__startswith: str
    body__istartswith: str
    body__endswith: str
    body__iendswith: str
    body__regex: str
    body__isnull: bool
    tags: str
    tags__in: Iterable[str]
    tags__contains: str
    tags__isnull: bool
    summary: str | None
    summary__ne: str | None
    summary__in: Iterable[str]
    summary__not_in: Iterable[str]
    summary__contains: str
    summary__icontains: str
    summary__iexact: str
    summary__startswith: str
    summary__istartswith: str
    summary__endswith: str
    summary__iendswith: str
    summary__regex: str
    summary__isnull: bool
    is_published: bool | None
    is_published__isnull: bool
    published_date: Any | None
    published_date__ne: Any | None
    published_date__in: Iterable[Any]
    published_date__not_in: Iterable[Any]
    published_date__isnull: bool
    published_date_iso8601: str | None
    published_date_iso8601__ne: str | None
    published_date_iso8601__in: Iterable[str]
    published_date_iso8601__not_in: Iterable[str]
    published_date_iso8601__contains: str
    published_date_iso8601__icontains: str
    published_date_iso8601__iexact: str
    published_date_iso8601__startswith: str
    published_date_iso8601__istartswith: str
    published_date_iso8601__endswith: str
    published_date_iso8601__iendswith: str
    published_date_iso8601__regex: str
    published_date_iso8601__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    author: str | None
    author__ne: str | None
    author__in: Iterable[str]
    author__not_in: Iterable[str]
    author__contains: str
    author__icontains: str
    author__iexact: str
    author__startswith: str
    author__istartswith: str
    author__endswith: str
    author__iendswith: str
    author__regex: str
    author__isnull: bool
    thumbnail_path: str | None
    thumbnail_path__ne: str | None
    thumbnail_path__in: Iterable[str]
    thumbnail_path__not_in: Iterable[str]
    thumbnail_path__contains: str
    thumbnail_path__icontains: str
    thumbnail_path__iexact: str
    thumbnail_path__startswith: str
    thumbnail_path__istartswith: str
    thumbnail_path__endswith: str
    thumbnail_path__iendswith: str
    thumbnail_path__regex: str
    thumbnail_path__isnull: bool

def blog_post(**lookups: Unpack[BlogPostLookups]) -> None: ...

class BlogTagLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    tag: str | None
    tag__ne: str | None
    tag__in: Iterable[str]
    tag__not_in: Iterable[str]
    tag__contains: str
    tag__icontains: str
    tag__iexact: str
    tag__startswith: str
    tag__istartswith: str
    tag__endswith: str
    tag__iendswith: str
    tag__regex: str
    tag__isnull: bool
    post_ids: int
    post_ids__in: Iterable[int]
    post_ids__contains: int
    post_ids__isnull: bool

def blog_tag(**lookups: Unpack[BlogTagLookups]) -> None: ...

class BrandLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__isnull: bool

def brand(**lookups: Unpack[BrandLookups]) -> None: ...

class MetafieldLookups(TypedDict, total=False):
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    key: str | None
    key__ne: str | None
    key__in: Iterable[str]
    key__not_in: Iterable[str]
    key__contains: str
    key__icontains: str
    key__iexact: str
    key__startswith: str
    key__istartswith: str
    key__endswith: str
    key__iendswith: str
    key__regex: str
    key__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    namespace: str | None
    namespace__ne: str | None
    namespace__in: Iterable[str]
    namespace__not_in: Iterable[str]
    namespace__contains: str
    namespace__icontains: str
    namespace__iexact: str
    namespace__startswith: str
    namespace__istartswith: str
    namespace__endswith: str
    namespace__iendswith: str
    namespace__regex: str
    namespace__isnull: bool
    permission_set: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__ne: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__not_in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    resource_type: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__ne: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__not_in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__isnull: bool
    resource_id: int | None
    resource_id__ne: int | None
    resource_id__in: Iterable[int]
    resource_id__not_in: Iterable[int]
    resource_id__gt: int
    resource_id__gte: int
    resource_id__lt: int
    resource_id__lte: int
    resource_id__range: tuple[int, int]
    resource_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    owner_client_id: str | None
    owner_client_id__ne: str | None
    owner_client_id__in: Iterable[str]
    owner_client_id__not_in: Iterable[str]
    owner_client_id__contains: str
    owner_client_id__icontains: str
    owner_client_id__iexact: str
    owner_client_id__startswith: str
    owner_client_id__istartswith: str
    owner_client_id__endswith: str
    owner_client_id__iendswith: str
    owner_client_id__regex: str
    owner_client_id__isnull: bool

class BrandMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def brand_metafield(**lookups: Unpack[BrandMetafieldLookups]) -> None: ...

class CartLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    checkout: Resource | int | str | None
    checkout__in: Iterable[Resource | int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    currency__code: str | None
    currency__code__ne: str | None
    currency__code__in: Iterable[str]
    currency__code__not_in: Iterable[str]
    currency__code__contains: str
    currency__code__icontains: str
    currency__code__iexact: str
    currency__code__startswith: str
    currency__code__istartswith: str
    currency__code__endswith: str
    currency__code__iendswith: str
    currency__code__regex: str
    currency__code__isnull: bool
    currency__isnull: bool
    locale: str | None
    locale__ne: str | None
    locale__in: Iterable[str]
    locale__not_in: Iterable[str]
    locale__contains: str
    locale__icontains: str
    locale__iexact: str
    locale__startswith: str
    locale__istartswith: str
    locale__endswith: str
    locale__iendswith: str
    locale__regex: str
    locale__isnull: bool
    tax_included: bool | None
    tax_included__isnull: bool
    base_amount: Decimal | int | None
    base_amount__ne: Decimal | int | None
    base_amount__in: Iterable[Decimal | int]
    base_amount__not_in: Iterable[Decimal | int]
    base_amount__gt: Decimal | int
    base_amount__gte: Decimal | int
    base_amount__lt: Decimal | int
    base_amount__lte: Decimal | int
    base_amount__range: tuple[Decimal | int, Decimal | int]
    base_amount__isnull: bool
    discount_amount: Decimal | int | None
    discount_amount__ne: Decimal | int | None
    discount_amount__in: Iterable[Decimal | int]
    discount_amount__not_in: Iterable[Decimal | int]
    discount_amount__gt: Decimal | int
    discount_amount__gte: Decimal | int
    discount_amount__lt: Decimal | int
    discount_amount__lte: Decimal | int
    discount_amount__range: tuple[Decimal | int, Decimal | int]
    discount_amount__isnull: bool
    manual_discount_amount: Decimal | int | None
    manual_discount_amount__ne: Decimal | int | None
    manual_discount_amount__in: Iterable[Decimal | int]
    manual_discount_amount__not_in: Iterable[Decimal | int]
    manual_discount_amount__gt: Decimal | int
    manual_discount_amount__gte: Decimal | int
    manual_discount_amount__lt: Decimal | int
    manual_discount_amount__lte: Decimal | int
    manual_discount_amount__range: tuple[Decimal | int, Decimal | int]
    manual_discount_amount__isnull: bool
    cart_amount: Decimal | int | None
    cart_amount__ne: Decimal | int | None
    cart_amount__in: Iterable[Decimal | int]
    cart_amount__not_in: Iterable[Decimal | int]
    cart_amount__gt: Decimal | int
    cart_amount__gte: Decimal | int
    cart_amount__lt: Decimal | int
    cart_amount__lte: Decimal | int
    cart_amount__range: tuple[Decimal | int, Decimal | int]
    cart_amount__isnull: bool
    coupons__isnull: bool
    discounts__isnull: bool
    line_items: Any | None
    line_items__ne: Any | None
    line_items__in: Iterable[Any]
    line_items__not_in: Iterable[Any]
    line_items__isnull: bool
    custom_items__isnull: bool
    gift_certificates__isnull: bool
    redirect_urls__cart_url: str | None
    redirect_urls__cart_url__ne: str | None
    redirect_urls__cart_url__in: Iterable[str]
    redirect_urls__cart_url__not_in: Iterable[str]
    redirect_urls__cart_url__contains: str
    redirect_urls__cart_url__icontains: str
    redirect_urls__cart_url__iexact: str
    redirect_urls__cart_url__startswith: str
    redirect_urls__cart_url__istartswith: str
    redirect_urls__cart_url__endswith: str
    redirect_urls__cart_url__iendswith: str
    redirect_urls__cart_url__regex: str
    redirect_urls__cart_url__isnull: bool
    redirect_urls__checkout_url: str | None
    redirect_urls__checkout_url__ne: str | None
    redirect_urls__checkout_url__in: Iterable[str]
    redirect_urls__checkout_url__not_in: Iterable[str]
    redirect_urls__checkout_url__contains: str
    redirect_urls__checkout_url__icontains: str
    redirect_urls__checkout_url__iexact: str
    redirect_urls__checkout_url__startswith: str
    redirect_urls__checkout_url__istartswith: str
    redirect_urls__checkout_url__endswith: str
    redirect_urls__checkout_url__iendswith: str
    redirect_urls__checkout_url__regex: str
    redirect_urls__checkout_url__isnull: bool
    redirect_urls__embedded_checkout_url: str | None
    redirect_urls__embedded_checkout_url__ne: str | None
    redirect_urls__embedded_checkout_url__in: Iterable[str]
    redirect_urls__embedded_checkout_url__not_in: Iterable[str]
    redirect_urls__embedded_checkout_url__contains: str
    redirect_urls__embedded_checkout_url__icontains: str
    redirect_urls__embedded_checkout_url__iexact: str
    redirect_urls__embedded_checkout_url__startswith: str
    redirect_urls__embedded_checkout_url__istartswith: str
    redirect_urls__embedded_checkout_url__endswith: str
    redirect_urls__embedded_checkout_url__iendswith: str
    redirect_urls__embedded_checkout_url__regex: str
    redirect_urls__embedded_checkout_url__isnull: bool
    redirect_urls__isnull: bool
    promotions__banners__isnull: bool
    promotions__isnull: bool
    created_time: datetime | None
    created_time__ne: datetime | None
    created_time__in: Iterable[datetime]
    created_time__not_in: Iterable[datetime]
    created_time__gt: datetime
    created_time__gte: datetime
    created_time__lt: datetime
    created_time__lte: datetime
    created_time__range: tuple[datetime, datetime]
    created_time__isnull: bool
    updated_time: datetime | None
    updated_time__ne: datetime | None
    updated_time__in: Iterable[datetime]
    updated_time__not_in: Iterable[datetime]
    updated_time__gt: datetime
    updated_time__gte: datetime
    updated_time__lt: datetime
    updated_time__lte: datetime
    updated_time__range: tuple[datetime, datetime]
    updated_time__isnull: bool
    version: int | None
    version__ne: int | None
    version__in: Iterable[int]
    version__not_in: Iterable[int]
    version__gt: int
    version__gte: int
    version__lt: int
    version__lte: int
    version__range: tuple[int, int]
    version__isnull: bool

def cart(**lookups: Unpack[CartLookups]) -> None: ...

class CartChannelSettingsLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    allow_purchasing: bool | None
    allow_purchasing__isnull: bool

def cart_channel_settings(**lookups: Unpack[CartChannelSettingsLookups]) -> None: ...

class CartMetafieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    key: str | None
    key__ne: str | None
    key__in: Iterable[str]
    key__not_in: Iterable[str]
    key__contains: str
    key__icontains: str
    key__iexact: str
    key__startswith: str
    key__istartswith: str
    key__endswith: str
    key__iendswith: str
    key__regex: str
    key__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    namespace: str | None
    namespace__ne: str | None
    namespace__in: Iterable[str]
    namespace__not_in: Iterable[str]
    namespace__contains: str
    namespace__icontains: str
    namespace__iexact: str
    namespace__startswith: str
    namespace__istartswith: str
    namespace__endswith: str
    namespace__iendswith: str
    namespace__regex: str
    namespace__isnull: bool
    permission_set: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__ne: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__not_in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    resource_type: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__ne: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__not_in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    owner_client_id: str | None
    owner_client_id__ne: str | None
    owner_client_id__in: Iterable[str]
    owner_client_id__not_in: Iterable[str]
    owner_client_id__contains: str
    owner_client_id__icontains: str
    owner_client_id__iexact: str
    owner_client_id__startswith: str
    owner_client_id__istartswith: str
    owner_client_id__endswith: str
    owner_client_id__iendswith: str
    owner_client_id__regex: str
    owner_client_id__isnull: bool
    resource_id: str | None
    resource_id__ne: str | None
    resource_id__in: Iterable[str]
    resource_id__not_in: Iterable[str]
    resource_id__contains: str
    resource_id__icontains: str
    resource_id__iexact: str
    resource_id__startswith: str
    resource_id__istartswith: str
    resource_id__endswith: str
    resource_id__iendswith: str
    resource_id__regex: str
    resource_id__isnull: bool

def cart_metafield(**lookups: Unpack[CartMetafieldLookups]) -> None: ...

class CartSettingsLookups(TypedDict, total=False):
    allow_purchasing: bool | None
    allow_purchasing__isnull: bool

def cart_settings(**lookups: Unpack[CartSettingsLookups]) -> None: ...

class CatalogSummaryLookups(TypedDict, total=False):
    inventory_count: int | None
    inventory_count__ne: int | None
    inventory_count__in: Iterable[int]
    inventory_count__not_in: Iterable[int]
    inventory_count__gt: int
    inventory_count__gte: int
    inventory_count__lt: int
    inventory_count__lte: int
    inventory_count__range: tuple[int, int]
    inventory_count__isnull: bool
    inventory_value: Decimal | int | None
    inventory_value__ne: Decimal | int | None
    inventory_value__in: Iterable[Decimal | int]
    inventory_value__not_in: Iterable[Decimal | int]
    inventory_value__gt: Decimal | int
    inventory_value__gte: Decimal | int
    inventory_value__lt: Decimal | int
    inventory_value__lte: Decimal | int
    inventory_value__range: tuple[Decimal | int, Decimal | int]
    inventory_value__isnull: bool
    primary_category_id: int | None
    primary_category_id__ne: int | None
    primary_category_id__in: Iterable[int]
    primary_category_id__not_in: Iterable[int]
    primary_category_id__gt: int
    primary_category_id__gte: int
    primary_category_id__lt: int
    primary_category_id__lte: int
    primary_category_id__range: tuple[int, int]
    primary_category_id__isnull: bool
    primary_category_name: str | None
    primary_category_name__ne: str | None
    primary_category_name__in: Iterable[str]
    primary_category_name__not_in: Iterable[str]
    primary_category_name__contains: str
    primary_category_name__icontains: str
    primary_category_name__iexact: str
    primary_category_name__startswith: str
    primary_category_name__istartswith: str
    primary_category_name__endswith: str
    primary_category_name__iendswith: str
    primary_category_name__regex: str
    primary_category_name__isnull: bool
    variant_count: int | None
    variant_count__ne: int | None
    variant_count__in: Iterable[int]
    variant_count__not_in: Iterable[int]
    variant_count__gt: int
    variant_count__gte: int
    variant_count__lt: int
    variant_count__lte: int
    variant_count__range: tuple[int, int]
    variant_count__isnull: bool
    highest_variant_price: Decimal | int | None
    highest_variant_price__ne: Decimal | int | None
    highest_variant_price__in: Iterable[Decimal | int]
    highest_variant_price__not_in: Iterable[Decimal | int]
    highest_variant_price__gt: Decimal | int
    highest_variant_price__gte: Decimal | int
    highest_variant_price__lt: Decimal | int
    highest_variant_price__lte: Decimal | int
    highest_variant_price__range: tuple[Decimal | int, Decimal | int]
    highest_variant_price__isnull: bool
    average_variant_price: Decimal | int | None
    average_variant_price__ne: Decimal | int | None
    average_variant_price__in: Iterable[Decimal | int]
    average_variant_price__not_in: Iterable[Decimal | int]
    average_variant_price__gt: Decimal | int
    average_variant_price__gte: Decimal | int
    average_variant_price__lt: Decimal | int
    average_variant_price__lte: Decimal | int
    average_variant_price__range: tuple[Decimal | int, Decimal | int]
    average_variant_price__isnull: bool
    lowest_variant_price: Decimal | int | None
    lowest_variant_price__ne: Decimal | int | None
    lowest_variant_price__in: Iterable[Decimal | int]
    lowest_variant_price__not_in: Iterable[Decimal | int]
    lowest_variant_price__gt: Decimal | int
    lowest_variant_price__gte: Decimal | int
    lowest_variant_price__lt: Decimal | int
    lowest_variant_price__lte: Decimal | int
    lowest_variant_price__range: tuple[Decimal | int, Decimal | int]
    lowest_variant_price__isnull: bool
    oldest_variant_date: datetime | None
    oldest_variant_date__ne: datetime | None
    oldest_variant_date__in: Iterable[datetime]
    oldest_variant_date__not_in: Iterable[datetime]
    oldest_variant_date__gt: datetime
    oldest_variant_date__gte: datetime
    oldest_variant_date__lt: datetime
    oldest_variant_date__lte: datetime
    oldest_variant_date__range: tuple[datetime, datetime]
    oldest_variant_date__isnull: bool
    newest_variant_date: datetime | None
    newest_variant_date__ne: datetime | None
    newest_variant_date__in: Iterable[datetime]
    newest_variant_date__not_in: Iterable[datetime]
    newest_variant_date__gt: datetime
    newest_variant_date__gte: datetime
    newest_variant_date__lt: datetime
    newest_variant_date__lte: datetime
    newest_variant_date__range: tuple[datetime, datetime]
    newest_variant_date__isnull: bool

def catalog_summary(**lookups: Unpack[CatalogSummaryLookups]) -> None: ...

class ProductCategoryAssignmentLookups(TypedDict, total=False):
    product: Resource | int | str | None
    product__in: Iterable[Resource | int | str]
    category: Resource | int | str | None
    category__in: Iterable[Resource | int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    category_id: int | None
    category_id__ne: int | None
    category_id__in: Iterable[int]
    category_id__not_in: Iterable[int]
    category_id__gt: int
    category_id__gte: int
    category_id__lt: int
    category_id__lte: int
    category_id__range: tuple[int, int]
    category_id__isnull: bool

def product_category_assignment(**lookups: Unpack[ProductCategoryAssignmentLookups]) -> None: ...

class ProductChannelAssignmentLookups(TypedDict, total=False):
    product: Resource | int | str | None
    product__in: Iterable[Resource | int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def product_channel_assignment(**lookups: Unpack[ProductChannelAssignmentLookups]) -> None: ...

class CategoryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    keyword: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    views: int | None
    views__ne: int | None
    views__in: Iterable[int]
    views__not_in: Iterable[int]
    views__gt: int
    views__gte: int
    views__lt: int
    views__lte: int
    views__range: tuple[int, int]
    views__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    default_product_sort: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__ne: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__not_in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__isnull: bool

def category(**lookups: Unpack[CategoryLookups]) -> None: ...

class CategoryMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def category_metafield(**lookups: Unpack[CategoryMetafieldLookups]) -> None: ...

class CategoryProductSortOrderLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    category_id: int | str
    category_id__in: Iterable[int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool

def category_product_sort_order(**lookups: Unpack[CategoryProductSortOrderLookups]) -> None: ...

class CategoryTreeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel_id: int
    channel_id__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    channels: int
    channels__in: Iterable[int]
    channels__contains: int
    channels__isnull: bool

def category_tree(**lookups: Unpack[CategoryTreeLookups]) -> None: ...

class TreeCategoryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    tree: Resource | int | str | None
    tree__in: Iterable[Resource | int | str]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    keyword: str
    category_id: int | None
    category_id__ne: int | None
    category_id__in: Iterable[int]
    category_id__not_in: Iterable[int]
    category_id__gt: int
    category_id__gte: int
    category_id__lt: int
    category_id__lte: int
    category_id__range: tuple[int, int]
    category_id__isnull: bool
    category_uuid: str | None
    category_uuid__ne: str | None
    category_uuid__in: Iterable[str]
    category_uuid__not_in: Iterable[str]
    category_uuid__contains: str
    category_uuid__icontains: str
    category_uuid__iexact: str
    category_uuid__startswith: str
    category_uuid__istartswith: str
    category_uuid__endswith: str
    category_uuid__iendswith: str
    category_uuid__regex: str
    category_uuid__isnull: bool
    tree_id: int | None
    tree_id__ne: int | None
    tree_id__in: Iterable[int]
    tree_id__not_in: Iterable[int]
    tree_id__gt: int
    tree_id__gte: int
    tree_id__lt: int
    tree_id__lte: int
    tree_id__range: tuple[int, int]
    tree_id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    views: int | None
    views__ne: int | None
    views__in: Iterable[int]
    views__not_in: Iterable[int]
    views__gt: int
    views__gte: int
    views__lt: int
    views__lte: int
    views__range: tuple[int, int]
    views__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    default_product_sort: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__ne: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__not_in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__isnull: bool
    url__path: str | None
    url__path__ne: str | None
    url__path__in: Iterable[str]
    url__path__not_in: Iterable[str]
    url__path__contains: str
    url__path__icontains: str
    url__path__iexact: str
    url__path__startswith: str
    url__path__istartswith: str
    url__path__endswith: str
    url__path__iendswith: str
    url__path__regex: str
    url__path__isnull: bool
    url__is_customized: bool | None
    url__is_customized__isnull: bool
    url__isnull: bool

def tree_category(**lookups: Unpack[TreeCategoryLookups]) -> None: ...

class TreeNodeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    tree_id: int | str
    tree_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    depth: int | None
    depth__ne: int | None
    depth__in: Iterable[int]
    depth__not_in: Iterable[int]
    depth__gt: int
    depth__gte: int
    depth__lt: int
    depth__lte: int
    depth__range: tuple[int, int]
    depth__isnull: bool
    path: int
    path__in: Iterable[int]
    path__contains: int
    path__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    children__isnull: bool

def tree_node(**lookups: Unpack[TreeNodeLookups]) -> None: ...

class ChannelLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    available: bool
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["pos", "marketplace", "storefront", "marketing"] | None
    type__ne: Literal["pos", "marketplace", "storefront", "marketing"] | None
    type__in: Iterable[Literal["pos", "marketplace", "storefront", "marketing"]]
    type__not_in: Iterable[Literal["pos", "marketplace", "storefront", "marketing"]]
    type__isnull: bool
    platform: str | None
    platform__ne: str | None
    platform__in: Iterable[str]
    platform__not_in: Iterable[str]
    platform__contains: str
    platform__icontains: str
    platform__iexact: str
    platform__startswith: str
    platform__istartswith: str
    platform__endswith: str
    platform__iendswith: str
    platform__regex: str
    platform__isnull: bool
    status: Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"] | None
    status__ne: Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"] | None
    status__in: Iterable[Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"]]
    status__not_in: Iterable[Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"]]
    status__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    is_listable_from_ui: bool | None
    is_listable_from_ui__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_enabled: bool | None
    is_enabled__isnull: bool
    icon_url: str | None
    icon_url__ne: str | None
    icon_url__in: Iterable[str]
    icon_url__not_in: Iterable[str]
    icon_url__contains: str
    icon_url__icontains: str
    icon_url__iexact: str
    icon_url__startswith: str
    icon_url__istartswith: str
    icon_url__endswith: str
    icon_url__iendswith: str
    icon_url__regex: str
    icon_url__isnull: bool
    currencies__channel_id: int | None
    currencies__channel_id__ne: int | None
    currencies__channel_id__in: Iterable[int]
    currencies__channel_id__not_in: Iterable[int]
    currencies__channel_id__gt: int
    currencies__channel_id__gte: int
    currencies__channel_id__lt: int
    currencies__channel_id__lte: int
    currencies__channel_id__range: tuple[int, int]
    currencies__channel_id__isnull: bool
    currencies__enabled_currencies: str
    currencies__enabled_currencies__in: Iterable[str]
    currencies__enabled_currencies__contains: str
    currencies__enabled_currencies__isnull: bool
    currencies__default_currency: str | None
    currencies__default_currency__ne: str | None
    currencies__default_currency__in: Iterable[str]
    currencies__default_currency__not_in: Iterable[str]
    currencies__default_currency__contains: str
    currencies__default_currency__icontains: str
    currencies__default_currency__iexact: str
    currencies__default_currency__startswith: str
    currencies__default_currency__istartswith: str
    currencies__default_currency__endswith: str
    currencies__default_currency__iendswith: str
    currencies__default_currency__regex: str
    currencies__default_currency__isnull: bool
    currencies__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def channel(**lookups: Unpack[ChannelLookups]) -> None: ...

class ChannelActiveThemeLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    active_theme_uuid: str | None
    active_theme_uuid__ne: str | None
    active_theme_uuid__in: Iterable[str]
    active_theme_uuid__not_in: Iterable[str]
    active_theme_uuid__contains: str
    active_theme_uuid__icontains: str
    active_theme_uuid__iexact: str
    active_theme_uuid__startswith: str
    active_theme_uuid__istartswith: str
    active_theme_uuid__endswith: str
    active_theme_uuid__iendswith: str
    active_theme_uuid__regex: str
    active_theme_uuid__isnull: bool
    active_theme_configuration_uuid: str | None
    active_theme_configuration_uuid__ne: str | None
    active_theme_configuration_uuid__in: Iterable[str]
    active_theme_configuration_uuid__not_in: Iterable[str]
    active_theme_configuration_uuid__contains: str
    active_theme_configuration_uuid__icontains: str
    active_theme_configuration_uuid__iexact: str
    active_theme_configuration_uuid__startswith: str
    active_theme_configuration_uuid__istartswith: str
    active_theme_configuration_uuid__endswith: str
    active_theme_configuration_uuid__iendswith: str
    active_theme_configuration_uuid__regex: str
    active_theme_configuration_uuid__isnull: bool
    active_theme_version_uuid: str | None
    active_theme_version_uuid__ne: str | None
    active_theme_version_uuid__in: Iterable[str]
    active_theme_version_uuid__not_in: Iterable[str]
    active_theme_version_uuid__contains: str
    active_theme_version_uuid__icontains: str
    active_theme_version_uuid__iexact: str
    active_theme_version_uuid__startswith: str
    active_theme_version_uuid__istartswith: str
    active_theme_version_uuid__endswith: str
    active_theme_version_uuid__iendswith: str
    active_theme_version_uuid__regex: str
    active_theme_version_uuid__isnull: bool
    saved_theme_configuration_uuid: str | None
    saved_theme_configuration_uuid__ne: str | None
    saved_theme_configuration_uuid__in: Iterable[str]
    saved_theme_configuration_uuid__not_in: Iterable[str]
    saved_theme_configuration_uuid__contains: str
    saved_theme_configuration_uuid__icontains: str
    saved_theme_configuration_uuid__iexact: str
    saved_theme_configuration_uuid__startswith: str
    saved_theme_configuration_uuid__istartswith: str
    saved_theme_configuration_uuid__endswith: str
    saved_theme_configuration_uuid__iendswith: str
    saved_theme_configuration_uuid__regex: str
    saved_theme_configuration_uuid__isnull: bool

def channel_active_theme(**lookups: Unpack[ChannelActiveThemeLookups]) -> None: ...

class ChannelListingLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel: Resource | int | str
    channel__in: Iterable[Resource | int | str]
    listing_id: int | None
    listing_id__ne: int | None
    listing_id__in: Iterable[int]
    listing_id__not_in: Iterable[int]
    listing_id__gt: int
    listing_id__gte: int
    listing_id__lt: int
    listing_id__lte: int
    listing_id__range: tuple[int, int]
    listing_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    state: Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"] | None
    state__ne: Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"] | None
    state__in: Iterable[Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"]]
    state__not_in: Iterable[Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"]]
    state__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    variants__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def channel_listing(**lookups: Unpack[ChannelListingLookups]) -> None: ...

class ChannelMenusLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    bigcommerce_protected_app_sections: Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]
    bigcommerce_protected_app_sections__in: Iterable[Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]]
    bigcommerce_protected_app_sections__contains: Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]
    bigcommerce_protected_app_sections__isnull: bool
    custom_app_sections__isnull: bool

def channel_menus(**lookups: Unpack[ChannelMenusLookups]) -> None: ...

class ChannelMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def channel_metafield(**lookups: Unpack[ChannelMetafieldLookups]) -> None: ...

class CurrencyAssignmentLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel: Resource | int | str
    channel__in: Iterable[Resource | int | str]
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    enabled_currencies: str
    enabled_currencies__in: Iterable[str]
    enabled_currencies__contains: str
    enabled_currencies__isnull: bool
    default_currency: str | None
    default_currency__ne: str | None
    default_currency__in: Iterable[str]
    default_currency__not_in: Iterable[str]
    default_currency__contains: str
    default_currency__icontains: str
    default_currency__iexact: str
    default_currency__startswith: str
    default_currency__istartswith: str
    default_currency__endswith: str
    default_currency__iendswith: str
    default_currency__regex: str
    default_currency__isnull: bool

def currency_assignment(**lookups: Unpack[CurrencyAssignmentLookups]) -> None: ...

class CheckoutLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    whole_cart: Resource | int | str | None
    whole_cart__in: Iterable[Resource | int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    cart__id: str | None
    cart__id__ne: str | None
    cart__id__in: Iterable[str]
    cart__id__not_in: Iterable[str]
    cart__id__contains: str
    cart__id__icontains: str
    cart__id__iexact: str
    cart__id__startswith: str
    cart__id__istartswith: str
    cart__id__endswith: str
    cart__id__iendswith: str
    cart__id__regex: str
    cart__id__isnull: bool
    cart__customer_id: int | None
    cart__customer_id__ne: int | None
    cart__customer_id__in: Iterable[int]
    cart__customer_id__not_in: Iterable[int]
    cart__customer_id__gt: int
    cart__customer_id__gte: int
    cart__customer_id__lt: int
    cart__customer_id__lte: int
    cart__customer_id__range: tuple[int, int]
    cart__customer_id__isnull: bool
    cart__channel_id: int | None
    cart__channel_id__ne: int | None
    cart__channel_id__in: Iterable[int]
    cart__channel_id__not_in: Iterable[int]
    cart__channel_id__gt: int
    cart__channel_id__gte: int
    cart__channel_id__lt: int
    cart__channel_id__lte: int
    cart__channel_id__range: tuple[int, int]
    cart__channel_id__isnull: bool
    cart__email: str | None
    cart__email__ne: str | None
    cart__email__in: Iterable[str]
    cart__email__not_in: Iterable[str]
    cart__email__contains: str
    cart__email__icontains: str
    cart__email__iexact: str
    cart__email__startswith: str
    cart__email__istartswith: str
    cart__email__endswith: str
    cart__email__iendswith: str
    cart__email__regex: str
    cart__email__isnull: bool
    cart__currency__isnull: bool
    cart__tax_included: bool | None
    cart__tax_included__isnull: bool
    cart__base_amount: Decimal | int | None
    cart__base_amount__ne: Decimal | int | None
    cart__base_amount__in: Iterable[Decimal | int]
    cart__base_amount__not_in: Iterable[Decimal | int]
    cart__base_amount__gt: Decimal | int
    cart__base_amount__gte: Decimal | int
    cart__base_amount__lt: Decimal | int
    cart__base_amount__lte: Decimal | int
    cart__base_amount__range: tuple[Decimal | int, Decimal | int]
    cart__base_amount__isnull: bool
    cart__discount_amount: Decimal | int | None
    cart__discount_amount__ne: Decimal | int | None
    cart__discount_amount__in: Iterable[Decimal | int]
    cart__discount_amount__not_in: Iterable[Decimal | int]
    cart__discount_amount__gt: Decimal | int
    cart__discount_amount__gte: Decimal | int
    cart__discount_amount__lt: Decimal | int
    cart__discount_amount__lte: Decimal | int
    cart__discount_amount__range: tuple[Decimal | int, Decimal | int]
    cart__discount_amount__isnull: bool
    cart__cart_amount_inc_tax: Decimal | int | None
    cart__cart_amount_inc_tax__ne: Decimal | int | None
    cart__cart_amount_inc_tax__in: Iterable[Decimal | int]
    cart__cart_amount_inc_tax__not_in: Iterable[Decimal | int]
    cart__cart_amount_inc_tax__gt: Decimal | int
    cart__cart_amount_inc_tax__gte: Decimal | int
    cart__cart_amount_inc_tax__lt: Decimal | int
    cart__cart_amount_inc_tax__lte: Decimal | int
    cart__cart_amount_inc_tax__range: tuple[Decimal | int, Decimal | int]
    cart__cart_amount_inc_tax__isnull: bool
    cart__cart_amount_ex_tax: Decimal | int | None
    cart__cart_amount_ex_tax__ne: Decimal | int | None
    cart__cart_amount_ex_tax__in: Iterable[Decimal | int]
    cart__cart_amount_ex_tax__not_in: Iterable[Decimal | int]
    cart__cart_amount_ex_tax__gt: Decimal | int
    cart__cart_amount_ex_tax__gte: Decimal | int
    cart__cart_amount_ex_tax__lt: Decimal | int
    cart__cart_amount_ex_tax__lte: Decimal | int
    cart__cart_amount_ex_tax__range: tuple[Decimal | int, Decimal | int]
    cart__cart_amount_ex_tax__isnull: bool
    cart__coupons__isnull: bool
    cart__discounts__isnull: bool
    cart__line_items__isnull: bool
    cart__created_time: datetime | None
    cart__created_time__ne: datetime | None
    cart__created_time__in: Iterable[datetime]
    cart__created_time__not_in: Iterable[datetime]
    cart__created_time__gt: datetime
    cart__created_time__gte: datetime
    cart__created_time__lt: datetime
    cart__created_time__lte: datetime
    cart__created_time__range: tuple[datetime, datetime]
    cart__created_time__isnull: bool
    cart__updated_time: datetime | None
    cart__updated_time__ne: datetime | None
    cart__updated_time__in: Iterable[datetime]
    cart__updated_time__not_in: Iterable[datetime]
    cart__updated_time__gt: datetime
    cart__updated_time__gte: datetime
    cart__updated_time__lt: datetime
    cart__updated_time__lte: datetime
    cart__updated_time__range: tuple[datetime, datetime]
    cart__updated_time__isnull: bool
    cart__isnull: bool
    billing_address__id: str | None
    billing_address__id__ne: str | None
    billing_address__id__in: Iterable[str]
    billing_address__id__not_in: Iterable[str]
    billing_address__id__contains: str
    billing_address__id__icontains: str
    billing_address__id__iexact: str
    billing_address__id__startswith: str
    billing_address__id__istartswith: str
    billing_address__id__endswith: str
    billing_address__id__iendswith: str
    billing_address__id__regex: str
    billing_address__id__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__address1: str | None
    billing_address__address1__ne: str | None
    billing_address__address1__in: Iterable[str]
    billing_address__address1__not_in: Iterable[str]
    billing_address__address1__contains: str
    billing_address__address1__icontains: str
    billing_address__address1__iexact: str
    billing_address__address1__startswith: str
    billing_address__address1__istartswith: str
    billing_address__address1__endswith: str
    billing_address__address1__iendswith: str
    billing_address__address1__regex: str
    billing_address__address1__isnull: bool
    billing_address__address2: str | None
    billing_address__address2__ne: str | None
    billing_address__address2__in: Iterable[str]
    billing_address__address2__not_in: Iterable[str]
    billing_address__address2__contains: str
    billing_address__address2__icontains: str
    billing_address__address2__iexact: str
    billing_address__address2__startswith: str
    billing_address__address2__istartswith: str
    billing_address__address2__endswith: str
    billing_address__address2__iendswith: str
    billing_address__address2__regex: str
    billing_address__address2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__state_or_province: str | None
    billing_address__state_or_province__ne: str | None
    billing_address__state_or_province__in: Iterable[str]
    billing_address__state_or_province__not_in: Iterable[str]
    billing_address__state_or_province__contains: str
    billing_address__state_or_province__icontains: str
    billing_address__state_or_province__iexact: str
    billing_address__state_or_province__startswith: str
    billing_address__state_or_province__istartswith: str
    billing_address__state_or_province__endswith: str
    billing_address__state_or_province__iendswith: str
    billing_address__state_or_province__regex: str
    billing_address__state_or_province__isnull: bool
    billing_address__state_or_province_code: str | None
    billing_address__state_or_province_code__ne: str | None
    billing_address__state_or_province_code__in: Iterable[str]
    billing_address__state_or_province_code__not_in: Iterable[str]
    billing_address__state_or_province_code__contains: str
    billing_address__state_or_province_code__icontains: str
    billing_address__state_or_province_code__iexact: str
    billing_address__state_or_province_code__startswith: str
    billing_address__state_or_province_code__istartswith: str
    billing_address__state_or_province_code__endswith: str
    billing_address__state_or_province_code__iendswith: str
    billing_address__state_or_province_code__regex: str
    billing_address__state_or_province_code__isnull: bool
    billing_address__country_code: str | None
    billing_address__country_code__ne: str | None
    billing_address__country_code__in: Iterable[str]
    billing_address__country_code__not_in: Iterable[str]
    billing_address__country_code__contains: str
    billing_address__country_code__icontains: str
    billing_address__country_code__iexact: str
    billing_address__country_code__startswith: str
    billing_address__country_code__istartswith: str
    billing_address__country_code__endswith: str
    billing_address__country_code__iendswith: str
    billing_address__country_code__regex: str
    billing_address__country_code__isnull: bool
    billing_address__postal_code: str | None
    billing_address__postal_code__ne: str | None
    billing_address__postal_code__in: Iterable[str]
    billing_address__postal_code__not_in: Iterable[str]
    billing_address__postal_code__contains: str
    billing_address__postal_code__icontains: str
    billing_address__postal_code__iexact: str
    billing_address__postal_code__startswith: str
    billing_address__postal_code__istartswith: str
    billing_address__postal_code__endswith: str
    billing_address__postal_code__iendswith: str
    billing_address__postal_code__regex: str
    billing_address__postal_code__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__custom_fields__isnull: bool
    billing_address__isnull: bool
    consignments__isnull: bool
    taxes__isnull: bool
    coupons__isnull: bool
    fees__isnull: bool
    order_id: str | None
    order_id__ne: str | None
    order_id__in: Iterable[str]
    order_id__not_in: Iterable[str]
    order_id__contains: str
    order_id__icontains: str
    order_id__iexact: str
    order_id__startswith: str
    order_id__istartswith: str
    order_id__endswith: str
    order_id__iendswith: str
    order_id__regex: str
    order_id__isnull: bool
    shipping_cost_total_inc_tax: Decimal | int | None
    shipping_cost_total_inc_tax__ne: Decimal | int | None
    shipping_cost_total_inc_tax__in: Iterable[Decimal | int]
    shipping_cost_total_inc_tax__not_in: Iterable[Decimal | int]
    shipping_cost_total_inc_tax__gt: Decimal | int
    shipping_cost_total_inc_tax__gte: Decimal | int
    shipping_cost_total_inc_tax__lt: Decimal | int
    shipping_cost_total_inc_tax__lte: Decimal | int
    shipping_cost_total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_total_inc_tax__isnull: bool
    shipping_cost_total_ex_tax: Decimal | int | None
    shipping_cost_total_ex_tax__ne: Decimal | int | None
    shipping_cost_total_ex_tax__in: Iterable[Decimal | int]
    shipping_cost_total_ex_tax__not_in: Iterable[Decimal | int]
    shipping_cost_total_ex_tax__gt: Decimal | int
    shipping_cost_total_ex_tax__gte: Decimal | int
    shipping_cost_total_ex_tax__lt: Decimal | int
    shipping_cost_total_ex_tax__lte: Decimal | int
    shipping_cost_total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_total_ex_tax__isnull: bool
    handling_cost_total_inc_tax: Decimal | int | None
    handling_cost_total_inc_tax__ne: Decimal | int | None
    handling_cost_total_inc_tax__in: Iterable[Decimal | int]
    handling_cost_total_inc_tax__not_in: Iterable[Decimal | int]
    handling_cost_total_inc_tax__gt: Decimal | int
    handling_cost_total_inc_tax__gte: Decimal | int
    handling_cost_total_inc_tax__lt: Decimal | int
    handling_cost_total_inc_tax__lte: Decimal | int
    handling_cost_total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_total_inc_tax__isnull: bool
    handling_cost_total_ex_tax: Decimal | int | None
    handling_cost_total_ex_tax__ne: Decimal | int | None
    handling_cost_total_ex_tax__in: Iterable[Decimal | int]
    handling_cost_total_ex_tax__not_in: Iterable[Decimal | int]
    handling_cost_total_ex_tax__gt: Decimal | int
    handling_cost_total_ex_tax__gte: Decimal | int
    handling_cost_total_ex_tax__lt: Decimal | int
    handling_cost_total_ex_tax__lte: Decimal | int
    handling_cost_total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_total_ex_tax__isnull: bool
    tax_total: Decimal | int | None
    tax_total__ne: Decimal | int | None
    tax_total__in: Iterable[Decimal | int]
    tax_total__not_in: Iterable[Decimal | int]
    tax_total__gt: Decimal | int
    tax_total__gte: Decimal | int
    tax_total__lt: Decimal | int
    tax_total__lte: Decimal | int
    tax_total__range: tuple[Decimal | int, Decimal | int]
    tax_total__isnull: bool
    subtotal_inc_tax: Decimal | int | None
    subtotal_inc_tax__ne: Decimal | int | None
    subtotal_inc_tax__in: Iterable[Decimal | int]
    subtotal_inc_tax__not_in: Iterable[Decimal | int]
    subtotal_inc_tax__gt: Decimal | int
    subtotal_inc_tax__gte: Decimal | int
    subtotal_inc_tax__lt: Decimal | int
    subtotal_inc_tax__lte: Decimal | int
    subtotal_inc_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_inc_tax__isnull: bool
    subtotal_ex_tax: Decimal | int | None
    subtotal_ex_tax__ne: Decimal | int | None
    subtotal_ex_tax__in: Iterable[Decimal | int]
    subtotal_ex_tax__not_in: Iterable[Decimal | int]
    subtotal_ex_tax__gt: Decimal | int
    subtotal_ex_tax__gte: Decimal | int
    subtotal_ex_tax__lt: Decimal | int
    subtotal_ex_tax__lte: Decimal | int
    subtotal_ex_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_ex_tax__isnull: bool
    grand_total: Decimal | int | None
    grand_total__ne: Decimal | int | None
    grand_total__in: Iterable[Decimal | int]
    grand_total__not_in: Iterable[Decimal | int]
    grand_total__gt: Decimal | int
    grand_total__gte: Decimal | int
    grand_total__lt: Decimal | int
    grand_total__lte: Decimal | int
    grand_total__range: tuple[Decimal | int, Decimal | int]
    grand_total__isnull: bool
    customer_message: str | None
    customer_message__ne: str | None
    customer_message__in: Iterable[str]
    customer_message__not_in: Iterable[str]
    customer_message__contains: str
    customer_message__icontains: str
    customer_message__iexact: str
    customer_message__startswith: str
    customer_message__istartswith: str
    customer_message__endswith: str
    customer_message__iendswith: str
    customer_message__regex: str
    customer_message__isnull: bool
    promotions__isnull: bool
    created_time: datetime | None
    created_time__ne: datetime | None
    created_time__in: Iterable[datetime]
    created_time__not_in: Iterable[datetime]
    created_time__gt: datetime
    created_time__gte: datetime
    created_time__lt: datetime
    created_time__lte: datetime
    created_time__range: tuple[datetime, datetime]
    created_time__isnull: bool
    updated_time: datetime | None
    updated_time__ne: datetime | None
    updated_time__in: Iterable[datetime]
    updated_time__not_in: Iterable[datetime]
    updated_time__gt: datetime
    updated_time__gte: datetime
    updated_time__lt: datetime
    updated_time__lte: datetime
    updated_time__range: tuple[datetime, datetime]
    updated_time__isnull: bool
    version: int | None
    version__ne: int | None
    version__in: Iterable[int]
    version__not_in: Iterable[int]
    version__gt: int
    version__gte: int
    version__lt: int
    version__lte: int
    version__range: tuple[int, int]
    version__isnull: bool

def checkout(**lookups: Unpack[CheckoutLookups]) -> None: ...

class CheckoutScriptsLookups(TypedDict, total=False):
    custom_checkout_script_url: str | None
    custom_checkout_script_url__ne: str | None
    custom_checkout_script_url__in: Iterable[str]
    custom_checkout_script_url__not_in: Iterable[str]
    custom_checkout_script_url__contains: str
    custom_checkout_script_url__icontains: str
    custom_checkout_script_url__iexact: str
    custom_checkout_script_url__startswith: str
    custom_checkout_script_url__istartswith: str
    custom_checkout_script_url__endswith: str
    custom_checkout_script_url__iendswith: str
    custom_checkout_script_url__regex: str
    custom_checkout_script_url__isnull: bool
    order_confirmation_use_custom_checkout_script: bool | None
    order_confirmation_use_custom_checkout_script__isnull: bool
    custom_order_confirmation_script_url: str | None
    custom_order_confirmation_script_url__ne: str | None
    custom_order_confirmation_script_url__in: Iterable[str]
    custom_order_confirmation_script_url__not_in: Iterable[str]
    custom_order_confirmation_script_url__contains: str
    custom_order_confirmation_script_url__icontains: str
    custom_order_confirmation_script_url__iexact: str
    custom_order_confirmation_script_url__startswith: str
    custom_order_confirmation_script_url__istartswith: str
    custom_order_confirmation_script_url__endswith: str
    custom_order_confirmation_script_url__iendswith: str
    custom_order_confirmation_script_url__regex: str
    custom_order_confirmation_script_url__isnull: bool
    custom_checkout_supports_uco_settings: bool | None
    custom_checkout_supports_uco_settings__isnull: bool
    custom_checkout_sri_hash: str | None
    custom_checkout_sri_hash__ne: str | None
    custom_checkout_sri_hash__in: Iterable[str]
    custom_checkout_sri_hash__not_in: Iterable[str]
    custom_checkout_sri_hash__contains: str
    custom_checkout_sri_hash__icontains: str
    custom_checkout_sri_hash__iexact: str
    custom_checkout_sri_hash__startswith: str
    custom_checkout_sri_hash__istartswith: str
    custom_checkout_sri_hash__endswith: str
    custom_checkout_sri_hash__iendswith: str
    custom_checkout_sri_hash__regex: str
    custom_checkout_sri_hash__isnull: bool
    custom_order_confirmation_sri_hash: str | None
    custom_order_confirmation_sri_hash__ne: str | None
    custom_order_confirmation_sri_hash__in: Iterable[str]
    custom_order_confirmation_sri_hash__not_in: Iterable[str]
    custom_order_confirmation_sri_hash__contains: str
    custom_order_confirmation_sri_hash__icontains: str
    custom_order_confirmation_sri_hash__iexact: str
    custom_order_confirmation_sri_hash__startswith: str
    custom_order_confirmation_sri_hash__istartswith: str
    custom_order_confirmation_sri_hash__endswith: str
    custom_order_confirmation_sri_hash__iendswith: str
    custom_order_confirmation_sri_hash__regex: str
    custom_order_confirmation_sri_hash__isnull: bool

class CheckoutChannelSettingsLookups(CheckoutScriptsLookups, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    checkout_type: str | None
    checkout_type__ne: str | None
    checkout_type__in: Iterable[str]
    checkout_type__not_in: Iterable[str]
    checkout_type__contains: str
    checkout_type__icontains: str
    checkout_type__iexact: str
    checkout_type__startswith: str
    checkout_type__istartswith: str
    checkout_type__endswith: str
    checkout_type__iendswith: str
    checkout_type__regex: str
    checkout_type__isnull: bool
    guest_checkout_type: str | None
    guest_checkout_type__ne: str | None
    guest_checkout_type__in: Iterable[str]
    guest_checkout_type__not_in: Iterable[str]
    guest_checkout_type__contains: str
    guest_checkout_type__icontains: str
    guest_checkout_type__iexact: str
    guest_checkout_type__startswith: str
    guest_checkout_type__istartswith: str
    guest_checkout_type__endswith: str
    guest_checkout_type__iendswith: str
    guest_checkout_type__regex: str
    guest_checkout_type__isnull: bool
    guest_checkout_for_existing_accounts: str | None
    guest_checkout_for_existing_accounts__ne: str | None
    guest_checkout_for_existing_accounts__in: Iterable[str]
    guest_checkout_for_existing_accounts__not_in: Iterable[str]
    guest_checkout_for_existing_accounts__contains: str
    guest_checkout_for_existing_accounts__icontains: str
    guest_checkout_for_existing_accounts__iexact: str
    guest_checkout_for_existing_accounts__startswith: str
    guest_checkout_for_existing_accounts__istartswith: str
    guest_checkout_for_existing_accounts__endswith: str
    guest_checkout_for_existing_accounts__iendswith: str
    guest_checkout_for_existing_accounts__regex: str
    guest_checkout_for_existing_accounts__isnull: bool
    policy_consent: str | None
    policy_consent__ne: str | None
    policy_consent__in: Iterable[str]
    policy_consent__not_in: Iterable[str]
    policy_consent__contains: str
    policy_consent__icontains: str
    policy_consent__iexact: str
    policy_consent__startswith: str
    policy_consent__istartswith: str
    policy_consent__endswith: str
    policy_consent__iendswith: str
    policy_consent__regex: str
    policy_consent__isnull: bool
    order_confirmation_contact_email: str | None
    order_confirmation_contact_email__ne: str | None
    order_confirmation_contact_email__in: Iterable[str]
    order_confirmation_contact_email__not_in: Iterable[str]
    order_confirmation_contact_email__contains: str
    order_confirmation_contact_email__icontains: str
    order_confirmation_contact_email__iexact: str
    order_confirmation_contact_email__startswith: str
    order_confirmation_contact_email__istartswith: str
    order_confirmation_contact_email__endswith: str
    order_confirmation_contact_email__iendswith: str
    order_confirmation_contact_email__regex: str
    order_confirmation_contact_email__isnull: bool
    is_order_terms_and_conditions_enabled: bool | None
    is_order_terms_and_conditions_enabled__isnull: bool
    order_terms_and_conditions_type: str | None
    order_terms_and_conditions_type__ne: str | None
    order_terms_and_conditions_type__in: Iterable[str]
    order_terms_and_conditions_type__not_in: Iterable[str]
    order_terms_and_conditions_type__contains: str
    order_terms_and_conditions_type__icontains: str
    order_terms_and_conditions_type__iexact: str
    order_terms_and_conditions_type__startswith: str
    order_terms_and_conditions_type__istartswith: str
    order_terms_and_conditions_type__endswith: str
    order_terms_and_conditions_type__iendswith: str
    order_terms_and_conditions_type__regex: str
    order_terms_and_conditions_type__isnull: bool
    order_terms_and_conditions_link: str | None
    order_terms_and_conditions_link__ne: str | None
    order_terms_and_conditions_link__in: Iterable[str]
    order_terms_and_conditions_link__not_in: Iterable[str]
    order_terms_and_conditions_link__contains: str
    order_terms_and_conditions_link__icontains: str
    order_terms_and_conditions_link__iexact: str
    order_terms_and_conditions_link__startswith: str
    order_terms_and_conditions_link__istartswith: str
    order_terms_and_conditions_link__endswith: str
    order_terms_and_conditions_link__iendswith: str
    order_terms_and_conditions_link__regex: str
    order_terms_and_conditions_link__isnull: bool
    order_terms_and_conditions_textarea: str | None
    order_terms_and_conditions_textarea__ne: str | None
    order_terms_and_conditions_textarea__in: Iterable[str]
    order_terms_and_conditions_textarea__not_in: Iterable[str]
    order_terms_and_conditions_textarea__contains: str
    order_terms_and_conditions_textarea__icontains: str
    order_terms_and_conditions_textarea__iexact: str
    order_terms_and_conditions_textarea__startswith: str
    order_terms_and_conditions_textarea__istartswith: str
    order_terms_and_conditions_textarea__endswith: str
    order_terms_and_conditions_textarea__iendswith: str
    order_terms_and_conditions_textarea__regex: str
    order_terms_and_conditions_textarea__isnull: bool
    should_redirect_to_storefront_for_auth: bool | None
    should_redirect_to_storefront_for_auth__isnull: bool

def checkout_channel_settings(**lookups: Unpack[CheckoutChannelSettingsLookups]) -> None: ...

class CheckoutSettingsLookups(CheckoutScriptsLookups, total=False):
    ...

def checkout_settings(**lookups: Unpack[CheckoutSettingsLookups]) -> None: ...

class CountryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    country_iso2: str | None
    country_iso2__ne: str | None
    country_iso2__in: Iterable[str]
    country_iso2__not_in: Iterable[str]
    country_iso2__contains: str
    country_iso2__icontains: str
    country_iso2__iexact: str
    country_iso2__startswith: str
    country_iso2__istartswith: str
    country_iso2__endswith: str
    country_iso2__iendswith: str
    country_iso2__regex: str
    country_iso2__isnull: bool
    country_iso3: str | None
    country_iso3__ne: str | None
    country_iso3__in: Iterable[str]
    country_iso3__not_in: Iterable[str]
    country_iso3__contains: str
    country_iso3__icontains: str
    country_iso3__iexact: str
    country_iso3__startswith: str
    country_iso3__istartswith: str
    country_iso3__endswith: str
    country_iso3__iendswith: str
    country_iso3__regex: str
    country_iso3__isnull: bool

def country(**lookups: Unpack[CountryLookups]) -> None: ...

class StateLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    country: Resource | int | str
    country__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    state: str | None
    state__ne: str | None
    state__in: Iterable[str]
    state__not_in: Iterable[str]
    state__contains: str
    state__icontains: str
    state__iexact: str
    state__startswith: str
    state__istartswith: str
    state__endswith: str
    state__iendswith: str
    state__regex: str
    state__isnull: bool
    state_abbreviation: str | None
    state_abbreviation__ne: str | None
    state_abbreviation__in: Iterable[str]
    state_abbreviation__not_in: Iterable[str]
    state_abbreviation__contains: str
    state_abbreviation__icontains: str
    state_abbreviation__iexact: str
    state_abbreviation__startswith: str
    state_abbreviation__istartswith: str
    state_abbreviation__endswith: str
    state_abbreviation__iendswith: str
    state_abbreviation__regex: str
    state_abbreviation__isnull: bool
    country_id: int | None
    country_id__ne: int | None
    country_id__in: Iterable[int]
    country_id__not_in: Iterable[int]
    country_id__gt: int
    country_id__gte: int
    country_id__lt: int
    country_id__lte: int
    country_id__range: tuple[int, int]
    country_id__isnull: bool

def state(**lookups: Unpack[StateLookups]) -> None: ...

class CouponLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    exclude_type: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"] | None
    type__ne: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"] | None
    type__in: Iterable[Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]]
    type__not_in: Iterable[Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]]
    type__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    applies_to__ids: int
    applies_to__ids__in: Iterable[int]
    applies_to__ids__contains: int
    applies_to__ids__isnull: bool
    applies_to__entity: Literal["categories", "products"] | None
    applies_to__entity__ne: Literal["categories", "products"] | None
    applies_to__entity__in: Iterable[Literal["categories", "products"]]
    applies_to__entity__not_in: Iterable[Literal["categories", "products"]]
    applies_to__entity__isnull: bool
    applies_to__isnull: bool
    min_purchase: Decimal | int | None
    min_purchase__ne: Decimal | int | None
    min_purchase__in: Iterable[Decimal | int]
    min_purchase__not_in: Iterable[Decimal | int]
    min_purchase__gt: Decimal | int
    min_purchase__gte: Decimal | int
    min_purchase__lt: Decimal | int
    min_purchase__lte: Decimal | int
    min_purchase__range: tuple[Decimal | int, Decimal | int]
    min_purchase__isnull: bool
    expires: datetime | None
    expires__ne: datetime | None
    expires__in: Iterable[datetime]
    expires__not_in: Iterable[datetime]
    expires__gt: datetime
    expires__gte: datetime
    expires__lt: datetime
    expires__lte: datetime
    expires__range: tuple[datetime, datetime]
    expires__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    max_uses: int | None
    max_uses__ne: int | None
    max_uses__in: Iterable[int]
    max_uses__not_in: Iterable[int]
    max_uses__gt: int
    max_uses__gte: int
    max_uses__lt: int
    max_uses__lte: int
    max_uses__range: tuple[int, int]
    max_uses__isnull: bool
    max_uses_per_customer: int | None
    max_uses_per_customer__ne: int | None
    max_uses_per_customer__in: Iterable[int]
    max_uses_per_customer__not_in: Iterable[int]
    max_uses_per_customer__gt: int
    max_uses_per_customer__gte: int
    max_uses_per_customer__lt: int
    max_uses_per_customer__lte: int
    max_uses_per_customer__range: tuple[int, int]
    max_uses_per_customer__isnull: bool
    num_uses: int | None
    num_uses__ne: int | None
    num_uses__in: Iterable[int]
    num_uses__not_in: Iterable[int]
    num_uses__gt: int
    num_uses__gte: int
    num_uses__lt: int
    num_uses__lte: int
    num_uses__range: tuple[int, int]
    num_uses__isnull: bool
    restricted_to__isnull: bool
    shipping_methods: str
    shipping_methods__in: Iterable[str]
    shipping_methods__contains: str
    shipping_methods__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def coupon(**lookups: Unpack[CouponLookups]) -> None: ...

class CurrencyLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    currency_code: str | None
    currency_code__ne: str | None
    currency_code__in: Iterable[str]
    currency_code__not_in: Iterable[str]
    currency_code__contains: str
    currency_code__icontains: str
    currency_code__iexact: str
    currency_code__startswith: str
    currency_code__istartswith: str
    currency_code__endswith: str
    currency_code__iendswith: str
    currency_code__regex: str
    currency_code__isnull: bool
    currency_exchange_rate: Decimal | int | None
    currency_exchange_rate__ne: Decimal | int | None
    currency_exchange_rate__in: Iterable[Decimal | int]
    currency_exchange_rate__not_in: Iterable[Decimal | int]
    currency_exchange_rate__gt: Decimal | int
    currency_exchange_rate__gte: Decimal | int
    currency_exchange_rate__lt: Decimal | int
    currency_exchange_rate__lte: Decimal | int
    currency_exchange_rate__range: tuple[Decimal | int, Decimal | int]
    currency_exchange_rate__isnull: bool
    auto_update: bool | None
    auto_update__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    is_transactional: bool | None
    is_transactional__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    country_iso2: str | None
    country_iso2__ne: str | None
    country_iso2__in: Iterable[str]
    country_iso2__not_in: Iterable[str]
    country_iso2__contains: str
    country_iso2__icontains: str
    country_iso2__iexact: str
    country_iso2__startswith: str
    country_iso2__istartswith: str
    country_iso2__endswith: str
    country_iso2__iendswith: str
    country_iso2__regex: str
    country_iso2__isnull: bool
    default_for_country_codes: str
    default_for_country_codes__in: Iterable[str]
    default_for_country_codes__contains: str
    default_for_country_codes__isnull: bool
    token_location: Literal["left", "right"] | None
    token_location__ne: Literal["left", "right"] | None
    token_location__in: Iterable[Literal["left", "right"]]
    token_location__not_in: Iterable[Literal["left", "right"]]
    token_location__isnull: bool
    token: str | None
    token__ne: str | None
    token__in: Iterable[str]
    token__not_in: Iterable[str]
    token__contains: str
    token__icontains: str
    token__iexact: str
    token__startswith: str
    token__istartswith: str
    token__endswith: str
    token__iendswith: str
    token__regex: str
    token__isnull: bool
    decimal_token: str | None
    decimal_token__ne: str | None
    decimal_token__in: Iterable[str]
    decimal_token__not_in: Iterable[str]
    decimal_token__contains: str
    decimal_token__icontains: str
    decimal_token__iexact: str
    decimal_token__startswith: str
    decimal_token__istartswith: str
    decimal_token__endswith: str
    decimal_token__iendswith: str
    decimal_token__regex: str
    decimal_token__isnull: bool
    thousands_token: str | None
    thousands_token__ne: str | None
    thousands_token__in: Iterable[str]
    thousands_token__not_in: Iterable[str]
    thousands_token__contains: str
    thousands_token__icontains: str
    thousands_token__iexact: str
    thousands_token__startswith: str
    thousands_token__istartswith: str
    thousands_token__endswith: str
    thousands_token__iendswith: str
    thousands_token__regex: str
    thousands_token__isnull: bool
    decimal_places: int | None
    decimal_places__ne: int | None
    decimal_places__in: Iterable[int]
    decimal_places__not_in: Iterable[int]
    decimal_places__gt: int
    decimal_places__gte: int
    decimal_places__lt: int
    decimal_places__lte: int
    decimal_places__range: tuple[int, int]
    decimal_places__isnull: bool
    use_default_name: bool | None
    use_default_name__isnull: bool
    last_updated: datetime | None
    last_updated__ne: datetime | None
    last_updated__in: Iterable[datetime]
    last_updated__not_in: Iterable[datetime]
    last_updated__gt: datetime
    last_updated__gte: datetime
    last_updated__lt: datetime
    last_updated__lte: datetime
    last_updated__range: tuple[datetime, datetime]
    last_updated__isnull: bool

def currency(**lookups: Unpack[CurrencyLookups]) -> None: ...

class CustomerGroupLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    is_group_for_guests: bool | None
    is_group_for_guests__isnull: bool
    category_access__type: Literal["all", "specific", "none"] | None
    category_access__type__ne: Literal["all", "specific", "none"] | None
    category_access__type__in: Iterable[Literal["all", "specific", "none"]]
    category_access__type__not_in: Iterable[Literal["all", "specific", "none"]]
    category_access__type__isnull: bool
    category_access__categories: int
    category_access__categories__in: Iterable[int]
    category_access__categories__contains: int
    category_access__categories__isnull: bool
    category_access__isnull: bool
    discount_rules__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer_group(**lookups: Unpack[CustomerGroupLookups]) -> None: ...

class CustomerConsentLookups(TypedDict, total=False):
    customer_id: int | str
    customer_id__in: Iterable[int | str]
    allow: Literal["essential", "functional", "analytics", "targeting"]
    allow__in: Iterable[Literal["essential", "functional", "analytics", "targeting"]]
    allow__contains: Literal["essential", "functional", "analytics", "targeting"]
    allow__isnull: bool
    deny: Literal["essential", "functional", "analytics", "targeting"]
    deny__in: Iterable[Literal["essential", "functional", "analytics", "targeting"]]
    deny__contains: Literal["essential", "functional", "analytics", "targeting"]
    deny__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def customer_consent(**lookups: Unpack[CustomerConsentLookups]) -> None: ...

class StoredInstrumentLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    customer_id: int | str
    customer_id__in: Iterable[int | str]
    type: Literal["stored_card", "stored_paypal_account", "stored_bank_account"] | None
    type__ne: Literal["stored_card", "stored_paypal_account", "stored_bank_account"] | None
    type__in: Iterable[Literal["stored_card", "stored_paypal_account", "stored_bank_account"]]
    type__not_in: Iterable[Literal["stored_card", "stored_paypal_account", "stored_bank_account"]]
    type__isnull: bool
    token: str | None
    token__ne: str | None
    token__in: Iterable[str]
    token__not_in: Iterable[str]
    token__contains: str
    token__icontains: str
    token__iexact: str
    token__startswith: str
    token__istartswith: str
    token__endswith: str
    token__iendswith: str
    token__regex: str
    token__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    brand: str | None
    brand__ne: str | None
    brand__in: Iterable[str]
    brand__not_in: Iterable[str]
    brand__contains: str
    brand__icontains: str
    brand__iexact: str
    brand__startswith: str
    brand__istartswith: str
    brand__endswith: str
    brand__iendswith: str
    brand__regex: str
    brand__isnull: bool
    expiry_month: int | None
    expiry_month__ne: int | None
    expiry_month__in: Iterable[int]
    expiry_month__not_in: Iterable[int]
    expiry_month__gt: int
    expiry_month__gte: int
    expiry_month__lt: int
    expiry_month__lte: int
    expiry_month__range: tuple[int, int]
    expiry_month__isnull: bool
    expiry_year: int | None
    expiry_year__ne: int | None
    expiry_year__in: Iterable[int]
    expiry_year__not_in: Iterable[int]
    expiry_year__gt: int
    expiry_year__gte: int
    expiry_year__lt: int
    expiry_year__lte: int
    expiry_year__range: tuple[int, int]
    expiry_year__isnull: bool
    issuer_identification_number: str | None
    issuer_identification_number__ne: str | None
    issuer_identification_number__in: Iterable[str]
    issuer_identification_number__not_in: Iterable[str]
    issuer_identification_number__contains: str
    issuer_identification_number__icontains: str
    issuer_identification_number__iexact: str
    issuer_identification_number__startswith: str
    issuer_identification_number__istartswith: str
    issuer_identification_number__endswith: str
    issuer_identification_number__iendswith: str
    issuer_identification_number__regex: str
    issuer_identification_number__isnull: bool
    last_4: str | None
    last_4__ne: str | None
    last_4__in: Iterable[str]
    last_4__not_in: Iterable[str]
    last_4__contains: str
    last_4__icontains: str
    last_4__iexact: str
    last_4__startswith: str
    last_4__istartswith: str
    last_4__endswith: str
    last_4__iendswith: str
    last_4__regex: str
    last_4__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__address1: str | None
    billing_address__address1__ne: str | None
    billing_address__address1__in: Iterable[str]
    billing_address__address1__not_in: Iterable[str]
    billing_address__address1__contains: str
    billing_address__address1__icontains: str
    billing_address__address1__iexact: str
    billing_address__address1__startswith: str
    billing_address__address1__istartswith: str
    billing_address__address1__endswith: str
    billing_address__address1__iendswith: str
    billing_address__address1__regex: str
    billing_address__address1__isnull: bool
    billing_address__address2: str | None
    billing_address__address2__ne: str | None
    billing_address__address2__in: Iterable[str]
    billing_address__address2__not_in: Iterable[str]
    billing_address__address2__contains: str
    billing_address__address2__icontains: str
    billing_address__address2__iexact: str
    billing_address__address2__startswith: str
    billing_address__address2__istartswith: str
    billing_address__address2__endswith: str
    billing_address__address2__iendswith: str
    billing_address__address2__regex: str
    billing_address__address2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__postal_code: str | None
    billing_address__postal_code__ne: str | None
    billing_address__postal_code__in: Iterable[str]
    billing_address__postal_code__not_in: Iterable[str]
    billing_address__postal_code__contains: str
    billing_address__postal_code__icontains: str
    billing_address__postal_code__iexact: str
    billing_address__postal_code__startswith: str
    billing_address__postal_code__istartswith: str
    billing_address__postal_code__endswith: str
    billing_address__postal_code__iendswith: str
    billing_address__postal_code__regex: str
    billing_address__postal_code__isnull: bool
    billing_address__state_or_province: str | None
    billing_address__state_or_province__ne: str | None
    billing_address__state_or_province__in: Iterable[str]
    billing_address__state_or_province__not_in: Iterable[str]
    billing_address__state_or_province__contains: str
    billing_address__state_or_province__icontains: str
    billing_address__state_or_province__iexact: str
    billing_address__state_or_province__startswith: str
    billing_address__state_or_province__istartswith: str
    billing_address__state_or_province__endswith: str
    billing_address__state_or_province__iendswith: str
    billing_address__state_or_province__regex: str
    billing_address__state_or_province__isnull: bool
    billing_address__state_or_province_code: str | None
    billing_address__state_or_province_code__ne: str | None
    billing_address__state_or_province_code__in: Iterable[str]
    billing_address__state_or_province_code__not_in: Iterable[str]
    billing_address__state_or_province_code__contains: str
    billing_address__state_or_province_code__icontains: str
    billing_address__state_or_province_code__iexact: str
    billing_address__state_or_province_code__startswith: str
    billing_address__state_or_province_code__istartswith: str
    billing_address__state_or_province_code__endswith: str
    billing_address__state_or_province_code__iendswith: str
    billing_address__state_or_province_code__regex: str
    billing_address__state_or_province_code__isnull: bool
    billing_address__country_code: str | None
    billing_address__country_code__ne: str | None
    billing_address__country_code__in: Iterable[str]
    billing_address__country_code__not_in: Iterable[str]
    billing_address__country_code__contains: str
    billing_address__country_code__icontains: str
    billing_address__country_code__iexact: str
    billing_address__country_code__startswith: str
    billing_address__country_code__istartswith: str
    billing_address__country_code__endswith: str
    billing_address__country_code__iendswith: str
    billing_address__country_code__regex: str
    billing_address__country_code__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    masked_account_number: str | None
    masked_account_number__ne: str | None
    masked_account_number__in: Iterable[str]
    masked_account_number__not_in: Iterable[str]
    masked_account_number__contains: str
    masked_account_number__icontains: str
    masked_account_number__iexact: str
    masked_account_number__startswith: str
    masked_account_number__istartswith: str
    masked_account_number__endswith: str
    masked_account_number__iendswith: str
    masked_account_number__regex: str
    masked_account_number__isnull: bool
    issuer: str | None
    issuer__ne: str | None
    issuer__in: Iterable[str]
    issuer__not_in: Iterable[str]
    issuer__contains: str
    issuer__icontains: str
    issuer__iexact: str
    issuer__startswith: str
    issuer__istartswith: str
    issuer__endswith: str
    issuer__iendswith: str
    issuer__regex: str
    issuer__isnull: bool

def stored_instrument(**lookups: Unpack[StoredInstrumentLookups]) -> None: ...

class CustomerChannelSettingsLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    privacy_settings__ask_shopper_for_tracking_consent: bool | None
    privacy_settings__ask_shopper_for_tracking_consent__isnull: bool
    privacy_settings__policy_url: str | None
    privacy_settings__policy_url__ne: str | None
    privacy_settings__policy_url__in: Iterable[str]
    privacy_settings__policy_url__not_in: Iterable[str]
    privacy_settings__policy_url__contains: str
    privacy_settings__policy_url__icontains: str
    privacy_settings__policy_url__iexact: str
    privacy_settings__policy_url__startswith: str
    privacy_settings__policy_url__istartswith: str
    privacy_settings__policy_url__endswith: str
    privacy_settings__policy_url__iendswith: str
    privacy_settings__policy_url__regex: str
    privacy_settings__policy_url__isnull: bool
    privacy_settings__isnull: bool
    customer_group_settings__guest_customer_group_id: int | None
    customer_group_settings__guest_customer_group_id__ne: int | None
    customer_group_settings__guest_customer_group_id__in: Iterable[int]
    customer_group_settings__guest_customer_group_id__not_in: Iterable[int]
    customer_group_settings__guest_customer_group_id__gt: int
    customer_group_settings__guest_customer_group_id__gte: int
    customer_group_settings__guest_customer_group_id__lt: int
    customer_group_settings__guest_customer_group_id__lte: int
    customer_group_settings__guest_customer_group_id__range: tuple[int, int]
    customer_group_settings__guest_customer_group_id__isnull: bool
    customer_group_settings__default_customer_group_id: int | None
    customer_group_settings__default_customer_group_id__ne: int | None
    customer_group_settings__default_customer_group_id__in: Iterable[int]
    customer_group_settings__default_customer_group_id__not_in: Iterable[int]
    customer_group_settings__default_customer_group_id__gt: int
    customer_group_settings__default_customer_group_id__gte: int
    customer_group_settings__default_customer_group_id__lt: int
    customer_group_settings__default_customer_group_id__lte: int
    customer_group_settings__default_customer_group_id__range: tuple[int, int]
    customer_group_settings__default_customer_group_id__isnull: bool
    customer_group_settings__isnull: bool
    allow_global_logins: bool | None
    allow_global_logins__isnull: bool

def customer_channel_settings(**lookups: Unpack[CustomerChannelSettingsLookups]) -> None: ...

class CustomerSettingsLookups(TypedDict, total=False):
    privacy_settings__ask_shopper_for_tracking_consent: bool | None
    privacy_settings__ask_shopper_for_tracking_consent__isnull: bool
    privacy_settings__policy_url: str | None
    privacy_settings__policy_url__ne: str | None
    privacy_settings__policy_url__in: Iterable[str]
    privacy_settings__policy_url__not_in: Iterable[str]
    privacy_settings__policy_url__contains: str
    privacy_settings__policy_url__icontains: str
    privacy_settings__policy_url__iexact: str
    privacy_settings__policy_url__startswith: str
    privacy_settings__policy_url__istartswith: str
    privacy_settings__policy_url__endswith: str
    privacy_settings__policy_url__iendswith: str
    privacy_settings__policy_url__regex: str
    privacy_settings__policy_url__isnull: bool
    privacy_settings__isnull: bool
    customer_group_settings__guest_customer_group_id: int | None
    customer_group_settings__guest_customer_group_id__ne: int | None
    customer_group_settings__guest_customer_group_id__in: Iterable[int]
    customer_group_settings__guest_customer_group_id__not_in: Iterable[int]
    customer_group_settings__guest_customer_group_id__gt: int
    customer_group_settings__guest_customer_group_id__gte: int
    customer_group_settings__guest_customer_group_id__lt: int
    customer_group_settings__guest_customer_group_id__lte: int
    customer_group_settings__guest_customer_group_id__range: tuple[int, int]
    customer_group_settings__guest_customer_group_id__isnull: bool
    customer_group_settings__default_customer_group_id: int | None
    customer_group_settings__default_customer_group_id__ne: int | None
    customer_group_settings__default_customer_group_id__in: Iterable[int]
    customer_group_settings__default_customer_group_id__not_in: Iterable[int]
    customer_group_settings__default_customer_group_id__gt: int
    customer_group_settings__default_customer_group_id__gte: int
    customer_group_settings__default_customer_group_id__lt: int
    customer_group_settings__default_customer_group_id__lte: int
    customer_group_settings__default_customer_group_id__range: tuple[int, int]
    customer_group_settings__default_customer_group_id__isnull: bool
    customer_group_settings__isnull: bool

def customer_settings(**lookups: Unpack[CustomerSettingsLookups]) -> None: ...

class CustomerLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    name: str
    name__icontains: str
    name__in: Iterable[str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    registration_ip_address: str | None
    registration_ip_address__ne: str | None
    registration_ip_address__in: Iterable[str]
    registration_ip_address__not_in: Iterable[str]
    registration_ip_address__contains: str
    registration_ip_address__icontains: str
    registration_ip_address__iexact: str
    registration_ip_address__startswith: str
    registration_ip_address__istartswith: str
    registration_ip_address__endswith: str
    registration_ip_address__iendswith: str
    registration_ip_address__regex: str
    registration_ip_address__isnull: bool
    notes: str | None
    notes__ne: str | None
    notes__in: Iterable[str]
    notes__not_in: Iterable[str]
    notes__contains: str
    notes__icontains: str
    notes__iexact: str
    notes__startswith: str
    notes__istartswith: str
    notes__endswith: str
    notes__iendswith: str
    notes__regex: str
    notes__isnull: bool
    tax_exempt_category: str | None
    tax_exempt_category__ne: str | None
    tax_exempt_category__in: Iterable[str]
    tax_exempt_category__not_in: Iterable[str]
    tax_exempt_category__contains: str
    tax_exempt_category__icontains: str
    tax_exempt_category__iexact: str
    tax_exempt_category__startswith: str
    tax_exempt_category__istartswith: str
    tax_exempt_category__endswith: str
    tax_exempt_category__iendswith: str
    tax_exempt_category__regex: str
    tax_exempt_category__isnull: bool
    customer_group_id: int | None
    customer_group_id__ne: int | None
    customer_group_id__in: Iterable[int]
    customer_group_id__not_in: Iterable[int]
    customer_group_id__gt: int
    customer_group_id__gte: int
    customer_group_id__lt: int
    customer_group_id__lte: int
    customer_group_id__range: tuple[int, int]
    customer_group_id__isnull: bool
    address_count: int | None
    address_count__ne: int | None
    address_count__in: Iterable[int]
    address_count__not_in: Iterable[int]
    address_count__gt: int
    address_count__gte: int
    address_count__lt: int
    address_count__lte: int
    address_count__range: tuple[int, int]
    address_count__isnull: bool
    attribute_count: int | None
    attribute_count__ne: int | None
    attribute_count__in: Iterable[int]
    attribute_count__not_in: Iterable[int]
    attribute_count__gt: int
    attribute_count__gte: int
    attribute_count__lt: int
    attribute_count__lte: int
    attribute_count__range: tuple[int, int]
    attribute_count__isnull: bool
    authentication__force_password_reset: bool | None
    authentication__force_password_reset__isnull: bool
    authentication__new_password: str | None
    authentication__new_password__ne: str | None
    authentication__new_password__in: Iterable[str]
    authentication__new_password__not_in: Iterable[str]
    authentication__new_password__contains: str
    authentication__new_password__icontains: str
    authentication__new_password__iexact: str
    authentication__new_password__startswith: str
    authentication__new_password__istartswith: str
    authentication__new_password__endswith: str
    authentication__new_password__iendswith: str
    authentication__new_password__regex: str
    authentication__new_password__isnull: bool
    authentication__isnull: bool
    accepts_product_review_abandoned_cart_emails: bool | None
    accepts_product_review_abandoned_cart_emails__isnull: bool
    trigger_account_created_notification: bool | None
    trigger_account_created_notification__isnull: bool
    origin_channel_id: int | None
    origin_channel_id__ne: int | None
    origin_channel_id__in: Iterable[int]
    origin_channel_id__not_in: Iterable[int]
    origin_channel_id__gt: int
    origin_channel_id__gte: int
    origin_channel_id__lt: int
    origin_channel_id__lte: int
    origin_channel_id__range: tuple[int, int]
    origin_channel_id__isnull: bool
    channel_ids: int
    channel_ids__in: Iterable[int]
    channel_ids__contains: int
    channel_ids__isnull: bool
    store_credit_amounts__isnull: bool
    form_fields__isnull: bool
    shopper_profile_id: str | None
    shopper_profile_id__ne: str | None
    shopper_profile_id__in: Iterable[str]
    shopper_profile_id__not_in: Iterable[str]
    shopper_profile_id__contains: str
    shopper_profile_id__icontains: str
    shopper_profile_id__iexact: str
    shopper_profile_id__startswith: str
    shopper_profile_id__istartswith: str
    shopper_profile_id__endswith: str
    shopper_profile_id__iendswith: str
    shopper_profile_id__regex: str
    shopper_profile_id__isnull: bool
    segment_ids: str
    segment_ids__in: Iterable[str]
    segment_ids__contains: str
    segment_ids__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer(**lookups: Unpack[CustomerLookups]) -> None: ...

class CustomerAddressLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    name: str
    name__in: Iterable[str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    address1: str | None
    address1__ne: str | None
    address1__in: Iterable[str]
    address1__not_in: Iterable[str]
    address1__contains: str
    address1__icontains: str
    address1__iexact: str
    address1__startswith: str
    address1__istartswith: str
    address1__endswith: str
    address1__iendswith: str
    address1__regex: str
    address1__isnull: bool
    address2: str | None
    address2__ne: str | None
    address2__in: Iterable[str]
    address2__not_in: Iterable[str]
    address2__contains: str
    address2__icontains: str
    address2__iexact: str
    address2__startswith: str
    address2__istartswith: str
    address2__endswith: str
    address2__iendswith: str
    address2__regex: str
    address2__isnull: bool
    city: str | None
    city__ne: str | None
    city__in: Iterable[str]
    city__not_in: Iterable[str]
    city__contains: str
    city__icontains: str
    city__iexact: str
    city__startswith: str
    city__istartswith: str
    city__endswith: str
    city__iendswith: str
    city__regex: str
    city__isnull: bool
    state_or_province: str | None
    state_or_province__ne: str | None
    state_or_province__in: Iterable[str]
    state_or_province__not_in: Iterable[str]
    state_or_province__contains: str
    state_or_province__icontains: str
    state_or_province__iexact: str
    state_or_province__startswith: str
    state_or_province__istartswith: str
    state_or_province__endswith: str
    state_or_province__iendswith: str
    state_or_province__regex: str
    state_or_province__isnull: bool
    postal_code: str | None
    postal_code__ne: str | None
    postal_code__in: Iterable[str]
    postal_code__not_in: Iterable[str]
    postal_code__contains: str
    postal_code__icontains: str
    postal_code__iexact: str
    postal_code__startswith: str
    postal_code__istartswith: str
    postal_code__endswith: str
    postal_code__iendswith: str
    postal_code__regex: str
    postal_code__isnull: bool
    country_code: str | None
    country_code__ne: str | None
    country_code__in: Iterable[str]
    country_code__not_in: Iterable[str]
    country_code__contains: str
    country_code__icontains: str
    country_code__iexact: str
    country_code__startswith: str
    country_code__istartswith: str
    country_code__endswith: str
    country_code__iendswith: str
    country_code__regex: str
    country_code__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    address_type: Literal["residential", "commercial"] | None
    address_type__ne: Literal["residential", "commercial"] | None
    address_type__in: Iterable[Literal["residential", "commercial"]]
    address_type__not_in: Iterable[Literal["residential", "commercial"]]
    address_type__isnull: bool
    form_fields__isnull: bool

def customer_address(**lookups: Unpack[CustomerAddressLookups]) -> None: ...

class CustomerAttributeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["string", "number", "date"] | None
    type__ne: Literal["string", "number", "date"] | None
    type__in: Iterable[Literal["string", "number", "date"]]
    type__not_in: Iterable[Literal["string", "number", "date"]]
    type__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer_attribute(**lookups: Unpack[CustomerAttributeLookups]) -> None: ...

class CustomerAttributeValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    attribute: Resource | int | str | None
    attribute__in: Iterable[Resource | int | str]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    name: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    attribute_id: int | None
    attribute_id__ne: int | None
    attribute_id__in: Iterable[int]
    attribute_id__not_in: Iterable[int]
    attribute_id__gt: int
    attribute_id__gte: int
    attribute_id__lt: int
    attribute_id__lte: int
    attribute_id__range: tuple[int, int]
    attribute_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    attribute_value: str | None
    attribute_value__ne: str | None
    attribute_value__in: Iterable[str]
    attribute_value__not_in: Iterable[str]
    attribute_value__contains: str
    attribute_value__icontains: str
    attribute_value__iexact: str
    attribute_value__startswith: str
    attribute_value__istartswith: str
    attribute_value__endswith: str
    attribute_value__iendswith: str
    attribute_value__regex: str
    attribute_value__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer_attribute_value(**lookups: Unpack[CustomerAttributeValueLookups]) -> None: ...

class CustomerFormFieldValueLookups(TypedDict, total=False):
    field_type: Literal["customer", "customer_address"]
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    value: Any | None
    value__ne: Any | None
    value__in: Iterable[Any]
    value__not_in: Iterable[Any]
    value__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    address_id: int | None
    address_id__ne: int | None
    address_id__in: Iterable[int]
    address_id__not_in: Iterable[int]
    address_id__gt: int
    address_id__gte: int
    address_id__lt: int
    address_id__lte: int
    address_id__range: tuple[int, int]
    address_id__isnull: bool

def customer_form_field_value(**lookups: Unpack[CustomerFormFieldValueLookups]) -> None: ...

class CustomerMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def customer_metafield(**lookups: Unpack[CustomerMetafieldLookups]) -> None: ...

class EmailTemplateLookups(TypedDict, total=False):
    pk: Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"]
    pk__in: Iterable[Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"]]
    channel_id: int
    type_id: Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"] | None
    type_id__ne: Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"] | None
    type_id__in: Iterable[Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"]]
    type_id__not_in: Iterable[Literal["abandoned_cart_email", "account_details_changed_email", "combined_order_status_email", "createaccount_email", "createguestaccount_email", "giftcertificate_email", "invoice_email", "ordermessage_notification", "return_confirmation_email", "return_statuschange_email", "product_review_email", "account_reset_password_email"]]
    type_id__isnull: bool
    subject: str | None
    subject__ne: str | None
    subject__in: Iterable[str]
    subject__not_in: Iterable[str]
    subject__contains: str
    subject__icontains: str
    subject__iexact: str
    subject__startswith: str
    subject__istartswith: str
    subject__endswith: str
    subject__iendswith: str
    subject__regex: str
    subject__isnull: bool
    body: str | None
    body__ne: str | None
    body__in: Iterable[str]
    body__not_in: Iterable[str]
    body__contains: str
    body__icontains: str
    body__iexact: str
    body__startswith: str
    body__istartswith: str
    body__endswith: str
    body__iendswith: str
    body__regex: str
    body__isnull: bool
    translations__isnull: bool

def email_template(**lookups: Unpack[EmailTemplateLookups]) -> None: ...

class GiftCertificateLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    to_name: str | None
    to_name__ne: str | None
    to_name__in: Iterable[str]
    to_name__not_in: Iterable[str]
    to_name__contains: str
    to_name__icontains: str
    to_name__iexact: str
    to_name__startswith: str
    to_name__istartswith: str
    to_name__endswith: str
    to_name__iendswith: str
    to_name__regex: str
    to_name__isnull: bool
    to_email: str | None
    to_email__ne: str | None
    to_email__in: Iterable[str]
    to_email__not_in: Iterable[str]
    to_email__contains: str
    to_email__icontains: str
    to_email__iexact: str
    to_email__startswith: str
    to_email__istartswith: str
    to_email__endswith: str
    to_email__iendswith: str
    to_email__regex: str
    to_email__isnull: bool
    from_name: str | None
    from_name__ne: str | None
    from_name__in: Iterable[str]
    from_name__not_in: Iterable[str]
    from_name__contains: str
    from_name__icontains: str
    from_name__iexact: str
    from_name__startswith: str
    from_name__istartswith: str
    from_name__endswith: str
    from_name__iendswith: str
    from_name__regex: str
    from_name__isnull: bool
    from_email: str | None
    from_email__ne: str | None
    from_email__in: Iterable[str]
    from_email__not_in: Iterable[str]
    from_email__contains: str
    from_email__icontains: str
    from_email__iexact: str
    from_email__startswith: str
    from_email__istartswith: str
    from_email__endswith: str
    from_email__iendswith: str
    from_email__regex: str
    from_email__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    balance: Decimal | int | None
    balance__ne: Decimal | int | None
    balance__in: Iterable[Decimal | int]
    balance__not_in: Iterable[Decimal | int]
    balance__gt: Decimal | int
    balance__gte: Decimal | int
    balance__lt: Decimal | int
    balance__lte: Decimal | int
    balance__range: tuple[Decimal | int, Decimal | int]
    balance__isnull: bool
    currency_code: str | None
    currency_code__ne: str | None
    currency_code__in: Iterable[str]
    currency_code__not_in: Iterable[str]
    currency_code__contains: str
    currency_code__icontains: str
    currency_code__iexact: str
    currency_code__startswith: str
    currency_code__istartswith: str
    currency_code__endswith: str
    currency_code__iendswith: str
    currency_code__regex: str
    currency_code__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    template: Literal["birthday.html", "girl.html", "boy.html", "celebration.html", "christmas.html", "general.html"] | None
    template__ne: Literal["birthday.html", "girl.html", "boy.html", "celebration.html", "christmas.html", "general.html"] | None
    template__in: Iterable[Literal["birthday.html", "girl.html", "boy.html", "celebration.html", "christmas.html", "general.html"]]
    template__not_in: Iterable[Literal["birthday.html", "girl.html", "boy.html", "celebration.html", "christmas.html", "general.html"]]
    template__isnull: bool
    message: str | None
    message__ne: str | None
    message__in: Iterable[str]
    message__not_in: Iterable[str]
    message__contains: str
    message__icontains: str
    message__iexact: str
    message__startswith: str
    message__istartswith: str
    message__endswith: str
    message__iendswith: str
    message__regex: str
    message__isnull: bool
    status: Literal["active", "pending", "disabled", "expired"] | None
    status__ne: Literal["active", "pending", "disabled", "expired"] | None
    status__in: Iterable[Literal["active", "pending", "disabled", "expired"]]
    status__not_in: Iterable[Literal["active", "pending", "disabled", "expired"]]
    status__isnull: bool
    purchase_date: datetime | None
    purchase_date__ne: datetime | None
    purchase_date__in: Iterable[datetime]
    purchase_date__not_in: Iterable[datetime]
    purchase_date__gt: datetime
    purchase_date__gte: datetime
    purchase_date__lt: datetime
    purchase_date__lte: datetime
    purchase_date__range: tuple[datetime, datetime]
    purchase_date__isnull: bool
    expiry_date: datetime | None
    expiry_date__ne: datetime | None
    expiry_date__in: Iterable[datetime]
    expiry_date__not_in: Iterable[datetime]
    expiry_date__gt: datetime
    expiry_date__gte: datetime
    expiry_date__lt: datetime
    expiry_date__lte: datetime
    expiry_date__range: tuple[datetime, datetime]
    expiry_date__isnull: bool

def gift_certificate(**lookups: Unpack[GiftCertificateLookups]) -> None: ...

class DeploymentLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    deployment_uuid: str | None
    deployment_uuid__ne: str | None
    deployment_uuid__in: Iterable[str]
    deployment_uuid__not_in: Iterable[str]
    deployment_uuid__contains: str
    deployment_uuid__icontains: str
    deployment_uuid__iexact: str
    deployment_uuid__startswith: str
    deployment_uuid__istartswith: str
    deployment_uuid__endswith: str
    deployment_uuid__iendswith: str
    deployment_uuid__regex: str
    deployment_uuid__isnull: bool
    upload_uuid: str | None
    upload_uuid__ne: str | None
    upload_uuid__in: Iterable[str]
    upload_uuid__not_in: Iterable[str]
    upload_uuid__contains: str
    upload_uuid__icontains: str
    upload_uuid__iexact: str
    upload_uuid__startswith: str
    upload_uuid__istartswith: str
    upload_uuid__endswith: str
    upload_uuid__iendswith: str
    upload_uuid__regex: str
    upload_uuid__isnull: bool
    project_uuid: str | None
    project_uuid__ne: str | None
    project_uuid__in: Iterable[str]
    project_uuid__not_in: Iterable[str]
    project_uuid__contains: str
    project_uuid__icontains: str
    project_uuid__iexact: str
    project_uuid__startswith: str
    project_uuid__istartswith: str
    project_uuid__endswith: str
    project_uuid__iendswith: str
    project_uuid__regex: str
    project_uuid__isnull: bool
    environment_variables__isnull: bool

def deployment(**lookups: Unpack[DeploymentLookups]) -> None: ...

class ProjectLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def project(**lookups: Unpack[ProjectLookups]) -> None: ...

class InventoryItemLookups(TypedDict, total=False):
    sku: str
    sku__in: Iterable[str]
    variant_id: int
    variant_id__in: Iterable[int]
    product_id: int
    product_id__in: Iterable[int]
    location_id: int
    location_id__in: Iterable[int]
    location_code: str
    location_code__in: Iterable[str]
    identity__sku: str | None
    identity__sku__ne: str | None
    identity__sku__in: Iterable[str]
    identity__sku__not_in: Iterable[str]
    identity__sku__contains: str
    identity__sku__icontains: str
    identity__sku__iexact: str
    identity__sku__startswith: str
    identity__sku__istartswith: str
    identity__sku__endswith: str
    identity__sku__iendswith: str
    identity__sku__regex: str
    identity__sku__isnull: bool
    identity__variant_id: int | None
    identity__variant_id__ne: int | None
    identity__variant_id__in: Iterable[int]
    identity__variant_id__not_in: Iterable[int]
    identity__variant_id__gt: int
    identity__variant_id__gte: int
    identity__variant_id__lt: int
    identity__variant_id__lte: int
    identity__variant_id__range: tuple[int, int]
    identity__variant_id__isnull: bool
    identity__product_id: int | None
    identity__product_id__ne: int | None
    identity__product_id__in: Iterable[int]
    identity__product_id__not_in: Iterable[int]
    identity__product_id__gt: int
    identity__product_id__gte: int
    identity__product_id__lt: int
    identity__product_id__lte: int
    identity__product_id__range: tuple[int, int]
    identity__product_id__isnull: bool
    identity__sku_id: int | None
    identity__sku_id__ne: int | None
    identity__sku_id__in: Iterable[int]
    identity__sku_id__not_in: Iterable[int]
    identity__sku_id__gt: int
    identity__sku_id__gte: int
    identity__sku_id__lt: int
    identity__sku_id__lte: int
    identity__sku_id__range: tuple[int, int]
    identity__sku_id__isnull: bool
    identity__isnull: bool
    locations__isnull: bool

def inventory_item(**lookups: Unpack[InventoryItemLookups]) -> None: ...

class StockAdjustmentLookups(TypedDict, total=False):
    location_id: int | None
    location_id__ne: int | None
    location_id__in: Iterable[int]
    location_id__not_in: Iterable[int]
    location_id__gt: int
    location_id__gte: int
    location_id__lt: int
    location_id__lte: int
    location_id__range: tuple[int, int]
    location_id__isnull: bool
    variant_id: int | None
    variant_id__ne: int | None
    variant_id__in: Iterable[int]
    variant_id__not_in: Iterable[int]
    variant_id__gt: int
    variant_id__gte: int
    variant_id__lt: int
    variant_id__lte: int
    variant_id__range: tuple[int, int]
    variant_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    quantity: int | None
    quantity__ne: int | None
    quantity__in: Iterable[int]
    quantity__not_in: Iterable[int]
    quantity__gt: int
    quantity__gte: int
    quantity__lt: int
    quantity__lte: int
    quantity__range: tuple[int, int]
    quantity__isnull: bool

def stock_adjustment(**lookups: Unpack[StockAdjustmentLookups]) -> None: ...

class StockLevelLookups(TypedDict, total=False):
    location_id: int | None
    location_id__ne: int | None
    location_id__in: Iterable[int]
    location_id__not_in: Iterable[int]
    location_id__gt: int
    location_id__gte: int
    location_id__lt: int
    location_id__lte: int
    location_id__range: tuple[int, int]
    location_id__isnull: bool
    variant_id: int | None
    variant_id__ne: int | None
    variant_id__in: Iterable[int]
    variant_id__not_in: Iterable[int]
    variant_id__gt: int
    variant_id__gte: int
    variant_id__lt: int
    variant_id__lte: int
    variant_id__range: tuple[int, int]
    variant_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    quantity: int | None
    quantity__ne: int | None
    quantity__in: Iterable[int]
    quantity__not_in: Iterable[int]
    quantity__gt: int
    quantity__gte: int
    quantity__lt: int
    quantity__lte: int
    quantity__range: tuple[int, int]
    quantity__isnull: bool

def stock_level(**lookups: Unpack[StockLevelLookups]) -> None: ...

class LocationLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    is_default: bool
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    managed_by_external_source: bool | None
    managed_by_external_source__isnull: bool
    type_id: Literal["PHYSICAL", "VIRTUAL"] | None
    type_id__ne: Literal["PHYSICAL", "VIRTUAL"] | None
    type_id__in: Iterable[Literal["PHYSICAL", "VIRTUAL"]]
    type_id__not_in: Iterable[Literal["PHYSICAL", "VIRTUAL"]]
    type_id__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    storefront_visibility: bool | None
    storefront_visibility__isnull: bool
    time_zone: str | None
    time_zone__ne: str | None
    time_zone__in: Iterable[str]
    time_zone__not_in: Iterable[str]
    time_zone__contains: str
    time_zone__icontains: str
    time_zone__iexact: str
    time_zone__startswith: str
    time_zone__istartswith: str
    time_zone__endswith: str
    time_zone__iendswith: str
    time_zone__regex: str
    time_zone__isnull: bool
    address__address1: str | None
    address__address1__ne: str | None
    address__address1__in: Iterable[str]
    address__address1__not_in: Iterable[str]
    address__address1__contains: str
    address__address1__icontains: str
    address__address1__iexact: str
    address__address1__startswith: str
    address__address1__istartswith: str
    address__address1__endswith: str
    address__address1__iendswith: str
    address__address1__regex: str
    address__address1__isnull: bool
    address__address2: str | None
    address__address2__ne: str | None
    address__address2__in: Iterable[str]
    address__address2__not_in: Iterable[str]
    address__address2__contains: str
    address__address2__icontains: str
    address__address2__iexact: str
    address__address2__startswith: str
    address__address2__istartswith: str
    address__address2__endswith: str
    address__address2__iendswith: str
    address__address2__regex: str
    address__address2__isnull: bool
    address__city: str | None
    address__city__ne: str | None
    address__city__in: Iterable[str]
    address__city__not_in: Iterable[str]
    address__city__contains: str
    address__city__icontains: str
    address__city__iexact: str
    address__city__startswith: str
    address__city__istartswith: str
    address__city__endswith: str
    address__city__iendswith: str
    address__city__regex: str
    address__city__isnull: bool
    address__state: str | None
    address__state__ne: str | None
    address__state__in: Iterable[str]
    address__state__not_in: Iterable[str]
    address__state__contains: str
    address__state__icontains: str
    address__state__iexact: str
    address__state__startswith: str
    address__state__istartswith: str
    address__state__endswith: str
    address__state__iendswith: str
    address__state__regex: str
    address__state__isnull: bool
    address__zip: str | None
    address__zip__ne: str | None
    address__zip__in: Iterable[str]
    address__zip__not_in: Iterable[str]
    address__zip__contains: str
    address__zip__icontains: str
    address__zip__iexact: str
    address__zip__startswith: str
    address__zip__istartswith: str
    address__zip__endswith: str
    address__zip__iendswith: str
    address__zip__regex: str
    address__zip__isnull: bool
    address__email: str | None
    address__email__ne: str | None
    address__email__in: Iterable[str]
    address__email__not_in: Iterable[str]
    address__email__contains: str
    address__email__icontains: str
    address__email__iexact: str
    address__email__startswith: str
    address__email__istartswith: str
    address__email__endswith: str
    address__email__iendswith: str
    address__email__regex: str
    address__email__isnull: bool
    address__phone: str | None
    address__phone__ne: str | None
    address__phone__in: Iterable[str]
    address__phone__not_in: Iterable[str]
    address__phone__contains: str
    address__phone__icontains: str
    address__phone__iexact: str
    address__phone__startswith: str
    address__phone__istartswith: str
    address__phone__endswith: str
    address__phone__iendswith: str
    address__phone__regex: str
    address__phone__isnull: bool
    address__country_code: str | None
    address__country_code__ne: str | None
    address__country_code__in: Iterable[str]
    address__country_code__not_in: Iterable[str]
    address__country_code__contains: str
    address__country_code__icontains: str
    address__country_code__iexact: str
    address__country_code__startswith: str
    address__country_code__istartswith: str
    address__country_code__endswith: str
    address__country_code__iendswith: str
    address__country_code__regex: str
    address__country_code__isnull: bool
    address__geo_coordinates__isnull: bool
    address__isnull: bool
    operating_hours__sunday__isnull: bool
    operating_hours__monday__isnull: bool
    operating_hours__tuesday__isnull: bool
    operating_hours__wednesday__isnull: bool
    operating_hours__thursday__isnull: bool
    operating_hours__friday__isnull: bool
    operating_hours__saturday__isnull: bool
    operating_hours__isnull: bool
    special_hours__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def location(**lookups: Unpack[LocationLookups]) -> None: ...

class LocationItemLookups(TypedDict, total=False):
    location_id: int | str
    location_id__in: Iterable[int | str]
    location: Resource | int | str
    location__in: Iterable[Resource | int | str]
    variant_id: int
    variant_id__in: Iterable[int]
    product_id: int
    product_id__in: Iterable[int]
    sku: str
    sku__in: Iterable[str]
    identity__sku: str | None
    identity__sku__ne: str | None
    identity__sku__in: Iterable[str]
    identity__sku__not_in: Iterable[str]
    identity__sku__contains: str
    identity__sku__icontains: str
    identity__sku__iexact: str
    identity__sku__startswith: str
    identity__sku__istartswith: str
    identity__sku__endswith: str
    identity__sku__iendswith: str
    identity__sku__regex: str
    identity__sku__isnull: bool
    identity__variant_id: int | None
    identity__variant_id__ne: int | None
    identity__variant_id__in: Iterable[int]
    identity__variant_id__not_in: Iterable[int]
    identity__variant_id__gt: int
    identity__variant_id__gte: int
    identity__variant_id__lt: int
    identity__variant_id__lte: int
    identity__variant_id__range: tuple[int, int]
    identity__variant_id__isnull: bool
    identity__product_id: int | None
    identity__product_id__ne: int | None
    identity__product_id__in: Iterable[int]
    identity__product_id__not_in: Iterable[int]
    identity__product_id__gt: int
    identity__product_id__gte: int
    identity__product_id__lt: int
    identity__product_id__lte: int
    identity__product_id__range: tuple[int, int]
    identity__product_id__isnull: bool
    identity__sku_id: int | None
    identity__sku_id__ne: int | None
    identity__sku_id__in: Iterable[int]
    identity__sku_id__not_in: Iterable[int]
    identity__sku_id__gt: int
    identity__sku_id__gte: int
    identity__sku_id__lt: int
    identity__sku_id__lte: int
    identity__sku_id__range: tuple[int, int]
    identity__sku_id__isnull: bool
    identity__isnull: bool
    available_to_sell: int | None
    available_to_sell__ne: int | None
    available_to_sell__in: Iterable[int]
    available_to_sell__not_in: Iterable[int]
    available_to_sell__gt: int
    available_to_sell__gte: int
    available_to_sell__lt: int
    available_to_sell__lte: int
    available_to_sell__range: tuple[int, int]
    available_to_sell__isnull: bool
    total_inventory_onhand: int | None
    total_inventory_onhand__ne: int | None
    total_inventory_onhand__in: Iterable[int]
    total_inventory_onhand__not_in: Iterable[int]
    total_inventory_onhand__gt: int
    total_inventory_onhand__gte: int
    total_inventory_onhand__lt: int
    total_inventory_onhand__lte: int
    total_inventory_onhand__range: tuple[int, int]
    total_inventory_onhand__isnull: bool
    settings__safety_stock: int | None
    settings__safety_stock__ne: int | None
    settings__safety_stock__in: Iterable[int]
    settings__safety_stock__not_in: Iterable[int]
    settings__safety_stock__gt: int
    settings__safety_stock__gte: int
    settings__safety_stock__lt: int
    settings__safety_stock__lte: int
    settings__safety_stock__range: tuple[int, int]
    settings__safety_stock__isnull: bool
    settings__is_in_stock: bool | None
    settings__is_in_stock__isnull: bool
    settings__warning_level: int | None
    settings__warning_level__ne: int | None
    settings__warning_level__in: Iterable[int]
    settings__warning_level__not_in: Iterable[int]
    settings__warning_level__gt: int
    settings__warning_level__gte: int
    settings__warning_level__lt: int
    settings__warning_level__lte: int
    settings__warning_level__range: tuple[int, int]
    settings__warning_level__isnull: bool
    settings__bin_picking_number: str | None
    settings__bin_picking_number__ne: str | None
    settings__bin_picking_number__in: Iterable[str]
    settings__bin_picking_number__not_in: Iterable[str]
    settings__bin_picking_number__contains: str
    settings__bin_picking_number__icontains: str
    settings__bin_picking_number__iexact: str
    settings__bin_picking_number__startswith: str
    settings__bin_picking_number__istartswith: str
    settings__bin_picking_number__endswith: str
    settings__bin_picking_number__iendswith: str
    settings__bin_picking_number__regex: str
    settings__bin_picking_number__isnull: bool
    settings__isnull: bool

def location_item(**lookups: Unpack[LocationItemLookups]) -> None: ...

class LocationMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def location_metafield(**lookups: Unpack[LocationMetafieldLookups]) -> None: ...

class OptionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    type: Literal["C", "D", "F", "MT", "N", "P", "PI", "RB", "RT", "S", "CS", "T"] | None
    type__ne: Literal["C", "D", "F", "MT", "N", "P", "PI", "RB", "RT", "S", "CS", "T"] | None
    type__in: Iterable[Literal["C", "D", "F", "MT", "N", "P", "PI", "RB", "RT", "S", "CS", "T"]]
    type__not_in: Iterable[Literal["C", "D", "F", "MT", "N", "P", "PI", "RB", "RT", "S", "CS", "T"]]
    type__isnull: bool

def option(**lookups: Unpack[OptionLookups]) -> None: ...

class OptionSetLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool

def option_set(**lookups: Unpack[OptionSetLookups]) -> None: ...

class OptionSetOptionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    option_set: Resource | int | str
    option_set__in: Iterable[Resource | int | str]
    option: Resource | int | str | None
    option__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    option_id: int | None
    option_id__ne: int | None
    option_id__in: Iterable[int]
    option_id__not_in: Iterable[int]
    option_id__gt: int
    option_id__gte: int
    option_id__lt: int
    option_id__lte: int
    option_id__range: tuple[int, int]
    option_id__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_required: bool | None
    is_required__isnull: bool
    values__isnull: bool

def option_set_option(**lookups: Unpack[OptionSetOptionLookups]) -> None: ...

class OptionValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    option: Resource | int | str
    option__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    option_id: int | None
    option_id__ne: int | None
    option_id__in: Iterable[int]
    option_id__not_in: Iterable[int]
    option_id__gt: int
    option_id__gte: int
    option_id__lt: int
    option_id__lte: int
    option_id__range: tuple[int, int]
    option_id__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_default: bool | None
    is_default__isnull: bool

def option_value(**lookups: Unpack[OptionValueLookups]) -> None: ...

class OrderConsignmentsLookups(TypedDict, total=False):
    order_id: int | str
    order_id__in: Iterable[int | str]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    pickups__isnull: bool
    shipping__isnull: bool
    downloads__isnull: bool
    email__gift_certificates__isnull: bool
    email__isnull: bool

def order_consignments(**lookups: Unpack[OrderConsignmentsLookups]) -> None: ...

class OrderRefundLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    transaction_id: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    user_id: int | None
    user_id__ne: int | None
    user_id__in: Iterable[int]
    user_id__not_in: Iterable[int]
    user_id__gt: int
    user_id__gte: int
    user_id__lt: int
    user_id__lte: int
    user_id__range: tuple[int, int]
    user_id__isnull: bool
    created: datetime | None
    created__ne: datetime | None
    created__in: Iterable[datetime]
    created__not_in: Iterable[datetime]
    created__gt: datetime
    created__gte: datetime
    created__lt: datetime
    created__lte: datetime
    created__range: tuple[datetime, datetime]
    created__isnull: bool
    reason: str | None
    reason__ne: str | None
    reason__in: Iterable[str]
    reason__not_in: Iterable[str]
    reason__contains: str
    reason__icontains: str
    reason__iexact: str
    reason__startswith: str
    reason__istartswith: str
    reason__endswith: str
    reason__iendswith: str
    reason__regex: str
    reason__isnull: bool
    total_amount: Decimal | int | None
    total_amount__ne: Decimal | int | None
    total_amount__in: Iterable[Decimal | int]
    total_amount__not_in: Iterable[Decimal | int]
    total_amount__gt: Decimal | int
    total_amount__gte: Decimal | int
    total_amount__lt: Decimal | int
    total_amount__lte: Decimal | int
    total_amount__range: tuple[Decimal | int, Decimal | int]
    total_amount__isnull: bool
    total_tax: Decimal | int | None
    total_tax__ne: Decimal | int | None
    total_tax__in: Iterable[Decimal | int]
    total_tax__not_in: Iterable[Decimal | int]
    total_tax__gt: Decimal | int
    total_tax__gte: Decimal | int
    total_tax__lt: Decimal | int
    total_tax__lte: Decimal | int
    total_tax__range: tuple[Decimal | int, Decimal | int]
    total_tax__isnull: bool
    uses_merchant_override_values: bool | None
    uses_merchant_override_values__isnull: bool
    items__isnull: bool
    payments__isnull: bool
    tax_adjustment_amount: Decimal | int | None
    tax_adjustment_amount__ne: Decimal | int | None
    tax_adjustment_amount__in: Iterable[Decimal | int]
    tax_adjustment_amount__not_in: Iterable[Decimal | int]
    tax_adjustment_amount__gt: Decimal | int
    tax_adjustment_amount__gte: Decimal | int
    tax_adjustment_amount__lt: Decimal | int
    tax_adjustment_amount__lte: Decimal | int
    tax_adjustment_amount__range: tuple[Decimal | int, Decimal | int]
    tax_adjustment_amount__isnull: bool
    merchant_calculated_override__total_amount: Decimal | int | None
    merchant_calculated_override__total_amount__ne: Decimal | int | None
    merchant_calculated_override__total_amount__in: Iterable[Decimal | int]
    merchant_calculated_override__total_amount__not_in: Iterable[Decimal | int]
    merchant_calculated_override__total_amount__gt: Decimal | int
    merchant_calculated_override__total_amount__gte: Decimal | int
    merchant_calculated_override__total_amount__lt: Decimal | int
    merchant_calculated_override__total_amount__lte: Decimal | int
    merchant_calculated_override__total_amount__range: tuple[Decimal | int, Decimal | int]
    merchant_calculated_override__total_amount__isnull: bool
    merchant_calculated_override__total_tax: Decimal | int | None
    merchant_calculated_override__total_tax__ne: Decimal | int | None
    merchant_calculated_override__total_tax__in: Iterable[Decimal | int]
    merchant_calculated_override__total_tax__not_in: Iterable[Decimal | int]
    merchant_calculated_override__total_tax__gt: Decimal | int
    merchant_calculated_override__total_tax__gte: Decimal | int
    merchant_calculated_override__total_tax__lt: Decimal | int
    merchant_calculated_override__total_tax__lte: Decimal | int
    merchant_calculated_override__total_tax__range: tuple[Decimal | int, Decimal | int]
    merchant_calculated_override__total_tax__isnull: bool
    merchant_calculated_override__isnull: bool

def order_refund(**lookups: Unpack[OrderRefundLookups]) -> None: ...

class OrderTransactionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    event: Literal["purchase", "authorization", "capture", "refund", "void", "pending", "settled"] | None
    event__ne: Literal["purchase", "authorization", "capture", "refund", "void", "pending", "settled"] | None
    event__in: Iterable[Literal["purchase", "authorization", "capture", "refund", "void", "pending", "settled"]]
    event__not_in: Iterable[Literal["purchase", "authorization", "capture", "refund", "void", "pending", "settled"]]
    event__isnull: bool
    method: Literal["credit_card", "electronic_wallet", "gift_certificate", "store_credit", "apple_pay_card", "bigpay_token", "apple_pay_token", "token", "custom", "offsite", "offline", "nonce"] | None
    method__ne: Literal["credit_card", "electronic_wallet", "gift_certificate", "store_credit", "apple_pay_card", "bigpay_token", "apple_pay_token", "token", "custom", "offsite", "offline", "nonce"] | None
    method__in: Iterable[Literal["credit_card", "electronic_wallet", "gift_certificate", "store_credit", "apple_pay_card", "bigpay_token", "apple_pay_token", "token", "custom", "offsite", "offline", "nonce"]]
    method__not_in: Iterable[Literal["credit_card", "electronic_wallet", "gift_certificate", "store_credit", "apple_pay_card", "bigpay_token", "apple_pay_token", "token", "custom", "offsite", "offline", "nonce"]]
    method__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    currency: str | None
    currency__ne: str | None
    currency__in: Iterable[str]
    currency__not_in: Iterable[str]
    currency__contains: str
    currency__icontains: str
    currency__iexact: str
    currency__startswith: str
    currency__istartswith: str
    currency__endswith: str
    currency__iendswith: str
    currency__regex: str
    currency__isnull: bool
    gateway: Literal["2checkout", "adyen", "amazon", "authorizenet", "bankdeposit", "braintree", "cheque", "cod", "custom", "firstdatagge4", "giftcertificate", "hps", "instore", "klarna", "migs", "moneyorder", "nmi", "paypalexpress", "paypalpaymentsprous", "paypalpaymentsprouk", "plugnpay", "qbmsv2", "securenet", "square", "storecredit", "stripe", "testgateway", "usaepay"] | None
    gateway__ne: Literal["2checkout", "adyen", "amazon", "authorizenet", "bankdeposit", "braintree", "cheque", "cod", "custom", "firstdatagge4", "giftcertificate", "hps", "instore", "klarna", "migs", "moneyorder", "nmi", "paypalexpress", "paypalpaymentsprous", "paypalpaymentsprouk", "plugnpay", "qbmsv2", "securenet", "square", "storecredit", "stripe", "testgateway", "usaepay"] | None
    gateway__in: Iterable[Literal["2checkout", "adyen", "amazon", "authorizenet", "bankdeposit", "braintree", "cheque", "cod", "custom", "firstdatagge4", "giftcertificate", "hps", "instore", "klarna", "migs", "moneyorder", "nmi", "paypalexpress", "paypalpaymentsprous", "paypalpaymentsprouk", "plugnpay", "qbmsv2", "securenet", "square", "storecredit", "stripe", "testgateway", "usaepay"]]
    gateway__not_in: Iterable[Literal["2checkout", "adyen", "amazon", "authorizenet", "bankdeposit", "braintree", "cheque", "cod", "custom", "firstdatagge4", "giftcertificate", "hps", "instore", "klarna", "migs", "moneyorder", "nmi", "paypalexpress", "paypalpaymentsprous", "paypalpaymentsprouk", "plugnpay", "qbmsv2", "securenet", "square", "storecredit", "stripe", "testgateway", "usaepay"]]
    gateway__isnull: bool
    gateway_transaction_id: str | None
    gateway_transaction_id__ne: str | None
    gateway_transaction_id__in: Iterable[str]
    gateway_transaction_id__not_in: Iterable[str]
    gateway_transaction_id__contains: str
    gateway_transaction_id__icontains: str
    gateway_transaction_id__iexact: str
    gateway_transaction_id__startswith: str
    gateway_transaction_id__istartswith: str
    gateway_transaction_id__endswith: str
    gateway_transaction_id__iendswith: str
    gateway_transaction_id__regex: str
    gateway_transaction_id__isnull: bool
    payment_method_id: str | None
    payment_method_id__ne: str | None
    payment_method_id__in: Iterable[str]
    payment_method_id__not_in: Iterable[str]
    payment_method_id__contains: str
    payment_method_id__icontains: str
    payment_method_id__iexact: str
    payment_method_id__startswith: str
    payment_method_id__istartswith: str
    payment_method_id__endswith: str
    payment_method_id__iendswith: str
    payment_method_id__regex: str
    payment_method_id__isnull: bool
    status: Literal["ok", "error"] | None
    status__ne: Literal["ok", "error"] | None
    status__in: Iterable[Literal["ok", "error"]]
    status__not_in: Iterable[Literal["ok", "error"]]
    status__isnull: bool
    test: bool | None
    test__isnull: bool
    fraud_review: bool | None
    fraud_review__isnull: bool
    reference_transaction_id: int | None
    reference_transaction_id__ne: int | None
    reference_transaction_id__in: Iterable[int]
    reference_transaction_id__not_in: Iterable[int]
    reference_transaction_id__gt: int
    reference_transaction_id__gte: int
    reference_transaction_id__lt: int
    reference_transaction_id__lte: int
    reference_transaction_id__range: tuple[int, int]
    reference_transaction_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    payment_instrument_token: str | None
    payment_instrument_token__ne: str | None
    payment_instrument_token__in: Iterable[str]
    payment_instrument_token__not_in: Iterable[str]
    payment_instrument_token__contains: str
    payment_instrument_token__icontains: str
    payment_instrument_token__iexact: str
    payment_instrument_token__startswith: str
    payment_instrument_token__istartswith: str
    payment_instrument_token__endswith: str
    payment_instrument_token__iendswith: str
    payment_instrument_token__regex: str
    payment_instrument_token__isnull: bool
    provider_instrument_token: str | None
    provider_instrument_token__ne: str | None
    provider_instrument_token__in: Iterable[str]
    provider_instrument_token__not_in: Iterable[str]
    provider_instrument_token__contains: str
    provider_instrument_token__icontains: str
    provider_instrument_token__iexact: str
    provider_instrument_token__startswith: str
    provider_instrument_token__istartswith: str
    provider_instrument_token__endswith: str
    provider_instrument_token__iendswith: str
    provider_instrument_token__regex: str
    provider_instrument_token__isnull: bool
    provider_customer_id: str | None
    provider_customer_id__ne: str | None
    provider_customer_id__in: Iterable[str]
    provider_customer_id__not_in: Iterable[str]
    provider_customer_id__contains: str
    provider_customer_id__icontains: str
    provider_customer_id__iexact: str
    provider_customer_id__startswith: str
    provider_customer_id__istartswith: str
    provider_customer_id__endswith: str
    provider_customer_id__iendswith: str
    provider_customer_id__regex: str
    provider_customer_id__isnull: bool
    offline__display_name: str | None
    offline__display_name__ne: str | None
    offline__display_name__in: Iterable[str]
    offline__display_name__not_in: Iterable[str]
    offline__display_name__contains: str
    offline__display_name__icontains: str
    offline__display_name__iexact: str
    offline__display_name__startswith: str
    offline__display_name__istartswith: str
    offline__display_name__endswith: str
    offline__display_name__iendswith: str
    offline__display_name__regex: str
    offline__display_name__isnull: bool
    offline__isnull: bool
    custom__payment_method: str | None
    custom__payment_method__ne: str | None
    custom__payment_method__in: Iterable[str]
    custom__payment_method__not_in: Iterable[str]
    custom__payment_method__contains: str
    custom__payment_method__icontains: str
    custom__payment_method__iexact: str
    custom__payment_method__startswith: str
    custom__payment_method__istartswith: str
    custom__payment_method__endswith: str
    custom__payment_method__iendswith: str
    custom__payment_method__regex: str
    custom__payment_method__isnull: bool
    custom__isnull: bool
    avs_result__code: str | None
    avs_result__code__ne: str | None
    avs_result__code__in: Iterable[str]
    avs_result__code__not_in: Iterable[str]
    avs_result__code__contains: str
    avs_result__code__icontains: str
    avs_result__code__iexact: str
    avs_result__code__startswith: str
    avs_result__code__istartswith: str
    avs_result__code__endswith: str
    avs_result__code__iendswith: str
    avs_result__code__regex: str
    avs_result__code__isnull: bool
    avs_result__message: str | None
    avs_result__message__ne: str | None
    avs_result__message__in: Iterable[str]
    avs_result__message__not_in: Iterable[str]
    avs_result__message__contains: str
    avs_result__message__icontains: str
    avs_result__message__iexact: str
    avs_result__message__startswith: str
    avs_result__message__istartswith: str
    avs_result__message__endswith: str
    avs_result__message__iendswith: str
    avs_result__message__regex: str
    avs_result__message__isnull: bool
    avs_result__street_match: str | None
    avs_result__street_match__ne: str | None
    avs_result__street_match__in: Iterable[str]
    avs_result__street_match__not_in: Iterable[str]
    avs_result__street_match__contains: str
    avs_result__street_match__icontains: str
    avs_result__street_match__iexact: str
    avs_result__street_match__startswith: str
    avs_result__street_match__istartswith: str
    avs_result__street_match__endswith: str
    avs_result__street_match__iendswith: str
    avs_result__street_match__regex: str
    avs_result__street_match__isnull: bool
    avs_result__postal_match: str | None
    avs_result__postal_match__ne: str | None
    avs_result__postal_match__in: Iterable[str]
    avs_result__postal_match__not_in: Iterable[str]
    avs_result__postal_match__contains: str
    avs_result__postal_match__icontains: str
    avs_result__postal_match__iexact: str
    avs_result__postal_match__startswith: str
    avs_result__postal_match__istartswith: str
    avs_result__postal_match__endswith: str
    avs_result__postal_match__iendswith: str
    avs_result__postal_match__regex: str
    avs_result__postal_match__isnull: bool
    avs_result__isnull: bool
    cvv_result__code: str | None
    cvv_result__code__ne: str | None
    cvv_result__code__in: Iterable[str]
    cvv_result__code__not_in: Iterable[str]
    cvv_result__code__contains: str
    cvv_result__code__icontains: str
    cvv_result__code__iexact: str
    cvv_result__code__startswith: str
    cvv_result__code__istartswith: str
    cvv_result__code__endswith: str
    cvv_result__code__iendswith: str
    cvv_result__code__regex: str
    cvv_result__code__isnull: bool
    cvv_result__message: str | None
    cvv_result__message__ne: str | None
    cvv_result__message__in: Iterable[str]
    cvv_result__message__not_in: Iterable[str]
    cvv_result__message__contains: str
    cvv_result__message__icontains: str
    cvv_result__message__iexact: str
    cvv_result__message__startswith: str
    cvv_result__message__istartswith: str
    cvv_result__message__endswith: str
    cvv_result__message__iendswith: str
    cvv_result__message__regex: str
    cvv_result__message__isnull: bool
    cvv_result__isnull: bool
    credit_card__card_type: Literal["alelo", "alia", "american_express", "cabal", "carnet", "dankort", "diners_club", "discover", "elo", "forbrugsforeningen", "jcb", "maestro", "master", "naranja", "sodexo", "unionpay", "visa", "vr"] | None
    credit_card__card_type__ne: Literal["alelo", "alia", "american_express", "cabal", "carnet", "dankort", "diners_club", "discover", "elo", "forbrugsforeningen", "jcb", "maestro", "master", "naranja", "sodexo", "unionpay", "visa", "vr"] | None
    credit_card__card_type__in: Iterable[Literal["alelo", "alia", "american_express", "cabal", "carnet", "dankort", "diners_club", "discover", "elo", "forbrugsforeningen", "jcb", "maestro", "master", "naranja", "sodexo", "unionpay", "visa", "vr"]]
    credit_card__card_type__not_in: Iterable[Literal["alelo", "alia", "american_express", "cabal", "carnet", "dankort", "diners_club", "discover", "elo", "forbrugsforeningen", "jcb", "maestro", "master", "naranja", "sodexo", "unionpay", "visa", "vr"]]
    credit_card__card_type__isnull: bool
    credit_card__card_iin: str | None
    credit_card__card_iin__ne: str | None
    credit_card__card_iin__in: Iterable[str]
    credit_card__card_iin__not_in: Iterable[str]
    credit_card__card_iin__contains: str
    credit_card__card_iin__icontains: str
    credit_card__card_iin__iexact: str
    credit_card__card_iin__startswith: str
    credit_card__card_iin__istartswith: str
    credit_card__card_iin__endswith: str
    credit_card__card_iin__iendswith: str
    credit_card__card_iin__regex: str
    credit_card__card_iin__isnull: bool
    credit_card__card_last4: str | None
    credit_card__card_last4__ne: str | None
    credit_card__card_last4__in: Iterable[str]
    credit_card__card_last4__not_in: Iterable[str]
    credit_card__card_last4__contains: str
    credit_card__card_last4__icontains: str
    credit_card__card_last4__iexact: str
    credit_card__card_last4__startswith: str
    credit_card__card_last4__istartswith: str
    credit_card__card_last4__endswith: str
    credit_card__card_last4__iendswith: str
    credit_card__card_last4__regex: str
    credit_card__card_last4__isnull: bool
    credit_card__card_expiry_month: int | None
    credit_card__card_expiry_month__ne: int | None
    credit_card__card_expiry_month__in: Iterable[int]
    credit_card__card_expiry_month__not_in: Iterable[int]
    credit_card__card_expiry_month__gt: int
    credit_card__card_expiry_month__gte: int
    credit_card__card_expiry_month__lt: int
    credit_card__card_expiry_month__lte: int
    credit_card__card_expiry_month__range: tuple[int, int]
    credit_card__card_expiry_month__isnull: bool
    credit_card__card_expiry_year: int | None
    credit_card__card_expiry_year__ne: int | None
    credit_card__card_expiry_year__in: Iterable[int]
    credit_card__card_expiry_year__not_in: Iterable[int]
    credit_card__card_expiry_year__gt: int
    credit_card__card_expiry_year__gte: int
    credit_card__card_expiry_year__lt: int
    credit_card__card_expiry_year__lte: int
    credit_card__card_expiry_year__range: tuple[int, int]
    credit_card__card_expiry_year__isnull: bool
    credit_card__isnull: bool
    gift_certificate__code: str | None
    gift_certificate__code__ne: str | None
    gift_certificate__code__in: Iterable[str]
    gift_certificate__code__not_in: Iterable[str]
    gift_certificate__code__contains: str
    gift_certificate__code__icontains: str
    gift_certificate__code__iexact: str
    gift_certificate__code__startswith: str
    gift_certificate__code__istartswith: str
    gift_certificate__code__endswith: str
    gift_certificate__code__iendswith: str
    gift_certificate__code__regex: str
    gift_certificate__code__isnull: bool
    gift_certificate__original_balance: Decimal | int | None
    gift_certificate__original_balance__ne: Decimal | int | None
    gift_certificate__original_balance__in: Iterable[Decimal | int]
    gift_certificate__original_balance__not_in: Iterable[Decimal | int]
    gift_certificate__original_balance__gt: Decimal | int
    gift_certificate__original_balance__gte: Decimal | int
    gift_certificate__original_balance__lt: Decimal | int
    gift_certificate__original_balance__lte: Decimal | int
    gift_certificate__original_balance__range: tuple[Decimal | int, Decimal | int]
    gift_certificate__original_balance__isnull: bool
    gift_certificate__starting_balance: Decimal | int | None
    gift_certificate__starting_balance__ne: Decimal | int | None
    gift_certificate__starting_balance__in: Iterable[Decimal | int]
    gift_certificate__starting_balance__not_in: Iterable[Decimal | int]
    gift_certificate__starting_balance__gt: Decimal | int
    gift_certificate__starting_balance__gte: Decimal | int
    gift_certificate__starting_balance__lt: Decimal | int
    gift_certificate__starting_balance__lte: Decimal | int
    gift_certificate__starting_balance__range: tuple[Decimal | int, Decimal | int]
    gift_certificate__starting_balance__isnull: bool
    gift_certificate__remaining_balance: Decimal | int | None
    gift_certificate__remaining_balance__ne: Decimal | int | None
    gift_certificate__remaining_balance__in: Iterable[Decimal | int]
    gift_certificate__remaining_balance__not_in: Iterable[Decimal | int]
    gift_certificate__remaining_balance__gt: Decimal | int
    gift_certificate__remaining_balance__gte: Decimal | int
    gift_certificate__remaining_balance__lt: Decimal | int
    gift_certificate__remaining_balance__lte: Decimal | int
    gift_certificate__remaining_balance__range: tuple[Decimal | int, Decimal | int]
    gift_certificate__remaining_balance__isnull: bool
    gift_certificate__status: Literal["active", "pending", "disabled", "expired"] | None
    gift_certificate__status__ne: Literal["active", "pending", "disabled", "expired"] | None
    gift_certificate__status__in: Iterable[Literal["active", "pending", "disabled", "expired"]]
    gift_certificate__status__not_in: Iterable[Literal["active", "pending", "disabled", "expired"]]
    gift_certificate__status__isnull: bool
    gift_certificate__isnull: bool
    store_credit__remaining_balance: Decimal | int | None
    store_credit__remaining_balance__ne: Decimal | int | None
    store_credit__remaining_balance__in: Iterable[Decimal | int]
    store_credit__remaining_balance__not_in: Iterable[Decimal | int]
    store_credit__remaining_balance__gt: Decimal | int
    store_credit__remaining_balance__gte: Decimal | int
    store_credit__remaining_balance__lt: Decimal | int
    store_credit__remaining_balance__lte: Decimal | int
    store_credit__remaining_balance__range: tuple[Decimal | int, Decimal | int]
    store_credit__remaining_balance__isnull: bool
    store_credit__isnull: bool
    custom_provider_field_result__receipt_number: str | None
    custom_provider_field_result__receipt_number__ne: str | None
    custom_provider_field_result__receipt_number__in: Iterable[str]
    custom_provider_field_result__receipt_number__not_in: Iterable[str]
    custom_provider_field_result__receipt_number__contains: str
    custom_provider_field_result__receipt_number__icontains: str
    custom_provider_field_result__receipt_number__iexact: str
    custom_provider_field_result__receipt_number__startswith: str
    custom_provider_field_result__receipt_number__istartswith: str
    custom_provider_field_result__receipt_number__endswith: str
    custom_provider_field_result__receipt_number__iendswith: str
    custom_provider_field_result__receipt_number__regex: str
    custom_provider_field_result__receipt_number__isnull: bool
    custom_provider_field_result__authorization_code: str | None
    custom_provider_field_result__authorization_code__ne: str | None
    custom_provider_field_result__authorization_code__in: Iterable[str]
    custom_provider_field_result__authorization_code__not_in: Iterable[str]
    custom_provider_field_result__authorization_code__contains: str
    custom_provider_field_result__authorization_code__icontains: str
    custom_provider_field_result__authorization_code__iexact: str
    custom_provider_field_result__authorization_code__startswith: str
    custom_provider_field_result__authorization_code__istartswith: str
    custom_provider_field_result__authorization_code__endswith: str
    custom_provider_field_result__authorization_code__iendswith: str
    custom_provider_field_result__authorization_code__regex: str
    custom_provider_field_result__authorization_code__isnull: bool
    custom_provider_field_result__fraud_response: str | None
    custom_provider_field_result__fraud_response__ne: str | None
    custom_provider_field_result__fraud_response__in: Iterable[str]
    custom_provider_field_result__fraud_response__not_in: Iterable[str]
    custom_provider_field_result__fraud_response__contains: str
    custom_provider_field_result__fraud_response__icontains: str
    custom_provider_field_result__fraud_response__iexact: str
    custom_provider_field_result__fraud_response__startswith: str
    custom_provider_field_result__fraud_response__istartswith: str
    custom_provider_field_result__fraud_response__endswith: str
    custom_provider_field_result__fraud_response__iendswith: str
    custom_provider_field_result__fraud_response__regex: str
    custom_provider_field_result__fraud_response__isnull: bool
    custom_provider_field_result__amount_received: Decimal | int | None
    custom_provider_field_result__amount_received__ne: Decimal | int | None
    custom_provider_field_result__amount_received__in: Iterable[Decimal | int]
    custom_provider_field_result__amount_received__not_in: Iterable[Decimal | int]
    custom_provider_field_result__amount_received__gt: Decimal | int
    custom_provider_field_result__amount_received__gte: Decimal | int
    custom_provider_field_result__amount_received__lt: Decimal | int
    custom_provider_field_result__amount_received__lte: Decimal | int
    custom_provider_field_result__amount_received__range: tuple[Decimal | int, Decimal | int]
    custom_provider_field_result__amount_received__isnull: bool
    custom_provider_field_result__isnull: bool

def order_transaction(**lookups: Unpack[OrderTransactionLookups]) -> None: ...

class OrderProductLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    variant_id: int | None
    variant_id__ne: int | None
    variant_id__in: Iterable[int]
    variant_id__not_in: Iterable[int]
    variant_id__gt: int
    variant_id__gte: int
    variant_id__lt: int
    variant_id__lte: int
    variant_id__range: tuple[int, int]
    variant_id__isnull: bool
    order_pickup_method_id: int | None
    order_pickup_method_id__ne: int | None
    order_pickup_method_id__in: Iterable[int]
    order_pickup_method_id__not_in: Iterable[int]
    order_pickup_method_id__gt: int
    order_pickup_method_id__gte: int
    order_pickup_method_id__lt: int
    order_pickup_method_id__lte: int
    order_pickup_method_id__range: tuple[int, int]
    order_pickup_method_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    name_customer: str | None
    name_customer__ne: str | None
    name_customer__in: Iterable[str]
    name_customer__not_in: Iterable[str]
    name_customer__contains: str
    name_customer__icontains: str
    name_customer__iexact: str
    name_customer__startswith: str
    name_customer__istartswith: str
    name_customer__endswith: str
    name_customer__iendswith: str
    name_customer__regex: str
    name_customer__isnull: bool
    name_merchant: str | None
    name_merchant__ne: str | None
    name_merchant__in: Iterable[str]
    name_merchant__not_in: Iterable[str]
    name_merchant__contains: str
    name_merchant__icontains: str
    name_merchant__iexact: str
    name_merchant__startswith: str
    name_merchant__istartswith: str
    name_merchant__endswith: str
    name_merchant__iendswith: str
    name_merchant__regex: str
    name_merchant__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    type: Literal["physical", "digital", "giftcertificate"] | None
    type__ne: Literal["physical", "digital", "giftcertificate"] | None
    type__in: Iterable[Literal["physical", "digital", "giftcertificate"]]
    type__not_in: Iterable[Literal["physical", "digital", "giftcertificate"]]
    type__isnull: bool
    quantity: int | None
    quantity__ne: int | None
    quantity__in: Iterable[int]
    quantity__not_in: Iterable[int]
    quantity__gt: int
    quantity__gte: int
    quantity__lt: int
    quantity__lte: int
    quantity__range: tuple[int, int]
    quantity__isnull: bool
    price_ex_tax: Decimal | int | None
    price_ex_tax__ne: Decimal | int | None
    price_ex_tax__in: Iterable[Decimal | int]
    price_ex_tax__not_in: Iterable[Decimal | int]
    price_ex_tax__gt: Decimal | int
    price_ex_tax__gte: Decimal | int
    price_ex_tax__lt: Decimal | int
    price_ex_tax__lte: Decimal | int
    price_ex_tax__range: tuple[Decimal | int, Decimal | int]
    price_ex_tax__isnull: bool
    price_inc_tax: Decimal | int | None
    price_inc_tax__ne: Decimal | int | None
    price_inc_tax__in: Iterable[Decimal | int]
    price_inc_tax__not_in: Iterable[Decimal | int]
    price_inc_tax__gt: Decimal | int
    price_inc_tax__gte: Decimal | int
    price_inc_tax__lt: Decimal | int
    price_inc_tax__lte: Decimal | int
    price_inc_tax__range: tuple[Decimal | int, Decimal | int]
    price_inc_tax__isnull: bool
    price_tax: Decimal | int | None
    price_tax__ne: Decimal | int | None
    price_tax__in: Iterable[Decimal | int]
    price_tax__not_in: Iterable[Decimal | int]
    price_tax__gt: Decimal | int
    price_tax__gte: Decimal | int
    price_tax__lt: Decimal | int
    price_tax__lte: Decimal | int
    price_tax__range: tuple[Decimal | int, Decimal | int]
    price_tax__isnull: bool
    base_price: Decimal | int | None
    base_price__ne: Decimal | int | None
    base_price__in: Iterable[Decimal | int]
    base_price__not_in: Iterable[Decimal | int]
    base_price__gt: Decimal | int
    base_price__gte: Decimal | int
    base_price__lt: Decimal | int
    base_price__lte: Decimal | int
    base_price__range: tuple[Decimal | int, Decimal | int]
    base_price__isnull: bool
    base_total: Decimal | int | None
    base_total__ne: Decimal | int | None
    base_total__in: Iterable[Decimal | int]
    base_total__not_in: Iterable[Decimal | int]
    base_total__gt: Decimal | int
    base_total__gte: Decimal | int
    base_total__lt: Decimal | int
    base_total__lte: Decimal | int
    base_total__range: tuple[Decimal | int, Decimal | int]
    base_total__isnull: bool
    total_ex_tax: Decimal | int | None
    total_ex_tax__ne: Decimal | int | None
    total_ex_tax__in: Iterable[Decimal | int]
    total_ex_tax__not_in: Iterable[Decimal | int]
    total_ex_tax__gt: Decimal | int
    total_ex_tax__gte: Decimal | int
    total_ex_tax__lt: Decimal | int
    total_ex_tax__lte: Decimal | int
    total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    total_ex_tax__isnull: bool
    total_inc_tax: Decimal | int | None
    total_inc_tax__ne: Decimal | int | None
    total_inc_tax__in: Iterable[Decimal | int]
    total_inc_tax__not_in: Iterable[Decimal | int]
    total_inc_tax__gt: Decimal | int
    total_inc_tax__gte: Decimal | int
    total_inc_tax__lt: Decimal | int
    total_inc_tax__lte: Decimal | int
    total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    total_inc_tax__isnull: bool
    total_tax: Decimal | int | None
    total_tax__ne: Decimal | int | None
    total_tax__in: Iterable[Decimal | int]
    total_tax__not_in: Iterable[Decimal | int]
    total_tax__gt: Decimal | int
    total_tax__gte: Decimal | int
    total_tax__lt: Decimal | int
    total_tax__lte: Decimal | int
    total_tax__range: tuple[Decimal | int, Decimal | int]
    total_tax__isnull: bool
    discounted_total_inc_tax: Decimal | int | None
    discounted_total_inc_tax__ne: Decimal | int | None
    discounted_total_inc_tax__in: Iterable[Decimal | int]
    discounted_total_inc_tax__not_in: Iterable[Decimal | int]
    discounted_total_inc_tax__gt: Decimal | int
    discounted_total_inc_tax__gte: Decimal | int
    discounted_total_inc_tax__lt: Decimal | int
    discounted_total_inc_tax__lte: Decimal | int
    discounted_total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    discounted_total_inc_tax__isnull: bool
    base_cost_price: Decimal | int | None
    base_cost_price__ne: Decimal | int | None
    base_cost_price__in: Iterable[Decimal | int]
    base_cost_price__not_in: Iterable[Decimal | int]
    base_cost_price__gt: Decimal | int
    base_cost_price__gte: Decimal | int
    base_cost_price__lt: Decimal | int
    base_cost_price__lte: Decimal | int
    base_cost_price__range: tuple[Decimal | int, Decimal | int]
    base_cost_price__isnull: bool
    cost_price_ex_tax: Decimal | int | None
    cost_price_ex_tax__ne: Decimal | int | None
    cost_price_ex_tax__in: Iterable[Decimal | int]
    cost_price_ex_tax__not_in: Iterable[Decimal | int]
    cost_price_ex_tax__gt: Decimal | int
    cost_price_ex_tax__gte: Decimal | int
    cost_price_ex_tax__lt: Decimal | int
    cost_price_ex_tax__lte: Decimal | int
    cost_price_ex_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_ex_tax__isnull: bool
    cost_price_inc_tax: Decimal | int | None
    cost_price_inc_tax__ne: Decimal | int | None
    cost_price_inc_tax__in: Iterable[Decimal | int]
    cost_price_inc_tax__not_in: Iterable[Decimal | int]
    cost_price_inc_tax__gt: Decimal | int
    cost_price_inc_tax__gte: Decimal | int
    cost_price_inc_tax__lt: Decimal | int
    cost_price_inc_tax__lte: Decimal | int
    cost_price_inc_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_inc_tax__isnull: bool
    cost_price_tax: Decimal | int | None
    cost_price_tax__ne: Decimal | int | None
    cost_price_tax__in: Iterable[Decimal | int]
    cost_price_tax__not_in: Iterable[Decimal | int]
    cost_price_tax__gt: Decimal | int
    cost_price_tax__gte: Decimal | int
    cost_price_tax__lt: Decimal | int
    cost_price_tax__lte: Decimal | int
    cost_price_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_tax__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    fixed_shipping_cost: Decimal | int | None
    fixed_shipping_cost__ne: Decimal | int | None
    fixed_shipping_cost__in: Iterable[Decimal | int]
    fixed_shipping_cost__not_in: Iterable[Decimal | int]
    fixed_shipping_cost__gt: Decimal | int
    fixed_shipping_cost__gte: Decimal | int
    fixed_shipping_cost__lt: Decimal | int
    fixed_shipping_cost__lte: Decimal | int
    fixed_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    fixed_shipping_cost__isnull: bool
    is_refunded: bool | None
    is_refunded__isnull: bool
    quantity_refunded: int | None
    quantity_refunded__ne: int | None
    quantity_refunded__in: Iterable[int]
    quantity_refunded__not_in: Iterable[int]
    quantity_refunded__gt: int
    quantity_refunded__gte: int
    quantity_refunded__lt: int
    quantity_refunded__lte: int
    quantity_refunded__range: tuple[int, int]
    quantity_refunded__isnull: bool
    refund_amount: Decimal | int | None
    refund_amount__ne: Decimal | int | None
    refund_amount__in: Iterable[Decimal | int]
    refund_amount__not_in: Iterable[Decimal | int]
    refund_amount__gt: Decimal | int
    refund_amount__gte: Decimal | int
    refund_amount__lt: Decimal | int
    refund_amount__lte: Decimal | int
    refund_amount__range: tuple[Decimal | int, Decimal | int]
    refund_amount__isnull: bool
    return_id: int | None
    return_id__ne: int | None
    return_id__in: Iterable[int]
    return_id__not_in: Iterable[int]
    return_id__gt: int
    return_id__gte: int
    return_id__lt: int
    return_id__lte: int
    return_id__range: tuple[int, int]
    return_id__isnull: bool
    quantity_shipped: int | None
    quantity_shipped__ne: int | None
    quantity_shipped__in: Iterable[int]
    quantity_shipped__not_in: Iterable[int]
    quantity_shipped__gt: int
    quantity_shipped__gte: int
    quantity_shipped__lt: int
    quantity_shipped__lte: int
    quantity_shipped__range: tuple[int, int]
    quantity_shipped__isnull: bool
    wrapping_id: int | None
    wrapping_id__ne: int | None
    wrapping_id__in: Iterable[int]
    wrapping_id__not_in: Iterable[int]
    wrapping_id__gt: int
    wrapping_id__gte: int
    wrapping_id__lt: int
    wrapping_id__lte: int
    wrapping_id__range: tuple[int, int]
    wrapping_id__isnull: bool
    wrapping_name: str | None
    wrapping_name__ne: str | None
    wrapping_name__in: Iterable[str]
    wrapping_name__not_in: Iterable[str]
    wrapping_name__contains: str
    wrapping_name__icontains: str
    wrapping_name__iexact: str
    wrapping_name__startswith: str
    wrapping_name__istartswith: str
    wrapping_name__endswith: str
    wrapping_name__iendswith: str
    wrapping_name__regex: str
    wrapping_name__isnull: bool
    wrapping_message: str | None
    wrapping_message__ne: str | None
    wrapping_message__in: Iterable[str]
    wrapping_message__not_in: Iterable[str]
    wrapping_message__contains: str
    wrapping_message__icontains: str
    wrapping_message__iexact: str
    wrapping_message__startswith: str
    wrapping_message__istartswith: str
    wrapping_message__endswith: str
    wrapping_message__iendswith: str
    wrapping_message__regex: str
    wrapping_message__isnull: bool
    base_wrapping_cost: Decimal | int | None
    base_wrapping_cost__ne: Decimal | int | None
    base_wrapping_cost__in: Iterable[Decimal | int]
    base_wrapping_cost__not_in: Iterable[Decimal | int]
    base_wrapping_cost__gt: Decimal | int
    base_wrapping_cost__gte: Decimal | int
    base_wrapping_cost__lt: Decimal | int
    base_wrapping_cost__lte: Decimal | int
    base_wrapping_cost__range: tuple[Decimal | int, Decimal | int]
    base_wrapping_cost__isnull: bool
    wrapping_cost_ex_tax: Decimal | int | None
    wrapping_cost_ex_tax__ne: Decimal | int | None
    wrapping_cost_ex_tax__in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__gt: Decimal | int
    wrapping_cost_ex_tax__gte: Decimal | int
    wrapping_cost_ex_tax__lt: Decimal | int
    wrapping_cost_ex_tax__lte: Decimal | int
    wrapping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_ex_tax__isnull: bool
    wrapping_cost_inc_tax: Decimal | int | None
    wrapping_cost_inc_tax__ne: Decimal | int | None
    wrapping_cost_inc_tax__in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__gt: Decimal | int
    wrapping_cost_inc_tax__gte: Decimal | int
    wrapping_cost_inc_tax__lt: Decimal | int
    wrapping_cost_inc_tax__lte: Decimal | int
    wrapping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_inc_tax__isnull: bool
    wrapping_cost_tax: Decimal | int | None
    wrapping_cost_tax__ne: Decimal | int | None
    wrapping_cost_tax__in: Iterable[Decimal | int]
    wrapping_cost_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_tax__gt: Decimal | int
    wrapping_cost_tax__gte: Decimal | int
    wrapping_cost_tax__lt: Decimal | int
    wrapping_cost_tax__lte: Decimal | int
    wrapping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_tax__isnull: bool
    event_name: str | None
    event_name__ne: str | None
    event_name__in: Iterable[str]
    event_name__not_in: Iterable[str]
    event_name__contains: str
    event_name__icontains: str
    event_name__iexact: str
    event_name__startswith: str
    event_name__istartswith: str
    event_name__endswith: str
    event_name__iendswith: str
    event_name__regex: str
    event_name__isnull: bool
    event_date: date | None
    event_date__ne: date | None
    event_date__in: Iterable[date]
    event_date__not_in: Iterable[date]
    event_date__gt: date
    event_date__gte: date
    event_date__lt: date
    event_date__lte: date
    event_date__range: tuple[date, date]
    event_date__isnull: bool
    ebay_item_id: str | None
    ebay_item_id__ne: str | None
    ebay_item_id__in: Iterable[str]
    ebay_item_id__not_in: Iterable[str]
    ebay_item_id__contains: str
    ebay_item_id__icontains: str
    ebay_item_id__iexact: str
    ebay_item_id__startswith: str
    ebay_item_id__istartswith: str
    ebay_item_id__endswith: str
    ebay_item_id__iendswith: str
    ebay_item_id__regex: str
    ebay_item_id__isnull: bool
    ebay_transaction_id: str | None
    ebay_transaction_id__ne: str | None
    ebay_transaction_id__in: Iterable[str]
    ebay_transaction_id__not_in: Iterable[str]
    ebay_transaction_id__contains: str
    ebay_transaction_id__icontains: str
    ebay_transaction_id__iexact: str
    ebay_transaction_id__startswith: str
    ebay_transaction_id__istartswith: str
    ebay_transaction_id__endswith: str
    ebay_transaction_id__iendswith: str
    ebay_transaction_id__regex: str
    ebay_transaction_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    parent_order_product_id: int | None
    parent_order_product_id__ne: int | None
    parent_order_product_id__in: Iterable[int]
    parent_order_product_id__not_in: Iterable[int]
    parent_order_product_id__gt: int
    parent_order_product_id__gte: int
    parent_order_product_id__lt: int
    parent_order_product_id__lte: int
    parent_order_product_id__range: tuple[int, int]
    parent_order_product_id__isnull: bool
    is_bundled_product: bool | None
    is_bundled_product__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    brand: str | None
    brand__ne: str | None
    brand__in: Iterable[str]
    brand__not_in: Iterable[str]
    brand__contains: str
    brand__icontains: str
    brand__iexact: str
    brand__startswith: str
    brand__istartswith: str
    brand__endswith: str
    brand__iendswith: str
    brand__regex: str
    brand__isnull: bool
    gift_certificate_id: int | None
    gift_certificate_id__ne: int | None
    gift_certificate_id__in: Iterable[int]
    gift_certificate_id__not_in: Iterable[int]
    gift_certificate_id__gt: int
    gift_certificate_id__gte: int
    gift_certificate_id__lt: int
    gift_certificate_id__lte: int
    gift_certificate_id__range: tuple[int, int]
    gift_certificate_id__isnull: bool
    applied_discounts__isnull: bool
    product_options__isnull: bool
    configurable_fields__isnull: bool

def order_product(**lookups: Unpack[OrderProductLookups]) -> None: ...

class OrderCouponLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    coupon_id: int | None
    coupon_id__ne: int | None
    coupon_id__in: Iterable[int]
    coupon_id__not_in: Iterable[int]
    coupon_id__gt: int
    coupon_id__gte: int
    coupon_id__lt: int
    coupon_id__lte: int
    coupon_id__range: tuple[int, int]
    coupon_id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    type: Literal[0, 1, 2, 3, 4, 5] | None
    type__ne: Literal[0, 1, 2, 3, 4, 5] | None
    type__in: Iterable[Literal[0, 1, 2, 3, 4, 5]]
    type__not_in: Iterable[Literal[0, 1, 2, 3, 4, 5]]
    type__isnull: bool
    discount: Decimal | int | None
    discount__ne: Decimal | int | None
    discount__in: Iterable[Decimal | int]
    discount__not_in: Iterable[Decimal | int]
    discount__gt: Decimal | int
    discount__gte: Decimal | int
    discount__lt: Decimal | int
    discount__lte: Decimal | int
    discount__range: tuple[Decimal | int, Decimal | int]
    discount__isnull: bool

def order_coupon(**lookups: Unpack[OrderCouponLookups]) -> None: ...

class OrderMessageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    staff_id: int | None
    staff_id__ne: int | None
    staff_id__in: Iterable[int]
    staff_id__not_in: Iterable[int]
    staff_id__gt: int
    staff_id__gte: int
    staff_id__lt: int
    staff_id__lte: int
    staff_id__range: tuple[int, int]
    staff_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    type: str | None
    type__ne: str | None
    type__in: Iterable[str]
    type__not_in: Iterable[str]
    type__contains: str
    type__icontains: str
    type__iexact: str
    type__startswith: str
    type__istartswith: str
    type__endswith: str
    type__iendswith: str
    type__regex: str
    type__isnull: bool
    subject: str | None
    subject__ne: str | None
    subject__in: Iterable[str]
    subject__not_in: Iterable[str]
    subject__contains: str
    subject__icontains: str
    subject__iexact: str
    subject__startswith: str
    subject__istartswith: str
    subject__endswith: str
    subject__iendswith: str
    subject__regex: str
    subject__isnull: bool
    message: str | None
    message__ne: str | None
    message__in: Iterable[str]
    message__not_in: Iterable[str]
    message__contains: str
    message__icontains: str
    message__iexact: str
    message__startswith: str
    message__istartswith: str
    message__endswith: str
    message__iendswith: str
    message__regex: str
    message__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    is_flagged: bool | None
    is_flagged__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    customer__isnull: bool

def order_message(**lookups: Unpack[OrderMessageLookups]) -> None: ...

class OrderTaxLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    details: Literal["true", "false"]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    order_pickup_method_id: int | None
    order_pickup_method_id__ne: int | None
    order_pickup_method_id__in: Iterable[int]
    order_pickup_method_id__not_in: Iterable[int]
    order_pickup_method_id__gt: int
    order_pickup_method_id__gte: int
    order_pickup_method_id__lt: int
    order_pickup_method_id__lte: int
    order_pickup_method_id__range: tuple[int, int]
    order_pickup_method_id__isnull: bool
    order_product_id: int | None
    order_product_id__ne: int | None
    order_product_id__in: Iterable[int]
    order_product_id__not_in: Iterable[int]
    order_product_id__gt: int
    order_product_id__gte: int
    order_product_id__lt: int
    order_product_id__lte: int
    order_product_id__range: tuple[int, int]
    order_product_id__isnull: bool
    tax_rate_id: int | None
    tax_rate_id__ne: int | None
    tax_rate_id__in: Iterable[int]
    tax_rate_id__not_in: Iterable[int]
    tax_rate_id__gt: int
    tax_rate_id__gte: int
    tax_rate_id__lt: int
    tax_rate_id__lte: int
    tax_rate_id__range: tuple[int, int]
    tax_rate_id__isnull: bool
    sales_tax_id: str | None
    sales_tax_id__ne: str | None
    sales_tax_id__in: Iterable[str]
    sales_tax_id__not_in: Iterable[str]
    sales_tax_id__contains: str
    sales_tax_id__icontains: str
    sales_tax_id__iexact: str
    sales_tax_id__startswith: str
    sales_tax_id__istartswith: str
    sales_tax_id__endswith: str
    sales_tax_id__iendswith: str
    sales_tax_id__regex: str
    sales_tax_id__isnull: bool
    tax_class_id: int | None
    tax_class_id__ne: int | None
    tax_class_id__in: Iterable[int]
    tax_class_id__not_in: Iterable[int]
    tax_class_id__gt: int
    tax_class_id__gte: int
    tax_class_id__lt: int
    tax_class_id__lte: int
    tax_class_id__range: tuple[int, int]
    tax_class_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    class_: str | None
    class___ne: str | None
    class___in: Iterable[str]
    class___not_in: Iterable[str]
    class___contains: str
    class___icontains: str
    class___iexact: str
    class___startswith: str
    class___istartswith: str
    class___endswith: str
    class___iendswith: str
    class___regex: str
    class___isnull: bool
    rate: Decimal | int | None
    rate__ne: Decimal | int | None
    rate__in: Iterable[Decimal | int]
    rate__not_in: Iterable[Decimal | int]
    rate__gt: Decimal | int
    rate__gte: Decimal | int
    rate__lt: Decimal | int
    rate__lte: Decimal | int
    rate__range: tuple[Decimal | int, Decimal | int]
    rate__isnull: bool
    priority: int | None
    priority__ne: int | None
    priority__in: Iterable[int]
    priority__not_in: Iterable[int]
    priority__gt: int
    priority__gte: int
    priority__lt: int
    priority__lte: int
    priority__range: tuple[int, int]
    priority__isnull: bool
    priority_amount: Decimal | int | None
    priority_amount__ne: Decimal | int | None
    priority_amount__in: Iterable[Decimal | int]
    priority_amount__not_in: Iterable[Decimal | int]
    priority_amount__gt: Decimal | int
    priority_amount__gte: Decimal | int
    priority_amount__lt: Decimal | int
    priority_amount__lte: Decimal | int
    priority_amount__range: tuple[Decimal | int, Decimal | int]
    priority_amount__isnull: bool
    line_amount: Decimal | int | None
    line_amount__ne: Decimal | int | None
    line_amount__in: Iterable[Decimal | int]
    line_amount__not_in: Iterable[Decimal | int]
    line_amount__gt: Decimal | int
    line_amount__gte: Decimal | int
    line_amount__lt: Decimal | int
    line_amount__lte: Decimal | int
    line_amount__range: tuple[Decimal | int, Decimal | int]
    line_amount__isnull: bool
    line_item_type: Literal["item", "shipping", "handling", "gift-wrapping"] | None
    line_item_type__ne: Literal["item", "shipping", "handling", "gift-wrapping"] | None
    line_item_type__in: Iterable[Literal["item", "shipping", "handling", "gift-wrapping"]]
    line_item_type__not_in: Iterable[Literal["item", "shipping", "handling", "gift-wrapping"]]
    line_item_type__isnull: bool

def order_tax(**lookups: Unpack[OrderTaxLookups]) -> None: ...

class OrderChannelSettingsLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    notifications__order_placed__isnull: bool
    notifications__forward_invoice__isnull: bool
    notifications__isnull: bool

def order_channel_settings(**lookups: Unpack[OrderChannelSettingsLookups]) -> None: ...

class OrderSettingsLookups(TypedDict, total=False):
    notifications__order_placed__isnull: bool
    notifications__forward_invoice__isnull: bool
    notifications__isnull: bool

def order_settings(**lookups: Unpack[OrderSettingsLookups]) -> None: ...

class ShippingQuoteLookups(TypedDict, total=False):
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    timestamp: datetime | None
    timestamp__ne: datetime | None
    timestamp__in: Iterable[datetime]
    timestamp__not_in: Iterable[datetime]
    timestamp__gt: datetime
    timestamp__gte: datetime
    timestamp__lt: datetime
    timestamp__lte: datetime
    timestamp__range: tuple[datetime, datetime]
    timestamp__isnull: bool
    shipping_provider_id: str | None
    shipping_provider_id__ne: str | None
    shipping_provider_id__in: Iterable[str]
    shipping_provider_id__not_in: Iterable[str]
    shipping_provider_id__contains: str
    shipping_provider_id__icontains: str
    shipping_provider_id__iexact: str
    shipping_provider_id__startswith: str
    shipping_provider_id__istartswith: str
    shipping_provider_id__endswith: str
    shipping_provider_id__iendswith: str
    shipping_provider_id__regex: str
    shipping_provider_id__isnull: bool
    shipping_provider_quote__isnull: bool
    provider_code: str | None
    provider_code__ne: str | None
    provider_code__in: Iterable[str]
    provider_code__not_in: Iterable[str]
    provider_code__contains: str
    provider_code__icontains: str
    provider_code__iexact: str
    provider_code__startswith: str
    provider_code__istartswith: str
    provider_code__endswith: str
    provider_code__iendswith: str
    provider_code__regex: str
    provider_code__isnull: bool
    carrier_code: str | None
    carrier_code__ne: str | None
    carrier_code__in: Iterable[str]
    carrier_code__not_in: Iterable[str]
    carrier_code__contains: str
    carrier_code__icontains: str
    carrier_code__iexact: str
    carrier_code__startswith: str
    carrier_code__istartswith: str
    carrier_code__endswith: str
    carrier_code__iendswith: str
    carrier_code__regex: str
    carrier_code__isnull: bool
    rate_code: str | None
    rate_code__ne: str | None
    rate_code__in: Iterable[str]
    rate_code__not_in: Iterable[str]
    rate_code__contains: str
    rate_code__icontains: str
    rate_code__iexact: str
    rate_code__startswith: str
    rate_code__istartswith: str
    rate_code__endswith: str
    rate_code__iendswith: str
    rate_code__regex: str
    rate_code__isnull: bool
    rate_id: str | None
    rate_id__ne: str | None
    rate_id__in: Iterable[str]
    rate_id__not_in: Iterable[str]
    rate_id__contains: str
    rate_id__icontains: str
    rate_id__iexact: str
    rate_id__startswith: str
    rate_id__istartswith: str
    rate_id__endswith: str
    rate_id__iendswith: str
    rate_id__regex: str
    rate_id__isnull: bool
    method_id: int | None
    method_id__ne: int | None
    method_id__in: Iterable[int]
    method_id__not_in: Iterable[int]
    method_id__gt: int
    method_id__gte: int
    method_id__lt: int
    method_id__lte: int
    method_id__range: tuple[int, int]
    method_id__isnull: bool

class ConsignmentShippingQuoteLookups(ShippingQuoteLookups, total=False):
    pk: str
    pk__in: Iterable[str]
    order_id: int | str
    order_id__in: Iterable[int | str]
    shipping_consignment_id: int | str
    shipping_consignment_id__in: Iterable[int | str]

def consignment_shipping_quote(**lookups: Unpack[ConsignmentShippingQuoteLookups]) -> None: ...

class OrderShipmentLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    tracking_number: str | None
    tracking_number__ne: str | None
    tracking_number__in: Iterable[str]
    tracking_number__not_in: Iterable[str]
    tracking_number__contains: str
    tracking_number__icontains: str
    tracking_number__iexact: str
    tracking_number__startswith: str
    tracking_number__istartswith: str
    tracking_number__endswith: str
    tracking_number__iendswith: str
    tracking_number__regex: str
    tracking_number__isnull: bool
    tracking_carrier: str | None
    tracking_carrier__ne: str | None
    tracking_carrier__in: Iterable[str]
    tracking_carrier__not_in: Iterable[str]
    tracking_carrier__contains: str
    tracking_carrier__icontains: str
    tracking_carrier__iexact: str
    tracking_carrier__startswith: str
    tracking_carrier__istartswith: str
    tracking_carrier__endswith: str
    tracking_carrier__iendswith: str
    tracking_carrier__regex: str
    tracking_carrier__isnull: bool
    tracking_link: str | None
    tracking_link__ne: str | None
    tracking_link__in: Iterable[str]
    tracking_link__not_in: Iterable[str]
    tracking_link__contains: str
    tracking_link__icontains: str
    tracking_link__iexact: str
    tracking_link__startswith: str
    tracking_link__istartswith: str
    tracking_link__endswith: str
    tracking_link__iendswith: str
    tracking_link__regex: str
    tracking_link__isnull: bool
    generated_tracking_link: str | None
    generated_tracking_link__ne: str | None
    generated_tracking_link__in: Iterable[str]
    generated_tracking_link__not_in: Iterable[str]
    generated_tracking_link__contains: str
    generated_tracking_link__icontains: str
    generated_tracking_link__iexact: str
    generated_tracking_link__startswith: str
    generated_tracking_link__istartswith: str
    generated_tracking_link__endswith: str
    generated_tracking_link__iendswith: str
    generated_tracking_link__regex: str
    generated_tracking_link__isnull: bool
    merchant_shipping_cost: Decimal | int | None
    merchant_shipping_cost__ne: Decimal | int | None
    merchant_shipping_cost__in: Iterable[Decimal | int]
    merchant_shipping_cost__not_in: Iterable[Decimal | int]
    merchant_shipping_cost__gt: Decimal | int
    merchant_shipping_cost__gte: Decimal | int
    merchant_shipping_cost__lt: Decimal | int
    merchant_shipping_cost__lte: Decimal | int
    merchant_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    merchant_shipping_cost__isnull: bool
    shipping_method: str | None
    shipping_method__ne: str | None
    shipping_method__in: Iterable[str]
    shipping_method__not_in: Iterable[str]
    shipping_method__contains: str
    shipping_method__icontains: str
    shipping_method__iexact: str
    shipping_method__startswith: str
    shipping_method__istartswith: str
    shipping_method__endswith: str
    shipping_method__iendswith: str
    shipping_method__regex: str
    shipping_method__isnull: bool
    shipping_provider: Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""] | None
    shipping_provider__ne: Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""] | None
    shipping_provider__in: Iterable[Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""]]
    shipping_provider__not_in: Iterable[Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""]]
    shipping_provider__isnull: bool
    shipping_provider_display_name: str | None
    shipping_provider_display_name__ne: str | None
    shipping_provider_display_name__in: Iterable[str]
    shipping_provider_display_name__not_in: Iterable[str]
    shipping_provider_display_name__contains: str
    shipping_provider_display_name__icontains: str
    shipping_provider_display_name__iexact: str
    shipping_provider_display_name__startswith: str
    shipping_provider_display_name__istartswith: str
    shipping_provider_display_name__endswith: str
    shipping_provider_display_name__iendswith: str
    shipping_provider_display_name__regex: str
    shipping_provider_display_name__isnull: bool
    comments: str | None
    comments__ne: str | None
    comments__in: Iterable[str]
    comments__not_in: Iterable[str]
    comments__contains: str
    comments__icontains: str
    comments__iexact: str
    comments__startswith: str
    comments__istartswith: str
    comments__endswith: str
    comments__iendswith: str
    comments__regex: str
    comments__isnull: bool
    items__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__street_1: str | None
    billing_address__street_1__ne: str | None
    billing_address__street_1__in: Iterable[str]
    billing_address__street_1__not_in: Iterable[str]
    billing_address__street_1__contains: str
    billing_address__street_1__icontains: str
    billing_address__street_1__iexact: str
    billing_address__street_1__startswith: str
    billing_address__street_1__istartswith: str
    billing_address__street_1__endswith: str
    billing_address__street_1__iendswith: str
    billing_address__street_1__regex: str
    billing_address__street_1__isnull: bool
    billing_address__street_2: str | None
    billing_address__street_2__ne: str | None
    billing_address__street_2__in: Iterable[str]
    billing_address__street_2__not_in: Iterable[str]
    billing_address__street_2__contains: str
    billing_address__street_2__icontains: str
    billing_address__street_2__iexact: str
    billing_address__street_2__startswith: str
    billing_address__street_2__istartswith: str
    billing_address__street_2__endswith: str
    billing_address__street_2__iendswith: str
    billing_address__street_2__regex: str
    billing_address__street_2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__state: str | None
    billing_address__state__ne: str | None
    billing_address__state__in: Iterable[str]
    billing_address__state__not_in: Iterable[str]
    billing_address__state__contains: str
    billing_address__state__icontains: str
    billing_address__state__iexact: str
    billing_address__state__startswith: str
    billing_address__state__istartswith: str
    billing_address__state__endswith: str
    billing_address__state__iendswith: str
    billing_address__state__regex: str
    billing_address__state__isnull: bool
    billing_address__zip: str | None
    billing_address__zip__ne: str | None
    billing_address__zip__in: Iterable[str]
    billing_address__zip__not_in: Iterable[str]
    billing_address__zip__contains: str
    billing_address__zip__icontains: str
    billing_address__zip__iexact: str
    billing_address__zip__startswith: str
    billing_address__zip__istartswith: str
    billing_address__zip__endswith: str
    billing_address__zip__iendswith: str
    billing_address__zip__regex: str
    billing_address__zip__isnull: bool
    billing_address__country: str | None
    billing_address__country__ne: str | None
    billing_address__country__in: Iterable[str]
    billing_address__country__not_in: Iterable[str]
    billing_address__country__contains: str
    billing_address__country__icontains: str
    billing_address__country__iexact: str
    billing_address__country__startswith: str
    billing_address__country__istartswith: str
    billing_address__country__endswith: str
    billing_address__country__iendswith: str
    billing_address__country__regex: str
    billing_address__country__isnull: bool
    billing_address__country_iso2: str | None
    billing_address__country_iso2__ne: str | None
    billing_address__country_iso2__in: Iterable[str]
    billing_address__country_iso2__not_in: Iterable[str]
    billing_address__country_iso2__contains: str
    billing_address__country_iso2__icontains: str
    billing_address__country_iso2__iexact: str
    billing_address__country_iso2__startswith: str
    billing_address__country_iso2__istartswith: str
    billing_address__country_iso2__endswith: str
    billing_address__country_iso2__iendswith: str
    billing_address__country_iso2__regex: str
    billing_address__country_iso2__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__isnull: bool
    shipping_address__first_name: str | None
    shipping_address__first_name__ne: str | None
    shipping_address__first_name__in: Iterable[str]
    shipping_address__first_name__not_in: Iterable[str]
    shipping_address__first_name__contains: str
    shipping_address__first_name__icontains: str
    shipping_address__first_name__iexact: str
    shipping_address__first_name__startswith: str
    shipping_address__first_name__istartswith: str
    shipping_address__first_name__endswith: str
    shipping_address__first_name__iendswith: str
    shipping_address__first_name__regex: str
    shipping_address__first_name__isnull: bool
    shipping_address__last_name: str | None
    shipping_address__last_name__ne: str | None
    shipping_address__last_name__in: Iterable[str]
    shipping_address__last_name__not_in: Iterable[str]
    shipping_address__last_name__contains: str
    shipping_address__last_name__icontains: str
    shipping_address__last_name__iexact: str
    shipping_address__last_name__startswith: str
    shipping_address__last_name__istartswith: str
    shipping_address__last_name__endswith: str
    shipping_address__last_name__iendswith: str
    shipping_address__last_name__regex: str
    shipping_address__last_name__isnull: bool
    shipping_address__company: str | None
    shipping_address__company__ne: str | None
    shipping_address__company__in: Iterable[str]
    shipping_address__company__not_in: Iterable[str]
    shipping_address__company__contains: str
    shipping_address__company__icontains: str
    shipping_address__company__iexact: str
    shipping_address__company__startswith: str
    shipping_address__company__istartswith: str
    shipping_address__company__endswith: str
    shipping_address__company__iendswith: str
    shipping_address__company__regex: str
    shipping_address__company__isnull: bool
    shipping_address__street_1: str | None
    shipping_address__street_1__ne: str | None
    shipping_address__street_1__in: Iterable[str]
    shipping_address__street_1__not_in: Iterable[str]
    shipping_address__street_1__contains: str
    shipping_address__street_1__icontains: str
    shipping_address__street_1__iexact: str
    shipping_address__street_1__startswith: str
    shipping_address__street_1__istartswith: str
    shipping_address__street_1__endswith: str
    shipping_address__street_1__iendswith: str
    shipping_address__street_1__regex: str
    shipping_address__street_1__isnull: bool
    shipping_address__street_2: str | None
    shipping_address__street_2__ne: str | None
    shipping_address__street_2__in: Iterable[str]
    shipping_address__street_2__not_in: Iterable[str]
    shipping_address__street_2__contains: str
    shipping_address__street_2__icontains: str
    shipping_address__street_2__iexact: str
    shipping_address__street_2__startswith: str
    shipping_address__street_2__istartswith: str
    shipping_address__street_2__endswith: str
    shipping_address__street_2__iendswith: str
    shipping_address__street_2__regex: str
    shipping_address__street_2__isnull: bool
    shipping_address__city: str | None
    shipping_address__city__ne: str | None
    shipping_address__city__in: Iterable[str]
    shipping_address__city__not_in: Iterable[str]
    shipping_address__city__contains: str
    shipping_address__city__icontains: str
    shipping_address__city__iexact: str
    shipping_address__city__startswith: str
    shipping_address__city__istartswith: str
    shipping_address__city__endswith: str
    shipping_address__city__iendswith: str
    shipping_address__city__regex: str
    shipping_address__city__isnull: bool
    shipping_address__state: str | None
    shipping_address__state__ne: str | None
    shipping_address__state__in: Iterable[str]
    shipping_address__state__not_in: Iterable[str]
    shipping_address__state__contains: str
    shipping_address__state__icontains: str
    shipping_address__state__iexact: str
    shipping_address__state__startswith: str
    shipping_address__state__istartswith: str
    shipping_address__state__endswith: str
    shipping_address__state__iendswith: str
    shipping_address__state__regex: str
    shipping_address__state__isnull: bool
    shipping_address__zip: str | None
    shipping_address__zip__ne: str | None
    shipping_address__zip__in: Iterable[str]
    shipping_address__zip__not_in: Iterable[str]
    shipping_address__zip__contains: str
    shipping_address__zip__icontains: str
    shipping_address__zip__iexact: str
    shipping_address__zip__startswith: str
    shipping_address__zip__istartswith: str
    shipping_address__zip__endswith: str
    shipping_address__zip__iendswith: str
    shipping_address__zip__regex: str
    shipping_address__zip__isnull: bool
    shipping_address__country: str | None
    shipping_address__country__ne: str | None
    shipping_address__country__in: Iterable[str]
    shipping_address__country__not_in: Iterable[str]
    shipping_address__country__contains: str
    shipping_address__country__icontains: str
    shipping_address__country__iexact: str
    shipping_address__country__startswith: str
    shipping_address__country__istartswith: str
    shipping_address__country__endswith: str
    shipping_address__country__iendswith: str
    shipping_address__country__regex: str
    shipping_address__country__isnull: bool
    shipping_address__country_iso2: str | None
    shipping_address__country_iso2__ne: str | None
    shipping_address__country_iso2__in: Iterable[str]
    shipping_address__country_iso2__not_in: Iterable[str]
    shipping_address__country_iso2__contains: str
    shipping_address__country_iso2__icontains: str
    shipping_address__country_iso2__iexact: str
    shipping_address__country_iso2__startswith: str
    shipping_address__country_iso2__istartswith: str
    shipping_address__country_iso2__endswith: str
    shipping_address__country_iso2__iendswith: str
    shipping_address__country_iso2__regex: str
    shipping_address__country_iso2__isnull: bool
    shipping_address__phone: str | None
    shipping_address__phone__ne: str | None
    shipping_address__phone__in: Iterable[str]
    shipping_address__phone__not_in: Iterable[str]
    shipping_address__phone__contains: str
    shipping_address__phone__icontains: str
    shipping_address__phone__iexact: str
    shipping_address__phone__startswith: str
    shipping_address__phone__istartswith: str
    shipping_address__phone__endswith: str
    shipping_address__phone__iendswith: str
    shipping_address__phone__regex: str
    shipping_address__phone__isnull: bool
    shipping_address__email: str | None
    shipping_address__email__ne: str | None
    shipping_address__email__in: Iterable[str]
    shipping_address__email__not_in: Iterable[str]
    shipping_address__email__contains: str
    shipping_address__email__icontains: str
    shipping_address__email__iexact: str
    shipping_address__email__startswith: str
    shipping_address__email__istartswith: str
    shipping_address__email__endswith: str
    shipping_address__email__iendswith: str
    shipping_address__email__regex: str
    shipping_address__email__isnull: bool
    shipping_address__isnull: bool

def order_shipment(**lookups: Unpack[OrderShipmentLookups]) -> None: ...

class OrderShippingAddressLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    order: Resource | int | str
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    street_1: str | None
    street_1__ne: str | None
    street_1__in: Iterable[str]
    street_1__not_in: Iterable[str]
    street_1__contains: str
    street_1__icontains: str
    street_1__iexact: str
    street_1__startswith: str
    street_1__istartswith: str
    street_1__endswith: str
    street_1__iendswith: str
    street_1__regex: str
    street_1__isnull: bool
    street_2: str | None
    street_2__ne: str | None
    street_2__in: Iterable[str]
    street_2__not_in: Iterable[str]
    street_2__contains: str
    street_2__icontains: str
    street_2__iexact: str
    street_2__startswith: str
    street_2__istartswith: str
    street_2__endswith: str
    street_2__iendswith: str
    street_2__regex: str
    street_2__isnull: bool
    city: str | None
    city__ne: str | None
    city__in: Iterable[str]
    city__not_in: Iterable[str]
    city__contains: str
    city__icontains: str
    city__iexact: str
    city__startswith: str
    city__istartswith: str
    city__endswith: str
    city__iendswith: str
    city__regex: str
    city__isnull: bool
    state: str | None
    state__ne: str | None
    state__in: Iterable[str]
    state__not_in: Iterable[str]
    state__contains: str
    state__icontains: str
    state__iexact: str
    state__startswith: str
    state__istartswith: str
    state__endswith: str
    state__iendswith: str
    state__regex: str
    state__isnull: bool
    zip: str | None
    zip__ne: str | None
    zip__in: Iterable[str]
    zip__not_in: Iterable[str]
    zip__contains: str
    zip__icontains: str
    zip__iexact: str
    zip__startswith: str
    zip__istartswith: str
    zip__endswith: str
    zip__iendswith: str
    zip__regex: str
    zip__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    country_iso2: str | None
    country_iso2__ne: str | None
    country_iso2__in: Iterable[str]
    country_iso2__not_in: Iterable[str]
    country_iso2__contains: str
    country_iso2__icontains: str
    country_iso2__iexact: str
    country_iso2__startswith: str
    country_iso2__istartswith: str
    country_iso2__endswith: str
    country_iso2__iendswith: str
    country_iso2__regex: str
    country_iso2__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    form_fields__isnull: bool
    shipping_method: str | None
    shipping_method__ne: str | None
    shipping_method__in: Iterable[str]
    shipping_method__not_in: Iterable[str]
    shipping_method__contains: str
    shipping_method__icontains: str
    shipping_method__iexact: str
    shipping_method__startswith: str
    shipping_method__istartswith: str
    shipping_method__endswith: str
    shipping_method__iendswith: str
    shipping_method__regex: str
    shipping_method__isnull: bool
    items_total: int | None
    items_total__ne: int | None
    items_total__in: Iterable[int]
    items_total__not_in: Iterable[int]
    items_total__gt: int
    items_total__gte: int
    items_total__lt: int
    items_total__lte: int
    items_total__range: tuple[int, int]
    items_total__isnull: bool
    items_shipped: int | None
    items_shipped__ne: int | None
    items_shipped__in: Iterable[int]
    items_shipped__not_in: Iterable[int]
    items_shipped__gt: int
    items_shipped__gte: int
    items_shipped__lt: int
    items_shipped__lte: int
    items_shipped__range: tuple[int, int]
    items_shipped__isnull: bool
    base_cost: Decimal | int | None
    base_cost__ne: Decimal | int | None
    base_cost__in: Iterable[Decimal | int]
    base_cost__not_in: Iterable[Decimal | int]
    base_cost__gt: Decimal | int
    base_cost__gte: Decimal | int
    base_cost__lt: Decimal | int
    base_cost__lte: Decimal | int
    base_cost__range: tuple[Decimal | int, Decimal | int]
    base_cost__isnull: bool
    cost_ex_tax: Decimal | int | None
    cost_ex_tax__ne: Decimal | int | None
    cost_ex_tax__in: Iterable[Decimal | int]
    cost_ex_tax__not_in: Iterable[Decimal | int]
    cost_ex_tax__gt: Decimal | int
    cost_ex_tax__gte: Decimal | int
    cost_ex_tax__lt: Decimal | int
    cost_ex_tax__lte: Decimal | int
    cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    cost_ex_tax__isnull: bool
    cost_inc_tax: Decimal | int | None
    cost_inc_tax__ne: Decimal | int | None
    cost_inc_tax__in: Iterable[Decimal | int]
    cost_inc_tax__not_in: Iterable[Decimal | int]
    cost_inc_tax__gt: Decimal | int
    cost_inc_tax__gte: Decimal | int
    cost_inc_tax__lt: Decimal | int
    cost_inc_tax__lte: Decimal | int
    cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    cost_inc_tax__isnull: bool
    cost_tax: Decimal | int | None
    cost_tax__ne: Decimal | int | None
    cost_tax__in: Iterable[Decimal | int]
    cost_tax__not_in: Iterable[Decimal | int]
    cost_tax__gt: Decimal | int
    cost_tax__gte: Decimal | int
    cost_tax__lt: Decimal | int
    cost_tax__lte: Decimal | int
    cost_tax__range: tuple[Decimal | int, Decimal | int]
    cost_tax__isnull: bool
    cost_tax_class_id: int | None
    cost_tax_class_id__ne: int | None
    cost_tax_class_id__in: Iterable[int]
    cost_tax_class_id__not_in: Iterable[int]
    cost_tax_class_id__gt: int
    cost_tax_class_id__gte: int
    cost_tax_class_id__lt: int
    cost_tax_class_id__lte: int
    cost_tax_class_id__range: tuple[int, int]
    cost_tax_class_id__isnull: bool
    base_handling_cost: Decimal | int | None
    base_handling_cost__ne: Decimal | int | None
    base_handling_cost__in: Iterable[Decimal | int]
    base_handling_cost__not_in: Iterable[Decimal | int]
    base_handling_cost__gt: Decimal | int
    base_handling_cost__gte: Decimal | int
    base_handling_cost__lt: Decimal | int
    base_handling_cost__lte: Decimal | int
    base_handling_cost__range: tuple[Decimal | int, Decimal | int]
    base_handling_cost__isnull: bool
    handling_cost_ex_tax: Decimal | int | None
    handling_cost_ex_tax__ne: Decimal | int | None
    handling_cost_ex_tax__in: Iterable[Decimal | int]
    handling_cost_ex_tax__not_in: Iterable[Decimal | int]
    handling_cost_ex_tax__gt: Decimal | int
    handling_cost_ex_tax__gte: Decimal | int
    handling_cost_ex_tax__lt: Decimal | int
    handling_cost_ex_tax__lte: Decimal | int
    handling_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_ex_tax__isnull: bool
    handling_cost_inc_tax: Decimal | int | None
    handling_cost_inc_tax__ne: Decimal | int | None
    handling_cost_inc_tax__in: Iterable[Decimal | int]
    handling_cost_inc_tax__not_in: Iterable[Decimal | int]
    handling_cost_inc_tax__gt: Decimal | int
    handling_cost_inc_tax__gte: Decimal | int
    handling_cost_inc_tax__lt: Decimal | int
    handling_cost_inc_tax__lte: Decimal | int
    handling_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_inc_tax__isnull: bool
    handling_cost_tax: Decimal | int | None
    handling_cost_tax__ne: Decimal | int | None
    handling_cost_tax__in: Iterable[Decimal | int]
    handling_cost_tax__not_in: Iterable[Decimal | int]
    handling_cost_tax__gt: Decimal | int
    handling_cost_tax__gte: Decimal | int
    handling_cost_tax__lt: Decimal | int
    handling_cost_tax__lte: Decimal | int
    handling_cost_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_tax__isnull: bool
    handling_cost_tax_class_id: int | None
    handling_cost_tax_class_id__ne: int | None
    handling_cost_tax_class_id__in: Iterable[int]
    handling_cost_tax_class_id__not_in: Iterable[int]
    handling_cost_tax_class_id__gt: int
    handling_cost_tax_class_id__gte: int
    handling_cost_tax_class_id__lt: int
    handling_cost_tax_class_id__lte: int
    handling_cost_tax_class_id__range: tuple[int, int]
    handling_cost_tax_class_id__isnull: bool
    shipping_zone_id: int | None
    shipping_zone_id__ne: int | None
    shipping_zone_id__in: Iterable[int]
    shipping_zone_id__not_in: Iterable[int]
    shipping_zone_id__gt: int
    shipping_zone_id__gte: int
    shipping_zone_id__lt: int
    shipping_zone_id__lte: int
    shipping_zone_id__range: tuple[int, int]
    shipping_zone_id__isnull: bool
    shipping_zone_name: str | None
    shipping_zone_name__ne: str | None
    shipping_zone_name__in: Iterable[str]
    shipping_zone_name__not_in: Iterable[str]
    shipping_zone_name__contains: str
    shipping_zone_name__icontains: str
    shipping_zone_name__iexact: str
    shipping_zone_name__startswith: str
    shipping_zone_name__istartswith: str
    shipping_zone_name__endswith: str
    shipping_zone_name__iendswith: str
    shipping_zone_name__regex: str
    shipping_zone_name__isnull: bool

def order_shipping_address(**lookups: Unpack[OrderShippingAddressLookups]) -> None: ...

class OrderShippingQuoteLookups(ShippingQuoteLookups, total=False):
    pk: str
    pk__in: Iterable[str]
    order_id: int | str
    order_id__in: Iterable[int | str]
    shipping_address_id: int | str
    shipping_address_id__in: Iterable[int | str]

def order_shipping_quote(**lookups: Unpack[OrderShippingQuoteLookups]) -> None: ...

class OrderLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    order_status: Resource | int | str | None
    order_status__in: Iterable[Resource | int | str]
    total__gte: Decimal | int
    total__lte: Decimal | int
    email: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    status_id: int | None
    status_id__ne: int | None
    status_id__in: Iterable[int]
    status_id__not_in: Iterable[int]
    status_id__gt: int
    status_id__gte: int
    status_id__lt: int
    status_id__lte: int
    status_id__range: tuple[int, int]
    status_id__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    custom_status: str | None
    custom_status__ne: str | None
    custom_status__in: Iterable[str]
    custom_status__not_in: Iterable[str]
    custom_status__contains: str
    custom_status__icontains: str
    custom_status__iexact: str
    custom_status__startswith: str
    custom_status__istartswith: str
    custom_status__endswith: str
    custom_status__iendswith: str
    custom_status__regex: str
    custom_status__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    date_shipped: datetime | None
    date_shipped__ne: datetime | None
    date_shipped__in: Iterable[datetime]
    date_shipped__not_in: Iterable[datetime]
    date_shipped__gt: datetime
    date_shipped__gte: datetime
    date_shipped__lt: datetime
    date_shipped__lte: datetime
    date_shipped__range: tuple[datetime, datetime]
    date_shipped__isnull: bool
    cart_id: str | None
    cart_id__ne: str | None
    cart_id__in: Iterable[str]
    cart_id__not_in: Iterable[str]
    cart_id__contains: str
    cart_id__icontains: str
    cart_id__iexact: str
    cart_id__startswith: str
    cart_id__istartswith: str
    cart_id__endswith: str
    cart_id__iendswith: str
    cart_id__regex: str
    cart_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__street_1: str | None
    billing_address__street_1__ne: str | None
    billing_address__street_1__in: Iterable[str]
    billing_address__street_1__not_in: Iterable[str]
    billing_address__street_1__contains: str
    billing_address__street_1__icontains: str
    billing_address__street_1__iexact: str
    billing_address__street_1__startswith: str
    billing_address__street_1__istartswith: str
    billing_address__street_1__endswith: str
    billing_address__street_1__iendswith: str
    billing_address__street_1__regex: str
    billing_address__street_1__isnull: bool
    billing_address__street_2: str | None
    billing_address__street_2__ne: str | None
    billing_address__street_2__in: Iterable[str]
    billing_address__street_2__not_in: Iterable[str]
    billing_address__street_2__contains: str
    billing_address__street_2__icontains: str
    billing_address__street_2__iexact: str
    billing_address__street_2__startswith: str
    billing_address__street_2__istartswith: str
    billing_address__street_2__endswith: str
    billing_address__street_2__iendswith: str
    billing_address__street_2__regex: str
    billing_address__street_2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__state: str | None
    billing_address__state__ne: str | None
    billing_address__state__in: Iterable[str]
    billing_address__state__not_in: Iterable[str]
    billing_address__state__contains: str
    billing_address__state__icontains: str
    billing_address__state__iexact: str
    billing_address__state__startswith: str
    billing_address__state__istartswith: str
    billing_address__state__endswith: str
    billing_address__state__iendswith: str
    billing_address__state__regex: str
    billing_address__state__isnull: bool
    billing_address__zip: str | None
    billing_address__zip__ne: str | None
    billing_address__zip__in: Iterable[str]
    billing_address__zip__not_in: Iterable[str]
    billing_address__zip__contains: str
    billing_address__zip__icontains: str
    billing_address__zip__iexact: str
    billing_address__zip__startswith: str
    billing_address__zip__istartswith: str
    billing_address__zip__endswith: str
    billing_address__zip__iendswith: str
    billing_address__zip__regex: str
    billing_address__zip__isnull: bool
    billing_address__country: str | None
    billing_address__country__ne: str | None
    billing_address__country__in: Iterable[str]
    billing_address__country__not_in: Iterable[str]
    billing_address__country__contains: str
    billing_address__country__icontains: str
    billing_address__country__iexact: str
    billing_address__country__startswith: str
    billing_address__country__istartswith: str
    billing_address__country__endswith: str
    billing_address__country__iendswith: str
    billing_address__country__regex: str
    billing_address__country__isnull: bool
    billing_address__country_iso2: str | None
    billing_address__country_iso2__ne: str | None
    billing_address__country_iso2__in: Iterable[str]
    billing_address__country_iso2__not_in: Iterable[str]
    billing_address__country_iso2__contains: str
    billing_address__country_iso2__icontains: str
    billing_address__country_iso2__iexact: str
    billing_address__country_iso2__startswith: str
    billing_address__country_iso2__istartswith: str
    billing_address__country_iso2__endswith: str
    billing_address__country_iso2__iendswith: str
    billing_address__country_iso2__regex: str
    billing_address__country_iso2__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__form_fields__isnull: bool
    billing_address__isnull: bool
    subtotal_ex_tax: Decimal | int | None
    subtotal_ex_tax__ne: Decimal | int | None
    subtotal_ex_tax__in: Iterable[Decimal | int]
    subtotal_ex_tax__not_in: Iterable[Decimal | int]
    subtotal_ex_tax__gt: Decimal | int
    subtotal_ex_tax__gte: Decimal | int
    subtotal_ex_tax__lt: Decimal | int
    subtotal_ex_tax__lte: Decimal | int
    subtotal_ex_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_ex_tax__isnull: bool
    subtotal_inc_tax: Decimal | int | None
    subtotal_inc_tax__ne: Decimal | int | None
    subtotal_inc_tax__in: Iterable[Decimal | int]
    subtotal_inc_tax__not_in: Iterable[Decimal | int]
    subtotal_inc_tax__gt: Decimal | int
    subtotal_inc_tax__gte: Decimal | int
    subtotal_inc_tax__lt: Decimal | int
    subtotal_inc_tax__lte: Decimal | int
    subtotal_inc_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_inc_tax__isnull: bool
    subtotal_tax: Decimal | int | None
    subtotal_tax__ne: Decimal | int | None
    subtotal_tax__in: Iterable[Decimal | int]
    subtotal_tax__not_in: Iterable[Decimal | int]
    subtotal_tax__gt: Decimal | int
    subtotal_tax__gte: Decimal | int
    subtotal_tax__lt: Decimal | int
    subtotal_tax__lte: Decimal | int
    subtotal_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_tax__isnull: bool
    base_shipping_cost: Decimal | int | None
    base_shipping_cost__ne: Decimal | int | None
    base_shipping_cost__in: Iterable[Decimal | int]
    base_shipping_cost__not_in: Iterable[Decimal | int]
    base_shipping_cost__gt: Decimal | int
    base_shipping_cost__gte: Decimal | int
    base_shipping_cost__lt: Decimal | int
    base_shipping_cost__lte: Decimal | int
    base_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    base_shipping_cost__isnull: bool
    shipping_cost_ex_tax: Decimal | int | None
    shipping_cost_ex_tax__ne: Decimal | int | None
    shipping_cost_ex_tax__in: Iterable[Decimal | int]
    shipping_cost_ex_tax__not_in: Iterable[Decimal | int]
    shipping_cost_ex_tax__gt: Decimal | int
    shipping_cost_ex_tax__gte: Decimal | int
    shipping_cost_ex_tax__lt: Decimal | int
    shipping_cost_ex_tax__lte: Decimal | int
    shipping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_ex_tax__isnull: bool
    shipping_cost_inc_tax: Decimal | int | None
    shipping_cost_inc_tax__ne: Decimal | int | None
    shipping_cost_inc_tax__in: Iterable[Decimal | int]
    shipping_cost_inc_tax__not_in: Iterable[Decimal | int]
    shipping_cost_inc_tax__gt: Decimal | int
    shipping_cost_inc_tax__gte: Decimal | int
    shipping_cost_inc_tax__lt: Decimal | int
    shipping_cost_inc_tax__lte: Decimal | int
    shipping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_inc_tax__isnull: bool
    shipping_cost_tax: Decimal | int | None
    shipping_cost_tax__ne: Decimal | int | None
    shipping_cost_tax__in: Iterable[Decimal | int]
    shipping_cost_tax__not_in: Iterable[Decimal | int]
    shipping_cost_tax__gt: Decimal | int
    shipping_cost_tax__gte: Decimal | int
    shipping_cost_tax__lt: Decimal | int
    shipping_cost_tax__lte: Decimal | int
    shipping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_tax__isnull: bool
    shipping_cost_tax_class_id: int | None
    shipping_cost_tax_class_id__ne: int | None
    shipping_cost_tax_class_id__in: Iterable[int]
    shipping_cost_tax_class_id__not_in: Iterable[int]
    shipping_cost_tax_class_id__gt: int
    shipping_cost_tax_class_id__gte: int
    shipping_cost_tax_class_id__lt: int
    shipping_cost_tax_class_id__lte: int
    shipping_cost_tax_class_id__range: tuple[int, int]
    shipping_cost_tax_class_id__isnull: bool
    base_handling_cost: Decimal | int | None
    base_handling_cost__ne: Decimal | int | None
    base_handling_cost__in: Iterable[Decimal | int]
    base_handling_cost__not_in: Iterable[Decimal | int]
    base_handling_cost__gt: Decimal | int
    base_handling_cost__gte: Decimal | int
    base_handling_cost__lt: Decimal | int
    base_handling_cost__lte: Decimal | int
    base_handling_cost__range: tuple[Decimal | int, Decimal | int]
    base_handling_cost__isnull: bool
    handling_cost_ex_tax: Decimal | int | None
    handling_cost_ex_tax__ne: Decimal | int | None
    handling_cost_ex_tax__in: Iterable[Decimal | int]
    handling_cost_ex_tax__not_in: Iterable[Decimal | int]
    handling_cost_ex_tax__gt: Decimal | int
    handling_cost_ex_tax__gte: Decimal | int
    handling_cost_ex_tax__lt: Decimal | int
    handling_cost_ex_tax__lte: Decimal | int
    handling_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_ex_tax__isnull: bool
    handling_cost_inc_tax: Decimal | int | None
    handling_cost_inc_tax__ne: Decimal | int | None
    handling_cost_inc_tax__in: Iterable[Decimal | int]
    handling_cost_inc_tax__not_in: Iterable[Decimal | int]
    handling_cost_inc_tax__gt: Decimal | int
    handling_cost_inc_tax__gte: Decimal | int
    handling_cost_inc_tax__lt: Decimal | int
    handling_cost_inc_tax__lte: Decimal | int
    handling_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_inc_tax__isnull: bool
    handling_cost_tax: Decimal | int | None
    handling_cost_tax__ne: Decimal | int | None
    handling_cost_tax__in: Iterable[Decimal | int]
    handling_cost_tax__not_in: Iterable[Decimal | int]
    handling_cost_tax__gt: Decimal | int
    handling_cost_tax__gte: Decimal | int
    handling_cost_tax__lt: Decimal | int
    handling_cost_tax__lte: Decimal | int
    handling_cost_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_tax__isnull: bool
    handling_cost_tax_class_id: int | None
    handling_cost_tax_class_id__ne: int | None
    handling_cost_tax_class_id__in: Iterable[int]
    handling_cost_tax_class_id__not_in: Iterable[int]
    handling_cost_tax_class_id__gt: int
    handling_cost_tax_class_id__gte: int
    handling_cost_tax_class_id__lt: int
    handling_cost_tax_class_id__lte: int
    handling_cost_tax_class_id__range: tuple[int, int]
    handling_cost_tax_class_id__isnull: bool
    base_wrapping_cost: Decimal | int | None
    base_wrapping_cost__ne: Decimal | int | None
    base_wrapping_cost__in: Iterable[Decimal | int]
    base_wrapping_cost__not_in: Iterable[Decimal | int]
    base_wrapping_cost__gt: Decimal | int
    base_wrapping_cost__gte: Decimal | int
    base_wrapping_cost__lt: Decimal | int
    base_wrapping_cost__lte: Decimal | int
    base_wrapping_cost__range: tuple[Decimal | int, Decimal | int]
    base_wrapping_cost__isnull: bool
    wrapping_cost_ex_tax: Decimal | int | None
    wrapping_cost_ex_tax__ne: Decimal | int | None
    wrapping_cost_ex_tax__in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__gt: Decimal | int
    wrapping_cost_ex_tax__gte: Decimal | int
    wrapping_cost_ex_tax__lt: Decimal | int
    wrapping_cost_ex_tax__lte: Decimal | int
    wrapping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_ex_tax__isnull: bool
    wrapping_cost_inc_tax: Decimal | int | None
    wrapping_cost_inc_tax__ne: Decimal | int | None
    wrapping_cost_inc_tax__in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__gt: Decimal | int
    wrapping_cost_inc_tax__gte: Decimal | int
    wrapping_cost_inc_tax__lt: Decimal | int
    wrapping_cost_inc_tax__lte: Decimal | int
    wrapping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_inc_tax__isnull: bool
    wrapping_cost_tax: Decimal | int | None
    wrapping_cost_tax__ne: Decimal | int | None
    wrapping_cost_tax__in: Iterable[Decimal | int]
    wrapping_cost_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_tax__gt: Decimal | int
    wrapping_cost_tax__gte: Decimal | int
    wrapping_cost_tax__lt: Decimal | int
    wrapping_cost_tax__lte: Decimal | int
    wrapping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_tax__isnull: bool
    wrapping_cost_tax_class_id: int | None
    wrapping_cost_tax_class_id__ne: int | None
    wrapping_cost_tax_class_id__in: Iterable[int]
    wrapping_cost_tax_class_id__not_in: Iterable[int]
    wrapping_cost_tax_class_id__gt: int
    wrapping_cost_tax_class_id__gte: int
    wrapping_cost_tax_class_id__lt: int
    wrapping_cost_tax_class_id__lte: int
    wrapping_cost_tax_class_id__range: tuple[int, int]
    wrapping_cost_tax_class_id__isnull: bool
    total_ex_tax: Decimal | int | None
    total_ex_tax__ne: Decimal | int | None
    total_ex_tax__in: Iterable[Decimal | int]
    total_ex_tax__not_in: Iterable[Decimal | int]
    total_ex_tax__gt: Decimal | int
    total_ex_tax__gte: Decimal | int
    total_ex_tax__lt: Decimal | int
    total_ex_tax__lte: Decimal | int
    total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    total_ex_tax__isnull: bool
    total_inc_tax: Decimal | int | None
    total_inc_tax__ne: Decimal | int | None
    total_inc_tax__in: Iterable[Decimal | int]
    total_inc_tax__not_in: Iterable[Decimal | int]
    total_inc_tax__gt: Decimal | int
    total_inc_tax__gte: Decimal | int
    total_inc_tax__lt: Decimal | int
    total_inc_tax__lte: Decimal | int
    total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    total_inc_tax__isnull: bool
    total_tax: Decimal | int | None
    total_tax__ne: Decimal | int | None
    total_tax__in: Iterable[Decimal | int]
    total_tax__not_in: Iterable[Decimal | int]
    total_tax__gt: Decimal | int
    total_tax__gte: Decimal | int
    total_tax__lt: Decimal | int
    total_tax__lte: Decimal | int
    total_tax__range: tuple[Decimal | int, Decimal | int]
    total_tax__isnull: bool
    items_total: int | None
    items_total__ne: int | None
    items_total__in: Iterable[int]
    items_total__not_in: Iterable[int]
    items_total__gt: int
    items_total__gte: int
    items_total__lt: int
    items_total__lte: int
    items_total__range: tuple[int, int]
    items_total__isnull: bool
    items_shipped: int | None
    items_shipped__ne: int | None
    items_shipped__in: Iterable[int]
    items_shipped__not_in: Iterable[int]
    items_shipped__gt: int
    items_shipped__gte: int
    items_shipped__lt: int
    items_shipped__lte: int
    items_shipped__range: tuple[int, int]
    items_shipped__isnull: bool
    payment_method: str | None
    payment_method__ne: str | None
    payment_method__in: Iterable[str]
    payment_method__not_in: Iterable[str]
    payment_method__contains: str
    payment_method__icontains: str
    payment_method__iexact: str
    payment_method__startswith: str
    payment_method__istartswith: str
    payment_method__endswith: str
    payment_method__iendswith: str
    payment_method__regex: str
    payment_method__isnull: bool
    payment_provider_id: Any | None
    payment_provider_id__ne: Any | None
    payment_provider_id__in: Iterable[Any]
    payment_provider_id__not_in: Iterable[Any]
    payment_provider_id__isnull: bool
    payment_status: Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""] | None
    payment_status__ne: Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""] | None
    payment_status__in: Iterable[Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""]]
    payment_status__not_in: Iterable[Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""]]
    payment_status__isnull: bool
    refunded_amount: Decimal | int | None
    refunded_amount__ne: Decimal | int | None
    refunded_amount__in: Iterable[Decimal | int]
    refunded_amount__not_in: Iterable[Decimal | int]
    refunded_amount__gt: Decimal | int
    refunded_amount__gte: Decimal | int
    refunded_amount__lt: Decimal | int
    refunded_amount__lte: Decimal | int
    refunded_amount__range: tuple[Decimal | int, Decimal | int]
    refunded_amount__isnull: bool
    order_is_digital: bool | None
    order_is_digital__isnull: bool
    store_credit_amount: Decimal | int | None
    store_credit_amount__ne: Decimal | int | None
    store_credit_amount__in: Iterable[Decimal | int]
    store_credit_amount__not_in: Iterable[Decimal | int]
    store_credit_amount__gt: Decimal | int
    store_credit_amount__gte: Decimal | int
    store_credit_amount__lt: Decimal | int
    store_credit_amount__lte: Decimal | int
    store_credit_amount__range: tuple[Decimal | int, Decimal | int]
    store_credit_amount__isnull: bool
    gift_certificate_amount: Decimal | int | None
    gift_certificate_amount__ne: Decimal | int | None
    gift_certificate_amount__in: Iterable[Decimal | int]
    gift_certificate_amount__not_in: Iterable[Decimal | int]
    gift_certificate_amount__gt: Decimal | int
    gift_certificate_amount__gte: Decimal | int
    gift_certificate_amount__lt: Decimal | int
    gift_certificate_amount__lte: Decimal | int
    gift_certificate_amount__range: tuple[Decimal | int, Decimal | int]
    gift_certificate_amount__isnull: bool
    ip_address: str | None
    ip_address__ne: str | None
    ip_address__in: Iterable[str]
    ip_address__not_in: Iterable[str]
    ip_address__contains: str
    ip_address__icontains: str
    ip_address__iexact: str
    ip_address__startswith: str
    ip_address__istartswith: str
    ip_address__endswith: str
    ip_address__iendswith: str
    ip_address__regex: str
    ip_address__isnull: bool
    ip_address_v6: str | None
    ip_address_v6__ne: str | None
    ip_address_v6__in: Iterable[str]
    ip_address_v6__not_in: Iterable[str]
    ip_address_v6__contains: str
    ip_address_v6__icontains: str
    ip_address_v6__iexact: str
    ip_address_v6__startswith: str
    ip_address_v6__istartswith: str
    ip_address_v6__endswith: str
    ip_address_v6__iendswith: str
    ip_address_v6__regex: str
    ip_address_v6__isnull: bool
    geoip_country: str | None
    geoip_country__ne: str | None
    geoip_country__in: Iterable[str]
    geoip_country__not_in: Iterable[str]
    geoip_country__contains: str
    geoip_country__icontains: str
    geoip_country__iexact: str
    geoip_country__startswith: str
    geoip_country__istartswith: str
    geoip_country__endswith: str
    geoip_country__iendswith: str
    geoip_country__regex: str
    geoip_country__isnull: bool
    geoip_country_iso2: str | None
    geoip_country_iso2__ne: str | None
    geoip_country_iso2__in: Iterable[str]
    geoip_country_iso2__not_in: Iterable[str]
    geoip_country_iso2__contains: str
    geoip_country_iso2__icontains: str
    geoip_country_iso2__iexact: str
    geoip_country_iso2__startswith: str
    geoip_country_iso2__istartswith: str
    geoip_country_iso2__endswith: str
    geoip_country_iso2__iendswith: str
    geoip_country_iso2__regex: str
    geoip_country_iso2__isnull: bool
    currency_id: int | None
    currency_id__ne: int | None
    currency_id__in: Iterable[int]
    currency_id__not_in: Iterable[int]
    currency_id__gt: int
    currency_id__gte: int
    currency_id__lt: int
    currency_id__lte: int
    currency_id__range: tuple[int, int]
    currency_id__isnull: bool
    currency_code: str | None
    currency_code__ne: str | None
    currency_code__in: Iterable[str]
    currency_code__not_in: Iterable[str]
    currency_code__contains: str
    currency_code__icontains: str
    currency_code__iexact: str
    currency_code__startswith: str
    currency_code__istartswith: str
    currency_code__endswith: str
    currency_code__iendswith: str
    currency_code__regex: str
    currency_code__isnull: bool
    currency_exchange_rate: Decimal | int | None
    currency_exchange_rate__ne: Decimal | int | None
    currency_exchange_rate__in: Iterable[Decimal | int]
    currency_exchange_rate__not_in: Iterable[Decimal | int]
    currency_exchange_rate__gt: Decimal | int
    currency_exchange_rate__gte: Decimal | int
    currency_exchange_rate__lt: Decimal | int
    currency_exchange_rate__lte: Decimal | int
    currency_exchange_rate__range: tuple[Decimal | int, Decimal | int]
    currency_exchange_rate__isnull: bool
    default_currency_id: int | None
    default_currency_id__ne: int | None
    default_currency_id__in: Iterable[int]
    default_currency_id__not_in: Iterable[int]
    default_currency_id__gt: int
    default_currency_id__gte: int
    default_currency_id__lt: int
    default_currency_id__lte: int
    default_currency_id__range: tuple[int, int]
    default_currency_id__isnull: bool
    default_currency_code: str | None
    default_currency_code__ne: str | None
    default_currency_code__in: Iterable[str]
    default_currency_code__not_in: Iterable[str]
    default_currency_code__contains: str
    default_currency_code__icontains: str
    default_currency_code__iexact: str
    default_currency_code__startswith: str
    default_currency_code__istartswith: str
    default_currency_code__endswith: str
    default_currency_code__iendswith: str
    default_currency_code__regex: str
    default_currency_code__isnull: bool
    store_default_currency_code: str | None
    store_default_currency_code__ne: str | None
    store_default_currency_code__in: Iterable[str]
    store_default_currency_code__not_in: Iterable[str]
    store_default_currency_code__contains: str
    store_default_currency_code__icontains: str
    store_default_currency_code__iexact: str
    store_default_currency_code__startswith: str
    store_default_currency_code__istartswith: str
    store_default_currency_code__endswith: str
    store_default_currency_code__iendswith: str
    store_default_currency_code__regex: str
    store_default_currency_code__isnull: bool
    store_default_to_transactional_exchange_rate: Decimal | int | None
    store_default_to_transactional_exchange_rate__ne: Decimal | int | None
    store_default_to_transactional_exchange_rate__in: Iterable[Decimal | int]
    store_default_to_transactional_exchange_rate__not_in: Iterable[Decimal | int]
    store_default_to_transactional_exchange_rate__gt: Decimal | int
    store_default_to_transactional_exchange_rate__gte: Decimal | int
    store_default_to_transactional_exchange_rate__lt: Decimal | int
    store_default_to_transactional_exchange_rate__lte: Decimal | int
    store_default_to_transactional_exchange_rate__range: tuple[Decimal | int, Decimal | int]
    store_default_to_transactional_exchange_rate__isnull: bool
    staff_notes: str | None
    staff_notes__ne: str | None
    staff_notes__in: Iterable[str]
    staff_notes__not_in: Iterable[str]
    staff_notes__contains: str
    staff_notes__icontains: str
    staff_notes__iexact: str
    staff_notes__startswith: str
    staff_notes__istartswith: str
    staff_notes__endswith: str
    staff_notes__iendswith: str
    staff_notes__regex: str
    staff_notes__isnull: bool
    customer_message: str | None
    customer_message__ne: str | None
    customer_message__in: Iterable[str]
    customer_message__not_in: Iterable[str]
    customer_message__contains: str
    customer_message__icontains: str
    customer_message__iexact: str
    customer_message__startswith: str
    customer_message__istartswith: str
    customer_message__endswith: str
    customer_message__iendswith: str
    customer_message__regex: str
    customer_message__isnull: bool
    customer_locale: str | None
    customer_locale__ne: str | None
    customer_locale__in: Iterable[str]
    customer_locale__not_in: Iterable[str]
    customer_locale__contains: str
    customer_locale__icontains: str
    customer_locale__iexact: str
    customer_locale__startswith: str
    customer_locale__istartswith: str
    customer_locale__endswith: str
    customer_locale__iendswith: str
    customer_locale__regex: str
    customer_locale__isnull: bool
    discount_amount: Decimal | int | None
    discount_amount__ne: Decimal | int | None
    discount_amount__in: Iterable[Decimal | int]
    discount_amount__not_in: Iterable[Decimal | int]
    discount_amount__gt: Decimal | int
    discount_amount__gte: Decimal | int
    discount_amount__lt: Decimal | int
    discount_amount__lte: Decimal | int
    discount_amount__range: tuple[Decimal | int, Decimal | int]
    discount_amount__isnull: bool
    coupon_discount: Decimal | int | None
    coupon_discount__ne: Decimal | int | None
    coupon_discount__in: Iterable[Decimal | int]
    coupon_discount__not_in: Iterable[Decimal | int]
    coupon_discount__gt: Decimal | int
    coupon_discount__gte: Decimal | int
    coupon_discount__lt: Decimal | int
    coupon_discount__lte: Decimal | int
    coupon_discount__range: tuple[Decimal | int, Decimal | int]
    coupon_discount__isnull: bool
    shipping_address_count: int | None
    shipping_address_count__ne: int | None
    shipping_address_count__in: Iterable[int]
    shipping_address_count__not_in: Iterable[int]
    shipping_address_count__gt: int
    shipping_address_count__gte: int
    shipping_address_count__lt: int
    shipping_address_count__lte: int
    shipping_address_count__range: tuple[int, int]
    shipping_address_count__isnull: bool
    is_deleted: bool | None
    is_deleted__isnull: bool
    is_email_opt_in: bool | None
    is_email_opt_in__isnull: bool
    is_tax_inclusive_pricing: bool | None
    is_tax_inclusive_pricing__isnull: bool
    credit_card_type: str | None
    credit_card_type__ne: str | None
    credit_card_type__in: Iterable[str]
    credit_card_type__not_in: Iterable[str]
    credit_card_type__contains: str
    credit_card_type__icontains: str
    credit_card_type__iexact: str
    credit_card_type__startswith: str
    credit_card_type__istartswith: str
    credit_card_type__endswith: str
    credit_card_type__iendswith: str
    credit_card_type__regex: str
    credit_card_type__isnull: bool
    order_source: str | None
    order_source__ne: str | None
    order_source__in: Iterable[str]
    order_source__not_in: Iterable[str]
    order_source__contains: str
    order_source__icontains: str
    order_source__iexact: str
    order_source__startswith: str
    order_source__istartswith: str
    order_source__endswith: str
    order_source__iendswith: str
    order_source__regex: str
    order_source__isnull: bool
    ebay_order_id: str | None
    ebay_order_id__ne: str | None
    ebay_order_id__in: Iterable[str]
    ebay_order_id__not_in: Iterable[str]
    ebay_order_id__contains: str
    ebay_order_id__icontains: str
    ebay_order_id__iexact: str
    ebay_order_id__startswith: str
    ebay_order_id__istartswith: str
    ebay_order_id__endswith: str
    ebay_order_id__iendswith: str
    ebay_order_id__regex: str
    ebay_order_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    external_order_id: str | None
    external_order_id__ne: str | None
    external_order_id__in: Iterable[str]
    external_order_id__not_in: Iterable[str]
    external_order_id__contains: str
    external_order_id__icontains: str
    external_order_id__iexact: str
    external_order_id__startswith: str
    external_order_id__istartswith: str
    external_order_id__endswith: str
    external_order_id__iendswith: str
    external_order_id__regex: str
    external_order_id__isnull: bool
    external_merchant_id: str | None
    external_merchant_id__ne: str | None
    external_merchant_id__in: Iterable[str]
    external_merchant_id__not_in: Iterable[str]
    external_merchant_id__contains: str
    external_merchant_id__icontains: str
    external_merchant_id__iexact: str
    external_merchant_id__startswith: str
    external_merchant_id__istartswith: str
    external_merchant_id__endswith: str
    external_merchant_id__iendswith: str
    external_merchant_id__regex: str
    external_merchant_id__isnull: bool
    external_source: str | None
    external_source__ne: str | None
    external_source__in: Iterable[str]
    external_source__not_in: Iterable[str]
    external_source__contains: str
    external_source__icontains: str
    external_source__iexact: str
    external_source__startswith: str
    external_source__istartswith: str
    external_source__endswith: str
    external_source__iendswith: str
    external_source__regex: str
    external_source__isnull: bool
    tax_provider_id: str | None
    tax_provider_id__ne: str | None
    tax_provider_id__in: Iterable[str]
    tax_provider_id__not_in: Iterable[str]
    tax_provider_id__contains: str
    tax_provider_id__icontains: str
    tax_provider_id__iexact: str
    tax_provider_id__startswith: str
    tax_provider_id__istartswith: str
    tax_provider_id__endswith: str
    tax_provider_id__iendswith: str
    tax_provider_id__regex: str
    tax_provider_id__isnull: bool
    fees__isnull: bool

def order(**lookups: Unpack[OrderLookups]) -> None: ...

class OrderMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def order_metafield(**lookups: Unpack[OrderMetafieldLookups]) -> None: ...

class OrderStatusLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    system_label: str | None
    system_label__ne: str | None
    system_label__in: Iterable[str]
    system_label__not_in: Iterable[str]
    system_label__contains: str
    system_label__icontains: str
    system_label__iexact: str
    system_label__startswith: str
    system_label__istartswith: str
    system_label__endswith: str
    system_label__iendswith: str
    system_label__regex: str
    system_label__isnull: bool
    custom_label: str | None
    custom_label__ne: str | None
    custom_label__in: Iterable[str]
    custom_label__not_in: Iterable[str]
    custom_label__contains: str
    custom_label__icontains: str
    custom_label__iexact: str
    custom_label__startswith: str
    custom_label__istartswith: str
    custom_label__endswith: str
    custom_label__iendswith: str
    custom_label__regex: str
    custom_label__isnull: bool
    system_description: str | None
    system_description__ne: str | None
    system_description__in: Iterable[str]
    system_description__not_in: Iterable[str]
    system_description__contains: str
    system_description__icontains: str
    system_description__iexact: str
    system_description__startswith: str
    system_description__istartswith: str
    system_description__endswith: str
    system_description__iendswith: str
    system_description__regex: str
    system_description__isnull: bool
    order: int | None
    order__ne: int | None
    order__in: Iterable[int]
    order__not_in: Iterable[int]
    order__gt: int
    order__gte: int
    order__lt: int
    order__lte: int
    order__range: tuple[int, int]
    order__isnull: bool

def order_status(**lookups: Unpack[OrderStatusLookups]) -> None: ...

class PageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["page", "raw", "contact_form", "link", "blog"] | None
    type__ne: Literal["page", "raw", "contact_form", "link", "blog"] | None
    type__in: Iterable[Literal["page", "raw", "contact_form", "link", "blog"]]
    type__not_in: Iterable[Literal["page", "raw", "contact_form", "link", "blog"]]
    type__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_homepage: bool | None
    is_homepage__isnull: bool
    is_customers_only: bool | None
    is_customers_only__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    meta_title: str | None
    meta_title__ne: str | None
    meta_title__in: Iterable[str]
    meta_title__not_in: Iterable[str]
    meta_title__contains: str
    meta_title__icontains: str
    meta_title__iexact: str
    meta_title__startswith: str
    meta_title__istartswith: str
    meta_title__endswith: str
    meta_title__iendswith: str
    meta_title__regex: str
    meta_title__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    contact_fields: str | None
    contact_fields__ne: str | None
    contact_fields__in: Iterable[str]
    contact_fields__not_in: Iterable[str]
    contact_fields__contains: str
    contact_fields__icontains: str
    contact_fields__iexact: str
    contact_fields__startswith: str
    contact_fields__istartswith: str
    contact_fields__endswith: str
    contact_fields__iendswith: str
    contact_fields__regex: str
    contact_fields__isnull: bool
    body: str | None
    body__ne: str | None
    body__in: Iterable[str]
    body__not_in: Iterable[str]
    body__contains: str
    body__icontains: str
    body__iexact: str
    body__startswith: str
    body__istartswith: str
    body__endswith: str
    body__iendswith: str
    body__regex: str
    body__isnull: bool
    content_type: str | None
    content_type__ne: str | None
    content_type__in: Iterable[str]
    content_type__not_in: Iterable[str]
    content_type__contains: str
    content_type__icontains: str
    content_type__iexact: str
    content_type__startswith: str
    content_type__istartswith: str
    content_type__endswith: str
    content_type__iendswith: str
    content_type__regex: str
    content_type__isnull: bool
    link: str | None
    link__ne: str | None
    link__in: Iterable[str]
    link__not_in: Iterable[str]
    link__contains: str
    link__icontains: str
    link__iexact: str
    link__startswith: str
    link__istartswith: str
    link__endswith: str
    link__iendswith: str
    link__regex: str
    link__isnull: bool

def page(**lookups: Unpack[PageLookups]) -> None: ...

class PageContentLookups(TypedDict, total=False):
    regions__isnull: bool
    template_file: str | None
    template_file__ne: str | None
    template_file__in: Iterable[str]
    template_file__not_in: Iterable[str]
    template_file__contains: str
    template_file__icontains: str
    template_file__iexact: str
    template_file__startswith: str
    template_file__istartswith: str
    template_file__endswith: str
    template_file__iendswith: str
    template_file__regex: str
    template_file__isnull: bool
    entity_id: str | None
    entity_id__ne: str | None
    entity_id__in: Iterable[str]
    entity_id__not_in: Iterable[str]
    entity_id__contains: str
    entity_id__icontains: str
    entity_id__iexact: str
    entity_id__startswith: str
    entity_id__istartswith: str
    entity_id__endswith: str
    entity_id__iendswith: str
    entity_id__regex: str
    entity_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def page_content(**lookups: Unpack[PageContentLookups]) -> None: ...

class PaymentMethodLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    order_id: int
    checkout_id: str
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    test_mode: bool | None
    test_mode__isnull: bool
    type: str | None
    type__ne: str | None
    type__in: Iterable[str]
    type__not_in: Iterable[str]
    type__contains: str
    type__icontains: str
    type__iexact: str
    type__startswith: str
    type__istartswith: str
    type__endswith: str
    type__iendswith: str
    type__regex: str
    type__isnull: bool
    stored_instruments__isnull: bool
    supported_instruments__isnull: bool

def payment_method(**lookups: Unpack[PaymentMethodLookups]) -> None: ...

class OrderPickupLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    method: Resource | int | str | None
    method__in: Iterable[Resource | int | str]
    order: Resource | int | str | None
    order__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    pickup_method_id: int | None
    pickup_method_id__ne: int | None
    pickup_method_id__in: Iterable[int]
    pickup_method_id__not_in: Iterable[int]
    pickup_method_id__gt: int
    pickup_method_id__gte: int
    pickup_method_id__lt: int
    pickup_method_id__lte: int
    pickup_method_id__range: tuple[int, int]
    pickup_method_id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    ready_at: datetime | None
    ready_at__ne: datetime | None
    ready_at__in: Iterable[datetime]
    ready_at__not_in: Iterable[datetime]
    ready_at__gt: datetime
    ready_at__gte: datetime
    ready_at__lt: datetime
    ready_at__lte: datetime
    ready_at__range: tuple[datetime, datetime]
    ready_at__isnull: bool
    collected_at: datetime | None
    collected_at__ne: datetime | None
    collected_at__in: Iterable[datetime]
    collected_at__not_in: Iterable[datetime]
    collected_at__gt: datetime
    collected_at__gte: datetime
    collected_at__lt: datetime
    collected_at__lte: datetime
    collected_at__range: tuple[datetime, datetime]
    collected_at__isnull: bool
    pickup_items__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def order_pickup(**lookups: Unpack[OrderPickupLookups]) -> None: ...

class PickupMethodLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    location: Resource | int | str | None
    location__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    location_id: int | None
    location_id__ne: int | None
    location_id__in: Iterable[int]
    location_id__not_in: Iterable[int]
    location_id__gt: int
    location_id__gte: int
    location_id__lt: int
    location_id__lte: int
    location_id__range: tuple[int, int]
    location_id__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    collection_instructions: str | None
    collection_instructions__ne: str | None
    collection_instructions__in: Iterable[str]
    collection_instructions__not_in: Iterable[str]
    collection_instructions__contains: str
    collection_instructions__icontains: str
    collection_instructions__iexact: str
    collection_instructions__startswith: str
    collection_instructions__istartswith: str
    collection_instructions__endswith: str
    collection_instructions__iendswith: str
    collection_instructions__regex: str
    collection_instructions__isnull: bool
    collection_time_description: str | None
    collection_time_description__ne: str | None
    collection_time_description__in: Iterable[str]
    collection_time_description__not_in: Iterable[str]
    collection_time_description__contains: str
    collection_time_description__icontains: str
    collection_time_description__iexact: str
    collection_time_description__startswith: str
    collection_time_description__istartswith: str
    collection_time_description__endswith: str
    collection_time_description__iendswith: str
    collection_time_description__regex: str
    collection_time_description__isnull: bool
    location_identity: int | None
    location_identity__ne: int | None
    location_identity__in: Iterable[int]
    location_identity__not_in: Iterable[int]
    location_identity__gt: int
    location_identity__gte: int
    location_identity__lt: int
    location_identity__lte: int
    location_identity__range: tuple[int, int]
    location_identity__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def pickup_method(**lookups: Unpack[PickupMethodLookups]) -> None: ...

class PriceListLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    active: bool | None
    active__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def price_list(**lookups: Unpack[PriceListLookups]) -> None: ...

class PriceListAssignmentLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    price_list: Resource | int | str | None
    price_list__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    price_list_id: int | None
    price_list_id__ne: int | None
    price_list_id__in: Iterable[int]
    price_list_id__not_in: Iterable[int]
    price_list_id__gt: int
    price_list_id__gte: int
    price_list_id__lt: int
    price_list_id__lte: int
    price_list_id__range: tuple[int, int]
    price_list_id__isnull: bool
    customer_group_id: int | None
    customer_group_id__ne: int | None
    customer_group_id__in: Iterable[int]
    customer_group_id__not_in: Iterable[int]
    customer_group_id__gt: int
    customer_group_id__gte: int
    customer_group_id__lt: int
    customer_group_id__lte: int
    customer_group_id__range: tuple[int, int]
    customer_group_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def price_list_assignment(**lookups: Unpack[PriceListAssignmentLookups]) -> None: ...

class PriceRecordLookups(TypedDict, total=False):
    price_list: Resource | int | str
    price_list__in: Iterable[Resource | int | str]
    price_list_id: int | None
    price_list_id__ne: int | None
    price_list_id__in: Iterable[int]
    price_list_id__not_in: Iterable[int]
    price_list_id__gt: int
    price_list_id__gte: int
    price_list_id__lt: int
    price_list_id__lte: int
    price_list_id__range: tuple[int, int]
    price_list_id__isnull: bool
    variant_id: int | None
    variant_id__ne: int | None
    variant_id__in: Iterable[int]
    variant_id__not_in: Iterable[int]
    variant_id__gt: int
    variant_id__gte: int
    variant_id__lt: int
    variant_id__lte: int
    variant_id__range: tuple[int, int]
    variant_id__isnull: bool
    currency: str | None
    currency__ne: str | None
    currency__in: Iterable[str]
    currency__not_in: Iterable[str]
    currency__contains: str
    currency__icontains: str
    currency__iexact: str
    currency__startswith: str
    currency__istartswith: str
    currency__endswith: str
    currency__iendswith: str
    currency__regex: str
    currency__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    map_price: Decimal | int | None
    map_price__ne: Decimal | int | None
    map_price__in: Iterable[Decimal | int]
    map_price__not_in: Iterable[Decimal | int]
    map_price__gt: Decimal | int
    map_price__gte: Decimal | int
    map_price__lt: Decimal | int
    map_price__lte: Decimal | int
    map_price__range: tuple[Decimal | int, Decimal | int]
    map_price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    bulk_pricing_tiers__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def price_record(**lookups: Unpack[PriceRecordLookups]) -> None: ...

class ProductImageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    is_thumbnail: bool | None
    is_thumbnail__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    url_zoom: str | None
    url_zoom__ne: str | None
    url_zoom__in: Iterable[str]
    url_zoom__not_in: Iterable[str]
    url_zoom__contains: str
    url_zoom__icontains: str
    url_zoom__iexact: str
    url_zoom__startswith: str
    url_zoom__istartswith: str
    url_zoom__endswith: str
    url_zoom__iendswith: str
    url_zoom__regex: str
    url_zoom__isnull: bool
    url_standard: str | None
    url_standard__ne: str | None
    url_standard__in: Iterable[str]
    url_standard__not_in: Iterable[str]
    url_standard__contains: str
    url_standard__icontains: str
    url_standard__iexact: str
    url_standard__startswith: str
    url_standard__istartswith: str
    url_standard__endswith: str
    url_standard__iendswith: str
    url_standard__regex: str
    url_standard__isnull: bool
    url_thumbnail: str | None
    url_thumbnail__ne: str | None
    url_thumbnail__in: Iterable[str]
    url_thumbnail__not_in: Iterable[str]
    url_thumbnail__contains: str
    url_thumbnail__icontains: str
    url_thumbnail__iexact: str
    url_thumbnail__startswith: str
    url_thumbnail__istartswith: str
    url_thumbnail__endswith: str
    url_thumbnail__iendswith: str
    url_thumbnail__regex: str
    url_thumbnail__isnull: bool
    url_tiny: str | None
    url_tiny__ne: str | None
    url_tiny__in: Iterable[str]
    url_tiny__not_in: Iterable[str]
    url_tiny__contains: str
    url_tiny__icontains: str
    url_tiny__iexact: str
    url_tiny__startswith: str
    url_tiny__istartswith: str
    url_tiny__endswith: str
    url_tiny__iendswith: str
    url_tiny__regex: str
    url_tiny__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def product_image(**lookups: Unpack[ProductImageLookups]) -> None: ...

class ProductVideoLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    type: Literal["youtube"] | None
    type__ne: Literal["youtube"] | None
    type__in: Iterable[Literal["youtube"]]
    type__not_in: Iterable[Literal["youtube"]]
    type__isnull: bool
    video_id: str | None
    video_id__ne: str | None
    video_id__in: Iterable[str]
    video_id__not_in: Iterable[str]
    video_id__contains: str
    video_id__icontains: str
    video_id__iexact: str
    video_id__startswith: str
    video_id__istartswith: str
    video_id__endswith: str
    video_id__iendswith: str
    video_id__regex: str
    video_id__isnull: bool
    length: str | None
    length__ne: str | None
    length__in: Iterable[str]
    length__not_in: Iterable[str]
    length__contains: str
    length__icontains: str
    length__iexact: str
    length__startswith: str
    length__istartswith: str
    length__endswith: str
    length__iendswith: str
    length__regex: str
    length__isnull: bool

def product_video(**lookups: Unpack[ProductVideoLookups]) -> None: ...

class ProductModifierLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    type: Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__ne: Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__in: Iterable[Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__not_in: Iterable[Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__isnull: bool
    required: bool | None
    required__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    config__default_value: str | None
    config__default_value__ne: str | None
    config__default_value__in: Iterable[str]
    config__default_value__not_in: Iterable[str]
    config__default_value__contains: str
    config__default_value__icontains: str
    config__default_value__iexact: str
    config__default_value__startswith: str
    config__default_value__istartswith: str
    config__default_value__endswith: str
    config__default_value__iendswith: str
    config__default_value__regex: str
    config__default_value__isnull: bool
    config__checked_by_default: bool | None
    config__checked_by_default__isnull: bool
    config__checkbox_label: str | None
    config__checkbox_label__ne: str | None
    config__checkbox_label__in: Iterable[str]
    config__checkbox_label__not_in: Iterable[str]
    config__checkbox_label__contains: str
    config__checkbox_label__icontains: str
    config__checkbox_label__iexact: str
    config__checkbox_label__startswith: str
    config__checkbox_label__istartswith: str
    config__checkbox_label__endswith: str
    config__checkbox_label__iendswith: str
    config__checkbox_label__regex: str
    config__checkbox_label__isnull: bool
    config__date_limited: bool | None
    config__date_limited__isnull: bool
    config__date_limit_mode: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__ne: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__not_in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__isnull: bool
    config__date_earliest_value: datetime | None
    config__date_earliest_value__ne: datetime | None
    config__date_earliest_value__in: Iterable[datetime]
    config__date_earliest_value__not_in: Iterable[datetime]
    config__date_earliest_value__gt: datetime
    config__date_earliest_value__gte: datetime
    config__date_earliest_value__lt: datetime
    config__date_earliest_value__lte: datetime
    config__date_earliest_value__range: tuple[datetime, datetime]
    config__date_earliest_value__isnull: bool
    config__date_latest_value: datetime | None
    config__date_latest_value__ne: datetime | None
    config__date_latest_value__in: Iterable[datetime]
    config__date_latest_value__not_in: Iterable[datetime]
    config__date_latest_value__gt: datetime
    config__date_latest_value__gte: datetime
    config__date_latest_value__lt: datetime
    config__date_latest_value__lte: datetime
    config__date_latest_value__range: tuple[datetime, datetime]
    config__date_latest_value__isnull: bool
    config__file_types_mode: Literal["specific", "all"] | None
    config__file_types_mode__ne: Literal["specific", "all"] | None
    config__file_types_mode__in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__not_in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__isnull: bool
    config__file_types_supported: str
    config__file_types_supported__in: Iterable[str]
    config__file_types_supported__contains: str
    config__file_types_supported__isnull: bool
    config__file_types_other: str
    config__file_types_other__in: Iterable[str]
    config__file_types_other__contains: str
    config__file_types_other__isnull: bool
    config__file_max_size: int | None
    config__file_max_size__ne: int | None
    config__file_max_size__in: Iterable[int]
    config__file_max_size__not_in: Iterable[int]
    config__file_max_size__gt: int
    config__file_max_size__gte: int
    config__file_max_size__lt: int
    config__file_max_size__lte: int
    config__file_max_size__range: tuple[int, int]
    config__file_max_size__isnull: bool
    config__text_characters_limited: bool | None
    config__text_characters_limited__isnull: bool
    config__text_min_length: int | None
    config__text_min_length__ne: int | None
    config__text_min_length__in: Iterable[int]
    config__text_min_length__not_in: Iterable[int]
    config__text_min_length__gt: int
    config__text_min_length__gte: int
    config__text_min_length__lt: int
    config__text_min_length__lte: int
    config__text_min_length__range: tuple[int, int]
    config__text_min_length__isnull: bool
    config__text_max_length: int | None
    config__text_max_length__ne: int | None
    config__text_max_length__in: Iterable[int]
    config__text_max_length__not_in: Iterable[int]
    config__text_max_length__gt: int
    config__text_max_length__gte: int
    config__text_max_length__lt: int
    config__text_max_length__lte: int
    config__text_max_length__range: tuple[int, int]
    config__text_max_length__isnull: bool
    config__text_lines_limited: bool | None
    config__text_lines_limited__isnull: bool
    config__text_max_lines: int | None
    config__text_max_lines__ne: int | None
    config__text_max_lines__in: Iterable[int]
    config__text_max_lines__not_in: Iterable[int]
    config__text_max_lines__gt: int
    config__text_max_lines__gte: int
    config__text_max_lines__lt: int
    config__text_max_lines__lte: int
    config__text_max_lines__range: tuple[int, int]
    config__text_max_lines__isnull: bool
    config__number_limited: bool | None
    config__number_limited__isnull: bool
    config__number_limit_mode: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__ne: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__not_in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__isnull: bool
    config__number_lowest_value: Decimal | int | None
    config__number_lowest_value__ne: Decimal | int | None
    config__number_lowest_value__in: Iterable[Decimal | int]
    config__number_lowest_value__not_in: Iterable[Decimal | int]
    config__number_lowest_value__gt: Decimal | int
    config__number_lowest_value__gte: Decimal | int
    config__number_lowest_value__lt: Decimal | int
    config__number_lowest_value__lte: Decimal | int
    config__number_lowest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_lowest_value__isnull: bool
    config__number_highest_value: Decimal | int | None
    config__number_highest_value__ne: Decimal | int | None
    config__number_highest_value__in: Iterable[Decimal | int]
    config__number_highest_value__not_in: Iterable[Decimal | int]
    config__number_highest_value__gt: Decimal | int
    config__number_highest_value__gte: Decimal | int
    config__number_highest_value__lt: Decimal | int
    config__number_highest_value__lte: Decimal | int
    config__number_highest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_highest_value__isnull: bool
    config__number_integers_only: bool | None
    config__number_integers_only__isnull: bool
    config__product_list_adjusts_inventory: bool | None
    config__product_list_adjusts_inventory__isnull: bool
    config__product_list_adjusts_pricing: bool | None
    config__product_list_adjusts_pricing__isnull: bool
    config__product_list_shipping_calc: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__ne: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__not_in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__isnull: bool
    config__isnull: bool

def product_modifier(**lookups: Unpack[ProductModifierLookups]) -> None: ...

class ProductModifierValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    modifier_id: int | str
    modifier_id__in: Iterable[int | str]
    modifier: Resource | int | str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    option_id: int | None
    option_id__ne: int | None
    option_id__in: Iterable[int]
    option_id__not_in: Iterable[int]
    option_id__gt: int
    option_id__gte: int
    option_id__lt: int
    option_id__lte: int
    option_id__range: tuple[int, int]
    option_id__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    value_data__isnull: bool
    adjusters__price__isnull: bool
    adjusters__weight__isnull: bool
    adjusters__image_url: str | None
    adjusters__image_url__ne: str | None
    adjusters__image_url__in: Iterable[str]
    adjusters__image_url__not_in: Iterable[str]
    adjusters__image_url__contains: str
    adjusters__image_url__icontains: str
    adjusters__image_url__iexact: str
    adjusters__image_url__startswith: str
    adjusters__image_url__istartswith: str
    adjusters__image_url__endswith: str
    adjusters__image_url__iendswith: str
    adjusters__image_url__regex: str
    adjusters__image_url__isnull: bool
    adjusters__purchasing_disabled__isnull: bool
    adjusters__isnull: bool

def product_modifier_value(**lookups: Unpack[ProductModifierValueLookups]) -> None: ...

class ProductOptionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    type: Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__ne: Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__in: Iterable[Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__not_in: Iterable[Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__isnull: bool
    config__default_value: str | None
    config__default_value__ne: str | None
    config__default_value__in: Iterable[str]
    config__default_value__not_in: Iterable[str]
    config__default_value__contains: str
    config__default_value__icontains: str
    config__default_value__iexact: str
    config__default_value__startswith: str
    config__default_value__istartswith: str
    config__default_value__endswith: str
    config__default_value__iendswith: str
    config__default_value__regex: str
    config__default_value__isnull: bool
    config__checked_by_default: bool | None
    config__checked_by_default__isnull: bool
    config__checkbox_label: str | None
    config__checkbox_label__ne: str | None
    config__checkbox_label__in: Iterable[str]
    config__checkbox_label__not_in: Iterable[str]
    config__checkbox_label__contains: str
    config__checkbox_label__icontains: str
    config__checkbox_label__iexact: str
    config__checkbox_label__startswith: str
    config__checkbox_label__istartswith: str
    config__checkbox_label__endswith: str
    config__checkbox_label__iendswith: str
    config__checkbox_label__regex: str
    config__checkbox_label__isnull: bool
    config__date_limited: bool | None
    config__date_limited__isnull: bool
    config__date_limit_mode: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__ne: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__not_in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__isnull: bool
    config__date_earliest_value: datetime | None
    config__date_earliest_value__ne: datetime | None
    config__date_earliest_value__in: Iterable[datetime]
    config__date_earliest_value__not_in: Iterable[datetime]
    config__date_earliest_value__gt: datetime
    config__date_earliest_value__gte: datetime
    config__date_earliest_value__lt: datetime
    config__date_earliest_value__lte: datetime
    config__date_earliest_value__range: tuple[datetime, datetime]
    config__date_earliest_value__isnull: bool
    config__date_latest_value: datetime | None
    config__date_latest_value__ne: datetime | None
    config__date_latest_value__in: Iterable[datetime]
    config__date_latest_value__not_in: Iterable[datetime]
    config__date_latest_value__gt: datetime
    config__date_latest_value__gte: datetime
    config__date_latest_value__lt: datetime
    config__date_latest_value__lte: datetime
    config__date_latest_value__range: tuple[datetime, datetime]
    config__date_latest_value__isnull: bool
    config__file_types_mode: Literal["specific", "all"] | None
    config__file_types_mode__ne: Literal["specific", "all"] | None
    config__file_types_mode__in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__not_in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__isnull: bool
    config__file_types_supported: str
    config__file_types_supported__in: Iterable[str]
    config__file_types_supported__contains: str
    config__file_types_supported__isnull: bool
    config__file_types_other: str
    config__file_types_other__in: Iterable[str]
    config__file_types_other__contains: str
    config__file_types_other__isnull: bool
    config__file_max_size: int | None
    config__file_max_size__ne: int | None
    config__file_max_size__in: Iterable[int]
    config__file_max_size__not_in: Iterable[int]
    config__file_max_size__gt: int
    config__file_max_size__gte: int
    config__file_max_size__lt: int
    config__file_max_size__lte: int
    config__file_max_size__range: tuple[int, int]
    config__file_max_size__isnull: bool
    config__text_characters_limited: bool | None
    config__text_characters_limited__isnull: bool
    config__text_min_length: int | None
    config__text_min_length__ne: int | None
    config__text_min_length__in: Iterable[int]
    config__text_min_length__not_in: Iterable[int]
    config__text_min_length__gt: int
    config__text_min_length__gte: int
    config__text_min_length__lt: int
    config__text_min_length__lte: int
    config__text_min_length__range: tuple[int, int]
    config__text_min_length__isnull: bool
    config__text_max_length: int | None
    config__text_max_length__ne: int | None
    config__text_max_length__in: Iterable[int]
    config__text_max_length__not_in: Iterable[int]
    config__text_max_length__gt: int
    config__text_max_length__gte: int
    config__text_max_length__lt: int
    config__text_max_length__lte: int
    config__text_max_length__range: tuple[int, int]
    config__text_max_length__isnull: bool
    config__text_lines_limited: bool | None
    config__text_lines_limited__isnull: bool
    config__text_max_lines: int | None
    config__text_max_lines__ne: int | None
    config__text_max_lines__in: Iterable[int]
    config__text_max_lines__not_in: Iterable[int]
    config__text_max_lines__gt: int
    config__text_max_lines__gte: int
    config__text_max_lines__lt: int
    config__text_max_lines__lte: int
    config__text_max_lines__range: tuple[int, int]
    config__text_max_lines__isnull: bool
    config__number_limited: bool | None
    config__number_limited__isnull: bool
    config__number_limit_mode: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__ne: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__not_in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__isnull: bool
    config__number_lowest_value: Decimal | int | None
    config__number_lowest_value__ne: Decimal | int | None
    config__number_lowest_value__in: Iterable[Decimal | int]
    config__number_lowest_value__not_in: Iterable[Decimal | int]
    config__number_lowest_value__gt: Decimal | int
    config__number_lowest_value__gte: Decimal | int
    config__number_lowest_value__lt: Decimal | int
    config__number_lowest_value__lte: Decimal | int
    config__number_lowest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_lowest_value__isnull: bool
    config__number_highest_value: Decimal | int | None
    config__number_highest_value__ne: Decimal | int | None
    config__number_highest_value__in: Iterable[Decimal | int]
    config__number_highest_value__not_in: Iterable[Decimal | int]
    config__number_highest_value__gt: Decimal | int
    config__number_highest_value__gte: Decimal | int
    config__number_highest_value__lt: Decimal | int
    config__number_highest_value__lte: Decimal | int
    config__number_highest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_highest_value__isnull: bool
    config__number_integers_only: bool | None
    config__number_integers_only__isnull: bool
    config__product_list_adjusts_inventory: bool | None
    config__product_list_adjusts_inventory__isnull: bool
    config__product_list_adjusts_pricing: bool | None
    config__product_list_adjusts_pricing__isnull: bool
    config__product_list_shipping_calc: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__ne: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__not_in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__isnull: bool
    config__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool

def product_option(**lookups: Unpack[ProductOptionLookups]) -> None: ...

class ProductOptionValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    option_id: int | str
    option_id__in: Iterable[int | str]
    option: Resource | int | str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    value_data__isnull: bool

def product_option_value(**lookups: Unpack[ProductOptionValueLookups]) -> None: ...

class BulkPricingRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    quantity_min: int | None
    quantity_min__ne: int | None
    quantity_min__in: Iterable[int]
    quantity_min__not_in: Iterable[int]
    quantity_min__gt: int
    quantity_min__gte: int
    quantity_min__lt: int
    quantity_min__lte: int
    quantity_min__range: tuple[int, int]
    quantity_min__isnull: bool
    quantity_max: int | None
    quantity_max__ne: int | None
    quantity_max__in: Iterable[int]
    quantity_max__not_in: Iterable[int]
    quantity_max__gt: int
    quantity_max__gte: int
    quantity_max__lt: int
    quantity_max__lte: int
    quantity_max__range: tuple[int, int]
    quantity_max__isnull: bool
    type: Literal["price", "percent", "fixed"] | None
    type__ne: Literal["price", "percent", "fixed"] | None
    type__in: Iterable[Literal["price", "percent", "fixed"]]
    type__not_in: Iterable[Literal["price", "percent", "fixed"]]
    type__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool

def bulk_pricing_rule(**lookups: Unpack[BulkPricingRuleLookups]) -> None: ...

class ComplexRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    stop: bool | None
    stop__isnull: bool
    purchasing_disabled: bool | None
    purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    purchasing_hidden: bool | None
    purchasing_hidden__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    price_adjuster__adjuster: Literal["relative", "percentage"] | None
    price_adjuster__adjuster__ne: Literal["relative", "percentage"] | None
    price_adjuster__adjuster__in: Iterable[Literal["relative", "percentage"]]
    price_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage"]]
    price_adjuster__adjuster__isnull: bool
    price_adjuster__adjuster_value: Decimal | int | None
    price_adjuster__adjuster_value__ne: Decimal | int | None
    price_adjuster__adjuster_value__in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__gt: Decimal | int
    price_adjuster__adjuster_value__gte: Decimal | int
    price_adjuster__adjuster_value__lt: Decimal | int
    price_adjuster__adjuster_value__lte: Decimal | int
    price_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    price_adjuster__adjuster_value__isnull: bool
    price_adjuster__isnull: bool
    weight_adjuster__adjuster: Literal["relative", "percentage"] | None
    weight_adjuster__adjuster__ne: Literal["relative", "percentage"] | None
    weight_adjuster__adjuster__in: Iterable[Literal["relative", "percentage"]]
    weight_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage"]]
    weight_adjuster__adjuster__isnull: bool
    weight_adjuster__adjuster_value: Decimal | int | None
    weight_adjuster__adjuster_value__ne: Decimal | int | None
    weight_adjuster__adjuster_value__in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__gt: Decimal | int
    weight_adjuster__adjuster_value__gte: Decimal | int
    weight_adjuster__adjuster_value__lt: Decimal | int
    weight_adjuster__adjuster_value__lte: Decimal | int
    weight_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    weight_adjuster__adjuster_value__isnull: bool
    weight_adjuster__isnull: bool
    conditions__isnull: bool

def complex_rule(**lookups: Unpack[ComplexRuleLookups]) -> None: ...

class ProductLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    brand: Resource | int | str | None
    brand__in: Iterable[Resource | int | str]
    inventory_low: bool
    out_of_stock: bool
    keyword: str
    keyword_context: Literal["shopper", "merchant"]
    channel_id: int
    channel_id__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["physical", "digital"] | None
    type__ne: Literal["physical", "digital"] | None
    type__in: Iterable[Literal["physical", "digital"]]
    type__not_in: Iterable[Literal["physical", "digital"]]
    type__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    map_price: Decimal | int | None
    map_price__ne: Decimal | int | None
    map_price__in: Iterable[Decimal | int]
    map_price__not_in: Iterable[Decimal | int]
    map_price__gt: Decimal | int
    map_price__gte: Decimal | int
    map_price__lt: Decimal | int
    map_price__lte: Decimal | int
    map_price__range: tuple[Decimal | int, Decimal | int]
    map_price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    tax_class_id: int | None
    tax_class_id__ne: int | None
    tax_class_id__in: Iterable[int]
    tax_class_id__not_in: Iterable[int]
    tax_class_id__gt: int
    tax_class_id__gte: int
    tax_class_id__lt: int
    tax_class_id__lte: int
    tax_class_id__range: tuple[int, int]
    tax_class_id__isnull: bool
    product_tax_code: str | None
    product_tax_code__ne: str | None
    product_tax_code__in: Iterable[str]
    product_tax_code__not_in: Iterable[str]
    product_tax_code__contains: str
    product_tax_code__icontains: str
    product_tax_code__iexact: str
    product_tax_code__startswith: str
    product_tax_code__istartswith: str
    product_tax_code__endswith: str
    product_tax_code__iendswith: str
    product_tax_code__regex: str
    product_tax_code__isnull: bool
    categories: int
    categories__in: Iterable[int]
    categories__contains: int
    categories__isnull: bool
    brand_id: int | None
    brand_id__ne: int | None
    brand_id__in: Iterable[int]
    brand_id__not_in: Iterable[int]
    brand_id__gt: int
    brand_id__gte: int
    brand_id__lt: int
    brand_id__lte: int
    brand_id__range: tuple[int, int]
    brand_id__isnull: bool
    brand_name: str | None
    brand_name__ne: str | None
    brand_name__in: Iterable[str]
    brand_name__not_in: Iterable[str]
    brand_name__contains: str
    brand_name__icontains: str
    brand_name__iexact: str
    brand_name__startswith: str
    brand_name__istartswith: str
    brand_name__endswith: str
    brand_name__iendswith: str
    brand_name__regex: str
    brand_name__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    inventory_tracking: Literal["none", "product", "variant"] | None
    inventory_tracking__ne: Literal["none", "product", "variant"] | None
    inventory_tracking__in: Iterable[Literal["none", "product", "variant"]]
    inventory_tracking__not_in: Iterable[Literal["none", "product", "variant"]]
    inventory_tracking__isnull: bool
    fixed_cost_shipping_price: Decimal | int | None
    fixed_cost_shipping_price__ne: Decimal | int | None
    fixed_cost_shipping_price__in: Iterable[Decimal | int]
    fixed_cost_shipping_price__not_in: Iterable[Decimal | int]
    fixed_cost_shipping_price__gt: Decimal | int
    fixed_cost_shipping_price__gte: Decimal | int
    fixed_cost_shipping_price__lt: Decimal | int
    fixed_cost_shipping_price__lte: Decimal | int
    fixed_cost_shipping_price__range: tuple[Decimal | int, Decimal | int]
    fixed_cost_shipping_price__isnull: bool
    is_free_shipping: bool | None
    is_free_shipping__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_featured: bool | None
    is_featured__isnull: bool
    related_products: int
    related_products__in: Iterable[int]
    related_products__contains: int
    related_products__isnull: bool
    warranty: str | None
    warranty__ne: str | None
    warranty__in: Iterable[str]
    warranty__not_in: Iterable[str]
    warranty__contains: str
    warranty__icontains: str
    warranty__iexact: str
    warranty__startswith: str
    warranty__istartswith: str
    warranty__endswith: str
    warranty__iendswith: str
    warranty__regex: str
    warranty__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    mpn: str | None
    mpn__ne: str | None
    mpn__in: Iterable[str]
    mpn__not_in: Iterable[str]
    mpn__contains: str
    mpn__icontains: str
    mpn__iexact: str
    mpn__startswith: str
    mpn__istartswith: str
    mpn__endswith: str
    mpn__iendswith: str
    mpn__regex: str
    mpn__isnull: bool
    gtin: str | None
    gtin__ne: str | None
    gtin__in: Iterable[str]
    gtin__not_in: Iterable[str]
    gtin__contains: str
    gtin__icontains: str
    gtin__iexact: str
    gtin__startswith: str
    gtin__istartswith: str
    gtin__endswith: str
    gtin__iendswith: str
    gtin__regex: str
    gtin__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    availability: Literal["available", "disabled", "preorder"] | None
    availability__ne: Literal["available", "disabled", "preorder"] | None
    availability__in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__not_in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__isnull: bool
    availability_description: str | None
    availability_description__ne: str | None
    availability_description__in: Iterable[str]
    availability_description__not_in: Iterable[str]
    availability_description__contains: str
    availability_description__icontains: str
    availability_description__iexact: str
    availability_description__startswith: str
    availability_description__istartswith: str
    availability_description__endswith: str
    availability_description__iendswith: str
    availability_description__regex: str
    availability_description__isnull: bool
    gift_wrapping_options_type: Literal["any", "none", "list"] | None
    gift_wrapping_options_type__ne: Literal["any", "none", "list"] | None
    gift_wrapping_options_type__in: Iterable[Literal["any", "none", "list"]]
    gift_wrapping_options_type__not_in: Iterable[Literal["any", "none", "list"]]
    gift_wrapping_options_type__isnull: bool
    gift_wrapping_options_list: int
    gift_wrapping_options_list__in: Iterable[int]
    gift_wrapping_options_list__contains: int
    gift_wrapping_options_list__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    condition: Literal["New", "Used", "Refurbished"] | None
    condition__ne: Literal["New", "Used", "Refurbished"] | None
    condition__in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__not_in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__isnull: bool
    is_condition_shown: bool | None
    is_condition_shown__isnull: bool
    order_quantity_minimum: int | None
    order_quantity_minimum__ne: int | None
    order_quantity_minimum__in: Iterable[int]
    order_quantity_minimum__not_in: Iterable[int]
    order_quantity_minimum__gt: int
    order_quantity_minimum__gte: int
    order_quantity_minimum__lt: int
    order_quantity_minimum__lte: int
    order_quantity_minimum__range: tuple[int, int]
    order_quantity_minimum__isnull: bool
    order_quantity_maximum: int | None
    order_quantity_maximum__ne: int | None
    order_quantity_maximum__in: Iterable[int]
    order_quantity_maximum__not_in: Iterable[int]
    order_quantity_maximum__gt: int
    order_quantity_maximum__gte: int
    order_quantity_maximum__lt: int
    order_quantity_maximum__lte: int
    order_quantity_maximum__range: tuple[int, int]
    order_quantity_maximum__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    view_count: int | None
    view_count__ne: int | None
    view_count__in: Iterable[int]
    view_count__not_in: Iterable[int]
    view_count__gt: int
    view_count__gte: int
    view_count__lt: int
    view_count__lte: int
    view_count__range: tuple[int, int]
    view_count__isnull: bool
    preorder_release_date: datetime | None
    preorder_release_date__ne: datetime | None
    preorder_release_date__in: Iterable[datetime]
    preorder_release_date__not_in: Iterable[datetime]
    preorder_release_date__gt: datetime
    preorder_release_date__gte: datetime
    preorder_release_date__lt: datetime
    preorder_release_date__lte: datetime
    preorder_release_date__range: tuple[datetime, datetime]
    preorder_release_date__isnull: bool
    preorder_message: str | None
    preorder_message__ne: str | None
    preorder_message__in: Iterable[str]
    preorder_message__not_in: Iterable[str]
    preorder_message__contains: str
    preorder_message__icontains: str
    preorder_message__iexact: str
    preorder_message__startswith: str
    preorder_message__istartswith: str
    preorder_message__endswith: str
    preorder_message__iendswith: str
    preorder_message__regex: str
    preorder_message__isnull: bool
    is_preorder_only: bool | None
    is_preorder_only__isnull: bool
    is_price_hidden: bool | None
    is_price_hidden__isnull: bool
    price_hidden_label: str | None
    price_hidden_label__ne: str | None
    price_hidden_label__in: Iterable[str]
    price_hidden_label__not_in: Iterable[str]
    price_hidden_label__contains: str
    price_hidden_label__icontains: str
    price_hidden_label__iexact: str
    price_hidden_label__startswith: str
    price_hidden_label__istartswith: str
    price_hidden_label__endswith: str
    price_hidden_label__iendswith: str
    price_hidden_label__regex: str
    price_hidden_label__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__create_redirect: bool | None
    custom_url__create_redirect__isnull: bool
    custom_url__isnull: bool
    open_graph_type: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__ne: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__not_in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__isnull: bool
    open_graph_title: str | None
    open_graph_title__ne: str | None
    open_graph_title__in: Iterable[str]
    open_graph_title__not_in: Iterable[str]
    open_graph_title__contains: str
    open_graph_title__icontains: str
    open_graph_title__iexact: str
    open_graph_title__startswith: str
    open_graph_title__istartswith: str
    open_graph_title__endswith: str
    open_graph_title__iendswith: str
    open_graph_title__regex: str
    open_graph_title__isnull: bool
    open_graph_description: str | None
    open_graph_description__ne: str | None
    open_graph_description__in: Iterable[str]
    open_graph_description__not_in: Iterable[str]
    open_graph_description__contains: str
    open_graph_description__icontains: str
    open_graph_description__iexact: str
    open_graph_description__startswith: str
    open_graph_description__istartswith: str
    open_graph_description__endswith: str
    open_graph_description__iendswith: str
    open_graph_description__regex: str
    open_graph_description__isnull: bool
    open_graph_use_meta_description: bool | None
    open_graph_use_meta_description__isnull: bool
    open_graph_use_product_name: bool | None
    open_graph_use_product_name__isnull: bool
    open_graph_use_image: bool | None
    open_graph_use_image__isnull: bool
    reviews_rating_sum: int | None
    reviews_rating_sum__ne: int | None
    reviews_rating_sum__in: Iterable[int]
    reviews_rating_sum__not_in: Iterable[int]
    reviews_rating_sum__gt: int
    reviews_rating_sum__gte: int
    reviews_rating_sum__lt: int
    reviews_rating_sum__lte: int
    reviews_rating_sum__range: tuple[int, int]
    reviews_rating_sum__isnull: bool
    reviews_count: int | None
    reviews_count__ne: int | None
    reviews_count__in: Iterable[int]
    reviews_count__not_in: Iterable[int]
    reviews_count__gt: int
    reviews_count__gte: int
    reviews_count__lt: int
    reviews_count__lte: int
    reviews_count__range: tuple[int, int]
    reviews_count__isnull: bool
    total_sold: int | None
    total_sold__ne: int | None
    total_sold__in: Iterable[int]
    total_sold__not_in: Iterable[int]
    total_sold__gt: int
    total_sold__gte: int
    total_sold__lt: int
    total_sold__lte: int
    total_sold__range: tuple[int, int]
    total_sold__isnull: bool
    date_last_imported: datetime | None
    date_last_imported__ne: datetime | None
    date_last_imported__in: Iterable[datetime]
    date_last_imported__not_in: Iterable[datetime]
    date_last_imported__gt: datetime
    date_last_imported__gte: datetime
    date_last_imported__lt: datetime
    date_last_imported__lte: datetime
    date_last_imported__range: tuple[datetime, datetime]
    date_last_imported__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    base_variant_id: int | None
    base_variant_id__ne: int | None
    base_variant_id__in: Iterable[int]
    base_variant_id__not_in: Iterable[int]
    base_variant_id__gt: int
    base_variant_id__gte: int
    base_variant_id__lt: int
    base_variant_id__lte: int
    base_variant_id__range: tuple[int, int]
    base_variant_id__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    option_set_display: str | None
    option_set_display__ne: str | None
    option_set_display__in: Iterable[str]
    option_set_display__not_in: Iterable[str]
    option_set_display__contains: str
    option_set_display__icontains: str
    option_set_display__iexact: str
    option_set_display__startswith: str
    option_set_display__istartswith: str
    option_set_display__endswith: str
    option_set_display__iendswith: str
    option_set_display__regex: str
    option_set_display__isnull: bool
    parent_relations__isnull: bool
    channels: int
    channels__in: Iterable[int]
    channels__contains: int
    channels__isnull: bool

def product(**lookups: Unpack[ProductLookups]) -> None: ...

class ProductCustomFieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool

def product_custom_field(**lookups: Unpack[ProductCustomFieldLookups]) -> None: ...

class ProductMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def product_metafield(**lookups: Unpack[ProductMetafieldLookups]) -> None: ...

class ProductReviewLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    text: str | None
    text__ne: str | None
    text__in: Iterable[str]
    text__not_in: Iterable[str]
    text__contains: str
    text__icontains: str
    text__iexact: str
    text__startswith: str
    text__istartswith: str
    text__endswith: str
    text__iendswith: str
    text__regex: str
    text__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    rating: int | None
    rating__ne: int | None
    rating__in: Iterable[int]
    rating__not_in: Iterable[int]
    rating__gt: int
    rating__gte: int
    rating__lt: int
    rating__lte: int
    rating__range: tuple[int, int]
    rating__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    date_reviewed: datetime | None
    date_reviewed__ne: datetime | None
    date_reviewed__in: Iterable[datetime]
    date_reviewed__not_in: Iterable[datetime]
    date_reviewed__gt: datetime
    date_reviewed__gte: datetime
    date_reviewed__lt: datetime
    date_reviewed__lte: datetime
    date_reviewed__range: tuple[datetime, datetime]
    date_reviewed__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def product_review(**lookups: Unpack[ProductReviewLookups]) -> None: ...

class PromotionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    code: str
    query: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    redemption_type: Literal["AUTOMATIC", "COUPON"] | None
    redemption_type__ne: Literal["AUTOMATIC", "COUPON"] | None
    redemption_type__in: Iterable[Literal["AUTOMATIC", "COUPON"]]
    redemption_type__not_in: Iterable[Literal["AUTOMATIC", "COUPON"]]
    redemption_type__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    channels__isnull: bool
    customer__group_ids: int
    customer__group_ids__in: Iterable[int]
    customer__group_ids__contains: int
    customer__group_ids__isnull: bool
    customer__excluded_group_ids: int
    customer__excluded_group_ids__in: Iterable[int]
    customer__excluded_group_ids__contains: int
    customer__excluded_group_ids__isnull: bool
    customer__minimum_order_count: int | None
    customer__minimum_order_count__ne: int | None
    customer__minimum_order_count__in: Iterable[int]
    customer__minimum_order_count__not_in: Iterable[int]
    customer__minimum_order_count__gt: int
    customer__minimum_order_count__gte: int
    customer__minimum_order_count__lt: int
    customer__minimum_order_count__lte: int
    customer__minimum_order_count__range: tuple[int, int]
    customer__minimum_order_count__isnull: bool
    customer__segments__isnull: bool
    customer__isnull: bool
    rules__isnull: bool
    current_uses: int | None
    current_uses__ne: int | None
    current_uses__in: Iterable[int]
    current_uses__not_in: Iterable[int]
    current_uses__gt: int
    current_uses__gte: int
    current_uses__lt: int
    current_uses__lte: int
    current_uses__range: tuple[int, int]
    current_uses__isnull: bool
    max_uses: int | None
    max_uses__ne: int | None
    max_uses__in: Iterable[int]
    max_uses__not_in: Iterable[int]
    max_uses__gt: int
    max_uses__gte: int
    max_uses__lt: int
    max_uses__lte: int
    max_uses__range: tuple[int, int]
    max_uses__isnull: bool
    status: Literal["ENABLED", "DISABLED", "INVALID"] | None
    status__ne: Literal["ENABLED", "DISABLED", "INVALID"] | None
    status__in: Iterable[Literal["ENABLED", "DISABLED", "INVALID"]]
    status__not_in: Iterable[Literal["ENABLED", "DISABLED", "INVALID"]]
    status__isnull: bool
    start_date: datetime | None
    start_date__ne: datetime | None
    start_date__in: Iterable[datetime]
    start_date__not_in: Iterable[datetime]
    start_date__gt: datetime
    start_date__gte: datetime
    start_date__lt: datetime
    start_date__lte: datetime
    start_date__range: tuple[datetime, datetime]
    start_date__isnull: bool
    end_date: datetime | None
    end_date__ne: datetime | None
    end_date__in: Iterable[datetime]
    end_date__not_in: Iterable[datetime]
    end_date__gt: datetime
    end_date__gte: datetime
    end_date__lt: datetime
    end_date__lte: datetime
    end_date__range: tuple[datetime, datetime]
    end_date__isnull: bool
    stop: bool | None
    stop__isnull: bool
    can_be_used_with_other_promotions: bool | None
    can_be_used_with_other_promotions__isnull: bool
    currency_code: str | None
    currency_code__ne: str | None
    currency_code__in: Iterable[str]
    currency_code__not_in: Iterable[str]
    currency_code__contains: str
    currency_code__icontains: str
    currency_code__iexact: str
    currency_code__startswith: str
    currency_code__istartswith: str
    currency_code__endswith: str
    currency_code__iendswith: str
    currency_code__regex: str
    currency_code__isnull: bool
    notifications__isnull: bool
    shipping_address__countries__isnull: bool
    shipping_address__not___isnull: bool
    shipping_address__isnull: bool
    schedule__week_frequency: int | None
    schedule__week_frequency__ne: int | None
    schedule__week_frequency__in: Iterable[int]
    schedule__week_frequency__not_in: Iterable[int]
    schedule__week_frequency__gt: int
    schedule__week_frequency__gte: int
    schedule__week_frequency__lt: int
    schedule__week_frequency__lte: int
    schedule__week_frequency__range: tuple[int, int]
    schedule__week_frequency__isnull: bool
    schedule__week_days: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    schedule__week_days__in: Iterable[Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]]
    schedule__week_days__contains: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    schedule__week_days__isnull: bool
    schedule__daily_start_time: str | None
    schedule__daily_start_time__ne: str | None
    schedule__daily_start_time__in: Iterable[str]
    schedule__daily_start_time__not_in: Iterable[str]
    schedule__daily_start_time__contains: str
    schedule__daily_start_time__icontains: str
    schedule__daily_start_time__iexact: str
    schedule__daily_start_time__startswith: str
    schedule__daily_start_time__istartswith: str
    schedule__daily_start_time__endswith: str
    schedule__daily_start_time__iendswith: str
    schedule__daily_start_time__regex: str
    schedule__daily_start_time__isnull: bool
    schedule__daily_end_time: str | None
    schedule__daily_end_time__ne: str | None
    schedule__daily_end_time__in: Iterable[str]
    schedule__daily_end_time__not_in: Iterable[str]
    schedule__daily_end_time__contains: str
    schedule__daily_end_time__icontains: str
    schedule__daily_end_time__iexact: str
    schedule__daily_end_time__startswith: str
    schedule__daily_end_time__istartswith: str
    schedule__daily_end_time__endswith: str
    schedule__daily_end_time__iendswith: str
    schedule__daily_end_time__regex: str
    schedule__daily_end_time__isnull: bool
    schedule__isnull: bool
    created_from: Literal["react_ui", "legacy_ui", "api"] | None
    created_from__ne: Literal["react_ui", "legacy_ui", "api"] | None
    created_from__in: Iterable[Literal["react_ui", "legacy_ui", "api"]]
    created_from__not_in: Iterable[Literal["react_ui", "legacy_ui", "api"]]
    created_from__isnull: bool
    coupon_type: Literal["SINGLE", "BULK"] | None
    coupon_type__ne: Literal["SINGLE", "BULK"] | None
    coupon_type__in: Iterable[Literal["SINGLE", "BULK"]]
    coupon_type__not_in: Iterable[Literal["SINGLE", "BULK"]]
    coupon_type__isnull: bool
    coupon_overrides_automatic_when_offering_higher_discounts: bool | None
    coupon_overrides_automatic_when_offering_higher_discounts__isnull: bool
    coupon_overrides_other_promotions: bool | None
    coupon_overrides_other_promotions__isnull: bool
    multiple_codes__has_multiple_codes: bool | None
    multiple_codes__has_multiple_codes__isnull: bool
    multiple_codes__isnull: bool

def promotion(**lookups: Unpack[PromotionLookups]) -> None: ...

class PromotionCodeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    promotion_id: int | str
    promotion_id__in: Iterable[int | str]
    promotion: Resource | int | str
    promotion__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    current_uses: int | None
    current_uses__ne: int | None
    current_uses__in: Iterable[int]
    current_uses__not_in: Iterable[int]
    current_uses__gt: int
    current_uses__gte: int
    current_uses__lt: int
    current_uses__lte: int
    current_uses__range: tuple[int, int]
    current_uses__isnull: bool
    max_uses: int | None
    max_uses__ne: int | None
    max_uses__in: Iterable[int]
    max_uses__not_in: Iterable[int]
    max_uses__gt: int
    max_uses__gte: int
    max_uses__lt: int
    max_uses__lte: int
    max_uses__range: tuple[int, int]
    max_uses__isnull: bool
    max_uses_per_customer: int | None
    max_uses_per_customer__ne: int | None
    max_uses_per_customer__in: Iterable[int]
    max_uses_per_customer__not_in: Iterable[int]
    max_uses_per_customer__gt: int
    max_uses_per_customer__gte: int
    max_uses_per_customer__lt: int
    max_uses_per_customer__lte: int
    max_uses_per_customer__range: tuple[int, int]
    max_uses_per_customer__isnull: bool
    created: datetime | None
    created__ne: datetime | None
    created__in: Iterable[datetime]
    created__not_in: Iterable[datetime]
    created__gt: datetime
    created__gte: datetime
    created__lt: datetime
    created__lte: datetime
    created__range: tuple[datetime, datetime]
    created__isnull: bool

def promotion_code(**lookups: Unpack[PromotionCodeLookups]) -> None: ...

class PromotionSettingsLookups(TypedDict, total=False):
    promotions_apply_on_products_with_custom_product_price: bool | None
    promotions_apply_on_products_with_custom_product_price__isnull: bool
    promotions_triggered_by_products_with_zero_product_price: bool | None
    promotions_triggered_by_products_with_zero_product_price__isnull: bool
    number_of_coupons_allowed_at_checkout: int | None
    number_of_coupons_allowed_at_checkout__ne: int | None
    number_of_coupons_allowed_at_checkout__in: Iterable[int]
    number_of_coupons_allowed_at_checkout__not_in: Iterable[int]
    number_of_coupons_allowed_at_checkout__gt: int
    number_of_coupons_allowed_at_checkout__gte: int
    number_of_coupons_allowed_at_checkout__lt: int
    number_of_coupons_allowed_at_checkout__lte: int
    number_of_coupons_allowed_at_checkout__range: tuple[int, int]
    number_of_coupons_allowed_at_checkout__isnull: bool
    promotions_applied_on_original_product_price: bool | None
    promotions_applied_on_original_product_price__isnull: bool

def promotion_settings(**lookups: Unpack[PromotionSettingsLookups]) -> None: ...

class RedirectLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    keyword: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    site_id: int | None
    site_id__ne: int | None
    site_id__in: Iterable[int]
    site_id__not_in: Iterable[int]
    site_id__gt: int
    site_id__gte: int
    site_id__lt: int
    site_id__lte: int
    site_id__range: tuple[int, int]
    site_id__isnull: bool
    from_path: str | None
    from_path__ne: str | None
    from_path__in: Iterable[str]
    from_path__not_in: Iterable[str]
    from_path__contains: str
    from_path__icontains: str
    from_path__iexact: str
    from_path__startswith: str
    from_path__istartswith: str
    from_path__endswith: str
    from_path__iendswith: str
    from_path__regex: str
    from_path__isnull: bool
    to__type: Literal["product", "brand", "category", "page", "post", "url"] | None
    to__type__ne: Literal["product", "brand", "category", "page", "post", "url"] | None
    to__type__in: Iterable[Literal["product", "brand", "category", "page", "post", "url"]]
    to__type__not_in: Iterable[Literal["product", "brand", "category", "page", "post", "url"]]
    to__type__isnull: bool
    to__entity_id: int | None
    to__entity_id__ne: int | None
    to__entity_id__in: Iterable[int]
    to__entity_id__not_in: Iterable[int]
    to__entity_id__gt: int
    to__entity_id__gte: int
    to__entity_id__lt: int
    to__entity_id__lte: int
    to__entity_id__range: tuple[int, int]
    to__entity_id__isnull: bool
    to__url: str | None
    to__url__ne: str | None
    to__url__in: Iterable[str]
    to__url__not_in: Iterable[str]
    to__url__contains: str
    to__url__icontains: str
    to__url__iexact: str
    to__url__startswith: str
    to__url__istartswith: str
    to__url__endswith: str
    to__url__iendswith: str
    to__url__regex: str
    to__url__isnull: bool
    to__isnull: bool
    to_url: str | None
    to_url__ne: str | None
    to_url__in: Iterable[str]
    to_url__not_in: Iterable[str]
    to_url__contains: str
    to_url__icontains: str
    to_url__iexact: str
    to_url__startswith: str
    to_url__istartswith: str
    to_url__endswith: str
    to_url__iendswith: str
    to_url__regex: str
    to_url__isnull: bool

def redirect(**lookups: Unpack[RedirectLookups]) -> None: ...

class RedirectJobLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    type: Literal["import", "export"] | None
    type__ne: Literal["import", "export"] | None
    type__in: Iterable[Literal["import", "export"]]
    type__not_in: Iterable[Literal["import", "export"]]
    type__isnull: bool
    status: Literal["new", "working", "complete", "aborted", "failed"] | None
    status__ne: Literal["new", "working", "complete", "aborted", "failed"] | None
    status__in: Iterable[Literal["new", "working", "complete", "aborted", "failed"]]
    status__not_in: Iterable[Literal["new", "working", "complete", "aborted", "failed"]]
    status__isnull: bool
    completed_items: int | None
    completed_items__ne: int | None
    completed_items__in: Iterable[int]
    completed_items__not_in: Iterable[int]
    completed_items__gt: int
    completed_items__gte: int
    completed_items__lt: int
    completed_items__lte: int
    completed_items__range: tuple[int, int]
    completed_items__isnull: bool
    failed_items: int | None
    failed_items__ne: int | None
    failed_items__in: Iterable[int]
    failed_items__not_in: Iterable[int]
    failed_items__gt: int
    failed_items__gte: int
    failed_items__lt: int
    failed_items__lte: int
    failed_items__range: tuple[int, int]
    failed_items__isnull: bool
    total_items: int | None
    total_items__ne: int | None
    total_items__in: Iterable[int]
    total_items__not_in: Iterable[int]
    total_items__gt: int
    total_items__gte: int
    total_items__lt: int
    total_items__lte: int
    total_items__range: tuple[int, int]
    total_items__isnull: bool
    errors__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    completed_at: datetime | None
    completed_at__ne: datetime | None
    completed_at__in: Iterable[datetime]
    completed_at__not_in: Iterable[datetime]
    completed_at__gt: datetime
    completed_at__gte: datetime
    completed_at__lt: datetime
    completed_at__lte: datetime
    completed_at__range: tuple[datetime, datetime]
    completed_at__isnull: bool

def redirect_job(**lookups: Unpack[RedirectJobLookups]) -> None: ...

class ScriptLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    html: str | None
    html__ne: str | None
    html__in: Iterable[str]
    html__not_in: Iterable[str]
    html__contains: str
    html__icontains: str
    html__iexact: str
    html__startswith: str
    html__istartswith: str
    html__endswith: str
    html__iendswith: str
    html__regex: str
    html__isnull: bool
    src: str | None
    src__ne: str | None
    src__in: Iterable[str]
    src__not_in: Iterable[str]
    src__contains: str
    src__icontains: str
    src__iexact: str
    src__startswith: str
    src__istartswith: str
    src__endswith: str
    src__iendswith: str
    src__regex: str
    src__isnull: bool
    kind: Literal["src", "script_tag"] | None
    kind__ne: Literal["src", "script_tag"] | None
    kind__in: Iterable[Literal["src", "script_tag"]]
    kind__not_in: Iterable[Literal["src", "script_tag"]]
    kind__isnull: bool
    auto_uninstall: bool | None
    auto_uninstall__isnull: bool
    load_method: Literal["default", "async", "defer"] | None
    load_method__ne: Literal["default", "async", "defer"] | None
    load_method__in: Iterable[Literal["default", "async", "defer"]]
    load_method__not_in: Iterable[Literal["default", "async", "defer"]]
    load_method__isnull: bool
    location: Literal["head", "footer"] | None
    location__ne: Literal["head", "footer"] | None
    location__in: Iterable[Literal["head", "footer"]]
    location__not_in: Iterable[Literal["head", "footer"]]
    location__isnull: bool
    visibility: Literal["storefront", "all_pages", "checkout", "order_confirmation"] | None
    visibility__ne: Literal["storefront", "all_pages", "checkout", "order_confirmation"] | None
    visibility__in: Iterable[Literal["storefront", "all_pages", "checkout", "order_confirmation"]]
    visibility__not_in: Iterable[Literal["storefront", "all_pages", "checkout", "order_confirmation"]]
    visibility__isnull: bool
    consent_category: Literal["essential", "functional", "analytics", "targeting"] | None
    consent_category__ne: Literal["essential", "functional", "analytics", "targeting"] | None
    consent_category__in: Iterable[Literal["essential", "functional", "analytics", "targeting"]]
    consent_category__not_in: Iterable[Literal["essential", "functional", "analytics", "targeting"]]
    consent_category__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    integrity_hashes: str
    integrity_hashes__in: Iterable[str]
    integrity_hashes__contains: str
    integrity_hashes__isnull: bool
    api_client_id: str | None
    api_client_id__ne: str | None
    api_client_id__in: Iterable[str]
    api_client_id__not_in: Iterable[str]
    api_client_id__contains: str
    api_client_id__icontains: str
    api_client_id__iexact: str
    api_client_id__startswith: str
    api_client_id__istartswith: str
    api_client_id__endswith: str
    api_client_id__iendswith: str
    api_client_id__regex: str
    api_client_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def script(**lookups: Unpack[ScriptLookups]) -> None: ...

class AvailableSearchFilterLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    channel_id: int
    category_id: int
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["product", "price", "category", "brand", "rating", "other"] | None
    type__ne: Literal["product", "price", "category", "brand", "rating", "other"] | None
    type__in: Iterable[Literal["product", "price", "category", "brand", "rating", "other"]]
    type__not_in: Iterable[Literal["product", "price", "category", "brand", "rating", "other"]]
    type__isnull: bool
    product_count: int | None
    product_count__ne: int | None
    product_count__in: Iterable[int]
    product_count__not_in: Iterable[int]
    product_count__gt: int
    product_count__gte: int
    product_count__lt: int
    product_count__lte: int
    product_count__range: tuple[int, int]
    product_count__isnull: bool
    price_range_min: Decimal | int | None
    price_range_min__ne: Decimal | int | None
    price_range_min__in: Iterable[Decimal | int]
    price_range_min__not_in: Iterable[Decimal | int]
    price_range_min__gt: Decimal | int
    price_range_min__gte: Decimal | int
    price_range_min__lt: Decimal | int
    price_range_min__lte: Decimal | int
    price_range_min__range: tuple[Decimal | int, Decimal | int]
    price_range_min__isnull: bool
    price_range_max: Decimal | int | None
    price_range_max__ne: Decimal | int | None
    price_range_max__in: Iterable[Decimal | int]
    price_range_max__not_in: Iterable[Decimal | int]
    price_range_max__gt: Decimal | int
    price_range_max__gte: Decimal | int
    price_range_max__lt: Decimal | int
    price_range_max__lte: Decimal | int
    price_range_max__range: tuple[Decimal | int, Decimal | int]
    price_range_max__isnull: bool

def available_search_filter(**lookups: Unpack[AvailableSearchFilterLookups]) -> None: ...

class SearchFilterLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    type: Literal["product", "price", "category", "brand", "rating", "other"] | None
    type__ne: Literal["product", "price", "category", "brand", "rating", "other"] | None
    type__in: Iterable[Literal["product", "price", "category", "brand", "rating", "other"]]
    type__not_in: Iterable[Literal["product", "price", "category", "brand", "rating", "other"]]
    type__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    is_enabled: bool | None
    is_enabled__isnull: bool
    collapsed_by_default: bool | None
    collapsed_by_default__isnull: bool
    display_product_count: bool | None
    display_product_count__isnull: bool
    items_to_show: Literal[5, 10, 15] | None
    items_to_show__ne: Literal[5, 10, 15] | None
    items_to_show__in: Iterable[Literal[5, 10, 15]]
    items_to_show__not_in: Iterable[Literal[5, 10, 15]]
    items_to_show__isnull: bool
    sort_by: Literal["alpha", "option_values", "item_count"] | None
    sort_by__ne: Literal["alpha", "option_values", "item_count"] | None
    sort_by__in: Iterable[Literal["alpha", "option_values", "item_count"]]
    sort_by__not_in: Iterable[Literal["alpha", "option_values", "item_count"]]
    sort_by__isnull: bool
    show_free_shipping_filter: bool | None
    show_free_shipping_filter__isnull: bool
    show_in_stock_filter: bool | None
    show_in_stock_filter__isnull: bool
    show_is_featured_filter: bool | None
    show_is_featured_filter__isnull: bool
    show_product_count: bool | None
    show_product_count__isnull: bool

def search_filter(**lookups: Unpack[SearchFilterLookups]) -> None: ...

class SegmentLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def segment(**lookups: Unpack[SegmentLookups]) -> None: ...

class SegmentShopperProfileLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    segment_id: int | str
    segment_id__in: Iterable[int | str]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def segment_shopper_profile(**lookups: Unpack[SegmentShopperProfileLookups]) -> None: ...

class ShopperProfileLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def shopper_profile(**lookups: Unpack[ShopperProfileLookups]) -> None: ...

class ShopperProfileSegmentLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    shopper_profile_id: int | str
    shopper_profile_id__in: Iterable[int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def shopper_profile_segment(**lookups: Unpack[ShopperProfileSegmentLookups]) -> None: ...

class AnalyticsProviderLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    data_tag_enabled: bool | None
    data_tag_enabled__isnull: bool
    version: Decimal | int | None
    version__ne: Decimal | int | None
    version__in: Iterable[Decimal | int]
    version__not_in: Iterable[Decimal | int]
    version__gt: Decimal | int
    version__gte: Decimal | int
    version__lt: Decimal | int
    version__lte: Decimal | int
    version__range: tuple[Decimal | int, Decimal | int]
    version__isnull: bool
    is_oauth_connected: bool | None
    is_oauth_connected__isnull: bool
    api_secret: str | None
    api_secret__ne: str | None
    api_secret__in: Iterable[str]
    api_secret__not_in: Iterable[str]
    api_secret__contains: str
    api_secret__icontains: str
    api_secret__iexact: str
    api_secret__startswith: str
    api_secret__istartswith: str
    api_secret__endswith: str
    api_secret__iendswith: str
    api_secret__regex: str
    api_secret__isnull: bool

def analytics_provider(**lookups: Unpack[AnalyticsProviderLookups]) -> None: ...

class SettingLookups(TypedDict, total=False):
    ...

class CatalogSettingsLookups(SettingLookups, total=False):
    channel_id: int
    auto_approve_reviews: bool | None
    auto_approve_reviews__isnull: bool
    enable_product_comparisons: bool | None
    enable_product_comparisons__isnull: bool

def catalog_settings(**lookups: Unpack[CatalogSettingsLookups]) -> None: ...

class EmailStatusesLookups(SettingLookups, total=False):
    channel_id: int
    abandoned_cart_email: bool | None
    abandoned_cart_email__isnull: bool
    account_details_changed_email: bool | None
    account_details_changed_email__isnull: bool
    combined_order_status_email: bool | None
    combined_order_status_email__isnull: bool
    create_account_email: bool | None
    create_account_email__isnull: bool
    create_guest_account_email: bool | None
    create_guest_account_email__isnull: bool
    gift_certificate_email: bool | None
    gift_certificate_email__isnull: bool
    invoice_email: bool | None
    invoice_email__isnull: bool
    order_message_notification_email: bool | None
    order_message_notification_email__isnull: bool
    product_review_email: bool | None
    product_review_email__isnull: bool
    return_confirmation_email: bool | None
    return_confirmation_email__isnull: bool
    return_statuschange_email: bool | None
    return_statuschange_email__isnull: bool

def email_statuses(**lookups: Unpack[EmailStatusesLookups]) -> None: ...

class InventoryNotificationSettingsLookups(SettingLookups, total=False):
    channel_id: int
    low_stock_notification_address: str
    low_stock_notification_address__in: Iterable[str]
    low_stock_notification_address__contains: str
    low_stock_notification_address__isnull: bool
    out_of_stock_notification_address: str
    out_of_stock_notification_address__in: Iterable[str]
    out_of_stock_notification_address__contains: str
    out_of_stock_notification_address__isnull: bool

def inventory_notification_settings(**lookups: Unpack[InventoryNotificationSettingsLookups]) -> None: ...

class InventorySettingsLookups(SettingLookups, total=False):
    channel_id: int
    product_out_of_stock_behavior: Literal["do_nothing", "hide_product", "hide_product_and_accessible", "hide_product_and_redirect"] | None
    product_out_of_stock_behavior__ne: Literal["do_nothing", "hide_product", "hide_product_and_accessible", "hide_product_and_redirect"] | None
    product_out_of_stock_behavior__in: Iterable[Literal["do_nothing", "hide_product", "hide_product_and_accessible", "hide_product_and_redirect"]]
    product_out_of_stock_behavior__not_in: Iterable[Literal["do_nothing", "hide_product", "hide_product_and_accessible", "hide_product_and_redirect"]]
    product_out_of_stock_behavior__isnull: bool
    option_out_of_stock_behavior: Literal["do_nothing", "hide_option", "label_option"] | None
    option_out_of_stock_behavior__ne: Literal["do_nothing", "hide_option", "label_option"] | None
    option_out_of_stock_behavior__in: Iterable[Literal["do_nothing", "hide_option", "label_option"]]
    option_out_of_stock_behavior__not_in: Iterable[Literal["do_nothing", "hide_option", "label_option"]]
    option_out_of_stock_behavior__isnull: bool
    update_stock_behavior: Literal["order_placed", "order_completed_or_shipped"] | None
    update_stock_behavior__ne: Literal["order_placed", "order_completed_or_shipped"] | None
    update_stock_behavior__in: Iterable[Literal["order_placed", "order_completed_or_shipped"]]
    update_stock_behavior__not_in: Iterable[Literal["order_placed", "order_completed_or_shipped"]]
    update_stock_behavior__isnull: bool
    edit_order_stock_adjustment: bool | None
    edit_order_stock_adjustment__isnull: bool
    refund_order_stock_adjustment: bool | None
    refund_order_stock_adjustment__isnull: bool
    stock_level_display: Literal["dont_show", "show", "show_when_low"] | None
    stock_level_display__ne: Literal["dont_show", "show", "show_when_low"] | None
    stock_level_display__in: Iterable[Literal["dont_show", "show", "show_when_low"]]
    stock_level_display__not_in: Iterable[Literal["dont_show", "show", "show_when_low"]]
    stock_level_display__isnull: bool
    default_out_of_stock_message: str | None
    default_out_of_stock_message__ne: str | None
    default_out_of_stock_message__in: Iterable[str]
    default_out_of_stock_message__not_in: Iterable[str]
    default_out_of_stock_message__contains: str
    default_out_of_stock_message__icontains: str
    default_out_of_stock_message__iexact: str
    default_out_of_stock_message__startswith: str
    default_out_of_stock_message__istartswith: str
    default_out_of_stock_message__endswith: str
    default_out_of_stock_message__iendswith: str
    default_out_of_stock_message__regex: str
    default_out_of_stock_message__isnull: bool
    hide_in_product_filtering: bool | None
    hide_in_product_filtering__isnull: bool
    show_pre_order_stock_levels: bool | None
    show_pre_order_stock_levels__isnull: bool
    show_out_of_stock_message: bool | None
    show_out_of_stock_message__isnull: bool

def inventory_settings(**lookups: Unpack[InventorySettingsLookups]) -> None: ...

class LocaleSettingsLookups(SettingLookups, total=False):
    default_shopper_language: str | None
    default_shopper_language__ne: str | None
    default_shopper_language__in: Iterable[str]
    default_shopper_language__not_in: Iterable[str]
    default_shopper_language__contains: str
    default_shopper_language__icontains: str
    default_shopper_language__iexact: str
    default_shopper_language__startswith: str
    default_shopper_language__istartswith: str
    default_shopper_language__endswith: str
    default_shopper_language__iendswith: str
    default_shopper_language__regex: str
    default_shopper_language__isnull: bool
    shopper_language_selection_method: Literal["browser", "default_shopper_language"] | None
    shopper_language_selection_method__ne: Literal["browser", "default_shopper_language"] | None
    shopper_language_selection_method__in: Iterable[Literal["browser", "default_shopper_language"]]
    shopper_language_selection_method__not_in: Iterable[Literal["browser", "default_shopper_language"]]
    shopper_language_selection_method__isnull: bool
    store_country: str | None
    store_country__ne: str | None
    store_country__in: Iterable[str]
    store_country__not_in: Iterable[str]
    store_country__contains: str
    store_country__icontains: str
    store_country__iexact: str
    store_country__startswith: str
    store_country__istartswith: str
    store_country__endswith: str
    store_country__iendswith: str
    store_country__regex: str
    store_country__isnull: bool

def locale_settings(**lookups: Unpack[LocaleSettingsLookups]) -> None: ...

class LogoSettingsLookups(SettingLookups, total=False):
    channel_id: int
    type: Literal["image", "text"] | None
    type__ne: Literal["image", "text"] | None
    type__in: Iterable[Literal["image", "text"]]
    type__not_in: Iterable[Literal["image", "text"]]
    type__isnull: bool
    logo_text: str | None
    logo_text__ne: str | None
    logo_text__in: Iterable[str]
    logo_text__not_in: Iterable[str]
    logo_text__contains: str
    logo_text__icontains: str
    logo_text__iexact: str
    logo_text__startswith: str
    logo_text__istartswith: str
    logo_text__endswith: str
    logo_text__iendswith: str
    logo_text__regex: str
    logo_text__isnull: bool
    logo_image_url: str | None
    logo_image_url__ne: str | None
    logo_image_url__in: Iterable[str]
    logo_image_url__not_in: Iterable[str]
    logo_image_url__contains: str
    logo_image_url__icontains: str
    logo_image_url__iexact: str
    logo_image_url__startswith: str
    logo_image_url__istartswith: str
    logo_image_url__endswith: str
    logo_image_url__iendswith: str
    logo_image_url__regex: str
    logo_image_url__isnull: bool
    favicon_url: str | None
    favicon_url__ne: str | None
    favicon_url__in: Iterable[str]
    favicon_url__not_in: Iterable[str]
    favicon_url__contains: str
    favicon_url__icontains: str
    favicon_url__iexact: str
    favicon_url__startswith: str
    favicon_url__istartswith: str
    favicon_url__endswith: str
    favicon_url__iendswith: str
    favicon_url__regex: str
    favicon_url__isnull: bool

def logo_settings(**lookups: Unpack[LogoSettingsLookups]) -> None: ...

class StoreProfileLookups(SettingLookups, total=False):
    channel_id: int
    store_name: str | None
    store_name__ne: str | None
    store_name__in: Iterable[str]
    store_name__not_in: Iterable[str]
    store_name__contains: str
    store_name__icontains: str
    store_name__iexact: str
    store_name__startswith: str
    store_name__istartswith: str
    store_name__endswith: str
    store_name__iendswith: str
    store_name__regex: str
    store_name__isnull: bool
    store_address: str | None
    store_address__ne: str | None
    store_address__in: Iterable[str]
    store_address__not_in: Iterable[str]
    store_address__contains: str
    store_address__icontains: str
    store_address__iexact: str
    store_address__startswith: str
    store_address__istartswith: str
    store_address__endswith: str
    store_address__iendswith: str
    store_address__regex: str
    store_address__isnull: bool
    store_address_type: Literal["Home Office", "Commercial Office", "Retail", "Warehouse"] | None
    store_address_type__ne: Literal["Home Office", "Commercial Office", "Retail", "Warehouse"] | None
    store_address_type__in: Iterable[Literal["Home Office", "Commercial Office", "Retail", "Warehouse"]]
    store_address_type__not_in: Iterable[Literal["Home Office", "Commercial Office", "Retail", "Warehouse"]]
    store_address_type__isnull: bool
    store_email: str | None
    store_email__ne: str | None
    store_email__in: Iterable[str]
    store_email__not_in: Iterable[str]
    store_email__contains: str
    store_email__icontains: str
    store_email__iexact: str
    store_email__startswith: str
    store_email__istartswith: str
    store_email__endswith: str
    store_email__iendswith: str
    store_email__regex: str
    store_email__isnull: bool
    store_phone: str | None
    store_phone__ne: str | None
    store_phone__in: Iterable[str]
    store_phone__not_in: Iterable[str]
    store_phone__contains: str
    store_phone__icontains: str
    store_phone__iexact: str
    store_phone__startswith: str
    store_phone__istartswith: str
    store_phone__endswith: str
    store_phone__iendswith: str
    store_phone__regex: str
    store_phone__isnull: bool

def store_profile(**lookups: Unpack[StoreProfileLookups]) -> None: ...

class UnitsOfMeasurementLookups(SettingLookups, total=False):
    channel_id: int
    weight_measurement: Literal["LBS", "Ounces", "KGS", "Grams", "Tonnes"] | None
    weight_measurement__ne: Literal["LBS", "Ounces", "KGS", "Grams", "Tonnes"] | None
    weight_measurement__in: Iterable[Literal["LBS", "Ounces", "KGS", "Grams", "Tonnes"]]
    weight_measurement__not_in: Iterable[Literal["LBS", "Ounces", "KGS", "Grams", "Tonnes"]]
    weight_measurement__isnull: bool
    length_measurement: Literal["Inches", "Centimeters"] | None
    length_measurement__ne: Literal["Inches", "Centimeters"] | None
    length_measurement__in: Iterable[Literal["Inches", "Centimeters"]]
    length_measurement__not_in: Iterable[Literal["Inches", "Centimeters"]]
    length_measurement__isnull: bool
    decimal_token: str | None
    decimal_token__ne: str | None
    decimal_token__in: Iterable[str]
    decimal_token__not_in: Iterable[str]
    decimal_token__contains: str
    decimal_token__icontains: str
    decimal_token__iexact: str
    decimal_token__startswith: str
    decimal_token__istartswith: str
    decimal_token__endswith: str
    decimal_token__iendswith: str
    decimal_token__regex: str
    decimal_token__isnull: bool
    thousands_token: str | None
    thousands_token__ne: str | None
    thousands_token__in: Iterable[str]
    thousands_token__not_in: Iterable[str]
    thousands_token__contains: str
    thousands_token__icontains: str
    thousands_token__iexact: str
    thousands_token__startswith: str
    thousands_token__istartswith: str
    thousands_token__endswith: str
    thousands_token__iendswith: str
    thousands_token__regex: str
    thousands_token__isnull: bool
    decimal_places: int | None
    decimal_places__ne: int | None
    decimal_places__in: Iterable[int]
    decimal_places__not_in: Iterable[int]
    decimal_places__gt: int
    decimal_places__gte: int
    decimal_places__lt: int
    decimal_places__lte: int
    decimal_places__range: tuple[int, int]
    decimal_places__isnull: bool
    factoring_dimension: Literal["depth", "height", "width"] | None
    factoring_dimension__ne: Literal["depth", "height", "width"] | None
    factoring_dimension__in: Iterable[Literal["depth", "height", "width"]]
    factoring_dimension__not_in: Iterable[Literal["depth", "height", "width"]]
    factoring_dimension__isnull: bool

def units_of_measurement(**lookups: Unpack[UnitsOfMeasurementLookups]) -> None: ...

class CarrierConnectionLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    carrier_id: str | None
    carrier_id__ne: str | None
    carrier_id__in: Iterable[str]
    carrier_id__not_in: Iterable[str]
    carrier_id__contains: str
    carrier_id__icontains: str
    carrier_id__iexact: str
    carrier_id__startswith: str
    carrier_id__istartswith: str
    carrier_id__endswith: str
    carrier_id__iendswith: str
    carrier_id__regex: str
    carrier_id__isnull: bool
    connection__isnull: bool

def carrier_connection(**lookups: Unpack[CarrierConnectionLookups]) -> None: ...

class CustomsInformationLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str | None
    product__in: Iterable[Resource | int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    country_of_origin: str | None
    country_of_origin__ne: str | None
    country_of_origin__in: Iterable[str]
    country_of_origin__not_in: Iterable[str]
    country_of_origin__contains: str
    country_of_origin__icontains: str
    country_of_origin__iexact: str
    country_of_origin__startswith: str
    country_of_origin__istartswith: str
    country_of_origin__endswith: str
    country_of_origin__iendswith: str
    country_of_origin__regex: str
    country_of_origin__isnull: bool
    commodity_description: str | None
    commodity_description__ne: str | None
    commodity_description__in: Iterable[str]
    commodity_description__not_in: Iterable[str]
    commodity_description__contains: str
    commodity_description__icontains: str
    commodity_description__iexact: str
    commodity_description__startswith: str
    commodity_description__istartswith: str
    commodity_description__endswith: str
    commodity_description__iendswith: str
    commodity_description__regex: str
    commodity_description__isnull: bool
    international_shipping: bool | None
    international_shipping__isnull: bool
    hs_codes__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def customs_information(**lookups: Unpack[CustomsInformationLookups]) -> None: ...

class ShippingChannelSettingsLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    checkout__out_of_delivery_zone_message: str | None
    checkout__out_of_delivery_zone_message__ne: str | None
    checkout__out_of_delivery_zone_message__in: Iterable[str]
    checkout__out_of_delivery_zone_message__not_in: Iterable[str]
    checkout__out_of_delivery_zone_message__contains: str
    checkout__out_of_delivery_zone_message__icontains: str
    checkout__out_of_delivery_zone_message__iexact: str
    checkout__out_of_delivery_zone_message__startswith: str
    checkout__out_of_delivery_zone_message__istartswith: str
    checkout__out_of_delivery_zone_message__endswith: str
    checkout__out_of_delivery_zone_message__iendswith: str
    checkout__out_of_delivery_zone_message__regex: str
    checkout__out_of_delivery_zone_message__isnull: bool
    checkout__isnull: bool

def shipping_channel_settings(**lookups: Unpack[ShippingChannelSettingsLookups]) -> None: ...

class ShippingMethodLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    zone_id: int | str
    zone_id__in: Iterable[int | str]
    zone: Resource | int | str
    zone__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["perorder", "peritem", "weight", "total", "auspost", "canadapost", "endicia", "usps", "fedex", "royalmail", "upsready", "freeshipping"] | None
    type__ne: Literal["perorder", "peritem", "weight", "total", "auspost", "canadapost", "endicia", "usps", "fedex", "royalmail", "upsready", "freeshipping"] | None
    type__in: Iterable[Literal["perorder", "peritem", "weight", "total", "auspost", "canadapost", "endicia", "usps", "fedex", "royalmail", "upsready", "freeshipping"]]
    type__not_in: Iterable[Literal["perorder", "peritem", "weight", "total", "auspost", "canadapost", "endicia", "usps", "fedex", "royalmail", "upsready", "freeshipping"]]
    type__isnull: bool
    settings__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    handling_fees__fixed_surcharge: Decimal | int | None
    handling_fees__fixed_surcharge__ne: Decimal | int | None
    handling_fees__fixed_surcharge__in: Iterable[Decimal | int]
    handling_fees__fixed_surcharge__not_in: Iterable[Decimal | int]
    handling_fees__fixed_surcharge__gt: Decimal | int
    handling_fees__fixed_surcharge__gte: Decimal | int
    handling_fees__fixed_surcharge__lt: Decimal | int
    handling_fees__fixed_surcharge__lte: Decimal | int
    handling_fees__fixed_surcharge__range: tuple[Decimal | int, Decimal | int]
    handling_fees__fixed_surcharge__isnull: bool
    handling_fees__percentage_surcharge: Decimal | int | None
    handling_fees__percentage_surcharge__ne: Decimal | int | None
    handling_fees__percentage_surcharge__in: Iterable[Decimal | int]
    handling_fees__percentage_surcharge__not_in: Iterable[Decimal | int]
    handling_fees__percentage_surcharge__gt: Decimal | int
    handling_fees__percentage_surcharge__gte: Decimal | int
    handling_fees__percentage_surcharge__lt: Decimal | int
    handling_fees__percentage_surcharge__lte: Decimal | int
    handling_fees__percentage_surcharge__range: tuple[Decimal | int, Decimal | int]
    handling_fees__percentage_surcharge__isnull: bool
    handling_fees__isnull: bool
    is_fallback: bool | None
    is_fallback__isnull: bool
    channel_ids: int
    channel_ids__in: Iterable[int]
    channel_ids__contains: int
    channel_ids__isnull: bool

def shipping_method(**lookups: Unpack[ShippingMethodLookups]) -> None: ...

class ShippingSettingsLookups(TypedDict, total=False):
    checkout__country_list_strategy: Literal["DISPLAY_ALL_COUNTRIES", "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"] | None
    checkout__country_list_strategy__ne: Literal["DISPLAY_ALL_COUNTRIES", "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"] | None
    checkout__country_list_strategy__in: Iterable[Literal["DISPLAY_ALL_COUNTRIES", "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"]]
    checkout__country_list_strategy__not_in: Iterable[Literal["DISPLAY_ALL_COUNTRIES", "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"]]
    checkout__country_list_strategy__isnull: bool
    checkout__out_of_delivery_zone_message: str | None
    checkout__out_of_delivery_zone_message__ne: str | None
    checkout__out_of_delivery_zone_message__in: Iterable[str]
    checkout__out_of_delivery_zone_message__not_in: Iterable[str]
    checkout__out_of_delivery_zone_message__contains: str
    checkout__out_of_delivery_zone_message__icontains: str
    checkout__out_of_delivery_zone_message__iexact: str
    checkout__out_of_delivery_zone_message__startswith: str
    checkout__out_of_delivery_zone_message__istartswith: str
    checkout__out_of_delivery_zone_message__endswith: str
    checkout__out_of_delivery_zone_message__iendswith: str
    checkout__out_of_delivery_zone_message__regex: str
    checkout__out_of_delivery_zone_message__isnull: bool
    checkout__isnull: bool

def shipping_settings(**lookups: Unpack[ShippingSettingsLookups]) -> None: ...

class ShippingZoneLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["zip", "country", "state", "global"] | None
    type__ne: Literal["zip", "country", "state", "global"] | None
    type__in: Iterable[Literal["zip", "country", "state", "global"]]
    type__not_in: Iterable[Literal["zip", "country", "state", "global"]]
    type__isnull: bool
    locations__isnull: bool
    free_shipping__enabled: bool | None
    free_shipping__enabled__isnull: bool
    free_shipping__minimum_sub_total: Decimal | int | None
    free_shipping__minimum_sub_total__ne: Decimal | int | None
    free_shipping__minimum_sub_total__in: Iterable[Decimal | int]
    free_shipping__minimum_sub_total__not_in: Iterable[Decimal | int]
    free_shipping__minimum_sub_total__gt: Decimal | int
    free_shipping__minimum_sub_total__gte: Decimal | int
    free_shipping__minimum_sub_total__lt: Decimal | int
    free_shipping__minimum_sub_total__lte: Decimal | int
    free_shipping__minimum_sub_total__range: tuple[Decimal | int, Decimal | int]
    free_shipping__minimum_sub_total__isnull: bool
    free_shipping__exclude_fixed_shipping_products: bool | None
    free_shipping__exclude_fixed_shipping_products__isnull: bool
    free_shipping__isnull: bool
    handling_fees__fixed_surcharge: Decimal | int | None
    handling_fees__fixed_surcharge__ne: Decimal | int | None
    handling_fees__fixed_surcharge__in: Iterable[Decimal | int]
    handling_fees__fixed_surcharge__not_in: Iterable[Decimal | int]
    handling_fees__fixed_surcharge__gt: Decimal | int
    handling_fees__fixed_surcharge__gte: Decimal | int
    handling_fees__fixed_surcharge__lt: Decimal | int
    handling_fees__fixed_surcharge__lte: Decimal | int
    handling_fees__fixed_surcharge__range: tuple[Decimal | int, Decimal | int]
    handling_fees__fixed_surcharge__isnull: bool
    handling_fees__percentage_surcharge: Decimal | int | None
    handling_fees__percentage_surcharge__ne: Decimal | int | None
    handling_fees__percentage_surcharge__in: Iterable[Decimal | int]
    handling_fees__percentage_surcharge__not_in: Iterable[Decimal | int]
    handling_fees__percentage_surcharge__gt: Decimal | int
    handling_fees__percentage_surcharge__gte: Decimal | int
    handling_fees__percentage_surcharge__lt: Decimal | int
    handling_fees__percentage_surcharge__lte: Decimal | int
    handling_fees__percentage_surcharge__range: tuple[Decimal | int, Decimal | int]
    handling_fees__percentage_surcharge__isnull: bool
    handling_fees__display_separately: bool | None
    handling_fees__display_separately__isnull: bool
    handling_fees__isnull: bool
    enabled: bool | None
    enabled__isnull: bool

def shipping_zone(**lookups: Unpack[ShippingZoneLookups]) -> None: ...

class CertificateLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    urls: str
    urls__in: Iterable[str]
    common_name: str | None
    common_name__ne: str | None
    common_name__in: Iterable[str]
    common_name__not_in: Iterable[str]
    common_name__contains: str
    common_name__icontains: str
    common_name__iexact: str
    common_name__startswith: str
    common_name__istartswith: str
    common_name__endswith: str
    common_name__iendswith: str
    common_name__regex: str
    common_name__isnull: bool
    subject_alternative_names: str
    subject_alternative_names__in: Iterable[str]
    subject_alternative_names__contains: str
    subject_alternative_names__isnull: bool
    validity_not_before: str | None
    validity_not_before__ne: str | None
    validity_not_before__in: Iterable[str]
    validity_not_before__not_in: Iterable[str]
    validity_not_before__contains: str
    validity_not_before__icontains: str
    validity_not_before__iexact: str
    validity_not_before__startswith: str
    validity_not_before__istartswith: str
    validity_not_before__endswith: str
    validity_not_before__iendswith: str
    validity_not_before__regex: str
    validity_not_before__isnull: bool
    validity_not_after: str | None
    validity_not_after__ne: str | None
    validity_not_after__in: Iterable[str]
    validity_not_after__not_in: Iterable[str]
    validity_not_after__contains: str
    validity_not_after__icontains: str
    validity_not_after__iexact: str
    validity_not_after__startswith: str
    validity_not_after__istartswith: str
    validity_not_after__endswith: str
    validity_not_after__iendswith: str
    validity_not_after__regex: str
    validity_not_after__isnull: bool
    signing_algorithm: str | None
    signing_algorithm__ne: str | None
    signing_algorithm__in: Iterable[str]
    signing_algorithm__not_in: Iterable[str]
    signing_algorithm__contains: str
    signing_algorithm__icontains: str
    signing_algorithm__iexact: str
    signing_algorithm__startswith: str
    signing_algorithm__istartswith: str
    signing_algorithm__endswith: str
    signing_algorithm__iendswith: str
    signing_algorithm__regex: str
    signing_algorithm__isnull: bool
    issuer: str | None
    issuer__ne: str | None
    issuer__in: Iterable[str]
    issuer__not_in: Iterable[str]
    issuer__contains: str
    issuer__icontains: str
    issuer__iexact: str
    issuer__startswith: str
    issuer__istartswith: str
    issuer__endswith: str
    issuer__iendswith: str
    issuer__regex: str
    issuer__isnull: bool
    certificate: str | None
    certificate__ne: str | None
    certificate__in: Iterable[str]
    certificate__not_in: Iterable[str]
    certificate__contains: str
    certificate__icontains: str
    certificate__iexact: str
    certificate__startswith: str
    certificate__istartswith: str
    certificate__endswith: str
    certificate__iendswith: str
    certificate__regex: str
    certificate__isnull: bool
    intermediate_certificates: str | None
    intermediate_certificates__ne: str | None
    intermediate_certificates__in: Iterable[str]
    intermediate_certificates__not_in: Iterable[str]
    intermediate_certificates__contains: str
    intermediate_certificates__icontains: str
    intermediate_certificates__iexact: str
    intermediate_certificates__startswith: str
    intermediate_certificates__istartswith: str
    intermediate_certificates__endswith: str
    intermediate_certificates__iendswith: str
    intermediate_certificates__regex: str
    intermediate_certificates__isnull: bool

def certificate(**lookups: Unpack[CertificateLookups]) -> None: ...

class SiteFieldsLookups(TypedDict, total=False):
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool
    ssl_status: Literal["dedicated", "shared"] | None
    ssl_status__ne: Literal["dedicated", "shared"] | None
    ssl_status__in: Iterable[Literal["dedicated", "shared"]]
    ssl_status__not_in: Iterable[Literal["dedicated", "shared"]]
    ssl_status__isnull: bool
    urls__isnull: bool
    is_checkout_url_customized: bool | None
    is_checkout_url_customized__isnull: bool

class ChannelSiteLookups(SiteFieldsLookups, total=False):
    channel: Resource | int | str
    channel__in: Iterable[Resource | int | str]
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def channel_site(**lookups: Unpack[ChannelSiteLookups]) -> None: ...

class SiteLookups(SiteFieldsLookups, total=False):
    pk: int
    pk__in: Iterable[int]
    channel: Resource | int | str | None
    channel__in: Iterable[Resource | int | str]
    url_type: Literal["primary", "canonical", "checkout"]
    url_type__in: Iterable[Literal["primary", "canonical", "checkout"]]
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def site(**lookups: Unpack[SiteLookups]) -> None: ...

class SiteCertificateLookups(TypedDict, total=False):
    site_id: int | str
    site_id__in: Iterable[int | str]
    status: Literal["shared", "dedicated"] | None
    status__ne: Literal["shared", "dedicated"] | None
    status__in: Iterable[Literal["shared", "dedicated"]]
    status__not_in: Iterable[Literal["shared", "dedicated"]]
    status__isnull: bool
    installed_certificate__common_name: str | None
    installed_certificate__common_name__ne: str | None
    installed_certificate__common_name__in: Iterable[str]
    installed_certificate__common_name__not_in: Iterable[str]
    installed_certificate__common_name__contains: str
    installed_certificate__common_name__icontains: str
    installed_certificate__common_name__iexact: str
    installed_certificate__common_name__startswith: str
    installed_certificate__common_name__istartswith: str
    installed_certificate__common_name__endswith: str
    installed_certificate__common_name__iendswith: str
    installed_certificate__common_name__regex: str
    installed_certificate__common_name__isnull: bool
    installed_certificate__subject_alternative_names: str
    installed_certificate__subject_alternative_names__in: Iterable[str]
    installed_certificate__subject_alternative_names__contains: str
    installed_certificate__subject_alternative_names__isnull: bool
    installed_certificate__validity_not_before: str | None
    installed_certificate__validity_not_before__ne: str | None
    installed_certificate__validity_not_before__in: Iterable[str]
    installed_certificate__validity_not_before__not_in: Iterable[str]
    installed_certificate__validity_not_before__contains: str
    installed_certificate__validity_not_before__icontains: str
    installed_certificate__validity_not_before__iexact: str
    installed_certificate__validity_not_before__startswith: str
    installed_certificate__validity_not_before__istartswith: str
    installed_certificate__validity_not_before__endswith: str
    installed_certificate__validity_not_before__iendswith: str
    installed_certificate__validity_not_before__regex: str
    installed_certificate__validity_not_before__isnull: bool
    installed_certificate__validity_not_after: str | None
    installed_certificate__validity_not_after__ne: str | None
    installed_certificate__validity_not_after__in: Iterable[str]
    installed_certificate__validity_not_after__not_in: Iterable[str]
    installed_certificate__validity_not_after__contains: str
    installed_certificate__validity_not_after__icontains: str
    installed_certificate__validity_not_after__iexact: str
    installed_certificate__validity_not_after__startswith: str
    installed_certificate__validity_not_after__istartswith: str
    installed_certificate__validity_not_after__endswith: str
    installed_certificate__validity_not_after__iendswith: str
    installed_certificate__validity_not_after__regex: str
    installed_certificate__validity_not_after__isnull: bool
    installed_certificate__signing_algorithm: str | None
    installed_certificate__signing_algorithm__ne: str | None
    installed_certificate__signing_algorithm__in: Iterable[str]
    installed_certificate__signing_algorithm__not_in: Iterable[str]
    installed_certificate__signing_algorithm__contains: str
    installed_certificate__signing_algorithm__icontains: str
    installed_certificate__signing_algorithm__iexact: str
    installed_certificate__signing_algorithm__startswith: str
    installed_certificate__signing_algorithm__istartswith: str
    installed_certificate__signing_algorithm__endswith: str
    installed_certificate__signing_algorithm__iendswith: str
    installed_certificate__signing_algorithm__regex: str
    installed_certificate__signing_algorithm__isnull: bool
    installed_certificate__issuer: str | None
    installed_certificate__issuer__ne: str | None
    installed_certificate__issuer__in: Iterable[str]
    installed_certificate__issuer__not_in: Iterable[str]
    installed_certificate__issuer__contains: str
    installed_certificate__issuer__icontains: str
    installed_certificate__issuer__iexact: str
    installed_certificate__issuer__startswith: str
    installed_certificate__issuer__istartswith: str
    installed_certificate__issuer__endswith: str
    installed_certificate__issuer__iendswith: str
    installed_certificate__issuer__regex: str
    installed_certificate__issuer__isnull: bool
    installed_certificate__certificate: str | None
    installed_certificate__certificate__ne: str | None
    installed_certificate__certificate__in: Iterable[str]
    installed_certificate__certificate__not_in: Iterable[str]
    installed_certificate__certificate__contains: str
    installed_certificate__certificate__icontains: str
    installed_certificate__certificate__iexact: str
    installed_certificate__certificate__startswith: str
    installed_certificate__certificate__istartswith: str
    installed_certificate__certificate__endswith: str
    installed_certificate__certificate__iendswith: str
    installed_certificate__certificate__regex: str
    installed_certificate__certificate__isnull: bool
    installed_certificate__intermediate_certificates: str | None
    installed_certificate__intermediate_certificates__ne: str | None
    installed_certificate__intermediate_certificates__in: Iterable[str]
    installed_certificate__intermediate_certificates__not_in: Iterable[str]
    installed_certificate__intermediate_certificates__contains: str
    installed_certificate__intermediate_certificates__icontains: str
    installed_certificate__intermediate_certificates__iexact: str
    installed_certificate__intermediate_certificates__startswith: str
    installed_certificate__intermediate_certificates__istartswith: str
    installed_certificate__intermediate_certificates__endswith: str
    installed_certificate__intermediate_certificates__iendswith: str
    installed_certificate__intermediate_certificates__regex: str
    installed_certificate__intermediate_certificates__isnull: bool
    installed_certificate__isnull: bool

def site_certificate(**lookups: Unpack[SiteCertificateLookups]) -> None: ...

class SiteRouteLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    site_id: int | str
    site_id__in: Iterable[int | str]
    site: Resource | int | str
    site__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    type: Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"] | None
    type__ne: Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"] | None
    type__in: Iterable[Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"]]
    type__not_in: Iterable[Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"]]
    type__isnull: bool
    matching: str | None
    matching__ne: str | None
    matching__in: Iterable[str]
    matching__not_in: Iterable[str]
    matching__contains: str
    matching__icontains: str
    matching__iexact: str
    matching__startswith: str
    matching__istartswith: str
    matching__endswith: str
    matching__iendswith: str
    matching__regex: str
    matching__isnull: bool
    route: str | None
    route__ne: str | None
    route__in: Iterable[str]
    route__not_in: Iterable[str]
    route__contains: str
    route__icontains: str
    route__iexact: str
    route__startswith: str
    route__istartswith: str
    route__endswith: str
    route__iendswith: str
    route__regex: str
    route__isnull: bool

def site_route(**lookups: Unpack[SiteRouteLookups]) -> None: ...

class StoreLookups(TypedDict, total=False):
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    account_uuid: str | None
    account_uuid__ne: str | None
    account_uuid__in: Iterable[str]
    account_uuid__not_in: Iterable[str]
    account_uuid__contains: str
    account_uuid__icontains: str
    account_uuid__iexact: str
    account_uuid__startswith: str
    account_uuid__istartswith: str
    account_uuid__endswith: str
    account_uuid__iendswith: str
    account_uuid__regex: str
    account_uuid__isnull: bool
    store_id: int | None
    store_id__ne: int | None
    store_id__in: Iterable[int]
    store_id__not_in: Iterable[int]
    store_id__gt: int
    store_id__gte: int
    store_id__lt: int
    store_id__lte: int
    store_id__range: tuple[int, int]
    store_id__isnull: bool
    domain: str | None
    domain__ne: str | None
    domain__in: Iterable[str]
    domain__not_in: Iterable[str]
    domain__contains: str
    domain__icontains: str
    domain__iexact: str
    domain__startswith: str
    domain__istartswith: str
    domain__endswith: str
    domain__iendswith: str
    domain__regex: str
    domain__isnull: bool
    secure_url: str | None
    secure_url__ne: str | None
    secure_url__in: Iterable[str]
    secure_url__not_in: Iterable[str]
    secure_url__contains: str
    secure_url__icontains: str
    secure_url__iexact: str
    secure_url__startswith: str
    secure_url__istartswith: str
    secure_url__endswith: str
    secure_url__iendswith: str
    secure_url__regex: str
    secure_url__isnull: bool
    control_panel_base_url: str | None
    control_panel_base_url__ne: str | None
    control_panel_base_url__in: Iterable[str]
    control_panel_base_url__not_in: Iterable[str]
    control_panel_base_url__contains: str
    control_panel_base_url__icontains: str
    control_panel_base_url__iexact: str
    control_panel_base_url__startswith: str
    control_panel_base_url__istartswith: str
    control_panel_base_url__endswith: str
    control_panel_base_url__iendswith: str
    control_panel_base_url__regex: str
    control_panel_base_url__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    address: str | None
    address__ne: str | None
    address__in: Iterable[str]
    address__not_in: Iterable[str]
    address__contains: str
    address__icontains: str
    address__iexact: str
    address__startswith: str
    address__istartswith: str
    address__endswith: str
    address__iendswith: str
    address__regex: str
    address__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    country_code: str | None
    country_code__ne: str | None
    country_code__in: Iterable[str]
    country_code__not_in: Iterable[str]
    country_code__contains: str
    country_code__icontains: str
    country_code__iexact: str
    country_code__startswith: str
    country_code__istartswith: str
    country_code__endswith: str
    country_code__iendswith: str
    country_code__regex: str
    country_code__isnull: bool
    infrastructure_region: str | None
    infrastructure_region__ne: str | None
    infrastructure_region__in: Iterable[str]
    infrastructure_region__not_in: Iterable[str]
    infrastructure_region__contains: str
    infrastructure_region__icontains: str
    infrastructure_region__iexact: str
    infrastructure_region__startswith: str
    infrastructure_region__istartswith: str
    infrastructure_region__endswith: str
    infrastructure_region__iendswith: str
    infrastructure_region__regex: str
    infrastructure_region__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    admin_email: str | None
    admin_email__ne: str | None
    admin_email__in: Iterable[str]
    admin_email__not_in: Iterable[str]
    admin_email__contains: str
    admin_email__icontains: str
    admin_email__iexact: str
    admin_email__startswith: str
    admin_email__istartswith: str
    admin_email__endswith: str
    admin_email__iendswith: str
    admin_email__regex: str
    admin_email__isnull: bool
    order_email: str | None
    order_email__ne: str | None
    order_email__in: Iterable[str]
    order_email__not_in: Iterable[str]
    order_email__contains: str
    order_email__icontains: str
    order_email__iexact: str
    order_email__startswith: str
    order_email__istartswith: str
    order_email__endswith: str
    order_email__iendswith: str
    order_email__regex: str
    order_email__isnull: bool
    favicon_url: str | None
    favicon_url__ne: str | None
    favicon_url__in: Iterable[str]
    favicon_url__not_in: Iterable[str]
    favicon_url__contains: str
    favicon_url__icontains: str
    favicon_url__iexact: str
    favicon_url__startswith: str
    favicon_url__istartswith: str
    favicon_url__endswith: str
    favicon_url__iendswith: str
    favicon_url__regex: str
    favicon_url__isnull: bool
    timezone__name: str | None
    timezone__name__ne: str | None
    timezone__name__in: Iterable[str]
    timezone__name__not_in: Iterable[str]
    timezone__name__contains: str
    timezone__name__icontains: str
    timezone__name__iexact: str
    timezone__name__startswith: str
    timezone__name__istartswith: str
    timezone__name__endswith: str
    timezone__name__iendswith: str
    timezone__name__regex: str
    timezone__name__isnull: bool
    timezone__raw_offset: int | None
    timezone__raw_offset__ne: int | None
    timezone__raw_offset__in: Iterable[int]
    timezone__raw_offset__not_in: Iterable[int]
    timezone__raw_offset__gt: int
    timezone__raw_offset__gte: int
    timezone__raw_offset__lt: int
    timezone__raw_offset__lte: int
    timezone__raw_offset__range: tuple[int, int]
    timezone__raw_offset__isnull: bool
    timezone__dst_offset: int | None
    timezone__dst_offset__ne: int | None
    timezone__dst_offset__in: Iterable[int]
    timezone__dst_offset__not_in: Iterable[int]
    timezone__dst_offset__gt: int
    timezone__dst_offset__gte: int
    timezone__dst_offset__lt: int
    timezone__dst_offset__lte: int
    timezone__dst_offset__range: tuple[int, int]
    timezone__dst_offset__isnull: bool
    timezone__dst_correction: bool | None
    timezone__dst_correction__isnull: bool
    timezone__date_format__isnull: bool
    timezone__isnull: bool
    language: str | None
    language__ne: str | None
    language__in: Iterable[str]
    language__not_in: Iterable[str]
    language__contains: str
    language__icontains: str
    language__iexact: str
    language__startswith: str
    language__istartswith: str
    language__endswith: str
    language__iendswith: str
    language__regex: str
    language__isnull: bool
    currency: str | None
    currency__ne: str | None
    currency__in: Iterable[str]
    currency__not_in: Iterable[str]
    currency__contains: str
    currency__icontains: str
    currency__iexact: str
    currency__startswith: str
    currency__istartswith: str
    currency__endswith: str
    currency__iendswith: str
    currency__regex: str
    currency__isnull: bool
    currency_symbol: str | None
    currency_symbol__ne: str | None
    currency_symbol__in: Iterable[str]
    currency_symbol__not_in: Iterable[str]
    currency_symbol__contains: str
    currency_symbol__icontains: str
    currency_symbol__iexact: str
    currency_symbol__startswith: str
    currency_symbol__istartswith: str
    currency_symbol__endswith: str
    currency_symbol__iendswith: str
    currency_symbol__regex: str
    currency_symbol__isnull: bool
    currency_symbol_location: str | None
    currency_symbol_location__ne: str | None
    currency_symbol_location__in: Iterable[str]
    currency_symbol_location__not_in: Iterable[str]
    currency_symbol_location__contains: str
    currency_symbol_location__icontains: str
    currency_symbol_location__iexact: str
    currency_symbol_location__startswith: str
    currency_symbol_location__istartswith: str
    currency_symbol_location__endswith: str
    currency_symbol_location__iendswith: str
    currency_symbol_location__regex: str
    currency_symbol_location__isnull: bool
    decimal_separator: str | None
    decimal_separator__ne: str | None
    decimal_separator__in: Iterable[str]
    decimal_separator__not_in: Iterable[str]
    decimal_separator__contains: str
    decimal_separator__icontains: str
    decimal_separator__iexact: str
    decimal_separator__startswith: str
    decimal_separator__istartswith: str
    decimal_separator__endswith: str
    decimal_separator__iendswith: str
    decimal_separator__regex: str
    decimal_separator__isnull: bool
    thousands_separator: str | None
    thousands_separator__ne: str | None
    thousands_separator__in: Iterable[str]
    thousands_separator__not_in: Iterable[str]
    thousands_separator__contains: str
    thousands_separator__icontains: str
    thousands_separator__iexact: str
    thousands_separator__startswith: str
    thousands_separator__istartswith: str
    thousands_separator__endswith: str
    thousands_separator__iendswith: str
    thousands_separator__regex: str
    thousands_separator__isnull: bool
    decimal_places: int | None
    decimal_places__ne: int | None
    decimal_places__in: Iterable[int]
    decimal_places__not_in: Iterable[int]
    decimal_places__gt: int
    decimal_places__gte: int
    decimal_places__lt: int
    decimal_places__lte: int
    decimal_places__range: tuple[int, int]
    decimal_places__isnull: bool
    weight_units: str | None
    weight_units__ne: str | None
    weight_units__in: Iterable[str]
    weight_units__not_in: Iterable[str]
    weight_units__contains: str
    weight_units__icontains: str
    weight_units__iexact: str
    weight_units__startswith: str
    weight_units__istartswith: str
    weight_units__endswith: str
    weight_units__iendswith: str
    weight_units__regex: str
    weight_units__isnull: bool
    dimension_units: str | None
    dimension_units__ne: str | None
    dimension_units__in: Iterable[str]
    dimension_units__not_in: Iterable[str]
    dimension_units__contains: str
    dimension_units__icontains: str
    dimension_units__iexact: str
    dimension_units__startswith: str
    dimension_units__istartswith: str
    dimension_units__endswith: str
    dimension_units__iendswith: str
    dimension_units__regex: str
    dimension_units__isnull: bool
    dimension_decimal_places: int | None
    dimension_decimal_places__ne: int | None
    dimension_decimal_places__in: Iterable[int]
    dimension_decimal_places__not_in: Iterable[int]
    dimension_decimal_places__gt: int
    dimension_decimal_places__gte: int
    dimension_decimal_places__lt: int
    dimension_decimal_places__lte: int
    dimension_decimal_places__range: tuple[int, int]
    dimension_decimal_places__isnull: bool
    dimension_decimal_token: str | None
    dimension_decimal_token__ne: str | None
    dimension_decimal_token__in: Iterable[str]
    dimension_decimal_token__not_in: Iterable[str]
    dimension_decimal_token__contains: str
    dimension_decimal_token__icontains: str
    dimension_decimal_token__iexact: str
    dimension_decimal_token__startswith: str
    dimension_decimal_token__istartswith: str
    dimension_decimal_token__endswith: str
    dimension_decimal_token__iendswith: str
    dimension_decimal_token__regex: str
    dimension_decimal_token__isnull: bool
    dimension_thousands_token: str | None
    dimension_thousands_token__ne: str | None
    dimension_thousands_token__in: Iterable[str]
    dimension_thousands_token__not_in: Iterable[str]
    dimension_thousands_token__contains: str
    dimension_thousands_token__icontains: str
    dimension_thousands_token__iexact: str
    dimension_thousands_token__startswith: str
    dimension_thousands_token__istartswith: str
    dimension_thousands_token__endswith: str
    dimension_thousands_token__iendswith: str
    dimension_thousands_token__regex: str
    dimension_thousands_token__isnull: bool
    plan_name: str | None
    plan_name__ne: str | None
    plan_name__in: Iterable[str]
    plan_name__not_in: Iterable[str]
    plan_name__contains: str
    plan_name__icontains: str
    plan_name__iexact: str
    plan_name__startswith: str
    plan_name__istartswith: str
    plan_name__endswith: str
    plan_name__iendswith: str
    plan_name__regex: str
    plan_name__isnull: bool
    plan_level: str | None
    plan_level__ne: str | None
    plan_level__in: Iterable[str]
    plan_level__not_in: Iterable[str]
    plan_level__contains: str
    plan_level__icontains: str
    plan_level__iexact: str
    plan_level__startswith: str
    plan_level__istartswith: str
    plan_level__endswith: str
    plan_level__iendswith: str
    plan_level__regex: str
    plan_level__isnull: bool
    plan_is_trial: bool | None
    plan_is_trial__isnull: bool
    industry: str | None
    industry__ne: str | None
    industry__in: Iterable[str]
    industry__not_in: Iterable[str]
    industry__contains: str
    industry__icontains: str
    industry__iexact: str
    industry__startswith: str
    industry__istartswith: str
    industry__endswith: str
    industry__iendswith: str
    industry__regex: str
    industry__isnull: bool
    logo__url: str | None
    logo__url__ne: str | None
    logo__url__in: Iterable[str]
    logo__url__not_in: Iterable[str]
    logo__url__contains: str
    logo__url__icontains: str
    logo__url__iexact: str
    logo__url__startswith: str
    logo__url__istartswith: str
    logo__url__endswith: str
    logo__url__iendswith: str
    logo__url__regex: str
    logo__url__isnull: bool
    logo__isnull: bool
    is_price_entered_with_tax: bool | None
    is_price_entered_with_tax__isnull: bool
    default_channel_id: int | None
    default_channel_id__ne: int | None
    default_channel_id__in: Iterable[int]
    default_channel_id__not_in: Iterable[int]
    default_channel_id__gt: int
    default_channel_id__gte: int
    default_channel_id__lt: int
    default_channel_id__lte: int
    default_channel_id__range: tuple[int, int]
    default_channel_id__isnull: bool
    default_site_id: int | None
    default_site_id__ne: int | None
    default_site_id__in: Iterable[int]
    default_site_id__not_in: Iterable[int]
    default_site_id__gt: int
    default_site_id__gte: int
    default_site_id__lt: int
    default_site_id__lte: int
    default_site_id__range: tuple[int, int]
    default_site_id__isnull: bool
    active_comparison_modules__isnull: bool
    features__stencil_enabled: bool | None
    features__stencil_enabled__isnull: bool
    features__sitewidehttps_enabled: bool | None
    features__sitewidehttps_enabled__isnull: bool
    features__facebook_catalog_id: str | None
    features__facebook_catalog_id__ne: str | None
    features__facebook_catalog_id__in: Iterable[str]
    features__facebook_catalog_id__not_in: Iterable[str]
    features__facebook_catalog_id__contains: str
    features__facebook_catalog_id__icontains: str
    features__facebook_catalog_id__iexact: str
    features__facebook_catalog_id__startswith: str
    features__facebook_catalog_id__istartswith: str
    features__facebook_catalog_id__endswith: str
    features__facebook_catalog_id__iendswith: str
    features__facebook_catalog_id__regex: str
    features__facebook_catalog_id__isnull: bool
    features__checkout_type: Literal["optimized", "single", "single_customizable", "klarna"] | None
    features__checkout_type__ne: Literal["optimized", "single", "single_customizable", "klarna"] | None
    features__checkout_type__in: Iterable[Literal["optimized", "single", "single_customizable", "klarna"]]
    features__checkout_type__not_in: Iterable[Literal["optimized", "single", "single_customizable", "klarna"]]
    features__checkout_type__isnull: bool
    features__wishlists_enabled: bool | None
    features__wishlists_enabled__isnull: bool
    features__graphql_storefront_api_enabled: bool | None
    features__graphql_storefront_api_enabled__isnull: bool
    features__shopper_consent_tracking_enabled: bool | None
    features__shopper_consent_tracking_enabled__isnull: bool
    features__multi_storefront_enabled: bool | None
    features__multi_storefront_enabled__isnull: bool
    features__storefront_limits__isnull: bool
    features__isnull: bool

def store(**lookups: Unpack[StoreLookups]) -> None: ...

class StoreMetafieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    key: str | None
    key__ne: str | None
    key__in: Iterable[str]
    key__not_in: Iterable[str]
    key__contains: str
    key__icontains: str
    key__iexact: str
    key__startswith: str
    key__istartswith: str
    key__endswith: str
    key__iendswith: str
    key__regex: str
    key__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    namespace: str | None
    namespace__ne: str | None
    namespace__in: Iterable[str]
    namespace__not_in: Iterable[str]
    namespace__contains: str
    namespace__icontains: str
    namespace__iexact: str
    namespace__startswith: str
    namespace__istartswith: str
    namespace__endswith: str
    namespace__iendswith: str
    namespace__regex: str
    namespace__isnull: bool
    permission_set: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__ne: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__not_in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    resource_type: Literal["brand", "product", "variant", "category", "cart", "store"] | None
    resource_type__ne: Literal["brand", "product", "variant", "category", "cart", "store"] | None
    resource_type__in: Iterable[Literal["brand", "product", "variant", "category", "cart", "store"]]
    resource_type__not_in: Iterable[Literal["brand", "product", "variant", "category", "cart", "store"]]
    resource_type__isnull: bool
    resource_id: str | None
    resource_id__ne: str | None
    resource_id__in: Iterable[str]
    resource_id__not_in: Iterable[str]
    resource_id__contains: str
    resource_id__icontains: str
    resource_id__iexact: str
    resource_id__startswith: str
    resource_id__istartswith: str
    resource_id__endswith: str
    resource_id__iendswith: str
    resource_id__regex: str
    resource_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    owner_client_id: str | None
    owner_client_id__ne: str | None
    owner_client_id__in: Iterable[str]
    owner_client_id__not_in: Iterable[str]
    owner_client_id__contains: str
    owner_client_id__icontains: str
    owner_client_id__iexact: str
    owner_client_id__startswith: str
    owner_client_id__istartswith: str
    owner_client_id__endswith: str
    owner_client_id__iendswith: str
    owner_client_id__regex: str
    owner_client_id__isnull: bool

def store_metafield(**lookups: Unpack[StoreMetafieldLookups]) -> None: ...

class StoreTimeLookups(TypedDict, total=False):
    time: datetime | None
    time__ne: datetime | None
    time__in: Iterable[datetime]
    time__not_in: Iterable[datetime]
    time__gt: datetime
    time__gte: datetime
    time__lt: datetime
    time__lte: datetime
    time__range: tuple[datetime, datetime]
    time__isnull: bool

def store_time(**lookups: Unpack[StoreTimeLookups]) -> None: ...

class SystemLogLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    type: str | None
    type__ne: str | None
    type__in: Iterable[str]
    type__not_in: Iterable[str]
    type__contains: str
    type__icontains: str
    type__iexact: str
    type__startswith: str
    type__istartswith: str
    type__endswith: str
    type__iendswith: str
    type__regex: str
    type__isnull: bool
    module: str | None
    module__ne: str | None
    module__in: Iterable[str]
    module__not_in: Iterable[str]
    module__contains: str
    module__icontains: str
    module__iexact: str
    module__startswith: str
    module__istartswith: str
    module__endswith: str
    module__iendswith: str
    module__regex: str
    module__isnull: bool
    severity: str | None
    severity__ne: str | None
    severity__in: Iterable[str]
    severity__not_in: Iterable[str]
    severity__contains: str
    severity__icontains: str
    severity__iexact: str
    severity__startswith: str
    severity__istartswith: str
    severity__endswith: str
    severity__iendswith: str
    severity__regex: str
    severity__isnull: bool
    summary: str | None
    summary__ne: str | None
    summary__in: Iterable[str]
    summary__not_in: Iterable[str]
    summary__contains: str
    summary__icontains: str
    summary__iexact: str
    summary__startswith: str
    summary__istartswith: str
    summary__endswith: str
    summary__iendswith: str
    summary__regex: str
    summary__isnull: bool
    message: str | None
    message__ne: str | None
    message__in: Iterable[str]
    message__not_in: Iterable[str]
    message__contains: str
    message__icontains: str
    message__iexact: str
    message__startswith: str
    message__istartswith: str
    message__endswith: str
    message__iendswith: str
    message__regex: str
    message__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def system_log(**lookups: Unpack[SystemLogLookups]) -> None: ...

class RobotsTxtSettingsLookups(SettingLookups, total=False):
    channel_id: int
    robots_txt_ssl: str | None
    robots_txt_ssl__ne: str | None
    robots_txt_ssl__in: Iterable[str]
    robots_txt_ssl__not_in: Iterable[str]
    robots_txt_ssl__contains: str
    robots_txt_ssl__icontains: str
    robots_txt_ssl__iexact: str
    robots_txt_ssl__startswith: str
    robots_txt_ssl__istartswith: str
    robots_txt_ssl__endswith: str
    robots_txt_ssl__iendswith: str
    robots_txt_ssl__regex: str
    robots_txt_ssl__isnull: bool

def robots_txt_settings(**lookups: Unpack[RobotsTxtSettingsLookups]) -> None: ...

class SeoSettingsLookups(SettingLookups, total=False):
    channel_id: int
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    www_redirect: Literal["www", "no-www", "none"] | None
    www_redirect__ne: Literal["www", "no-www", "none"] | None
    www_redirect__in: Iterable[Literal["www", "no-www", "none"]]
    www_redirect__not_in: Iterable[Literal["www", "no-www", "none"]]
    www_redirect__isnull: bool

def seo_settings(**lookups: Unpack[SeoSettingsLookups]) -> None: ...

class StorefrontCategorySettingsLookups(SettingLookups, total=False):
    channel_id: int
    category_tree_depth: int | None
    category_tree_depth__ne: int | None
    category_tree_depth__in: Iterable[int]
    category_tree_depth__not_in: Iterable[int]
    category_tree_depth__gt: int
    category_tree_depth__gte: int
    category_tree_depth__lt: int
    category_tree_depth__lte: int
    category_tree_depth__range: tuple[int, int]
    category_tree_depth__isnull: bool
    default_product_sort: Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"] | None
    default_product_sort__ne: Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"] | None
    default_product_sort__in: Iterable[Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"]]
    default_product_sort__not_in: Iterable[Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"]]
    default_product_sort__isnull: bool
    listing_mode: Literal["current_category_only", "child_categories", "child_categories_if_category_empty"] | None
    listing_mode__ne: Literal["current_category_only", "child_categories", "child_categories_if_category_empty"] | None
    listing_mode__in: Iterable[Literal["current_category_only", "child_categories", "child_categories_if_category_empty"]]
    listing_mode__not_in: Iterable[Literal["current_category_only", "child_categories", "child_categories_if_category_empty"]]
    listing_mode__isnull: bool

def storefront_category_settings(**lookups: Unpack[StorefrontCategorySettingsLookups]) -> None: ...

class StorefrontProductSettingsLookups(SettingLookups, total=False):
    channel_id: int
    show_product_price: bool | None
    show_product_price__isnull: bool
    show_product_sku: bool | None
    show_product_sku__isnull: bool
    show_product_weight: bool | None
    show_product_weight__isnull: bool
    show_product_brand: bool | None
    show_product_brand__isnull: bool
    show_product_shipping: bool | None
    show_product_shipping__isnull: bool
    show_product_rating: bool | None
    show_product_rating__isnull: bool
    show_add_to_cart_link: bool | None
    show_add_to_cart_link__isnull: bool
    show_add_to_cart_qty_box: bool | None
    show_add_to_cart_qty_box__isnull: bool
    show_add_to_wishlist: bool | None
    show_add_to_wishlist__isnull: bool
    show_breadcrumbs_product_pages: Literal["show_one", "show_none"] | None
    show_breadcrumbs_product_pages__ne: Literal["show_one", "show_none"] | None
    show_breadcrumbs_product_pages__in: Iterable[Literal["show_one", "show_none"]]
    show_breadcrumbs_product_pages__not_in: Iterable[Literal["show_one", "show_none"]]
    show_breadcrumbs_product_pages__isnull: bool
    default_preorder_message: str | None
    default_preorder_message__ne: str | None
    default_preorder_message__in: Iterable[str]
    default_preorder_message__not_in: Iterable[str]
    default_preorder_message__contains: str
    default_preorder_message__icontains: str
    default_preorder_message__iexact: str
    default_preorder_message__startswith: str
    default_preorder_message__istartswith: str
    default_preorder_message__endswith: str
    default_preorder_message__iendswith: str
    default_preorder_message__regex: str
    default_preorder_message__isnull: bool
    hide_price_from_guests: bool | None
    hide_price_from_guests__isnull: bool

def storefront_product_settings(**lookups: Unpack[StorefrontProductSettingsLookups]) -> None: ...

class StorefrontSearchSettingsLookups(SettingLookups, total=False):
    channel_id: int
    content_product_sort: Literal["relevance", "alphaasc", "alphadesc"] | None
    content_product_sort__ne: Literal["relevance", "alphaasc", "alphadesc"] | None
    content_product_sort__in: Iterable[Literal["relevance", "alphaasc", "alphadesc"]]
    content_product_sort__not_in: Iterable[Literal["relevance", "alphaasc", "alphadesc"]]
    content_product_sort__isnull: bool
    default_product_sort: Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"] | None
    default_product_sort__ne: Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"] | None
    default_product_sort__in: Iterable[Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"]]
    default_product_sort__not_in: Iterable[Literal["featured", "bestselling", "newest", "alphaasc", "alphadesc", "pricedesc", "priceasc", "avgcustomerreview", "relevance"]]
    default_product_sort__isnull: bool
    product_filtering_enabled: bool | None
    product_filtering_enabled__isnull: bool
    search_suggest: bool | None
    search_suggest__isnull: bool

def storefront_search_settings(**lookups: Unpack[StorefrontSearchSettingsLookups]) -> None: ...

class StorefrontSecuritySettingsLookups(SettingLookups, total=False):
    channel_id: int
    sitewide_https_enabled: bool | None
    sitewide_https_enabled__isnull: bool
    csp_header__enabled: bool | None
    csp_header__enabled__isnull: bool
    csp_header__header_value: str | None
    csp_header__header_value__ne: str | None
    csp_header__header_value__in: Iterable[str]
    csp_header__header_value__not_in: Iterable[str]
    csp_header__header_value__contains: str
    csp_header__header_value__icontains: str
    csp_header__header_value__iexact: str
    csp_header__header_value__startswith: str
    csp_header__header_value__istartswith: str
    csp_header__header_value__endswith: str
    csp_header__header_value__iendswith: str
    csp_header__header_value__regex: str
    csp_header__header_value__isnull: bool
    csp_header__isnull: bool
    hsts__enabled: bool | None
    hsts__enabled__isnull: bool
    hsts__include_preload: bool | None
    hsts__include_preload__isnull: bool
    hsts__include_subdomains: bool | None
    hsts__include_subdomains__isnull: bool
    hsts__max_age: Literal["zero_seconds", "five_minutes", "one_year"] | None
    hsts__max_age__ne: Literal["zero_seconds", "five_minutes", "one_year"] | None
    hsts__max_age__in: Iterable[Literal["zero_seconds", "five_minutes", "one_year"]]
    hsts__max_age__not_in: Iterable[Literal["zero_seconds", "five_minutes", "one_year"]]
    hsts__max_age__isnull: bool
    hsts__isnull: bool
    x_frame_options_header__enabled: bool | None
    x_frame_options_header__enabled__isnull: bool
    x_frame_options_header__setting: Literal["deny", "same_origin", "allow_from_url"] | None
    x_frame_options_header__setting__ne: Literal["deny", "same_origin", "allow_from_url"] | None
    x_frame_options_header__setting__in: Iterable[Literal["deny", "same_origin", "allow_from_url"]]
    x_frame_options_header__setting__not_in: Iterable[Literal["deny", "same_origin", "allow_from_url"]]
    x_frame_options_header__setting__isnull: bool
    x_frame_options_header__allowed_url: str | None
    x_frame_options_header__allowed_url__ne: str | None
    x_frame_options_header__allowed_url__in: Iterable[str]
    x_frame_options_header__allowed_url__not_in: Iterable[str]
    x_frame_options_header__allowed_url__contains: str
    x_frame_options_header__allowed_url__icontains: str
    x_frame_options_header__allowed_url__iexact: str
    x_frame_options_header__allowed_url__startswith: str
    x_frame_options_header__allowed_url__istartswith: str
    x_frame_options_header__allowed_url__endswith: str
    x_frame_options_header__allowed_url__iendswith: str
    x_frame_options_header__allowed_url__regex: str
    x_frame_options_header__allowed_url__isnull: bool
    x_frame_options_header__isnull: bool

def storefront_security_settings(**lookups: Unpack[StorefrontSecuritySettingsLookups]) -> None: ...

class StorefrontStatusLookups(SettingLookups, total=False):
    channel_id: int
    down_for_maintenance_message: str | None
    down_for_maintenance_message__ne: str | None
    down_for_maintenance_message__in: Iterable[str]
    down_for_maintenance_message__not_in: Iterable[str]
    down_for_maintenance_message__contains: str
    down_for_maintenance_message__icontains: str
    down_for_maintenance_message__iexact: str
    down_for_maintenance_message__startswith: str
    down_for_maintenance_message__istartswith: str
    down_for_maintenance_message__endswith: str
    down_for_maintenance_message__iendswith: str
    down_for_maintenance_message__regex: str
    down_for_maintenance_message__isnull: bool
    prelaunch_message: str | None
    prelaunch_message__ne: str | None
    prelaunch_message__in: Iterable[str]
    prelaunch_message__not_in: Iterable[str]
    prelaunch_message__contains: str
    prelaunch_message__icontains: str
    prelaunch_message__iexact: str
    prelaunch_message__startswith: str
    prelaunch_message__istartswith: str
    prelaunch_message__endswith: str
    prelaunch_message__iendswith: str
    prelaunch_message__regex: str
    prelaunch_message__isnull: bool
    prelaunch_password: str | None
    prelaunch_password__ne: str | None
    prelaunch_password__in: Iterable[str]
    prelaunch_password__not_in: Iterable[str]
    prelaunch_password__contains: str
    prelaunch_password__icontains: str
    prelaunch_password__iexact: str
    prelaunch_password__startswith: str
    prelaunch_password__istartswith: str
    prelaunch_password__endswith: str
    prelaunch_password__iendswith: str
    prelaunch_password__regex: str
    prelaunch_password__isnull: bool

def storefront_status(**lookups: Unpack[StorefrontStatusLookups]) -> None: ...

class SubscriberLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    source: str | None
    source__ne: str | None
    source__in: Iterable[str]
    source__not_in: Iterable[str]
    source__contains: str
    source__icontains: str
    source__iexact: str
    source__startswith: str
    source__istartswith: str
    source__endswith: str
    source__iendswith: str
    source__regex: str
    source__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    consents: Literal["marketing_newsletter", "abandoned_cart"]
    consents__in: Iterable[Literal["marketing_newsletter", "abandoned_cart"]]
    consents__contains: Literal["marketing_newsletter", "abandoned_cart"]
    consents__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def subscriber(**lookups: Unpack[SubscriberLookups]) -> None: ...

class ProductTaxPropertiesLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str | None
    product__in: Iterable[Resource | int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    tax_properties__isnull: bool

def product_tax_properties(**lookups: Unpack[ProductTaxPropertiesLookups]) -> None: ...

class TaxClassLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def tax_class(**lookups: Unpack[TaxClassLookups]) -> None: ...

class TaxCustomerLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    tax_properties__isnull: bool

def tax_customer(**lookups: Unpack[TaxCustomerLookups]) -> None: ...

class TaxPropertyLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    type: Literal["PRODUCT", "CUSTOMER"] | None
    type__ne: Literal["PRODUCT", "CUSTOMER"] | None
    type__in: Iterable[Literal["PRODUCT", "CUSTOMER"]]
    type__not_in: Iterable[Literal["PRODUCT", "CUSTOMER"]]
    type__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def tax_property(**lookups: Unpack[TaxPropertyLookups]) -> None: ...

class TaxProviderConnectionLookups(TypedDict, total=False):
    provider_id: int | str
    provider_id__in: Iterable[int | str]
    username: str | None
    username__ne: str | None
    username__in: Iterable[str]
    username__not_in: Iterable[str]
    username__contains: str
    username__icontains: str
    username__iexact: str
    username__startswith: str
    username__istartswith: str
    username__endswith: str
    username__iendswith: str
    username__regex: str
    username__isnull: bool
    password: str | None
    password__ne: str | None
    password__in: Iterable[str]
    password__not_in: Iterable[str]
    password__contains: str
    password__icontains: str
    password__iexact: str
    password__startswith: str
    password__istartswith: str
    password__endswith: str
    password__iendswith: str
    password__regex: str
    password__isnull: bool
    profile: str | None
    profile__ne: str | None
    profile__in: Iterable[str]
    profile__not_in: Iterable[str]
    profile__contains: str
    profile__icontains: str
    profile__iexact: str
    profile__startswith: str
    profile__istartswith: str
    profile__endswith: str
    profile__iendswith: str
    profile__regex: str
    profile__isnull: bool
    configured: bool | None
    configured__isnull: bool
    target__country_codes: str
    target__country_codes__in: Iterable[str]
    target__country_codes__contains: str
    target__country_codes__isnull: bool
    target__subdivision_codes: str
    target__subdivision_codes__in: Iterable[str]
    target__subdivision_codes__contains: str
    target__subdivision_codes__isnull: bool
    target__isnull: bool

def tax_provider_connection(**lookups: Unpack[TaxProviderConnectionLookups]) -> None: ...

class TaxRateLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    zone: Resource | int | str | None
    zone__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    priority: int | None
    priority__ne: int | None
    priority__in: Iterable[int]
    priority__not_in: Iterable[int]
    priority__gt: int
    priority__gte: int
    priority__lt: int
    priority__lte: int
    priority__range: tuple[int, int]
    priority__isnull: bool
    tax_zone_id: int | None
    tax_zone_id__ne: int | None
    tax_zone_id__in: Iterable[int]
    tax_zone_id__not_in: Iterable[int]
    tax_zone_id__gt: int
    tax_zone_id__gte: int
    tax_zone_id__lt: int
    tax_zone_id__lte: int
    tax_zone_id__range: tuple[int, int]
    tax_zone_id__isnull: bool
    class_rates__isnull: bool

def tax_rate(**lookups: Unpack[TaxRateLookups]) -> None: ...

class TaxSettingsLookups(TypedDict, total=False):
    tax_entered_with_prices: bool | None
    tax_entered_with_prices__isnull: bool
    price_display_settings__control_panel_price_display_strategy: Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"] | None
    price_display_settings__control_panel_price_display_strategy__ne: Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"] | None
    price_display_settings__control_panel_price_display_strategy__in: Iterable[Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"]]
    price_display_settings__control_panel_price_display_strategy__not_in: Iterable[Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"]]
    price_display_settings__control_panel_price_display_strategy__isnull: bool
    price_display_settings__invoice_price_display_strategy: Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"] | None
    price_display_settings__invoice_price_display_strategy__ne: Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"] | None
    price_display_settings__invoice_price_display_strategy__in: Iterable[Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"]]
    price_display_settings__invoice_price_display_strategy__not_in: Iterable[Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"]]
    price_display_settings__invoice_price_display_strategy__isnull: bool
    price_display_settings__isnull: bool
    fallback_strategy: Literal["FIXED", "BASIC", "DISABLE"] | None
    fallback_strategy__ne: Literal["FIXED", "BASIC", "DISABLE"] | None
    fallback_strategy__in: Iterable[Literal["FIXED", "BASIC", "DISABLE"]]
    fallback_strategy__not_in: Iterable[Literal["FIXED", "BASIC", "DISABLE"]]
    fallback_strategy__isnull: bool
    should_subtract_store_tax: bool | None
    should_subtract_store_tax__isnull: bool
    should_use_geolocation_to_determine_guest_shopper_tax_zone: bool | None
    should_use_geolocation_to_determine_guest_shopper_tax_zone__isnull: bool
    guest_shopper_tax_zone_id: int | None
    guest_shopper_tax_zone_id__ne: int | None
    guest_shopper_tax_zone_id__in: Iterable[int]
    guest_shopper_tax_zone_id__not_in: Iterable[int]
    guest_shopper_tax_zone_id__gt: int
    guest_shopper_tax_zone_id__gte: int
    guest_shopper_tax_zone_id__lt: int
    guest_shopper_tax_zone_id__lte: int
    guest_shopper_tax_zone_id__range: tuple[int, int]
    guest_shopper_tax_zone_id__isnull: bool
    store_tax_zone_id: int | None
    store_tax_zone_id__ne: int | None
    store_tax_zone_id__in: Iterable[int]
    store_tax_zone_id__not_in: Iterable[int]
    store_tax_zone_id__gt: int
    store_tax_zone_id__gte: int
    store_tax_zone_id__lt: int
    store_tax_zone_id__lte: int
    store_tax_zone_id__range: tuple[int, int]
    store_tax_zone_id__isnull: bool
    document_submission_strategy: Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"] | None
    document_submission_strategy__ne: Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"] | None
    document_submission_strategy__in: Iterable[Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"]]
    document_submission_strategy__not_in: Iterable[Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"]]
    document_submission_strategy__isnull: bool
    rounding_strategy: Literal["NO_ROUNDING", "RATE_ROUNDING"] | None
    rounding_strategy__ne: Literal["NO_ROUNDING", "RATE_ROUNDING"] | None
    rounding_strategy__in: Iterable[Literal["NO_ROUNDING", "RATE_ROUNDING"]]
    rounding_strategy__not_in: Iterable[Literal["NO_ROUNDING", "RATE_ROUNDING"]]
    rounding_strategy__isnull: bool

def tax_settings(**lookups: Unpack[TaxSettingsLookups]) -> None: ...

class TaxZoneLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    price_display_settings__show_inclusive: bool | None
    price_display_settings__show_inclusive__isnull: bool
    price_display_settings__show_both_on_detail_view: bool | None
    price_display_settings__show_both_on_detail_view__isnull: bool
    price_display_settings__show_both_on_list_view: bool | None
    price_display_settings__show_both_on_list_view__isnull: bool
    price_display_settings__isnull: bool
    shopper_target_settings__locations__isnull: bool
    shopper_target_settings__customer_groups: int
    shopper_target_settings__customer_groups__in: Iterable[int]
    shopper_target_settings__customer_groups__contains: int
    shopper_target_settings__customer_groups__isnull: bool
    shopper_target_settings__isnull: bool

def tax_zone(**lookups: Unpack[TaxZoneLookups]) -> None: ...

class CustomTemplateAssociationLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    type: Literal["product", "category", "brand", "page"]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    entity_type: Literal["product", "category", "brand", "page"] | None
    entity_type__ne: Literal["product", "category", "brand", "page"] | None
    entity_type__in: Iterable[Literal["product", "category", "brand", "page"]]
    entity_type__not_in: Iterable[Literal["product", "category", "brand", "page"]]
    entity_type__isnull: bool
    entity_id: int | None
    entity_id__ne: int | None
    entity_id__in: Iterable[int]
    entity_id__not_in: Iterable[int]
    entity_id__gt: int
    entity_id__gte: int
    entity_id__lt: int
    entity_id__lte: int
    entity_id__range: tuple[int, int]
    entity_id__isnull: bool
    file_name: str | None
    file_name__ne: str | None
    file_name__in: Iterable[str]
    file_name__not_in: Iterable[str]
    file_name__contains: str
    file_name__icontains: str
    file_name__iexact: str
    file_name__startswith: str
    file_name__istartswith: str
    file_name__endswith: str
    file_name__iendswith: str
    file_name__regex: str
    file_name__isnull: bool
    is_valid: bool | None
    is_valid__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def custom_template_association(**lookups: Unpack[CustomTemplateAssociationLookups]) -> None: ...

class CustomTemplatesLookups(TypedDict, total=False):
    version_uuid: int | str
    version_uuid__in: Iterable[int | str]
    product: str
    product__in: Iterable[str]
    product__contains: str
    product__isnull: bool
    category: str
    category__in: Iterable[str]
    category__contains: str
    category__isnull: bool
    brand: str
    brand__in: Iterable[str]
    brand__contains: str
    brand__isnull: bool
    page: str
    page__in: Iterable[str]
    page__contains: str
    page__isnull: bool

def custom_templates(**lookups: Unpack[CustomTemplatesLookups]) -> None: ...

class ThemeLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    is_private: bool | None
    is_private__isnull: bool
    is_active: bool | None
    is_active__isnull: bool
    variations__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def theme(**lookups: Unpack[ThemeLookups]) -> None: ...

class ThemeConfigurationLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    theme_id: int | str
    theme_id__in: Iterable[int | str]
    variation_uuid: str
    channel_id: int
    channel_id__in: Iterable[int]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    theme_uuid: str | None
    theme_uuid__ne: str | None
    theme_uuid__in: Iterable[str]
    theme_uuid__not_in: Iterable[str]
    theme_uuid__contains: str
    theme_uuid__icontains: str
    theme_uuid__iexact: str
    theme_uuid__startswith: str
    theme_uuid__istartswith: str
    theme_uuid__endswith: str
    theme_uuid__iendswith: str
    theme_uuid__regex: str
    theme_uuid__isnull: bool
    variation_id: str | None
    variation_id__ne: str | None
    variation_id__in: Iterable[str]
    variation_id__not_in: Iterable[str]
    variation_id__contains: str
    variation_id__icontains: str
    variation_id__iexact: str
    variation_id__startswith: str
    variation_id__istartswith: str
    variation_id__endswith: str
    variation_id__iendswith: str
    variation_id__regex: str
    variation_id__isnull: bool
    settings__isnull: bool
    site_id: int | None
    site_id__ne: int | None
    site_id__in: Iterable[int]
    site_id__not_in: Iterable[int]
    site_id__gt: int
    site_id__gte: int
    site_id__lt: int
    site_id__lte: int
    site_id__range: tuple[int, int]
    site_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def theme_configuration(**lookups: Unpack[ThemeConfigurationLookups]) -> None: ...

class ThemeJobLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    status: Literal["COMPLETED", "QUEUED", "WORKING", "FAILED"] | None
    status__ne: Literal["COMPLETED", "QUEUED", "WORKING", "FAILED"] | None
    status__in: Iterable[Literal["COMPLETED", "QUEUED", "WORKING", "FAILED"]]
    status__not_in: Iterable[Literal["COMPLETED", "QUEUED", "WORKING", "FAILED"]]
    status__isnull: bool
    percent_complete: Decimal | int | None
    percent_complete__ne: Decimal | int | None
    percent_complete__in: Iterable[Decimal | int]
    percent_complete__not_in: Iterable[Decimal | int]
    percent_complete__gt: Decimal | int
    percent_complete__gte: Decimal | int
    percent_complete__lt: Decimal | int
    percent_complete__lte: Decimal | int
    percent_complete__range: tuple[Decimal | int, Decimal | int]
    percent_complete__isnull: bool
    result__isnull: bool
    errors__isnull: bool
    warnings__isnull: bool
    time: datetime | None
    time__ne: datetime | None
    time__in: Iterable[datetime]
    time__not_in: Iterable[datetime]
    time__gt: datetime
    time__gte: datetime
    time__lt: datetime
    time__lte: datetime
    time__range: tuple[datetime, datetime]
    time__isnull: bool

def theme_job(**lookups: Unpack[ThemeJobLookups]) -> None: ...

class ProductVariantLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    sku_id: int | None
    sku_id__ne: int | None
    sku_id__in: Iterable[int]
    sku_id__not_in: Iterable[int]
    sku_id__gt: int
    sku_id__gte: int
    sku_id__lt: int
    sku_id__lte: int
    sku_id__range: tuple[int, int]
    sku_id__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    map_price: Decimal | int | None
    map_price__ne: Decimal | int | None
    map_price__in: Iterable[Decimal | int]
    map_price__not_in: Iterable[Decimal | int]
    map_price__gt: Decimal | int
    map_price__gte: Decimal | int
    map_price__lt: Decimal | int
    map_price__lte: Decimal | int
    map_price__range: tuple[Decimal | int, Decimal | int]
    map_price__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    calculated_weight: Decimal | int | None
    calculated_weight__ne: Decimal | int | None
    calculated_weight__in: Iterable[Decimal | int]
    calculated_weight__not_in: Iterable[Decimal | int]
    calculated_weight__gt: Decimal | int
    calculated_weight__gte: Decimal | int
    calculated_weight__lt: Decimal | int
    calculated_weight__lte: Decimal | int
    calculated_weight__range: tuple[Decimal | int, Decimal | int]
    calculated_weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    is_free_shipping: bool | None
    is_free_shipping__isnull: bool
    fixed_cost_shipping_price: Decimal | int | None
    fixed_cost_shipping_price__ne: Decimal | int | None
    fixed_cost_shipping_price__in: Iterable[Decimal | int]
    fixed_cost_shipping_price__not_in: Iterable[Decimal | int]
    fixed_cost_shipping_price__gt: Decimal | int
    fixed_cost_shipping_price__gte: Decimal | int
    fixed_cost_shipping_price__lt: Decimal | int
    fixed_cost_shipping_price__lte: Decimal | int
    fixed_cost_shipping_price__range: tuple[Decimal | int, Decimal | int]
    fixed_cost_shipping_price__isnull: bool
    purchasing_disabled: bool | None
    purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    mpn: str | None
    mpn__ne: str | None
    mpn__in: Iterable[str]
    mpn__not_in: Iterable[str]
    mpn__contains: str
    mpn__icontains: str
    mpn__iexact: str
    mpn__startswith: str
    mpn__istartswith: str
    mpn__endswith: str
    mpn__iendswith: str
    mpn__regex: str
    mpn__isnull: bool
    gtin: str | None
    gtin__ne: str | None
    gtin__in: Iterable[str]
    gtin__not_in: Iterable[str]
    gtin__contains: str
    gtin__icontains: str
    gtin__iexact: str
    gtin__startswith: str
    gtin__istartswith: str
    gtin__endswith: str
    gtin__iendswith: str
    gtin__regex: str
    gtin__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    option_values__isnull: bool

def product_variant(**lookups: Unpack[ProductVariantLookups]) -> None: ...

class VariantMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]

def variant_metafield(**lookups: Unpack[VariantMetafieldLookups]) -> None: ...

class WebhookLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    client_id: str | None
    client_id__ne: str | None
    client_id__in: Iterable[str]
    client_id__not_in: Iterable[str]
    client_id__contains: str
    client_id__icontains: str
    client_id__iexact: str
    client_id__startswith: str
    client_id__istartswith: str
    client_id__endswith: str
    client_id__iendswith: str
    client_id__regex: str
    client_id__isnull: bool
    store_hash: str | None
    store_hash__ne: str | None
    store_hash__in: Iterable[str]
    store_hash__not_in: Iterable[str]
    store_hash__contains: str
    store_hash__icontains: str
    store_hash__iexact: str
    store_hash__startswith: str
    store_hash__istartswith: str
    store_hash__endswith: str
    store_hash__iendswith: str
    store_hash__regex: str
    store_hash__isnull: bool
    scope: str | None
    scope__ne: str | None
    scope__in: Iterable[str]
    scope__not_in: Iterable[str]
    scope__contains: str
    scope__icontains: str
    scope__iexact: str
    scope__startswith: str
    scope__istartswith: str
    scope__endswith: str
    scope__iendswith: str
    scope__regex: str
    scope__isnull: bool
    destination: str | None
    destination__ne: str | None
    destination__in: Iterable[str]
    destination__not_in: Iterable[str]
    destination__contains: str
    destination__icontains: str
    destination__iexact: str
    destination__startswith: str
    destination__istartswith: str
    destination__endswith: str
    destination__iendswith: str
    destination__regex: str
    destination__isnull: bool
    headers__isnull: bool
    is_active: bool | None
    is_active__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def webhook(**lookups: Unpack[WebhookLookups]) -> None: ...

class WebhookAdminLookups(TypedDict, total=False):
    is_active: bool
    emails: str
    emails__in: Iterable[str]
    emails__contains: str
    emails__isnull: bool
    hooks_list__isnull: bool
    blocked_domains__isnull: bool

def webhook_admin(**lookups: Unpack[WebhookAdminLookups]) -> None: ...

class PlacementLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    widget_template_kind: Literal["custom", "core"]
    widget_template_uuid: str
    site_id: int
    site_id__in: Iterable[int]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    widget_uuid: str | None
    widget_uuid__ne: str | None
    widget_uuid__in: Iterable[str]
    widget_uuid__not_in: Iterable[str]
    widget_uuid__contains: str
    widget_uuid__icontains: str
    widget_uuid__iexact: str
    widget_uuid__startswith: str
    widget_uuid__istartswith: str
    widget_uuid__endswith: str
    widget_uuid__iendswith: str
    widget_uuid__regex: str
    widget_uuid__isnull: bool
    widget__uuid: str | None
    widget__uuid__ne: str | None
    widget__uuid__in: Iterable[str]
    widget__uuid__not_in: Iterable[str]
    widget__uuid__contains: str
    widget__uuid__icontains: str
    widget__uuid__iexact: str
    widget__uuid__startswith: str
    widget__uuid__istartswith: str
    widget__uuid__endswith: str
    widget__uuid__iendswith: str
    widget__uuid__regex: str
    widget__uuid__isnull: bool
    widget__name: str | None
    widget__name__ne: str | None
    widget__name__in: Iterable[str]
    widget__name__not_in: Iterable[str]
    widget__name__contains: str
    widget__name__icontains: str
    widget__name__iexact: str
    widget__name__startswith: str
    widget__name__istartswith: str
    widget__name__endswith: str
    widget__name__iendswith: str
    widget__name__regex: str
    widget__name__isnull: bool
    widget__description: str | None
    widget__description__ne: str | None
    widget__description__in: Iterable[str]
    widget__description__not_in: Iterable[str]
    widget__description__contains: str
    widget__description__icontains: str
    widget__description__iexact: str
    widget__description__startswith: str
    widget__description__istartswith: str
    widget__description__endswith: str
    widget__description__iendswith: str
    widget__description__regex: str
    widget__description__isnull: bool
    widget__widget_configuration__isnull: bool
    widget__widget_template__isnull: bool
    widget__version_uuid: str | None
    widget__version_uuid__ne: str | None
    widget__version_uuid__in: Iterable[str]
    widget__version_uuid__not_in: Iterable[str]
    widget__version_uuid__contains: str
    widget__version_uuid__icontains: str
    widget__version_uuid__iexact: str
    widget__version_uuid__startswith: str
    widget__version_uuid__istartswith: str
    widget__version_uuid__endswith: str
    widget__version_uuid__iendswith: str
    widget__version_uuid__regex: str
    widget__version_uuid__isnull: bool
    widget__channel_id: int | None
    widget__channel_id__ne: int | None
    widget__channel_id__in: Iterable[int]
    widget__channel_id__not_in: Iterable[int]
    widget__channel_id__gt: int
    widget__channel_id__gte: int
    widget__channel_id__lt: int
    widget__channel_id__lte: int
    widget__channel_id__range: tuple[int, int]
    widget__channel_id__isnull: bool
    widget__date_created: datetime | None
    widget__date_created__ne: datetime | None
    widget__date_created__in: Iterable[datetime]
    widget__date_created__not_in: Iterable[datetime]
    widget__date_created__gt: datetime
    widget__date_created__gte: datetime
    widget__date_created__lt: datetime
    widget__date_created__lte: datetime
    widget__date_created__range: tuple[datetime, datetime]
    widget__date_created__isnull: bool
    widget__date_modified: datetime | None
    widget__date_modified__ne: datetime | None
    widget__date_modified__in: Iterable[datetime]
    widget__date_modified__not_in: Iterable[datetime]
    widget__date_modified__gt: datetime
    widget__date_modified__gte: datetime
    widget__date_modified__lt: datetime
    widget__date_modified__lte: datetime
    widget__date_modified__range: tuple[datetime, datetime]
    widget__date_modified__isnull: bool
    widget__isnull: bool
    template_file: str | None
    template_file__ne: str | None
    template_file__in: Iterable[str]
    template_file__not_in: Iterable[str]
    template_file__contains: str
    template_file__icontains: str
    template_file__iexact: str
    template_file__startswith: str
    template_file__istartswith: str
    template_file__endswith: str
    template_file__iendswith: str
    template_file__regex: str
    template_file__isnull: bool
    region: str | None
    region__ne: str | None
    region__in: Iterable[str]
    region__not_in: Iterable[str]
    region__contains: str
    region__icontains: str
    region__iexact: str
    region__startswith: str
    region__istartswith: str
    region__endswith: str
    region__iendswith: str
    region__regex: str
    region__isnull: bool
    entity_id: str | None
    entity_id__ne: str | None
    entity_id__in: Iterable[str]
    entity_id__not_in: Iterable[str]
    entity_id__contains: str
    entity_id__icontains: str
    entity_id__iexact: str
    entity_id__startswith: str
    entity_id__istartswith: str
    entity_id__endswith: str
    entity_id__iendswith: str
    entity_id__regex: str
    entity_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    status: Literal["inactive", "active"] | None
    status__ne: Literal["inactive", "active"] | None
    status__in: Iterable[Literal["inactive", "active"]]
    status__not_in: Iterable[Literal["inactive", "active"]]
    status__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def placement(**lookups: Unpack[PlacementLookups]) -> None: ...

class RegionLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    template_file: str
    channel_id: str
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool

def region(**lookups: Unpack[RegionLookups]) -> None: ...

class WidgetLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    widget_template_kind: Literal["custom", "core"]
    site_id: int
    site_id__in: Iterable[int]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    widget_configuration__isnull: bool
    widget_template_uuid: str | None
    widget_template_uuid__ne: str | None
    widget_template_uuid__in: Iterable[str]
    widget_template_uuid__not_in: Iterable[str]
    widget_template_uuid__contains: str
    widget_template_uuid__icontains: str
    widget_template_uuid__iexact: str
    widget_template_uuid__startswith: str
    widget_template_uuid__istartswith: str
    widget_template_uuid__endswith: str
    widget_template_uuid__iendswith: str
    widget_template_uuid__regex: str
    widget_template_uuid__isnull: bool
    widget_template__uuid: str | None
    widget_template__uuid__ne: str | None
    widget_template__uuid__in: Iterable[str]
    widget_template__uuid__not_in: Iterable[str]
    widget_template__uuid__contains: str
    widget_template__uuid__icontains: str
    widget_template__uuid__iexact: str
    widget_template__uuid__startswith: str
    widget_template__uuid__istartswith: str
    widget_template__uuid__endswith: str
    widget_template__uuid__iendswith: str
    widget_template__uuid__regex: str
    widget_template__uuid__isnull: bool
    widget_template__name: str | None
    widget_template__name__ne: str | None
    widget_template__name__in: Iterable[str]
    widget_template__name__not_in: Iterable[str]
    widget_template__name__contains: str
    widget_template__name__icontains: str
    widget_template__name__iexact: str
    widget_template__name__startswith: str
    widget_template__name__istartswith: str
    widget_template__name__endswith: str
    widget_template__name__iendswith: str
    widget_template__name__regex: str
    widget_template__name__isnull: bool
    widget_template__schema__isnull: bool
    widget_template__template: str | None
    widget_template__template__ne: str | None
    widget_template__template__in: Iterable[str]
    widget_template__template__not_in: Iterable[str]
    widget_template__template__contains: str
    widget_template__template__icontains: str
    widget_template__template__iexact: str
    widget_template__template__startswith: str
    widget_template__template__istartswith: str
    widget_template__template__endswith: str
    widget_template__template__iendswith: str
    widget_template__template__regex: str
    widget_template__template__isnull: bool
    widget_template__storefront_api_query: str | None
    widget_template__storefront_api_query__ne: str | None
    widget_template__storefront_api_query__in: Iterable[str]
    widget_template__storefront_api_query__not_in: Iterable[str]
    widget_template__storefront_api_query__contains: str
    widget_template__storefront_api_query__icontains: str
    widget_template__storefront_api_query__iexact: str
    widget_template__storefront_api_query__startswith: str
    widget_template__storefront_api_query__istartswith: str
    widget_template__storefront_api_query__endswith: str
    widget_template__storefront_api_query__iendswith: str
    widget_template__storefront_api_query__regex: str
    widget_template__storefront_api_query__isnull: bool
    widget_template__kind: str | None
    widget_template__kind__ne: str | None
    widget_template__kind__in: Iterable[str]
    widget_template__kind__not_in: Iterable[str]
    widget_template__kind__contains: str
    widget_template__kind__icontains: str
    widget_template__kind__iexact: str
    widget_template__kind__startswith: str
    widget_template__kind__istartswith: str
    widget_template__kind__endswith: str
    widget_template__kind__iendswith: str
    widget_template__kind__regex: str
    widget_template__kind__isnull: bool
    widget_template__icon_name: str | None
    widget_template__icon_name__ne: str | None
    widget_template__icon_name__in: Iterable[str]
    widget_template__icon_name__not_in: Iterable[str]
    widget_template__icon_name__contains: str
    widget_template__icon_name__icontains: str
    widget_template__icon_name__iexact: str
    widget_template__icon_name__startswith: str
    widget_template__icon_name__istartswith: str
    widget_template__icon_name__endswith: str
    widget_template__icon_name__iendswith: str
    widget_template__icon_name__regex: str
    widget_template__icon_name__isnull: bool
    widget_template__current_version_uuid: str | None
    widget_template__current_version_uuid__ne: str | None
    widget_template__current_version_uuid__in: Iterable[str]
    widget_template__current_version_uuid__not_in: Iterable[str]
    widget_template__current_version_uuid__contains: str
    widget_template__current_version_uuid__icontains: str
    widget_template__current_version_uuid__iexact: str
    widget_template__current_version_uuid__startswith: str
    widget_template__current_version_uuid__istartswith: str
    widget_template__current_version_uuid__endswith: str
    widget_template__current_version_uuid__iendswith: str
    widget_template__current_version_uuid__regex: str
    widget_template__current_version_uuid__isnull: bool
    widget_template__date_created: datetime | None
    widget_template__date_created__ne: datetime | None
    widget_template__date_created__in: Iterable[datetime]
    widget_template__date_created__not_in: Iterable[datetime]
    widget_template__date_created__gt: datetime
    widget_template__date_created__gte: datetime
    widget_template__date_created__lt: datetime
    widget_template__date_created__lte: datetime
    widget_template__date_created__range: tuple[datetime, datetime]
    widget_template__date_created__isnull: bool
    widget_template__date_modified: datetime | None
    widget_template__date_modified__ne: datetime | None
    widget_template__date_modified__in: Iterable[datetime]
    widget_template__date_modified__not_in: Iterable[datetime]
    widget_template__date_modified__gt: datetime
    widget_template__date_modified__gte: datetime
    widget_template__date_modified__lt: datetime
    widget_template__date_modified__lte: datetime
    widget_template__date_modified__range: tuple[datetime, datetime]
    widget_template__date_modified__isnull: bool
    widget_template__isnull: bool
    version_uuid: str | None
    version_uuid__ne: str | None
    version_uuid__in: Iterable[str]
    version_uuid__not_in: Iterable[str]
    version_uuid__contains: str
    version_uuid__icontains: str
    version_uuid__iexact: str
    version_uuid__startswith: str
    version_uuid__istartswith: str
    version_uuid__endswith: str
    version_uuid__iendswith: str
    version_uuid__regex: str
    version_uuid__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    upgrade: bool | None
    upgrade__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def widget(**lookups: Unpack[WidgetLookups]) -> None: ...

class WidgetTemplateLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    widget_template_kind: Literal["custom", "core"]
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    schema__isnull: bool
    template: str | None
    template__ne: str | None
    template__in: Iterable[str]
    template__not_in: Iterable[str]
    template__contains: str
    template__icontains: str
    template__iexact: str
    template__startswith: str
    template__istartswith: str
    template__endswith: str
    template__iendswith: str
    template__regex: str
    template__isnull: bool
    storefront_api_query: str | None
    storefront_api_query__ne: str | None
    storefront_api_query__in: Iterable[str]
    storefront_api_query__not_in: Iterable[str]
    storefront_api_query__contains: str
    storefront_api_query__icontains: str
    storefront_api_query__iexact: str
    storefront_api_query__startswith: str
    storefront_api_query__istartswith: str
    storefront_api_query__endswith: str
    storefront_api_query__iendswith: str
    storefront_api_query__regex: str
    storefront_api_query__isnull: bool
    kind: str | None
    kind__ne: str | None
    kind__in: Iterable[str]
    kind__not_in: Iterable[str]
    kind__contains: str
    kind__icontains: str
    kind__iexact: str
    kind__startswith: str
    kind__istartswith: str
    kind__endswith: str
    kind__iendswith: str
    kind__regex: str
    kind__isnull: bool
    icon_name: str | None
    icon_name__ne: str | None
    icon_name__in: Iterable[str]
    icon_name__not_in: Iterable[str]
    icon_name__contains: str
    icon_name__icontains: str
    icon_name__iexact: str
    icon_name__startswith: str
    icon_name__istartswith: str
    icon_name__endswith: str
    icon_name__iendswith: str
    icon_name__regex: str
    icon_name__isnull: bool
    current_version_uuid: str | None
    current_version_uuid__ne: str | None
    current_version_uuid__in: Iterable[str]
    current_version_uuid__not_in: Iterable[str]
    current_version_uuid__contains: str
    current_version_uuid__icontains: str
    current_version_uuid__iexact: str
    current_version_uuid__startswith: str
    current_version_uuid__istartswith: str
    current_version_uuid__endswith: str
    current_version_uuid__iendswith: str
    current_version_uuid__regex: str
    current_version_uuid__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    create_new_version: bool | None
    create_new_version__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def widget_template(**lookups: Unpack[WidgetTemplateLookups]) -> None: ...

class WishlistLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    is_public: bool | None
    is_public__isnull: bool
    token: str | None
    token__ne: str | None
    token__in: Iterable[str]
    token__not_in: Iterable[str]
    token__contains: str
    token__icontains: str
    token__iexact: str
    token__startswith: str
    token__istartswith: str
    token__endswith: str
    token__iendswith: str
    token__regex: str
    token__isnull: bool
    items__isnull: bool

def wishlist(**lookups: Unpack[WishlistLookups]) -> None: ...

class V2BrandLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool

def v2_brand(**lookups: Unpack[V2BrandLookups]) -> None: ...

class V2CategoryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    parent_category_list: int
    parent_category_list__in: Iterable[int]
    parent_category_list__contains: int
    parent_category_list__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool

def v2_category(**lookups: Unpack[V2CategoryLookups]) -> None: ...

class V2PageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["page", "contact_form", "raw", "link"] | None
    type__ne: Literal["page", "contact_form", "raw", "link"] | None
    type__in: Iterable[Literal["page", "contact_form", "raw", "link"]]
    type__not_in: Iterable[Literal["page", "contact_form", "raw", "link"]]
    type__isnull: bool
    body: str | None
    body__ne: str | None
    body__in: Iterable[str]
    body__not_in: Iterable[str]
    body__contains: str
    body__icontains: str
    body__iexact: str
    body__startswith: str
    body__istartswith: str
    body__endswith: str
    body__iendswith: str
    body__regex: str
    body__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_homepage: bool | None
    is_homepage__isnull: bool
    is_customers_only: bool | None
    is_customers_only__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    link: str | None
    link__ne: str | None
    link__in: Iterable[str]
    link__not_in: Iterable[str]
    link__contains: str
    link__icontains: str
    link__iexact: str
    link__startswith: str
    link__istartswith: str
    link__endswith: str
    link__iendswith: str
    link__regex: str
    link__isnull: bool
    meta_title: str | None
    meta_title__ne: str | None
    meta_title__in: Iterable[str]
    meta_title__not_in: Iterable[str]
    meta_title__contains: str
    meta_title__icontains: str
    meta_title__iexact: str
    meta_title__startswith: str
    meta_title__istartswith: str
    meta_title__endswith: str
    meta_title__iendswith: str
    meta_title__regex: str
    meta_title__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    contact_fields: str | None
    contact_fields__ne: str | None
    contact_fields__in: Iterable[str]
    contact_fields__not_in: Iterable[str]
    contact_fields__contains: str
    contact_fields__icontains: str
    contact_fields__iexact: str
    contact_fields__startswith: str
    contact_fields__istartswith: str
    contact_fields__endswith: str
    contact_fields__iendswith: str
    contact_fields__regex: str
    contact_fields__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    has_mobile_version: bool | None
    has_mobile_version__isnull: bool
    mobile_body: str | None
    mobile_body__ne: str | None
    mobile_body__in: Iterable[str]
    mobile_body__not_in: Iterable[str]
    mobile_body__contains: str
    mobile_body__icontains: str
    mobile_body__iexact: str
    mobile_body__startswith: str
    mobile_body__istartswith: str
    mobile_body__endswith: str
    mobile_body__iendswith: str
    mobile_body__regex: str
    mobile_body__isnull: bool
    content_type: Literal["application/json", "text/javascript", "text/html"] | None
    content_type__ne: Literal["application/json", "text/javascript", "text/html"] | None
    content_type__in: Iterable[Literal["application/json", "text/javascript", "text/html"]]
    content_type__not_in: Iterable[Literal["application/json", "text/javascript", "text/html"]]
    content_type__isnull: bool

def v2_page(**lookups: Unpack[V2PageLookups]) -> None: ...

class V2RedirectLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    path: str | None
    path__ne: str | None
    path__in: Iterable[str]
    path__not_in: Iterable[str]
    path__contains: str
    path__icontains: str
    path__iexact: str
    path__startswith: str
    path__istartswith: str
    path__endswith: str
    path__iendswith: str
    path__regex: str
    path__isnull: bool
    forward__type: str | None
    forward__type__ne: str | None
    forward__type__in: Iterable[str]
    forward__type__not_in: Iterable[str]
    forward__type__contains: str
    forward__type__icontains: str
    forward__type__iexact: str
    forward__type__startswith: str
    forward__type__istartswith: str
    forward__type__endswith: str
    forward__type__iendswith: str
    forward__type__regex: str
    forward__type__isnull: bool
    forward__ref: Any | None
    forward__ref__ne: Any | None
    forward__ref__in: Iterable[Any]
    forward__ref__not_in: Iterable[Any]
    forward__ref__isnull: bool
    forward__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool

def v2_redirect(**lookups: Unpack[V2RedirectLookups]) -> None: ...

class V2CustomerLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    authentication__force_reset: bool | None
    authentication__force_reset__isnull: bool
    authentication__password: str | None
    authentication__password__ne: str | None
    authentication__password__in: Iterable[str]
    authentication__password__not_in: Iterable[str]
    authentication__password__contains: str
    authentication__password__icontains: str
    authentication__password__iexact: str
    authentication__password__startswith: str
    authentication__password__istartswith: str
    authentication__password__endswith: str
    authentication__password__iendswith: str
    authentication__password__regex: str
    authentication__password__isnull: bool
    authentication__password_confirmation: str | None
    authentication__password_confirmation__ne: str | None
    authentication__password_confirmation__in: Iterable[str]
    authentication__password_confirmation__not_in: Iterable[str]
    authentication__password_confirmation__contains: str
    authentication__password_confirmation__icontains: str
    authentication__password_confirmation__iexact: str
    authentication__password_confirmation__startswith: str
    authentication__password_confirmation__istartswith: str
    authentication__password_confirmation__endswith: str
    authentication__password_confirmation__iendswith: str
    authentication__password_confirmation__regex: str
    authentication__password_confirmation__isnull: bool
    authentication__isnull: bool
    store_credit: Decimal | int | None
    store_credit__ne: Decimal | int | None
    store_credit__in: Iterable[Decimal | int]
    store_credit__not_in: Iterable[Decimal | int]
    store_credit__gt: Decimal | int
    store_credit__gte: Decimal | int
    store_credit__lt: Decimal | int
    store_credit__lte: Decimal | int
    store_credit__range: tuple[Decimal | int, Decimal | int]
    store_credit__isnull: bool
    registration_ip_address: str | None
    registration_ip_address__ne: str | None
    registration_ip_address__in: Iterable[str]
    registration_ip_address__not_in: Iterable[str]
    registration_ip_address__contains: str
    registration_ip_address__icontains: str
    registration_ip_address__iexact: str
    registration_ip_address__startswith: str
    registration_ip_address__istartswith: str
    registration_ip_address__endswith: str
    registration_ip_address__iendswith: str
    registration_ip_address__regex: str
    registration_ip_address__isnull: bool
    customer_group_id: int | None
    customer_group_id__ne: int | None
    customer_group_id__in: Iterable[int]
    customer_group_id__not_in: Iterable[int]
    customer_group_id__gt: int
    customer_group_id__gte: int
    customer_group_id__lt: int
    customer_group_id__lte: int
    customer_group_id__range: tuple[int, int]
    customer_group_id__isnull: bool
    notes: str | None
    notes__ne: str | None
    notes__in: Iterable[str]
    notes__not_in: Iterable[str]
    notes__contains: str
    notes__icontains: str
    notes__iexact: str
    notes__startswith: str
    notes__istartswith: str
    notes__endswith: str
    notes__iendswith: str
    notes__regex: str
    notes__isnull: bool
    tax_exempt_category: str | None
    tax_exempt_category__ne: str | None
    tax_exempt_category__in: Iterable[str]
    tax_exempt_category__not_in: Iterable[str]
    tax_exempt_category__contains: str
    tax_exempt_category__icontains: str
    tax_exempt_category__iexact: str
    tax_exempt_category__startswith: str
    tax_exempt_category__istartswith: str
    tax_exempt_category__endswith: str
    tax_exempt_category__iendswith: str
    tax_exempt_category__regex: str
    tax_exempt_category__isnull: bool
    accepts_marketing: bool | None
    accepts_marketing__isnull: bool
    form_fields__isnull: bool
    reset_pass_on_login: bool | None
    reset_pass_on_login__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def v2_customer(**lookups: Unpack[V2CustomerLookups]) -> None: ...

class V2CustomerAddressLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str
    customer__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    street_1: str | None
    street_1__ne: str | None
    street_1__in: Iterable[str]
    street_1__not_in: Iterable[str]
    street_1__contains: str
    street_1__icontains: str
    street_1__iexact: str
    street_1__startswith: str
    street_1__istartswith: str
    street_1__endswith: str
    street_1__iendswith: str
    street_1__regex: str
    street_1__isnull: bool
    street_2: str | None
    street_2__ne: str | None
    street_2__in: Iterable[str]
    street_2__not_in: Iterable[str]
    street_2__contains: str
    street_2__icontains: str
    street_2__iexact: str
    street_2__startswith: str
    street_2__istartswith: str
    street_2__endswith: str
    street_2__iendswith: str
    street_2__regex: str
    street_2__isnull: bool
    city: str | None
    city__ne: str | None
    city__in: Iterable[str]
    city__not_in: Iterable[str]
    city__contains: str
    city__icontains: str
    city__iexact: str
    city__startswith: str
    city__istartswith: str
    city__endswith: str
    city__iendswith: str
    city__regex: str
    city__isnull: bool
    state: str | None
    state__ne: str | None
    state__in: Iterable[str]
    state__not_in: Iterable[str]
    state__contains: str
    state__icontains: str
    state__iexact: str
    state__startswith: str
    state__istartswith: str
    state__endswith: str
    state__iendswith: str
    state__regex: str
    state__isnull: bool
    zip: str | None
    zip__ne: str | None
    zip__in: Iterable[str]
    zip__not_in: Iterable[str]
    zip__contains: str
    zip__icontains: str
    zip__iexact: str
    zip__startswith: str
    zip__istartswith: str
    zip__endswith: str
    zip__iendswith: str
    zip__regex: str
    zip__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    country_iso2: str | None
    country_iso2__ne: str | None
    country_iso2__in: Iterable[str]
    country_iso2__not_in: Iterable[str]
    country_iso2__contains: str
    country_iso2__icontains: str
    country_iso2__iexact: str
    country_iso2__startswith: str
    country_iso2__istartswith: str
    country_iso2__endswith: str
    country_iso2__iendswith: str
    country_iso2__regex: str
    country_iso2__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    address_type: Literal["residential", "commercial"] | None
    address_type__ne: Literal["residential", "commercial"] | None
    address_type__in: Iterable[Literal["residential", "commercial"]]
    address_type__not_in: Iterable[Literal["residential", "commercial"]]
    address_type__isnull: bool

def v2_customer_address(**lookups: Unpack[V2CustomerAddressLookups]) -> None: ...

class V2PaymentMethodLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    test_mode: bool | None
    test_mode__isnull: bool

def v2_payment_method(**lookups: Unpack[V2PaymentMethodLookups]) -> None: ...

class V2ConfigurableFieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: str | None
    type__ne: str | None
    type__in: Iterable[str]
    type__not_in: Iterable[str]
    type__contains: str
    type__icontains: str
    type__iexact: str
    type__startswith: str
    type__istartswith: str
    type__endswith: str
    type__iendswith: str
    type__regex: str
    type__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_required: bool | None
    is_required__isnull: bool
    allowed_file_types: Any | None
    allowed_file_types__ne: Any | None
    allowed_file_types__in: Iterable[Any]
    allowed_file_types__not_in: Iterable[Any]
    allowed_file_types__isnull: bool
    max_size: int | None
    max_size__ne: int | None
    max_size__in: Iterable[int]
    max_size__not_in: Iterable[int]
    max_size__gt: int
    max_size__gte: int
    max_size__lt: int
    max_size__lte: int
    max_size__range: tuple[int, int]
    max_size__isnull: bool
    select_options: Any | None
    select_options__ne: Any | None
    select_options__in: Iterable[Any]
    select_options__not_in: Iterable[Any]
    select_options__isnull: bool

def v2_configurable_field(**lookups: Unpack[V2ConfigurableFieldLookups]) -> None: ...

class V2DiscountRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    min: int | None
    min__ne: int | None
    min__in: Iterable[int]
    min__not_in: Iterable[int]
    min__gt: int
    min__gte: int
    min__lt: int
    min__lte: int
    min__range: tuple[int, int]
    min__isnull: bool
    max: int | None
    max__ne: int | None
    max__in: Iterable[int]
    max__not_in: Iterable[int]
    max__gt: int
    max__gte: int
    max__lt: int
    max__lte: int
    max__range: tuple[int, int]
    max__isnull: bool
    type: Literal["price", "percent", "fixed"] | None
    type__ne: Literal["price", "percent", "fixed"] | None
    type__in: Iterable[Literal["price", "percent", "fixed"]]
    type__not_in: Iterable[Literal["price", "percent", "fixed"]]
    type__isnull: bool
    type_value: Decimal | int | None
    type_value__ne: Decimal | int | None
    type_value__in: Iterable[Decimal | int]
    type_value__not_in: Iterable[Decimal | int]
    type_value__gt: Decimal | int
    type_value__gte: Decimal | int
    type_value__lt: Decimal | int
    type_value__lte: Decimal | int
    type_value__range: tuple[Decimal | int, Decimal | int]
    type_value__isnull: bool

def v2_discount_rule(**lookups: Unpack[V2DiscountRuleLookups]) -> None: ...

class V2ProductCustomFieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    text: str | None
    text__ne: str | None
    text__in: Iterable[str]
    text__not_in: Iterable[str]
    text__contains: str
    text__icontains: str
    text__iexact: str
    text__startswith: str
    text__istartswith: str
    text__endswith: str
    text__iendswith: str
    text__regex: str
    text__isnull: bool

def v2_product_custom_field(**lookups: Unpack[V2ProductCustomFieldLookups]) -> None: ...

class V2ProductImageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    is_thumbnail: bool | None
    is_thumbnail__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    zoom_url: str | None
    zoom_url__ne: str | None
    zoom_url__in: Iterable[str]
    zoom_url__not_in: Iterable[str]
    zoom_url__contains: str
    zoom_url__icontains: str
    zoom_url__iexact: str
    zoom_url__startswith: str
    zoom_url__istartswith: str
    zoom_url__endswith: str
    zoom_url__iendswith: str
    zoom_url__regex: str
    zoom_url__isnull: bool
    standard_url: str | None
    standard_url__ne: str | None
    standard_url__in: Iterable[str]
    standard_url__not_in: Iterable[str]
    standard_url__contains: str
    standard_url__icontains: str
    standard_url__iexact: str
    standard_url__startswith: str
    standard_url__istartswith: str
    standard_url__endswith: str
    standard_url__iendswith: str
    standard_url__regex: str
    standard_url__isnull: bool
    thumbnail_url: str | None
    thumbnail_url__ne: str | None
    thumbnail_url__in: Iterable[str]
    thumbnail_url__not_in: Iterable[str]
    thumbnail_url__contains: str
    thumbnail_url__icontains: str
    thumbnail_url__iexact: str
    thumbnail_url__startswith: str
    thumbnail_url__istartswith: str
    thumbnail_url__endswith: str
    thumbnail_url__iendswith: str
    thumbnail_url__regex: str
    thumbnail_url__isnull: bool
    tiny_url: str | None
    tiny_url__ne: str | None
    tiny_url__in: Iterable[str]
    tiny_url__not_in: Iterable[str]
    tiny_url__contains: str
    tiny_url__icontains: str
    tiny_url__iexact: str
    tiny_url__startswith: str
    tiny_url__istartswith: str
    tiny_url__endswith: str
    tiny_url__iendswith: str
    tiny_url__regex: str
    tiny_url__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def v2_product_image(**lookups: Unpack[V2ProductImageLookups]) -> None: ...

class V2ProductOptionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    option_id: int | None
    option_id__ne: int | None
    option_id__in: Iterable[int]
    option_id__not_in: Iterable[int]
    option_id__gt: int
    option_id__gte: int
    option_id__lt: int
    option_id__lte: int
    option_id__range: tuple[int, int]
    option_id__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_required: bool | None
    is_required__isnull: bool

def v2_product_option(**lookups: Unpack[V2ProductOptionLookups]) -> None: ...

class V2ProductReviewLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    author: str | None
    author__ne: str | None
    author__in: Iterable[str]
    author__not_in: Iterable[str]
    author__contains: str
    author__icontains: str
    author__iexact: str
    author__startswith: str
    author__istartswith: str
    author__endswith: str
    author__iendswith: str
    author__regex: str
    author__isnull: bool
    rating: int | None
    rating__ne: int | None
    rating__in: Iterable[int]
    rating__not_in: Iterable[int]
    rating__gt: int
    rating__gte: int
    rating__lt: int
    rating__lte: int
    rating__range: tuple[int, int]
    rating__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    review: str | None
    review__ne: str | None
    review__in: Iterable[str]
    review__not_in: Iterable[str]
    review__contains: str
    review__icontains: str
    review__iexact: str
    review__startswith: str
    review__istartswith: str
    review__endswith: str
    review__iendswith: str
    review__regex: str
    review__isnull: bool
    status: int | None
    status__ne: int | None
    status__in: Iterable[int]
    status__not_in: Iterable[int]
    status__gt: int
    status__gte: int
    status__lt: int
    status__lte: int
    status__range: tuple[int, int]
    status__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def v2_product_review(**lookups: Unpack[V2ProductReviewLookups]) -> None: ...

class V2ProductRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_enabled: bool | None
    is_enabled__isnull: bool
    is_stop: bool | None
    is_stop__isnull: bool
    price_adjuster__adjuster: Literal["relative", "percentage", "absolute"] | None
    price_adjuster__adjuster__ne: Literal["relative", "percentage", "absolute"] | None
    price_adjuster__adjuster__in: Iterable[Literal["relative", "percentage", "absolute"]]
    price_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage", "absolute"]]
    price_adjuster__adjuster__isnull: bool
    price_adjuster__adjuster_value: Decimal | int | None
    price_adjuster__adjuster_value__ne: Decimal | int | None
    price_adjuster__adjuster_value__in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__gt: Decimal | int
    price_adjuster__adjuster_value__gte: Decimal | int
    price_adjuster__adjuster_value__lt: Decimal | int
    price_adjuster__adjuster_value__lte: Decimal | int
    price_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    price_adjuster__adjuster_value__isnull: bool
    price_adjuster__isnull: bool
    weight_adjuster__adjuster: Literal["relative", "percentage", "absolute"] | None
    weight_adjuster__adjuster__ne: Literal["relative", "percentage", "absolute"] | None
    weight_adjuster__adjuster__in: Iterable[Literal["relative", "percentage", "absolute"]]
    weight_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage", "absolute"]]
    weight_adjuster__adjuster__isnull: bool
    weight_adjuster__adjuster_value: Decimal | int | None
    weight_adjuster__adjuster_value__ne: Decimal | int | None
    weight_adjuster__adjuster_value__in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__gt: Decimal | int
    weight_adjuster__adjuster_value__gte: Decimal | int
    weight_adjuster__adjuster_value__lt: Decimal | int
    weight_adjuster__adjuster_value__lte: Decimal | int
    weight_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    weight_adjuster__adjuster_value__isnull: bool
    weight_adjuster__isnull: bool
    is_purchasing_disabled: bool | None
    is_purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    is_purchasing_hidden: bool | None
    is_purchasing_hidden__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    conditions__isnull: bool

def v2_product_rule(**lookups: Unpack[V2ProductRuleLookups]) -> None: ...

class V2ProductSkuLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    is_low_inventory: bool
    product_hash: int
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    adjusted_price: Decimal | int | None
    adjusted_price__ne: Decimal | int | None
    adjusted_price__in: Iterable[Decimal | int]
    adjusted_price__not_in: Iterable[Decimal | int]
    adjusted_price__gt: Decimal | int
    adjusted_price__gte: Decimal | int
    adjusted_price__lt: Decimal | int
    adjusted_price__lte: Decimal | int
    adjusted_price__range: tuple[Decimal | int, Decimal | int]
    adjusted_price__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    adjusted_weight: Decimal | int | None
    adjusted_weight__ne: Decimal | int | None
    adjusted_weight__in: Iterable[Decimal | int]
    adjusted_weight__not_in: Iterable[Decimal | int]
    adjusted_weight__gt: Decimal | int
    adjusted_weight__gte: Decimal | int
    adjusted_weight__lt: Decimal | int
    adjusted_weight__lte: Decimal | int
    adjusted_weight__range: tuple[Decimal | int, Decimal | int]
    adjusted_weight__isnull: bool
    is_purchasing_disabled: bool | None
    is_purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    options__isnull: bool

def v2_product_sku(**lookups: Unpack[V2ProductSkuLookups]) -> None: ...

class V2ProductVideoLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    product: Resource | int | str
    product__in: Iterable[Resource | int | str]
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool

def v2_product_video(**lookups: Unpack[V2ProductVideoLookups]) -> None: ...

class V2ProductLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    brand: Resource | int | str | None
    brand__in: Iterable[Resource | int | str]
    number_sold__gte: int
    number_sold__lte: int
    include_sku: bool
    category: str
    product_tax_code: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["physical", "digital"] | None
    type__ne: Literal["physical", "digital"] | None
    type__in: Iterable[Literal["physical", "digital"]]
    type__not_in: Iterable[Literal["physical", "digital"]]
    type__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    categories: int
    categories__in: Iterable[int]
    categories__contains: int
    categories__isnull: bool
    availability: Literal["available", "disabled", "preorder"] | None
    availability__ne: Literal["available", "disabled", "preorder"] | None
    availability__in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__not_in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__isnull: bool
    keyword_filter: str | None
    keyword_filter__ne: str | None
    keyword_filter__in: Iterable[str]
    keyword_filter__not_in: Iterable[str]
    keyword_filter__contains: str
    keyword_filter__icontains: str
    keyword_filter__iexact: str
    keyword_filter__startswith: str
    keyword_filter__istartswith: str
    keyword_filter__endswith: str
    keyword_filter__iendswith: str
    keyword_filter__regex: str
    keyword_filter__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    availability_description: str | None
    availability_description__ne: str | None
    availability_description__in: Iterable[str]
    availability_description__not_in: Iterable[str]
    availability_description__contains: str
    availability_description__icontains: str
    availability_description__iexact: str
    availability_description__startswith: str
    availability_description__istartswith: str
    availability_description__endswith: str
    availability_description__iendswith: str
    availability_description__regex: str
    availability_description__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_featured: bool | None
    is_featured__isnull: bool
    related_products: str | None
    related_products__ne: str | None
    related_products__in: Iterable[str]
    related_products__not_in: Iterable[str]
    related_products__contains: str
    related_products__icontains: str
    related_products__iexact: str
    related_products__startswith: str
    related_products__istartswith: str
    related_products__endswith: str
    related_products__iendswith: str
    related_products__regex: str
    related_products__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    inventory_tracking: Literal["none", "simple", "sku"] | None
    inventory_tracking__ne: Literal["none", "simple", "sku"] | None
    inventory_tracking__in: Iterable[Literal["none", "simple", "sku"]]
    inventory_tracking__not_in: Iterable[Literal["none", "simple", "sku"]]
    inventory_tracking__isnull: bool
    warranty: str | None
    warranty__ne: str | None
    warranty__in: Iterable[str]
    warranty__not_in: Iterable[str]
    warranty__contains: str
    warranty__icontains: str
    warranty__iexact: str
    warranty__startswith: str
    warranty__istartswith: str
    warranty__endswith: str
    warranty__iendswith: str
    warranty__regex: str
    warranty__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    fixed_cost_shipping_price: Decimal | int | None
    fixed_cost_shipping_price__ne: Decimal | int | None
    fixed_cost_shipping_price__in: Iterable[Decimal | int]
    fixed_cost_shipping_price__not_in: Iterable[Decimal | int]
    fixed_cost_shipping_price__gt: Decimal | int
    fixed_cost_shipping_price__gte: Decimal | int
    fixed_cost_shipping_price__lt: Decimal | int
    fixed_cost_shipping_price__lte: Decimal | int
    fixed_cost_shipping_price__range: tuple[Decimal | int, Decimal | int]
    fixed_cost_shipping_price__isnull: bool
    is_free_shipping: bool | None
    is_free_shipping__isnull: bool
    rating_total: int | None
    rating_total__ne: int | None
    rating_total__in: Iterable[int]
    rating_total__not_in: Iterable[int]
    rating_total__gt: int
    rating_total__gte: int
    rating_total__lt: int
    rating_total__lte: int
    rating_total__range: tuple[int, int]
    rating_total__isnull: bool
    rating_count: int | None
    rating_count__ne: int | None
    rating_count__in: Iterable[int]
    rating_count__not_in: Iterable[int]
    rating_count__gt: int
    rating_count__gte: int
    rating_count__lt: int
    rating_count__lte: int
    rating_count__range: tuple[int, int]
    rating_count__isnull: bool
    total_sold: int | None
    total_sold__ne: int | None
    total_sold__in: Iterable[int]
    total_sold__not_in: Iterable[int]
    total_sold__gt: int
    total_sold__gte: int
    total_sold__lt: int
    total_sold__lte: int
    total_sold__range: tuple[int, int]
    total_sold__isnull: bool
    view_count: int | None
    view_count__ne: int | None
    view_count__in: Iterable[int]
    view_count__not_in: Iterable[int]
    view_count__gt: int
    view_count__gte: int
    view_count__lt: int
    view_count__lte: int
    view_count__range: tuple[int, int]
    view_count__isnull: bool
    brand_id: int | None
    brand_id__ne: int | None
    brand_id__in: Iterable[int]
    brand_id__not_in: Iterable[int]
    brand_id__gt: int
    brand_id__gte: int
    brand_id__lt: int
    brand_id__lte: int
    brand_id__range: tuple[int, int]
    brand_id__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str | None
    meta_keywords__ne: str | None
    meta_keywords__in: Iterable[str]
    meta_keywords__not_in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__icontains: str
    meta_keywords__iexact: str
    meta_keywords__startswith: str
    meta_keywords__istartswith: str
    meta_keywords__endswith: str
    meta_keywords__iendswith: str
    meta_keywords__regex: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    is_price_hidden: bool | None
    is_price_hidden__isnull: bool
    price_hidden_label: str | None
    price_hidden_label__ne: str | None
    price_hidden_label__in: Iterable[str]
    price_hidden_label__not_in: Iterable[str]
    price_hidden_label__contains: str
    price_hidden_label__icontains: str
    price_hidden_label__iexact: str
    price_hidden_label__startswith: str
    price_hidden_label__istartswith: str
    price_hidden_label__endswith: str
    price_hidden_label__iendswith: str
    price_hidden_label__regex: str
    price_hidden_label__isnull: bool
    event_date_field_name: str | None
    event_date_field_name__ne: str | None
    event_date_field_name__in: Iterable[str]
    event_date_field_name__not_in: Iterable[str]
    event_date_field_name__contains: str
    event_date_field_name__icontains: str
    event_date_field_name__iexact: str
    event_date_field_name__startswith: str
    event_date_field_name__istartswith: str
    event_date_field_name__endswith: str
    event_date_field_name__iendswith: str
    event_date_field_name__regex: str
    event_date_field_name__isnull: bool
    event_date_type: Literal["none", "after", "before", "range"] | None
    event_date_type__ne: Literal["none", "after", "before", "range"] | None
    event_date_type__in: Iterable[Literal["none", "after", "before", "range"]]
    event_date_type__not_in: Iterable[Literal["none", "after", "before", "range"]]
    event_date_type__isnull: bool
    event_date_start: datetime | None
    event_date_start__ne: datetime | None
    event_date_start__in: Iterable[datetime]
    event_date_start__not_in: Iterable[datetime]
    event_date_start__gt: datetime
    event_date_start__gte: datetime
    event_date_start__lt: datetime
    event_date_start__lte: datetime
    event_date_start__range: tuple[datetime, datetime]
    event_date_start__isnull: bool
    event_date_end: datetime | None
    event_date_end__ne: datetime | None
    event_date_end__in: Iterable[datetime]
    event_date_end__not_in: Iterable[datetime]
    event_date_end__gt: datetime
    event_date_end__gte: datetime
    event_date_end__lt: datetime
    event_date_end__lte: datetime
    event_date_end__range: tuple[datetime, datetime]
    event_date_end__isnull: bool
    myob_asset_account: str | None
    myob_asset_account__ne: str | None
    myob_asset_account__in: Iterable[str]
    myob_asset_account__not_in: Iterable[str]
    myob_asset_account__contains: str
    myob_asset_account__icontains: str
    myob_asset_account__iexact: str
    myob_asset_account__startswith: str
    myob_asset_account__istartswith: str
    myob_asset_account__endswith: str
    myob_asset_account__iendswith: str
    myob_asset_account__regex: str
    myob_asset_account__isnull: bool
    myob_income_account: str | None
    myob_income_account__ne: str | None
    myob_income_account__in: Iterable[str]
    myob_income_account__not_in: Iterable[str]
    myob_income_account__contains: str
    myob_income_account__icontains: str
    myob_income_account__iexact: str
    myob_income_account__startswith: str
    myob_income_account__istartswith: str
    myob_income_account__endswith: str
    myob_income_account__iendswith: str
    myob_income_account__regex: str
    myob_income_account__isnull: bool
    myob_expense_account: str | None
    myob_expense_account__ne: str | None
    myob_expense_account__in: Iterable[str]
    myob_expense_account__not_in: Iterable[str]
    myob_expense_account__contains: str
    myob_expense_account__icontains: str
    myob_expense_account__iexact: str
    myob_expense_account__startswith: str
    myob_expense_account__istartswith: str
    myob_expense_account__endswith: str
    myob_expense_account__iendswith: str
    myob_expense_account__regex: str
    myob_expense_account__isnull: bool
    peachtree_gl_account: str | None
    peachtree_gl_account__ne: str | None
    peachtree_gl_account__in: Iterable[str]
    peachtree_gl_account__not_in: Iterable[str]
    peachtree_gl_account__contains: str
    peachtree_gl_account__icontains: str
    peachtree_gl_account__iexact: str
    peachtree_gl_account__startswith: str
    peachtree_gl_account__istartswith: str
    peachtree_gl_account__endswith: str
    peachtree_gl_account__iendswith: str
    peachtree_gl_account__regex: str
    peachtree_gl_account__isnull: bool
    condition: Literal["New", "Used", "Refurbished"] | None
    condition__ne: Literal["New", "Used", "Refurbished"] | None
    condition__in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__not_in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__isnull: bool
    is_condition_shown: bool | None
    is_condition_shown__isnull: bool
    preorder_release_date: datetime | None
    preorder_release_date__ne: datetime | None
    preorder_release_date__in: Iterable[datetime]
    preorder_release_date__not_in: Iterable[datetime]
    preorder_release_date__gt: datetime
    preorder_release_date__gte: datetime
    preorder_release_date__lt: datetime
    preorder_release_date__lte: datetime
    preorder_release_date__range: tuple[datetime, datetime]
    preorder_release_date__isnull: bool
    is_preorder_only: bool | None
    is_preorder_only__isnull: bool
    preorder_message: str | None
    preorder_message__ne: str | None
    preorder_message__in: Iterable[str]
    preorder_message__not_in: Iterable[str]
    preorder_message__contains: str
    preorder_message__icontains: str
    preorder_message__iexact: str
    preorder_message__startswith: str
    preorder_message__istartswith: str
    preorder_message__endswith: str
    preorder_message__iendswith: str
    preorder_message__regex: str
    preorder_message__isnull: bool
    order_quantity_minimum: int | None
    order_quantity_minimum__ne: int | None
    order_quantity_minimum__in: Iterable[int]
    order_quantity_minimum__not_in: Iterable[int]
    order_quantity_minimum__gt: int
    order_quantity_minimum__gte: int
    order_quantity_minimum__lt: int
    order_quantity_minimum__lte: int
    order_quantity_minimum__range: tuple[int, int]
    order_quantity_minimum__isnull: bool
    order_quantity_maximum: int | None
    order_quantity_maximum__ne: int | None
    order_quantity_maximum__in: Iterable[int]
    order_quantity_maximum__not_in: Iterable[int]
    order_quantity_maximum__gt: int
    order_quantity_maximum__gte: int
    order_quantity_maximum__lt: int
    order_quantity_maximum__lte: int
    order_quantity_maximum__range: tuple[int, int]
    order_quantity_maximum__isnull: bool
    open_graph_type: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__ne: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__not_in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__isnull: bool
    open_graph_title: str | None
    open_graph_title__ne: str | None
    open_graph_title__in: Iterable[str]
    open_graph_title__not_in: Iterable[str]
    open_graph_title__contains: str
    open_graph_title__icontains: str
    open_graph_title__iexact: str
    open_graph_title__startswith: str
    open_graph_title__istartswith: str
    open_graph_title__endswith: str
    open_graph_title__iendswith: str
    open_graph_title__regex: str
    open_graph_title__isnull: bool
    open_graph_description: str | None
    open_graph_description__ne: str | None
    open_graph_description__in: Iterable[str]
    open_graph_description__not_in: Iterable[str]
    open_graph_description__contains: str
    open_graph_description__icontains: str
    open_graph_description__iexact: str
    open_graph_description__startswith: str
    open_graph_description__istartswith: str
    open_graph_description__endswith: str
    open_graph_description__iendswith: str
    open_graph_description__regex: str
    open_graph_description__isnull: bool
    is_open_graph_thumbnail: bool | None
    is_open_graph_thumbnail__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    avalara_product_tax_code: str | None
    avalara_product_tax_code__ne: str | None
    avalara_product_tax_code__in: Iterable[str]
    avalara_product_tax_code__not_in: Iterable[str]
    avalara_product_tax_code__contains: str
    avalara_product_tax_code__icontains: str
    avalara_product_tax_code__iexact: str
    avalara_product_tax_code__startswith: str
    avalara_product_tax_code__istartswith: str
    avalara_product_tax_code__endswith: str
    avalara_product_tax_code__iendswith: str
    avalara_product_tax_code__regex: str
    avalara_product_tax_code__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    option_set_display: Literal["right", "below"] | None
    option_set_display__ne: Literal["right", "below"] | None
    option_set_display__in: Iterable[Literal["right", "below"]]
    option_set_display__not_in: Iterable[Literal["right", "below"]]
    option_set_display__isnull: bool
    tax_class_id: int | None
    tax_class_id__ne: int | None
    tax_class_id__in: Iterable[int]
    tax_class_id__not_in: Iterable[int]
    tax_class_id__gt: int
    tax_class_id__gte: int
    tax_class_id__lt: int
    tax_class_id__lte: int
    tax_class_id__range: tuple[int, int]
    tax_class_id__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    custom_url: str | None
    custom_url__ne: str | None
    custom_url__in: Iterable[str]
    custom_url__not_in: Iterable[str]
    custom_url__contains: str
    custom_url__icontains: str
    custom_url__iexact: str
    custom_url__startswith: str
    custom_url__istartswith: str
    custom_url__endswith: str
    custom_url__iendswith: str
    custom_url__regex: str
    custom_url__isnull: bool
    primary_image__isnull: bool
    date_last_imported: datetime | None
    date_last_imported__ne: datetime | None
    date_last_imported__in: Iterable[datetime]
    date_last_imported__not_in: Iterable[datetime]
    date_last_imported__gt: datetime
    date_last_imported__gte: datetime
    date_last_imported__lt: datetime
    date_last_imported__lte: datetime
    date_last_imported__range: tuple[datetime, datetime]
    date_last_imported__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def v2_product(**lookups: Unpack[V2ProductLookups]) -> None: ...

class V2ShippingMethodLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    method_name: str | None
    method_name__ne: str | None
    method_name__in: Iterable[str]
    method_name__not_in: Iterable[str]
    method_name__contains: str
    method_name__icontains: str
    method_name__iexact: str
    method_name__startswith: str
    method_name__istartswith: str
    method_name__endswith: str
    method_name__iendswith: str
    method_name__regex: str
    method_name__isnull: bool

def v2_shipping_method(**lookups: Unpack[V2ShippingMethodLookups]) -> None: ...

class V2WebhookLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    client_id: str | None
    client_id__ne: str | None
    client_id__in: Iterable[str]
    client_id__not_in: Iterable[str]
    client_id__contains: str
    client_id__icontains: str
    client_id__iexact: str
    client_id__startswith: str
    client_id__istartswith: str
    client_id__endswith: str
    client_id__iendswith: str
    client_id__regex: str
    client_id__isnull: bool
    store_hash: str | None
    store_hash__ne: str | None
    store_hash__in: Iterable[str]
    store_hash__not_in: Iterable[str]
    store_hash__contains: str
    store_hash__icontains: str
    store_hash__iexact: str
    store_hash__startswith: str
    store_hash__istartswith: str
    store_hash__endswith: str
    store_hash__iendswith: str
    store_hash__regex: str
    store_hash__isnull: bool
    scope: str | None
    scope__ne: str | None
    scope__in: Iterable[str]
    scope__not_in: Iterable[str]
    scope__contains: str
    scope__icontains: str
    scope__iexact: str
    scope__startswith: str
    scope__istartswith: str
    scope__endswith: str
    scope__iendswith: str
    scope__regex: str
    scope__isnull: bool
    destination: str | None
    destination__ne: str | None
    destination__in: Iterable[str]
    destination__not_in: Iterable[str]
    destination__contains: str
    destination__icontains: str
    destination__iexact: str
    destination__startswith: str
    destination__istartswith: str
    destination__endswith: str
    destination__iendswith: str
    destination__regex: str
    destination__isnull: bool
    headers__isnull: bool
    is_active: bool | None
    is_active__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool

def v2_webhook(**lookups: Unpack[V2WebhookLookups]) -> None: ...
