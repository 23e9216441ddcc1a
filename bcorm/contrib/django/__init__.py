"""bcorm resources in the real `django.contrib.admin`: add it to `INSTALLED_APPS`.

    INSTALLED_APPS = [..., "bcorm.contrib.django"]
    MIDDLEWARE = [..., "bcorm.contrib.django.middleware.StoreMiddleware"]
    BCORM = {"STORE_HASH": "...", "ACCESS_TOKEN": "..."}   # or the environment's BIGCOMMERCE_*

The models are real, unmanaged Django models that `modelfactory` makes of the declarations;
their queryset (`query`) keeps Django's own query tree and answers it through `contrib.backend`.
`options` has `StoreAdmin` and `StoreInline` for admins of your own; `admin` registers the
resources of a merchant's day. Runs on Django 4.2 and later.
"""
