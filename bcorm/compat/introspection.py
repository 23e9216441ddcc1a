"""The query that reads a whole GraphQL schema, as the GraphQL specification describes it."""

from __future__ import annotations

_DEPTH = 8  # wrappers (non-null, list) around a type that are followed


def _type_ref(depth: int) -> str:
    inner = f" ofType {{ {_type_ref(depth - 1)} }}" if depth else ""
    return f"kind name{inner}"


INTROSPECTION_QUERY = f"""
query IntrospectionQuery {{
  __schema {{
    queryType {{ name }}
    mutationType {{ name }}
    types {{ ...FullType }}
    directives {{ name locations args {{ ...InputValue }} }}
  }}
}}

fragment FullType on __Type {{
  kind
  name
  fields(includeDeprecated: true) {{
    name
    args {{ ...InputValue }}
    type {{ ...TypeRef }}
    isDeprecated
    deprecationReason
  }}
  inputFields {{ ...InputValue }}
  interfaces {{ ...TypeRef }}
  enumValues(includeDeprecated: true) {{ name isDeprecated deprecationReason }}
  possibleTypes {{ ...TypeRef }}
}}

fragment InputValue on __InputValue {{
  name
  type {{ ...TypeRef }}
  defaultValue
}}

fragment TypeRef on __Type {{ {_type_ref(_DEPTH - 1)} }}
"""
