"""Loading relations: what is touched on one object is loaded for all its peers at once.

The fewest requests win: rows that came along, then an `include` over the parents' keys, then an
`in` list on a flat collection, and at last bounded concurrent calls, a few parents ahead.
`known` says what needs no request, `many` and `one` load what does, `keys` is what both share.
"""
