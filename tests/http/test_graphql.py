"""GraphQL Admin through the client: results, errors in a 200, cost, pages."""

from __future__ import annotations

import pickle

import pytest

from bcorm.emulator import Emulator
from bcorm.exceptions import BadResponse, ConfigurationError, QueryError
from bcorm.http import ApiClient, BasicCredentials, OAuthCredentials
from bcorm.http.graphql import GraphQLError, is_mutation, nodes

PRODUCTS = """
query Products($first: Int, $after: String) {
  store {
    products(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { entityId title: name } }
    }
  }
}
"""


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def client(emulator):
    with ApiClient(OAuthCredentials("abc123", "token"), api_url=emulator.url) as client:
        yield client


def test_query__gives_data_and_what_it_cost(client):
    result = client.graphql("query { system { time } }")
    assert result["system"]["time"].endswith("Z")
    assert result.complexity == 2
    assert result.errors == []


def test_query__variables_are_sent(client):
    result = client.graphql(PRODUCTS, {"first": 2})
    assert len(result["store"]["products"]["edges"]) == 2
    assert result.complexity > 2


def test_errors__of_a_200_are_raised_with_what_was_answered(client):
    with pytest.raises(GraphQLError, match='Cannot query field "nope"') as caught:
        client.graphql("{ nope }")
    error = caught.value
    assert (error.status, error.path, error.data) == (200, "graphql", None)
    assert len(error.graphql_errors) == 1
    again = pickle.loads(pickle.dumps(error))
    assert (again.graphql_errors, str(again)) == (error.graphql_errors, str(error))


def test_errors__can_be_allowed(client):
    result = client.graphql("{ nope }", allow_errors=True)
    assert result.data is None
    assert "nope" in result.errors[0]["message"]


def test_complexity__above_the_limit_is_an_error(client):
    with pytest.raises(GraphQLError, match="too complex"):
        client.graphql(PRODUCTS, {"first": 9_000})


def test_nodes__are_those_of_every_page(client, emulator):
    found = list(nodes(client, PRODUCTS, {"first": 50}, connection="store.products"))
    stored = emulator.documents("v3/catalog/products")
    assert [node["entityId"] for node in found] == [document["id"] for document in stored]
    assert found[0]["title"] == stored[0]["name"]


def test_nodes__are_fetched_as_they_are_taken(client):
    before = client.stats.requests
    pages = nodes(client, PRODUCTS, {"first": 3}, connection="store.products")
    for _ in range(3):
        next(pages)
    assert client.stats.requests == before + 1


def test_nodes__without_edges(client):
    query = PRODUCTS.replace("edges { node { entityId title: name } }", "nodes { entityId }")
    found = list(nodes(client, query, {"first": 100}, connection="store.products"))
    assert len(found) == 220


def test_nodes__say_what_is_missing(client):
    with pytest.raises(QueryError, match="no connection"):
        list(nodes(client, PRODUCTS, connection="store.brands"))
    with pytest.raises(QueryError, match="pageInfo"):
        list(
            nodes(
                client,
                PRODUCTS.replace("pageInfo { hasNextPage endCursor }", ""),
                connection="store.products",
            )
        )


def test_basic_credentials__do_not_open_it(emulator):
    with (
        ApiClient(BasicCredentials(emulator.url, "user", "token")) as client,
        pytest.raises(ConfigurationError),
    ):
        client.graphql("{ system { time } }")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ a }", False),
        ("query { mutation }", False),
        ("mutation { a }", True),
        ("  mutation M($a: Int) { a }", True),
        ("fragment F on T { a } mutation M { b }", True),
        ("# mutation\nquery { a }", False),
        ("{ a # } mutation\n}", False),
        ("{ a } # so far\nmutation M { b }", True),
        ('query A { p(color: "#fff") { id } } mutation M { b }', True),
        ('{ a(text: """\nmutation \\""" #\n""") } mutation M { b }', True),
        ('{ a(text: """\nmutation \\""" #\n""") }', False),
    ],
)
def test_is_mutation(query, expected):
    assert is_mutation(query) is expected


def test_body__that_is_no_result(emulator):
    class Odd(ApiClient):
        def request(self, method, path, **options):
            from bcorm.http import Answer

            return Answer(200, self.odd, {})

    client = Odd(OAuthCredentials("abc123", "token"), api_url=emulator.url)
    for body in (None, [], "text", {"message": "no"}, 5):
        client.odd = body
        with pytest.raises(BadResponse):
            client.graphql("{ a }")
    client.odd = {"errors": "odd"}
    with pytest.raises(GraphQLError, match="odd"):
        client.graphql("{ a }")
    client.close()
