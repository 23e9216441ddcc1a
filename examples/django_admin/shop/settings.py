"""Settings of the example project; what bcorm needs is marked. The rest is a usual Django site.

For loopback only: the secret key is in the open, and the site answers with debugging on.
"""

from __future__ import annotations

import os
from pathlib import Path

_DATA = Path(os.environ.get("SHOP_DATA", Path(__file__).parents[3] / "build" / "admin"))

SECRET_KEY = "for-the-example-only"  # noqa: S105
DEBUG = os.environ.get("SHOP_DEBUG", "1") == "1"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
ROOT_URLCONF = "shop.urls"
STATIC_URL = "static/"
USE_TZ = True
TIME_ZONE = "UTC"  # the admin's pages use the store's own

INSTALLED_APPS = [
    "bcorm.contrib.django",  # bcorm: the models and their admins; above the admin, for its look
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "shop",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "bcorm.contrib.django.middleware.StoreMiddleware",  # bcorm: a session per request
]
DATABASE_ROUTERS = ["bcorm.contrib.django.router.StoreRouter"]  # bcorm: no store rows in dumpdata
# bcorm: which store. Without keys it is the environment's BIGCOMMERCE_STORE_HASH,
# BIGCOMMERCE_ACCESS_TOKEN and BIGCOMMERCE_API_URL.
BCORM: dict[str, object] = {}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
# Django's own tables: users, permissions, history, bulk runs.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(_DATA / "db.sqlite3"),
        "OPTIONS": {"timeout": 20},
        "TEST": {"NAME": str(_DATA / "test.sqlite3")},
    }
}
