"""Rows as tables: what `QuerySet.to_arrow` and its kin do, and what exports are made of.

`columns` says which columns a resource has and what is in them, without any library; `arrow`
needs `bcorm[arrow]`, its `to_pandas` needs `bcorm[pandas]`.
"""
